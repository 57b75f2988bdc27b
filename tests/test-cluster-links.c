/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Links between the clusters of crowds: as wide as what they share, none where they share nothing.
 */

#include "draw-sample.h"

#include "khatt-layout-private.h"

#define WIDTH 900
#define DAY "2025-08-06"
/* Elsewhere in time, what makes a document large. */
#define N_OTHERS 3000
#define N_OTHER_DAYS 5

typedef struct
{
  const char *name;
  guint n_shared; /* calls between Ann and Ben */
  guint n_alone;  /* calls of either by itself */
  const char *days[2];
  double width; /* 0: no link */
} Case;

static const Case cases[] = {
  { "none", 0, 9, { "2025-08-03", "2025-08-10" }, 0 },
  { "one", 1, 9, { "2025-08-03", "2025-08-10" }, 2 },
  { "two", 2, 7, { "2025-08-03", "2025-08-10" }, 3 },
  { "eight", 8, 0, { "2025-08-03", "2025-08-10" }, 5 },
  { "as-many-as-count", 64, 0, { "2025-08-06", "2025-08-07" }, 8 },
  { "more-than-count", 100, 0, { "2025-08-06", "2025-08-07" }, 8 },
};

static void
assert_links (const Case *c, gboolean is_large)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (KhattLayout) layout = NULL;
  g_auto (DrawScene) scene = { 0 };

  for (guint i = 0; i < c->n_shared; i++)
    g_string_append (text, "call happened " DAY " | Ann initiator | Ben recipient\n");
  for (guint i = 0; i < c->n_alone; i++)
    g_string_append (text, "call happened " DAY " | Ann initiator\n"
                           "call happened " DAY " | Ben initiator\n");
  for (guint i = 0; is_large && i < N_OTHERS; i++)
    g_string_append_printf (text, "call happened 2024-02-%02u | Zoe initiator\n",
                            1 + i % N_OTHER_DAYS);
  scene = draw_scene_make (draw_sample_new_from_text (text->str), KHATT_DIRECTION_LTR);
  scene.params.width = WIDTH;
  draw_scene_show_days (&scene, c->days[0], c->days[1]);
  layout = draw_scene_lay_out (&scene);

  g_assert_cmpuint (layout->clusters->len, ==, 2);
  for (guint i = 0; i < layout->clusters->len; i++)
    {
      const KhattCluster *cluster = &g_array_index (layout->clusters, KhattCluster, i);

      g_assert_cmpint (cluster->group == G_MAXUINT32, ==, is_large);
      g_assert_cmpuint (cluster->box.n_events, ==, c->n_shared + c->n_alone);
    }

  g_assert_cmpuint (layout->links->len, ==, c->width > 0);
  if (c->width > 0)
    {
      const KhattClusterLink *link = &g_array_index (layout->links, KhattClusterLink, 0);
      const KhattRect *upper = &g_array_index (layout->clusters, KhattCluster, 0).box.pill;
      const KhattRect *lower = &g_array_index (layout->clusters, KhattCluster, 1).box.pill;

      g_assert_cmpfloat (link->width, ==, c->width);
      g_assert_cmpfloat (link->x, ==, upper->x + upper->width / 2);
      g_assert_cmpfloat (link->top, ==, upper->y + upper->height);
      g_assert_cmpfloat (link->bottom, ==, lower->y);
    }
}

static void
test_width (gconstpointer data)
{
  assert_links (data, FALSE);
  assert_links (data, TRUE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/cluster-links/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_width);
    }

  return g_test_run ();
}
