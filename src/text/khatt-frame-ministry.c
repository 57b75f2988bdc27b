/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ministries as subjects: no actor of their own, but the state in whose name they speak and summon.
 */

#include "khatt-frame-roles.h"

#include <string.h>

/* Words from the beginning of an office's name to the verb behind it. */
#define OFFICE_REACH 5

static gboolean
follows_preposition (const KhattClauses *clauses, gsize token)
{
  return token > clauses->first_token &&
         (khatt_clauses_marker (clauses, token - 1, "preposition") != NULL ||
          khatt_clauses_marker (clauses, token - 1, "source") != NULL);
}

/* "وزارة الخارجية تستدعي", "وكان الديوان الملكي أعلن": the office right before a verb. */
static const KhattMatch *
find_office_before (const KhattFrameFinder *finder, gsize anchor, gsize *at)
{
  const KhattTokens *tokens = finder->text->tokens;

  for (gsize i = anchor; i-- > finder->clauses->first_token && anchor - i <= OFFICE_REACH;)
    {
      const KhattMatch *office = khatt_tokens_match (tokens, i, KHATT_ENTRY_AGENCY);
      gsize end = office != NULL ? i + office->n_tokens : 0;

      if (office == NULL)
        continue;
      if (end < anchor && khatt_tokens_match (tokens, end, KHATT_ENTRY_ADJECTIVE) != NULL)
        end++;
      if (end < anchor && khatt_clauses_marker (finder->clauses, end, "past-marker") != NULL)
        end++;
      *at = i;
      return end == anchor && !follows_preposition (finder->clauses, i) ? office : NULL;
    }
  return NULL;
}

/**
 * khatt_frame_office_precedes:
 * @finder: what is read
 * @anchor: the token of a verb
 *
 * Tells whether an office or agency stands before a verb as its subject.
 *
 * Returns: whether one does
 */
gboolean
khatt_frame_office_precedes (const KhattFrameFinder *finder, gsize anchor)
{
  gsize at;

  return find_office_before (finder, anchor, &at) != NULL;
}

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

  if (office == NULL)
    office = find_office_before (finder, anchor, &at);
  if (office == NULL || strcmp (office->entry->fields[3], "ministry") != 0)
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
