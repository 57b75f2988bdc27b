/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The rows that colours are chosen from. A sample has the colour that the drawing has on this
 * ground; that of no colour is hollow. */

#include "khatt-hue-factory.h"

#include "khatt-appearance.h"
#include "khatt-hue.h"
#include "khatt-palette.h"

#define SAMPLE_SIZE 16
#define SAMPLE_RADIUS 4
#define LINE_WIDTH 1.5
#define GAP 9

static void
draw_sample (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer hue_pointer)
{
  KhattHue hue = GPOINTER_TO_UINT (hue_pointer);
  const KhattPalette *palette = khatt_appearance_get_palette ();
  const KhattColor *color = hue == KHATT_HUE_NONE
                                ? &palette->dim
                                : khatt_palette_get_color (palette, KHATT_KIND_OTHER, hue);
  double inset = hue == KHATT_HUE_NONE ? LINE_WIDTH / 2 : 0;
  double radius = SAMPLE_RADIUS - inset;

  cairo_new_sub_path (cr);
  cairo_arc (cr, width - inset - radius, inset + radius, radius, -(G_PI / 2), 0);
  cairo_arc (cr, width - inset - radius, height - inset - radius, radius, 0, (G_PI / 2));
  cairo_arc (cr, inset + radius, height - inset - radius, radius, (G_PI / 2), G_PI);
  cairo_arc (cr, inset + radius, inset + radius, radius, G_PI, 3 * (G_PI / 2));
  cairo_close_path (cr);
  cairo_set_source_rgb (cr, color->red, color->green, color->blue);
  cairo_set_line_width (cr, LINE_WIDTH);
  if (hue == KHATT_HUE_NONE)
    cairo_stroke (cr);
  else
    cairo_fill (cr);
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, GAP);
  GtkWidget *sample = gtk_drawing_area_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (sample), SAMPLE_SIZE);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (sample), SAMPLE_SIZE);
  gtk_widget_set_valign (sample, GTK_ALIGN_CENTER);
  khatt_appearance_redraw_on_change (sample);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (row), sample);
  gtk_box_append (GTK_BOX (row), label);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  GtkWidget *sample = gtk_widget_get_first_child (row);
  const char *hue = gtk_string_object_get_string (gtk_list_item_get_item (item));

  for (guint i = 0; i < KHATT_N_HUES; i++)
    {
      if (g_str_equal (khatt_hue_get_label (i), hue))
        gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (sample), draw_sample,
                                        GUINT_TO_POINTER (i), NULL);
    }
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (row)), hue);
}

/**
 * khatt_hue_factory_new:
 *
 * Returns: (transfer full): what makes the rows of a #GtkStringList of hues
 */
GtkListItemFactory *
khatt_hue_factory_new (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  return factory;
}
