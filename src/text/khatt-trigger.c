/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* By which words a rule knew an event. A document keeps the sentence and the names of the rules;
 * the words are found in the sentence again, by the frames, kinds and markers that the rule asks
 * for. So documents that were saved long ago can be explained too. */

#include "khatt-trigger.h"

#include <string.h>

#include "khatt-token.h"

#define MOST_WORDS 4
#define SORT_FIELD 1  /* of a line of markers.tsv */
#define FRAME_FIELD 2 /* of one of verbs.tsv */
#define NOUN_FIELD 2  /* of one of nouns.tsv */

#define HOLDS                                                                                      \
  {                                                                                                \
    "hold", "occur", "exchange", "join"                                                            \
  }
#define CALLS                                                                                      \
  {                                                                                                \
    "call", "call-talks", "contact", "talk"                                                        \
  }
#define MEETINGS                                                                                   \
  {                                                                                                \
    "meeting", "talk"                                                                              \
  }

/* What a rule asks for, in this order; the noun stands behind the verb. */
typedef struct
{
  const char *rule;
  const char *frames[MOST_WORDS];
  const char *nouns[MOST_WORDS];
  const char *marker;
} Need;

static const Need needs[] = {
  { "agreement.made", { "sign", "hold", "occur", "tell" }, { "agreement" }, NULL },
  { "agreement.noun", { NULL }, { "agreement" }, NULL },
  { "agreement.reached", { "agree" }, { "agreement" }, NULL },
  { "call.agreed", { "agree" }, CALLS, "phone" },
  { "call.discussed", { "discuss", "offer" }, { NULL }, "phone" },
  { "call.greeting", { "greet" }, { NULL }, "phone" },
  { "call.held", HOLDS, CALLS, NULL },
  { "call.initiative", { NULL }, CALLS, "initiative" },
  { "call.joined", { "join" }, CALLS, NULL },
  { "call.met", { "meet", "receive" }, { NULL }, "phone" },
  { "call.noun", { NULL }, CALLS, NULL },
  { "call.received", { "get" }, CALLS, NULL },
  { "call.talks", HOLDS, CALLS, "phone" },
  { "call.verb", { "call", "speak" }, { NULL }, NULL },
  { "meeting.agreed", { "agree" }, MEETINGS, NULL },
  { "meeting.attended", { "join-in" }, MEETINGS, NULL },
  { "meeting.cancelled", { "cancel" }, MEETINGS, NULL },
  { "meeting.chaired", { "join-in" }, { NULL }, NULL },
  { "meeting.credentials", { "get", "hand", "send" }, { "credentials" }, NULL },
  { "meeting.discussed", { "discuss", "offer" }, { NULL }, NULL },
  { "meeting.held", HOLDS, MEETINGS, NULL },
  { "meeting.joined", { "join" }, MEETINGS, NULL },
  { "meeting.met", { "meet" }, { NULL }, NULL },
  { "meeting.noun", { NULL }, MEETINGS, NULL },
  { "meeting.received", { "receive" }, { NULL }, NULL },
  { "meeting.summoned", { "summon" }, { NULL }, NULL },
  { "message.borne", { "hand", "send" }, { "message", "offer" }, "bearing" },
  { "message.greeting", { "greet" }, { NULL }, NULL },
  { "message.noun", { NULL }, { "message" }, NULL },
  { "message.received", { "get" }, { "message" }, NULL },
  { "message.sent", { "send", "hand", "exchange" }, { "message" }, NULL },
  { "offer.invitation", { "get", "send", "hand" }, { "offer" }, NULL },
  { "offer.invited", { "invite" }, { NULL }, NULL },
  { "offer.made", { "offer" }, { NULL }, NULL },
  { "statement.announced", { "announce" }, { NULL }, NULL },
  { "statement.denied", { "deny" }, { NULL }, NULL },
  { "statement.held", HOLDS, { "statement" }, NULL },
  { "statement.reported", { "report", "send" }, { NULL }, NULL },
  { "statement.said", { "say", "tell", "speak", "invite" }, { NULL }, NULL },
  { "visit.cancelled", { "cancel" }, { "visit" }, NULL },
  { "visit.made", { "hold", "occur" }, { "visit" }, NULL },
  { "visit.noun", { NULL }, { "visit" }, NULL },
  { "visit.returned", { "return" }, { "visit" }, NULL },
  { "visit.verb", { "visit" }, { NULL }, NULL },
};

static const Need *
find_need (const char *rule)
{
  for (gsize i = 0; i < G_N_ELEMENTS (needs); i++)
    {
      if (strcmp (needs[i].rule, rule) == 0)
        return &needs[i];
    }
  return NULL;
}

static gboolean
is_among (const char *const words[MOST_WORDS], const char *word)
{
  for (gsize i = 0; i < MOST_WORDS && words[i] != NULL; i++)
    {
      if (strcmp (words[i], word) == 0)
        return TRUE;
    }
  return FALSE;
}

/* "و" and "ف" are written onto a verb, and are no part of it. */
static gsize
skip_conjunction (const KhattTokens *tokens, gsize index, const KhattMatch *match)
{
  const char *start = tokens->text + tokens->tokens[index].first;
  const char *end = tokens->text + tokens->tokens[index].after;
  const char *at = start;

  if ((match->proclitics & (KHATT_PROCLITIC_WAW | KHATT_PROCLITIC_FA)) != 0)
    do
      at = g_utf8_next_char (at);
    while (at < end && g_unichar_ismark (g_utf8_get_char (at)));
  return (gsize) (at - tokens->text);
}

/* Adds the first phrase of a class, from token `from`, that is one of `words`; it ends where the
 * result says. */
static gsize
add_first (GArray *triggers,
           const KhattTokens *tokens,
           gsize from,
           KhattEntryClass class,
           guint field,
           const char *const words[MOST_WORDS])
{
  for (gsize i = from; words[0] != NULL && i < tokens->n_tokens; i++)
    {
      const KhattMatch *match = khatt_tokens_match (tokens, i, class);
      KhattTrigger trigger;

      if (match == NULL || !is_among (words, match->entry->fields[field]))
        continue;
      trigger.first = skip_conjunction (tokens, i, match);
      trigger.after = tokens->tokens[i + match->n_tokens - 1].after;
      g_array_append_val (triggers, trigger);
      return i + match->n_tokens;
    }
  return from;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const KhattTrigger *one = a;
  const KhattTrigger *other = b;

  return (one->first > other->first) - (one->first < other->first);
}

/* What a longer phrase holds already, as "by telephone" in "a call by telephone". */
static void
drop_overlaps (GArray *triggers)
{
  for (guint i = triggers->len; i-- > 1;)
    {
      KhattTrigger *before = &g_array_index (triggers, KhattTrigger, i - 1);
      const KhattTrigger *trigger = &g_array_index (triggers, KhattTrigger, i);

      if (trigger->first >= before->after)
        continue;
      before->after = MAX (before->after, trigger->after);
      g_array_remove_index (triggers, i);
    }
}

/**
 * khatt_triggers_find:
 * @lexicon: what the article was read with
 * @text: an article's text
 * @first: bytes of @text: where the sentence begins
 * @after: where it ends
 * @rule: the name of a rule that took the sentence for an event
 *
 * Finds the words that @rule needs: a verb, a noun, a marker.
 *
 * Returns: (transfer full) (element-type KhattTrigger): them, in the order of the text; none where
 * @rule is unknown, or the sentence lacks them
 */
GArray *
khatt_triggers_find (const KhattLexicon *lexicon,
                     const char *text,
                     gsize first,
                     gsize after,
                     const char *rule)
{
  GArray *triggers = g_array_new (FALSE, FALSE, sizeof (KhattTrigger));
  const Need *need = find_need (rule);
  const char *const markers[MOST_WORDS] = { need != NULL ? need->marker : NULL };
  g_autoptr (KhattTokens) tokens = NULL;
  gsize next;

  if (need == NULL)
    return triggers;
  tokens = khatt_tokens_new (lexicon, text + first, (gssize) (after - first));
  next = add_first (triggers, tokens, 0, KHATT_ENTRY_VERB, FRAME_FIELD, need->frames);
  add_first (triggers, tokens, next, KHATT_ENTRY_NOUN, NOUN_FIELD, need->nouns);
  add_first (triggers, tokens, 0, KHATT_ENTRY_MARKER, SORT_FIELD, markers);
  g_array_sort (triggers, compare);
  drop_overlaps (triggers);
  for (guint i = 0; i < triggers->len; i++)
    {
      KhattTrigger *trigger = &g_array_index (triggers, KhattTrigger, i);

      trigger->first += first;
      trigger->after += first;
    }
  return triggers;
}
