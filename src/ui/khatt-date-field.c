/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A date that is typed. What it is understood as shows while one types; nothing at all is an event
 * without a date, which is right too. */

#include "khatt-date-field.h"

#include <glib/gi18n-lib.h>

#include "khatt-bidi.h"
#include "khatt-date-entry.h"
#include "khatt-preferences.h"
#include "khatt-ui.h"
#include "khatt-words.h"

#define UNDERSTOOD_MARGIN 12

struct _KhattDateField
{
  AdwPreferencesGroup parent_instance;

  GtkWidget *entry;
  GtkLabel *understood;

  KhattDate date; /* that was set: it stays while nobody types */
  char *written;
  char *shown;
};

G_DEFINE_FINAL_TYPE (KhattDateField, khatt_date_field, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  CHANGED,
  ANSWERED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static char *
describe (const KhattDate *date)
{
  KhattWords words = khatt_preferences_get_words ();
  KhattCalendar calendar = khatt_preferences_get_second_calendar ();
  g_autofree char *first = khatt_words_date (&words, date, KHATT_CALENDAR_GREGORIAN);
  g_autofree char *second = NULL;

  if (calendar != KHATT_CALENDAR_NONE)
    second = khatt_words_date (&words, date, calendar);
  return g_strjoin ("\n", first, second, NULL);
}

static char *
describe_none (const char *written)
{
  KhattWords words = khatt_preferences_get_words ();
  g_autofree char *isolated = NULL;

  if (written == NULL || *written == '\0')
    return khatt_calendar_shape_digits (
        _ ("No date. For example: 8 August 2025, about 2024, before 14 Safar 1447"), &words);
  isolated = khatt_bidi_isolate (written);
  /* Translators: %s is a date as an article has it: "later". */
  return g_strdup_printf (_ ("No date. The article says: %s"), isolated);
}

static void
show (KhattDateField *self)
{
  KhattDate date;
  gboolean is_date = khatt_date_field_get_date (self, &date);
  g_autofree char *text = NULL;

  if (!is_date)
    text = g_strdup (_ ("This is not understood as a date"));
  else
    text = khatt_date_is_known (&date) ? describe (&date) : describe_none (self->written);
  gtk_label_set_text (self->understood, text);
  /* Of what describes something, its own description is told. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->understood),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  if (is_date)
    gtk_widget_remove_css_class (self->entry, "error");
  else
    gtk_widget_add_css_class (self->entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               is_date ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE,
                               -1);
}

static void
changed_cb (KhattDateField *self)
{
  show (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
activated_cb (KhattDateField *self)
{
  g_signal_emit (self, signals[ANSWERED], 0);
}

static gboolean
khatt_date_field_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (KHATT_DATE_FIELD (widget)->entry);
}

static void
khatt_date_field_finalize (GObject *object)
{
  KhattDateField *self = KHATT_DATE_FIELD (object);

  g_free (self->written);
  g_free (self->shown);
  G_OBJECT_CLASS (khatt_date_field_parent_class)->finalize (object);
}

static void
khatt_date_field_class_init (KhattDateFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = khatt_date_field_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = khatt_date_field_grab_focus;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/* What is being typed stays. */
static void
words_cb (KhattDateField *self)
{
  const KhattDate date = self->date;
  g_autofree char *written = g_strdup (self->written);

  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->entry)), self->shown) == 0)
    khatt_date_field_set_date (self, &date, written);
  else
    show (self);
}

static void
khatt_date_field_init (KhattDateField *self)
{
  GtkWidget *understood = gtk_label_new (NULL);

  self->date = KHATT_DATE_NONE;
  self->entry = adw_entry_row_new ();
  self->understood = GTK_LABEL (understood);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->entry), _ ("Date"));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (self->entry), TRUE);
  gtk_label_set_wrap (self->understood, TRUE);
  gtk_label_set_xalign (self->understood, 0);
  gtk_widget_set_margin_start (understood, UNDERSTOOD_MARGIN);
  gtk_widget_set_margin_end (understood, UNDERSTOOD_MARGIN);
  gtk_widget_set_margin_top (understood, UNDERSTOOD_MARGIN / 2);
  gtk_widget_add_css_class (understood, "caption");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, understood, NULL, -1);
  /* It is told of what has the focus, which is the entry in the row where libadwaita is old. */
  gtk_accessible_update_relation (
      GTK_ACCESSIBLE (gtk_editable_get_delegate (GTK_EDITABLE (self->entry))),
      GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, understood, NULL, -1);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->entry);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), understood);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "entry-activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  show (self);
  khatt_preferences_follow_words (self, G_CALLBACK (words_cb));
}

/**
 * khatt_date_field_new:
 *
 * Returns: (transfer floating): an empty entry
 */
GtkWidget *
khatt_date_field_new (void)
{
  return g_object_new (KHATT_TYPE_DATE_FIELD, NULL);
}

/**
 * khatt_date_field_set_date:
 * @self: a date field
 * @date: a date; undated is one too
 * @written: (nullable): what an article says instead of a date
 *
 * Shows @date in words; khatt_date_field_get_date() gives the very same until something else is
 * typed.
 */
void
khatt_date_field_set_date (KhattDateField *self, const KhattDate *date, const char *written)
{
  KhattWords words = khatt_preferences_get_words ();
  g_autofree char *text = NULL;

  g_return_if_fail (KHATT_IS_DATE_FIELD (self));

  if (khatt_date_is_known (date))
    text = khatt_words_date (&words, date, KHATT_CALENDAR_GREGORIAN);
  self->date = *date;
  g_free (self->written);
  self->written = g_strdup (written);
  g_free (self->shown);
  self->shown = g_strdup (text != NULL ? text : "");
  gtk_editable_set_text (GTK_EDITABLE (self->entry), self->shown);
  show (self);
}

/**
 * khatt_date_field_get_date:
 * @self: a date field
 * @date: (out): what was typed; undated where there is nothing
 *
 * Returns: %FALSE where it is not understood
 */
gboolean
khatt_date_field_get_date (KhattDateField *self, KhattDate *date)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  const KhattDateEntry entry = {
    .words = khatt_preferences_get_words (),
    .second_calendar = khatt_preferences_get_second_calendar (),
    .today = khatt_ui_get_now (),
  };
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  g_return_val_if_fail (KHATT_IS_DATE_FIELD (self), FALSE);

  *date = self->date;
  if (g_strcmp0 (self->shown, text) == 0)
    return TRUE;
  *date = KHATT_DATE_NONE;
  return *stripped == '\0' || khatt_date_entry_parse (stripped, &entry, date);
}

/**
 * khatt_date_field_add_suffix:
 * @self: a date field
 * @widget: (transfer floating): a button
 *
 * Puts @widget at the end of the entry.
 */
void
khatt_date_field_add_suffix (KhattDateField *self, GtkWidget *widget)
{
  g_return_if_fail (KHATT_IS_DATE_FIELD (self));

  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self->entry), widget);
}
