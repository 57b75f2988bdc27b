/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A frame as the simplest program would have it. Silhouettes are filled once, without halo, glyph
 * or outline, and letters have no halo either, so that it is rather too fast than too slow. */

#include "plain-frame.h"

#include "khatt-layout-private.h"
#include "khatt-plate.h"

typedef enum
{
  ITEM_BOX,
  ITEM_PATH,
  ITEM_GLYPHS,
} ItemKind;

typedef struct
{
  ItemKind kind;
  KhattColor color;
  KhattRect box;
  cairo_path_t *path;
  cairo_scaled_font_t *font;
  cairo_glyph_t *glyphs;
  int n_glyphs;
} Item;

struct _PlainFrame
{
  GArray *items; /* of Item */
  cairo_t *scratch;
};

static void
clear_item (gpointer data)
{
  Item *item = data;

  g_clear_pointer (&item->path, cairo_path_destroy);
  g_clear_pointer (&item->font, cairo_scaled_font_destroy);
  g_clear_pointer (&item->glyphs, g_free);
}

static void
add_box (PlainFrame *self, double x, double y, double width, double height, const KhattColor *color)
{
  Item item = { .kind = ITEM_BOX, .color = *color, .box = { x, y, width, height } };

  if (width > 0 && height > 0)
    g_array_append_val (self->items, item);
}

static void
add_rect (PlainFrame *self, const KhattRect *rect, const KhattColor *color)
{
  add_box (self, rect->x, rect->y, rect->width, rect->height, color);
}

/* What is on the scratch context. */
static void
add_path (PlainFrame *self, const KhattColor *color)
{
  Item item = { .kind = ITEM_PATH, .color = *color, .path = cairo_copy_path (self->scratch) };

  cairo_new_path (self->scratch);
  g_array_append_val (self->items, item);
}

static void
add_run (PlainFrame *self, PangoGlyphItem *run, double *x, double y, const KhattColor *color)
{
  const PangoGlyphString *string = run->glyphs;
  Item item = { .kind = ITEM_GLYPHS, .color = *color };

  item.font = cairo_scaled_font_reference (
      pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (run->item->analysis.font)));
  item.glyphs = g_new (cairo_glyph_t, string->num_glyphs);
  for (int i = 0; i < string->num_glyphs; i++)
    {
      const PangoGlyphGeometry *geometry = &string->glyphs[i].geometry;

      if (string->glyphs[i].glyph != PANGO_GLYPH_EMPTY)
        item.glyphs[item.n_glyphs++] =
            (cairo_glyph_t){ string->glyphs[i].glyph,
                             *x + pango_units_to_double (geometry->x_offset),
                             y + pango_units_to_double (geometry->y_offset) };
      *x += pango_units_to_double (geometry->width);
    }
  g_array_append_val (self->items, item);
}

static void
add_label (PlainFrame *self,
           const KhattLabel *label,
           double x,
           double baseline,
           const KhattColor *color)
{
  for (GSList *run = khatt_label_get_line (label)->runs; run != NULL; run = run->next)
    add_run (self, run->data, &x, baseline, color);
}

static void
add_ground (PlainFrame *self, const KhattLayout *layout, const KhattPalette *palette)
{
  const KhattFrame *frame = &layout->frame;
  const KhattRect *plot = &frame->plot;

  add_rect (self, plot, &palette->lane);
  for (guint i = 0; i < khatt_axis_get_n_bands (layout->axis); i++)
    add_box (self, khatt_axis_get_band (layout->axis, i)->x, plot->y,
             khatt_axis_get_band (layout->axis, i)->width, plot->height, &palette->band);
  for (guint i = 0; i < khatt_axis_get_n_cells (layout->axis); i++)
    add_box (self, khatt_axis_get_cell (layout->axis, i)->boundary_x, frame->axis.y, 1,
             frame->axis.height + plot->height, &palette->line);
  for (guint lane = frame->first_row; lane < frame->after_row; lane++)
    {
      KhattRect row = khatt_frame_get_row (frame, lane);

      add_box (self, row.x, row.y + row.height - 1, row.width, 1, &palette->hair);
      if (khatt_layout_get_lane_detail (layout, lane) != KHATT_DETAIL_RIBBON)
        add_box (self, plot->x, khatt_frame_get_line (frame, lane), plot->width, 1,
                 &palette->lane_line);
    }
}

static void
add_columns (PlainFrame *self, const KhattLayout *layout, const KhattPalette *palette)
{
  for (guint i = 0; i < layout->columns->len; i++)
    {
      const KhattRibbonColumn *column = &g_array_index (layout->columns, KhattRibbonColumn, i);
      double y = column->base;

      for (guint kind = 0; kind < KHATT_N_KINDS; kind++)
        {
          y -= column->heights[kind];
          add_box (self, column->x, y, KHATT_RIBBON_INK, column->heights[kind],
                   &palette->kinds[kind]);
        }
    }
}

static void
add_plate (PlainFrame *self,
           const KhattPalette *palette,
           const KhattRecord *record,
           double x,
           double y,
           double size)
{
  KhattPlate plate = khatt_plate_make (palette, MIN (record->kind, KHATT_KIND_OTHER),
                                       record->status, KHATT_DIRECTION_LTR, x, y, size);

  khatt_plate_add_path (self->scratch, &plate);
  add_path (self, &plate.color);
}

static void
add_end (PlainFrame *self, const KhattMark *mark, const KhattEnd *end, const KhattColor *color)
{
  if (end->form == KHATT_END_ARROW)
    {
      cairo_move_to (self->scratch, mark->x, end->y);
      cairo_rel_line_to (self->scratch, KHATT_MARK_ARROW_WIDTH / 2.0,
                         -end->heading * KHATT_MARK_ARROW_LENGTH);
      cairo_rel_line_to (self->scratch, -KHATT_MARK_ARROW_WIDTH, 0);
      cairo_close_path (self->scratch);
    }
  else
    {
      cairo_arc (self->scratch, mark->x, end->y, KHATT_MARK_DOT / 2.0, 0, 2 * G_PI);
    }
  add_path (self, color);
}

static void
add_mark (PlainFrame *self,
          const KhattLayout *layout,
          const KhattMark *mark,
          const KhattPalette *palette)
{
  const KhattColor *color = &palette->kinds[MIN (mark->record->kind, KHATT_KIND_OTHER)];
  const KhattRect *box = &mark->box.plate;

  add_box (self, mark->x - KHATT_MARK_CONNECTOR / 2, mark->stub_top, KHATT_MARK_CONNECTOR,
           mark->stub_bottom - mark->stub_top, color);
  for (guint i = mark->first_end; i < mark->first_end + mark->n_ends; i++)
    {
      const KhattEnd *end = &g_array_index (layout->ends, KhattEnd, i);

      if (!end->is_shown)
        continue;
      for (guint j = 0; j < mark->trace.n_fades; j++)
        add_box (self, MIN (mark->trace.fades[j].from, mark->trace.fades[j].to),
                 end->stripe_y - end->stripe_height / 2,
                 ABS (mark->trace.fades[j].to - mark->trace.fades[j].from), end->stripe_height,
                 color);
      if (mark->trace.is_bar)
        add_box (self, MIN (mark->trace.bar_from, mark->trace.bar_to),
                 end->y - KHATT_MARK_BAR / 2.0, ABS (mark->trace.bar_to - mark->trace.bar_from),
                 KHATT_MARK_BAR, color);
      if (end->form != KHATT_END_PLATE)
        add_end (self, mark, end, color);
    }
  add_plate (self, palette, mark->record, box->x + box->width / 2, box->y + box->height / 2,
             box->width);
  if (mark->label != NULL)
    add_label (self, mark->label, mark->label_x, mark->label_baseline, &palette->text);
}

static void
add_cluster (PlainFrame *self, const KhattCluster *cluster, const KhattPalette *palette)
{
  const KhattRect *pill = &cluster->box.pill;
  const KhattRecord record = { .kind = (guint8) cluster->commonest };
  double radius = pill->height / 2;

  cairo_arc (self->scratch, pill->x + radius, pill->y + radius, radius, G_PI_2, 3 * G_PI_2);
  cairo_arc (self->scratch, pill->x + pill->width - radius, pill->y + radius, radius, -G_PI_2,
             G_PI_2);
  cairo_close_path (self->scratch);
  add_path (self, &palette->kinds[cluster->commonest]);
  add_plate (self, palette, &record, pill->x + cluster->plate_inset, pill->y + radius,
             KHATT_PLATE_SIZE * KHATT_PILL_PLATE);
  add_label (self, cluster->count, cluster->count_x, cluster->count_baseline, &palette->text);
}

static void
add_edges (PlainFrame *self, const KhattLayout *layout, const KhattPalette *palette)
{
  add_rect (self, &layout->frame.axis, &palette->header);
  add_rect (self, &layout->frame.corner, &palette->header);
  add_rect (self, &layout->frame.headers, &palette->window);
  for (guint i = 0; i < khatt_axis_get_n_texts (layout->axis); i++)
    {
      const KhattAxisText *text = khatt_axis_get_text (layout->axis, i);

      add_label (self, text->label, text->x, text->baseline, &palette->text);
    }
  for (guint i = 0; i < layout->texts->len; i++)
    {
      const KhattText *text = &g_array_index (layout->texts, KhattText, i);

      add_label (self, text->label, text->x, text->baseline, &palette->text);
    }
}

PlainFrame *
plain_frame_new (const KhattLayout *layout, const KhattPalette *palette)
{
  PlainFrame *self = g_new0 (PlainFrame, 1);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);

  self->scratch = cairo_create (surface);
  cairo_surface_destroy (surface);
  self->items = g_array_new (FALSE, TRUE, sizeof (Item));
  g_array_set_clear_func (self->items, clear_item);

  add_ground (self, layout, palette);
  add_columns (self, layout, palette);
  for (guint i = 0; i < layout->links->len; i++)
    {
      const KhattClusterLink *link = &g_array_index (layout->links, KhattClusterLink, i);

      add_box (self, link->x - link->width / 2, link->top, link->width, link->bottom - link->top,
               &palette->kinds[link->kind]);
    }
  for (guint i = 0; i < layout->marks->len; i++)
    add_mark (self, layout, &g_array_index (layout->marks, KhattMark, i), palette);
  for (guint i = 0; i < layout->clusters->len; i++)
    add_cluster (self, &g_array_index (layout->clusters, KhattCluster, i), palette);
  add_edges (self, layout, palette);

  return self;
}

void
plain_frame_free (PlainFrame *frame)
{
  g_array_unref (frame->items);
  cairo_destroy (frame->scratch);
  g_free (frame);
}

guint
plain_frame_get_n_items (const PlainFrame *frame)
{
  return frame->items->len;
}

void
plain_frame_paint (const PlainFrame *frame, cairo_t *cr)
{
  for (guint i = 0; i < frame->items->len; i++)
    {
      const Item *item = &g_array_index (frame->items, Item, i);
      const KhattColor *color = &item->color;

      cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha);
      if (item->kind == ITEM_GLYPHS)
        {
          cairo_set_scaled_font (cr, item->font);
          cairo_show_glyphs (cr, item->glyphs, item->n_glyphs);
          continue;
        }
      if (item->kind == ITEM_PATH)
        cairo_append_path (cr, item->path);
      else
        cairo_rectangle (cr, item->box.x, item->box.y, item->box.width, item->box.height);
      cairo_fill (cr);
    }
}
