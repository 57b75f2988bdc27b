/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* KhattReport: what one article says, before it has a place in a timeline. Threads that read
 * articles know nothing of each other; only when all reports lie together do articles get their
 * ids. */

#include "khatt-report.h"

#include "khatt-snapshot.h"

/**
 * khatt_report_new:
 * @article: (transfer full): an article that nobody shares
 * @events: (transfer full) (element-type KhattEventData): what was read from it
 *
 * Returns: (transfer full): both
 */
KhattReport *
khatt_report_new (KhattArticle *article, GPtrArray *events)
{
  KhattReport *report = g_new0 (KhattReport, 1);

  report->article = article;
  report->events = events;
  return report;
}

/**
 * khatt_report_free:
 * @report: (transfer full): a report
 */
void
khatt_report_free (KhattReport *report)
{
  khatt_article_unref (report->article);
  g_ptr_array_unref (report->events);
  g_free (report->matches);
  g_free (report->is_comparable);
  g_free (report);
}

/**
 * khatt_report_prepare:
 * @report: a report whose events are complete
 *
 * Does what merging needs of each event alone, in whichever thread has the time.
 */
void
khatt_report_prepare (KhattReport *report)
{
  if (report->matches != NULL)
    return;
  report->matches = g_new (KhattComparand, report->events->len + 1);
  report->is_comparable = g_new (gboolean, report->events->len + 1);
  for (guint i = 0; i < report->events->len; i++)
    report->is_comparable[i] = khatt_comparand_init (
        &report->matches[i], g_ptr_array_index (report->events, i), KHATT_SLOT_NONE);
}

static void
replace (char **id, const char *old, const char *new)
{
  if (g_strcmp0 (*id, old) != 0)
    return;
  g_free (*id);
  *id = g_strdup (new);
}

/**
 * khatt_report_set_id:
 * @report: a report
 * @id: what its article is called from here on
 *
 * Calls the article so, and wherever its events name it.
 */
void
khatt_report_set_id (KhattReport *report, const char *id)
{
  const char *old = report->article->id;

  for (guint i = 0; i < report->events->len; i++)
    {
      KhattEventData *event = g_ptr_array_index (report->events, i);

      for (guint j = 0; j < event->sources->len; j++)
        replace (&((KhattSourceData *) g_ptr_array_index (event->sources, j))->article, old, id);
      for (guint j = 0; j < event->quotes->len; j++)
        replace (&((KhattQuoteData *) g_ptr_array_index (event->quotes, j))->article, old, id);
    }
  g_free (report->article->id);
  report->article->id = g_strdup (id);
}
