/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What labels keep clear of: plates, ends, connectors, clusters, links, the line of today, and
 * labels that are there already. Rows are divided into cells, each of which knows what reaches into
 * it, so that a look at a place costs what stands near it. */

#include "khatt-obstacles.h"

#include <math.h>

#define CELL_WIDTH 128
/* Beyond both ends of a scene there are marks too, and cells for most of them. */
#define CELL_MARGIN 512

/* Ink in a row, as tracks: [from, to). */
typedef struct
{
  double from;
  double to;
  double top;
  double bottom;
  guint32 owner; /* of a label */
  guint32 next;  /* of its cell, + 1 */
} Obstacle;

struct _KhattObstacles
{
  const KhattLayout *layout;
  GArray *obstacles; /* of Obstacle, once for each cell they reach into */
  guint32 *cells;    /* of each row (get_row()): the last obstacle, + 1 */
  guint n_cells;     /* of a row */
  double first_track;
  guint first_lane; /* what stands in other lanes is far out of view: all is free there */
  guint after_lane;
  guint n_rows; /* of those lanes, and of the pinned ones */
  gboolean crosses_tiles;
};

static guint
get_cell (const KhattObstacles *self, double track)
{
  return (guint) CLAMP ((track - self->first_track) / CELL_WIDTH, 0, self->n_cells - 1);
}

/* Rows of pinned lanes come first; `n_rows` for lanes far out of view. */
static guint
get_row (const KhattObstacles *self, guint lane)
{
  guint n_pinned = self->layout->frame.n_pinned;

  if (lane < n_pinned)
    return lane;
  if (lane < self->first_lane || lane >= self->after_lane)
    return self->n_rows;

  return n_pinned + lane - self->first_lane;
}

static void
add_obstacle (KhattObstacles *self, guint lane, const Obstacle *obstacle)
{
  guint last = get_cell (self, obstacle->to);
  guint row = get_row (self, lane);

  if (row >= self->n_rows)
    return;

  for (guint cell = get_cell (self, obstacle->from); cell <= last; cell++)
    {
      guint32 *head = &self->cells[(gsize) row * self->n_cells + cell];
      Obstacle added = *obstacle;

      added.next = *head;
      g_array_append_val (self->obstacles, added);
      *head = self->obstacles->len;
    }
}

static void
add_box (KhattObstacles *self, guint lane, double track, double width, double height)
{
  double line = khatt_frame_get_line (&self->layout->frame, lane);
  Obstacle obstacle = { track - width / 2 - KHATT_INK_CLEARANCE,
                        track + width / 2 + KHATT_INK_CLEARANCE, line - height / 2,
                        line + height / 2, KHATT_SLOT_NONE };

  add_obstacle (self, lane, &obstacle);
}

static void
add_connector (KhattObstacles *self, const KhattMark *mark, double top, double bottom)
{
  double half = KHATT_MARK_CONNECTOR / 2.0 + KHATT_MARK_CONNECTOR_HALO + KHATT_INK_CLEARANCE;
  Obstacle obstacle = { mark->track - half, mark->track + half, top, bottom, KHATT_SLOT_NONE };
  guint first = mark->first_lane;
  guint last = mark->last_lane;

  if (top == mark->bottom && bottom > top)
    last = MIN (last + 1, self->layout->frame.n_lanes - 1);

  for (guint lane = first; lane <= last && lane < self->layout->frame.n_pinned; lane++)
    add_obstacle (self, lane, &obstacle);
  for (guint lane = MAX (first, self->first_lane); lane <= last && lane < self->after_lane; lane++)
    add_obstacle (self, lane, &obstacle);
}

static void
add_end (KhattObstacles *self, const KhattMark *mark, const KhattEnd *end)
{
  double text_scale = self->layout->params.text_scale;
  double halo = 2 * KHATT_MARK_CONNECTOR_HALO;
  double size = KHATT_MARK_PLATE;

  if (khatt_frame_is_low (&self->layout->frame, end->lane))
    size = KHATT_LOW_PLATE;
  else if (end->form == KHATT_END_ARROW)
    size = KHATT_MARK_ARROW_WIDTH;
  else if (end->form == KHATT_END_DOT)
    size = KHATT_MARK_DOT;
  else if (end->form == KHATT_END_BEARER)
    size = KHATT_MARK_RING;

  add_box (self, end->lane, mark->track, size * text_scale + halo, size * text_scale + halo);
}

/* Back from the picture to tracks. */
static double
get_track (const KhattScale *scale, double x)
{
  double distance =
      khatt_scale_sign (scale) > 0 ? x - scale->start : scale->start + scale->width - x;

  return khatt_scale_track (scale, scale->origin) + distance;
}

/* The thin connector at the end of a bar, or the stubs in its place. */
static void
add_bar_end (KhattObstacles *self, const KhattMark *mark)
{
  const KhattLayout *layout = self->layout;
  double track = get_track (&layout->params.scale, mark->trace.bar_to);
  double reach = KHATT_MARK_STUB * layout->params.text_scale;
  Obstacle obstacle = { track - 1 - KHATT_INK_CLEARANCE, track + 1 + KHATT_INK_CLEARANCE, mark->top,
                        mark->bottom, KHATT_SLOT_NONE };

  if (!mark->trace.is_short)
    {
      for (guint lane = mark->first_lane; lane <= mark->last_lane; lane++)
        add_obstacle (self, lane, &obstacle);
      return;
    }

  for (guint i = mark->first_end; i < mark->first_end + mark->n_ends; i++)
    {
      const KhattEnd *end = &g_array_index (layout->ends, KhattEnd, i);

      obstacle.top = MAX (end->y - reach, mark->top);
      obstacle.bottom = MIN (end->y + reach, mark->bottom);
      if (end->is_shown)
        add_obstacle (self, end->lane, &obstacle);
    }
}

static void
add_mark (KhattObstacles *self, const KhattMark *mark)
{
  for (guint i = mark->first_end; i < mark->first_end + mark->n_ends; i++)
    {
      const KhattEnd *end = &g_array_index (self->layout->ends, KhattEnd, i);

      if (end->is_shown)
        add_end (self, mark, end);
    }

  if (mark->stub_top < mark->stub_bottom && !mark->is_broken)
    add_connector (self, mark, mark->stub_top, mark->stub_bottom);
  if (mark->trace.has_end)
    add_bar_end (self, mark);
}

static void
add_links (KhattObstacles *self)
{
  const KhattLayout *layout = self->layout;

  for (guint i = 0; i < layout->links->len; i++)
    {
      const KhattClusterLink *link = &g_array_index (layout->links, KhattClusterLink, i);
      double track = get_track (&layout->params.scale, link->x);
      double half = link->width / 2 + KHATT_INK_CLEARANCE;
      Obstacle obstacle = { track - half, track + half, link->top, link->bottom, KHATT_SLOT_NONE };

      for (guint lane = link->first_lane; lane <= link->last_lane; lane++)
        add_obstacle (self, lane, &obstacle);
    }
}

static void
add_clusters (KhattObstacles *self)
{
  const KhattLayout *layout = self->layout;

  for (guint i = 0; i < layout->clusters->len; i++)
    {
      const KhattCluster *cluster = &g_array_index (layout->clusters, KhattCluster, i);
      const KhattRect *pill = &cluster->box.pill;
      double track = get_track (&layout->params.scale, pill->x + pill->width / 2);

      add_box (self, cluster->box.lane, track, pill->width, pill->height);
    }
}

/* The line of today stands over labels: they keep clear of it. */
static void
add_today (KhattObstacles *self)
{
  const KhattLayout *layout = self->layout;
  const KhattFrame *frame = &layout->frame;
  double track;
  Obstacle obstacle;

  if (layout->params.today == KHATT_TIME_MIN)
    return;

  track = khatt_scale_track (&layout->params.scale, (double) layout->params.today);
  for (guint lane = frame->n_pinned > 0 ? 0 : self->first_lane; lane < self->after_lane;
       lane = lane + 1 == frame->n_pinned ? self->first_lane : lane + 1)
    {
      double top = khatt_frame_get_top (frame, lane);

      obstacle = (Obstacle){ track - 1 - KHATT_INK_CLEARANCE, track + 1 + KHATT_INK_CLEARANCE, top,
                             khatt_frame_get_bottom (frame, lane), KHATT_SLOT_NONE };
      add_obstacle (self, lane, &obstacle);
    }
}

/* How far labels at the track may reach: over their tile, or from the middle of one to that of the
 * next. */
static void
get_bounds (const KhattObstacles *self, double track, double *from, double *to)
{
  double tile = khatt_layout_get_tile_width (self->layout);
  double shift = self->crosses_tiles ? tile / 2 : 0;

  *from = khatt_layout_get_tile_first (self->layout, track + shift) - shift;
  *to = *from + tile;
}

/* A border of which both sides are known. */
static gboolean
is_inner_border (const KhattObstacles *self, double border)
{
  return border > self->layout->from && border < self->layout->to;
}

/* The obstacles of one lane, from the place on. */
static double
measure_free_in_lane (const KhattObstacles *self,
                      guint lane,
                      const KhattLabelPlace *place,
                      const KhattLabelRoom *room,
                      double width)
{
  double end = place->track + place->step * width;
  guint last = get_cell (self, MAX (place->track, end));
  guint row = get_row (self, lane);

  if (row >= self->n_rows)
    return width;

  for (guint cell = get_cell (self, MIN (place->track, end)); cell <= last; cell++)
    {
      guint32 next = self->cells[(gsize) row * self->n_cells + cell];

      while (next != 0 && width >= room->least)
        {
          const Obstacle *obstacle = &g_array_index (self->obstacles, Obstacle, next - 1);
          double near =
              place->step > 0 ? obstacle->from - place->track : place->track - obstacle->to;
          double far =
              place->step > 0 ? obstacle->to - place->track : place->track - obstacle->from;

          if (far > 0 && near < width && obstacle->top < room->bottom &&
              room->top < obstacle->bottom &&
              (room->owner == KHATT_SLOT_NONE || obstacle->owner != room->owner))
            width = near;
          next = obstacle->next;
        }
    }

  return width;
}

/**
 * khatt_obstacles_measure_free:
 * @self: obstacles
 * @place: where a label would begin
 * @room: what it needs there
 *
 * Measures how far a label can go from a place before it meets something, or the end of its tile
 * or what khatt_obstacles_cross_tiles() has put in its place.
 *
 * Returns: pixels, at most as many as wanted; where it is less than the least, it does not matter
 * how much
 */
double
khatt_obstacles_measure_free (const KhattObstacles *self,
                              const KhattLabelPlace *place,
                              const KhattLabelRoom *room)
{
  double width, from, to;

  get_bounds (self, place->track, &from, &to);
  if (self->crosses_tiles && !is_inner_border (self, from + (to - from) / 2))
    return 0;
  width = MIN (place->step > 0 ? to - place->track : place->track - from, room->wanted);
  for (guint lane = place->lane > 0 ? place->lane - 1 : 0;
       lane <= place->lane && width >= room->least; lane++)
    width = measure_free_in_lane (self, lane, place, room, width);

  return MAX (width, 0);
}

/**
 * khatt_obstacles_add:
 * @self: obstacles
 * @place: where a label begins
 * @width: how wide it is
 * @top: the y of its upper edge
 * @bottom: the y of its lower edge
 * @owner: the event whose label it is
 *
 * Adds a label that has found its place.
 */
void
khatt_obstacles_add (KhattObstacles *self,
                     const KhattLabelPlace *place,
                     double width,
                     double top,
                     double bottom,
                     guint32 owner)
{
  double least = place->step > 0 ? place->track : place->track - width;
  double from, to;
  Obstacle obstacle;

  /* No tile knows the labels of its neighbours. */
  get_bounds (self, place->track, &from, &to);
  obstacle = (Obstacle){ MAX (least - KHATT_LABEL_CLEARANCE, from),
                         MIN (least + width + KHATT_LABEL_CLEARANCE, to), top, bottom, owner };
  add_obstacle (self, place->lane, &obstacle);
}

/**
 * khatt_obstacles_cross_tiles:
 * @self: obstacles, with all labels that fit into tiles
 *
 * From now on labels may cross the border of two tiles, which each of them is to be whole for, as
 * far as the middle of both.
 */
void
khatt_obstacles_cross_tiles (KhattObstacles *self)
{
  self->crosses_tiles = TRUE;
}

/**
 * khatt_obstacles_new:
 * @layout: a layout with its marks and clusters; borrowed
 *
 * Notes where all its ink is.
 *
 * Returns: (transfer full): the obstacles
 */
KhattObstacles *
khatt_obstacles_new (const KhattLayout *layout)
{
  const KhattFrame *frame = &layout->frame;
  guint n_near = frame->after_row - frame->first_row;
  KhattObstacles *self = g_new0 (KhattObstacles, 1);

  self->layout = layout;
  self->obstacles = g_array_new (FALSE, FALSE, sizeof (Obstacle));
  self->n_cells = (guint) ((layout->to - layout->from + 2 * CELL_MARGIN) / CELL_WIDTH) + 1;
  self->first_track = layout->from - CELL_MARGIN;
  self->first_lane = frame->first_row - MIN (n_near, frame->first_row - frame->n_pinned);
  self->after_lane = MIN (frame->after_row + n_near, frame->n_lanes);
  self->n_rows = frame->n_pinned + self->after_lane - self->first_lane;
  self->cells = g_new0 (guint32, (gsize) self->n_rows * self->n_cells + 1);
  for (guint i = 0; i < layout->marks->len; i++)
    add_mark (self, &g_array_index (layout->marks, KhattMark, i));
  add_clusters (self);
  add_links (self);
  add_today (self);

  return self;
}

/**
 * khatt_obstacles_free:
 * @self: (transfer full): obstacles
 *
 * Frees them.
 */
void
khatt_obstacles_free (KhattObstacles *self)
{
  g_array_unref (self->obstacles);
  g_free (self->cells);
  g_free (self);
}
