/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "draw-sample.h"

G_BEGIN_DECLS

/* Some documents at some zooms, from cards to ribbons. */
typedef struct
{
  guint n_events; /* 0: the sample */
  gint64 days;    /* that are shown */
  const char *name;
} DrawLook;

typedef enum
{
  DRAW_LOOK_CARDS,
  DRAW_LOOK_SAMPLE,
  DRAW_LOOK_SAMPLE_FAR,
  DRAW_LOOK_MARKS,
  DRAW_LOOK_MIXED,
  DRAW_LOOK_CLUSTERS,
  DRAW_LOOK_CROWDS,
  DRAW_LOOK_RIBBONS,
  DRAW_N_LOOKS,
} DrawLookName;

extern const DrawLook draw_looks[DRAW_N_LOOKS];

/* With cards and a selected event, seen at its middle. */
DrawScene draw_look_make (const DrawLook *look, KhattDirection direction, int width, int height);

/* As large as it was laid out, in the light style. */
cairo_surface_t *draw_look_paint (const KhattLayout *layout, KhattShaper *shaper);
/* Whether a text of the layout, or the ground that is cleared round it, reaches a point. */
gboolean draw_look_is_under_text (const KhattLayout *layout, double x, double y);

G_END_DECLS
