/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-palette.h"
#include "khatt-shaper.h"

G_BEGIN_DECLS

typedef enum
{
  KHATT_INK_PIXELS,   /* screen, PNG: plain Pango */
  KHATT_INK_PDF_TEXT, /* clusters in visual order with their text, so that a PDF can be searched */
  KHATT_INK_SVG_TEXT, /* outlines, and invisible <text> collected for the end of the file */
} KhattInkMode;

typedef enum
{
  KHATT_ALIGN_START, /* x is the edge where reading starts ... */
  KHATT_ALIGN_CENTER,
  KHATT_ALIGN_END,
  KHATT_ALIGN_LEAST,    /* x is the least x of the box, whatever the script */
  KHATT_ALIGN_GREATEST, /* x is the greatest x of the box */
} KhattAlign;

/* Where text goes: the cairo_t and how its text is kept. */
typedef struct _KhattInk KhattInk;

KhattInk *khatt_ink_new (cairo_t *cr, KhattInkMode mode, KhattShaper *shaper);
void khatt_ink_free (KhattInk *ink);
cairo_t *khatt_ink_get_cairo (KhattInk *ink);
KhattShaper *khatt_ink_get_shaper (KhattInk *ink);
/* Device pixels a unit of a surface that only records; 1 unless set. */
void khatt_ink_set_device_scale (KhattInk *ink, double device_scale);
/* Device pixels a pixel; 0: no grid of pixels. */
double khatt_ink_get_grid (const KhattInk *ink);
/* Draws what is drawn many times. */
void khatt_ink_stamp (KhattInk *ink, const KhattStamp *stamp, double x, double y);
/* y is the baseline; `halo` (NULL or alpha 0: none) is 2 px round the letters. */
void khatt_ink_show_label (KhattInk *ink,
                           const KhattLabel *label,
                           double x,
                           double y,
                           KhattAlign align,
                           const KhattColor *color,
                           const KhattColor *halo);
/* The <g> of invisible <text> that goes before </svg>. */
char *khatt_ink_dup_svg_text (KhattInk *ink);

/* The least x of a label's box that hangs from x. */
double khatt_align_least_x (KhattAlign align, const KhattLabel *label, double x);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattInk, khatt_ink_free)

G_END_DECLS
