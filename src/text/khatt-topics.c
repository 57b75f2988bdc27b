/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Topics: what was talked about, as noun phrases short enough for a label. They follow words like
 * "about" and verbs like "discussed", and end where the phrase does.
 */

#include "khatt-topics.h"

#include "khatt-clause.h"

#include <string.h>

#define MAX_TOPICS 4
#define MAX_TOPIC_WORDS 4
#define MIN_TOPIC_LETTERS 6

/* "سبل تعزيز العلاقات" is about "العلاقات": words that a topic says nothing with. */
static gboolean
is_empty_word (const KhattText *text, gsize at)
{
  const KhattMatch *word = khatt_tokens_match (text->tokens, at, KHATT_ENTRY_WORD);

  return word != NULL && word->n_tokens == 1 && word->proclitics == 0 &&
         word->entry->form == KHATT_FORM_PLAIN && strcmp (word->entry->fields[3], "empty") == 0;
}

static gboolean
ends_topic (const KhattText *text, const KhattClauses *clauses, gsize at, gsize first)
{
  const KhattToken *token = &text->tokens->tokens[at];
  const KhattMatch *word = khatt_tokens_match (text->tokens, at, KHATT_ENTRY_WORD);
  const KhattMatch *marker = khatt_tokens_match (text->tokens, at, KHATT_ENTRY_MARKER);

  if (token->kind != KHATT_TOKEN_WORD)
    return TRUE;
  if (at == first)
    return FALSE;
  if (clauses->cuts[at - clauses->first_token] != KHATT_CUT_NONE)
    return TRUE;
  if (marker != NULL && strcmp (marker->entry->fields[1], "preposition") != 0 &&
      strcmp (marker->entry->fields[1], "phone") != 0 &&
      strcmp (marker->entry->fields[1], "portfolio") != 0 &&
      strcmp (marker->entry->fields[1], "building") != 0 &&
      strcmp (marker->entry->fields[1], "filler") != 0)
    return TRUE;
  if (khatt_clauses_verb (clauses, at) != NULL && word == NULL)
    return TRUE;
  /* "and" begins another topic. */
  if (word != NULL && (word->proclitics & KHATT_PROCLITIC_WAW))
    return TRUE;
  return g_str_has_prefix (token->folded, "وال");
}

/* A preposition may stand inside a topic, not at its end. */
static gboolean
is_preposition (const KhattText *text, gsize at)
{
  const KhattMatch *marker = khatt_tokens_match (text->tokens, at, KHATT_ENTRY_MARKER);

  return marker != NULL && strcmp (marker->entry->fields[1], "preposition") == 0;
}

static gboolean
is_new (const GPtrArray *topics, const char *topic)
{
  for (guint i = 0; i < topics->len; i++)
    if (strstr (g_ptr_array_index (topics, i), topic) != NULL)
      return FALSE;
  return TRUE;
}

static void
add_topic (const KhattText *text,
           const KhattClauses *clauses,
           gsize first,
           gsize min_words,
           GPtrArray *topics)
{
  gsize after;
  guint32 start, end;
  g_autofree char *topic = NULL;

  while (first < clauses->after_token && is_empty_word (text, first))
    first++;
  if (first >= clauses->after_token || topics->len == MAX_TOPICS ||
      khatt_clauses_mention_at (clauses, first) != NULL || is_preposition (text, first))
    return;
  for (after = first; after < clauses->after_token && after - first < MAX_TOPIC_WORDS &&
                      !ends_topic (text, clauses, after, first);)
    after++;
  while (after > first + 1 && is_preposition (text, after - 1))
    after--;
  if (after < first + min_words)
    return;
  start = text->tokens->tokens[first].first;
  end = text->tokens->tokens[after - 1].after;
  topic = g_strndup (text->tokens->text + start, end - start);
  if (g_utf8_strlen (topic, -1) >= MIN_TOPIC_LETTERS && is_new (topics, topic))
    g_ptr_array_add (topics, g_steal_pointer (&topic));
}

/* "with him", "by telephone": sorts of markers that stand between a verb and what it is about. */
static gboolean
is_aside (const char *sort)
{
  static const char *const sorts[] = { "preposition", "phone", "bound", "to-him", "between-them" };

  for (gsize i = 0; i < G_N_ELEMENTS (sorts); i++)
    if (strcmp (sort, sorts[i]) == 0)
      return TRUE;
  return FALSE;
}

/* "وتناولت المباحثات الهاتفية النقل": the talks are what treated it. */
static gsize
skip_talks (const KhattText *text, const KhattClauses *clauses, gsize at)
{
  const KhattMatch *noun = at < clauses->after_token ? khatt_clauses_noun (clauses, at) : NULL;
  const KhattMatch *phone;

  if (noun == NULL || !(noun->proclitics & KHATT_PROCLITIC_AL))
    return at;
  at += noun->n_tokens;
  phone = khatt_tokens_match (text->tokens, at, KHATT_ENTRY_MARKER);
  return phone != NULL && strcmp (phone->entry->fields[1], "phone") == 0 ? at + phone->n_tokens
                                                                         : at;
}

/* Behind a verb like "discussed" its subject comes first. */
static gsize
skip_people (const KhattText *text, const KhattClauses *clauses, gsize at)
{
  while (at < clauses->after_token)
    {
      const KhattMention *mention = khatt_clauses_mention_at (clauses, at);
      const KhattMatch *marker = khatt_tokens_match (text->tokens, at, KHATT_ENTRY_MARKER);

      if (mention != NULL)
        at = mention->after_token;
      else if (text->tokens->tokens[at].kind == KHATT_TOKEN_PUNCTUATION)
        return at;
      else if (marker != NULL && is_aside (marker->entry->fields[1]))
        at += marker->n_tokens;
      else if (marker != NULL && strcmp (marker->entry->fields[1], "during") == 0)
        at += marker->n_tokens + 1;
      else if (khatt_tokens_match (text->tokens, at, KHATT_ENTRY_DATE) != NULL)
        at++;
      else
        return at;
    }
  return at;
}

/* "that [it] will begin a round of talks" is about the round. */
static gsize
skip_verb (const KhattText *text, const KhattClauses *clauses, gsize at)
{
  const KhattMatch *word;

  if (at >= clauses->after_token)
    return at;
  word = khatt_tokens_match (text->tokens, at, KHATT_ENTRY_WORD);
  if (khatt_clauses_verb (clauses, at) != NULL ||
      (word != NULL && strcmp (word->entry->fields[1], "verb") == 0))
    return at + 1;
  return at;
}

/**
 * khatt_topics_find:
 * @text: what is read
 * @sentence: which sentence
 * @is_statement: whether it reports a statement: then what follows "that" is its topic
 * @topics: (element-type utf8): receives the topics
 *
 * Finds what a sentence is about.
 */
void
khatt_topics_find (const KhattText *text, gsize sentence, gboolean is_statement, GPtrArray *topics)
{
  g_autoptr (KhattClauses) clauses = khatt_clauses_new (text, sentence);

  for (gsize i = clauses->first_token; i < clauses->after_token; i++)
    {
      const KhattMatch *verb = khatt_clauses_verb (clauses, i);
      KhattCut cut = clauses->cuts[i - clauses->first_token];

      if (cut == KHATT_CUT_TOPIC)
        {
          const KhattMatch *marker = khatt_tokens_match (text->tokens, i, KHATT_ENTRY_MARKER);
          add_topic (text, clauses, i + (marker != NULL ? marker->n_tokens : 1), 1, topics);
        }
      else if (verb != NULL && (strcmp (verb->entry->fields[2], "discuss") == 0 ||
                                strcmp (verb->entry->fields[2], "treat") == 0))
        add_topic (text, clauses, skip_people (text, clauses, skip_talks (text, clauses, i + 1)), 1,
                   topics);
      else if (cut == KHATT_CUT_THAT && is_statement && topics->len == 0)
        add_topic (text, clauses, skip_verb (text, clauses, i + 1), 2, topics);
    }
}
