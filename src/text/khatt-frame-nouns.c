/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Frames of event nouns that no verb carries: "the visit of X to Y", "during his talks with Z".
 */

#include "khatt-frame-roles.h"

#include <string.h>

#define ADJECTIVE_REACH 4
/* The title in nouns.tsv of the noun that has a host and a guest. */
#define RECEPTION "استقبال"

/* "اجتماع المجلس الأعلى لقادة دول X": the organisation whose meeting it is. */
static void
add_organisation (KhattFrameFinder *finder, KhattFrame *frame, gsize noun, gsize after)
{
  for (gsize i = finder->clauses->first_mention; i < finder->clauses->after_mention; i++)
    {
      const KhattMention *mention = khatt_frame_get_mention (finder, i);

      if (mention->first_token <= noun || mention->first_token >= after ||
          mention->actor == KHATT_NO_ACTOR)
        continue;
      if (khatt_actors_get (finder->text->actors, mention->actor)->type == KHATT_ACTOR_ORGANISATION)
        khatt_frame_add_party (frame, mention->actor, KHATT_ROLE_PARTICIPANT);
      return;
    }
}

/* "استقبال X لY", "استقباله Y", "استقبال X له". */
static void
fill_reception (KhattFrameFinder *finder,
                KhattFrame *frame,
                const KhattFrameSlots *slots,
                gboolean is_his)
{
  if (is_his)
    khatt_frame_add_party (frame, finder->topicality->subject, KHATT_ROLE_HOST);
  khatt_frame_add_slot (finder, frame, slots, KHATT_FRAME_SLOT_OWNER,
                        is_his ? KHATT_ROLE_VISITOR : KHATT_ROLE_HOST);
  khatt_frame_add_slot (finder, frame, slots, KHATT_FRAME_SLOT_FOR, KHATT_ROLE_VISITOR);
  for (gsize i = frame->anchor; i < frame->after && frame->n_parties == 1; i++)
    if (khatt_token_is (&finder->text->tokens->tokens[i], "له") ||
        khatt_token_is (&finder->text->tokens->tokens[i], "لها"))
      khatt_frame_add_party (frame, finder->topicality->subject, KHATT_ROLE_VISITOR);
}

/**
 * khatt_frame_read_noun:
 * @finder: what is read
 * @at: the noun's token
 * @match: the noun
 *
 * The noun of an event that no verb has taken.
 */
void
khatt_frame_read_noun (KhattFrameFinder *finder, gsize at, const KhattMatch *match)
{
  const KhattClauses *clauses = finder->clauses;
  gsize after = khatt_clauses_end (clauses, at + match->n_tokens - 1);
  KhattNounKind kind = khatt_noun_kind (match->entry);
  gboolean phone = kind == KHATT_NOUN_CALL || kind == KHATT_NOUN_CALL_TALKS ||
                   khatt_clauses_has (clauses, at, MIN (after, at + ADJECTIVE_REACH), "phone");
  KhattRole role = KHATT_ROLE_PARTICIPANT;
  KhattFrame frame;
  KhattFrameSlots slots;

  if (kind == KHATT_NOUN_STATEMENT || kind == KHATT_NOUN_OFFER || kind == KHATT_NOUN_NONE ||
      (kind == KHATT_NOUN_CONTACT && !phone && !(match->proclitics & KHATT_PROCLITIC_AL)))
    return;
  frame = khatt_frame_start_frame (finder, at, after, KHATT_KIND_MEETING, "meeting.noun");
  if (phone || kind == KHATT_NOUN_CONTACT)
    {
      frame.kind = KHATT_KIND_CALL;
      frame.rule = "call.noun";
    }
  else if (kind == KHATT_NOUN_VISIT)
    {
      frame.kind = KHATT_KIND_VISIT;
      frame.rule = "visit.noun";
      role = KHATT_ROLE_VISITOR;
    }
  else if (kind == KHATT_NOUN_MESSAGE)
    {
      frame.kind = KHATT_KIND_MESSAGE;
      frame.rule = "message.noun";
      role = KHATT_ROLE_SENDER;
    }
  else if (kind == KHATT_NOUN_AGREEMENT)
    {
      frame.kind = KHATT_KIND_AGREEMENT;
      frame.rule = "agreement.noun";
    }
  khatt_frame_slots_of_noun (clauses, at + match->n_tokens - 1, after, &slots);
  frame.title = match->entry->fields[3];
  frame.is_nominal = TRUE;
  frame.is_definite = (match->proclitics & KHATT_PROCLITIC_AL) != 0;
  frame.is_during =
      khatt_frame_is_near (finder, at, "during") || khatt_frame_is_near (finder, at, "after");
  frame.is_after = khatt_frame_is_near (finder, at, "after");
  frame.is_last = khatt_frame_is_near (finder, at, "last") ||
                  khatt_clauses_has (clauses, at, MIN (after, at + ADJECTIVE_REACH), "last");
  frame.mood = khatt_clauses_mood (clauses, at, after, 0);
  if (khatt_clauses_has (clauses, at, after, "planned") && frame.mood != KHATT_MOOD_NEGATED)
    frame.mood = KHATT_MOOD_PLANNED;

  if (strcmp (frame.title, RECEPTION) == 0)
    fill_reception (finder, &frame, &slots, (match->entry->form & KHATT_FORM_POSSESSED) != 0);
  else if (match->entry->form & KHATT_FORM_POSSESSED)
    khatt_frame_add_party (&frame, finder->topicality->subject, role);
  else
    khatt_frame_add_slot (finder, &frame, &slots, KHATT_FRAME_SLOT_OWNER, role);
  khatt_frame_add_slot (finder, &frame, &slots, KHATT_FRAME_SLOT_BETWEEN, KHATT_ROLE_PARTICIPANT);
  if (frame.kind != KHATT_KIND_VISIT)
    {
      khatt_frame_add_slot (finder, &frame, &slots, KHATT_FRAME_SLOT_WITH, KHATT_ROLE_PARTICIPANT);
      if (frame.kind != KHATT_KIND_AGREEMENT && frame.kind != KHATT_KIND_MESSAGE)
        khatt_frame_add_slot (finder, &frame, &slots, KHATT_FRAME_SLOT_BY, KHATT_ROLE_PARTICIPANT);
      if (frame.kind == KHATT_KIND_MEETING || frame.kind == KHATT_KIND_MESSAGE)
        khatt_frame_add_slot (finder, &frame, &slots, KHATT_FRAME_SLOT_FOR,
                              frame.kind == KHATT_KIND_MESSAGE ? KHATT_ROLE_RECIPIENT
                                                               : KHATT_ROLE_PARTICIPANT);
      khatt_frame_add_slot (finder, &frame, &slots, KHATT_FRAME_SLOT_FROM,
                            frame.kind == KHATT_KIND_CALL ? KHATT_ROLE_INITIATOR
                                                          : KHATT_ROLE_PARTICIPANT);
      if (frame.n_parties < 2)
        khatt_frame_add_adjectives (finder, &frame, at, after);
    }
  else
    khatt_frame_add_destination (finder, &frame, &slots);
  if (frame.n_parties == 0 && frame.kind == KHATT_KIND_MEETING)
    add_organisation (finder, &frame, at, after);
  if (frame.is_during && frame.n_parties == 1 && frame.kind != KHATT_KIND_VISIT &&
      slots.n[KHATT_FRAME_SLOT_WITH] + slots.n[KHATT_FRAME_SLOT_BY] > 0 &&
      finder->topicality->subject != KHATT_NO_ACTOR)
    khatt_frame_add_party (&frame, finder->topicality->subject, KHATT_ROLE_PARTICIPANT);
  /* "his talks with X ... during his meeting": the one whom he talked with. */
  if ((match->entry->form & KHATT_FORM_POSSESSED) && frame.n_parties == 1 &&
      frame.kind != KHATT_KIND_VISIT && frame.is_during)
    for (gsize i = clauses->after_mention; i-- > clauses->first_mention && frame.n_parties == 1;)
      if (khatt_frame_get_mention (finder, i)->after_token <= at &&
          khatt_frame_get_mention (finder, i)->governor == KHATT_GOVERNOR_WITH)
        khatt_frame_add_party (&frame, khatt_frame_get_mention (finder, i)->actor,
                               KHATT_ROLE_PARTICIPANT);
  for (gsize i = at; i < after; i++)
    slots.has_group |= khatt_token_is (&finder->text->tokens->tokens[i], "بينهما");
  frame.is_subject_of_group = slots.has_group;
  khatt_frame_finish_frame (finder, &frame, &slots);
}
