/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* At every zoom the texts of an axis have room: none covers another, and there is one at least. */

#include "axis-sample.h"

static void
assert_apart (GPtrArray *texts)
{
  double end = 100;

  g_ptr_array_sort (texts, axis_sample_compare);
  for (guint i = 0; i < texts->len; i++)
    {
      const KhattAxisText *text = g_ptr_array_index (texts, i);

      g_assert_cmpfloat (text->x, >=, end - 0.001);
      end = text->x + khatt_label_get_width (text->label);
    }
  g_assert_cmpfloat (end, <=, 100 + AXIS_SAMPLE_WIDTH + 0.001);
}

/* Nothing stands on a line, be it a text of a tier or of the second calendar. */
static void
assert_no_line_crosses (const KhattAxis *axis)
{
  for (guint i = 0; i < khatt_axis_get_n_texts (axis); i++)
    {
      const KhattAxisText *text = khatt_axis_get_text (axis, i);
      const double end = text->x + khatt_label_get_width (text->label);

      for (guint j = 0; j < khatt_axis_get_n_lines (axis); j++)
        {
          const KhattAxisLine *line = khatt_axis_get_line (axis, j);

          g_assert_false (line->x > text->x - 1 && line->x < end + 1 &&
                          text->baseline > line->top && text->baseline < line->bottom);
        }
    }
}

static void
assert_apart_and_inside (const KhattAxis *axis)
{
  for (int row = KHATT_AXIS_TIER_1; row <= KHATT_AXIS_SECOND; row++)
    {
      g_autoptr (GPtrArray) texts = axis_sample_list (axis, row);

      assert_apart (texts);
    }
}

static void
check_zooms (const char *language, KhattCalendar second_calendar, gint64 middle)
{
  g_autoptr (KhattShaper) shaper = khatt_shaper_new ();

  for (int i = 0; i < AXIS_SAMPLE_N_ZOOMS; i++)
    {
      KhattAxisParams params = axis_sample_params (language, axis_sample_zoom (i), middle, i % 2);
      g_autoptr (KhattAxis) axis = NULL;

      params.second_calendar = second_calendar;
      params.today = middle + KHATT_SECONDS_PER_DAY;
      params.text_scale = i % 3 == 2 ? 1.5 : 1;
      axis = khatt_axis_new (&params, shaper);
      assert_apart_and_inside (axis);
      assert_no_line_crosses (axis);
    }
}

static void
test_nothing_overlaps_in_arabic (void)
{
  check_zooms ("ar", KHATT_CALENDAR_UMALQURA, AXIS_SAMPLE_NOON);
}

static void
test_nothing_overlaps_in_english (void)
{
  check_zooms ("en", KHATT_CALENDAR_PERSIAN, AXIS_SAMPLE_NOON);
  check_zooms ("en", KHATT_CALENDAR_HEBREW, AXIS_SAMPLE_NOON);
}

static void
test_nothing_overlaps_before_our_era (void)
{
  check_zooms ("en", KHATT_CALENDAR_UMALQURA, G_GINT64_CONSTANT (-62150000000));
}

static void
test_nothing_overlaps_far_away (void)
{
  const gint64 year_5000_bce = G_GINT64_CONSTANT (-219929000000);
  const gint64 year_9999 = G_GINT64_CONSTANT (253380000000);

  check_zooms ("ar", KHATT_CALENDAR_PERSIAN, year_5000_bce);
  check_zooms ("en", KHATT_CALENDAR_UMALQURA, year_9999);
}

/* All that stands in the only tier. */
static GPtrArray *
list_only_tier (const KhattAxis *axis)
{
  g_autoptr (GPtrArray) majors = axis_sample_list (axis, KHATT_AXIS_TIER_1);
  GPtrArray *texts = axis_sample_list (axis, KHATT_AXIS_TIER_2);

  g_ptr_array_extend (texts, majors, NULL, NULL);
  return texts;
}

static void
test_one_tier_holds_both (void)
{
  g_autoptr (KhattShaper) shaper = khatt_shaper_new ();

  for (int i = 0; i < 2 * AXIS_SAMPLE_N_ZOOMS; i++)
    {
      KhattAxisParams params =
          axis_sample_params (i % 4 < 2 ? "ar" : "en", axis_sample_zoom (i / 2), AXIS_SAMPLE_NOON,
                              (KhattDirection) (i % 2));
      g_autoptr (KhattAxis) axis = NULL;
      g_autoptr (GPtrArray) tier = NULL;
      g_autoptr (GPtrArray) second = NULL;

      params.has_one_tier = TRUE;
      params.today = AXIS_SAMPLE_NOON;
      axis = khatt_axis_new (&params, shaper);
      tier = list_only_tier (axis);
      second = axis_sample_list (axis, KHATT_AXIS_SECOND);
      g_assert_cmpfloat (khatt_axis_get_rect (axis).height, ==, 42);
      g_assert_cmpuint (tier->len, >, 0);
      assert_apart (tier);
      assert_apart (second);
      assert_no_line_crosses (axis);
    }
}

static void
test_every_zoom_names_its_time (void)
{
  g_autoptr (KhattShaper) shaper = khatt_shaper_new ();

  for (int i = 0; i < AXIS_SAMPLE_N_ZOOMS; i++)
    {
      const KhattAxisParams params =
          axis_sample_params ("ar", axis_sample_zoom (i), AXIS_SAMPLE_NOON, KHATT_DIRECTION_RTL);
      g_autoptr (KhattAxis) axis = khatt_axis_new (&params, shaper);
      g_autoptr (GPtrArray) tier_1 = axis_sample_list (axis, KHATT_AXIS_TIER_1);

      g_assert_cmpuint (tier_1->len, >=, 1);
      g_assert_cmpuint (khatt_axis_get_n_cells (axis), >=, 1);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/axis-room/nothing-overlaps-in-arabic", test_nothing_overlaps_in_arabic);
  g_test_add_func ("/axis-room/nothing-overlaps-in-english", test_nothing_overlaps_in_english);
  g_test_add_func ("/axis-room/nothing-overlaps-before-our-era",
                   test_nothing_overlaps_before_our_era);
  g_test_add_func ("/axis-room/nothing-overlaps-far-away", test_nothing_overlaps_far_away);
  g_test_add_func ("/axis-room/one-tier-holds-both", test_one_tier_holds_both);
  g_test_add_func ("/axis-room/every-zoom-names-its-time", test_every_zoom_names_its_time);
  return g_test_run ();
}
