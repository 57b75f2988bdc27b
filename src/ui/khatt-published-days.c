/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Days on which an article was perhaps published, each a button that says so, with the reasons. */

#include "khatt-published-days.h"

#include "khatt-preferences.h"
#include "khatt-ui.h"
#include "khatt-words.h"

#define MOST_DAYS 3

static char *
dup_day_words (const char *edtf)
{
  KhattWords words = khatt_preferences_get_words ();
  KhattDate date;
  char *text = NULL;

  if (khatt_date_parse (edtf, -1, &date, NULL))
    text = khatt_words_date (&words, &date, KHATT_CALENDAR_GREGORIAN);
  return text ? text : g_strdup (edtf);
}

static char *
dup_sentences (GStrv reasons)
{
  GString *sentences = g_string_new (NULL);

  for (guint i = 0; reasons && reasons[i]; i++)
    {
      g_autofree char *sentence = khatt_ui_dup_sentence (reasons[i]);

      g_string_append_printf (sentences, "%s%s", i > 0 ? "\n" : "", sentence);
    }
  return g_string_free (sentences, sentences->len == 0);
}

static GtkWidget *
make_button (const KhattArticle *article, const KhattCandidate *candidate)
{
  g_autofree char *label = dup_day_words (candidate->date);
  g_autofree char *reasons = candidate->reasons ? g_strjoinv ("\n", candidate->reasons) : NULL;
  g_autofree char *sentences = dup_sentences (candidate->reasons);
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_tooltip_text (button, sentences);
  gtk_widget_add_css_class (button, "khatt-candidate");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.answer-published");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", article->id, candidate->date);
  if (reasons)
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    reasons, -1);
  return button;
}

/**
 * khatt_published_days_show:
 * @box: where the buttons go, in the place of those that it has
 * @article: an article
 *
 * Offers the likeliest days but the one that is taken for its day already. A button activates
 * `win.answer-published`.
 *
 * Returns: how many buttons there are
 */
guint
khatt_published_days_show (GtkWidget *box, const KhattArticle *article)
{
  guint n_shown = 0;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)))
    gtk_widget_unparent (child);
  for (guint i = 0; article->candidates && i < article->candidates->len && n_shown < MOST_DAYS; i++)
    {
      const KhattCandidate *candidate = g_ptr_array_index (article->candidates, i);

      if (g_strcmp0 (candidate->date, article->published) == 0)
        continue;
      gtk_widget_insert_before (make_button (article, candidate), box, NULL);
      n_shown++;
    }
  return n_shown;
}

/**
 * khatt_published_days_is_day:
 * @date: what was typed
 *
 * Returns: whether it is one day, on which something can be published
 */
gboolean
khatt_published_days_is_day (const KhattDate *date)
{
  return khatt_date_is_known (date) && date->precision == KHATT_PRECISION_DAY &&
         !(date->flags & (KHATT_DATE_INTERVAL | KHATT_DATE_SET));
}
