/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Names of lanes and the counts beside them: as wide as they need, within bounds, never over each
 * other. */

#include "draw-sample.h"

#include "khatt-layout-private.h"

static void
test_header_width (void)
{
  g_autofree char *long_name = g_strnfill (200, 'W');
  g_autofree char *wide =
      g_strdup_printf ("statement happened 2025-08-08 A | %s speaker\n", long_name);
  const struct
  {
    const char *text;
    double width;
  } cases[] = { { "statement happened 2025-08-08 A | X speaker\n", 132 }, { wide, 216 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (DrawScene) scene =
          draw_scene_make (draw_sample_new_from_text (cases[i].text), KHATT_DIRECTION_LTR);
      g_autoptr (KhattLayout) layout = draw_scene_lay_out (&scene);

      g_assert_cmpfloat (khatt_layout_get_headers (layout).width, ==, cases[i].width);
      g_assert_cmpfloat (khatt_layout_get_plot (layout).x, ==, cases[i].width);
    }
}

/* Five thousand lanes: the one wide name counts, and the names out of view are not shaped. */
static void
test_header_width_of_many (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (text, "statement happened 2025-08-08 A | %s%u speaker\n",
                            i == 3777 ? "Kassym-Jomart Tok" : "X", i);
  {
    g_auto (DrawScene) scene =
        draw_scene_make (draw_sample_new_from_text (text->str), KHATT_DIRECTION_LTR);
    g_autoptr (KhattLayout) layout = draw_scene_lay_out (&scene);

    g_assert_cmpfloat (khatt_layout_get_headers (layout).width, >, 180);
    g_assert_cmpuint (khatt_shaper_get_n_cached (scene.shaper), <, 500);
  }
}

/* A lane with more events than the usual room beside a name can tell of, and a name that needs all
 * of the column. */
static void
test_counts_beside_names (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 12345; i++)
    g_string_append (text, "statement happened 2025-08-08 A | جامعة الدول العربية participant\n");
  for (KhattDirection direction = KHATT_DIRECTION_LTR; direction <= KHATT_DIRECTION_RTL;
       direction++)
    {
      g_auto (DrawScene) scene = draw_scene_make (draw_sample_new_from_text (text->str), direction);
      g_autoptr (KhattLayout) layout = draw_scene_lay_out (&scene);
      KhattRect boxes[2];
      guint n_boxes = 0;

      for (guint i = 0; i < layout->texts->len; i++)
        {
          const KhattText *found = &g_array_index (layout->texts, KhattText, i);

          if (found->role == KHATT_TEXT_LANE_NAME || found->role == KHATT_TEXT_LANE_COUNT)
            boxes[n_boxes++] = khatt_text_get_rect (found);
          g_assert_false (khatt_label_is_elided (found->label));
        }
      g_assert_cmpuint (n_boxes, ==, 2);
      g_assert_false (khatt_rect_intersects (&boxes[0], &boxes[1]));
    }
}

static void
test_initials (void)
{
  const struct
  {
    const char *name;
    gboolean is_person;
    const char *initials;
  } cases[] = {
    { "Vladimir Putin", TRUE, "V. Putin" },
    { "قاسم جومارت توكاييف", TRUE, "ق. ج. توكاييف" },
    { "Foreign minister of Hungary", TRUE, NULL },
    { "وزير الخارجية المجري", TRUE, NULL },
    { "Russia", TRUE, NULL },
    { "United Nations", FALSE, NULL },
    { "A B C D E", TRUE, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = khatt_lane_name_dup_initials (cases[i].name, cases[i].is_person);

      g_assert_cmpstr (found, ==, cases[i].initials);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lane-texts/header-width", test_header_width);
  g_test_add_func ("/lane-texts/header-width-of-many", test_header_width_of_many);
  g_test_add_func ("/lane-texts/counts-beside-names", test_counts_beside_names);
  g_test_add_func ("/lane-texts/initials", test_initials);

  return g_test_run ();
}
