/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Escapes that stand for no character. yajl takes a lone surrogate for a question mark without a
 * word, so those are looked for before it sees the text. */

#include "khatt-document-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static int
read_hex4 (const char *text)
{
  int value = 0;

  for (guint i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (text[i]);

      if (digit < 0)
        return -1;
      value = value * 16 + digit;
    }
  return value;
}

static gboolean
is_surrogate (int unit, int first)
{
  return (unit & 0xFC00) == first;
}

/* The length of the escape at `at`, which begins with a backslash; whether it stands for a
 * character. */
static gsize
scan_escape (const char *at, gsize length, gboolean *is_character)
{
  const gsize unit_length = strlen ("\\u0000");
  int unit;

  *is_character = TRUE;
  if (length < unit_length || at[1] != 'u')
    return MIN (length, 2);
  unit = read_hex4 (at + 2);
  if (is_surrogate (unit, 0xD800) && length >= 2 * unit_length && at[unit_length] == '\\' &&
      at[unit_length + 1] == 'u' && is_surrogate (read_hex4 (at + unit_length + 2), 0xDC00))
    return 2 * unit_length;
  *is_character = unit != 0 && !is_surrogate (unit, 0xD800) && !is_surrogate (unit, 0xDC00);
  return unit_length;
}

/**
 * khatt_document_patch_escapes: (skip)
 * @reading: the state, with @text as its piece
 * @text: valid UTF-8
 * @length: its bytes
 * @patched: overwritten where something is to be patched
 *
 * Puts \\uFFFD in the place of escapes that are NUL or half a character.
 *
 * Returns: (transfer none): @text, or what is in @patched
 */
const char *
khatt_document_patch_escapes (KhattDocumentReading *reading,
                              const char *text,
                              gsize length,
                              GString *patched)
{
  const char *end = text + length;
  const char *at = memchr (text, '\\', length);
  gboolean is_patched = FALSE;

  while (at != NULL && at < end)
    {
      gboolean is_character;
      gsize escape_length = scan_escape (at, (gsize) (end - at), &is_character);

      if (!is_character)
        {
          gsize offset = (gsize) (at - text);

          if (!is_patched)
            g_string_truncate (patched, 0);
          if (!is_patched)
            g_string_append_len (patched, text, (gssize) length);
          is_patched = TRUE;
          memcpy (patched->str + offset + 2, "FFFD", 4);
          khatt_loading_issue_at (reading->loading, khatt_document_get_place (reading, offset),
                                  _ ("“%.6s” stands for no character; it was replaced by U+FFFD."),
                                  at);
        }
      at += escape_length;
      at = at < end ? memchr (at, '\\', (gsize) (end - at)) : NULL;
    }
  return is_patched ? patched->str : text;
}
