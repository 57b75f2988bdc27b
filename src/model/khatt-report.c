/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* KhattReport: what one article says, before it has a place in a timeline. Threads that read
 * articles know nothing of each other; only when all reports lie together do articles get their
 * ids. */

#include "khatt-report.h"

#include "khatt-crew.h"
#include "khatt-snapshot.h"

/* Reports that a thread frees at once. */
#define PORTION 64
/* Events of an article that are looked at for one that is like another. */
#define TWIN_REACH 64

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
  for (guint i = 0; report->matches != NULL && i < report->events->len; i++)
    khatt_comparand_clear (&report->matches[i]);
  khatt_article_unref (report->article);
  g_ptr_array_unref (report->events);
  g_free (report->matches);
  g_free (report);
}

static void
free_portion (guint portion, gpointer data)
{
  GPtrArray *reports = data;
  guint first = portion * PORTION;

  for (guint i = first; i < MIN (first + PORTION, reports->len); i++)
    khatt_report_free (g_ptr_array_index (reports, i));
}

/**
 * khatt_report_free_many:
 * @reports: (element-type KhattReport): reports, none of them afterwards
 * @n_threads: how many threads; 0: one for each core
 *
 * Frees all of them; with thousands of articles this takes its time.
 */
void
khatt_report_free_many (GPtrArray *reports, guint n_threads)
{
  guint n_portions = (reports->len + PORTION - 1) / PORTION;

  khatt_crew_run (n_threads, n_portions, free_portion, reports);
  g_free (g_ptr_array_steal (reports, NULL));
}

/* Twins go first when events are taken up, so that what joins them can choose. */
static void
find_twins (KhattReport *report)
{
  for (guint i = 0; i < report->events->len; i++)
    {
      KhattComparand *match = &report->matches[i];

      for (guint j = i - MIN (i, TWIN_REACH); j < i && match->is_comparable; j++)
        {
          KhattComparand *other = &report->matches[j];

          if (!other->is_comparable || !khatt_comparand_is_like (match, other))
            continue;
          match->is_twin = TRUE;
          other->is_twin = TRUE;
        }
    }
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
  for (guint i = 0; i < report->events->len; i++)
    khatt_comparand_init (&report->matches[i], g_ptr_array_index (report->events, i),
                          KHATT_SLOT_NONE);
  find_twins (report);
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
