/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Counts the events of a whole document into the columns of the overview: one walk over the
 * records, safe in a thread. */

#include "khatt-overview-bins.h"

#include "khatt-anchor.h"

#include <math.h>

#define CHECK_INTERVAL 65536 /* events between two looks at the cancellable */

/**
 * khatt_overview_bins_new:
 * @snapshot: the document
 * @scale: where its time is in the strip; bins begin at its least x
 * @bin_width: in pixels
 * @cancellable: (nullable): to give up
 *
 * Returns: (transfer full) (nullable): the counts; %NULL where it was cancelled
 */
KhattOverviewBins *
khatt_overview_bins_new (KhattSnapshot *snapshot,
                         const KhattScale *scale,
                         double bin_width,
                         GCancellable *cancellable)
{
  g_autoptr (KhattOverviewBins) bins = g_new0 (KhattOverviewBins, 1);
  guint32 n_dated = khatt_snapshot_get_n_dated (snapshot);

  g_atomic_ref_count_init (&bins->references);
  bins->n_bins = MAX (1, ceil (scale->width / bin_width));
  bins->counts = g_malloc0_n (bins->n_bins, sizeof *bins->counts);
  g_autofree guint32 *sums = g_new0 (guint32, bins->n_bins);

  for (guint32 position = 0; position < n_dated; position++)
    {
      const KhattRecord *record =
          khatt_snapshot_get_record (snapshot, khatt_snapshot_get_slot (snapshot, position));

      if (position % CHECK_INTERVAL == 0 && g_cancellable_is_cancelled (cancellable))
        return NULL;

      KhattAnchor anchor = khatt_anchor_from_date (&record->date);
      double x = khatt_scale_x (scale, khatt_anchor_get_middle (&anchor)) - scale->start;
      guint bin = CLAMP (floor (x / bin_width), 0, bins->n_bins - 1);

      bins->counts[bin][record->kind]++;
      bins->highest = MAX (bins->highest, ++sums[bin]);
    }
  return g_steal_pointer (&bins);
}

/**
 * khatt_overview_bins_ref:
 *
 * Returns: (transfer full): @bins
 */
KhattOverviewBins *
khatt_overview_bins_ref (KhattOverviewBins *bins)
{
  g_atomic_ref_count_inc (&bins->references);
  return bins;
}

/**
 * khatt_overview_bins_unref:
 */
void
khatt_overview_bins_unref (KhattOverviewBins *bins)
{
  if (!g_atomic_ref_count_dec (&bins->references))
    return;
  g_free (bins->counts);
  g_free (bins);
}
