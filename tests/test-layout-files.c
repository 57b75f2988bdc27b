/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Layouts of small documents against files: name.in, laid out and put into words, is name.expected.
 */

#include "draw-sample.h"

#include "khatt-layout-private.h"

#include <string.h>

static void
read_directive (DrawScene *scene, char **words)
{
  KhattDate date;

  if (strcmp (words[0], "direction") == 0)
    scene->params.scale.direction =
        strcmp (words[1], "rtl") == 0 ? KHATT_DIRECTION_RTL : KHATT_DIRECTION_LTR;
  else if (strcmp (words[0], "size") == 0)
    {
      scene->params.width = g_ascii_strtod (words[1], NULL);
      scene->params.height = g_ascii_strtod (words[2], NULL);
    }
  else if (strcmp (words[0], "rows") == 0)
    {
      scene->params.is_compact = strcmp (words[1], "compact") == 0;
      scene->params.is_narrow = strcmp (words[1], "narrow") == 0;
    }
  else if (strcmp (words[0], "today") == 0)
    {
      khatt_date_parse (words[1], -1, &date, NULL);
      scene->params.today = khatt_date_first (&date) + KHATT_SECONDS_PER_DAY / 2;
    }
}

static DrawScene
read_scene (const char *path)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;
  g_auto (GStrv) span = NULL;
  DrawScene scene;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  scene = draw_scene_make (draw_sample_new_from_text (text), KHATT_DIRECTION_LTR);
  scene.params.width = 1000;
  scene.params.height = 0;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], "# "))
      {
        g_auto (GStrv) words = g_strsplit (lines[i] + 2, " ", -1);

        read_directive (&scene, words);
        if (strcmp (words[0], "span") == 0)
          {
            g_strfreev (span);
            span = g_steal_pointer (&words);
          }
      }
  if (span != NULL)
    draw_scene_show_days (&scene, span[1], span[2]);

  return scene;
}

static const char *
get_lane_name (const KhattLayout *layout, guint lane)
{
  return khatt_arrangement_get_lane (layout->arrangement, lane)->name;
}

static void
dump_ends (const KhattLayout *layout, const KhattMark *mark, GString *dump)
{
  static const char *const forms[] = { "plate", "arrow", "dot", "bearer" };

  for (guint i = mark->first_end; i < mark->first_end + mark->n_ends; i++)
    {
      const KhattEnd *end = &g_array_index (layout->ends, KhattEnd, i);

      g_string_append_printf (dump, "  %s %s%s%s", get_lane_name (layout, end->lane),
                              end->is_shown ? forms[end->form] : "hidden",
                              end->form != KHATT_END_PLATE && end->heading < 0 ? " from below" : "",
                              end->form != KHATT_END_PLATE && end->heading > 0 ? " from above"
                                                                               : "");
      if (end->stripe_y != end->y)
        g_string_append_printf (dump, ", stripe %+.1f", end->stripe_y - end->y);
      g_string_append_c (dump, '\n');
    }
}

static void
dump_trace (const KhattMark *mark, GString *dump)
{
  const KhattTrace *trace = &mark->trace;

  for (guint i = 0; i < trace->n_fades; i++)
    g_string_append_printf (dump, "  fade %g .. %g, %g .. %g\n", trace->fades[i].from,
                            trace->fades[i].to, trace->fades[i].alpha_from,
                            trace->fades[i].alpha_to);
  for (guint i = 0; i < trace->n_ticks; i++)
    g_string_append_printf (dump, "  tick %g\n", trace->ticks[i]);
  if (trace->is_bar)
    g_string_append_printf (dump, "  bar %g .. %g%s%s\n", trace->bar_from, trace->bar_to,
                            trace->has_end ? ", end" : "", trace->has_chevron ? ", chevron" : "");
  if (trace->has_curtain)
    g_string_append_printf (dump, "  curtain %g .. %g\n", trace->curtain.from, trace->curtain.to);
}

static void
dump_mark (const KhattLayout *layout, const KhattMark *mark, GString *dump)
{
  g_string_append_printf (dump, "%s %s at %g", khatt_kind_get_name (mark->record->kind),
                          mark->record->title, mark->x);
  if (mark->stub_top < mark->stub_bottom)
    g_string_append_printf (dump, ", connector %g .. %g%s%s", mark->stub_top, mark->stub_bottom,
                            mark->is_broken ? ", broken" : "",
                            mark->has_missing ? ", a party missing" : "");
  g_string_append_c (dump, '\n');
  dump_ends (layout, mark, dump);
  dump_trace (mark, dump);
  if (mark->label != NULL)
    {
      guint lane = khatt_frame_get_lane_at (&layout->frame, mark->label_baseline);
      gboolean is_greater = mark->label_x > mark->x;
      gboolean is_later = is_greater == (khatt_scale_sign (&layout->params.scale) > 0);

      g_string_append_printf (dump, "  label on %s, %s side\n", get_lane_name (layout, lane),
                              is_later ? "later" : "earlier");
    }
}

static char *
dump_layout (const KhattLayout *layout)
{
  static const char *const details[] = { "ribbon", "clusters", "marks" };
  GString *dump = g_string_new (NULL);

  for (guint lane = 0; lane < layout->frame.n_lanes; lane++)
    g_string_append_printf (dump, "lane %s at %g, %s\n", get_lane_name (layout, lane),
                            khatt_layout_get_lane_line (layout, lane),
                            details[khatt_layout_get_lane_detail (layout, lane)]);
  for (guint i = 0; i < layout->marks->len; i++)
    dump_mark (layout, &g_array_index (layout->marks, KhattMark, i), dump);
  for (guint i = 0; i < layout->clusters->len; i++)
    {
      const KhattClusterBox *box = khatt_layout_get_cluster (layout, i);

      g_string_append_printf (dump, "cluster of %u on %s at %g\n", box->n_events,
                              get_lane_name (layout, box->lane), box->pill.x + box->pill.width / 2);
    }
  for (guint i = 0; i < layout->links->len; i++)
    {
      const KhattClusterLink *link = &g_array_index (layout->links, KhattClusterLink, i);

      g_string_append_printf (dump, "link %s .. %s, %g wide\n",
                              get_lane_name (layout, link->first_lane),
                              get_lane_name (layout, link->last_lane), link->width);
    }

  return g_string_free (dump, FALSE);
}

static char *
get_data_path (const char *name, const char *suffix)
{
  g_autofree char *file = g_strconcat (name, suffix, NULL);

  return g_test_build_filename (G_TEST_DIST, "data", "draw", file, NULL);
}

/* KHATT_UPDATE_EXPECTED=1 writes what is found; look at the difference. */
static void
test_file (gconstpointer data)
{
  g_autofree char *in_path = get_data_path (data, ".in");
  g_autofree char *expected_path = get_data_path (data, ".expected");
  g_autofree char *expected = NULL;
  g_autofree char *found = NULL;
  g_auto (DrawScene) scene = read_scene (in_path);
  g_autoptr (KhattLayout) layout = draw_scene_lay_out (&scene);
  g_autoptr (GError) error = NULL;

  found = dump_layout (layout);
  if (g_getenv ("KHATT_UPDATE_EXPECTED") != NULL)
    g_file_set_contents (expected_path, found, -1, &error);
  g_assert_no_error (error);
  g_file_get_contents (expected_path, &expected, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (found, ==, expected);
}

static const char *const files[] = { "call",        "one-day",      "roles",      "ranges",
                                     "intervals",   "side-by-side", "importance", "missing",
                                     "crowded-day", "years",        "compact",    "narrow" };

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_strconcat ("/layout-files/", files[i], NULL);

      g_test_add_data_func (path, files[i], test_file);
    }

  return g_test_run ();
}
