/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Labels beside their marks, never over anything. Greedy by priority (Christensen, Marks and
 * Shieber, "An empirical study of algorithms for point-feature label placement", ACM Transactions
 * on Graphics 14, 1995, find it good enough where candidates are few). Places are chosen in fixed
 * tiles of two viewports, from what is in and round the tile: panning cannot move a label, it only
 * shortens or hides one that crosses the edge of the view. What has found no room in its tile then
 * may cross the border to the next, where both have left room. Where nobody waits for it, the work
 * is done a few labels at a time: shaping them takes longer than all else in a scene. */

#include "khatt-placement.h"

#include "khatt-card.h"
#include "khatt-obstacles.h"

#include <math.h>

/* While the view zooms: a width that stays is found again in the next step. */
#define ZOOMING_WIDTH_STEP 24
/* How many labels a step of a zoom may shape that no step before has shaped. */
#define ZOOMING_MOST_SHAPED 4
/* Looking for room costs about as much for so many marks as shaping a label. */
#define TRIES_PER_SHAPING 16
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

/* A mark whose label is to be placed, and where that came to stand. */
typedef struct
{
  KhattMark *mark;
  gboolean is_placed;
  gboolean is_across; /* it found no room in its tile */
  KhattLabelPlace place;
} Task;

/* What is done, one after the other, with each label. */
enum
{
  PHASE_LABELS,
  PHASE_CARDS, /* that labels grow to */
  PHASE_LABELS_ACROSS,
  PHASE_CARDS_ACROSS,
  N_PHASES
};

/* Labels that are being placed. */
struct _KhattPlacement
{
  KhattLayout *layout; /* borrowed */
  KhattShaper *shaper; /* borrowed */
  KhattObstacles *obstacles;
  GArray *tasks; /* of Task, the first to have a place first */
  guint n_done;  /* of the tasks in the first phase, then of those in the next */
  guint n_phases;
  guint n_shapings; /* how many more a step of a zoom may do */
};

/* A step of a zoom shapes few labels that no step before has shaped. */
static gboolean
may_shape (KhattPlacement *self, const KhattMark *mark, double width)
{
  const KhattLayout *layout = self->layout;

  if (!layout->params.is_zooming ||
      khatt_layout_has_title (layout, mark, KHATT_LABEL_WEIGHT, width, self->shaper))
    return TRUE;
  if (self->n_shapings == 0)
    return FALSE;

  self->n_shapings--;
  return TRUE;
}

/* NULL: there is no time left for it. */
static const KhattLabel *
shape_title (KhattPlacement *self, const KhattMark *mark, double width)
{
  if (!may_shape (self, mark, width))
    return NULL;

  return khatt_layout_shape_title (self->layout, mark, KHATT_LABEL_WEIGHT, width, self->shaper);
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
put_label (KhattPlacement *self, Task *task, const KhattLabel *label, const KhattLabelPlace *place)
{
  const KhattLayout *layout = self->layout;
  const KhattRect *box = &task->mark->box.label;
  double width = ceil (khatt_label_get_width (label));

  task->mark->label_lane = place->lane;
  khatt_mark_put_label (task->mark, label, get_least_x (layout, place, width),
                        khatt_layout_get_baseline (layout, place->lane));
  khatt_obstacles_add (self->obstacles, place, width, box->y, box->y + box->height,
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
has_any_room (const KhattPlacement *self,
              const KhattMark *mark,
              const KhattLabelPlace *places,
              guint n_places)
{
  const KhattLayout *layout = self->layout;
  double text_scale = layout->params.text_scale;
  double wanted =
      MIN (get_least_width (layout, mark->record->title), KHATT_LABEL_MIN_WIDTH * text_scale);

  for (guint i = 0; i < n_places; i++)
    {
      double baseline = khatt_layout_get_baseline (layout, places[i].lane);
      KhattLabelRoom room = { baseline - LEAST_ASCENT * text_scale,
                              baseline + LEAST_DESCENT * text_scale, wanted, wanted,
                              KHATT_SLOT_NONE };

      if (khatt_obstacles_measure_free (self->obstacles, &places[i], &room) >= wanted)
        return TRUE;
    }

  return FALSE;
}

/* Whole, in two lines, where the row is high enough above the line for them. */
static gboolean
place_lines (KhattPlacement *self, KhattMark *mark, const KhattLabelPlace *place, double wanted)
{
  const KhattLayout *layout = self->layout;
  double text_scale = layout->params.text_scale;
  double bottom = khatt_layout_get_baseline (layout, place->lane);
  KhattLabelRoom room = { bottom - khatt_card_get_lines_height (text_scale), bottom, wanted,
                          MAX (LEAST_LINES_SHARE * wanted, KHATT_LABEL_MIN_WIDTH * text_scale),
                          KHATT_SLOT_NONE };
  double step = KHATT_LABEL_WIDTH_STEP * text_scale;
  double width;
  g_autoptr (KhattCard) lines = NULL;

  if (layout->params.is_zooming || room.top < khatt_frame_get_top (&layout->frame, place->lane))
    return FALSE;
  width = floor (khatt_obstacles_measure_free (self->obstacles, place, &room) / step) * step;
  if (width >= room.least)
    lines = khatt_card_new_plain (layout, mark, width, self->shaper);
  if (lines == NULL)
    return FALSE;

  mark->label_lane = place->lane;
  khatt_mark_put_card (mark, lines, get_least_x (layout, place, lines->width),
                       bottom - khatt_card_get_last_baseline (lines));
  khatt_obstacles_add (self->obstacles, place, lines->width, mark->box.label.y,
                       mark->box.label.y + lines->height, mark->box.slot);
  return TRUE;
}

/* In two lines, or cut, where most of it fits; `width` is that of the whole. */
static void
place_cut_label (KhattPlacement *self,
                 Task *task,
                 const KhattLabelPlace *places,
                 const double *widths,
                 guint n_places,
                 double width)
{
  const KhattLayoutParams *params = &self->layout->params;
  double step =
      (params->is_zooming ? ZOOMING_WIDTH_STEP : KHATT_LABEL_WIDTH_STEP) * params->text_scale;
  const KhattLabel *label;

  for (guint i = 0; i < n_places; i++)
    if (place_lines (self, task->mark, &places[i], width))
      return;

  for (guint i = 0; i < n_places; i++)
    {
      double cut = floor (widths[i] / step) * step;

      if (cut < KHATT_LABEL_LEAST_SHARE * width || cut < KHATT_LABEL_MIN_WIDTH * params->text_scale)
        continue;
      label = shape_title (self, task->mark, cut);
      if (label != NULL)
        put_label (self, task, label, &places[i]);
      return;
    }
}

/* Whole first, wherever it fits. */
static void
place_label (KhattPlacement *self, Task *task)
{
  const KhattLayout *layout = self->layout;
  KhattMark *mark = task->mark;
  double text_scale = layout->params.text_scale;
  KhattLabelPlace places[KHATT_MAX_LABEL_PLACES];
  double widths[KHATT_MAX_LABEL_PLACES];
  guint n_places = khatt_layout_list_label_places (layout, mark, places);
  const KhattLabel *label;
  double width;

  if (!has_any_room (self, mark, places, n_places))
    return;

  label = shape_title (self, mark, KHATT_LABEL_MAX_WIDTH * text_scale);
  if (label == NULL)
    return;

  width = ceil (khatt_label_get_width (label));
  for (guint i = 0; i < n_places; i++)
    {
      double baseline = khatt_layout_get_baseline (layout, places[i].lane);
      KhattLabelRoom room = { baseline - khatt_label_get_ascent (label),
                              baseline + khatt_label_get_descent (label), width,
                              KHATT_LABEL_LEAST_SHARE * width, KHATT_SLOT_NONE };

      widths[i] = khatt_obstacles_measure_free (self->obstacles, &places[i], &room);
      if (widths[i] < width)
        continue;
      put_label (self, task, label, &places[i]);
      return;
    }

  place_cut_label (self, task, places, widths, n_places, width);
}

/* The label grows where it stands, and takes no room from any other. */
static void
place_card (KhattPlacement *self, const Task *task)
{
  const KhattLayout *layout = self->layout;
  const KhattLabelPlace *place = &task->place;
  KhattMark *mark = task->mark;
  double text_scale = layout->params.text_scale;
  double bottom =
      khatt_frame_get_line (&layout->frame, place->lane) - round (CARD_RISE * text_scale);
  KhattLabelRoom room = { bottom - khatt_card_get_most_height (text_scale), bottom,
                          round (CARD_WIDTH * text_scale), round (LEAST_CARD_WIDTH * text_scale),
                          mark->box.slot };
  double step = KHATT_LABEL_WIDTH_STEP * text_scale;
  double width = floor (khatt_obstacles_measure_free (self->obstacles, place, &room) / step) * step;
  g_autoptr (KhattCard) card = NULL;

  if (width >= room.least && may_shape (self, mark, -1))
    card = khatt_card_new (layout, mark, width, self->shaper);
  if (card == NULL)
    return;

  khatt_mark_put_card (mark, card, get_least_x (layout, place, card->width), bottom - card->height);
  khatt_obstacles_add (self->obstacles, place, card->width, mark->box.label.y, bottom,
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

  if (first->is_faded != second->is_faded)
    return first->is_faded ? 1 : -1;
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

/* A view that zooms, or never pans, shows nothing of the rest of its tiles. */
static gboolean
may_have_label (const KhattLayout *layout, const KhattMark *mark)
{
  const KhattRect *plot = &layout->frame.plot;
  gboolean needs_rest = !layout->params.is_zooming && !layout->params.is_still;

  return !layout->params.hides_labels &&
         (needs_rest || (mark->x >= plot->x && mark->x <= plot->x + plot->width));
}

static GArray *
list_tasks (KhattLayout *layout)
{
  GArray *tasks = g_array_new (FALSE, TRUE, sizeof (Task));
  KhattLabelPlace places[KHATT_MAX_LABEL_PLACES];

  for (guint i = 0; i < layout->marks->len; i++)
    {
      Task task = { .mark = &g_array_index (layout->marks, KhattMark, i) };
      const char *title = task.mark->record->title;

      if (title != NULL && *title != '\0' && may_have_label (layout, task.mark) &&
          khatt_layout_list_label_places (layout, task.mark, places) > 0)
        g_array_append_val (tasks, task);
    }
  g_array_sort (tasks, compare_priorities);

  return tasks;
}

/**
 * khatt_placement_new:
 * @layout: a scene with its marks and clusters; borrowed, and not to be changed by others
 * @shaper: shapes the labels; borrowed
 *
 * Begins to give marks their labels, where there is room; labels grow to cards where lanes tell so
 * much.
 *
 * Returns: (transfer full): what is to be done, of which nothing is done yet
 */
KhattPlacement *
khatt_placement_new (KhattLayout *layout, KhattShaper *shaper)
{
  KhattPlacement *self = g_new0 (KhattPlacement, 1);

  self->layout = layout;
  self->shaper = shaper;
  self->tasks = list_tasks (layout);
  self->n_phases = layout->params.is_still ? PHASE_LABELS_ACROSS : N_PHASES;
  self->n_shapings = ZOOMING_MOST_SHAPED;
  if (self->tasks->len > 0)
    self->obstacles = khatt_obstacles_new (layout);

  return self;
}

/**
 * khatt_placement_free:
 * @placement: (transfer full): labels that are being placed
 *
 * Leaves off; marks keep the labels that they have.
 */
void
khatt_placement_free (KhattPlacement *placement)
{
  g_clear_pointer (&placement->obstacles, khatt_obstacles_free);
  g_array_unref (placement->tasks);
  g_free (placement);
}

/**
 * khatt_placement_is_done:
 * @placement: labels that are being placed
 *
 * Returns: whether there is nothing left to do
 */
gboolean
khatt_placement_is_done (const KhattPlacement *placement)
{
  return placement->n_done == placement->n_phases * placement->tasks->len;
}

static void
do_task (KhattPlacement *self, Task *task, guint phase)
{
  const KhattMark *mark = task->mark;

  if (phase == PHASE_LABELS_ACROSS)
    task->is_across = mark->label == NULL && mark->card == NULL;
  if (phase == PHASE_LABELS || (phase == PHASE_LABELS_ACROSS && task->is_across))
    place_label (self, task);
  else if ((phase == PHASE_CARDS || (phase == PHASE_CARDS_ACROSS && task->is_across)) &&
           may_have_card (self->layout, task))
    place_card (self, task);
}

/* One label, or one card. */
static void
do_next (KhattPlacement *self)
{
  guint n_tasks = self->tasks->len;
  guint phase = self->n_done / n_tasks;

  if (phase == PHASE_LABELS_ACROSS)
    khatt_obstacles_cross_tiles (self->obstacles);
  do_task (self, &g_array_index (self->tasks, Task, self->n_done % n_tasks), phase);
  self->n_done++;
}

/**
 * khatt_placement_step:
 * @placement: labels that are being placed
 * @most_shaped: about how many may be shaped that have not been shaped before
 *
 * Goes on for a while. The shaper may be trimmed between two steps.
 */
void
khatt_placement_step (KhattPlacement *placement, guint most_shaped)
{
  guint n_before = khatt_shaper_get_n_cached (placement->shaper);
  guint most_tries = most_shaped * TRIES_PER_SHAPING;

  for (guint n_tries = 0; n_tries < most_tries && !khatt_placement_is_done (placement) &&
                          khatt_shaper_get_n_cached (placement->shaper) - n_before < most_shaped;
       n_tries++)
    do_next (placement);
}

/**
 * khatt_placement_finish:
 * @placement: labels that are being placed
 *
 * Does all that is left.
 */
void
khatt_placement_finish (KhattPlacement *placement)
{
  while (!khatt_placement_is_done (placement))
    do_next (placement);
}
