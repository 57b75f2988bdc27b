/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What going through many proposals costs: entering the review, going to the next event, accepting
 * one and dismissing one, each with all that the window does until it is idle again; beside it what
 * the document's own change costs. Milliseconds of the thread's own time, medians, for documents of
 * ten thousand to a million events. Lines are name, value, unit and bar, with tabs between. Usage:
 * bench-review [MOST_EVENTS] */

#include <stdlib.h>
#include <time.h>

#include "khatt-application.h"
#include "khatt-review.h"
#include "khatt-save.h"
#include "khatt-window-private.h"
#include "ui/ui-sample.h"

#define EVENTS_PER_ARTICLE 20
#define N_TIMES 21
#define FRAME_BAR "16"
#define SENTENCE "هاتف الرئيس نظيره أمس. "
#define SENTENCE_BYTES ((gssize) sizeof SENTENCE - 1)

/* Of this thread: other programs do not count. */
static double
get_milliseconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double difference = *(const double *) a - *(const double *) b;

  return difference < 0 ? -1 : difference > 0;
}

static KhattArticle *
make_article (guint number)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *id = g_strdup_printf ("a%u", number + 1);
  KhattArticle *article;

  for (guint i = 0; i < EVENTS_PER_ARTICLE; i++)
    g_string_append (text, SENTENCE);
  article = khatt_article_new (id, text->str, -1);
  article->published = g_strdup ("2025-08-08");
  return article;
}

static KhattEventData *
make_event (guint number, const char *article)
{
  KhattEventData *event = khatt_event_data_new ();
  KhattSourceData *source = khatt_event_data_add_source (event, article);

  event->kind = KHATT_KIND_CALL;
  event->date =
      khatt_date_from_day (2000 + (int) number % 25, 1 + (int) number % 12, 1 + (int) number % 28);
  khatt_event_data_add_actor (event, "الرئيس", KHATT_ROLE_INITIATOR);
  khatt_event_data_add_actor (event, "نظيره", KHATT_ROLE_RECIPIENT);
  source->span_first = (gssize) (number % EVENTS_PER_ARTICLE) * SENTENCE_BYTES;
  source->span_after = source->span_first + SENTENCE_BYTES - 1;
  source->excerpt = g_strdup (SENTENCE);
  source->rules = g_strsplit ("call.verb", " ", -1);
  return event;
}

static void
fill (KhattTimeline *timeline, guint n_events)
{
  g_autoptr (GPtrArray) events =
      g_ptr_array_new_with_free_func ((GDestroyNotify) khatt_event_data_free);
  g_autoptr (GPtrArray) articles =
      g_ptr_array_new_with_free_func ((GDestroyNotify) khatt_article_unref);

  for (guint i = 0; i < n_events; i++)
    {
      if (i % EVENTS_PER_ARTICLE == 0)
        g_ptr_array_add (articles, make_article (i / EVENTS_PER_ARTICLE));
      g_ptr_array_add (
          events, make_event (i, ((KhattArticle *) articles->pdata[i / EVENTS_PER_ARTICLE])->id));
    }
  khatt_timeline_add_articles (timeline, articles);
  khatt_timeline_add_many (timeline, events);
}

static gboolean
is_idle (gpointer window)
{
  KhattDocument *document = khatt_window_get_document (window);

  return !khatt_document_is_busy (document) && !khatt_document_is_empty (document);
}

/* A document of that many proposals, in a window. */
static KhattWindow *
open_window (KhattApplication *application, guint n_events)
{
  g_autoptr (KhattTimeline) timeline = khatt_timeline_new ();
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "khatt-bench-review.khatt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (KhattSnapshot) snapshot = NULL;
  g_autoptr (GBytes) bytes = NULL;
  KhattWindow *window;

  fill (timeline, n_events);
  snapshot = khatt_timeline_ref_snapshot (timeline);
  bytes = khatt_save_bytes (snapshot, "khatt", NULL, NULL);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                      (gssize) g_bytes_get_size (bytes), NULL));
  window = KHATT_WINDOW (khatt_window_new (GTK_APPLICATION (application)));
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_present (GTK_WINDOW (window));
  g_list_store_append (files, file);
  khatt_window_open (window, G_LIST_MODEL (files), NULL);
  while (!is_idle (window))
    g_main_context_iteration (NULL, TRUE);
  ui_sample_settle ();
  g_assert_true (g_file_delete (file, NULL, NULL));
  return window;
}

static void
print (guint n_events, const char *what, double value, const char *bar)
{
  g_print ("review/%u/%s\t%.2f\tms\t%s\n", n_events, what, value, bar);
}

/* The document alone, with nobody who listens. */
static double
measure_change (guint n_events)
{
  g_autoptr (KhattTimeline) timeline = khatt_timeline_new ();
  double times[N_TIMES];

  fill (timeline, n_events);
  for (guint i = 0; i < N_TIMES; i++)
    {
      g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);
      g_autoptr (KhattEventData) event = khatt_snapshot_dup_event (snapshot, i * 7);
      double begun = get_milliseconds ();

      event->review = g_strdup ("accepted");
      khatt_timeline_change (timeline, i * 7, event);
      times[i] = get_milliseconds () - begun;
    }
  qsort (times, N_TIMES, sizeof (double), compare_doubles);
  return times[N_TIMES / 2];
}

/* What the call itself takes: the frame in which the person sees nothing yet. */
static double
measure_action (KhattWindow *window, const char *action)
{
  double times[N_TIMES];

  for (guint i = 0; i < N_TIMES; i++)
    {
      double begun = get_milliseconds ();

      gtk_widget_activate_action (GTK_WIDGET (window->review), action,
                                  g_str_has_prefix (action, "review.n") ? NULL : "u",
                                  KHATT_SLOT_NONE);
      times[i] = get_milliseconds () - begun;
      ui_sample_settle ();
    }
  qsort (times, N_TIMES, sizeof (double), compare_doubles);
  return times[N_TIMES / 2];
}

static double
measure_entering (KhattWindow *window)
{
  double begun = get_milliseconds ();

  khatt_window_set_mode (window, KHATT_MODE_REVIEW);
  return get_milliseconds () - begun;
}

static void
measure (KhattApplication *application, guint n_events)
{
  KhattWindow *window = open_window (application, n_events);
  const char *bar = n_events <= 100000 ? FRAME_BAR : "-";

  print (n_events, "change", measure_change (n_events), "-");
  print (n_events, "enter", measure_entering (window), bar);
  ui_sample_settle ();
  print (n_events, "next", measure_action (window, "review.next"), bar);
  print (n_events, "accept", measure_action (window, "review.accept"), bar);
  print (n_events, "dismiss", measure_action (window, "review.dismiss"), bar);
  khatt_timeline_mark_saved (khatt_document_get_timeline (khatt_window_get_document (window)));
  gtk_window_destroy (GTK_WINDOW (window));
  ui_sample_settle ();
}

int
main (int argc, char *argv[])
{
  guint most_events = argc > 1 ? (guint) atoi (argv[1]) : 1000000;
  KhattApplication *application;

  gtk_test_init (&argc, &argv, NULL);
  application = khatt_application_new (G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  for (guint n_events = 10000; n_events <= most_events; n_events *= 10)
    measure (application, n_events);
  return EXIT_SUCCESS;
}
