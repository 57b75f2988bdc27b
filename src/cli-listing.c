/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Events as text for people: what the details pane of the window says, one event after the other.

 */

#include "cli.h"

#include "khatt-article-words.h"
#include "khatt-bidi.h"
#include "khatt-sentence.h"
#include "khatt-words.h"

#include <glib/gi18n-lib.h>

static char *
describe_date (const KhattEventData *event, const KhattWords *words)
{
  char *date = NULL;

  if (khatt_date_is_known (&event->date))
    date = khatt_words_date (words, &event->date, KHATT_CALENDAR_GREGORIAN);
  if (date != NULL)
    return date;
  return g_strdup (event->date_text != NULL ? event->date_text : _ ("undated"));
}

static void
list_actors (GString *listing, const KhattEventData *event)
{
  for (guint i = 0; i < event->actors->len; i++)
    {
      const KhattActorData *actor = g_ptr_array_index (event->actors, i);

      g_string_append_printf (listing, "  %s: %s", khatt_role_get_label (actor->role, event->kind),
                              actor->name);
      if (actor->office != NULL)
        g_string_append_printf (listing, " (%s)", actor->office);
      g_string_append_c (listing, '\n');
    }
}

static void
list_quotes (GString *listing, const KhattEventData *event)
{
  for (guint i = 0; i < event->quotes->len; i++)
    {
      const KhattQuoteData *quote = g_ptr_array_index (event->quotes, i);

      g_string_append_printf (listing, "  “%s”", quote->text);
      if (quote->speaker != NULL)
        g_string_append_printf (listing, " — %s", quote->speaker);
      g_string_append_c (listing, '\n');
    }
}

static void
list_sources (GString *listing, const KhattEventData *event)
{
  for (guint i = 0; i < event->sources->len; i++)
    {
      const KhattSourceData *source = g_ptr_array_index (event->sources, i);

      if (source->excerpt != NULL)
        g_string_append_printf (listing, "  > %s\n", source->excerpt);
      if (source->attribution != NULL)
        {
          g_autofree char *line = g_strdup_printf (_ ("Source: %s"), source->attribution);

          g_string_append_printf (listing, "  %s\n", line);
        }
    }
}

static void
list_event (GString *listing, KhattSnapshot *snapshot, guint32 slot, const KhattWords *words)
{
  g_autoptr (KhattEventData) event = khatt_snapshot_dup_event (snapshot, slot);
  g_autofree char *heading = khatt_heading_new (snapshot, slot);
  g_autofree char *date = describe_date (event, words);

  g_string_append_printf (listing, "%s · %s", date, khatt_kind_get_label (event->kind));
  if (event->status != KHATT_STATUS_HAPPENED)
    g_string_append_printf (listing, " · %s", khatt_status_get_label (event->status));
  g_string_append_printf (listing, "\n  %s\n", heading);
  list_actors (listing, event);
  if (event->place != NULL)
    g_string_append_printf (listing, "  %s: %s\n", _ ("Place"), event->place);
  list_quotes (listing, event);
  list_sources (listing, event);
  g_string_append_c (listing, '\n');
}

/* What is known of the day of publication, of each article of which it is asked. */
static void
list_unpublished (GString *listing, const KhattArticle *article, const KhattWords *words)
{
  g_autofree char *sentence = khatt_article_words_published (article, words);

  if (sentence == NULL)
    return;
  g_string_append_printf (listing, "%s: %s\n",
                          article->title != NULL ? article->title : article->id, sentence);
  for (guint i = 0; article->candidates != NULL && i < article->candidates->len; i++)
    {
      const KhattCandidate *candidate = g_ptr_array_index (article->candidates, i);

      g_string_append_printf (listing, "  %s\n", candidate->date);
      for (gsize k = 0; candidate->reasons[k] != NULL; k++)
        g_string_append_printf (listing, "    %s\n", candidate->reasons[k]);
    }
  g_string_append_c (listing, '\n');
}

/**
 * khatt_cli_list_events:
 * @snapshot: what to list
 *
 * Lists what is known of articles without a day of publication, then the events in the model's
 * order, in the user's language. Control characters of the data are dropped, so that a file cannot
 * steer the terminal.
 *
 * Returns: (transfer full): UTF-8 text
 */
char *
khatt_cli_list_events (KhattSnapshot *snapshot)
{
  g_autoptr (GString) listing = g_string_new (NULL);
  g_autofree char *language = khatt_cli_dup_language ();
  KhattWords words = khatt_words_for_language (language);
  guint32 n_events = khatt_snapshot_get_n_events (snapshot);

  for (guint i = 0; i < khatt_snapshot_get_n_articles (snapshot); i++)
    list_unpublished (listing, khatt_snapshot_get_article (snapshot, i), &words);
  for (guint32 position = 0; position < n_events; position++)
    list_event (listing, snapshot, khatt_snapshot_get_slot (snapshot, position), &words);
  g_string_append_printf (listing, g_dngettext (GETTEXT_PACKAGE, "%u event", "%u events", n_events),
                          n_events);
  g_string_append_c (listing, '\n');
  return khatt_bidi_strip (listing->str);
}
