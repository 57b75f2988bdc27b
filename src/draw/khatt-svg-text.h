/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>

#include "khatt-label.h"

G_BEGIN_DECLS

void khatt_svg_text_append (GString *svg, cairo_t *cr, const KhattLabel *label, double x, double y);
char *khatt_svg_text_dup_group (const GString *svg);

G_END_DECLS
