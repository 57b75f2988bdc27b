/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A timeline as small as a file manager shows it: the lanes with most events, the plates that have
 * room, and the time they span as the only text. Where events are many, each lane is a ribbon of
 * columns instead. Everything is measured on a grid 128 wide and 96 high:
 *
 *   +--------------------------+
 *   |       August 2025        |  header
 *   |--(o)-----------[]--------|
 *   |   |            |         |  rows
 *   |---v------------o-----/\--|
 *   +--------------------------+
 */

#include "khatt-thumbnail.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "khatt-anchor.h"
#include "khatt-civil.h"
#include "khatt-picture.h"
#include "khatt-plate.h"
#include "khatt-scale.h"

#define GRID_WIDTH 128.0
#define GRID_HEIGHT 96.0
#define HEADER_HEIGHT 20.0
#define HEADER_TEXT 13.0
#define HEADER_BASELINE 14.5
#define HEADER_MARGIN 6.0
#define HEADER_WEIGHT 700
#define MARGIN 15.0
#define MOST_LANES 4
#define EMPTY_ROWS 3
#define PLATE_SIZE 21.0
#define PLATE_GAP 2.0
/* How far a plate goes aside for others. */
#define STEP 6.0
#define MOST_STEPS 6
#define LANE_WIDTH 1.5
#define CONNECTOR_WIDTH 3.0
#define END_RADIUS 4.0
/* More events than this in a stretch that a plate takes: there is a ribbon. */
#define MOST_PER_PLATE 6
/* Events that are looked at for plates. */
#define MOST_MARKS 512
#define RIBBON_MARGIN 6.0
#define COLUMN_PITCH 4.0
#define COLUMN_WIDTH 3.0
#define RIBBON_SHARE 0.84 /* of a row's height */
#define LEAST_COLUMN 1.5

/* An event's plate and its way to the other lanes. */
typedef struct
{
  double x;
  KhattKind kind;
  KhattStatus status;
  guint rows[MOST_LANES]; /* the plate's first */
  guint n_rows;
  guint first_row;
  guint last_row;
  guint importance;
} Mark;

typedef struct
{
  KhattArrangement *arrangement;
  const KhattPalette *palette;
  KhattScale scale;
  guint lanes[MOST_LANES];
  guint n_lanes;
  gboolean has_ribbons;
  GArray *marks; /* of Mark */
  char *text;    /* the span; NULL where nothing is dated */
  char *short_text;
} Thumbnail;

static int
compare_lanes (gconstpointer a, gconstpointer b, gpointer arrangement)
{
  const KhattLane *one = khatt_arrangement_get_lane (arrangement, *(const guint *) a);
  const KhattLane *other = khatt_arrangement_get_lane (arrangement, *(const guint *) b);

  return (one->n_events < other->n_events) - (one->n_events > other->n_events);
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  const guint one = *(const guint *) a;
  const guint other = *(const guint *) b;

  return (one > other) - (one < other);
}

/* Those with most events, in the order of the window. */
static void
choose_lanes (Thumbnail *self)
{
  const guint n_lanes = khatt_arrangement_get_n_lanes (self->arrangement);
  g_autoptr (GArray) lanes = g_array_sized_new (FALSE, FALSE, sizeof (guint), n_lanes);

  for (guint lane = 0; lane < n_lanes; lane++)
    g_array_append_val (lanes, lane);
  g_array_sort_with_data (lanes, compare_lanes, self->arrangement);
  g_array_set_size (lanes, MIN (n_lanes, MOST_LANES));
  g_array_sort (lanes, compare_numbers);
  self->n_lanes = lanes->len;
  for (guint i = 0; i < lanes->len; i++)
    self->lanes[i] = g_array_index (lanes, guint, i);
}

/* A document without events still looks like one. */
static guint
get_n_rows (const Thumbnail *self)
{
  return self->n_lanes > 0 ? self->n_lanes : EMPTY_ROWS;
}

static double
get_row_height (const Thumbnail *self)
{
  return (GRID_HEIGHT - HEADER_HEIGHT) / MAX (get_n_rows (self), 2);
}

static double
get_row_y (const Thumbnail *self, guint row)
{
  const guint n_rows = get_n_rows (self);
  const double height = get_row_height (self);
  const double middle = (HEADER_HEIGHT + GRID_HEIGHT) / 2;

  return middle + (row - (n_rows - 1) / 2.0) * height;
}

static double
get_plate_size (const Thumbnail *self)
{
  return MIN (PLATE_SIZE, get_row_height (self) - 2 * PLATE_GAP);
}

static gint64
get_year (gint64 time)
{
  gint64 year;
  int month, day;

  khatt_civil_from_days (khatt_days_from_seconds (time), &year, &month, &day);
  return year;
}

/* "1990–2025". */
static char *
dup_years (const KhattWords *words, gint64 first, gint64 last)
{
  g_autofree char *one = khatt_words_number (words, get_year (first));
  g_autofree char *other = khatt_words_number (words, get_year (last));

  return g_str_equal (one, other) ? g_steal_pointer (&one) : g_strdup_printf ("%s–%s", one, other);
}

/* All the time there is, with a margin at both ends. */
static void
fit (Thumbnail *self, double margin)
{
  gint64 first, last;

  if (khatt_arrangement_get_extent (self->arrangement, &first, &last))
    self->scale = khatt_scale_fit (self->scale.direction, margin, GRID_WIDTH - 2 * margin,
                                   (double) first, (double) last + 1);
}

static void
find_span (Thumbnail *self, const KhattWords *words)
{
  gint64 first, last;

  if (!khatt_arrangement_get_extent (self->arrangement, &first, &last))
    return;
  self->text = khatt_words_span (words, first, last, KHATT_CALENDAR_GREGORIAN);
  self->short_text = dup_years (words, first, last);
}

static guint
count (const Thumbnail *self, guint row, double x, double width, guint32 kinds[KHATT_N_KINDS])
{
  const double one = khatt_scale_time (&self->scale, x);
  const double other = khatt_scale_time (&self->scale, x + width);

  return khatt_arrangement_count (self->arrangement, self->lanes[row],
                                  (gint64) floor (MIN (one, other)),
                                  (gint64) floor (MAX (one, other)) - 1, kinds);
}

static gboolean
is_crowded (const Thumbnail *self)
{
  guint32 kinds[KHATT_N_KINDS];

  if (self->text == NULL)
    return FALSE;
  for (guint row = 0; row < self->n_lanes; row++)
    for (double x = 0; x < GRID_WIDTH; x += PLATE_SIZE)
      if (count (self, row, x, PLATE_SIZE, kinds) > MOST_PER_PLATE)
        return TRUE;
  return FALSE;
}

static gboolean
get_row (const Thumbnail *self, guint lane, guint *row)
{
  for (*row = 0; *row < self->n_lanes; (*row)++)
    if (self->lanes[*row] == lane)
      return TRUE;
  return FALSE;
}

static gboolean
make_mark (const Thumbnail *self, guint32 slot, Mark *mark)
{
  KhattSnapshot *snapshot = khatt_arrangement_get_snapshot (self->arrangement);
  const KhattRecord *record = khatt_snapshot_get_record (snapshot, slot);
  const KhattAnchor anchor = khatt_anchor_from_date (&record->date);
  guint n_joins;
  const KhattJoin *joins = khatt_arrangement_get_joins (self->arrangement, slot, &n_joins);

  *mark = (Mark){
    .x = khatt_scale_x (&self->scale, (double) khatt_anchor_get_middle (&anchor)),
    .kind = MIN (record->kind, KHATT_KIND_OTHER),
    .status = record->status,
    .first_row = MOST_LANES,
    .importance = record->importance,
  };
  for (guint i = 0; i < n_joins; i++)
    {
      guint row;

      if (!get_row (self, joins[i].lane, &row))
        continue;
      mark->rows[mark->n_rows++] = row;
      mark->first_row = MIN (mark->first_row, row);
      mark->last_row = MAX (mark->last_row, row);
    }
  return mark->n_rows > 0;
}

/* What is important comes first, then what happened, then what joins most lanes; else the order of
 * time stays. */
static int
compare_marks (gconstpointer a, gconstpointer b)
{
  const Mark *one = a;
  const Mark *other = b;

  if (one->importance != other->importance)
    return one->importance < other->importance ? 1 : -1;
  if ((one->status == KHATT_STATUS_HAPPENED) != (other->status == KHATT_STATUS_HAPPENED))
    return one->status == KHATT_STATUS_HAPPENED ? -1 : 1;
  return (one->n_rows < other->n_rows) - (one->n_rows > other->n_rows);
}

static gboolean
has_room (const Thumbnail *self, const Mark *mark)
{
  for (guint i = 0; i < self->marks->len; i++)
    {
      const Mark *other = &g_array_index (self->marks, Mark, i);

      if (fabs (mark->x - other->x) < get_plate_size (self) + PLATE_GAP &&
          mark->first_row <= other->last_row && other->first_row <= mark->last_row)
        return FALSE;
    }
  return mark->x >= MARGIN && mark->x <= GRID_WIDTH - MARGIN;
}

/* Where it belongs, or a little beside that. */
static gboolean
find_room (const Thumbnail *self, Mark *mark)
{
  const double belongs = CLAMP (mark->x, MARGIN, GRID_WIDTH - MARGIN);

  for (int i = 0; i <= 2 * MOST_STEPS; i++)
    {
      const int steps = (i + 1) / 2 * (i % 2 == 0 ? 1 : -1);

      mark->x = khatt_scale_later (&self->scale, belongs, steps * STEP);
      if (has_room (self, mark))
        return TRUE;
    }
  return FALSE;
}

static void
place_marks (Thumbnail *self)
{
  g_autoptr (GArray) slots = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Mark));
  gint64 first, last;

  if (!khatt_arrangement_get_extent (self->arrangement, &first, &last))
    return;
  khatt_arrangement_query (self->arrangement, first, last, MOST_MARKS, slots);
  for (guint i = 0; i < slots->len; i++)
    {
      Mark mark;

      if (make_mark (self, g_array_index (slots, guint32, i), &mark))
        g_array_append_val (candidates, mark);
    }
  g_array_sort (candidates, compare_marks);
  for (guint i = 0; i < candidates->len; i++)
    if (find_room (self, &g_array_index (candidates, Mark, i)))
      g_array_append_val (self->marks, g_array_index (candidates, Mark, i));
}

/* ---- Painting ---- */

static void
set_source (cairo_t *cr, const KhattColor *color)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha);
}

static void
fill_rectangle (cairo_t *cr, const KhattColor *color, const KhattRect *rect)
{
  set_source (cr, color);
  cairo_rectangle (cr, rect->x, rect->y, rect->width, rect->height);
  cairo_fill (cr);
}

static void
paint_text (const Thumbnail *self, KhattInk *ink)
{
  const KhattTypeface face = { .size = HEADER_TEXT, .weight = HEADER_WEIGHT };
  KhattShaper *shaper = khatt_ink_get_shaper (ink);
  const KhattLabel *label =
      khatt_shaper_shape (shaper, self->text, &face, -1, self->scale.direction);

  if (khatt_label_get_width (label) > GRID_WIDTH - 2 * HEADER_MARGIN)
    label = khatt_shaper_shape (shaper, self->short_text, &face, GRID_WIDTH - 2 * HEADER_MARGIN,
                                self->scale.direction);
  khatt_ink_show_label (ink, label, GRID_WIDTH / 2, HEADER_BASELINE, KHATT_ALIGN_CENTER,
                        &self->palette->text, NULL);
}

static void
paint_ground (const Thumbnail *self, cairo_t *cr)
{
  const KhattRect all = { 0, 0, GRID_WIDTH, GRID_HEIGHT };
  const KhattRect header = { 0, 0, GRID_WIDTH, HEADER_HEIGHT };

  fill_rectangle (cr, &self->palette->lane, &all);
  fill_rectangle (cr, &self->palette->header, &header);
  for (guint row = 0; row < get_n_rows (self); row++)
    {
      const KhattRect line = { 0, get_row_y (self, row) - LANE_WIDTH / 2, GRID_WIDTH, LANE_WIDTH };

      fill_rectangle (cr, &self->palette->lane_line, &line);
    }
}

static void
paint_edges (const Thumbnail *self, cairo_t *cr)
{
  double pixel = 1;
  double none = 0;

  cairo_device_to_user_distance (cr, &pixel, &none);
  set_source (cr, &self->palette->line);
  cairo_set_line_width (cr, pixel);
  cairo_rectangle (cr, pixel / 2, pixel / 2, GRID_WIDTH - pixel, GRID_HEIGHT - pixel);
  cairo_move_to (cr, 0, HEADER_HEIGHT - pixel / 2);
  cairo_line_to (cr, GRID_WIDTH, HEADER_HEIGHT - pixel / 2);
  cairo_stroke (cr);
}

/* The tallest column of all rows fills its row; the others by the root of their count, so that few
 * events are seen beside many. */
static guint
find_most (const Thumbnail *self)
{
  guint32 kinds[KHATT_N_KINDS];
  guint most = 1;

  for (guint row = 0; row < self->n_lanes; row++)
    for (double x = RIBBON_MARGIN; x < GRID_WIDTH - RIBBON_MARGIN; x += COLUMN_PITCH)
      most = MAX (most, count (self, row, x, COLUMN_PITCH, kinds));
  return most;
}

static void
paint_column (const Thumbnail *self, cairo_t *cr, guint row, double x, guint most)
{
  guint32 kinds[KHATT_N_KINDS];
  const guint n_events = count (self, row, x, COLUMN_PITCH, kinds);
  const double tallest = get_row_height (self) * RIBBON_SHARE;
  const double height = MAX (tallest * sqrt ((double) n_events / most), LEAST_COLUMN);
  double y = get_row_y (self, row) - height / 2;

  for (int kind = 0; n_events > 0 && kind < KHATT_N_KINDS; kind++)
    {
      const KhattRect part = { x, y, COLUMN_WIDTH, height * kinds[kind] / n_events };

      fill_rectangle (cr, &self->palette->kinds[kind], &part);
      y += part.height;
    }
}

static void
paint_connector (const Thumbnail *self, cairo_t *cr, const Mark *mark)
{
  set_source (cr, &self->palette->kinds[mark->kind]);
  cairo_set_line_width (cr, CONNECTOR_WIDTH);
  cairo_move_to (cr, mark->x, get_row_y (self, mark->first_row));
  cairo_line_to (cr, mark->x, get_row_y (self, mark->last_row));
  cairo_stroke (cr);
  for (guint i = 1; i < mark->n_rows; i++)
    {
      cairo_arc (cr, mark->x, get_row_y (self, mark->rows[i]), END_RADIUS, 0, 2 * G_PI);
      cairo_fill (cr);
    }
}

static void
paint_mark (const Thumbnail *self, cairo_t *cr, const Mark *mark)
{
  KhattPlate plate =
      khatt_plate_make (self->palette, mark->kind, mark->status, self->scale.direction, mark->x,
                        get_row_y (self, mark->rows[0]), get_plate_size (self));

  if (mark->n_rows > 1)
    paint_connector (self, cr, mark);
  khatt_plate_paint (cr, &plate);
}

static void
paint (KhattInk *ink, gpointer data)
{
  const Thumbnail *self = data;
  cairo_t *cr = khatt_ink_get_cairo (ink);
  const guint most = self->has_ribbons ? find_most (self) : 0;

  paint_ground (self, cr);
  for (guint row = 0; self->has_ribbons && row < self->n_lanes; row++)
    for (double x = RIBBON_MARGIN; x < GRID_WIDTH - RIBBON_MARGIN; x += COLUMN_PITCH)
      paint_column (self, cr, row, x, most);
  for (guint i = 0; i < self->marks->len; i++)
    paint_mark (self, cr, &g_array_index (self->marks, Mark, i));
  paint_edges (self, cr);
  if (self->text != NULL)
    paint_text (self, ink);
}

/**
 * khatt_thumbnail_draw:
 * @arrangement: what is drawn
 * @direction: of time
 * @words: how the time is put into words
 * @size: pixels of the longer side, %KHATT_THUMBNAIL_SIZE_MIN to %KHATT_THUMBNAIL_SIZE_MAX
 * @error: return location for a #GError
 *
 * Draws a timeline so that it can be recognised at the size of an icon.
 *
 * Returns: (transfer full) (nullable): a PNG, four thirds as wide as high; %NULL with
 *   %G_IO_ERROR_INVALID_ARGUMENT where @size is too small or too large
 */
GBytes *
khatt_thumbnail_draw (KhattArrangement *arrangement,
                      KhattDirection direction,
                      const KhattWords *words,
                      int size,
                      GError **error)
{
  g_autoptr (KhattShaper) shaper = khatt_shaper_new ();
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  Thumbnail self = { .arrangement = arrangement,
                     .palette = khatt_palette_get (KHATT_STYLE_LIGHT),
                     .scale.direction = direction,
                     .marks = marks };
  const KhattPicture picture = {
    .format = KHATT_PICTURE_PNG,
    .width = GRID_WIDTH,
    .height = GRID_HEIGHT,
    .pixel_scale = size / GRID_WIDTH,
    .shaper = shaper,
    .paint = paint,
    .data = &self,
  };
  GBytes *file;

  if (size < KHATT_THUMBNAIL_SIZE_MIN || size > KHATT_THUMBNAIL_SIZE_MAX)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _ ("The picture would be %d pixels wide; %d to %d were expected."), size,
                   KHATT_THUMBNAIL_SIZE_MIN, KHATT_THUMBNAIL_SIZE_MAX);
      return NULL;
    }
  choose_lanes (&self);
  find_span (&self, words);
  fit (&self, MARGIN);
  self.has_ribbons = is_crowded (&self);
  if (self.has_ribbons)
    fit (&self, RIBBON_MARGIN);
  else
    place_marks (&self);
  file = khatt_picture_write (&picture, error);
  g_free (self.text);
  g_free (self.short_text);
  return file;
}
