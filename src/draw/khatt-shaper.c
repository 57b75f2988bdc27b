/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shapes labels and remembers them. The fonts are named, never left to fallback, which differs
 * between systems; a label's base direction is that of its first strong character, never that of
 * the interface; and nothing is hinted, so that the same picture comes out on a screen, in a file
 * and on paper.
 */

#include "khatt-shaper.h"

#include "khatt-bidi.h"
#include "khatt-elision.h"

#include <math.h>

/* A label is one line: what is longer than this is cut before it is shaped at all. */
#define MOST_CHARACTERS 400
/* How many labels are kept: some twenty screens full. */
#define MOST_CACHED 4096
/* Widths of cut labels are multiples of this, so that a slow change of width meets the cache. */
#define WIDTH_STEP 4
/* A letter that stands last is at most so much narrower than in the middle of its word, in pixels.
 */
#define FORM_TOLERANCE 2

struct _KhattShaper
{
  PangoContext *contexts[2]; /* by KhattDirection */
  GHashTable *entries;       /* of Entry, each its own key */
  KhattStamps *stamps;
  guint generation; /* counts trims */
};

typedef struct
{
  char *text;
  KhattTypeface face;
  KhattDirection fallback;
  gboolean is_given; /* the fallback is the direction, whatever the text is */
  int width;         /* pixels, -1: as wide as it is */
  guint last_used;
  KhattLabel *label;
} Entry;

static guint
hash_entry (gconstpointer data)
{
  const Entry *entry = data;

  return g_str_hash (entry->text) ^ (guint) (entry->face.size * 64) * 31u ^
         (guint) entry->face.weight * 17u ^ (guint) (entry->width + 2) * 7919u ^
         (guint) entry->fallback << 7 ^ (guint) entry->is_given << 8 ^
         (guint) entry->face.struck << 9;
}

static gboolean
equal_entries (gconstpointer a_data, gconstpointer b_data)
{
  const Entry *a = a_data;
  const Entry *b = b_data;

  return a->width == b->width && a->face.size == b->face.size && a->face.weight == b->face.weight &&
         !a->face.struck == !b->face.struck && a->fallback == b->fallback &&
         a->is_given == b->is_given && g_str_equal (a->text, b->text);
}

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  g_free (entry->text);
  khatt_label_unref (entry->label);
  g_free (entry);
}

static PangoContext *
make_context (PangoFontMap *map, KhattDirection direction)
{
  PangoContext *context = pango_font_map_create_context (map);
  cairo_font_options_t *options = cairo_font_options_create ();
  const gboolean is_rtl = direction == KHATT_DIRECTION_RTL;

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_base_dir (context, is_rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  pango_context_set_language (context, pango_language_from_string (is_rtl ? "ar" : "en"));
  return context;
}

/* What is drawn of data: one line, no controls, no more than a line can hold. */
static char *
clean_text (const char *text, gboolean *is_cut)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  const char *after = g_utf8_strlen (valid, -1) > MOST_CHARACTERS
                          ? g_utf8_offset_to_pointer (valid, MOST_CHARACTERS)
                          : NULL;

  *is_cut = after != NULL;
  if (after != NULL)
    valid[after - valid] = '\0';
  return g_strdelimit (khatt_bidi_strip (valid), "\t\n", ' ');
}

static KhattLabel *
shape_text (KhattShaper *self,
            const char *text,
            const KhattTypeface *face,
            KhattDirection direction,
            gboolean is_elided)
{
  PangoLayout *layout = pango_layout_new (self->contexts[direction]);
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family_static (font, direction == KHATT_DIRECTION_RTL
                                                      ? "Noto Sans Arabic, Noto Sans"
                                                      : "Noto Sans, Noto Sans Arabic");
  pango_font_description_set_weight (font, (PangoWeight) face->weight);
  pango_font_description_set_absolute_size (font, face->size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, text, -1);
  return khatt_label_new_take (layout, face, direction, is_elided);
}

/* A text to be cut, and what shaping all of it tells about its pieces. */
typedef struct
{
  const char *text;
  const KhattTypeface *face;
  KhattDirection direction;
  double width;    /* what there is */
  GArray *cuts;    /* of gsize */
  double *widths;  /* of the text before each byte */
  double ellipsis; /* its width */
} Cutting;

/* How wide the text before each byte is, as long as nothing is cut. */
static double *
measure_prefixes (const KhattLabel *whole, gsize length)
{
  double *widths = g_new0 (double, length + 1);
  double sum = 0;

  for (GSList *at = khatt_label_get_line (whole)->runs; at != NULL; at = at->next)
    {
      const PangoGlyphItem *run = at->data;

      for (int i = 0; i < run->glyphs->num_glyphs; i++)
        {
          gsize byte = (gsize) run->item->offset + (gsize) run->glyphs->log_clusters[i];

          if (byte < length)
            widths[byte] += pango_units_to_double (run->glyphs->glyphs[i].geometry.width);
        }
    }
  for (gsize i = 0; i <= length; i++)
    {
      double own = widths[i];

      widths[i] = sum;
      sum += own;
    }
  return widths;
}

/* The piece before the cut of that number; 0: nothing but an ellipsis. */
static gsize
get_cut (const Cutting *cutting, guint number)
{
  return number == 0 ? 0 : g_array_index (cutting->cuts, gsize, number - 1);
}

static double
estimate_width (const Cutting *cutting, guint number)
{
  return cutting->widths[get_cut (cutting, number)] + cutting->ellipsis;
}

/* The longest piece that should fit. */
static guint
guess_cut (const Cutting *cutting)
{
  guint low = 0, high = cutting->cuts->len;

  while (low < high)
    {
      const guint middle = low + (high - low + 1) / 2;

      if (estimate_width (cutting, middle) <= cutting->width)
        low = middle;
      else
        high = middle - 1;
    }
  return low;
}

static KhattLabel *
shape_piece (KhattShaper *self, const Cutting *cutting, guint number)
{
  g_autofree char *piece = khatt_elision_cut (cutting->text, get_cut (cutting, number));

  return shape_text (self, piece, cutting->face, cutting->direction, TRUE);
}

/* The longest piece that fits. What shaping the whole told is right but for the forms of letters at
 * the cut: from there it goes on while the next piece could fit, or back until one does. Nothing
 * fits: an empty label. */
static KhattLabel *
shape_longest (KhattShaper *self, const Cutting *cutting)
{
  guint number = guess_cut (cutting);
  KhattLabel *best = shape_piece (self, cutting, number);

  while (khatt_label_get_width (best) > cutting->width)
    {
      khatt_label_unref (best);
      if (number == 0)
        return shape_text (self, "", cutting->face, cutting->direction, TRUE);
      best = shape_piece (self, cutting, --number);
    }
  while (number < cutting->cuts->len &&
         estimate_width (cutting, number + 1) <= cutting->width + FORM_TOLERANCE)
    {
      KhattLabel *longer = shape_piece (self, cutting, ++number);

      if (khatt_label_get_width (longer) > cutting->width)
        {
          khatt_label_unref (longer);
          break;
        }
      khatt_label_unref (best);
      best = longer;
    }
  return best;
}

/* Where a text that was shaped may be cut: Pango has found that out for the whole of it. */
static GArray *
find_cuts (const KhattLabel *whole, const char *text)
{
  int n_attributes;
  const PangoLogAttr *attributes =
      pango_layout_get_log_attrs_readonly (khatt_label_get_line (whole)->layout, &n_attributes);

  if (!g_str_equal (khatt_label_get_text (whole), text))
    return khatt_elision_find_cuts (text);
  return khatt_elision_pick_cuts (text, attributes);
}

static KhattLabel *
shape_cut (KhattShaper *self, const char *text, const Entry *key, KhattDirection direction)
{
  const KhattLabel *whole =
      key->is_given ? khatt_shaper_shape_in (self, key->text, &key->face, -1, key->fallback)
                    : khatt_shaper_shape (self, key->text, &key->face, -1, key->fallback);
  const KhattLabel *ellipsis = khatt_shaper_shape (self, KHATT_ELLIPSIS, &key->face, -1, direction);
  g_autoptr (GArray) cuts = find_cuts (whole, text);
  g_autofree double *widths = measure_prefixes (whole, strlen (text));
  const Cutting cutting = {
    .text = text,
    .face = &key->face,
    .direction = direction,
    .width = key->width,
    .cuts = cuts,
    .widths = widths,
    .ellipsis = khatt_label_get_width (ellipsis),
  };

  return shape_longest (self, &cutting);
}

static KhattLabel *
make_label (KhattShaper *self, const Entry *key)
{
  gboolean is_cut;
  g_autofree char *text = clean_text (key->text, &is_cut);
  const KhattDirection direction =
      key->is_given ? key->fallback : khatt_bidi_direction (text, key->fallback);

  if (key->width >= 0)
    return shape_cut (self, text, key, direction);
  if (!is_cut)
    return shape_text (self, text, &key->face, direction, FALSE);

  g_autofree char *piece = khatt_elision_cut (text, strlen (text));

  return shape_text (self, piece, &key->face, direction, TRUE);
}

static const KhattLabel *
look_up (KhattShaper *self, const Entry *key)
{
  Entry *entry = g_hash_table_lookup (self->entries, key);

  if (entry == NULL)
    {
      entry = g_new (Entry, 1);
      *entry = *key;
      entry->text = g_strdup (key->text);
      entry->label = make_label (self, key);
      g_hash_table_add (self->entries, entry);
    }
  entry->last_used = self->generation;
  return entry->label;
}

static int
get_step (double max_width)
{
  return (int) fmin (max_width, G_MAXINT / 2) / WIDTH_STEP * WIDTH_STEP;
}

/* `key` is that of the whole text. */
static const KhattLabel *
look_up_in_width (KhattShaper *self, Entry *key, double max_width)
{
  const KhattLabel *label = look_up (self, key);

  if (max_width < 0 || khatt_label_get_width (label) <= max_width)
    return label;
  key->width = get_step (max_width);
  return look_up (self, key);
}

static gboolean
is_unused (gpointer key, gpointer value, gpointer data)
{
  const Entry *entry = key;
  const KhattShaper *self = data;

  return entry->last_used != self->generation;
}

/**
 * khatt_shaper_new:
 *
 * Makes a shaper with a font map and a cache of its own.
 *
 * Returns: (transfer full): the shaper
 */
KhattShaper *
khatt_shaper_new (void)
{
  KhattShaper *self = g_new0 (KhattShaper, 1);
  g_autoptr (PangoFontMap) map = pango_cairo_font_map_new ();

  for (int direction = 0; direction < (int) G_N_ELEMENTS (self->contexts); direction++)
    self->contexts[direction] = make_context (map, (KhattDirection) direction);
  self->entries = g_hash_table_new_full (hash_entry, equal_entries, free_entry, NULL);
  self->stamps = khatt_stamps_new ();
  return self;
}

/**
 * khatt_shaper_free:
 * @shaper: (transfer full): a shaper
 *
 * Frees a shaper and what it remembers.
 */
void
khatt_shaper_free (KhattShaper *shaper)
{
  g_hash_table_unref (shaper->entries);
  khatt_stamps_free (shaper->stamps);
  for (int direction = 0; direction < (int) G_N_ELEMENTS (shaper->contexts); direction++)
    g_object_unref (shaper->contexts[direction]);
  g_free (shaper);
}

/**
 * khatt_shaper_trim:
 * @shaper: a shaper
 *
 * Keeps the cache within its bound: where it is too big, labels that were not asked for since the
 * last call go, and if that is not enough, all. To be called between frames: borrowed labels are
 * gone after.
 */
void
khatt_shaper_trim (KhattShaper *shaper)
{
  if (g_hash_table_size (shaper->entries) > MOST_CACHED)
    g_hash_table_foreach_remove (shaper->entries, is_unused, shaper);
  if (g_hash_table_size (shaper->entries) > MOST_CACHED)
    g_hash_table_remove_all (shaper->entries);
  shaper->generation++;
}

/**
 * khatt_shaper_get_n_cached:
 * @shaper: a shaper
 *
 * Counts what the cache holds.
 *
 * Returns: a number of labels
 */
guint
khatt_shaper_get_n_cached (const KhattShaper *shaper)
{
  return g_hash_table_size (shaper->entries);
}

/**
 * khatt_shaper_get_stamps:
 * @shaper: a shaper
 *
 * Gives the pictures of what is drawn again and again with it.
 *
 * Returns: (transfer none): the stamps
 */
KhattStamps *
khatt_shaper_get_stamps (KhattShaper *shaper)
{
  return shaper->stamps;
}

/**
 * khatt_shaper_shape:
 * @shaper: a shaper
 * @text: data: what could reorder its surroundings is dropped, line ends become spaces
 * @face: size in pixels, weight, strike
 * @max_width: pixels the label may take, or less than 0
 * @fallback: the direction of a text without any strong character
 *
 * Shapes one line. A text wider than @max_width is cut at its logical end, between graphemes, and
 * ends in an ellipsis that follows the label's own direction; where not even that fits, the label
 * is empty.
 *
 * Returns: (transfer none): the label, good until the next khatt_shaper_trim()
 */
const KhattLabel *
khatt_shaper_shape (KhattShaper *shaper,
                    const char *text,
                    const KhattTypeface *face,
                    double max_width,
                    KhattDirection fallback)
{
  Entry key = { .text = (char *) text, .face = *face, .fallback = fallback, .width = -1 };

  return look_up_in_width (shaper, &key, max_width);
}

/**
 * khatt_shaper_shape_in:
 * @shaper: a shaper
 * @text: as for khatt_shaper_shape()
 * @face: as for khatt_shaper_shape()
 * @max_width: pixels the label may take, or less than 0
 * @direction: the base direction
 *
 * Shapes a line of a text whose direction is known, though the line itself may begin in another.
 *
 * Returns: (transfer none): the label, good until the next khatt_shaper_trim()
 */
const KhattLabel *
khatt_shaper_shape_in (KhattShaper *shaper,
                       const char *text,
                       const KhattTypeface *face,
                       double max_width,
                       KhattDirection direction)
{
  Entry key = {
    .text = (char *) text, .face = *face, .fallback = direction, .is_given = TRUE, .width = -1
  };

  return look_up_in_width (shaper, &key, max_width);
}

/**
 * khatt_shaper_has:
 * @shaper: a shaper
 * @text: as for khatt_shaper_shape()
 * @face: as for khatt_shaper_shape()
 * @max_width: pixels the label may take, or less than 0
 * @fallback: as for khatt_shaper_shape()
 *
 * Tells whether khatt_shaper_shape() would only have to look it up.
 *
 * Returns: whether the label is in the cache
 */
gboolean
khatt_shaper_has (KhattShaper *shaper,
                  const char *text,
                  const KhattTypeface *face,
                  double max_width,
                  KhattDirection fallback)
{
  Entry key = { .text = (char *) text, .face = *face, .fallback = fallback, .width = -1 };
  const Entry *entry = g_hash_table_lookup (shaper->entries, &key);

  if (entry == NULL || max_width < 0 || khatt_label_get_width (entry->label) <= max_width)
    return entry != NULL;
  key.width = get_step (max_width);
  return g_hash_table_contains (shaper->entries, &key);
}
