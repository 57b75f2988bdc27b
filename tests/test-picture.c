/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "khatt-picture.h"
#include "khatt-plate.h"

#include "picture-files.h"

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
  g_autoptr (GBytes) pdf = write_picture (KHATT_PICTURE_PDF, paint_labels, NULL);
  g_autofree char *output = khatt_test_run_on (pdf, khatt_test_read_pdf, NULL);
  g_autofree char *all = dup_all_labels ();
  g_autofree char *found = NULL;
  int n, n_found;

  if (output == NULL)
    return;
  khatt_test_compare_words (all, output, &n, &n_found);
  g_test_message ("%d of %d words", n_found, n);
  g_assert_cmpint (n, >, 60);
  g_assert_cmpint (n_found * 100, >=, n * 95);

  found = khatt_test_dup_plain (output);
  for (int i = 0; i < N_UNVOCALISED; i++)
    {
      if (strstr (found, labels[i]) == NULL)
        g_error ("The PDF does not hold “%s”.", labels[i]);
    }
}

/* A title in UTF-16 or PDFDocEncoding; no date. */
static void
test_pdf_metadata (void)
{
  static const char *const arguments[] = { "pdfinfo", "-enc", "UTF-8", "IN", NULL };
  g_autoptr (GBytes) pdf = write_picture (KHATT_PICTURE_PDF, paint_labels, "اتصالات أغسطس");
  g_autofree char *output = khatt_test_run_on (pdf, arguments, NULL);

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
  g_autofree char *output = khatt_test_run_on (svg, arguments, NULL);

  if (output == NULL)
    return;
  g_assert_cmpstr (g_strchomp (output), ==, "svg 640px 24");
}

static void
check_same_picture (KhattPictureFormat format, const char *const *arguments, KhattPictureFunc paint)
{
  g_autoptr (GBytes) png = write_picture (KHATT_PICTURE_PNG, paint, NULL);
  g_autoptr (GBytes) other = write_picture (format, paint, NULL);

  khatt_test_assert_same_picture (png, other, arguments);
}

static void
test_svg_shows_the_same_labels (void)
{
  check_same_picture (KHATT_PICTURE_SVG, khatt_test_draw_svg, paint_labels);
}

static void
test_pdf_shows_the_same_labels (void)
{
  check_same_picture (KHATT_PICTURE_PDF, khatt_test_draw_pdf, paint_labels);
}

static void
test_svg_shows_the_same_plates (void)
{
  check_same_picture (KHATT_PICTURE_SVG, khatt_test_draw_svg, paint_plates);
}

static void
test_pdf_shows_the_same_plates (void)
{
  check_same_picture (KHATT_PICTURE_PDF, khatt_test_draw_pdf, paint_plates);
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
