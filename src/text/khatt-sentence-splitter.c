/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sentences of news prose. ICU's break iterator splits after "د." and knows no quotation marks;
 * this splitter keeps a stack of open marks of every style, so that a full stop inside somebody's
 * words does not end the sentence that reports them. A stack never outlives its line: newspapers
 * forget to close marks, and one forgotten mark must not swallow the article.
 */

#include "khatt-sentence-splitter.h"

#include <string.h>

/* Deeper marks are taken for mistakes and ignored. */
#define MAX_DEPTH 8
/* "and", "to", "the": letters that are written onto a word. */
#define MAX_PREFIX_BYTES 4
/* No sentence of prose is longer. What is, is cut, so that reading stays linear in the length of
 * the text. */
#define MAX_SENTENCE_TOKENS 400

typedef enum
{
  FACING_OPEN,
  FACING_CLOSE,
  FACING_NONE, /* an apostrophe */
} Facing;

typedef struct
{
  const KhattTokens *tokens;
  KhattSentences *result;
  gsize open[MAX_DEPTH]; /* indexes into quotations */
  guint depth;
  guint brackets;
  gsize first; /* token that begins the sentence */
  gsize first_quotation;
  guint line;
} Splitter;

static gunichar
char_of (const Splitter *splitter, gsize index)
{
  return g_utf8_get_char (splitter->tokens->tokens[index].folded);
}

static gboolean
touches_next (const Splitter *splitter, gsize index)
{
  return index + 1 < splitter->tokens->n_tokens && !splitter->tokens->tokens[index + 1].has_space &&
         !splitter->tokens->tokens[index + 1].starts_line;
}

static gboolean
touches_word_before (const Splitter *splitter, gsize index)
{
  const KhattToken *token = &splitter->tokens->tokens[index];

  return index > 0 && !token->has_space && !token->starts_line;
}

static gboolean
is_word (const Splitter *splitter, gsize index)
{
  return splitter->tokens->tokens[index].kind == KHATT_TOKEN_WORD ||
         splitter->tokens->tokens[index].kind == KHATT_TOKEN_NUMBER;
}

static gboolean
touches_word_after (const Splitter *splitter, gsize index)
{
  return touches_next (splitter, index) && is_word (splitter, index + 1);
}

/* A mark behind "and", "the" or "that" opens: nobody's words end so. */
static gboolean
follows_open_word (const Splitter *splitter, gsize index)
{
  const KhattMatch *marker = khatt_tokens_match (splitter->tokens, index - 1, KHATT_ENTRY_MARKER);

  return splitter->tokens->tokens[index - 1].length <= MAX_PREFIX_BYTES ||
         (marker != NULL && (strcmp (marker->entry->fields[1], "preposition") == 0 ||
                             strcmp (marker->entry->fields[1], "that") == 0));
}

/* A straight mark says nothing: the spaces round it do. Glued to words on both sides, a space was
 * forgotten. */
static Facing
face_straight (const Splitter *splitter, gsize index)
{
  gboolean touches_before = touches_word_before (splitter, index) && is_word (splitter, index - 1);
  gboolean touches_after = touches_word_after (splitter, index);

  if (touches_before && touches_after)
    {
      if (char_of (splitter, index) == '\'' && splitter->tokens->tokens[index].length == 1)
        return FACING_NONE;
      return splitter->depth == 0 || follows_open_word (splitter, index) ? FACING_OPEN
                                                                         : FACING_CLOSE;
    }
  if (splitter->depth > 0)
    return touches_after && splitter->tokens->tokens[index].has_space ? FACING_OPEN : FACING_CLOSE;
  return touches_before && touches_next (splitter, index) ? FACING_NONE : FACING_OPEN;
}

/* A mark that opens in one style and closes in another: where it stands tells. */
static Facing
face_either (const Splitter *splitter, gsize index)
{
  return splitter->depth > 0 && touches_word_before (splitter, index) &&
                 !touches_word_after (splitter, index)
             ? FACING_CLOSE
             : FACING_OPEN;
}

/* A mark that closes; one that nothing opened opens, unless it ends a word. */
static Facing
face_closing (const Splitter *splitter, gsize index)
{
  if (splitter->depth > 0)
    return FACING_CLOSE;
  return touches_word_before (splitter, index) && is_word (splitter, index - 1) &&
                 !touches_word_after (splitter, index)
             ? FACING_NONE
             : FACING_OPEN;
}

static Facing
face (const Splitter *splitter, gsize index)
{
  switch (char_of (splitter, index))
    {
    case '<':
    case '(':
    case 0x201e:
    case 0x201a:
    case 0x2018:
      return FACING_OPEN;
    case '>':
    case ')':
    case 0x2019:
      return splitter->depth > 0 ? FACING_CLOSE : FACING_NONE;
    case 0x201d: /* some keyboards open with it */
    case 0x00bb: /* typed the wrong way round by some */
    case 0x203a:
      return face_closing (splitter, index);
    case 0x201c: /* closes in German style, opens in English */
    case 0x00ab:
    case 0x2039:
      return face_either (splitter, index);
    default:
      return face_straight (splitter, index);
    }
}

static KhattQuotation *
get_quotation (const Splitter *splitter, gsize index)
{
  return &g_array_index (splitter->result->quotations, KhattQuotation, index);
}

static void
open_quotation (Splitter *splitter, gsize index)
{
  KhattQuotation quotation = { .first_token = index + 1,
                               .after_token = index + 1,
                               .first = splitter->tokens->tokens[index].after,
                               .after = splitter->tokens->tokens[index].after,
                               .depth = splitter->depth };

  if (splitter->depth == MAX_DEPTH)
    return;
  splitter->open[splitter->depth++] = splitter->result->quotations->len;
  g_array_append_val (splitter->result->quotations, quotation);
}

/* Without the white space inside the marks. */
static void
trim_quotation (const Splitter *splitter, KhattQuotation *quotation)
{
  if (quotation->after_token == quotation->first_token)
    return;
  quotation->first = splitter->tokens->tokens[quotation->first_token].first;
  quotation->after = splitter->tokens->tokens[quotation->after_token - 1].after;
}

static void
close_quotation (Splitter *splitter, gsize index)
{
  KhattQuotation *quotation;

  if (splitter->depth == 0)
    return;
  quotation = get_quotation (splitter, splitter->open[--splitter->depth]);
  quotation->after_token = index;
  trim_quotation (splitter, quotation);
}

/* Marks still open when the line ends: an outer one ends with the last inner one that was closed,
 * or with the line where there is none. */
static void
close_line (Splitter *splitter, gsize after)
{
  while (splitter->depth > 0)
    {
      gsize outer = splitter->open[splitter->depth - 1];
      gsize end = after;

      if (splitter->result->quotations->len > outer + 1)
        {
          const KhattQuotation *last =
              get_quotation (splitter, splitter->result->quotations->len - 1);
          if (last->after_token > last->first_token)
            end = last->after_token;
        }
      close_quotation (splitter, end);
    }
  splitter->brackets = 0;
}

static void
end_sentence (Splitter *splitter, gsize after, gboolean is_closed)
{
  const KhattTokens *tokens = splitter->tokens;
  KhattSpan span = { .first_token = splitter->first,
                     .after_token = after,
                     .line = splitter->line,
                     .is_closed = is_closed,
                     .first_quotation = splitter->first_quotation,
                     .n_quotations =
                         splitter->result->quotations->len - splitter->first_quotation };

  if (after <= splitter->first)
    return;
  span.first = tokens->tokens[span.first_token].first;
  span.after = tokens->tokens[after - 1].after;
  g_array_append_val (splitter->result->sentences, span);
  splitter->first = after;
  splitter->first_quotation = splitter->result->quotations->len;
}

/* Some newspapers set a middle dot for a full stop. */
static gboolean
is_stop (gunichar c)
{
  return c == '.' || c == '!' || c == '?' || c == 0x061f || c == 0x06d4 || c == 0x2026 ||
         c == 0x00b7;
}

/* "القاهرة.وأضاف": whole words on both sides, only the space was forgotten. */
static gboolean
is_whole_word (const Splitter *splitter, gsize index)
{
  const KhattToken *token = &splitter->tokens->tokens[index];

  return token->kind == KHATT_TOKEN_WORD && g_utf8_strlen (token->folded, -1) > 2 &&
         g_unichar_get_script (g_utf8_get_char (token->folded)) == G_UNICODE_SCRIPT_ARABIC;
}

/* "استقبل الرئيس .. معالي الوزير": two dots between words are a pause in some agencies. */
static gboolean
is_pause (const Splitter *splitter, gsize index)
{
  const KhattTokens *tokens = splitter->tokens;

  return index > 1 && index + 1 < tokens->n_tokens && char_of (splitter, index) == '.' &&
         char_of (splitter, index - 1) == '.' && touches_next (splitter, index - 1) &&
         is_word (splitter, index - 2) && is_word (splitter, index + 1) &&
         !tokens->tokens[index + 1].starts_line;
}

/* "د." before a name, "a.b", "...": no end of a sentence. */
static gboolean
stop_is_abbreviation (const Splitter *splitter, gsize index)
{
  const KhattToken *before = index > 0 ? &splitter->tokens->tokens[index - 1] : NULL;
  gboolean has_next =
      index + 1 < splitter->tokens->n_tokens && !splitter->tokens->tokens[index + 1].starts_line;

  if (char_of (splitter, index) != '.' || !has_next || before == NULL)
    return FALSE;
  if (touches_next (splitter, index) &&
      (is_word (splitter, index + 1) || char_of (splitter, index + 1) == '.'))
    return is_word (splitter, index - 1)
               ? !is_whole_word (splitter, index - 1) || !is_whole_word (splitter, index + 1)
               : char_of (splitter, index + 1) == '.';
  return before->kind == KHATT_TOKEN_WORD && g_utf8_strlen (before->folded, -1) == 1 &&
         (index < 2 || splitter->tokens->tokens[index - 2].kind != KHATT_TOKEN_NUMBER);
}

static gboolean
ends_sentence (const Splitter *splitter, gsize index)
{
  if (splitter->tokens->tokens[index].kind != KHATT_TOKEN_PUNCTUATION || splitter->depth > 0 ||
      splitter->brackets > 0 || !is_stop (char_of (splitter, index)))
    return FALSE;
  if (index + 1 < splitter->tokens->n_tokens && !splitter->tokens->tokens[index + 1].has_space &&
      !splitter->tokens->tokens[index + 1].starts_line && is_stop (char_of (splitter, index + 1)))
    return FALSE; /* the last of several stops ends it */
  return !stop_is_abbreviation (splitter, index) && !is_pause (splitter, index);
}

static void
take_token (Splitter *splitter, gsize index)
{
  const KhattToken *token = &splitter->tokens->tokens[index];

  if (token->kind == KHATT_TOKEN_QUOTE)
    {
      Facing facing = face (splitter, index);
      if (facing == FACING_OPEN)
        open_quotation (splitter, index);
      else if (facing == FACING_CLOSE)
        close_quotation (splitter, index);
      else if (char_of (splitter, index) == ')')
        splitter->brackets -= MIN (splitter->brackets, 2);
    }
  else if (token->kind == KHATT_TOKEN_PUNCTUATION)
    {
      gunichar c = char_of (splitter, index);
      if (c == '(' || c == '[')
        splitter->brackets++;
      else if ((c == ')' || c == ']') && splitter->brackets > 0)
        splitter->brackets--;
      else if (ends_sentence (splitter, index))
        end_sentence (splitter, index + 1, TRUE);
    }
}

/* Whether an empty line stands between two tokens. */
static gboolean
has_blank_between (const KhattTokens *tokens, gsize before, gsize index)
{
  const char *p = tokens->text + tokens->tokens[before].after;
  const char *end = tokens->text + tokens->tokens[index].first;
  guint n_breaks = 0;

  for (; p < end; p++)
    if (*p == '\n' && ++n_breaks == 2)
      return TRUE;
  return FALSE;
}

static void
mark_blanks (KhattSentences *result, const KhattTokens *tokens)
{
  for (guint i = 1; i < result->sentences->len; i++)
    {
      KhattSpan *span = &g_array_index (result->sentences, KhattSpan, i);
      const KhattSpan *before = &g_array_index (result->sentences, KhattSpan, i - 1);
      if (span->line == before->line)
        span->after_blank = before->after_blank;
      else
        span->after_blank = has_blank_between (tokens, span->first_token - 1, span->first_token);
    }
}

/**
 * khatt_sentences_new:
 * @tokens: the tokens of a text
 *
 * Splits a text into sentences and finds what stands in quotation marks.
 *
 * Returns: (transfer full): the sentences
 */
KhattSentences *
khatt_sentences_new (const KhattTokens *tokens)
{
  KhattSentences *result = g_new0 (KhattSentences, 1);
  Splitter splitter = { .tokens = tokens, .result = result };

  result->sentences = g_array_new (FALSE, FALSE, sizeof (KhattSpan));
  result->quotations = g_array_new (FALSE, FALSE, sizeof (KhattQuotation));
  for (gsize i = 0; i < tokens->n_tokens; i++)
    {
      if (tokens->tokens[i].starts_line && i > 0)
        {
          close_line (&splitter, i);
          end_sentence (&splitter, i, FALSE);
          splitter.line++;
        }
      else if (i - splitter.first >= MAX_SENTENCE_TOKENS)
        {
          close_line (&splitter, i);
          end_sentence (&splitter, i, FALSE);
        }
      take_token (&splitter, i);
    }
  close_line (&splitter, tokens->n_tokens);
  end_sentence (&splitter, tokens->n_tokens, FALSE);
  mark_blanks (result, tokens);
  return result;
}

/**
 * khatt_sentences_free:
 * @sentences: (transfer full): sentences
 *
 * Frees the sentences of a text.
 */
void
khatt_sentences_free (KhattSentences *sentences)
{
  g_array_unref (sentences->sentences);
  g_array_unref (sentences->quotations);
  g_free (sentences);
}
