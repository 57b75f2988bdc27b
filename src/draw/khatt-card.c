/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a label grows to where an event has much room: what kind it was and when, its title in at
 * most two lines, and what was said.
 *
 *   +------------------------------+
 *   | Meeting  Friday 8 August     |
 *   | A title, and where it does   |
 *   | not fit its second line      |
 *   | Speaker: “What was sai…      |
 *   +------------------------------+
 *
 * The lines of a title are set in the title's own direction, and everything hangs from the side
 * where it begins. */

#include "khatt-card.h"

#include "khatt-bidi.h"
#include "khatt-words.h"

#include <math.h>
#include <string.h>

#define PADDING 10
#define TOP_BASELINE 14
#define LINE_PITCH 15
#define BOTTOM 9 /* below the last baseline */
#define PLAIN_PITCH 16
#define PLAIN_ASCENT 14
#define MOST_LINES 4
#define SMALL_SIZE 10.5
#define QUOTE_SIZE 11
#define WEIGHT_NORMAL 400
#define WEIGHT_MEDIUM 500
#define WEIGHT_SEMIBOLD 600
#define DATE_GAP 8
#define SPEAKER_GAP 4
#define SPEAKER_SHARE 0.45
#define LEAST_QUOTE 60
/* Narrower than that a card is only as wide as all that it says. */
#define LEAST_INNER_WIDTH 160

/* A card that is being set. */
typedef struct
{
  KhattCard *card;
  const KhattLayout *layout;
  const KhattMark *mark;
  KhattShaper *shaper;
  KhattDirection direction; /* of the title */
  double text_scale;
  double inner;    /* the width of its lines */
  double baseline; /* of the line that is set next */
} Setting;

/* Two texts of one line. */
typedef struct
{
  const KhattLabel *first; /* NULL: none */
  const KhattLabel *second;
  KhattCardPart first_part;
  KhattCardPart second_part;
  double gap;
} Pair;

static KhattTypeface
make_face (const Setting *setting, double size, int weight)
{
  return (KhattTypeface){ .size = size * setting->text_scale, .weight = weight };
}

static KhattTypeface
make_title_face (const Setting *setting, int weight)
{
  KhattTypeface face = make_face (setting, KHATT_LABEL_SIZE, weight);
  KhattStatus status = setting->mark->record->status;

  face.struck = status == KHATT_STATUS_CANCELLED || status == KHATT_STATUS_DENIED;
  return face;
}

/* From the side where the title begins. */
static void
put_text (Setting *setting, const KhattLabel *label, double from_start, KhattCardPart part)
{
  KhattCard *card = setting->card;
  double width = khatt_label_get_width (label);

  card->texts[card->n_texts++] = (KhattCardText){
    .label = khatt_label_ref (label),
    .x = setting->direction == KHATT_DIRECTION_RTL ? card->width - from_start - width : from_start,
    .baseline = setting->baseline,
    .part = part,
  };
}

static double
measure_pair (const Pair *pair)
{
  double width = khatt_label_get_width (pair->second);

  return pair->first != NULL ? width + khatt_label_get_width (pair->first) + pair->gap : width;
}

static void
put_pair (Setting *setting, const Pair *pair)
{
  double from_start = round (PADDING * setting->text_scale);

  if (pair->first != NULL)
    {
      put_text (setting, pair->first, from_start, pair->first_part);
      from_start += khatt_label_get_width (pair->first) + pair->gap;
    }
  put_text (setting, pair->second, from_start, pair->second_part);
  setting->baseline += round (LINE_PITCH * setting->text_scale);
}

/* The kind goes where both have no room, the plate beside the card shows it too; and where the
 * title is just the same word. */
static Pair
shape_heading (const Setting *setting)
{
  const KhattRecord *record = setting->mark->record;
  const KhattTypeface kind_face = make_face (setting, SMALL_SIZE, WEIGHT_SEMIBOLD);
  const KhattTypeface date_face = make_face (setting, SMALL_SIZE, WEIGHT_NORMAL);
  g_autofree char *date =
      khatt_words_date (&setting->layout->params.words, &record->date, KHATT_CALENDAR_GREGORIAN);
  Pair pair = { .first_part = KHATT_CARD_KIND, .second_part = KHATT_CARD_DATE };

  pair.gap = round (DATE_GAP * setting->text_scale);
  pair.first = khatt_shaper_shape (setting->shaper, khatt_kind_get_label (record->kind), &kind_face,
                                   -1, setting->direction);
  pair.second = khatt_shaper_shape (setting->shaper, date != NULL ? date : "", &date_face, -1,
                                    setting->direction);
  if (measure_pair (&pair) > setting->inner ||
      g_str_equal (record->title, khatt_kind_get_label (record->kind)))
    pair.first = NULL;

  return pair;
}

/* The first of what was said, in the marks of its own direction. */
static char *
dup_quotation (const char *text, KhattDirection fallback)
{
  gboolean is_rtl = khatt_bidi_direction (text, fallback) == KHATT_DIRECTION_RTL;
  g_autofree char *line = g_strndup (text, strcspn (text, "\n"));

  return g_strdup_printf (is_rtl ? "«%s»" : "“%s”", g_strstrip (line));
}

/* FALSE: nobody is quoted. */
static gboolean
shape_quotation (const Setting *setting, Pair *pair)
{
  const KhattTypeface speaker_face = make_face (setting, QUOTE_SIZE, WEIGHT_SEMIBOLD);
  const KhattTypeface quote_face = make_face (setting, QUOTE_SIZE, WEIGHT_NORMAL);
  g_autoptr (KhattEventData) event = NULL;
  const KhattQuoteData *quote;
  g_autofree char *speaker = NULL;
  g_autofree char *text = NULL;
  double left = setting->inner;

  if (!(setting->mark->record->flags & KHATT_RECORD_HAS_QUOTES))
    return FALSE;
  event = khatt_snapshot_dup_event (khatt_arrangement_get_snapshot (setting->layout->arrangement),
                                    setting->mark->box.slot);
  quote = g_ptr_array_index (event->quotes, 0);
  if (quote->text == NULL || *quote->text == '\0')
    return FALSE;

  *pair = (Pair){ .first_part = KHATT_CARD_SPEAKER, .second_part = KHATT_CARD_QUOTE };
  pair->gap = round (SPEAKER_GAP * setting->text_scale);
  if (quote->speaker != NULL && *quote->speaker != '\0')
    {
      speaker = g_strconcat (quote->speaker, ":", NULL);
      pair->first = khatt_shaper_shape_in (setting->shaper, speaker, &speaker_face,
                                           setting->inner * SPEAKER_SHARE, setting->direction);
      left -= khatt_label_get_width (pair->first) + pair->gap;
    }
  text = dup_quotation (quote->text, setting->direction);
  pair->second =
      khatt_shaper_shape (setting->shaper, text, &quote_face,
                          MAX (left, LEAST_QUOTE * setting->text_scale), setting->direction);
  return TRUE;
}

/* One line, or two where it is wider than the card. Returns how many. */
static guint
shape_title (const Setting *setting, int weight, const KhattLabel *lines[2])
{
  const KhattTypeface face = make_title_face (setting, weight);
  const char *title = setting->mark->record->title;
  const KhattLabel *whole = khatt_shaper_shape (setting->shaper, title, &face, -1,
                                                setting->layout->params.scale.direction);
  g_autofree char *first = NULL;
  gsize after;

  lines[0] = whole;
  if (khatt_label_get_width (whole) <= setting->inner)
    return 1;

  after = khatt_label_find_break (whole, setting->inner);
  first = g_strchomp (g_strndup (khatt_label_get_text (whole), after));
  lines[0] =
      khatt_shaper_shape_in (setting->shaper, first, &face, setting->inner, setting->direction);
  if (khatt_label_get_text (whole)[after] == '\0')
    return 1;

  lines[1] = khatt_shaper_shape_in (setting->shaper, khatt_label_get_text (whole) + after, &face,
                                    setting->inner, setting->direction);
  return 2;
}

static Setting
begin_setting (const KhattLayout *layout, const KhattMark *mark, KhattShaper *shaper)
{
  Setting setting = {
    .card = g_new0 (KhattCard, 1),
    .layout = layout,
    .mark = mark,
    .shaper = shaper,
    .direction = khatt_bidi_direction (mark->record->title, layout->params.scale.direction),
    .text_scale = layout->params.text_scale,
  };

  g_ref_count_init (&setting.card->references);
  return setting;
}

/* The last line may be cut where a label would be too. */
static gboolean
is_cut (const KhattMark *mark, const KhattLabel *const *lines, guint n_lines)
{
  gboolean was_cut = mark->label != NULL && khatt_label_is_elided (mark->label);

  return khatt_label_is_elided (lines[0]) ||
         (n_lines > 1 && !was_cut && khatt_label_is_elided (lines[1]));
}

/**
 * khatt_card_new:
 * @layout: a layout
 * @mark: one of its marks, whose event has a title
 * @width: how wide the card may be, in pixels
 * @shaper: shapes its texts
 *
 * Sets a card. It is as wide as what it says, and at most as wide as it may be; only a quotation is
 * cut, and a title that is too long for a label as well.
 *
 * Returns: (transfer full) (nullable): the card; %NULL where there is too little room for what has
 *   to be whole
 */
KhattCard *
khatt_card_new (const KhattLayout *layout, const KhattMark *mark, double width, KhattShaper *shaper)
{
  Setting setting = begin_setting (layout, mark, shaper);
  g_autoptr (KhattCard) card = setting.card;
  double padding = 2 * round (PADDING * setting.text_scale);
  const KhattLabel *lines[2];
  Pair heading, quotation;
  gboolean has_quotation;
  double wanted;
  guint n_lines;

  setting.inner = floor (width) - padding;
  if (setting.inner <= 0)
    return NULL;
  heading = shape_heading (&setting);
  n_lines = shape_title (&setting, WEIGHT_SEMIBOLD, lines);
  has_quotation = shape_quotation (&setting, &quotation);
  wanted = measure_pair (&heading);
  for (guint i = 0; i < n_lines; i++)
    wanted = MAX (wanted, khatt_label_get_width (lines[i]));
  if (has_quotation)
    wanted = MAX (wanted, measure_pair (&quotation));
  if (wanted > setting.inner || is_cut (mark, lines, n_lines) ||
      (setting.inner < LEAST_INNER_WIDTH * setting.text_scale && (n_lines > 1 || has_quotation)))
    return NULL;

  card->width = ceil (wanted) + padding;
  setting.baseline = round (TOP_BASELINE * setting.text_scale);
  put_pair (&setting, &heading);
  for (guint i = 0; i < n_lines; i++)
    {
      const Pair line = { .second = lines[i], .second_part = KHATT_CARD_TITLE };

      put_pair (&setting, &line);
    }
  if (has_quotation)
    put_pair (&setting, &quotation);
  card->height = setting.baseline + round (BOTTOM * setting.text_scale) -
                 round (LINE_PITCH * setting.text_scale);

  return g_steal_pointer (&card);
}

/**
 * khatt_card_new_plain:
 * @layout: a layout
 * @mark: one of its marks, whose event has a title
 * @width: how wide the lines may be, in pixels
 * @shaper: shapes them
 *
 * Sets the title in two lines, for where one would be cut.
 *
 * Returns: (transfer full) (nullable): the lines; %NULL where they have to be cut too
 */
KhattCard *
khatt_card_new_plain (const KhattLayout *layout,
                      const KhattMark *mark,
                      double width,
                      KhattShaper *shaper)
{
  Setting setting = begin_setting (layout, mark, shaper);
  g_autoptr (KhattCard) card = setting.card;
  const KhattLabel *lines[2];
  guint n_lines;

  setting.inner = floor (width);
  n_lines = shape_title (&setting, WEIGHT_MEDIUM, lines);
  if (is_cut (mark, lines, n_lines))
    return NULL;

  card->is_plain = TRUE;
  for (guint i = 0; i < n_lines; i++)
    card->width = MAX (card->width, ceil (khatt_label_get_width (lines[i])));
  setting.baseline = ceil (khatt_label_get_ascent (lines[0]));
  for (guint i = 0; i < n_lines; i++)
    {
      put_text (&setting, lines[i], 0, KHATT_CARD_TITLE);
      card->height = setting.baseline + ceil (khatt_label_get_descent (lines[i]));
      setting.baseline += round (PLAIN_PITCH * setting.text_scale);
    }

  return g_steal_pointer (&card);
}

/**
 * khatt_card_ref:
 * @card: a card
 *
 * Returns: (transfer full): the same card
 */
KhattCard *
khatt_card_ref (KhattCard *card)
{
  g_ref_count_inc (&card->references);
  return card;
}

/**
 * khatt_card_unref:
 * @card: (transfer full): a card
 *
 * Gives a reference back.
 */
void
khatt_card_unref (KhattCard *card)
{
  if (!g_ref_count_dec (&card->references))
    return;
  for (guint i = 0; i < card->n_texts; i++)
    khatt_label_unref (card->texts[i].label);
  g_free (card);
}

/**
 * khatt_card_get_most_height:
 * @text_scale: of the drawing
 *
 * Returns: the height of a card with as many lines as there can be
 */
double
khatt_card_get_most_height (double text_scale)
{
  return round (TOP_BASELINE * text_scale) + (MOST_LINES - 1) * round (LINE_PITCH * text_scale) +
         round (BOTTOM * text_scale);
}

/**
 * khatt_card_get_last_baseline:
 * @card: a card
 *
 * Returns: how far the baseline of its last line is below its upper edge
 */
double
khatt_card_get_last_baseline (const KhattCard *card)
{
  return card->texts[card->n_texts - 1].baseline;
}

/**
 * khatt_card_get_lines_height:
 * @text_scale: of the drawing
 *
 * Returns: how far the second baseline of two plain lines is below their upper edge
 */
double
khatt_card_get_lines_height (double text_scale)
{
  return ceil (PLAIN_ASCENT * text_scale) + round (PLAIN_PITCH * text_scale);
}
