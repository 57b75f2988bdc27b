/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "draw-sample.h"

#include "khatt-card.h"
#include "khatt-scenes.h"

#include <string.h>

#define CARD_ROW 96
#define USUAL_ROW 48
#define MOST_WIDTH 276

static const char text[] =
    "meeting happened 2025-08-04 Talks | Caller participant | Called participant\n"
    "call happened 2025-08-06 The two sides discuss the bridge over the border river | Caller "
    "initiator | Called recipient | \"Caller: We open the bridge before winter, and nobody will "
    "have to wait on either of its banks any longer.\n"
    "statement cancelled 2025-08-08 خطاب | Called speaker | \"Called: نعم\n";

#define BRIDGE 1
#define SPEECH 2

static DrawScene
make_scene (KhattDirection direction)
{
  DrawScene scene = draw_scene_make (draw_sample_new_from_text (text), direction);

  scene.params.width = 1600;
  scene.params.height = 600;
  scene.params.has_cards = TRUE;
  scene.params.today = KHATT_TIME_MIN;
  draw_scene_show_days (&scene, "2025-08-04", "2025-08-10");

  return scene;
}

static const KhattCardText *
find_text (const KhattCard *card, KhattCardPart part, guint index)
{
  for (guint i = 0; i < card->n_texts; i++)
    if (card->texts[i].part == part && index-- == 0)
      return &card->texts[i];
  return NULL;
}

static KhattCardText
get_part (const KhattCard *card, KhattCardPart part, guint index)
{
  const KhattCardText *found = find_text (card, part, index);

  return found != NULL ? *found : (KhattCardText){ .x = -1 };
}

static const char *
get_text (const KhattCard *card, KhattCardPart part, guint index)
{
  const KhattCardText *found = find_text (card, part, index);

  return found != NULL ? khatt_label_get_text (found->label) : NULL;
}

static void
test_what_it_says (void)
{
  g_auto (DrawScene) scene = make_scene (KHATT_DIRECTION_LTR);
  g_autoptr (KhattLayout) layout = draw_scene_lay_out (&scene);
  const KhattMark *mark = khatt_layout_find_whole_mark (layout, BRIDGE);
  g_autofree char *title = NULL;

  g_assert_nonnull (mark->card);
  g_assert_cmpstr (get_text (mark->card, KHATT_CARD_KIND, 0), ==, "Telephone call");
  g_assert_cmpstr (get_text (mark->card, KHATT_CARD_DATE, 0), ==, "Wednesday 6 August 2025");
  title = g_strjoin (" ", get_text (mark->card, KHATT_CARD_TITLE, 0),
                     get_text (mark->card, KHATT_CARD_TITLE, 1), NULL);
  g_assert_cmpstr (title, ==, "The two sides discuss the bridge over the border river");
  g_assert_null (get_text (mark->card, KHATT_CARD_TITLE, 2));
  g_assert_cmpstr (get_text (mark->card, KHATT_CARD_SPEAKER, 0), ==, "Caller:");
  g_assert_true (g_str_has_prefix (get_text (mark->card, KHATT_CARD_QUOTE, 0), "“We open the"));
  g_assert_true (g_str_has_suffix (get_text (mark->card, KHATT_CARD_QUOTE, 0), "…"));
}

/* Everything hangs from the side where the title begins, whatever script it is in. */
static void
test_directions (void)
{
  g_auto (DrawScene) scene = make_scene (KHATT_DIRECTION_LTR);
  g_autoptr (KhattLayout) layout = draw_scene_lay_out (&scene);
  const KhattCard *card = khatt_layout_find_whole_mark (layout, SPEECH)->card;
  KhattCardText title = get_part (card, KHATT_CARD_TITLE, 0);
  KhattCardText kind = get_part (card, KHATT_CARD_KIND, 0);
  KhattCardText date = get_part (card, KHATT_CARD_DATE, 0);

  g_assert_true (khatt_label_get_typeface (title.label)->struck);
  g_assert_cmpstr (get_text (card, KHATT_CARD_QUOTE, 0), ==, "«نعم»");
  g_assert_cmpfloat_with_epsilon (title.x + khatt_label_get_width (title.label),
                                  kind.x + khatt_label_get_width (kind.label), 0.01);
  g_assert_cmpfloat (date.x, <, kind.x);

  card = khatt_layout_find_whole_mark (layout, BRIDGE)->card;
  g_assert_cmpfloat (get_part (card, KHATT_CARD_KIND, 0).x, ==,
                     get_part (card, KHATT_CARD_TITLE, 1).x);
}

/* A line of a title keeps the direction of the title, though it begins in another. */
static void
test_second_line (void)
{
  static const char title[] = "اجتماع لمناقشة الاتفاق مع UN and WHO delegates";
  const KhattTypeface face = { .size = 12.5, .weight = 600 };
  g_autoptr (KhattShaper) shaper = khatt_shaper_new ();
  const KhattLabel *whole = khatt_shaper_shape (shaper, title, &face, -1, KHATT_DIRECTION_LTR);
  gsize after = khatt_label_find_break (whole, khatt_label_get_width (whole) * 0.6);
  const KhattLabel *line;

  g_assert_cmpuint (after, >, 0);
  g_assert_cmpuint (after, <, strlen (title));
  g_assert_cmpint (title[after - 1], ==, ' ');
  line = khatt_shaper_shape_in (shaper, "UN and WHO", &face, -1, KHATT_DIRECTION_RTL);
  g_assert_cmpint (khatt_label_get_direction (line), ==, KHATT_DIRECTION_RTL);
  line = khatt_shaper_shape_in (shaper, "UN and WHO delegates", &face, 70, KHATT_DIRECTION_RTL);
  g_assert_cmpint (khatt_label_get_direction (line), ==, KHATT_DIRECTION_RTL);
  g_assert_true (khatt_label_is_elided (line));
  line = khatt_shaper_shape (shaper, "UN and WHO", &face, -1, KHATT_DIRECTION_RTL);
  g_assert_cmpint (khatt_label_get_direction (line), ==, KHATT_DIRECTION_LTR);

  g_assert_cmpuint (khatt_label_find_break (whole, khatt_label_get_width (whole) + 1), ==,
                    strlen (title));
}

static void
test_fits (void)
{
  g_auto (DrawScene) scene = make_scene (KHATT_DIRECTION_RTL);
  g_autoptr (KhattLayout) layout = draw_scene_lay_out (&scene);
  const KhattMark *mark = khatt_layout_find_whole_mark (layout, BRIDGE);

  for (double width = 0; width <= MOST_WIDTH; width += 12)
    {
      g_autoptr (KhattCard) card = khatt_card_new (layout, mark, width, scene.shaper);

      if (card == NULL)
        continue;
      g_assert_cmpfloat (card->width, <=, width);
      g_assert_cmpfloat (card->height, <=, khatt_card_get_most_height (1));
      for (guint i = 0; i < card->n_texts; i++)
        {
          const KhattCardText *at = &card->texts[i];

          g_assert_cmpfloat (at->x, >=, 0);
          g_assert_cmpfloat (at->x + khatt_label_get_width (at->label), <=, card->width);
          g_assert_cmpfloat (at->baseline, <, card->height);
        }
    }
}

/* Cards stand in their rows, above the line, and are the event's own under the pointer. */
static void
test_places (gconstpointer data)
{
  g_auto (DrawScene) scene = make_scene (GPOINTER_TO_UINT (data));
  g_autoptr (KhattLayout) layout = draw_scene_lay_out (&scene);

  g_assert_cmpuint (khatt_layout_get_n_marks (layout), ==, 3);
  for (guint i = 0; i < khatt_layout_get_n_marks (layout); i++)
    {
      const KhattMarkBox *box = khatt_layout_get_mark (layout, i);
      guint lane = khatt_layout_get_lane_at (layout, box->label.y);
      KhattRect row = khatt_layout_get_lane (layout, lane);
      KhattHit hit = khatt_layout_pick (layout, box->label.x + box->label.width - 2,
                                        box->label.y + box->label.height - 2);

      g_assert_true (box->has_card);
      g_assert_cmpfloat (row.height, ==, CARD_ROW);
      g_assert_cmpfloat (box->label.y, >, row.y);
      g_assert_cmpfloat (box->label.y + box->label.height, <,
                         khatt_layout_get_lane_line (layout, lane));
      g_assert_cmpint (khatt_layout_get_lane_detail (layout, lane), ==, KHATT_DETAIL_CARDS);
      g_assert_cmpint (hit.part, ==, KHATT_HIT_MARK);
      g_assert_cmpuint (hit.slot, ==, box->slot);
    }
}

static double
get_row_height (DrawScene *scene)
{
  g_autoptr (KhattLayout) layout = draw_scene_lay_out (scene);

  return khatt_layout_get_lane (layout, 0).height;
}

/* When rows grow: nothing but zoom and size counts. */
static void
test_rows (void)
{
  g_auto (DrawScene) scene = make_scene (KHATT_DIRECTION_LTR);
  KhattScale near = scene.params.scale;

  g_assert_cmpfloat (get_row_height (&scene), ==, CARD_ROW);
  for (guint i = 0; i < 40; i++)
    {
      scene.params.scale = khatt_scale_pan (&scene.params.scale, -97);
      g_assert_cmpfloat (get_row_height (&scene), ==, CARD_ROW);
    }

  scene.params.scale = near;
  scene.params.height = 200; /* less than two rows below the axis */
  g_assert_cmpfloat (get_row_height (&scene), ==, USUAL_ROW);
  scene.params.height = 600;
  scene.params.has_cards = FALSE;
  g_assert_cmpfloat (get_row_height (&scene), ==, USUAL_ROW);
  scene.params.has_cards = TRUE;
  draw_scene_show_days (&scene, "2025-07-01", "2025-09-10");
  g_assert_cmpfloat (get_row_height (&scene), ==, USUAL_ROW);
}

/* Where the lanes of a document fill the view, all of them are seen with all of its time; only
 * nearer rows grow, and less near they shrink again. */
static void
test_rows_of_many_lanes (void)
{
  GString *many = g_string_new (NULL);
  g_auto (DrawScene) scene = { 0 };
  KhattScale all;

  for (int day = 1; day <= 12; day++)
    g_string_append_printf (many, "statement happened 2025-08-%02d One | Actor %d speaker\n", day,
                            day);
  scene = draw_scene_make (draw_sample_new_from_text (many->str), KHATT_DIRECTION_LTR);
  g_string_free (many, TRUE);
  scene.params.width = 1280;
  scene.params.height = 660;
  scene.params.has_cards = TRUE;
  all = khatt_layout_fit_all (scene.arrangement, &scene.params, scene.shaper);
  scene.params.scale = all;
  g_assert_cmpfloat (get_row_height (&scene), ==, USUAL_ROW);
  scene.params.height = 68 + 12 * CARD_ROW;
  g_assert_cmpfloat (get_row_height (&scene), ==, CARD_ROW);
  scene.params.height = 660;
  scene.params.scale = khatt_scale_zoom (&all, 600, 1.6);
  g_assert_cmpfloat (get_row_height (&scene), ==, CARD_ROW);
}

/* No zoom between is less near than one without cards and has them. */
static void
test_threshold (void)
{
  g_auto (DrawScene) scene = make_scene (KHATT_DIRECTION_LTR);
  g_autoptr (KhattScenes) scenes = khatt_scenes_new ();
  double up = 0, down = 0;

  draw_scene_show_days (&scene, "2025-07-01", "2025-09-10");
  for (guint i = 0; i < 400 && down == 0; i++)
    {
      gboolean is_out = up != 0;
      g_autoptr (KhattLayout) layout =
          khatt_scenes_lay_out (scenes, scene.arrangement, &scene.params, scene.shaper);
      double zoom = scene.params.scale.pixels_per_second;
      gboolean has_grown = khatt_layout_get_lane (layout, 0).height == CARD_ROW;

      if (has_grown && up == 0)
        up = zoom;
      if (!has_grown && up != 0)
        down = zoom;
      scene.params.scale = khatt_scale_zoom (&scene.params.scale, 600, is_out ? 1 / 1.01 : 1.01);
    }
  g_assert_cmpfloat (up, >, 0);
  g_assert_cmpfloat (down, >, 0);
  g_assert_cmpfloat (down / up, <, 0.9);
}

/* The painter says that it is selected; another's bold label does not cover it for good. */
static void
test_selecting (void)
{
  g_auto (DrawScene) scene = make_scene (KHATT_DIRECTION_LTR);
  g_autoptr (KhattLayout) layout = draw_scene_lay_out (&scene);
  KhattRect before = khatt_layout_find_mark (layout, BRIDGE)->label;

  for (guint32 slot = 0; slot < 3; slot++)
    {
      khatt_layout_select (layout, slot, scene.shaper);
      g_assert_true (khatt_layout_find_mark (layout, slot)->has_card);
    }
  khatt_layout_select (layout, KHATT_SLOT_NONE, scene.shaper);
  g_assert_true (khatt_layout_find_mark (layout, BRIDGE)->has_card);
  g_assert_cmpmem (&before, sizeof before, &khatt_layout_find_mark (layout, BRIDGE)->label,
                   sizeof before);
}

/* A card that the edge of the view would cut is a label again, and that is hidden as labels are. */
static void
test_edge (void)
{
  g_auto (DrawScene) scene = make_scene (KHATT_DIRECTION_LTR);
  gboolean was_card = FALSE, was_label = FALSE, was_nothing = FALSE;

  for (guint i = 0; i < 100; i++)
    {
      g_autoptr (KhattLayout) layout = draw_scene_lay_out (&scene);
      const KhattMarkBox *box = khatt_layout_find_mark (layout, SPEECH);
      KhattRect plot = khatt_layout_get_plot (layout);

      scene.params.scale = khatt_scale_pan (&scene.params.scale, 7);
      if (box == NULL)
        break;
      g_assert_cmpfloat (box->label.x + box->label.width, <=, plot.x + plot.width);
      was_card |= box->has_card;
      was_label |= was_card && !box->has_card && box->label.width > 0;
      was_nothing |= was_label && box->label.width == 0;
    }
  g_assert_true (was_card && was_label && was_nothing);
}

/* Over the edge of the view a label is cut beside its mark, as long as most of it is in view. */
static void
test_labels_at_the_edge (gconstpointer data)
{
  g_auto (DrawScene) scene = draw_scene_make (
      draw_sample_new_from_text ("statement happened 2025-08-04 Talks about the river | A speaker\n"
                                 "statement happened 2025-08-11 Rest | A speaker\n"),
      GPOINTER_TO_UINT (data));
  guint n_whole = 0, n_cut = 0, n_hidden = 0;
  gboolean is_greater = TRUE;

  scene.params.today = KHATT_TIME_MIN;
  draw_scene_show_days (&scene, "2025-08-02", "2025-08-12");
  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (KhattLayout) layout = draw_scene_lay_out (&scene);
      const KhattMark *mark = khatt_layout_find_whole_mark (layout, 0);
      KhattRect plot = khatt_layout_get_plot (layout);
      double near;

      if (mark == NULL || mark->x < plot.x || mark->x > plot.x + plot.width)
        break;
      scene.params.scale = khatt_scale_pan (&scene.params.scale, is_greater ? 5 : -5);
      if (mark->label == NULL)
        {
          n_hidden++;
          continue;
        }
      g_assert_cmpuint (n_hidden, ==, 0);
      is_greater = mark->label_x > mark->x;
      near = is_greater ? mark->label_x - mark->x : mark->x - mark->label_x - mark->box.label.width;
      g_assert_cmpfloat (near, ==, 18);
      g_assert_cmpfloat (mark->label_x, >=, plot.x);
      g_assert_cmpfloat (mark->label_x + mark->box.label.width, <=, plot.x + plot.width);
      n_whole += !khatt_label_is_elided (mark->label);
      n_cut += khatt_label_is_elided (mark->label);
    }
  g_assert_cmpuint (n_whole, >, 0);
  g_assert_cmpuint (n_cut, >, 0);
  g_assert_cmpuint (n_hidden, >, 0);
}

/* Where a card has no room, a title that one line would cut goes on in a second. */
static void
test_two_lines (void)
{
  GString *many = g_string_new ("statement happened 2025-08-05 Before | Crowded speaker\n"
                                "statement happened 2025-08-06 Border river talks | Crowded "
                                "speaker\n"
                                "statement happened 2025-08-07 After | Crowded speaker\n");
  g_auto (DrawScene) scene = { 0 };
  g_autoptr (KhattLayout) layout = NULL;
  const KhattMark *mark;
  guint lane;

  for (guint i = 0; i < 12; i++)
    g_string_append_printf (many, "statement happened 2025-08-09 One | Actor %u speaker\n", i);
  scene = draw_scene_make (draw_sample_new_from_text (many->str), KHATT_DIRECTION_LTR);
  g_string_free (many, TRUE);
  scene.params.width = 1200;
  scene.params.height = 2000;
  scene.params.has_cards = TRUE;
  scene.params.today = KHATT_TIME_MIN;
  draw_scene_show_days (&scene, "2025-08-03", "2025-08-13");
  layout = draw_scene_lay_out (&scene);
  mark = khatt_layout_find_whole_mark (layout, 1);
  lane = khatt_layout_get_lane_at (layout, mark->box.plate.y);

  g_assert_nonnull (mark->card);
  g_assert_true (mark->card->is_plain);
  g_assert_false (mark->box.has_card);
  g_assert_cmpstr (get_text (mark->card, KHATT_CARD_TITLE, 0), ==, "Border river");
  g_assert_cmpstr (get_text (mark->card, KHATT_CARD_TITLE, 1), ==, "talks");
  g_assert_cmpfloat_with_epsilon (mark->card_y + khatt_card_get_last_baseline (mark->card),
                                  khatt_layout_get_baseline (layout, lane), 0.01);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/card/what-it-says", test_what_it_says);
  g_test_add_func ("/card/directions", test_directions);
  g_test_add_func ("/card/second-line", test_second_line);
  g_test_add_func ("/card/fits", test_fits);
  g_test_add_data_func ("/card/places/ltr", GUINT_TO_POINTER (KHATT_DIRECTION_LTR), test_places);
  g_test_add_data_func ("/card/places/rtl", GUINT_TO_POINTER (KHATT_DIRECTION_RTL), test_places);
  g_test_add_func ("/card/rows", test_rows);
  g_test_add_func ("/card/rows-of-many-lanes", test_rows_of_many_lanes);
  g_test_add_func ("/card/threshold", test_threshold);
  g_test_add_func ("/card/selecting", test_selecting);
  g_test_add_func ("/card/edge", test_edge);
  g_test_add_data_func ("/card/label-at-the-edge/ltr", GUINT_TO_POINTER (KHATT_DIRECTION_LTR),
                        test_labels_at_the_edge);
  g_test_add_data_func ("/card/label-at-the-edge/rtl", GUINT_TO_POINTER (KHATT_DIRECTION_RTL),
                        test_labels_at_the_edge);
  g_test_add_func ("/card/two-lines", test_two_lines);

  return g_test_run ();
}
