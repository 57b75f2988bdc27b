/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "khatt-collation.h"

#include <string.h>

static void
check_order (const char *language, const char *const *sorted, gsize n)
{
  for (gsize i = 1; i < n; i++)
    {
      g_autofree char *a = khatt_collation_key (sorted[i - 1], language);
      g_autofree char *b = khatt_collation_key (sorted[i], language);

      g_test_message ("%s %s", sorted[i - 1], sorted[i]);
      g_assert_cmpstr (a, <, b);
    }
}

static void
test_arabic (void)
{
  static const char *const sorted[] = { "أردوغان", "أوربان", "بوتين",   "ترامب",
                                        "شي",      "مُودي",   "ناريندرا" };
  check_order ("ar", sorted, G_N_ELEMENTS (sorted));
}

static void
test_english (void)
{
  static const char *const sorted[] = { "aardvark", "Äpfel", "Banana", "cherry", "Émile", "zebra" };
  check_order ("en", sorted, G_N_ELEMENTS (sorted));
}

static void
test_swedish (void)
{
  static const char *const sorted[] = { "Zorn", "Åse", "Ärla", "Öberg" };
  check_order ("sv", sorted, G_N_ELEMENTS (sorted));
}

static void
test_any_language (void)
{
  g_autofree char *a = khatt_collation_key ("a", NULL);
  g_autofree char *b = khatt_collation_key ("B", "no such language");
  g_autofree char *empty = khatt_collation_key ("", NULL);

  g_assert_cmpstr (a, <, b);
  g_assert_cmpstr (empty, <, a);
  g_assert_true (g_str_is_ascii (a));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/collation/arabic-names", test_arabic);
  g_test_add_func ("/collation/english-ignores-case-and-accents-first", test_english);
  g_test_add_func ("/collation/swedish-has-its-own-end-of-the-alphabet", test_swedish);
  g_test_add_func ("/collation/any-language-has-an-order", test_any_language);
  return g_test_run ();
}
