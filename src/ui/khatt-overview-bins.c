/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Counts the events of a whole document into the columns of the overview: one walk over the
 * records, safe in a thread. */

#include "khatt-overview-bins.h"

#include "khatt-anchor.h"
#include "khatt-palette.h"

#include <math.h>

#define CHECK_INTERVAL 65536 /* events between two looks at the cancellable */
#define MOST_SPILL 6         /* columns from its own at which an event may stand */

static gint64
find_bin (const KhattOverviewBins *bins, const KhattScale *scale, double bin_width, double time)
{
  double x = khatt_scale_x (scale, time) - scale->start;

  return CLAMP (floor (x / bin_width), 0, bins->n_bins - 1.0);
}

/* Where a column is full, the nearest one that is not and still lies in the event's own cell: its
 * day, its month. */
static gint64
find_free_bin (const KhattOverviewBins *bins, gint64 wanted, gint64 least, gint64 most)
{
  for (gint64 way = 0; way <= MOST_SPILL; way++)
    for (int sign = 1; sign >= -1; sign -= 2)
      {
        gint64 bin = wanted + sign * way;

        if (bin >= least && bin <= most && bins->sums[bin] < bins->capacity)
          return bin;
      }
  return wanted;
}

static void
add_event (KhattOverviewBins *bins,
           const KhattScale *scale,
           double bin_width,
           const KhattRecord *record)
{
  KhattAnchor anchor = khatt_anchor_from_date (&record->date);
  gint64 bin = find_bin (bins, scale, bin_width, khatt_anchor_get_middle (&anchor));

  if (bins->capacity > 0)
    {
      gint64 from = find_bin (bins, scale, bin_width, anchor.cell_first);
      gint64 to = find_bin (bins, scale, bin_width, anchor.cell_last);

      bin = find_free_bin (bins, bin, MIN (from, to), MAX (from, to));
    }
  bins->counts[bin][khatt_palette_find_kind (record->kind, record->hue)]++;
  bins->sums[bin]++;
  bins->highest = MAX (bins->highest, bins->sums[bin]);
}

static KhattOverviewBins *
count_events (KhattSnapshot *snapshot,
              const KhattScale *scale,
              double bin_width,
              guint32 capacity,
              GCancellable *cancellable)
{
  g_autoptr (KhattOverviewBins) bins = g_new0 (KhattOverviewBins, 1);
  guint32 n_dated = khatt_snapshot_get_n_dated (snapshot);

  g_atomic_ref_count_init (&bins->references);
  bins->capacity = capacity;
  bins->n_bins = MAX (1, ceil (scale->width / bin_width));
  bins->counts = g_malloc0_n (bins->n_bins, sizeof *bins->counts);
  bins->sums = g_new0 (guint32, bins->n_bins);

  for (guint32 position = 0; position < n_dated; position++)
    {
      guint32 slot = khatt_snapshot_get_slot (snapshot, position);

      if (position % CHECK_INTERVAL == 0 && g_cancellable_is_cancelled (cancellable))
        return NULL;
      add_event (bins, scale, bin_width, khatt_snapshot_get_record (snapshot, slot));
    }
  return g_steal_pointer (&bins);
}

/**
 * khatt_overview_bins_new:
 * @snapshot: the document
 * @scale: where its time is in the strip; bins begin at its least x
 * @bin_width: in pixels
 * @capacity: the most events that one bin can show as blocks
 * @cancellable: (nullable): to give up
 *
 * Counts so that blocks stand beside each other where a column is full; where even that does not
 * help, `highest` is above @capacity and every event is counted where it is.
 *
 * Returns: (transfer full) (nullable): the counts; %NULL where it was cancelled
 */
KhattOverviewBins *
khatt_overview_bins_new (KhattSnapshot *snapshot,
                         const KhattScale *scale,
                         double bin_width,
                         guint32 capacity,
                         GCancellable *cancellable)
{
  guint32 most = capacity * MAX (1, ceil (scale->width / bin_width));
  g_autoptr (KhattOverviewBins) bins = NULL;

  if (khatt_snapshot_get_n_dated (snapshot) <= most)
    bins = count_events (snapshot, scale, bin_width, capacity, cancellable);
  if (bins != NULL && bins->highest <= capacity)
    return g_steal_pointer (&bins);
  return count_events (snapshot, scale, bin_width, 0, cancellable);
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
  g_free (bins->sums);
  g_free (bins);
}
