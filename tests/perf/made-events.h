/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-timeline.h"

G_BEGIN_DECLS

/* Made-up diplomatic events, always the same for a seed. */
typedef struct
{
  guint n_events;
  gint64 first_day; /* since 1970-01-01 */
  guint n_days;     /* over which they are spread evenly */
  guint n_actors;
} MadeEvents;

/* `n_events` over the thirty years from 1990, among fifty actors. */
MadeEvents made_events_usual (guint n_events);
KhattTimeline *made_events_new (const MadeEvents *made);

G_END_DECLS
