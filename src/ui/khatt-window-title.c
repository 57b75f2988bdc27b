/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What stands above the window: the document's name, whether it is saved, and how much there is in
 * it; of a review, how far it is. */

#include "khatt-window-private.h"

#include <glib/gi18n-lib.h>

#include "khatt-preferences.h"
#include "khatt-words.h"

/* "14 events from 1 article". */
static char *
dup_subtitle (KhattWindow *self)
{
  KhattTimeline *timeline = khatt_document_get_timeline (self->document);
  KhattWords words = khatt_preferences_get_words ();
  guint n_events = g_list_model_get_n_items (G_LIST_MODEL (timeline));
  guint n_articles = khatt_timeline_get_n_articles (timeline);
  g_autofree char *events_number = khatt_words_count (&words, n_events);
  g_autofree char *articles_number = khatt_words_count (&words, n_articles);
  g_autofree char *events = NULL;
  g_autofree char *articles = NULL;

  events = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s event", "%s events", n_events),
                            events_number);
  if (n_articles == 0)
    return g_steal_pointer (&events);
  articles = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "from %s article", "from %s articles", n_articles),
      articles_number);
  /* Translators: "14 events" and "from 1 article". */
  return g_strdup_printf (_ ("%s %s"), events, articles);
}

static const char *
get_review_title (KhattWindow *self)
{
  guint n_articles = khatt_timeline_get_n_articles (khatt_document_get_timeline (self->document));

  return n_articles == 1 ? _ ("Review of the Article") : _ ("Review of the Articles");
}

/**
 * khatt_window_show_title:
 * @self: a window
 *
 * Brings the titles up to date with the document and the mode.
 */
void
khatt_window_show_title (KhattWindow *self)
{
  gboolean is_empty = khatt_document_is_empty (self->document);
  const char *name = is_empty ? _ ("Khatt") : khatt_document_get_name (self->document);
  gboolean is_modified = khatt_document_is_modified (self->document);
  gboolean is_review = self->mode == KHATT_MODE_REVIEW;
  /* Translators: the title of a document with changes that are not saved. */
  g_autofree char *changed_name = g_strdup_printf (_ ("• %s"), name);
  g_autofree char *subtitle = is_empty ? g_strdup ("") : dup_subtitle (self);
  g_autofree char *whole = g_strjoin ("\n", name, subtitle, NULL);

  if (is_review)
    {
      g_free (subtitle);
      subtitle = khatt_window_dup_review_subtitle (self);
    }
  adw_window_title_set_title (self->title, is_review     ? get_review_title (self)
                                           : is_modified ? changed_name
                                                         : name);
  adw_window_title_set_subtitle (self->title, subtitle);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), is_empty ? NULL : whole);
  gtk_window_set_title (GTK_WINDOW (self), name);
}
