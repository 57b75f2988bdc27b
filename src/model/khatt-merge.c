/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reports of articles come into a timeline. An article that is there already, word for word, says
 * nothing new. The others are given ids that nobody has. */

#include "khatt-merge.h"

#include <glib/gi18n-lib.h>

#include "khatt-bidi.h"

typedef struct
{
  KhattTimeline *timeline;
  GHashTable *ids;   /* of articles, borrowed */
  GHashTable *texts; /* of articles, borrowed */
  guint64 next_id;
} Shelf;

static void
shelf_init (Shelf *shelf, KhattTimeline *timeline)
{
  shelf->timeline = timeline;
  shelf->ids = g_hash_table_new (g_str_hash, g_str_equal);
  shelf->texts = g_hash_table_new (g_str_hash, g_str_equal);
  shelf->next_id = khatt_timeline_get_n_articles (timeline) + 1;
  for (guint i = 0; i < khatt_timeline_get_n_articles (timeline); i++)
    {
      KhattArticle *article = khatt_timeline_get_article (timeline, i);

      g_hash_table_add (shelf->ids, article->id);
      if (article->text != NULL)
        g_hash_table_add (shelf->texts, article->text);
    }
}

static void
shelf_clear (Shelf *shelf)
{
  g_hash_table_unref (shelf->ids);
  g_hash_table_unref (shelf->texts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Shelf, shelf_clear)

static void
place (Shelf *shelf, KhattReport *report)
{
  g_autofree char *id = NULL;

  do
    {
      g_free (id);
      id = g_strdup_printf ("a%" G_GUINT64_FORMAT, shelf->next_id++);
    }
  while (g_hash_table_contains (shelf->ids, id));
  khatt_report_set_id (report, id);
  g_hash_table_add (shelf->ids, report->article->id);
  if (report->article->text != NULL)
    g_hash_table_add (shelf->texts, report->article->text);
}

/* The first article says what an empty document is. */
static void
describe (KhattTimeline *timeline, const KhattArticle *article)
{
  if (khatt_timeline_get_n_articles (timeline) > 0)
    return;
  if (khatt_timeline_get_title (timeline) == NULL)
    khatt_timeline_set_title (timeline, article->title);
  if (article->text == NULL ||
      khatt_bidi_direction (article->text, KHATT_DIRECTION_LTR) != KHATT_DIRECTION_RTL)
    return;
  if (khatt_timeline_get_language (timeline) == NULL)
    khatt_timeline_set_language (timeline, "ar");
  khatt_timeline_set_direction (timeline, KHATT_DIRECTION_RTL);
}

static GPtrArray *
take_events (GPtrArray *reports, Shelf *shelf, KhattMergeResult *result)
{
  GPtrArray *events = g_ptr_array_new ();

  for (guint i = 0; i < reports->len; i++)
    {
      KhattReport *report = g_ptr_array_index (reports, i);

      if (report->article->text != NULL &&
          g_hash_table_contains (shelf->texts, report->article->text))
        {
          result->n_known++;
          continue;
        }
      describe (shelf->timeline, report->article);
      place (shelf, report);
      khatt_timeline_add_article (shelf->timeline, report->article);
      result->n_articles++;
      for (guint j = 0; j < report->events->len; j++)
        g_ptr_array_add (events, g_ptr_array_index (report->events, j));
    }
  return events;
}

/* Ids are each article's own; those of the timeline are given anew. */
static void
give_up_ids (KhattTimeline *timeline, GPtrArray *events)
{
  for (guint i = 0; i < events->len; i++)
    {
      KhattEventData *event = g_ptr_array_index (events, i);

      g_clear_pointer (&event->id, g_free);
    }
}

/**
 * khatt_merge_add:
 * @timeline: a timeline
 * @reports: (element-type KhattReport): what articles report; their events are changed
 * @result: (out caller-allocates): how many came to be
 *
 * Adds articles and what they report, as one step.
 */
void
khatt_merge_add (KhattTimeline *timeline, GPtrArray *reports, KhattMergeResult *result)
{
  g_auto (Shelf) shelf = { 0 };
  g_autoptr (GPtrArray) events = NULL;

  g_return_if_fail (KHATT_IS_TIMELINE (timeline));

  *result = (KhattMergeResult){ 0 };
  shelf_init (&shelf, timeline);
  khatt_timeline_begin_step (timeline, _ ("Add articles"));
  events = take_events (reports, &shelf, result);
  give_up_ids (timeline, events);
  khatt_timeline_add_many (timeline, events);
  result->n_added = events->len;
  khatt_timeline_end_step (timeline);
}
