/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-layout.h"
#include "khatt-palette.h"

G_BEGIN_DECLS

/* The boxes, silhouettes and glyphs of a frame in an array: what there is to paint, and nothing to
 * decide. */
typedef struct _PlainFrame PlainFrame;

PlainFrame *plain_frame_new (const KhattLayout *layout, const KhattPalette *palette);
void plain_frame_free (PlainFrame *frame);
void plain_frame_paint (const PlainFrame *frame, cairo_t *cr);
guint plain_frame_get_n_items (const PlainFrame *frame);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlainFrame, plain_frame_free)

G_END_DECLS
