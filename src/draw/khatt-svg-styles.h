/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How the pictures of a page look, light and dark, collected from all of them. */
typedef struct _KhattSvgStyles KhattSvgStyles;

KhattSvgStyles *khatt_svg_styles_new (void);
void khatt_svg_styles_free (KhattSvgStyles *styles);
char *khatt_svg_styles_extract (KhattSvgStyles *styles, GBytes *light, GBytes *dark);
char *khatt_svg_styles_dup_css (const KhattSvgStyles *styles);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattSvgStyles, khatt_svg_styles_free)

G_END_DECLS
