/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Colours of documents and the hues that events have for them. */

#include "khatt-hue.h"
#include "khatt-timeline.h"

static void
test_from_color (void)
{
  static const struct
  {
    const char *color;
    KhattHue hue;
  } cases[] = {
    { NULL, KHATT_HUE_NONE },         { "", KHATT_HUE_NONE },
    { "#", KHATT_HUE_NONE },          { "#12", KHATT_HUE_NONE },
    { "#12345", KHATT_HUE_NONE },     { "#1234567", KHATT_HUE_NONE },
    { "#12345g", KHATT_HUE_NONE },    { "112233", KHATT_HUE_NONE },
    { "heliotrope", KHATT_HUE_NONE }, { "#0072b2", KHATT_HUE_BLUE },
    { "#0072B2", KHATT_HUE_BLUE },    { "#0072b280", KHATT_HUE_BLUE },
    { "#00f", KHATT_HUE_INDIGO },     { "#00f8", KHATT_HUE_INDIGO },
    { "#1c71d8", KHATT_HUE_BLUE },    { "red", KHATT_HUE_VERMILION },
    { "RED", KHATT_HUE_VERMILION },   { "orange", KHATT_HUE_OCHRE },
    { "#ffa500", KHATT_HUE_OCHRE },   { "lime", KHATT_HUE_GREEN },
    { "teal", KHATT_HUE_PETROL },     { "#ff69b4", KHATT_HUE_PINK },
    { "purple", KHATT_HUE_PURPLE },   { "black", KHATT_HUE_GREY },
    { "white", KHATT_HUE_GREY },      { "#888", KHATT_HUE_GREY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].color);
      g_assert_cmpint (khatt_hue_from_color (cases[i].color), ==, cases[i].hue);
    }
}

/* What is chosen from the list is the same when it is read again. */
static void
test_round_trip (void)
{
  g_assert_null (khatt_hue_get_color (KHATT_HUE_NONE));
  for (KhattHue hue = 0; hue < KHATT_N_HUES; hue++)
    {
      g_assert_cmpint (khatt_hue_from_color (khatt_hue_get_color (hue)), ==, hue);
      g_assert_cmpstr (khatt_hue_get_label (hue), !=, "");
    }
}

/* Beside the kind, which shares a byte with it. */
static void
test_record (void)
{
  g_autoptr (KhattTimeline) timeline = khatt_timeline_new ();
  g_autoptr (KhattSnapshot) snapshot = NULL;

  for (KhattKind kind = 0; kind < KHATT_N_KINDS; kind++)
    {
      for (KhattHue hue = 0; hue < KHATT_N_HUES; hue++)
        {
          g_autoptr (KhattEventData) event = khatt_event_data_new ();

          event->kind = kind;
          event->color = g_strdup (khatt_hue_get_color (hue));
          khatt_timeline_add (timeline, event);
        }
    }
  snapshot = khatt_timeline_ref_snapshot (timeline);
  for (guint32 slot = 0; slot < KHATT_N_KINDS * KHATT_N_HUES; slot++)
    {
      const KhattRecord *record = khatt_snapshot_get_record (snapshot, slot);

      g_assert_cmpuint (record->kind, ==, slot / KHATT_N_HUES);
      g_assert_cmpuint (record->hue, ==, slot % KHATT_N_HUES);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hue/from-color", test_from_color);
  g_test_add_func ("/hue/round-trip", test_round_trip);
  g_test_add_func ("/hue/record", test_record);
  return g_test_run ();
}
