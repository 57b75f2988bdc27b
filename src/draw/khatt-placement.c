/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Labels beside their marks, never over anything. Greedy by priority (Christensen, Marks and
 * Shieber, "An empirical study of algorithms for point-feature label placement", ACM Transactions
 * on Graphics 14, 1995, find it good enough where candidates are few). Places are chosen in fixed
 * tiles of two viewports, from what is in and round the tile: panning cannot move a label, it only
 * shortens or hides one that crosses the edge of the view. */

#include "khatt-card.h"
#include "khatt-obstacles.h"

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
/* Less than any letter's and any font's. */
#define LEAST_LETTER_WIDTH 2
#define ENOUGH_LETTERS 24
#define LEAST_ASCENT 6
#define LEAST_DESCENT 3.5
/* Between a card and the line of its lane. */
#define CARD_RISE 7
#define CARD_WIDTH 276
#define LEAST_CARD_WIDTH 84
/* Two lines need at least so much of what one would. */
#define LEAST_LINES_SHARE 0.4

#define MAX_PLACES 4

/* Labels that are being placed. */
typedef struct
{
  KhattLayout *layout;
  KhattShaper *shaper;
  KhattObstacles *obstacles;
  guint n_shapings; /* how many more there may be */
} Placing;

/* A mark whose label is to be placed, and where that came to stand. */
typedef struct
{
  KhattMark *mark;
  gboolean is_placed;
  KhattLabelPlace place;
} Task;

/* Both sides of the first end of a form. */
static guint
list_end_places (const KhattLayout *layout,
                 const KhattMark *mark,
                 KhattEndForm form,
                 int first_step,
                 KhattLabelPlace places[2])
{
  double gap = round (CONNECTOR_GAP * layout->params.text_scale);

  for (guint i = mark->first_end; i < mark->first_end + mark->n_ends; i++)
    {
      const KhattEnd *end = &g_array_index (layout->ends, KhattEnd, i);

      if (end->form != form || !end->is_shown)
        continue;
      places[0] = (KhattLabelPlace){ end->lane, mark->track + first_step * gap, first_step };
      places[1] = (KhattLabelPlace){ end->lane, mark->track - first_step * gap, -first_step };
      return 2;
    }

  return 0;
}

/* Both sides of the recipient's lane, then of the acting one, then, where nobody receives, of
 * another participant's; what was before a date tries the earlier side first. */
static guint
list_places (const KhattLayout *layout, const KhattMark *mark, KhattLabelPlace places[MAX_PLACES])
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

      places[n_places++] = (KhattLabelPlace){ plate->lane, mark->track + step * gap, step };
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

/* The least x of what is so wide there. */
static double
get_least_x (const KhattLayout *layout, const KhattLabelPlace *place, double width)
{
  const KhattScale *scale = &layout->params.scale;
  double near = khatt_scale_track_x (scale, place->track);

  return MIN (near, khatt_scale_later (scale, near, place->step * width));
}

static void
put_label (Placing *placing, Task *task, const KhattLabel *label, const KhattLabelPlace *place)
{
  const KhattLayout *layout = placing->layout;
  const KhattRect *box = &task->mark->box.label;
  double width = ceil (khatt_label_get_width (label));

  task->mark->label_lane = place->lane;
  khatt_mark_put_label (task->mark, label, get_least_x (layout, place, width),
                        khatt_layout_get_baseline (layout, place->lane));
  khatt_obstacles_add (placing->obstacles, place, width, box->y, box->y + box->height,
                       task->mark->box.slot);
  task->is_placed = TRUE;
  task->place = *place;
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
has_any_room (const Placing *placing,
              const KhattMark *mark,
              const KhattLabelPlace *places,
              guint n_places)
{
  const KhattLayout *layout = placing->layout;
  double text_scale = layout->params.text_scale;
  double wanted =
      MIN (get_least_width (layout, mark->record->title), KHATT_LABEL_MIN_WIDTH * text_scale);

  for (guint i = 0; i < n_places; i++)
    {
      double baseline = khatt_layout_get_baseline (layout, places[i].lane);
      KhattLabelRoom room = { baseline - LEAST_ASCENT * text_scale,
                              baseline + LEAST_DESCENT * text_scale, wanted, wanted,
                              KHATT_SLOT_NONE };

      if (khatt_obstacles_measure_free (placing->obstacles, &places[i], &room) >= wanted)
        return TRUE;
    }

  return FALSE;
}

/* Only lanes of marks have labels, and those that are not collapsed. */
static guint
list_open_places (const KhattLayout *layout,
                  const KhattMark *mark,
                  KhattLabelPlace places[MAX_PLACES])
{
  guint n_places = list_places (layout, mark, places);
  guint n_open = 0;

  for (guint i = 0; i < n_places; i++)
    if (!khatt_frame_is_low (&layout->frame, places[i].lane) &&
        khatt_layout_get_lane_detail (layout, places[i].lane) >= KHATT_DETAIL_MARKS)
      places[n_open++] = places[i];

  return n_open;
}

/* Whole, in two lines, where the row is high enough above the line for them. */
static gboolean
place_lines (Placing *placing, KhattMark *mark, const KhattLabelPlace *place, double wanted)
{
  const KhattLayout *layout = placing->layout;
  double text_scale = layout->params.text_scale;
  double bottom = khatt_layout_get_baseline (layout, place->lane);
  KhattLabelRoom room = { bottom - khatt_card_get_lines_height (text_scale), bottom, wanted,
                          MAX (LEAST_LINES_SHARE * wanted, KHATT_LABEL_MIN_WIDTH * text_scale),
                          KHATT_SLOT_NONE };
  double step = WIDTH_STEP * text_scale;
  double width;
  g_autoptr (KhattCard) lines = NULL;

  if (layout->params.is_zooming || room.top < khatt_frame_get_top (&layout->frame, place->lane))
    return FALSE;
  width = floor (khatt_obstacles_measure_free (placing->obstacles, place, &room) / step) * step;
  if (width >= room.least)
    lines = khatt_card_new_plain (layout, mark, width, placing->shaper);
  if (lines == NULL)
    return FALSE;

  mark->label_lane = place->lane;
  khatt_mark_put_card (mark, lines, get_least_x (layout, place, lines->width),
                       bottom - khatt_card_get_last_baseline (lines));
  khatt_obstacles_add (placing->obstacles, place, lines->width, mark->box.label.y,
                       mark->box.label.y + lines->height, mark->box.slot);
  return TRUE;
}

/* In two lines, or cut, where most of it fits; `width` is that of the whole. */
static void
place_cut_label (Placing *placing,
                 Task *task,
                 const KhattLabelPlace *places,
                 const double *widths,
                 guint n_places,
                 double width)
{
  const KhattLayoutParams *params = &placing->layout->params;
  double step = (params->is_zooming ? ZOOMING_WIDTH_STEP : WIDTH_STEP) * params->text_scale;
  const KhattLabel *label;

  for (guint i = 0; i < n_places; i++)
    if (place_lines (placing, task->mark, &places[i], width))
      return;

  for (guint i = 0; i < n_places; i++)
    {
      double cut = floor (widths[i] / step) * step;

      if (cut < KHATT_LABEL_LEAST_SHARE * width || cut < KHATT_LABEL_MIN_WIDTH * params->text_scale)
        continue;
      label = shape_title (placing, task->mark, cut);
      if (label != NULL)
        put_label (placing, task, label, &places[i]);
      return;
    }
}

/* Whole first, wherever it fits. */
static void
place_label (Placing *placing, Task *task)
{
  const KhattLayout *layout = placing->layout;
  KhattMark *mark = task->mark;
  double text_scale = layout->params.text_scale;
  KhattLabelPlace places[MAX_PLACES];
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
      KhattLabelRoom room = { baseline - khatt_label_get_ascent (label),
                              baseline + khatt_label_get_descent (label), width,
                              KHATT_LABEL_LEAST_SHARE * width, KHATT_SLOT_NONE };

      widths[i] = khatt_obstacles_measure_free (placing->obstacles, &places[i], &room);
      if (widths[i] < width)
        continue;
      put_label (placing, task, label, &places[i]);
      return;
    }

  place_cut_label (placing, task, places, widths, n_places, width);
}

/* The label grows where it stands, and takes no room from any other. */
static void
place_card (Placing *placing, const Task *task)
{
  const KhattLayout *layout = placing->layout;
  const KhattLabelPlace *place = &task->place;
  KhattMark *mark = task->mark;
  double text_scale = layout->params.text_scale;
  double bottom =
      khatt_frame_get_line (&layout->frame, place->lane) - round (CARD_RISE * text_scale);
  KhattLabelRoom room = { bottom - khatt_card_get_most_height (text_scale), bottom,
                          round (CARD_WIDTH * text_scale), round (LEAST_CARD_WIDTH * text_scale),
                          mark->box.slot };
  double step = WIDTH_STEP * text_scale;
  double width =
      floor (khatt_obstacles_measure_free (placing->obstacles, place, &room) / step) * step;
  g_autoptr (KhattCard) card = NULL;

  if (width >= room.least && may_shape (placing, mark, -1))
    card = khatt_card_new (layout, mark, width, placing->shaper);
  if (card == NULL)
    return;

  khatt_mark_put_card (mark, card, get_least_x (layout, place, card->width), bottom - card->height);
  khatt_obstacles_add (placing->obstacles, place, card->width, mark->box.label.y, bottom,
                       mark->box.slot);
}

static gboolean
may_have_card (const KhattLayout *layout, const Task *task)
{
  return task->is_placed && layout->frame.has_cards &&
         khatt_layout_get_lane_detail (layout, task->place.lane) == KHATT_DETAIL_CARDS;
}

static int
compare_priorities (gconstpointer a, gconstpointer b)
{
  const KhattMark *first = ((const Task *) a)->mark;
  const KhattMark *second = ((const Task *) b)->mark;
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

/* Is it whole in the view, but for the edges above and below, under which lanes scroll, as under
 * pinned rows? */
static gboolean
is_label_whole (const KhattLayout *layout, const KhattMark *mark)
{
  const KhattRect *plot = &layout->frame.plot;
  const KhattRect *box = &mark->box.label;
  KhattRect region = khatt_frame_get_region (&layout->frame, mark->label_lane);

  return box->x >= plot->x && box->x + box->width <= plot->x + plot->width &&
         khatt_rect_intersects (box, &region) && !crosses_sticky_name (layout, box);
}

/* The label again, in what is left of its room in the view; NULL where too little is. */
static const KhattLabel *
shape_rest (const KhattLayout *layout,
            const KhattMark *mark,
            gboolean is_greater,
            KhattShaper *shaper)
{
  const KhattLayoutParams *params = &layout->params;
  const KhattTypeface face = get_typeface (layout, mark, WEIGHT_MEDIUM);
  const KhattRect *plot = &layout->frame.plot;
  const KhattRect *box = &mark->box.label;
  double step = WIDTH_STEP * params->text_scale;
  double room = is_greater ? plot->x + plot->width - box->x : box->x + box->width - plot->x;
  double rest = floor (room / step) * step;
  double whole;

  if (rest < KHATT_LABEL_MIN_WIDTH * params->text_scale || rest >= box->width ||
      (params->is_zooming &&
       !khatt_shaper_has (shaper, mark->record->title, &face, rest, params->scale.direction)))
    return NULL;

  whole = khatt_label_get_width (khatt_layout_shape_title (
      layout, mark, WEIGHT_MEDIUM, KHATT_LABEL_MAX_WIDTH * params->text_scale, shaper));
  if (rest < KHATT_LABEL_LEAST_SHARE * whole)
    return NULL;

  return khatt_layout_shape_title (layout, mark, WEIGHT_MEDIUM, rest, shaper);
}

/* A label that reaches over the later or earlier edge of the view is cut there: it stays where it
 * is, beside its mark. */
static void
cut_label_at_edge (const KhattLayout *layout, KhattMark *mark, KhattShaper *shaper)
{
  KhattRect box = mark->box.label;
  gboolean is_greater = box.x + box.width / 2 > mark->x;
  const KhattLabel *rest = shape_rest (layout, mark, is_greater, shaper);
  double baseline = mark->label_baseline;
  double x = box.x;

  if (rest != NULL && !is_greater)
    x = box.x + box.width - ceil (khatt_label_get_width (rest));
  khatt_mark_drop_label (mark);
  if (rest != NULL)
    khatt_mark_put_label (mark, rest, x, baseline);
}

/* Labels that the view's edge would cut are cut by us, where most of them is in view, or are not
 * shown. A card first becomes a label again. */
static void
hide_label_at_edge (const KhattLayout *layout, KhattMark *mark, KhattShaper *shaper)
{
  if (mark->card != NULL && !is_label_whole (layout, mark))
    khatt_mark_drop_card (mark);
  if (mark->label != NULL && mark->card == NULL && !is_label_whole (layout, mark))
    cut_label_at_edge (layout, mark, shaper);
  if (mark->label != NULL && mark->card == NULL && !is_label_whole (layout, mark))
    khatt_mark_drop_label (mark);
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
 * Gives marks their labels, where there is room; labels grow to cards where lanes tell so much.
 */
void
khatt_layout_place_labels (KhattLayout *layout, KhattShaper *shaper)
{
  g_autoptr (GArray) tasks = g_array_new (FALSE, TRUE, sizeof (Task));
  g_autoptr (KhattObstacles) obstacles = NULL;
  KhattLabelPlace places[MAX_PLACES];
  Placing placing;

  for (guint i = 0; i < layout->marks->len; i++)
    {
      Task task = { .mark = &g_array_index (layout->marks, KhattMark, i) };
      const char *title = task.mark->record->title;

      if (title != NULL && *title != '\0' && may_have_label (layout, task.mark) &&
          list_open_places (layout, task.mark, places) > 0)
        g_array_append_val (tasks, task);
    }
  if (tasks->len == 0)
    return;

  obstacles = khatt_obstacles_new (layout);
  placing = (Placing){ layout, shaper, obstacles, ZOOMING_MOST_SHAPED };
  g_array_sort (tasks, compare_priorities);
  for (guint i = 0; i < tasks->len; i++)
    place_label (&placing, &g_array_index (tasks, Task, i));
  for (guint i = 0; i < tasks->len; i++)
    if (may_have_card (layout, &g_array_index (tasks, Task, i)))
      place_card (&placing, &g_array_index (tasks, Task, i));
}

/**
 * khatt_layout_hide_labels:
 * @layout: a layout with the marks in view
 * @shaper: shapes what is left of labels
 *
 * Shortens, or hides, the labels that the edge of the view would cut.
 */
void
khatt_layout_hide_labels (KhattLayout *layout, KhattShaper *shaper)
{
  for (guint i = 0; i < layout->marks->len; i++)
    hide_label_at_edge (layout, &g_array_index (layout->marks, KhattMark, i), shaper);
}
