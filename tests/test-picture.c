/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "khatt-plate.h"
#include "khatt-picture.h"

#include <glib/gstdio.h>

#define WIDTH 640
#define ROW 28

/* Titles of events, names and dates as a timeline shows them; those up to the first NULL are Arabic
 * without vowel marks. */
static const char *const labels[] = {
  "محادثات الكرملين",
  "التجارة والاستثمار",
  "تسوية الأزمة الأوكرانية",
  "العلاقات الثنائية",
  "رسالة شفهية",
  "قمة منظمة شنغهاي",
  "استضافة لقاء في مينسك",
  "اتفاق على لقاء الرئيسين",
  "ألكسندر لوكاشينكو",
  "الإمارات والأردن ولآلئ الخليج",
  "لا إله إلا الله",
  "سلام الأبطال والأولاد",
  "كازاخستان وأوزبكستان",
  "وزير الخارجية المجري",
  NULL,
  "لقاء قمة، الإمارات؟",
  "الأربعاء ٦ أغسطس ٢٠٢٥",
  "صفر ١٤٤٧ هـ",
  "مُحَادَثَاتٌ هَاتِفِيَّةٌ",
  "Talks in the Kremlin",
  "The office of the first official",
  "لقاء Trump و Putin في Alaska",
  "Summit قمة شنغهاي 2025",
  "زيارة 12 وزيرا إلى (بكين)",
  "قال: «لا توجد حلول بسيطة»",
  NULL,
};
#define N_UNVOCALISED 14
#define N_LABELS (G_N_ELEMENTS (labels) - 1)

static const KhattColor white = { 1, 1, 1, 1 };
static const KhattColor black = { 0, 0, 0, 1 };

static void
paint_labels (KhattInk *ink, gpointer data)
{
  cairo_t *cr = khatt_ink_get_cairo (ink);
  const KhattTypeface face = { .size = 12.5, .weight = 500 };

  cairo_set_source_rgb (cr, 0.9, 0.95, 1);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0.7, 0.7, 0.7);
  for (gsize i = 0; i < N_LABELS; i++)
    {
      cairo_rectangle (cr, 0, i * ROW + 14, WIDTH, 1);
      cairo_fill (cr);
    }
  for (gsize i = 0; i < N_LABELS; i++)
    {
      const KhattLabel *label = labels[i] != NULL ? khatt_shaper_shape (khatt_ink_get_shaper (ink),
                                                                        labels[i], &face, -1, 0)
                                                  : NULL;

      if (label != NULL)
        khatt_ink_show_label (ink, label, WIDTH / 2, i * ROW + 18, KHATT_ALIGN_CENTER, &black,
                              &white);
    }
}

static void
paint_plates (KhattInk *ink, gpointer data)
{
  const KhattPalette *palette = khatt_palette_get (KHATT_STYLE_LIGHT);
  cairo_t *cr = khatt_ink_get_cairo (ink);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  for (int kind = 0; kind < KHATT_N_KINDS; kind++)
    for (int status = 0; status < KHATT_N_STATUSES; status++)
      {
        const KhattPlate plate = khatt_plate_make (palette, kind, status, KHATT_DIRECTION_RTL,
                                                   30 + kind * 40, 30 + status * 40, 24);

        khatt_plate_paint (cr, &plate);
      }
}

static GBytes *
write_picture (KhattPictureFormat format, KhattPictureFunc paint, const char *title)
{
  g_autoptr (KhattShaper) shaper = khatt_shaper_new ();
  g_autoptr (GError) error = NULL;
  const KhattPicture picture = {
    .format = format,
    .width = WIDTH,
    .height = N_LABELS * ROW,
    .title = title,
    .shaper = shaper,
    .paint = paint,
  };
  GBytes *bytes = khatt_picture_write (&picture, &error);

  g_assert_no_error (error);
  return bytes;
}

/* Runs a program on a file of these bytes; the last argument becomes the file's name, an argument
 * OUT the name of a file next to it. Returns what it printed; NULL, and skips, where it is not
 * installed. */
static char *
run_on (GBytes *bytes, const char *const *arguments, char **out_file)
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

static gboolean
is_dropped (gunichar c)
{
  return (c >= 0x064b && c <= 0x0652) || c == 0x0670 || c == 0x0640 || c == 0x061c ||
         (c >= 0x200c && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) ||
         (c >= 0x2066 && c <= 0x2069);
}

/* Without bidi controls and vowel marks. */
static char *
dup_plain (const char *text)
{
  GString *plain = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (!is_dropped (g_utf8_get_char (p)))
        g_string_append_unichar (plain, g_utf8_get_char (p));
    }
  return g_string_free (plain, FALSE);
}

static int
classify (gunichar c)
{
  if (g_unichar_isdigit (c))
    return 1;
  if (!g_unichar_isalpha (c))
    return 0;
  return g_unichar_get_script (c) == G_UNICODE_SCRIPT_ARABIC ? 2 : 3;
}

/* Words, split at script changes too, each with how often it occurs. */
static GHashTable *
count_words (const char *text)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *plain = dup_plain (text);
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

static char *
dup_all_labels (void)
{
  GString *all = g_string_new (NULL);

  for (gsize i = 0; i < N_LABELS; i++)
    g_string_append_printf (all, "%s\n", labels[i] != NULL ? labels[i] : "");
  return g_string_free (all, FALSE);
}

static void
test_pdf_words (void)
{
  static const char *const arguments[] = { "pdftotext", "-enc", "UTF-8", "IN", "-", NULL };
  g_autoptr (GBytes) pdf = write_picture (KHATT_PICTURE_PDF, paint_labels, NULL);
  g_autofree char *output = run_on (pdf, arguments, NULL);
  g_autofree char *all = dup_all_labels ();
  g_autofree char *found_text = NULL;
  g_autoptr (GHashTable) sought = NULL;
  g_autoptr (GHashTable) found = NULL;
  GHashTableIter iter;
  gpointer word, count;
  int n = 0, n_found = 0;

  if (output == NULL)
    return;
  sought = count_words (all);
  found = count_words (output);
  g_hash_table_iter_init (&iter, sought);
  while (g_hash_table_iter_next (&iter, &word, &count))
    {
      n += GPOINTER_TO_INT (count);
      n_found += MIN (GPOINTER_TO_INT (count), GPOINTER_TO_INT (g_hash_table_lookup (found, word)));
    }
  g_test_message ("%d of %d words", n_found, n);
  g_assert_cmpint (n, >, 60);
  g_assert_cmpint (n_found * 100, >=, n * 95);

  found_text = dup_plain (output);
  for (int i = 0; i < N_UNVOCALISED; i++)
    {
      if (strstr (found_text, labels[i]) == NULL)
        g_error ("The PDF does not hold “%s”.", labels[i]);
    }
}

/* A title in UTF-16 or PDFDocEncoding; no date. */
static void
test_pdf_metadata (void)
{
  static const char *const arguments[] = { "pdfinfo", "-enc", "UTF-8", "IN", NULL };
  g_autoptr (GBytes) pdf = write_picture (KHATT_PICTURE_PDF, paint_labels, "اتصالات أغسطس");
  g_autofree char *output = run_on (pdf, arguments, NULL);

  if (output == NULL)
    return;
  g_assert_nonnull (strstr (output, "اتصالات أغسطس"));
  g_assert_nonnull (strstr (output, "Khatt"));
  g_assert_null (strstr (output, "CreationDate"));
  g_assert_nonnull (strstr (output, "480 x"));
}

static void
test_same_bytes_again (void)
{
  for (int format = KHATT_PICTURE_PNG; format <= KHATT_PICTURE_PDF; format++)
    {
      g_autoptr (GBytes) first = write_picture (format, paint_labels, "A & B");
      g_autoptr (GBytes) second = write_picture (format, paint_labels, "A & B");

      g_assert_true (g_bytes_equal (first, second));
    }
}

static void
test_svg_text_is_whole (void)
{
  g_autoptr (GBytes) svg = write_picture (KHATT_PICTURE_SVG, paint_labels, "قمة <&> \"x\"");
  g_autofree char *text = g_strndup (g_bytes_get_data (svg, NULL), g_bytes_get_size (svg));
  const char *group = strstr (text, "<g fill-opacity=\"0\"");

  g_assert_nonnull (group);
  g_assert_true (g_str_has_suffix (text, "</g>\n</svg>\n"));
  g_assert_nonnull (strstr (text, "<title>قمة &lt;&amp;&gt; &quot;x&quot;</title>"));
  for (gsize i = 0; i < N_LABELS; i++)
    {
      g_autofree char *element =
          labels[i] != NULL ? g_strdup_printf (">%s</text>", labels[i]) : NULL;

      if (element != NULL)
        g_assert_nonnull (strstr (group, element));
    }
}

static void
test_svg_parses (void)
{
  static const char *const arguments[] = {
    "/usr/bin/python3",
    "-c",
    "import sys, xml.dom.minidom as m\n"
    "d = m.parse(sys.argv[1]).documentElement\n"
    "print(d.tagName, d.getAttribute('width'), len(d.getElementsByTagName('text')))",
    "IN",
    NULL,
  };
  g_autoptr (GBytes) svg = write_picture (KHATT_PICTURE_SVG, paint_labels, "A < B");
  g_autofree char *output = run_on (svg, arguments, NULL);

  if (output == NULL)
    return;
  g_assert_cmpstr (g_strchomp (output), ==, "svg 640px 24");
}

/* The mean difference of two pictures in grey levels, and the share of pixels that differ much. */
static void
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

static cairo_surface_t *
load_png (const char *file)
{
  cairo_surface_t *surface = cairo_image_surface_create_from_png (file);

  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  return surface;
}

static void
remove_file (const char *file)
{
  g_autofree char *folder = g_path_get_dirname (file);

  g_remove (file);
  g_rmdir (folder);
}

static void
check_same_picture (KhattPictureFormat format, const char *const *arguments, KhattPictureFunc paint)
{
  static const char *const copy[] = { "cp", "IN", "OUT", NULL };
  g_autoptr (GBytes) png = write_picture (KHATT_PICTURE_PNG, paint, NULL);
  g_autoptr (GBytes) other = write_picture (format, paint, NULL);
  g_autofree char *png_file = NULL;
  g_autofree char *other_file = NULL;
  g_autofree char *output = run_on (other, arguments, &other_file);
  g_autofree char *nothing = NULL;
  cairo_surface_t *a, *b;
  double mean, share;

  if (other_file == NULL)
    return;
  nothing = run_on (png, copy, &png_file);
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

static const char *const draw_svg[] = { "rsvg-convert", "-o", "OUT", "IN", NULL };
static const char *const draw_pdf[] = { "pdftoppm",    "-r", "96",  "-png",
                                        "-singlefile", "IN", "OUT", NULL };

static void
test_svg_shows_the_same_labels (void)
{
  check_same_picture (KHATT_PICTURE_SVG, draw_svg, paint_labels);
}

static void
test_pdf_shows_the_same_labels (void)
{
  check_same_picture (KHATT_PICTURE_PDF, draw_pdf, paint_labels);
}

static void
test_svg_shows_the_same_plates (void)
{
  check_same_picture (KHATT_PICTURE_SVG, draw_svg, paint_plates);
}

static void
test_pdf_shows_the_same_plates (void)
{
  check_same_picture (KHATT_PICTURE_PDF, draw_pdf, paint_plates);
}

static void
test_sizes (void)
{
  static const struct
  {
    KhattPictureFormat format;
    double width;
    double scale;
    gboolean is_possible;
  } cases[] = {
    { KHATT_PICTURE_PNG, 1, 1, TRUE },      { KHATT_PICTURE_PNG, 0, 1, FALSE },
    { KHATT_PICTURE_PNG, 32767, 1, TRUE },  { KHATT_PICTURE_PNG, 32768, 1, FALSE },
    { KHATT_PICTURE_PNG, 16384, 2, FALSE }, { KHATT_PICTURE_SVG, 16384, 2, TRUE },
    { KHATT_PICTURE_SVG, 32768, 1, FALSE }, { KHATT_PICTURE_PDF, 32768, 1, FALSE },
    { KHATT_PICTURE_PDF, -5, 1, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KhattShaper) shaper = khatt_shaper_new ();
      g_autoptr (GError) error = NULL;
      const KhattPicture picture = {
        .format = cases[i].format,
        .width = cases[i].width,
        .height = 10,
        .pixel_scale = cases[i].scale,
        .shaper = shaper,
        .paint = paint_plates,
      };
      g_autoptr (GBytes) bytes = khatt_picture_write (&picture, &error);

      if (cases[i].is_possible)
        g_assert_no_error (error);
      else
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
      g_assert_cmpint (bytes != NULL, ==, cases[i].is_possible);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/picture/words-of-a-pdf", test_pdf_words);
  g_test_add_func ("/picture/metadata-of-a-pdf", test_pdf_metadata);
  g_test_add_func ("/picture/same-bytes-again", test_same_bytes_again);
  g_test_add_func ("/picture/text-of-an-svg-is-whole", test_svg_text_is_whole);
  g_test_add_func ("/picture/an-svg-parses", test_svg_parses);
  g_test_add_func ("/picture/svg-shows-the-same-labels", test_svg_shows_the_same_labels);
  g_test_add_func ("/picture/pdf-shows-the-same-labels", test_pdf_shows_the_same_labels);
  g_test_add_func ("/picture/svg-shows-the-same-plates", test_svg_shows_the_same_plates);
  g_test_add_func ("/picture/pdf-shows-the-same-plates", test_pdf_shows_the_same_plates);
  g_test_add_func ("/picture/sizes", test_sizes);
  return g_test_run ();
}
