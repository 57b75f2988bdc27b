/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-date.h"

G_BEGIN_DECLS

typedef enum
{
  KHATT_ANCHOR_NONE,     /* undated: drawn nowhere */
  KHATT_ANCHOR_CELL,     /* it happened in this day, month, year ... */
  KHATT_ANCHOR_BEFORE,   /* [..D] */
  KHATT_ANCHOR_AFTER,    /* [D..] */
  KHATT_ANCHOR_BETWEEN,  /* [a..b] */
  KHATT_ANCHOR_INTERVAL, /* a/b: it lasted */
} KhattAnchorForm;

/* Where a date holds on to the axis. All times are seconds since 1970, inclusive. */
typedef struct
{
  KhattAnchorForm form;
  /* The cell of the date, of D, or of the interval's known start; for BETWEEN all of a..b. */
  gint64 cell_first;
  gint64 cell_last;
  /* INTERVAL: the cell of its end. */
  gint64 end_first;
  gint64 end_last;
  gboolean fades_earlier; /* INTERVAL whose start is open or unknown */
  gboolean fades_later;   /* INTERVAL whose end is unknown */
  gboolean is_ongoing;    /* INTERVAL whose end is open */
} KhattAnchor;

KhattAnchor khatt_anchor_from_date (const KhattDate *date);
/* Where its mark stands, before slots move it: the middle of the cell, or the bound. */
gint64 khatt_anchor_get_middle (const KhattAnchor *anchor);
/* All the time its ink stands for; KHATT_TIME_MAX where ongoing. */
void khatt_anchor_get_reach (const KhattAnchor *anchor, gint64 *first, gint64 *last);
/* Seconds of the cell: what its precision leaves open. */
guint64 khatt_anchor_get_length (const KhattAnchor *anchor);

G_END_DECLS
