/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>

#include "khatt-palette.h"
#include "khatt-rect.h"

G_BEGIN_DECLS

/* Which drawing function: the low byte of a key's form; above it are the function's own variants.
 */
typedef enum
{
  KHATT_STAMP_LABEL,
  KHATT_STAMP_PLATE,
  KHATT_STAMP_END,
  KHATT_STAMP_PILL,
} KhattStampForm;
#define KHATT_STAMP_VARIANT(index) (8 * (index) + 8)

/* What a stamp looks like: equal keys look equal. Compared as bytes, so every member fills its
 * eight of them. */
typedef struct
{
  guint64 form;   /* KhattStampForm and what varies */
  guint64 number; /* of what there is only one; else what else varies */
  double size;
  double extent;
  double dx; /* fractions of a pixel between the stamp's origin and its middle */
  double dy;
  guint64 ink; /* khatt_stamp_pack_color() */
  guint64 ground;
} KhattStampKey;

/* Something that is drawn many times, always the same. A value, made on the stack. */
typedef struct
{
  KhattStampKey key;
  KhattRect bounds;                               /* of all its ink, from its origin */
  void (*draw) (cairo_t *cr, gconstpointer data); /* with the origin at 0, 0 */
  gconstpointer data;
} KhattStamp;

/* The pictures of stamps, each drawn once. */
typedef struct _KhattStamps KhattStamps;

KhattStamps *khatt_stamps_new (void);
void khatt_stamps_free (KhattStamps *stamps);
guint khatt_stamps_get_n_pictures (const KhattStamps *stamps);
/* `grid`: device pixels a pixel. FALSE, and nothing is shown, where x, y is no whole device pixel.
 */
gboolean khatt_stamps_show (KhattStamps *stamps,
                            cairo_t *cr,
                            double grid,
                            const KhattStamp *stamp,
                            double x,
                            double y);

guint64 khatt_stamp_pack_color (const KhattColor *color);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattStamps, khatt_stamps_free)

G_END_DECLS
