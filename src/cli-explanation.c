/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Why the reader took a sentence for an event: for each report of each event the sentence, the
 * rules, what they filled, and the day that its date was counted from. Made of what events and
 * articles say anyway, so that a document which was saved can be explained too. The words are those
 * of files, for scripts and for whoever mends a rule.
 */

#include "cli.h"

#include "khatt-article-words.h"
#include "khatt-dateline.h"
#include "khatt-words.h"

static void
add_line (GString *text, const char *key, const char *value)
{
  if (value != NULL && *value != '\0')
    g_string_append_printf (text, "  %s: %s\n", key, value);
}

static void
add_slots (GString *text, const KhattEventData *event)
{
  add_line (text, "kind", khatt_kind_get_name (event->kind));
  add_line (text, "status", khatt_status_get_name (event->status));
  for (guint i = 0; i < event->actors->len; i++)
    {
      const KhattActorData *actor = g_ptr_array_index (event->actors, i);

      add_line (text, khatt_role_get_name (actor->role), actor->name);
    }
  add_line (text, "place", event->place);
  for (guint i = 0; i < event->topics->len; i++)
    add_line (text, "topic", g_ptr_array_index (event->topics, i));
}

static gboolean
has_date_rule (const KhattSourceData *source)
{
  for (guint i = 0; source->rules != NULL && source->rules[i] != NULL; i++)
    {
      if (g_str_has_prefix (source->rules[i], "date."))
        return TRUE;
    }
  return FALSE;
}

/* What the report's dates count from: its dateline, else the day of publication, else nothing. */
static void
add_reference (GString *text,
               const KhattSourceData *source,
               const KhattArticle *article,
               const KhattLexicon *lexicon)
{
  const char *published = article != NULL ? article->published : NULL;
  const KhattWords words = khatt_words_for_language ("en");
  g_autoptr (KhattDateline) dateline = NULL;
  g_autofree char *weekday = NULL;

  if (article != NULL && published == NULL && article->weekday != 0)
    weekday = khatt_calendar_dup_weekday_name (article->weekday, KHATT_WIDTH_WIDE, &words);
  if (published != NULL && source->span_first >= 0)
    dateline = khatt_dateline_find (lexicon, article, source->span_first);
  if (dateline != NULL)
    {
      add_line (text, "counted-from", dateline->day);
      add_line (text, "dateline", dateline->text);
      add_line (text, "published", published);
    }
  else if (published != NULL)
    add_line (text, "counted-from", published);
  else
    add_line (text, "counted-from", "no day: not published");
  add_line (text, "written-on", weekday);
  for (guint i = 0; article != NULL && published == NULL && article->candidates != NULL &&
                    i < article->candidates->len;
       i++)
    add_line (text, "published-perhaps",
              ((KhattCandidate *) g_ptr_array_index (article->candidates, i))->date);
}

static void
add_date (GString *text,
          const KhattEventData *event,
          const KhattSourceData *source,
          const KhattArticle *article,
          const KhattLexicon *lexicon)
{
  g_autofree char *edtf =
      khatt_date_is_known (&event->date) ? khatt_date_to_edtf (&event->date) : NULL;
  g_autofree char *words = khatt_article_words_date (article, source);
  const char *date = source->date != NULL ? source->date : edtf;

  add_line (text, "date", date != NULL ? date : "unknown");
  add_line (text, "date-text", event->date_text);
  add_line (text, "date-words", words);
  add_line (text, "date-from", has_date_rule (source) ? "a phrase of the text" : "the report");
  add_reference (text, source, article, lexicon);
}

static void
add_source (GString *text,
            KhattSnapshot *snapshot,
            const KhattEventData *event,
            const KhattSourceData *source,
            const KhattLexicon *lexicon)
{
  const KhattArticle *article = khatt_snapshot_get_article_by_id (snapshot, source->article);
  g_autofree char *rules = source->rules != NULL ? g_strjoinv (" ", source->rules) : NULL;

  g_string_append_printf (text, "%s %s\n", event->id,
                          source->article != NULL ? source->article : "-");
  add_line (text, "sentence", source->excerpt);
  add_line (text, "rules", rules != NULL ? rules : "none: a person");
  add_slots (text, event);
  add_date (text, event, source, article, lexicon);
  add_line (text, "attribution", source->attribution);
  g_string_append_c (text, '\n');
}

/**
 * khatt_cli_explain_events:
 * @snapshot: a timeline
 *
 * Returns: (transfer full): why each of its events is there
 */
char *
khatt_cli_explain_events (KhattSnapshot *snapshot)
{
  GString *text = g_string_new (NULL);
  g_autoptr (KhattLexicon) lexicon = khatt_cli_load_lexicon (NULL);

  for (guint32 i = 0; i < khatt_snapshot_get_n_events (snapshot); i++)
    {
      g_autoptr (KhattEventData) event =
          khatt_snapshot_dup_event (snapshot, khatt_snapshot_get_slot (snapshot, i));

      for (guint j = 0; j < event->sources->len; j++)
        add_source (text, snapshot, event, g_ptr_array_index (event->sources, j), lexicon);
    }
  return g_string_free (text, FALSE);
}
