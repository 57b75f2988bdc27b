/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Scenes one after another, as keys and the pointer go through them. */

#include "khatt-presentation-card.h"
#include "khatt-presentation.h"
#include "khatt-timeline-view.h"
#include "khatt-ui.h"
#include "ui-sample.h"

#define WIDTH 1280
#define HEIGHT 800
#define N_SCENES 3

typedef struct
{
  KhattTimeline *timeline;
  KhattPresentation *presentation;
  KhattTimelineView *view;
} Fixture;

static gint64
get_second (int month, int day)
{
  return khatt_days_from_civil (2025, month, day) * KHATT_SECONDS_PER_DAY;
}

static void
add_scene (KhattTimeline *timeline,
           const char *title,
           int first_day,
           int last_day,
           const char *focus)
{
  g_autoptr (KhattScene) scene = khatt_scene_new ();

  scene->title = g_strdup (title);
  scene->notes = g_strdup (title);
  khatt_scene_set_span (scene, get_second (8, first_day), get_second (8, last_day + 1) - 1);
  if (focus != NULL)
    g_ptr_array_add (scene->focus, g_strdup (focus));
  khatt_timeline_add_scene (timeline, KHATT_SCENES_PRESENTED, scene);
}

static gboolean
has_layout (gpointer data)
{
  return khatt_timeline_view_get_layout (((Fixture *) data)->view) != NULL;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const char *id;

  fixture->timeline = ui_sample_new ();
  id =
      khatt_timeline_get_id (fixture->timeline, ui_sample_slot (fixture->timeline, UI_SAMPLE_CALL));
  add_scene (fixture->timeline, "One", 5, 9, NULL);
  add_scene (fixture->timeline, "Two", 8, 8, id);
  add_scene (fixture->timeline, NULL, 6, 6, NULL);
  fixture->presentation = KHATT_PRESENTATION (khatt_presentation_new (
      fixture->timeline, khatt_timeline_get_scenes (fixture->timeline, KHATT_SCENES_PRESENTED), 0));
  gtk_window_set_default_size (GTK_WINDOW (fixture->presentation), WIDTH, HEIGHT);
  gtk_window_present (GTK_WINDOW (fixture->presentation));
  fixture->view = KHATT_TIMELINE_VIEW (
      ui_sample_find (GTK_WIDGET (fixture->presentation), KHATT_TYPE_TIMELINE_VIEW));
  ui_sample_wait (has_layout, fixture);
  ui_sample_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->presentation));
  g_object_unref (fixture->timeline);
}

static void
act (Fixture *fixture, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->presentation), action, NULL);
  ui_sample_settle ();
}

static void
test_one_after_another (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (fixture->presentation);
  static const struct
  {
    const char *action;
    guint scene;
  } steps[] = {
    { "present.next", 1 },     { "present.next", 2 },     { "present.next", 2 },
    { "present.first", 0 },    { "present.previous", 0 }, { "present.last", 2 },
    { "present.previous", 1 },
  };

  g_assert_true (ui_sample_shows (window, "One"));
  g_assert_true (ui_sample_shows (window, "1 of 3"));
  g_assert_true (ui_sample_shows (window, "Next: Two"));
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      act (fixture, steps[i].action);
      g_assert_cmpuint (khatt_presentation_get_scene (fixture->presentation), ==, steps[i].scene);
    }
  g_assert_true (ui_sample_shows (window, "Next: Scene 3"));
  gtk_widget_activate_action (window, "present.go", "u", N_SCENES - 1);
  g_assert_cmpuint (khatt_presentation_get_scene (fixture->presentation), ==, N_SCENES - 1);
  g_assert_true (ui_sample_shows (window, "This is the last scene"));
  gtk_widget_activate_action (window, "present.go", "u", N_SCENES);
  g_assert_cmpuint (khatt_presentation_get_scene (fixture->presentation), ==, N_SCENES - 1);
}

static gboolean
has_lane (Fixture *fixture, const char *key)
{
  KhattArrangement *arrangement = khatt_timeline_view_get_arrangement (fixture->view);

  for (guint i = 0; i < khatt_arrangement_get_n_lanes (arrangement); i++)
    if (g_str_equal (khatt_arrangement_get_lane (arrangement, i)->key, key))
      return TRUE;
  return FALSE;
}

/* What was decided of lanes belongs to the scene. */
static void
test_lanes_of_a_scene (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KhattScene) scene = khatt_scene_copy (
      g_ptr_array_index (khatt_presentation_get_scenes (fixture->presentation), 0));
  g_autofree char *key = g_strdup (
      khatt_arrangement_get_lane (khatt_timeline_view_get_arrangement (fixture->view), 0)->key);
  const char *const hidden[] = { key, NULL };
  const KhattLaneSettings lanes = { { [KHATT_LANE_HIDDEN] = hidden } };
  GPtrArray *scenes = khatt_presentation_get_scenes (fixture->presentation);

  khatt_scene_set_lanes (scene, &lanes);
  g_ptr_array_add (scenes, khatt_scene_ref (scene));
  g_assert_true (has_lane (fixture, key));
  khatt_presentation_go (fixture->presentation, N_SCENES);
  g_assert_false (has_lane (fixture, key));
  khatt_presentation_go (fixture->presentation, 0);
  g_assert_true (has_lane (fixture, key));
}

/* Only the lanes of what happens in a scene, and large. */
static void
test_what_a_scene_shows (Fixture *fixture, gconstpointer data)
{
  const KhattLayout *layout;
  guint n_lanes =
      khatt_arrangement_get_n_lanes (khatt_timeline_view_get_arrangement (fixture->view));

  act (fixture, "present.last");
  g_assert_cmpuint (
      khatt_arrangement_get_n_lanes (khatt_timeline_view_get_arrangement (fixture->view)), <,
      n_lanes);
  layout = khatt_timeline_view_get_layout (fixture->view);
  g_assert_cmpfloat (khatt_layout_get_params (layout)->text_scale, >, 1.2);
  /* Few as they are, the lanes are higher than elsewhere. */
  g_assert_cmpfloat (khatt_layout_get_lane (layout, 0).height, >,
                     50 * khatt_layout_get_params (layout)->text_scale);
  g_assert_cmpuint (khatt_timeline_view_get_selected_slot (fixture->view), ==, KHATT_SLOT_NONE);
}

/* ---- Keys ---- */

static void
press (Fixture *fixture, guint key, guint code)
{
  ui_sample_send_key (GTK_WIDGET (fixture->presentation), key, code, 0);
}

/* From the second of three. */
static void
test_keys_that_go (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    guint keys[3];
    guint code; /* of the first */
    guint scene;
  } cases[] = {
    { { GDK_KEY_space }, 0, 2 },
    { { GDK_KEY_Page_Down }, 0, 2 },
    { { GDK_KEY_KP_Page_Down }, 0, 2 },
    { { GDK_KEY_Right }, 0, 2 },
    { { GDK_KEY_Down }, 0, 2 },
    { { GDK_KEY_Return }, 0, 2 },
    { { GDK_KEY_n }, 57, 2 },
    { { GDK_KEY_Arabic_alefmaksura }, 57, 2 }, /* the same key of an Arabic keyboard */
    { { GDK_KEY_BackSpace }, 0, 0 },
    { { GDK_KEY_Page_Up }, 0, 0 },
    { { GDK_KEY_KP_Page_Up }, 0, 0 },
    { { GDK_KEY_Left }, 0, 0 },
    { { GDK_KEY_Up }, 0, 0 },
    { { GDK_KEY_p }, 33, 0 },
    { { GDK_KEY_Home }, 0, 0 },
    { { GDK_KEY_End }, 0, 2 },
    { { GDK_KEY_3, GDK_KEY_Return }, 0, 2 },
    { { GDK_KEY_KP_3, GDK_KEY_KP_Enter }, 0, 2 },
    { { GDK_KEY_Arabic_0, GDK_KEY_Arabic_1, GDK_KEY_Return }, 0, 0 },
    { { GDK_KEY_9, GDK_KEY_Return }, 0, 1 },
    { { GDK_KEY_3, GDK_KEY_Home, GDK_KEY_Return }, 0, 1 }, /* the number is forgotten */
    { { GDK_KEY_x }, 53, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      khatt_presentation_go (fixture->presentation, 1);
      for (guint j = 0; j < G_N_ELEMENTS (cases[i].keys) && cases[i].keys[j] != 0; j++)
        press (fixture, cases[i].keys[j], j == 0 ? cases[i].code : 0);
      g_assert_cmpuint (khatt_presentation_get_scene (fixture->presentation), ==, cases[i].scene);
    }
}

/* All lanes are in view: there is nowhere to page to, and the scene stays. */
static void
test_shifted_keys (Fixture *fixture, gconstpointer data)
{
  gint64 first, last, first_after, last_after;

  khatt_timeline_view_get_visible_span (fixture->view, &first, &last);
  ui_sample_send_key (GTK_WIDGET (fixture->presentation), GDK_KEY_Page_Down, 0, GDK_SHIFT_MASK);
  ui_sample_settle ();
  khatt_timeline_view_get_visible_span (fixture->view, &first_after, &last_after);
  g_assert_cmpint (first_after, ==, first);
  g_assert_cmpint (last_after, ==, last);
  g_assert_cmpuint (khatt_presentation_get_scene (fixture->presentation), ==, 0);
}

/* With Control and the like they are the view's. */
static void
test_keys_with_modifiers (Fixture *fixture, gconstpointer data)
{
  ui_sample_send_key (GTK_WIDGET (fixture->presentation), GDK_KEY_Page_Down, 0, GDK_CONTROL_MASK);
  ui_sample_send_key (GTK_WIDGET (fixture->presentation), GDK_KEY_n, 57, GDK_ALT_MASK);
  g_assert_cmpuint (khatt_presentation_get_scene (fixture->presentation), ==, 0);
}

/* Whoever looks on sees nothing of editing, and nothing is changed by accident. */
static void
test_nothing_is_edited (Fixture *fixture, gconstpointer data)
{
  guint64 revision;
  g_autoptr (KhattSnapshot) before = khatt_timeline_ref_snapshot (fixture->timeline);
  g_autoptr (KhattSnapshot) after = NULL;

  revision = khatt_snapshot_get_content_revision (before);
  act (fixture, "present.next");
  g_assert_cmpuint (khatt_timeline_view_get_selected_slot (fixture->view), !=, KHATT_SLOT_NONE);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "view.shift", "i", 1);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "view.menu", NULL);
  ui_sample_settle ();
  after = khatt_timeline_ref_snapshot (fixture->timeline);
  g_assert_cmpuint (khatt_snapshot_get_content_revision (after), ==, revision);
  g_assert_null (ui_sample_find (GTK_WIDGET (fixture->presentation), GTK_TYPE_POPOVER_MENU));
}

/* ---- The card ---- */

static double
get_common (const GdkRectangle *card, const KhattRect *rect)
{
  double width = MIN (card->x + card->width, rect->x + rect->width) - MAX (card->x, rect->x);
  double height = MIN (card->y + card->height, rect->y + rect->height) - MAX (card->y, rect->y);

  return width > 0 && height > 0 ? width * height : 0;
}

/* Visible or not: what lies over the view. */
static GtkWidget *
find_over_view (Fixture *fixture, const char *css_class)
{
  GtkWidget *widget =
      gtk_widget_get_first_child (gtk_widget_get_parent (GTK_WIDGET (fixture->view)));

  while (!gtk_widget_has_css_class (widget, css_class))
    widget = gtk_widget_get_next_sibling (widget);
  return widget;
}

static void
test_card (Fixture *fixture, gconstpointer data)
{
  GtkWidget *card = find_over_view (fixture, "khatt-presentation-card");
  const KhattLayout *layout;
  GdkRectangle place;

  g_assert_false (gtk_widget_get_visible (card));
  act (fixture, "present.next");
  g_assert_true (gtk_widget_get_visible (card));
  g_assert_true (
      khatt_presentation_card_get_place (KHATT_PRESENTATION_CARD (card), fixture->view, &place));
  layout = khatt_timeline_view_get_layout (fixture->view);
  for (guint i = 0; i < khatt_layout_get_n_marks (layout); i++)
    g_assert_cmpfloat (get_common (&place, &khatt_layout_get_mark (layout, i)->plate), ==, 0);
  g_assert_cmpint (place.x, >=, 0);
  g_assert_cmpint (place.x + place.width, <=, WIDTH);
}

static void
test_hiding (Fixture *fixture, gconstpointer data)
{
  GtkWidget *cover = find_over_view (fixture, "khatt-presentation-cover");
  const KhattLayout *layout;

  g_assert_false (gtk_widget_get_visible (cover));
  act (fixture, "present.hide-dates");
  g_assert_true (gtk_widget_get_visible (cover));
  act (fixture, "present.hide-labels");
  layout = khatt_timeline_view_get_layout (fixture->view);
  g_assert_cmpuint (khatt_layout_get_n_marks (layout), >, 0);
  for (guint i = 0; i < khatt_layout_get_n_marks (layout); i++)
    g_assert_cmpfloat (khatt_layout_get_mark (layout, i)->label.width, ==, 0);
  act (fixture, "present.hide-labels");
  act (fixture, "present.hide-dates");
  g_assert_false (gtk_widget_get_visible (cover));
}

/* What a scene brings out is told neither by its card nor by its label, until it is pressed or all
 * is told again. */
static void
test_hiding_what_is_brought_out (Fixture *fixture, gconstpointer data)
{
  guint32 call = ui_sample_slot (fixture->timeline, UI_SAMPLE_CALL);
  GtkWidget *card = find_over_view (fixture, "khatt-presentation-card");

  act (fixture, "present.hide-labels");
  act (fixture, "present.next");
  g_assert_cmpuint (khatt_timeline_view_get_selected_slot (fixture->view), ==, KHATT_SLOT_NONE);
  g_assert_false (gtk_widget_get_visible (card));
  khatt_timeline_view_set_selected_slot (fixture->view, call);
  g_assert_true (gtk_widget_get_visible (card));
  act (fixture, "present.previous");
  act (fixture, "present.next");
  g_assert_false (gtk_widget_get_visible (card));
  act (fixture, "present.hide-labels");
  g_assert_cmpuint (khatt_timeline_view_get_selected_slot (fixture->view), ==, call);
  g_assert_true (gtk_widget_get_visible (card));
}

static gboolean
is_blank (Fixture *fixture)
{
  gboolean blank;

  g_object_get (fixture->presentation, "is-blank", &blank, NULL);
  return blank;
}

static void
test_blank (Fixture *fixture, gconstpointer data)
{
  act (fixture, "present.black");
  g_assert_true (is_blank (fixture));
  act (fixture, "present.white");
  g_assert_true (is_blank (fixture));
  act (fixture, "present.white");
  g_assert_false (is_blank (fixture));
  act (fixture, "present.black");
  act (fixture, "present.next");
  g_assert_false (is_blank (fixture));
  g_assert_cmpuint (khatt_presentation_get_scene (fixture->presentation), ==, 1);
}

static GtkWindow *
find_speaker (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (g_strcmp0 (gtk_window_get_title (window), "Speaker’s Notes") == 0)
        return window;
    }
  return NULL;
}

static gboolean
is_timed (Fixture *fixture)
{
  gboolean is_so;

  g_object_get (fixture->presentation, "is-timed", &is_so, NULL);
  return is_so;
}

/* Its clock is that of the presentation, and its keys are too. */
static void
test_speaker_keys (Fixture *fixture, gconstpointer data)
{
  GtkWidget *speaker;

  press (fixture, GDK_KEY_s, 39);
  speaker = GTK_WIDGET (find_speaker ());
  g_assert_nonnull (speaker);
  g_assert_true (is_timed (fixture));
  ui_sample_send_key (speaker, GDK_KEY_t, 28, 0);
  g_assert_false (is_timed (fixture));
  g_assert_cmpint (khatt_presentation_get_seconds (fixture->presentation), <, 60);
  gtk_widget_activate_action (speaker, "speaker.pause", NULL);
  g_assert_true (is_timed (fixture));
  ui_sample_send_key (speaker, GDK_KEY_r, 27, 0);
  g_assert_true (is_timed (fixture));
  ui_sample_send_key (speaker, GDK_KEY_b, 56, 0);
  g_assert_true (is_blank (fixture));
  ui_sample_send_key (speaker, GDK_KEY_End, 0, 0);
  g_assert_false (is_blank (fixture));
  g_assert_cmpuint (khatt_presentation_get_scene (fixture->presentation), ==, N_SCENES - 1);
}

/* The next scene is shown as it will be: its lanes, and what is brought out. */
static void
test_speaker_shows_next (Fixture *fixture, gconstpointer data)
{
  KhattTimelineView *next;
  guint n_lanes;

  act (fixture, "present.speaker");
  next =
      KHATT_TIMELINE_VIEW (ui_sample_find (GTK_WIDGET (find_speaker ()), KHATT_TYPE_TIMELINE_VIEW));
  g_assert_cmpuint (khatt_timeline_view_get_selected_slot (next), ==,
                    ui_sample_slot (fixture->timeline, UI_SAMPLE_CALL));
  act (fixture, "present.next");
  g_assert_cmpuint (khatt_timeline_view_get_selected_slot (next), ==, KHATT_SLOT_NONE);
  n_lanes = khatt_arrangement_get_n_lanes (khatt_timeline_view_get_arrangement (next));
  act (fixture, "present.next");
  g_assert_cmpuint (
      khatt_arrangement_get_n_lanes (khatt_timeline_view_get_arrangement (fixture->view)), ==,
      n_lanes);
}

static void
test_speaker (Fixture *fixture, gconstpointer data)
{
  g_assert_null (find_speaker ());
  act (fixture, "present.speaker");
  g_assert_nonnull (find_speaker ());
  g_assert_true (ui_sample_shows (GTK_WIDGET (find_speaker ()), "Two"));
  act (fixture, "present.next");
  g_assert_true (ui_sample_shows (GTK_WIDGET (find_speaker ()), "Scene 3"));
  act (fixture, "present.speaker");
  g_assert_null (find_speaker ());
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/presentation/one-after-another", test_one_after_another },
    { "/presentation/what-a-scene-shows", test_what_a_scene_shows },
    { "/presentation/lanes-of-a-scene", test_lanes_of_a_scene },
    { "/presentation/card-covers-no-mark", test_card },
    { "/presentation/hiding-dates-and-labels", test_hiding },
    { "/presentation/hiding-what-is-brought-out", test_hiding_what_is_brought_out },
    { "/presentation/blank", test_blank },
    { "/presentation/speaker", test_speaker },
    { "/presentation/speaker-keys", test_speaker_keys },
    { "/presentation/speaker-shows-next", test_speaker_shows_next },
    { "/presentation/keys-that-go", test_keys_that_go },
    { "/presentation/shifted-keys", test_shifted_keys },
    { "/presentation/keys-with-modifiers", test_keys_with_modifiers },
    { "/presentation/nothing-is-edited", test_nothing_is_edited },
  };

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  khatt_ui_init ();
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
