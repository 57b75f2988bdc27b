/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looks at picture files with other people's programs: what text they find, what they draw. A
 * program that is not installed skips its test.
 */

#pragma once

#include <cairo.h>
#include <gio/gio.h>
#include <glib/gstdio.h>

/* Runs a program on a file of these bytes; the last argument becomes the file's name, an argument
 * OUT the name of a file next to it. Returns what it printed; NULL, and skips, where it is not
 * installed. */
static inline char *
khatt_test_run_on (GBytes *bytes, const char *const *arguments, char **out_file)
{
  g_autofree char *program = g_find_program_in_path (arguments[0]);
  g_autofree char *folder = g_dir_make_tmp ("khatt-picture-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (folder, "in", NULL);
  g_autofree char *out = g_build_filename (folder, "out", NULL);
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  int status = -1;

  g_assert_nonnull (folder);
  g_file_set_contents (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  for (int i = 0; arguments[i] != NULL; i++)
    {
      const gboolean is_in = g_str_equal (arguments[i], "IN");
      const gboolean is_out = g_str_equal (arguments[i], "OUT");

      g_ptr_array_add (argv, is_in ? file : is_out ? out : (char *) arguments[i]);
    }
  g_ptr_array_add (argv, NULL);
  if (program == NULL)
    g_test_skip (arguments[0]);
  else
    {
      g_spawn_sync (NULL, (char **) argv->pdata, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output,
                    NULL, &status, &error);
      g_assert_no_error (error);
      g_assert_cmpint (status, ==, 0);
    }
  g_remove (file);
  if (out_file != NULL && program != NULL)
    {
      g_autofree char *png = g_strconcat (out, ".png", NULL);

      if (g_file_test (png, G_FILE_TEST_EXISTS))
        g_rename (png, out);
      *out_file = g_strdup (out);
      return output;
    }
  g_remove (out);
  g_rmdir (folder);
  return output;
}

static inline gboolean
is_dropped (gunichar c)
{
  return (c >= 0x064b && c <= 0x0652) || c == 0x0670 || c == 0x0640 || c == 0x061c ||
         (c >= 0x200c && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) ||
         (c >= 0x2066 && c <= 0x2069);
}

/* Without bidi controls and vowel marks. */
static inline char *
khatt_test_dup_plain (const char *text)
{
  GString *plain = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (!is_dropped (g_utf8_get_char (p)))
        g_string_append_unichar (plain, g_utf8_get_char (p));
    }
  return g_string_free (plain, FALSE);
}

static inline int
classify (gunichar c)
{
  if (g_unichar_isdigit (c))
    return 1;
  if (!g_unichar_isalpha (c))
    return 0;
  return g_unichar_get_script (c) == G_UNICODE_SCRIPT_ARABIC ? 2 : 3;
}

/* Words, split at script changes too, each with how often it occurs. */
static inline GHashTable *
count_words (const char *text)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *plain = khatt_test_dup_plain (text);
  const char *start = plain;
  int kind = 0;

  for (const char *p = plain;; p = g_utf8_next_char (p))
    {
      const int next = *p != '\0' ? classify (g_utf8_get_char (p)) : 0;

      if (next != kind)
        {
          if (kind != 0)
            {
              char *word = g_strndup (start, p - start);
              const int n = GPOINTER_TO_INT (g_hash_table_lookup (words, word));

              g_hash_table_insert (words, word, GINT_TO_POINTER (n + 1));
            }
          start = p;
          kind = next;
        }
      if (*p == '\0')
        return words;
    }
}

/* How many of the words of `text` are in `found_text`, each as often as it occurs. */
static inline void
khatt_test_compare_words (const char *text, const char *found_text, int *n, int *n_found)
{
  g_autoptr (GHashTable) sought = count_words (text);
  g_autoptr (GHashTable) found = count_words (found_text);
  GHashTableIter iter;
  gpointer word, count;

  *n = 0;
  *n_found = 0;
  g_hash_table_iter_init (&iter, sought);
  while (g_hash_table_iter_next (&iter, &word, &count))
    {
      *n += GPOINTER_TO_INT (count);
      *n_found +=
          MIN (GPOINTER_TO_INT (count), GPOINTER_TO_INT (g_hash_table_lookup (found, word)));
    }
}

/* The mean difference of two pictures in grey levels, and the share of pixels that differ much. */
static inline void
compare_pictures (cairo_surface_t *a, cairo_surface_t *b, double *mean, double *share)
{
  const int width = cairo_image_surface_get_width (a);
  const int height = cairo_image_surface_get_height (a);
  double sum = 0;
  int n_far = 0;

  g_assert_cmpint (cairo_image_surface_get_width (b), ==, width);
  g_assert_cmpint (cairo_image_surface_get_height (b), ==, height);
  for (int y = 0; y < height; y++)
    {
      const guchar *row_a =
          cairo_image_surface_get_data (a) + y * cairo_image_surface_get_stride (a);
      const guchar *row_b =
          cairo_image_surface_get_data (b) + y * cairo_image_surface_get_stride (b);

      for (int x = 0; x < width; x++)
        {
          int far = 0;

          for (int c = 0; c < 3; c++)
            far = MAX (far, ABS (row_a[4 * x + c] - row_b[4 * x + c]));
          sum += far;
          n_far += far > 128;
        }
    }
  *mean = sum / (width * height);
  *share = (double) n_far / (width * height);
}

static inline cairo_surface_t *
load_png (const char *file)
{
  cairo_surface_t *surface = cairo_image_surface_create_from_png (file);

  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  return surface;
}

static inline void
remove_file (const char *file)
{
  g_autofree char *folder = g_path_get_dirname (file);

  g_remove (file);
  g_rmdir (folder);
}

/* Whether two picture files show the same, the second one drawn by `arguments`. */
static inline void
khatt_test_assert_same_picture (GBytes *png, GBytes *other, const char *const *arguments)
{
  static const char *const copy[] = { "cp", "IN", "OUT", NULL };
  g_autofree char *png_file = NULL;
  g_autofree char *other_file = NULL;
  g_autofree char *output = khatt_test_run_on (other, arguments, &other_file);
  g_autofree char *nothing = NULL;
  cairo_surface_t *a, *b;
  double mean, share;

  if (other_file == NULL)
    return;
  nothing = khatt_test_run_on (png, copy, &png_file);
  a = load_png (png_file);
  b = load_png (other_file);
  compare_pictures (a, b, &mean, &share);
  g_test_message ("mean difference %.2f, far %.4f", mean, share);
  g_assert_cmpfloat (mean, <, 3);
  g_assert_cmpfloat (share, <, 0.004);
  cairo_surface_destroy (a);
  cairo_surface_destroy (b);
  remove_file (png_file);
  remove_file (other_file);
}

static const char *const khatt_test_draw_svg[] = { "rsvg-convert", "-o", "OUT", "IN", NULL };
static const char *const khatt_test_draw_pdf[] = {
  "pdftoppm", "-r", "96", "-png", "-singlefile", "IN", "OUT", NULL,
};
static const char *const khatt_test_read_pdf[] = { "pdftotext", "-enc", "UTF-8", "IN", "-", NULL };
