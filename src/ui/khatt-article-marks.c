/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The marks of an article's text view: tinted and underlined stretches below the letters, and in
 * the margin a plate for each event and a bar beside the selected one.
 *
 *   start side of the article                                        (mirrored where it is right to
 * left) |bar|  plate  |  text text [tinted text] text
 *                              =====  words read as a date
 *                              #####  words that tell of the selected event
 *                              -------------  level 0, the shorter span
 *                              ------------------------  level 1
 *
 * A stretch of mixed scripts is one run of letters, but not one rectangle: boxes are collected
 * letter by letter and joined where they touch. Only what is in view is measured. */

#include "khatt-article-marks.h"

#include "khatt-appearance.h"
#include "khatt-article-triggers.h"
#include "khatt-found.h"
#include "khatt-plate.h"

#define TINT 0.11
#define TINT_SELECTED 0.24
#define TINT_TRIGGER 0.24 /* above that of the selected span */
#define UNDERLINE 2
#define LEVEL_PITCH 3
#define DEEPEST_LEVEL 2
#define BOX_INSET 2 /* between the tint of one line and the next */
#define PLATE_SIZE 24
#define PLATE_PITCH 32
#define BAR_WIDTH 5
#define PLATE_CENTER 36 /* from the edge */
#define TINT_RADIUS 3
#define DATE_LINE 1 /* the thickness of one of two, and what lies between them */

/* The box of the letter at `iter`, whichever way it runs. */
static GdkRectangle
get_box (GtkTextView *view, const GtkTextIter *iter)
{
  GdkRectangle box;

  gtk_text_view_get_iter_location (view, iter, &box);
  if (box.width < 0)
    {
      box.x += box.width;
      box.width = -box.width;
    }
  return box;
}

/* Letters of another script have boxes of another height: what counts is where their middle is. */
static gboolean
is_on_line (const GdkRectangle *box, const GdkRectangle *other)
{
  int middle = box->y + box->height / 2;

  return middle >= other->y && middle < other->y + other->height;
}

static void
add_box (GArray *boxes, const GdkRectangle *box)
{
  for (guint i = boxes->len; i > 0; i--)
    {
      GdkRectangle *other = &g_array_index (boxes, GdkRectangle, i - 1);

      if (!is_on_line (box, other))
        break;
      if (box->x <= other->x + other->width + 1 && other->x <= box->x + box->width + 1)
        {
          gdk_rectangle_union (other, box, other);
          return;
        }
    }
  g_array_append_val (boxes, *box);
}

/* Pieces of one line that came to touch become one: each piece is added again to those before it.
 */
static GArray *
join_boxes (GArray *boxes)
{
  GArray *joined = g_array_new (FALSE, FALSE, sizeof (GdkRectangle));

  for (guint i = 0; i < boxes->len; i++)
    add_box (joined, &g_array_index (boxes, GdkRectangle, boxes->len - 1 - i));
  g_array_unref (boxes);
  return joined;
}

/* The boxes of the letters [first, after). */
static GArray *
collect_boxes (GtkTextView *view, int first, int after)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (GdkRectangle));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, first);
  while (gtk_text_iter_get_offset (&iter) < after && !gtk_text_iter_is_end (&iter))
    {
      if (!gtk_text_iter_ends_line (&iter))
        {
          GdkRectangle box = get_box (view, &iter);

          add_box (boxes, &box);
        }
      gtk_text_iter_forward_char (&iter);
    }
  return join_boxes (boxes);
}

static GdkRGBA
get_color (const KhattColor *color, double alpha)
{
  return (GdkRGBA){ (float) color->red, (float) color->green, (float) color->blue,
                    (float) (color->alpha * alpha) };
}

static void
paint_underline (cairo_t *cr, const KhattArticleSpan *span, const GdkRectangle *box)
{
  static const double dashes[] = { 6, 4 };
  static const double dots[] = { 2, 3 };
  int level = MIN (span->level, DEEPEST_LEVEL);
  double y = box->y + box->height - BOX_INSET + level * LEVEL_PITCH - UNDERLINE / 2.0;

  if (span->is_quotation)
    cairo_set_dash (cr, dots, G_N_ELEMENTS (dots), 0);
  else if (span->status != KHATT_STATUS_HAPPENED)
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  else
    cairo_set_dash (cr, NULL, 0, 0);
  cairo_move_to (cr, box->x, y);
  cairo_line_to (cr, box->x + box->width, y);
  cairo_stroke (cr);
}

static void
paint_span (const KhattArticleMarks *marks,
            const KhattArticleSpan *span,
            const GArray *boxes,
            GtkSnapshot *snapshot)
{
  const KhattPalette *palette = khatt_appearance_get_palette ();
  const KhattColor *color = khatt_palette_get_color (palette, span->kind, span->hue);
  gboolean is_selected = span->slot == marks->selected;
  GdkRGBA tint = get_color (color, is_selected ? TINT_SELECTED : TINT);
  GdkRGBA ink = get_color (color, 1);
  graphene_size_t corner = GRAPHENE_SIZE_INIT (TINT_RADIUS, TINT_RADIUS);
  graphene_size_t square = GRAPHENE_SIZE_INIT (0, 0);

  for (guint i = 0; i < boxes->len; i++)
    {
      const GdkRectangle *box = &g_array_index (boxes, GdkRectangle, i);
      graphene_rect_t area =
          GRAPHENE_RECT_INIT (box->x, box->y + BOX_INSET, box->width, box->height - 2 * BOX_INSET);
      graphene_rect_t below =
          GRAPHENE_RECT_INIT (box->x, box->y + box->height - 2 * BOX_INSET, box->width,
                              2 * BOX_INSET + DEEPEST_LEVEL * LEVEL_PITCH);
      GskRoundedRect rounded;
      cairo_t *cr;

      gsk_rounded_rect_init (&rounded, &area, &corner, &corner, &square, &square);
      gtk_snapshot_push_rounded_clip (snapshot, &rounded);
      gtk_snapshot_append_color (snapshot, &tint, &area);
      gtk_snapshot_pop (snapshot);
      cr = gtk_snapshot_append_cairo (snapshot, &below);
      gdk_cairo_set_source_rgba (cr, &ink);
      cairo_set_line_width (cr, UNDERLINE);
      paint_underline (cr, span, box);
      cairo_destroy (cr);
    }
}

/* The bar in the margin, along all lines of the selected span. */
static void
paint_bar (const KhattArticleMarks *marks, const GArray *boxes, GtkSnapshot *snapshot)
{
  GdkRGBA accent = get_color (&khatt_appearance_get_palette ()->accent, 1);
  int width = gtk_widget_get_width (GTK_WIDGET (marks->view));
  GdkRectangle lines = g_array_index (boxes, GdkRectangle, 0);

  for (guint i = 1; i < boxes->len; i++)
    gdk_rectangle_union (&lines, &g_array_index (boxes, GdkRectangle, i), &lines);
  gtk_snapshot_append_color (snapshot, &accent,
                             &GRAPHENE_RECT_INIT (marks->is_rtl ? width - BAR_WIDTH : 0, lines.y,
                                                  BAR_WIDTH, lines.height));
}

/* Above the tint of a span, and beside its line. */
static void
paint_words (GtkTextView *view, int first, int after, const GdkRGBA *color, GtkSnapshot *snapshot)
{
  g_autoptr (GArray) boxes = collect_boxes (view, first, after);

  for (guint i = 0; i < boxes->len; i++)
    {
      const GdkRectangle *box = &g_array_index (boxes, GdkRectangle, i);

      gtk_snapshot_append_color (snapshot, color,
                                 &GRAPHENE_RECT_INIT (box->x, box->y + 2 * BOX_INSET, box->width,
                                                      box->height - 4 * BOX_INSET));
    }
}

static void
paint_found (const KhattArticleMarks *marks, int first, int after, GtkSnapshot *snapshot)
{
  GdkRGBA color = khatt_found_get_color ();

  for (guint i = 0; i < marks->found->len; i++)
    {
      const KhattTextRange *range = &g_array_index (marks->found, KhattTextRange, i);

      if ((int) range->after > first && (int) range->first < after)
        paint_words (marks->view, (int) range->first, (int) range->after, &color, snapshot);
    }
}

static void
paint_triggers (const KhattArticleMarks *marks, int first, int after, GtkSnapshot *snapshot)
{
  const KhattPalette *palette = khatt_appearance_get_palette ();

  for (guint i = 0; i < marks->triggers->len; i++)
    {
      const KhattArticleTrigger *trigger = &g_array_index (marks->triggers, KhattArticleTrigger, i);
      GdkRGBA color = get_color (&palette->kinds[trigger->kind], TINT_TRIGGER);

      if (trigger->after > first && trigger->first < after)
        paint_words (marks->view, (int) trigger->first, (int) trigger->after, &color, snapshot);
    }
}

static void
paint_spans (const KhattArticleMarks *marks, int first, int after, GtkSnapshot *snapshot)
{
  /* By place, the longer first: the shorter ones are painted over them. */
  for (guint i = 0; i < marks->spans->len; i++)
    {
      const KhattArticleSpan *span = &g_array_index (marks->spans, KhattArticleSpan, i);
      g_autoptr (GArray) boxes = NULL;

      if (span->after <= first || span->first >= after)
        continue;
      boxes = collect_boxes (marks->view, MAX ((int) span->first, first),
                             MIN ((int) span->after, after));
      if (boxes->len == 0)
        continue;
      paint_span (marks, span, boxes, snapshot);
      if (span->slot == marks->selected && !span->is_quotation)
        paint_bar (marks, boxes, snapshot);
    }
}

/* Two lines above those of spans, which lie at the lower edge. */
static void
paint_date (const GdkRectangle *box, const GdkRGBA *accent, GtkSnapshot *snapshot)
{
  int lowest = box->y + box->height - BOX_INSET - UNDERLINE;

  for (int i = 1; i <= 2; i++)
    gtk_snapshot_append_color (
        snapshot, accent,
        &GRAPHENE_RECT_INIT (box->x, lowest - 2 * i * DATE_LINE, box->width, DATE_LINE));
}

static void
paint_dates (const KhattArticleMarks *marks, int first, int after, GtkSnapshot *snapshot)
{
  GdkRGBA accent = get_color (&khatt_appearance_get_palette ()->accent, 1);

  for (guint i = 0; i < marks->spans->len; i++)
    {
      const KhattArticleSpan *span = &g_array_index (marks->spans, KhattArticleSpan, i);
      g_autoptr (GArray) boxes = NULL;

      if (span->date_first < 0 || span->date_after <= first || span->date_first >= after)
        continue;
      boxes = collect_boxes (marks->view, (int) span->date_first, (int) span->date_after);
      for (guint j = 0; j < boxes->len; j++)
        paint_date (&g_array_index (boxes, GdkRectangle, j), &accent, snapshot);
    }
}

static void
paint_plate (const KhattArticleMarks *marks,
             const KhattArticleSpan *span,
             double y,
             GtkSnapshot *snapshot)
{
  const KhattPalette *palette = khatt_appearance_get_palette ();
  int width = gtk_widget_get_width (GTK_WIDGET (marks->view));
  KhattPlate plate =
      khatt_plate_make (palette, span->kind, span->status, marks->time_direction,
                        marks->is_rtl ? width - PLATE_CENTER : PLATE_CENTER, y, PLATE_SIZE);
  KhattRect bounds = khatt_plate_get_bounds (&plate);
  cairo_t *cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT ((float) bounds.x, (float) bounds.y, (float) bounds.width,
                                     (float) bounds.height));

  plate.color = *khatt_palette_get_color (palette, span->kind, span->hue);
  khatt_plate_paint (cr, &plate);
  cairo_destroy (cr);
}

/* A plate for each event, where its text begins, or below the one before where they would touch. */
static void
paint_plates (const KhattArticleMarks *marks,
              const GdkRectangle *visible,
              GtkSnapshot *snapshot,
              GArray *plates)
{
  int width = gtk_widget_get_width (GTK_WIDGET (marks->view));
  double lowest = -PLATE_PITCH;

  for (guint i = 0; i < marks->spans->len; i++)
    {
      const KhattArticleSpan *span = &g_array_index (marks->spans, KhattArticleSpan, i);
      GtkTextIter iter;
      GdkRectangle box;
      KhattMarginPlate plate = { .slot = span->slot };

      if (khatt_article_spans_find (marks->spans, span->slot) != span)
        continue;
      gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (marks->view), &iter,
                                          (int) span->first);
      box = get_box (marks->view, &iter);
      lowest = MAX (lowest + PLATE_PITCH, box.y + box.height / 2.0);
      graphene_rect_init (&plate.box,
                          (marks->is_rtl ? width - PLATE_CENTER : PLATE_CENTER) - PLATE_SIZE / 2.0f,
                          (float) lowest - PLATE_SIZE / 2.0f, PLATE_SIZE, PLATE_SIZE);
      g_array_append_val (plates, plate);
      if (lowest > visible->y - PLATE_SIZE && lowest < visible->y + visible->height + PLATE_SIZE)
        paint_plate (marks, span, lowest, snapshot);
    }
}

/**
 * khatt_article_marks_paint:
 * @marks: what to paint
 * @snapshot: in the buffer coordinates of the text view
 * @plates: (element-type KhattMarginPlate): filled with where the plates are
 *
 * Paints what lies below the letters, as far as it is in view.
 */
void
khatt_article_marks_paint (const KhattArticleMarks *marks, GtkSnapshot *snapshot, GArray *plates)
{
  GdkRectangle visible;
  GtkTextIter first, last;
  int begin, end;

  gtk_text_view_get_visible_rect (marks->view, &visible);
  gtk_text_view_get_line_at_y (marks->view, &first, visible.y, NULL);
  gtk_text_view_get_line_at_y (marks->view, &last, visible.y + visible.height, NULL);
  if (!gtk_text_iter_ends_line (&last))
    gtk_text_iter_forward_to_line_end (&last);
  begin = gtk_text_iter_get_offset (&first);
  end = gtk_text_iter_get_offset (&last);
  paint_spans (marks, begin, end, snapshot);
  paint_triggers (marks, begin, end, snapshot);
  paint_found (marks, begin, end, snapshot);
  paint_dates (marks, begin, end, snapshot);
  paint_plates (marks, &visible, snapshot, plates);
}
