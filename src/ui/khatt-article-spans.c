/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which stretches of an article belong to which events: the link between the text and the timeline,
 * in both directions. Where stretches overlap, each gets a level, so that their underlines can be
 * told apart: the shortest lies nearest to the letters. */

#include "khatt-article-spans.h"

#include "khatt-article-words.h"

static void
add_span (GArray *spans,
          const KhattArticle *article,
          const KhattArticleSpan *like,
          gssize first,
          gssize after)
{
  KhattArticleSpan span = *like;

  if (first < 0 || after <= first)
    return;
  span.first = khatt_article_points_from_bytes (article, first);
  span.after = khatt_article_points_from_bytes (article, after);
  if (span.first >= 0 && span.after > span.first)
    g_array_append_val (spans, span);
}

static void
add_source (GArray *spans,
            const KhattArticle *article,
            const KhattArticleSpan *like,
            const KhattSourceData *source)
{
  KhattArticleSpan span = *like;

  if (source->date_first >= 0)
    {
      span.date_first = khatt_article_points_from_bytes (article, source->date_first);
      span.date_after = khatt_article_points_from_bytes (article, source->date_after);
      span.is_date_relative = khatt_article_words_is_relative (source);
    }
  add_span (spans, article, &span, source->span_first, source->span_after);
}

static void
add_event (GArray *spans, const KhattSnapshot *snapshot, const KhattArticle *article, guint32 slot)
{
  g_autoptr (KhattEventData) event = khatt_snapshot_dup_event (snapshot, slot);
  KhattArticleSpan like = {
    .slot = slot,
    .kind = event->kind,
    .status = event->status,
    .hue = khatt_hue_from_color (event->color),
    .date_first = -1,
    .date_after = -1,
  };

  for (guint i = 0; i < event->sources->len; i++)
    {
      const KhattSourceData *source = g_ptr_array_index (event->sources, i);

      if (g_strcmp0 (source->article, article->id) == 0)
        add_source (spans, article, &like, source);
    }
  like.is_quotation = TRUE;
  for (guint i = 0; i < event->quotes->len; i++)
    {
      const KhattQuoteData *quote = g_ptr_array_index (event->quotes, i);

      if (g_strcmp0 (quote->article, article->id) == 0)
        add_span (spans, article, &like, quote->span_first, quote->span_after);
    }
}

static int
compare_lengths (gconstpointer a, gconstpointer b)
{
  const KhattArticleSpan *one = a;
  const KhattArticleSpan *other = b;
  gssize lengths[] = { one->after - one->first, other->after - other->first };

  if (lengths[0] != lengths[1])
    return lengths[0] < lengths[1] ? -1 : 1;
  return (one->first > other->first) - (one->first < other->first);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const KhattArticleSpan *one = a;
  const KhattArticleSpan *other = b;

  if (one->first != other->first)
    return one->first < other->first ? -1 : 1;
  return (one->after < other->after) - (one->after > other->after);
}

/* Each span one level below the deepest shorter one that it overlaps. */
static void
set_levels (GArray *spans)
{
  g_array_sort (spans, compare_lengths);
  for (guint i = 0; i < spans->len; i++)
    {
      KhattArticleSpan *span = &g_array_index (spans, KhattArticleSpan, i);

      for (guint j = 0; j < i; j++)
        {
          const KhattArticleSpan *shorter = &g_array_index (spans, KhattArticleSpan, j);

          if (shorter->first < span->after && span->first < shorter->after)
            span->level = MAX (span->level, shorter->level + 1);
        }
    }
  g_array_sort (spans, compare_places);
}

/**
 * khatt_article_spans_new:
 * @snapshot: the events
 * @article: one of the articles they were read from
 * @slots: (nullable) (element-type guint32): which of them were read from @article; those that were
 *   dismissed are left out
 *
 * Returns: (transfer full) (element-type KhattArticleSpan): the spans of @article, by where they
 * begin, the longer first
 */
GArray *
khatt_article_spans_new (const KhattSnapshot *snapshot,
                         const KhattArticle *article,
                         const GArray *slots)
{
  GArray *spans = g_array_new (FALSE, TRUE, sizeof (KhattArticleSpan));

  for (guint i = 0; slots != NULL && i < slots->len; i++)
    {
      guint32 slot = g_array_index (slots, guint32, i);

      if (khatt_snapshot_has_slot (snapshot, slot))
        add_event (spans, snapshot, article, slot);
    }
  set_levels (spans);
  return spans;
}

/**
 * khatt_article_spans_pick:
 * @spans: (element-type KhattArticleSpan): the spans of an article
 * @point: a place in its text, in code points
 *
 * Returns: (nullable): the shortest span that holds @point
 */
const KhattArticleSpan *
khatt_article_spans_pick (const GArray *spans, gssize point)
{
  const KhattArticleSpan *best = NULL;

  for (guint i = 0; i < spans->len; i++)
    {
      const KhattArticleSpan *span = &g_array_index (spans, KhattArticleSpan, i);

      if (span->first > point)
        break;
      if (point < span->after && (!best || span->after - span->first < best->after - best->first))
        best = span;
    }
  return best;
}

/**
 * khatt_article_spans_find:
 * @spans: (element-type KhattArticleSpan): the spans of an article
 * @slot: an event
 *
 * Returns: (nullable): where @slot was read from first; one of its quotations only where nothing
 * else is known of it
 */
const KhattArticleSpan *
khatt_article_spans_find (const GArray *spans, guint32 slot)
{
  const KhattArticleSpan *quotation = NULL;

  for (guint i = 0; i < spans->len; i++)
    {
      const KhattArticleSpan *span = &g_array_index (spans, KhattArticleSpan, i);

      if (span->slot != slot)
        continue;
      if (!span->is_quotation)
        return span;
      if (!quotation)
        quotation = span;
    }
  return quotation;
}

/**
 * khatt_article_spans_step:
 * @spans: (element-type KhattArticleSpan): the spans of an article
 * @slot: an event, or %KHATT_SLOT_NONE
 * @is_forward: whether to go towards the end of the text
 *
 * Returns: the event that was read from the text after @slot, or before it; @slot where there is no
 * further one. Where @slot was not read from the text, its first event, or its last; with no events
 * @slot
 */
guint32
khatt_article_spans_step (const GArray *spans, guint32 slot, gboolean is_forward)
{
  gboolean is_next = !khatt_article_spans_find (spans, slot);

  for (guint i = 0; i < spans->len; i++)
    {
      guint at = is_forward ? i : spans->len - 1 - i;
      const KhattArticleSpan *span = &g_array_index (spans, KhattArticleSpan, at);

      if (khatt_article_spans_find (spans, span->slot) != span)
        continue;
      if (is_next)
        return span->slot;
      is_next = span->slot == slot;
    }
  return slot;
}
