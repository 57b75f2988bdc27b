/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "khatt-load.h"
#include "khatt-sample.h"

#include <glib/gstdio.h>
#include <string.h>

#define STRIP 65536
#define N_EVENTS 40000

/* An article takes the first fifth of it, and its lines look like events to who does not look
 * closely; the scenes at the end too. */
static char *
make_document (guint n_events)
{
  GString *text = g_string_new ("{\"format\":\"khatt-timeline\",\"version\":1,\"title\":\"قائمة\","
                                "\"language\":\"ar\",\"direction\":\"rtl\",\n\"articles\":[\n");

  for (guint i = 0; i < n_events / 10; i++)
    g_string_append_printf (text,
                            "%s{\"id\":\"a%u\",\"text\":\"خبر \\\"kind\\\":\\\"call\\\" %u\"}",
                            i > 0 ? ",\n" : "", i, i);
  g_string_append (text, "\n],\n\"events\":[\n");
  for (guint i = 0; i < n_events; i++)
    g_string_append_printf (text,
                            "%s{\"id\":\"e%u\",\"kind\":\"call\",\"title\":\"مكالمة\","
                            "\"date\":\"%04u-01-01\",\"actors\":[{\"name\":\"ط%u\"}]}",
                            i > 0 ? ",\n" : "", i, 1000 + i / 50, i % 9);
  g_string_append (text, "\n],\n\"scenes\":[\n{\"id\":\"s1\",\"title\":\"مشهد\"}\n]}\n");
  return g_string_free (text, FALSE);
}

static GBytes *
sample (const char *text, gsize most, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("khatt-sample-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "sample.khatt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GBytes *bytes;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  bytes = khatt_sample_document (file, most, NULL, error);
  g_unlink (path);
  g_rmdir (folder);
  return bytes;
}

static void
test_small (void)
{
  g_autofree char *text = make_document (20);
  const gsize length = strlen (text);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = sample (text, length, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), text, length);
}

/* One byte more than is wanted. */
static void
test_a_little_too_large (void)
{
  g_autofree char *text = make_document (20);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = sample (text, strlen (text) - 1, &error);
  g_autoptr (KhattLoaded) loaded = NULL;

  g_assert_no_error (error);
  loaded = khatt_load_bytes (bytes, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (loaded->timeline)), ==, 20);
  g_assert_cmpuint (loaded->issues->len, ==, 0);
}

static void
test_large (void)
{
  g_autofree char *text = make_document (N_EVENTS);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = sample (text, 8 * STRIP, &error);
  g_autoptr (KhattLoaded) loaded = NULL;
  g_autoptr (KhattSnapshot) snapshot = NULL;
  guint n_in_century[8] = { 0 };

  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (bytes), <, 9 * STRIP);
  loaded = khatt_load_bytes (bytes, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (loaded->issues->len, ==, 0);
  snapshot = khatt_timeline_ref_snapshot (loaded->timeline);
  g_assert_cmpstr (khatt_snapshot_get_title (snapshot), ==, "قائمة");
  g_assert_cmpint (khatt_snapshot_get_direction (snapshot), ==, KHATT_DIRECTION_RTL);
  g_assert_cmpuint (khatt_snapshot_get_n_articles (snapshot), ==, 0);
  for (guint32 i = 0; i < khatt_snapshot_get_n_events (snapshot); i++)
    {
      const guint32 slot = khatt_snapshot_get_slot (snapshot, i);

      n_in_century[atoi (khatt_snapshot_get_record (snapshot, slot)->id + 1) / (N_EVENTS / 8)]++;
    }
  for (guint i = 0; i < G_N_ELEMENTS (n_in_century); i++)
    g_assert_cmpuint (n_in_century[i], >, 100);
}

static void
test_not_in_lines (void)
{
  const struct
  {
    const char *text;
    gsize most;
  } cases[] = {
    { "{\"version\":1,\n\"events\":[]}", 4 },
    { "{\"format\":\"khatt-timeline\",\"events\":[]}", 4 },
    { "{\n\"format\":\"khatt-timeline\",\n\"events\":[]}", 4 },
    { "\n\n\n\n\n\n", 4 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = sample (cases[i].text, cases[i].most, &error);

      g_assert_error (error, KHATT_FILES_ERROR, KHATT_FILES_ERROR_TOO_LARGE);
      g_assert_null (bytes);
    }
}

static void
test_not_there (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/at/all.khatt");
  g_autoptr (GError) error = NULL;

  g_assert_null (khatt_sample_document (file, STRIP, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sample/a-small-document-is-whole", test_small);
  g_test_add_func ("/sample/one-byte-too-large", test_a_little_too_large);
  g_test_add_func ("/sample/a-large-one-is-read-all-through", test_large);
  g_test_add_func ("/sample/a-large-one-has-its-events-in-lines", test_not_in_lines);
  g_test_add_func ("/sample/a-file-that-is-not-there", test_not_there);
  return g_test_run ();
}
