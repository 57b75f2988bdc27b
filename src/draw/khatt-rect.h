/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double x;
  double y;
  double width;
  double height;
} KhattRect;

static inline gboolean
khatt_rect_contains (const KhattRect *rect, double x, double y)
{
  return x >= rect->x && x < rect->x + rect->width && y >= rect->y && y < rect->y + rect->height;
}

static inline gboolean
khatt_rect_intersects (const KhattRect *a, const KhattRect *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height &&
         b->y < a->y + a->height;
}

static inline gboolean
khatt_rect_is_empty (const KhattRect *rect)
{
  return rect->width <= 0 || rect->height <= 0;
}

/* The smallest rectangle round both; an empty one adds nothing. */
static inline KhattRect
khatt_rect_union (const KhattRect *a, const KhattRect *b)
{
  double x, y;

  if (khatt_rect_is_empty (a))
    return *b;
  if (khatt_rect_is_empty (b))
    return *a;

  x = MIN (a->x, b->x);
  y = MIN (a->y, b->y);

  return (KhattRect){ x, y, MAX (a->x + a->width, b->x + b->width) - x,
                      MAX (a->y + a->height, b->y + b->height) - y };
}

/* Larger by `pixels` on every side. */
static inline KhattRect
khatt_rect_grow (const KhattRect *rect, double pixels)
{
  return (KhattRect){ rect->x - pixels, rect->y - pixels, rect->width + 2 * pixels,
                      rect->height + 2 * pixels };
}

G_END_DECLS
