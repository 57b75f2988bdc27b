/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Axes for the tests of axes.
 */

#include "axis-sample.h"

#include <math.h>

/**
 * axis_sample_params:
 * @language: "en" or "ar"
 * @pixels_per_day: the zoom
 * @middle: seconds since 1970, in the middle of the axis
 * @direction: which way later is
 *
 * Returns: an axis of AXIS_SAMPLE_WIDTH pixels, from 100 on, with both rows of dates
 */
KhattAxisParams
axis_sample_params (const char *language,
                    double pixels_per_day,
                    gint64 middle,
                    KhattDirection direction)
{
  const double pixels_per_second = pixels_per_day / KHATT_SECONDS_PER_DAY;

  return (KhattAxisParams){
    .scale = {
      .origin = (double) middle - AXIS_SAMPLE_WIDTH / 2 / pixels_per_second,
      .pixels_per_second = pixels_per_second,
      .start = 100,
      .width = AXIS_SAMPLE_WIDTH,
      .direction = direction,
    },
    .y = 10,
    .text_scale = 1,
    .words = khatt_words_for_language (language),
    .second_calendar = KHATT_CALENDAR_UMALQURA,
    .region = "ar_EG",
    .today = KHATT_TIME_MIN,
    .today_word = g_str_equal (language, "ar") ? "اليوم" : "Today",
  };
}

/**
 * axis_sample_zoom:
 * @i: below AXIS_SAMPLE_N_ZOOMS
 *
 * Returns: pixels a day, from 35 pixels a minute to 1 000 years a pixel
 */
double
axis_sample_zoom (int i)
{
  return 50000 * pow (1.1235, -i);
}

/**
 * axis_sample_dup_texts:
 * @axis: an axis
 * @row: one of its rows
 *
 * Returns: (transfer full): what is written in it, in the order of writing
 */
char *
axis_sample_dup_texts (const KhattAxis *axis, KhattAxisRow row)
{
  GString *texts = g_string_new (NULL);

  for (guint i = 0; i < khatt_axis_get_n_texts (axis); i++)
    {
      const KhattAxisText *text = khatt_axis_get_text (axis, i);

      if (text->row == row)
        g_string_append_printf (texts, "%s%s", texts->len > 0 ? "|" : "",
                                khatt_label_get_text (text->label));
    }
  return g_string_free (texts, FALSE);
}

/**
 * axis_sample_compare:
 * @a: (type KhattAxisText): a place in an array of texts
 * @b: (type KhattAxisText): another one
 *
 * Returns: as g_ptr_array_sort() wants it, for the order of x
 */
int
axis_sample_compare (gconstpointer a, gconstpointer b)
{
  const KhattAxisText *const *first = a;
  const KhattAxisText *const *second = b;

  return ((*first)->x > (*second)->x) - ((*first)->x < (*second)->x);
}

/**
 * axis_sample_list:
 * @axis: an axis
 * @row: one of its rows
 *
 * Returns: (transfer container) (element-type KhattAxisText): its texts, from the least x
 */
GPtrArray *
axis_sample_list (const KhattAxis *axis, KhattAxisRow row)
{
  GPtrArray *texts = g_ptr_array_new ();

  for (guint i = 0; i < khatt_axis_get_n_texts (axis); i++)
    {
      const KhattAxisText *text = khatt_axis_get_text (axis, i);

      /* Today's pill stands in tier 2. */
      if (text->row == row || (row == KHATT_AXIS_TIER_2 && text->row == KHATT_AXIS_TODAY))
        g_ptr_array_add (texts, (gpointer) text);
    }
  g_ptr_array_sort (texts, axis_sample_compare);
  return texts;
}
