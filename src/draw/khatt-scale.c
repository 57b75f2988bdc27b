/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Time to pixels and back: the one place that knows which way time runs. Everything else asks for
 * x, or for "so many pixels later", and mirrors by itself. */

#include "khatt-scale.h"

#include <math.h>

/* A moment fitted into a window is shown with this much time around it. */
#define MIN_FITTED_SECONDS 60.0

/**
 * khatt_scale_sign:
 * @scale: a scale
 *
 * Says which way later is.
 *
 * Returns: +1 where later is towards greater x, else -1
 */
int
khatt_scale_sign (const KhattScale *scale)
{
  return scale->direction == KHATT_DIRECTION_RTL ? -1 : 1;
}

static double
place_distance (const KhattScale *scale, double distance)
{
  return scale->direction == KHATT_DIRECTION_RTL ? scale->start + scale->width - distance
                                                 : scale->start + distance;
}

/**
 * khatt_scale_x:
 * @scale: a scale
 * @time: seconds since 1970
 *
 * Turns time into a place, to fractions of a pixel: for pointers and sizes. Ink uses
 * khatt_scale_snap().
 *
 * Returns: x in pixels
 */
double
khatt_scale_x (const KhattScale *scale, double time)
{
  return place_distance (scale, (time - scale->origin) * scale->pixels_per_second);
}

/**
 * khatt_scale_time:
 * @scale: a scale
 * @x: pixels
 *
 * The inverse of khatt_scale_x().
 *
 * Returns: seconds since 1970
 */
double
khatt_scale_time (const KhattScale *scale, double x)
{
  double distance =
      scale->direction == KHATT_DIRECTION_RTL ? scale->start + scale->width - x : x - scale->start;

  return scale->origin + distance / scale->pixels_per_second;
}

/**
 * khatt_scale_earliest:
 * @scale: a scale
 *
 * Returns: the time at the plot's earlier edge, in seconds since 1970
 */
double
khatt_scale_earliest (const KhattScale *scale)
{
  return scale->origin;
}

/**
 * khatt_scale_latest:
 * @scale: a scale
 *
 * Returns: the time at the plot's later edge, in seconds since 1970
 */
double
khatt_scale_latest (const KhattScale *scale)
{
  return scale->origin + scale->width / scale->pixels_per_second;
}

/**
 * khatt_scale_track:
 * @scale: a scale
 * @time: seconds since 1970
 *
 * Turns time into whole pixels since 1970 at this zoom. Rounding happens before the origin is taken
 * away, so two marks keep their distance while the view pans.
 *
 * Returns: a whole number of pixels, growing with time in both directions
 */
double
khatt_scale_track (const KhattScale *scale, double time)
{
  return floor (time * scale->pixels_per_second + 0.5);
}

/**
 * khatt_scale_track_x:
 * @scale: a scale
 * @track: pixels since 1970, from khatt_scale_track()
 *
 * Places a track in the plot. Mirrored scales give exact mirror images.
 *
 * Returns: x in pixels
 */
double
khatt_scale_track_x (const KhattScale *scale, double track)
{
  return place_distance (scale, track - khatt_scale_track (scale, scale->origin));
}

/**
 * khatt_scale_snap:
 * @scale: a scale
 * @time: seconds since 1970
 *
 * Turns time into the whole pixel where its ink stands.
 *
 * Returns: x in pixels
 */
double
khatt_scale_snap (const KhattScale *scale, double time)
{
  return khatt_scale_track_x (scale, khatt_scale_track (scale, time));
}

/**
 * khatt_scale_later:
 * @scale: a scale
 * @x: pixels
 * @pixels: how far towards later; negative towards earlier
 *
 * Goes along time by a distance in pixels.
 *
 * Returns: x in pixels
 */
double
khatt_scale_later (const KhattScale *scale, double x, double pixels)
{
  return x + khatt_scale_sign (scale) * pixels;
}

static double
clamp_zoom (double pixels_per_second)
{
  return CLAMP (pixels_per_second, KHATT_SCALE_MIN_PIXELS_PER_SECOND,
                KHATT_SCALE_MAX_PIXELS_PER_SECOND);
}

/**
 * khatt_scale_fit:
 * @direction: which way time runs
 * @start: the plot's least x
 * @width: the plot's width, in pixels
 * @first: seconds since 1970
 * @last: seconds since 1970, not before @first
 *
 * Makes the scale on which @first to @last fills the plot. A moment gets a minute.
 *
 * Returns: a scale
 */
KhattScale
khatt_scale_fit (KhattDirection direction, double start, double width, double first, double last)
{
  double plot_width = MAX (width, 1);
  double seconds = MAX (last - first, MIN_FITTED_SECONDS);
  double pixels_per_second = clamp_zoom (plot_width / seconds);
  double middle = first + (last - first) / 2;

  return (KhattScale){
    .origin = middle - plot_width / pixels_per_second / 2,
    .pixels_per_second = pixels_per_second,
    .start = start,
    .width = plot_width,
    .direction = direction,
  };
}

/**
 * khatt_scale_zoom:
 * @scale: a scale
 * @x: pixels; the time under it stays there
 * @factor: above 1 to see less time
 *
 * Zooms about a point, within what the axis can show.
 *
 * Returns: a scale
 */
KhattScale
khatt_scale_zoom (const KhattScale *scale, double x, double factor)
{
  KhattScale zoomed = *scale;
  double time = khatt_scale_time (scale, x);

  zoomed.pixels_per_second = clamp_zoom (scale->pixels_per_second * factor);
  zoomed.origin =
      time - (time - scale->origin) * scale->pixels_per_second / zoomed.pixels_per_second;

  return zoomed;
}

/**
 * khatt_scale_pan:
 * @scale: a scale
 * @pixels: how far the content moves towards greater x
 *
 * Moves the content as a drag does.
 *
 * Returns: a scale
 */
KhattScale
khatt_scale_pan (const KhattScale *scale, double pixels)
{
  KhattScale panned = *scale;

  panned.origin -= khatt_scale_sign (scale) * pixels / scale->pixels_per_second;

  return panned;
}

/**
 * khatt_scale_center:
 * @scale: a scale
 * @time: seconds since 1970
 *
 * Brings a time to the middle of the plot at the same zoom.
 *
 * Returns: a scale
 */
KhattScale
khatt_scale_center (const KhattScale *scale, double time)
{
  KhattScale centered = *scale;

  centered.origin = time - scale->width / scale->pixels_per_second / 2;

  return centered;
}

/**
 * khatt_scale_place:
 * @scale: a scale
 * @start: the new plot's least x
 * @width: the new plot's width
 *
 * Moves a scale to another plot: the same zoom, the same time at the earlier edge.
 *
 * Returns: a scale
 */
KhattScale
khatt_scale_place (const KhattScale *scale, double start, double width)
{
  KhattScale placed = *scale;

  placed.start = start;
  placed.width = MAX (width, 1);

  return placed;
}

/**
 * khatt_scale_equal:
 * @a: a scale
 * @b: another
 *
 * Returns: whether both show the same time in the same place
 */
gboolean
khatt_scale_equal (const KhattScale *a, const KhattScale *b)
{
  return a->origin == b->origin && a->pixels_per_second == b->pixels_per_second &&
         a->start == b->start && a->width == b->width && a->direction == b->direction;
}
