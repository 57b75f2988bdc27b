/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is UTF-8 passes as it is, however it is cut; what is not becomes U+FFFD, where GLib says it
 * is not. */

#include "khatt-decoder.h"
#include "khatt-issue.h"

#include <string.h>

#define N_ROUNDS 20000
#define MAX_LENGTH 64
/* Before which no encoding is guessed. */
#define ASCII_SAMPLE "plain words that are ASCII, and so can only be UTF-8: "

static gboolean
collect (const char *text, gsize length, gpointer data)
{
  g_string_append_len (data, text, (gssize) length);
  return TRUE;
}

static GString *
decode (const char *bytes, gsize length, gsize piece)
{
  g_autoptr (GPtrArray) issues = khatt_issues_new ();
  GString *text = g_string_new (NULL);
  g_autoptr (KhattDecoder) decoder = khatt_decoder_new ("f", issues, collect, text);

  for (gsize i = 0; i < length; i += piece)
    g_assert_true (
        khatt_decoder_feed (decoder, (const guint8 *) bytes + i, MIN (piece, length - i)));
  khatt_decoder_finish (decoder);
  return text;
}

/* Mostly pairs as Arabic is made of, with a byte changed here and there. */
static gsize
draw (char *bytes)
{
  static const char *const pieces[] = {
    "\xd8\xa7", "\xd9\x84", "\xda\xaf",     "\xdf\xbf",         "\xc2\x80",
    "a",        " ",        "\xe2\x80\x8f", "\xf0\x9f\x93\x9e", "\xc0\xaf",
    "\xc1\xbf", "\xd8",     "\xa7",         "\xe0\x80\xaf",     "\xed\xa0\x80",
  };
  gsize length = 0;

  while (length < MAX_LENGTH)
    {
      /* The last ones are no UTF-8. */
      guint n = g_test_rand_int_range (0, 40) == 0 ? G_N_ELEMENTS (pieces) : 9;
      const char *piece = pieces[g_test_rand_int_range (0, (gint32) n)];

      memcpy (bytes + length, piece, strlen (piece));
      length += strlen (piece);
    }
  return length;
}

static void
test_random_bytes (void)
{
  char bytes[sizeof ASCII_SAMPLE + MAX_LENGTH + 8] = ASCII_SAMPLE;
  const gsize n_sample = strlen (ASCII_SAMPLE);

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      gsize length = n_sample + draw (bytes + n_sample);
      gsize piece = (gsize) g_test_rand_int_range (1, MAX_LENGTH);
      gboolean is_valid = g_utf8_validate (bytes, (gssize) length, NULL);
      g_autoptr (GString) text = decode (bytes, length, length);
      g_autoptr (GString) cut = decode (bytes, length, piece);

      g_assert_true (g_utf8_validate (text->str, (gssize) text->len, NULL));
      g_assert_true (g_string_equal (text, cut));
      g_assert_cmpint (text->len == length && memcmp (text->str, bytes, length) == 0, ==, is_valid);
    }
}

/* Every pair of bytes, four times over: what the fast way looks at. */
static void
test_pairs (void)
{
  for (guint first = 1; first < 256; first++)
    for (guint second = 1; second < 256; second++)
      {
        char bytes[] = ASCII_SAMPLE "\xd8\xa7\xd8\xa7??\xd8\xa7";
        char *pair = strchr (bytes, '?');
        g_autoptr (GString) text = NULL;

        pair[0] = (char) first;
        pair[1] = (char) second;
        text = decode (bytes, strlen (bytes), strlen (bytes));
        g_assert_cmpint (strcmp (text->str, bytes) == 0, ==, g_utf8_validate (bytes, -1, NULL));
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/decoder/random-bytes", test_random_bytes);
  g_test_add_func ("/decoder/pairs", test_pairs);

  return g_test_run ();
}
