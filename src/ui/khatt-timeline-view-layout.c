/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* From what is shown to where it is: the layout of the timeline view, made when something asks for
 * it and dropped as soon as something it depends on changes. */

#include "khatt-timeline-view-private.h"

#include "khatt-lanes-by.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

#define NARROW_WIDTH 600 /* at text scale 1: below it there is no column of lane names */
#define LOW_HEIGHT 240   /* at text scale 1: below it the axis has one tier */
#define SETTLE_MS 120    /* steps of a zoom follow each other faster */

static KhattLayoutParams
make_params (KhattTimelineView *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  return (KhattLayoutParams){
    .width = width,
    .height = height,
    .scroll_y = self->place.scroll_y,
    .text_scale = self->text_scale,
    .scale = self->place.scale,
    .is_narrow = width < NARROW_WIDTH * self->text_scale,
    .is_low = height < LOW_HEIGHT * self->text_scale,
    .has_cards = !self->is_presented,
    .fills_height = self->is_presented,
    .hides_labels = self->hides_labels,
    .is_zooming = self->is_zooming,
    .words = self->words,
    .second_calendar = self->second_calendar,
    .region = setlocale (LC_TIME, NULL),
    .today = khatt_timeline_view_get_today (self),
    .draw_words = {
      .lanes_title = khatt_lanes_by_get_title (self->lanes_by),
      .today = _ ("Today"),
      .ongoing = _ ("ongoing"),
    },
    .selected = self->selected,
    .lit = self->lit,
  };
}

static void
drop_only_layout (KhattTimelineView *self)
{
  khatt_timeline_view_note_rows (self);
  khatt_timeline_view_drop_scene (self);
  g_clear_pointer (&self->layout, khatt_layout_free);
  self->is_labelled = FALSE;
}

/* Between two frames of a pan there is time to look at what comes next. */
static gboolean
prepare_cb (gpointer data)
{
  KhattTimelineView *self = data;

  if (self->layout != NULL && khatt_scenes_prepare (self->scenes, self->layout, self->shaper))
    return G_SOURCE_CONTINUE;
  self->prepare_id = 0;
  return G_SOURCE_REMOVE;
}

static void
make_layout (KhattTimelineView *self, KhattLayoutParams *params)
{
  khatt_shaper_trim (self->shaper);
  params->scroll_y = self->place.scroll_y;
  self->layout = khatt_scenes_lay_out (self->scenes, self->arrangement, params, self->shaper);
  self->place.scale = khatt_layout_get_params (self->layout)->scale;

  KhattRect plot = khatt_layout_get_plot (self->layout);
  self->scroll_range = MAX (0, khatt_layout_get_content_height (self->layout) - plot.height);
  if (self->prepare_id == 0)
    self->prepare_id = g_idle_add_full (G_PRIORITY_LOW, prepare_cb, self, NULL);
}

/* A fit is what the place follows until somebody moves it: another width fits anew. */
static void
apply_fit (KhattTimelineView *self, KhattLayoutParams *params)
{
  if (self->flight.is_flying || self->fit == KHATT_VIEW_STAYS)
    return;

  params->scale.direction = self->time_direction;
  if (self->fit == KHATT_VIEW_FITS_ALL)
    {
      params->scale = khatt_layout_fit_all (self->arrangement, params, self->shaper);
    }
  else
    {
      params->scale = khatt_layout_fit_span (self->arrangement, params, self->shaper,
                                             self->awaited.first, self->awaited.last);
      if (self->fit == KHATT_VIEW_FITS_SPAN)
        self->fit = KHATT_VIEW_STAYS;
    }
  if (!khatt_scale_equal (&params->scale, &self->place.scale))
    khatt_timeline_view_notify_span (self);
}

/**
 * khatt_timeline_view_ensure_layout:
 *
 * Makes the layout unless it is there; without a document or a size there is none.
 */
void
khatt_timeline_view_ensure_layout (KhattTimelineView *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  if (self->layout != NULL || self->arrangement == NULL || width <= 0 || height <= 0)
    return;

  KhattLayoutParams params = make_params (self);
  khatt_timeline_view_get_shaper (self);
  apply_fit (self, &params);
  make_layout (self, &params);

  /* Only the layout knows how high the lanes are, each and together. */
  double followed = self->place.scroll_y + khatt_timeline_view_follow_rows (self);
  double scroll_y = CLAMP (followed, 0, self->scroll_range);
  if (scroll_y != self->place.scroll_y)
    {
      self->place.scroll_y = scroll_y;
      drop_only_layout (self);
      make_layout (self, &params);
    }
}

/**
 * khatt_timeline_view_drop_layout:
 *
 * Something that places depend on has changed.
 */
void
khatt_timeline_view_drop_layout (KhattTimelineView *self)
{
  drop_only_layout (self);
  khatt_timeline_view_queue_sync_marks (self);
}

/**
 * khatt_timeline_view_reselect:
 *
 * Another event is selected: the layout stays, and the picture but for the lanes of both.
 */
void
khatt_timeline_view_reselect (KhattTimelineView *self)
{
  if (self->layout != NULL)
    khatt_layout_select (self->layout, self->selected, self->shaper);
  khatt_timeline_view_drop_selection (self);
  khatt_timeline_view_queue_sync_selection (self);
}

/**
 * khatt_timeline_view_settle:
 *
 * A zoom has come to rest: now there is time for all labels.
 */
void
khatt_timeline_view_settle (KhattTimelineView *self)
{
  g_clear_handle_id (&self->settle_id, g_source_remove);
  if (!self->is_zooming)
    return;

  self->is_zooming = FALSE;
  khatt_timeline_view_drop_layout (self);
}

static gboolean
settle_cb (gpointer data)
{
  KhattTimelineView *self = data;

  self->settle_id = 0;
  khatt_timeline_view_settle (self);
  return G_SOURCE_REMOVE;
}

/* A single step is laid out whole: only those that follow soon are not. */
static void
note_zoom (KhattTimelineView *self)
{
  self->is_zooming = self->settle_id != 0 || self->flight.is_flying;
  g_clear_handle_id (&self->settle_id, g_source_remove);
  self->settle_id = g_timeout_add (SETTLE_MS, settle_cb, self);
}

/**
 * khatt_timeline_view_set_place:
 * @place: where the view is from now on; its scroll_y is clamped to what there is
 */
void
khatt_timeline_view_set_place (KhattTimelineView *self, const KhattPlace *place)
{
  gboolean has_moved = !khatt_scale_equal (&place->scale, &self->place.scale);

  if (!has_moved && place->scroll_y == self->place.scroll_y)
    return;

  if (place->scale.pixels_per_second != self->place.scale.pixels_per_second)
    note_zoom (self);
  self->place = *place;
  khatt_timeline_view_drop_layout (self);
  if (has_moved)
    khatt_timeline_view_notify_span (self);
}

/**
 * khatt_timeline_view_get_plot:
 *
 * Returns: where lanes and marks are; empty without a layout
 */
KhattRect
khatt_timeline_view_get_plot (KhattTimelineView *self)
{
  khatt_timeline_view_ensure_layout (self);
  return self->layout != NULL ? khatt_layout_get_plot (self->layout) : (KhattRect){ 0 };
}

/**
 * khatt_timeline_view_is_ready:
 *
 * Returns: whether there is a document and a size, so that the view can be moved; it takes no
 * layout for each step of a movement to know that
 */
gboolean
khatt_timeline_view_is_ready (KhattTimelineView *self)
{
  if (self->scroll_range < 0)
    khatt_timeline_view_ensure_layout (self);
  return self->scroll_range >= 0;
}

/**
 * khatt_timeline_view_get_scroll_range:
 *
 * Returns: how far the lanes can be scrolled, in pixels; 0 where all of them fit
 */
double
khatt_timeline_view_get_scroll_range (KhattTimelineView *self)
{
  return khatt_timeline_view_is_ready (self) ? self->scroll_range : 0;
}

static void
take_span (const KhattScale *scale, gint64 *first, gint64 *last)
{
  *first = CLAMP (khatt_scale_earliest (scale), KHATT_VIEW_LEAST_TIME, KHATT_VIEW_MOST_TIME);
  *last = CLAMP (khatt_scale_latest (scale), KHATT_VIEW_LEAST_TIME, KHATT_VIEW_MOST_TIME);
}

/**
 * khatt_timeline_view_get_visible_span:
 * @first: (out): seconds since 1970
 * @last: (out): seconds since 1970
 *
 * Where nothing was shown yet it is the span that waits to be shown, if there is one.
 *
 * Returns: FALSE where there is no document or no size yet, and nothing waits
 */
gboolean
khatt_timeline_view_get_visible_span (KhattTimelineView *self, gint64 *first, gint64 *last)
{
  g_return_val_if_fail (KHATT_IS_TIMELINE_VIEW (self), FALSE);

  khatt_timeline_view_ensure_layout (self);
  if (self->layout == NULL && self->timeline != NULL &&
      (self->fit == KHATT_VIEW_FITS_SPAN || self->fit == KHATT_VIEW_HOLDS_SPAN))
    {
      *first = self->awaited.first;
      /* What is visible ends where the next second begins. */
      *last = MIN (self->awaited.last, KHATT_VIEW_MOST_TIME - 1) + 1;
      return TRUE;
    }
  if (self->layout == NULL)
    return FALSE;

  *first = CLAMP (khatt_scale_earliest (&self->place.scale), KHATT_VIEW_LEAST_TIME,
                  KHATT_VIEW_MOST_TIME);
  *last =
      CLAMP (khatt_scale_latest (&self->place.scale), KHATT_VIEW_LEAST_TIME, KHATT_VIEW_MOST_TIME);
  return TRUE;
}

/**
 * khatt_timeline_view_get_whole_span:
 * @first: (out): seconds since 1970
 * @last: (out): seconds since 1970
 *
 * Returns: FALSE where there is no document or no size yet
 */
gboolean
khatt_timeline_view_get_whole_span (KhattTimelineView *self, gint64 *first, gint64 *last)
{
  KhattViewTarget target = { .kind = KHATT_VIEW_TARGET_ALL };

  g_return_val_if_fail (KHATT_IS_TIMELINE_VIEW (self), FALSE);

  khatt_timeline_view_ensure_layout (self);
  if (self->layout == NULL)
    return FALSE;

  KhattScale scale = khatt_timeline_view_get_fit (self, &target);
  take_span (&scale, first, last);
  return TRUE;
}

static void
await_span (KhattTimelineView *self, KhattViewFit fit, gint64 first, gint64 last)
{
  khatt_timeline_view_stop (self);
  self->fit = fit;
  self->awaited.first = first;
  self->awaited.last = last;
  khatt_timeline_view_drop_layout (self);
  khatt_timeline_view_notify_span (self);
}

/**
 * khatt_timeline_view_set_span:
 * @first: seconds since 1970
 * @last: seconds since 1970
 *
 * Shows that span at once, or as soon as there is a document and a size.
 */
void
khatt_timeline_view_set_span (KhattTimelineView *self, gint64 first, gint64 last)
{
  g_return_if_fail (KHATT_IS_TIMELINE_VIEW (self));
  g_return_if_fail (first <= last);

  await_span (self, KHATT_VIEW_FITS_SPAN, first, last);
}

/**
 * khatt_timeline_view_hold_span:
 * @first: seconds since 1970
 * @last: seconds since 1970
 *
 * Shows that span at once, or as soon as there is a document and a size, and in every other size
 * until somebody moves the view: panes may still be opening beside it.
 */
void
khatt_timeline_view_hold_span (KhattTimelineView *self, gint64 first, gint64 last)
{
  g_return_if_fail (KHATT_IS_TIMELINE_VIEW (self));
  g_return_if_fail (first <= last);

  await_span (self, KHATT_VIEW_HOLDS_SPAN, first, last);
}

/**
 * khatt_timeline_view_is_fitting_all:
 *
 * Returns: whether all is shown, in this size and in any other, until somebody moves the view
 */
gboolean
khatt_timeline_view_is_fitting_all (KhattTimelineView *self)
{
  g_return_val_if_fail (KHATT_IS_TIMELINE_VIEW (self), FALSE);

  return self->fit == KHATT_VIEW_FITS_ALL;
}

/**
 * khatt_timeline_view_get_scroll_y:
 *
 * Returns: how far the lanes are scrolled, in pixels
 */
double
khatt_timeline_view_get_scroll_y (KhattTimelineView *self)
{
  g_return_val_if_fail (KHATT_IS_TIMELINE_VIEW (self), 0);

  return self->place.scroll_y;
}

/**
 * khatt_timeline_view_set_scroll_y:
 * @scroll_y: how far to scroll the lanes, in pixels; less where there are not so many
 *
 * Scrolls at once, or as soon as there is a document and a size.
 */
void
khatt_timeline_view_set_scroll_y (KhattTimelineView *self, double scroll_y)
{
  g_return_if_fail (KHATT_IS_TIMELINE_VIEW (self));

  khatt_timeline_view_stop (self);
  self->place.scroll_y = MAX (0, scroll_y);
  khatt_timeline_view_drop_layout (self);
}

/**
 * khatt_timeline_view_get_fit:
 * @target: what to fit
 *
 * Returns: the scale that fits it into the plot; needs a document and a size
 */
KhattScale
khatt_timeline_view_get_fit (KhattTimelineView *self, const KhattViewTarget *target)
{
  KhattLayoutParams params = make_params (self);
  KhattShaper *shaper = khatt_timeline_view_get_shaper (self);

  switch (target->kind)
    {
    case KHATT_VIEW_TARGET_SPAN:
    case KHATT_VIEW_TARGET_PAIR:
      return khatt_layout_fit_span (self->arrangement, &params, shaper, target->first,
                                    target->last);
    case KHATT_VIEW_TARGET_SLOT:
      return khatt_layout_fit_slot (self->arrangement, &params, shaper, target->slot);
    case KHATT_VIEW_TARGET_ALL:
    default:
      return khatt_layout_fit_all (self->arrangement, &params, shaper);
    }
}

/**
 * khatt_timeline_view_find_scroll:
 * @scale: where the view will be
 * @slot: an event
 *
 * Returns: how far the lanes have to be scrolled there to show the lanes of an event: rows can be
 *   higher there
 */
double
khatt_timeline_view_find_scroll (KhattTimelineView *self, const KhattScale *scale, guint32 slot)
{
  KhattLayoutParams params = make_params (self);
  g_autoptr (KhattLayout) there = NULL;
  double scroll_y;

  params.scale = *scale;
  there = khatt_layout_new (self->arrangement, &params, self->shaper);
  khatt_layout_reveal (there, slot, &scroll_y);
  return scroll_y;
}

/**
 * khatt_timeline_view_size_allocate:
 */
void
khatt_timeline_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  KhattTimelineView *self = KHATT_TIMELINE_VIEW (widget);
  const KhattLayoutParams *params =
      self->layout != NULL ? khatt_layout_get_params (self->layout) : NULL;

  if (params != NULL && (params->width != width || params->height != height))
    {
      drop_only_layout (self);
      self->scroll_range = -1;
      khatt_timeline_view_notify_span (self);
    }
  khatt_timeline_view_sync_marks (self);

  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
  if (self->go_to_date != NULL)
    gtk_popover_present (GTK_POPOVER (self->go_to_date));
}
