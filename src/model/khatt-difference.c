/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What changed between two snapshots of one timeline. Chunks that both share hold the same events,
 * so that an edit among a million is found by comparing some hundred pointers and one chunk. */

#include "khatt-difference.h"

#include <string.h>

#include "khatt-snapshot-private.h"

static gboolean
differs (const KhattSnapshot *before, const KhattSnapshot *now, guint32 slot)
{
  gboolean was_there = khatt_snapshot_get_kept_record (before, slot) != NULL;
  const KhattCell *old;
  const KhattCell *new;

  if (was_there != (khatt_snapshot_get_kept_record (now, slot) != NULL))
    return TRUE;
  if (!was_there)
    return FALSE;

  /* Texts are never written over: the same event has the same pointers. */
  old = khatt_snapshot_get_cell (before, slot);
  new = khatt_snapshot_get_cell (now, slot);
  return memcmp (old, new, sizeof *old) != 0;
}

/**
 * khatt_snapshot_foreach_difference:
 * @before: a snapshot
 * @now: a later or earlier one of the same timeline
 * @take: (scope call): called for each slot that differs, in order
 * @data: for @take
 *
 * Finds the events that were added, changed or removed. An event that was changed and changed back
 * by undoing does not differ.
 */
void
khatt_snapshot_foreach_difference (const KhattSnapshot *before,
                                   const KhattSnapshot *now,
                                   KhattDifferenceFunc take,
                                   gpointer data)
{
  guint32 n_slots = MAX (before->cells.n, now->cells.n);
  guint32 n_in_chunk = 1u << KHATT_CELLS_SHIFT;

  for (guint32 first = 0; first < n_slots; first += n_in_chunk)
    {
      guint chunk = first >> KHATT_CELLS_SHIFT;

      if (chunk < before->cells.n_chunks && chunk < now->cells.n_chunks &&
          before->cells.chunks[chunk] == now->cells.chunks[chunk])
        continue;
      for (guint32 slot = first; slot < MIN (first + n_in_chunk, n_slots); slot++)
        {
          if (differs (before, now, slot))
            take (slot, data);
        }
    }
}
