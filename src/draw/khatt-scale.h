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
  double origin;             /* seconds since 1970 at the time-earlier edge of the plot */
  double pixels_per_second;
  double start;              /* the plot's least x */
  double width;              /* the plot's width */
  KhattDirection direction;
} KhattScale;

double khatt_scale_x (const KhattScale *scale, double time);
double khatt_scale_time (const KhattScale *scale, double x);
double khatt_scale_earliest (const KhattScale *scale);
double khatt_scale_latest (const KhattScale *scale);
/* +1 where later is towards greater x, else -1. */
int khatt_scale_sign (const KhattScale *scale);
KhattScale khatt_scale_fit (KhattDirection direction, double start, double width, double first, double last);
/* The time under `x` stays there. Clamped to what the axis can show. */
KhattScale khatt_scale_zoom (const KhattScale *scale, double x, double factor);
KhattScale khatt_scale_pan (const KhattScale *scale, double pixels);

G_END_DECLS
