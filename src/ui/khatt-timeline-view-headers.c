/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The lanes for the keyboard and for assistive technology: a list beside the events, one Tab from
 * them, with a child for each lane in view. It follows the picture as the events do. */

#include "khatt-timeline-view-private.h"

#include "khatt-lane-header.h"
#include "khatt-lanes-by.h"
#include "khatt-words.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* The rows of lanes that are not pinned scroll below those that are. */
static double
get_top (KhattTimelineView *self, guint lane)
{
  guint n_pinned = khatt_arrangement_get_n_pinned (self->arrangement);
  KhattRect plot = khatt_layout_get_plot (self->layout);
  KhattRect last_pinned;

  if (lane < n_pinned || n_pinned == 0)
    return plot.y;
  last_pinned = khatt_layout_get_lane (self->layout, n_pinned - 1);
  return last_pinned.y + last_pinned.height;
}

/* What is in view of a lane's header: of its row where lanes have no column for their names. */
static KhattRect
get_rect (KhattTimelineView *self, guint lane)
{
  KhattRect plot = khatt_layout_get_plot (self->layout);
  KhattRect column = khatt_layout_get_headers (self->layout);
  KhattRect row = khatt_layout_get_lane (self->layout, lane);
  double top = MAX (row.y, get_top (self, lane));
  double bottom = MIN (row.y + row.height, plot.y + plot.height);

  if (!khatt_rect_is_empty (&column))
    {
      row.x = column.x;
      row.width = column.width;
    }
  return (KhattRect){ row.x, top, row.width, MAX (0, bottom - top) };
}

static char *
describe_events (KhattTimelineView *self, guint lane)
{
  guint32 counts[KHATT_N_KINDS];
  guint32 n_events = khatt_arrangement_get_lane (self->arrangement, lane)->n_events;
  gint64 first = 0;
  gint64 last = 0;

  khatt_timeline_view_get_visible_span (self, &first, &last);

  g_autofree char *number = khatt_words_count (&self->words, n_events);
  g_autofree char *shown = khatt_words_count (
      &self->words, khatt_arrangement_count (self->arrangement, lane, first, last, counts));

  /* Translators: of a lane: how many events it has, and how many of them are in view now; both
   * numbers are already written out. */
  return g_strdup_printf (ngettext ("%s event, %s in view", "%s events, %s in view", n_events),
                          number, shown);
}

/* "Putin, President of Russia: 12 events, 8 in view; pinned; collapsed" */
static char *
describe_lane (KhattTimelineView *self, guint lane)
{
  const KhattLane *info = khatt_arrangement_get_lane (self->arrangement, lane);
  g_autofree char *events = describe_events (self, lane);
  g_autoptr (GString) text = g_string_new (info->name);

  if (info->detail != NULL)
    /* Translators: of a lane's header, after the name: the office. */
    g_string_append_printf (text, C_ ("lane", ", %s"), info->detail);
  /* Translators: of a lane's header, after its name: how many events it has. */
  g_string_append_printf (text, C_ ("lane", ": %s"), events);
  if (lane < khatt_arrangement_get_n_pinned (self->arrangement))
    g_string_append (text, C_ ("lane", "; pinned"));
  if (info->is_collapsed)
    g_string_append (text, C_ ("lane", "; collapsed"));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
fill_header (KhattTimelineView *self, GtkWidget *header, guint lane)
{
  g_autofree char *label = describe_lane (self, lane);
  g_autofree char *number = khatt_words_count (&self->words, lane + 1);
  g_autofree char *total =
      khatt_words_count (&self->words, khatt_arrangement_get_n_lanes (self->arrangement));
  /* Translators: which of the lanes it is: its number, and how many there are. */
  g_autofree char *place = g_strdup_printf (C_ ("lane", "Lane %s of %s"), number, total);

  khatt_lane_header_set_words (KHATT_LANE_HEADER (header), label, place,
                               khatt_arrangement_get_lane (self->arrangement, lane)->is_collapsed);
}

static void
fill_list (KhattTimelineView *self)
{
  const char *title = khatt_lanes_by_get_title (self->lanes_by);
  const char *const *hidden =
      khatt_timeline_view_get_lane_settings (self)->lists[KHATT_LANE_HIDDEN];
  guint n_hidden = hidden != NULL ? g_strv_length ((char **) hidden) : 0;
  g_autofree char *number = khatt_words_count (&self->words, n_hidden);
  /* Translators: of the list of lanes: what they are, as "Actors", and how many are hidden. */
  g_autofree char *with_hidden = g_strdup_printf (
      ngettext ("%s, %s lane hidden", "%s, %s lanes hidden", n_hidden), title, number);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->lane_list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  n_hidden > 0 ? with_hidden : title, -1);
}

static GtkWidget *
find_header (KhattTimelineView *self, const char *key)
{
  GtkWidget *header = gtk_widget_get_first_child (self->lane_list);

  while (header != NULL &&
         g_strcmp0 (khatt_lane_header_get_key (KHATT_LANE_HEADER (header)), key) != 0)
    header = gtk_widget_get_next_sibling (header);
  return header;
}

static guint
count_before (GtkWidget *child)
{
  guint number = 0;

  while ((child = gtk_widget_get_prev_sibling (child)) != NULL)
    number++;
  return number;
}

/* The ring of a mark is there only while the focus is among the marks. */
static void
header_focused_cb (KhattLaneHeader *header, GParamSpec *pspec, KhattTimelineView *self)
{
  khatt_timeline_view_drop_state (self, KHATT_STATE_FOCUSED);
  if (!gtk_widget_has_focus (GTK_WIDGET (header)))
    return;

  g_free (self->header_key);
  self->header_key = g_strdup (khatt_lane_header_get_key (header));
  self->header_number = count_before (GTK_WIDGET (header));
}

/* Returns its child, which now comes after `previous`. */
static GtkWidget *
sync_header (KhattTimelineView *self, guint lane, GtkWidget *previous)
{
  const char *key = khatt_arrangement_get_lane (self->arrangement, lane)->key;
  GtkWidget *header = find_header (self, key);
  gboolean is_new = header == NULL;

  if (is_new)
    {
      header = khatt_lane_header_new (key);
      g_signal_connect_object (header, "notify::has-focus", G_CALLBACK (header_focused_cb), self,
                               0);
    }
  if (is_new || gtk_widget_get_prev_sibling (header) != previous)
    gtk_widget_insert_after (header, self->lane_list, previous);
  fill_header (self, header, lane);
  return header;
}

/* Those that are in view come first, in order, as long as `rects` says. */
static GtkWidget *
sync_headers_in_view (KhattTimelineView *self, GArray *rects)
{
  guint n_lanes = khatt_arrangement_get_n_lanes (self->arrangement);
  guint n_pinned = khatt_arrangement_get_n_pinned (self->arrangement);
  guint first = khatt_layout_get_lane_at (self->layout, get_top (self, n_pinned));
  GtkWidget *last = NULL;

  for (guint lane = 0; lane < n_lanes; lane++)
    {
      if (lane == n_pinned && first != G_MAXUINT)
        lane = MAX (first, n_pinned);

      KhattRect rect = get_rect (self, lane);
      if (rect.height <= 0 && lane >= n_pinned)
        break;
      if (rect.height <= 0)
        continue;
      last = sync_header (self, lane, last);
      g_array_append_val (rects, rect);
    }
  return last;
}

/* GTK wants a widget measured before it is given a size. */
static void
place (GtkWidget *widget, const KhattRect *rect)
{
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_allocate (widget, rect->width, rect->height, -1,
                       gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (rect->x, rect->y)));
}

/* Children that come and go ask for a size of their parent: it gets one when they have. */
static void
place_headers (KhattTimelineView *self, const GArray *rects)
{
  GtkWidget *header;
  KhattRect whole = { 0, 0, gtk_widget_get_width (GTK_WIDGET (self)),
                      gtk_widget_get_height (GTK_WIDGET (self)) };

  place (self->lane_list, &whole);
  header = gtk_widget_get_first_child (self->lane_list);
  for (guint i = 0; i < rects->len; i++, header = gtk_widget_get_next_sibling (header))
    place (header, &g_array_index (rects, KhattRect, i));
}

/* The header that had the keyboard; where its lane is gone the one that is now at its place, or the
 * last. */
static GtkWidget *
choose_header (KhattTimelineView *self, GtkWidget *last)
{
  GtkWidget *chosen = NULL;
  guint number = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (self->lane_list); child != NULL;
       child = child != last ? gtk_widget_get_next_sibling (child) : NULL)
    {
      if (g_strcmp0 (khatt_lane_header_get_key (KHATT_LANE_HEADER (child)), self->header_key) == 0)
        return child;
      if (number++ <= self->header_number)
        chosen = child;
    }
  return chosen;
}

static void
take_focus (KhattTimelineView *self, GtkWidget *header)
{
  gtk_widget_grab_focus (header);
  self->header_number = count_before (header);
}

/**
 * khatt_timeline_view_sync_headers:
 *
 * Makes the lanes for the keyboard those of the layout. Called while sizes are allocated.
 */
void
khatt_timeline_view_sync_headers (KhattTimelineView *self)
{
  g_autoptr (GArray) rects = g_array_new (FALSE, FALSE, sizeof (KhattRect));
  GtkWidget *last = NULL;
  GtkWidget *stale;

  if (self->layout != NULL)
    {
      last = sync_headers_in_view (self, rects);
      fill_list (self);
    }
  if (last == NULL && khatt_timeline_view_has_header_focus (self))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  else if (khatt_timeline_view_has_header_focus (self))
    take_focus (self, choose_header (self, last));
  while ((stale = gtk_widget_get_last_child (self->lane_list)) != last)
    gtk_widget_unparent (stale);
  place_headers (self, rects);
}

/**
 * khatt_timeline_view_has_header_focus:
 *
 * Returns: whether the keyboard is on a lane
 */
gboolean
khatt_timeline_view_has_header_focus (KhattTimelineView *self)
{
  return gtk_widget_get_focus_child (self->lane_list) != NULL;
}

/**
 * khatt_timeline_view_focus_header:
 *
 * Brings the keyboard to the lane that had it last, or to the first.
 *
 * Returns: FALSE where there is none
 */
gboolean
khatt_timeline_view_focus_header (KhattTimelineView *self)
{
  GtkWidget *last = gtk_widget_get_last_child (self->lane_list);

  return last != NULL && gtk_widget_grab_focus (choose_header (self, last));
}

static gboolean
return_cb (gpointer user_data)
{
  KhattTimelineView *self = user_data;

  if (khatt_timeline_view_focus_header (self))
    khatt_timeline_view_follow_header (self);
  return G_SOURCE_REMOVE;
}

/**
 * khatt_timeline_view_leave_lane_menu:
 *
 * A menu has closed: where it was opened with the keyboard on a lane, the keyboard comes back to
 * that lane when all that the menu did is done.
 */
void
khatt_timeline_view_leave_lane_menu (KhattTimelineView *self)
{
  if (!self->is_menu_of_header)
    return;

  self->is_menu_of_header = FALSE;
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, return_cb, g_object_ref (self), g_object_unref);
}

/* Scrolls until all of a lane's row is in view. */
static void
reveal_lane (KhattTimelineView *self, guint lane)
{
  KhattRect plot = khatt_timeline_view_get_plot (self);
  KhattRect row = khatt_layout_get_lane (self->layout, lane);
  double above = get_top (self, lane) - row.y;
  double below = row.y + row.height - (plot.y + plot.height);

  if (lane < khatt_arrangement_get_n_pinned (self->arrangement))
    return;
  if (above > 0)
    khatt_timeline_view_set_scroll_y (self, self->place.scroll_y - above);
  else if (below > 0)
    khatt_timeline_view_set_scroll_y (self, self->place.scroll_y + MIN (below, -above));
}

/**
 * khatt_timeline_view_follow_header:
 *
 * There is another arrangement: the lane that has the keyboard stays in view.
 */
void
khatt_timeline_view_follow_header (KhattTimelineView *self)
{
  guint lane;

  if (self->arrangement == NULL || !khatt_timeline_view_has_header_focus (self))
    return;

  khatt_timeline_view_ensure_layout (self);
  lane = khatt_arrangement_find_lane (self->arrangement, self->header_key);
  if (lane < khatt_arrangement_get_n_lanes (self->arrangement) && self->layout != NULL)
    reveal_lane (self, lane);
}

/* ---- Actions ---- */

/* Returns: the lane that an action names, in a layout; G_MAXUINT where there is none */
static guint
find_lane (KhattTimelineView *self, const char *key)
{
  khatt_timeline_view_ensure_layout (self);
  if (self->layout == NULL || key == NULL)
    return G_MAXUINT;
  return khatt_arrangement_find_lane (self->arrangement, key);
}

static void
walk_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KhattTimelineView *self = KHATT_TIMELINE_VIEW (widget);
  guint lane = find_lane (self, self->header_key);
  GtkWidget *header;

  if (lane == G_MAXUINT)
    return;

  gint64 wanted = (gint64) lane + g_variant_get_int32 (parameter);
  lane = CLAMP (wanted, 0, (gint64) khatt_arrangement_get_n_lanes (self->arrangement) - 1);
  g_free (self->header_key);
  self->header_key = g_strdup (khatt_arrangement_get_lane (self->arrangement, lane)->key);
  header = find_header (self, self->header_key);
  if (header != NULL)
    gtk_widget_grab_focus (header);
  reveal_lane (self, lane);
}

static void
menu_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KhattTimelineView *self = KHATT_TIMELINE_VIEW (widget);
  guint lane = find_lane (self, g_variant_get_string (parameter, NULL));

  if (lane == G_MAXUINT)
    return;

  KhattRect rect = get_rect (self, lane);
  self->is_menu_of_header = khatt_timeline_view_has_header_focus (self);
  khatt_timeline_view_popup_lane_menu (self, lane, rect.x + rect.width / 2,
                                       rect.y + rect.height / 2);
}

static gboolean
joins_lane (KhattTimelineView *self, guint32 slot, guint lane)
{
  guint n_joins = 0;
  const KhattJoin *joins = khatt_arrangement_get_joins (self->arrangement, slot, &n_joins);

  for (guint i = 0; i < n_joins; i++)
    if (joins[i].lane == lane)
      return TRUE;
  return FALSE;
}

/* From a lane's header to its events: the selected one where it is among them, else the first in
 * view. */
static void
enter_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KhattTimelineView *self = KHATT_TIMELINE_VIEW (widget);
  guint lane = find_lane (self, g_variant_get_string (parameter, NULL));
  g_autoptr (GPtrArray) boxes = khatt_timeline_view_list_marks (self);
  guint32 slot = KHATT_SLOT_NONE;

  if (lane == G_MAXUINT)
    return;

  if (self->selected != KHATT_SLOT_NONE && joins_lane (self, self->selected, lane))
    slot = self->selected;
  for (guint i = 0; i < boxes->len && slot == KHATT_SLOT_NONE; i++)
    {
      const KhattMarkBox *box = g_ptr_array_index (boxes, i);

      if (joins_lane (self, box->slot, lane))
        slot = box->slot;
    }
  khatt_timeline_view_select_and_reveal (self, slot, lane);
  gtk_widget_grab_focus (widget);
}

/**
 * khatt_timeline_view_install_header_actions:
 * @widget_class: the class of the view
 *
 * Installs what the headers of lanes do besides what is done with lanes.
 */
void
khatt_timeline_view_install_header_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "view.lane-walk", "i", walk_cb);
  gtk_widget_class_install_action (widget_class, "view.lane-menu", "s", menu_cb);
  gtk_widget_class_install_action (widget_class, "view.lane-enter", "s", enter_cb);
}

/**
 * khatt_timeline_view_init_headers:
 *
 * Makes the list of lanes, which is laid out by hand and which the pointer does not meet: it meets
 * the picture.
 */
void
khatt_timeline_view_init_headers (KhattTimelineView *self)
{
  self->lane_list = g_object_new (ADW_TYPE_BIN, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST,
                                  "can-target", FALSE, "layout-manager", NULL, NULL);
  gtk_widget_set_parent (self->lane_list, GTK_WIDGET (self));
}

/**
 * khatt_timeline_view_clear_headers:
 *
 * Takes the list of lanes away, with the view.
 */
void
khatt_timeline_view_clear_headers (KhattTimelineView *self)
{
  GtkWidget *header;

  if (self->lane_list == NULL)
    return;
  while ((header = gtk_widget_get_last_child (self->lane_list)) != NULL)
    gtk_widget_unparent (header);
  g_clear_pointer (&self->lane_list, gtk_widget_unparent);
  g_clear_pointer (&self->header_key, g_free);
}
