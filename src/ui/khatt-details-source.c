/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A source of an event in the details pane: its sentence, who says so, what it says otherwise than
 * the event, and what can be done with it. */

#include "khatt-details-source.h"

#include <glib/gi18n-lib.h>

#include "khatt-bidi.h"
#include "khatt-details-rows.h"
#include "khatt-preferences.h"
#include "khatt-words.h"

#define SENTENCE_LINES 3
#define CARD_SPACING 6
#define FOOT_SPACING 9

static char *
dup_date_words (const char *edtf)
{
  KhattWords words = khatt_preferences_get_words ();
  KhattDate date;
  char *text = NULL;

  if (khatt_date_parse (edtf, -1, &date, NULL))
    text = khatt_words_date (&words, &date, KHATT_CALENDAR_GREGORIAN);
  return text ? text : g_strdup (edtf);
}

static const char *
get_status_words (const char *name)
{
  KhattStatus status;

  return khatt_status_from_name (name, &status) ? khatt_status_get_label (status) : name;
}

static void
append_difference (GtkWidget *card, const char *value)
{
  GtkWidget *label = NULL;
  g_autofree char *text = NULL;
  g_autofree char *plain = NULL;
  g_autofree char *isolated = NULL;

  if (!value || !*value)
    return;
  plain = khatt_bidi_strip (value);
  isolated = khatt_bidi_isolate (plain);
  /* Translators: one source of an event says something else than the others: a date, a place. */
  text = g_strdup_printf (_ ("This source says: %s"), isolated);
  label = khatt_details_label_new (NULL, "khatt-differs");
  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_box_append (GTK_BOX (card), label);
}

static void
append_differences (GtkWidget *card, const KhattSourceData *source)
{
  g_autofree char *date = source->date ? dup_date_words (source->date) : NULL;

  append_difference (card, date);
  append_difference (card, source->status ? get_status_words (source->status) : NULL);
  append_difference (card, source->place);
  append_difference (card, source->title);
}

static void
append_sentence (GtkWidget *card, const char *excerpt)
{
  g_autofree char *sentence = NULL;
  GtkWidget *label;

  if (!excerpt || !*excerpt)
    return;
  sentence = g_strstrip (g_strdup (excerpt));
  g_strdelimit (sentence, "\n", ' ');
  label = khatt_details_prose_new (sentence, "khatt-sentence");
  gtk_label_set_lines (GTK_LABEL (label), SENTENCE_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, sentence);
  gtk_box_append (GTK_BOX (card), label);
}

/* Who says so: the attribution, else where the article comes from. */
static const char *
get_source_name (const KhattSourceData *source, const KhattArticle *article)
{
  const char *names[] = { source->attribution, article ? article->publisher : NULL,
                          article ? article->title : NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (names[i] && *names[i])
      return names[i];
  return _ ("Unnamed source");
}

static GtkWidget *
make_button (const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "khatt-link");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static GtkWidget *
make_show_button (const KhattReportedBy *report)
{
  GtkWidget *button = make_button (_ ("Show in Article"), "win.show-source");

  gtk_widget_set_valign (button, GTK_ALIGN_END);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(us)", report->slot,
                                    report->article->id);
  return button;
}

static GtkWidget *
make_take_out_button (const KhattReportedBy *report)
{
  GtkWidget *button = make_button (_ ("Take This Source Out"), "win.take-source-out");

  gtk_widget_set_tooltip_text (button,
                               _ ("It tells of something else: make it an event of its own"));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "khatt-outdent");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(uu)", report->slot, report->index);
  return button;
}

/**
 * khatt_details_source_new:
 * @report: a report of an event
 *
 * Returns: a card with the sentence, who says so, what it says otherwise, the way to it and the way
 *   out of the event where it is not the only one
 */
GtkWidget *
khatt_details_source_new (const KhattReportedBy *report)
{
  const KhattSourceData *source = g_ptr_array_index (report->event->sources, report->index);
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, CARD_SPACING);
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, FOOT_SPACING);
  GtkWidget *name =
      khatt_details_label_new (get_source_name (source, report->article), "khatt-small-dim");

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "khatt-source");
  append_sentence (card, source->excerpt);
  append_differences (card, source);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_box_append (GTK_BOX (foot), name);
  if (report->article)
    gtk_box_append (GTK_BOX (foot), make_show_button (report));
  gtk_box_append (GTK_BOX (card), foot);
  if (report->event->sources->len > 1)
    gtk_box_append (GTK_BOX (card), make_take_out_button (report));
  return card;
}

/**
 * khatt_details_split_new:
 * @n_sources: of an event, more than one
 *
 * Returns: a button that splits the selected event into its reports
 */
GtkWidget *
khatt_details_split_new (guint n_sources)
{
  g_autofree char *label = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Split into %u Report", "Split into %u Reports", n_sources),
      n_sources);
  GtkWidget *button = make_button (label, "win.split-event");

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "khatt-outdent");
  gtk_widget_set_tooltip_text (button, _ ("Make an event of each report"));
  return button;
}
