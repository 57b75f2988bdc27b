/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

void khatt_pdf_text_show_line (cairo_t *cr, PangoLayoutLine *line, double x, double y);

G_END_DECLS
