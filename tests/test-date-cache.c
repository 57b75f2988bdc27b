/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The cache of dates: what it says is what parsing says. */

#include "khatt-date-cache.h"

static void
test_cached_dates_are_parsed_dates (void)
{
  static const char *const texts[] = {
    "2025-08-08",
    "2025-08-08/2025-08-10",
    "2025-08-08/2025-08-08",
    "2025-08-10/2025-08-08",
    "2024-12-31/2025-01-01",
    "2025-02-30/2025-03-01",
    "2025-08/2025-09",
    "0001-01-01/0002-01-01",
    "2025-08-XX/2025-09-01",
    "2025-08-1X/2025-09-01",
    "-2025-1-1",
    "",
    "2025-08-08?/2025-08-10",
    "[2025-08-01..2025-08-03]",
    "2025-08-08T10:00:00Z/2025-08-09T10:00:00Z",
  };
  KhattDateCache *cache = khatt_date_cache_new ();

  for (guint i = 0; i < 2 * G_N_ELEMENTS (texts); i++)
    {
      const char *text = texts[i % G_N_ELEMENTS (texts)];
      KhattDate expected = KHATT_DATE_NONE;
      KhattDate found = KHATT_DATE_NONE;
      gboolean is_right = khatt_date_parse (text, -1, &expected, NULL);

      g_assert_cmpint (khatt_date_cache_parse (cache, text, &found, NULL), ==, is_right);
      if (is_right)
        {
          g_assert_true (khatt_date_equal (&expected, &found));
          g_assert_cmpint (expected.flags, ==, found.flags);
        }
    }
  khatt_date_cache_free (cache);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date-cache/cached-dates-are-parsed-dates", test_cached_dates_are_parsed_dates);
  return g_test_run ();
}
