/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The way the view takes to another place. Short ways change the span and its centre together, so
 * that a zoom about a point keeps that point still; long ones rise first, cross, and come down (J.
 * J. van Wijk and W. A. A. Nuij, "Smooth and efficient zooming and panning", InfoVis 2003), so that
 * one sees where one is taken. */

#include "khatt-flight.h"

#include <math.h>

#define SHORT_US 250000
#define MOST_US 600000
#define LONG_WAY 2.0 /* in spans of the wider end: beyond it the way rises */
/* How much the eye prefers zooming to panning: the mean that the paper measured. */
#define RHO 1.42
/* A way just long enough to rise has this length in the paper's measure; longer ones take longer.
 */
#define LEAST_LENGTH 2.0
#define US_PER_LENGTH 100000

/* What a scale shows, without its direction: the centre and the length of its span, in seconds. */
typedef struct
{
  double centre;
  double length;
} Window;

static Window
window_from_scale (const KhattScale *scale)
{
  double length = scale->width / scale->pixels_per_second;

  return (Window){ scale->origin + length / 2, length };
}

static KhattScale
scale_from_window (const KhattScale *like, const Window *window)
{
  KhattScale scale = *like;

  scale.pixels_per_second = scale.width / window->length;
  scale.origin = window->centre - window->length / 2;
  return scale;
}

static double
ease_out_cubic (double t)
{
  return 1 - pow (1 - t, 3);
}

static double
ease_in_out_cubic (double t)
{
  return t < 0.5 ? 4 * pow (t, 3) : 1 - 4 * pow (1 - t, 3);
}

static Window
go_straight (const Window *from, const Window *to, double t)
{
  double ratio = to->length / from->length;
  double length = from->length * pow (ratio, t);
  double way = fabs (ratio - 1) < 1e-6 ? t : (length - from->length) / (to->length - from->length);

  return (Window){ from->centre + (to->centre - from->centre) * way, length };
}

/* The paper's r0 and r1: where the way begins and ends. */
static void
find_ends (const Window *from, const Window *to, double *r0, double *r1)
{
  double distance = fabs (to->centre - from->centre);
  double difference = to->length * to->length - from->length * from->length;
  double rise = pow (RHO, 4) * distance * distance;

  *r0 = -asinh ((difference + rise) / (2 * from->length * RHO * RHO * distance));
  *r1 = -asinh ((difference - rise) / (2 * to->length * RHO * RHO * distance));
}

static gboolean
is_long (const Window *from, const Window *to)
{
  return fabs (to->centre - from->centre) > LONG_WAY * MAX (from->length, to->length);
}

static gint64
choose_duration (const Window *from, const Window *to)
{
  double r0, r1;

  if (!is_long (from, to))
    return SHORT_US;
  find_ends (from, to, &r0, &r1);
  return CLAMP (SHORT_US + ((r1 - r0) / RHO - LEAST_LENGTH) * US_PER_LENGTH, SHORT_US, MOST_US);
}

static Window
go_over (const Window *from, const Window *to, double t)
{
  double sign = to->centre < from->centre ? -1 : 1;
  double r0, r1;

  find_ends (from, to, &r0, &r1);
  double s = t * (r1 - r0);
  double way = from->length / (RHO * RHO) * (cosh (r0) * tanh (s + r0) - sinh (r0));

  return (Window){ from->centre + sign * way, from->length * cosh (r0) / cosh (s + r0) };
}

/**
 * khatt_flight_new:
 * @from: where it starts
 * @to: where it ends; its scale has the direction and plot of @from's
 * @start_us: the frame clock's time now
 *
 * Returns: the flight; it takes as long as its way is, within a quarter of a second and 0.6 seconds
 */
KhattFlight
khatt_flight_new (const KhattPlace *from, const KhattPlace *to, gint64 start_us)
{
  Window first = window_from_scale (&from->scale);
  Window last = window_from_scale (&to->scale);

  return (KhattFlight){
    .from = *from,
    .to = *to,
    .start_us = start_us,
    .duration_us = choose_duration (&first, &last),
    .is_flying = TRUE,
  };
}

/**
 * khatt_flight_at:
 * @time_us: the frame clock's time
 *
 * Returns: the place at that time; after the end it is @flight's end to the last bit, and
 * `is_flying` is unset
 */
KhattPlace
khatt_flight_at (KhattFlight *flight, gint64 time_us)
{
  double t = (time_us - flight->start_us) / (double) flight->duration_us;

  if (t >= 1)
    {
      flight->is_flying = FALSE;
      return flight->to;
    }

  Window from = window_from_scale (&flight->from.scale);
  Window to = window_from_scale (&flight->to.scale);
  gboolean rises = is_long (&from, &to);
  double eased = rises ? ease_in_out_cubic (MAX (t, 0)) : ease_out_cubic (MAX (t, 0));
  Window window = rises ? go_over (&from, &to, eased) : go_straight (&from, &to, eased);

  return (KhattPlace){
    .scale = scale_from_window (&flight->to.scale, &window),
    .scroll_y = flight->from.scroll_y + (flight->to.scroll_y - flight->from.scroll_y) * eased,
  };
}
