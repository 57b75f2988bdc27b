/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Letters folded for matching: what a reader takes for the same word becomes the same bytes. Every
 * code point of the basic plane has one entry in a table that is computed once from short rules;
 * folding a text is one scan that looks each character up.
 *
 * The tables follow what Arabic newsrooms actually mix: alef with and without hamza, final ya with
 * and without dots, ta marbuta and ha, Persian kaf and yeh from phone keyboards, both digit sets,
 * tatweel and tashkeel, and presentation forms from pages that were once PDF.
 */

#include "khatt-fold.h"

#include <string.h>

#define TABLE_SIZE 0x10000
/* No text has a surrogate, so that these values are free to stand for a row of `expansions`. */
#define EXPANSION 0xd800
#define N_EXPANSIONS_MAX 0x100
#define DROPPED 0
#define MAX_BYTES_PER_SOURCE_BYTE 3 /* a stray byte becomes U+FFFD */

static const char *const expansions[] = { "لا", "الله", "ss", "ae", "oe", "th", "ij" };

enum
{
  EXPANSION_LAM_ALEF,
  EXPANSION_ALLAH,
  EXPANSION_SS,
  EXPANSION_AE,
  EXPANSION_OE,
  EXPANSION_TH,
  EXPANSION_IJ,
};

static const struct
{
  guint16 first;
  guint16 last;
} dropped_ranges[] = {
  { 0x00ad, 0x00ad }, /* soft hyphen */
  { 0x0300, 0x036f }, /* combining accents */
  { 0x0591, 0x05bd }, /* Hebrew points */
  { 0x05bf, 0x05bf }, { 0x05c1, 0x05c2 }, { 0x05c4, 0x05c5 },
  { 0x05c7, 0x05c7 }, { 0x0610, 0x061a }, /* honorifics above letters, small high letters */
  { 0x061c, 0x061c },                     /* Arabic letter mark */
  { 0x0640, 0x0640 },                     /* tatweel */
  { 0x064b, 0x065f },                     /* tashkeel, hamza and madda as marks */
  { 0x0670, 0x0670 },                     /* dagger alef */
  { 0x06d6, 0x06dc }, { 0x06df, 0x06e4 }, { 0x06e7, 0x06e8 },
  { 0x06ea, 0x06ed }, { 0x08d3, 0x08e1 }, { 0x08e3, 0x08ff }, /* further Quranic marks */
  { 0x200b, 0x200f }, /* zero-width space, joiners, directional marks */
  { 0x202a, 0x202e }, /* embeddings and overrides */
  { 0x2060, 0x206f }, /* word joiner, isolates, old format controls */
  { 0xfe00, 0xfe0f }, /* variation selectors */
  { 0xfe20, 0xfe2f }, /* combining half marks */
  { 0xfe70, 0xfe72 }, { 0xfe74, 0xfe74 }, { 0xfe76, 0xfe7f }, /* tashkeel on their own */
  { 0xfeff, 0xfeff },                                         /* byte order mark */
};

/* The first member of each row stands for all of them. */
static const char *const letter_classes[] = {
  "اأإآٱٲٳٵ",
  "وؤٶ",
  "يىئیېےۍٸ",
  "هةۀەہۂھۃ",
  "كکڪگ",
  "بپ",
  "جچ",
  "فڤڥ",
  " \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"
  "\u3000",
};

/* Presentation forms B in their order: how many shapes each letter has. */
static const struct
{
  const char *letter;
  int n_shapes;
} shapes_from_fe80[] = {
  { "ء", 1 }, { "آ", 2 }, { "أ", 2 }, { "ؤ", 2 }, { "إ", 2 }, { "ئ", 4 }, { "ا", 2 }, { "ب", 4 },
  { "ة", 2 }, { "ت", 4 }, { "ث", 4 }, { "ج", 4 }, { "ح", 4 }, { "خ", 4 }, { "د", 2 }, { "ذ", 2 },
  { "ر", 2 }, { "ز", 2 }, { "س", 4 }, { "ش", 4 }, { "ص", 4 }, { "ض", 4 }, { "ط", 4 }, { "ظ", 4 },
  { "ع", 4 }, { "غ", 4 }, { "ف", 4 }, { "ق", 4 }, { "ك", 4 }, { "ل", 4 }, { "م", 4 }, { "ن", 4 },
  { "ه", 4 }, { "و", 2 }, { "ى", 2 }, { "ي", 4 },
};
#define FIRST_SHAPE 0xfe80
#define FIRST_LAM_ALEF 0xfef5
#define LAST_LAM_ALEF 0xfefc

/* Letters that neither lower case nor decomposition takes to a plain letter. */
static const struct
{
  guint16 from;
  guint16 to;
} special_letters[] = {
  { 0x00df, EXPANSION + EXPANSION_SS },
  { 0x1e9e, EXPANSION + EXPANSION_SS },
  { 0x00c6, EXPANSION + EXPANSION_AE },
  { 0x00e6, EXPANSION + EXPANSION_AE },
  { 0x0152, EXPANSION + EXPANSION_OE },
  { 0x0153, EXPANSION + EXPANSION_OE },
  { 0x00de, EXPANSION + EXPANSION_TH },
  { 0x00fe, EXPANSION + EXPANSION_TH },
  { 0x0132, EXPANSION + EXPANSION_IJ },
  { 0x0133, EXPANSION + EXPANSION_IJ },
  { 0x00d8, 'o' },
  { 0x00f8, 'o' },
  { 0x0110, 'd' },
  { 0x0111, 'd' },
  { 0x00d0, 'd' },
  { 0x00f0, 'd' },
  { 0x0141, 'l' },
  { 0x0142, 'l' },
  { 0x0126, 'h' },
  { 0x0127, 'h' },
  { 0x0130, 'i' },
  { 0x0131, 'i' },
  { 0xfdf2, EXPANSION + EXPANSION_ALLAH },
};

static guint16
fold_cased (gunichar c)
{
  gunichar base = c, mark;

  if (g_unichar_iscntrl (c) && c != '\n' && c != '\r' && c != '\t')
    return DROPPED;
  if (g_unichar_get_script (c) == G_UNICODE_SCRIPT_LATIN)
    while (g_unichar_decompose (base, &base, &mark) && mark != 0)
      ;
  base = g_unichar_tolower (base);
  return base < TABLE_SIZE ? (guint16) base : (guint16) c;
}

static void
fill_arabic_shapes (guint16 *table)
{
  gunichar shape = FIRST_SHAPE;

  for (gsize i = 0; i < G_N_ELEMENTS (shapes_from_fe80); i++)
    for (int n = 0; n < shapes_from_fe80[i].n_shapes; n++)
      table[shape++] = table[g_utf8_get_char (shapes_from_fe80[i].letter)];

  for (shape = FIRST_LAM_ALEF; shape <= LAST_LAM_ALEF; shape++)
    table[shape] = EXPANSION + EXPANSION_LAM_ALEF;
}

static void
fill_table (guint16 *table)
{
  for (gunichar c = 1; c < TABLE_SIZE; c++)
    table[c] = fold_cased (c);

  for (gsize i = 0; i < G_N_ELEMENTS (letter_classes); i++)
    {
      gunichar first = g_utf8_get_char (letter_classes[i]);
      for (const char *p = letter_classes[i]; *p != '\0'; p = g_utf8_next_char (p))
        table[g_utf8_get_char (p)] = (guint16) first;
    }
  for (int digit = 0; digit < 10; digit++)
    {
      table[0x0660 + digit] = (guint16) ('0' + digit);
      table[0x06f0 + digit] = (guint16) ('0' + digit);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (special_letters); i++)
    table[special_letters[i].from] = special_letters[i].to;
  for (gsize i = 0; i < G_N_ELEMENTS (dropped_ranges); i++)
    for (gunichar c = dropped_ranges[i].first; c <= dropped_ranges[i].last; c++)
      table[c] = DROPPED;

  fill_arabic_shapes (table);

  /* What one rule leads to may be the start of another: ǣ, æ, ae. Folding twice is folding once. */
  for (gunichar c = 1; c < TABLE_SIZE; c++)
    if (table[c] < EXPANSION || table[c] >= EXPANSION + N_EXPANSIONS_MAX)
      table[c] = table[table[c]];
}

static const guint16 *
get_table (void)
{
  static guint16 table[TABLE_SIZE];
  static gsize is_filled = 0;

  if (g_once_init_enter (&is_filled))
    {
      fill_table (table);
      g_once_init_leave (&is_filled, 1);
    }
  return table;
}

/* The next character; U+FFFD and one byte where the bytes are no UTF-8, so that no input reads too
 * far. */
static gunichar
decode (const char *p, const char *end, int *n_bytes)
{
  gunichar c = g_utf8_get_char_validated (p, end - p);

  if (c == (gunichar) -1 || c == (gunichar) -2)
    {
      *n_bytes = 1;
      return 0xfffd;
    }
  *n_bytes = g_utf8_skip[(guchar) *p];
  return c;
}

static inline gunichar
decode_fast (const char *p, const char *end, int *n_bytes)
{
  guchar first = (guchar) p[0];

  /* Two bytes: all of Arabic and Hebrew, most of Latin. */
  if (first >= 0xc2 && first < 0xe0 && end - p >= 2 && ((guchar) p[1] & 0xc0) == 0x80)
    {
      *n_bytes = 2;
      return (gunichar) (first & 0x1f) << 6 | ((guchar) p[1] & 0x3f);
    }
  return decode (p, end, n_bytes);
}

/* Most letters that are folded become letters of two bytes. */
static inline int
put_character (gunichar c, char *out)
{
  if (c < 0x80 || c >= 0x800)
    return g_unichar_to_utf8 (c, out);
  out[0] = (char) (0xc0 | c >> 6);
  out[1] = (char) (0x80 | (c & 0x3f));
  return 2;
}

static int
put_folded (gunichar c, const guint16 *table, char *out)
{
  guint16 folded;
  gsize length;

  if (c >= TABLE_SIZE)
    return g_unichar_to_utf8 (c, out);

  folded = table[c];
  if (folded == DROPPED)
    return 0;
  if (folded < EXPANSION || folded >= EXPANSION + N_EXPANSIONS_MAX)
    return put_character (folded, out);

  length = strlen (expansions[folded - EXPANSION]);
  memcpy (out, expansions[folded - EXPANSION], length);
  return (int) length;
}

/* `offsets` grows with the text: room for every byte that could come. */
static gsize
fold_into (const char *text, gsize length, char *out, guint32 *offsets)
{
  const guint16 *table = get_table ();
  const char *end = text + length;
  gsize n = 0;

  for (const char *p = text; p < end;)
    {
      int n_read = 1, n_written = 1;

      if ((guchar) *p < 0x80)
        {
          out[n] = (char) table[(guchar) *p];
          n_written = out[n] != '\0';
        }
      else
        n_written = put_folded (decode_fast (p, end, &n_read), table, out + n);

      if (offsets != NULL)
        for (int i = 0; i < n_written; i++)
          offsets[n + i] = (guint32) (p - text);
      n += n_written;
      p += n_read;
    }

  out[n] = '\0';
  if (offsets != NULL)
    offsets[n] = (guint32) length;
  return n;
}

/**
 * khatt_fold:
 * @text: UTF-8
 * @length: in bytes; -1 where the text ends with a NUL
 *
 * Folds letters for matching: see #KhattFolded for what becomes the same.
 *
 * Returns: (transfer full): the folded text
 */
char *
khatt_fold (const char *text, gssize length)
{
  gsize n_bytes = length < 0 ? strlen (text) : (gsize) length;
  char *folded = g_malloc (n_bytes * MAX_BYTES_PER_SOURCE_BYTE + 1);
  gsize n_folded = fold_into (text, n_bytes, folded, NULL);

  return g_realloc (folded, n_folded + 1);
}

/**
 * khatt_fold_with_map:
 * @text: UTF-8, at most %G_MAXUINT32 bytes
 * @length: in bytes; -1 where the text ends with a NUL
 * @folded: (out caller-allocates): the folded text and, for each of its bytes and for its end, the
 * byte of @text where the character starts that it came from; free with khatt_folded_clear()
 *
 * Folds letters for matching and keeps the way back to the source.
 */
void
khatt_fold_with_map (const char *text, gssize length, KhattFolded *folded)
{
  gsize n_bytes = length < 0 ? strlen (text) : (gsize) length;
  gsize room = n_bytes * MAX_BYTES_PER_SOURCE_BYTE + 1;

  folded->text = g_malloc (room);
  folded->offsets = g_new (guint32, room);
  folded->length = fold_into (text, n_bytes, folded->text, folded->offsets);
  folded->text = g_realloc (folded->text, folded->length + 1);
  folded->offsets = g_renew (guint32, folded->offsets, folded->length + 1);
}

/**
 * khatt_folded_clear:
 * @folded: a folded text
 *
 * Frees what a folded text holds; harmless on one that is cleared or zero.
 */
void
khatt_folded_clear (KhattFolded *folded)
{
  g_clear_pointer (&folded->text, g_free);
  g_clear_pointer (&folded->offsets, g_free);
  folded->length = 0;
}
