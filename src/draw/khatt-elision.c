/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a text may be cut. Cutting is done on the logical text, before it is shaped: the ellipsis
 * then stands where the reader stops reading. Cutting shaped text at an edge of the line, as
 * toolkits do, takes letters from the middle of a text in which two directions meet.
 */

#include "khatt-elision.h"

/* What looks lost before an ellipsis: space, punctuation, joiners without anything to join. */
static gboolean
is_trimmed (gunichar character)
{
  switch (g_unichar_type (character))
    {
    case G_UNICODE_SPACE_SEPARATOR:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT:
    case G_UNICODE_CONNECT_PUNCTUATION:
    case G_UNICODE_DASH_PUNCTUATION:
    case G_UNICODE_OPEN_PUNCTUATION:
    case G_UNICODE_CLOSE_PUNCTUATION:
    case G_UNICODE_INITIAL_PUNCTUATION:
    case G_UNICODE_FINAL_PUNCTUATION:
    case G_UNICODE_OTHER_PUNCTUATION:
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * khatt_elision_pick_cuts:
 * @text: UTF-8
 * @attributes: (array): of each of its characters
 *
 * Finds where a text may be cut without tearing a letter from its marks: extended grapheme
 * clusters, UAX 29.
 *
 * Returns: (transfer full) (element-type gsize): byte offsets, rising, between the start and the
 * end
 */
GArray *
khatt_elision_pick_cuts (const char *text, const PangoLogAttr *attributes)
{
  GArray *cuts = g_array_new (FALSE, FALSE, sizeof (gsize));
  const char *cursor = text;

  for (int i = 0; *cursor != '\0'; i++, cursor = g_utf8_next_char (cursor))
    {
      const gsize offset = cursor - text;

      if (offset > 0 && attributes[i].is_cursor_position)
        g_array_append_val (cuts, offset);
    }
  return cuts;
}

/**
 * khatt_elision_find_cuts:
 * @text: UTF-8
 *
 * Finds where a text that nobody has looked at yet may be cut.
 *
 * Returns: (transfer full) (element-type gsize): byte offsets as of khatt_elision_pick_cuts()
 */
GArray *
khatt_elision_find_cuts (const char *text)
{
  const int n_characters = (int) g_utf8_strlen (text, -1);
  g_autofree PangoLogAttr *attributes = g_new0 (PangoLogAttr, n_characters + 1);

  pango_get_log_attrs (text, -1, -1, pango_language_from_string ("en"), attributes,
                       n_characters + 1);
  return khatt_elision_pick_cuts (text, attributes);
}

/**
 * khatt_elision_cut:
 * @text: UTF-8
 * @at: a byte offset at the start of a character
 *
 * Keeps what comes before @at, without space and punctuation at its end, and adds an ellipsis.
 *
 * Returns: (transfer full): the shortened text
 */
char *
khatt_elision_cut (const char *text, gsize at)
{
  const char *end = text + at;

  while (end > text)
    {
      const char *last = g_utf8_prev_char (end);

      if (!is_trimmed (g_utf8_get_char (last)))
        break;
      end = last;
    }
  return g_strdup_printf ("%.*s" KHATT_ELLIPSIS, (int) (end - text), text);
}
