/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A view that pans paints little: its pixels stay, moved by whole ones, and painted anew is
 *
 *     |#|                  #####  |#|      what comes in at one edge,
 *     |#|   what stays     #####  |#|      what reached in from beyond the other,
 *     |#|                         |#|      and labels that are not where they were.
 *
 * Marks, clusters and ribbons are the same in all layouts of a view that pans; labels step back
 * from its edges, stick to them, or are those of what is selected. So the canvas remembers every
 * text it shows, and compares. Another selection also changes the rows of both events. Whatever
 * else differs paints all of it. */

#include "khatt-canvas.h"

#include "khatt-card.h"
#include "khatt-painter-private.h"
#include "khatt-pixels.h"

#include <math.h>
#include <string.h>

/* How far ink reaches beyond the box that says whether it is in view. */
#define INK_REACH 24
/* The halo of a text, and a pixel where it does not stand on whole ones. */
#define LABEL_REACH 3
/* Beyond, one large piece is cheaper than many small ones. */
#define MOST_PIECES 24

/* A text in its place. */
typedef struct
{
  KhattLabel *label; /* owned */
  double track_x;    /* x where tracks begin: the same while the view pans */
  double baseline;
  KhattCard *card; /* whose first text it is, owned; or NULL */
  double card_y;
} ShownText;

/* What the pixels show. */
typedef struct
{
  KhattArrangement *arrangement; /* owned */
  const KhattPalette *palette;
  KhattLayoutParams params; /* its `lit` is owned */
  KhattRect plot;
  guint first_row;
  GArray *rows;   /* of double: upper edges of those in view, and the last one's lower edge */
  GArray *levels; /* of KhattDetail, of the same */
  GArray *texts;  /* of ShownText, in order of compare_texts() */
} Shown;

struct _KhattCanvas
{
  KhattPixels *pixels;
  KhattPixels *spare; /* those before: a view that zooms goes to and fro */
  cairo_surface_t *surface;
  Shown shown;    /* nothing without an arrangement */
  GArray *pieces; /* of KhattRect, on whole pixels, in the plot: what was painted last */
};

/* ---- What a layout shows ---- */

static void
clear_text (gpointer data)
{
  ShownText *text = data;

  khatt_label_unref (text->label);
  g_clear_pointer (&text->card, khatt_card_unref);
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  const ShownText *first = a;
  const ShownText *second = b;

  if (first->baseline != second->baseline)
    return first->baseline < second->baseline ? -1 : 1;
  if (first->track_x != second->track_x)
    return first->track_x < second->track_x ? -1 : 1;

  return first->label < second->label ? -1 : first->label > second->label;
}

static void
add_text (GArray *texts, KhattLabel *label, double x, double baseline)
{
  ShownText text = { khatt_label_ref (label), x, baseline };

  g_array_append_val (texts, text);
}

/* The ground of a card comes and goes with its first text. */
static void
add_card (GArray *texts, const KhattMark *mark, double origin)
{
  for (guint i = 0; i < mark->card->n_texts; i++)
    {
      const KhattCardText *text = &mark->card->texts[i];
      guint at = texts->len;

      add_text (texts, text->label, mark->card_x + text->x - origin, mark->card_y + text->baseline);
      if (i > 0 || mark->card->is_plain)
        continue;
      g_array_index (texts, ShownText, at).card = khatt_card_ref (mark->card);
      g_array_index (texts, ShownText, at).card_y = mark->card_y;
    }
}

static double
get_origin_x (const KhattLayout *layout)
{
  return khatt_scale_track_x (&layout->params.scale, 0);
}

static GArray *
list_texts (const KhattLayout *layout)
{
  GArray *texts = g_array_new (FALSE, FALSE, sizeof (ShownText));
  double origin = get_origin_x (layout);

  g_array_set_clear_func (texts, clear_text);
  for (guint i = 0; i < layout->marks->len; i++)
    {
      const KhattMark *mark = &g_array_index (layout->marks, KhattMark, i);

      if (mark->card != NULL)
        add_card (texts, mark, origin);
      else if (mark->label != NULL)
        add_text (texts, mark->label, mark->label_x - origin, mark->label_baseline);
    }
  for (guint i = 0; i < layout->texts->len; i++)
    {
      const KhattText *text = &g_array_index (layout->texts, KhattText, i);

      if (text->role >= KHATT_TEXT_STICKY_NAME)
        add_text (texts, text->label, text->x - origin, text->baseline);
    }
  g_array_sort (texts, compare_texts);

  return texts;
}

static void
list_rows (const KhattLayout *layout, GArray *rows, GArray *levels)
{
  const KhattFrame *frame = &layout->frame;

  double bottom = frame->plot.y;

  for (guint lane = khatt_frame_get_first_row (frame); lane < frame->after_row;
       lane = khatt_frame_get_next_row (frame, lane))
    {
      KhattDetail detail = khatt_layout_get_lane_detail (layout, lane);
      double top = khatt_frame_get_top (frame, lane);

      g_array_append_val (rows, top);
      g_array_append_val (levels, detail);
      bottom = khatt_frame_get_bottom (frame, lane);
    }
  g_array_append_val (rows, bottom);
}

static Shown
list_shown (const KhattLayout *layout, const KhattPalette *palette)
{
  Shown shown = {
    .arrangement = khatt_arrangement_ref (layout->arrangement),
    .palette = palette,
    .params = layout->params,
    .plot = layout->frame.plot,
    .first_row = layout->frame.first_row,
    .rows = g_array_new (FALSE, FALSE, sizeof (double)),
    .levels = g_array_new (FALSE, FALSE, sizeof (KhattDetail)),
    .texts = list_texts (layout),
  };

  if (shown.params.lit != NULL)
    khatt_lit_ref (shown.params.lit);
  list_rows (layout, shown.rows, shown.levels);

  return shown;
}

static void
clear_shown (Shown *shown)
{
  if (shown->arrangement == NULL)
    return;

  g_clear_pointer (&shown->arrangement, khatt_arrangement_unref);
  g_clear_pointer (&shown->params.lit, khatt_lit_unref);
  g_array_unref (shown->rows);
  g_array_unref (shown->levels);
  g_array_unref (shown->texts);
}

static gboolean
equal_arrays (const GArray *a, const GArray *b)
{
  return a->len == b->len &&
         (a->len == 0 ||
          memcmp (a->data, b->data, a->len * g_array_get_element_size ((GArray *) a)) == 0);
}

static gboolean
equal_rects (const KhattRect *a, const KhattRect *b)
{
  return a->x == b->x && a->y == b->y && a->width == b->width && a->height == b->height;
}

static gboolean
equal_words (const KhattWords *a, const KhattWords *b)
{
  return a->language == b->language && a->months == b->months && a->digits == b->digits;
}

static gboolean
equal_today (const KhattLayoutParams *a, const KhattLayoutParams *b)
{
  if (a->today == KHATT_TIME_MIN || b->today == KHATT_TIME_MIN)
    return a->today == b->today;

  return khatt_scale_track (&a->scale, (double) a->today) ==
         khatt_scale_track (&b->scale, (double) b->today);
}

/* Would pixels that show `a` show `b` if they were moved, but for what is at the edges, texts and
 * the selection? */
static gboolean
is_alike (const Shown *a, const Shown *b)
{
  const KhattLayoutParams *before = &a->params;
  const KhattLayoutParams *now = &b->params;

  return a->arrangement == b->arrangement && a->palette == b->palette && before->lit == now->lit &&
         a->first_row == b->first_row && equal_rects (&a->plot, &b->plot) &&
         before->scale.pixels_per_second == now->scale.pixels_per_second &&
         before->scale.direction == now->scale.direction && before->region == now->region &&
         before->text_scale == now->text_scale && before->is_zooming == now->is_zooming &&
         before->hides_labels == now->hides_labels && before->is_compact == now->is_compact &&
         before->fills_height == now->fills_height && before->is_narrow == now->is_narrow &&
         equal_words (&before->words, &now->words) && equal_today (before, now) &&
         equal_arrays (a->rows, b->rows) && equal_arrays (a->levels, b->levels);
}

/* ---- What has to be painted ---- */

static double
get_area (const KhattRect *rect)
{
  return rect->width * rect->height;
}

/* A piece on whole pixels within the plot, joined with others where that is no more to paint. */
static void
add_piece (KhattCanvas *self, const KhattRect *plot, KhattRect piece)
{
  double first = MAX (floor (piece.x), plot->x);
  double after = MIN (ceil (piece.x + piece.width), plot->x + plot->width);
  double top = MAX (floor (piece.y), plot->y);
  double bottom = MIN (ceil (piece.y + piece.height), plot->y + plot->height);

  piece = (KhattRect){ first, top, after - first, bottom - top };
  if (khatt_rect_is_empty (&piece))
    return;

  for (guint i = 0; i < self->pieces->len; i++)
    {
      KhattRect other = g_array_index (self->pieces, KhattRect, i);
      KhattRect both = khatt_rect_union (&other, &piece);

      if (get_area (&both) > get_area (&other) + get_area (&piece))
        continue;
      g_array_remove_index_fast (self->pieces, i);
      add_piece (self, plot, both);
      return;
    }
  g_array_append_val (self->pieces, piece);
}

/* All ink of a text, halo included. */
static void
add_text_piece (KhattCanvas *self, const KhattRect *plot, const ShownText *text, double origin)
{
  PangoRectangle ink;

  pango_layout_line_get_extents (khatt_label_get_line (text->label), &ink, NULL);

  KhattRect box = {
    origin + text->track_x + pango_units_to_double (ink.x),
    text->baseline + pango_units_to_double (ink.y),
    pango_units_to_double (ink.width),
    pango_units_to_double (ink.height),
  };

  add_piece (self, plot, khatt_rect_grow (&box, LABEL_REACH));
  if (text->card == NULL)
    return;
  box = (KhattRect){ origin + text->track_x - text->card->texts[0].x, text->card_y,
                     text->card->width, text->card->height };
  add_piece (self, plot, khatt_rect_grow (&box, LABEL_REACH));
}

/* Both lists are in the same order: what is in one of them only has come or gone. */
static void
add_texts (KhattCanvas *self, const Shown *before, const Shown *now)
{
  double origin = khatt_scale_track_x (&now->params.scale, 0);
  guint i = 0;
  guint j = 0;

  while (i < before->texts->len && j < now->texts->len)
    {
      const ShownText *old = &g_array_index (before->texts, ShownText, i);
      const ShownText *new = &g_array_index (now->texts, ShownText, j);
      int order = compare_texts (old, new);

      if (order < 0)
        add_text_piece (self, &now->plot, old, origin);
      if (order > 0)
        add_text_piece (self, &now->plot, new, origin);
      i += order <= 0;
      j += order >= 0;
    }
  for (; i < before->texts->len; i++)
    add_text_piece (self, &now->plot, &g_array_index (before->texts, ShownText, i), origin);
  for (; j < now->texts->len; j++)
    add_text_piece (self, &now->plot, &g_array_index (now->texts, ShownText, j), origin);
}

static void
add_rows (KhattCanvas *self, const KhattLayout *layout, guint32 slot)
{
  g_autoptr (GArray) rows = khatt_painter_list_rows (layout, slot, FALSE);

  for (guint i = 0; i < rows->len; i++)
    add_piece (self, &layout->frame.plot, g_array_index (rows, KhattRect, i));
}

static void
add_edges (KhattCanvas *self, const Shown *shown, double shift)
{
  KhattRect least = shown->plot;
  KhattRect greatest = shown->plot;
  double reach = ceil (INK_REACH * shown->params.text_scale);

  if (shift == 0)
    return;
  least.width = reach + MAX (shift, 0);
  greatest.width = reach + MAX (-shift, 0);
  greatest.x = shown->plot.x + shown->plot.width - greatest.width;
  add_piece (self, &shown->plot, least);
  add_piece (self, &shown->plot, greatest);
}

static void
list_pieces (KhattCanvas *self, const KhattLayout *layout, const Shown *now, double shift)
{
  const Shown *before = &self->shown;

  add_edges (self, now, shift);
  add_texts (self, before, now);
  if (before->params.selected != now->params.selected)
    {
      add_rows (self, layout, before->params.selected);
      add_rows (self, layout, now->params.selected);
    }
  if (self->pieces->len > MOST_PIECES)
    {
      g_array_set_size (self->pieces, 0);
      add_piece (self, &now->plot, now->plot);
    }
}

/* ---- Painting ---- */

static void
paint_pieces (KhattCanvas *self, const KhattLayout *layout, const Shown *now, KhattShaper *shaper)
{
  cairo_t *cr = khatt_pixels_paint (self->pixels);
  g_autoptr (KhattInk) ink = khatt_ink_new (cr, KHATT_INK_PIXELS, shaper);

  cairo_translate (cr, -now->plot.x, -now->plot.y);
  for (guint i = 0; i < self->pieces->len; i++)
    khatt_painter_paint_area (layout, now->palette, &g_array_index (self->pieces, KhattRect, i),
                              ink);
  cairo_destroy (cr);
}

/* What somebody still shows stays as it is. */
static void
ensure_pixels (KhattCanvas *self, const Shown *now, guint grid)
{
  guint width = (guint) (now->plot.width * grid);
  guint height = (guint) (now->plot.height * grid);

  g_clear_pointer (&self->surface, cairo_surface_destroy);
  if (self->pixels != NULL && khatt_pixels_is_shown (self->pixels))
    {
      KhattPixels *shown = self->pixels;

      self->pixels = self->spare;
      self->spare = shown;
    }
  if (self->pixels != NULL && !khatt_pixels_is_shown (self->pixels) &&
      khatt_pixels_has_size (self->pixels, width, height, grid))
    return;

  g_clear_pointer (&self->pixels, khatt_pixels_unref);
  self->pixels = khatt_pixels_new (width, height, grid);
}

static gboolean
can_move (const KhattCanvas *self, const Shown *now, guint grid, double shift)
{
  return self->shown.arrangement != NULL && is_alike (&self->shown, now) &&
         khatt_pixels_has_size (self->pixels, (guint) (now->plot.width * grid),
                                (guint) (now->plot.height * grid), grid) &&
         ABS (shift) < now->plot.width;
}

/**
 * khatt_canvas_new:
 *
 * Returns: (transfer full): nothing painted yet
 */
KhattCanvas *
khatt_canvas_new (void)
{
  KhattCanvas *self = g_new0 (KhattCanvas, 1);

  self->pieces = g_array_new (FALSE, FALSE, sizeof (KhattRect));

  return self;
}

/**
 * khatt_canvas_free:
 * @canvas: (transfer full): a canvas
 *
 * Frees it; surfaces of it stay.
 */
void
khatt_canvas_free (KhattCanvas *canvas)
{
  clear_shown (&canvas->shown);
  g_clear_pointer (&canvas->surface, cairo_surface_destroy);
  g_clear_pointer (&canvas->pixels, khatt_pixels_unref);
  g_clear_pointer (&canvas->spare, khatt_pixels_unref);
  g_array_unref (canvas->pieces);
  g_free (canvas);
}

/**
 * khatt_canvas_paint:
 * @canvas: a canvas
 * @layout: what to show
 * @palette: the colours
 * @grid: device pixels a pixel
 * @shaper: shapes all text
 *
 * Makes the canvas what khatt_painter_paint() would paint in the layout's plot. What was shown by
 * khatt_canvas_get_surface() before changes with it, unless all is new.
 *
 * Returns: what has become of it
 */
KhattCanvasChange
khatt_canvas_paint (KhattCanvas *canvas,
                    const KhattLayout *layout,
                    const KhattPalette *palette,
                    guint grid,
                    KhattShaper *shaper)
{
  Shown now = list_shown (layout, palette);
  double shift = canvas->shown.arrangement != NULL
                     ? khatt_scale_track_x (&now.params.scale, 0) -
                           khatt_scale_track_x (&canvas->shown.params.scale, 0)
                     : 0;
  KhattCanvasChange change = KHATT_CANVAS_IS_NEW;

  g_array_set_size (canvas->pieces, 0);
  if (can_move (canvas, &now, grid, shift))
    {
      change = shift != 0 ? KHATT_CANVAS_MOVES : KHATT_CANVAS_STAYS;
      list_pieces (canvas, layout, &now, shift);
      khatt_pixels_move (canvas->pixels, (int) shift * (int) grid);
    }
  else
    {
      ensure_pixels (canvas, &now, grid);
      add_piece (canvas, &now.plot, now.plot);
    }
  if (change != KHATT_CANVAS_STAYS)
    g_clear_pointer (&canvas->surface, cairo_surface_destroy);
  paint_pieces (canvas, layout, &now, shaper);
  clear_shown (&canvas->shown);
  canvas->shown = now;

  return change;
}

/**
 * khatt_canvas_has_changed:
 * @canvas: a canvas
 * @rect: where
 *
 * Returns: whether khatt_canvas_paint() painted there
 */
gboolean
khatt_canvas_has_changed (const KhattCanvas *canvas, const KhattRect *rect)
{
  for (guint i = 0; i < canvas->pieces->len; i++)
    if (khatt_rect_intersects (&g_array_index (canvas->pieces, KhattRect, i), rect))
      return TRUE;

  return FALSE;
}

/**
 * khatt_canvas_get_surface:
 * @canvas: a painted canvas
 *
 * Shows the plot, with its origin at 0, 0. The surface has to be held, with a reference, as long as
 * anything draws from it.
 *
 * Returns: (transfer none): the pixels
 */
cairo_surface_t *
khatt_canvas_get_surface (KhattCanvas *canvas)
{
  if (canvas->surface == NULL)
    canvas->surface = khatt_pixels_show (canvas->pixels);

  return canvas->surface;
}
