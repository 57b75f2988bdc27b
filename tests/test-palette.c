/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The palette's promises, computed anew: the contrast of every ink on the worst of its grounds
 * (WCAG 2.2, relative luminance). */

#include "khatt-palette.h"

#include <math.h>

#define ROUNDING 0.06
#define LEAST_OF_TEXT 4.5
#define LEAST_OF_MARKS 3.0
#define LEAST_OF_TEXT_HIGH 7.0
#define MAX_GROUNDS 5

typedef struct
{
  const char *name;
  double text;
  double dim;
  double link;
  double today;
  double kinds[KHATT_N_KINDS];
} Expected;

/* Computed from the colours by a program of their own. */
static const Expected expected[] = {
  [KHATT_STYLE_LIGHT] = {
    .name = "light",
    .text = 12.8,
    .dim = 5.3,
    .link = 4.9,
    .today = 4.7,
    .kinds = { 4.0, 4.2, 3.1, 7.8, 3.2, 3.1, 8.1, 5.2, 3.5 },
  },
  [KHATT_STYLE_DARK] = {
    .name = "dark",
    .text = 11.1,
    .dim = 5.8,
    .link = 6.1,
    .today = 4.9,
    .kinds = { 4.8, 5.2, 6.3, 3.9, 6.8, 6.4, 4.0, 6.3, 4.0 },
  },
  [KHATT_STYLE_HIGH_CONTRAST_LIGHT] = {
    .name = "high-contrast-light",
    .text = 17.3,
    .dim = 11.2,
    .link = 6.6,
    .today = 7.7,
    .kinds = { 6.4, 6.6, 6.1, 11.1, 6.3, 6.6, 11.4, 8.0, 9.4 },
  },
  [KHATT_STYLE_HIGH_CONTRAST_DARK] = {
    .name = "high-contrast-dark",
    .text = 18.0,
    .dim = 12.8,
    .link = 9.8,
    .today = 9.4,
    .kinds = { 9.5, 9.5, 11.8, 8.8, 12.3, 11.7, 9.2, 11.8, 11.9 },
  },
  [KHATT_STYLE_PRINT] = {
    .name = "print",
    .text = 16.7,
    .dim = 7.6,
    .link = 6.4,
    .today = 7.4,
    .kinds = { 5.2, 5.9, 3.2, 11.6, 4.1, 3.8, 12.9, 8.7, 4.5 },
  },
};

static double
linearise (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
get_luminance (const KhattColor *color)
{
  return 0.2126 * linearise (color->red) + 0.7152 * linearise (color->green) +
         0.0722 * linearise (color->blue);
}

static double
get_contrast (const KhattColor *a, const KhattColor *b)
{
  double first = get_luminance (a);
  double second = get_luminance (b);

  return (MAX (first, second) + 0.05) / (MIN (first, second) + 0.05);
}

/* Lane, weekend, a selected lane that crosses a weekend; for text also panes and axis. */
static guint
list_grounds (const KhattPalette *palette, gboolean is_text, KhattColor grounds[MAX_GROUNDS])
{
  guint n = 0;

  grounds[n++] = palette->lane;
  grounds[n++] = khatt_color_over (&palette->band, &palette->lane);
  grounds[n] = khatt_color_over (&palette->selected_lane, &grounds[1]);
  n++;
  if (is_text)
    {
      grounds[n++] = palette->window;
      grounds[n++] = palette->header;
    }

  return n;
}

static double
get_worst (const KhattPalette *palette, const KhattColor *ink, gboolean is_text)
{
  KhattColor grounds[MAX_GROUNDS];
  guint n = list_grounds (palette, is_text, grounds);
  double worst = G_MAXDOUBLE;

  for (guint i = 0; i < n; i++)
    worst = MIN (worst, get_contrast (ink, &grounds[i]));

  return worst;
}

static void
test_text_contrast (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const KhattPalette *palette = khatt_palette_get (i);
      double least = khatt_palette_is_high_contrast (palette) ? LEAST_OF_TEXT_HIGH : LEAST_OF_TEXT;

      g_assert_cmpfloat_with_epsilon (get_worst (palette, &palette->text, TRUE), expected[i].text,
                                      ROUNDING);
      g_assert_cmpfloat_with_epsilon (get_worst (palette, &palette->dim, TRUE), expected[i].dim,
                                      ROUNDING);
      g_assert_cmpfloat (get_worst (palette, &palette->text, TRUE), >=, least);
      g_assert_cmpfloat (get_worst (palette, &palette->dim, TRUE), >=, least);
    }
}

static void
test_link_contrast (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const KhattPalette *palette = khatt_palette_get (i);

      g_assert_cmpfloat_with_epsilon (get_worst (palette, &palette->accent_text, TRUE),
                                      expected[i].link, ROUNDING);
    }
}

static void
test_today_contrast (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const KhattPalette *palette = khatt_palette_get (i);

      g_assert_cmpfloat_with_epsilon (get_worst (palette, &palette->today, FALSE),
                                      expected[i].today, ROUNDING);
    }
}

static void
test_kind_contrast (gconstpointer data)
{
  KhattStyle style = GPOINTER_TO_UINT (data);
  const KhattPalette *palette = khatt_palette_get (style);

  for (guint kind = 0; kind < KHATT_N_KINDS; kind++)
    {
      double worst = get_worst (palette, &palette->kinds[kind], FALSE);

      g_test_message ("%s: %.2f", khatt_kind_get_name (kind), worst);
      g_assert_cmpfloat_with_epsilon (worst, expected[style].kinds[kind], ROUNDING);
      g_assert_cmpfloat (worst, >=, LEAST_OF_MARKS);
    }
}

/* The glyph on a plate is the colour of the lane: the same ratio the other way round. */
static void
test_glyph_contrast (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const KhattPalette *palette = khatt_palette_get (i);

      for (guint kind = 0; kind < KHATT_N_KINDS; kind++)
        g_assert_cmpfloat (get_contrast (&palette->lane, &palette->kinds[kind]), >=,
                           LEAST_OF_MARKS);
    }
}

static void
test_styles_have_names (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      KhattStyle style;

      g_assert_true (khatt_style_from_name (expected[i].name, &style));
      g_assert_cmpuint (style, ==, i);
      g_assert_cmpuint (khatt_palette_get (style)->style, ==, i);
    }
}

static void
test_unknown_style (void)
{
  KhattStyle style = KHATT_STYLE_DARK;

  g_assert_false (khatt_style_from_name ("sepia", &style));
  g_assert_false (khatt_style_from_name ("", &style));
  g_assert_false (khatt_style_from_name (NULL, &style));
  g_assert_cmpuint (style, ==, KHATT_STYLE_DARK);
}

static void
test_blending (void)
{
  const KhattColor black = { 0, 0, 0, 1 };
  const KhattColor white = { 1, 1, 1, 1 };
  KhattColor half = khatt_color_with_alpha (&black, 0.5);
  KhattColor seen = khatt_color_over (&half, &white);

  g_assert_cmpfloat (half.alpha, ==, 0.5);
  g_assert_cmpfloat (seen.red, ==, 0.5);
  g_assert_cmpfloat (seen.alpha, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/palette/text-contrast", test_text_contrast);
  g_test_add_func ("/palette/link-contrast", test_link_contrast);
  g_test_add_func ("/palette/today-contrast", test_today_contrast);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *path = g_strdup_printf ("/palette/kind-contrast/%s", expected[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_kind_contrast);
    }
  g_test_add_func ("/palette/glyph-contrast", test_glyph_contrast);
  g_test_add_func ("/palette/styles-have-names", test_styles_have_names);
  g_test_add_func ("/palette/unknown-style", test_unknown_style);
  g_test_add_func ("/palette/blending", test_blending);

  return g_test_run ();
}
