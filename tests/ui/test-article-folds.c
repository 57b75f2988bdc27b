/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Paragraphs of an article that no event was read from: which fold, and what opens them. */

#include "khatt-article-index.h"
#include "khatt-article-folds.h"

#include <adwaita.h>
#include <string.h>

#include "khatt-article-spans.h"
#include "khatt-article-text.h"
#include "khatt-ui.h"
#include "ui-sample.h"

#define WIDTH 500
#define HEIGHT 300
#define EVENT "هاتف الرئيس الكيني نظيره النمساوي."
#define SHORT "وكان الطقس باردا."
#define HARBOUR "وتغيرت ملامحها كثيرا خلال العقود الأخيرة بسبب نمو الموانئ وحركة السفن."
#define LONG "وتمر بالمدينة طرق تجارية قديمة يعرفها الناس منذ قرون طويلة، " HARBOUR
#define HEADING "أخبار المدينة"

/* ---- Which fold ---- */

/* A span over each occurrence of EVENT. */
static GArray *
make_spans (const char *text)
{
  GArray *spans = g_array_new (FALSE, TRUE, sizeof (KhattArticleSpan));

  for (const char *found = strstr (text, EVENT); found; found = strstr (found + 1, EVENT))
    {
      KhattArticleSpan span = { .date_first = -1, .date_after = -1 };

      span.first = g_utf8_pointer_to_offset (text, found);
      span.after = span.first + g_utf8_strlen (EVENT, -1);
      g_array_append_val (spans, span);
    }
  return spans;
}

/* "2@4": two paragraphs fold, from the fourth line on. */
static char *
describe_folds (const char *text)
{
  g_autoptr (GArray) spans = make_spans (text);
  g_autoptr (GArray) paragraphs = khatt_article_paragraphs_new (text);
  g_autoptr (GArray) folds = khatt_article_folds_new (paragraphs, spans);
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < folds->len; i++)
    {
      const KhattArticleFold *fold = &g_array_index (folds, KhattArticleFold, i);
      guint line = 1;

      for (const char *p = text; p < g_utf8_offset_to_pointer (text, fold->first); p++)
        line += *p == '\n';
      g_string_append_printf (out, "%s%u@%u", i > 0 ? " " : "", fold->n_paragraphs, line);
      g_assert_cmpint (fold->after, >, fold->first);
      g_assert_false (khatt_article_fold_holds_event (fold, spans));
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
test_which (void)
{
  static const struct
  {
    const char *text;
    const char *folds;
  } cases[] = {
    { "", "" },
    { EVENT, "" },
    { LONG, "" }, /* of an article without events nothing folds */
    { LONG "\n\n" LONG, "" },
    { EVENT "\n\n" LONG "\n\n" EVENT, "1@3" },
    { EVENT "\n\n" SHORT "\n\n" EVENT, "" }, /* saves no line */
    { EVENT "\n\n" LONG "\n\n" SHORT "\n\n" EVENT, "2@3" },
    { EVENT "\n\n" LONG "\n\n" LONG, "2@3" },
    { EVENT "\n" LONG "\n", "1@2" },
    { LONG "\n" EVENT "\n" LONG, "1@1 1@3" },
    { EVENT "\n\n" LONG "\n\n" HEADING "\n\n" EVENT, "1@3" }, /* over an event: stays */
    { EVENT "\n\n" HEADING "\n\n" LONG "\n\n" EVENT, "2@3" },
    { HEADING "\n\n" LONG "\n\n" EVENT, "1@3" }, /* the headline stays */
    { EVENT " " LONG, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folds = describe_folds (cases[i].text);

      g_assert_cmpstr (folds, ==, cases[i].folds);
    }
}

static void
test_words_of_a_date_stay (void)
{
  const char *text = EVENT "\n" LONG "\n" LONG;
  g_autoptr (GArray) spans = make_spans (text);
  g_autoptr (GArray) paragraphs = khatt_article_paragraphs_new (text);
  g_autoptr (GArray) folds = NULL;

  g_array_index (spans, KhattArticleSpan, 0).date_first =
      g_array_index (paragraphs, KhattArticleParagraph, 1).first;
  g_array_index (spans, KhattArticleSpan, 0).date_after =
      g_array_index (paragraphs, KhattArticleParagraph, 1).first + 1;
  folds = khatt_article_folds_new (paragraphs, spans);
  g_assert_cmpuint (folds->len, ==, 1);
  g_assert_cmpint (g_array_index (folds, KhattArticleFold, 0).first, ==,
                   g_array_index (paragraphs, KhattArticleParagraph, 2).first);
}

/* ---- What opens them ---- */

static const char sample[] = HEADING "\n\n" EVENT "\n\n" LONG "\n\n" LONG "\n\n" EVENT "\n\n" LONG
                                     "\n\n" LONG "\n\n" LONG "\n";

typedef struct
{
  KhattTimeline *timeline;
  KhattArticleText *text;
  GtkWidget *window;
} Fixture;

static void
add_event (Fixture *fixture, const char *found, gsize length)
{
  g_autoptr (KhattEventData) event = khatt_event_data_new ();
  KhattSourceData *source = khatt_event_data_add_source (event, "a1");

  source->span_first = found - sample;
  source->span_after = source->span_first + (gssize) length;
  khatt_timeline_add (fixture->timeline, event);
}

static void
show (Fixture *fixture)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (fixture->timeline);
  g_autoptr (KhattArticleIndex) index = khatt_article_index_new ();

  khatt_article_index_follow (index, snapshot);
  khatt_article_text_set_article (fixture->text, snapshot, khatt_snapshot_get_article (snapshot, 0),
                                  khatt_article_index_get_slots (index, "a1"));
  ui_sample_settle ();
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KhattArticle) article = khatt_article_new ("a1", sample, -1);

  fixture->timeline = khatt_timeline_new ();
  khatt_timeline_add_article (fixture->timeline, article);
  for (const char *found = strstr (sample, EVENT); found; found = strstr (found + 1, EVENT))
    add_event (fixture, found, strlen (EVENT));
  fixture->text = KHATT_ARTICLE_TEXT (khatt_article_text_new ());
  show (fixture);
  fixture->window = ui_sample_present (GTK_WIDGET (fixture->text), WIDTH, HEIGHT);
  ui_sample_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_ref (fixture->text);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->text);
  g_assert_finalize_object (fixture->timeline);
}

/* Of what is folded, not of what can be folded again. */
static guint
count_rows (Fixture *fixture)
{
  GtkWidget *text = GTK_WIDGET (fixture->text);

  return ui_sample_count (text, GTK_TYPE_BUTTON, "khatt-fold") -
         ui_sample_count (text, GTK_TYPE_BUTTON, "khatt-unfolded");
}

static GtkWidget *
get_row (Fixture *fixture)
{
  return ui_sample_find_styled (GTK_WIDGET (fixture->text), "khatt-fold");
}

static char *
dup_text (Fixture *fixture, gboolean with_hidden)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->text));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, with_hidden);
}

static void
assert_all_shown (Fixture *fixture)
{
  g_autofree char *shown = dup_text (fixture, FALSE);

  g_assert_cmpuint (count_rows (fixture), ==, 0);
  g_assert_cmpstr (shown, ==, sample);
}

static void
test_folded (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = dup_text (fixture, TRUE);
  g_autofree char *shown = dup_text (fixture, FALSE);

  g_assert_cmpstr (text, ==, sample);
  g_assert_null (strstr (shown, LONG));
  g_assert_cmpuint (count_rows (fixture), ==, 2);
  g_assert_true (
      ui_sample_shows (GTK_WIDGET (fixture->text), "2 paragraphs without events, show them"));
  g_assert_true (
      ui_sample_shows (GTK_WIDGET (fixture->text), "3 paragraphs without events, show them"));
}

static void
press (GtkWidget *row)
{
  g_signal_emit_by_name (row, "clicked");
  ui_sample_settle ();
}

static void
press_all (Fixture *fixture)
{
  GtkWidget *text = GTK_WIDGET (fixture->text);

  for (GtkWidget *child = gtk_widget_get_first_child (text); child;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_has_css_class (child, "khatt-fold"))
      press (child);
}

static void
test_press (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folded = dup_text (fixture, FALSE);
  g_autofree char *again = NULL;

  press (get_row (fixture));
  g_assert_cmpuint (count_rows (fixture), ==, 1);
  g_assert_true (
      ui_sample_shows (GTK_WIDGET (fixture->text), "2 paragraphs without events, fold them"));
  press (get_row (fixture));
  g_assert_cmpuint (count_rows (fixture), ==, 2);
  press_all (fixture);
  assert_all_shown (fixture);
  press_all (fixture);
  again = dup_text (fixture, FALSE);
  g_assert_cmpstr (again, ==, folded);
}

/* What was opened stays open while another article is read. */
static void
test_kept (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (fixture->timeline);
  g_autoptr (KhattArticle) other = khatt_article_new ("a2", LONG, -1);

  press (get_row (fixture));
  khatt_article_text_set_article (fixture->text, snapshot, other, NULL);
  ui_sample_settle ();
  g_assert_cmpuint (ui_sample_count (GTK_WIDGET (fixture->text), GTK_TYPE_BUTTON, "khatt-fold"), ==,
                    0);
  show (fixture);
  g_assert_cmpuint (count_rows (fixture), ==, 1);
  g_assert_true (gtk_widget_has_css_class (get_row (fixture), "khatt-unfolded"));
}

/* The row stands in the room that was made for it: below one event, above the next. */
static void
test_place (Fixture *fixture, gconstpointer data)
{
  GtkTextView *view = GTK_TEXT_VIEW (fixture->text);
  GtkTextIter iter;
  GdkRectangle box;
  graphene_rect_t row;
  const char *second = strstr (strstr (sample, EVENT) + 1, EVENT);

  g_assert_true (gtk_widget_compute_bounds (get_row (fixture), GTK_WIDGET (fixture->text), &row));
  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter,
                                      (int) g_utf8_pointer_to_offset (sample, second));
  gtk_text_view_get_iter_location (view, &iter, &box);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, box.x, box.y, &box.x,
                                         &box.y);
  g_assert_cmpfloat (row.origin.y + row.size.height, <=, box.y + 1);
  g_assert_cmpfloat (row.origin.y + row.size.height, >, box.y - box.height);
}

static gboolean
is_one_row (gpointer data)
{
  return count_rows (data) == 1;
}

static void
test_keyboard (Fixture *fixture, gconstpointer data)
{
  gtk_widget_grab_focus (GTK_WIDGET (fixture->text));
  g_assert_true (gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_widget_has_focus (get_row (fixture)));
  g_assert_true (gtk_widget_activate (get_row (fixture)));
  ui_sample_wait (is_one_row, fixture);
  /* The same key folds them again. */
  g_assert_true (gtk_widget_has_focus (get_row (fixture)));
}

static void
test_selection (Fixture *fixture, gconstpointer data)
{
  g_signal_emit_by_name (fixture->text, "select-all", TRUE);
  ui_sample_settle ();
  assert_all_shown (fixture);
}

static void
test_new_event (Fixture *fixture, gconstpointer data)
{
  add_event (fixture, strstr (sample, LONG), strlen (LONG));
  show (fixture);
  g_assert_cmpuint (count_rows (fixture), ==, 1);
}

/* What is searched shows as long as it is searched. */
static void
test_search (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *typed;
    guint n_rows;
  } cases[] = { { "النمساوي", 2 }, { "الموانئ", 0 }, { "nobody", 2 }, { "السفن", 0 } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KhattQuery) query = khatt_query_new (cases[i].typed);

      khatt_article_text_set_query (fixture->text, query);
      ui_sample_settle ();
      g_assert_cmpuint (count_rows (fixture), ==, cases[i].n_rows);
    }
  assert_all_shown (fixture);
  khatt_article_text_set_query (fixture->text, NULL);
  ui_sample_settle ();
  g_assert_cmpuint (count_rows (fixture), ==, 2);
}

/* What was opened stays open, whatever happens to events. */
static void
test_stays_open (Fixture *fixture, gconstpointer data)
{
  press (get_row (fixture));
  khatt_timeline_undo (fixture->timeline);
  show (fixture);
  g_assert_cmpuint (count_rows (fixture), ==, 1);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  khatt_ui_init ();
  g_test_add_func ("/article-folds/which", test_which);
  g_test_add_func ("/article-folds/words-of-a-date-stay", test_words_of_a_date_stay);
  ADD ("/article-folds/hide-text-and-keep-it", test_folded);
  ADD ("/article-folds/open-when-pressed", test_press);
  ADD ("/article-folds/are-kept", test_kept);
  ADD ("/article-folds/stand-where-the-text-was", test_place);
  ADD ("/article-folds/open-by-the-keyboard", test_keyboard);
  ADD ("/article-folds/open-for-a-selection", test_selection);
  ADD ("/article-folds/open-for-a-new-event", test_new_event);
  ADD ("/article-folds/show-what-is-searched", test_search);
  ADD ("/article-folds/stay-open", test_stays_open);
  return g_test_run ();
}
