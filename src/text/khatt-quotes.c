/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Quotations and who is quoted. Marks also stand round names of newspapers and round words that the
 * writer keeps at arm's length: what has fewer than three words, and what nobody is said to say, is
 * left out.
 */

#include "khatt-quotes.h"

#include "khatt-clause.h"

#include <string.h>

/* Tokens between a quotation and the verb behind it: its mark and a comma; and between "according
 * to" and a name. */
#define MAX_GAP 3
#define SOURCE_REACH 6

static guint
count_words (const KhattText *text, const KhattQuotation *quotation)
{
  guint n = 0;

  for (gsize i = quotation->first_token; i < quotation->after_token; i++)
    n += text->tokens->tokens[i].kind == KHATT_TOKEN_WORD;
  return n;
}

static gboolean
is_saying (const KhattMatch *verb)
{
  static const char *const names[] = { "say", "announce", "deny", "tell", "invite" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i], verb->entry->fields[2]) == 0)
      return TRUE;
  return FALSE;
}

/* "نقلت الوكالة عن X قوله": whose words are passed on stands behind "about". */
static gboolean
is_passing_on (const KhattMatch *verb)
{
  return strcmp (verb->entry->fields[2], "send") == 0 ||
         strcmp (verb->entry->fields[2], "report") == 0;
}

static gboolean
is_about (const KhattClauses *clauses, gsize token)
{
  const KhattMatch *marker = khatt_clauses_marker (clauses, token, "preposition");

  return marker != NULL && strcmp (marker->entry->fields[2], "about") == 0;
}

/* Who is named first between two tokens, with nothing that governs the name but "about" where it
 * passes words on; another clause's people do not count. */
static guint
find_named (const KhattClauses *clauses, gsize first, gsize after, gboolean behind_about)
{
  for (gsize m = clauses->first_mention; m < clauses->after_mention; m++)
    {
      const KhattMention *mention = &g_array_index (clauses->text->mentions, KhattMention, m);

      if (mention->first_token < first || mention->actor == KHATT_NO_ACTOR)
        continue;
      if (mention->first_token >= after)
        break;
      if (behind_about ? is_about (clauses, mention->first_token - 1)
                       : mention->governor == KHATT_GOVERNOR_NONE)
        return mention->actor;
    }
  return KHATT_NO_ACTOR;
}

/* Where the words end that can name the subject of a verb. */
static gsize
subject_end (const KhattClauses *clauses, gsize verb, gsize after)
{
  for (gsize i = verb + 1; i < after; i++)
    if (clauses->cuts[i - clauses->first_token] != KHATT_CUT_NONE ||
        khatt_clauses_verb (clauses, i) != NULL)
      return i;
  return after;
}

/* "أن X أكد": the subject right before its verb. */
static guint
find_named_before (const KhattClauses *clauses, gsize verb)
{
  const KhattMention *mention =
      verb > clauses->first_token ? khatt_clauses_mention_at (clauses, verb - 1) : NULL;

  return mention != NULL && mention->governor == KHATT_GOVERNOR_NONE ? mention->actor
                                                                     : KHATT_NO_ACTOR;
}

/* "«...»، قال X", "«...»، بحسب X": the speaker behind the words. */
static guint
find_speaker_behind (const KhattClauses *clauses, gsize at)
{
  gsize limit = MIN (at + MAX_GAP, clauses->after_token);

  for (; at < limit; at++)
    {
      const KhattMatch *verb = khatt_clauses_verb (clauses, at);
      const KhattMatch *source = khatt_clauses_marker (clauses, at, "source");

      if (source != NULL)
        return find_named (clauses, at, MIN (at + SOURCE_REACH, clauses->after_token), FALSE);
      if (verb != NULL)
        return is_saying (verb) && !(verb->proclitics & KHATT_PROCLITIC_WAW)
                   ? find_named (clauses, at + 1, subject_end (clauses, at, clauses->after_token),
                                 FALSE)
                   : KHATT_NO_ACTOR;
      if (clauses->text->tokens->tokens[at].kind == KHATT_TOKEN_WORD)
        return KHATT_NO_ACTOR;
    }
  return KHATT_NO_ACTOR;
}

/* The subject of the last verb of saying before a quotation, else of the one behind it; `speaker`
 * where neither names anybody. */
static guint
find_speaker (const KhattClauses *clauses, const KhattQuotation *quotation, guint speaker)
{
  guint found = KHATT_NO_ACTOR;

  for (gsize i = quotation->first_token; i-- > clauses->first_token;)
    {
      const KhattMatch *verb = khatt_clauses_verb (clauses, i);

      if (verb == NULL || (!is_saying (verb) && !is_passing_on (verb)))
        continue;
      found = is_passing_on (verb)
                  ? find_named (clauses, i + 1, quotation->first_token, TRUE)
                  : find_named (clauses, i + 1, subject_end (clauses, i, quotation->first_token),
                                FALSE);
      if (found == KHATT_NO_ACTOR)
        found = find_named_before (clauses, i);
      return found != KHATT_NO_ACTOR ? found : speaker;
    }
  found = find_speaker_behind (clauses, quotation->after_token);
  return found != KHATT_NO_ACTOR ? found : speaker;
}

/**
 * khatt_quotes_find:
 * @text: what is read
 * @sentence: which sentence
 * @speaker: who speaks in it, as far as its frames tell
 *
 * Finds the quotations of a sentence.
 *
 * Returns: (transfer full) (element-type KhattQuote): them, in text order
 */
GArray *
khatt_quotes_find (const KhattText *text, gsize sentence, guint speaker)
{
  const KhattSpan *span = &g_array_index (text->sentences->sentences, KhattSpan, sentence);
  GArray *quotes = g_array_new (FALSE, FALSE, sizeof (KhattQuote));
  g_autoptr (KhattClauses) clauses = khatt_clauses_new (text, sentence);

  for (gsize i = span->first_quotation; i < span->first_quotation + span->n_quotations; i++)
    {
      const KhattQuotation *quotation =
          &g_array_index (text->sentences->quotations, KhattQuotation, i);
      KhattQuote quote = { quotation->first, quotation->after, speaker };

      if (quotation->depth > 0 || count_words (text, quotation) < KHATT_QUOTE_MIN_WORDS)
        continue;
      quote.speaker = find_speaker (clauses, quotation, speaker);
      g_array_append_val (quotes, quote);
    }
  return quotes;
}
