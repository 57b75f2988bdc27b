/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The named actions of the timeline view: everything a key, a button or a menu can do with it. */

#include "khatt-timeline-view-private.h"

#include "khatt-bidi.h"
#include "khatt-go-to-date.h"
#include "khatt-lane-menu.h"
#include "khatt-sentence.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define ZOOM_STEP 1.5
#define PAGE 0.8 /* of what is in view */

static KhattSnapshot *
get_snapshot (KhattTimelineView *self)
{
  return self->arrangement != NULL ? khatt_arrangement_get_snapshot (self->arrangement) : NULL;
}

/**
 * khatt_timeline_view_select_and_reveal:
 * @slot: an event; `KHATT_SLOT_NONE`: nothing happens
 * @lane: the lane in which it was chosen; %G_MAXUINT: its own
 *
 * Brings an event into view for the keyboard, which leaves the lanes for it.
 */
void
khatt_timeline_view_select_and_reveal (KhattTimelineView *self, guint32 slot, guint lane)
{
  if (slot == KHATT_SLOT_NONE)
    return;

  khatt_timeline_view_set_selected_slot (self, slot);
  self->selected_lane = lane;
  khatt_timeline_view_reveal (self, slot);
  khatt_timeline_view_show_focus (self, TRUE);
  if (khatt_timeline_view_has_header_focus (self))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* Keys zoom about the selected event while it is in view, else about the middle. */
static double
get_zoom_x (KhattTimelineView *self)
{
  KhattRect plot = khatt_timeline_view_get_plot (self);
  const KhattMarkBox *box =
      self->layout != NULL ? khatt_layout_find_mark (self->layout, self->selected) : NULL;
  double x = box != NULL ? box->plate.x + box->plate.width / 2 : -1;

  return x >= plot.x && x < plot.x + plot.width ? x : plot.x + plot.width / 2;
}

static void
zoom_in_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KhattTimelineView *self = KHATT_TIMELINE_VIEW (widget);

  khatt_timeline_view_zoom_at (self, get_zoom_x (self), ZOOM_STEP, TRUE);
}

static void
zoom_out_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KhattTimelineView *self = KHATT_TIMELINE_VIEW (widget);

  khatt_timeline_view_zoom_at (self, get_zoom_x (self), 1 / ZOOM_STEP, TRUE);
}

static void
fit_all_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  khatt_timeline_view_fit_all (KHATT_TIMELINE_VIEW (widget));
}

static void
fit_selection_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KhattTimelineView *self = KHATT_TIMELINE_VIEW (widget);
  KhattViewTarget target = { .kind = KHATT_VIEW_TARGET_SLOT, .slot = self->selected };

  if (self->selected == KHATT_SLOT_NONE)
    return;
  khatt_timeline_view_get_pair_target (self, &target);
  khatt_timeline_view_show (self, &target);
}

/* Marks the selected event; the marked one is marked no more. */
static void
compare_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KhattTimelineView *self = KHATT_TIMELINE_VIEW (widget);
  gboolean is_marked = self->selected == self->compared;

  khatt_timeline_view_set_compared_slot (self, is_marked ? KHATT_SLOT_NONE : self->selected);
}

static void
back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  khatt_timeline_view_step_history (KHATT_TIMELINE_VIEW (widget), -1);
}

static void
forward_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  khatt_timeline_view_step_history (KHATT_TIMELINE_VIEW (widget), 1);
}

/* Back is where reading starts: the arrows of the history mirror with the interface. */
static void
history_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  int step = g_variant_get_int32 (parameter);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  khatt_timeline_view_step_history (KHATT_TIMELINE_VIEW (widget), is_rtl ? -step : step);
}

/* Without a selection: the first or the last event in view. */
static void
select_in_view (KhattTimelineView *self, int step)
{
  g_autoptr (GPtrArray) boxes = khatt_timeline_view_list_marks (self);

  if (boxes->len == 0)
    return;
  const KhattMarkBox *box = g_ptr_array_index (boxes, step > 0 ? 0 : boxes->len - 1);
  khatt_timeline_view_select_and_reveal (self, box->slot, G_MAXUINT);
}

/* The first event that is shown from a position in time on. */
static void
select_from (KhattTimelineView *self, gint64 position, int step)
{
  KhattSnapshot *snapshot = get_snapshot (self);
  gint64 n_dated = khatt_snapshot_get_n_dated (snapshot);

  for (; position >= 0 && position < n_dated; position += step)
    {
      guint32 slot = khatt_snapshot_get_slot (snapshot, (guint32) position);

      if (!khatt_arrangement_shows (self->arrangement, slot))
        continue;
      khatt_timeline_view_select_and_reveal (self, slot, G_MAXUINT);
      return;
    }
}

static void
step_in_time (KhattTimelineView *self, int step)
{
  KhattSnapshot *snapshot = get_snapshot (self);

  if (snapshot == NULL)
    return;

  if (self->selected == KHATT_SLOT_NONE)
    {
      select_in_view (self, step);
      return;
    }

  select_from (self, (gint64) khatt_snapshot_get_position (snapshot, self->selected) + step, step);
}

static void
next_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step_in_time (KHATT_TIMELINE_VIEW (widget), 1);
}

static void
previous_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step_in_time (KHATT_TIMELINE_VIEW (widget), -1);
}

static void
first_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KhattTimelineView *self = KHATT_TIMELINE_VIEW (widget);

  if (self->arrangement != NULL)
    select_from (self, 0, 1);
}

static void
last_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KhattTimelineView *self = KHATT_TIMELINE_VIEW (widget);

  if (self->arrangement != NULL)
    select_from (self, (gint64) khatt_snapshot_get_n_dated (get_snapshot (self)) - 1, -1);
}

static KhattMove
get_move (KhattTimelineView *self, int x, int y)
{
  int later = self->time_direction == KHATT_DIRECTION_RTL ? -x : x;

  if (y != 0)
    return y > 0 ? KHATT_MOVE_LANE_AFTER : KHATT_MOVE_LANE_BEFORE;
  return later > 0 ? KHATT_MOVE_LATER : KHATT_MOVE_EARLIER;
}

/* The arrow keys: what they say is where they go, whichever way time runs. */
static void
move_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KhattTimelineView *self = KHATT_TIMELINE_VIEW (widget);
  guint lane = self->selected_lane;
  int x = 0;
  int y = 0;

  if (self->arrangement == NULL)
    return;

  g_variant_get (parameter, "(ii)", &x, &y);
  KhattMove move = get_move (self, x, y);
  if (self->selected == KHATT_SLOT_NONE)
    {
      step_in_time (self, move == KHATT_MOVE_EARLIER || move == KHATT_MOVE_LANE_BEFORE ? -1 : 1);
      return;
    }

  guint32 slot = khatt_arrangement_get_neighbour (self->arrangement, self->selected, move, &lane);
  khatt_timeline_view_select_and_reveal (self, slot, lane);
}

/* A page of time. */
static void
page_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KhattTimelineView *self = KHATT_TIMELINE_VIEW (widget);
  KhattPlace to = khatt_timeline_view_get_goal (self);

  if (self->layout == NULL)
    return;

  double pixels = g_variant_get_int32 (parameter) * PAGE * to.scale.width;
  to.scale = khatt_scale_pan (&to.scale, -khatt_scale_sign (&to.scale) * pixels);
  self->fit = KHATT_VIEW_STAYS;
  khatt_timeline_view_fly (self, &to);
}

/* A page of lanes; of time where all lanes fit. */
static void
page_lanes_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KhattTimelineView *self = KHATT_TIMELINE_VIEW (widget);
  double range = khatt_timeline_view_get_scroll_range (self);
  KhattPlace to = khatt_timeline_view_get_goal (self);

  if (range <= 0)
    {
      page_cb (widget, name, parameter);
      return;
    }

  double page = PAGE * khatt_timeline_view_get_plot (self).height;
  double row = khatt_layout_get_lane (self->layout, 0).height;

  /* Where rows fill the height, none is cut. */
  if (self->is_presented && page > row)
    page = floor (page / row) * row;
  to.scroll_y = CLAMP (to.scroll_y + g_variant_get_int32 (parameter) * page, 0, range);
  khatt_timeline_view_fly (self, &to);
}

static void
copy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KhattTimelineView *self = KHATT_TIMELINE_VIEW (widget);
  KhattSnapshot *snapshot = get_snapshot (self);

  if (snapshot == NULL || self->selected == KHATT_SLOT_NONE)
    return;

  g_autofree char *sentence = khatt_sentence_new (snapshot, self->selected, &self->words);
  g_autofree char *plain = khatt_bidi_strip (sentence);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), plain);
}

static void
activate_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KhattTimelineView *self = KHATT_TIMELINE_VIEW (widget);

  if (self->selected != KHATT_SLOT_NONE)
    khatt_timeline_view_activate (self, self->selected);
}

static void
show_in_article_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KhattTimelineView *self = KHATT_TIMELINE_VIEW (widget);

  if (self->selected != KHATT_SLOT_NONE)
    khatt_timeline_view_emit_show_in_article (self, self->selected);
}

static void
clear_selection_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KhattTimelineView *self = KHATT_TIMELINE_VIEW (widget);

  khatt_timeline_view_set_selected_slot (self, KHATT_SLOT_NONE);
}

static void
menu_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KhattTimelineView *self = KHATT_TIMELINE_VIEW (widget);
  KhattRect plot = khatt_timeline_view_get_plot (self);
  const KhattMarkBox *box =
      self->layout != NULL ? khatt_layout_find_mark (self->layout, self->selected) : NULL;
  const KhattRect *at = box != NULL ? &box->plate : &plot;

  khatt_timeline_view_popup_menu (self, at->x + at->width / 2, at->y + at->height / 2);
}

/* Keeps the zoom where the date is at home in it: neither a speck nor more than the view. */
static void
date_chosen_cb (KhattTimelineView *self, gint64 first, gint64 last)
{
  const double least_share = 0.02;
  double length =
      khatt_scale_latest (&self->place.scale) - khatt_scale_earliest (&self->place.scale);
  double wanted = (double) last - first;
  double shown = wanted < length && wanted > length * least_share ? length : wanted * 3;
  double middle = first + wanted / 2;

  khatt_timeline_view_show_span (
      self, CLAMP (middle - shown / 2, KHATT_VIEW_LEAST_TIME, KHATT_VIEW_MOST_TIME),
      CLAMP (middle + shown / 2, KHATT_VIEW_LEAST_TIME, KHATT_VIEW_MOST_TIME));
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
go_to_date_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KhattTimelineView *self = KHATT_TIMELINE_VIEW (widget);
  KhattRect plot = khatt_timeline_view_get_plot (self);

  if (self->layout == NULL)
    return;

  if (self->go_to_date == NULL)
    {
      self->go_to_date = khatt_go_to_date_new ();
      gtk_widget_set_parent (self->go_to_date, widget);
      g_signal_connect_object (self->go_to_date, "chosen", G_CALLBACK (date_chosen_cb), self,
                               G_CONNECT_SWAPPED);
    }

  GdkRectangle top = { plot.x + plot.width / 2, plot.y, 1, 1 };
  khatt_go_to_date_set_words (KHATT_GO_TO_DATE (self->go_to_date), &self->words,
                              self->second_calendar);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->go_to_date), &top);
  gtk_popover_popup (GTK_POPOVER (self->go_to_date));
}

/* Without an event there is nothing to offer for one. */
static void
append_item (GMenu *menu, const char *label, const char *action)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  g_menu_item_set_attribute (item, "hidden-when", "s", "action-disabled");
  g_menu_append_item (menu, item);
}

static GMenuModel *
make_menu (KhattTimelineView *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) event = g_menu_new ();
  g_autoptr (GMenu) edit = g_menu_new ();
  g_autoptr (GMenu) copy = g_menu_new ();
  g_autoptr (GMenu) view = g_menu_new ();
  guint lane = khatt_timeline_view_find_lane (self);

  append_item (event, _ ("_Details"), "view.activate");
  append_item (event, _ ("_Zoom to Event"), "view.fit-selection");
  append_item (event, _ ("_Mark for Comparison"), "view.compare");
  append_item (event, _ ("Show in _Article"), "view.show-in-article");
  append_item (event, _ ("Split into _Reports"), "win.split-event");
  append_item (event, _ ("Show Only These _Two"), "view.only-these");
  append_item (edit, _ ("_Edit…"), "win.edit-selected");
  append_item (edit, _ ("D_uplicate"), "win.duplicate-event");
  append_item (edit, _ ("_Delete"), "win.delete-event");
  append_item (edit, _ ("_Merge with the Marked Event"), "win.merge-events");
  append_item (edit, _ ("_Restore What Was Read"), "win.restore-event");
  append_item (copy, _ ("_Copy"), "view.copy");
  append_item (copy, _ ("Copy as _Image"), "win.copy-image");
  append_item (view, _ ("_Fit All"), "view.fit-all");
  append_item (view, _ ("_Go to Date…"), "view.go-to-date");
  append_item (view, _ ("Clear Fi_lters"), "view.clear-filter");
  append_item (view, _ ("Show All La_nes"), "view.show-all-lanes");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (event));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (edit));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (copy));
  if (lane != G_MAXUINT)
    {
      g_autoptr (GMenuModel) of_lane = khatt_lane_menu_new (self, lane);

      g_menu_append_submenu (view, _ ("_Lane"), of_lane);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (view));
  return G_MENU_MODEL (g_steal_pointer (&menu));
}

static void
popup (KhattTimelineView *self, GMenuModel *model, double x, double y)
{
  GdkRectangle at = { x, y, 1, 1 };

  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (NULL);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
      g_signal_connect_object (self->menu, "closed",
                               G_CALLBACK (khatt_timeline_view_leave_lane_menu), self,
                               G_CONNECT_SWAPPED);
    }
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), model);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &at);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/**
 * khatt_timeline_view_popup_menu:
 * @x: where, in pixels
 * @y: where
 *
 * Opens the menu of the selected event; that of its lane is a part of it.
 */
void
khatt_timeline_view_popup_menu (KhattTimelineView *self, double x, double y)
{
  g_autoptr (GMenuModel) model = make_menu (self);

  if (!self->is_presented)
    popup (self, model, x, y);
}

/**
 * khatt_timeline_view_popup_lane_menu:
 * @lane: a lane
 * @x: where, in pixels
 * @y: where
 *
 * Opens the menu of a lane.
 */
void
khatt_timeline_view_popup_lane_menu (KhattTimelineView *self, guint lane, double x, double y)
{
  g_autoptr (GMenuModel) model = khatt_lane_menu_new (self, lane);

  if (!self->is_presented)
    popup (self, model, x, y);
}

/**
 * khatt_timeline_view_activate:
 * @slot: an event
 *
 * Asks for its details; of an event within a cluster or a ribbon one first wants to see it.
 */
void
khatt_timeline_view_activate (KhattTimelineView *self, guint32 slot)
{
  KhattViewTarget target = { .kind = KHATT_VIEW_TARGET_SLOT, .slot = slot };

  if (self->hidden_selection.slot == slot)
    khatt_timeline_view_show (self, &target);
  else
    khatt_timeline_view_emit_activated (self, slot);
}

/**
 * khatt_timeline_view_update_actions:
 *
 * Enables what makes sense with this document and this selection.
 */
void
khatt_timeline_view_update_actions (KhattTimelineView *self)
{
  const char *of_selection[] = {
    "view.fit-selection", "view.compare",         "view.copy",
    "view.activate",      "view.show-in-article", "view.clear-selection"
  };
  const char *of_document[] = { "view.fit-all", "view.go-to-date", "view.zoom-in", "view.zoom-out",
                                "view.next",    "view.previous",   "view.first",   "view.last" };

  for (guint i = 0; i < G_N_ELEMENTS (of_selection); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), of_selection[i],
                                   self->selected != KHATT_SLOT_NONE);
  for (guint i = 0; i < G_N_ELEMENTS (of_document); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), of_document[i], self->arrangement != NULL);
  khatt_timeline_view_update_lane_actions (self);
}

static void
bind_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint keyval;
    GdkModifierType modifiers;
    const char *action;
    const char *parameter;
  } keys[] = {
    /* Menus show the last one of an action. */
    { GDK_KEY_KP_Left, 0, "view.move", "(-1, 0)" },
    { GDK_KEY_Left, 0, "view.move", "(-1, 0)" },
    { GDK_KEY_KP_Right, 0, "view.move", "(1, 0)" },
    { GDK_KEY_Right, 0, "view.move", "(1, 0)" },
    { GDK_KEY_KP_Up, 0, "view.move", "(0, -1)" },
    { GDK_KEY_Up, 0, "view.move", "(0, -1)" },
    { GDK_KEY_KP_Down, 0, "view.move", "(0, 1)" },
    { GDK_KEY_Down, 0, "view.move", "(0, 1)" },
    { GDK_KEY_KP_Home, 0, "view.first", NULL },
    { GDK_KEY_Home, 0, "view.first", NULL },
    { GDK_KEY_KP_End, 0, "view.last", NULL },
    { GDK_KEY_End, 0, "view.last", NULL },
    { GDK_KEY_KP_Page_Up, 0, "view.page-lanes", "-1" },
    { GDK_KEY_Page_Up, 0, "view.page-lanes", "-1" },
    { GDK_KEY_KP_Page_Down, 0, "view.page-lanes", "1" },
    { GDK_KEY_Page_Down, 0, "view.page-lanes", "1" },
    { GDK_KEY_Page_Up, GDK_SHIFT_MASK, "view.page", "-1" },
    { GDK_KEY_Page_Down, GDK_SHIFT_MASK, "view.page", "1" },
    { GDK_KEY_Left, GDK_ALT_MASK, "view.history", "-1" },
    { GDK_KEY_Right, GDK_ALT_MASK, "view.history", "1" },
    { GDK_KEY_KP_Add, GDK_CONTROL_MASK, "view.zoom-in", NULL },
    { GDK_KEY_plus, GDK_CONTROL_MASK, "view.zoom-in", NULL },
    { GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "view.zoom-out", NULL },
    { GDK_KEY_minus, GDK_CONTROL_MASK, "view.zoom-out", NULL },
    { GDK_KEY_KP_0, GDK_CONTROL_MASK, "view.fit-all", NULL },
    { GDK_KEY_0, GDK_CONTROL_MASK, "view.fit-all", NULL },
    { GDK_KEY_f, 0, "view.fit-selection", NULL },
    { GDK_KEY_l, GDK_CONTROL_MASK, "view.go-to-date", NULL },
    { GDK_KEY_c, GDK_CONTROL_MASK, "view.copy", NULL },
    { GDK_KEY_KP_Space, GDK_CONTROL_MASK, "view.compare", NULL },
    { GDK_KEY_space, GDK_CONTROL_MASK, "view.compare", NULL },
    { GDK_KEY_KP_Enter, 0, "view.activate", NULL },
    { GDK_KEY_Return, 0, "view.activate", NULL },
    { GDK_KEY_Menu, 0, "view.menu", NULL },
    { GDK_KEY_F10, GDK_SHIFT_MASK, "view.menu", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (GVariant) parameter =
          keys[i].parameter != NULL ? g_variant_parse (NULL, keys[i].parameter, NULL, NULL, NULL)
                                    : NULL;
      g_autoptr (GtkShortcut) shortcut =
          gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].keyval, keys[i].modifiers),
                            gtk_named_action_new (keys[i].action));

      gtk_shortcut_set_arguments (shortcut, parameter);
      gtk_widget_class_add_shortcut (widget_class, shortcut);
    }
}

/**
 * khatt_timeline_view_install_actions:
 * @widget_class: the class of the view
 *
 * Installs the actions and the keys whose place on the keyboard does not matter; the others are
 * heard by their position, see khatt-timeline-view-keys.c.
 */
void
khatt_timeline_view_install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    const char *type;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "view.zoom-in", NULL, zoom_in_cb },
    { "view.zoom-out", NULL, zoom_out_cb },
    { "view.fit-all", NULL, fit_all_cb },
    { "view.fit-selection", NULL, fit_selection_cb },
    { "view.compare", NULL, compare_cb },
    { "view.go-to-date", NULL, go_to_date_cb },
    { "view.back", NULL, back_cb },
    { "view.forward", NULL, forward_cb },
    { "view.history", "i", history_cb },
    { "view.next", NULL, next_cb },
    { "view.previous", NULL, previous_cb },
    { "view.first", NULL, first_cb },
    { "view.last", NULL, last_cb },
    { "view.move", "(ii)", move_cb },
    { "view.page", "i", page_cb },
    { "view.page-lanes", "i", page_lanes_cb },
    { "view.copy", NULL, copy_cb },
    { "view.activate", NULL, activate_cb },
    { "view.show-in-article", NULL, show_in_article_cb },
    { "view.clear-selection", NULL, clear_selection_cb },
    { "view.menu", NULL, menu_cb },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].type,
                                     actions[i].activate);
  bind_keys (widget_class);
}
