/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a view leaves out where it has little room.
 */

#include "view-fixture.h"

static void
test_sizes (gconstpointer direction)
{
  static const struct
  {
    int width;
    int height;
    KhattCalendar calendar;
    double axis_height;
    gboolean has_headers;
  } cases[] = {
    { 900, 400, KHATT_CALENDAR_UMALQURA, 68, TRUE },
    { 900, 240, KHATT_CALENDAR_UMALQURA, 68, TRUE },
    { 900, 239, KHATT_CALENDAR_UMALQURA, 42, TRUE },
    { 900, 239, KHATT_CALENDAR_NONE, 20, TRUE },
    { 360, 547, KHATT_CALENDAR_UMALQURA, 68, FALSE },
    { 360, 201, KHATT_CALENDAR_UMALQURA, 42, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KhattTimeline) timeline = fixture_make_timeline (GPOINTER_TO_UINT (direction));
      KhattTimelineView *view =
          g_object_ref_sink (KHATT_TIMELINE_VIEW (khatt_timeline_view_new ()));
      const KhattLayout *layout;

      khatt_timeline_view_set_second_calendar (view, cases[i].calendar);
      khatt_timeline_view_set_timeline (view, timeline);
      gtk_widget_measure (GTK_WIDGET (view), GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL,
                          NULL);
      gtk_widget_allocate (GTK_WIDGET (view), cases[i].width, cases[i].height, -1, NULL);
      layout = khatt_timeline_view_get_layout (view);
      g_assert_cmpfloat (khatt_layout_get_axis (layout).height, ==, cases[i].axis_height);
      g_assert_cmpfloat (khatt_layout_get_plot (layout).height, ==,
                         cases[i].height - cases[i].axis_height);
      g_assert_cmpint (khatt_layout_get_headers (layout).width > 0, ==, cases[i].has_headers);
      g_assert_finalize_object (view);
    }
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  g_test_add_data_func ("/view-size/ltr", GUINT_TO_POINTER (KHATT_DIRECTION_LTR), test_sizes);
  g_test_add_data_func ("/view-size/rtl", GUINT_TO_POINTER (KHATT_DIRECTION_RTL), test_sizes);
  return g_test_run ();
}
