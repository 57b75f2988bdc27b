/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Slots in ascending order. One more or less costs a search and a move of memory. */

#include "khatt-slot-set.h"

/**
 * khatt_slot_set_new:
 *
 * Returns: (transfer full) (element-type guint32): no slots
 */
GArray *
khatt_slot_set_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (guint32));
}

/* How many are smaller. */
static guint
find_place (const GArray *slots, guint32 slot)
{
  guint low = 0;
  guint high = slots->len;

  /* Most come in order. */
  if (high == 0 || g_array_index (slots, guint32, high - 1) < slot)
    return high;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (slots, guint32, middle) < slot)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static gboolean
is_at (const GArray *slots, guint place, guint32 slot)
{
  return place < slots->len && g_array_index (slots, guint32, place) == slot;
}

/**
 * khatt_slot_set_add:
 * @slots: (element-type guint32): a set
 * @slot: one more; nothing happens where it has it
 */
void
khatt_slot_set_add (GArray *slots, guint32 slot)
{
  guint place = find_place (slots, slot);

  if (!is_at (slots, place, slot))
    g_array_insert_val (slots, place, slot);
}

/**
 * khatt_slot_set_remove:
 * @slots: (element-type guint32): a set
 * @slot: one less; nothing happens where it does not have it
 */
void
khatt_slot_set_remove (GArray *slots, guint32 slot)
{
  guint place = find_place (slots, slot);

  if (is_at (slots, place, slot))
    g_array_remove_index (slots, place);
}
