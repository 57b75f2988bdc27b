/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Kind marks: a silhouette in the kind's colour with a glyph knocked out of it. The silhouette
 * tells the kind, the colour only helps; so no two kinds share an outline. Shapes are drawn on a
 * grid of 24 with the origin in the middle and y down, for time that runs towards greater x; those
 * that say something about time's direction are mirrored where it runs the other way.
 */

#include "khatt-plate.h"

#include "khatt-svg-path.h"

#include <math.h>

#define MOST_PARTS 3

#define HALO_WIDTH 2.0
#define OUTLINE_WIDTH 1.8
#define STRIKE_REACH 13.0
#define STRIKE_WIDTH 2.0
#define STRIKE_GAP 4.5

/* What glyphs are made of. */
#define CIRCLE_11 "M11 0A11 11 0 0 1-11 0A11 11 0 0 1 11 0Z"
#define CIRCLE_8 "M8 0A8 8 0 0 1-8 0A8 8 0 0 1 8 0Z"
#define HEADS                                                                                      \
  "M-1.9-3.6A2.3 2.3 0 0 1-6.5-3.6A2.3 2.3 0 0 1-1.9-3.6Z"                                         \
  "M6.5-3.6A2.3 2.3 0 0 1 1.9-3.6A2.3 2.3 0 0 1 6.5-3.6Z"
#define SHOULDERS "M-8 2.2A3.8 3.8 0 0 1-.6 2.2V4H-8ZM.6 2.2A3.8 3.8 0 0 1 8 2.2V4H.6Z"
#define TABLE "M-8 5H8V6.9H-8Z"
#define LINES                                                                                      \
  "M-6.5-6.2H6.5A1 1 0 0 1 6.5-4.2H-6.5A1 1 0 0 1-6.5-6.2Z"                                        \
  "M-6.5-2.6H6.5A1 1 0 0 1 6.5-.6H-6.5A1 1 0 0 1-6.5-2.6Z"                                         \
  "M-6.5 1H.5A1 1 0 0 1 .5 3H-6.5A1 1 0 0 1-6.5 1Z"
#define MEGAPHONE                                                                                  \
  "M-9.4-2.6H-5.9L1.6-6.4V6.4L-5.9 2.6H-9.4Z"                                                      \
  "M-7.8 3.8H-4.8L-3.8 7.4H-6.6Z"
#define DOTS                                                                                       \
  "M-2.5 0A1.5 1.5 0 0 1-5.5 0A1.5 1.5 0 0 1-2.5 0Z"                                               \
  "M1.5 0A1.5 1.5 0 0 1-1.5 0A1.5 1.5 0 0 1 1.5 0Z"                                                \
  "M5.5 0A1.5 1.5 0 0 1 2.5 0A1.5 1.5 0 0 1 5.5 0Z"
#define HANDSET                                                                                    \
  "M3.2 1.2L5.6 .6C6.1 .5 6.6 .8 6.8 1.2L8 4.1C8.2 4.5 8.1 5 7.7 5.3L6.3 6.5C7.2 8.3 7.7 8.8 9.5 " \
  "9.7L10.7 8.3C11 7.9 11.5 7.8 11.9 8L14.8 9.2C15.2 9.4 15.5 9.9 15.4 10.4L14.8 12.8C14.7 13.3 "  \
  "14.3 13.6 13.8 13.6C7.3 13.6 2.4 8.7 2.4 2.2C2.4 1.7 2.7 1.3 3.2 1.2Z"

typedef struct
{
  const char *data;
  double stroke_width; /* 0: filled */
} Part;

typedef struct
{
  const char *outline;
  Part glyph[MOST_PARTS];
  gboolean is_mirrored; /* the outline, with the direction of time */
  gboolean has_mirrored_glyph;
  double glyph_scale; /* 0: 1 */
  double glyph_shift; /* both ways, after scaling */
} Shape;

static const Shape shapes[KHATT_N_KINDS] = {
  [KHATT_KIND_CALL] = {
    .outline = CIRCLE_11,
    .glyph = { { HANDSET, 0 } },
    .glyph_scale = .775,
    .glyph_shift = -6.2,
  },
  [KHATT_KIND_MEETING] = {
    .outline = "M-6-10.5H6A4.5 4.5 0 0 1 10.5-6V6A4.5 4.5 0 0 1 6 10.5H-6A4.5 4.5 0 0 1-10.5 6V-6"
               "A4.5 4.5 0 0 1-6-10.5Z",
    .glyph = { { HEADS SHOULDERS TABLE, 0 } },
  },
  [KHATT_KIND_VISIT] = {
    .outline = "M0-12L11-3V9A2 2 0 0 1 9 11H-9A2 2 0 0 1-11 9V-3Z",
    .glyph = { { "M-7 3H2.5M-1-.7L2.8 3L-1 6.7M6.2-2.2V8", 2 } },
    .has_mirrored_glyph = TRUE,
  },
  [KHATT_KIND_STATEMENT] = {
    .outline = "M-8-10H8A3.5 3.5 0 0 1 11.5-6.5V3A3.5 3.5 0 0 1 8 6.5H0L-6 11.5V6.5H-8"
               "A3.5 3.5 0 0 1-11.5 3V-6.5A3.5 3.5 0 0 1-8-10Z",
    .glyph = { { LINES, 0 } },
    .is_mirrored = TRUE,
    .has_mirrored_glyph = TRUE,
  },
  [KHATT_KIND_ANNOUNCEMENT] = {
    .outline = "M-10-10H4L12.5 0L4 10H-10A2 2 0 0 1-12 8V-8A2 2 0 0 1-10-10Z",
    .glyph = { { MEGAPHONE, 0 }, { "M4.4-2.6V2.6", 1.8 } },
    .is_mirrored = TRUE,
    .has_mirrored_glyph = TRUE,
  },
  [KHATT_KIND_MESSAGE] = {
    .outline = "M-10-8H10A2 2 0 0 1 12-6V6A2 2 0 0 1 10 8H-10A2 2 0 0 1-12 6V-6A2 2 0 0 1-10-8Z",
    .glyph = { { "M-8.5-4.6L0 2L8.5-4.6", 2 } },
  },
  [KHATT_KIND_AGREEMENT] = {
    .outline = "M0-12L10.4-6V6L0 12L-10.4 6V-6Z",
    .glyph = { { "M-4.8 .2L-1.4 3.8L5-3.6", 2.4 } },
  },
  [KHATT_KIND_OFFER] = {
    .outline = "M0-13L13 0L0 13L-13 0Z",
    .glyph = { { "M0-5V5M-5 0H5", 2.4 } },
  },
  [KHATT_KIND_OTHER] = {
    .outline = CIRCLE_8,
    .glyph = { { DOTS, 0 } },
  },
};

/* The shapes as cairo has them, read once. */
typedef struct
{
  cairo_path_t *outlines[KHATT_N_KINDS];
  cairo_path_t *glyphs[KHATT_N_KINDS][MOST_PARTS];
  KhattRect extents[KHATT_N_KINDS];
} Paths;

static cairo_t *
make_scratch_context (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  cairo_t *cr = cairo_create (surface);

  cairo_surface_destroy (surface);
  return cr;
}

static cairo_path_t *
read_path (cairo_t *cr, const char *data)
{
  cairo_new_path (cr);
  if (!khatt_svg_path_add (cr, data))
    g_error ("The shape “%s” is not a path.", data);
  return cairo_copy_path (cr);
}

static Paths *
read_paths (void)
{
  Paths *paths = g_new0 (Paths, 1);
  cairo_t *cr = make_scratch_context ();

  for (int kind = 0; kind < KHATT_N_KINDS; kind++)
    {
      double x1, y1, x2, y2;

      for (int i = 0; i < MOST_PARTS && shapes[kind].glyph[i].data != NULL; i++)
        paths->glyphs[kind][i] = read_path (cr, shapes[kind].glyph[i].data);
      paths->outlines[kind] = read_path (cr, shapes[kind].outline);
      cairo_path_extents (cr, &x1, &y1, &x2, &y2);
      paths->extents[kind] = (KhattRect){ x1, y1, x2 - x1, y2 - y1 };
    }
  cairo_destroy (cr);
  return paths;
}

static const Paths *
get_paths (void)
{
  static gsize paths = 0;

  if (g_once_init_enter (&paths))
    g_once_init_leave (&paths, (gsize) read_paths ());
  return (const Paths *) paths;
}

static double
get_factor (const KhattPlate *plate)
{
  return plate->size / KHATT_PLATE_SIZE;
}

static gboolean
is_hollow (const KhattPlate *plate)
{
  return plate->status != KHATT_STATUS_HAPPENED;
}

static gboolean
is_struck (const KhattPlate *plate)
{
  return plate->status == KHATT_STATUS_CANCELLED || plate->status == KHATT_STATUS_DENIED;
}

static void
set_color (cairo_t *cr, const KhattColor *color)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha);
}

/* From here to cairo_restore(), one unit is a 24th of the plate. */
static void
enter_grid (cairo_t *cr, const KhattPlate *plate, gboolean is_mirrored)
{
  const double factor = get_factor (plate);
  const double side = is_mirrored && plate->direction == KHATT_DIRECTION_RTL ? -1 : 1;

  cairo_save (cr);
  cairo_translate (cr, plate->x, plate->y);
  cairo_scale (cr, side * factor, factor);
}

static void
stroke (cairo_t *cr, const KhattColor *color, double width)
{
  set_color (cr, color);
  cairo_set_line_width (cr, width);
  cairo_stroke_preserve (cr);
}

static void
paint_silhouette (cairo_t *cr, const KhattPlate *plate)
{
  static const double dashes[] = { 4, 3 };
  const double outline = is_hollow (plate) ? OUTLINE_WIDTH : 0;

  enter_grid (cr, plate, shapes[plate->kind].is_mirrored);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_new_path (cr);
  cairo_append_path (cr, get_paths ()->outlines[plate->kind]);
  if (plate->has_halo)
    stroke (cr, &plate->ground, outline + 2 * HALO_WIDTH);
  set_color (cr, is_hollow (plate) ? &plate->ground : &plate->color);
  cairo_fill_preserve (cr);
  if (plate->status == KHATT_STATUS_PROPOSED)
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  if (is_hollow (plate))
    stroke (cr, &plate->color, outline);
  cairo_restore (cr);
  cairo_new_path (cr);
}

static void
paint_glyph (cairo_t *cr, const KhattPlate *plate)
{
  const Shape *shape = &shapes[plate->kind];
  const double scale = shape->glyph_scale > 0 ? shape->glyph_scale : 1;

  enter_grid (cr, plate, shape->has_mirrored_glyph);
  cairo_translate (cr, shape->glyph_shift, shape->glyph_shift);
  cairo_scale (cr, scale, scale);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  set_color (cr, is_hollow (plate) ? &plate->color : &plate->ground);
  for (int i = 0; i < MOST_PARTS && shape->glyph[i].data != NULL; i++)
    {
      cairo_new_path (cr);
      cairo_append_path (cr, get_paths ()->glyphs[plate->kind][i]);
      cairo_set_line_width (cr, shape->glyph[i].stroke_width);
      if (shape->glyph[i].stroke_width > 0)
        cairo_stroke (cr);
      else
        cairo_fill (cr);
    }
  cairo_restore (cr);
}

/* A strike is a sign of writing, not of time: it is never mirrored. */
static void
paint_strikes (cairo_t *cr, const KhattPlate *plate)
{
  enter_grid (cr, plate, FALSE);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_new_path (cr);
  cairo_move_to (cr, -STRIKE_REACH, STRIKE_REACH);
  cairo_line_to (cr, STRIKE_REACH, -STRIKE_REACH);
  if (plate->status == KHATT_STATUS_DENIED)
    {
      cairo_move_to (cr, -STRIKE_REACH, -STRIKE_REACH);
      cairo_line_to (cr, STRIKE_REACH, STRIKE_REACH);
    }
  stroke (cr, &plate->ground, STRIKE_GAP);
  stroke (cr, &plate->color, STRIKE_WIDTH);
  cairo_restore (cr);
  cairo_new_path (cr);
}

/**
 * khatt_plate_make:
 * @palette: where the colours come from
 * @kind: the kind
 * @status: the status
 * @direction: of time
 * @x: the centre
 * @y: the centre
 * @size: the side of the grid, 24 pixels at text scale 1
 *
 * A plate in a palette's colours, on the ground of the lanes, with its halo.
 *
 * Returns: the plate
 */
KhattPlate
khatt_plate_make (const KhattPalette *palette,
                  KhattKind kind,
                  KhattStatus status,
                  KhattDirection direction,
                  double x,
                  double y,
                  double size)
{
  return (KhattPlate){
    .x = x,
    .y = y,
    .size = size,
    .kind = kind,
    .status = status,
    .direction = direction,
    .color = palette->kinds[kind],
    .ground = palette->lane,
    .has_halo = TRUE,
  };
}

/**
 * khatt_plate_paint:
 * @cr: a context
 * @plate: a plate
 *
 * Paints a plate with its glyph: filled for what happened, hollow for what is planned, dashed for
 * what is proposed, struck once for what was cancelled and crossed for what is denied. A plate
 * smaller than %KHATT_PLATE_GLYPH_SIZE has no glyph.
 */
void
khatt_plate_paint (cairo_t *cr, const KhattPlate *plate)
{
  paint_silhouette (cr, plate);
  if (plate->size >= KHATT_PLATE_GLYPH_SIZE)
    paint_glyph (cr, plate);
  if (is_struck (plate))
    paint_strikes (cr, plate);
}

/**
 * khatt_plate_add_path:
 * @cr: a context
 * @plate: a plate
 *
 * Adds the silhouette to the current path of @cr.
 */
void
khatt_plate_add_path (cairo_t *cr, const KhattPlate *plate)
{
  enter_grid (cr, plate, shapes[plate->kind].is_mirrored);
  cairo_append_path (cr, get_paths ()->outlines[plate->kind]);
  cairo_restore (cr);
}

/**
 * khatt_plate_paint_ring:
 * @cr: a context
 * @plate: a plate
 * @ring: the ring, in pixels
 *
 * Paints a ring that follows the silhouette. What is inside it is left as it is, so a ring can be
 * painted before or after its plate.
 */
void
khatt_plate_paint_ring (cairo_t *cr, const KhattPlate *plate, const KhattRing *ring)
{
  static const double dashes[] = { 3, 2 };
  const double outline = is_hollow (plate) ? OUTLINE_WIDTH * get_factor (plate) : 0;
  const double inner = outline + 2 * ring->inset;
  const double middle = inner + 2 * ring->gap;

  cairo_save (cr);
  cairo_push_group (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_new_path (cr);
  khatt_plate_add_path (cr, plate);
  if (ring->is_dashed)
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  stroke (cr, &ring->color, middle + 2 * ring->width);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  if (ring->gap > 0)
    stroke (cr, &plate->ground, middle);
  cairo_set_operator (cr, CAIRO_OPERATOR_DEST_OUT);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_set_line_width (cr, ring->gap > 0 ? inner : middle);
  cairo_stroke_preserve (cr);
  cairo_fill (cr);
  cairo_pop_group_to_source (cr);
  cairo_paint (cr);
  cairo_restore (cr);
}

/**
 * khatt_plate_get_bounds:
 * @plate: a plate
 *
 * Measures all ink of a plate: silhouette, outline, halo and strikes.
 *
 * Returns: the smallest box round it
 */
KhattRect
khatt_plate_get_bounds (const KhattPlate *plate)
{
  const KhattRect *extents = &get_paths ()->extents[plate->kind];
  const double factor = get_factor (plate);
  const gboolean is_flipped =
      shapes[plate->kind].is_mirrored && plate->direction == KHATT_DIRECTION_RTL;
  const double margin =
      (plate->has_halo ? HALO_WIDTH : 0) + (is_hollow (plate) ? OUTLINE_WIDTH / 2 : 0);
  const double reach = is_struck (plate) ? STRIKE_REACH + STRIKE_GAP / 2 : 0;
  const double least = is_flipped ? -extents->x - extents->width : extents->x;
  const double x1 = fmin (least - margin, -reach);
  const double x2 = fmax (least + extents->width + margin, reach);
  const double y1 = fmin (extents->y - margin, -reach);
  const double y2 = fmax (extents->y + extents->height + margin, reach);

  return (KhattRect){
    .x = plate->x + x1 * factor,
    .y = plate->y + y1 * factor,
    .width = (x2 - x1) * factor,
    .height = (y2 - y1) * factor,
  };
}

/**
 * khatt_plate_contains:
 * @plate: a plate
 * @x: a point
 * @y: a point
 *
 * Tells whether a point is inside the silhouette.
 *
 * Returns: %TRUE if it is
 */
gboolean
khatt_plate_contains (const KhattPlate *plate, double x, double y)
{
  cairo_t *cr = make_scratch_context ();
  gboolean is_inside;

  khatt_plate_add_path (cr, plate);
  is_inside = cairo_in_fill (cr, x, y);
  cairo_destroy (cr);
  return is_inside;
}

/**
 * khatt_plate_is_mirrored:
 * @kind: a kind
 *
 * Tells whether anything about a kind's plate follows the direction of time.
 *
 * Returns: %TRUE if the plate is drawn differently in the two directions
 */
gboolean
khatt_plate_is_mirrored (KhattKind kind)
{
  return shapes[kind].is_mirrored || shapes[kind].has_mirrored_glyph;
}
