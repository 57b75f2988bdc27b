/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Render nodes of the timeline view: those of the picture, and each state of a mark in one of its
 * own, so that a moving highlight repaints only what it covers. */

#include "khatt-timeline-view-private.h"

#define BAND_EDGE 2
#define BAND_ALPHA 0.13
#define FOCUS_LINE 2
#define FOCUS_INSET 3

static GskRenderNode *
paint_state (KhattTimelineView *self, const KhattRect *rect, KhattMarkState state)
{
  GskRenderNode *node =
      gsk_cairo_node_new (&GRAPHENE_RECT_INIT (rect->x, rect->y, rect->width, rect->height));
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);
  g_autoptr (KhattInk) ink = khatt_ink_new (cr, KHATT_INK_PIXELS, self->shaper);

  khatt_ink_set_device_scale (ink, gtk_widget_get_scale_factor (GTK_WIDGET (self)));
  khatt_painter_paint_state (self->layout, self->palette, self->state_slots[state], state, ink);
  cairo_destroy (cr);
  return node;
}

static void
append_hovered_rows (KhattTimelineView *self, GtkSnapshot *snapshot)
{
  KhattColor tint = khatt_painter_get_hover_tint (self->palette);
  GdkRGBA color = { tint.red, tint.green, tint.blue, tint.alpha };
  g_autoptr (GArray) rows = khatt_painter_list_rows (self->layout, self->hovered, FALSE);

  for (guint i = 0; i < rows->len; i++)
    {
      const KhattRect *row = &g_array_index (rows, KhattRect, i);

      gtk_snapshot_append_color (snapshot, &color,
                                 &GRAPHENE_RECT_INIT (row->x, row->y, row->width, row->height));
    }
}

/* From the first key to the next press of the pointer, and not for GTK's three seconds. */
static gboolean
shows_focus (KhattTimelineView *self)
{
  GtkStateFlags flags = gtk_widget_get_state_flags (GTK_WIDGET (self));

  return self->is_keyboard_used && (flags & GTK_STATE_FLAG_FOCUS_WITHIN) != 0 &&
         !khatt_timeline_view_has_header_focus (self);
}

static guint32
get_state_slot (KhattTimelineView *self, KhattMarkState state)
{
  switch (state)
    {
    case KHATT_STATE_HOVERED:
      return self->hovered;
    case KHATT_STATE_SELECTED:
      return self->selected;
    case KHATT_STATE_COMPARED:
      return self->compared;
    case KHATT_STATE_FOCUSED:
    default:
      return shows_focus (self) ? self->selected : KHATT_SLOT_NONE;
    }
}

static void
ensure_state (KhattTimelineView *self, KhattMarkState state)
{
  guint32 slot = get_state_slot (self, state);

  if (slot != self->state_slots[state])
    g_clear_pointer (&self->states[state], gsk_render_node_unref);
  if (slot == KHATT_SLOT_NONE || self->states[state] != NULL)
    return;

  KhattRect bounds = khatt_painter_get_state_bounds (self->layout, slot);
  if (bounds.width <= 0 || bounds.height <= 0)
    return;

  self->state_slots[state] = slot;
  self->states[state] = paint_state (self, &bounds, state);
}

static GdkRGBA
get_accent (KhattTimelineView *self, double alpha)
{
  const KhattColor *accent = &self->palette->accent;

  return (GdkRGBA){ accent->red, accent->green, accent->blue, alpha };
}

/* The span that Shift+drag draws. */
static void
append_band (KhattTimelineView *self, GtkSnapshot *snapshot)
{
  KhattRect plot = khatt_layout_get_plot (self->layout);
  double first = CLAMP (MIN (self->band_from, self->band_to), plot.x, plot.x + plot.width);
  double after = CLAMP (MAX (self->band_from, self->band_to), plot.x, plot.x + plot.width);
  double height = plot.y + plot.height;
  GdkRGBA fill = get_accent (self, BAND_ALPHA);
  GdkRGBA edge = get_accent (self, 1);

  gtk_snapshot_append_color (snapshot, &fill,
                             &GRAPHENE_RECT_INIT (first, 0, after - first, height));
  gtk_snapshot_append_color (snapshot, &edge, &GRAPHENE_RECT_INIT (first, 0, BAND_EDGE, height));
  gtk_snapshot_append_color (snapshot, &edge,
                             &GRAPHENE_RECT_INIT (after - BAND_EDGE, 0, BAND_EDGE, height));
}

/* Where the focus is on no mark it is on the place of the selected event, or on the whole plot. */
static void
append_plain_focus (KhattTimelineView *self, GtkSnapshot *snapshot)
{
  gboolean is_hidden =
      self->selected != KHATT_SLOT_NONE && self->hidden_selection.slot == self->selected;
  KhattRect rect = is_hidden ? self->hidden_selection.plate : khatt_layout_get_plot (self->layout);
  double inset = is_hidden ? -FOCUS_INSET : FOCUS_INSET;
  KhattRect line = { rect.x + inset, rect.y + inset, rect.width - 2 * inset,
                     rect.height - 2 * inset };
  graphene_rect_t bounds =
      GRAPHENE_RECT_INIT (line.x - FOCUS_LINE, line.y - FOCUS_LINE, line.width + 2 * FOCUS_LINE,
                          line.height + 2 * FOCUS_LINE);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  GdkRGBA accent = get_accent (self, 1);
  const double dashes[] = { 3, 2 };

  gdk_cairo_set_source_rgba (cr, &accent);
  cairo_set_line_width (cr, FOCUS_LINE);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_rectangle (cr, line.x, line.y, line.width, line.height);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

/**
 * khatt_timeline_view_drop_state:
 * @state: what changed: another event is hovered, selected or focused
 */
void
khatt_timeline_view_drop_state (KhattTimelineView *self, KhattMarkState state)
{
  g_clear_pointer (&self->states[state], gsk_render_node_unref);
  self->state_slots[state] = KHATT_SLOT_NONE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * khatt_timeline_view_drop_states:
 *
 * All that depends on where marks are, and on which of them is selected, is made anew.
 */
void
khatt_timeline_view_drop_states (KhattTimelineView *self)
{
  khatt_timeline_view_drop_dimension (self);
  for (guint state = 0; state < KHATT_VIEW_N_STATES; state++)
    khatt_timeline_view_drop_state (self, state);
}

/**
 * khatt_timeline_view_show_focus:
 * @is_keyboard_used: whether the view is used with the keyboard now, or with the pointer
 */
void
khatt_timeline_view_show_focus (KhattTimelineView *self, gboolean is_keyboard_used)
{
  if (is_keyboard_used == self->is_keyboard_used)
    return;

  self->is_keyboard_used = is_keyboard_used;
  khatt_timeline_view_drop_state (self, KHATT_STATE_FOCUSED);
}

/**
 * khatt_timeline_view_snapshot:
 *
 * The children are for assistive technology and draw nothing but the focus of a lane: the others
 * are left out.
 */
void
khatt_timeline_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  KhattTimelineView *self = KHATT_TIMELINE_VIEW (widget);

  khatt_timeline_view_ensure_layout (self);
  if (self->layout == NULL)
    return;

  khatt_timeline_view_ensure_scene (self);
  gtk_snapshot_append_node (snapshot, self->scene);
  khatt_timeline_view_append_fade (self, snapshot);
  append_hovered_rows (self, snapshot);
  for (guint state = 0; state < KHATT_VIEW_N_STATES; state++)
    {
      ensure_state (self, state);
      if (self->states[state] != NULL)
        gtk_snapshot_append_node (snapshot, self->states[state]);
    }

  khatt_timeline_view_append_dimension (self, snapshot);
  if (self->is_banding)
    append_band (self, snapshot);
  if (self->is_shifting)
    khatt_timeline_view_append_shade (self, snapshot);
  if (shows_focus (self) && self->states[KHATT_STATE_FOCUSED] == NULL)
    append_plain_focus (self, snapshot);
  if (khatt_timeline_view_has_header_focus (self))
    gtk_widget_snapshot_child (widget, self->lane_list, snapshot);
}
