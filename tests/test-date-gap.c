/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "khatt-date-gap.h"

#include "khatt-words.h"

#define OPEN KHATT_TIME_MAX

static const struct
{
  const char *a;
  const char *b;
  gint64 least;
  gint64 most;
  const char *text;
} cases[] = {
  { "2025-08-08", "2025-08-26", 18, 18, "18 days" },
  { "2025-08-08", "2025-08-09", 1, 1, "1 day" },
  { "2025-08-08", "2025-08-08", 0, 0, "the same day" },
  { "2025-08-08T01:00:00Z", "2025-08-08T23:00:00Z", 0, 0, "the same day" },
  { "2025-08-08T23:59:59Z", "2025-08-09T00:00:00Z", 1, 1, "1 day" },
  { "2024-02-28", "2024-03-01", 2, 2, "2 days" },
  { "1582-10-04", "1582-10-15", 11, 11, "11 days" },
  { "-0044-03-15", "0001-01-01", 16363, 16363, "16 363 days" },
  /* From the end of one to the start of the other. */
  { "2025-08-01/2025-08-05", "2025-08-08/2025-08-20", 3, 3, "3 days" },
  { "2025-08-01/2025-08-10", "2025-08-08/2025-08-20", 0, 0, "the same day" },
  { "2025-08-01/2025-08-31", "2025-08-10", 0, 0, "the same day" },
  /* Not known to the day. */
  { "[2025-08-08..2025-08-10]", "2025-08-26", 16, 18, "16–18 days" },
  { "2025-08", "2025-10-01", 31, 61, "31–61 days" },
  { "2025-08", "2025-08-20", 0, 19, "0–19 days" },
  { "2025-08", "2025-08", 0, 30, "0–30 days" },
  { "[2025-08-08..2025-08-09]", "2025-08-09", 0, 1, "0–1 day" },
  { "[..2025-08-08]", "2025-08-11", 3, OPEN, "at least 3 days" },
  { "[..2025-08-08]", "2025-08-09", 1, OPEN, "at least 1 day" },
  { "[2025-08-08..]", "2025-08-01", 7, OPEN, "at least 7 days" },
  { "[2025-08-08..]", "2025-08-20", 0, OPEN, "days unknown" },
  { "[..2025-08-08]", "[2025-08-10..]", 2, OPEN, "at least 2 days" },
  { "2025-08-01/..", "2025-08-20", 0, 0, "the same day" },
  /* Approximate and uncertain. */
  { "2025-08-08~", "2025-08-26", 18, 18, "about 18 days" },
  { "2025-08-08", "2025-08-26?", 18, 18, "about 18 days" },
  { "2025-08-08~", "2025-08-08", 0, 0, "the same day" },
};

static KhattDate
parse (const char *edtf)
{
  KhattDate date;

  g_assert_true (khatt_date_parse (edtf, -1, &date, NULL));
  return date;
}

static void
test_gaps (void)
{
  const KhattWords words = khatt_words_for_language ("en");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KhattDate a = parse (cases[i].a);
      KhattDate b = parse (cases[i].b);
      KhattDateGap gap, back;
      g_autofree char *text = NULL;

      g_test_message ("%s to %s", cases[i].a, cases[i].b);
      g_assert_true (khatt_date_gap (&a, &b, &gap));
      g_assert_true (khatt_date_gap (&b, &a, &back));
      g_assert_cmpint (gap.least, ==, cases[i].least);
      g_assert_cmpint (gap.most, ==, cases[i].most);
      g_assert_cmpint (back.least, ==, gap.least);
      g_assert_cmpint (back.most, ==, gap.most);
      text = khatt_date_gap_to_text (&gap, &words);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_undated (void)
{
  KhattDate dated = parse ("2025");
  KhattDate undated = KHATT_DATE_NONE;
  KhattDateGap gap;

  g_assert_false (khatt_date_gap (&dated, &undated, &gap));
  g_assert_false (khatt_date_gap (&undated, &dated, &gap));
}

/* Whatever days two ranges may mean, the days between them lie within the gap, and both of its ends
 * occur. */
static void
test_against_every_day (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (guint i = 0; i < 300; i++)
    {
      int a_first = g_rand_int_range (rand, 1, 14),
          a_last = a_first + g_rand_int_range (rand, 0, 6);
      int b_first = g_rand_int_range (rand, 1, 14),
          b_last = b_first + g_rand_int_range (rand, 0, 6);
      g_autofree char *a_text = g_strdup_printf ("[2025-08-%02d..2025-08-%02d]", a_first, a_last);
      g_autofree char *b_text = g_strdup_printf ("[2025-08-%02d..2025-08-%02d]", b_first, b_last);
      KhattDate a = parse (a_text), b = parse (b_text);
      gint64 least = G_MAXINT64, most = 0;
      KhattDateGap gap;

      for (int a_day = a_first; a_day <= a_last; a_day++)
        for (int b_day = b_first; b_day <= b_last; b_day++)
          {
            least = MIN (least, ABS (a_day - b_day));
            most = MAX (most, ABS (a_day - b_day));
          }
      g_assert_true (khatt_date_gap (&a, &b, &gap));
      g_assert_cmpint (gap.least, ==, least);
      g_assert_cmpint (gap.most, ==, most);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date-gap/gaps", test_gaps);
  g_test_add_func ("/date-gap/undated", test_undated);
  g_test_add_func ("/date-gap/against-every-day", test_against_every_day);
  return g_test_run ();
}
