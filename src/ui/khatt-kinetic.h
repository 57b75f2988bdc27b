/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define KHATT_KINETIC_N_SAMPLES 8

/* Along one axis: how fast a finger or a pointer moved, and how the movement dies away once it is
 * let go. A value. */
typedef struct
{
  struct
  {
    gint64 time_us;
    double position;
  } samples[KHATT_KINETIC_N_SAMPLES]; /* a ring; `n_samples` were ever written */
  guint n_samples;
  double velocity; /* pixels a second when it was let go */
  double covered;  /* pixels since then */
  gint64 start_us;
} KhattKinetic;

void khatt_kinetic_reset (KhattKinetic *kinetic);
void khatt_kinetic_add (KhattKinetic *kinetic, gint64 time_us, double pixels);
gboolean khatt_kinetic_release (KhattKinetic *kinetic, gint64 time_us);
double khatt_kinetic_step (KhattKinetic *kinetic, gint64 time_us);
gboolean khatt_kinetic_is_moving (const KhattKinetic *kinetic);

G_END_DECLS
