/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A document and which of its events count, for a thread. */

#include "khatt-filter-job.h"

/**
 * khatt_filter_job_new:
 * @snapshot: a document
 * @filter: which of its events count
 *
 * Returns: (transfer full): both, for a thread
 */
KhattFilterJob *
khatt_filter_job_new (KhattSnapshot *snapshot, const KhattFilter *filter)
{
  KhattFilterJob *job = g_new (KhattFilterJob, 1);

  job->snapshot = khatt_snapshot_ref (snapshot);
  job->filter = khatt_filter_copy (filter);
  return job;
}

/**
 * khatt_filter_job_free:
 * @job: (transfer full): a job
 *
 * Frees @job.
 */
void
khatt_filter_job_free (KhattFilterJob *job)
{
  khatt_snapshot_unref (job->snapshot);
  khatt_filter_free (job->filter);
  g_free (job);
}
