/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a movement does after the finger has left: its velocity, taken from the last tenth of a
 * second, decays exponentially, so that the way it still goes is velocity times the time constant.
 */

#include "khatt-kinetic.h"

#include <math.h>

#define DECAY_SECONDS 0.325
#define VELOCITY_WINDOW_US 100000
#define REST_US 60000     /* a finger that stayed this long before it left was at rest */
#define LEAST_VELOCITY 30 /* pixels a second to start with */
#define REST_VELOCITY 8   /* and to stop at */
#define MOST_VELOCITY 8000

/**
 * khatt_kinetic_reset:
 *
 * Forgets all movement: before a new drag, and to stop one that runs out.
 */
void
khatt_kinetic_reset (KhattKinetic *kinetic)
{
  *kinetic = (KhattKinetic){ 0 };
}

/**
 * khatt_kinetic_add:
 * @time_us: when, on any clock that the other calls use too
 * @pixels: how far since the last call
 */
void
khatt_kinetic_add (KhattKinetic *kinetic, gint64 time_us, double pixels)
{
  guint last = (kinetic->n_samples + KHATT_KINETIC_N_SAMPLES - 1) % KHATT_KINETIC_N_SAMPLES;
  double position = kinetic->n_samples > 0 ? kinetic->samples[last].position : 0;
  guint next = kinetic->n_samples % KHATT_KINETIC_N_SAMPLES;

  kinetic->samples[next].time_us = time_us;
  kinetic->samples[next].position = position + pixels;
  kinetic->n_samples++;
}

static double
measure_velocity (const KhattKinetic *kinetic, gint64 time_us)
{
  if (kinetic->n_samples < 2)
    return 0;

  guint n_kept = MIN (kinetic->n_samples, KHATT_KINETIC_N_SAMPLES);
  guint last = (kinetic->n_samples - 1) % KHATT_KINETIC_N_SAMPLES;
  guint first = last;

  if (time_us - kinetic->samples[last].time_us > REST_US)
    return 0;

  for (guint back = 1; back < n_kept; back++)
    {
      guint index = (kinetic->n_samples - 1 - back) % KHATT_KINETIC_N_SAMPLES;

      if (time_us - kinetic->samples[index].time_us > VELOCITY_WINDOW_US)
        break;
      first = index;
    }

  double seconds =
      (kinetic->samples[last].time_us - kinetic->samples[first].time_us) / (double) G_USEC_PER_SEC;
  double way = kinetic->samples[last].position - kinetic->samples[first].position;

  return seconds > 0 ? CLAMP (way / seconds, -MOST_VELOCITY, MOST_VELOCITY) : 0;
}

/**
 * khatt_kinetic_release:
 * @time_us: when the finger left
 *
 * Returns: whether it was fast enough to run on; then call khatt_kinetic_step() for every frame
 */
gboolean
khatt_kinetic_release (KhattKinetic *kinetic, gint64 time_us)
{
  double velocity = measure_velocity (kinetic, time_us);

  khatt_kinetic_reset (kinetic);
  if (fabs (velocity) < LEAST_VELOCITY)
    return FALSE;

  kinetic->velocity = velocity;
  kinetic->start_us = time_us;
  return TRUE;
}

/**
 * khatt_kinetic_step:
 * @time_us: when
 *
 * Returns: how many pixels to move since the last step
 */
double
khatt_kinetic_step (KhattKinetic *kinetic, gint64 time_us)
{
  if (kinetic->velocity == 0)
    return 0;

  double seconds = MAX (0, time_us - kinetic->start_us) / (double) G_USEC_PER_SEC;
  double decay = exp (-seconds / DECAY_SECONDS);
  double covered = kinetic->velocity * DECAY_SECONDS * (1 - decay);
  double step = covered - kinetic->covered;

  kinetic->covered = covered;
  if (fabs (kinetic->velocity * decay) < REST_VELOCITY)
    khatt_kinetic_reset (kinetic);
  return step;
}

/**
 * khatt_kinetic_is_moving:
 *
 * Returns: whether it was let go with speed, and has not come to rest
 */
gboolean
khatt_kinetic_is_moving (const KhattKinetic *kinetic)
{
  return kinetic->velocity != 0;
}
