/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "khatt-elision.h"
#include "khatt-ink.h"

#include <cairo-svg.h>

static const KhattTypeface face = { .size = 12.5, .weight = 500 };

/* Arabic, Latin, both, with digits, marks, quotation marks, and letters of more than one code
 * point. */
static const char *const texts[] = {
  "محادثات الكرملين",
  "اتفاق على لقاء بوتين وترامب",
  "الإمارات والأردن ولآلئ الخليج",
  "مُحَادَثَاتٌ هَاتِفِيَّةٌ مُطَوَّلَةٌ",
  "Talks in the Kremlin, again",
  "لقاء Trump و Putin في Alaska",
  "Summit قمة شنغهاي 2025 in Tianjin",
  "زيارة 12 وزيرا إلى (بكين) يوم 5.5%",
  "قال: «لا توجد حلول بسيطة للقضايا المعقدة»",
  "٨ أغسطس ٢٠٢٥ – ٩ أغسطس ٢٠٢٥",
  "Cafe\u0301 cre\u0300me bru\u0302le\u0301e a\u030a",
};

static void
test_cut_table (void)
{
  static const struct
  {
    const char *kept;
    const char *rest;
    const char *expected;
  } cases[] = {
    { "محادثات ", "الكرملين", "محادثات…" },
    { "محاد", "ثات", "محاد…" },
    { "لقاء قمة، ", "الإمارات", "لقاء قمة…" },
    { "قال: «", "لا", "قال…" },
    { "Talks in the ", "Kremlin", "Talks in the…" },
    { "Summit – ", "Minsk", "Summit…" },
    { "5.", "5%", "5…" },
    { "(((", ")))", "…" },
    { "", "x", "…" },
    { "ظهر\u200c", "ها", "ظهر…" },
    { "مُحَمَّدٌ ", "رسول", "مُحَمَّدٌ…" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat (cases[i].kept, cases[i].rest, NULL);
      g_autofree char *cut = khatt_elision_cut (text, strlen (cases[i].kept));

      g_assert_cmpstr (cut, ==, cases[i].expected);
    }
}

static void
test_cuts_between_graphemes (void)
{
  static const struct
  {
    const char *text;
    guint n_cuts;
  } cases[] = {
    { "", 0 },
    { "a", 0 },
    { "abc", 2 },
    { "لا", 1 },
    { "مُحَمَّد", 3 },
    { "e\u0301a", 1 },
    { "\U0001f468\u200d\U0001f469\u200d\U0001f467", 0 },
    { "\U0001f1f7\U0001f1fa\U0001f1e8\U0001f1f3", 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) cuts = khatt_elision_find_cuts (cases[i].text);

      g_assert_cmpuint (cuts->len, ==, cases[i].n_cuts);
    }
}

static gboolean
is_cut_of (const char *label_text, const char *text)
{
  g_autoptr (GArray) cuts = khatt_elision_find_cuts (text);
  g_autofree char *nothing = khatt_elision_cut (text, 0);

  if (g_str_equal (label_text, nothing))
    return TRUE;
  for (guint i = 0; i < cuts->len; i++)
    {
      g_autofree char *cut = khatt_elision_cut (text, g_array_index (cuts, gsize, i));

      if (g_str_equal (label_text, cut))
        return TRUE;
    }
  return FALSE;
}

static void
test_cut_labels_fit_and_are_beginnings (void)
{
  g_autoptr (KhattShaper) shaper = khatt_shaper_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const KhattLabel *whole = khatt_shaper_shape (shaper, texts[i], &face, -1, 0);

      g_assert_false (khatt_label_is_elided (whole));
      g_assert_cmpstr (khatt_label_get_text (whole), ==, texts[i]);
      for (double width = 24; width < khatt_label_get_width (whole); width += 5)
        {
          const KhattLabel *label = khatt_shaper_shape (shaper, texts[i], &face, width, 0);

          g_assert_true (khatt_label_is_elided (label));
          g_assert_cmpfloat (khatt_label_get_width (label), <=, width);
          g_assert_true (is_cut_of (khatt_label_get_text (label), texts[i]));
          g_assert_cmpint (khatt_label_get_direction (label), ==,
                           khatt_label_get_direction (whole));
        }
    }
}

static void
test_cut_labels_use_their_room (void)
{
  g_autoptr (KhattShaper) shaper = khatt_shaper_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const KhattLabel *label = khatt_shaper_shape (shaper, texts[i], &face, 80, 0);

      g_assert_cmpfloat (khatt_label_get_width (label), >, 80 - 2 * 12.5);
    }
}

/* The ellipsis stands at the visual end of a line that is read in the label's own direction. */
static void
test_ellipsis_at_the_logical_end (void)
{
  g_autoptr (KhattShaper) shaper = khatt_shaper_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    for (double width = 40; width < 120; width += 8)
      {
        const KhattLabel *label = khatt_shaper_shape (shaper, texts[i], &face, width, 0);
        const char *text = khatt_label_get_text (label);
        const gboolean is_rtl = khatt_label_get_direction (label) == KHATT_DIRECTION_RTL;
        int leading, trailing;

        if (!khatt_label_is_elided (label))
          continue;
        g_assert_true (g_str_has_suffix (text, KHATT_ELLIPSIS));

        const int index = (int) (strlen (text) - strlen (KHATT_ELLIPSIS));

        pango_layout_line_index_to_x (khatt_label_get_line (label), index, FALSE, &leading);
        pango_layout_line_index_to_x (khatt_label_get_line (label), index, TRUE, &trailing);
        if (is_rtl)
          g_assert_cmpfloat (MIN (leading, trailing), ==, 0);
        else
          g_assert_cmpfloat_with_epsilon (pango_units_to_double (MAX (leading, trailing)),
                                          khatt_label_get_width (label), 0.01);
      }
}

static void
test_no_room_at_all (void)
{
  g_autoptr (KhattShaper) shaper = khatt_shaper_new ();
  const KhattLabel *label = khatt_shaper_shape (shaper, texts[0], &face, 3, 0);

  g_assert_cmpstr (khatt_label_get_text (label), ==, "");
  g_assert_cmpfloat (khatt_label_get_width (label), ==, 0);
  g_assert_true (khatt_label_is_elided (label));
}

static void
test_base_direction (void)
{
  static const struct
  {
    const char *text;
    KhattDirection fallback;
    KhattDirection expected;
  } cases[] = {
    { "قمة", KHATT_DIRECTION_LTR, KHATT_DIRECTION_RTL },
    { "Summit", KHATT_DIRECTION_RTL, KHATT_DIRECTION_LTR },
    { "12 قمة", KHATT_DIRECTION_LTR, KHATT_DIRECTION_RTL },
    { "«Putin» و", KHATT_DIRECTION_RTL, KHATT_DIRECTION_LTR },
    { "١٢", KHATT_DIRECTION_RTL, KHATT_DIRECTION_RTL },
    { "12:30", KHATT_DIRECTION_LTR, KHATT_DIRECTION_LTR },
    { "", KHATT_DIRECTION_RTL, KHATT_DIRECTION_RTL },
    { "\u202dقمة", KHATT_DIRECTION_LTR, KHATT_DIRECTION_RTL },
  };
  g_autoptr (KhattShaper) shaper = khatt_shaper_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const KhattLabel *label =
          khatt_shaper_shape (shaper, cases[i].text, &face, -1, cases[i].fallback);

      g_assert_cmpint (khatt_label_get_direction (label), ==, cases[i].expected);
    }
}

static void
test_controls_are_dropped (void)
{
  static const struct
  {
    const char *text;
    const char *expected;
  } cases[] = {
    { "ab\u202ecd\u202c", "abcd" },
    { "\u2066a\u2069\u200f\u061cb", "ab" },
    { "one\ntwo\tthree", "one two three" },
    { "one\u2028two", "one two" },
    { "a\001b\177c", "abc" },
    { "می\u200cخواهم", "می\u200cخواهم" },
    { "bad \xff byte", "bad \ufffd byte" },
  };
  g_autoptr (KhattShaper) shaper = khatt_shaper_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const KhattLabel *label = khatt_shaper_shape (shaper, cases[i].text, &face, -1, 0);

      g_assert_cmpstr (khatt_label_get_text (label), ==, cases[i].expected);
    }
}

static void
test_long_texts_are_cut (void)
{
  g_autoptr (KhattShaper) shaper = khatt_shaper_new ();
  g_autofree char *at_limit = g_strnfill (400, 'x');
  g_autofree char *past_limit = g_strnfill (401, 'x');
  const KhattLabel *whole = khatt_shaper_shape (shaper, at_limit, &face, -1, 0);
  const KhattLabel *cut = khatt_shaper_shape (shaper, past_limit, &face, -1, 0);

  g_assert_false (khatt_label_is_elided (whole));
  g_assert_true (khatt_label_is_elided (cut));
  g_assert_cmpint (g_utf8_strlen (khatt_label_get_text (cut), -1), ==, 401);
}

static void
test_fonts_are_the_named_ones (void)
{
  g_autoptr (KhattShaper) shaper = khatt_shaper_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const KhattLabel *label = khatt_shaper_shape (shaper, texts[i], &face, -1, 0);

      for (GSList *l = khatt_label_get_line (label)->runs; l != NULL; l = l->next)
        {
          const PangoLayoutRun *run = l->data;
          PangoFontDescription *font = pango_font_describe (run->item->analysis.font);

          g_assert_true (g_str_has_prefix (pango_font_description_get_family (font), "Noto Sans"));
          g_assert_cmpint (pango_font_description_get_style (font), ==, PANGO_STYLE_NORMAL);
          pango_font_description_free (font);
        }
    }
}

static void
test_size_and_weight (void)
{
  const KhattTypeface bold = { .size = 12.5, .weight = 700 };
  const KhattTypeface large = { .size = 25, .weight = 500 };
  g_autoptr (KhattShaper) shaper = khatt_shaper_new ();
  const double width = khatt_label_get_width (khatt_shaper_shape (shaper, texts[0], &face, -1, 0));

  g_assert_cmpfloat (khatt_label_get_width (khatt_shaper_shape (shaper, texts[0], &bold, -1, 0)), >,
                     width);
  g_assert_cmpfloat_with_epsilon (
      khatt_label_get_width (khatt_shaper_shape (shaper, texts[0], &large, -1, 0)), 2 * width, 1);
}

/* Asking shapes nothing, and tells what shaping will find. */
static void
test_cache_tells_what_it_has (void)
{
  g_autoptr (KhattShaper) shaper = khatt_shaper_new ();
  static const double widths[] = { -1, 40, 61, 4000 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      guint n_cached;

      g_assert_cmpint (
          khatt_shaper_has (shaper, "A long title", &face, widths[i], KHATT_DIRECTION_LTR), ==,
          widths[i] > 1000);
      khatt_shaper_shape (shaper, "A long title", &face, widths[i], KHATT_DIRECTION_LTR);
      n_cached = khatt_shaper_get_n_cached (shaper);
      g_assert_true (
          khatt_shaper_has (shaper, "A long title", &face, widths[i], KHATT_DIRECTION_LTR));
      g_assert_false (
          khatt_shaper_has (shaper, "Another title", &face, widths[i], KHATT_DIRECTION_LTR));
      g_assert_cmpuint (khatt_shaper_get_n_cached (shaper), ==, n_cached);
    }
}

static void
test_cache_remembers (void)
{
  g_autoptr (KhattShaper) shaper = khatt_shaper_new ();
  const KhattLabel *label = khatt_shaper_shape (shaper, texts[0], &face, 60, 0);

  g_assert_true (khatt_shaper_shape (shaper, texts[0], &face, 60, 0) == label);
  g_assert_true (khatt_shaper_shape (shaper, texts[0], &face, 61.5, 0) == label);
  g_assert_true (khatt_shaper_shape (shaper, texts[0], &face, 72, 0) != label);
  /* The whole, two pieces of it, and the ellipsis. */
  g_assert_cmpuint (khatt_shaper_get_n_cached (shaper), ==, 4);
}

static void
test_cache_is_bounded (void)
{
  g_autoptr (KhattShaper) shaper = khatt_shaper_new ();
  g_autoptr (KhattLabel) kept = khatt_label_ref (khatt_shaper_shape (shaper, "0", &face, -1, 0));

  for (int i = 0; i < 4095; i++)
    {
      g_autofree char *text = g_strdup_printf ("%d", i);

      khatt_shaper_shape (shaper, text, &face, -1, 0);
    }
  khatt_shaper_trim (shaper);
  g_assert_cmpuint (khatt_shaper_get_n_cached (shaper), ==, 4095);
  khatt_shaper_shape (shaper, "a", &face, -1, 0);
  khatt_shaper_shape (shaper, "b", &face, -1, 0);
  khatt_shaper_trim (shaper);
  g_assert_cmpuint (khatt_shaper_get_n_cached (shaper), ==, 2);
  g_assert_cmpstr (khatt_label_get_text (kept), ==, "0");
}

static void
test_alignment (void)
{
  g_autoptr (KhattShaper) shaper = khatt_shaper_new ();
  const KhattLabel *arabic = khatt_shaper_shape (shaper, texts[0], &face, -1, 0);
  const KhattLabel *latin = khatt_shaper_shape (shaper, "Minsk", &face, -1, 0);
  const double arabic_width = khatt_label_get_width (arabic);
  const double latin_width = khatt_label_get_width (latin);

  g_assert_cmpfloat (khatt_align_least_x (KHATT_ALIGN_START, arabic, 100), ==, 100 - arabic_width);
  g_assert_cmpfloat (khatt_align_least_x (KHATT_ALIGN_END, arabic, 100), ==, 100);
  g_assert_cmpfloat (khatt_align_least_x (KHATT_ALIGN_START, latin, 100), ==, 100);
  g_assert_cmpfloat (khatt_align_least_x (KHATT_ALIGN_END, latin, 100), ==, 100 - latin_width);
  g_assert_cmpfloat (khatt_align_least_x (KHATT_ALIGN_CENTER, latin, 100), ==,
                     100 - latin_width / 2);
  g_assert_cmpfloat (khatt_align_least_x (KHATT_ALIGN_LEAST, arabic, 100), ==, 100);
  g_assert_cmpfloat (khatt_align_least_x (KHATT_ALIGN_GREATEST, latin, 100), ==, 100 - latin_width);
}

typedef struct
{
  int n_dark;
  int n_light;
} InkCount;

/* On a grey ground, dark letters with a white halo. */
static InkCount
count_ink (const KhattTypeface *typeface, gboolean has_halo, double zoom)
{
  const KhattColor dark = { 0, 0, 0, 1 };
  const KhattColor light = { 1, 1, 1, 1 };
  g_autoptr (KhattShaper) shaper = khatt_shaper_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 300, 120);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (KhattInk) ink = khatt_ink_new (cr, KHATT_INK_PIXELS, shaper);
  InkCount count = { 0 };

  cairo_set_source_rgb (cr, 0.5, 0.5, 0.5);
  cairo_paint (cr);
  cairo_scale (cr, zoom, zoom);
  khatt_ink_show_label (ink, khatt_shaper_shape (shaper, texts[0], typeface, -1, 0), 10, 30,
                        KHATT_ALIGN_LEAST, &dark, has_halo ? &light : NULL);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  const guchar *data = cairo_image_surface_get_data (surface);

  for (int i = 0; i < 300 * 120; i++)
    {
      count.n_dark += data[4 * i] < 64;
      count.n_light += data[4 * i] > 192;
    }
  cairo_surface_destroy (surface);
  return count;
}

static void
test_halo (void)
{
  const InkCount without = count_ink (&face, FALSE, 1);
  const InkCount with = count_ink (&face, TRUE, 1);
  const InkCount doubled = count_ink (&face, TRUE, 2);

  g_assert_cmpint (without.n_dark, >, 50);
  g_assert_cmpint (without.n_light, ==, 0);
  g_assert_cmpint (with.n_light, >, 4 * with.n_dark);
  g_assert_cmpint (doubled.n_light, >, 3 * with.n_light);
  g_assert_cmpint (doubled.n_light, <, 6 * with.n_light);
}

static void
test_strike (void)
{
  const KhattTypeface struck = { .size = 12.5, .weight = 500, .struck = TRUE };
  const InkCount without = count_ink (&face, FALSE, 1);
  const InkCount with = count_ink (&struck, FALSE, 1);

  g_assert_cmpint (with.n_dark, >, without.n_dark + 40);
}

static cairo_status_t
discard (void *closure, const guchar *data, unsigned int length)
{
  return CAIRO_STATUS_SUCCESS;
}

static void
test_svg_text (void)
{
  const KhattColor dark = { 0, 0, 0, 1 };
  g_autoptr (KhattShaper) shaper = khatt_shaper_new ();
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (discard, NULL, 300, 100);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (KhattInk) ink = khatt_ink_new (cr, KHATT_INK_SVG_TEXT, shaper);
  g_autofree char *svg = NULL;

  khatt_ink_show_label (ink, khatt_shaper_shape (shaper, "قمة <\"&\">", &face, -1, 0), 290, 30,
                        KHATT_ALIGN_GREATEST, &dark, NULL);
  khatt_ink_show_label (ink, khatt_shaper_shape (shaper, "Minsk", &face, -1, 0), 10, 60,
                        KHATT_ALIGN_LEAST, &dark, NULL);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  svg = khatt_ink_dup_svg_text (ink);
  g_assert_true (g_str_has_prefix (svg, "<g fill-opacity=\"0\""));
  g_assert_nonnull (strstr (svg, "x=\"290.00\" y=\"30.00\""));
  g_assert_nonnull (strstr (svg, "direction=\"rtl\" unicode-bidi=\"plaintext\""));
  g_assert_nonnull (strstr (svg, ">قمة &lt;&quot;&amp;&quot;&gt;</text>"));
  g_assert_nonnull (strstr (svg, "x=\"10.00\" y=\"60.00\""));
  g_assert_nonnull (strstr (svg, ">Minsk</text>"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/label/cuts-are-trimmed", test_cut_table);
  g_test_add_func ("/label/cuts-between-graphemes", test_cuts_between_graphemes);
  g_test_add_func ("/label/cut-labels-fit-and-are-beginnings",
                   test_cut_labels_fit_and_are_beginnings);
  g_test_add_func ("/label/cut-labels-use-their-room", test_cut_labels_use_their_room);
  g_test_add_func ("/label/ellipsis-at-the-logical-end", test_ellipsis_at_the_logical_end);
  g_test_add_func ("/label/no-room-at-all", test_no_room_at_all);
  g_test_add_func ("/label/base-direction", test_base_direction);
  g_test_add_func ("/label/controls-are-dropped", test_controls_are_dropped);
  g_test_add_func ("/label/long-texts-are-cut", test_long_texts_are_cut);
  g_test_add_func ("/label/fonts-are-the-named-ones", test_fonts_are_the_named_ones);
  g_test_add_func ("/label/size-and-weight", test_size_and_weight);
  g_test_add_func ("/label/cache-remembers", test_cache_remembers);
  g_test_add_func ("/label/cache-tells-what-it-has", test_cache_tells_what_it_has);
  g_test_add_func ("/label/cache-is-bounded", test_cache_is_bounded);
  g_test_add_func ("/label/alignment", test_alignment);
  g_test_add_func ("/label/halo", test_halo);
  g_test_add_func ("/label/strike", test_strike);
  g_test_add_func ("/label/svg-text", test_svg_text);
  return g_test_run ();
}
