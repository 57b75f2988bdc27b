/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-canvas.h"
#include "khatt-date-shift.h"
#include "khatt-event-data.h"
#include "khatt-flight.h"
#include "khatt-kinetic.h"
#include "khatt-painter.h"
#include "khatt-scenes.h"
#include "khatt-timeline-view.h"
#include "khatt-view-history.h"

G_BEGIN_DECLS

#define KHATT_VIEW_N_STATES (KHATT_STATE_FOCUSED + 1)

/* What waits for a size, or for a document that is still being arranged. */
typedef enum
{
  KHATT_VIEW_STAYS,
  KHATT_VIEW_FITS_ALL,   /* and goes on fitting until somebody moves it */
  KHATT_VIEW_FITS_SPAN,  /* `awaited` */
  KHATT_VIEW_HOLDS_SPAN, /* `awaited`, and goes on fitting it until somebody moves it */
} KhattViewFit;

/* What a view can be asked to show. A value. */
typedef enum
{
  KHATT_VIEW_TARGET_ALL,
  KHATT_VIEW_TARGET_SPAN,
  KHATT_VIEW_TARGET_SLOT,
  KHATT_VIEW_TARGET_PAIR, /* the span of two events, with the lanes of `slot` */
} KhattViewTargetKind;

typedef struct
{
  KhattViewTargetKind kind;
  gint64 first; /* of a span */
  gint64 last;
  guint32 slot;
} KhattViewTarget;

/* How much each row tells, and where the rows are. */
typedef struct
{
  const KhattArrangement *arrangement; /* for nothing but to compare */
  double scroll_y;
  double width;
  double height;
  guint first_lane;
  gboolean has_cards;
  GByteArray *details; /* of KhattDetail; NULL: nothing was painted yet */
} KhattViewLevels;

/* What the rows of a layout that is gone were, and a point that is to stay where it is when those
 * of the next one are higher or lower. */
typedef struct
{
  gboolean are_known;
  gboolean has_cards;
  guint lane;
  double y;
  double distance; /* of the point from the lane's line, downwards */
} KhattViewRows;

/* Rows that change what they tell. */
typedef struct
{
  GskRenderNode *before; /* NULL: nothing fades */
  GArray *rows;          /* of KhattRect */
  gint64 start_us;
  guint tick_id;
} KhattViewFade;

/* A span's ends as seconds: doubles beyond these do not fit into gint64. */
#define KHATT_VIEW_LEAST_TIME -9.2e18
#define KHATT_VIEW_MOST_TIME 9.2e18

/* The state of a view, for the files that lay it out, paint it and hear its input. One after the
 * other they only go down: input and actions -> motion -> layout -> state. */
struct _KhattTimelineView
{
  GtkWidget parent_instance;

  /* Borrowed. */
  const KhattPalette *palette;

  /* Document. */
  KhattTimeline *timeline;
  GSignalGroup *timeline_signals;
  KhattArrangement *arrangement;
  KhattSearchHits *hits; /* NULL: nothing is searched */
  KhattLit *lit;         /* where they are: in this arrangement or, for a while, the one before */
  GCancellable *lighting;
  GCancellable *arranging; /* the run under way, NULL where none */
  KhattLanesBy lanes_by;
  KhattFilter *filter;
  KhattLaneSettings *lane_settings[KHATT_N_LANES_BY];

  /* How it is shown. */
  KhattShaper *shaper; /* from khatt_timeline_view_get_shaper(), before the first layout */
  KhattWords words;
  KhattCalendar second_calendar;
  KhattDirection time_direction;
  double text_scale;
  double magnification;  /* is in `text_scale` already */
  gboolean is_presented; /* it fills the height, and is not edited */
  gboolean hides_labels;
  gint64 today; /* KHATT_TIME_MAX: the clock's */
  guint32 selected;
  guint32 compared;    /* with the selected one */
  guint selected_lane; /* the lane the arrow keys walk in; G_MAXUINT: the event's own */
  guint32 hovered;

  /* Where. */
  KhattPlace place;
  double scroll_range; /* how far the lanes can be scrolled; negative: not known yet */
  KhattViewFit fit;
  KhattViewPlace awaited;
  KhattViewHistory *history;
  guint notify_span_id;

  /* What is laid out and painted; NULL: has to be made. */
  KhattScenes *scenes; /* what layouts share while the view pans */
  guint prepare_id;
  KhattLayout *layout;
  KhattViewRows rows;     /* of the layout before */
  KhattCanvas *canvas;    /* the plot's pixels */
  gboolean is_scene_old;  /* something has changed since it was made */
  guint32 scene_selected; /* the event whose lanes are tinted in it */
  GskRenderNode *scene;   /* of the parts: */
  GskRenderNode *axis;
  GPtrArray *plot_rows; /* of GskRenderNode, from above */
  GPtrArray *header_rows;
  KhattViewLevels levels; /* of the scene */
  KhattViewFade fade;
  GskRenderNode *states[KHATT_VIEW_N_STATES];
  GskRenderNode *dimension; /* the line between the selected event and the compared one */
  guint32 state_slots[KHATT_VIEW_N_STATES];

  /* For assistive technology: a child for each mark in view, in order. */
  GHashTable *marks;     /* slot -> KhattMarkWidget */
  GPtrArray *idle_marks; /* of KhattMarkWidget, without a parent */
  guint sync_marks_id;
  guint sync_selection_id;
  gboolean are_marks_synced;     /* with the layout */
  guint32 marked;                /* the event whose child is selected */
  gboolean is_labelled;          /* what is said of the whole is true of the layout */
  KhattMarkBox hidden_selection; /* of the selected event where no mark is drawn for it */
  GtkWidget *lane_list;          /* beside them the lanes, of KhattLaneHeader */
  char *header_key;              /* the lane that has the keyboard, or had it last */
  guint header_number;           /* of its child */
  gboolean is_menu_of_header;    /* the keyboard goes back to it */

  /* Movement. */
  KhattFlight flight;
  KhattKinetic kinetic_x;
  KhattKinetic kinetic_y;
  guint tick_id;
  gboolean has_animations;
  gboolean is_zooming; /* one step follows the other */
  guint settle_id;
  gboolean is_scroll_given; /* by whoever moved the view: it does not follow the rows */

  /* Input. */
  GtkGesture *drag;
  double drag_x; /* how far the drag has been applied */
  double drag_y;
  gboolean is_panning;
  gboolean is_scrolling; /* within a step of it */
  gboolean is_banding;   /* Shift+drag: a span is drawn */
  double band_from;
  double band_to;
  guint32 gripped; /* the event that a drag moves */
  KhattDatePart gripped_part;
  gboolean is_shifting; /* it does */
  KhattDateShift shift; /* how far */
  KhattDate shift_date; /* to where */
  double pointer_x;     /* where the pointer was last; negative: outside */
  double pointer_y;
  double pinch_scale;
  gboolean wheel_zooms;
  gboolean is_keyboard_used; /* rather than the pointer: the focus shows */
  GtkWidget *menu;
  GtkWidget *go_to_date;
};

/* State. */
void khatt_timeline_view_take_arrangement (KhattTimelineView *self, KhattArrangement *arrangement);

/* Selection. */
void khatt_timeline_view_set_hovered_slot (KhattTimelineView *self, guint32 slot);

/* Telling. */
void khatt_timeline_view_notify_busy (KhattTimelineView *self);
void khatt_timeline_view_emit_activated (KhattTimelineView *self, guint32 slot);
void khatt_timeline_view_emit_show_in_article (KhattTimelineView *self, guint32 slot);
void khatt_timeline_view_emit_shifted (KhattTimelineView *self, guint32 slot);
void khatt_timeline_view_emit_draft (KhattTimelineView *self, const KhattEventData *draft);
void khatt_timeline_view_notify_span (KhattTimelineView *self);
void khatt_timeline_view_notify_history (KhattTimelineView *self);

/* Search. */
void khatt_timeline_view_light (KhattTimelineView *self);
void khatt_timeline_view_stop_lighting (KhattTimelineView *self);

/* Lanes. */
void khatt_timeline_view_init_lanes (KhattTimelineView *self);
void khatt_timeline_view_forget_lanes (KhattTimelineView *self);
guint khatt_timeline_view_find_lane (KhattTimelineView *self);
gboolean khatt_timeline_view_can_move_lane (KhattTimelineView *self, guint lane, int step);
void khatt_timeline_view_update_lane_actions (KhattTimelineView *self);
void khatt_timeline_view_install_lane_actions (GtkWidgetClass *widget_class);

/* Look. */
void khatt_timeline_view_init_look (KhattTimelineView *self);
gint64 khatt_timeline_view_get_today (KhattTimelineView *self);

/* Arrangement: keeps it current with the timeline. */
void khatt_timeline_view_arrange (KhattTimelineView *self);
void khatt_timeline_view_cancel_arranging (KhattTimelineView *self);

/* Layout. */
void khatt_timeline_view_ensure_layout (KhattTimelineView *self);
void khatt_timeline_view_drop_layout (KhattTimelineView *self);
void khatt_timeline_view_reselect (KhattTimelineView *self);
void khatt_timeline_view_set_place (KhattTimelineView *self, const KhattPlace *place);
void khatt_timeline_view_settle (KhattTimelineView *self);
gboolean khatt_timeline_view_is_ready (KhattTimelineView *self);
double khatt_timeline_view_get_scroll_range (KhattTimelineView *self);
KhattScale khatt_timeline_view_get_fit (KhattTimelineView *self, const KhattViewTarget *target);
double
khatt_timeline_view_find_scroll (KhattTimelineView *self, const KhattScale *scale, guint32 slot);
KhattRect khatt_timeline_view_get_plot (KhattTimelineView *self);
void khatt_timeline_view_size_allocate (GtkWidget *widget, int width, int height, int baseline);

/* Rows. */
void khatt_timeline_view_note_rows (KhattTimelineView *self);
void khatt_timeline_view_forget_rows (KhattTimelineView *self);
double khatt_timeline_view_follow_rows (KhattTimelineView *self);

/* Marks for assistive technology. */
GPtrArray *khatt_timeline_view_list_marks (KhattTimelineView *self);
void khatt_timeline_view_sync_marks (KhattTimelineView *self);
void khatt_timeline_view_queue_sync_marks (KhattTimelineView *self);
void khatt_timeline_view_queue_sync_selection (KhattTimelineView *self);
void khatt_timeline_view_clear_marks (KhattTimelineView *self);
void khatt_timeline_view_refill_mark (KhattTimelineView *self, guint32 slot);
GtkWidget *khatt_timeline_view_find_mark_widget (KhattTimelineView *self, guint32 slot);

/* Lanes for assistive technology. */
void khatt_timeline_view_init_headers (KhattTimelineView *self);
void khatt_timeline_view_clear_headers (KhattTimelineView *self);
void khatt_timeline_view_sync_headers (KhattTimelineView *self);
void khatt_timeline_view_follow_header (KhattTimelineView *self);
gboolean khatt_timeline_view_has_header_focus (KhattTimelineView *self);
gboolean khatt_timeline_view_focus_header (KhattTimelineView *self);
void khatt_timeline_view_leave_lane_menu (KhattTimelineView *self);
void khatt_timeline_view_install_header_actions (GtkWidgetClass *widget_class);

/* Scene. */
void khatt_timeline_view_ensure_scene (KhattTimelineView *self);
void khatt_timeline_view_drop_scene (KhattTimelineView *self);
void khatt_timeline_view_drop_selection (KhattTimelineView *self);
void khatt_timeline_view_clear_scene (KhattTimelineView *self);

/* Painting. */
void khatt_timeline_view_show_focus (KhattTimelineView *self, gboolean is_keyboard_used);
void khatt_timeline_view_drop_state (KhattTimelineView *self, KhattMarkState state);
void khatt_timeline_view_drop_states (KhattTimelineView *self);
void khatt_timeline_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot);

/* Fading. */
void khatt_timeline_view_note_levels (KhattTimelineView *self, GskRenderNode *before);
void khatt_timeline_view_append_fade (KhattTimelineView *self, GtkSnapshot *snapshot);
void khatt_timeline_view_clear_fade (KhattTimelineView *self);

/* Comparison. */
void khatt_timeline_view_compare_with (KhattTimelineView *self, guint32 slot);
char *khatt_timeline_view_describe_comparison (KhattTimelineView *self, guint32 slot);
gboolean khatt_timeline_view_get_pair_target (KhattTimelineView *self, KhattViewTarget *target);
void khatt_timeline_view_drop_dimension (KhattTimelineView *self);
void khatt_timeline_view_append_dimension (KhattTimelineView *self, GtkSnapshot *snapshot);

/* Moving events. */
guint32 khatt_timeline_view_grip (KhattTimelineView *self, double x, double y, KhattDatePart *part);
void khatt_timeline_view_drag_shift (KhattTimelineView *self, double x);
void khatt_timeline_view_drop_shift (KhattTimelineView *self);
void khatt_timeline_view_append_shade (KhattTimelineView *self, GtkSnapshot *snapshot);
void khatt_timeline_view_draft_at (KhattTimelineView *self, double x, double y);
void khatt_timeline_view_install_shift_actions (GtkWidgetClass *widget_class);

/* Motion. */
void khatt_timeline_view_fly (KhattTimelineView *self, const KhattPlace *to);
void khatt_timeline_view_run_out (KhattTimelineView *self);
void khatt_timeline_view_stop (KhattTimelineView *self);
gboolean khatt_timeline_view_is_moving (KhattTimelineView *self);
KhattPlace khatt_timeline_view_get_goal (KhattTimelineView *self);
void
khatt_timeline_view_zoom_at (KhattTimelineView *self, double x, double factor, gboolean is_step);
void khatt_timeline_view_pan_by (KhattTimelineView *self, double x, double y);
void khatt_timeline_view_step_history (KhattTimelineView *self, int step);
void khatt_timeline_view_show (KhattTimelineView *self, const KhattViewTarget *target);

/* Actions. */
void khatt_timeline_view_install_actions (GtkWidgetClass *widget_class);
void khatt_timeline_view_update_actions (KhattTimelineView *self);
void khatt_timeline_view_activate (KhattTimelineView *self, guint32 slot);
void khatt_timeline_view_select_and_reveal (KhattTimelineView *self, guint32 slot, guint lane);
void khatt_timeline_view_popup_menu (KhattTimelineView *self, double x, double y);
void khatt_timeline_view_popup_lane_menu (KhattTimelineView *self, guint lane, double x, double y);

/* Input. */
const char *
khatt_timeline_view_find_key_action (guint keyval, guint keycode, GdkModifierType modifiers);
void khatt_timeline_view_init_keys (KhattTimelineView *self);
GtkWidget *
khatt_timeline_view_make_tooltip (KhattTimelineView *self, double x, double y, KhattRect *area);
void khatt_timeline_view_init_tooltip (KhattTimelineView *self);
void khatt_timeline_view_init_input (KhattTimelineView *self);
void khatt_timeline_view_update_hovered (KhattTimelineView *self);
void khatt_timeline_view_cancel_drag (KhattTimelineView *self);

G_END_DECLS
