/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* KhattLoading: what readers of all formats do alike: say what they could not use, take words and
 * dates for what they mean, and give events that come without a usable id one. */

#include "khatt-loading.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "khatt-date-cache.h"
#include "khatt-issue.h"
#include "khatt-limits.h"

/**
 * khatt_loading_init: (skip)
 * @loading: (out caller-allocates): to be set up; clear with khatt_loading_clear()
 * @timeline: where events go
 * @issues: (element-type KhattIssue): where issues go
 */
void
khatt_loading_init (KhattLoading *loading, KhattTimeline *timeline, GPtrArray *issues)
{
  *loading = (KhattLoading){
    .timeline = timeline,
    .issues = issues,
    .foreign_kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .articles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) khatt_article_unref),
    .unresolved = g_array_new (FALSE, FALSE, sizeof (guint32)),
    .dates = khatt_date_cache_new (),
  };
}

/**
 * khatt_loading_clear: (skip)
 * @loading: a loading
 */
void
khatt_loading_clear (KhattLoading *loading)
{
  g_clear_pointer (&loading->foreign_kinds, g_hash_table_unref);
  g_clear_pointer (&loading->articles, g_hash_table_unref);
  g_clear_pointer (&loading->unresolved, g_array_unref);
  g_clear_pointer (&loading->dates, khatt_date_cache_free);
}

static void
add_issue (KhattLoading *loading, KhattPlace place, const char *format, va_list arguments)
{
  g_autofree char *message = NULL;

  loading->has_losses = TRUE;
  if (loading->n_issues++ >= KHATT_LIMIT_ISSUES)
    return;
  message = g_strdup_vprintf (format, arguments);
  khatt_issues_add (loading->issues, loading->file, place.line, place.column, "%s", message);
}

/**
 * khatt_loading_issue: (skip)
 * @loading: a loading
 * @format: a sentence: what was found, what was expected
 * @...: what the format needs
 *
 * Adds an issue where the reader is, unless there are too many already, and says that saving would
 * lose something.
 */
void
khatt_loading_issue (KhattLoading *loading, const char *format, ...)
{
  gboolean is_kept = loading->n_issues < KHATT_LIMIT_ISSUES && loading->locate != NULL;
  KhattPlace place = is_kept ? loading->locate (loading->reader) : (KhattPlace){ 0, 0 };
  va_list arguments;

  va_start (arguments, format);
  add_issue (loading, place, format, arguments);
  va_end (arguments);
}

/**
 * khatt_loading_issue_at: (skip)
 * @loading: a loading
 * @place: where
 * @format: a sentence: what was found, what was expected
 * @...: what the format needs
 */
void
khatt_loading_issue_at (KhattLoading *loading, KhattPlace place, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  add_issue (loading, place, format, arguments);
  va_end (arguments);
}

/**
 * khatt_loading_finish_issues: (skip)
 * @loading: a loading that is done with its file
 *
 * Says how many issues were not kept.
 */
void
khatt_loading_finish_issues (KhattLoading *loading)
{
  guint n_more =
      loading->n_issues > KHATT_LIMIT_ISSUES ? loading->n_issues - KHATT_LIMIT_ISSUES : 0;

  if (n_more > 0)
    khatt_issues_add (loading->issues, loading->file, 0, 0,
                      g_dngettext (GETTEXT_PACKAGE, "There is %u more issue of this file.",
                                   "There are %u more issues of this file.", n_more),
                      n_more);
}

/**
 * khatt_loading_set_kind: (skip)
 * @loading: a loading
 * @scratch: the event
 * @word: what the file says
 *
 * A word that is no kind becomes "other" and a tag; the first time it is an issue.
 */
void
khatt_loading_set_kind (KhattLoading *loading, KhattScratch *scratch, const char *word)
{
  KhattEventData *event = &scratch->event;
  gboolean is_kept;

  if (*word == '\0' || khatt_kind_from_name (word, &event->kind))
    return;

  event->kind = KHATT_KIND_OTHER;
  g_ptr_array_add (event->tags, khatt_scratch_string (scratch, word, strlen (word)));
  if (g_hash_table_contains (loading->foreign_kinds, word))
    return;
  khatt_loading_issue (loading, _ ("“%s” is no kind of event; it became “other” and a tag."), word);
  is_kept = loading->n_issues <= KHATT_LIMIT_ISSUES;
  g_hash_table_insert (loading->foreign_kinds, g_strdup (word),
                       GUINT_TO_POINTER (is_kept ? loading->issues->len : 0));
}

/**
 * khatt_loading_set_status: (skip)
 * @loading: a loading
 * @scratch: the event
 * @word: what the file says
 */
void
khatt_loading_set_status (KhattLoading *loading, KhattScratch *scratch, const char *word)
{
  if (*word != '\0' && !khatt_status_from_name (word, &scratch->event.status))
    khatt_loading_issue (loading,
                         _ ("“%s” is no status; expected happened, planned, proposed, cancelled or "
                            "denied."),
                         word);
}

/**
 * khatt_loading_get_role: (skip)
 * @loading: a loading
 * @word: what the file says
 *
 * Returns: the role; participant where the word is none
 */
KhattRole
khatt_loading_get_role (KhattLoading *loading, const char *word)
{
  KhattRole role = KHATT_ROLE_PARTICIPANT;

  if (*word != '\0' && !khatt_role_from_name (word, &role))
    khatt_loading_issue (loading, _ ("“%s” is no role; the actor became a participant."), word);
  return role;
}

static void
keep_date_text (KhattScratch *scratch, const char *text)
{
  if (scratch->event.date_text == NULL)
    scratch->event.date_text = khatt_scratch_string (scratch, text, strlen (text));
}

/**
 * khatt_loading_set_date: (skip)
 * @loading: a loading
 * @scratch: the event
 * @edtf: what the file says
 *
 * What is no date is an issue and stays as the event's date in words.
 */
void
khatt_loading_set_date (KhattLoading *loading, KhattScratch *scratch, const char *edtf)
{
  KhattEventData *event = &scratch->event;
  g_autoptr (GError) error = NULL;

  if (*edtf == '\0')
    return;
  if (khatt_date_cache_parse (loading->dates, edtf, &event->date, &error))
    {
      if ((event->date.flags & KHATT_DATE_NOT_CANONICAL) != 0)
        event->date_edtf = khatt_scratch_string (scratch, edtf, strlen (edtf));
      return;
    }

  event->date = KHATT_DATE_NONE;
  keep_date_text (scratch, edtf);
  khatt_loading_issue (loading, "%s", error->message);
}

/**
 * khatt_loading_set_start_end: (skip)
 * @loading: a loading
 * @scratch: the event
 * @start: (nullable): when it began
 * @end: (nullable): the last moment of it, inclusive; without one it is one date
 */
void
khatt_loading_set_start_end (KhattLoading *loading,
                             KhattScratch *scratch,
                             const char *start,
                             const char *end)
{
  KhattEventData *event = &scratch->event;
  gboolean has_start = start != NULL && *start != '\0';
  gboolean has_end = end != NULL && *end != '\0';
  g_autofree char *both = NULL;
  g_autoptr (GError) error = NULL;
  KhattDate first;
  KhattDate last;

  if (!has_end)
    {
      khatt_loading_set_date (loading, scratch, has_start ? start : "");
      return;
    }

  both = g_strconcat (has_start ? start : "..", "/", end, NULL);
  if (khatt_date_cache_parse (loading->dates, both, &event->date, NULL))
    {
      if ((event->date.flags & KHATT_DATE_NOT_CANONICAL) != 0)
        event->date_edtf = khatt_scratch_string (scratch, both, strlen (both));
      return;
    }

  /* Ends that are ranges themselves have no EDTF of their own; one of them may be open. */
  has_start = has_start && strcmp (start, "..") != 0;
  has_end = strcmp (end, "..") != 0;
  if (has_start && !khatt_date_cache_parse (loading->dates, start, &first, &error))
    khatt_loading_issue (loading, "%s", error->message);
  else if (has_end && !khatt_date_cache_parse (loading->dates, end, &last, &error))
    khatt_loading_issue (loading, "%s", error->message);
  else
    {
      event->date = khatt_date_from_bounds (has_start ? &first : NULL, has_end ? &last : NULL,
                                            KHATT_DATE_INTERVAL);
      if (khatt_date_is_known (&event->date))
        return;
      khatt_loading_issue (loading, _ ("The end, %s, lies before the start, %s."), end, start);
    }
  event->date = KHATT_DATE_NONE;
  keep_date_text (scratch, both);
}

/**
 * khatt_loading_dup_id_taken: (skip)
 * @wanted: the id that an event came with
 * @given: the id that it was given
 *
 * Returns: (transfer full): the sentence for it
 */
char *
khatt_loading_dup_id_taken (const char *wanted, const char *given)
{
  return g_strdup_printf (_ ("There is an event “%s” already; this one became “%s”."), wanted,
                          given);
}

/**
 * khatt_loading_check_actors: (skip)
 * @loading: a loading
 * @event: an event
 *
 * Says how many of too many actors are kept.
 */
void
khatt_loading_check_actors (KhattLoading *loading, const KhattEventData *event)
{
  if (event->actors->len > KHATT_EVENT_MAX_ACTORS)
    khatt_loading_issue (loading, _ ("The event has %u actors; the first %d were kept."),
                         event->actors->len, KHATT_EVENT_MAX_ACTORS);
}

/**
 * khatt_loading_add_event: (skip)
 * @loading: a loading
 * @scratch: the event
 *
 * Adds it to the timeline. An id that another event has is an issue, and it is given a new one.
 *
 * Returns: its slot
 */
guint32
khatt_loading_add_event (KhattLoading *loading, KhattScratch *scratch)
{
  const KhattEventData *event = &scratch->event;
  guint32 slot = khatt_timeline_add (loading->timeline, event);
  const char *id = khatt_timeline_get_id (loading->timeline, slot);

  if (event->id != NULL && strcmp (event->id, id) != 0)
    {
      g_autofree char *message = khatt_loading_dup_id_taken (event->id, id);

      khatt_loading_issue (loading, "%s", message);
    }
  return slot;
}

/**
 * khatt_loading_new_article: (skip)
 * @loading: a loading
 * @id: (nullable): what the file calls it
 * @text: (nullable): its text
 *
 * Makes an article with an id that no article of the timeline has.
 *
 * Returns: (transfer full): an article to be filled in, then given to khatt_loading_add_article()
 */
KhattArticle *
khatt_loading_new_article (KhattLoading *loading, const char *id, const char *text)
{
  g_autofree char *free_id = NULL;

  if (id != NULL && g_hash_table_contains (loading->articles, id))
    khatt_loading_issue (loading, _ ("There is an article “%s” already."), id);
  if (id != NULL && khatt_timeline_get_article_by_id (loading->timeline, id) == NULL)
    return khatt_article_new (id, text, -1);

  for (guint number = khatt_timeline_get_n_articles (loading->timeline) + 1;; number++)
    {
      g_free (free_id);
      free_id = g_strdup_printf ("a%u", number);
      if (khatt_timeline_get_article_by_id (loading->timeline, free_id) == NULL)
        return khatt_article_new (free_id, text, -1);
    }
}

/**
 * khatt_loading_add_article: (skip)
 * @loading: a loading
 * @id: (nullable): what the file calls it
 * @article: an article, not to be changed from here on
 */
void
khatt_loading_add_article (KhattLoading *loading, const char *id, KhattArticle *article)
{
  khatt_timeline_add_article (loading->timeline, article);
  if (id != NULL && !g_hash_table_contains (loading->articles, id))
    g_hash_table_insert (loading->articles, g_strdup (id), khatt_article_ref (article));
}

/* ---- Spans ---- */

static gboolean
convert_span (const KhattArticle *article, gssize *first, gssize *after)
{
  gssize first_byte = article != NULL ? khatt_article_bytes_from_points (article, *first) : -1;
  gssize after_byte = article != NULL ? khatt_article_bytes_from_points (article, *after) : -1;
  gboolean is_within = first_byte >= 0 && after_byte >= first_byte;

  *first = is_within ? first_byte : -1;
  *after = is_within ? after_byte : -1;
  return is_within;
}

static KhattArticle *
find_article (KhattLoading *loading, const char *id)
{
  return id != NULL ? g_hash_table_lookup (loading->articles, id) : NULL;
}

static void
check_excerpt (KhattLoading *loading, const KhattArticle *article, const KhattSourceData *source)
{
  gsize length = (gsize) (source->span_after - source->span_first);

  if (source->excerpt == NULL ||
      (strlen (source->excerpt) == length &&
       memcmp (source->excerpt, article->text + source->span_first, length) == 0))
    return;
  khatt_loading_issue (loading, _ ("The excerpt is not what stands at its span in article “%s”."),
                       article->id);
}

static void
convert_source (KhattLoading *loading, KhattSourceData *source)
{
  const KhattArticle *article = find_article (loading, source->article);

  if (source->span_first >= 0 && !convert_span (article, &source->span_first, &source->span_after))
    khatt_loading_issue (loading, _ ("A source has a span that is not in its article."));
  else if (source->span_first >= 0)
    check_excerpt (loading, article, source);
  if (source->date_first >= 0 && !convert_span (article, &source->date_first, &source->date_after))
    khatt_loading_issue (loading, _ ("A source has words of a date that are not in its article."));
}

static void
convert_quote (KhattLoading *loading, KhattQuoteData *quote)
{
  if (quote->span_first >= 0 && !convert_span (find_article (loading, quote->article),
                                               &quote->span_first, &quote->span_after))
    khatt_loading_issue (loading, _ ("A quotation has a span that is not in its article."));
}

/**
 * khatt_loading_convert_spans: (skip)
 * @loading: a loading
 * @event: an event whose spans count code points
 *
 * Makes its spans count bytes; one that is not in its article is an issue and goes.
 */
void
khatt_loading_convert_spans (KhattLoading *loading, KhattEventData *event)
{
  for (guint i = 0; i < event->sources->len; i++)
    convert_source (loading, g_ptr_array_index (event->sources, i));
  for (guint i = 0; i < event->quotes->len; i++)
    convert_quote (loading, g_ptr_array_index (event->quotes, i));
}

/**
 * khatt_loading_resolve: (skip)
 * @loading: a loading whose file is read, its timeline in no bulk any more
 *
 * Converts the spans of events that came before the articles they are in.
 */
void
khatt_loading_resolve (KhattLoading *loading)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (loading->timeline);

  for (guint i = 0; i < loading->unresolved->len; i++)
    {
      guint32 slot = g_array_index (loading->unresolved, guint32, i);
      g_autoptr (KhattEventData) event = khatt_snapshot_dup_event (snapshot, slot);

      khatt_loading_convert_spans (loading, event);
      khatt_timeline_change (loading->timeline, slot, event);
    }
  g_array_set_size (loading->unresolved, 0);
}
