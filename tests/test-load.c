/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Loading: what is no file, what does not end, what is cancelled, threads. */

#include "load-sample.h"

#include "khatt-issue.h"
#include "khatt-limits.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* ---- What is no file ---- */

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
test_a_quoted_field_has_a_limit (void)
{
  g_autoptr (GString) text = g_string_new ("id,title\ne1,\"");
  g_autoptr (KhattLoaded) right = NULL;
  g_autoptr (KhattLoaded) wrong = NULL;
  gsize length = KHATT_LIMIT_CSV_FIELD - strlen ("\"\"");

  for (gsize i = 0; i < length; i++)
    g_string_append_c (text, i % 60 == 59 ? '\n' : 'x');
  g_string_append (text, "\"\ne2,b\n");
  right = load_sample_text (text->str, -1, "a.csv", NULL, NULL);
  g_assert_cmpuint (load_sample_count (right), ==, 2);
  g_assert_cmpuint (right->issues->len, ==, 0);
  g_string_insert_c (text, (gssize) strlen ("id,title\ne1,\""), 'x');
  wrong = load_sample_text (text->str, -1, "a.csv", NULL, NULL);
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
  loaded = load_sample_text (text->str, -1, "a.csv", NULL, NULL);
  g_assert_cmpuint (load_sample_count (loaded), ==, 1);
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
  exact = load_sample_text (text->str, -1, "a.csv", NULL, NULL);
  g_assert_cmpuint (exact->issues->len, ==, KHATT_LIMIT_ISSUES);
  g_string_append (text, "e1,a\ne1,a\n");
  more = load_sample_text (text->str, -1, "a.csv", NULL, NULL);
  g_assert_cmpuint (more->issues->len, ==, KHATT_LIMIT_ISSUES + 1);
  g_assert_nonnull (strstr (
      ((KhattIssue *) g_ptr_array_index (more->issues, KHATT_LIMIT_ISSUES))->message, "2 more"));
  g_assert_cmpuint (load_sample_count (more), ==, KHATT_LIMIT_ISSUES + 3);
}

static void
test_an_event_has_a_limit_of_actors (void)
{
  g_autoptr (GString) text = g_string_new ("id,actors\ne1,");
  g_autoptr (KhattLoaded) exact = NULL;
  g_autoptr (KhattLoaded) more = NULL;

  for (guint i = 0; i < KHATT_EVENT_MAX_ACTORS; i++)
    g_string_append_printf (text, "%sactor %u", i > 0 ? ";" : "", i);
  exact = load_sample_text (text->str, -1, "a.csv", NULL, NULL);
  g_assert_cmpuint (exact->issues->len, ==, 0);
  g_string_append (text, ";one more");
  more = load_sample_text (text->str, -1, "a.csv", NULL, NULL);
  g_assert_cmpuint (more->issues->len, ==, 1);
  g_assert_true (more->has_losses);
}

/* ---- What it is ---- */

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
    { load_sample_article, NULL, "text" },
    { load_sample_article, "a.txt", "text" },
    { "[رويترز] قال الرئيس، أمس، كلامًا.\n", NULL, "text" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (KhattLoaded) loaded =
          load_sample_text (rows[i].text, -1, rows[i].name, "2025-08-08", &error);

      g_assert_no_error (error);
      g_assert_cmpstr (loaded->format, ==, rows[i].format);
    }
}

static void
test_nothing_to_read_is_an_error (void)
{
  static const char *const texts[] = { "", " \n\n", "...\n", "\xEF\xBB\xBF" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (load_sample_text (texts[i], -1, "a.txt", NULL, &error));
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
  g_assert_null (load_sample_text ((const char *) bytes, sizeof bytes, "a.txt", NULL, &error));
  g_assert_error (error, KHATT_FILES_ERROR, KHATT_FILES_ERROR_ENCODING);

  for (gsize i = 0; i < sizeof bytes; i++)
    bytes[i] = i == 100 ? 0 : 0xC7; /* an alef of Windows-1256 */
  loaded = load_sample_text ((const char *) bytes, sizeof bytes, "a.txt", "2025-08-08", NULL);
  g_assert_nonnull (loaded);
}

/* ---- Threads ---- */

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
  return load_sample_make_file (".csv", text->str);
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
  g_assert_cmpuint (load_sample_count (async.loaded), ==, 100000);
  g_assert_cmpuint (async.n_ticks, >, 0);
  g_assert_cmpint (async.done, <=, async.total);
  g_assert_nonnull (async.loaded->etag);
  while (g_main_context_iteration (NULL, FALSE))
    ; /* no tick comes after the result */
  khatt_loaded_free (async.loaded);
  load_sample_remove_file (&file);
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
  load_sample_remove_file (&file);
}

static void
test_what_was_loaded_is_saved_and_has_no_past (void)
{
  g_autoptr (KhattLoaded) loaded = load_sample_text ("id,title\ne1,a\n", -1, "a.csv", NULL, NULL);

  g_assert_false (khatt_timeline_is_modified (loaded->timeline));
  g_assert_false (khatt_timeline_can_undo (loaded->timeline));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add_func ("/load/" path, function)
  ADD ("a-file-that-is-not-there-is-named", test_a_file_that_is_not_there_is_named);
  ADD ("an-unreadable-file-says-so", test_an_unreadable_file_says_so);
  ADD ("an-endless-pipe-is-stopped", test_an_endless_pipe_is_stopped);
  ADD ("the-size-limit-is-exact", test_the_size_limit_is_exact);
  ADD ("a-quoted-field-has-a-limit", test_a_quoted_field_has_a_limit);
  ADD ("a-row-has-a-limit", test_a_row_has_a_limit);
  ADD ("issues-beyond-the-limit-are-counted", test_issues_beyond_the_limit_are_counted);
  ADD ("an-event-has-a-limit-of-actors", test_an_event_has_a_limit_of_actors);
  ADD ("the-format-is-recognised", test_the_format_is_recognised);
  ADD ("nothing-to-read-is-an-error", test_nothing_to_read_is_an_error);
  ADD ("what-is-no-text-is-an-error", test_what_is_no_text_is_an_error);
  ADD ("in-a-thread-tells-its-progress", test_loading_in_a_thread_tells_its_progress);
  ADD ("can-be-cancelled", test_loading_can_be_cancelled);
  ADD ("what-was-loaded-is-saved-and-has-no-past", test_what_was_loaded_is_saved_and_has_no_past);
  return g_test_run ();
}
