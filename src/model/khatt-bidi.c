/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the model needs of the Unicode bidirectional algorithm (UAX 9): which way a text runs, a
 * name kept apart from the sentence round it, and text that cannot reorder what stands outside it.
 */

#include "khatt-bidi.h"

#define FIRST_STRONG_ISOLATE "\u2068"
#define POP_DIRECTIONAL_ISOLATE "\u2069"

#define LEFT_TO_RIGHT_MARK 0x200e
#define RIGHT_TO_LEFT_MARK 0x200f
#define ARABIC_LETTER_MARK 0x061c
#define LEFT_TO_RIGHT_ISOLATE 0x2066
#define POP_ISOLATE 0x2069
#define LINE_SEPARATOR 0x2028
#define PARAGRAPH_SEPARATOR 0x2029

static const struct
{
  gunichar first;
  gunichar last;
} right_to_left_ranges[] = {
  { 0x0590, 0x08ff },   /* Hebrew, Arabic, Syriac, Thaana, NKo, Samaritan, Mandaic */
  { 0xfb1d, 0xfdff },   /* Hebrew and Arabic presentation forms */
  { 0xfe70, 0xfefc },   /* Arabic presentation forms B */
  { 0x10800, 0x10fff }, /* scripts of the ancient Near East and others */
  { 0x1e800, 0x1efff }, /* Mende Kikakui, Adlam, Arabic mathematical letters */
};

static gboolean
is_in_right_to_left_script (gunichar c)
{
  for (gsize i = 0; i < G_N_ELEMENTS (right_to_left_ranges); i++)
    if (c >= right_to_left_ranges[i].first && c <= right_to_left_ranges[i].last)
      return TRUE;
  return FALSE;
}

static gboolean
is_strong (gunichar c, KhattDirection *direction)
{
  if (c == LEFT_TO_RIGHT_MARK || c == RIGHT_TO_LEFT_MARK || c == ARABIC_LETTER_MARK)
    {
      *direction = c == LEFT_TO_RIGHT_MARK ? KHATT_DIRECTION_LTR : KHATT_DIRECTION_RTL;
      return TRUE;
    }
  if (!g_unichar_isalpha (c))
    return FALSE;
  *direction = is_in_right_to_left_script (c) ? KHATT_DIRECTION_RTL : KHATT_DIRECTION_LTR;
  return TRUE;
}

static gboolean
is_reordering (gunichar c)
{
  return c == ARABIC_LETTER_MARK || c == LEFT_TO_RIGHT_MARK || c == RIGHT_TO_LEFT_MARK ||
         (c >= 0x202a && c <= 0x202e) || (c >= LEFT_TO_RIGHT_ISOLATE && c <= POP_ISOLATE);
}

/**
 * khatt_bidi_direction:
 * @text: (nullable): UTF-8
 * @fallback: the direction of a text without a strong character
 *
 * Finds which way a text runs: the direction of its first strong character, what stands inside
 * isolates not counted (UAX 9, rules P2 and P3).
 *
 * Returns: the direction
 */
KhattDirection
khatt_bidi_direction (const char *text, KhattDirection fallback)
{
  KhattDirection direction = fallback;
  int depth = 0;

  if (text == NULL)
    return fallback;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= LEFT_TO_RIGHT_ISOLATE && c < POP_ISOLATE)
        depth++;
      else if (c == POP_ISOLATE)
        depth = MAX (depth - 1, 0);
      else if (depth == 0 && is_strong (c, &direction))
        return direction;
    }
  return fallback;
}

/**
 * khatt_bidi_isolate:
 * @text: UTF-8
 *
 * Puts a first strong isolate round a text, so that a name inside a sentence of the other direction
 * neither moves nor is moved. Controls inside the text that could end the isolate are left out.
 *
 * Returns: (transfer full): the isolated text
 */
char *
khatt_bidi_isolate (const char *text)
{
  g_autofree char *stripped = khatt_bidi_strip (text);

  return g_strconcat (FIRST_STRONG_ISOLATE, stripped, POP_DIRECTIONAL_ISOLATE, NULL);
}

/**
 * khatt_bidi_strip:
 * @text: UTF-8
 *
 * Copies a text without the characters that could reorder what stands outside of it and without
 * control characters; line feeds and tabs stay, the Unicode line and paragraph separators become
 * line feeds. Zero-width joiners stay, since they shape letters.
 *
 * Returns: (transfer full): the text that is left
 */
char *
khatt_bidi_strip (const char *text)
{
  GString *stripped = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == LINE_SEPARATOR || c == PARAGRAPH_SEPARATOR)
        g_string_append_c (stripped, '\n');
      else if (c == '\n' || c == '\t' || (!g_unichar_iscntrl (c) && !is_reordering (c)))
        g_string_append_len (stripped, p, g_utf8_next_char (p) - p);
    }
  return g_string_free (stripped, FALSE);
}
