/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "khatt-arrangement.h"
#include "khatt-calendar.h"
#include "khatt-layout.h"
#include "khatt-palette.h"
#include "khatt-timeline.h"

G_BEGIN_DECLS

/* KhattTimelineView: the picture of a timeline that can be moved, zoomed and walked through.
 *
 * Properties (all notify):
 *   timeline                        object, read and write
 *   selected-slot                   uint, KHATT_SLOT_NONE where nothing is; read and write
 *   compared-slot                   uint, what the selected one is compared with; read and write
 *   hovered-slot                    uint, read only
 *   time-direction                  uint, KhattDirection; read only: it is the document's
 *   second-calendar, lanes-by       uint, KhattCalendar, KhattLanesBy; read and write
 *   filter, lane-settings           KhattFilter, KhattLaneSettings, never NULL; read only
 *   visible-first, visible-last     int64 seconds, read only: khatt_timeline_view_show_span()
 *   can-go-back, can-go-forward     boolean, read only
 *   is-busy                         boolean, read only: a big document is being arranged
 *   wheel-zooms                     boolean: the plain wheel zooms; read and write
 *   lit                             pointer, KhattLit; read only: khatt_timeline_view_set_hits()
 *
 * Signals:
 *   activated (uint slot)           Return or the details action on an event
 *   show-in-article (uint slot)
 *   arranged                        there is another arrangement: a document was opened or changed
 *
 *   shifted (uint slot)             the event was moved in time, by a drag or by keys
 *   draft (KhattEventData *draft)   a new event is wanted; what is known of it
 *
 * Widget actions (activate with gtk_widget_activate_action (view, ...); menus inside the view reach
 * them by name): view.zoom-in, view.zoom-out, view.fit-all, view.fit-selection, view.go-to-date,
 * view.back, view.forward, view.next, view.previous, view.first, view.last (events in time),
 * view.move (ii) (arrows: x and y step, -1 or 1), view.page (i) (a page of time: -1 earlier, 1
 * later), view.page-lanes (i) (-1 up, 1 down), view.copy, view.activate, view.show-in-article,
 * view.compare (marks the selected event, to compare others with it), view.clear-selection,
 * view.shift (i) (moves the selected event by a unit of the axis, as arrows point), view.menu; of
 * lanes, by their keys: view.lane-pin (s), view.lane-collapse (s), view.lane-hide (s) (and back
 * again), view.lane-move (si) (-1 up, 1 down), view.lane-only (s), view.lane-pair (ss) (two
 * actors); view.move-lane (i) (that of the selected event), view.show-all-lanes, view.only-these,
 * view.clear-filter
 */
#define KHATT_TYPE_TIMELINE_VIEW (khatt_timeline_view_get_type ())
G_DECLARE_FINAL_TYPE (KhattTimelineView, khatt_timeline_view, KHATT, TIMELINE_VIEW, GtkWidget)

GtkWidget *khatt_timeline_view_new (void);

KhattTimeline *khatt_timeline_view_get_timeline (KhattTimelineView *self);
void khatt_timeline_view_set_timeline (KhattTimelineView *self, KhattTimeline *timeline);
guint32 khatt_timeline_view_get_selected_slot (KhattTimelineView *self);
void khatt_timeline_view_set_selected_slot (KhattTimelineView *self, guint32 slot);
/* What a search found keeps its colours, the rest fades; NULL: nothing does. */
void khatt_timeline_view_set_hits (KhattTimelineView *self, KhattSearchHits *hits);
KhattSearchHits *khatt_timeline_view_get_hits (KhattTimelineView *self);
KhattLit *khatt_timeline_view_get_lit (KhattTimelineView *self);
guint32 khatt_timeline_view_get_compared_slot (KhattTimelineView *self);
void khatt_timeline_view_set_compared_slot (KhattTimelineView *self, guint32 slot);
/* "18 days": between the selected event and the compared one; NULL where there are not two. */
char *khatt_timeline_view_dup_gap (KhattTimelineView *self);
guint32 khatt_timeline_view_get_hovered_slot (KhattTimelineView *self);
KhattDirection khatt_timeline_view_get_time_direction (KhattTimelineView *self);
KhattCalendar khatt_timeline_view_get_second_calendar (KhattTimelineView *self);
void khatt_timeline_view_set_second_calendar (KhattTimelineView *self, KhattCalendar calendar);
/* What of the document is shown; never NULL. Setting copies it; NULL: everything. The span stays,
 * the selection too where it still shows; another document is shown whole. */
const KhattFilter *khatt_timeline_view_get_filter (KhattTimelineView *self);
void khatt_timeline_view_set_filter (KhattTimelineView *self, const KhattFilter *filter);
/* What is decided of the lanes that are shown; those of countries, say, have settings of their own,
 * which come back with them. Never NULL; setting copies, NULL: nothing. */
const KhattLaneSettings *khatt_timeline_view_get_lane_settings (KhattTimelineView *self);
void khatt_timeline_view_set_lane_settings (KhattTimelineView *self,
                                            const KhattLaneSettings *settings);
KhattLanesBy khatt_timeline_view_get_lanes_by (KhattTimelineView *self);
void khatt_timeline_view_set_lanes_by (KhattTimelineView *self, KhattLanesBy lanes_by);
const KhattWords *khatt_timeline_view_get_words (KhattTimelineView *self);
void khatt_timeline_view_set_words (KhattTimelineView *self, const KhattWords *words);
/* Seconds of "now"; KHATT_TIME_MIN: no today line. Without a call it is the clock's. */
void khatt_timeline_view_set_today (KhattTimelineView *self, gint64 today);

/* Larger than the desktop's text wants it; and without what events are called: for presenting. */
void khatt_timeline_view_set_magnification (KhattTimelineView *self, double magnification);
gboolean khatt_timeline_view_get_hides_labels (KhattTimelineView *self);
void khatt_timeline_view_set_hides_labels (KhattTimelineView *self, gboolean hides_labels);

gboolean khatt_timeline_view_get_wheel_zooms (KhattTimelineView *self);
void khatt_timeline_view_set_wheel_zooms (KhattTimelineView *self, gboolean wheel_zooms);

gboolean
khatt_timeline_view_get_visible_span (KhattTimelineView *self, gint64 *first, gint64 *last);
/* What fitting all shows; FALSE as above. */
gboolean khatt_timeline_view_get_whole_span (KhattTimelineView *self, gint64 *first, gint64 *last);
/* Flies there (a cut with reduced motion, or before the first frame); a step of the view's history.
 */
void khatt_timeline_view_show_span (KhattTimelineView *self, gint64 first, gint64 last);
/* The same without motion and history: for a drag in the overview. */
void khatt_timeline_view_set_span (KhattTimelineView *self, gint64 first, gint64 last);
/* The same for a view that is restored: whatever size it will have. */
void khatt_timeline_view_hold_span (KhattTimelineView *self, gint64 first, gint64 last);
/* Whether all is shown, whatever the size, until somebody moves it. */
gboolean khatt_timeline_view_is_fitting_all (KhattTimelineView *self);
/* Pixels from the first lane. */
double khatt_timeline_view_get_scroll_y (KhattTimelineView *self);
void khatt_timeline_view_set_scroll_y (KhattTimelineView *self, double scroll_y);
void khatt_timeline_view_fit_all (KhattTimelineView *self);
/* Moves only as far as needed to show the whole mark; leaves the zoom alone. */
void khatt_timeline_view_reveal (KhattTimelineView *self, guint32 slot);
/* Only the lanes, while it may be flying along time; without an event, to the first of them. */
void khatt_timeline_view_reveal_lanes (KhattTimelineView *self, guint32 slot);
gboolean khatt_timeline_view_get_can_go_back (KhattTimelineView *self);
gboolean khatt_timeline_view_get_can_go_forward (KhattTimelineView *self);

/* What is drawn now: NULL before there is a timeline. Borrowed, for the overview and for exports of
 * the view. */
KhattArrangement *khatt_timeline_view_get_arrangement (KhattTimelineView *self);
const KhattLayout *khatt_timeline_view_get_layout (KhattTimelineView *self);
const KhattPalette *khatt_timeline_view_get_palette (KhattTimelineView *self);
KhattShaper *khatt_timeline_view_get_shaper (KhattTimelineView *self);

G_END_DECLS
