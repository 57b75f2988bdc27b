/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * EDTF expressions: one term, an interval `a/b`, one of a set `[a,b..c]`, all of a list `{a,b}`.
 * Terms are in khatt-edtf-term.c.
 */

#include "khatt-edtf.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_QUOTED_CHARACTERS 40
#define PLAIN_DAY_LENGTH 10

/* An expression or a part of one. */
typedef struct
{
  const char *text;
  gsize length;
} Slice;

/*
 * khatt_edtf_fail:
 * @error: a place for a #KhattDateError
 * @code: its code
 * @reason: a translated sentence: what was found, what was expected
 * @text: what was read
 * @length: its length in bytes
 *
 * Sets an error that quotes what was read: made valid UTF-8, and shortened where it is long.
 */
void
khatt_edtf_fail (GError **error,
                 KhattDateError code,
                 const char *reason,
                 const char *text,
                 gsize length)
{
  gsize n_shown = MIN (length, MAX_QUOTED_CHARACTERS * 6);
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) n_shown);
  gsize n_characters = (gsize) g_utf8_strlen (valid, -1);
  gboolean is_cut = n_characters > MAX_QUOTED_CHARACTERS || n_shown < length;
  g_autofree char *shown =
      g_utf8_substring (valid, 0, (glong) MIN (n_characters, MAX_QUOTED_CHARACTERS));
  g_autofree char *quoted = g_strconcat (shown, is_cut ? "…" : NULL, NULL);

  for (char *p = quoted; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p))
      *p = ' ';

  /* Translators: a date as it was written, then a sentence that tells what is wrong with it. */
  g_set_error (error, KHATT_DATE_ERROR, code, _ ("“%s”: %s"), quoted, reason);
}

static gboolean
fail (Slice slice, GError **error, KhattDateError code, const char *reason)
{
  khatt_edtf_fail (error, code, reason, slice.text, slice.length);
  return FALSE;
}

static gboolean
fail_order (Slice slice, GError **error)
{
  return fail (slice, error, KHATT_DATE_ERROR_ORDER, _ ("The end lies before the start."));
}

static Slice
cut (Slice slice, gsize first, gsize after)
{
  return (Slice){ slice.text + first, after - first };
}

static Slice
trim (Slice slice)
{
  while (slice.length > 0 && slice.text[0] == ' ')
    slice = cut (slice, 1, slice.length);
  while (slice.length > 0 && slice.text[slice.length - 1] == ' ')
    slice.length--;
  return slice;
}

static gboolean
is_dots (Slice slice)
{
  return slice.length == 2 && memcmp (slice.text, "..", 2) == 0;
}

static gboolean
read_term (Slice slice, KhattDate *date, GError **error)
{
  return khatt_edtf_read_term (slice.text, slice.length, date, error);
}

static gboolean
read_interval (Slice slice, gsize slash, KhattDate *date, GError **error)
{
  Slice first = cut (slice, 0, slash), last = cut (slice, slash + 1, slice.length);
  KhattDate first_date, last_date;
  KhattDateFlags kind = KHATT_DATE_INTERVAL;
  gboolean has_first = first.length > 0 && !is_dots (first);
  gboolean has_last = last.length > 0 && !is_dots (last);

  if (first.length == 0 && last.length == 0)
    return fail (slice, error, KHATT_DATE_ERROR_SYNTAX, _ ("There is neither a start nor an end."));
  if (has_first && !read_term (first, &first_date, error))
    return FALSE;
  if (has_last && !read_term (last, &last_date, error))
    return FALSE;

  if (first.length == 0)
    kind |= KHATT_DATE_START_UNKNOWN;
  if (last.length == 0)
    kind |= KHATT_DATE_END_UNKNOWN;
  *date =
      khatt_date_from_bounds (has_first ? &first_date : NULL, has_last ? &last_date : NULL, kind);
  return khatt_date_is_known (date) || fail_order (slice, error);
}

/* A member `a`, `a..b`, `..b` or `a..`; the missing ends come back as FALSE. */
typedef struct
{
  KhattDate first;
  KhattDate last;
  gboolean has_first;
  gboolean has_last;
} Member;

static gboolean
read_member (Slice slice, Member *member, GError **error)
{
  const char *dots = g_strstr_len (slice.text, (gssize) slice.length, "..");
  gsize at = dots != NULL ? (gsize) (dots - slice.text) : slice.length;

  member->has_first = at > 0;
  member->has_last = dots == NULL || at + 2 < slice.length;
  if (!member->has_first && !member->has_last)
    return fail (slice, error, KHATT_DATE_ERROR_SYNTAX,
                 _ ("There is no date: expected one before or after the two dots."));
  if (member->has_first && !read_term (cut (slice, 0, at), &member->first, error))
    return FALSE;
  if (dots == NULL)
    member->last = member->first;
  else if (member->has_last && !read_term (cut (slice, at + 2, slice.length), &member->last, error))
    return FALSE;
  if (member->has_first && member->has_last &&
      member->first.start_earliest > member->last.end_latest)
    return fail_order (slice, error);
  return TRUE;
}

/* Widens `hull` so that `member` is inside. An end that is missing once stays missing. */
static void
widen (Member *hull, const Member *member)
{
  if (hull->has_first && member->has_first && khatt_date_compare (&member->first, &hull->first) < 0)
    hull->first = member->first;
  if (hull->has_last && member->has_last && member->last.end_latest > hull->last.end_latest)
    hull->last = member->last;
  hull->has_first = hull->has_first && member->has_first;
  hull->has_last = hull->has_last && member->has_last;
}

static gboolean
read_members (Slice slice, Member *hull, GError **error)
{
  Slice inside = cut (slice, 1, slice.length - 1);
  gboolean is_first = TRUE;

  for (;;)
    {
      const char *comma = memchr (inside.text, ',', inside.length);
      gsize at = comma != NULL ? (gsize) (comma - inside.text) : inside.length;
      Slice text = trim (cut (inside, 0, at));
      Member member = { 0 };

      if (text.length == 0)
        return fail (slice, error, KHATT_DATE_ERROR_SYNTAX,
                     _ ("There is an empty member: expected dates with commas between them."));
      if (!read_member (text, &member, error))
        return FALSE;
      if (is_first)
        *hull = member;
      else
        widen (hull, &member);
      is_first = FALSE;
      if (comma == NULL)
        return TRUE;
      inside = cut (inside, at + 1, inside.length);
    }
}

static gboolean
read_set (Slice slice, char closing, KhattDateFlags kind, KhattDate *date, GError **error)
{
  Member hull;

  if (slice.length < 2 || slice.text[slice.length - 1] != closing)
    return fail (slice, error, KHATT_DATE_ERROR_SYNTAX,
                 _ ("A set of dates is opened and not closed."));
  if (!read_members (slice, &hull, error))
    return FALSE;

  if (!hull.has_first && !hull.has_last)
    kind = KHATT_DATE_INTERVAL;
  *date = khatt_date_from_bounds (hull.has_first ? &hull.first : NULL,
                                  hull.has_last ? &hull.last : NULL, kind);
  return khatt_date_is_known (date) || fail_order (slice, error);
}

static gboolean
read_expression (Slice slice, KhattDate *date, GError **error)
{
  const char *slash;

  if (slice.length == 0)
    return fail (slice, error, KHATT_DATE_ERROR_SYNTAX,
                 _ ("There is nothing: expected a date such as 2025-08-08."));
  if (slice.text[0] == '[')
    return read_set (slice, ']', KHATT_DATE_SET, date, error);
  if (slice.text[0] == '{')
    return read_set (slice, '}', KHATT_DATE_INTERVAL, date, error);
  slash = memchr (slice.text, '/', slice.length);
  if (slash != NULL)
    return read_interval (slice, (gsize) (slash - slice.text), date, error);
  return read_term (slice, date, error);
}

/* Nothing but digits and hyphens, of the length of a year, a month or a day: prints back as it is.
 */
static gboolean
is_plain (Slice slice, const KhattDate *date)
{
  if (date->precision == KHATT_PRECISION_SEASON || slice.length > PLAIN_DAY_LENGTH)
    return FALSE;
  for (gsize i = 0; i < slice.length; i++)
    if (!g_ascii_isdigit (slice.text[i]) && (slice.text[i] != '-' || i == 0))
      return FALSE;
  return TRUE;
}

/**
 * khatt_date_parse:
 * @edtf: an EDTF expression
 * @length: its length in bytes; -1 where it ends with a NUL
 * @date: (out): the date
 * @error: a place for a #KhattDateError
 *
 * Reads a date: EDTF levels 0, 1 and 2 as the Library of Congress profiles them (4 February 2019).
 * Where that leaves a choice: times without an offset are UTC; seasons 21 to 24 are the
 * meteorological ones of the northern hemisphere, winter reaching into the next year; a blank end
 * of an interval is unknown. Nothing round the expression is trimmed.
 *
 * A value holds less than an expression can say. %KHATT_DATE_NOT_CANONICAL in its flags tells that
 * khatt_date_to_edtf() does not give the same text back: who needs it keeps the text.
 *
 * Returns: whether the expression is a date
 */
gboolean
khatt_date_parse (const char *edtf, gssize length, KhattDate *date, GError **error)
{
  Slice slice = { edtf, length < 0 ? strlen (edtf) : (gsize) length };
  g_autofree char *printed = NULL;

  *date = KHATT_DATE_NONE;
  if (!read_expression (slice, date, error))
    {
      *date = KHATT_DATE_NONE;
      return FALSE;
    }
  if (is_plain (slice, date))
    return TRUE;

  printed = khatt_date_to_edtf (date);
  if (strlen (printed) != slice.length || memcmp (printed, slice.text, slice.length) != 0)
    date->flags |= KHATT_DATE_NOT_CANONICAL;
  return TRUE;
}
