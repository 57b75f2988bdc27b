/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Loading: what is no file, what does not end, what is cancelled, several files, threads; articles.
 */

#include "khatt-date-cache.h"
#include "khatt-encoding.h"
#include "khatt-issue.h"
#include "khatt-lexicon-files.h"
#include "khatt-limits.h"
#include "khatt-load.h"
#include "khatt-save.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static KhattLexicon *lexicon;

static const char article_text[] =
    "أجرى الرئيس الروسي فلاديمير بوتين، الجمعة، اتصالًا هاتفيًا مع نظيره الصيني شي جين بينغ.\n"
    "وأعلن الكرملين أن الجانبين بحثا العلاقات الثنائية.\n";

static KhattLoaded *
load_text (const char *text, gssize length, const char *name, const char *published, GError **error)
{
  const KhattLoadOptions options = { .lexicon = lexicon, .published = published };
  g_autoptr (GBytes) bytes = g_bytes_new (text, length < 0 ? strlen (text) : (gsize) length);

  return khatt_load_bytes (bytes, name, &options, NULL, error);
}

static char *
write_document (KhattTimeline *timeline)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);
  g_autoptr (GBytes) bytes = khatt_save_bytes (snapshot, "khatt", NULL, NULL);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static guint
count_events (const KhattLoaded *loaded)
{
  return g_list_model_get_n_items (G_LIST_MODEL (loaded->timeline));
}

/* ---- What is no file ---- */

static char *
make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *path = g_dir_make_tmp ("khatt-XXXXXX", &error);

  g_assert_no_error (error);
  return path;
}

static void
write_into (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

/* Deepest first. */
static void
remove_folder (const char *path)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (paths, g_strdup (path));
  for (guint i = 0; i < paths->len; i++)
    {
      g_autoptr (GDir) dir = g_dir_open (g_ptr_array_index (paths, i), 0, NULL);
      const char *name;

      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        {
          char *entry = g_build_filename (g_ptr_array_index (paths, i), name, NULL);

          if (g_file_test (entry, G_FILE_TEST_IS_DIR) &&
              !g_file_test (entry, G_FILE_TEST_IS_SYMLINK))
            g_ptr_array_add (paths, entry);
          else
            {
              g_remove (entry);
              g_free (entry);
            }
        }
    }
  for (guint i = paths->len; i-- > 0;)
    g_rmdir (g_ptr_array_index (paths, i));
}

static KhattLoaded *
load_folder (const char *path, guint n_jobs, GCancellable *cancellable, GError **error)
{
  const KhattLoadOptions options = { .lexicon = lexicon,
                                     .published = "2025-08-08",
                                     .n_jobs = n_jobs };
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return khatt_load_files (&file, 1, &options, cancellable, error);
}

static void
test_an_empty_folder_says_so (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (GError) error = NULL;

  write_into (folder, "picture.png", "x");
  write_into (folder, ".hidden.txt", article_text);
  g_assert_null (load_folder (folder, 1, NULL, &error));
  g_assert_error (error, KHATT_FILES_ERROR, KHATT_FILES_ERROR_FORMAT);
  g_assert_nonnull (strstr (error->message, "folder"));
  remove_folder (folder);
}

/* Articles, a page, a table and a document, in folders and folders in them; a link that leads in a
 * circle; a file that nothing can be made of. */
static char *
make_mixed_folder (void)
{
  char *folder = make_folder ();
  g_autofree char *circle = g_build_filename (folder, "b", "circle", NULL);

  write_into (folder, "b/2.txt",
              "التقى الرئيس الروسي فلاديمير بوتين، الخميس، رئيس الصين شي جين بينغ في موسكو.\n");
  write_into (folder, "b/10.html",
              "<title>خبر</title><p>التقى وزير الخارجية المصري بدر عبد العاطي، "
              "الأربعاء، نظيره التركي هاكان فيدان في أنقرة.</p>");
  write_into (folder, "a.txt", article_text);
  write_into (folder, "c/empty.txt", "");
  write_into (folder, "c/table.csv", "title,kind,date\nx,call,2025-01-01\n");
  write_into (folder, "c/d/e.khatt",
              "{\"format\":\"khatt-timeline\",\"version\":1,\"articles\":[],\"events\":[\n"
              "{\"id\":\"e1\",\"kind\":\"visit\",\"date\":\"2025-02-01\"}\n]}\n");
  g_assert_cmpint (symlink (folder, circle), ==, 0);
  return folder;
}

static void
test_a_folder_is_read (void)
{
  g_autofree char *folder = make_mixed_folder ();
  g_autoptr (GError) error = NULL;
  g_autoptr (KhattLoaded) loaded = load_folder (folder, 2, NULL, &error);
  const KhattIssue *issue;

  g_assert_no_error (error);
  g_assert_cmpuint (khatt_timeline_get_n_articles (loaded->timeline), ==, 3);
  g_assert_cmpuint (count_events (loaded), ==, 5);
  g_assert_cmpuint (loaded->issues->len, ==, 1);
  issue = g_ptr_array_index (loaded->issues, 0);
  g_assert_true (g_str_has_suffix (issue->file, "empty.txt"));
  g_assert_null (loaded->etag);
  g_assert_cmpstr (loaded->format, ==, "text");
  g_assert_false (khatt_timeline_is_modified (loaded->timeline));
  remove_folder (folder);
}

static void
test_threads_change_nothing (void)
{
  g_autofree char *folder = make_mixed_folder ();
  g_autofree char *expected = NULL;

  for (guint n_jobs = 1; n_jobs <= 8; n_jobs++)
    {
      g_autoptr (KhattLoaded) loaded = load_folder (folder, n_jobs, NULL, NULL);
      g_autofree char *found = write_document (loaded->timeline);

      if (expected == NULL)
        expected = g_strdup (found);
      g_assert_cmpstr (found, ==, expected);
    }
  remove_folder (folder);
}

static void
test_a_folder_is_cancelled (void)
{
  g_autofree char *folder = make_mixed_folder ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (load_folder (folder, 2, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  remove_folder (folder);
}

/* So deep, and not one deeper. */
static void
test_folders_within_folders (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (GString) name = g_string_new ("a.txt");
  g_autoptr (KhattLoaded) loaded = NULL;

  for (guint depth = 1; depth <= KHATT_LIMIT_FOLDERS + 1; depth++)
    {
      g_autofree char *text = g_strdup_printf ("نص رقم %u.\n", depth);

      write_into (folder, name->str, text);
      g_string_prepend (name, "d/");
    }
  loaded = load_folder (folder, 1, NULL, NULL);
  g_assert_cmpuint (khatt_timeline_get_n_articles (loaded->timeline), ==, KHATT_LIMIT_FOLDERS);
  remove_folder (folder);
}

static void
test_a_named_file_must_be_usable (void)
{
  g_autofree char *folder = make_mixed_folder ();
  g_autofree char *empty = g_build_filename (folder, "c", "empty.txt", NULL);
  GFile *files[] = { g_file_new_for_path (folder), g_file_new_for_path (empty) };
  const KhattLoadOptions options = { .lexicon = lexicon };
  g_autoptr (GError) error = NULL;

  g_assert_null (khatt_load_files (files, 2, &options, NULL, &error));
  g_assert_error (error, KHATT_FILES_ERROR, KHATT_FILES_ERROR_FORMAT);
  remove_folder (folder);
  g_object_unref (files[0]);
  g_object_unref (files[1]);
}

static void
test_a_file_that_is_not_there_is_named (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/at-all.khatt");
  g_autoptr (GError) error = NULL;

  g_assert_null (khatt_load_file (file, NULL, NULL, &error));
  g_assert_error (error, KHATT_FILES_ERROR, KHATT_FILES_ERROR_UNREADABLE);
  g_assert_nonnull (strstr (error->message, "/nowhere/at-all.khatt"));
}

static void
test_an_unreadable_file_says_so (void)
{
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  int descriptor = g_file_open_tmp ("khatt-XXXXXX.khatt", &path, NULL);

  close (descriptor);
  g_chmod (path, 0);
  file = g_file_new_for_path (path);
  if (g_access (path, R_OK) == 0)
    g_test_skip ("this user may read everything");
  else
    {
      g_assert_null (khatt_load_file (file, NULL, NULL, &error));
      g_assert_error (error, KHATT_FILES_ERROR, KHATT_FILES_ERROR_UNREADABLE);
    }
  g_unlink (path);
}

/* ---- Limits ---- */

static void
test_an_endless_pipe_is_stopped (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/dev/zero");
  const KhattLoadOptions options = { .format = "csv", .max_size = 3 * 1024 * 1024 };
  g_autoptr (GError) error = NULL;

  g_assert_null (khatt_load_file (file, &options, NULL, &error));
  g_assert_error (error, KHATT_FILES_ERROR, KHATT_FILES_ERROR_TOO_LARGE);
}

static void
test_the_size_limit_is_exact (void)
{
  const char text[] = "id,title\ne1,a\n";
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  KhattLoadOptions options = { .format = "csv", .max_size = (goffset) strlen (text) };
  g_autoptr (KhattLoaded) loaded = khatt_load_bytes (bytes, NULL, &options, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (loaded);
  options.max_size--;
  g_assert_null (khatt_load_bytes (bytes, NULL, &options, NULL, &error));
  g_assert_error (error, KHATT_FILES_ERROR, KHATT_FILES_ERROR_TOO_LARGE);
}

static void
test_an_article_has_a_limit_of_its_own (void)
{
  g_autofree char *text = g_malloc (KHATT_LIMIT_ARTICLE + 1);
  g_autoptr (KhattLoaded) loaded = NULL;
  g_autoptr (GError) error = NULL;

  memset (text, '\n', KHATT_LIMIT_ARTICLE + 1);
  text[0] = 'a';
  loaded = load_text (text, KHATT_LIMIT_ARTICLE, "a.txt", "2025-08-08", &error);
  g_assert_no_error (error);
  g_assert_nonnull (loaded);
  g_assert_null (load_text (text, KHATT_LIMIT_ARTICLE + 1, "a.txt", "2025-08-08", &error));
  g_assert_error (error, KHATT_FILES_ERROR, KHATT_FILES_ERROR_TOO_LARGE);
}

static void
test_a_quoted_field_has_a_limit (void)
{
  g_autoptr (GString) text = g_string_new ("id,title\ne1,\"");
  g_autoptr (KhattLoaded) right = NULL;
  g_autoptr (KhattLoaded) wrong = NULL;
  gsize length = KHATT_LIMIT_CSV_FIELD - strlen ("\"\"");

  for (gsize i = 0; i < length; i++)
    g_string_append_c (text, i % 60 == 59 ? '\n' : 'x');
  g_string_append (text, "\"\ne2,b\n");
  right = load_text (text->str, -1, "a.csv", NULL, NULL);
  g_assert_cmpuint (count_events (right), ==, 2);
  g_assert_cmpuint (right->issues->len, ==, 0);
  g_string_insert_c (text, (gssize) strlen ("id,title\ne1,\""), 'x');
  wrong = load_text (text->str, -1, "a.csv", NULL, NULL);
  g_assert_cmpuint (wrong->issues->len, >, 0);
}

static void
test_a_row_has_a_limit (void)
{
  g_autoptr (GString) text = g_string_new ("id,title\ne1,");
  g_autoptr (KhattLoaded) loaded = NULL;

  for (gsize i = 0; i < 4 * KHATT_LIMIT_CSV_ROW; i++)
    g_string_append_c (text, 'x');
  g_string_append (text, "\ne2,b\n");
  loaded = load_text (text->str, -1, "a.csv", NULL, NULL);
  g_assert_cmpuint (count_events (loaded), ==, 1);
  g_assert_cmpuint (khatt_timeline_find (loaded->timeline, "e2"), ==, 0);
  g_assert_cmpuint (loaded->issues->len, ==, 1);
  g_assert_cmpint (((KhattIssue *) g_ptr_array_index (loaded->issues, 0))->line, ==, 2);
}

static void
test_issues_beyond_the_limit_are_counted (void)
{
  g_autoptr (GString) text = g_string_new ("id,title\n");
  g_autoptr (KhattLoaded) exact = NULL;
  g_autoptr (KhattLoaded) more = NULL;

  g_string_append (text, "e1,a\n");
  for (guint i = 0; i < KHATT_LIMIT_ISSUES; i++)
    g_string_append (text, "e1,a\n");
  exact = load_text (text->str, -1, "a.csv", NULL, NULL);
  g_assert_cmpuint (exact->issues->len, ==, KHATT_LIMIT_ISSUES);
  g_string_append (text, "e1,a\ne1,a\n");
  more = load_text (text->str, -1, "a.csv", NULL, NULL);
  g_assert_cmpuint (more->issues->len, ==, KHATT_LIMIT_ISSUES + 1);
  g_assert_nonnull (strstr (
      ((KhattIssue *) g_ptr_array_index (more->issues, KHATT_LIMIT_ISSUES))->message, "2 more"));
  g_assert_cmpuint (count_events (more), ==, KHATT_LIMIT_ISSUES + 3);
}

static void
test_an_event_has_a_limit_of_actors (void)
{
  g_autoptr (GString) text = g_string_new ("id,actors\ne1,");
  g_autoptr (KhattLoaded) exact = NULL;
  g_autoptr (KhattLoaded) more = NULL;

  for (guint i = 0; i < KHATT_EVENT_MAX_ACTORS; i++)
    g_string_append_printf (text, "%sactor %u", i > 0 ? ";" : "", i);
  exact = load_text (text->str, -1, "a.csv", NULL, NULL);
  g_assert_cmpuint (exact->issues->len, ==, 0);
  g_string_append (text, ";one more");
  more = load_text (text->str, -1, "a.csv", NULL, NULL);
  g_assert_cmpuint (more->issues->len, ==, 1);
  g_assert_true (more->has_losses);
}

/* ---- Recognising ---- */

static void
test_the_format_is_recognised (void)
{
  static const struct
  {
    const char *text;
    const char *name;
    const char *format;
  } rows[] = {
    { " {\"format\":\"khatt-timeline\",\"version\":1,\"events\":[]}", NULL, "khatt" },
    { "{\"format\":\"khatt-timeline\",\"version\":1,\"events\":[]}", "a.txt", "khatt" },
    { "[{\"id\":\"e1\"}]", "a.json", "khatt" },
    { "id,title\ne1,a\n", NULL, "csv" },
    { "Title;Date\na;2025\n", "list", "csv" },
    { "title\tdate\na\t2025\n", "a.tsv", "csv" },
    { "title\na\n", "A.CSV", "csv" },
    { article_text, NULL, "text" },
    { article_text, "a.txt", "text" },
    { "[رويترز] قال الرئيس، أمس، كلامًا.\n", NULL, "text" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (KhattLoaded) loaded =
          load_text (rows[i].text, -1, rows[i].name, "2025-08-08", &error);

      g_assert_no_error (error);
      g_assert_cmpstr (loaded->format, ==, rows[i].format);
    }
}

static void
test_the_encoding_is_recognised (void)
{
  static const struct
  {
    const char *encoding;
    gboolean is_guess;
  } rows[] = {
    { "UTF-8", FALSE },       { "UTF-16LE", TRUE },   { "UTF-16BE", TRUE },
    { "WINDOWS-1256", TRUE }, { "ISO-8859-6", TRUE },
  };
  const char text[] = "قال وزير الخارجية في مؤتمر صحفي إن بلاده تدعم الحوار بين الطرفين.\n"
                      "وأضاف أن الاجتماع سيعقد في القاهرة يوم الجمعة المقبل.\n";

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gsize length = 0;
      g_autofree char *bytes = g_convert (text, -1, rows[i].encoding, "UTF-8", NULL, &length, NULL);
      KhattEncoding found;
      g_autoptr (KhattLoaded) loaded = NULL;

      g_assert_nonnull (bytes);
      found = khatt_encoding_detect ((const guint8 *) bytes, length, TRUE);
      g_assert_cmpint (g_ascii_strcasecmp (found.name, rows[i].encoding), ==, 0);
      g_assert_cmpint (found.is_guess, ==, rows[i].is_guess);
      loaded = load_text (bytes, (gssize) length, "a.txt", "2025-08-08", NULL);
      g_assert_cmpstr (khatt_timeline_get_article (loaded->timeline, 0)->text, ==, text);
      g_assert_cmpuint (loaded->issues->len, ==, rows[i].is_guess ? 1 : 0);
    }
}

static void
test_marks_win_over_guesses (void)
{
  static const struct
  {
    const char *bytes;
    gsize length;
    const char *name;
  } rows[] = {
    { "\xEF\xBB\xBFx", 4, "UTF-8" },          { "\xFF\xFEx\0", 4, "UTF-16LE" },
    { "\xFE\xFF\0x", 4, "UTF-16BE" },         { "\xFF\xFE\0\0x\0\0\0", 8, "UTF-32LE" },
    { "\0\0\xFE\xFF\0\0\0x", 8, "UTF-32BE" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      KhattEncoding found =
          khatt_encoding_detect ((const guint8 *) rows[i].bytes, rows[i].length, TRUE);

      g_assert_cmpstr (found.name, ==, rows[i].name);
      g_assert_false (found.is_guess);
    }
}

/* ---- Articles ---- */

static void
test_head_lines_are_no_part_of_the_text (void)
{
  g_autofree char *text = g_strconcat ("Title: مكالمة\nPUBLISHED: 2025-08-08\r\nPublisher: وكالة\n"
                                       "Address: https://example.org/\n\n",
                                       article_text, NULL);
  g_autoptr (KhattLoaded) loaded = load_text (text, -1, "a.txt", "1999-01-01", NULL);
  const KhattArticle *article = khatt_timeline_get_article (loaded->timeline, 0);

  g_assert_cmpstr (article->title, ==, "مكالمة");
  g_assert_cmpstr (article->published, ==, "2025-08-08");
  g_assert_cmpstr (article->publisher, ==, "وكالة");
  g_assert_cmpstr (article->address, ==, "https://example.org/");
  g_assert_cmpstr (article->text, ==, article_text);
  g_assert_cmpstr (khatt_timeline_get_title (loaded->timeline), ==, "مكالمة");
  g_assert_cmpint (khatt_timeline_get_direction (loaded->timeline), ==, KHATT_DIRECTION_RTL);
}

static void
test_a_first_paragraph_is_no_head (void)
{
  const char text[] = "Title: a\nقال الرئيس.\n\nنص\n";
  g_autoptr (KhattLoaded) loaded = load_text (text, -1, "a.txt", "2025-08-08", NULL);

  g_assert_cmpstr (khatt_timeline_get_article (loaded->timeline, 0)->text, ==, text);
}

static void
test_a_wrong_date_of_publication_is_an_issue (void)
{
  g_autofree char *text = g_strconcat ("Published: 2025-02-31\n\n", article_text, NULL);
  g_autoptr (KhattLoaded) loaded = load_text (text, -1, "a.txt", "2025-08-08", NULL);

  g_assert_cmpuint (loaded->issues->len, ==, 1);
  g_assert_cmpstr (khatt_timeline_get_article (loaded->timeline, 0)->published, ==, "2025-08-08");
}

static void
test_line_ends_become_line_feeds (void)
{
  g_autoptr (KhattLoaded) loaded =
      load_text ("\xEF\xBB\xBFقال\r\nوزير\rأمس\n", -1, "a.txt", "2025-08-08", NULL);

  g_assert_cmpstr (khatt_timeline_get_article (loaded->timeline, 0)->text, ==, "قال\nوزير\nأمس\n");
}

static void
test_nothing_to_read_is_an_error (void)
{
  static const char *const texts[] = { "", " \n\n", "...\n", "\xEF\xBB\xBF" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (load_text (texts[i], -1, "a.txt", NULL, &error));
      g_assert_error (error, KHATT_FILES_ERROR, KHATT_FILES_ERROR_FORMAT);
    }
}

/* A program, a picture: whatever its name says. Damage of a few NULs is not enough for that. */
static void
test_what_is_no_text_is_an_error (void)
{
  guint8 bytes[4096];
  g_autoptr (KhattLoaded) loaded = NULL;
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < sizeof bytes; i++)
    bytes[i] = (guint8) (i % 64 == 0 ? 0 : 0x80 + i % 0x7f);
  g_assert_null (load_text ((const char *) bytes, sizeof bytes, "a.txt", NULL, &error));
  g_assert_error (error, KHATT_FILES_ERROR, KHATT_FILES_ERROR_ENCODING);

  for (gsize i = 0; i < sizeof bytes; i++)
    bytes[i] = i == 100 ? 0 : 0xC7; /* an alef of Windows-1256 */
  loaded = load_text ((const char *) bytes, sizeof bytes, "a.txt", "2025-08-08", NULL);
  g_assert_nonnull (loaded);
}

static void
test_an_article_without_a_lexicon_is_an_error (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (article_text, strlen (article_text));
  g_autoptr (GError) error = NULL;

  g_assert_null (khatt_load_bytes (bytes, "a.txt", NULL, NULL, &error));
  g_assert_error (error, KHATT_FILES_ERROR, KHATT_FILES_ERROR_FORMAT);
}

static void
test_excerpts_are_what_stands_at_their_spans (void)
{
  g_autoptr (KhattLoaded) loaded = load_text (article_text, -1, "a.txt", "2025-08-08", NULL);
  g_autofree char *written = write_document (loaded->timeline);
  g_autoptr (KhattLoaded) back = load_text (written, -1, "a.khatt", NULL, NULL);
  g_autofree char *again = write_document (back->timeline);

  g_assert_cmpuint (count_events (loaded), >, 0);
  g_assert_nonnull (strstr (written, "\"span\":["));
  /* Reading compares each excerpt with its span. */
  g_assert_cmpuint (back->issues->len, ==, 0);
  g_assert_cmpstr (again, ==, written);
}

static void
test_answering_the_date_dates_the_events (void)
{
  g_autoptr (KhattLoaded) loaded = load_text (article_text, -1, "a.txt", NULL, NULL);
  g_autoptr (KhattSnapshot) before = khatt_timeline_ref_snapshot (loaded->timeline);
  g_autoptr (KhattSnapshot) after = NULL;
  g_autoptr (KhattEventData) changed = khatt_snapshot_dup_event (before, 0);
  g_autofree char *written = write_document (loaded->timeline);
  g_autofree char *undone = NULL;

  g_assert_cmpuint (khatt_snapshot_get_n_dated (before), ==, 0);
  khatt_load_answer_published (loaded->timeline, "a1", "2025-08-08", lexicon);
  after = khatt_timeline_ref_snapshot (loaded->timeline);
  g_assert_cmpuint (khatt_snapshot_get_n_dated (after), ==, khatt_snapshot_get_n_events (before));
  g_assert_cmpstr (khatt_snapshot_get_record (after, 0)->id, ==, changed->id);
  khatt_timeline_undo (loaded->timeline);
  undone = write_document (loaded->timeline);
  g_assert_cmpstr (undone, ==, written);
  g_assert_false (khatt_timeline_can_undo (loaded->timeline));
}

static void
test_answering_keeps_what_a_person_changed (void)
{
  g_autoptr (KhattLoaded) loaded = load_text (article_text, -1, "a.txt", NULL, NULL);
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (loaded->timeline);
  g_autoptr (KhattEventData) changed = khatt_snapshot_dup_event (snapshot, 0);
  g_autoptr (KhattEventData) answered = NULL;

  g_free (changed->title);
  changed->title = g_strdup ("my own title");
  changed->read = g_strdup ("{\"title\":\"\"}");
  khatt_timeline_change (loaded->timeline, 0, changed);
  khatt_load_answer_published (loaded->timeline, "a1", "2025-08-08", lexicon);
  khatt_snapshot_unref (g_steal_pointer (&snapshot));
  snapshot = khatt_timeline_ref_snapshot (loaded->timeline);
  answered = khatt_snapshot_dup_event (snapshot, 0);
  g_assert_cmpstr (answered->title, ==, "my own title");
  g_assert_true (khatt_date_is_known (&answered->date));
}

/* ---- Several files, threads ---- */

static GFile *
write_temporary (const char *suffix, const char *text)
{
  g_autofree char *pattern = g_strconcat ("khatt-XXXXXX", suffix, NULL);
  g_autofree char *path = NULL;
  int descriptor = g_file_open_tmp (pattern, &path, NULL);

  g_assert_cmpint (descriptor, >=, 0);
  close (descriptor);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return g_file_new_for_path (path);
}

static void
remove_file (GFile **file)
{
  g_file_delete (*file, NULL, NULL);
  g_object_unref (*file);
}

static void
test_several_articles_make_one_timeline (void)
{
  GFile *files[3];
  const KhattLoadOptions options = { .lexicon = lexicon, .published = "2025-08-08" };
  g_autoptr (KhattLoaded) loaded = NULL;
  g_autoptr (KhattLoaded) back = NULL;
  g_autofree char *written = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *text = g_strdup_printf ("%s\nتقرير %u.\n", article_text, i);

      files[i] = write_temporary (".txt", text);
    }
  loaded = khatt_load_files (files, G_N_ELEMENTS (files), &options, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (khatt_timeline_get_n_articles (loaded->timeline), ==, 3);
  g_assert_cmpuint (count_events (loaded), ==, 1); /* told of three times */
  g_assert_cmpuint (loaded->merged.n_merged, ==, 2);
  written = write_document (loaded->timeline);
  back = load_text (written, -1, "a.khatt", NULL, NULL);
  g_assert_cmpuint (back->issues->len, ==, 0); /* no id twice, every span in its own article */
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    remove_file (&files[i]);
}

static guint n_lexicons_asked;

static const KhattLexicon *
count_lexicon (void)
{
  n_lexicons_asked++;
  return lexicon;
}

static void
test_only_articles_ask_for_the_lexicon (void)
{
  static const struct
  {
    const char *name;
    const char *text;
    guint n_asked;
  } cases[] = {
    { "a.khatt", "{\"format\":\"khatt-timeline\",\"version\":1,\"events\":[]}\n", 0 },
    { "a.csv", "kind,date\ncall,2025-08-08\n", 0 },
    { "a.txt", article_text, 1 },
  };
  const KhattLoadOptions options = { .get_lexicon = count_lexicon };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].text, strlen (cases[i].text));
      g_autoptr (GError) error = NULL;
      g_autoptr (KhattLoaded) loaded = NULL;

      n_lexicons_asked = 0;
      loaded = khatt_load_bytes (bytes, cases[i].name, &options, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (n_lexicons_asked, ==, cases[i].n_asked);
    }
}

static char *
load_two_documents (const char *text, const char *other_text)
{
  const char document[] = "{\"format\":\"khatt-timeline\",\"version\":1,\n\"articles\":[\n"
                          "{\"id\":\"a1\",\"text\":\"%s\"}\n],\n\"events\":[\n"
                          "{\"id\":\"e1\",\"kind\":\"call\",\"sources\":[{\"article\":\"a1\","
                          "\"span\":[1,3],\"excerpt\":\"لا\"}]}\n]}\n";
  g_autofree char *one = g_strdup_printf (document, text);
  g_autofree char *other = g_strdup_printf (document, other_text);
  GFile *files[2] = { write_temporary (".khatt", one), write_temporary (".khatt", other) };
  g_autoptr (KhattLoaded) loaded = khatt_load_files (files, 2, NULL, NULL, NULL);

  remove_file (&files[0]);
  remove_file (&files[1]);
  g_assert_cmpuint (loaded->issues->len, ==, 0);
  return write_document (loaded->timeline);
}

static void
test_documents_that_share_ids_are_merged (void)
{
  g_autofree char *different = load_two_documents ("سلام", "كلام");
  g_autofree char *same = load_two_documents ("سلام", "سلام");

  g_assert_nonnull (strstr (different, "{\"article\":\"a2\",\"span\":[1,3]"));
  g_assert_nonnull (strstr (different, "{\"id\":\"e1-2\""));
  g_assert_null (strstr (same, "\"a2\""));
  g_assert_null (strstr (same, "e1-2"));
}

typedef struct
{
  KhattLoaded *loaded;
  GError *error;
  guint n_ticks;
  goffset done;
  goffset total;
  GCancellable *cancellable;
  gboolean is_over;
} Async;

static void
progress_cb (goffset done, goffset total, gpointer data)
{
  Async *async = data;

  g_assert_false (async->is_over);
  g_assert_cmpint (done, >, async->done);
  async->done = done;
  async->total = total;
  async->n_ticks++;
  if (async->cancellable != NULL)
    g_cancellable_cancel (async->cancellable);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Async *async = data;

  async->loaded = khatt_load_finish (result, &async->error);
  async->is_over = TRUE;
}

static GFile *
write_large_table (void)
{
  g_autoptr (GString) text = g_string_new ("id,title,date\n");

  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (text, "e%u,title of %u,2025-08-%02u\n", i, i, i % 28 + 1);
  return write_temporary (".csv", text->str);
}

static void
test_loading_in_a_thread_tells_its_progress (void)
{
  GFile *file = write_large_table ();
  Async async = { NULL };

  khatt_load_async (&file, 1, NULL, progress_cb, &async, NULL, loaded_cb, &async);
  while (!async.is_over)
    g_main_context_iteration (NULL, TRUE);
  g_assert_no_error (async.error);
  g_assert_cmpuint (count_events (async.loaded), ==, 100000);
  g_assert_cmpuint (async.n_ticks, >, 0);
  g_assert_cmpint (async.done, <=, async.total);
  g_assert_nonnull (async.loaded->etag);
  while (g_main_context_iteration (NULL, FALSE))
    ; /* no tick comes after the result */
  khatt_loaded_free (async.loaded);
  remove_file (&file);
}

static void
test_loading_can_be_cancelled (void)
{
  GFile *file = write_large_table ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Async async = { .cancellable = cancellable };

  khatt_load_async (&file, 1, NULL, progress_cb, &async, cancellable, loaded_cb, &async);
  while (!async.is_over)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (async.loaded);
  g_assert_error (async.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (async.n_ticks, ==, 1);
  g_error_free (async.error);
  remove_file (&file);
}

static void
test_what_was_loaded_is_saved_and_has_no_past (void)
{
  g_autoptr (KhattLoaded) loaded = load_text ("id,title\ne1,a\n", -1, "a.csv", NULL, NULL);

  g_assert_false (khatt_timeline_is_modified (loaded->timeline));
  g_assert_false (khatt_timeline_can_undo (loaded->timeline));
}

/* ---- The cache of dates ---- */

static void
test_cached_dates_are_parsed_dates (void)
{
  static const char *const texts[] = {
    "2025-08-08",
    "2025-08-08/2025-08-10",
    "2025-08-08/2025-08-08",
    "2025-08-10/2025-08-08",
    "2024-12-31/2025-01-01",
    "2025-02-30/2025-03-01",
    "2025-08/2025-09",
    "0001-01-01/0002-01-01",
    "2025-08-XX/2025-09-01",
    "2025-08-1X/2025-09-01",
    "-2025-1-1",
    "",
    "2025-08-08?/2025-08-10",
    "[2025-08-01..2025-08-03]",
    "2025-08-08T10:00:00Z/2025-08-09T10:00:00Z",
  };
  KhattDateCache *cache = khatt_date_cache_new ();

  for (guint i = 0; i < 2 * G_N_ELEMENTS (texts); i++)
    {
      const char *text = texts[i % G_N_ELEMENTS (texts)];
      KhattDate expected = KHATT_DATE_NONE;
      KhattDate found = KHATT_DATE_NONE;
      gboolean is_right = khatt_date_parse (text, -1, &expected, NULL);

      g_assert_cmpint (khatt_date_cache_parse (cache, text, &found, NULL), ==, is_right);
      if (is_right)
        {
          g_assert_true (khatt_date_equal (&expected, &found));
          g_assert_cmpint (expected.flags, ==, found.flags);
        }
    }
  khatt_date_cache_free (cache);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  lexicon = khatt_lexicon_load ("ar", NULL);
#define ADD(path, function) g_test_add_func ("/load/" path, function)
  g_test_add_func ("/load/an-empty-folder-says-so", test_an_empty_folder_says_so);
  g_test_add_func ("/load/a-folder-is-read", test_a_folder_is_read);
  g_test_add_func ("/load/threads-change-nothing", test_threads_change_nothing);
  g_test_add_func ("/load/a-folder-is-cancelled", test_a_folder_is_cancelled);
  g_test_add_func ("/load/folders-within-folders", test_folders_within_folders);
  g_test_add_func ("/load/a-named-file-must-be-usable", test_a_named_file_must_be_usable);
  ADD ("a-file-that-is-not-there-is-named", test_a_file_that_is_not_there_is_named);
  ADD ("an-unreadable-file-says-so", test_an_unreadable_file_says_so);
  ADD ("an-endless-pipe-is-stopped", test_an_endless_pipe_is_stopped);
  ADD ("the-size-limit-is-exact", test_the_size_limit_is_exact);
  ADD ("an-article-has-a-limit-of-its-own", test_an_article_has_a_limit_of_its_own);
  ADD ("a-quoted-field-has-a-limit", test_a_quoted_field_has_a_limit);
  ADD ("a-row-has-a-limit", test_a_row_has_a_limit);
  ADD ("issues-beyond-the-limit-are-counted", test_issues_beyond_the_limit_are_counted);
  ADD ("an-event-has-a-limit-of-actors", test_an_event_has_a_limit_of_actors);
  ADD ("the-format-is-recognised", test_the_format_is_recognised);
  ADD ("the-encoding-is-recognised", test_the_encoding_is_recognised);
  ADD ("marks-win-over-guesses", test_marks_win_over_guesses);
  ADD ("head-lines-are-no-part-of-the-text", test_head_lines_are_no_part_of_the_text);
  ADD ("a-first-paragraph-is-no-head", test_a_first_paragraph_is_no_head);
  ADD ("a-wrong-date-of-publication-is-an-issue", test_a_wrong_date_of_publication_is_an_issue);
  ADD ("line-ends-become-line-feeds", test_line_ends_become_line_feeds);
  ADD ("nothing-to-read-is-an-error", test_nothing_to_read_is_an_error);
  ADD ("what-is-no-text-is-an-error", test_what_is_no_text_is_an_error);
  ADD ("an-article-without-a-lexicon-is-an-error", test_an_article_without_a_lexicon_is_an_error);
  ADD ("excerpts-are-what-stands-at-their-spans", test_excerpts_are_what_stands_at_their_spans);
  ADD ("answering-the-date-dates-the-events", test_answering_the_date_dates_the_events);
  ADD ("answering-keeps-what-a-person-changed", test_answering_keeps_what_a_person_changed);
  ADD ("several-articles-make-one-timeline", test_several_articles_make_one_timeline);
  ADD ("only-articles-ask-for-the-lexicon", test_only_articles_ask_for_the_lexicon);
  ADD ("documents-that-share-ids-are-merged", test_documents_that_share_ids_are_merged);
  ADD ("in-a-thread-tells-its-progress", test_loading_in_a_thread_tells_its_progress);
  ADD ("can-be-cancelled", test_loading_can_be_cancelled);
  ADD ("what-was-loaded-is-saved-and-has-no-past", test_what_was_loaded_is_saved_and_has_no_past);
  ADD ("cached-dates-are-parsed-dates", test_cached_dates_are_parsed_dates);
  status = g_test_run ();
  khatt_lexicon_unref (lexicon);
  return status;
}
