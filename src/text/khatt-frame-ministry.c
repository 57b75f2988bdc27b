/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ministries as subjects: no actor of their own, but the state in whose name they speak and summon.
 */

#include "khatt-frame-roles.h"

#include <string.h>

/* Words between the beginning of a sentence and the verb behind a ministry. */
#define MINISTRY_REACH 4

/* The country of the ministry behind a verb: its adjective's, the state whose deed is told, or the
 * one that the paper is of. */
static const char *
find_ministry_country (const KhattFrameFinder *finder, gsize anchor)
{
  const KhattText *text = finder->text;
  const KhattClauses *clauses = finder->clauses;
  gsize at = anchor + 1;
  const KhattMatch *office = khatt_tokens_match (text->tokens, at, KHATT_ENTRY_AGENCY);
  const KhattMatch *adjective;
  guint item;

  /* "وزارة الخارجية تستدعي": before the verb, where the sentence begins */
  if (office == NULL && anchor - clauses->first_token <= MINISTRY_REACH)
    office = khatt_tokens_match (text->tokens, at = clauses->first_token, KHATT_ENTRY_AGENCY);
  if (office == NULL || strcmp (office->entry->fields[3], "office") != 0)
    return NULL;
  adjective = khatt_tokens_match (text->tokens, at + office->n_tokens, KHATT_ENTRY_ADJECTIVE);
  if (adjective != NULL && (adjective->proclitics & KHATT_PROCLITIC_AL))
    return adjective->entry->fields[1];
  if (*office->entry->fields[2] != '\0')
    return office->entry->fields[2];
  for (gsize i = clauses->first_mention; i < clauses->after_mention; i++)
    {
      const KhattMention *mention = khatt_frame_get_mention (finder, i);
      if (mention->first_token > anchor && mention->governor == KHATT_GOVERNOR_OF &&
          mention->actor != KHATT_NO_ACTOR &&
          khatt_tokens_match (text->tokens, mention->first_token, KHATT_ENTRY_COUNTRY) != NULL)
        return khatt_actors_get (text->actors, mention->actor)->country;
    }
  item = text->items->places[clauses->sentence].item;
  return g_array_index (text->items->items, KhattItem, item).home;
}

/**
 * khatt_frame_add_ministry:
 * @finder: what is read
 * @frame: a frame
 * @role: as what
 *
 * A ministry that is the subject acts for its state.
 */
void
khatt_frame_add_ministry (const KhattFrameFinder *finder, KhattFrame *frame, KhattRole role)
{
  const char *country = find_ministry_country (finder, frame->anchor);

  if (country != NULL)
    khatt_frame_add_party (frame, khatt_actors_add_state (finder->text->actors, country), role);
}

/**
 * khatt_frame_add_speaking_ministry:
 * @finder: what is read
 * @frame: a frame
 *
 * "أدانت وزارة الخارجية السعودية القصف": the state speaks. Before "that" a ministry only reads out.
 */
void
khatt_frame_add_speaking_ministry (const KhattFrameFinder *finder, KhattFrame *frame)
{
  const KhattClauses *clauses = finder->clauses;

  for (gsize i = frame->anchor; i < clauses->after_token; i++)
    if (clauses->cuts[i - clauses->first_token] == KHATT_CUT_THAT)
      return;
  khatt_frame_add_ministry (finder, frame, KHATT_ROLE_SPEAKER);
}
