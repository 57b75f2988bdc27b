/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * khatt-cli date: one line an expression, with the first and the last second it covers.
 */

#include "cli.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

/* The greatest year that ISO 8601 writes without a sign. */
#define PLAIN_YEAR_MAX 9999

#define SECONDS_PER_HOUR 3600
#define SECONDS_PER_MINUTE 60

static char *
format_second (gint64 time)
{
  gint64 days = time / KHATT_SECONDS_PER_DAY;
  gint64 second = time % KHATT_SECONDS_PER_DAY;
  gint64 year;
  int month;
  int day;

  if (second < 0)
    {
      second += KHATT_SECONDS_PER_DAY;
      days--;
    }
  khatt_civil_from_days (days, &year, &month, &day);
  return g_strdup_printf ("%s%04" G_GINT64_FORMAT "-%02d-%02dT%02d:%02d:%02dZ",
                          year < 0 ? "-" : (year > PLAIN_YEAR_MAX ? "+" : ""), ABS (year), month,
                          day, (int) (second / SECONDS_PER_HOUR),
                          (int) (second / SECONDS_PER_MINUTE % 60),
                          (int) (second % SECONDS_PER_MINUTE));
}

static char *
format_first (const KhattDate *date)
{
  if (date->flags & KHATT_DATE_START_UNKNOWN)
    return g_strdup ("unknown");
  if (date->flags & KHATT_DATE_START_OPEN)
    return g_strdup ("-inf");
  return format_second (khatt_date_first (date));
}

static char *
format_last (const KhattDate *date)
{
  if (date->flags & KHATT_DATE_END_UNKNOWN)
    return g_strdup ("unknown");
  if (date->flags & KHATT_DATE_END_OPEN)
    return g_strdup ("+inf");
  return format_second (khatt_date_last (date));
}

static void
print_expression (GString *output, const char *expression)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  KhattDate date;

  if (!khatt_date_parse (expression, -1, &date, &error))
    {
      g_string_append_printf (output, "invalid\t%s\n", error->message);
      return;
    }
  first = format_first (&date);
  last = format_last (&date);
  g_string_append_printf (output, "valid\t%s\t%s\n", first, last);
}

/**
 * khatt_cli_date:
 * @argc: number of arguments
 * @argv: "date" and expressions
 *
 * Says for each expression whether it is EDTF and which time it covers. An expression may begin
 * with "-", so nothing but `--help` is an option here.
 *
 * Returns: the exit status
 */
int
khatt_cli_date (int argc, char **argv)
{
  const GOptionEntry no_options[] = { G_OPTION_ENTRY_NULL };
  g_autoptr (GString) output = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  int first = 1;

  if (argc > 1 && (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h")))
    return khatt_cli_parse (_ ("EXPRESSION…"), _ ("Says which time EDTF expressions cover."),
                            no_options, &argc, &argv);
  if (argc > 1 && g_str_equal (argv[1], "--"))
    first = 2;
  if (first >= argc)
    return khatt_cli_refuse (_ ("An expression is missing."));

  for (int i = first; i < argc; i++)
    print_expression (output, argv[i]);
  bytes = g_string_free_to_bytes (g_steal_pointer (&output));
  return khatt_cli_write_bytes ("-", bytes, &error) ? KHATT_CLI_DONE : khatt_cli_fail (error);
}
