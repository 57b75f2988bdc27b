/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Two dates that are typed; below them stands what was understood. What is typed counts on Return,
 * and when its field is left; a field that is empty leaves its end open. */

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
  GtkWidget *understood; /* says as what, or that one of them is no date */

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

/* Whether both are dates, and in order. */
static gboolean
parse_ends (KhattFilterPeriod *self, gint64 *ends, gboolean *is_right)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->entries); i++)
    is_right[i] = parse (self->entries[i], i == 1, &ends[i]);
  return is_right[0] && is_right[1] && ends[0] <= ends[1];
}

/* While it is typed: nobody is told that what is not finished is wrong. */
static void
show_understood (KhattFilterPeriod *self)
{
  KhattWords words = khatt_preferences_get_words ();
  KhattFilter filter = { .has_period = TRUE };
  gint64 ends[2];
  gboolean is_right[2];
  gboolean is_period =
      parse_ends (self, ends, is_right) && (ends[0] != KHATT_TIME_MIN || ends[1] != KHATT_TIME_MAX);
  g_autofree char *text = NULL;

  filter.first = ends[0];
  filter.last = ends[1];
  if (is_period)
    text =
        khatt_filter_period_dup_words (&filter, &words, khatt_preferences_get_second_calendar ());
  gtk_label_set_text (GTK_LABEL (self->understood), text != NULL ? text : "");
  gtk_widget_set_visible (self->understood, is_period);
  gtk_widget_remove_css_class (self->understood, "khatt-differs");
}

static void
show_wrong (KhattFilterPeriod *self, const gboolean *is_right)
{
  gtk_label_set_text (GTK_LABEL (self->understood), is_right[0] && is_right[1]
                                                        ? _ ("The end lies before the start")
                                                        : _ ("This is not a date yet"));
  gtk_widget_add_css_class (self->understood, "khatt-differs");
  gtk_widget_set_visible (self->understood, TRUE);
}

static void
mark (GtkWidget *entry, gboolean is_right)
{
  if (is_right)
    gtk_widget_remove_css_class (entry, "error");
  else
    gtk_widget_add_css_class (entry, "error");
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
      is_right ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
}

static void
apply (KhattFilterPeriod *self)
{
  gint64 ends[2];
  gboolean is_right[2];
  gboolean is_period = parse_ends (self, ends, is_right);

  for (guint i = 0; i < G_N_ELEMENTS (self->entries); i++)
    mark (self->entries[i], is_right[i]);
  show_understood (self);
  if (!is_period)
    show_wrong (self, is_right);
  if (!is_period || (ends[0] == self->first && ends[1] == self->last))
    return;
  self->first = ends[0];
  self->last = ends[1];
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
typed_cb (KhattFilterPeriod *self, GtkWidget *entry)
{
  if (self->is_setting)
    return;
  mark (entry, TRUE);
  show_understood (self);
}

static void
left_cb (KhattFilterPeriod *self)
{
  if (!self->is_setting)
    apply (self);
}

/* As it can be typed. */
static char *
dup_end (gint64 second, gboolean is_end)
{
  KhattWords words = khatt_preferences_get_words ();

  if (second == KHATT_TIME_MIN || second == KHATT_TIME_MAX)
    return g_strdup ("");
  return khatt_words_period (&words, is_end ? KHATT_TIME_MIN : second,
                             is_end ? second : KHATT_TIME_MAX, KHATT_CALENDAR_GREGORIAN,
                             khatt_preferences_get_second_calendar ());
}

static void
show_ends (KhattFilterPeriod *self)
{
  const gint64 ends[] = { self->first, self->last };

  self->is_setting = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *text = dup_end (ends[i], i == 1);

      gtk_editable_set_text (GTK_EDITABLE (self->entries[i]), text);
      mark (self->entries[i], TRUE);
    }
  show_understood (self);
  self->is_setting = FALSE;
}

/* What is being typed stays. */
static void
words_cb (KhattFilterPeriod *self)
{
  gint64 ends[2];
  gboolean is_right[2];

  if (parse_ends (self, ends, is_right) && ends[0] == self->first && ends[1] == self->last)
    show_ends (self);
  else
    show_understood (self);
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
  g_signal_connect_object (entry, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
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
  self->understood = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "khatt-section");
  gtk_box_append (GTK_BOX (self->box), heading);
  /* Translators: the beginning of a period that is typed. */
  self->entries[0] = new_entry (self, C_ ("period", "From"));
  /* Translators: the end of a period that is typed. */
  self->entries[1] = new_entry (self, C_ ("period", "To"));
  for (guint i = 0; i < G_N_ELEMENTS (self->entries); i++)
    {
      gtk_accessible_update_relation (GTK_ACCESSIBLE (self->entries[i]),
                                      GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->understood, NULL,
                                      -1);
      gtk_box_append (GTK_BOX (self->box), self->entries[i]);
    }
  gtk_label_set_xalign (GTK_LABEL (self->understood), 0);
  gtk_label_set_wrap (GTK_LABEL (self->understood), TRUE);
  gtk_widget_add_css_class (self->understood, "khatt-small-dim");
  gtk_widget_set_visible (self->understood, FALSE);
  gtk_box_append (GTK_BOX (self->box), self->understood);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Period"), -1);
  khatt_preferences_follow_words (self, G_CALLBACK (words_cb));
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

/**
 * khatt_filter_period_dup_words:
 * @filter: a filter that asks for a period
 * @words: how dates are written
 * @second_calendar: for a period of its months or years
 *
 * Returns: (transfer full): the period in words
 */
char *
khatt_filter_period_dup_words (const KhattFilter *filter,
                               const KhattWords *words,
                               KhattCalendar second_calendar)
{
  g_autofree char *period = khatt_words_period (words, filter->first, filter->last,
                                                KHATT_CALENDAR_GREGORIAN, second_calendar);

  if (filter->first == KHATT_TIME_MIN)
    /* Translators: a filter: what happened until "8 August 2025". */
    return g_strdup_printf (_ ("Until %s"), period);
  if (filter->last == KHATT_TIME_MAX)
    /* Translators: a filter: what happened since "8 August 2025". */
    return g_strdup_printf (_ ("Since %s"), period);
  return g_steal_pointer (&period);
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
  self->first = ends[0];
  self->last = ends[1];
  show_ends (self);
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
