/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What only the marks in view need: bridges over lanes that a connector passes, and signs of doubt.
 */

#include "khatt-layout-private.h"

#include <math.h>

#define DOUBT_SIZE 11
#define DOUBT_WEIGHT 700
#define DOUBT_SHIFT 14
#define DOUBT_DROP 4

static int
compare_bridges (gconstpointer a, gconstpointer b)
{
  const KhattBridge *first = a;
  const KhattBridge *second = b;

  if (first->lane != second->lane)
    return first->lane < second->lane ? -1 : 1;

  return first->x < second->x ? -1 : first->x > second->x;
}

static void
bridge_lane (KhattLayout *layout, const KhattMark *mark, guint lane)
{
  double line = khatt_frame_get_line (&layout->frame, lane);
  KhattBridge bridge = { lane, mark->x };

  if (line > mark->stub_top && line < mark->stub_bottom &&
      !khatt_mark_joins_lane (layout, mark, lane))
    g_array_append_val (layout->bridges, bridge);
}

/**
 * khatt_layout_make_bridges:
 * @layout: a layout with its marks
 *
 * Finds where connectors pass over lanes that they do not join: there the lane's line is
 * interrupted.
 */
void
khatt_layout_make_bridges (KhattLayout *layout)
{
  for (guint i = 0; i < layout->marks->len; i++)
    {
      const KhattMark *mark = &g_array_index (layout->marks, KhattMark, i);
      guint last_pinned = MIN (mark->last_lane + 1, layout->frame.n_pinned);
      guint first = MAX (mark->first_lane, layout->frame.first_row);
      guint last = MIN (mark->last_lane + 1, layout->frame.after_row);

      if (mark->is_broken)
        continue;
      for (guint lane = mark->first_lane; lane < last_pinned; lane++)
        bridge_lane (layout, mark, lane);
      for (guint lane = first; lane < last; lane++)
        bridge_lane (layout, mark, lane);
    }

  g_array_sort (layout->bridges, compare_bridges);
}

/**
 * khatt_layout_make_doubts:
 * @layout: a layout with its marks
 * @shaper: shapes the signs
 *
 * Puts a question mark at the later upper corner of plates whose date is uncertain.
 */
void
khatt_layout_make_doubts (KhattLayout *layout, KhattShaper *shaper)
{
  double text_scale = layout->params.text_scale;
  const char *language = layout->params.words.language;
  gboolean is_arabic = language != NULL && g_str_has_prefix (language, "ar");
  KhattTypeface face = { .size = DOUBT_SIZE * text_scale, .weight = DOUBT_WEIGHT };

  for (guint i = 0; i < layout->marks->len; i++)
    {
      const KhattMark *mark = &g_array_index (layout->marks, KhattMark, i);
      const KhattLabel *label;
      KhattText text = {
        .role = KHATT_TEXT_UNCERTAIN,
        .lane = g_array_index (layout->ends, KhattEnd, mark->plate_end).lane,
        .is_faded = mark->is_faded,
      };

      if (!(mark->record->date.flags & KHATT_DATE_UNCERTAIN) ||
          khatt_frame_is_low (&layout->frame, text.lane))
        continue;

      label = khatt_shaper_shape (shaper, is_arabic ? "؟" : "?", &face, -1,
                                  layout->params.scale.direction);
      text.label = khatt_label_ref (label);
      text.x = khatt_scale_later (&layout->params.scale, mark->x, DOUBT_SHIFT * text_scale) -
               khatt_label_get_width (label) / 2;
      text.baseline = round (mark->box.plate.y + DOUBT_DROP * text_scale);
      g_array_append_val (layout->texts, text);
    }
}
