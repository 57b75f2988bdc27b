/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What was searched is lit in labels. */

#include "khatt-found.h"

#include <adwaita.h>
#include <math.h>

#include "khatt-ui.h"
#include "ui-sample.h"

static void
test_lights (void)
{
  static const struct
  {
    const char *text;
    const char *query;
    const char *lit;
  } cases[] = {
    { "فلاديمير بوتين", "بوتين", "بوتين" },  { "اتصالًا هاتفيًا", "اتصالا", "اتصالًا" },
    { "اتّصالٌ بأحمد", "احمد", "أحمد" },       { "في القاهرة وبالقاهرة", "القاهرة", "قاهرة|قاهرة" },
    { "بوتين وشي", "شي بوتين", "بوتين|شي" }, { "Putin calls", "put", "Put" },
    { "Putin calls", "utin", "" },           { "", "x", "" },
  };
  g_autoptr (GtkWidget) box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  GtkWidget *label = gtk_label_new (NULL);

  gtk_box_append (GTK_BOX (box), label);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KhattQuery) query = khatt_query_new (cases[i].query);
      g_autofree char *lit = NULL;

      gtk_label_set_text (GTK_LABEL (label), cases[i].text);
      khatt_found_light_labels (box, query);
      lit = ui_sample_dup_lit (box);
      g_assert_cmpstr (lit, ==, cases[i].lit);
      g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, cases[i].text);
      khatt_found_light_labels (box, NULL);
      g_assert_null (gtk_label_get_attributes (GTK_LABEL (label)));
    }
}

static double
get_luminance (const GdkRGBA *color)
{
  const float channels[] = { color->red, color->green, color->blue };
  const double shares[] = { 0.2126, 0.7152, 0.0722 };
  double luminance = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (channels); i++)
    luminance += shares[i] * (channels[i] <= 0.04045 ? channels[i] / 12.92
                                                     : pow ((channels[i] + 0.055) / 1.055, 2.4));
  return luminance;
}

/* WCAG 2.1, 1.4.3: 4.5 to 1. */
static void
test_contrast (void)
{
  static const struct
  {
    AdwColorScheme scheme;
    float paper;
    float ink;
  } cases[] = { { ADW_COLOR_SCHEME_FORCE_LIGHT, 1.0f, 0.2f },
                { ADW_COLOR_SCHEME_FORCE_DARK, 0.18f, 1.0f } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GdkRGBA ink = { cases[i].ink, cases[i].ink, cases[i].ink, 1 };
      double lighter, darker;
      GdkRGBA ground;

      adw_style_manager_set_color_scheme (adw_style_manager_get_default (), cases[i].scheme);
      ground = khatt_found_get_color ();
      ground.red = ground.alpha * ground.red + (1 - ground.alpha) * cases[i].paper;
      ground.green = ground.alpha * ground.green + (1 - ground.alpha) * cases[i].paper;
      ground.blue = ground.alpha * ground.blue + (1 - ground.alpha) * cases[i].paper;
      lighter = MAX (get_luminance (&ground), get_luminance (&ink));
      darker = MIN (get_luminance (&ground), get_luminance (&ink));
      g_assert_cmpfloat ((lighter + 0.05) / (darker + 0.05), >=, 4.5);
    }
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  khatt_ui_init ();
  g_test_add_func ("/found/lights-words", test_lights);
  g_test_add_func ("/found/leaves-contrast", test_contrast);
  return g_test_run ();
}
