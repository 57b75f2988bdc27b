/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The events of the same day as one event, for the details pane. Only what is known to the day
 * counts: "in August" is not on the same day as the eighth. */

#include "khatt-same-day.h"

/* The day that `date` certainly lies in; FALSE where it is longer or less sure than a day. */
static gboolean
find_day (const KhattDate *date, gint64 *first, gint64 *last)
{
  gint64 earliest, day;

  if (!khatt_date_is_known (date))
    return FALSE;
  earliest = khatt_date_first (date);
  if (earliest == KHATT_TIME_MIN)
    return FALSE;
  day = earliest / KHATT_SECONDS_PER_DAY - (earliest % KHATT_SECONDS_PER_DAY < 0 ? 1 : 0);
  *first = day * KHATT_SECONDS_PER_DAY;
  *last = *first + KHATT_SECONDS_PER_DAY - 1;
  return khatt_date_last (date) <= *last;
}

/**
 * khatt_same_day_find:
 * @snapshot: the events
 * @slot: one of them
 * @limit: how many to find at most
 *
 * Returns: (transfer full) (element-type guint32): the slots of other events of the day of @slot,
 * in the timeline's order; empty where its date is not known to the day
 */
GArray *
khatt_same_day_find (const KhattSnapshot *snapshot, guint32 slot, guint limit)
{
  GArray *slots = g_array_new (FALSE, FALSE, sizeof (guint32));
  const KhattRecord *record = khatt_snapshot_get_record (snapshot, slot);
  guint32 n_dated = khatt_snapshot_get_n_dated (snapshot);
  guint32 position;
  gint64 first, last;

  if (!record || !find_day (&record->date, &first, &last))
    return slots;

  position = khatt_snapshot_get_position (snapshot, slot);
  while (position > 0)
    {
      guint32 before = khatt_snapshot_get_slot (snapshot, position - 1);

      if (khatt_snapshot_get_record (snapshot, before)->date.start_earliest < first)
        break;
      position--;
    }
  for (; position < n_dated && slots->len < limit; position++)
    {
      guint32 other = khatt_snapshot_get_slot (snapshot, position);
      const KhattDate *date = &khatt_snapshot_get_record (snapshot, other)->date;

      if (date->start_earliest > last)
        break;
      if (other != slot && khatt_date_last (date) <= last)
        g_array_append_val (slots, other);
    }
  return slots;
}
