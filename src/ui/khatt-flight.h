/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-scale.h"

G_BEGIN_DECLS

/* A moment of a flight: what part of time is shown, and how far the lanes are scrolled. A value. */
typedef struct
{
  KhattScale scale;
  double scroll_y;
} KhattPlace;

/* From one place to another. A value. */
typedef struct
{
  KhattPlace from;
  KhattPlace to;
  gint64 start_us;
  gint64 duration_us;
  gboolean is_flying;
} KhattFlight;

KhattFlight khatt_flight_new (const KhattPlace *from, const KhattPlace *to, gint64 start_us);
KhattPlace khatt_flight_at (KhattFlight *flight, gint64 time_us);

G_END_DECLS
