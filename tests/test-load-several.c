/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Loading more than one file: folders, articles together, documents that share ids. */

#include "load-sample.h"

#include "khatt-issue.h"
#include "khatt-limits.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

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
  const KhattLoadOptions options = { .lexicon = load_sample_lexicon (),
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
  write_into (folder, ".hidden.txt", load_sample_article);
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
  write_into (folder, "a.txt", load_sample_article);
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
  g_assert_cmpuint (load_sample_count (loaded), ==, 5);
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
      g_autofree char *found = load_sample_write (loaded->timeline);

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
  const KhattLoadOptions options = { .lexicon = load_sample_lexicon () };
  g_autoptr (GError) error = NULL;

  g_assert_null (khatt_load_files (files, 2, &options, NULL, &error));
  g_assert_error (error, KHATT_FILES_ERROR, KHATT_FILES_ERROR_FORMAT);
  remove_folder (folder);
  g_object_unref (files[0]);
  g_object_unref (files[1]);
}

static void
test_several_articles_make_one_timeline (void)
{
  GFile *files[3];
  const KhattLoadOptions options = { .lexicon = load_sample_lexicon (), .published = "2025-08-08" };
  g_autoptr (KhattLoaded) loaded = NULL;
  g_autoptr (KhattLoaded) back = NULL;
  g_autofree char *written = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *text = g_strdup_printf ("%s\nتقرير %u.\n", load_sample_article, i);

      files[i] = load_sample_make_file (".txt", text);
    }
  loaded = khatt_load_files (files, G_N_ELEMENTS (files), &options, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (khatt_timeline_get_n_articles (loaded->timeline), ==, 3);
  g_assert_cmpuint (load_sample_count (loaded), ==, 1); /* told of three times */
  g_assert_cmpuint (loaded->merged.n_merged, ==, 2);
  written = load_sample_write (loaded->timeline);
  back = load_sample_text (written, -1, "a.khatt", NULL, NULL);
  g_assert_cmpuint (back->issues->len, ==, 0); /* no id twice, every span in its own article */
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    load_sample_remove_file (&files[i]);
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
  GFile *files[2] = { load_sample_make_file (".khatt", one),
                      load_sample_make_file (".khatt", other) };
  g_autoptr (KhattLoaded) loaded = khatt_load_files (files, 2, NULL, NULL, NULL);

  load_sample_remove_file (&files[0]);
  load_sample_remove_file (&files[1]);
  g_assert_cmpuint (loaded->issues->len, ==, 0);
  return load_sample_write (loaded->timeline);
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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add_func ("/load-several/" path, function)
  ADD ("an-empty-folder-says-so", test_an_empty_folder_says_so);
  ADD ("a-folder-is-read", test_a_folder_is_read);
  ADD ("threads-change-nothing", test_threads_change_nothing);
  ADD ("a-folder-is-cancelled", test_a_folder_is_cancelled);
  ADD ("folders-within-folders", test_folders_within_folders);
  ADD ("a-named-file-must-be-usable", test_a_named_file_must_be_usable);
  ADD ("several-articles-make-one-timeline", test_several_articles_make_one_timeline);
  ADD ("documents-that-share-ids-are-merged", test_documents_that_share_ids_are_merged);
  return g_test_run ();
}
