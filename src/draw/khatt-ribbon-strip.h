/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-painter-private.h"

G_BEGIN_DECLS

/* The columns of one lane, side by side. */
typedef struct
{
  const KhattRibbonColumn *columns;
  guint n_columns;
  guint lane;
  KhattRect box; /* of all of them */
} KhattRibbon;

/* Pixels to put ribbons together in, one after the other. */
typedef struct _KhattRibbonStrip KhattRibbonStrip;

KhattRibbonStrip *
khatt_ribbon_strip_new (const KhattPainting *painting, double column_x, guint grid);
void khatt_ribbon_strip_free (KhattRibbonStrip *strip);
void khatt_ribbon_strip_paint (KhattRibbonStrip *strip, const KhattRibbon *ribbon);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattRibbonStrip, khatt_ribbon_strip_free)

G_END_DECLS
