/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-painter.h"
#include "khatt-scene.h"

G_BEGIN_DECLS

/* What a scene looks like, small: so that one finds it among others. Pointers are borrowed. */
typedef struct
{
  KhattSnapshot *snapshot;
  const KhattScene *scene;
  guint32 focus;                      /* what it brings out; KHATT_SLOT_NONE: nothing */
  const KhattCountryNames *countries; /* may be NULL */
  const KhattPalette *palette;
  KhattWords words;
  const char *region; /* of its weekends, as a locale; NULL: none */
  int width;          /* logical pixels */
  int height;
  double pixel_scale; /* device pixels a logical pixel */
} KhattMiniature;

cairo_surface_t *khatt_miniature_draw (const KhattMiniature *miniature, GCancellable *cancellable);

G_END_DECLS
