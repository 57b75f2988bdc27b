/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where the panes go: beside the timeline as long as there is room, over it where there is not, and
 * below it in a narrow window.
 *
 * Widths are those at the usual size of text, and grow with it.
 *
 *   width     article          filters          details
 *   >= 1400   beside           beside           beside
 *   >= 860    beside           beside, over the timeline while the one before is shown
 *   >= 600    over             over             over
 *   else      instead          over             a sheet at the foot
 *
 * Below 860 what the main menu has as well is in the menu alone: or a window could not be made so
 * narrow that it gets its other shape.
 *
 * The list stands where the timeline does, without what is about time. So does the review, beside
 * an article that has the greater part; where that would lie over it, one turns to it and back. */

#include "khatt-ui.h"
#include "khatt-window-private.h"

#define WIDE_WIDTH 1400
#define MEDIUM_WIDTH 860
#define SMALL_WIDTH 600
#define ARTICLE_SHARE 0.42
#define REVIEWED_ARTICLE_SHARE 0.59
#define SHEET_RADIUS 18 /* its corners, where the timeline shows through */
#define FILTERS_WIDTH 240
#define DETAILS_WIDTH 330
#define GREATEST_NARROW_WIDTH 320 /* beside a pane something of the timeline is seen */
#define LEAST_ARTICLE_WIDTH 340
#define GREATEST_ARTICLE_WIDTH 640
#define SWITCH_WIDTH 200       /* in the middle of the tool row ... */
#define TOOL_BUTTONS_WIDTH 190 /* ... and at its end, with the gaps between them */

static KhattRoom
find_room (int width)
{
  if (width >= WIDE_WIDTH)
    return KHATT_ROOM_WIDE;
  if (width >= MEDIUM_WIDTH)
    return KHATT_ROOM_MEDIUM;
  return width >= SMALL_WIDTH ? KHATT_ROOM_SMALL : KHATT_ROOM_NARROW;
}

static gboolean
has_room_for_details (KhattWindow *self)
{
  return self->room == KHATT_ROOM_WIDE ||
         (self->room == KHATT_ROOM_MEDIUM && self->mode != KHATT_MODE_ARTICLE &&
          !self->shows_filters);
}

static gboolean
has_room_for_filters (KhattWindow *self)
{
  return self->room == KHATT_ROOM_WIDE ||
         (self->room == KHATT_ROOM_MEDIUM && self->mode != KHATT_MODE_ARTICLE);
}

/* A flap that was given no place yet divides the speed of its movement by its width, which is 0
 * (libadwaita 1.2). What cannot be seen does not move. */
static void
set_flap (AdwFlap *flap, gboolean is_beside, gboolean is_shown)
{
  gboolean has_place = adw_swipeable_get_distance (ADW_SWIPEABLE (flap)) > 0;

  if (!has_place)
    gtk_widget_set_child_visible (GTK_WIDGET (flap), FALSE);
  adw_flap_set_fold_policy (flap,
                            is_beside ? ADW_FLAP_FOLD_POLICY_NEVER : ADW_FLAP_FOLD_POLICY_ALWAYS);
  adw_flap_set_reveal_flap (flap, is_shown);
  if (!has_place)
    gtk_widget_set_child_visible (GTK_WIDGET (flap), TRUE);
}

static void
set_state (KhattWindow *self, const char *name, GVariant *state)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), state);
}

/* Below the timeline as much is left free as the folded sheet covers. */
static void
show_sheet (KhattWindow *self, gboolean is_shown)
{
  int height = 0;

  gtk_widget_set_visible (GTK_WIDGET (self->sheet), is_shown);
  if (is_shown && khatt_sheet_get_expanded (self->sheet))
    return;
  if (is_shown)
    gtk_widget_measure (GTK_WIDGET (self->sheet), GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL,
                        NULL);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->details_flap), MAX (height - SHEET_RADIUS, 0));
}

/* Whether the timeline can be seen, or would be without the article over it. */
static gboolean
is_drawn (KhattWindow *self)
{
  return self->mode == KHATT_MODE_TIMELINE || self->mode == KHATT_MODE_ARTICLE;
}

static gboolean
shows_article (KhattWindow *self)
{
  return self->mode == KHATT_MODE_ARTICLE ||
         (self->mode == KHATT_MODE_REVIEW && self->room >= KHATT_ROOM_MEDIUM);
}

static int
find_article_width (KhattWindow *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  double scale = khatt_ui_get_text_scale (GTK_WIDGET (self));

  if (self->mode == KHATT_MODE_REVIEW)
    return (int) (width * REVIEWED_ARTICLE_SHARE);
  return (int) CLAMP (width * ARTICLE_SHARE, LEAST_ARTICLE_WIDTH * scale,
                      GREATEST_ARTICLE_WIDTH * scale);
}

static int
find_pane_width (KhattWindow *self, int width)
{
  int scaled = (int) (width * khatt_ui_get_text_scale (GTK_WIDGET (self)));

  return self->room == KHATT_ROOM_NARROW ? MIN (scaled, GREATEST_NARROW_WIDTH) : scaled;
}

static const char *
get_form_name (KhattWindow *self)
{
  return is_drawn (self) ? "timeline" : khatt_window_get_mode_name (self->mode);
}

static void
set_class (GtkWidget *widget, const char *name, gboolean has_it)
{
  if (has_it)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
arrange_narrow (KhattWindow *self)
{
  gboolean is_narrow = self->room == KHATT_ROOM_NARROW;
  gboolean is_wide = self->room == KHATT_ROOM_WIDE;
  gboolean has_room = self->room >= KHATT_ROOM_MEDIUM;
  gboolean is_empty = khatt_document_is_empty (self->document);
  gboolean is_review = self->mode == KHATT_MODE_REVIEW;
  gboolean has_selection = khatt_window_get_selected_slot (self) != KHATT_SLOT_NONE;

  set_class (GTK_WIDGET (self->title), "khatt-narrow", is_narrow);
  set_class (GTK_WIDGET (self->toasts), "khatt-above-bar", is_narrow);
  set_class (self->tools, "khatt-small", !has_room);
  adw_header_bar_set_centering_policy (self->header, is_wide ? ADW_CENTERING_POLICY_STRICT
                                                             : ADW_CENTERING_POLICY_LOOSE);
  gtk_widget_set_visible (self->tools, !is_narrow);
  gtk_widget_set_visible (self->bottom_bar, is_narrow);
  khatt_legend_bar_set_view (self->bottom_legend, is_narrow ? self->view : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->overview), !is_narrow && is_drawn (self));
  khatt_event_table_set_narrow (self->table, is_narrow);
  show_sheet (self, is_narrow && has_selection && self->mode != KHATT_MODE_ARTICLE && !is_review);
  gtk_widget_set_visible (self->filters_button, !is_empty && !is_review);
  gtk_widget_set_visible (GTK_WIDGET (self->open_button), !is_narrow);
  gtk_widget_set_visible (self->search_button, !is_empty);
  gtk_widget_set_visible (self->details_button, !is_narrow && !is_empty && !is_review);
  gtk_widget_set_visible (GTK_WIDGET (self->export_button), has_room && !is_empty && !is_review);
  gtk_widget_set_visible (GTK_WIDGET (self->present_button), has_room && !is_empty && !is_review);
  gtk_widget_set_visible (GTK_WIDGET (self->breadcrumb), has_room);
  gtk_widget_set_visible (self->accept_button, is_review);
  set_class (self->accept_button, "text-button", !is_narrow);
  set_class (self->accept_button, "image-button", is_narrow);
  gtk_widget_set_visible (self->accept_label, !is_narrow);
  gtk_widget_set_visible (self->accept_icon, is_narrow);
  gtk_widget_set_visible (self->undo_button, !is_narrow && !is_empty);
  gtk_widget_set_visible (self->redo_button, !is_narrow && !is_empty);
}

/**
 * khatt_window_arrange:
 * @self: a window
 *
 * Puts the panes where there is room for them.
 */
void
khatt_window_arrange (KhattWindow *self)
{
  gboolean is_narrow = self->room == KHATT_ROOM_NARROW;
  gboolean is_review = self->mode == KHATT_MODE_REVIEW;

  /* A flap that expands takes the whole width when it lies over the timeline. */
  gtk_widget_set_size_request (GTK_WIDGET (self->article),
                               is_narrow ? -1 : find_article_width (self), -1);
  gtk_widget_set_size_request (GTK_WIDGET (self->filters), find_pane_width (self, FILTERS_WIDTH),
                               -1);
  gtk_widget_set_size_request (GTK_WIDGET (self->details), find_pane_width (self, DETAILS_WIDTH),
                               -1);
  gtk_widget_set_hexpand (GTK_WIDGET (self->article), is_narrow);
  gtk_stack_set_visible_child_name (self->forms, get_form_name (self));
  gtk_widget_set_visible (self->time_tools, is_drawn (self));
  gtk_widget_set_visible (self->zoom_tools, is_drawn (self));
  set_flap (self->article_flap, self->room >= KHATT_ROOM_MEDIUM, shows_article (self));
  set_flap (self->filter_flap, has_room_for_filters (self), self->shows_filters && !is_review);
  set_flap (self->details_flap, has_room_for_details (self),
            !is_narrow && !is_review && khatt_window_get_shows_details (self));
  arrange_narrow (self);
  set_state (self, "show-filters", g_variant_new_boolean (self->shows_filters));
  set_state (self, "show-details", g_variant_new_boolean (khatt_window_get_shows_details (self)));
  set_state (self, "mode", g_variant_new_string (khatt_window_get_mode_name (self->mode)));
}

/**
 * khatt_window_set_room:
 * @self: a window
 * @width: its width in pixels
 *
 * Arranges the panes anew where @width asks for it.
 */
void
khatt_window_set_room (KhattWindow *self, int width)
{
  double scale = khatt_ui_get_text_scale (GTK_WIDGET (self));
  KhattRoom room = find_room ((int) (width / scale));
  gboolean is_same = room == self->room;

  self->room = room;
  khatt_legend_bar_set_room (
      self->legend, (int) ((width - SWITCH_WIDTH * scale) / 2 - TOOL_BUTTONS_WIDTH * scale));
  if (!is_same)
    self->overlays_details = FALSE;
  if (!is_same || shows_article (self))
    khatt_window_arrange (self);
}

/**
 * khatt_window_get_shows_details:
 * @self: a window
 *
 * Returns: whether all details can be seen
 */
gboolean
khatt_window_get_shows_details (KhattWindow *self)
{
  if (self->room == KHATT_ROOM_NARROW)
    return khatt_sheet_get_expanded (self->sheet);
  return has_room_for_details (self) ? self->wants_details : self->overlays_details;
}

/**
 * khatt_window_show_details:
 * @self: a window
 * @shows_details: whether all details are to be seen
 *
 * Shows or hides the details, wherever they are.
 */
void
khatt_window_show_details (KhattWindow *self, gboolean shows_details)
{
  if (self->room == KHATT_ROOM_NARROW)
    khatt_sheet_set_expanded (self->sheet, shows_details);
  else if (has_room_for_details (self))
    self->wants_details = shows_details;
  else
    self->overlays_details = shows_details;
  khatt_window_arrange (self);
}

/**
 * khatt_window_show_filters:
 * @self: a window
 * @shows_filters: whether the pane of filters is to be seen
 *
 * Shows or hides the filters, beside the timeline or over it.
 */
void
khatt_window_show_filters (KhattWindow *self, gboolean shows_filters)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  gboolean has_focus = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->filters));

  if (self->shows_filters == shows_filters)
    return;
  self->shows_filters = shows_filters;
  self->overlays_details = FALSE;
  khatt_window_arrange (self);
  if (shows_filters)
    gtk_widget_grab_focus (GTK_WIDGET (self->filters));
  else if (has_focus)
    gtk_widget_child_focus (GTK_WIDGET (self->forms), GTK_DIR_TAB_FORWARD);
}

/* The words of them, in actions and in what is kept of a view. */
static const char *const mode_names[] = {
  [KHATT_MODE_TIMELINE] = "timeline",
  [KHATT_MODE_LIST] = "list",
  [KHATT_MODE_ARTICLE] = "article",
  [KHATT_MODE_REVIEW] = "review",
};

/**
 * khatt_window_get_mode_name:
 * @mode: what is shown
 *
 * Returns: the word of it
 */
const char *
khatt_window_get_mode_name (KhattMode mode)
{
  return mode_names[mode];
}

/**
 * khatt_window_find_mode:
 * @name: (nullable): a word
 *
 * Returns: what it is the word of; the timeline where it is none
 */
KhattMode
khatt_window_find_mode (const char *name)
{
  for (guint mode = 0; mode < G_N_ELEMENTS (mode_names); mode++)
    if (g_strcmp0 (mode_names[mode], name) == 0)
      return mode;
  return KHATT_MODE_TIMELINE;
}

/**
 * khatt_window_set_mode:
 * @self: a window
 * @mode: what is to be shown
 *
 * Shows the timeline, the list, the article beside the timeline, or the review where there is
 * something to go through. What was selected in the list can be seen in the timeline then.
 */
void
khatt_window_set_mode (KhattWindow *self, KhattMode mode)
{
  guint32 slot = khatt_window_get_selected_slot (self);
  gboolean was_drawn = is_drawn (self);
  gboolean enters_review = mode == KHATT_MODE_REVIEW && self->mode != mode;

  if (enters_review && !khatt_window_has_review (self))
    return;
  if (self->mode != mode)
    self->overlays_details = FALSE;
  self->mode = mode;
  khatt_search_bar_set_rows (
      self->search_bar, mode == KHATT_MODE_LIST ? khatt_event_table_get_list (self->table) : NULL);
  khatt_window_arrange (self);
  if (enters_review)
    khatt_window_enter_review (self);
  else if (!was_drawn && is_drawn (self) && slot != KHATT_SLOT_NONE)
    khatt_timeline_view_reveal (self->view, slot);
}
