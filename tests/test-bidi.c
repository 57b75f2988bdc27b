/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "khatt-bidi.h"

static const struct
{
  const char *text;
  KhattDirection expected;
} rtl_by_default[] = {
  { "قمة", KHATT_DIRECTION_RTL },
  { "Alaska", KHATT_DIRECTION_LTR },
  { "2025 قمة Alaska", KHATT_DIRECTION_RTL },
  { "(Alaska) قمة", KHATT_DIRECTION_LTR },
  { "שלום", KHATT_DIRECTION_RTL },
  { "Москва", KHATT_DIRECTION_LTR },
  { "", KHATT_DIRECTION_RTL },
  { NULL, KHATT_DIRECTION_RTL },
  { "2025-08-08", KHATT_DIRECTION_RTL },
  { "٢٠٢٥ A", KHATT_DIRECTION_LTR },
  { "\u200eقمة", KHATT_DIRECTION_LTR },
  { "\u200fAlaska", KHATT_DIRECTION_RTL },
  { "\u2068Alaska\u2069 قمة", KHATT_DIRECTION_RTL },
  { "\u2068قمة\u2069 Alaska", KHATT_DIRECTION_LTR },
  { "\u2069 Alaska", KHATT_DIRECTION_LTR },
  { "\u064e Alaska", KHATT_DIRECTION_LTR },
};

static void
test_direction (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rtl_by_default); i++)
    g_assert_cmpint (khatt_bidi_direction (rtl_by_default[i].text, KHATT_DIRECTION_RTL), ==,
                     rtl_by_default[i].expected);
  g_assert_cmpint (khatt_bidi_direction ("123", KHATT_DIRECTION_LTR), ==, KHATT_DIRECTION_LTR);
}

static const struct
{
  const char *text;
  const char *expected;
} strip_cases[] = {
  { "plain", "plain" },
  { "a\u202eb\u202cc", "abc" },
  { "\u2066a\u2069\u2067b\u2069\u2068c\u2069", "abc" },
  { "\u200ea\u200fb\u061cc", "abc" },
  { "\u202aa\u202bb\u202dc", "abc" },
  { "a\nb\tc", "a\nb\tc" },
  { "a\x07"
    "b\x1b"
    "c\x7f"
    "d\xc2\x85"
    "e",
    "abcde" },
  { "a\u2028b\u2029c", "a\nb\nc" },
  { "می\u200cشود", "می\u200cشود" },
};

static void
test_strip (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (strip_cases); i++)
    {
      g_autofree char *stripped = khatt_bidi_strip (strip_cases[i].text);
      g_assert_cmpstr (stripped, ==, strip_cases[i].expected);
    }
}

static void
test_isolate (void)
{
  g_autofree char *plain = khatt_bidi_isolate ("ترامب");
  g_autofree char *hostile = khatt_bidi_isolate ("a\u2069\u202eb");

  g_assert_cmpstr (plain, ==, "\u2068ترامب\u2069");
  g_assert_cmpstr (hostile, ==, "\u2068ab\u2069");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bidi/first-strong-character-decides", test_direction);
  g_test_add_func ("/bidi/strip-leaves-nothing-that-reorders", test_strip);
  g_test_add_func ("/bidi/isolate-cannot-be-left", test_isolate);
  return g_test_run ();
}
