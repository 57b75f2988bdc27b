/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The events of the same day. */

#include "khatt-same-day.h"
#include "ui-sample.h"

static void
test_day (void)
{
  g_autoptr (KhattTimeline) timeline = ui_sample_new ();
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);
  g_autoptr (GArray) slots =
      khatt_same_day_find (snapshot, ui_sample_slot (timeline, UI_SAMPLE_CALL), 5);

  g_assert_cmpuint (slots->len, ==, 1);
  g_assert_cmpuint (g_array_index (slots, guint32, 0), ==,
                    ui_sample_slot (timeline, UI_SAMPLE_CALL_TOO));
}

static void
test_not_a_day (void)
{
  const UiSampleEvent events[] = { UI_SAMPLE_MEETING, UI_SAMPLE_MESSAGE, UI_SAMPLE_PLANNED,
                                   UI_SAMPLE_UNDATED };
  g_autoptr (KhattTimeline) timeline = ui_sample_new ();
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);

  for (gsize i = 0; i < G_N_ELEMENTS (events); i++)
    {
      g_autoptr (GArray) slots =
          khatt_same_day_find (snapshot, ui_sample_slot (timeline, events[i]), 5);

      g_assert_cmpuint (slots->len, ==, 0);
    }
}

static KhattTimeline *
make_days (const char *const *dates)
{
  KhattTimeline *timeline = khatt_timeline_new ();

  for (int i = 0; dates[i]; i++)
    {
      g_autoptr (KhattEventData) event = khatt_event_data_new ();

      event->id = g_strdup_printf ("d%d", i);
      g_assert_true (khatt_date_parse (dates[i], -1, &event->date, NULL));
      khatt_timeline_add (timeline, event);
    }
  return timeline;
}

static guint
count (const char *const *dates, guint limit)
{
  g_autoptr (KhattTimeline) timeline = make_days (dates);
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);
  g_autoptr (GArray) slots =
      khatt_same_day_find (snapshot, khatt_timeline_find (timeline, "d0"), limit);

  return slots->len;
}

static void
test_hours (void)
{
  const char *const dates[] = { "2025-08-08T09:00:00Z", "2025-08-08", "2025-08-08T23:59:59Z",
                                "2025-08-09T00:00:00Z", "2025-08-07", NULL };

  g_assert_cmpuint (count (dates, 9), ==, 2);
}

static void
test_longer (void)
{
  const char *const dates[] = { "2025-08-01", "2025-08", "2025-08-01/2025-08-03", "2025", NULL };

  g_assert_cmpuint (count (dates, 9), ==, 0);
}

static void
test_before_1970 (void)
{
  const char *const dates[] = { "1967-06-05", "1967-06-05", "1967-06-04", "1967-06-06", NULL };

  g_assert_cmpuint (count (dates, 9), ==, 1);
}

static void
test_limit (void)
{
  const char *const dates[] = { "2025-01-01", "2025-01-01", "2025-01-01", "2025-01-01", NULL };

  g_assert_cmpuint (count (dates, 2), ==, 2);
  g_assert_cmpuint (count (dates, 3), ==, 3);
  g_assert_cmpuint (count (dates, 4), ==, 3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/same-day/others-of-the-day", test_day);
  g_test_add_func ("/same-day/needs-a-day", test_not_a_day);
  g_test_add_func ("/same-day/hours-belong-to-their-day", test_hours);
  g_test_add_func ("/same-day/longer-is-not-the-same", test_longer);
  g_test_add_func ("/same-day/before-1970", test_before_1970);
  g_test_add_func ("/same-day/no-more-than-asked", test_limit);
  return g_test_run ();
}
