/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "khatt-anchor.h"

typedef struct
{
  const char *edtf;
  KhattAnchorForm form;
  /* As dates: the cell, and of intervals the end's. */
  const char *cell;
  const char *end;
  gboolean fades_earlier;
  gboolean fades_later;
  gboolean is_ongoing;
} Case;

static const Case cases[] = {
  { "2025-08-08", KHATT_ANCHOR_CELL, "2025-08-08", NULL },
  { "2025-08", KHATT_ANCHOR_CELL, "2025-08", NULL },
  { "2025", KHATT_ANCHOR_CELL, "2025", NULL },
  { "2025-08-08~", KHATT_ANCHOR_CELL, "2025-08-08", NULL },
  { "[..2025-08-08]", KHATT_ANCHOR_BEFORE, "2025-08-08", NULL },
  { "[..2025-08]", KHATT_ANCHOR_BEFORE, "2025-08", NULL },
  { "[..2025-01]", KHATT_ANCHOR_BEFORE, "2025-01", NULL },
  { "[..2025]", KHATT_ANCHOR_BEFORE, "2025", NULL },
  { "[2025-08-08..]", KHATT_ANCHOR_AFTER, "2025-08-08", NULL },
  { "[2025-12..]", KHATT_ANCHOR_AFTER, "2025-12", NULL },
  { "[2025..]", KHATT_ANCHOR_AFTER, "2025", NULL },
  { "2025-08-06/2025-08-08", KHATT_ANCHOR_INTERVAL, "2025-08-06", "2025-08-08" },
  { "2025-08-06/..", KHATT_ANCHOR_INTERVAL, "2025-08-06", "2025-08-06", FALSE, FALSE, TRUE },
  { "2025-08-06/", KHATT_ANCHOR_INTERVAL, "2025-08-06", "2025-08-06", FALSE, TRUE, FALSE },
  { "../2025-08-06", KHATT_ANCHOR_INTERVAL, "2025-08-06", "2025-08-06", TRUE, FALSE, FALSE },
  { "/2025-08-06", KHATT_ANCHOR_INTERVAL, "2025-08-06", "2025-08-06", TRUE, FALSE, FALSE },
};

static KhattDate
parse (const char *edtf)
{
  g_autoptr (GError) error = NULL;
  KhattDate date;

  khatt_date_parse (edtf, -1, &date, &error);
  g_assert_no_error (error);

  return date;
}

static void
test_forms (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KhattDate date = parse (cases[i].edtf);
      KhattAnchor anchor = khatt_anchor_from_date (&date);

      g_test_message ("%s", cases[i].edtf);
      g_assert_cmpint (anchor.form, ==, cases[i].form);
      g_assert_cmpint (anchor.fades_earlier, ==, cases[i].fades_earlier);
      g_assert_cmpint (anchor.fades_later, ==, cases[i].fades_later);
      g_assert_cmpint (anchor.is_ongoing, ==, cases[i].is_ongoing);
    }
}

static void
test_cells (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KhattDate date = parse (cases[i].edtf);
      KhattDate cell = parse (cases[i].cell);
      KhattAnchor anchor = khatt_anchor_from_date (&date);

      g_test_message ("%s", cases[i].edtf);
      g_assert_cmpint (anchor.cell_first, ==, khatt_date_first (&cell));
      g_assert_cmpint (anchor.cell_last, ==, khatt_date_last (&cell));
      if (cases[i].end != NULL)
        {
          KhattDate end = parse (cases[i].end);

          g_assert_cmpint (anchor.end_first, ==, khatt_date_first (&end));
          g_assert_cmpint (anchor.end_last, ==, khatt_date_last (&end));
        }
    }
}

static void
test_between (void)
{
  KhattDate date = parse ("[2025-08-01..2025-08-10]");
  KhattDate first = parse ("2025-08-01");
  KhattDate last = parse ("2025-08-10");
  KhattAnchor anchor = khatt_anchor_from_date (&date);

  g_assert_cmpint (anchor.form, ==, KHATT_ANCHOR_BETWEEN);
  g_assert_cmpint (anchor.cell_first, ==, khatt_date_first (&first));
  g_assert_cmpint (anchor.cell_last, ==, khatt_date_last (&last));
  g_assert_cmpint (khatt_anchor_get_middle (&anchor), ==,
                   khatt_date_first (&first) + 5 * KHATT_SECONDS_PER_DAY);
}

static void
test_undated (void)
{
  KhattDate date = KHATT_DATE_NONE;
  KhattAnchor anchor = khatt_anchor_from_date (&date);

  g_assert_cmpint (anchor.form, ==, KHATT_ANCHOR_NONE);
}

static void
test_middle_of_a_day_is_noon (void)
{
  KhattDate date = parse ("2025-08-08");
  KhattAnchor anchor = khatt_anchor_from_date (&date);

  g_assert_cmpint (khatt_anchor_get_middle (&anchor), ==,
                   khatt_date_first (&date) + KHATT_SECONDS_PER_DAY / 2);
  g_assert_cmpuint (khatt_anchor_get_length (&anchor), ==, KHATT_SECONDS_PER_DAY);
}

static void
test_middle_of_a_bound (void)
{
  KhattDate before = parse ("[..2025-08-08]");
  KhattDate after = parse ("[2025-08-08..]");
  KhattDate day = parse ("2025-08-08");
  KhattAnchor before_anchor = khatt_anchor_from_date (&before);
  KhattAnchor after_anchor = khatt_anchor_from_date (&after);

  g_assert_cmpint (khatt_anchor_get_middle (&before_anchor), ==, khatt_date_first (&day));
  g_assert_cmpint (khatt_anchor_get_middle (&after_anchor), ==, khatt_date_last (&day) + 1);
}

static void
test_reach (void)
{
  KhattDate interval = parse ("2025-08-06/2025-08-08");
  KhattDate ongoing = parse ("2025-08-06/..");
  KhattDate first = parse ("2025-08-06");
  KhattDate last = parse ("2025-08-08");
  KhattAnchor anchor = khatt_anchor_from_date (&interval);
  gint64 from, to;

  khatt_anchor_get_reach (&anchor, &from, &to);
  g_assert_cmpint (from, ==, khatt_date_first (&first));
  g_assert_cmpint (to, ==, khatt_date_last (&last));

  anchor = khatt_anchor_from_date (&ongoing);
  khatt_anchor_get_reach (&anchor, &from, &to);
  g_assert_cmpint (from, ==, khatt_date_first (&first));
  g_assert_cmpint (to, ==, KHATT_TIME_MAX);
}

/* Whatever a date can say, its anchor does not overflow. */
static void
test_ends_of_time (void)
{
  const KhattPrecision precisions[] = { KHATT_PRECISION_MILLENNIUM, KHATT_PRECISION_YEAR,
                                        KHATT_PRECISION_MONTH, KHATT_PRECISION_DAY,
                                        KHATT_PRECISION_SECOND };

  for (guint i = 0; i < G_N_ELEMENTS (precisions); i++)
    {
      KhattDate before = {
        .start_earliest = KHATT_TIME_MIN,
        .start_latest = KHATT_TIME_MIN + 100,
        .end_earliest = KHATT_TIME_MIN,
        .end_latest = KHATT_TIME_MIN + 100,
        .precision = precisions[i],
        .flags = KHATT_DATE_SET | KHATT_DATE_START_OPEN,
      };
      KhattAnchor anchor = khatt_anchor_from_date (&before);

      g_assert_cmpint (anchor.form, ==, KHATT_ANCHOR_BEFORE);
      g_assert_cmpint (anchor.cell_first, <=, anchor.cell_last);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/anchor/forms", test_forms);
  g_test_add_func ("/anchor/cells", test_cells);
  g_test_add_func ("/anchor/between", test_between);
  g_test_add_func ("/anchor/undated", test_undated);
  g_test_add_func ("/anchor/middle-of-a-day-is-noon", test_middle_of_a_day_is_noon);
  g_test_add_func ("/anchor/middle-of-a-bound", test_middle_of_a_bound);
  g_test_add_func ("/anchor/reach", test_reach);
  g_test_add_func ("/anchor/ends-of-time", test_ends_of_time);

  return g_test_run ();
}
