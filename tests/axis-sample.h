/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-axis.h"
#include "khatt-date.h"
#include "khatt-words.h"

G_BEGIN_DECLS

#define AXIS_SAMPLE_N_ZOOMS 200
#define AXIS_SAMPLE_WIDTH 1000

/* Noon of 8 August 2025, a Friday, 14 Safar 1447. */
#define AXIS_SAMPLE_NOON G_GINT64_CONSTANT (1754654400)

KhattAxisParams axis_sample_params (const char *language,
                                    double pixels_per_day,
                                    gint64 middle,
                                    KhattDirection direction);
/* From 35 pixels a minute to 1 000 years a pixel. */
double axis_sample_zoom (int i);
/* All that a row says, with | between. */
char *axis_sample_dup_texts (const KhattAxis *axis, KhattAxisRow row);
/* Of KhattAxisText, borrowed, from the least x; today's pill stands in tier 2. */
GPtrArray *axis_sample_list (const KhattAxis *axis, KhattAxisRow row);
int axis_sample_compare (gconstpointer a, gconstpointer b);

G_END_DECLS
