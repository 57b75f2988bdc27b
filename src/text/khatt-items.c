/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The items of a text. What people paste is often several news items under one another, each with a
 * headline and perhaps a dateline; some have cross-headings between. A headline tells the event
 * once more, a dateline tells from where and by whom, and neither is to be read as prose.
 */

#include "khatt-items.h"

#include <string.h>

/* A line without a full stop of at most so many words is a heading. */
#define MAX_HEADING_WORDS 26
/* A heading in the middle of a body shorter than this divides it; a longer one begins a new item.
 */
#define MAX_CROSS_HEADING_WORDS 4
#define MIN_LEDE_WORDS 9
#define MAX_DATELINE_TOKENS 26
#define MAX_INLINE_DATELINE_TOKENS 16
#define MAX_AGENCY_TOKENS 4
#define MAX_BYLINE_TOKENS 8

typedef struct
{
  const KhattTokens *tokens;
  const KhattSentences *sentences;
  KhattItems *result;
  gboolean has_more; /* an item follows that is not among the sentences */
} Finder;

static const KhattSpan *
get_sentence (const Finder *finder, gsize index)
{
  return &g_array_index (finder->sentences->sentences, KhattSpan, index);
}

static gsize
count_sentences (const Finder *finder)
{
  return finder->sentences->sentences->len;
}

static guint
count_words (const Finder *finder, const KhattSpan *sentence)
{
  guint n = 0;

  for (gsize i = sentence->first_token; i < sentence->after_token; i++)
    n += finder->tokens->tokens[i].kind == KHATT_TOKEN_WORD;
  return n;
}

/* Alone on its line. */
static gboolean
fills_line (const Finder *finder, gsize index)
{
  guint line = get_sentence (finder, index)->line;

  return (index == 0 || get_sentence (finder, index - 1)->line != line) &&
         (index + 1 == count_sentences (finder) || get_sentence (finder, index + 1)->line != line);
}

/* A token that datelines are made of besides places, agencies and dates. */
static gboolean
is_dateline_filler (const KhattToken *token)
{
  static const char *const words[] = { "في", "يوم",   "الموافق", "ه",      "م",   "هجريه",
                                       "من", "مراسل", "خاص",     "وكالات", "مكتب" };

  if (token->kind == KHATT_TOKEN_NUMBER || token->kind == KHATT_TOKEN_QUOTE)
    return TRUE;
  if (token->kind == KHATT_TOKEN_PUNCTUATION)
    return strchr ("/(),:.-", token->folded[0]) != NULL ||
           g_utf8_get_char (token->folded) == 0x2013 || g_utf8_get_char (token->folded) == 0x2014 ||
           g_utf8_get_char (token->folded) == 0x060c;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (khatt_token_is (token, words[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_dash (const KhattToken *token)
{
  gunichar c = g_utf8_get_char (token->folded);

  return token->kind == KHATT_TOKEN_PUNCTUATION && (c == '-' || c == 0x2013 || c == 0x2014);
}

/* Behind an agency that no table has, where `i` is its first word: "(المدار)", "/المدار/". */
static gsize
after_unknown_agency (const Finder *finder, gsize i, gsize first, gsize after)
{
  const KhattToken *tokens = finder->tokens->tokens;
  const char *end = NULL;

  if (i == first)
    return i;
  if (khatt_token_is (&tokens[i - 1], "("))
    end = ")";
  else if (khatt_token_is (&tokens[i - 1], "/"))
    end = "/";
  for (gsize k = i + 1; end != NULL && k < MIN (i + MAX_AGENCY_TOKENS + 1, after); k++)
    {
      if (khatt_token_is (&tokens[k], end))
        return k + 1;
    }
  return i;
}

/* How many tokens from `first` on can belong to a dateline. */
static gsize
run_of_dateline (const Finder *finder, gsize first, gsize after, gsize limit, gboolean *has_agency)
{
  static const KhattEntryClass classes[] = { KHATT_ENTRY_AGENCY, KHATT_ENTRY_CITY,
                                             KHATT_ENTRY_COUNTRY, KHATT_ENTRY_DATE };
  gsize i = first;

  *has_agency = FALSE;
  while (i < after && i - first < limit)
    {
      const KhattMatch *match = NULL;
      for (gsize k = 0; k < G_N_ELEMENTS (classes) && match == NULL; k++)
        match = khatt_tokens_match (finder->tokens, i, classes[k]);
      if (match != NULL)
        {
          *has_agency |= match->entry->class == KHATT_ENTRY_AGENCY;
          i += match->n_tokens;
        }
      else if (is_dateline_filler (&finder->tokens->tokens[i]))
        i++;
      else
        {
          gsize behind = after_unknown_agency (finder, i, first, after);

          if (behind == i)
            break;
          i = behind;
        }
    }
  return MIN (i, after) - first;
}

static gboolean
begins_with_place (const Finder *finder, gsize token)
{
  return khatt_tokens_match (finder->tokens, token, KHATT_ENTRY_CITY) != NULL ||
         khatt_tokens_match (finder->tokens, token, KHATT_ENTRY_COUNTRY) != NULL ||
         khatt_tokens_match (finder->tokens, token, KHATT_ENTRY_AGENCY) != NULL;
}

/* A year or an agency, and no verb. */
static gboolean
has_date_or_agency (const Finder *finder, const KhattSpan *sentence)
{
  gboolean has = FALSE;

  for (gsize i = sentence->first_token; i < sentence->after_token; i++)
    {
      if (khatt_tokens_match (finder->tokens, i, KHATT_ENTRY_VERB) != NULL)
        return FALSE;
      has |= finder->tokens->tokens[i].kind == KHATT_TOKEN_NUMBER ||
             khatt_tokens_match (finder->tokens, i, KHATT_ENTRY_AGENCY) != NULL;
    }
  return has;
}

/* "القاهرة في 15 أبريل /أ ش أ/": place, date and agency, and little else. A name of a newspaper
 * that no table has may end the line. */
static gboolean
is_dateline (const Finder *finder, gsize index)
{
  const KhattSpan *sentence = get_sentence (finder, index);
  gsize length = sentence->after_token - sentence->first_token;
  gboolean has_agency;
  gsize run;

  if (!fills_line (finder, index) || length > MAX_DATELINE_TOKENS ||
      !begins_with_place (finder, sentence->first_token))
    return FALSE;
  if (!sentence->is_closed && has_date_or_agency (finder, sentence))
    return TRUE;
  run = run_of_dateline (finder, sentence->first_token, sentence->after_token, MAX_DATELINE_TOKENS,
                         &has_agency);
  return run == length || (!sentence->is_closed && run > 1 && length - run <= 3 && length <= 8);
}

/* Headlines say "meets"; "met" opens a lede whose full stop is missing. */
static gboolean
opens_with_past (const Finder *finder, const KhattSpan *sentence)
{
  const KhattMatch *verb =
      khatt_tokens_match (finder->tokens, sentence->first_token, KHATT_ENTRY_VERB);

  return verb != NULL && (verb->entry->form & KHATT_FORM_PAST) &&
         count_words (finder, sentence) > MIN_LEDE_WORDS;
}

static gboolean
is_heading (const Finder *finder, gsize index)
{
  const KhattSpan *sentence = get_sentence (finder, index);
  const KhattToken *last = &finder->tokens->tokens[sentence->after_token - 1];

  return !sentence->is_closed && fills_line (finder, index) &&
         !opens_with_past (finder, sentence) &&
         count_words (finder, sentence) <= MAX_HEADING_WORDS && !khatt_token_is (last, ":");
}

/* A newspaper that no table has, before a dash and a verb: "صوت البلد - التقى", "خاص| قال". */
static gsize
find_byline_end (const Finder *finder, const KhattSpan *sentence)
{
  gsize limit = MIN (sentence->first_token + MAX_BYLINE_TOKENS, sentence->after_token);
  gsize found = sentence->first_token;

  for (gsize i = sentence->first_token; i + 1 < limit; i++)
    {
      const KhattToken *token = &finder->tokens->tokens[i];

      if (khatt_tokens_match (finder->tokens, i, KHATT_ENTRY_VERB) != NULL ||
          token->kind == KHATT_TOKEN_QUOTE)
        break;
      if ((is_dash (token) || khatt_token_is (token, "|") || khatt_token_is (token, "/")) &&
          khatt_tokens_match (finder->tokens, i + 1, KHATT_ENTRY_VERB) != NULL)
        found = i + 1;
    }
  return found;
}

/* "الوزير أمام البرلمان (صورة أرشيفية)": what stands under a picture. */
static gboolean
is_caption (const Finder *finder, gsize index)
{
  const KhattSpan *sentence = get_sentence (finder, index);

  if (sentence->is_closed || !fills_line (finder, index))
    return FALSE;
  for (gsize i = sentence->first_token; i < sentence->after_token; i++)
    {
      const KhattMatch *match = khatt_tokens_match (finder->tokens, i, KHATT_ENTRY_MARKER);
      if (match != NULL && strcmp (match->entry->fields[1], "caption") == 0)
        return TRUE;
    }
  return FALSE;
}

/* Where the words of a sentence begin that opens with its dateline: "الجزائر – تلقى". */
static gsize
skip_dateline (const Finder *finder, gsize index, KhattItem *item)
{
  const KhattSpan *sentence = get_sentence (finder, index);
  gsize byline = find_byline_end (finder, sentence);
  gboolean has_agency;
  gsize run, dash;

  if (byline > sentence->first_token)
    {
      item->first_dateline_token = sentence->first_token;
      item->after_dateline_token = byline;
      return byline;
    }
  if (!begins_with_place (finder, sentence->first_token))
    return sentence->first_token;
  run = run_of_dateline (finder, sentence->first_token, sentence->after_token,
                         MAX_INLINE_DATELINE_TOKENS, &has_agency);
  for (dash = sentence->first_token + run; dash > sentence->first_token; dash--)
    if (is_dash (&finder->tokens->tokens[dash - 1]) ||
        khatt_token_is (&finder->tokens->tokens[dash - 1], ":") ||
        (has_agency && (khatt_token_is (&finder->tokens->tokens[dash - 1], ")") ||
                        khatt_token_is (&finder->tokens->tokens[dash - 1], "/") ||
                        khatt_token_is (&finder->tokens->tokens[dash - 1], "."))))
      break;
  if (dash == sentence->first_token)
    return sentence->first_token;
  item->first_dateline_token = sentence->first_token;
  item->after_dateline_token = dash;
  return dash;
}

/* Home is where the agency is, else where the item was written. */
static void
read_dateline (const Finder *finder, KhattItem *item)
{
  const char *place = NULL;

  for (gsize i = item->first_dateline_token; i < item->after_dateline_token; i++)
    {
      const KhattMatch *agency = khatt_tokens_match (finder->tokens, i, KHATT_ENTRY_AGENCY);
      const KhattMatch *city = khatt_tokens_match (finder->tokens, i, KHATT_ENTRY_CITY);
      const KhattMatch *country = khatt_tokens_match (finder->tokens, i, KHATT_ENTRY_COUNTRY);

      if (agency != NULL && item->agency == NULL)
        {
          item->agency = agency->entry->fields[1];
          if (*agency->entry->fields[2] != '\0')
            item->home = agency->entry->fields[2];
        }
      if (city != NULL && item->after_town_token == item->first_town_token)
        {
          item->first_town_token = i;
          item->after_town_token = i + city->n_tokens;
        }
      if (place == NULL && (city != NULL || country != NULL))
        place = city != NULL ? city->entry->fields[1] : country->entry->fields[1];
    }
  if (item->home == NULL)
    item->home = place;
}

static void
start_item (Finder *finder, gsize sentence)
{
  gsize token = get_sentence (finder, sentence)->first_token;
  KhattItem item = { .first_sentence = sentence,
                     .after_sentence = sentence,
                     .first_token = token,
                     .after_token = token };

  g_array_append_val (finder->result->items, item);
}

static KhattItem *
last_item (const Finder *finder)
{
  return &g_array_index (finder->result->items, KhattItem, finder->result->items->len - 1);
}

/* A heading begins an item at the start of the text, after an empty line, before a dateline, or
 * when it is long; a short one within a body divides it. */
static gboolean
heading_begins_item (const Finder *finder, gsize index)
{
  const KhattSpan *sentence = get_sentence (finder, index);
  guint n_words = count_words (finder, sentence);

  if (index == 0)
    return TRUE;
  if (index + 1 < count_sentences (finder) && is_dateline (finder, index + 1))
    return TRUE;
  if (finder->result->places[index - 1].part == KHATT_PART_HEADLINE)
    return FALSE;
  return n_words > MAX_CROSS_HEADING_WORDS;
}

static void
place_sentence (Finder *finder, gsize index)
{
  KhattPlace *place = &finder->result->places[index];
  const KhattSpan *sentence = get_sentence (finder, index);
  gboolean has_next = index + 1 < count_sentences (finder) || finder->has_more;

  place->body_token = sentence->first_token;
  if (is_dateline (finder, index))
    {
      place->part = KHATT_PART_DATELINE;
      if (finder->result->items->len == 0)
        start_item (finder, index);
      last_item (finder)->first_dateline_token = sentence->first_token;
      last_item (finder)->after_dateline_token = sentence->after_token;
    }
  else if (is_caption (finder, index))
    {
      place->part = KHATT_PART_CROSS_HEADING;
      if (finder->result->items->len == 0)
        start_item (finder, index);
    }
  else if (has_next && is_heading (finder, index))
    {
      gboolean begins = heading_begins_item (finder, index);
      place->part = begins ? KHATT_PART_HEADLINE : KHATT_PART_CROSS_HEADING;
      if (begins)
        start_item (finder, index);
    }
  else
    {
      KhattItem *item;
      if (finder->result->items->len == 0)
        start_item (finder, index);
      item = last_item (finder);
      place->part = KHATT_PART_BODY;
      if (item->first_dateline_token == item->after_dateline_token)
        place->body_token = skip_dateline (finder, index, item);
    }

  place->item = finder->result->items->len - 1;
  last_item (finder)->after_sentence = index + 1;
  last_item (finder)->after_token = sentence->after_token;
}

/**
 * khatt_items_new:
 * @tokens: the tokens of a text
 * @sentences: its sentences
 *
 * Divides a text into news items and says what each sentence is in its own.
 *
 * Returns: (transfer full): the items
 */
KhattItems *
khatt_items_new (const KhattTokens *tokens, const KhattSentences *sentences)
{
  return khatt_items_new_stretch (tokens, sentences, FALSE);
}

/**
 * khatt_items_new_stretch:
 * @tokens: the tokens of a stretch of a text, which begins with an item
 * @sentences: its sentences
 * @has_more: whether another item follows: the last line of a text is no heading, that of a stretch
 *   can be one
 *
 * Divides a stretch of a text into news items, as khatt_items_new() divides the whole.
 *
 * Returns: (transfer full): the items
 */
KhattItems *
khatt_items_new_stretch (const KhattTokens *tokens,
                         const KhattSentences *sentences,
                         gboolean has_more)
{
  KhattItems *items = g_new0 (KhattItems, 1);
  Finder finder = {
    .tokens = tokens, .sentences = sentences, .result = items, .has_more = has_more
  };

  items->items = g_array_new (FALSE, TRUE, sizeof (KhattItem));
  items->places = g_new0 (KhattPlace, sentences->sentences->len + 1);
  for (gsize i = 0; i < sentences->sentences->len; i++)
    place_sentence (&finder, i);
  for (guint i = 0; i < items->items->len; i++)
    read_dateline (&finder, &g_array_index (items->items, KhattItem, i));
  return items;
}

/**
 * khatt_items_set_home:
 * @items: items
 * @code: (nullable): the code of the publisher's country; lives as long as the items
 *
 * Says where those items are written whose dateline does not.
 */
void
khatt_items_set_home (KhattItems *items, const char *code)
{
  for (guint i = 0; code != NULL && i < items->items->len; i++)
    {
      KhattItem *item = &g_array_index (items->items, KhattItem, i);
      if (item->home == NULL)
        item->home = code;
    }
}

/**
 * khatt_items_free:
 * @items: (transfer full): items
 *
 * Frees the items of a text.
 */
void
khatt_items_free (KhattItems *items)
{
  g_array_unref (items->items);
  g_free (items->places);
  g_free (items);
}
