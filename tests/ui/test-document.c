/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a window shows, loaded and saved. */

#include "khatt-document.h"

#include <glib/gstdio.h>
#include <string.h>

#include "khatt-issue.h"
#include "ui-sample.h"

typedef struct
{
  KhattDocument *document;
  char *folder;
  GAsyncResult *result;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->document = khatt_document_new ();
  fixture->folder = g_dir_make_tmp ("khatt-document-XXXXXX", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  g_clear_object (&fixture->result);
  g_assert_finalize_object (fixture->document);
  while ((name = g_dir_read_name (folder)))
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static GFile *
make_file (Fixture *fixture, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  if (text)
    g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return g_file_new_for_path (path);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Fixture *fixture = user_data;

  g_set_object (&fixture->result, result);
}

static gboolean
has_result (gpointer data)
{
  return ((Fixture *) data)->result != NULL;
}

static gboolean
load (Fixture *fixture, GFile *file, const char *published, GError **error)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

  g_list_store_append (files, file);
  g_clear_object (&fixture->result);
  khatt_document_load_async (fixture->document, G_LIST_MODEL (files), published, done_cb, fixture);
  g_assert_true (khatt_document_is_busy (fixture->document));
  ui_sample_wait (has_result, fixture);
  return khatt_document_load_finish (fixture->document, fixture->result, error);
}

static gboolean
save (Fixture *fixture, GFile *file, gboolean replaces_changes, GError **error)
{
  g_clear_object (&fixture->result);
  khatt_document_save_async (fixture->document, file, replaces_changes, done_cb, fixture);
  ui_sample_wait (has_result, fixture);
  return khatt_document_save_finish (fixture->document, fixture->result, error);
}

static const char timeline_text[] =
    "{\"format\":\"khatt-timeline\",\"version\":1,\"title\":\"Calls\",\n"
    "\"events\":[\n"
    "{\"id\":\"e1\",\"kind\":\"call\",\"title\":\"One\",\"date\":\"2025-08-08\"},\n"
    "{\"id\":\"e2\",\"kind\":\"meeting\",\"title\":\"Two\",\"date\":\"2025-08-09\"}\n"
    "]}\n";

static guint
count_events (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (khatt_document_get_timeline (fixture->document)));
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
  g_assert_true (khatt_document_is_empty (fixture->document));
  g_assert_false (khatt_document_is_modified (fixture->document));
  g_assert_false (khatt_document_is_busy (fixture->document));
  g_assert_null (khatt_document_get_file (fixture->document));
  g_assert_cmpint (khatt_document_get_save_state (fixture->document), ==, KHATT_SAVE_NEEDS_NAME);
  g_assert_cmpstr (khatt_document_get_name (fixture->document), ==, "New timeline");
}

static void
test_load (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = make_file (fixture, "calls.khatt", timeline_text);
  g_autoptr (GError) error = NULL;

  g_assert_true (load (fixture, file, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_events (fixture), ==, 2);
  g_assert_cmpstr (khatt_document_get_name (fixture->document), ==, "Calls");
  g_assert_true (g_file_equal (khatt_document_get_file (fixture->document), file));
  g_assert_cmpint (khatt_document_get_save_state (fixture->document), ==, KHATT_SAVE_IN_PLACE);
  g_assert_false (khatt_document_is_modified (fixture->document));
  g_assert_false (khatt_document_is_busy (fixture->document));
}

static void
test_article (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = make_file (fixture, "news.txt", UI_SAMPLE_TEXT);
  g_autoptr (GError) error = NULL;

  g_assert_true (load (fixture, file, "2025-08-08", &error));
  g_assert_no_error (error);
  g_assert_cmpuint (khatt_timeline_get_n_articles (khatt_document_get_timeline (fixture->document)),
                    ==, 1);
  /* The article's file is never written over. */
  g_assert_null (khatt_document_get_file (fixture->document));
  g_assert_nonnull (khatt_document_get_folder (fixture->document));
  g_assert_cmpint (khatt_document_get_save_state (fixture->document), ==, KHATT_SAVE_NEEDS_NAME);
  g_assert_false (khatt_document_is_modified (fixture->document));
}

static void
test_text (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  khatt_document_read_text_async (fixture->document, UI_SAMPLE_TEXT, done_cb, fixture);
  ui_sample_wait (has_result, fixture);
  g_assert_true (khatt_document_load_finish (fixture->document, fixture->result, &error));
  g_assert_no_error (error);
  g_assert_false (khatt_document_is_empty (fixture->document));
  /* Kept nowhere else. */
  g_assert_true (khatt_document_is_modified (fixture->document));
}

/* Candidates for the day of publication end with today, which a test sets. */
static void
test_today (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    gint64 year;
    const char *first;
  } cases[] = { { 2026, "2025-08-07" }, { 2020, "2014-08-07" } };
  g_autoptr (GFile) file =
      make_file (fixture, "news.txt", "زار الوزير التركي دمشق اليوم الخميس 7 آب.\n");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const KhattArticle *article;
      const KhattCandidate *candidate;

      khatt_document_set_today (fixture->document, khatt_days_from_civil (cases[i].year, 1, 1));
      g_assert_true (load (fixture, file, NULL, NULL));
      article = khatt_timeline_get_article (khatt_document_get_timeline (fixture->document), 0);
      candidate = article->candidates->pdata[0];
      g_assert_cmpstr (candidate->date, ==, cases[i].first);
    }
}

static void
test_bad_files (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) missing = make_file (fixture, "missing.khatt", NULL);
  g_autofree char *folder_name = g_build_filename (fixture->folder, "empty", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (folder_name);
  g_autoptr (GFile) good = make_file (fixture, "calls.khatt", timeline_text);
  GFile *files[] = { missing, folder };

  g_assert_true (g_file_make_directory (folder, NULL, NULL));
  g_assert_true (load (fixture, good, NULL, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (load (fixture, files[i], NULL, &error));
      g_assert_nonnull (error);
      g_assert_cmpuint (strlen (error->message), >, 0);
      /* What was there is still there. */
      g_assert_cmpuint (count_events (fixture), ==, 2);
      g_assert_false (khatt_document_is_busy (fixture->document));
    }
  g_assert_true (g_file_delete (folder, NULL, NULL));
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = make_file (fixture, "calls.khatt", timeline_text);
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GError) error = NULL;

  g_list_store_append (files, file);
  khatt_document_load_async (fixture->document, G_LIST_MODEL (files), NULL, done_cb, fixture);
  khatt_document_cancel (fixture->document);
  g_assert_false (khatt_document_is_busy (fixture->document));
  ui_sample_wait (has_result, fixture);
  g_assert_false (khatt_document_load_finish (fixture->document, fixture->result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (khatt_document_is_empty (fixture->document));
}

static void
test_save (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = make_file (fixture, "calls.khatt", timeline_text);
  g_autoptr (GFile) other = make_file (fixture, "other.khatt", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (load (fixture, file, NULL, NULL));
  khatt_timeline_set_title (khatt_document_get_timeline (fixture->document), "Renamed");
  g_assert_true (khatt_document_is_modified (fixture->document));
  g_assert_true (save (fixture, other, TRUE, &error));
  g_assert_no_error (error);
  g_assert_false (khatt_document_is_modified (fixture->document));
  g_assert_true (g_file_equal (khatt_document_get_file (fixture->document), other));
  g_assert_true (load (fixture, other, NULL, &error));
  g_assert_cmpstr (khatt_document_get_name (fixture->document), ==, "Renamed");
  g_assert_cmpuint (count_events (fixture), ==, 2);
}

static void
test_save_twice (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = make_file (fixture, "calls.khatt", timeline_text);
  g_autoptr (GError) error = NULL;

  g_assert_true (load (fixture, file, NULL, NULL));
  for (int i = 0; i < 2; i++)
    {
      g_autofree char *title = g_strdup_printf ("Title %d", i);

      khatt_timeline_set_title (khatt_document_get_timeline (fixture->document), title);
      g_assert_true (save (fixture, file, FALSE, &error));
      g_assert_no_error (error);
    }
}

static void
test_conflict (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = make_file (fixture, "calls.khatt", timeline_text);
  g_autofree char *longer = g_strconcat (timeline_text, "\n\n", NULL);
  g_autoptr (GFile) changed = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (load (fixture, file, NULL, NULL));
  khatt_timeline_set_title (khatt_document_get_timeline (fixture->document), "Mine");
  changed = make_file (fixture, "calls.khatt", longer);
  /* The clock of files may be too coarse for what happens within one test. */
  g_assert_true (g_file_set_attribute_uint64 (changed, G_FILE_ATTRIBUTE_TIME_MODIFIED, 1000000000,
                                              G_FILE_QUERY_INFO_NONE, NULL, NULL));
  g_assert_false (save (fixture, file, FALSE, &error));
  g_assert_error (error, KHATT_FILES_ERROR, KHATT_FILES_ERROR_CHANGED_ON_DISK);
  g_assert_true (khatt_document_is_modified (fixture->document));
  g_clear_error (&error);
  g_assert_true (save (fixture, file, TRUE, &error));
  g_assert_no_error (error);
}

static void
test_losses (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file =
      make_file (fixture, "calls.khatt",
                 "{\"format\":\"khatt-timeline\",\"version\":1,\n\"events\":[\n"
                 "{\"id\":\"e1\",\"kind\":\"call\",\"date\":\"2025-08-08\"},\n"
                 "{\"id\":\"e2\",\"kind\":\"call\",\"date\":\"2025-02-31\"}\n]}\n");
  GPtrArray *issues;

  g_assert_true (load (fixture, file, NULL, NULL));
  issues = khatt_document_get_issues (fixture->document);
  g_assert_nonnull (issues);
  g_assert_cmpuint (issues->len, >=, 1);
  g_assert_cmpint (((KhattIssue *) issues->pdata[0])->line, ==, 4);
}

static void
test_file_names (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = make_file (fixture, "august calls.khatt", timeline_text);
  g_autofree char *first = khatt_document_dup_file_name (fixture->document, ".khatt");
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;

  g_assert_cmpstr (first, ==, "New timeline.khatt");
  khatt_timeline_set_title (khatt_document_get_timeline (fixture->document), "a/b: c?");
  second = khatt_document_dup_file_name (fixture->document, ".png");
  g_assert_cmpstr (second, ==, "a-b- c-.png");
  g_assert_true (load (fixture, file, NULL, NULL));
  third = khatt_document_dup_file_name (fixture->document, ".svg");
  g_assert_cmpstr (third, ==, "august calls.svg");
}

static void
count_cb (gpointer instance, guint *count)
{
  (*count)++;
}

static void
note_cb (GObject *object, GParamSpec *pspec, guint *count)
{
  (*count)++;
}

static void
test_signals (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = make_file (fixture, "calls.khatt", timeline_text);
  guint n_loaded = 0;
  guint n_modified = 0;

  g_signal_connect (fixture->document, "loaded", G_CALLBACK (count_cb), &n_loaded);
  g_assert_true (load (fixture, file, NULL, NULL));
  g_assert_cmpuint (n_loaded, ==, 1);
  g_signal_connect (fixture->document, "notify::is-modified", G_CALLBACK (note_cb), &n_modified);
  khatt_timeline_set_title (khatt_document_get_timeline (fixture->document), "A");
  khatt_timeline_set_title (khatt_document_get_timeline (fixture->document), "B");
  g_assert_cmpuint (n_modified, ==, 1);
  g_assert_true (save (fixture, file, FALSE, NULL));
  g_assert_cmpuint (n_modified, ==, 2);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/document/is-new", test_new);
  ADD ("/document/loads-a-timeline", test_load);
  ADD ("/document/an-article-has-no-file-to-save-to", test_article);
  ADD ("/document/pasted-text-is-not-saved-yet", test_text);
  ADD ("/document/no-article-is-published-after-today", test_today);
  ADD ("/document/what-holds-nothing-changes-nothing", test_bad_files);
  ADD ("/document/a-load-can-be-cancelled", test_cancel);
  ADD ("/document/saves-and-loads-again", test_save);
  ADD ("/document/its-own-save-is-no-conflict", test_save_twice);
  ADD ("/document/a-change-on-disk-is-one", test_conflict);
  ADD ("/document/says-what-could-not-be-read", test_losses);
  ADD ("/document/suggests-file-names", test_file_names);
  ADD ("/document/notifies", test_signals);
  return g_test_run ();
}
