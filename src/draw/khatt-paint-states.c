/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What hover, selection and focus add to the picture, each painted by itself over it: the mark
 * again where it changes, with its ring. An event that is part of clusters lights up their pills.
 */

#include "khatt-painter-private.h"

#define HOVER_TINT 0.05
#define HOVER_RING 1.5
#define HOVER_RING_ALPHA 0.6
#define SELECTION_RING 2.25
#define FOCUS_RING 1.5
#define FOCUS_GAP 1
#define ACTIVE_CONNECTOR 4
#define MARGIN 16
#define PILL_RADIUS 12

typedef struct
{
  double gap;
  double width;
  double alpha;
  gboolean is_dashed;
} RingLook;

static const RingLook rings[] = {
  [KHATT_STATE_HOVERED] = { 0, HOVER_RING, HOVER_RING_ALPHA, FALSE },
  [KHATT_STATE_SELECTED] = { SELECTION_RING, SELECTION_RING, 1, FALSE },
  [KHATT_STATE_COMPARED] = { SELECTION_RING, SELECTION_RING, 1, TRUE },
  [KHATT_STATE_FOCUSED] = { 2 * SELECTION_RING + FOCUS_GAP, FOCUS_RING, 1, TRUE },
};

static void
paint_plate_ring (const KhattPainting *painting, const KhattMark *mark, KhattMarkState state)
{
  const RingLook *look = &rings[state];
  KhattPlate plate = khatt_painting_make_plate (painting, mark);
  KhattRect box = khatt_rect_grow (&mark->box.plate, MARGIN);
  double scale = painting->text_scale;
  KhattRing ring = {
    .color = khatt_color_with_alpha (&painting->palette->accent, look->alpha),
    .width = look->width * scale,
    .is_dashed = look->is_dashed,
  };

  if (state == KHATT_STATE_SELECTED || state == KHATT_STATE_COMPARED)
    ring.gap = look->gap * scale;
  else
    ring.inset = look->gap * scale;

  cairo_save (painting->cr);
  cairo_rectangle (painting->cr, box.x, box.y, box.width, box.height);
  cairo_clip (painting->cr);
  khatt_plate_paint_ring (painting->cr, &plate, &ring);
  cairo_restore (painting->cr);
}

static void
paint_pill_ring (const KhattPainting *painting, const KhattRect *pill, KhattMarkState state)
{
  const RingLook *look = &rings[state];
  static const double dashes[] = { 3, 2 };
  double scale = painting->text_scale;
  double away = (look->gap + look->width / 2) * scale;
  KhattRect box = khatt_rect_grow (pill, away);

  cairo_save (painting->cr);
  khatt_painting_round_box (painting->cr, &box, PILL_RADIUS * scale + away);
  khatt_painting_set_color (painting, &painting->palette->accent, look->alpha);
  cairo_set_line_width (painting->cr, look->width * scale);
  if (look->is_dashed)
    cairo_set_dash (painting->cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_stroke (painting->cr);
  cairo_restore (painting->cr);
}

/* Where an event is part of clusters: there are many members, and few of one event. */
static GArray *
list_memberships (const KhattLayout *layout, guint32 slot)
{
  GArray *memberships = g_array_new (FALSE, FALSE, sizeof (KhattMember));

  for (guint i = 0; i < layout->members->len; i++)
    {
      const KhattMember *member = &g_array_index (layout->members, KhattMember, i);

      if (member->slot == slot)
        g_array_append_val (memberships, *member);
    }
  return memberships;
}

static gboolean
is_in_cluster (const KhattCluster *cluster, guint32 slot, const GArray *memberships)
{
  if (cluster->group == G_MAXUINT32)
    return cluster->box.slot == slot;

  for (guint i = 0; i < memberships->len; i++)
    {
      const KhattMember *member = &g_array_index (memberships, KhattMember, i);

      if (member->group == cluster->group && member->lane == cluster->box.lane)
        return TRUE;
    }
  return FALSE;
}

static void
clip_to_lane (const KhattPainting *painting, guint lane)
{
  KhattRect region = khatt_frame_get_region (&painting->layout->frame, lane);

  cairo_rectangle (painting->cr, region.x, region.y, region.width, region.height);
  cairo_clip (painting->cr);
}

static void
paint_mark_again (const KhattPainting *painting, const KhattMark *mark, KhattMarkState state)
{
  KhattConnectorLook look = { ACTIVE_CONNECTOR, state == KHATT_STATE_SELECTED };

  if (state != KHATT_STATE_FOCUSED)
    {
      khatt_paint_connector (painting, mark, &look);
      khatt_paint_ends (painting, mark);
    }
  paint_plate_ring (painting, mark, state);
  if (state != KHATT_STATE_FOCUSED)
    khatt_paint_plate_of (painting, mark);
  khatt_paint_label_of (painting, mark);
}

/**
 * khatt_painter_paint_state:
 * @layout: what the picture shows
 * @palette: the colours
 * @slot: an event
 * @state: what it is
 * @ink: where to
 *
 * Paints what a state adds, over a picture painted by khatt_painter_paint(). Paints nothing for an
 * event that is not in view.
 */
void
khatt_painter_paint_state (const KhattLayout *layout,
                           const KhattPalette *palette,
                           guint32 slot,
                           KhattMarkState state,
                           KhattInk *ink)
{
  const KhattRect *plot = &layout->frame.plot;
  const KhattMark *mark = khatt_layout_find_whole_mark (layout, slot);
  g_autoptr (GArray) memberships = list_memberships (layout, slot);
  KhattPainting painting = {
    .layout = layout,
    .palette = palette,
    .ink = ink,
    .cr = khatt_ink_get_cairo (ink),
    .text_scale = layout->params.text_scale,
    .sign = khatt_scale_sign (&layout->params.scale),
    .is_high_contrast = khatt_palette_is_high_contrast (palette),
  };

  cairo_save (painting.cr);
  cairo_rectangle (painting.cr, plot->x, plot->y, plot->width, plot->height);
  cairo_clip (painting.cr);
  for (guint i = 0; i < layout->clusters->len; i++)
    {
      const KhattCluster *cluster = &g_array_index (layout->clusters, KhattCluster, i);

      if (!is_in_cluster (cluster, slot, memberships))
        continue;
      cairo_save (painting.cr);
      clip_to_lane (&painting, cluster->box.lane);
      paint_pill_ring (&painting, &cluster->box.pill, state);
      cairo_restore (painting.cr);
    }
  if (mark != NULL)
    {
      /* What joins a pinned lane too may reach from the ones to the others. */
      if (mark->first_lane >= layout->frame.n_pinned)
        clip_to_lane (&painting, mark->first_lane);
      paint_mark_again (&painting, mark, state);
    }
  cairo_restore (painting.cr);
}

/**
 * khatt_painter_get_state_bounds:
 * @layout: what the picture shows
 * @slot: an event
 *
 * Finds where khatt_painter_paint_state() can paint.
 *
 * Returns: a rectangle within the plot; empty where the event is not in view
 */
KhattRect
khatt_painter_get_state_bounds (const KhattLayout *layout, guint32 slot)
{
  const KhattMarkBox *box = khatt_layout_find_mark (layout, slot);
  g_autoptr (GArray) memberships = list_memberships (layout, slot);
  const KhattRect *plot = &layout->frame.plot;
  KhattRect bounds = { 0, 0, 0, 0 };
  double first, last, top, bottom;

  if (box != NULL)
    bounds = khatt_rect_union (&box->bounds, &box->label);
  for (guint i = 0; i < layout->clusters->len; i++)
    {
      const KhattCluster *cluster = &g_array_index (layout->clusters, KhattCluster, i);

      if (is_in_cluster (cluster, slot, memberships))
        bounds = khatt_rect_union (&bounds, &cluster->box.pill);
    }
  if (khatt_rect_is_empty (&bounds))
    return (KhattRect){ 0, 0, 0, 0 };

  bounds = khatt_rect_grow (&bounds, MARGIN);
  first = MAX (bounds.x, plot->x);
  last = MIN (bounds.x + bounds.width, plot->x + plot->width);
  top = MAX (bounds.y, plot->y);
  bottom = MIN (bounds.y + bounds.height, plot->y + plot->height);

  return (KhattRect){ first, top, MAX (last - first, 0), MAX (bottom - top, 0) };
}

/**
 * khatt_painter_list_rows:
 * @layout: what the picture shows
 * @slot: an event, or `KHATT_SLOT_NONE`
 * @has_headers: with their part of the header column
 *
 * Lists what the tint of an event's lanes covers.
 *
 * Returns: (transfer full) (element-type KhattRect): the rows of its lanes, as far as they are in
 *   view
 */
GArray *
khatt_painter_list_rows (const KhattLayout *layout, guint32 slot, gboolean has_headers)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (KhattRect));
  guint n_joins;
  const KhattJoin *joins = khatt_arrangement_get_joins (layout->arrangement, slot, &n_joins);

  for (guint i = 0; i < n_joins; i++)
    {
      KhattRect row = khatt_frame_get_row (&layout->frame, joins[i].lane);
      KhattRect region = khatt_frame_get_region (&layout->frame, joins[i].lane);
      double top = MAX (row.y, region.y);
      double bottom = MIN (row.y + row.height, region.y + region.height);

      if (!has_headers)
        {
          row.x = region.x;
          row.width = region.width;
        }
      row.y = top;
      row.height = bottom - top;
      if (!khatt_rect_is_empty (&row))
        g_array_append_val (rows, row);
    }
  return rows;
}

/**
 * khatt_painter_get_hover_tint:
 * @palette: the colours
 *
 * Returns: what the rows of a hovered event are tinted with, over all that is in them
 */
KhattColor
khatt_painter_get_hover_tint (const KhattPalette *palette)
{
  return khatt_color_with_alpha (&palette->accent, HOVER_TINT);
}
