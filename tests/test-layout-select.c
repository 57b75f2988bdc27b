/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The label of the selected event grows, or appears, where no other mark is: it comes before other
 * labels, not before what happened. */

#include "draw-sample.h"

#include "khatt-layout-private.h"

typedef struct
{
  const char *name;
  KhattDirection direction;
  double width;
  double height;
  double text_scale;
} Case;

static const Case cases[] = {
  { "ltr", KHATT_DIRECTION_LTR, 1280, 500, 1 },
  { "rtl", KHATT_DIRECTION_RTL, 1280, 500, 1 },
  { "narrow", KHATT_DIRECTION_RTL, 640, 500, 1 },
  { "low-rows", KHATT_DIRECTION_LTR, 1280, 280, 1.2 },
  { "large", KHATT_DIRECTION_RTL, 1280, 500, 1.62 },
};

#define N_PERIODS 9

static const char periods[] =
    "visit happened 2025-01-02/2025-02-10 The first round of talks | A initiator | B recipient\n"
    "call happened 2025-01-20/2025-03-10 The second round of talks | C initiator | D recipient\n"
    "visit happened 2025-02-02/2025-03-20 The third round of talks | B initiator | A recipient\n"
    "call happened 2025-02-20/2025-04-10 The fourth round of talks | D initiator | C recipient\n"
    "visit happened 2025-03-02/2025-04-20 The fifth round of talks | A initiator | B recipient\n"
    "call happened 2025-03-20/2025-05-10 The sixth round of talks | C initiator | D recipient\n"
    "visit happened 2025-04-02/2025-05-20 The seventh round of talks | B initiator | A recipient\n"
    "call happened 2025-04-12/2025-05-30 The eighth round of talks | D initiator | C recipient\n"
    "visit happened 2025-04-20/2025-06-10 The ninth round of talks | A initiator | B recipient\n";

static gboolean
is_covered (const KhattLayout *layout, const KhattMark *mark, const KhattRect *label)
{
  double text_scale = layout->params.text_scale;

  for (guint i = mark->first_end; i < mark->first_end + mark->n_ends; i++)
    {
      const KhattEnd *end = &g_array_index (layout->ends, KhattEnd, i);
      double size = (end->form == KHATT_END_PLATE ? KHATT_MARK_PLATE : KHATT_MARK_DOT) * text_scale;
      KhattRect box = { mark->x - size / 2, end->y - size / 2, size, size };

      if (end->is_shown && khatt_rect_intersects (&box, label))
        return TRUE;
    }

  return FALSE;
}

static void
assert_covers_none (const KhattLayout *layout, const KhattRect *label)
{
  const KhattRect *plot = &layout->frame.plot;

  g_assert_cmpfloat (label->x, >=, plot->x);
  g_assert_cmpfloat (label->x + label->width, <=, plot->x + plot->width);
  for (guint i = 0; i < layout->marks->len; i++)
    g_assert_false (is_covered (layout, &g_array_index (layout->marks, KhattMark, i), label));
  for (guint i = 0; i < layout->clusters->len; i++)
    g_assert_false (khatt_rect_intersects (label, &khatt_layout_get_cluster (layout, i)->pill));
}

static void
test_covers_no_mark (gconstpointer data)
{
  const Case *test = data;
  g_auto (DrawScene) scene = draw_scene_make (draw_sample_new_from_text (periods), test->direction);
  g_autoptr (KhattLayout) layout = NULL;
  guint n_labels = 0;

  scene.params.width = test->width;
  scene.params.height = test->height;
  scene.params.fills_height = TRUE;
  scene.params.text_scale = test->text_scale;
  scene.params.scale = khatt_layout_fit_all (scene.arrangement, &scene.params, scene.shaper);
  layout = draw_scene_lay_out (&scene);
  g_assert_cmpuint (layout->marks->len, ==, N_PERIODS);
  for (guint32 slot = 0; slot < N_PERIODS; slot++)
    {
      const KhattMarkBox *box;

      khatt_layout_select (layout, slot, scene.shaper);
      box = khatt_layout_find_mark (layout, slot);
      if (khatt_rect_is_empty (&box->label))
        continue;
      assert_covers_none (layout, &box->label);
      n_labels++;
    }
  /* Nowhere is so little room that none is left. */
  g_assert_cmpuint (n_labels, >=, N_PERIODS / 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/layout-select/covers-no-mark/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_covers_no_mark);
    }
  return g_test_run ();
}
