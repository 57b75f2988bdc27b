/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The words beside the lanes: names, offices and counts in the header column, or in a narrow window
 * the names above the lane lines. A name that is too wide first gives up its given names for their
 * initials, then its end. */

#include "khatt-layout-private.h"
#include "khatt-words.h"

#include <math.h>
#include <string.h>

#define NAME_SIZE 12.5
#define LOW_NAME_SIZE 11
#define DETAIL_SIZE 10.5
#define COUNT_SIZE 11.5
#define TITLE_SIZE 11.5
#define STICKY_SIZE 11
#define WEIGHT_NORMAL 400
#define WEIGHT_SEMIBOLD 600

#define EXTRA_WIDTH 60
#define MIN_HEADER_WIDTH 132
#define MAX_HEADER_WIDTH 216
#define OUTER_PADDING 15
#define INNER_PADDING 12
#define COUNT_GAP 9
#define STICKY_PADDING 10
/* Baselines, from the lane's centre line. */
#define NAME_RISE 3
#define DETAIL_DROP 14
#define SINGLE_DROP 4
#define COUNT_DROP 4
/* Where lines lie low in their rows, names with offices stand higher. */
#define LOW_LINE_RISE 8
#define STICKY_RISE 12
#define TITLE_RISE 14

#define MAX_INITIALS_WORDS 4

/**
 * khatt_text_clear:
 * @text: a text
 *
 * Drops what the text holds.
 */
void
khatt_text_clear (KhattText *text)
{
  g_clear_pointer (&text->label, khatt_label_unref);
}

/**
 * khatt_text_get_rect:
 * @text: a text
 *
 * Returns: its box
 */
KhattRect
khatt_text_get_rect (const KhattText *text)
{
  double ascent = khatt_label_get_ascent (text->label);

  return (KhattRect){ text->x, text->baseline - ascent, khatt_label_get_width (text->label),
                      ascent + khatt_label_get_descent (text->label) };
}

/* Names of offices and bodies are not names of people: they have an article, or a word in small
 * letters. */
static gboolean
is_given_name (const char *word)
{
  gunichar first = g_utf8_get_char (word);

  return !g_unichar_islower (first) && !g_str_has_prefix (word, "ال") && !g_unichar_isdigit (first);
}

/**
 * khatt_lane_name_dup_initials:
 * @name: a name as the document has it
 * @is_person: whether its bearer has an office
 *
 * Shortens a person's given names to their initials: "Ivan Petrov" to "I. Petrov", "كريم داود
 * أيدينوف" to "ك. د. أيدينوف".
 *
 * Returns: (transfer full) (nullable): the short form; %NULL where there is nothing to shorten
 */
char *
khatt_lane_name_dup_initials (const char *name, gboolean is_person)
{
  g_auto (GStrv) words = g_strsplit (name, " ", -1);
  g_autoptr (GString) result = g_string_new (NULL);
  guint n_words = g_strv_length (words);

  if (!is_person || n_words < 2 || n_words > MAX_INITIALS_WORDS)
    return NULL;

  for (guint i = 0; i < n_words; i++)
    if (words[i][0] == '\0' || !is_given_name (words[i]))
      return NULL;

  for (guint i = 0; i + 1 < n_words; i++)
    {
      g_string_append_unichar (result, g_utf8_get_char (words[i]));
      g_string_append (result, ". ");
    }
  g_string_append (result, words[n_words - 1]);

  return g_string_free (g_steal_pointer (&result), FALSE);
}

static KhattTypeface
make_face (const KhattLayoutParams *params, double size, int weight)
{
  return (KhattTypeface){ .size = size * params->text_scale, .weight = weight };
}

static const KhattLabel *
shape_count (const KhattLayoutParams *params,
             KhattShaper *shaper,
             const KhattLane *lane,
             KhattDirection direction)
{
  KhattTypeface face = make_face (params, COUNT_SIZE, WEIGHT_NORMAL);
  g_autofree char *number = khatt_words_count (&params->words, lane->n_events);

  return khatt_shaper_shape (shaper, number, &face, -1, direction);
}

/* What the column has beside the name: the count and the room round both. Mirrored columns are as
 * wide, though their digits may come from another font. */
static double
measure_beside_name (const KhattLayoutParams *params, KhattShaper *shaper, const KhattLane *lane)
{
  double padding = (OUTER_PADDING + COUNT_GAP + INNER_PADDING) * params->text_scale;
  double count = khatt_label_get_width (shape_count (params, shaper, lane, KHATT_DIRECTION_LTR));

  return MAX (padding + ceil (count), EXTRA_WIDTH * params->text_scale);
}

/**
 * khatt_lane_texts_measure:
 * @arrangement: the lanes
 * @params: text scale and direction
 * @shaper: measures names
 *
 * Finds the width of the header column: that of the widest name with room for the count, within
 * limits.
 *
 * Returns: whole pixels
 */
double
khatt_lane_texts_measure (KhattArrangement *arrangement,
                          const KhattLayoutParams *params,
                          KhattShaper *shaper)
{
  guint n_lanes;
  const guint32 *lanes = khatt_arrangement_get_long_names (arrangement, &n_lanes);
  KhattTypeface face = make_face (params, NAME_SIZE, WEIGHT_SEMIBOLD);
  double limit = MAX_HEADER_WIDTH * params->text_scale;
  double widest = MIN_HEADER_WIDTH * params->text_scale;

  for (guint i = 0; i < n_lanes && widest < limit; i++)
    {
      const KhattLane *lane = khatt_arrangement_get_lane (arrangement, lanes[i]);
      const KhattLabel *label = khatt_shaper_shape (shaper, lane->name != NULL ? lane->name : "",
                                                    &face, -1, params->scale.direction);

      widest =
          MAX (widest, khatt_label_get_width (label) + measure_beside_name (params, shaper, lane));
    }

  return ceil (MIN (widest, limit));
}

/* Hangs from the outer edge of the column, whatever its script; `place` is where and what it is,
 * but for its x. */
static void
append_at_edge (const KhattLayout *layout,
                GArray *texts,
                const KhattLabel *label,
                const KhattText *place)
{
  const KhattRect *column = &layout->frame.corner;
  double padding = OUTER_PADDING * layout->params.text_scale;
  gboolean is_rtl = layout->params.scale.direction == KHATT_DIRECTION_RTL;
  KhattText text = {
    .label = khatt_label_ref (label),
    .x = is_rtl ? column->x + column->width - padding - khatt_label_get_width (label)
                : column->x + padding,
    .baseline = round (place->baseline),
    .role = place->role,
    .lane = place->lane,
  };

  g_array_append_val (texts, text);
}

static const KhattLabel *
shape_name (const KhattLayout *layout, KhattShaper *shaper, const KhattLane *lane, double width)
{
  double size = lane->is_collapsed ? LOW_NAME_SIZE : NAME_SIZE;
  KhattTypeface face = make_face (&layout->params, size, WEIGHT_SEMIBOLD);
  KhattDirection direction = layout->params.scale.direction;
  const char *name = lane->name != NULL ? lane->name : "";
  const KhattLabel *label = khatt_shaper_shape (shaper, name, &face, width, direction);
  g_autofree char *initials = NULL;

  if (!khatt_label_is_elided (label))
    return label;

  initials = khatt_lane_name_dup_initials (name, lane->detail != NULL);

  return khatt_shaper_shape (shaper, initials != NULL ? initials : name, &face, width, direction);
}

static void
append_count (const KhattLayout *layout, KhattShaper *shaper, guint index, GArray *texts)
{
  const KhattLane *lane = khatt_arrangement_get_lane (layout->arrangement, index);
  const KhattLabel *label =
      shape_count (&layout->params, shaper, lane, layout->params.scale.direction);
  double line = khatt_frame_get_line (&layout->frame, index);
  const KhattRect *column = &layout->frame.headers;
  double padding = INNER_PADDING * layout->params.text_scale;
  gboolean is_rtl = layout->params.scale.direction == KHATT_DIRECTION_RTL;
  KhattText text = {
    .label = khatt_label_ref (label),
    .x = is_rtl ? column->x + padding
                : column->x + column->width - padding - khatt_label_get_width (label),
    .baseline = round (line + COUNT_DROP * layout->params.text_scale),
    .role = KHATT_TEXT_LANE_COUNT,
    .lane = index,
  };

  g_array_append_val (texts, text);
}

static void
append_header (const KhattLayout *layout, KhattShaper *shaper, guint index, GArray *texts)
{
  const KhattLane *lane = khatt_arrangement_get_lane (layout->arrangement, index);
  double text_scale = layout->params.text_scale;
  double width = layout->frame.headers.width - measure_beside_name (&layout->params, shaper, lane);
  double line = khatt_frame_get_line (&layout->frame, index);
  gboolean has_detail = lane->detail != NULL && *lane->detail != '\0' &&
                        !layout->params.is_compact && !lane->is_collapsed;
  double rise = has_detail && layout->frame.has_cards ? LOW_LINE_RISE : 0;
  KhattTypeface face = make_face (&layout->params, DETAIL_SIZE, WEIGHT_NORMAL);
  KhattText place = {
    .baseline = line + (has_detail ? -NAME_RISE - rise : SINGLE_DROP) * text_scale,
    .role = KHATT_TEXT_LANE_NAME,
    .lane = index,
  };

  append_at_edge (layout, texts, shape_name (layout, shaper, lane, width), &place);
  place.baseline = line + (DETAIL_DROP - rise) * text_scale;
  place.role = KHATT_TEXT_LANE_DETAIL;
  if (has_detail)
    append_at_edge (
        layout, texts,
        khatt_shaper_shape (shaper, lane->detail, &face, width, layout->params.scale.direction),
        &place);
  append_count (layout, shaper, index, texts);
}

static void
append_title (const KhattLayout *layout, KhattShaper *shaper, GArray *texts)
{
  KhattTypeface face = make_face (&layout->params, TITLE_SIZE, WEIGHT_SEMIBOLD);
  g_autofree char *number = NULL;
  g_autofree char *title = NULL;
  const KhattRect *corner = &layout->frame.corner;
  const KhattText place = {
    .baseline = corner->y + corner->height - TITLE_RISE * layout->params.text_scale,
    .role = KHATT_TEXT_LANES_TITLE,
    .lane = G_MAXUINT,
  };

  if (layout->params.draw_words.lanes_title == NULL)
    return;

  number = khatt_words_count (&layout->params.words, layout->frame.n_lanes);
  /* A dot beside Arabic digits would pass for a zero. */
  title =
      g_strdup_printf (layout->params.words.digits == KHATT_DIGITS_ARABIC ? "%s (%s)" : "%s · %s",
                       layout->params.draw_words.lanes_title, number);
  append_at_edge (layout, texts,
                  khatt_shaper_shape (shaper, title, &face,
                                      corner->width - 2 * OUTER_PADDING * layout->params.text_scale,
                                      layout->params.scale.direction),
                  &place);
}

/* At the earlier edge of the plot, over whatever scrolls below it. */
static void
append_sticky_name (const KhattLayout *layout, KhattShaper *shaper, guint index, GArray *texts)
{
  const KhattLane *lane = khatt_arrangement_get_lane (layout->arrangement, index);
  KhattTypeface face = make_face (&layout->params, STICKY_SIZE, WEIGHT_SEMIBOLD);
  const KhattRect *plot = &layout->frame.plot;
  double padding = STICKY_PADDING * layout->params.text_scale;
  gboolean is_rtl = layout->params.scale.direction == KHATT_DIRECTION_RTL;
  const KhattLabel *label =
      khatt_shaper_shape (shaper, lane->name != NULL ? lane->name : "", &face,
                          MAX (plot->width / 2, 1), layout->params.scale.direction);
  KhattText text = {
    .label = khatt_label_ref (label),
    .x = is_rtl ? plot->x + plot->width - padding - khatt_label_get_width (label)
                : plot->x + padding,
    .baseline =
        round (khatt_frame_get_line (&layout->frame, index) +
               (lane->is_collapsed ? SINGLE_DROP : -STICKY_RISE) * layout->params.text_scale),
    .role = KHATT_TEXT_STICKY_NAME,
    .lane = index,
  };

  g_array_append_val (texts, text);
}

/**
 * khatt_lane_texts_append:
 * @layout: a layout with its frame
 * @shaper: shapes them
 * @texts: (element-type KhattText): where to append
 *
 * Makes the texts of the lanes in view.
 */
void
khatt_lane_texts_append (const KhattLayout *layout, KhattShaper *shaper, GArray *texts)
{
  for (guint i = khatt_frame_get_first_row (&layout->frame); i < layout->frame.after_row;
       i = khatt_frame_get_next_row (&layout->frame, i))
    {
      if (layout->params.is_narrow)
        append_sticky_name (layout, shaper, i, texts);
      else
        append_header (layout, shaper, i, texts);
    }

  if (!layout->params.is_narrow)
    append_title (layout, shaper, texts);
}
