/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The legend of the window. What occurs comes from the arrangement, the samples are painted by the
 * legend of the drawing, so that it cannot say anything else than the picture. */

#include "khatt-legend-bar.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "khatt-appearance.h"

#define MOST_POPOVER_HEIGHT 420
#define ROW_SPACING 15
#define SAMPLE_SPACING 6

struct _KhattLegendBar
{
  GtkWidget parent_instance;

  /* children */
  GtkWidget *row;
  GtkWidget *button;
  GtkWidget *list; /* in the popover, which is made when it is asked for */

  /* owned */
  KhattTimelineView *view;
  GSignalGroup *view_signals;

  KhattLegend legend;
  KhattDirection direction;
  int room;
};

G_DEFINE_FINAL_TYPE (KhattLegendBar, khatt_legend_bar, GTK_TYPE_WIDGET)

/* What a sample is painted from; the bar outlives its samples. */
typedef struct
{
  const KhattLegendBar *bar;
  KhattLegendEntry entry;
} Swatch;

static void
paint_swatch_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  const Swatch *swatch = user_data;
  g_autoptr (KhattInk) ink =
      khatt_ink_new (cr, KHATT_INK_PIXELS, khatt_timeline_view_get_shaper (swatch->bar->view));

  khatt_legend_entry_paint (&swatch->entry, khatt_appearance_get_palette (), swatch->bar->direction,
                            ink, &(KhattRect){ 0, 0, width, height });
}

static GtkWidget *
new_sample (KhattLegendBar *self, const KhattLegendEntry *entry)
{
  GtkWidget *area = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  Swatch swatch = { self, *entry };
  double width, height;

  khatt_legend_entry_get_size (entry, &width, &height);
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), (int) ceil (width));
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), (int) ceil (height));
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), paint_swatch_cb,
                                  g_memdup2 (&swatch, sizeof swatch), g_free);
  gtk_widget_set_valign (area, GTK_ALIGN_CENTER);
  khatt_appearance_redraw_on_change (area);

  return area;
}

static GtkWidget *
new_item (KhattLegendBar *self, const KhattLegendEntry *entry)
{
  GtkWidget *item = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SAMPLE_SPACING);
  GtkWidget *label = gtk_label_new (khatt_legend_entry_get_label (entry));

  gtk_widget_add_css_class (item, "khatt-legend-item");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (item), new_sample (self, entry));
  gtk_box_append (GTK_BOX (item), label);

  return item;
}

static GtkWidget *
new_heading (KhattLegendGroup group)
{
  GtkWidget *heading = gtk_label_new (khatt_legend_group_get_label (group));

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "khatt-legend-heading");

  return heading;
}

static void
clear_box (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

static void
fill_row (KhattLegendBar *self)
{
  KhattLegendEntry entries[KHATT_LEGEND_MOST_ENTRIES];
  guint n = khatt_legend_list (&self->legend, entries);

  clear_box (self->row);
  for (guint i = 0; i < n; i++)
    if (entries[i].group == KHATT_LEGEND_KINDS)
      gtk_box_append (GTK_BOX (self->row), new_item (self, &entries[i]));
}

static void
fill_list (KhattLegendBar *self)
{
  KhattLegendEntry entries[KHATT_LEGEND_MOST_ENTRIES];
  guint n = khatt_legend_list (&self->legend, entries);

  if (self->list == NULL)
    return;
  clear_box (self->list);
  for (guint i = 0; i < n; i++)
    {
      if (i == 0 || entries[i].group != entries[i - 1].group)
        gtk_box_append (GTK_BOX (self->list), new_heading (entries[i].group));
      gtk_box_append (GTK_BOX (self->list), new_item (self, &entries[i]));
    }
}

static void
fit_row (KhattLegendBar *self)
{
  int natural;

  gtk_widget_set_visible (self->row, TRUE);
  gtk_widget_measure (self->row, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  gtk_widget_set_visible (self->row, natural <= self->room);
}

static void
update (KhattLegendBar *self)
{
  KhattArrangement *arrangement =
      self->view != NULL ? khatt_timeline_view_get_arrangement (self->view) : NULL;
  KhattLegend legend = { 0 };
  KhattDirection direction = KHATT_DIRECTION_LTR;

  if (arrangement != NULL)
    {
      legend = *khatt_arrangement_get_legend (arrangement);
      direction = khatt_snapshot_get_direction (khatt_arrangement_get_snapshot (arrangement));
    }
  if (memcmp (&legend, &self->legend, sizeof legend) == 0 && direction == self->direction)
    return;

  self->legend = legend;
  self->direction = direction;
  fill_row (self);
  fill_list (self);
  fit_row (self);
}

static void
khatt_legend_bar_dispose (GObject *object)
{
  KhattLegendBar *self = KHATT_LEGEND_BAR (object);

  g_clear_object (&self->view_signals);
  g_clear_object (&self->view);
  g_clear_pointer (&self->row, gtk_widget_unparent);
  g_clear_pointer (&self->button, gtk_widget_unparent);

  G_OBJECT_CLASS (khatt_legend_bar_parent_class)->dispose (object);
}

static void
khatt_legend_bar_class_init (KhattLegendBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = khatt_legend_bar_dispose;

  gtk_widget_class_set_css_name (widget_class, "legend");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static GtkWidget *
new_popover (KhattLegendBar *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *window = gtk_scrolled_window_new ();

  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (window), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (window), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (window), MOST_POPOVER_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), self->list);
  gtk_popover_set_child (GTK_POPOVER (popover), window);
  gtk_widget_add_css_class (popover, "khatt-legend");

  return popover;
}

static void
open_cb (GtkMenuButton *button, gpointer user_data)
{
  KhattLegendBar *self = user_data;

  if (self->list != NULL)
    return;
  gtk_menu_button_set_popover (button, new_popover (self));
  fill_list (self);
}

static void
khatt_legend_bar_init (KhattLegendBar *self)
{
  self->row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, ROW_SPACING);
  gtk_widget_set_parent (self->row, GTK_WIDGET (self));

  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), "khatt-legend-symbolic");
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (self->button), FALSE);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), open_cb, self, NULL);
  /* Translators: what the marks of the timeline mean. */
  gtk_widget_set_tooltip_text (self->button, _ ("Legend"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Legend"), -1);
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));

  self->view_signals = g_signal_group_new (KHATT_TYPE_TIMELINE_VIEW);
  g_signal_group_connect_swapped (self->view_signals, "arranged", G_CALLBACK (update), self);
  fit_row (self);
}

/**
 * khatt_legend_bar_new:
 *
 * Returns: (transfer floating): a legend of no view
 */
GtkWidget *
khatt_legend_bar_new (void)
{
  return g_object_new (KHATT_TYPE_LEGEND_BAR, NULL);
}

/**
 * khatt_legend_bar_set_view:
 * @self: a legend
 * @view: (nullable): the view whose marks it explains
 *
 * Explains another view.
 */
void
khatt_legend_bar_set_view (KhattLegendBar *self, KhattTimelineView *view)
{
  g_return_if_fail (KHATT_IS_LEGEND_BAR (self));

  if (!g_set_object (&self->view, view))
    return;

  g_signal_group_set_target (self->view_signals, view);
  update (self);
}

/**
 * khatt_legend_bar_set_room:
 * @self: a legend
 * @room: in pixels
 *
 * Shows the row of kinds where it takes no more than @room.
 */
void
khatt_legend_bar_set_room (KhattLegendBar *self, int room)
{
  g_return_if_fail (KHATT_IS_LEGEND_BAR (self));

  if (room == self->room)
    return;
  self->room = room;
  fit_row (self);
}
