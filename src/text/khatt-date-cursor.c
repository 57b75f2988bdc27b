/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a reader of dates stands among the atoms of a sentence, and what it may take there.
 */

#include "khatt-date-grammar.h"

/*
 * khatt_date_cursor_peek_at:
 * @cursor: a cursor
 * @index: a token
 *
 * Looks at the atom of a token.
 *
 * Returns: (transfer none): the atom; one of kind %KHATT_ATOM_NONE outside
 */
const KhattDateAtom *
khatt_date_cursor_peek_at (const KhattDateCursor *cursor, gsize index)
{
  if (index < cursor->first || index >= cursor->after)
    index = cursor->after;
  return &cursor->atoms[index - cursor->first];
}

/*
 * khatt_date_cursor_peek:
 * @cursor: a cursor
 *
 * Looks at the next atom.
 *
 * Returns: (transfer none): the atom
 */
const KhattDateAtom *
khatt_date_cursor_peek (const KhattDateCursor *cursor)
{
  return khatt_date_cursor_peek_at (cursor, cursor->at);
}

/*
 * khatt_date_cursor_take:
 * @cursor: a cursor
 * @kind: a kind of atom
 *
 * Takes the next atom if it is of a kind.
 *
 * Returns: whether it was
 */
gboolean
khatt_date_cursor_take (KhattDateCursor *cursor, KhattAtomKind kind)
{
  const KhattDateAtom *atom = khatt_date_cursor_peek (cursor);

  if (atom->kind != kind)
    return FALSE;
  cursor->at += atom->n_tokens;
  return TRUE;
}

/*
 * khatt_date_cursor_take_link:
 * @cursor: a cursor
 * @link: which
 *
 * Takes the next atom if it is a link.
 *
 * Returns: whether it was
 */
gboolean
khatt_date_cursor_take_link (KhattDateCursor *cursor, KhattDateLink link)
{
  const KhattDateAtom *atom = khatt_date_cursor_peek (cursor);

  if (atom->kind != KHATT_ATOM_LINK || atom->value != (int) link)
    return FALSE;
  return khatt_date_cursor_take (cursor, KHATT_ATOM_LINK);
}

/*
 * khatt_date_cursor_take_sign:
 * @cursor: a cursor
 * @signs: characters
 *
 * Takes the next token if it is one of some signs.
 *
 * Returns: whether it was
 */
gboolean
khatt_date_cursor_take_sign (KhattDateCursor *cursor, const char *signs)
{
  const KhattDateAtom *atom = khatt_date_cursor_peek (cursor);

  if (atom->kind != KHATT_ATOM_SIGN || g_utf8_strchr (signs, -1, (gunichar) atom->value) == NULL)
    return FALSE;
  cursor->at++;
  return TRUE;
}

/*
 * khatt_date_cursor_take_direction:
 * @cursor: a cursor
 * @direction: (out): a #KhattDateDirection; unchanged where there is none
 *
 * Takes "last", "this" or "next", with "few" before it.
 *
 * Returns: whether it was there
 */
gboolean
khatt_date_cursor_take_direction (KhattDateCursor *cursor, guint8 *direction)
{
  gsize start = cursor->at;
  const KhattDateAtom *atom;

  khatt_date_cursor_take (cursor, KHATT_ATOM_FEW);
  atom = khatt_date_cursor_peek (cursor);
  if (atom->kind != KHATT_ATOM_DIRECTION || !atom->has_article)
    {
      cursor->at = start;
      return FALSE;
    }
  *direction = (guint8) atom->value;
  cursor->at += atom->n_tokens;
  return TRUE;
}

/*
 * khatt_date_point_clear:
 * @point: (out): a point
 *
 * Makes a point that says nothing.
 */
void
khatt_date_point_clear (KhattDatePoint *point)
{
  *point = (KhattDatePoint){ .calendar = KHATT_CALENDAR_GREGORIAN, .year = KHATT_POINT_NO_YEAR };
}
