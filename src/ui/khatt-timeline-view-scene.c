/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The picture as render nodes: the axis, and for each row its part of the header column and of the
 * plot. Nodes stay as long as their part does, and what GTK draws again is what differs between two
 * frames: all of the plot in a pan, which its canvas has ready, and two rows or four where another
 * event is selected. */

#include "khatt-timeline-view-private.h"

/* ---- Nodes ---- */

static graphene_rect_t
get_bounds (const KhattRect *rect)
{
  return GRAPHENE_RECT_INIT (rect->x, rect->y, rect->width, rect->height);
}

static GskRenderNode *
paint_part (KhattTimelineView *self, const KhattRect *rect)
{
  graphene_rect_t bounds = get_bounds (rect);
  GskRenderNode *node = gsk_cairo_node_new (&bounds);
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);
  g_autoptr (KhattInk) ink = khatt_ink_new (cr, KHATT_INK_PIXELS, self->shaper);

  khatt_ink_set_device_scale (ink, gtk_widget_get_scale_factor (GTK_WIDGET (self)));
  khatt_painter_paint_area (self->layout, self->palette, rect, ink);
  cairo_destroy (cr);
  return node;
}

/* The node only records where the pixels are: they have to be there as long as it. */
static GskRenderNode *
show_part (KhattTimelineView *self, const KhattRect *rect)
{
  static const cairo_user_data_key_t surface_key;
  KhattRect plot = khatt_layout_get_plot (self->layout);
  cairo_surface_t *surface = khatt_canvas_get_surface (self->canvas);
  graphene_rect_t bounds = get_bounds (rect);
  GskRenderNode *node = gsk_cairo_node_new (&bounds);
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);

  cairo_set_source_surface (cr, surface, plot.x, plot.y);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_set_user_data (gsk_cairo_node_get_surface (node), &surface_key,
                               cairo_surface_reference (surface),
                               (cairo_destroy_func_t) cairo_surface_destroy);
  return node;
}

/* ---- Parts ---- */

/* The rows in view, and what is below the last of them. */
static GArray *
list_rows (KhattTimelineView *self)
{
  KhattRect plot = khatt_layout_get_plot (self->layout);
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (KhattRect));
  double bottom = plot.y + plot.height;
  double top = plot.y;

  for (guint lane = khatt_layout_get_lane_at (self->layout, top);
       top < bottom && lane < khatt_arrangement_get_n_lanes (self->arrangement); lane++)
    {
      KhattRect row = khatt_layout_get_lane (self->layout, lane);
      double end = MIN (row.y + row.height, bottom);

      if (end <= top)
        continue;
      row.height = end - top;
      row.y = top;
      top = end;
      g_array_append_val (rows, row);
    }
  if (top < bottom)
    {
      KhattRect rest = { 0, top, gtk_widget_get_width (GTK_WIDGET (self)), bottom - top };

      g_array_append_val (rows, rest);
    }
  return rows;
}

/* Nodes of rows that are still good. */
static void
drop_rows (KhattTimelineView *self, const GArray *rows, KhattCanvasChange change)
{
  gboolean has_selected = self->scene_selected != self->selected;

  for (guint i = 0; i < self->plot_rows->len; i++)
    {
      const KhattRect *row = &g_array_index (rows, KhattRect, i);
      gboolean has_changed = khatt_canvas_has_changed (self->canvas, row);

      if (change == KHATT_CANVAS_MOVES || has_changed)
        g_clear_pointer (&self->plot_rows->pdata[i], gsk_render_node_unref);
      if (has_selected && has_changed)
        g_clear_pointer (&self->header_rows->pdata[i], gsk_render_node_unref);
    }
}

static void
ensure_rows (KhattTimelineView *self, const GArray *rows)
{
  KhattRect plot = khatt_layout_get_plot (self->layout);
  KhattRect headers = khatt_layout_get_headers (self->layout);

  g_ptr_array_set_size (self->plot_rows, (int) rows->len);
  g_ptr_array_set_size (self->header_rows, (int) rows->len);
  for (guint i = 0; i < rows->len; i++)
    {
      const KhattRect *row = &g_array_index (rows, KhattRect, i);
      KhattRect shown = { plot.x, row->y, plot.width, row->height };
      KhattRect header = { headers.x, row->y, headers.width, row->height };

      if (self->plot_rows->pdata[i] == NULL)
        self->plot_rows->pdata[i] = show_part (self, &shown);
      if (self->header_rows->pdata[i] == NULL)
        self->header_rows->pdata[i] = paint_part (self, &header);
    }
}

static void
ensure_axis (KhattTimelineView *self)
{
  KhattRect plot = khatt_layout_get_plot (self->layout);
  KhattRect axis = { 0, 0, gtk_widget_get_width (GTK_WIDGET (self)), plot.y };

  if (self->axis == NULL)
    self->axis = paint_part (self, &axis);
}

static GskRenderNode *
join_parts (KhattTimelineView *self)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  g_ptr_array_add (parts, self->axis);
  g_ptr_array_extend (parts, self->plot_rows, NULL, NULL);
  g_ptr_array_extend (parts, self->header_rows, NULL, NULL);
  return gsk_container_node_new ((GskRenderNode **) parts->pdata, parts->len);
}

/* ---- The scene ---- */

/**
 * khatt_timeline_view_ensure_scene:
 *
 * Makes the picture of the layout, as far as it is not there.
 */
void
khatt_timeline_view_ensure_scene (KhattTimelineView *self)
{
  if (self->scene != NULL && !self->is_scene_old)
    return;

  guint grid = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  KhattCanvasChange change =
      khatt_canvas_paint (self->canvas, self->layout, self->palette, grid, self->shaper);
  g_autoptr (GArray) rows = list_rows (self);
  g_autoptr (GskRenderNode) before = g_steal_pointer (&self->scene);

  if (change == KHATT_CANVAS_IS_NEW)
    khatt_timeline_view_clear_scene (self);
  else
    drop_rows (self, rows, change);
  ensure_axis (self);
  ensure_rows (self, rows);
  self->scene = join_parts (self);
  self->scene_selected = self->selected;
  self->is_scene_old = FALSE;
  if (change == KHATT_CANVAS_IS_NEW)
    khatt_timeline_view_note_levels (self, before);
}

/**
 * khatt_timeline_view_drop_scene:
 *
 * There is another layout, or another look.
 */
void
khatt_timeline_view_drop_scene (KhattTimelineView *self)
{
  g_clear_pointer (&self->axis, gsk_render_node_unref);
  khatt_timeline_view_drop_selection (self);
}

/**
 * khatt_timeline_view_drop_selection:
 *
 * Another event is selected: its ink is made anew, and that of the lanes of both.
 */
void
khatt_timeline_view_drop_selection (KhattTimelineView *self)
{
  self->is_scene_old = TRUE;
  khatt_timeline_view_drop_states (self);
}

/**
 * khatt_timeline_view_clear_scene:
 *
 * Frees all nodes of the picture.
 */
void
khatt_timeline_view_clear_scene (KhattTimelineView *self)
{
  g_clear_pointer (&self->scene, gsk_render_node_unref);
  g_clear_pointer (&self->axis, gsk_render_node_unref);
  g_ptr_array_set_size (self->plot_rows, 0);
  g_ptr_array_set_size (self->header_rows, 0);
}
