/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Readers against files: tests/data/files/NAME.in is read as the format that the suffix of NAME
 * says, and what came out is compared with NAME.expected: the issues, then the document. With
 * KHATT_TEST_UPDATE set the expectations are written anew. Every file is read a second time with
 * its text cut into single characters. */

#include "khatt-decoder.h"
#include "khatt-issue.h"
#include "khatt-loading.h"
#include "khatt-save.h"

#include <string.h>

static void
dump_issues (GString *text, const GPtrArray *issues)
{
  for (guint i = 0; i < issues->len; i++)
    {
      KhattIssue *issue = g_ptr_array_index (issues, i);
      g_autofree char *line = NULL;

      g_clear_pointer (&issue->file, g_free);
      line = khatt_issue_to_string (issue);
      g_string_append_printf (text, "issue %s\n", line);
    }
}

static void
dump_timeline (GString *text, KhattTimeline *timeline)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);
  g_autoptr (GBytes) bytes = khatt_save_bytes (snapshot, "khatt", NULL, NULL);

  g_string_append_len (text, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
}

static void
dump_error (GString *text, const GError *error)
{
  g_assert_true (error->domain == KHATT_FILES_ERROR);
  g_string_append_printf (text, "error %d %s\n", error->code, error->message);
}

static char *
load_whole (GBytes *bytes, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KhattLoaded) loaded = khatt_load_bytes (bytes, name, NULL, NULL, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  if (loaded == NULL)
    {
      dump_error (text, error);
      return g_string_free (g_steal_pointer (&text), FALSE);
    }
  g_string_append_printf (text, "format %s%s%s\n", loaded->format,
                          loaded->has_losses ? ", losses" : "",
                          loaded->is_read_only ? ", read only" : "");
  dump_issues (text, loaded->issues);
  dump_timeline (text, loaded->timeline);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* ---- Character by character ---- */

static gboolean
append_text (const char *text, gsize length, gpointer data)
{
  g_string_append_len (data, text, (gssize) length);
  return TRUE;
}

static gboolean
feed_characters (const KhattReaderClass *reader_class, gpointer reader, const GString *text)
{
  for (const char *at = text->str; at < text->str + text->len; at = g_utf8_next_char (at))
    {
      if (!reader_class->feed (reader, at, (gsize) (g_utf8_next_char (at) - at)))
        return FALSE;
    }
  return TRUE;
}

static char *
load_characters (GBytes *bytes, const KhattReaderClass *reader_class)
{
  g_autoptr (KhattTimeline) timeline = khatt_timeline_new ();
  g_autoptr (GPtrArray) issues = khatt_issues_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) result = g_string_new (NULL);
  g_autoptr (KhattDecoder) decoder = khatt_decoder_new (NULL, issues, append_text, text);
  g_autoptr (GError) error = NULL;
  const KhattLoadOptions options = { 0 };
  KhattLoading loading;
  gpointer reader;

  khatt_decoder_feed (decoder, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  khatt_decoder_finish (decoder);
  khatt_loading_init (&loading, timeline, issues);
  loading.options = &options;
  reader = reader_class->begin (&loading);
  khatt_timeline_begin_bulk (timeline);
  feed_characters (reader_class, reader, text);
  if (!reader_class->finish (reader, &error))
    dump_error (result, error);
  khatt_timeline_end_bulk (timeline);
  khatt_loading_resolve (&loading);
  reader_class->free (reader);
  khatt_loading_clear (&loading);
  if (error == NULL)
    {
      khatt_timeline_set_direction (timeline, KHATT_DIRECTION_LTR);
      dump_issues (result, issues);
      dump_timeline (result, timeline);
    }
  return g_string_free (g_steal_pointer (&result), FALSE);
}

/* The dump without the line of its own that only loading a whole file gives, and without a
 * direction. */
static char *
strip_head (const char *dump)
{
  const char *lf = strchr (dump, '\n');
  g_auto (GStrv) parts = NULL;

  if (!g_str_has_prefix (dump, "format "))
    {
      const char *name_end = strstr (dump, "in: ");

      /* An error names the file. */
      return name_end == NULL ? g_strdup (dump)
                              : g_strdup_printf ("%.*s%s", (int) strlen ("error 1 "), dump,
                                                 name_end + strlen ("in: "));
    }
  parts = g_strsplit (lf + 1, ",\"direction\":\"rtl\"", 2);
  return g_strjoinv ("", parts);
}

static const KhattReaderClass *
get_reader_class (const char *name)
{
  return g_str_has_suffix (name, ".csv.in") ? &khatt_csv_reader : &khatt_document_reader;
}

static void
test_pair (gconstpointer data)
{
  const char *name = data;
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "files", name, NULL);
  g_autofree char *stem = g_strndup (path, strlen (path) - strlen (".in"));
  g_autofree char *stem_name = g_strndup (name, strlen (name) - strlen (".in"));
  g_autofree char *expected_path = g_strconcat (stem, ".expected", NULL);
  g_autofree char *expected = NULL;
  g_autofree char *found = NULL;
  g_autofree char *whole = NULL;
  g_autofree char *in_characters = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *contents;
  gsize length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  bytes = g_bytes_new_take (contents, length);
  found = load_whole (bytes, stem_name);
  if (g_getenv ("KHATT_TEST_UPDATE") != NULL)
    g_assert_true (g_file_set_contents (expected_path, found, -1, NULL));
  g_assert_true (g_file_get_contents (expected_path, &expected, NULL, NULL));
  g_assert_cmpstr (found, ==, expected);

  in_characters = load_characters (bytes, get_reader_class (name));
  if (g_str_has_prefix (found, "error"))
    {
      g_assert_true (g_str_has_prefix (in_characters, "error"));
      return;
    }
  whole = strip_head (found);
  g_assert_cmpstr (in_characters, ==, whole);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = NULL;
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_test_init (&argc, &argv, NULL);
  folder = g_test_build_filename (G_TEST_DIST, "data", "files", NULL);
  dir = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      if (g_str_has_suffix (name, ".in"))
        g_ptr_array_add (names, g_strdup (name));
    }
  g_ptr_array_sort (names, compare_names);
  g_assert_cmpuint (names->len, >, 20);
  for (guint i = 0; i < names->len; i++)
    {
      const char *file_name = g_ptr_array_index (names, i);
      g_autofree char *path =
          g_strdup_printf ("/files/%.*s", (int) (strlen (file_name) - 3), file_name);

      g_test_add_data_func (path, file_name, test_pair);
    }
  return g_test_run ();
}
