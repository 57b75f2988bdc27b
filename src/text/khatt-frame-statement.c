/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Frames of the verbs of saying: statements, and the invitations and offers among them.
 */

#include "khatt-frame-roles.h"

#include <string.h>

/* Words between "remarks" and whose they are. */
#define OWNER_REACH 4

/* "القمة التي دعا إليها X". */
static gboolean
is_called_for (const KhattClauses *clauses, gsize anchor)
{
  const KhattMatch *to = khatt_clauses_marker (clauses, anchor + 1, "bound");

  return to != NULL && strcmp (to->entry->fields[2], "to") == 0;
}

/* "وفي تصريحات لX، قال": whose words the occasion names. */
static void
add_owner_of_words (const KhattFrameFinder *finder, KhattFrame *frame)
{
  const KhattClauses *clauses = finder->clauses;

  for (gsize i = clauses->first_mention; i < clauses->after_mention; i++)
    {
      const KhattMention *mention = khatt_frame_get_mention (finder, i);
      const KhattMatch *noun = NULL;

      if (mention->after_token > frame->anchor || mention->actor == KHATT_NO_ACTOR)
        return;
      for (gsize at = mention->first_token;
           at-- > clauses->first_token && mention->first_token - at <= OWNER_REACH && noun == NULL;)
        noun = khatt_clauses_noun (clauses, at);
      if (mention->governor == KHATT_GOVERNOR_FOR && noun != NULL &&
          khatt_noun_kind (noun->entry) == KHATT_NOUN_STATEMENT &&
          frame->anchor - mention->after_token <= 1 &&
          khatt_actors_get (finder->text->actors, mention->actor)->type == KHATT_ACTOR_PERSON)
        khatt_frame_add_party (frame, mention->actor, KHATT_ROLE_SPEAKER);
    }
}

/**
 * khatt_frame_read_statement:
 * @finder: what is read
 * @anchor: the verb's token
 * @verb: the verb
 *
 * Words of statements; an invitation and an offer are told from them by whom and what they are
 * about.
 */
void
khatt_frame_read_statement (KhattFrameFinder *finder, gsize anchor, const KhattMatch *verb)
{
  const KhattClauses *clauses = finder->clauses;
  gsize end = khatt_clauses_end (clauses, anchor);
  const char *name = verb->entry->fields[2];
  KhattFrame frame = khatt_frame_start_frame (
      finder, anchor, end,
      strcmp (name, "announce") == 0 ? KHATT_KIND_ANNOUNCEMENT : KHATT_KIND_STATEMENT,
      "statement.said");
  KhattFrameSlots slots;
  gboolean is_offer;

  khatt_frame_slots_of_verb (clauses, anchor, end, verb->entry->form, FALSE, &slots);
  frame.mood = khatt_clauses_mood (clauses, anchor, end, verb->entry->form);
  frame.is_statement = TRUE; /* before its subject is looked for */
  if (khatt_frame_office_precedes (finder, anchor))
    {
      slots.n[KHATT_FRAME_SLOT_SUBJECT] = 0;
      frame.takes_subject = FALSE;
    }
  /* "القمة دعا إليها X": to it, nobody is invited. */
  if (strcmp (name, "invite") == 0 && is_called_for (clauses, anchor))
    return;
  if (strcmp (name, "invite") == 0 && slots.n[KHATT_FRAME_SLOT_OBJECT] > 0)
    {
      frame.kind = KHATT_KIND_OFFER;
      frame.rule = "offer.invited";
      frame.is_statement = FALSE;
      khatt_frame_add_subject (finder, &frame, &slots, KHATT_ROLE_INITIATOR);
      khatt_frame_add_slot (finder, &frame, &slots, KHATT_FRAME_SLOT_OBJECT, KHATT_ROLE_ADDRESSEE);
      khatt_frame_finish_frame (finder, &frame, &slots);
      return;
    }
  is_offer = strcmp (name, "offer") == 0 ||
             (frame.clause == 0 && khatt_clauses_has (clauses, anchor, end, "readiness"));
  if (is_offer)
    {
      frame.kind = KHATT_KIND_OFFER;
      frame.rule = "offer.made";
      if (strcmp (name, "offer") != 0)
        frame.title = NULL; /* the verb's is that of an announcement */
      frame.is_statement = FALSE;
      frame.mood = KHATT_MOOD_FACT;
      khatt_frame_add_subject (finder, &frame, &slots, KHATT_ROLE_INITIATOR);
      khatt_frame_add_slot (finder, &frame, &slots, KHATT_FRAME_SLOT_BETWEEN, KHATT_ROLE_ADDRESSEE);
      khatt_frame_add_slot (finder, &frame, &slots, KHATT_FRAME_SLOT_TO, KHATT_ROLE_ADDRESSEE);
      khatt_frame_add_slot (finder, &frame, &slots, KHATT_FRAME_SLOT_FOR, KHATT_ROLE_ADDRESSEE);
      khatt_frame_finish_frame (finder, &frame, &slots);
      return;
    }
  if (strcmp (name, "deny") == 0)
    frame.rule = "statement.denied";
  else if (strcmp (name, "announce") == 0)
    frame.rule = "statement.announced";
  if (slots.n[KHATT_FRAME_SLOT_SUBJECT] == 0)
    {
      khatt_frame_add_ministry (finder, &frame, KHATT_ROLE_SPEAKER);
      add_owner_of_words (finder, &frame);
    }
  if (frame.n_parties == 0)
    khatt_frame_add_subject (finder, &frame, &slots, KHATT_ROLE_SPEAKER);
  khatt_frame_finish_frame (finder, &frame, &slots);
}

/**
 * khatt_frame_read_reported:
 * @finder: what is read
 * @anchor: the verb's token
 * @form: its #KhattFormFlags
 *
 * "نقلت وكالة ... عن X قوله": the words are X's.
 */
void
khatt_frame_read_reported (KhattFrameFinder *finder, gsize anchor, guint form)
{
  const KhattClauses *clauses = finder->clauses;
  gsize end = khatt_clauses_end (clauses, anchor);
  KhattFrame frame =
      khatt_frame_start_frame (finder, anchor, end, KHATT_KIND_STATEMENT, "statement.reported");
  KhattFrameSlots slots = { .place = -1 };

  for (gsize i = clauses->first_mention; i < clauses->after_mention; i++)
    {
      const KhattMention *mention = khatt_frame_get_mention (finder, i);
      const KhattMatch *about =
          mention->first_token > clauses->first_token
              ? khatt_clauses_marker (clauses, mention->first_token - 1, "preposition")
              : NULL;
      if (mention->first_token > anchor && mention->first_token < end && about != NULL &&
          strcmp (about->entry->fields[2], "about") == 0)
        {
          frame.is_statement = TRUE;
          khatt_frame_add_party (&frame, mention->actor, KHATT_ROLE_SPEAKER);
          khatt_frame_finish_frame (finder, &frame, &slots);
          return;
        }
    }
}
