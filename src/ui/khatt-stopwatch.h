/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How long something has lasted, without the time that it rested. All zero: not begun. Times are
 * those of one clock, in microseconds. */
typedef struct
{
  gint64 before_us; /* what passed before it last rested */
  gint64 since_us;  /* when it last went on */
  gboolean is_running;
} KhattStopwatch;

void khatt_stopwatch_set_running (KhattStopwatch *self, gboolean is_running, gint64 now_us);
void khatt_stopwatch_restart (KhattStopwatch *self, gint64 now_us);
gint64 khatt_stopwatch_get_us (const KhattStopwatch *self, gint64 now_us);

G_END_DECLS
