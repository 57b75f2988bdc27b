/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The article, its marks, and the selection that it shares with the timeline. */

#include "khatt-article-pane.h"

#include <adwaita.h>
#include <string.h>

#include "khatt-article-spans.h"
#include "khatt-article-text.h"
#include "khatt-found.h"
#include "khatt-published-banner.h"
#include "khatt-ui.h"
#include "ui-sample.h"

#define WIDTH 500
#define HEIGHT 200

typedef struct
{
  KhattTimeline *timeline;
  KhattArticlePane *pane;
  KhattArticleText *text;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer two_articles)
{
  fixture->timeline = two_articles ? ui_sample_new_with_two_articles () : ui_sample_new ();
  fixture->pane = KHATT_ARTICLE_PANE (khatt_article_pane_new ());
  khatt_article_pane_set_timeline (fixture->pane, fixture->timeline);
  fixture->window = ui_sample_present (GTK_WIDGET (fixture->pane), WIDTH, HEIGHT);
  fixture->text =
      KHATT_ARTICLE_TEXT (ui_sample_find (GTK_WIDGET (fixture->pane), KHATT_TYPE_ARTICLE_TEXT));
  ui_sample_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_ref (fixture->pane);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->pane);
  g_assert_finalize_object (fixture->timeline);
}

static char *
dup_text (Fixture *fixture)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->text));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static void
press (Fixture *fixture, const char *part)
{
  GtkTextView *view = GTK_TEXT_VIEW (fixture->text);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (view));
  const char *found = strstr (UI_SAMPLE_TEXT, part);
  GtkTextIter iter;
  GdkRectangle box;
  int x, y;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter,
                                      (int) g_utf8_pointer_to_offset (UI_SAMPLE_TEXT, found) + 1);
  gtk_text_view_get_iter_location (view, &iter, &box);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, box.x + box.width / 2,
                                         box.y + box.height / 2, &x, &y);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller))
        g_signal_emit_by_name (controller, "released", 1, (double) x, (double) y);
    }
}

static void
test_text (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = dup_text (fixture);

  g_assert_cmpstr (text, ==, UI_SAMPLE_TEXT);
  g_assert_false (gtk_text_view_get_editable (GTK_TEXT_VIEW (fixture->text)));
}

static void
test_margin (Fixture *fixture, gconstpointer data)
{
  GtkTextView *view = GTK_TEXT_VIEW (fixture->text);

  /* The plates stand where the article's lines begin. */
  g_assert_cmpint (gtk_text_view_get_right_margin (view), >, gtk_text_view_get_left_margin (view));
}

static void
test_press (Fixture *fixture, gconstpointer data)
{
  press (fixture, "والتقى يوم");
  g_assert_cmpuint (khatt_article_pane_get_selected_slot (fixture->pane), ==,
                    ui_sample_slot (fixture->timeline, UI_SAMPLE_MEETING));
  press (fixture, "زيارة إلى بكين");
  g_assert_cmpuint (khatt_article_pane_get_selected_slot (fixture->pane), ==,
                    ui_sample_slot (fixture->timeline, UI_SAMPLE_VISIT));
}

static void
test_press_elsewhere (Fixture *fixture, gconstpointer data)
{
  guint32 slot = ui_sample_slot (fixture->timeline, UI_SAMPLE_MEETING);

  khatt_article_pane_set_selected_slot (fixture->pane, slot);
  press (fixture, "اتصال بين موسكو");
  g_assert_cmpuint (khatt_article_pane_get_selected_slot (fixture->pane), ==, slot);
}

static void
test_press_while_selecting (Fixture *fixture, gconstpointer data)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->text));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_select_range (buffer, &start, &end);
  press (fixture, "والتقى يوم");
  g_assert_cmpuint (khatt_article_pane_get_selected_slot (fixture->pane), ==, KHATT_SLOT_NONE);
}

static void
test_select (Fixture *fixture, gconstpointer data)
{
  guint32 slot = ui_sample_slot (fixture->timeline, UI_SAMPLE_CALL);

  khatt_article_pane_set_selected_slot (fixture->pane, slot);
  g_assert_cmpuint (khatt_article_text_get_selected_slot (fixture->text), ==, slot);
  g_assert_true (khatt_article_text_has_slot (fixture->text, slot));
}

static guint32
step (Fixture *fixture, const char *action)
{
  gtk_widget_activate_action_variant (GTK_WIDGET (fixture->text), action, NULL);
  return khatt_article_pane_get_selected_slot (fixture->pane);
}

static gssize
get_place (Fixture *fixture, guint32 slot)
{
  const KhattArticleSpan *span =
      khatt_article_spans_find (khatt_article_text_get_spans (fixture->text), slot);

  g_assert_nonnull (span);
  return span->first;
}

/* Every event once, in the order of the text; then nothing more; and back again. */
static void
test_walk (Fixture *fixture, gconstpointer data)
{
  guint32 slots[UI_SAMPLE_N_EVENTS];

  for (guint i = 0; i < UI_SAMPLE_N_EVENTS; i++)
    {
      slots[i] = step (fixture, "article.next");
      if (i > 0)
        g_assert_cmpint (get_place (fixture, slots[i]), >=, get_place (fixture, slots[i - 1]));
      for (guint j = 0; j < i; j++)
        g_assert_cmpuint (slots[i], !=, slots[j]);
    }
  g_assert_cmpuint (step (fixture, "article.next"), ==, slots[UI_SAMPLE_N_EVENTS - 1]);
  for (guint i = UI_SAMPLE_N_EVENTS - 1; i > 0; i--)
    g_assert_cmpuint (step (fixture, "article.previous"), ==, slots[i - 1]);
  g_assert_cmpuint (step (fixture, "article.previous"), ==, slots[0]);
}

static void
test_walk_from_the_end (Fixture *fixture, gconstpointer data)
{
  guint32 last = step (fixture, "article.previous");

  g_assert_cmpuint (step (fixture, "article.next"), ==, last);
}

static gboolean
is_scrolled (gpointer data)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (data));

  return gtk_adjustment_get_value (adjustment) > 0;
}

static void
test_scrolls (Fixture *fixture, gconstpointer data)
{
  khatt_article_pane_set_selected_slot (fixture->pane,
                                        ui_sample_slot (fixture->timeline, UI_SAMPLE_PLANNED));
  ui_sample_wait (is_scrolled, fixture->text);
  g_assert_true (is_scrolled (fixture->text));
}

static void
test_one_article (Fixture *fixture, gconstpointer data)
{
  g_assert_null (ui_sample_find (GTK_WIDGET (fixture->pane), GTK_TYPE_DROP_DOWN));
  g_assert_true (ui_sample_shows (GTK_WIDGET (fixture->pane), "اتصال بين موسكو وبكين"));
  g_assert_true (ui_sample_shows (GTK_WIDGET (fixture->pane), "8 August 2025"));
}

static void
test_turns (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = dup_text (fixture);
  g_autofree char *second = NULL;

  g_assert_nonnull (ui_sample_find (GTK_WIDGET (fixture->pane), GTK_TYPE_DROP_DOWN));
  g_assert_cmpstr (first, ==, "An article in English.\n");
  khatt_article_pane_set_selected_slot (fixture->pane,
                                        ui_sample_slot (fixture->timeline, UI_SAMPLE_CALL));
  second = dup_text (fixture);
  g_assert_cmpstr (second, ==, UI_SAMPLE_TEXT);
}

static void
test_show_article (Fixture *fixture, gconstpointer data)
{
  GtkWidget *chooser = ui_sample_find (GTK_WIDGET (fixture->pane), GTK_TYPE_DROP_DOWN);
  g_autofree char *text = NULL;

  khatt_article_pane_show_article (fixture->pane, UI_SAMPLE_ARTICLE);
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (chooser)), ==, 1);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (chooser), 0);
  text = dup_text (fixture);
  g_assert_cmpstr (text, ==, "An article in English.\n");
}

static void
test_left_to_right (Fixture *fixture, gconstpointer data)
{
  GtkTextView *view = GTK_TEXT_VIEW (fixture->text);

  /* The English article comes first. */
  g_assert_cmpint (gtk_text_view_get_left_margin (view), >, gtk_text_view_get_right_margin (view));
}

/* A day that is asked for elsewhere is not told here as well. */
static void
test_asked_elsewhere (Fixture *fixture, gconstpointer data)
{
  GtkWidget *banner = ui_sample_find (GTK_WIDGET (fixture->pane), KHATT_TYPE_PUBLISHED_BANNER);

  g_assert_true (gtk_widget_get_visible (banner));
  g_object_set (fixture->pane, "asked-id", UI_SAMPLE_ARTICLE, NULL);
  g_assert_false (gtk_widget_get_visible (banner));
  g_object_set (fixture->pane, "asked-id", NULL, NULL);
  g_assert_true (gtk_widget_get_visible (banner));
}

static void
test_follows (Fixture *fixture, gconstpointer data)
{
  guint32 slot = ui_sample_slot (fixture->timeline, UI_SAMPLE_MEETING);
  guint n_spans = khatt_article_text_get_spans (fixture->text)->len;

  khatt_timeline_remove (fixture->timeline, slot);
  g_assert_cmpuint (khatt_article_text_get_spans (fixture->text)->len, ==, n_spans - 1);
  khatt_timeline_undo (fixture->timeline);
  g_assert_cmpuint (khatt_article_text_get_spans (fixture->text)->len, ==, n_spans);
}

static gboolean
is_heavy (Fixture *fixture, const char *part)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->text));
  const char *found = strstr (UI_SAMPLE_TEXT, part);
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter,
                                      (int) g_utf8_pointer_to_offset (UI_SAMPLE_TEXT, found));
  return gtk_text_iter_has_tag (
      &iter, gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), "date"));
}

static void
test_words_of_a_date (Fixture *fixture, gconstpointer data)
{
  g_assert_true (is_heavy (fixture, UI_SAMPLE_DATE_WORDS));
  g_assert_false (is_heavy (fixture, "نظيره الصيني"));
  khatt_timeline_remove (fixture->timeline, ui_sample_slot (fixture->timeline, UI_SAMPLE_CALL));
  g_assert_false (is_heavy (fixture, UI_SAMPLE_DATE_WORDS));
}

typedef gboolean (*NodeFunc) (GskRenderNode *node);

/* The lines of one pixel: of the words of a date. */
static gboolean
is_hairline (GskRenderNode *node)
{
  graphene_rect_t bounds;

  gsk_render_node_get_bounds (node, &bounds);
  return bounds.size.height == 1;
}

static gboolean
is_found (GskRenderNode *node)
{
  GdkRGBA color = khatt_found_get_color ();

  return gdk_rgba_equal (gsk_color_node_get_color (node), &color);
}

/* How many colours are painted that `is_counted` holds of. */
static guint
count_colors (GskRenderNode *node, NodeFunc is_counted)
{
  guint n = 0;

  switch (gsk_render_node_get_node_type (node))
    {
    case GSK_CONTAINER_NODE:
      for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
        n += count_colors (gsk_container_node_get_child (node, i), is_counted);
      return n;
    case GSK_COLOR_NODE:
      return is_counted (node);
    default:
      return 0;
    }
}

static guint
paint (Fixture *fixture, NodeFunc is_counted)
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  guint n;

  GTK_TEXT_VIEW_GET_CLASS (fixture->text)
      ->snapshot_layer (GTK_TEXT_VIEW (fixture->text), GTK_TEXT_VIEW_LAYER_BELOW_TEXT, snapshot);
  node = gtk_snapshot_to_node (snapshot);
  g_assert_nonnull (node);
  n = count_colors (node, is_counted);
  gsk_render_node_unref (node);
  return n;
}

static void
test_paints (Fixture *fixture, gconstpointer data)
{
  khatt_article_pane_set_selected_slot (fixture->pane,
                                        ui_sample_slot (fixture->timeline, UI_SAMPLE_CALL));
  g_assert_cmpuint (paint (fixture, is_hairline), ==, 2);
}

static void
test_found (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KhattQuery) query = khatt_query_new ("نظيره");

  g_assert_cmpuint (paint (fixture, is_found), ==, 0);
  khatt_article_pane_set_query (fixture->pane, query);
  g_assert_cmpuint (paint (fixture, is_found), ==, 1);
  khatt_article_pane_set_query (fixture->pane, NULL);
  g_assert_cmpuint (paint (fixture, is_found), ==, 0);
}

#define ADD(path, test, two) g_test_add (path, Fixture, two, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  khatt_ui_init ();
  ADD ("/article-pane/not-a-letter-is-changed", test_text, NULL);
  ADD ("/article-pane/its-margin-is-at-its-start", test_margin, NULL);
  ADD ("/article-pane/pressing-a-span-selects", test_press, NULL);
  ADD ("/article-pane/pressing-beside-them-does-not", test_press_elsewhere, NULL);
  ADD ("/article-pane/selecting-text-does-not", test_press_while_selecting, NULL);
  ADD ("/article-pane/marks-the-selection", test_select, NULL);
  ADD ("/article-pane/walks-from-event-to-event", test_walk, NULL);
  ADD ("/article-pane/walks-back-from-the-end", test_walk_from_the_end, NULL);
  ADD ("/article-pane/scrolls-to-the-selection", test_scrolls, NULL);
  ADD ("/article-pane/one-article-needs-no-list", test_one_article, NULL);
  ADD ("/article-pane/turns-to-the-article-of-the-selection", test_turns, "two");
  ADD ("/article-pane/articles-can-be-chosen", test_show_article, "two");
  ADD ("/article-pane/an-english-article-is-mirrored", test_left_to_right, "two");
  ADD ("/article-pane/follows-edits", test_follows, NULL);
  ADD ("/article-pane/does-not-tell-what-is-asked", test_asked_elsewhere, NULL);
  ADD ("/article-pane/marks-the-words-of-a-date", test_words_of_a_date, NULL);
  ADD ("/article-pane/lights-what-is-searched", test_found, NULL);
  ADD ("/article-pane/paints-its-marks", test_paints, NULL);
  return g_test_run ();
}
