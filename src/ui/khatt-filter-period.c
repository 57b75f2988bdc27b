/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Two dates that are typed. What is typed counts on Return, and when its field is left; a field
 * that is empty leaves its end open. */

#include "khatt-filter-period.h"

#include <glib/gi18n-lib.h>

#include "khatt-date-entry.h"
#include "khatt-preferences.h"
#include "khatt-ui.h"
#include "khatt-words.h"

#define GAP 6

struct _KhattFilterPeriod
{
  GtkWidget parent_instance;

  /* children */
  GtkWidget *box;
  GtkWidget *entries[2]; /* from, to */
  GtkWidget *wrong;      /* says that one of them is no date */

  /* what they were last understood as */
  gint64 first;
  gint64 last;
  gboolean is_setting;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KhattFilterPeriod, khatt_filter_period, GTK_TYPE_WIDGET)

/* Empty is a date at either end of time. */
static gboolean
parse (GtkWidget *entry, gboolean is_end, gint64 *second)
{
  const KhattDateEntry how = {
    .words = khatt_preferences_get_words (),
    .second_calendar = khatt_preferences_get_second_calendar (),
    .today = khatt_ui_get_now (),
  };
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));
  KhattDate date;

  *second = is_end ? KHATT_TIME_MAX : KHATT_TIME_MIN;
  if (*text == '\0')
    return TRUE;
  if (!khatt_date_entry_parse (text, &how, &date))
    return FALSE;
  *second = is_end ? khatt_date_last (&date) : khatt_date_first (&date);
  return TRUE;
}

static void
apply (KhattFilterPeriod *self)
{
  gint64 ends[2];
  gboolean is_right[2];

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      is_right[i] = parse (self->entries[i], i == 1, &ends[i]);
      if (is_right[i])
        gtk_widget_remove_css_class (self->entries[i], "error");
      else
        gtk_widget_add_css_class (self->entries[i], "error");
      gtk_accessible_update_state (
          GTK_ACCESSIBLE (self->entries[i]), GTK_ACCESSIBLE_STATE_INVALID,
          is_right[i] ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
    }
  gtk_widget_set_visible (self->wrong, !is_right[0] || !is_right[1] || ends[0] > ends[1]);
  gtk_label_set_text (GTK_LABEL (self->wrong), is_right[0] && is_right[1]
                                                   ? _ ("The end lies before the start")
                                                   : _ ("This is not a date yet"));
  if (gtk_widget_get_visible (self->wrong) || (ends[0] == self->first && ends[1] == self->last))
    return;
  self->first = ends[0];
  self->last = ends[1];
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
left_cb (KhattFilterPeriod *self)
{
  if (!self->is_setting)
    apply (self);
}

static void
khatt_filter_period_dispose (GObject *object)
{
  KhattFilterPeriod *self = KHATT_FILTER_PERIOD (object);

  self->is_setting = TRUE;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (khatt_filter_period_parent_class)->dispose (object);
}

static void
khatt_filter_period_class_init (KhattFilterPeriodClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = khatt_filter_period_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
new_entry (KhattFilterPeriod *self, const char *label)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), label);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (entry, "activate", G_CALLBACK (apply), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (entry, focus);
  return entry;
}

static void
khatt_filter_period_init (KhattFilterPeriod *self)
{
  GtkWidget *heading = gtk_label_new (_ ("Period"));

  self->first = KHATT_TIME_MIN;
  self->last = KHATT_TIME_MAX;
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, GAP);
  self->wrong = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "khatt-section");
  gtk_box_append (GTK_BOX (self->box), heading);
  /* Translators: the beginning of a period that is typed. */
  self->entries[0] = new_entry (self, C_ ("period", "From"));
  /* Translators: the end of a period that is typed. */
  self->entries[1] = new_entry (self, C_ ("period", "To"));
  for (guint i = 0; i < G_N_ELEMENTS (self->entries); i++)
    gtk_box_append (GTK_BOX (self->box), self->entries[i]);
  gtk_label_set_xalign (GTK_LABEL (self->wrong), 0);
  gtk_label_set_wrap (GTK_LABEL (self->wrong), TRUE);
  gtk_widget_add_css_class (self->wrong, "khatt-differs");
  gtk_widget_set_visible (self->wrong, FALSE);
  gtk_box_append (GTK_BOX (self->box), self->wrong);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Period"), -1);
}

/**
 * khatt_filter_period_new:
 *
 * Returns: (transfer floating): a period that is open at both ends
 */
GtkWidget *
khatt_filter_period_new (void)
{
  return g_object_new (KHATT_TYPE_FILTER_PERIOD, NULL);
}

/* As it can be typed. */
static char *
dup_day (gint64 second)
{
  KhattWords words = khatt_preferences_get_words ();
  gint64 year;
  int month, day;
  KhattDate date;

  if (second == KHATT_TIME_MIN || second == KHATT_TIME_MAX)
    return g_strdup ("");
  khatt_civil_from_days (khatt_days_from_seconds (second), &year, &month, &day);
  date = khatt_date_from_day (year, month, day);
  return khatt_words_date (&words, &date, KHATT_CALENDAR_GREGORIAN);
}

/**
 * khatt_filter_period_set:
 * @self: a period
 * @filter: a filter, of which the period is taken
 *
 * Shows what @filter asks for.
 */
void
khatt_filter_period_set (KhattFilterPeriod *self, const KhattFilter *filter)
{
  const gint64 ends[] = { filter->has_period ? filter->first : KHATT_TIME_MIN,
                          filter->has_period ? filter->last : KHATT_TIME_MAX };

  g_return_if_fail (KHATT_IS_FILTER_PERIOD (self));

  if (ends[0] == self->first && ends[1] == self->last)
    return;
  self->is_setting = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *text = dup_day (ends[i]);

      gtk_editable_set_text (GTK_EDITABLE (self->entries[i]), text);
      gtk_widget_remove_css_class (self->entries[i], "error");
    }
  gtk_widget_set_visible (self->wrong, FALSE);
  self->first = ends[0];
  self->last = ends[1];
  self->is_setting = FALSE;
}

/**
 * khatt_filter_period_get:
 * @self: a period
 * @filter: (inout): a filter, whose period is changed
 */
void
khatt_filter_period_get (KhattFilterPeriod *self, KhattFilter *filter)
{
  g_return_if_fail (KHATT_IS_FILTER_PERIOD (self));

  filter->has_period = self->first != KHATT_TIME_MIN || self->last != KHATT_TIME_MAX;
  filter->first = self->first;
  filter->last = self->last;
}

/**
 * khatt_filter_period_get_entry:
 * @self: a period
 * @is_end: which one
 *
 * Returns: (transfer none): where its start or its end is typed
 */
GtkEditable *
khatt_filter_period_get_entry (KhattFilterPeriod *self, gboolean is_end)
{
  g_return_val_if_fail (KHATT_IS_FILTER_PERIOD (self), NULL);

  return GTK_EDITABLE (self->entries[is_end ? 1 : 0]);
}
