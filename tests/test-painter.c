/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Pixels: that what the layout places is where it says, in the colour it should be, and that a
 * mirrored view has mirrored ink. */

#include "draw-look.h"

#include "khatt-layout-private.h"
#include "khatt-painter.h"
#include "khatt-plate.h"

#include <math.h>
#include <string.h>

/* The most a channel may be off, of 255. */
#define TOLERANCE 3
/* Some antialiased edge pixels of curves may differ between a picture and its mirror image. */
#define MOST_DIFFERING 60
/* A halo, and what ink is beside its line. */

typedef struct
{
  KhattTimeline *timeline;
  KhattArrangement *arrangement;
  KhattShaper *shaper;
  KhattLayoutParams params;
  KhattLayout *layout;
  const KhattPalette *palette;
  cairo_surface_t *surface;
  cairo_t *cr;
  KhattInk *ink;
} Picture;

static void
clear_picture (Picture *picture)
{
  g_clear_pointer (&picture->ink, khatt_ink_free);
  g_clear_pointer (&picture->cr, cairo_destroy);
  g_clear_pointer (&picture->surface, cairo_surface_destroy);
  g_clear_pointer (&picture->layout, khatt_layout_free);
  g_clear_pointer (&picture->shaper, khatt_shaper_free);
  g_clear_pointer (&picture->arrangement, khatt_arrangement_unref);
  g_clear_object (&picture->timeline);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Picture, clear_picture)

static Picture
begin_picture (const char *text, KhattDirection direction, const char *first, const char *last)
{
  Picture picture = {
    .timeline = text != NULL ? draw_sample_new_from_text (text) : draw_sample_new (FALSE),
    .shaper = khatt_shaper_new (),
    .palette = khatt_palette_get (KHATT_STYLE_LIGHT),
  };
  KhattDate from, to;

  khatt_date_parse (first, -1, &from, NULL);
  khatt_date_parse (last, -1, &to, NULL);
  picture.arrangement = draw_sample_arrange (picture.timeline, KHATT_LANES_ACTORS);
  picture.params = draw_sample_params (direction, FALSE);
  picture.params.width = 900;
  picture.params.height = 400;
  picture.params.scale =
      khatt_layout_fit_span (picture.arrangement, &picture.params, picture.shaper,
                             khatt_date_first (&from), khatt_date_first (&to) - 1);

  return picture;
}

static void
paint (Picture *picture)
{
  picture->layout = khatt_layout_new (picture->arrangement, &picture->params, picture->shaper);
  picture->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) picture->params.width,
                                                 (int) picture->params.height);
  picture->cr = cairo_create (picture->surface);
  picture->ink = khatt_ink_new (picture->cr, KHATT_INK_PIXELS, picture->shaper);
  khatt_painter_paint (picture->layout, picture->palette, picture->ink);
  cairo_surface_flush (picture->surface);
}

static guint32
get_pixel (const Picture *picture, double x, double y)
{
  const guint8 *data = cairo_image_surface_get_data (picture->surface);
  int stride = cairo_image_surface_get_stride (picture->surface);
  guint32 pixel;

  g_assert_cmpfloat (x, >=, 0);
  g_assert_cmpfloat (x, <, picture->params.width);
  memcpy (&pixel, data + (int) y * stride + (int) x * 4, sizeof pixel);

  return pixel & 0xffffff;
}

static guint32
get_rgb (const KhattColor *color)
{
  return (guint32) lround (color->red * 255) << 16 | (guint32) lround (color->green * 255) << 8 |
         (guint32) lround (color->blue * 255);
}

static gboolean
is_like (guint32 a, guint32 b)
{
  for (int shift = 0; shift <= 16; shift += 8)
    if (ABS ((int) (a >> shift & 0xff) - (int) (b >> shift & 0xff)) > TOLERANCE)
      return FALSE;

  return TRUE;
}

#define assert_color(picture, x, y, color)                                                         \
  G_STMT_START                                                                                     \
  {                                                                                                \
    guint32 found = get_pixel (picture, x, y);                                                     \
    guint32 wanted = get_rgb (color);                                                              \
                                                                                                   \
    if (!is_like (found, wanted))                                                                  \
      g_error ("%s:%d: at %g, %g: #%06x, not #%06x", __FILE__, __LINE__, (double) (x),             \
               (double) (y), found, wanted);                                                       \
  }                                                                                                \
  G_STMT_END

#define CALL "call happened 2025-08-06 | Ann initiator | Ben recipient\n"
#define CALL_WITH_TITLE "call happened 2025-08-06 A title | Ann initiator | Ben recipient\n"

static const KhattDirection directions[] = { KHATT_DIRECTION_LTR, KHATT_DIRECTION_RTL };

static void
test_connector (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (directions); i++)
    {
      g_auto (Picture) picture =
          begin_picture (CALL_WITH_TITLE, directions[i], "2025-08-04", "2025-08-09");
      const KhattMark *mark;
      double middle;

      paint (&picture);
      mark = khatt_layout_find_whole_mark (picture.layout, 0);
      middle = (mark->top + mark->bottom) / 2;
      /* Three pixels of ink, two of halo on each side: x is the edge of the middle one. */
      for (int pixel = -1; pixel <= 1; pixel++)
        assert_color (&picture, mark->x + pixel + (i == 0 ? 0 : -1), middle,
                      &picture.palette->kinds[KHATT_KIND_CALL]);
      for (int pixel = 2; pixel <= 3; pixel++)
        {
          assert_color (&picture, mark->x + pixel + (i == 0 ? 0 : -1), middle,
                        &picture.palette->lane);
          assert_color (&picture, mark->x - pixel + (i == 0 ? 0 : -1), middle,
                        &picture.palette->lane);
        }
    }
}

static void
test_plate_and_arrow (void)
{
  g_auto (Picture) picture =
      begin_picture (CALL_WITH_TITLE, KHATT_DIRECTION_LTR, "2025-08-04", "2025-08-09");
  const KhattColor *color = &picture.palette->kinds[KHATT_KIND_CALL];
  const KhattMark *mark;
  const KhattEnd *ends;

  paint (&picture);
  mark = khatt_layout_find_whole_mark (picture.layout, 0);
  ends = &g_array_index (picture.layout->ends, KhattEnd, mark->first_end);
  g_assert_cmpint (ends[0].form, ==, KHATT_END_PLATE);
  g_assert_cmpint (ends[1].form, ==, KHATT_END_ARROW);
  /* The rim of the plate, left of the handset; the base of the arrow; nothing beyond its tip. */
  assert_color (&picture, mark->x - 9, ends[0].y, color);
  assert_color (&picture, mark->x + 4, ends[1].y - 9, color);
  assert_color (&picture, mark->x - 4, ends[1].y - 9, color);
  assert_color (&picture, mark->x + 10, ends[1].y + 6, &picture.palette->lane);
}

static void
test_dot (void)
{
  g_auto (Picture) picture =
      begin_picture ("meeting happened 2025-08-06 | Ann participant | Ben participant\n",
                     KHATT_DIRECTION_LTR, "2025-08-04", "2025-08-09");
  const KhattMark *mark;

  paint (&picture);
  mark = khatt_layout_find_whole_mark (picture.layout, 0);
  assert_color (&picture, mark->x, mark->bottom, &picture.palette->kinds[KHATT_KIND_MEETING]);
  assert_color (&picture, mark->x + 4, mark->bottom, &picture.palette->kinds[KHATT_KIND_MEETING]);
  assert_color (&picture, mark->x, mark->bottom + 9, &picture.palette->lane);
}

/* Planned: ground inside the connector's tube and inside the dot. */
static void
test_planned_is_hollow (void)
{
  g_auto (Picture) picture =
      begin_picture ("meeting planned 2025-08-06 | Ann participant | Ben participant\n",
                     KHATT_DIRECTION_LTR, "2025-08-04", "2025-08-09");
  const KhattMark *mark;
  double middle;

  paint (&picture);
  mark = khatt_layout_find_whole_mark (picture.layout, 0);
  middle = (mark->top + mark->bottom) / 2;
  assert_color (&picture, mark->x, middle, &picture.palette->lane);
  assert_color (&picture, mark->x + 2, middle, &picture.palette->kinds[KHATT_KIND_MEETING]);
  assert_color (&picture, mark->x - 2, middle, &picture.palette->kinds[KHATT_KIND_MEETING]);
  assert_color (&picture, mark->x, mark->bottom, &picture.palette->lane);
}

static void
test_lane_line_and_bridge (void)
{
  g_auto (Picture) picture =
      begin_picture ("call happened 2025-08-06 | Ann initiator | Cid recipient\n"
                     "call happened 2025-08-20 | Ann initiator | Ben recipient\n"
                     "call happened 2025-08-20 | Ben initiator | Cid recipient\n"
                     "call happened 2025-08-21 | Ann initiator | Ben recipient\n"
                     "call happened 2025-08-21 | Ben initiator | Cid recipient\n",
                     KHATT_DIRECTION_LTR, "2025-08-04", "2025-08-09");
  const KhattMark *mark;
  double line;

  paint (&picture);
  mark = khatt_layout_find_whole_mark (picture.layout, 0);
  g_assert_cmpuint (mark->last_lane - mark->first_lane, ==, 2);
  line = khatt_layout_get_lane_line (picture.layout, mark->first_lane + 1);
  assert_color (&picture, mark->x + 20, line, &picture.palette->lane_line);
  assert_color (&picture, mark->x + 5, line, &picture.palette->lane);
  assert_color (&picture, mark->x - 5, line, &picture.palette->lane);
  assert_color (&picture, mark->x - 8, line, &picture.palette->lane_line);
}

static void
test_weekend (void)
{
  g_auto (Picture) picture = begin_picture (CALL, KHATT_DIRECTION_LTR, "2025-08-04", "2025-08-11");
  double y, saturday, friday;

  paint (&picture);
  y = khatt_layout_get_lane_line (picture.layout, 0) - 20;
  friday = khatt_scale_x (&picture.layout->params.scale, draw_sample_day (2025, 8, 8));
  saturday = khatt_scale_x (&picture.layout->params.scale, draw_sample_day (2025, 8, 9));
  assert_color (&picture, saturday, y, &picture.palette->band);
  assert_color (&picture, friday, y, &picture.palette->lane);
}

static void
test_stripe_fades (void)
{
  g_auto (Picture) picture = begin_picture ("statement happened [..2025-08-06] | Ann speaker\n",
                                            KHATT_DIRECTION_LTR, "2025-08-02", "2025-08-09");
  const KhattMark *mark;
  KhattColor stripe;
  guint32 near, far;

  paint (&picture);
  mark = khatt_layout_find_whole_mark (picture.layout, 0);
  stripe = khatt_color_with_alpha (&picture.palette->kinds[KHATT_KIND_STATEMENT], 0.28);
  stripe = khatt_color_over (&stripe, &picture.palette->lane);
  assert_color (&picture, mark->x + 40, mark->top + 3, &stripe);
  near = get_pixel (&picture, mark->x - 20, mark->top + 3) >> 8 & 0xff;
  far = get_pixel (&picture, mark->x - 100, mark->top + 3) >> 8 & 0xff;
  g_assert_cmpuint (near + 40, <, far);
  assert_color (&picture, mark->trace.ticks[0], mark->top + 3,
                &picture.palette->kinds[KHATT_KIND_STATEMENT]);
  assert_color (&picture, mark->x - 140, mark->top + 6, &picture.palette->lane);
}

static void
test_curtain (void)
{
  g_auto (Picture) picture =
      begin_picture ("call happened [..2025-08-06] | Ann initiator | Ben recipient\n",
                     KHATT_DIRECTION_LTR, "2025-08-02", "2025-08-09");
  const KhattMark *mark;
  double middle;

  paint (&picture);
  mark = khatt_layout_find_whole_mark (picture.layout, 0);
  middle = (mark->top + mark->bottom) / 2 + 4;
  g_assert_false (
      is_like (get_pixel (&picture, mark->x - 10, middle), get_rgb (&picture.palette->lane)));
  assert_color (&picture, mark->x + 10, middle, &picture.palette->lane);
}

static void
test_high_contrast_has_no_curtain (void)
{
  g_auto (Picture) picture =
      begin_picture ("call happened [..2025-08-06] | Ann initiator | Ben recipient\n",
                     KHATT_DIRECTION_LTR, "2025-08-02", "2025-08-09");
  const KhattMark *mark;

  picture.palette = khatt_palette_get (KHATT_STYLE_HIGH_CONTRAST_DARK);
  paint (&picture);
  mark = khatt_layout_find_whole_mark (picture.layout, 0);
  assert_color (&picture, mark->x - 10, (mark->top + mark->bottom) / 2 + 4, &picture.palette->lane);
}

static void
test_interval (void)
{
  g_auto (Picture) picture =
      begin_picture ("visit happened 2025-08-04/2025-08-06 | Ann visitor | Ben host\n",
                     KHATT_DIRECTION_LTR, "2025-08-02", "2025-08-09");
  const KhattMark *mark;

  paint (&picture);
  mark = khatt_layout_find_whole_mark (picture.layout, 0);
  for (int end = 0; end < 2; end++)
    assert_color (&picture, (mark->x + mark->trace.bar_to) / 2, end == 0 ? mark->top : mark->bottom,
                  &picture.palette->kinds[KHATT_KIND_VISIT]);
}

static void
test_today (void)
{
  g_auto (Picture) picture = begin_picture (CALL, KHATT_DIRECTION_RTL, "2025-08-04", "2025-08-11");
  double x;

  picture.params.today = draw_sample_day (2025, 8, 8);
  paint (&picture);
  x = khatt_scale_x (&picture.layout->params.scale, (double) picture.params.today);
  assert_color (&picture, x, khatt_layout_get_lane_line (picture.layout, 0) - 10,
                &picture.palette->today);
}

static void
test_selected_lanes (void)
{
  g_auto (Picture) picture = begin_picture (CALL "statement happened 2025-08-20 | Cid speaker\n",
                                            KHATT_DIRECTION_LTR, "2025-08-04", "2025-08-09");
  KhattColor tint, header;
  KhattRect headers;
  double line;

  picture.params.selected = 0;
  paint (&picture);
  tint = khatt_color_over (&picture.palette->selected_lane, &picture.palette->lane);
  header = khatt_color_over (&picture.palette->selected_lane, &picture.palette->window);
  headers = khatt_layout_get_headers (picture.layout);
  line = khatt_layout_get_lane_line (picture.layout, 0);
  assert_color (&picture, 800, line + 10, &tint);
  assert_color (&picture, headers.x + headers.width - 4, line + 20, &header);
  assert_color (&picture, headers.x + 1, line, &picture.palette->accent);
  line = khatt_layout_get_lane_line (picture.layout, 2);
  assert_color (&picture, 800, line + 10, &picture.palette->lane);
  assert_color (&picture, headers.x + 1, line, &picture.palette->window);
}

static void
test_grounds (void)
{
  for (KhattStyle style = KHATT_STYLE_LIGHT; style <= KHATT_STYLE_PRINT; style++)
    {
      g_auto (Picture) picture =
          begin_picture (CALL, KHATT_DIRECTION_LTR, "2025-08-04", "2025-08-09");

      picture.palette = khatt_palette_get (style);
      paint (&picture);
      assert_color (&picture, 3, 3, &picture.palette->header);
      assert_color (&picture, 3, 300, &picture.palette->window);
      assert_color (&picture, 880, 390, &picture.palette->lane);
    }
}

/* Every kind of every column has its colour from its lowest pixel to its highest, and nothing is
 * above the column. */
static void
test_ribbon_columns (void)
{
  g_auto (Picture) picture = begin_picture (NULL, KHATT_DIRECTION_RTL, "1995-01-01", "2025-01-01");
  guint n_seen = 0;

  g_clear_object (&picture.timeline);
  g_clear_pointer (&picture.arrangement, khatt_arrangement_unref);
  picture.timeline = draw_sample_new_many (20000, 12);
  picture.arrangement = draw_sample_arrange (picture.timeline, KHATT_LANES_ACTORS);
  paint (&picture);
  for (guint i = 0; i < picture.layout->columns->len; i++)
    {
      const KhattRibbonColumn *column =
          &g_array_index (picture.layout->columns, KhattRibbonColumn, i);
      double y = column->base;

      if (column->x < picture.layout->frame.plot.x || column->base > picture.params.height)
        continue;
      for (guint kind = 0; kind < KHATT_N_KINDS; kind++)
        {
          double top = y - column->heights[kind];

          for (y--; y >= top; y--)
            if (!draw_look_is_under_text (picture.layout, column->x, y) &&
                !draw_look_is_under_text (picture.layout, column->x + KHATT_RIBBON_INK - 1, y))
              {
                assert_color (&picture, column->x, y, &picture.palette->kinds[kind]);
                assert_color (&picture, column->x + KHATT_RIBBON_INK - 1, y,
                              &picture.palette->kinds[kind]);
                n_seen++;
              }
          y = top;
        }
      if (!draw_look_is_under_text (picture.layout, column->x + 1, y - 1))
        g_assert_true (get_pixel (&picture, column->x + 1, y - 1) >= 0xdddddd);
    }
  g_assert_cmpuint (n_seen, >, 5000);
}

/* Ribbons stand on their base, clusters where they should. */
static void
test_ribbon (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int month = 1; month <= 12; month++)
    for (int day = 1; day <= 28; day++)
      g_string_append_printf (text, "call happened 2025-%02d-%02d | Ann initiator\n", month, day);
  {
    g_auto (Picture) picture =
        begin_picture (text->str, KHATT_DIRECTION_RTL, "2020-01-01", "2030-01-01");
    const KhattRibbonColumn *column;

    paint (&picture);
    g_assert_cmpuint (picture.layout->columns->len, >, 5);
    column = &g_array_index (picture.layout->columns, KhattRibbonColumn, 3);
    assert_color (&picture, column->x, column->base - 1, &picture.palette->kinds[KHATT_KIND_CALL]);
    assert_color (&picture, column->x + 3, column->base - 1,
                  &picture.palette->kinds[KHATT_KIND_CALL]);
    /* 2025 is one of the years that are bands. */
    assert_color (&picture, column->x + 2, column->base + 1, &picture.palette->band);
  }
}

static void
test_cluster (void)
{
  g_auto (Picture) picture = begin_picture ("call happened 2025-08-06 | Ann initiator\n"
                                            "call happened 2025-08-07 | Ann initiator\n"
                                            "call happened 2026-08-07 | Ann initiator\n"
                                            "call happened 2024-08-07 | Ann initiator\n",
                                            KHATT_DIRECTION_LTR, "2024-01-01", "2027-01-01");
  const KhattClusterBox *box;

  paint (&picture);
  g_assert_cmpuint (khatt_layout_get_n_clusters (picture.layout), ==, 1);
  box = khatt_layout_get_cluster (picture.layout, 0);
  g_assert_cmpuint (box->n_events, ==, 2);
  /* The outline at the middle of the upper edge, the ground below it. */
  assert_color (&picture, box->pill.x + box->pill.width / 2, box->pill.y,
                &picture.palette->kinds[KHATT_KIND_CALL]);
  assert_color (&picture, box->pill.x + box->pill.width / 2, box->pill.y + 3,
                &picture.palette->lane);
}

/* What is seen in one direction is the mirror image of what is seen in the other, but for text and
 * plates. */
static gboolean
is_excepted (const KhattLayout *layout, double x, double y)
{
  for (guint i = 0; i < layout->marks->len; i++)
    {
      const KhattMark *mark = &g_array_index (layout->marks, KhattMark, i);
      KhattRect plate = khatt_rect_grow (&mark->box.plate, 5);

      if (khatt_rect_contains (&plate, x, y))
        return TRUE;
      for (guint j = mark->first_end; j < mark->first_end + mark->n_ends; j++)
        {
          const KhattEnd *end = &g_array_index (layout->ends, KhattEnd, j);

          if (end->form == KHATT_END_BEARER && hypot (x - mark->x, y - end->y) < 14)
            return TRUE;
        }
    }

  return FALSE;
}

static void
test_mirror (void)
{
  const char *text =
      "call happened 2025-08-06 | Putin initiator | Xi recipient\n"
      "message happened [..2025-08-06] | Putin sender | Lavrov bearer | Xi recipient\n"
      "meeting planned [2025-08-06..] | Putin participant | Trump participant\n"
      "meeting proposed 2025-08-08 | Putin participant | Trump participant\n"
      "visit happened 2025-08-03/2025-08-05 | Lavrov visitor | China host\n"
      "visit cancelled 2025-08-07 | Xi visitor | Trump host\n";
  g_auto (Picture) ltr = begin_picture (text, KHATT_DIRECTION_LTR, "2025-08-01", "2025-08-11");
  g_auto (Picture) rtl = begin_picture (text, KHATT_DIRECTION_RTL, "2025-08-01", "2025-08-11");
  guint n_differing = 0;
  const KhattMark *cancelled;
  KhattRect plot;

  paint (&ltr);
  paint (&rtl);
  plot = khatt_layout_get_plot (ltr.layout);
  cancelled = khatt_layout_find_whole_mark (ltr.layout, 5);
  for (double y = plot.y; y < plot.y + plot.height; y++)
    for (double x = plot.x; x < plot.x + plot.width; x++)
      {
        double mirrored = ltr.params.width - 1 - x;

        /* The strike of what was cancelled is never mirrored. */
        if (is_excepted (ltr.layout, x, y) || fabs (x - cancelled->x) < 8)
          continue;
        n_differing += !is_like (get_pixel (&ltr, x, y), get_pixel (&rtl, mirrored, y));
      }

  g_test_message ("%u pixels differ", n_differing);
  g_assert_cmpuint (n_differing, <=, MOST_DIFFERING);
}

static GBytes *
copy_pixels (const Picture *picture)
{
  cairo_surface_flush (picture->surface);

  return g_bytes_new (cairo_image_surface_get_data (picture->surface),
                      (gsize) cairo_image_surface_get_stride (picture->surface) *
                          (gsize) picture->params.height);
}

static guint
count_changes (const Picture *picture, GBytes *before, const KhattRect *inside)
{
  const guint8 *old = g_bytes_get_data (before, NULL);
  const guint8 *new = cairo_image_surface_get_data (picture->surface);
  int stride = cairo_image_surface_get_stride (picture->surface);
  guint n_changed = 0;

  for (int y = 0; y < picture->params.height; y++)
    for (int x = 0; x < picture->params.width; x++)
      {
        gsize at = (gsize) y * stride + (gsize) x * 4;

        if (memcmp (old + at, new + at, 3) == 0)
          continue;
        n_changed++;
        if (!khatt_rect_contains (inside, x, y))
          g_error ("a pixel at %d, %d, outside of the bounds", x, y);
      }

  return n_changed;
}

/* A state paints something, and nothing outside of its bounds: the window repaints no more. */
static void
test_states_stay_in_bounds (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (directions); i++)
    for (KhattMarkState state = KHATT_STATE_HOVERED; state <= KHATT_STATE_FOCUSED; state++)
      for (guint32 slot = 0; slot < 14; slot++)
        {
          g_auto (Picture) picture =
              begin_picture (NULL, directions[i], "2025-08-03", "2025-08-13");
          g_autoptr (GBytes) before = NULL;
          KhattRect bounds;

          picture.params.height = 700;
          paint (&picture);
          before = copy_pixels (&picture);
          bounds = khatt_painter_get_state_bounds (picture.layout, slot);
          khatt_painter_paint_state (picture.layout, picture.palette, slot, state, picture.ink);
          cairo_surface_flush (picture.surface);

          g_test_message ("state %u of %u", state, slot);
          g_assert_cmpuint (count_changes (&picture, before, &bounds), >, 20);
        }
}

/* Selecting in a layout and painting the rows of both events anew gives the picture that is painted
 * with that event selected from the start. */
static void
test_rows_show_the_selection (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (directions); i++)
    for (guint32 slot = 0; slot < 14; slot++)
      {
        g_auto (Picture) whole = begin_picture (NULL, directions[i], "2025-08-03", "2025-08-13");
        g_auto (Picture) patched = begin_picture (NULL, directions[i], "2025-08-03", "2025-08-13");
        const guint32 slots[] = { (slot + 5) % 14, slot };
        const KhattRect nowhere = { 0, 0, 0, 0 };
        g_autoptr (GBytes) pixels = NULL;

        whole.params.height = patched.params.height = 700;
        whole.params.selected = slot;
        patched.params.selected = slots[0];
        paint (&whole);
        paint (&patched);
        khatt_layout_select (patched.layout, slot, patched.shaper);
        for (guint j = 0; j < G_N_ELEMENTS (slots); j++)
          {
            g_autoptr (GArray) rows = khatt_painter_list_rows (patched.layout, slots[j], TRUE);

            for (guint k = 0; k < rows->len; k++)
              khatt_painter_paint_area (patched.layout, patched.palette,
                                        &g_array_index (rows, KhattRect, k), patched.ink);
          }
        cairo_surface_flush (patched.surface);
        pixels = copy_pixels (&whole);
        g_test_message ("selected %u", slot);
        g_assert_cmpuint (count_changes (&patched, pixels, &nowhere), ==, 0);
      }
}

static void
test_state_of_nothing (void)
{
  g_auto (Picture) picture = begin_picture (CALL, KHATT_DIRECTION_LTR, "2024-08-04", "2024-08-09");
  g_autoptr (GBytes) before = NULL;
  KhattRect bounds;

  paint (&picture);
  before = copy_pixels (&picture);
  bounds = khatt_painter_get_state_bounds (picture.layout, 0);
  khatt_painter_paint_state (picture.layout, picture.palette, 0, KHATT_STATE_SELECTED, picture.ink);
  khatt_painter_paint_state (picture.layout, picture.palette, KHATT_SLOT_NONE, KHATT_STATE_HOVERED,
                             picture.ink);
  cairo_surface_flush (picture.surface);

  g_assert_true (khatt_rect_is_empty (&bounds));
  g_assert_cmpuint (count_changes (&picture, before, &bounds), ==, 0);
}

static void
test_selection_ring (void)
{
  g_auto (Picture) picture = begin_picture (CALL, KHATT_DIRECTION_LTR, "2025-08-04", "2025-08-09");
  const KhattMark *mark;

  picture.params.selected = 0;
  paint (&picture);
  khatt_painter_paint_state (picture.layout, picture.palette, 0, KHATT_STATE_SELECTED, picture.ink);
  cairo_surface_flush (picture.surface);
  mark = khatt_layout_find_whole_mark (picture.layout, 0);
  /* Radius 11, a gap of 2.25, then 2.25 of ring. */
  assert_color (&picture, mark->x - 15, mark->top, &picture.palette->accent);
  assert_color (&picture, mark->x - 10, mark->top, &picture.palette->kinds[KHATT_KIND_CALL]);
}

/* Painting twice is painting once. */
static void
test_repeatable (void)
{
  g_auto (Picture) first = begin_picture (NULL, KHATT_DIRECTION_RTL, "2025-08-03", "2025-08-13");
  g_auto (Picture) second = begin_picture (NULL, KHATT_DIRECTION_RTL, "2025-08-03", "2025-08-13");
  g_autoptr (GBytes) before = NULL;
  const KhattRect nowhere = { 0, 0, 0, 0 };

  paint (&first);
  paint (&second);
  before = copy_pixels (&first);
  g_assert_cmpuint (count_changes (&second, before, &nowhere), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/painter/connector", test_connector);
  g_test_add_func ("/painter/plate-and-arrow", test_plate_and_arrow);
  g_test_add_func ("/painter/dot", test_dot);
  g_test_add_func ("/painter/planned-is-hollow", test_planned_is_hollow);
  g_test_add_func ("/painter/lane-line-and-bridge", test_lane_line_and_bridge);
  g_test_add_func ("/painter/weekend", test_weekend);
  g_test_add_func ("/painter/stripe-fades", test_stripe_fades);
  g_test_add_func ("/painter/curtain", test_curtain);
  g_test_add_func ("/painter/high-contrast-has-no-curtain", test_high_contrast_has_no_curtain);
  g_test_add_func ("/painter/interval", test_interval);
  g_test_add_func ("/painter/today", test_today);
  g_test_add_func ("/painter/selected-lanes", test_selected_lanes);
  g_test_add_func ("/painter/grounds", test_grounds);
  g_test_add_func ("/painter/ribbon", test_ribbon);
  g_test_add_func ("/painter/ribbon-columns", test_ribbon_columns);
  g_test_add_func ("/painter/cluster", test_cluster);
  g_test_add_func ("/painter/mirror", test_mirror);
  g_test_add_func ("/painter/states-stay-in-bounds", test_states_stay_in_bounds);
  g_test_add_func ("/painter/rows-show-the-selection", test_rows_show_the_selection);
  g_test_add_func ("/painter/state-of-nothing", test_state_of_nothing);
  g_test_add_func ("/painter/selection-ring", test_selection_ring);
  g_test_add_func ("/painter/repeatable", test_repeatable);

  return g_test_run ();
}
