/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <pango/pangocairo.h>

#include "khatt-snapshot.h"

G_BEGIN_DECLS

typedef struct
{
  double size;     /* pixels, already multiplied by the text scale */
  int weight;      /* 400, 500, 600, 700 */
  gboolean struck; /* a line through it: what it names was cancelled or denied */
} KhattTypeface;

/* One shaped line of text with a base direction of its own. Immutable, reference counted. Made by a
 * KhattShaper. */
typedef struct _KhattLabel KhattLabel;

/* For the shaper: takes the layout, whose text is what is shown. */
KhattLabel *khatt_label_new_take (PangoLayout *layout,
                                  const KhattTypeface *face,
                                  KhattDirection direction,
                                  gboolean is_elided);
KhattLabel *khatt_label_ref (const KhattLabel *label);
void khatt_label_unref (const KhattLabel *label);
double khatt_label_get_width (const KhattLabel *label);
double khatt_label_get_ascent (const KhattLabel *label);
double khatt_label_get_descent (const KhattLabel *label);
gboolean khatt_label_is_elided (const KhattLabel *label);
KhattDirection khatt_label_get_direction (const KhattLabel *label);
/* What is shown, in logical order: without control characters, cut, with its ellipsis. */
const char *khatt_label_get_text (const KhattLabel *label);
const KhattTypeface *khatt_label_get_typeface (const KhattLabel *label);
PangoLayoutLine *khatt_label_get_line (const KhattLabel *label);
/* Where it would be broken into lines of that width. */
gsize khatt_label_find_break (const KhattLabel *label, double width);
guint64 khatt_label_get_number (const KhattLabel *label);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattLabel, khatt_label_unref)

G_END_DECLS
