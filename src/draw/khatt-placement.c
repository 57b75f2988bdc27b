/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Labels beside their marks, never over anything. Greedy by priority (Christensen, Marks and
 * Shieber, "An empirical study of algorithms for point-feature label placement", ACM Transactions
 * on Graphics 14, 1995, find it good enough where candidates are few). Places are chosen in fixed
 * tiles of two viewports, from what is in and round the tile: panning cannot move a label, it only
 * hides one that crosses the edge of the view. */

#include "khatt-layout-private.h"

#include <math.h>

#define WEIGHT_MEDIUM 500
#define WIDTH_STEP 12
/* While the view zooms: a width that stays is found again in the next step. */
#define ZOOMING_WIDTH_STEP 24
/* How many labels a step of a zoom may shape that no step before has shaped. */
#define ZOOMING_MOST_SHAPED 4
#define PLATE_GAP 18
#define COMPACT_RISE 6
#define CONNECTOR_GAP 12
/* The question mark of an uncertain date stands between plate and label. */
#define DOUBT_GAP 6
#define CELL_WIDTH 128
/* Beyond both ends of a scene there are marks too, and cells for most of them. */
#define CELL_MARGIN 512
/* Less than any letter's and any font's. */
#define LEAST_LETTER_WIDTH 2
#define ENOUGH_LETTERS 24
#define LEAST_ASCENT 6
#define LEAST_DESCENT 3.5

/* Ink in a row, as tracks: [from, to). */
typedef struct
{
  double from;
  double to;
  double top;
  double bottom;
  guint32 next; /* of its cell, + 1 */
} Obstacle;

/* Rows are divided into cells, each of which knows what reaches into it. */
typedef struct
{
  KhattLayout *layout;
  KhattShaper *shaper;
  guint n_shapings;  /* how many more there may be */
  GArray *obstacles; /* of Obstacle, once for each cell they reach into */
  guint32 *cells;    /* of each row (get_row()): the last obstacle, + 1 */
  guint n_cells;     /* of a row */
  double first_track;
  guint first_lane; /* what stands in other lanes is far out of view: all is free there */
  guint after_lane;
  guint n_rows; /* of those lanes, and of the pinned ones */
} Placing;

/* A place for a label: from `track` on, towards later (step +1) or earlier (-1). */
typedef struct
{
  guint lane;
  double track;
  int step;
} Place;

/* What a label needs there. */
typedef struct
{
  double top;
  double bottom;
  double wanted; /* its width */
  double least;  /* what is narrower is of no use */
} Room;

#define MAX_PLACES 4

static guint
get_cell (const Placing *placing, double track)
{
  return (guint) CLAMP ((track - placing->first_track) / CELL_WIDTH, 0, placing->n_cells - 1);
}

/* Rows of pinned lanes come first; `n_rows` for lanes far out of view. */
static guint
get_row (const Placing *placing, guint lane)
{
  guint n_pinned = placing->layout->frame.n_pinned;

  if (lane < n_pinned)
    return lane;
  if (lane < placing->first_lane || lane >= placing->after_lane)
    return placing->n_rows;

  return n_pinned + lane - placing->first_lane;
}

static void
add_obstacle (Placing *placing, guint lane, const Obstacle *obstacle)
{
  guint last = get_cell (placing, obstacle->to);
  guint row = get_row (placing, lane);

  if (row >= placing->n_rows)
    return;

  for (guint cell = get_cell (placing, obstacle->from); cell <= last; cell++)
    {
      guint32 *head = &placing->cells[(gsize) row * placing->n_cells + cell];
      Obstacle added = *obstacle;

      added.next = *head;
      g_array_append_val (placing->obstacles, added);
      *head = placing->obstacles->len;
    }
}

static void
add_box (Placing *placing, guint lane, double track, double width, double height)
{
  double line = khatt_frame_get_line (&placing->layout->frame, lane);
  Obstacle obstacle = { track - width / 2 - KHATT_INK_CLEARANCE,
                        track + width / 2 + KHATT_INK_CLEARANCE, line - height / 2,
                        line + height / 2 };

  add_obstacle (placing, lane, &obstacle);
}

static void
add_connector (Placing *placing, const KhattMark *mark, double top, double bottom)
{
  double half = KHATT_MARK_CONNECTOR / 2.0 + KHATT_MARK_CONNECTOR_HALO + KHATT_INK_CLEARANCE;
  Obstacle obstacle = { mark->track - half, mark->track + half, top, bottom };
  guint first = mark->first_lane;
  guint last = mark->last_lane;

  if (top == mark->bottom && bottom > top)
    last = MIN (last + 1, placing->layout->frame.n_lanes - 1);

  for (guint lane = first; lane <= last && lane < placing->layout->frame.n_pinned; lane++)
    add_obstacle (placing, lane, &obstacle);
  for (guint lane = MAX (first, placing->first_lane); lane <= last && lane < placing->after_lane;
       lane++)
    add_obstacle (placing, lane, &obstacle);
}

static void
add_end (Placing *placing, const KhattMark *mark, const KhattEnd *end)
{
  double text_scale = placing->layout->params.text_scale;
  double halo = 2 * KHATT_MARK_CONNECTOR_HALO;
  double size = KHATT_MARK_PLATE;

  if (khatt_frame_is_low (&placing->layout->frame, end->lane))
    size = KHATT_LOW_PLATE;
  else if (end->form == KHATT_END_ARROW)
    size = KHATT_MARK_ARROW_WIDTH;
  else if (end->form == KHATT_END_DOT)
    size = KHATT_MARK_DOT;
  else if (end->form == KHATT_END_BEARER)
    size = KHATT_MARK_RING;

  add_box (placing, end->lane, mark->track, size * text_scale + halo, size * text_scale + halo);
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
add_bar_end (Placing *placing, const KhattMark *mark)
{
  const KhattLayout *layout = placing->layout;
  double track = get_track (&layout->params.scale, mark->trace.bar_to);
  double reach = KHATT_MARK_STUB * layout->params.text_scale;
  Obstacle obstacle = { track - 1 - KHATT_INK_CLEARANCE, track + 1 + KHATT_INK_CLEARANCE, mark->top,
                        mark->bottom };

  if (!mark->trace.is_short)
    {
      for (guint lane = mark->first_lane; lane <= mark->last_lane; lane++)
        add_obstacle (placing, lane, &obstacle);
      return;
    }

  for (guint i = mark->first_end; i < mark->first_end + mark->n_ends; i++)
    {
      const KhattEnd *end = &g_array_index (layout->ends, KhattEnd, i);

      obstacle.top = MAX (end->y - reach, mark->top);
      obstacle.bottom = MIN (end->y + reach, mark->bottom);
      if (end->is_shown)
        add_obstacle (placing, end->lane, &obstacle);
    }
}

static void
add_mark (Placing *placing, const KhattMark *mark)
{
  for (guint i = mark->first_end; i < mark->first_end + mark->n_ends; i++)
    {
      const KhattEnd *end = &g_array_index (placing->layout->ends, KhattEnd, i);

      if (end->is_shown)
        add_end (placing, mark, end);
    }

  if (mark->stub_top < mark->stub_bottom && !mark->is_broken)
    add_connector (placing, mark, mark->stub_top, mark->stub_bottom);
  if (mark->trace.has_end)
    add_bar_end (placing, mark);
}

static void
add_links (Placing *placing)
{
  const KhattLayout *layout = placing->layout;

  for (guint i = 0; i < layout->links->len; i++)
    {
      const KhattClusterLink *link = &g_array_index (layout->links, KhattClusterLink, i);
      double track = get_track (&layout->params.scale, link->x);
      double half = link->width / 2 + KHATT_INK_CLEARANCE;
      Obstacle obstacle = { track - half, track + half, link->top, link->bottom };

      for (guint lane = link->first_lane; lane <= link->last_lane; lane++)
        add_obstacle (placing, lane, &obstacle);
    }
}

static void
add_clusters (Placing *placing)
{
  const KhattLayout *layout = placing->layout;

  for (guint i = 0; i < layout->clusters->len; i++)
    {
      const KhattCluster *cluster = &g_array_index (layout->clusters, KhattCluster, i);
      const KhattRect *pill = &cluster->box.pill;
      double track = get_track (&layout->params.scale, pill->x + pill->width / 2);

      add_box (placing, cluster->box.lane, track, pill->width, pill->height);
    }
}

/* The line of today stands over labels: they keep clear of it. */
static void
add_today (Placing *placing)
{
  const KhattLayout *layout = placing->layout;
  const KhattFrame *frame = &layout->frame;
  double track;
  Obstacle obstacle;

  if (layout->params.today == KHATT_TIME_MIN)
    return;

  track = khatt_scale_track (&layout->params.scale, (double) layout->params.today);
  for (guint lane = frame->n_pinned > 0 ? 0 : placing->first_lane; lane < placing->after_lane;
       lane = lane + 1 == frame->n_pinned ? placing->first_lane : lane + 1)
    {
      double top = khatt_frame_get_top (frame, lane);

      obstacle = (Obstacle){ track - 1 - KHATT_INK_CLEARANCE, track + 1 + KHATT_INK_CLEARANCE, top,
                             khatt_frame_get_bottom (frame, lane) };
      add_obstacle (placing, lane, &obstacle);
    }
}

/* The obstacles of one lane, from the place on. */
static double
measure_free_in_lane (const Placing *placing,
                      guint lane,
                      const Place *place,
                      const Room *room,
                      double width)
{
  double end = place->track + place->step * width;
  guint last = get_cell (placing, MAX (place->track, end));
  guint row = get_row (placing, lane);

  if (row >= placing->n_rows)
    return width;

  for (guint cell = get_cell (placing, MIN (place->track, end)); cell <= last; cell++)
    {
      guint32 next = placing->cells[(gsize) row * placing->n_cells + cell];

      while (next != 0 && width >= room->least)
        {
          const Obstacle *obstacle = &g_array_index (placing->obstacles, Obstacle, next - 1);
          double near =
              place->step > 0 ? obstacle->from - place->track : place->track - obstacle->to;
          double far =
              place->step > 0 ? obstacle->to - place->track : place->track - obstacle->from;

          if (far > 0 && near < width && obstacle->top < room->bottom &&
              room->top < obstacle->bottom)
            width = near;
          next = obstacle->next;
        }
    }

  return width;
}

/* How far a label can go from the place before it meets something, at most as far as wanted. Where
 * it is less than the least, it does not matter how much. */
static double
measure_free (const Placing *placing, const Place *place, const Room *room)
{
  double tile = khatt_layout_get_tile_width (placing->layout);
  double tile_first = khatt_layout_get_tile_first (placing->layout, place->track);
  double width = place->step > 0 ? tile_first + tile - place->track : place->track - tile_first;

  width = MIN (width, room->wanted);
  for (guint lane = place->lane > 0 ? place->lane - 1 : 0;
       lane <= place->lane && width >= room->least; lane++)
    width = measure_free_in_lane (placing, lane, place, room, width);

  return MAX (width, 0);
}

/* Both sides of the first end of a form. */
static guint
list_end_places (const KhattLayout *layout,
                 const KhattMark *mark,
                 KhattEndForm form,
                 int first_step,
                 Place places[2])
{
  double gap = round (CONNECTOR_GAP * layout->params.text_scale);

  for (guint i = mark->first_end; i < mark->first_end + mark->n_ends; i++)
    {
      const KhattEnd *end = &g_array_index (layout->ends, KhattEnd, i);

      if (end->form != form || !end->is_shown)
        continue;
      places[0] = (Place){ end->lane, mark->track + first_step * gap, first_step };
      places[1] = (Place){ end->lane, mark->track - first_step * gap, -first_step };
      return 2;
    }

  return 0;
}

/* Both sides of the recipient's lane, then of the acting one, then, where nobody receives, of
 * another participant's; what was before a date tries the earlier side first. */
static guint
list_places (const KhattLayout *layout, const KhattMark *mark, Place places[MAX_PLACES])
{
  int first_step = mark->anchor.form == KHATT_ANCHOR_BEFORE ? -1 : 1;
  const KhattEnd *plate = &g_array_index (layout->ends, KhattEnd, mark->plate_end);
  guint n_received = list_end_places (layout, mark, KHATT_END_ARROW, first_step, places);
  guint n_places = n_received;

  for (int i = 0; i < 2; i++)
    {
      int step = i == 0 ? first_step : -first_step;
      gboolean has_doubt = step > 0 && (mark->record->date.flags & KHATT_DATE_UNCERTAIN);
      double gap = round ((PLATE_GAP + (has_doubt ? DOUBT_GAP : 0)) * layout->params.text_scale);

      places[n_places++] = (Place){ plate->lane, mark->track + step * gap, step };
    }

  if (n_received == 0)
    n_places += list_end_places (layout, mark, KHATT_END_DOT, first_step, places + n_places);

  return n_places;
}

static KhattTypeface
get_typeface (const KhattLayout *layout, const KhattMark *mark, int weight)
{
  return (KhattTypeface){
    .size = KHATT_LABEL_SIZE * layout->params.text_scale,
    .weight = weight,
    .struck = mark->record->status == KHATT_STATUS_CANCELLED ||
              mark->record->status == KHATT_STATUS_DENIED,
  };
}

/**
 * khatt_layout_shape_title:
 * @layout: a layout
 * @mark: one of its marks, whose event has a title
 * @weight: of the letters
 * @width: how wide it may be
 * @shaper: shapes it
 *
 * Returns: (transfer none): the title as a label: the shaper's
 */
const KhattLabel *
khatt_layout_shape_title (const KhattLayout *layout,
                          const KhattMark *mark,
                          int weight,
                          double width,
                          KhattShaper *shaper)
{
  const KhattTypeface face = get_typeface (layout, mark, weight);

  return khatt_shaper_shape (shaper, mark->record->title, &face, width,
                             layout->params.scale.direction);
}

/* A step of a zoom shapes few labels that no step before has shaped. */
static gboolean
may_shape (Placing *placing, const KhattMark *mark, double width)
{
  const KhattLayoutParams *params = &placing->layout->params;
  const KhattTypeface face = get_typeface (placing->layout, mark, WEIGHT_MEDIUM);

  if (!params->is_zooming || khatt_shaper_has (placing->shaper, mark->record->title, &face, width,
                                               params->scale.direction))
    return TRUE;
  if (placing->n_shapings == 0)
    return FALSE;

  placing->n_shapings--;
  return TRUE;
}

/* NULL: there is no time left for it. */
static const KhattLabel *
shape_title (Placing *placing, const KhattMark *mark, double width)
{
  if (!may_shape (placing, mark, width))
    return NULL;

  return khatt_layout_shape_title (placing->layout, mark, WEIGHT_MEDIUM, width, placing->shaper);
}

/**
 * khatt_layout_get_baseline:
 * @layout: a layout
 * @lane: a lane
 *
 * Returns: the y of the baseline of its labels: above the lane's line, nearer to it where rows are
 * low
 */
double
khatt_layout_get_baseline (const KhattLayout *layout, guint lane)
{
  double rise = layout->params.is_compact ? COMPACT_RISE : KHATT_LABEL_RISE;

  return khatt_frame_get_line (&layout->frame, lane) - round (rise * layout->params.text_scale);
}

static void
put_label (Placing *placing, KhattMark *mark, const KhattLabel *label, const Place *place)
{
  const KhattLayout *layout = placing->layout;
  double width = ceil (khatt_label_get_width (label));
  double least = place->step > 0 ? place->track : place->track - width;
  double near = khatt_scale_track_x (&layout->params.scale, place->track);
  double far = khatt_scale_later (&layout->params.scale, near, place->step * width);
  double tile = khatt_layout_get_tile_width (layout);
  double tile_first = khatt_layout_get_tile_first (layout, place->track);
  /* No tile knows the labels of its neighbours. */
  Obstacle obstacle = { MAX (least - KHATT_LABEL_CLEARANCE, tile_first),
                        MIN (least + width + KHATT_LABEL_CLEARANCE, tile_first + tile), 0, 0, 0 };

  mark->label = khatt_label_ref (label);
  mark->label_lane = place->lane;
  mark->label_x = MIN (near, far);
  mark->label_baseline = khatt_layout_get_baseline (layout, place->lane);
  mark->box.label =
      (KhattRect){ mark->label_x, mark->label_baseline - khatt_label_get_ascent (label), width,
                   khatt_label_get_ascent (label) + khatt_label_get_descent (label) };

  obstacle.top = mark->box.label.y;
  obstacle.bottom = obstacle.top + mark->box.label.height;
  add_obstacle (placing, place->lane, &obstacle);
}

/* A title is not narrower than that, whatever its letters are; marks on them have no width. */
static double
get_least_width (const KhattLayout *layout, const char *title)
{
  guint n_letters = 0;

  for (const char *at = title; *at != '\0' && n_letters < ENOUGH_LETTERS;
       at = g_utf8_next_char (at))
    n_letters += g_unichar_isalnum (g_utf8_get_char (at));

  return n_letters * LEAST_LETTER_WIDTH * layout->params.text_scale;
}

/* Most marks of a crowded lane have no room at all: their titles need not be shaped to know it.
 * Looks at what stands where every letter reaches, so it does not turn away what would fit. */
static gboolean
has_any_room (const Placing *placing, const KhattMark *mark, const Place *places, guint n_places)
{
  const KhattLayout *layout = placing->layout;
  double text_scale = layout->params.text_scale;
  double wanted =
      MIN (get_least_width (layout, mark->record->title), KHATT_LABEL_MIN_WIDTH * text_scale);

  for (guint i = 0; i < n_places; i++)
    {
      double baseline = khatt_layout_get_baseline (layout, places[i].lane);
      Room room = { baseline - LEAST_ASCENT * text_scale, baseline + LEAST_DESCENT * text_scale,
                    wanted, wanted };

      if (measure_free (placing, &places[i], &room) >= wanted)
        return TRUE;
    }

  return FALSE;
}

/* Only lanes of marks have labels, and those that are not collapsed. */
static guint
list_open_places (const KhattLayout *layout, const KhattMark *mark, Place places[MAX_PLACES])
{
  guint n_places = list_places (layout, mark, places);
  guint n_open = 0;

  for (guint i = 0; i < n_places; i++)
    if (!khatt_frame_is_low (&layout->frame, places[i].lane) &&
        khatt_layout_get_lane_detail (layout, places[i].lane) == KHATT_DETAIL_MARKS)
      places[n_open++] = places[i];

  return n_open;
}

/* Cut, where most of it fits; `width` is that of the whole. */
static void
place_cut_label (Placing *placing,
                 KhattMark *mark,
                 const Place *places,
                 const double *widths,
                 guint n_places,
                 double width)
{
  const KhattLayoutParams *params = &placing->layout->params;
  double step = (params->is_zooming ? ZOOMING_WIDTH_STEP : WIDTH_STEP) * params->text_scale;
  const KhattLabel *label;

  for (guint i = 0; i < n_places; i++)
    {
      double cut = floor (widths[i] / step) * step;

      if (cut < KHATT_LABEL_LEAST_SHARE * width || cut < KHATT_LABEL_MIN_WIDTH * params->text_scale)
        continue;
      label = shape_title (placing, mark, cut);
      if (label != NULL)
        put_label (placing, mark, label, &places[i]);
      return;
    }
}

/* Whole first, wherever it fits. */
static void
place_label (Placing *placing, KhattMark *mark)
{
  const KhattLayout *layout = placing->layout;
  double text_scale = layout->params.text_scale;
  Place places[MAX_PLACES];
  double widths[MAX_PLACES];
  guint n_places = list_open_places (layout, mark, places);
  const KhattLabel *label;
  double width;

  if (!has_any_room (placing, mark, places, n_places))
    return;

  label = shape_title (placing, mark, KHATT_LABEL_MAX_WIDTH * text_scale);
  if (label == NULL)
    return;

  width = ceil (khatt_label_get_width (label));
  for (guint i = 0; i < n_places; i++)
    {
      double baseline = khatt_layout_get_baseline (layout, places[i].lane);
      Room room = { baseline - khatt_label_get_ascent (label),
                    baseline + khatt_label_get_descent (label), width,
                    KHATT_LABEL_LEAST_SHARE * width };

      widths[i] = measure_free (placing, &places[i], &room);
      if (widths[i] < width)
        continue;
      put_label (placing, mark, label, &places[i]);
      return;
    }

  place_cut_label (placing, mark, places, widths, n_places, width);
}

static int
compare_priorities (gconstpointer a, gconstpointer b)
{
  const KhattMark *first = *(KhattMark *const *) a;
  const KhattMark *second = *(KhattMark *const *) b;
  gboolean is_first_exact = first->anchor.form == KHATT_ANCHOR_CELL;
  gboolean is_second_exact = second->anchor.form == KHATT_ANCHOR_CELL;

  if (first->record->importance != second->record->importance)
    return first->record->importance > second->record->importance ? -1 : 1;
  if (first->record->n_sources != second->record->n_sources)
    return first->record->n_sources > second->record->n_sources ? -1 : 1;
  if (first->record->n_parties != second->record->n_parties)
    return first->record->n_parties > second->record->n_parties ? -1 : 1;
  if (is_first_exact != is_second_exact)
    return is_first_exact ? -1 : 1;
  if (first->track != second->track)
    return first->track < second->track ? -1 : 1;

  return first->box.slot < second->box.slot ? -1 : 1;
}

static gboolean
crosses_sticky_name (const KhattLayout *layout, const KhattRect *rect)
{
  for (guint i = 0; i < layout->texts->len; i++)
    {
      const KhattText *text = &g_array_index (layout->texts, KhattText, i);
      KhattRect name;

      if (text->role != KHATT_TEXT_STICKY_NAME)
        continue;
      name = khatt_text_get_rect (text);
      if (khatt_rect_intersects (&name, rect))
        return TRUE;
    }

  return FALSE;
}

/* Labels that the view's edge would cut are not shown: they come whole, or not at all. Lanes scroll
 * under the edges above and below, and under pinned rows. */
static void
hide_label_at_edge (const KhattLayout *layout, KhattMark *mark)
{
  const KhattRect *plot = &layout->frame.plot;
  const KhattRect *box = &mark->box.label;
  KhattRect region;

  if (mark->label == NULL)
    return;
  region = khatt_frame_get_region (&layout->frame, mark->label_lane);
  if (box->x >= plot->x && box->x + box->width <= plot->x + plot->width &&
      khatt_rect_intersects (box, &region) && !crosses_sticky_name (layout, box))
    return;

  g_clear_pointer (&mark->label, khatt_label_unref);
  mark->box.label = (KhattRect){ 0, 0, 0, 0 };
}

static Placing
begin_placing (KhattLayout *layout, KhattShaper *shaper)
{
  guint n_rows = layout->frame.after_row - layout->frame.first_row;
  Placing placing = {
    .layout = layout,
    .shaper = shaper,
    .n_shapings = ZOOMING_MOST_SHAPED,
    .obstacles = g_array_new (FALSE, FALSE, sizeof (Obstacle)),
    .n_cells = (guint) ((layout->to - layout->from + 2 * CELL_MARGIN) / CELL_WIDTH) + 1,
    .first_track = layout->from - CELL_MARGIN,
    .first_lane =
        layout->frame.first_row - MIN (n_rows, layout->frame.first_row - layout->frame.n_pinned),
    .after_lane = MIN (layout->frame.after_row + n_rows, layout->frame.n_lanes),
  };

  placing.n_rows = layout->frame.n_pinned + placing.after_lane - placing.first_lane;
  placing.cells = g_new0 (guint32, (gsize) placing.n_rows * placing.n_cells + 1);

  return placing;
}

/* A view that zooms, or never pans, shows nothing of the rest of its tiles. */
static gboolean
may_have_label (const KhattLayout *layout, const KhattMark *mark)
{
  const KhattRect *plot = &layout->frame.plot;
  gboolean needs_rest = !layout->params.is_zooming && !layout->params.is_still;

  return needs_rest || (mark->x >= plot->x && mark->x <= plot->x + plot->width);
}

/**
 * khatt_layout_place_labels:
 * @layout: a layout with its marks and clusters
 * @shaper: shapes the labels
 *
 * Gives marks their labels, where there is room.
 */
void
khatt_layout_place_labels (KhattLayout *layout, KhattShaper *shaper)
{
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  Place places[MAX_PLACES];
  Placing placing;

  for (guint i = 0; i < layout->marks->len; i++)
    {
      KhattMark *mark = &g_array_index (layout->marks, KhattMark, i);

      if (mark->record->title != NULL && *mark->record->title != '\0' &&
          may_have_label (layout, mark) && list_open_places (layout, mark, places) > 0)
        g_ptr_array_add (order, mark);
    }
  if (order->len == 0)
    return;

  placing = begin_placing (layout, shaper);
  for (guint i = 0; i < layout->marks->len; i++)
    add_mark (&placing, &g_array_index (layout->marks, KhattMark, i));
  add_clusters (&placing);
  add_links (&placing);
  add_today (&placing);

  g_ptr_array_sort (order, compare_priorities);
  for (guint i = 0; i < order->len; i++)
    place_label (&placing, g_ptr_array_index (order, i));

  g_array_unref (placing.obstacles);
  g_free (placing.cells);
}

/**
 * khatt_layout_hide_labels:
 * @layout: a layout with the marks in view
 *
 * Hides the labels that the edge of the view would cut.
 */
void
khatt_layout_hide_labels (KhattLayout *layout)
{
  for (guint i = 0; i < layout->marks->len; i++)
    hide_label_at_edge (layout, &g_array_index (layout->marks, KhattMark, i));
}
