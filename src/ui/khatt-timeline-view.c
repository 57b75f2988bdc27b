/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The state of the timeline view: what it shows, as its properties. How it is laid
 * out, painted and moved, and what input does, are in the files named after that. A document's
 * picture has three ages: its arrangement (lanes and index; until the document changes), its layout
 * (places; until the view moves) and its render nodes (ink). What changes drops the youngest that
 * depends on it, and the next frame makes it anew. */

#include "khatt-timeline-view-private.h"

#include "khatt-mark-widget.h"

#define LEAST_WIDTH 180
#define LEAST_HEIGHT 120
#define USUAL_WIDTH 640
#define USUAL_HEIGHT 400

G_DEFINE_FINAL_TYPE (KhattTimelineView, khatt_timeline_view, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_TIMELINE,
  PROP_SELECTED_SLOT,
  PROP_COMPARED_SLOT,
  PROP_HOVERED_SLOT,
  PROP_TIME_DIRECTION,
  PROP_SECOND_CALENDAR,
  PROP_LANES_BY,
  PROP_FILTER,
  PROP_LANE_SETTINGS,
  PROP_VISIBLE_FIRST,
  PROP_VISIBLE_LAST,
  PROP_CAN_GO_BACK,
  PROP_CAN_GO_FORWARD,
  PROP_IS_BUSY,
  PROP_WHEEL_ZOOMS,
  PROP_HITS,
  PROP_LIT,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

enum
{
  ACTIVATED,
  SHOW_IN_ARTICLE,
  ARRANGED,
  SHIFTED,
  DRAFT,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* Whether the picture is that of the document as it is now. */
static gboolean
is_arranged (KhattTimelineView *self)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (self->timeline);

  return self->arrangement != NULL && self->arranging == NULL &&
         khatt_snapshot_get_content_revision (snapshot) ==
             khatt_snapshot_get_content_revision (
                 khatt_arrangement_get_snapshot (self->arrangement));
}

static void
timeline_changed_cb (KhattTimelineView *self)
{
  KhattDirection direction = khatt_timeline_get_direction (self->timeline);

  if (direction != self->time_direction)
    {
      khatt_timeline_view_stop (self);
      self->time_direction = direction;
      self->place.scale.direction = direction;
      khatt_timeline_view_drop_layout (self);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TIME_DIRECTION]);
    }
  if (!is_arranged (self))
    khatt_timeline_view_arrange (self);
}

static void
khatt_timeline_view_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  gboolean is_width = orientation == GTK_ORIENTATION_HORIZONTAL;

  *minimum = is_width ? LEAST_WIDTH : LEAST_HEIGHT;
  *natural = is_width ? USUAL_WIDTH : USUAL_HEIGHT;
}

/* One Tab stop for all events and one for the lanes; the arrows walk inside them. */
static gboolean
khatt_timeline_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  KhattTimelineView *self = KHATT_TIMELINE_VIEW (widget);
  GtkWidget *child = gtk_widget_get_focus_child (widget);
  gboolean is_in_lanes = khatt_timeline_view_has_header_focus (self);
  gboolean is_backward = direction == GTK_DIR_TAB_BACKWARD;

  if (gtk_widget_has_focus (widget) || KHATT_IS_MARK_WIDGET (child))
    return !is_backward && khatt_timeline_view_focus_header (self);
  if (child != NULL && !(is_in_lanes && is_backward))
    return FALSE;
  if (child == NULL && is_backward && khatt_timeline_view_focus_header (self))
    return TRUE;
  khatt_timeline_view_show_focus (self, TRUE);
  return gtk_widget_grab_focus (widget);
}

static gboolean
khatt_timeline_view_grab_focus (GtkWidget *widget)
{
  KhattTimelineView *self = KHATT_TIMELINE_VIEW (widget);
  GtkWidget *mark = khatt_timeline_view_find_mark_widget (self, self->selected);

  if (mark != NULL && gtk_widget_grab_focus (mark))
    return TRUE;
  return GTK_WIDGET_CLASS (khatt_timeline_view_parent_class)->grab_focus (widget);
}

static void
khatt_timeline_view_state_flags_changed (GtkWidget *widget, GtkStateFlags previous)
{
  if (((gtk_widget_get_state_flags (widget) ^ previous) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0)
    khatt_timeline_view_drop_state (KHATT_TIMELINE_VIEW (widget), KHATT_STATE_FOCUSED);
  GTK_WIDGET_CLASS (khatt_timeline_view_parent_class)->state_flags_changed (widget, previous);
}

static void
khatt_timeline_view_unmap (GtkWidget *widget)
{
  KhattTimelineView *self = KHATT_TIMELINE_VIEW (widget);

  khatt_timeline_view_stop (self);
  khatt_timeline_view_clear_fade (self);
  khatt_timeline_view_set_hovered_slot (self, KHATT_SLOT_NONE);
  GTK_WIDGET_CLASS (khatt_timeline_view_parent_class)->unmap (widget);
}

static void
khatt_timeline_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  KhattTimelineView *self = KHATT_TIMELINE_VIEW (object);
  gint64 first = 0;
  gint64 last = 0;

  switch (id)
    {
    case PROP_TIMELINE:
      g_value_set_object (value, self->timeline);
      break;
    case PROP_SELECTED_SLOT:
      g_value_set_uint (value, self->selected);
      break;
    case PROP_COMPARED_SLOT:
      g_value_set_uint (value, self->compared);
      break;
    case PROP_HOVERED_SLOT:
      g_value_set_uint (value, self->hovered);
      break;
    case PROP_TIME_DIRECTION:
      g_value_set_uint (value, self->time_direction);
      break;
    case PROP_SECOND_CALENDAR:
      g_value_set_uint (value, self->second_calendar);
      break;
    case PROP_LANES_BY:
      g_value_set_uint (value, self->lanes_by);
      break;
    case PROP_FILTER:
      g_value_set_boxed (value, self->filter);
      break;
    case PROP_LANE_SETTINGS:
      g_value_set_boxed (value, khatt_timeline_view_get_lane_settings (self));
      break;
    case PROP_VISIBLE_FIRST:
    case PROP_VISIBLE_LAST:
      khatt_timeline_view_get_visible_span (self, &first, &last);
      g_value_set_int64 (value, id == PROP_VISIBLE_FIRST ? first : last);
      break;
    case PROP_CAN_GO_BACK:
      g_value_set_boolean (value, khatt_view_history_can_step (self->history, -1));
      break;
    case PROP_CAN_GO_FORWARD:
      g_value_set_boolean (value, khatt_view_history_can_step (self->history, 1));
      break;
    case PROP_IS_BUSY:
      g_value_set_boolean (value, self->arranging != NULL);
      break;
    case PROP_WHEEL_ZOOMS:
      g_value_set_boolean (value, self->wheel_zooms);
      break;
    case PROP_HITS:
      g_value_set_pointer (value, self->hits);
      break;
    case PROP_LIT:
      g_value_set_pointer (value, self->lit);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
khatt_timeline_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  KhattTimelineView *self = KHATT_TIMELINE_VIEW (object);

  switch (id)
    {
    case PROP_TIMELINE:
      khatt_timeline_view_set_timeline (self, g_value_get_object (value));
      break;
    case PROP_SELECTED_SLOT:
      khatt_timeline_view_set_selected_slot (self, g_value_get_uint (value));
      break;
    case PROP_COMPARED_SLOT:
      khatt_timeline_view_set_compared_slot (self, g_value_get_uint (value));
      break;
    case PROP_SECOND_CALENDAR:
      khatt_timeline_view_set_second_calendar (self, g_value_get_uint (value));
      break;
    case PROP_LANES_BY:
      khatt_timeline_view_set_lanes_by (self, g_value_get_uint (value));
      break;
    case PROP_WHEEL_ZOOMS:
      khatt_timeline_view_set_wheel_zooms (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
khatt_timeline_view_dispose (GObject *object)
{
  KhattTimelineView *self = KHATT_TIMELINE_VIEW (object);

  khatt_timeline_view_stop (self);
  khatt_timeline_view_clear_fade (self);
  khatt_timeline_view_cancel_arranging (self);
  khatt_timeline_view_stop_lighting (self);
  g_clear_handle_id (&self->notify_span_id, g_source_remove);
  g_clear_handle_id (&self->sync_marks_id, g_source_remove);
  g_clear_handle_id (&self->sync_selection_id, g_source_remove);
  g_clear_handle_id (&self->prepare_id, g_source_remove);
  g_clear_handle_id (&self->settle_id, g_source_remove);
  if (self->marks != NULL)
    khatt_timeline_view_clear_marks (self);
  khatt_timeline_view_clear_headers (self);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->go_to_date, gtk_widget_unparent);
  g_clear_object (&self->timeline_signals);
  g_clear_object (&self->timeline);

  G_OBJECT_CLASS (khatt_timeline_view_parent_class)->dispose (object);
}

static void
khatt_timeline_view_finalize (GObject *object)
{
  KhattTimelineView *self = KHATT_TIMELINE_VIEW (object);

  for (guint state = 0; state < KHATT_VIEW_N_STATES; state++)
    g_clear_pointer (&self->states[state], gsk_render_node_unref);
  khatt_timeline_view_clear_scene (self);
  g_clear_pointer (&self->plot_rows, g_ptr_array_unref);
  g_clear_pointer (&self->header_rows, g_ptr_array_unref);
  g_clear_pointer (&self->canvas, khatt_canvas_free);
  g_clear_pointer (&self->dimension, gsk_render_node_unref);
  g_clear_pointer (&self->levels.details, g_byte_array_unref);
  g_clear_pointer (&self->layout, khatt_layout_free);
  g_clear_pointer (&self->lit, khatt_lit_unref);
  g_clear_pointer (&self->hits, khatt_search_hits_unref);
  g_clear_pointer (&self->arrangement, khatt_arrangement_unref);
  g_clear_pointer (&self->scenes, khatt_scenes_free);
  g_clear_pointer (&self->shaper, khatt_shaper_free);
  g_clear_pointer (&self->history, khatt_view_history_free);
  g_clear_pointer (&self->filter, khatt_filter_free);
  khatt_timeline_view_forget_lanes (self);
  g_clear_pointer (&self->marks, g_hash_table_unref);
  g_clear_pointer (&self->idle_marks, g_ptr_array_unref);

  G_OBJECT_CLASS (khatt_timeline_view_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags reads = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags writes = reads | G_PARAM_WRITABLE;

  properties[PROP_TIMELINE] =
      g_param_spec_object ("timeline", NULL, NULL, KHATT_TYPE_TIMELINE, writes);
  properties[PROP_SELECTED_SLOT] =
      g_param_spec_uint ("selected-slot", NULL, NULL, 0, G_MAXUINT32, KHATT_SLOT_NONE, writes);
  properties[PROP_COMPARED_SLOT] =
      g_param_spec_uint ("compared-slot", NULL, NULL, 0, G_MAXUINT32, KHATT_SLOT_NONE, writes);
  properties[PROP_HOVERED_SLOT] =
      g_param_spec_uint ("hovered-slot", NULL, NULL, 0, G_MAXUINT32, KHATT_SLOT_NONE, reads);
  properties[PROP_TIME_DIRECTION] = g_param_spec_uint (
      "time-direction", NULL, NULL, 0, KHATT_DIRECTION_RTL, KHATT_DIRECTION_LTR, reads);
  properties[PROP_SECOND_CALENDAR] = g_param_spec_uint (
      "second-calendar", NULL, NULL, 0, KHATT_CALENDAR_HEBREW, KHATT_CALENDAR_UMALQURA, writes);
  properties[PROP_LANES_BY] =
      g_param_spec_uint ("lanes-by", NULL, NULL, 0, KHATT_LANES_ONE, KHATT_LANES_ACTORS, writes);
  properties[PROP_FILTER] = g_param_spec_boxed ("filter", NULL, NULL, KHATT_TYPE_FILTER, reads);
  properties[PROP_LANE_SETTINGS] =
      g_param_spec_boxed ("lane-settings", NULL, NULL, KHATT_TYPE_LANE_SETTINGS, reads);
  properties[PROP_VISIBLE_FIRST] =
      g_param_spec_int64 ("visible-first", NULL, NULL, G_MININT64, G_MAXINT64, 0, reads);
  properties[PROP_VISIBLE_LAST] =
      g_param_spec_int64 ("visible-last", NULL, NULL, G_MININT64, G_MAXINT64, 0, reads);
  properties[PROP_CAN_GO_BACK] = g_param_spec_boolean ("can-go-back", NULL, NULL, FALSE, reads);
  properties[PROP_CAN_GO_FORWARD] =
      g_param_spec_boolean ("can-go-forward", NULL, NULL, FALSE, reads);
  properties[PROP_IS_BUSY] = g_param_spec_boolean ("is-busy", NULL, NULL, FALSE, reads);
  properties[PROP_WHEEL_ZOOMS] = g_param_spec_boolean ("wheel-zooms", NULL, NULL, FALSE, writes);
  properties[PROP_HITS] = g_param_spec_pointer ("hits", NULL, NULL, reads);
  properties[PROP_LIT] = g_param_spec_pointer ("lit", NULL, NULL, reads);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
khatt_timeline_view_class_init (KhattTimelineViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = khatt_timeline_view_get_property;
  object_class->set_property = khatt_timeline_view_set_property;
  object_class->dispose = khatt_timeline_view_dispose;
  object_class->finalize = khatt_timeline_view_finalize;
  widget_class->measure = khatt_timeline_view_measure;
  widget_class->size_allocate = khatt_timeline_view_size_allocate;
  widget_class->snapshot = khatt_timeline_view_snapshot;
  widget_class->focus = khatt_timeline_view_focus;
  widget_class->grab_focus = khatt_timeline_view_grab_focus;
  widget_class->state_flags_changed = khatt_timeline_view_state_flags_changed;
  widget_class->unmap = khatt_timeline_view_unmap;

  install_properties (object_class);

  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SHOW_IN_ARTICLE] =
      g_signal_new ("show-in-article", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[ARRANGED] = g_signal_new ("arranged", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);

  khatt_timeline_view_install_actions (widget_class);
  signals[SHIFTED] = g_signal_new ("shifted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[DRAFT] = g_signal_new ("draft", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  khatt_timeline_view_install_lane_actions (widget_class);
  khatt_timeline_view_install_header_actions (widget_class);
  khatt_timeline_view_install_shift_actions (widget_class);
  gtk_widget_class_set_css_name (widget_class, "timeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

/* Where an array has none yet there is NULL. */
static void
free_node (gpointer node)
{
  if (node != NULL)
    gsk_render_node_unref (node);
}

static void
khatt_timeline_view_init (KhattTimelineView *self)
{
  self->scenes = khatt_scenes_new ();
  self->canvas = khatt_canvas_new ();
  self->plot_rows = g_ptr_array_new_with_free_func (free_node);
  self->header_rows = g_ptr_array_new_with_free_func (free_node);
  self->history = khatt_view_history_new ();
  self->filter = khatt_filter_copy (&(KhattFilter){ 0 });
  khatt_timeline_view_init_lanes (self);
  khatt_timeline_view_init_headers (self);
  self->marks = g_hash_table_new (NULL, NULL);
  self->idle_marks = g_ptr_array_new_with_free_func (g_object_unref);
  self->selected = self->compared = self->hovered = self->gripped = KHATT_SLOT_NONE;
  self->selected_lane = G_MAXUINT;
  self->hidden_selection.slot = KHATT_SLOT_NONE;
  self->scroll_range = -1;
  self->fit = KHATT_VIEW_FITS_ALL;
  self->pointer_x = self->pointer_y = -1;

  self->timeline_signals = g_signal_group_new (KHATT_TYPE_TIMELINE);
  g_signal_group_connect_swapped (self->timeline_signals, "changed",
                                  G_CALLBACK (timeline_changed_cb), self);

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  khatt_timeline_view_init_input (self);
  khatt_timeline_view_update_actions (self);
  khatt_timeline_view_init_look (self);
}

/**
 * khatt_timeline_view_new:
 *
 * Returns: (transfer floating): a view of nothing
 */
GtkWidget *
khatt_timeline_view_new (void)
{
  return g_object_new (KHATT_TYPE_TIMELINE_VIEW, NULL);
}

/**
 * khatt_timeline_view_get_timeline:
 *
 * Returns: (transfer none) (nullable): the document
 */
KhattTimeline *
khatt_timeline_view_get_timeline (KhattTimelineView *self)
{
  g_return_val_if_fail (KHATT_IS_TIMELINE_VIEW (self), NULL);

  return self->timeline;
}

/**
 * khatt_timeline_view_set_timeline:
 * @timeline: (nullable): another document
 *
 * Shows all of it; selection and view history begin anew.
 */
void
khatt_timeline_view_set_timeline (KhattTimelineView *self, KhattTimeline *timeline)
{
  g_return_if_fail (KHATT_IS_TIMELINE_VIEW (self));
  g_return_if_fail (timeline == NULL || KHATT_IS_TIMELINE (timeline));

  if (self->timeline == timeline)
    return;

  g_object_freeze_notify (G_OBJECT (self));
  khatt_timeline_view_stop (self);
  khatt_timeline_view_cancel_arranging (self);
  khatt_timeline_view_set_selected_slot (self, KHATT_SLOT_NONE);
  khatt_timeline_view_set_compared_slot (self, KHATT_SLOT_NONE);
  khatt_timeline_view_set_hovered_slot (self, KHATT_SLOT_NONE);
  khatt_timeline_view_set_hits (self, NULL);
  khatt_view_history_clear (self->history);
  khatt_timeline_view_notify_history (self);
  g_clear_object (&self->timeline);
  khatt_timeline_view_set_filter (self, NULL);
  khatt_timeline_view_forget_lanes (self);
  khatt_timeline_view_init_lanes (self);
  g_set_object (&self->timeline, timeline);
  g_signal_group_set_target (self->timeline_signals, timeline);
  self->fit = KHATT_VIEW_FITS_ALL;
  self->place.scroll_y = 0;
  khatt_timeline_view_take_arrangement (self, NULL);
  if (timeline != NULL)
    timeline_changed_cb (self);
  khatt_timeline_view_update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TIMELINE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LANE_SETTINGS]);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * khatt_timeline_view_get_time_direction:
 *
 * Returns: which way later is: the document says so
 */
KhattDirection
khatt_timeline_view_get_time_direction (KhattTimelineView *self)
{
  g_return_val_if_fail (KHATT_IS_TIMELINE_VIEW (self), KHATT_DIRECTION_LTR);

  return self->time_direction;
}

/**
 * khatt_timeline_view_get_lanes_by:
 *
 * Returns: what the lanes are
 */
KhattLanesBy
khatt_timeline_view_get_lanes_by (KhattTimelineView *self)
{
  g_return_val_if_fail (KHATT_IS_TIMELINE_VIEW (self), KHATT_LANES_ACTORS);

  return self->lanes_by;
}

/**
 * khatt_timeline_view_set_lanes_by:
 * @lanes_by: what the lanes are
 */
void
khatt_timeline_view_set_lanes_by (KhattTimelineView *self, KhattLanesBy lanes_by)
{
  g_return_if_fail (KHATT_IS_TIMELINE_VIEW (self));

  if (lanes_by == self->lanes_by)
    return;

  self->lanes_by = lanes_by;
  self->place.scroll_y = 0;
  khatt_timeline_view_arrange (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LANES_BY]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LANE_SETTINGS]);
}

/**
 * khatt_timeline_view_get_wheel_zooms:
 *
 * Returns: whether the plain wheel zooms
 */
gboolean
khatt_timeline_view_get_wheel_zooms (KhattTimelineView *self)
{
  g_return_val_if_fail (KHATT_IS_TIMELINE_VIEW (self), FALSE);

  return self->wheel_zooms;
}

/**
 * khatt_timeline_view_set_wheel_zooms:
 * @wheel_zooms: whether the plain wheel zooms; it scrolls with Ctrl then
 */
void
khatt_timeline_view_set_wheel_zooms (KhattTimelineView *self, gboolean wheel_zooms)
{
  g_return_if_fail (KHATT_IS_TIMELINE_VIEW (self));

  if (wheel_zooms == self->wheel_zooms)
    return;

  self->wheel_zooms = wheel_zooms;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WHEEL_ZOOMS]);
}

/**
 * khatt_timeline_view_get_can_go_back:
 *
 * Returns: whether the view's history has an earlier step
 */
gboolean
khatt_timeline_view_get_can_go_back (KhattTimelineView *self)
{
  g_return_val_if_fail (KHATT_IS_TIMELINE_VIEW (self), FALSE);

  return khatt_view_history_can_step (self->history, -1);
}

/**
 * khatt_timeline_view_get_can_go_forward:
 *
 * Returns: whether the view's history has a later step
 */
gboolean
khatt_timeline_view_get_can_go_forward (KhattTimelineView *self)
{
  g_return_val_if_fail (KHATT_IS_TIMELINE_VIEW (self), FALSE);

  return khatt_view_history_can_step (self->history, 1);
}

/**
 * khatt_timeline_view_get_arrangement:
 *
 * Returns: (transfer none) (nullable): what is drawn, before any pixel
 */
KhattArrangement *
khatt_timeline_view_get_arrangement (KhattTimelineView *self)
{
  g_return_val_if_fail (KHATT_IS_TIMELINE_VIEW (self), NULL);

  return self->arrangement;
}

/**
 * khatt_timeline_view_get_layout:
 *
 * Returns: (transfer none) (nullable): what the viewport shows; good until the view moves
 */
const KhattLayout *
khatt_timeline_view_get_layout (KhattTimelineView *self)
{
  g_return_val_if_fail (KHATT_IS_TIMELINE_VIEW (self), NULL);

  khatt_timeline_view_ensure_layout (self);
  return self->layout;
}

/**
 * khatt_timeline_view_take_arrangement:
 * @arrangement: (transfer full) (nullable): what to draw from now on
 */
void
khatt_timeline_view_take_arrangement (KhattTimelineView *self, KhattArrangement *arrangement)
{
  khatt_timeline_view_drop_layout (self);
  khatt_timeline_view_forget_rows (self);
  g_clear_pointer (&self->arrangement, khatt_arrangement_unref);
  khatt_scenes_clear (self->scenes);
  self->arrangement = arrangement;
  self->scroll_range = -1;
  khatt_timeline_view_clear_marks (self);
  khatt_timeline_view_set_hovered_slot (self, KHATT_SLOT_NONE);
  khatt_timeline_view_light (self);

  if (arrangement != NULL && self->selected != KHATT_SLOT_NONE &&
      !khatt_arrangement_shows (arrangement, self->selected))
    khatt_timeline_view_set_selected_slot (self, KHATT_SLOT_NONE);
  if (arrangement != NULL && self->compared != KHATT_SLOT_NONE &&
      !khatt_arrangement_shows (arrangement, self->compared))
    khatt_timeline_view_set_compared_slot (self, KHATT_SLOT_NONE);

  khatt_timeline_view_update_actions (self);
  khatt_timeline_view_follow_header (self);
  g_signal_emit (self, signals[ARRANGED], 0);
}
