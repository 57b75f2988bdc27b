/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-date-phrase.h"

G_BEGIN_DECLS

/* Where a reader of dates stands. A function that reads either succeeds and moves `at` behind what
 * it read, or leaves it. */
typedef struct
{
  const KhattTokens *tokens;
  const KhattDateAtom *atoms; /* of the tokens [first, after), and one more */
  gsize first;
  gsize after;
  gsize at;
} KhattDateCursor;

const KhattDateAtom *khatt_date_cursor_peek (const KhattDateCursor *cursor);
const KhattDateAtom *khatt_date_cursor_peek_at (const KhattDateCursor *cursor, gsize index);
gboolean khatt_date_cursor_take (KhattDateCursor *cursor, KhattAtomKind kind);
gboolean khatt_date_cursor_take_link (KhattDateCursor *cursor, KhattDateLink link);
gboolean khatt_date_cursor_take_sign (KhattDateCursor *cursor, const char *signs);
gboolean khatt_date_cursor_take_direction (KhattDateCursor *cursor, guint8 *direction);

gboolean khatt_date_read_day_number (KhattDateCursor *cursor, gint16 *day);
gboolean khatt_date_read_month_name (KhattDateCursor *cursor, KhattDatePoint *point);
gboolean khatt_date_take_year_word (KhattDateCursor *cursor);
gboolean khatt_date_read_year (KhattDateCursor *cursor, KhattDatePoint *point);
void khatt_date_read_year_or_direction (KhattDateCursor *cursor, KhattDatePoint *point);
gboolean khatt_date_read_year_number (KhattDateCursor *cursor, KhattDatePoint *point);
gboolean khatt_date_read_day (KhattDateCursor *cursor, KhattDatePoint *point);
gboolean khatt_date_read_point (KhattDateCursor *cursor, KhattDatePoint *point);
void khatt_date_point_clear (KhattDatePoint *point);

G_END_DECLS
