/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "khatt-date.h"

#include <stdio.h>
#include <string.h>

/* tests/data/model/edtf.tsv: every line belongs to a group, every group is a test case. */
enum
{
  COLUMN_GROUP,
  COLUMN_EXPRESSION,
  COLUMN_VERDICT,
  COLUMN_FIRST,
  COLUMN_LAST,
  N_COLUMNS
};
#define N_EXPRESSIONS 658

static const struct
{
  const char *group;
  int n_lines;
} groups[] = {
  { "level0-date", 42 },
  { "level0-datetime", 20 },
  { "level0-interval", 29 },
  { "level1-date", 23 },
  { "level1-interval", 39 },
  { "level1-interval-qualified", 12 },
  { "level1-qualified", 26 },
  { "level1-season", 10 },
  { "level1-unspecified", 35 },
  { "level1-year", 17 },
  { "level2-interval-unspecified", 25 },
  { "level2-list", 15 },
  { "level2-qualified", 34 },
  { "level2-season", 17 },
  { "level2-set", 22 },
  { "level2-unspecified", 47 },
  { "level2-year", 22 },
  { "beyond-the-profile", 22 },
  { "refused", 201 },
};

static GPtrArray *lines; /* of char**, N_COLUMNS each */

static char *
unescape (const char *text)
{
  GString *string = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p != '\\')
        {
          g_string_append_c (string, *p);
          continue;
        }
      p++;
      if (*p == 'u')
        {
          g_autofree char *digits = g_strndup (p + 1, 4);
          g_string_append_unichar (string, (gunichar) g_ascii_strtoull (digits, NULL, 16));
          p += 4;
        }
      else
        g_string_append_c (string, *p == 't' ? '\t' : *p == 's' ? ' ' : *p);
    }
  return g_string_free (string, FALSE);
}

static void
load_lines (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "model", "edtf.tsv", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) texts = NULL;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  texts = g_strsplit (contents, "\n", -1);
  lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  for (char **text = texts; *text != NULL; text++)
    {
      GStrv cells;
      guint n_cells;

      if (**text == '\0' || **text == '#')
        continue;
      cells = g_strsplit (*text, "\t", -1);
      n_cells = g_strv_length (cells);
      cells = g_renew (char *, cells, N_COLUMNS + 1);
      for (guint i = n_cells; i <= N_COLUMNS; i++)
        cells[i] = i < N_COLUMNS ? g_strdup ("") : NULL;
      g_ptr_array_add (lines, cells);
    }
}

/* The bounds of the table, read without the parser under test. */
static gint64
read_second (const char *text)
{
  gint64 year;
  int month, day, hour, minute, second;
  char *rest;

  year = g_ascii_strtoll (text, &rest, 10);
  g_assert_cmpint (sscanf (rest, "-%d-%dT%d:%d:%dZ", &month, &day, &hour, &minute, &second), ==, 5);
  return khatt_days_from_civil (year, month, day) * KHATT_SECONDS_PER_DAY + hour * 3600 +
         minute * 60 + second;
}

static void
check_end (const char *text, gint64 second, gboolean is_open, gboolean is_unknown)
{
  g_assert_cmpint (is_open, ==, g_str_has_suffix (text, "inf"));
  g_assert_cmpint (is_unknown, ==, g_str_equal (text, "unknown"));
  if (!is_open && !is_unknown)
    g_assert_cmpint (second, ==, read_second (text));
}

static void
check_bounds (char **line, const KhattDate *date)
{
  if (*line[COLUMN_FIRST] == '\0')
    return;
  check_end (line[COLUMN_FIRST], khatt_date_first (date),
             (date->flags & KHATT_DATE_START_OPEN) != 0,
             (date->flags & KHATT_DATE_START_UNKNOWN) != 0);
  check_end (line[COLUMN_LAST], khatt_date_last (date), (date->flags & KHATT_DATE_END_OPEN) != 0,
             (date->flags & KHATT_DATE_END_UNKNOWN) != 0);
}

/* What is printed reads back; to the same value where the text was canonical. */
static void
check_printing (const char *expression, const KhattDate *date)
{
  g_autofree char *printed = khatt_date_to_edtf (date);
  g_autoptr (GError) error = NULL;
  KhattDate again;

  if ((date->flags & KHATT_DATE_NOT_CANONICAL) == 0)
    g_assert_cmpstr (printed, ==, expression);
  khatt_date_parse (printed, -1, &again, &error);
  g_assert_no_error (error);
  g_assert_cmpint (again.flags & KHATT_DATE_NOT_CANONICAL, ==, 0);
  g_assert_cmpint (khatt_date_first (&again), ==, khatt_date_first (date));
  g_assert_cmpint (khatt_date_last (&again), ==, khatt_date_last (date));
}

static void
check_order_of_bounds (const KhattDate *date)
{
  g_assert_cmpint (date->start_earliest, <=, date->start_latest);
  g_assert_cmpint (date->end_earliest, <=, date->end_latest);
  g_assert_cmpint (date->start_earliest, <=, date->end_latest);
}

static void
check_line (char **line)
{
  g_autofree char *expression = unescape (line[COLUMN_EXPRESSION]);
  g_autoptr (GError) error = NULL;
  KhattDate date;
  gboolean is_read = khatt_date_parse (expression, -1, &date, &error);

  g_test_message ("%s", line[COLUMN_EXPRESSION]);
  if (g_str_equal (line[COLUMN_VERDICT], "yes"))
    g_assert_no_error (error);
  if (g_str_equal (line[COLUMN_VERDICT], "no"))
    g_assert_false (is_read);
  g_assert_cmpint (is_read, ==, error == NULL);
  g_assert_cmpint (is_read, ==, khatt_date_is_known (&date));
  if (!is_read)
    {
      g_assert_true (error->domain == KHATT_DATE_ERROR);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return;
    }
  check_bounds (line, &date);
  check_order_of_bounds (&date);
  check_printing (expression, &date);
}

static void
test_group (gconstpointer data)
{
  const char *group = data;
  int n_lines = 0, n_expected = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    if (g_str_equal (groups[i].group, group))
      n_expected = groups[i].n_lines;
  for (guint i = 0; i < lines->len; i++)
    {
      char **line = lines->pdata[i];

      if (!g_str_equal (line[COLUMN_GROUP], group))
        continue;
      check_line (line);
      n_lines++;
    }
  g_assert_cmpint (n_lines, ==, n_expected);
}

static void
test_table_is_whole (void)
{
  int n_lines = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    n_lines += groups[i].n_lines;
  g_assert_cmpint (n_lines, ==, N_EXPRESSIONS);
  g_assert_cmpuint (lines->len, ==, N_EXPRESSIONS);
}

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
assert_prints (const KhattDate *date, const char *expected)
{
  g_autofree char *printed = khatt_date_to_edtf (date);

  g_assert_cmpstr (printed, ==, expected);
}

static void
test_canonical (void)
{
  static const char *const canonical[] = {
    "2025-08-08",
    "2025-08",
    "2025",
    "-0044-03-15",
    "Y170002",
    "Y-170002",
    "2025-08~",
    "2025-08-08?",
    "2025%",
    "193X",
    "19XX",
    "1XXX",
    "XXXX",
    "-193X",
    "-03XX",
    "2025-21",
    "2025-24",
    "2025-33",
    "2025-41",
    "2025-08-06/2025-08-08",
    "2025-08-06/..",
    "../2025-08-06",
    "2025-08-06/",
    "/2025-08-06",
    "../..",
    "/..",
    "../",
    "2025~/2026~",
    "[..2025-08-08]",
    "[2025-08-08..]",
    "[2025-08-06..2025-08-08]",
    "[2025..2027]",
    "[2025-08..2025-10]",
    "[2025-08-06~..2025-08-08~]",
    "2025-08-08T10:30:00Z",
    "2025-08-08T10:30Z",
    "2025-08-08T10:30:00Z/2025-08-08T11:00:00Z",
    "[2025-08-01..2025-08-31]",
    "2018-21/2018-23",
    "1987/199X",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (canonical); i++)
    {
      KhattDate date = parse (canonical[i]);

      assert_prints (&date, canonical[i]);
      g_assert_cmpint (date.flags & KHATT_DATE_NOT_CANONICAL, ==, 0);
    }
}

static void
test_not_canonical (void)
{
  static const struct
  {
    const char *edtf;
    const char *printed;
  } cases[] = {
    { "2025-08-08T10:30:00+03:00", "2025-08-08T07:30:00Z" },
    { "2025-08-08T10:30:00", "2025-08-08T10:30:00Z" },
    { "Y17E7", "Y170000000" },
    { "[2025]", "2025" },
    { "[2025-08,2025-10]", "[2025-08..2025-10]" },
    { "{2025,2026}", "2025/2026" },
    { "2004-06-~11", "2004-06-11~" },
    { "1984~/2004-06", "1984~/2004-06~" },
    { "2001-25", "2001-21" },
    { "2004-XX", "2004" },
    { "1954S3", "195X" },
    { "15XX-12-25", "[1500-12-25..1599-12-25]" },
    { "2000-XX-10/2012", "2000-01-10/2012" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KhattDate date = parse (cases[i].edtf);

      assert_prints (&date, cases[i].printed);
      g_assert_cmpint (date.flags & KHATT_DATE_NOT_CANONICAL, !=, 0);
    }
}

static void
test_error_codes (void)
{
  static const struct
  {
    const char *edtf;
    KhattDateError code;
  } cases[] = {
    { "", KHATT_DATE_ERROR_SYNTAX },
    { "May 1948", KHATT_DATE_ERROR_SYNTAX },
    { "[2025", KHATT_DATE_ERROR_SYNTAX },
    { "/", KHATT_DATE_ERROR_SYNTAX },
    { "2025-02-31", KHATT_DATE_ERROR_RANGE },
    { "2025-13", KHATT_DATE_ERROR_RANGE },
    { "2025-08-08T25:00:00", KHATT_DATE_ERROR_RANGE },
    { "2025-08-08T10:00:00+15", KHATT_DATE_ERROR_RANGE },
    { "Y292277026596", KHATT_DATE_ERROR_RANGE },
    { "Y99999999999999999999999", KHATT_DATE_ERROR_RANGE },
    { "2026/2025", KHATT_DATE_ERROR_ORDER },
    { "[2026..2025]", KHATT_DATE_ERROR_ORDER },
    { "{2026..2025}", KHATT_DATE_ERROR_ORDER },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      KhattDate date;

      g_assert_false (khatt_date_parse (cases[i].edtf, -1, &date, &error));
      g_assert_error (error, KHATT_DATE_ERROR, (int) cases[i].code);
      g_assert_nonnull (strstr (error->message, "“"));
    }
}

static void
test_error_quotes_little (void)
{
  g_autofree char *long_text = g_strnfill (100000, 'x');
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) broken_error = NULL;
  KhattDate date;

  g_assert_false (khatt_date_parse (long_text, -1, &date, &error));
  g_assert_cmpuint (strlen (error->message), <, 300);
  g_assert_false (khatt_date_parse ("20\xff\x01", -1, &date, &broken_error));
  g_assert_true (g_utf8_validate (broken_error->message, -1, NULL));
}

static void
test_length (void)
{
  KhattDate date, whole = parse ("2025-08");

  g_assert_true (khatt_date_parse ("2025-08-08", 7, &date, NULL));
  g_assert_true (khatt_date_equal (&date, &whole));
  g_assert_false (khatt_date_parse ("2025\0-08", 8, &date, NULL));
  g_assert_false (khatt_date_is_known (&date));
}

static void
test_year_limits (void)
{
  KhattDate last = parse ("Y292277026595"), first = parse ("Y-292277022656");

  g_assert_cmpint (khatt_date_last (&last), <, KHATT_TIME_MAX);
  g_assert_cmpint (khatt_date_last (&last), >, khatt_date_first (&last));
  g_assert_cmpint (khatt_date_first (&first), >, KHATT_TIME_MIN);
  assert_prints (&last, "Y292277026595");
  assert_prints (&first, "Y-292277022656");
  g_assert_false (khatt_date_parse ("Y-292277022657", -1, &last, NULL));
}

static void
test_constructors (void)
{
  KhattDate day = khatt_date_from_day (2025, 8, 8), month = khatt_date_from_month (2025, 8);
  KhattDate year = khatt_date_from_year (2025), later = khatt_date_from_day (2025, 8, 11), date;

  assert_prints (&day, "2025-08-08");
  assert_prints (&month, "2025-08");
  assert_prints (&year, "2025");
  date = khatt_date_from_bounds (&day, &later, KHATT_DATE_SET);
  assert_prints (&date, "[2025-08-08..2025-08-11]");
  date = khatt_date_from_bounds (&day, &later, KHATT_DATE_INTERVAL);
  assert_prints (&date, "2025-08-08/2025-08-11");
  date = khatt_date_from_bounds (&day, NULL, KHATT_DATE_SET);
  assert_prints (&date, "[2025-08-08..]");
  date = khatt_date_from_bounds (NULL, &day, KHATT_DATE_SET);
  assert_prints (&date, "[..2025-08-08]");
  date = khatt_date_from_bounds (NULL, &day, KHATT_DATE_INTERVAL | KHATT_DATE_START_UNKNOWN);
  assert_prints (&date, "/2025-08-08");
  date = khatt_date_from_bounds (&day, NULL, KHATT_DATE_INTERVAL);
  assert_prints (&date, "2025-08-08/..");
}

static void
test_constructors_refuse (void)
{
  KhattDate day = khatt_date_from_day (2025, 2, 29), month = khatt_date_from_month (2025, 13);
  KhattDate year = khatt_date_from_year (KHATT_YEAR_MAX + 1);
  KhattDate early = khatt_date_from_year (2024), late = khatt_date_from_year (2025);
  KhattDate backwards = khatt_date_from_bounds (&late, &early, KHATT_DATE_INTERVAL);

  g_assert_false (khatt_date_is_known (&day));
  g_assert_false (khatt_date_is_known (&month));
  g_assert_false (khatt_date_is_known (&year));
  KhattDate half = khatt_date_from_bounds (&early, &day, KHATT_DATE_SET);

  g_assert_false (khatt_date_is_known (&half));
  g_assert_false (khatt_date_is_known (&backwards));
  assert_prints (&backwards, "");
}

static void
test_precision (void)
{
  static const struct
  {
    const char *edtf;
    KhattPrecision precision;
  } cases[] = {
    { "1XXX", KHATT_PRECISION_MILLENNIUM },
    { "19XX", KHATT_PRECISION_CENTURY },
    { "193X", KHATT_PRECISION_DECADE },
    { "2025", KHATT_PRECISION_YEAR },
    { "2025-21", KHATT_PRECISION_SEASON },
    { "2025-08", KHATT_PRECISION_MONTH },
    { "2025-08-08", KHATT_PRECISION_DAY },
    { "2025-08-08T10:30", KHATT_PRECISION_MINUTE },
    { "2025/2025-08", KHATT_PRECISION_MONTH },
    { "[..2025-08-08]", KHATT_PRECISION_DAY },
    { "2025-08-08T10:30:00", KHATT_PRECISION_SECOND },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KhattDate date = parse (cases[i].edtf);
      g_assert_cmpint (date.precision, ==, cases[i].precision);
    }
}

static void
test_seasons (void)
{
  KhattDate spring = parse ("2025-21"), winter = parse ("2025-24"), south = parse ("2025-29");
  KhattDate march = parse ("2025-03"), may = parse ("2025-05"), february = parse ("2026-02");
  KhattDate september = parse ("2025-09");

  g_assert_cmpint (khatt_date_first (&spring), ==, khatt_date_first (&march));
  g_assert_cmpint (khatt_date_last (&spring), ==, khatt_date_last (&may));
  g_assert_cmpint (khatt_date_last (&winter), ==, khatt_date_last (&february));
  g_assert_cmpint (khatt_date_first (&south), ==, khatt_date_first (&september));
}

static void
test_qualifiers (void)
{
  static const struct
  {
    const char *edtf;
    int flags;
  } cases[] = {
    { "2025", 0 },
    { "2025?", KHATT_DATE_UNCERTAIN },
    { "2025~", KHATT_DATE_APPROXIMATE },
    { "2025%", KHATT_DATE_APPROXIMATE | KHATT_DATE_UNCERTAIN },
    { "2025?-08~", KHATT_DATE_APPROXIMATE | KHATT_DATE_UNCERTAIN },
    { "2025?/2026~", KHATT_DATE_APPROXIMATE | KHATT_DATE_UNCERTAIN },
    { "[2025?,2026]", KHATT_DATE_UNCERTAIN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KhattDate date = parse (cases[i].edtf);
      g_assert_cmpint (date.flags & (KHATT_DATE_APPROXIMATE | KHATT_DATE_UNCERTAIN), ==,
                       cases[i].flags);
    }
}

static void
test_interval_keeps_both_ends (void)
{
  KhattDate date = parse ("2025-08/2025-10"), august = parse ("2025-08"),
            october = parse ("2025-10");

  g_assert_cmpint (date.start_earliest, ==, august.start_earliest);
  g_assert_cmpint (date.start_latest, ==, august.end_latest);
  g_assert_cmpint (date.end_earliest, ==, october.start_earliest);
  g_assert_cmpint (date.end_latest, ==, october.end_latest);
}

static void
test_order (void)
{
  static const char *const sorted[] = {
    "../2025",    "[..2025-08-08]",        "2024",          "2025-08",    "2025-08-01/2025-09-01",
    "2025-08-08", "2025-08-08/2025-08-09", "2025-08-08/..", "2025-08-09",
  };
  KhattDate none = KHATT_DATE_NONE;

  for (gsize i = 1; i < G_N_ELEMENTS (sorted); i++)
    {
      KhattDate a = parse (sorted[i - 1]), b = parse (sorted[i]);

      g_test_message ("%s, %s", sorted[i - 1], sorted[i]);
      if (i != 1 && i != 4)
        g_assert_cmpint (khatt_date_compare (&a, &b), <, 0);
      g_assert_cmpint (khatt_date_compare (&a, &b), ==, -khatt_date_compare (&b, &a));
      g_assert_cmpint (khatt_date_compare (&a, &a), ==, 0);
      g_assert_cmpint (khatt_date_compare (&a, &none), <, 0);
      g_assert_cmpint (khatt_date_compare (&none, &a), >, 0);
    }
  g_assert_cmpint (khatt_date_compare (&none, &none), ==, 0);
}

static void
test_within (void)
{
  static const struct
  {
    const char *date;
    const char *span;
    gboolean is_possible;
    gboolean is_certain;
  } cases[] = {
    { "2025-08-08", "2025-08", TRUE, TRUE },
    { "2025-08", "2025-08-08", TRUE, FALSE },
    { "2025-08-08", "2025-09", FALSE, FALSE },
    { "[..2025-08-08]", "2025-08", TRUE, FALSE },
    { "[2025-08-08..]", "2030", TRUE, FALSE },
    { "[2025-08-08..]", "2024", FALSE, FALSE },
    { "2020/2025", "2022", TRUE, FALSE },
    { "2025-08-31", "2025-08", TRUE, TRUE },
    { "2025-08-31T23:59:59", "2025-08", TRUE, TRUE },
    { "2025-09-01T00:00:00", "2025-08", FALSE, FALSE },
  };
  KhattDate none = KHATT_DATE_NONE;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KhattDate date = parse (cases[i].date), span = parse (cases[i].span);
      gint64 first = khatt_date_first (&span), last = khatt_date_last (&span);

      g_test_message ("%s, %s", cases[i].date, cases[i].span);
      g_assert_cmpint (khatt_date_is_possibly_within (&date, first, last), ==,
                       cases[i].is_possible);
      g_assert_cmpint (khatt_date_is_certainly_within (&date, first, last), ==,
                       cases[i].is_certain);
    }
  g_assert_false (khatt_date_is_possibly_within (&none, KHATT_TIME_MIN, KHATT_TIME_MAX));
  g_assert_false (khatt_date_is_certainly_within (&none, KHATT_TIME_MIN, KHATT_TIME_MAX));
}

static void
test_equal (void)
{
  KhattDate a = parse ("2025"), b = parse ("[2025]"), c = parse ("2025~"), d = parse ("2025/2025");

  g_assert_true (khatt_date_equal (&a, &b));
  g_assert_false (khatt_date_equal (&a, &c));
  g_assert_false (khatt_date_equal (&a, &d));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  load_lines ();

  g_test_add_func ("/date/edtf/table-is-whole", test_table_is_whole);
  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      g_autofree char *path = g_strconcat ("/date/edtf/", groups[i].group, NULL);
      g_test_add_data_func (path, groups[i].group, test_group);
    }
  g_test_add_func ("/date/canonical-text-prints-back", test_canonical);
  g_test_add_func ("/date/other-text-is-marked-and-prints-canonically", test_not_canonical);
  g_test_add_func ("/date/error-codes", test_error_codes);
  g_test_add_func ("/date/errors-quote-little-and-validly", test_error_quotes_little);
  g_test_add_func ("/date/length-is-respected", test_length);
  g_test_add_func ("/date/years-reach-as-far-as-seconds", test_year_limits);
  g_test_add_func ("/date/constructors-print-as-expected", test_constructors);
  g_test_add_func ("/date/constructors-refuse-what-is-no-date", test_constructors_refuse);
  g_test_add_func ("/date/precision", test_precision);
  g_test_add_func ("/date/seasons-are-northern-and-meteorological", test_seasons);
  g_test_add_func ("/date/qualifiers-of-parts-qualify-the-whole", test_qualifiers);
  g_test_add_func ("/date/interval-keeps-both-ends-as-ranges", test_interval_keeps_both_ends);
  g_test_add_func ("/date/order", test_order);
  g_test_add_func ("/date/within-a-span", test_within);
  g_test_add_func ("/date/equal-values", test_equal);
  return g_test_run ();
}
