/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Frames of the verbs that say by themselves that people met: who received, was received, was
 * called in, talked something over.
 */

#include "khatt-frame-roles.h"

#include <string.h>

/* "بدأ X جولته، والتقى Y": who came first in the sentence, else of whom the prose is. */
static guint
find_host (const KhattFrameFinder *finder, gsize anchor)
{
  for (gsize i = finder->clauses->first_mention; i < finder->clauses->after_mention; i++)
    {
      const KhattMention *mention = khatt_frame_get_mention (finder, i);
      if (mention->first_token >= anchor)
        break;
      if (mention->governor == KHATT_GOVERNOR_NONE && mention->has_name)
        return mention->actor;
    }
  return finder->topicality->subject;
}

/* "كما استقبل الوزير X.": with nobody else in its clause, X is not who received but whom somebody
 * received, of whom the prose is. */
static void
turn_lone_guest (KhattFrameFinder *finder, gsize anchor, gsize end, KhattFrameSlots *slots)
{
  const KhattMention *mention;
  const KhattTokens *tokens = finder->text->tokens;

  guint host = find_host (finder, anchor);

  if (slots->n[KHATT_FRAME_SLOT_SUBJECT] != 1 || slots->n[KHATT_FRAME_SLOT_OBJECT] > 0 ||
      slots->n[KHATT_FRAME_SLOT_WITH] > 0 || slots->n[KHATT_FRAME_SLOT_BY] > 0 ||
      host == KHATT_NO_ACTOR)
    return;
  mention = khatt_frame_get_mention (finder, slots->mentions[KHATT_FRAME_SLOT_SUBJECT][0]);
  if (mention->first_token < anchor || mention->actor == host ||
      !khatt_actors_get (finder->text->actors, mention->actor)->is_named)
    return;
  /* "التقى X الذي يزور القاهرة الرئيس Y": whom X met comes behind what is said of X. */
  if (end < finder->clauses->after_token && end - mention->after_token <= 1 &&
      finder->clauses->cuts[end - finder->clauses->first_token] == KHATT_CUT_RELATIVE)
    return;
  /* "received X a number of journalists": somebody is, whom no table knows. */
  for (gsize i = anchor + 1; i < end; i++)
    if (tokens->tokens[i].kind == KHATT_TOKEN_WORD && tokens->tokens[i].n_matches == 0 &&
        (i < mention->first_token || i >= mention->after_token))
      return;
  if (mention->after_token < end &&
      khatt_tokens_match (tokens, mention->after_token, KHATT_ENTRY_WORD) != NULL &&
      khatt_tokens_match (tokens, mention->after_token, KHATT_ENTRY_MARKER) == NULL &&
      khatt_tokens_match (tokens, mention->after_token, KHATT_ENTRY_DATE) == NULL)
    return;
  finder->topicality->subject = host;
  slots->mentions[KHATT_FRAME_SLOT_OBJECT][0] = slots->mentions[KHATT_FRAME_SLOT_SUBJECT][0];
  slots->n[KHATT_FRAME_SLOT_OBJECT] = 1;
  slots->n[KHATT_FRAME_SLOT_SUBJECT] = 0;
}

static gboolean
is_whereupon (const KhattFrameFinder *finder, gsize anchor)
{
  const KhattMatch *marker = anchor > finder->clauses->first_token
                                 ? khatt_clauses_marker (finder->clauses, anchor - 1, "boundary")
                                 : NULL;

  return marker != NULL && strcmp (marker->entry->fields[2], "where") == 0;
}

/* "التقى X الذي يزور القاهرة Y": whom X met stands behind what is said of X. */
static void
add_behind_relative (const KhattFrameFinder *finder, KhattFrame *frame, gsize end)
{
  const KhattClauses *clauses = finder->clauses;
  const KhattMatch *verb = khatt_clauses_verb (clauses, end + 1);
  gboolean has_place = FALSE;

  if (end + 1 >= clauses->after_token || verb == NULL ||
      clauses->cuts[end - clauses->first_token] != KHATT_CUT_RELATIVE ||
      strcmp (verb->entry->fields[2], "visit") != 0 || frame->n_parties != 1)
    return;
  for (gsize i = clauses->first_mention; i < clauses->after_mention; i++)
    {
      const KhattMention *mention = khatt_frame_get_mention (finder, i);

      if (mention->first_token <= end)
        continue;
      if (mention->first_token >= khatt_clauses_end (clauses, end + 1))
        return;
      has_place |= mention->is_place;
      if (!has_place || mention->is_place || mention->governor != KHATT_GOVERNOR_NONE ||
          mention->actor == KHATT_NO_ACTOR)
        continue;
      khatt_frame_add_party (frame, mention->actor,
                             frame->parties[0].role == KHATT_ROLE_HOST ? KHATT_ROLE_VISITOR
                                                                       : KHATT_ROLE_PARTICIPANT);
      return;
    }
}

/**
 * khatt_frame_read_meet:
 * @finder: what is read
 * @anchor: the verb's token
 * @form: its #KhattFormFlags
 * @is_reception: whether one received the other
 *
 * "التقى X Y", "استقبل X Y", "استُقبل Y من طرف X".
 */
void
khatt_frame_read_meet (KhattFrameFinder *finder, gsize anchor, guint form, gboolean is_reception)
{
  gsize end = khatt_clauses_end (finder->clauses, anchor);
  KhattFrame frame = khatt_frame_start_frame (finder, anchor, end, KHATT_KIND_MEETING,
                                              is_reception ? "meeting.received" : "meeting.met");
  KhattFrameSlots slots;

  khatt_frame_slots_of_verb (finder->clauses, anchor, end, form, FALSE, &slots);
  frame.mood = khatt_clauses_mood (finder->clauses, anchor, end, form);
  frame.is_whereupon = is_whereupon (finder, anchor);
  if (!(form & (KHATT_FORM_DUAL | KHATT_FORM_OBJECT)) && !slots.has_agent)
    turn_lone_guest (finder, anchor, end, &slots);
  if (is_reception && slots.has_agent)
    {
      khatt_frame_add_slot (finder, &frame, &slots, KHATT_FRAME_SLOT_FROM, KHATT_ROLE_HOST);
      khatt_frame_add_subject (finder, &frame, &slots, KHATT_ROLE_VISITOR);
    }
  else if (is_reception)
    {
      khatt_frame_add_subject (finder, &frame, &slots, KHATT_ROLE_HOST);
      if (form & KHATT_FORM_OBJECT)
        khatt_frame_add_party (&frame, finder->topicality->subject, KHATT_ROLE_VISITOR);
      khatt_frame_add_slot (finder, &frame, &slots, KHATT_FRAME_SLOT_OBJECT, KHATT_ROLE_VISITOR);
    }
  else
    khatt_frame_fill_meeting (finder, &frame, &slots);
  add_behind_relative (finder, &frame, end);
  /* "وصل X، حيث من المقرر أن يلتقي Y": whoever came meets. */
  if (khatt_frame_is_within (finder->clauses, anchor))
    {
      if (frame.mood == KHATT_MOOD_FACT)
        frame.mood = KHATT_MOOD_PLANNED;
      /* "يلتقي خلالها عددا من المسؤولين": whom, nobody can say. */
      if (frame.n_parties == 1 &&
          khatt_actors_get (finder->text->actors, frame.parties[0].actor)->type !=
              KHATT_ACTOR_PERSON)
        return;
    }
  if (!is_reception && frame.is_there && frame.n_parties == 1 && !frame.is_subject_of_group)
    khatt_frame_add_party (&frame, finder->topicality->subject, KHATT_ROLE_PARTICIPANT);
  if (!is_reception && khatt_frame_is_phone (finder, anchor, end) && frame.n_parties > 1)
    {
      frame.kind = KHATT_KIND_CALL;
      frame.rule = "call.met";
    }
  khatt_frame_finish_frame (finder, &frame, &slots);
}

/**
 * khatt_frame_read_discuss:
 * @finder: what is read
 * @anchor: the verb's token
 * @form: its #KhattFormFlags
 *
 * "بحث X مع Y", "بحث X وY": a meeting, or a call where the telephone is named.
 */
void
khatt_frame_read_discuss (KhattFrameFinder *finder, gsize anchor, guint form)
{
  gsize end = khatt_clauses_end (finder->clauses, anchor);
  gsize reach = finder->clauses->after_token;
  gboolean phone;
  KhattFrame frame;
  KhattFrameSlots slots;

  khatt_frame_slots_of_verb (finder->clauses, anchor, end, form, FALSE, &slots);
  phone = khatt_frame_is_phone (finder, anchor, reach);
  frame =
      khatt_frame_start_frame (finder, anchor, end, phone ? KHATT_KIND_CALL : KHATT_KIND_MEETING,
                               phone ? "call.discussed" : "meeting.discussed");
  frame.mood = khatt_clauses_mood (finder->clauses, anchor, end, form);
  slots.n[KHATT_FRAME_SLOT_OBJECT] = slots.n[KHATT_FRAME_SLOT_BY] =
      slots.n[KHATT_FRAME_SLOT_BETWEEN] = 0;
  if (slots.n[KHATT_FRAME_SLOT_WITH] == 0 && slots.n[KHATT_FRAME_SLOT_SUBJECT] < 2)
    {
      frame.is_definite = TRUE; /* no counterpart: it tells what was discussed */
      khatt_frame_add_subject (finder, &frame, &slots, KHATT_ROLE_PARTICIPANT);
    }
  else
    khatt_frame_fill_meeting (finder, &frame, &slots);
  khatt_frame_finish_frame (finder, &frame, &slots);
}

/**
 * khatt_frame_read_summons:
 * @finder: what is read
 * @anchor: the verb's token
 * @form: its #KhattFormFlags
 *
 * "استدعت وزارة الخارجية السفير X": an ambassador who is called in, not one's own called home.
 */
void
khatt_frame_read_summons (KhattFrameFinder *finder, gsize anchor, guint form)
{
  gsize end = khatt_clauses_end (finder->clauses, anchor);
  KhattFrame frame =
      khatt_frame_start_frame (finder, anchor, end, KHATT_KIND_MEETING, "meeting.summoned");
  KhattFrameSlots slots;

  khatt_frame_slots_of_verb (finder->clauses, anchor, end, form, FALSE, &slots);
  frame.mood = khatt_clauses_mood (finder->clauses, anchor, end, form);
  khatt_frame_add_ministry (finder, &frame, KHATT_ROLE_HOST);
  if (frame.n_parties > 0)
    khatt_frame_add_slot (finder, &frame, &slots, KHATT_FRAME_SLOT_SUBJECT, KHATT_ROLE_VISITOR);
  else
    khatt_frame_add_subject (finder, &frame, &slots, KHATT_ROLE_HOST);
  khatt_frame_add_slot (finder, &frame, &slots, KHATT_FRAME_SLOT_OBJECT, KHATT_ROLE_VISITOR);
  khatt_frame_finish_frame (finder, &frame, &slots);
}

/**
 * khatt_frame_find_host_town:
 * @finder: what is read
 * @noun: the token of a meeting's noun
 *
 * "تستضيف فيينا غدا اجتماعا", "شهدت فيينا مباحثات": the town that is the subject of a verb before
 * the noun.
 *
 * Returns: a mention; -1: there is none
 */
gssize
khatt_frame_find_host_town (const KhattFrameFinder *finder, gsize noun)
{
  const KhattClauses *clauses = finder->clauses;

  for (gsize i = clauses->first_mention; i < clauses->after_mention; i++)
    {
      const KhattMention *mention = khatt_frame_get_mention (finder, i);
      const KhattMatch *word;
      gsize before = mention->first_token;

      if (mention->first_token >= noun)
        return -1;
      /* "العاصمة النمساوية فيينا" */
      while (
          before > clauses->first_token + 1 &&
          (khatt_clauses_marker (clauses, before - 1, "filler") != NULL ||
           khatt_tokens_match (clauses->text->tokens, before - 1, KHATT_ENTRY_ADJECTIVE) != NULL))
        before--;
      word = before > clauses->first_token
                 ? khatt_tokens_match (clauses->text->tokens, before - 1, KHATT_ENTRY_WORD)
                 : NULL;
      if (mention->is_place && word != NULL && strcmp (word->entry->fields[3], "houses") == 0 &&
          clauses->clauses[mention->first_token - clauses->first_token] ==
              clauses->clauses[noun - clauses->first_token])
        return (gssize) i;
    }
  return -1;
}
