/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where the label of a mark can stand: beside the ends that say most, later than them or earlier.
 */

#include "khatt-placement.h"

#include <math.h>

#define PLATE_GAP 18
#define COMPACT_RISE 6
#define CONNECTOR_GAP 12
/* The question mark of an uncertain date stands between plate and label. */
#define DOUBT_GAP 6

/* From the track of a mark, whose ink is so wide, to its label. The halo round ink and what is kept
 * clear of it are the same at every text scale: where that is small, they need the larger part. */
static double
get_gap (const KhattLayout *layout, double wanted, double ink)
{
  double text_scale = layout->params.text_scale;
  double least = ink * text_scale / 2 + KHATT_MARK_CONNECTOR_HALO + KHATT_INK_CLEARANCE;

  return MAX (round (wanted * text_scale), ceil (least));
}

/* Both sides of the first end of a form. */
static guint
list_end_places (const KhattLayout *layout,
                 const KhattMark *mark,
                 KhattEndForm form,
                 int first_step,
                 KhattLabelPlace places[2])
{
  double gap = get_gap (layout, CONNECTOR_GAP,
                        form == KHATT_END_ARROW ? KHATT_MARK_ARROW_WIDTH : KHATT_MARK_DOT);

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
list_places (const KhattLayout *layout,
             const KhattMark *mark,
             KhattLabelPlace places[KHATT_MAX_LABEL_PLACES])
{
  int first_step = mark->anchor.form == KHATT_ANCHOR_BEFORE ? -1 : 1;
  const KhattEnd *plate = &g_array_index (layout->ends, KhattEnd, mark->plate_end);
  guint n_received = list_end_places (layout, mark, KHATT_END_ARROW, first_step, places);
  guint n_places = n_received;

  for (int i = 0; i < 2; i++)
    {
      int step = i == 0 ? first_step : -first_step;
      gboolean has_doubt = step > 0 && (mark->record->date.flags & KHATT_DATE_UNCERTAIN);
      double gap = get_gap (layout, PLATE_GAP + (has_doubt ? DOUBT_GAP : 0), KHATT_MARK_PLATE);

      places[n_places++] = (KhattLabelPlace){ plate->lane, mark->track + step * gap, step };
    }

  if (n_received == 0)
    n_places += list_end_places (layout, mark, KHATT_END_DOT, first_step, places + n_places);

  return n_places;
}

/**
 * khatt_layout_list_label_places:
 * @layout: a layout with its marks
 * @mark: one of them
 * @places: (out): where its label can stand, the best first
 *
 * Lists the places of a label: in lanes that show marks and are not collapsed.
 *
 * Returns: how many there are
 */
guint
khatt_layout_list_label_places (const KhattLayout *layout,
                                const KhattMark *mark,
                                KhattLabelPlace places[KHATT_MAX_LABEL_PLACES])
{
  guint n_places = list_places (layout, mark, places);
  guint n_open = 0;

  for (guint i = 0; i < n_places; i++)
    if (!khatt_frame_is_low (&layout->frame, places[i].lane) &&
        khatt_layout_get_lane_detail (layout, places[i].lane) >= KHATT_DETAIL_MARKS)
      places[n_open++] = places[i];

  return n_open;
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
