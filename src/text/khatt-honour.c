/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Honorifics that stand for a person: "سموه", "فخامته", "صاحب السمو" without a name. The agencies
 * of the Gulf write them where others write a pronoun, and mean whom they honoured so first in the
 * last sentence that honoured somebody so: the one whom the prose is about, not his guest.
 */

#include "khatt-honour.h"

#include <string.h>

/* The honours of honorifics.tsv. */
static const char *const honours[KHATT_N_HONOURS] = { "majesty",  "highness", "excellency",
                                                      "premier",  "minister", "ambassador",
                                                      "eminence", "lordship" };

static gint
find_honour (const KhattMatch *honorific)
{
  for (gint i = 0; i < KHATT_N_HONOURS; i++)
    if (strcmp (honours[i], honorific->entry->fields[2]) == 0)
      return i;
  return -1;
}

/**
 * khatt_honour_forget:
 * @scan: what is read
 *
 * Forgets who was honoured: another item begins.
 */
void
khatt_honour_forget (KhattScan *scan)
{
  for (gsize i = 0; i < KHATT_N_HONOURS; i++)
    scan->honoured[i] = (KhattHonoured){ .actor = KHATT_NO_ACTOR };
}

/**
 * khatt_honour_note:
 * @scan: what is read
 * @honorific: (nullable): what stands before a person
 * @actor: the person
 * @sentence_first: where the sentence begins
 *
 * Notes who is honoured how; the first of a sentence stays.
 */
void
khatt_honour_note (KhattScan *scan, const KhattMatch *honorific, guint actor, gsize sentence_first)
{
  gint honour = honorific != NULL ? find_honour (honorific) : -1;
  KhattHonoured *honoured;

  if (honour < 0)
    return;
  honoured = &scan->honoured[honour];
  if (honoured->actor == KHATT_NO_ACTOR || honoured->sentence_first != sentence_first)
    *honoured = (KhattHonoured){ .actor = actor, .sentence_first = sentence_first };
}

static gsize
add_honoured (KhattScan *scan,
              const KhattMatch *honorific,
              gsize first,
              gsize after,
              gsize sentence_first)
{
  gint honour = find_honour (honorific);
  guint actor = honour >= 0 ? scan->honoured[honour].actor : KHATT_NO_ACTOR;

  if (actor == KHATT_NO_ACTOR)
    return 0;
  scan->honoured[honour].sentence_first = sentence_first;
  khatt_actors_touch (scan->actors, actor);
  scan->last_ranked = actor;
  khatt_scan_add (scan, first, after, actor, honorific->proclitics, sentence_first,
                  (KhattMention){ 0 });
  return after - first;
}

/**
 * khatt_honour_scan_alone:
 * @scan: what is read
 * @first: where an honorific begins
 * @after: the token behind it
 * @sentence_first: where the sentence begins
 *
 * "استقبل صاحب السمو،": an honorific behind which neither a title nor a name stands.
 *
 * Returns: how many tokens were taken
 */
gsize
khatt_honour_scan_alone (KhattScan *scan, gsize first, gsize after, gsize sentence_first)
{
  const KhattMatch *honorific = khatt_scan_match (scan, first, KHATT_ENTRY_HONORIFIC);
  const KhattMatch *behind = khatt_scan_match (scan, after, KHATT_ENTRY_HONORIFIC);

  if (strcmp (honorific->entry->fields[1], "royal") != 0 ||
      (honorific->n_tokens == 1 && !(honorific->proclitics & KHATT_PROCLITIC_AL) &&
       !g_str_has_prefix (honorific->entry->fields[0], "ال")))
    return 0;
  if (behind != NULL && strcmp (behind->entry->fields[1], "after") == 0)
    after += behind->n_tokens;
  if (after < scan->after && khatt_name_is_strange (scan->tokens, after))
    return 0;
  return add_honoured (scan, honorific, first, after, sentence_first);
}

/**
 * khatt_honour_scan_himself:
 * @scan: what is read
 * @first: a token
 * @sentence_first: where the sentence begins
 *
 * "سموه", "فخامته": an honorific with a pronoun.
 *
 * Returns: how many tokens were taken
 */
gsize
khatt_honour_scan_himself (KhattScan *scan, gsize first, gsize sentence_first)
{
  const KhattMatch *honorific = khatt_scan_match (scan, first, KHATT_ENTRY_HONORIFIC);

  if (honorific == NULL || strcmp (honorific->entry->fields[1], "himself") != 0)
    return 0;
  return add_honoured (scan, honorific, first, first + honorific->n_tokens, sentence_first);
}
