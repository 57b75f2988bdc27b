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

#define MIN_WORDS 3

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

/* The subject of the last verb of saying before a quotation; `speaker` where it names nobody. */
static guint
find_speaker (const KhattText *text, const KhattClauses *clauses, gsize quotation, guint speaker)
{
  for (gsize i = quotation; i-- > clauses->first_token;)
    {
      const KhattMatch *verb = khatt_clauses_verb (clauses, i);

      if (verb == NULL || !is_saying (verb))
        continue;
      for (gsize m = clauses->first_mention; m < clauses->after_mention; m++)
        {
          const KhattMention *mention = &g_array_index (text->mentions, KhattMention, m);
          if (mention->first_token > i && mention->first_token <= i + 3 &&
              mention->first_token < quotation && mention->governor == KHATT_GOVERNOR_NONE &&
              mention->actor != KHATT_NO_ACTOR)
            return mention->actor;
        }
      return speaker;
    }
  return speaker;
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

      if (quotation->depth > 0 || count_words (text, quotation) < MIN_WORDS)
        continue;
      quote.speaker = find_speaker (text, clauses, quotation->first_token, speaker);
      g_array_append_val (quotes, quote);
    }
  return quotes;
}
