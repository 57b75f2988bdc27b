/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-label.h"
#include "khatt-stamps.h"

G_BEGIN_DECLS

/* Shapes and caches labels: one Pango font map and context, a table of shaped lines with a bounded
 * size. Not thread safe: one a thread. A label is borrowed from the cache until
 * khatt_shaper_trim(); who keeps it longer takes a reference. */
typedef struct _KhattShaper KhattShaper;

KhattShaper *khatt_shaper_new (void);
void khatt_shaper_free (KhattShaper *shaper);
void khatt_shaper_trim (KhattShaper *shaper);
guint khatt_shaper_get_n_cached (const KhattShaper *shaper);
/* What was drawn of labels and marks, kept as long as the shaper. */
KhattStamps *khatt_shaper_get_stamps (KhattShaper *shaper);

/* `text` is data: bidi controls in it are dropped, its base direction is its first strong character
 * (`fallback` without one). max_width < 0: as wide as it is; else cut at its logical end, at a
 * grapheme boundary, with an ellipsis. */
const KhattLabel *khatt_shaper_shape (KhattShaper *shaper,
                                      const char *text,
                                      const KhattTypeface *face,
                                      double max_width,
                                      KhattDirection fallback);
/* The same with a base direction that is given: a line of a text whose direction is known. */
const KhattLabel *khatt_shaper_shape_in (KhattShaper *shaper,
                                         const char *text,
                                         const KhattTypeface *face,
                                         double max_width,
                                         KhattDirection direction);
/* Would khatt_shaper_shape() have it without shaping anything? */
gboolean khatt_shaper_has (KhattShaper *shaper,
                           const char *text,
                           const KhattTypeface *face,
                           double max_width,
                           KhattDirection fallback);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattShaper, khatt_shaper_free)

G_END_DECLS
