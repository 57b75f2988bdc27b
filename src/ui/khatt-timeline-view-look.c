/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How the timeline view looks: the desktop's style and text size, the language of dates, the second
 * calendar, and what day it is. */

#include "khatt-timeline-view-private.h"

#include "khatt-appearance.h"
#include "khatt-rehearsal.h"
#include "khatt-ui.h"
#include "khatt-words.h"

#define DPI_UNIT (96.0 * 1024) /* gtk-xft-dpi at text scale 1 */

static void
update_palette (KhattTimelineView *self)
{
  self->palette = khatt_appearance_get_palette ();
  khatt_timeline_view_drop_scene (self);
}

static void
update_settings (KhattTimelineView *self)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (self));
  int dpi = 0;

  g_object_get (settings, "gtk-xft-dpi", &dpi, "gtk-enable-animations", &self->has_animations,
                NULL);
  if (!self->has_animations)
    khatt_timeline_view_stop (self);

  double text_scale = (dpi > 0 ? dpi / DPI_UNIT : 1) * self->magnification;
  if (text_scale == self->text_scale)
    return;
  self->text_scale = text_scale;
  khatt_timeline_view_drop_layout (self);
}

/**
 * khatt_timeline_view_init_look:
 *
 * Follows the desktop from now on.
 */
void
khatt_timeline_view_init_look (KhattTimelineView *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (self));

  self->words = khatt_words_for_language (g_get_language_names ()[0]);
  self->second_calendar = KHATT_CALENDAR_UMALQURA;
  self->text_scale = 1;
  self->magnification = 1;
  self->today = KHATT_TIME_MAX;

  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (update_palette), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (update_palette), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "notify::gtk-xft-dpi", G_CALLBACK (update_settings), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "notify::gtk-enable-animations", G_CALLBACK (update_settings),
                           self, G_CONNECT_SWAPPED);

  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (khatt_timeline_view_drop_scene),
                    NULL);

  update_palette (self);
  update_settings (self);
}

/**
 * khatt_timeline_view_get_second_calendar:
 *
 * Returns: the calendar of the axis' third row
 */
KhattCalendar
khatt_timeline_view_get_second_calendar (KhattTimelineView *self)
{
  g_return_val_if_fail (KHATT_IS_TIMELINE_VIEW (self), KHATT_CALENDAR_NONE);

  return self->second_calendar;
}

/**
 * khatt_timeline_view_set_second_calendar:
 * @calendar: for the axis' third row and for tooltips; `KHATT_CALENDAR_NONE`: none
 */
void
khatt_timeline_view_set_second_calendar (KhattTimelineView *self, KhattCalendar calendar)
{
  g_return_if_fail (KHATT_IS_TIMELINE_VIEW (self));

  if (calendar == self->second_calendar)
    return;

  self->second_calendar = calendar;
  khatt_timeline_view_drop_layout (self);
  g_object_notify (G_OBJECT (self), "second-calendar");
}

/**
 * khatt_timeline_view_get_words:
 *
 * Returns: (transfer none): how dates are put into words
 */
const KhattWords *
khatt_timeline_view_get_words (KhattTimelineView *self)
{
  g_return_val_if_fail (KHATT_IS_TIMELINE_VIEW (self), NULL);

  return &self->words;
}

/**
 * khatt_timeline_view_set_words:
 * @words: (transfer none): how dates are put into words; copied
 *
 * Without a call it is the way of the locale's language.
 */
void
khatt_timeline_view_set_words (KhattTimelineView *self, const KhattWords *words)
{
  g_return_if_fail (KHATT_IS_TIMELINE_VIEW (self));
  g_return_if_fail (words != NULL);

  self->words = *words;
  khatt_timeline_view_clear_marks (self);
  khatt_timeline_view_drop_layout (self);
  khatt_timeline_view_notify_span (self);
}

/**
 * khatt_timeline_view_set_today:
 * @today: seconds since 1970 of "now"; `KHATT_TIME_MIN`: no today line; `KHATT_TIME_MAX`: the
 * clock's, which is how a view begins
 */
void
khatt_timeline_view_set_today (KhattTimelineView *self, gint64 today)
{
  g_return_if_fail (KHATT_IS_TIMELINE_VIEW (self));

  if (today == self->today)
    return;
  self->today = today;
  khatt_timeline_view_drop_layout (self);
}

/**
 * khatt_timeline_view_get_today:
 *
 * Returns: seconds since 1970 of "now" as the clock on the wall shows it; `KHATT_TIME_MIN`: no
 * today line
 */
gint64
khatt_timeline_view_get_today (KhattTimelineView *self)
{
  return self->today != KHATT_TIME_MAX ? self->today : khatt_ui_get_now ();
}

/**
 * khatt_timeline_view_get_palette:
 *
 * Returns: (transfer none): the colours, as the desktop's style wants them
 */
const KhattPalette *
khatt_timeline_view_get_palette (KhattTimelineView *self)
{
  g_return_val_if_fail (KHATT_IS_TIMELINE_VIEW (self), NULL);

  return self->palette;
}

/**
 * khatt_timeline_view_get_shaper:
 *
 * Gives what shapes the view's labels, to whoever shows text beside it: choosing a font for a size
 * is dear, and so done once. Labels are good until the view lays out anew.
 *
 * Returns: (transfer none): the shaper
 */
KhattShaper *
khatt_timeline_view_get_shaper (KhattTimelineView *self)
{
  g_return_val_if_fail (KHATT_IS_TIMELINE_VIEW (self), NULL);

  if (self->shaper == NULL)
    self->shaper = khatt_rehearsal_take_shaper ();
  return self->shaper;
}

/**
 * khatt_timeline_view_set_magnification:
 * @self: a view
 * @magnification: how much larger everything is drawn than the desktop's text wants it, 1 as it
 * wants it
 *
 * For people who sit far away. What is magnified has no cards, its lanes fill the height, and what
 * edits it, or offers to, is not there.
 */
void
khatt_timeline_view_set_magnification (KhattTimelineView *self, double magnification)
{
  g_return_if_fail (KHATT_IS_TIMELINE_VIEW (self));
  g_return_if_fail (magnification > 0);

  self->magnification = magnification;
  self->is_presented = TRUE;
  update_settings (self);
}

/**
 * khatt_timeline_view_set_hides_labels:
 * @self: a view
 * @hides_labels: whether to leave out what events are called
 *
 * For a class that is to find it out.
 */
void
khatt_timeline_view_set_hides_labels (KhattTimelineView *self, gboolean hides_labels)
{
  g_return_if_fail (KHATT_IS_TIMELINE_VIEW (self));

  if (self->hides_labels == hides_labels)
    return;
  self->hides_labels = hides_labels;
  khatt_timeline_view_drop_layout (self);
}

/**
 * khatt_timeline_view_get_hides_labels:
 * @self: a view
 *
 * Returns: whether it leaves out what events are called
 */
gboolean
khatt_timeline_view_get_hides_labels (KhattTimelineView *self)
{
  g_return_val_if_fail (KHATT_IS_TIMELINE_VIEW (self), FALSE);

  return self->hides_labels;
}
