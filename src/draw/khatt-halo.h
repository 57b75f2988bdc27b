/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* Letters grown on all sides, in the source of cr. */
gboolean khatt_halo_paint (cairo_t *cr, PangoLayoutLine *line, double radius, double grid);

G_END_DECLS
