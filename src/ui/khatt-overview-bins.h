/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "khatt-kind.h"
#include "khatt-scale.h"
#include "khatt-snapshot.h"

G_BEGIN_DECLS

/* How many events of each kind's colour stand in each column of the overview. Immutable, reference
 * counted.
 */
typedef struct
{
  guint n_bins;
  guint32 highest;  /* the most events in one bin */
  guint32 capacity; /* how many of them blocks can show; 0: they cannot */
  guint32 (*counts)[KHATT_N_KINDS];
  guint32 *sums;
  gatomicrefcount references;
} KhattOverviewBins;

KhattOverviewBins *khatt_overview_bins_new (KhattSnapshot *snapshot,
                                            const KhattScale *scale,
                                            double bin_width,
                                            guint32 capacity,
                                            GCancellable *cancellable);
KhattOverviewBins *khatt_overview_bins_ref (KhattOverviewBins *bins);
void khatt_overview_bins_unref (KhattOverviewBins *bins);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattOverviewBins, khatt_overview_bins_unref)

G_END_DECLS
