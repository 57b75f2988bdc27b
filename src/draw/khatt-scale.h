/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-snapshot.h"

G_BEGIN_DECLS

/* Time to pixels and back. The only place that knows the direction of time. A value.
 *
 *   ltr:  x = start + (time - origin) * pixels_per_second
 *   rtl:  x = start + width - (time - origin) * pixels_per_second
 */
typedef struct
{
  double origin; /* seconds since 1970 at the time-earlier edge of the plot */
  double pixels_per_second;
  double start; /* the plot's least x */
  double width; /* the plot's width */
  KhattDirection direction;
} KhattScale;

/* What the axis can show: a second over 20 pixels to all of gint64 over about 1000. */
#define KHATT_SCALE_MAX_PIXELS_PER_SECOND 20.0
#define KHATT_SCALE_MIN_PIXELS_PER_SECOND 5e-17

double khatt_scale_x (const KhattScale *scale, double time);
double khatt_scale_time (const KhattScale *scale, double x);
double khatt_scale_earliest (const KhattScale *scale);
double khatt_scale_latest (const KhattScale *scale);
/* +1 where later is towards greater x, else -1. */
int khatt_scale_sign (const KhattScale *scale);

/* Ink stands on whole pixels. A track is a whole number of pixels from 1970 at this zoom: it does
 * not depend on the origin, so that panning moves everything drawn by the same whole number of
 * pixels. */
double khatt_scale_track (const KhattScale *scale, double time);
double khatt_scale_track_x (const KhattScale *scale, double track);
/* khatt_scale_track_x (khatt_scale_track (time)): use it for every line and mark. */
double khatt_scale_snap (const KhattScale *scale, double time);
/* `pixels` towards later from `x`. */
double khatt_scale_later (const KhattScale *scale, double x, double pixels);

KhattScale
khatt_scale_fit (KhattDirection direction, double start, double width, double first, double last);
/* The time under `x` stays there. Clamped to what the axis can show. */
KhattScale khatt_scale_zoom (const KhattScale *scale, double x, double factor);
/* By `pixels` towards greater x for the content, as a drag does. */
KhattScale khatt_scale_pan (const KhattScale *scale, double pixels);
/* `time` in the middle of the plot. */
KhattScale khatt_scale_center (const KhattScale *scale, double time);
/* The same time at the earlier edge and the same zoom over another plot. */
KhattScale khatt_scale_place (const KhattScale *scale, double start, double width);
gboolean khatt_scale_equal (const KhattScale *a, const KhattScale *b);

G_END_DECLS
