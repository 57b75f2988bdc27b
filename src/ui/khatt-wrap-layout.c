/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Chips in rows: each child is as wide as it wants (never wider than the row), and what does not
 * fit goes to the next row. Rows begin at the interface's start side. */

#include "khatt-wrap-layout.h"

struct _KhattWrapLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
};

G_DEFINE_FINAL_TYPE (KhattWrapLayout, khatt_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

/* Goes through the children at `width`; places them where `places_children`. Returns the height. */
static int
flow (KhattWrapLayout *self, GtkWidget *widget, int width, gboolean places_children)
{
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int along = 0;
  int top = 0;
  int row_height = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      int minimum, natural, child_width, child_height;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
      child_width = MAX (minimum, MIN (natural, width));
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, child_width, NULL, &child_height, NULL,
                          NULL);
      if (along > 0 && along + child_width > width)
        {
          top += row_height + self->spacing;
          along = 0;
          row_height = 0;
        }
      if (places_children)
        gtk_widget_size_allocate (child,
                                  &(GtkAllocation){ is_rtl ? width - along - child_width : along,
                                                    top, child_width, child_height },
                                  -1);
      along += child_width + self->spacing;
      row_height = MAX (row_height, child_height);
    }
  return top + row_height;
}

static GtkSizeRequestMode
khatt_wrap_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (KhattWrapLayout *self, GtkWidget *widget, int *minimum, int *natural)
{
  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural,
                          NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural + (*natural > 0 ? self->spacing : 0);
    }
}

static void
khatt_wrap_layout_measure (GtkLayoutManager *manager,
                           GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  KhattWrapLayout *self = KHATT_WRAP_LAYOUT (manager);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (self, widget, minimum, natural);
  else
    *minimum = *natural = flow (self, widget, for_size < 0 ? G_MAXINT : for_size, FALSE);
}

static void
khatt_wrap_layout_allocate (GtkLayoutManager *manager,
                            GtkWidget *widget,
                            int width,
                            int height,
                            int baseline)
{
  flow (KHATT_WRAP_LAYOUT (manager), widget, width, TRUE);
}

static void
khatt_wrap_layout_class_init (KhattWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = khatt_wrap_layout_get_request_mode;
  manager_class->measure = khatt_wrap_layout_measure;
  manager_class->allocate = khatt_wrap_layout_allocate;
}

static void
khatt_wrap_layout_init (KhattWrapLayout *self)
{
}

/**
 * khatt_wrap_layout_new:
 * @spacing: pixels between children and between rows
 *
 * Returns: (transfer full): a new layout manager
 */
GtkLayoutManager *
khatt_wrap_layout_new (int spacing)
{
  KhattWrapLayout *self = g_object_new (KHATT_TYPE_WRAP_LAYOUT, NULL);

  self->spacing = spacing;
  return GTK_LAYOUT_MANAGER (self);
}
