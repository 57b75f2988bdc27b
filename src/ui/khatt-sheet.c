/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The details in a narrow window. Folded it shows what is asked most: the plate, the heading, both
 * dates, a line of a quotation. Pulled up, or its handle pressed, it is the whole details pane. */

#include "khatt-sheet.h"

#include <glib/gi18n-lib.h>

#include "khatt-bidi.h"
#include "khatt-details-pane.h"
#include "khatt-details-rows.h"
#include "khatt-plate-image.h"
#include "khatt-preferences.h"
#include "khatt-sentence.h"
#include "khatt-ui.h"
#include "khatt-words.h"

#define EXPANDED_HEIGHT_SHARE 0.8
#define LEAST_EXPANDED_HEIGHT 180
#define SWIPE_VELOCITY 100 /* pixels a second */

struct _KhattSheet
{
  GtkWidget parent_instance;

  /* template widgets, made when the sheet is first shown */
  GtkWidget *content;
  GtkWidget *handle;
  GtkWidget *peek;
  KhattPlateImage *plate;
  GtkLabel *title;
  GtkLabel *dates;
  GtkWidget *quote_row;
  GtkWidget *quote_bar;
  GtkLabel *quote;
  KhattDetailsPane *details;

  /* owned */
  KhattTimeline *timeline;

  guint32 slot;
  gboolean is_expanded;
};

G_DEFINE_FINAL_TYPE (KhattSheet, khatt_sheet, GTK_TYPE_WIDGET)

static void
show_dates (KhattSheet *self, const KhattEventData *event)
{
  KhattWords words = khatt_preferences_get_words ();
  KhattCalendar calendar = khatt_preferences_get_second_calendar ();
  g_autofree char *date = NULL;
  g_autofree char *second = NULL;
  g_autofree char *both = NULL;

  if (khatt_date_is_known (&event->date))
    {
      date = khatt_words_date (&words, &event->date, KHATT_CALENDAR_GREGORIAN);
      if (calendar != KHATT_CALENDAR_NONE)
        second = khatt_words_date (&words, &event->date, calendar);
    }
  if (date && second)
    /* Translators: the same date in two calendars. */
    both = g_strdup_printf (_ ("%s, %s"), date, second);
  gtk_label_set_text (self->dates, both               ? both
                                   : date             ? date
                                   : event->date_text ? event->date_text
                                                      : _ ("No date"));
}

static void
show_quote (KhattSheet *self, const KhattEventData *event)
{
  const KhattQuoteData *quote = event->quotes->len > 0 ? event->quotes->pdata[0] : NULL;
  g_autofree char *plain = NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->quote_row, quote != NULL);
  if (!quote)
    return;
  plain = khatt_bidi_strip (quote->text ? quote->text : "");
  text = g_strdup_printf (_ ("“%s”"), plain);
  gtk_label_set_text (self->quote, text);
  gtk_widget_set_direction (self->quote_row, khatt_details_text_direction (quote->text));
  for (int kind = 0; kind < KHATT_N_KINDS; kind++)
    {
      g_autofree char *name = g_strconcat ("kind-", khatt_kind_get_name (kind), NULL);

      if (kind == (int) event->kind)
        gtk_widget_add_css_class (self->quote_bar, name);
      else
        gtk_widget_remove_css_class (self->quote_bar, name);
    }
}

static void
refresh (KhattSheet *self)
{
  g_autoptr (KhattSnapshot) snapshot = NULL;
  g_autoptr (KhattEventData) event = NULL;
  g_autofree char *heading = NULL;

  if (!self->content || !self->timeline || self->slot == KHATT_SLOT_NONE)
    return;
  snapshot = khatt_timeline_ref_snapshot (self->timeline);
  if (!khatt_snapshot_has_slot (snapshot, self->slot))
    return;
  event = khatt_snapshot_dup_event (snapshot, self->slot);
  heading = khatt_headline_new (snapshot, self->slot);
  khatt_plate_image_set_kind (self->plate, event->kind, event->status);
  khatt_plate_image_set_time_direction (self->plate, khatt_snapshot_get_direction (snapshot));
  gtk_label_set_text (self->title, heading);
  show_dates (self, event);
  show_quote (self, event);
}

static void
words_cb (KhattSheet *self)
{
  if (!self->content)
    return;
  refresh (self);
  khatt_details_pane_refresh (self->details);
}

static void
toggle_cb (KhattSheet *self)
{
  khatt_sheet_set_expanded (self, !self->is_expanded);
}

static void
swipe_cb (GtkGestureSwipe *gesture, double velocity_x, double velocity_y, KhattSheet *self)
{
  if (ABS (velocity_y) > SWIPE_VELOCITY && ABS (velocity_y) > ABS (velocity_x))
    khatt_sheet_set_expanded (self, velocity_y < 0);
}

/* Only a narrow window has a use for it. */
static void
build (KhattSheet *self)
{
  GtkGesture *swipe;

  if (self->content)
    return;
  gtk_widget_init_template (GTK_WIDGET (self));
  khatt_ui_tell_whole (self->title);
  khatt_ui_tell_whole (self->dates);
  khatt_ui_tell_whole (self->quote);
  swipe = gtk_gesture_swipe_new ();
  g_signal_connect (swipe, "swipe", G_CALLBACK (swipe_cb), self);
  gtk_widget_add_controller (self->peek, GTK_EVENT_CONTROLLER (swipe));
  khatt_details_pane_set_timeline (self->details, self->timeline);
  khatt_details_pane_set_slot (self->details, self->slot);
  refresh (self);
}

static void
khatt_sheet_show (GtkWidget *widget)
{
  build (KHATT_SHEET (widget));
  GTK_WIDGET_CLASS (khatt_sheet_parent_class)->show (widget);
}

static void
khatt_sheet_dispose (GObject *object)
{
  KhattSheet *self = KHATT_SHEET (object);

  if (self->timeline)
    g_signal_handlers_disconnect_by_data (self->timeline, self);
  g_clear_object (&self->timeline);
  gtk_widget_dispose_template (GTK_WIDGET (self), KHATT_TYPE_SHEET);
  G_OBJECT_CLASS (khatt_sheet_parent_class)->dispose (object);
}

static void
khatt_sheet_class_init (KhattSheetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = khatt_sheet_dispose;
  widget_class->show = khatt_sheet_show;
  g_type_ensure (KHATT_TYPE_DETAILS_PANE);
  g_type_ensure (KHATT_TYPE_PLATE_IMAGE);
  gtk_widget_class_set_template_from_resource (widget_class, KHATT_RESOURCE_PATH "/khatt-sheet.ui");
  gtk_widget_class_bind_template_child (widget_class, KhattSheet, content);
  gtk_widget_class_bind_template_child (widget_class, KhattSheet, handle);
  gtk_widget_class_bind_template_child (widget_class, KhattSheet, peek);
  gtk_widget_class_bind_template_child (widget_class, KhattSheet, plate);
  gtk_widget_class_bind_template_child (widget_class, KhattSheet, title);
  gtk_widget_class_bind_template_child (widget_class, KhattSheet, dates);
  gtk_widget_class_bind_template_child (widget_class, KhattSheet, quote_row);
  gtk_widget_class_bind_template_child (widget_class, KhattSheet, quote_bar);
  gtk_widget_class_bind_template_child (widget_class, KhattSheet, quote);
  gtk_widget_class_bind_template_child (widget_class, KhattSheet, details);
  gtk_widget_class_bind_template_callback (widget_class, toggle_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
khatt_sheet_init (KhattSheet *self)
{
  self->slot = KHATT_SLOT_NONE;
  gtk_widget_add_css_class (GTK_WIDGET (self), "khatt-sheet");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  khatt_preferences_follow_words (self, G_CALLBACK (words_cb));
}

/**
 * khatt_sheet_new:
 *
 * Returns: a new sheet
 */
GtkWidget *
khatt_sheet_new (void)
{
  return g_object_new (KHATT_TYPE_SHEET, NULL);
}

/**
 * khatt_sheet_set_timeline:
 * @self: a sheet
 * @timeline: (nullable): the document
 *
 * Changes what @self shows events of.
 */
void
khatt_sheet_set_timeline (KhattSheet *self, KhattTimeline *timeline)
{
  g_return_if_fail (KHATT_IS_SHEET (self));

  if (self->timeline == timeline)
    return;
  if (self->timeline)
    g_signal_handlers_disconnect_by_data (self->timeline, self);
  g_set_object (&self->timeline, timeline);
  if (timeline)
    g_signal_connect_object (timeline, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  if (self->details)
    khatt_details_pane_set_timeline (self->details, timeline);
  refresh (self);
}

/**
 * khatt_sheet_set_slot:
 * @self: a sheet
 * @slot: an event, or %KHATT_SLOT_NONE
 *
 * Changes which event is shown.
 */
void
khatt_sheet_set_slot (KhattSheet *self, guint32 slot)
{
  g_return_if_fail (KHATT_IS_SHEET (self));

  self->slot = slot;
  if (self->details)
    khatt_details_pane_set_slot (self->details, slot);
  refresh (self);
}

/**
 * khatt_sheet_get_expanded:
 * @self: a sheet
 *
 * Returns: whether it shows everything
 */
gboolean
khatt_sheet_get_expanded (KhattSheet *self)
{
  g_return_val_if_fail (KHATT_IS_SHEET (self), FALSE);

  return self->is_expanded;
}

/**
 * khatt_sheet_set_expanded:
 * @self: a sheet
 * @is_expanded: whether to show everything
 *
 * Pulls the sheet up, or lets it down to its first lines.
 */
void
khatt_sheet_set_expanded (KhattSheet *self, gboolean is_expanded)
{
  const char *label = is_expanded ? _ ("Show Less") : _ ("Show More");
  GtkWidget *parent;
  int height;

  g_return_if_fail (KHATT_IS_SHEET (self));

  build (self);
  self->is_expanded = is_expanded;
  parent = gtk_widget_get_parent (GTK_WIDGET (self));
  height = parent ? (int) (gtk_widget_get_height (parent) * EXPANDED_HEIGHT_SHARE) : 0;
  gtk_widget_set_size_request (GTK_WIDGET (self->details), -1, MAX (height, LEAST_EXPANDED_HEIGHT));
  gtk_widget_set_visible (GTK_WIDGET (self->details), is_expanded);
  gtk_widget_set_visible (self->peek, !is_expanded);
  gtk_widget_set_tooltip_text (self->handle, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->handle), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
}
