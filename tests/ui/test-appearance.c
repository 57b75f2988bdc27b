/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The colours and fonts of the window come from those of the drawing. */

#include <string.h>

#include "khatt-appearance.h"
#include "khatt-kind.h"
#include "khatt-ui.h"

static void
test_kinds (void)
{
  for (int style = KHATT_STYLE_LIGHT; style <= KHATT_STYLE_HIGH_CONTRAST_DARK; style++)
    {
      g_autofree char *css = khatt_appearance_dup_colors (khatt_palette_get (style));

      for (int kind = 0; kind < KHATT_N_KINDS; kind++)
        {
          g_autofree char *name =
              g_strconcat ("@define-color khatt_", khatt_kind_get_name (kind), " rgba(", NULL);

          g_assert_nonnull (strstr (css, name));
        }
    }
}

static void
test_values (void)
{
  g_autofree char *css = khatt_appearance_dup_colors (khatt_palette_get (KHATT_STYLE_LIGHT));

  /* #0072B2 and #FAFAFB */
  g_assert_nonnull (strstr (css, "@define-color khatt_call rgba(0,114,178,1.000);"));
  g_assert_nonnull (strstr (css, "@define-color window_bg_color rgba(250,250,251,1.000);"));
}

static void
note_error (GtkCssProvider *provider, GtkCssSection *section, GError *error, guint *n_errors)
{
  (*n_errors)++;
}

/* GTK finds our own icon without being told where it is. */
static void
test_icon (void)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());

  g_assert_true (gtk_icon_theme_has_icon (theme, "khatt-legend-symbolic"));
}

static void
test_is_css (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
  g_autofree char *colors = khatt_appearance_dup_colors (khatt_palette_get (KHATT_STYLE_DARK));
  g_autofree char *fonts = khatt_appearance_dup_fonts ("Strange \"Name\" 11");
  g_autofree char *css = g_strconcat (colors, fonts, NULL);
  guint n_errors = 0;

  g_signal_connect (provider, "parsing-error", G_CALLBACK (note_error), &n_errors);
  gtk_css_provider_load_from_data (provider, css, -1);
  g_assert_cmpuint (n_errors, ==, 0);
}

static void
test_fonts (void)
{
  const struct
  {
    const char *font;
    const char *expected;
  } cases[] = {
    { "Cantarell 11", "\"Cantarell\", \"Noto Sans Arabic\"" },
    { "Sans 10", "\"Noto Sans\", \"Noto Sans Arabic\"" },
    { "Sans-Serif Bold 10", "\"Noto Sans\", \"Noto Sans Arabic\"" },
    { NULL, "\"Noto Sans\", \"Noto Sans Arabic\"" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *css = khatt_appearance_dup_fonts (cases[i].font);

      g_assert_nonnull (strstr (css, cases[i].expected));
    }
}

static void
test_follows_style (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
  g_assert_cmpint (khatt_appearance_get_style (), ==, KHATT_STYLE_DARK);
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_LIGHT);
  g_assert_cmpint (khatt_appearance_get_style (), ==, KHATT_STYLE_LIGHT);
}

static void
test_style_sheets (void)
{
  const char *const names[] = { "style.css", "style-hc.css" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
      g_autofree char *path = g_strconcat (KHATT_RESOURCE_PATH "/", names[i], NULL);
      guint n_errors = 0;

      g_signal_connect (provider, "parsing-error", G_CALLBACK (note_error), &n_errors);
      gtk_css_provider_load_from_resource (provider, path);
      g_assert_cmpuint (n_errors, ==, 0);
    }
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  khatt_ui_init ();
  adw_init ();
  g_test_add_func ("/appearance/a-colour-for-each-kind", test_kinds);
  g_test_add_func ("/appearance/the-palette's-values", test_values);
  g_test_add_func ("/appearance/is-css", test_is_css);
  g_test_add_func ("/appearance/an-arabic-font-is-named", test_fonts);
  g_test_add_func ("/appearance/follows-the-style", test_follows_style);
  g_test_add_func ("/appearance/the-style-sheets-have-no-errors", test_style_sheets);
  g_test_add_func ("/appearance/has-its-icon", test_icon);
  return g_test_run ();
}
