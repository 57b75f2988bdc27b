/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Words that were searched are lit in labels by what the text is painted with: the text itself, and
 * what assistive technology reads of it, stays as it is. They are heavier too, for those who do not
 * see the colour. */

#include "khatt-found.h"

#include "khatt-appearance.h"

/* A marker's yellow, through which the letters keep a contrast of more than 5 to 1. */
static const GdkRGBA on_light = { 0.96f, 0.76f, 0.07f, 0.45f };
static const GdkRGBA on_dark = { 0.90f, 0.65f, 0.04f, 0.45f };

/**
 * khatt_found_get_color:
 *
 * Returns: what lies behind found words, translucent
 */
GdkRGBA
khatt_found_get_color (void)
{
  KhattStyle style = khatt_appearance_get_style ();

  return style == KHATT_STYLE_DARK || style == KHATT_STYLE_HIGH_CONTRAST_DARK ? on_dark : on_light;
}

static void
add_attribute (PangoAttrList *list, PangoAttribute *attribute, const KhattTextRange *range)
{
  attribute->start_index = (guint) range->first;
  attribute->end_index = (guint) range->after;
  pango_attr_list_insert (list, attribute);
}

static guint16
get_channel (float value)
{
  return (guint16) (value * G_MAXUINT16);
}

static void
light_label (GtkLabel *label, const KhattQuery *query)
{
  g_autoptr (GArray) ranges = khatt_query_find_ranges (query, gtk_label_get_text (label));
  g_autoptr (PangoAttrList) list = NULL;
  GdkRGBA color = khatt_found_get_color ();

  if (ranges->len > 0)
    list = pango_attr_list_new ();
  for (guint i = 0; i < ranges->len; i++)
    {
      const KhattTextRange *range = &g_array_index (ranges, KhattTextRange, i);

      add_attribute (list,
                     pango_attr_background_new (get_channel (color.red), get_channel (color.green),
                                                get_channel (color.blue)),
                     range);
      add_attribute (list, pango_attr_background_alpha_new (get_channel (color.alpha)), range);
      add_attribute (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD), range);
    }
  gtk_label_set_attributes (label, list);
}

/**
 * khatt_found_light_labels:
 * @root: a label, or what holds labels
 * @query: (nullable): what was searched; %NULL: nothing
 *
 * Lights the words of @query in every label of @root, and nothing else any more. Labels that have
 * attributes of their own may not be among them.
 */
void
khatt_found_light_labels (GtkWidget *root, const KhattQuery *query)
{
  g_autoptr (GQueue) widgets = g_queue_new ();
  GtkWidget *widget;

  g_queue_push_tail (widgets, root);
  while ((widget = g_queue_pop_head (widgets)) != NULL)
    {
      if (GTK_IS_LABEL (widget) && query)
        light_label (GTK_LABEL (widget), query);
      else if (GTK_IS_LABEL (widget))
        gtk_label_set_attributes (GTK_LABEL (widget), NULL);
      for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
           child = gtk_widget_get_next_sibling (child))
        g_queue_push_tail (widgets, child);
    }
}
