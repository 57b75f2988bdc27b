/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What can be seen to be wrong in a tree of widgets: words cut short that no tooltip tells whole,
 * words larger than the room they have, widgets that reach out of what shows them, neighbours that
 * lie on each other, and buttons too small to press. */

#include "ui-faults.h"

#include "khatt-overview.h"
#include "khatt-timeline-view.h"

/* A pointer's target, in pixels. */
#define LEAST_TARGET 24
/* Half pixels are rounded. */
#define TOLERANCE 1
#define LINE_SHARE 1.1
#define LONGEST_QUOTE 48

/* The part of the root that is shown where a widget is: what scrolls has as much as it wants. */
typedef struct
{
  float start, end, top, bottom;
} Room;

typedef struct
{
  GtkWidget *root;
  GPtrArray *faults;
} Search;

static char *
dup_words (GtkWidget *widget)
{
  const char *words = gtk_widget_get_tooltip_text (widget);

  if (GTK_IS_LABEL (widget))
    words = gtk_label_get_text (GTK_LABEL (widget));
  else if (GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) != NULL)
    words = gtk_button_get_label (GTK_BUTTON (widget));
  if (words == NULL)
    return g_strdup ("");
  return g_utf8_substring (words, 0, MIN (g_utf8_strlen (words, -1), LONGEST_QUOTE));
}

/* "GtkBox > GtkButton “Open”", from the root on. */
static char *
dup_path (Search *search, GtkWidget *widget)
{
  g_autoptr (GString) path = g_string_new (NULL);
  g_autofree char *words = dup_words (widget);

  for (GtkWidget *item = widget; item != NULL && item != search->root;
       item = gtk_widget_get_parent (item))
    {
      if (path->len > 0)
        g_string_prepend (path, " > ");
      g_string_prepend (path, G_OBJECT_TYPE_NAME (item));
    }
  if (words[0] != '\0')
    g_string_append_printf (path, " “%s”", words);
  return g_string_free (g_steal_pointer (&path), FALSE);
}

static void G_GNUC_PRINTF (3, 4)
    add_fault (Search *search, GtkWidget *widget, const char *format, ...)
{
  g_autofree char *path = dup_path (search, widget);
  g_autofree char *words = NULL;
  va_list arguments;

  va_start (arguments, format);
  words = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (search->faults, g_strconcat (path, ": ", words, NULL));
}

static gboolean
get_bounds (Search *search, GtkWidget *widget, graphene_rect_t *bounds)
{
  return gtk_widget_compute_bounds (widget, search->root, bounds) && bounds->size.width > 0 &&
         bounds->size.height > 0;
}

static gboolean
has_tooltip (Search *search, GtkWidget *widget)
{
  for (; widget != NULL && widget != search->root; widget = gtk_widget_get_parent (widget))
    if (gtk_widget_get_has_tooltip (widget))
      return TRUE;
  return FALSE;
}

/* libadwaita gives no tooltips to its toasts, whose type it does not publish, nor to what is chosen
 * in a row, of which the list that opens tells the rest. */
static gboolean
is_of_libadwaita (GtkWidget *widget)
{
  if (gtk_widget_get_ancestor (widget, ADW_TYPE_COMBO_ROW) != NULL)
    return TRUE;
  while (widget != NULL && !g_str_equal (G_OBJECT_TYPE_NAME (widget), "AdwToastWidget"))
    widget = gtk_widget_get_parent (widget);
  return widget != NULL;
}

static void
look_at_label (Search *search, GtkLabel *label)
{
  GtkWidget *widget = GTK_WIDGET (label);
  PangoLayout *layout = gtk_label_get_layout (label);
  int width, height;

  if (gtk_label_get_text (label)[0] == '\0')
    return;
  pango_layout_get_pixel_size (layout, &width, &height);
  if (pango_layout_is_ellipsized (layout) && !has_tooltip (search, widget) &&
      !is_of_libadwaita (widget))
    add_fault (search, widget, "cut short, and no tooltip tells the rest");
  /* Lines stand closer than the font asks for. */
  if (width > gtk_widget_get_width (widget) + TOLERANCE ||
      height > gtk_widget_get_height (widget) * LINE_SHARE + TOLERANCE)
    add_fault (search, widget, "%d x %d of words in %d x %d", width, height,
               gtk_widget_get_width (widget), gtk_widget_get_height (widget));
}

static void
look_at_target (Search *search, GtkWidget *widget, const graphene_rect_t *bounds)
{
  if (bounds->size.width < LEAST_TARGET || bounds->size.height < LEAST_TARGET)
    add_fault (search, widget, "%g x %g are too few to press", bounds->size.width,
               bounds->size.height);
}

static void
look_at_edges (Search *search, GtkWidget *widget, const graphene_rect_t *bounds, const Room *room)
{
  float end = bounds->origin.x + bounds->size.width;
  float bottom = bounds->origin.y + bounds->size.height;

  if (bounds->origin.x < room->start - TOLERANCE || end > room->end + TOLERANCE)
    add_fault (search, widget, "from %g to %g across, beyond %g to %g", bounds->origin.x, end,
               room->start, room->end);
  if (bounds->origin.y < room->top - TOLERANCE || bottom > room->bottom + TOLERANCE)
    add_fault (search, widget, "from %g to %g down, beyond %g to %g", bounds->origin.y, bottom,
               room->top, room->bottom);
}

/* Whose children are meant to lie on each other. */
static gboolean
is_pile (GtkWidget *widget)
{
  return gtk_widget_get_ancestor (widget, ADW_TYPE_ENTRY_ROW) != NULL || GTK_IS_OVERLAY (widget) ||
         GTK_IS_STACK (widget) || ADW_IS_FLAP (widget) || ADW_IS_TOAST_OVERLAY (widget) ||
         ADW_IS_LEAFLET (widget) || GTK_IS_SCROLLABLE (widget) || GTK_IS_RANGE (widget) ||
         GTK_IS_SWITCH (widget) || GTK_IS_SCROLLED_WINDOW (widget) ||
         GTK_IS_PROGRESS_BAR (widget) || GTK_IS_TEXT (widget);
}

static void
look_at_neighbours (Search *search, GtkWidget *parent)
{
  g_autoptr (GArray) seen = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
  graphene_rect_t bounds, common;

  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (!gtk_widget_get_mapped (child) || GTK_IS_NATIVE (child) ||
          !get_bounds (search, child, &bounds))
        continue;
      for (guint i = 0; i < seen->len; i++)
        if (graphene_rect_intersection (&bounds, &g_array_index (seen, graphene_rect_t, i),
                                        &common) &&
            common.size.width > TOLERANCE && common.size.height > TOLERANCE)
          add_fault (search, child, "lies on its neighbour");
      g_array_append_val (seen, bounds);
    }
}

/* What `widget` leaves of the room to what is in it. */
static Room
get_room_inside (GtkWidget *widget, const graphene_rect_t *bounds, Room room)
{
  GtkPolicyType across, down;
  Room inside = room;

  if (GTK_IS_SCROLLED_WINDOW (widget))
    {
      gtk_scrolled_window_get_policy (GTK_SCROLLED_WINDOW (widget), &across, &down);
      inside.start = across == GTK_POLICY_NEVER ? bounds->origin.x : -G_MAXFLOAT;
      inside.end = across == GTK_POLICY_NEVER ? bounds->origin.x + bounds->size.width : G_MAXFLOAT;
      inside.top = down == GTK_POLICY_NEVER ? bounds->origin.y : -G_MAXFLOAT;
      inside.bottom =
          down == GTK_POLICY_NEVER ? bounds->origin.y + bounds->size.height : G_MAXFLOAT;
    }
  /* Text that scrolls in its field, and what is listed. */
  else if (GTK_IS_EDITABLE (widget) || GTK_IS_SCROLLABLE (widget))
    {
      inside.start = inside.top = -G_MAXFLOAT;
      inside.end = inside.bottom = G_MAXFLOAT;
    }
  return inside;
}

/* What only dims the rest of a flap. */
static gboolean
is_shade (GtkWidget *widget)
{
  return ADW_IS_FLAP (gtk_widget_get_parent (widget)) &&
         gtk_widget_get_first_child (widget) == NULL;
}

static void
look_at (Search *search, GtkWidget *widget, Room room)
{
  graphene_rect_t bounds;

  if (!get_bounds (search, widget, &bounds))
    return;
  look_at_edges (search, widget, &bounds, &room);
  if (GTK_IS_LABEL (widget))
    look_at_label (search, GTK_LABEL (widget));
  if (GTK_IS_BUTTON (widget))
    look_at_target (search, widget, &bounds);
  /* What these draw they place themselves. */
  if (KHATT_IS_TIMELINE_VIEW (widget) || KHATT_IS_OVERVIEW (widget) || GTK_IS_RANGE (widget))
    return;
  if (!is_pile (widget))
    look_at_neighbours (search, widget);
  room = get_room_inside (widget, &bounds, room);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_mapped (child) && !GTK_IS_NATIVE (child) && !is_shade (child))
      look_at (search, child, room);
}

/**
 * ui_faults_find:
 * @root: a window or a popover that is shown
 *
 * Returns: (transfer full) (element-type utf8): what is wrong in it, a sentence each; not in
 *   popovers of it
 */
GPtrArray *
ui_faults_find (GtkWidget *root)
{
  Search search = { root, g_ptr_array_new_with_free_func (g_free) };
  graphene_rect_t bounds;
  Room room;

  if (!get_bounds (&search, root, &bounds))
    return search.faults;
  room = (Room){ bounds.origin.x, bounds.origin.x + bounds.size.width, bounds.origin.y,
                 bounds.origin.y + bounds.size.height };
  look_at (&search, root, room);
  return search.faults;
}
