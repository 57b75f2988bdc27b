/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <pango/pangocairo.h>

#include "khatt-palette.h"
#include "khatt-snapshot.h"

G_BEGIN_DECLS

typedef enum
{
  KHATT_INK_PIXELS,   /* screen, PNG: plain Pango */
  KHATT_INK_PDF_TEXT, /* clusters in visual order with their text, so that a PDF can be searched */
  KHATT_INK_SVG_TEXT, /* outlines, and invisible <text> collected for the end of the file */
} KhattInkMode;

typedef enum
{
  KHATT_ALIGN_START,  /* x is the edge where reading starts ... */
  KHATT_ALIGN_CENTER,
  KHATT_ALIGN_END,
  KHATT_ALIGN_LEAST,    /* x is the least x of the box, whatever the script */
  KHATT_ALIGN_GREATEST, /* x is the greatest x of the box */
} KhattAlign;

typedef struct
{
  double size;   /* pixels, already multiplied by the text scale */
  int weight;    /* 400, 500, 600, 700 */
  gboolean struck;
} KhattTypeface;

/* Shapes and caches labels: one Pango font map and context, a table of shaped lines with a bounded size. Not thread safe: one
 * a thread. */
typedef struct _KhattShaper KhattShaper;
typedef struct _KhattLabel KhattLabel; /* one shaped line; borrowed from its shaper's cache until khatt_shaper_trim() */

KhattShaper *khatt_shaper_new (void);
void khatt_shaper_free (KhattShaper *shaper);
void khatt_shaper_trim (KhattShaper *shaper);

/* `text` is data: bidi controls in it are dropped, its base direction is its first strong character (`fallback` without one).
 * max_width < 0: as wide as it is; else cut at its logical end, at a grapheme boundary, with an ellipsis. */
const KhattLabel *khatt_shaper_shape (KhattShaper *shaper, const char *text, const KhattTypeface *face, double max_width, KhattDirection fallback);
double khatt_label_get_width (const KhattLabel *label);
double khatt_label_get_ascent (const KhattLabel *label);
double khatt_label_get_descent (const KhattLabel *label);
gboolean khatt_label_is_elided (const KhattLabel *label);
KhattDirection khatt_label_get_direction (const KhattLabel *label);

/* Where text goes: the cairo_t and how its text is kept. For SVG, finish with khatt_ink_finish_svg(). */
typedef struct _KhattInk KhattInk;

KhattInk *khatt_ink_new (cairo_t *cr, KhattInkMode mode, KhattShaper *shaper);
void khatt_ink_free (KhattInk *ink);
cairo_t *khatt_ink_get_cairo (KhattInk *ink);
KhattShaper *khatt_ink_get_shaper (KhattInk *ink);
KhattInkMode khatt_ink_get_mode (KhattInk *ink);
/* y is the baseline; `halo` (alpha 0: none) is 2 px round the letters. */
void khatt_ink_show_label (KhattInk *ink, const KhattLabel *label, double x, double y, KhattAlign align, const KhattColor *color, const KhattColor *halo);
/* The <g> of invisible <text> that goes before </svg>. */
char *khatt_ink_dup_svg_text (KhattInk *ink);

G_END_DECLS
