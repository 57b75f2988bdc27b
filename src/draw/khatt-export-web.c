/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A timeline as parts of a web page: the window's layout and painter, in light and in dark, and
 * where its marks are, so that they can lead to what the page says of them.
 */

#include "khatt-export-web.h"

#include "khatt-painter.h"
#include "khatt-picture.h"
#include "khatt-plate.h"
#include "khatt-svg-styles.h"

#define PLATE_SIZE 24.0
#define PLATE_ROOM 28.0 /* a strike reaches over the plate */

/* Pages scroll, so a picture is as wide as its labels need, within reason. */
static const double widths[] = { 1280, 1920, 2560, 3840 };
#define ENOUGH_LABELS 0.9
#define WORTH_WHILE 0.05

typedef void (*PaintFunc) (KhattInk *ink, const KhattPalette *palette, gconstpointer data);

typedef struct
{
  PaintFunc paint;
  const KhattPalette *palette;
  gconstpointer data;
} Painting;

typedef struct
{
  KhattKind kind;
  KhattStatus status;
  KhattHue hue;
  KhattDirection direction;
} PlateChoice;

typedef struct
{
  KhattLegendEntry entry;
  KhattDirection direction;
  KhattRect area;
} SampleChoice;

static void
paint_cb (KhattInk *ink, gpointer data)
{
  const Painting *painting = data;

  painting->paint (ink, painting->palette, painting->data);
}

static void
paint_layout (KhattInk *ink, const KhattPalette *palette, gconstpointer data)
{
  khatt_painter_paint (data, palette, ink);
}

/* On the ground of the page. */
static KhattPalette
make_page_palette (const KhattPalette *palette)
{
  KhattPalette page = *palette;

  page.lane = palette->window;
  return page;
}

static void
paint_plate (KhattInk *ink, const KhattPalette *palette, gconstpointer data)
{
  const PlateChoice *choice = data;
  const KhattPalette page = make_page_palette (palette);
  KhattPlate plate = khatt_plate_make (&page, choice->kind, choice->status, choice->direction,
                                       PLATE_ROOM / 2, PLATE_ROOM / 2, PLATE_SIZE);

  plate.color = *khatt_palette_get_color (&page, choice->kind, choice->hue);
  plate.has_halo = FALSE;
  khatt_plate_paint (khatt_ink_get_cairo (ink), &plate);
}

static void
paint_sample (KhattInk *ink, const KhattPalette *palette, gconstpointer data)
{
  const SampleChoice *choice = data;
  const KhattPalette page = make_page_palette (palette);

  khatt_legend_entry_paint (&choice->entry, &page, choice->direction, ink, &choice->area);
}

/* One element for light and dark. */
static char *
draw (KhattSvgStyles *styles,
      double width,
      double height,
      PaintFunc paint,
      gconstpointer data,
      GError **error)
{
  const KhattStyle both[] = { KHATT_STYLE_LIGHT, KHATT_STYLE_DARK };
  GBytes *files[] = { NULL, NULL };
  char *svg = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (both); i++)
    {
      g_autoptr (KhattShaper) shaper = khatt_shaper_new ();
      Painting painting = { paint, khatt_palette_get (both[i]), data };
      const KhattPicture picture = {
        .format = KHATT_PICTURE_SVG,
        .width = width,
        .height = height,
        .shaper = shaper,
        .paint = paint_cb,
        .data = &painting,
      };

      files[i] = khatt_picture_write (&picture, error);
      if (files[i] == NULL)
        break;
    }
  if (files[1] != NULL)
    svg = khatt_svg_styles_extract (styles, files[0], files[1]);
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    g_clear_pointer (&files[i], g_bytes_unref);
  return svg;
}

static KhattLayout *
lay_out (KhattArrangement *arrangement,
         const KhattLayoutParams *params,
         const KhattWebSpan *span,
         KhattShaper *shaper)
{
  KhattLayoutParams sized = *params;

  sized.scale = span != NULL
                    ? khatt_layout_fit_span (arrangement, &sized, shaper, span->first, span->last)
                    : khatt_layout_fit_all (arrangement, &sized, shaper);
  return khatt_layout_new (arrangement, &sized, shaper);
}

/* Of all events in it, also of those that only a cluster or a ribbon shows. */
static double
measure_labels (KhattArrangement *arrangement, const KhattLayout *layout)
{
  const KhattScale *scale = &khatt_layout_get_params (layout)->scale;
  guint32 counts[KHATT_N_KINDS];
  const guint n_events =
      khatt_arrangement_count (arrangement, G_MAXUINT, (gint64) khatt_scale_earliest (scale),
                               (gint64) khatt_scale_latest (scale), counts);
  guint n_labels = 0;

  for (guint i = 0; i < khatt_layout_get_n_marks (layout); i++)
    n_labels += khatt_layout_get_mark (layout, i)->label.width > 0;
  return n_events > 0 ? MIN (1, (double) n_labels / n_events) : 1;
}

static KhattLayout *
lay_out_well (KhattArrangement *arrangement,
              const KhattLayoutParams *params,
              const KhattWebSpan *span,
              KhattShaper *shaper)
{
  KhattLayoutParams tried = *params;
  KhattLayout *best = NULL;
  double best_share = -1;

  if (params->width > 0)
    return lay_out (arrangement, params, span, shaper);
  for (gsize i = 0; i < G_N_ELEMENTS (widths) && best_share < ENOUGH_LABELS; i++)
    {
      KhattLayout *layout;
      double share;

      tried.width = widths[i];
      layout = lay_out (arrangement, &tried, span, shaper);
      share = measure_labels (arrangement, layout);
      if (share < best_share + WORTH_WHILE && best != NULL)
        {
          khatt_layout_free (layout);
          continue;
        }
      g_clear_pointer (&best, khatt_layout_free);
      best = layout;
      best_share = share;
    }
  return best;
}

static KhattWebArea
clip (const KhattRect *rect, const KhattRect *plot)
{
  const double x = MAX (rect->x, plot->x);
  const double y = MAX (rect->y, plot->y);
  const double width = MIN (rect->x + rect->width, plot->x + plot->width) - x;
  const double height = MIN (rect->y + rect->height, plot->y + plot->height) - y;

  return width > 0 && height > 0 ? (KhattWebArea){ x, y, width, height } : (KhattWebArea){ 0 };
}

static void
add_mark (KhattWebPicture *picture, const KhattWebMark *mark)
{
  if (mark->mark.width > 0)
    g_array_append_val (picture->marks, *mark);
}

static int
compare_marks (gconstpointer a, gconstpointer b, gpointer snapshot)
{
  const guint32 first = khatt_snapshot_get_position (snapshot, ((const KhattWebMark *) a)->slot);
  const guint32 second = khatt_snapshot_get_position (snapshot, ((const KhattWebMark *) b)->slot);

  return (first > second) - (first < second);
}

static void
find_marks (KhattWebPicture *picture, const KhattLayout *layout, KhattSnapshot *snapshot)
{
  const KhattRect plot = khatt_layout_get_plot (layout);

  for (guint i = 0; i < khatt_layout_get_n_marks (layout); i++)
    {
      const KhattMarkBox *box = khatt_layout_get_mark (layout, i);

      add_mark (picture, &(KhattWebMark){ box->slot, 1, clip (&box->plate, &plot),
                                          clip (&box->label, &plot) });
    }
  for (guint i = 0; i < khatt_layout_get_n_clusters (layout); i++)
    {
      const KhattClusterBox *box = khatt_layout_get_cluster (layout, i);

      add_mark (picture,
                &(KhattWebMark){ box->slot, box->n_events, clip (&box->pill, &plot), { 0 } });
    }
  g_array_sort_with_data (picture->marks, compare_marks, snapshot);
}

static gboolean
draw_legend (KhattWebPicture *picture,
             KhattSvgStyles *styles,
             const KhattLegend *legend,
             KhattDirection direction,
             GError **error)
{
  KhattLegendEntry entries[KHATT_LEGEND_MOST_ENTRIES];
  const guint n = khatt_legend_list (legend, entries);

  for (guint i = 0; i < n; i++)
    {
      KhattWebSample *sample = khatt_web_picture_add_sample (picture);
      SampleChoice choice = { entries[i], direction, { 0 } };

      khatt_legend_entry_get_size (&entries[i], &choice.area.width, &choice.area.height);
      if (i == 0 || entries[i].group != entries[i - 1].group)
        sample->heading = g_strdup (khatt_legend_group_get_label (entries[i].group));
      sample->label = g_strdup (khatt_legend_entry_get_label (&entries[i]));
      sample->n_events = entries[i].n_events;
      if (entries[i].group == KHATT_LEGEND_KINDS)
        sample->kind = (int) entries[i].value;
      sample->svg =
          draw (styles, choice.area.width, choice.area.height, paint_sample, &choice, error);
      if (sample->svg == NULL)
        return FALSE;
    }
  return TRUE;
}

/* The events of the span, which are those that the page tells of. */
static GArray *
collect_events (const KhattArrangement *arrangement, const KhattWebSpan *span)
{
  KhattSnapshot *snapshot = khatt_arrangement_get_snapshot (arrangement);
  KhattFilter filter = { .has_period = span != NULL };
  GArray *slots = g_array_new (FALSE, FALSE, sizeof (guint32));

  if (span != NULL)
    {
      filter.first = span->first;
      filter.last = span->last;
    }
  for (guint32 position = 0; position < khatt_snapshot_get_n_events (snapshot); position++)
    {
      guint32 slot = khatt_snapshot_get_slot (snapshot, position);

      if (khatt_arrangement_shows (arrangement, slot) &&
          khatt_filter_matches (&filter, snapshot, slot))
        g_array_append_val (slots, slot);
    }
  return slots;
}

static KhattLegend
count_events (const KhattSnapshot *snapshot, const GArray *slots)
{
  KhattLegend legend = { 0 };

  for (guint i = 0; i < slots->len; i++)
    khatt_legend_add (&legend,
                      khatt_snapshot_get_record (snapshot, g_array_index (slots, guint32, i)));
  return legend;
}

static gboolean
draw_plates (KhattWebPicture *picture,
             KhattSvgStyles *styles,
             const KhattSnapshot *snapshot,
             const GArray *slots,
             KhattDirection direction,
             GError **error)
{
  for (guint i = 0; i < slots->len; i++)
    {
      const KhattRecord *record =
          khatt_snapshot_get_record (snapshot, g_array_index (slots, guint32, i));
      const PlateChoice choice = { record->kind, record->status, record->hue, direction };
      char **plate = &picture->plates[record->kind][record->status][record->hue];

      if (*plate != NULL)
        continue;
      *plate = draw (styles, PLATE_ROOM, PLATE_ROOM, paint_plate, &choice, error);
      if (*plate == NULL)
        return FALSE;
    }
  return TRUE;
}

/**
 * khatt_export_web:
 * @arrangement: what is drawn
 * @params: the view; its scale's direction is that of time. A width of 0 is as wide as the labels
 * need, a height of 0 as high as the lanes need
 * @span: (nullable): the time that is drawn; %NULL: all that is dated
 * @error: return location
 *
 * Draws a timeline for a web page. Needs no screen.
 *
 * Returns: (transfer full): the picture; %NULL with %G_IO_ERROR_INVALID_ARGUMENT where it would be
 * too large
 */
KhattWebPicture *
khatt_export_web (KhattArrangement *arrangement,
                  const KhattLayoutParams *params,
                  const KhattWebSpan *span,
                  GError **error)
{
  g_autoptr (KhattWebPicture) picture = khatt_web_picture_new ();
  g_autoptr (KhattSvgStyles) styles = khatt_svg_styles_new ();
  g_autoptr (KhattShaper) shaper = khatt_shaper_new ();
  g_autoptr (KhattLayout) layout = NULL;
  g_autoptr (GArray) slots = collect_events (arrangement, span);
  KhattSnapshot *snapshot = khatt_arrangement_get_snapshot (arrangement);
  const KhattLegend legend = count_events (snapshot, slots);
  KhattLayoutParams still = *params;

  still.selected = KHATT_SLOT_NONE;
  still.is_still = TRUE;
  layout = lay_out_well (arrangement, &still, span, shaper);
  picture->width = khatt_layout_get_params (layout)->width;
  picture->height = khatt_layout_get_params (layout)->height;
  picture->svg = draw (styles, picture->width, picture->height, paint_layout, layout, error);
  if (picture->svg == NULL ||
      !draw_legend (picture, styles, &legend, params->scale.direction, error) ||
      !draw_plates (picture, styles, snapshot, slots, params->scale.direction, error))
    return NULL;
  picture->styles = khatt_svg_styles_dup_css (styles);
  find_marks (picture, layout, snapshot);
  return g_steal_pointer (&picture);
}
