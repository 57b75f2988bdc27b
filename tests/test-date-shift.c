/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "khatt-date-shift.h"

#define DAY KHATT_SECONDS_PER_DAY

typedef struct
{
  const char *date;
  KhattDateShift shift;
  const char *expected; /* NULL: it cannot be moved */
} Row;

static const Row rows[] = {
  { "2025-08-08", { .seconds = DAY }, "2025-08-09" },
  { "2025-08-08", { .seconds = -8 * DAY }, "2025-07-31" },
  { "2025-01-31", { .months = 1 }, "2025-02-28" },
  { "2025-01-30", { .months = 1 }, "2025-02-28" },
  { "2024-02-29", { .months = -12 }, "2023-02-28" },
  { "2025-08-08T10:30Z", { .months = 1 }, "2025-09-08T10:30Z" },
  { "2025-08", { .months = 1 }, "2025-09" },
  { "2025-12~", { .months = 2 }, "2026-02~" },
  { "2025-01?", { .months = -13 }, "2023-12?" },
  { "2024", { .months = 12 }, "2025" },
  { "199X", { .months = 120 }, "200X" },
  { "2025-08-05/2025-08-08", { .seconds = 2 * DAY }, "2025-08-07/2025-08-10" },
  { "2025-01-30/2025-02-02", { .months = 1 }, "2025-02-28/2025-03-03" },
  { "2025-01/2025-02", { .months = 1 }, "2025-02/2025-03" },
  { "[..2025-08-08]", { .seconds = DAY }, "[..2025-08-09]" },
  { "[2025-08-08..]", { .months = 1 }, "[2025-09-08..]" },
  { "2025-08-08/..", { .seconds = -DAY }, "2025-08-07/.." },
  { "[2025-08-01..2025-08-08]", { .seconds = DAY }, "[2025-08-02..2025-08-09]" },
  { "0000-01-01", { .months = -1 }, "-0001-12-01" },
  { "2025-XX-12", { .months = 1 }, NULL },
  { "2025-08-08", { .seconds = G_MAXINT64 }, NULL },
  { "2025-08", { .months = G_MAXINT64 }, NULL },
};

static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      KhattDate date, shifted;
      gboolean is_shifted;

      g_assert_true (khatt_date_parse (rows[i].date, -1, &date, NULL));
      is_shifted = khatt_date_shift (&date, &rows[i].shift, &shifted);
      g_test_message ("%s", rows[i].date);
      g_assert_cmpint (is_shifted, ==, rows[i].expected != NULL);
      if (is_shifted)
        {
          g_autofree char *edtf = khatt_date_to_edtf (&shifted);

          g_assert_cmpstr (edtf, ==, rows[i].expected);
        }
    }
}

/* One end of what lasted. */
static void
test_parts (void)
{
  static const struct
  {
    const char *date;
    KhattDatePart part;
    KhattDateShift shift;
    const char *expected; /* NULL: it cannot be moved */
  } parts[] = {
    { "2025-08-05/2025-08-08", KHATT_DATE_END, { .seconds = DAY }, "2025-08-05/2025-08-09" },
    { "2025-08-05/2025-08-08", KHATT_DATE_END, { .seconds = -3 * DAY }, "2025-08-05/2025-08-05" },
    { "2025-08-05/2025-08-08", KHATT_DATE_END, { .seconds = -4 * DAY }, NULL },
    { "2025-08-05/2025-08-08", KHATT_DATE_START, { .seconds = -5 * DAY }, "2025-07-31/2025-08-08" },
    { "2025-08-05/2025-08-08", KHATT_DATE_START, { .seconds = 4 * DAY }, NULL },
    { "2025-08-05/2025-08-08", KHATT_DATE_WHOLE, { .seconds = DAY }, "2025-08-06/2025-08-09" },
    { "2025-01/2025-03", KHATT_DATE_END, { .months = 1 }, "2025-01/2025-04" },
    { "2025-01/2025-03", KHATT_DATE_START, { .months = -1 }, "2024-12/2025-03" },
    { "2025-08-05?/2025-08-08~", KHATT_DATE_END, { .seconds = DAY }, NULL },
    { "2025-08-05~/2025-08-08~", KHATT_DATE_END, { .seconds = DAY }, "2025-08-05~/2025-08-09~" },
    { "2025-08-05/..", KHATT_DATE_START, { .seconds = DAY }, "2025-08-06/.." },
    { "2025-08-05/..", KHATT_DATE_END, { .seconds = DAY }, NULL },
    { "../2025-08-05", KHATT_DATE_START, { .seconds = DAY }, NULL },
    { "../2025-08-05", KHATT_DATE_END, { .seconds = DAY }, "../2025-08-06" },
    { "2025-08-05/2025-09", KHATT_DATE_END, { .months = 1 }, "2025-08-05/2025-10" },
    { "2025-08-05/2025-09", KHATT_DATE_END, { .seconds = DAY }, NULL },
    { "2025-08-05", KHATT_DATE_END, { .seconds = DAY }, NULL },
    { "[2025-08-05..2025-08-08]", KHATT_DATE_END, { .seconds = DAY }, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      KhattDate date, shifted;
      gboolean is_shifted;
      g_autofree char *edtf = NULL;

      g_test_message ("%s", parts[i].date);
      g_assert_true (khatt_date_parse (parts[i].date, -1, &date, NULL));
      is_shifted = khatt_date_shift_part (&date, parts[i].part, &parts[i].shift, &shifted);
      if (is_shifted)
        edtf = khatt_date_to_edtf (&shifted);
      g_assert_cmpstr (edtf, ==, parts[i].expected);
    }
}

static void
test_undated (void)
{
  const KhattDateShift shift = { .seconds = DAY };
  KhattDate shifted;

  g_assert_false (khatt_date_shift (&KHATT_DATE_NONE, &shift, &shifted));
}

static void
test_units (void)
{
  static const struct
  {
    const char *date;
    KhattDateShift wanted;
    KhattDateShift expected;
  } units[] = {
    { "2025-08-08", { .seconds = 60 }, { .seconds = DAY } },
    { "2025-08-08", { .seconds = DAY }, { .seconds = DAY } },
    { "2025-08-08", { .months = 1 }, { .months = 1 } },
    { "2025-08-08T10:30Z", { .seconds = 60 }, { .seconds = 60 } },
    { "2025-08", { .seconds = DAY }, { .months = 1 } },
    { "2025-08", { .months = 12 }, { .months = 12 } },
    { "2025", { .months = 1 }, { .months = 12 } },
    { "199X", { .months = 12 }, { .months = 120 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      KhattDateShift unit;
      KhattDate date;

      g_assert_true (khatt_date_parse (units[i].date, -1, &date, NULL));
      unit = khatt_date_shift_for_precision (&date, &units[i].wanted);
      g_test_message ("%s", units[i].date);
      g_assert_cmpint (unit.months, ==, units[i].expected.months);
      g_assert_cmpint (unit.seconds, ==, units[i].expected.seconds);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date-shift/table", test_table);
  g_test_add_func ("/date-shift/parts", test_parts);
  g_test_add_func ("/date-shift/undated", test_undated);
  g_test_add_func ("/date-shift/units", test_units);
  return g_test_run ();
}
