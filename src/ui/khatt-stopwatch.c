/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The time that a presentation takes: it knows no clock, it is told what time it is. */

#include "khatt-stopwatch.h"

/**
 * khatt_stopwatch_get_us:
 * @self: a stopwatch
 * @now_us: the time
 *
 * Returns: how long it has run, in microseconds
 */
gint64
khatt_stopwatch_get_us (const KhattStopwatch *self, gint64 now_us)
{
  return self->before_us + (self->is_running ? now_us - self->since_us : 0);
}

/**
 * khatt_stopwatch_set_running:
 * @self: a stopwatch
 * @is_running: whether it goes on, or rests
 * @now_us: the time
 */
void
khatt_stopwatch_set_running (KhattStopwatch *self, gboolean is_running, gint64 now_us)
{
  *self = (KhattStopwatch){ khatt_stopwatch_get_us (self, now_us), now_us, is_running };
}

/**
 * khatt_stopwatch_restart:
 * @self: a stopwatch
 * @now_us: the time
 *
 * Begins from zero; what rests goes on resting.
 */
void
khatt_stopwatch_restart (KhattStopwatch *self, gint64 now_us)
{
  *self = (KhattStopwatch){ 0, now_us, self->is_running };
}
