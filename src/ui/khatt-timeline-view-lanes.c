/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a person does with lanes: pin, collapse, hide and move them, or show what is in one alone.
 * Actions name a lane by its key. */

#include "khatt-timeline-view-private.h"

/**
 * khatt_timeline_view_get_lane_settings:
 *
 * Returns: (transfer none): what was decided of the lanes of this sort; good until it changes
 */
const KhattLaneSettings *
khatt_timeline_view_get_lane_settings (KhattTimelineView *self)
{
  g_return_val_if_fail (KHATT_IS_TIMELINE_VIEW (self), NULL);

  return self->lane_settings[self->lanes_by];
}

/**
 * khatt_timeline_view_set_lane_settings:
 * @settings: (nullable): what is decided of the lanes of this sort (lanes of actors are one, lanes
 * of countries another); copied; %NULL: nothing
 *
 * The span in view stays.
 */
void
khatt_timeline_view_set_lane_settings (KhattTimelineView *self, const KhattLaneSettings *settings)
{
  static const KhattLaneSettings nothing = { { NULL } };
  KhattLaneSettings **kept;
  KhattLaneSettings *copy;

  g_return_if_fail (KHATT_IS_TIMELINE_VIEW (self));

  kept = &self->lane_settings[self->lanes_by];
  if (settings == NULL)
    settings = &nothing;
  if (khatt_lane_settings_equal (settings, *kept))
    return;

  copy = khatt_lane_settings_copy (settings);
  khatt_lane_settings_free (*kept);
  *kept = copy;
  if (self->layout != NULL)
    self->fit = KHATT_VIEW_STAYS;
  khatt_timeline_view_arrange (self);
  khatt_timeline_view_update_lane_actions (self);
  g_object_notify (G_OBJECT (self), "lane-settings");
}

/**
 * khatt_timeline_view_init_lanes:
 *
 * Nothing is decided of any lanes.
 */
void
khatt_timeline_view_init_lanes (KhattTimelineView *self)
{
  for (guint i = 0; i < KHATT_N_LANES_BY; i++)
    self->lane_settings[i] = khatt_lane_settings_copy (&(KhattLaneSettings){ { NULL } });
}

/**
 * khatt_timeline_view_forget_lanes:
 *
 * Frees what was decided of lanes: it belongs to the document.
 */
void
khatt_timeline_view_forget_lanes (KhattTimelineView *self)
{
  for (guint i = 0; i < KHATT_N_LANES_BY; i++)
    g_clear_pointer (&self->lane_settings[i], khatt_lane_settings_free);
}

/**
 * khatt_timeline_view_find_lane:
 *
 * Returns: the lane in which the selected event was chosen, or its first; %G_MAXUINT where none is
 * selected
 */
guint
khatt_timeline_view_find_lane (KhattTimelineView *self)
{
  guint n_joins = 0;
  const KhattJoin *joins;

  if (self->arrangement == NULL || self->selected == KHATT_SLOT_NONE)
    return G_MAXUINT;
  if (self->selected_lane < khatt_arrangement_get_n_lanes (self->arrangement))
    return self->selected_lane;

  joins = khatt_arrangement_get_joins (self->arrangement, self->selected, &n_joins);
  return n_joins > 0 ? joins[0].lane : G_MAXUINT;
}

/* ---- Actions ---- */

static void
toggle (KhattTimelineView *self, KhattLaneList list, const char *key)
{
  const KhattLaneSettings *before = khatt_timeline_view_get_lane_settings (self);
  g_autoptr (KhattLaneSettings) settings = khatt_lane_settings_copy (before);

  khatt_lane_settings_set (settings, list, key, !khatt_lane_settings_has (before, list, key));
  khatt_timeline_view_set_lane_settings (self, settings);
}

static void
pin_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  toggle (KHATT_TIMELINE_VIEW (widget), KHATT_LANE_PINNED, g_variant_get_string (parameter, NULL));
}

static void
collapse_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  toggle (KHATT_TIMELINE_VIEW (widget), KHATT_LANE_COLLAPSED,
          g_variant_get_string (parameter, NULL));
}

static void
hide_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  toggle (KHATT_TIMELINE_VIEW (widget), KHATT_LANE_HIDDEN, g_variant_get_string (parameter, NULL));
}

/**
 * khatt_timeline_view_can_move_lane:
 * @lane: a lane
 * @step: -1: up, 1: down
 *
 * Returns: whether there is a lane on that side with which it can change places: pinned lanes stay
 * above the others
 */
gboolean
khatt_timeline_view_can_move_lane (KhattTimelineView *self, guint lane, int step)
{
  guint n_lanes = khatt_arrangement_get_n_lanes (self->arrangement);
  guint n_pinned = khatt_arrangement_get_n_pinned (self->arrangement);
  gint64 other = (gint64) lane + step;

  return lane < n_lanes && other >= 0 && other < n_lanes &&
         (lane < n_pinned) == (other < (gint64) n_pinned);
}

/* What moves once was given its place, and with it all lanes round it. */
static void
move_lane (KhattTimelineView *self, guint lane, int step)
{
  guint n_pinned = khatt_arrangement_get_n_pinned (self->arrangement);
  gboolean is_pinned = lane < n_pinned;
  guint first = is_pinned ? 0 : n_pinned;
  guint after = is_pinned ? n_pinned : khatt_arrangement_get_n_lanes (self->arrangement);
  g_autofree const char **keys = g_new0 (const char *, after - first + 1);
  g_autoptr (KhattLaneSettings) settings =
      khatt_lane_settings_copy (khatt_timeline_view_get_lane_settings (self));

  for (guint i = first; i < after; i++)
    {
      guint shown = i;

      if (i == lane)
        shown = lane + step;
      else if (i == lane + step)
        shown = lane;
      keys[i - first] = khatt_arrangement_get_lane (self->arrangement, shown)->key;
    }
  khatt_lane_settings_set_list (settings, is_pinned ? KHATT_LANE_PINNED : KHATT_LANE_PLACED, keys);
  khatt_timeline_view_set_lane_settings (self, settings);
}

static void
move_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KhattTimelineView *self = KHATT_TIMELINE_VIEW (widget);
  const char *key;
  int step;
  guint lane;

  if (self->arrangement == NULL)
    return;

  g_variant_get (parameter, "(&si)", &key, &step);
  lane = khatt_arrangement_find_lane (self->arrangement, key);
  if (khatt_timeline_view_can_move_lane (self, lane, step))
    move_lane (self, lane, step);
}

/* The lane of the selected event, with the keyboard: the selection stays in it. */
static void
move_selected_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KhattTimelineView *self = KHATT_TIMELINE_VIEW (widget);
  guint lane = khatt_timeline_view_find_lane (self);
  int step = g_variant_get_int32 (parameter);

  if (lane == G_MAXUINT || !khatt_timeline_view_can_move_lane (self, lane, step))
    return;

  move_lane (self, lane, step);
  self->selected_lane = lane + step;
  khatt_timeline_view_reveal (self, self->selected);
}

static void
show_all_lanes_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KhattTimelineView *self = KHATT_TIMELINE_VIEW (widget);
  g_autoptr (KhattLaneSettings) settings =
      khatt_lane_settings_copy (khatt_timeline_view_get_lane_settings (self));

  khatt_lane_settings_set_list (settings, KHATT_LANE_HIDDEN, NULL);
  khatt_timeline_view_set_lane_settings (self, settings);
}

/* ---- Showing what is in a lane alone ---- */

static gboolean
is_country (KhattTimelineView *self, const char *key)
{
  KhattSnapshot *snapshot = khatt_arrangement_get_snapshot (self->arrangement);

  for (guint32 i = 0; i < khatt_snapshot_get_n_actors (snapshot); i++)
    if (g_strcmp0 (khatt_snapshot_get_actor (snapshot, i)->country, key) == 0)
      return TRUE;

  return FALSE;
}

static void
only_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KhattTimelineView *self = KHATT_TIMELINE_VIEW (widget);
  const char *const keys[] = { g_variant_get_string (parameter, NULL), NULL };
  KhattFilter filter = *self->filter;
  KhattKind kind;

  if (self->arrangement == NULL)
    return;

  if (self->lanes_by == KHATT_LANES_KINDS && khatt_kind_from_name (keys[0], &kind))
    filter.kinds = 1u << kind;
  else if (self->lanes_by == KHATT_LANES_SOURCES)
    filter.articles = keys;
  else if (self->lanes_by == KHATT_LANES_COUNTRIES && is_country (self, keys[0]))
    filter.countries = keys;
  else
    filter.actors = keys;
  khatt_timeline_view_set_filter (self, &filter);
}

/* What happened between two. */
static void
show_pair (KhattTimelineView *self, const char *first, const char *second)
{
  const char *const actors[] = { first, second, NULL };
  KhattFilter filter = *self->filter;

  filter.actors = actors;
  filter.needs_all_actors = TRUE;
  khatt_timeline_view_set_filter (self, &filter);
}

static void
pair_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *first, *second;

  g_variant_get (parameter, "(&s&s)", &first, &second);
  show_pair (KHATT_TIMELINE_VIEW (widget), first, second);
}

static const KhattRecord *
get_selected (KhattTimelineView *self)
{
  if (self->arrangement == NULL || self->selected == KHATT_SLOT_NONE)
    return NULL;

  return khatt_snapshot_get_record (khatt_arrangement_get_snapshot (self->arrangement),
                                    self->selected);
}

static void
only_these_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KhattTimelineView *self = KHATT_TIMELINE_VIEW (widget);
  const KhattRecord *record = get_selected (self);
  KhattSnapshot *snapshot;

  if (record == NULL || record->n_parties != 2)
    return;

  snapshot = khatt_arrangement_get_snapshot (self->arrangement);
  show_pair (self, khatt_snapshot_get_actor (snapshot, record->parties[0].actor)->name,
             khatt_snapshot_get_actor (snapshot, record->parties[1].actor)->name);
}

static void
clear_filter_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  khatt_timeline_view_set_filter (KHATT_TIMELINE_VIEW (widget), NULL);
}

/**
 * khatt_timeline_view_update_lane_actions:
 *
 * Enables what makes sense with this selection, this filter and these lanes.
 */
void
khatt_timeline_view_update_lane_actions (KhattTimelineView *self)
{
  const KhattRecord *record = get_selected (self);
  const char *const *hidden =
      khatt_timeline_view_get_lane_settings (self)->lists[KHATT_LANE_HIDDEN];

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "view.only-these",
                                 record != NULL && record->n_parties == 2);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "view.clear-filter",
                                 !khatt_filter_is_empty (self->filter));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "view.show-all-lanes",
                                 hidden != NULL && hidden[0] != NULL);
}

/**
 * khatt_timeline_view_install_lane_actions:
 * @widget_class: the class of the view
 *
 * Installs the actions on lanes, and their keys.
 */
void
khatt_timeline_view_install_lane_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    const char *type;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "view.lane-pin", "s", pin_cb },
    { "view.lane-collapse", "s", collapse_cb },
    { "view.lane-hide", "s", hide_cb },
    { "view.lane-move", "(si)", move_cb },
    { "view.lane-only", "s", only_cb },
    { "view.lane-pair", "(ss)", pair_cb },
    { "view.move-lane", "i", move_selected_cb },
    { "view.show-all-lanes", NULL, show_all_lanes_cb },
    { "view.only-these", NULL, only_these_cb },
    { "view.clear-filter", NULL, clear_filter_cb },
  };
  const GdkModifierType held = GDK_CONTROL_MASK | GDK_SHIFT_MASK;

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].type,
                                     actions[i].activate);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, held, "view.move-lane", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, held, "view.move-lane", "i", 1);
}
