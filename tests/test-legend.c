/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "draw-sample.h"

#define SIDE 48

typedef struct
{
  const char *events;
  const char *entries; /* group/value=count */
} Case;

static const Case cases[] = {
  { "", "" },
  { "call happened 2025-08-08 | A initiator\n", "0/0=1 " },
  { "visit planned 2025-08-08 | A visitor\nvisit planned 2025-08-09 | A visitor\n",
    "0/2=2 1/1=2 " },
  { "statement happened [..2025-08-08] | A speaker\ncall denied [2025-08-08..] | A initiator\n",
    "0/0=1 0/3=1 1/4=1 2/0=1 2/1=1 " },
  { "call happened [2025-08-01..2025-08-08] | A initiator\n", "0/0=1 2/2=1 " },
  { "call happened 2025-08-08~ | A initiator\ncall happened 2025-08-08? | A initiator\n",
    "0/0=2 2/3=1 2/4=1 " },
  { "meeting happened 2025-08-01/2025-08-08 | A participant\n", "0/1=1 " },
};

static void
test_occurs (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KhattTimeline) timeline = draw_sample_new_from_text (cases[i].events);
      g_autoptr (KhattArrangement) arrangement = draw_sample_arrange (timeline, KHATT_LANES_ACTORS);
      g_autoptr (GString) listed = g_string_new (NULL);
      KhattLegendEntry entries[KHATT_LEGEND_MOST_ENTRIES];
      guint n = khatt_legend_list (khatt_arrangement_get_legend (arrangement), entries);

      for (guint j = 0; j < n; j++)
        g_string_append_printf (listed, "%d/%u=%u ", entries[j].group, entries[j].value,
                                entries[j].n_events);
      g_assert_cmpstr (listed->str, ==, cases[i].entries);
    }
}

static guint
count_ink (const guint32 *pixels, int first_column, int after_column)
{
  guint n = 0;

  for (int y = 0; y < SIDE; y++)
    for (int x = first_column; x < after_column; x++)
      n += pixels[y * SIDE + x] != 0;

  return n;
}

static void
paint (const KhattLegendEntry *entry, KhattDirection direction, guint32 pixels[SIDE * SIDE])
{
  cairo_surface_t *surface = cairo_image_surface_create_for_data (
      (guchar *) pixels, CAIRO_FORMAT_ARGB32, SIDE, SIDE, SIDE * sizeof *pixels);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (KhattShaper) shaper = khatt_shaper_new ();
  g_autoptr (KhattInk) ink = khatt_ink_new (cr, KHATT_INK_PIXELS, shaper);

  khatt_legend_entry_paint (entry, khatt_palette_get (KHATT_STYLE_LIGHT), direction, ink,
                            &(KhattRect){ 0, 0, SIDE, SIDE });
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_samples (void)
{
  guint n_values[KHATT_N_LEGEND_GROUPS] = { KHATT_N_KINDS, KHATT_N_STATUSES, KHATT_N_LEGEND_TIMES };

  for (guint group = 0; group < KHATT_N_LEGEND_GROUPS; group++)
    for (guint value = 0; value < n_values[group]; value++)
      {
        KhattLegendEntry entry = { (KhattLegendGroup) group, value, 1 };
        guint32 pixels[SIDE * SIDE] = { 0 };
        double width, height;

        khatt_legend_entry_get_size (&entry, &width, &height);
        g_assert_cmpfloat (width, <=, SIDE);
        paint (&entry, KHATT_DIRECTION_LTR, pixels);
        g_assert_cmpuint (count_ink (pixels, 0, SIDE), >, 0);
        g_assert_cmpuint (count_ink (pixels, 0, (int) (SIDE - width) / 2), ==, 0);
      }
}

/* Before a date: the bound is where later is. */
static void
test_direction (void)
{
  KhattLegendEntry entry = { KHATT_LEGEND_TIMES, KHATT_LEGEND_BEFORE, 1 };
  guint32 ltr[SIDE * SIDE] = { 0 };
  guint32 rtl[SIDE * SIDE] = { 0 };

  paint (&entry, KHATT_DIRECTION_LTR, ltr);
  paint (&entry, KHATT_DIRECTION_RTL, rtl);
  g_assert_cmpuint (count_ink (ltr, 0, 3), ==, 0);
  g_assert_cmpuint (count_ink (ltr, SIDE - 3, SIDE), >, 0);
  g_assert_cmpuint (count_ink (rtl, 0, 3), >, 0);
  g_assert_cmpuint (count_ink (rtl, SIDE - 3, SIDE), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/legend/occurs", test_occurs);
  g_test_add_func ("/legend/samples", test_samples);
  g_test_add_func ("/legend/direction", test_direction);

  return g_test_run ();
}
