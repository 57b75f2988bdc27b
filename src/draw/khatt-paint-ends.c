/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What stands on lanes: plates, and at the other ends of connectors arrowheads, dots, the bearer's
 * ring. There are many of them and they look alike, so each is a stamp. */

#include "khatt-painter-private.h"

#include <math.h>

#define END_OUTLINE 1.8
#define RING_STROKE 2
#define RING_GLYPH 0.42
#define MISSING_RADIUS 4
#define DIFFER_RADIUS 2
/* Ends reach so far from the connector's end. */
#define END_REACH 24

typedef enum
{
  END_ARROW,
  END_DOT,
  END_RING,
  END_MISSING,
  END_DIFFER, /* the dot of sources that differ */
} EndShape;

/* An end by itself, its origin on the mark's x and its lane's line. */
typedef struct
{
  EndShape shape;
  int sign; /* of time */
  int heading;
  KhattStatus status;
  double scale;
  const KhattColor *color;
  const KhattColor *ground;
} EndLook;

static void
set_color (cairo_t *cr, const KhattColor *color)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha);
}

static gboolean
is_hollow (const EndLook *look)
{
  return look->status != KHATT_STATUS_HAPPENED;
}

/* The middle of a connector. */
static double
get_middle (const EndLook *look)
{
  return 0.5 * look->sign;
}

/* Fills the path: in colour over its halo, or where hollow with the ground inside an outline. */
static void
ink_path (cairo_t *cr, const EndLook *look)
{
  const double dashes[] = { 3 * look->scale, 2 * look->scale };

  set_color (cr, look->ground);
  cairo_set_line_width (cr, 2 * KHATT_MARK_CONNECTOR_HALO + (is_hollow (look) ? END_OUTLINE : 0));
  cairo_stroke_preserve (cr);
  set_color (cr, is_hollow (look) ? look->ground : look->color);
  cairo_fill_preserve (cr);
  if (is_hollow (look))
    {
      set_color (cr, look->color);
      cairo_set_line_width (cr, END_OUTLINE * look->scale);
      if (look->status == KHATT_STATUS_PROPOSED)
        cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
      cairo_stroke_preserve (cr);
      cairo_set_dash (cr, NULL, 0, 0);
    }
  cairo_new_path (cr);
}

static void
draw_arrow (cairo_t *cr, const EndLook *look)
{
  double middle = get_middle (look);
  double inset = is_hollow (look) ? END_OUTLINE / 2 * look->scale : 0;
  double half = KHATT_MARK_ARROW_WIDTH / 2.0 * look->scale - inset;
  double base = -look->heading * KHATT_MARK_ARROW_LENGTH * look->scale;

  cairo_move_to (cr, middle, -look->heading * inset);
  cairo_line_to (cr, middle - half * look->sign, base);
  cairo_line_to (cr, middle + half * look->sign, base);
  cairo_close_path (cr);
  ink_path (cr, look);
}

static void
add_circle (cairo_t *cr, const EndLook *look, double x, double y, double radius)
{
  /* Dashes mirror too: they begin at the later side and go on downwards. */
  cairo_new_path (cr);
  if (look->sign > 0)
    cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  else
    cairo_arc_negative (cr, x, y, radius, G_PI, -G_PI);
}

static void
draw_dot (cairo_t *cr, const EndLook *look)
{
  double inset = is_hollow (look) ? END_OUTLINE / 2 : 0;

  add_circle (cr, look, get_middle (look), 0.5, (KHATT_MARK_DOT / 2.0 - inset) * look->scale);
  ink_path (cr, look);
}

static void
draw_ring (cairo_t *cr, const EndLook *look)
{
  KhattPlate envelope = {
    .x = get_middle (look),
    .y = 0.5,
    .size = KHATT_PLATE_SIZE * RING_GLYPH * look->scale,
    .kind = KHATT_KIND_MESSAGE,
    .status = look->status,
    .direction = look->sign > 0 ? KHATT_DIRECTION_LTR : KHATT_DIRECTION_RTL,
    .color = *look->color,
    .ground = *look->ground,
  };

  add_circle (cr, look, envelope.x, envelope.y, KHATT_MARK_RING / 2.0 * look->scale);
  set_color (cr, look->ground);
  cairo_set_line_width (cr, (RING_STROKE + 2 * KHATT_MARK_CONNECTOR_HALO) * look->scale);
  cairo_stroke_preserve (cr);
  cairo_fill_preserve (cr);
  set_color (cr, look->color);
  cairo_set_line_width (cr, RING_STROKE * look->scale);
  cairo_stroke (cr);

  khatt_plate_paint (cr, &envelope);
}

static void
draw_missing (cairo_t *cr, const EndLook *look)
{
  add_circle (cr, look, get_middle (look), 0, MISSING_RADIUS * look->scale);
  set_color (cr, look->ground);
  cairo_fill_preserve (cr);
  set_color (cr, look->color);
  cairo_set_line_width (cr, END_OUTLINE * look->scale);
  cairo_stroke (cr);
}

static void
draw_differ (cairo_t *cr, const EndLook *look)
{
  double radius = DIFFER_RADIUS * look->scale;

  add_circle (cr, look, 0, 0, radius + 1);
  set_color (cr, look->ground);
  cairo_fill (cr);
  add_circle (cr, look, 0, 0, radius);
  set_color (cr, look->color);
  cairo_fill (cr);
}

static void
draw_end (cairo_t *cr, gconstpointer data)
{
  static void (*const shapes[]) (cairo_t * cr, const EndLook *look) = {
    [END_ARROW] = draw_arrow,     [END_DOT] = draw_dot,       [END_RING] = draw_ring,
    [END_MISSING] = draw_missing, [END_DIFFER] = draw_differ,
  };
  const EndLook *look = data;

  cairo_new_path (cr);
  shapes[look->shape](cr, look);
}

static void
stamp_end (const KhattPainting *painting, const EndLook *look, double x, double y)
{
  double reach = END_REACH * look->scale;
  guint variant =
      look->shape | (look->sign > 0) << 4 | (look->heading + 1) << 5 | look->status << 8;
  KhattStamp stamp = {
    .key = {
      .form = KHATT_STAMP_END | KHATT_STAMP_VARIANT (variant),
      .size = look->scale,
      .ink = khatt_stamp_pack_color (look->color),
      .ground = khatt_stamp_pack_color (look->ground),
    },
    .bounds = { -reach, -reach, 2 * reach, 2 * reach },
    .draw = draw_end,
    .data = look,
  };

  khatt_ink_stamp (painting->ink, &stamp, x, y);
}

static EndLook
make_look (const KhattPainting *painting, const KhattMark *mark, EndShape shape)
{
  return (EndLook){
    .shape = shape,
    .sign = painting->sign,
    .status = mark->record->status,
    .scale = painting->text_scale,
    .color = khatt_painting_get_color (painting, mark),
    .ground = &painting->palette->lane,
  };
}

/**
 * khatt_paint_ends:
 * @painting: what is painted
 * @mark: a mark
 *
 * Paints what stands at the connector's ends: arrowheads, dots, the bearer's ring, the hollow end
 * of a missing party.
 */
void
khatt_paint_ends (const KhattPainting *painting, const KhattMark *mark)
{
  static const EndShape shapes[] = {
    [KHATT_END_ARROW] = END_ARROW,
    [KHATT_END_DOT] = END_DOT,
    [KHATT_END_BEARER] = END_RING,
  };
  EndLook look;

  if (mark->has_missing)
    {
      look = make_look (painting, mark, END_MISSING);
      stamp_end (painting, &look, mark->x, mark->stub_bottom);
    }

  for (guint i = mark->first_end; i < mark->first_end + mark->n_ends; i++)
    {
      const KhattEnd *end = &g_array_index (painting->layout->ends, KhattEnd, i);

      if (!end->is_shown || end->form == KHATT_END_PLATE)
        continue;
      look = make_look (painting, mark, shapes[end->form]);
      look.heading = end->form == KHATT_END_ARROW ? end->heading : 0;
      if (khatt_frame_is_low (&painting->layout->frame, end->lane))
        look.scale *= (double) KHATT_LOW_DOT / KHATT_MARK_DOT;
      stamp_end (painting, &look, mark->x, end->y);
    }
}

static void
draw_plate (cairo_t *cr, gconstpointer data)
{
  khatt_plate_paint (cr, data);
}

/**
 * khatt_paint_plate:
 * @painting: what is painted
 * @plate: a plate in its place
 *
 * Paints a plate.
 */
void
khatt_paint_plate (const KhattPainting *painting, const KhattPlate *plate)
{
  KhattPlate local = *plate;
  double x = floor (plate->x);
  double y = floor (plate->y);
  guint variant =
      plate->kind | plate->status << 8 | plate->direction << 16 | (plate->has_halo ? 1 << 20 : 0);
  KhattStamp stamp = { .draw = draw_plate, .data = &local };

  local.x -= x;
  local.y -= y;
  stamp.bounds = khatt_plate_get_bounds (&local);
  stamp.key = (KhattStampKey){
    .form = KHATT_STAMP_PLATE | KHATT_STAMP_VARIANT (variant),
    .size = plate->size,
    .dx = local.x,
    .dy = local.y,
    .ink = khatt_stamp_pack_color (&plate->color),
    .ground = khatt_stamp_pack_color (&plate->ground),
  };

  khatt_ink_stamp (painting->ink, &stamp, x, y);
}

/**
 * khatt_painting_make_plate:
 * @painting: what is painted
 * @mark: a mark
 *
 * Returns: the mark's plate, in its place
 */
KhattPlate
khatt_painting_make_plate (const KhattPainting *painting, const KhattMark *mark)
{
  const KhattRect *box = &mark->box.plate;

  KhattPlate plate =
      khatt_plate_make (painting->palette, MIN (mark->record->kind, KHATT_KIND_OTHER),
                        mark->record->status, painting->layout->params.scale.direction,
                        box->x + box->width / 2, box->y + box->height / 2, box->width);

  plate.color = *khatt_painting_get_color (painting, mark);
  return plate;
}

/**
 * khatt_paint_plate_of:
 * @painting: what is painted
 * @mark: a mark
 *
 * Paints the plate, with a dot at its later lower corner where its sources differ.
 */
void
khatt_paint_plate_of (const KhattPainting *painting, const KhattMark *mark)
{
  KhattPlate plate = khatt_painting_make_plate (painting, mark);
  double half = plate.size / 2;
  EndLook differ;

  khatt_paint_plate (painting, &plate);
  if (!(mark->record->flags & KHATT_RECORD_SOURCES_DIFFER))
    return;

  differ = make_look (painting, mark, END_DIFFER);
  differ.color = &painting->palette->today;
  stamp_end (painting, &differ, plate.x + painting->sign * half, plate.y + half);
}
