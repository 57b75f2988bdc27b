/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A presentation of few lanes and of many, on a telephone, a laptop and a projector: nothing is cut
 * at the edge or hidden below the foot, and what a scene is about is always seen. */

#include "khatt-presentation-card.h"
#include "khatt-presentation.h"
#include "khatt-timeline-view.h"
#include "khatt-ui.h"
#include "ui-sample.h"

#define N_DAYS 8
#define N_PAGES 5            /* enough to come to the last lane */
#define LEAST_TEXT_SCALE 1.2 /* on a screen 800 high */
#define DESIGN_HEIGHT 800.0
#define LINE_GAP 4 /* lines of text begin above their letters */

typedef struct
{
  int width;
  int height;
  guint n_lanes;
  guint n_in_view; /* at least */
} Case;

static const Case cases[] = {
  { 1280, 800, 1, 1 },  { 1280, 800, 3, 3 },  { 1280, 800, 12, 12 },  { 1280, 800, 30, 12 },
  { 1920, 1080, 1, 1 }, { 1920, 1080, 3, 3 }, { 1920, 1080, 12, 12 }, { 1920, 1080, 30, 12 },
  { 360, 640, 1, 1 },   { 360, 640, 3, 3 },   { 360, 640, 12, 5 },    { 360, 640, 30, 5 },
};

typedef struct
{
  KhattTimeline *timeline;
  KhattPresentation *presentation;
  KhattTimelineView *view;
} Fixture;

/* ---- A document of so many lanes ---- */

static void
add_event (KhattTimeline *timeline, guint index, guint n_lanes)
{
  g_autoptr (KhattEventData) event = khatt_event_data_new ();
  g_autofree char *first = g_strdup_printf ("Minister %02u", index % n_lanes);
  g_autofree char *second = g_strdup_printf ("Minister %02u", (index + n_lanes / 2) % n_lanes);

  event->id = g_strdup_printf ("e%u", index);
  event->kind = KHATT_KIND_CALL;
  event->title = g_strdup_printf ("Call %u", index);
  event->date = khatt_date_from_day (2025, 8, 4 + (int) (index % N_DAYS));
  khatt_event_data_add_actor (event, first, KHATT_ROLE_INITIATOR);
  if (!g_str_equal (first, second))
    khatt_event_data_add_actor (event, second, KHATT_ROLE_RECIPIENT);
  khatt_timeline_add (timeline, event);
}

/* A scene for each event, and one for none. */
static void
add_scene (KhattTimeline *timeline, const char *focus)
{
  g_autoptr (KhattScene) scene = khatt_scene_new ();

  scene->title = g_strdup (focus != NULL ? focus : "All");
  khatt_scene_set_span (scene, khatt_days_from_civil (2025, 8, 3) * KHATT_SECONDS_PER_DAY,
                        khatt_days_from_civil (2025, 8, 13) * KHATT_SECONDS_PER_DAY - 1);
  if (focus != NULL)
    g_ptr_array_add (scene->focus, g_strdup (focus));
  khatt_timeline_add_scene (timeline, KHATT_SCENES_PRESENTED, scene);
}

static KhattTimeline *
make_timeline (guint n_lanes)
{
  KhattTimeline *timeline = khatt_timeline_new ();

  add_scene (timeline, NULL);
  for (guint i = 0; i < n_lanes; i++)
    {
      add_event (timeline, i, n_lanes);
      add_scene (timeline, khatt_timeline_get_id (timeline, i));
    }
  return timeline;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const Case *test = data;

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  fixture->timeline = make_timeline (test->n_lanes);
  fixture->presentation = KHATT_PRESENTATION (khatt_presentation_new (
      fixture->timeline, khatt_timeline_get_scenes (fixture->timeline, KHATT_SCENES_PRESENTED), 0));
  gtk_window_set_default_size (GTK_WINDOW (fixture->presentation), test->width, test->height);
  /* Larger than the screen, if need be. */
  gtk_widget_set_size_request (GTK_WIDGET (fixture->presentation), test->width, test->height);
  gtk_window_present (GTK_WINDOW (fixture->presentation));
  fixture->view = KHATT_TIMELINE_VIEW (
      ui_sample_find (GTK_WIDGET (fixture->presentation), KHATT_TYPE_TIMELINE_VIEW));
  /* The type follows the size, and lanes the room that it leaves. */
  for (guint i = 0; i < 3; i++)
    {
      ui_sample_paint (GTK_WIDGET (fixture->presentation));
      ui_sample_settle ();
    }
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->presentation)), ==, test->width);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (fixture->presentation)), ==, test->height);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->presentation));
  g_object_unref (fixture->timeline);
}

/* ---- What is seen ---- */

/* Nothing of it outside, or nothing inside. */
static void
assert_is_whole (const KhattRect *rect, const KhattRect *room)
{
  double top = rect->y + LINE_GAP - room->y;
  double bottom = rect->y + rect->height - LINE_GAP - room->y;

  if (rect->height > 0 && top < room->height && bottom > 0)
    {
      g_assert_cmpfloat (top, >=, 0);
      g_assert_cmpfloat (bottom, <=, room->height);
    }
}

static void
assert_nothing_is_cut (const KhattLayout *layout, const KhattRect *plot)
{
  for (guint i = 0; i < khatt_layout_get_n_marks (layout); i++)
    {
      assert_is_whole (&khatt_layout_get_mark (layout, i)->plate, plot);
      assert_is_whole (&khatt_layout_get_mark (layout, i)->label, plot);
    }
}

static guint
count_whole_lanes (const KhattLayout *layout, const KhattRect *plot, guint n_lanes)
{
  guint n_whole = 0;

  for (guint i = 0; i < n_lanes; i++)
    {
      KhattRect row = khatt_layout_get_lane (layout, i);

      assert_is_whole (&row, plot);
      n_whole += row.y >= plot->y && row.y + row.height <= plot->y + plot->height;
    }
  return n_whole;
}

static void
assert_is_above_foot (Fixture *fixture, GtkWidget *widget)
{
  GtkWidget *window = GTK_WIDGET (fixture->presentation);
  GtkWidget *foot = ui_sample_find_styled (window, "khatt-presentation-foot");
  graphene_rect_t bounds, below;

  g_assert_true (gtk_widget_compute_bounds (widget, window, &bounds));
  g_assert_true (gtk_widget_compute_bounds (foot, window, &below));
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, below.origin.y);
  g_assert_cmpfloat (below.origin.y + below.size.height, <=, gtk_widget_get_height (window));
}

static void
assert_is_beside (Fixture *fixture, GtkWidget *card, const KhattRect *plate)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (card, GTK_WIDGET (fixture->view), &bounds));
  g_assert_false (graphene_rect_intersection (
      &bounds, &GRAPHENE_RECT_INIT (plate->x, plate->y, plate->width, plate->height), NULL));
}

static void
assert_focus_is_seen (Fixture *fixture, const KhattLayout *layout, const KhattRect *plot)
{
  GtkWidget *card =
      ui_sample_find (GTK_WIDGET (fixture->presentation), KHATT_TYPE_PRESENTATION_CARD);
  guint32 slot = khatt_timeline_view_get_selected_slot (fixture->view);
  const KhattMarkBox *mark = khatt_layout_find_mark (layout, slot);

  g_assert_nonnull (mark);
  g_assert_cmpfloat (mark->plate.y, >=, plot->y);
  g_assert_cmpfloat (mark->plate.y + mark->plate.height, <=, plot->y + plot->height);
  g_assert_true (gtk_widget_get_mapped (card));
  assert_is_above_foot (fixture, card);
  assert_is_beside (fixture, card, &mark->plate);
}

static void
look_at_scenes (Fixture *fixture, const Case *test)
{

  const guint scenes[] = { 0, 1, (test->n_lanes + 1) / 2, test->n_lanes };

  for (guint i = 0; i < G_N_ELEMENTS (scenes); i++)
    {
      const KhattLayout *layout;
      KhattRect plot;

      khatt_presentation_go (fixture->presentation, scenes[i]);
      ui_sample_paint (GTK_WIDGET (fixture->presentation));
      layout = khatt_timeline_view_get_layout (fixture->view);
      plot = khatt_layout_get_plot (layout);
      g_assert_cmpfloat (
          khatt_layout_get_params (layout)->text_scale, >=,
          test->width > test->height ? LEAST_TEXT_SCALE * test->height / DESIGN_HEIGHT - 0.01 : 1);
      g_assert_cmpuint (count_whole_lanes (layout, &plot, test->n_lanes), >=, test->n_in_view);
      assert_nothing_is_cut (layout, &plot);
      assert_is_above_foot (fixture, GTK_WIDGET (fixture->view));
      if (scenes[i] > 0)
        assert_focus_is_seen (fixture, layout, &plot);
    }
}

/* Whoever pages through the lanes sees whole ones too, and comes to the last. */
static void
page_lanes (Fixture *fixture, const Case *test)
{
  const KhattLayout *layout = khatt_timeline_view_get_layout (fixture->view);
  KhattRect plot = khatt_layout_get_plot (layout);

  if (khatt_layout_get_content_height (layout) <= plot.height)
    return;
  for (guint i = 0; i < N_PAGES; i++)
    {
      ui_sample_send_key (GTK_WIDGET (fixture->presentation), GDK_KEY_Page_Down, 0, GDK_SHIFT_MASK);
      ui_sample_paint (GTK_WIDGET (fixture->presentation));
      layout = khatt_timeline_view_get_layout (fixture->view);
      g_assert_cmpuint (count_whole_lanes (layout, &plot, test->n_lanes), >=, test->n_in_view);
    }
  g_assert_cmpfloat (khatt_layout_get_lane (layout, test->n_lanes - 1).y, <, plot.y + plot.height);
}

static void
test_lanes (Fixture *fixture, gconstpointer data)
{
  look_at_scenes (fixture, data);
  khatt_presentation_go (fixture->presentation, 0);
  page_lanes (fixture, data);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  khatt_ui_init ();
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/presentation-lanes/%dx%d-%u", cases[i].width,
                                               cases[i].height, cases[i].n_lanes);

      g_test_add (path, Fixture, &cases[i], set_up, test_lanes, tear_down);
    }
  return g_test_run ();
}
