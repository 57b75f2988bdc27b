/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Carries the palette of the drawing into the style sheet of the window, so that a kind has one
 * colour wherever it is shown: the colours are defined for CSS from the same table, and again
 * whenever the system turns dark or asks for high contrast. */

#include "khatt-appearance.h"

#include "khatt-kind.h"
#include "khatt-ui.h"

#define OPAQUE_BYTE 255

static void
append_color (GString *css, const char *name, const KhattColor *color)
{
  char alpha[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (alpha, sizeof alpha, "%.3f", color->alpha);
  g_string_append_printf (
      css, "@define-color %s rgba(%d,%d,%d,%s);\n", name, (int) (color->red * OPAQUE_BYTE + 0.5),
      (int) (color->green * OPAQUE_BYTE + 0.5), (int) (color->blue * OPAQUE_BYTE + 0.5), alpha);
}

static void
load_colors (GtkCssProvider *provider)
{
  g_autofree char *css = khatt_appearance_dup_colors (khatt_appearance_get_palette ());

  gtk_css_provider_load_from_data (provider, css, -1);
}

static void
load_fonts (GtkCssProvider *provider, GtkSettings *settings)
{
  g_autofree char *font = NULL;
  g_autofree char *css = NULL;

  g_object_get (settings, "gtk-font-name", &font, NULL);
  css = khatt_appearance_dup_fonts (font);
  gtk_css_provider_load_from_data (provider, css, -1);
}

static void
font_changed_cb (GtkSettings *settings, GParamSpec *pspec, GtkCssProvider *provider)
{
  load_fonts (provider, settings);
}

static void
load_contrast (GtkCssProvider *provider)
{
  if (adw_style_manager_get_high_contrast (adw_style_manager_get_default ()))
    gtk_css_provider_load_from_resource (provider, KHATT_RESOURCE_PATH "/style-hc.css");
  else
    gtk_css_provider_load_from_data (provider, "", 0);
}

static void
style_changed_cb (AdwStyleManager *manager, GParamSpec *pspec, GtkCssProvider *provider)
{
  load_colors (provider);
}

static void
contrast_changed_cb (AdwStyleManager *manager, GParamSpec *pspec, GtkCssProvider *provider)
{
  load_contrast (provider);
}

/**
 * khatt_appearance_get_style:
 *
 * Returns: the style that the system asks for
 */
KhattStyle
khatt_appearance_get_style (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean is_dark = adw_style_manager_get_dark (manager);

  if (adw_style_manager_get_high_contrast (manager))
    return is_dark ? KHATT_STYLE_HIGH_CONTRAST_DARK : KHATT_STYLE_HIGH_CONTRAST_LIGHT;
  return is_dark ? KHATT_STYLE_DARK : KHATT_STYLE_LIGHT;
}

/**
 * khatt_appearance_get_palette:
 *
 * Returns: (transfer none): the palette of the style that the system asks for
 */
const KhattPalette *
khatt_appearance_get_palette (void)
{
  return khatt_palette_get (khatt_appearance_get_style ());
}

/**
 * khatt_appearance_dup_colors:
 * @palette: a palette
 *
 * Returns: (transfer full): CSS that names the colours of @palette, both our own and the theme's
 */
char *
khatt_appearance_dup_colors (const KhattPalette *palette)
{
  const struct
  {
    const char *name;
    const KhattColor *color;
  } table[] = {
    { "window_bg_color", &palette->window },
    { "window_fg_color", &palette->text },
    { "view_bg_color", &palette->lane },
    { "view_fg_color", &palette->text },
    { "headerbar_bg_color", &palette->header },
    { "headerbar_fg_color", &palette->text },
    { "accent_bg_color", &palette->accent },
    { "accent_fg_color", &palette->lane },
    { "accent_color", &palette->accent_text },
    { "khatt_lane", &palette->lane },
    { "khatt_header", &palette->header },
    { "khatt_text", &palette->text },
    { "khatt_dim", &palette->dim },
    { "khatt_hair", &palette->hair },
    { "khatt_line", &palette->line },
    { "khatt_today", &palette->today },
  };
  GString *css = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    append_color (css, table[i].name, table[i].color);
  for (int kind = 0; kind < KHATT_N_KINDS; kind++)
    {
      g_autofree char *name = g_strconcat ("khatt_", khatt_kind_get_name (kind), NULL);

      append_color (css, name, &palette->kinds[kind]);
    }
  return g_string_free (css, FALSE);
}

/**
 * khatt_appearance_dup_fonts:
 * @font: (nullable): the system's font, as Pango describes it
 *
 * The interface keeps the system's font. Where that has no Arabic, or is only an alias, the Arabic
 * font of the drawing is named, because what is fallen back to differs between systems.
 *
 * Returns: (transfer full): CSS that names the fonts of the interface
 */
char *
khatt_appearance_dup_fonts (const char *font)
{
  static const char *const aliases[] = { "sans", "sans-serif", "system-ui", NULL };
  PangoFontDescription *description = pango_font_description_from_string (font ? font : "");
  const char *family = pango_font_description_get_family (description);
  g_autofree char *lower = g_ascii_strdown (family ? family : "sans", -1);
  g_autofree char *escaped = g_strescape (family ? family : "", NULL);
  gboolean is_alias = g_strv_contains (aliases, lower);
  char *css =
      g_strdup_printf ("window, tooltip { font-family: \"%s\", \"Noto Sans Arabic\", sans-serif; }",
                       is_alias ? "Noto Sans" : escaped);

  pango_font_description_free (description);
  return css;
}

static void
add_provider (GdkDisplay *display, GtkCssProvider *provider)
{
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

/**
 * khatt_appearance_install:
 * @display: the display that the windows are on
 *
 * Installs the style sheets on @display, with the colours of the palette, now and after each change
 * of style.
 */
void
khatt_appearance_install (GdkDisplay *display)
{
  AdwStyleManager *manager = adw_style_manager_get_for_display (display);
  GtkSettings *settings = gtk_settings_get_for_display (display);
  g_autoptr (GtkCssProvider) colors = gtk_css_provider_new ();
  g_autoptr (GtkCssProvider) fonts = gtk_css_provider_new ();
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();
  g_autoptr (GtkCssProvider) contrast = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (style, KHATT_RESOURCE_PATH "/style.css");
  load_contrast (contrast);
  load_colors (colors);
  load_fonts (fonts, settings);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (style_changed_cb), colors, 0);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (style_changed_cb), colors,
                           0);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (contrast_changed_cb),
                           contrast, 0);
  g_signal_connect_object (settings, "notify::gtk-font-name", G_CALLBACK (font_changed_cb), fonts,
                           0);
  add_provider (display, colors);
  add_provider (display, fonts);
  add_provider (display, style);
  add_provider (display, contrast);
}

/**
 * khatt_appearance_redraw_on_change:
 * @widget: a widget that paints with the palette
 *
 * Paints @widget again whenever the style changes.
 */
void
khatt_appearance_redraw_on_change (GtkWidget *widget)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), widget,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw),
                           widget, G_CONNECT_SWAPPED);
}
