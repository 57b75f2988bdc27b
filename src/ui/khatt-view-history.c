/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A list of places and a finger on one of them. Only jumps make steps; what is dragged and scrolled
 * in between changes the place the finger is on, which is written down when it is left. */

#include "khatt-view-history.h"

#define MOST_PLACES 100

struct _KhattViewHistory
{
  GArray *places; /* of KhattViewPlace; the one at `index` is where the view is now */
  guint index;
};

/**
 * khatt_view_history_new:
 *
 * Returns: (transfer full): an empty history
 */
KhattViewHistory *
khatt_view_history_new (void)
{
  KhattViewHistory *history = g_new0 (KhattViewHistory, 1);

  history->places = g_array_new (FALSE, TRUE, sizeof (KhattViewPlace));
  g_array_set_size (history->places, 1);
  return history;
}

/**
 * khatt_view_history_free:
 */
void
khatt_view_history_free (KhattViewHistory *history)
{
  g_array_unref (history->places);
  g_free (history);
}

/**
 * khatt_view_history_clear:
 *
 * Forgets everything: another document is shown.
 */
void
khatt_view_history_clear (KhattViewHistory *history)
{
  g_array_set_size (history->places, 1);
  history->index = 0;
}

/**
 * khatt_view_history_leave:
 * @here: where the view is, before it jumps
 *
 * Adds a step; what lay forward is forgotten, and the oldest of more than a hundred.
 */
void
khatt_view_history_leave (KhattViewHistory *history, const KhattViewPlace *here)
{
  g_array_index (history->places, KhattViewPlace, history->index) = *here;
  g_array_set_size (history->places, history->index + 2);
  history->index++;
  if (history->places->len > MOST_PLACES)
    {
      g_array_remove_index (history->places, 0);
      history->index--;
    }
}

/**
 * khatt_view_history_can_step:
 * @step: -1 back, 1 forward
 */
gboolean
khatt_view_history_can_step (const KhattViewHistory *history, int step)
{
  return step < 0 ? history->index > 0 : history->index + 1 < history->places->len;
}

/**
 * khatt_view_history_step:
 * @step: -1 back, 1 forward
 * @here: where the view is
 * @there: (out): where to go
 *
 * Returns: FALSE where there is nothing that way
 */
gboolean
khatt_view_history_step (KhattViewHistory *history,
                         int step,
                         const KhattViewPlace *here,
                         KhattViewPlace *there)
{
  if (!khatt_view_history_can_step (history, step))
    return FALSE;

  g_array_index (history->places, KhattViewPlace, history->index) = *here;
  history->index += step;
  *there = g_array_index (history->places, KhattViewPlace, history->index);
  return TRUE;
}
