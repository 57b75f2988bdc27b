/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Frames of verbs whose object is an event: to call a visit off, to take part in a summit. The verb
 * says what became of the event, the noun which it is.
 */

#include "khatt-frame-roles.h"

#include <string.h>

/* Words between the verb and the noun of the event. */
#define NOUN_REACH 24
/* Words between the noun of a meeting and "in which X takes part". */
#define RELATIVE_REACH 16
/* The title in nouns.tsv of the session of a cabinet or a parliament. */
#define SESSION "جلسة"
/* The title in verbs.tsv of the verbs of who presides. */
#define PRESIDED "اجتماع"

/* "زيارته التي كانت مقررة إلى X": what is told of the event goes on in a relative clause. */
static gsize
find_reach (const KhattFrameFinder *finder, gsize anchor)
{
  const KhattClauses *clauses = finder->clauses;

  for (gsize i = anchor + 1; i < clauses->after_token; i++)
    {
      KhattCut cut = clauses->cuts[i - clauses->first_token];
      if ((cut != KHATT_CUT_NONE && cut != KHATT_CUT_RELATIVE) ||
          (i > anchor + 1 && khatt_clauses_verb (clauses, i) != NULL &&
           khatt_clauses_noun (clauses, i) == NULL))
        return i;
    }
  return clauses->after_token;
}

static void
take_noun (KhattFrameFinder *finder, gsize noun)
{
  memset (finder->is_taken + (noun - finder->clauses->first_token), TRUE,
          khatt_clauses_noun (finder->clauses, noun)->n_tokens);
}

/**
 * khatt_frame_read_cancelled:
 * @finder: what is read
 * @anchor: the verb's token
 * @form: its #KhattFormFlags
 *
 * "ألغى X زيارته إلى Y", "أرجأ X لقاء مع Y".
 */
void
khatt_frame_read_cancelled (KhattFrameFinder *finder, gsize anchor, guint form)
{
  gsize end = find_reach (finder, anchor);
  gssize noun = khatt_frame_find_noun (finder, anchor, end, FALSE);
  KhattNounKind kind;
  KhattFrame frame;
  KhattFrameSlots slots;

  if (noun < 0 || khatt_clauses_mood (finder->clauses, anchor, end, form) != KHATT_MOOD_FACT)
    return;
  kind = khatt_noun_kind (khatt_clauses_noun (finder->clauses, (gsize) noun)->entry);
  if (kind != KHATT_NOUN_VISIT && kind != KHATT_NOUN_MEETING && kind != KHATT_NOUN_TALK)
    return;
  frame = khatt_frame_start_frame (
      finder, anchor, end, kind == KHATT_NOUN_VISIT ? KHATT_KIND_VISIT : KHATT_KIND_MEETING,
      kind == KHATT_NOUN_VISIT ? "visit.cancelled" : "meeting.cancelled");
  khatt_frame_slots_of_verb (finder->clauses, anchor, end, form, kind == KHATT_NOUN_VISIT, &slots);
  if (kind == KHATT_NOUN_VISIT)
    khatt_frame_fill_visit (finder, &frame, &slots);
  else
    khatt_frame_fill_meeting (finder, &frame, &slots);
  frame.title = khatt_clauses_noun (finder->clauses, (gsize) noun)->entry->fields[3];
  frame.mood = KHATT_MOOD_CANCELLED;
  frame.is_called_off = TRUE;
  take_noun (finder, (gsize) noun);
  khatt_frame_finish_frame (finder, &frame, &slots);
}

/* An organisation, or a place or state that is not the subject's: no domestic affair. */
static gboolean
leads_abroad (const KhattFrameFinder *finder, gsize noun, gsize end, const KhattActor *subject)
{
  for (gsize i = finder->clauses->first_mention; i < finder->clauses->after_mention; i++)
    {
      const KhattMention *mention = khatt_frame_get_mention (finder, i);
      const KhattMatch *city =
          khatt_tokens_match (finder->text->tokens, mention->first_token, KHATT_ENTRY_CITY);
      const KhattActor *actor = mention->actor != KHATT_NO_ACTOR
                                    ? khatt_actors_get (finder->text->actors, mention->actor)
                                    : NULL;

      if (mention->first_token <= noun || mention->first_token >= end)
        continue;
      if (actor != NULL && actor->type == KHATT_ACTOR_ORGANISATION && actor->country == NULL)
        return TRUE;
      if (subject->country == NULL)
        {
          if (actor != NULL && actor->country != NULL && city == NULL)
            return TRUE;
          continue;
        }
      if (actor == NULL && city != NULL && strcmp (city->entry->fields[1], subject->country) != 0)
        return TRUE;
      if (actor != NULL && actor->country != NULL && strcmp (actor->country, subject->country) != 0)
        return TRUE;
    }
  return FALSE;
}

/* "ترأس", "رأس": who presides holds the meeting, also one at home. */
static gboolean
presides (const KhattMatch *verb)
{
  return strcmp (verb->entry->fields[3], PRESIDED) == 0;
}

/* Whom the prose goes on about, also where the meeting is none of ours. */
static void
note_present (KhattFrameFinder *finder, gsize anchor, gsize end, guint form)
{
  KhattFrameSlots slots;

  if (finder->clauses->clauses[anchor - finder->clauses->first_token] > 0)
    return;
  khatt_frame_slots_of_verb (finder->clauses, anchor, end, form, FALSE, &slots);
  if (slots.n[KHATT_FRAME_SLOT_SUBJECT] == 1)
    finder->topicality->subject =
        khatt_frame_get_mention (finder, slots.mentions[KHATT_FRAME_SLOT_SUBJECT][0])->actor;
}

/* "ترأس X وY أعمال الدورة": two who preside together have met, whatever it is called. */
static void
read_chaired (KhattFrameFinder *finder, gsize anchor, gsize end, guint form)
{
  KhattFrame frame =
      khatt_frame_start_frame (finder, anchor, end, KHATT_KIND_MEETING, "meeting.chaired");
  KhattFrameSlots slots;

  khatt_frame_slots_of_verb (finder->clauses, anchor, end, form, FALSE, &slots);
  khatt_frame_add_slot (finder, &frame, &slots, KHATT_FRAME_SLOT_SUBJECT, KHATT_ROLE_PARTICIPANT);
  khatt_frame_add_slot (finder, &frame, &slots, KHATT_FRAME_SLOT_WITH, KHATT_ROLE_PARTICIPANT);
  if (frame.n_parties < 2)
    return;
  frame.mood = khatt_clauses_mood (finder->clauses, anchor, end, form);
  khatt_frame_finish_frame (finder, &frame, &slots);
}

/**
 * khatt_frame_add_leaders:
 * @finder: what is read
 * @frame: a meeting
 *
 * "اجتماع ... برئاسة X وY": who presides takes part.
 */
void
khatt_frame_add_leaders (const KhattFrameFinder *finder, KhattFrame *frame)
{
  const KhattClauses *clauses = finder->clauses;
  guint n_before = frame->n_parties;

  for (gsize i = frame->anchor; i < frame->after; i++)
    {
      const KhattMatch *led_by = khatt_clauses_marker (clauses, i, "led-by");

      if (led_by == NULL || khatt_clauses_mention_at (clauses, i) != NULL)
        continue;
      if (khatt_clauses_has (clauses, frame->anchor, i, "delegation"))
        return; /* an unnamed minister leads it */
      for (gsize k = clauses->first_mention; k < clauses->after_mention; k++)
        {
          const KhattMention *mention = khatt_frame_get_mention (finder, k);
          if (mention->actor != KHATT_NO_ACTOR && !mention->is_place &&
              (mention->first_token == i + led_by->n_tokens ||
               (mention->is_coordinated && k > clauses->first_mention && mention->first_token > i &&
                frame->n_parties > n_before)))
            khatt_frame_add_party (frame, mention->actor, KHATT_ROLE_PARTICIPANT);
          else if (mention->first_token > i && frame->n_parties > n_before)
            break;
        }
      break;
    }
  if (n_before > 0 || frame->n_parties != 1)
    return;
  frame->is_attended = TRUE;
  frame->is_at_home =
      !leads_abroad (finder, frame->anchor, frame->after,
                     khatt_actors_get (finder->text->actors, frame->parties[0].actor));
}

/* "يشارك فيها X", "يحضرها X": a verb of taking part that goes back to the noun before it. */
static const KhattMatch *
verb_of_attendants (const KhattClauses *clauses, gsize at)
{
  const KhattMatch *verb = khatt_clauses_verb (clauses, at);
  const KhattMatch *in = verb != NULL ? khatt_clauses_marker (clauses, at + 1, "bound") : NULL;

  if (verb == NULL || strcmp (verb->entry->fields[2], "join-in") != 0)
    return NULL;
  return (verb->entry->form & KHATT_FORM_OBJECT) ||
                 (in != NULL && strcmp (in->entry->fields[2], "in") == 0)
             ? verb
             : NULL;
}

/* "X، بالإضافة إلى Y، إلى جانب Z": who is there besides. */
static void
add_those_besides (const KhattFrameFinder *finder, KhattFrame *frame, gsize at)
{
  const KhattClauses *clauses = finder->clauses;

  while (at < clauses->after_token)
    {
      const KhattMatch *topic = khatt_clauses_marker (clauses, at, "topic");
      const KhattMention *mention;

      if (topic == NULL || strcmp (topic->entry->fields[2], "besides") != 0)
        return;
      mention = khatt_clauses_mention_at (clauses, at + topic->n_tokens);
      if (mention == NULL || mention->actor == KHATT_NO_ACTOR || mention->is_place)
        return;
      khatt_frame_add_party (frame, mention->actor, KHATT_ROLE_PARTICIPANT);
      at = mention->after_token;
      while (at < clauses->after_token &&
             clauses->text->tokens->tokens[at].kind != KHATT_TOKEN_WORD)
        at++;
    }
}

/**
 * khatt_frame_add_attendants:
 * @finder: what is read
 * @frame: (inout): a meeting of nobody so far
 * @last: the last token of its noun
 *
 * "قمة، الاثنين المقبل، يشارك فيها X وY": who takes part stands in a relative clause.
 *
 * Returns: whether there is such a clause
 */
gboolean
khatt_frame_add_attendants (KhattFrameFinder *finder, KhattFrame *frame, gsize last)
{
  const KhattClauses *clauses = finder->clauses;
  const KhattMatch *verb = NULL;
  gsize at = last, end;
  KhattFrameSlots slots;

  while (verb == NULL && ++at < MIN (clauses->after_token, last + RELATIVE_REACH))
    {
      if (khatt_clauses_noun (clauses, at) != NULL)
        return FALSE;
      verb = verb_of_attendants (clauses, at);
    }
  if (verb == NULL)
    return FALSE;
  end = khatt_clauses_end (clauses, at);
  khatt_frame_slots_of_verb (clauses, at, end, verb->entry->form, FALSE, &slots);
  if (slots.subject_precedes || slots.n[KHATT_FRAME_SLOT_SUBJECT] == 0)
    return FALSE;
  khatt_frame_add_slot (finder, frame, &slots, KHATT_FRAME_SLOT_SUBJECT, KHATT_ROLE_PARTICIPANT);
  add_those_besides (finder, frame, end);
  if (frame->place < 0)
    frame->place = slots.place;
  if (khatt_clauses_has (clauses, last, at, "planned") ||
      (frame->mood == KHATT_MOOD_HYPOTHETICAL && (verb->entry->form & KHATT_FORM_PRESENT)))
    frame->mood = KHATT_MOOD_PLANNED;
  frame->is_attended = TRUE;
  return TRUE;
}

/**
 * khatt_frame_read_attended:
 * @finder: what is read
 * @anchor: the verb's token
 * @verb: the verb
 *
 * "شارك X في اجتماع Y": a meeting of many, of whom the text names those it is about.
 */
void
khatt_frame_read_attended (KhattFrameFinder *finder, gsize anchor, const KhattMatch *verb)
{
  guint form = verb->entry->form;
  gboolean is_chaired = presides (verb);
  gsize end = khatt_clauses_end (finder->clauses, anchor);
  gsize reach = find_reach (finder, anchor);
  gssize noun = khatt_frame_find_noun (finder, anchor, MIN (end, anchor + NOUN_REACH), FALSE);
  const KhattMatch *match;
  KhattFrame frame;
  KhattFrameSlots slots;

  note_present (finder, anchor, end, form);
  if (noun < 0 && is_chaired)
    {
      read_chaired (finder, anchor, end, form);
      return;
    }
  if (noun < 0 || (gsize) noun == anchor + 1) /* "حضر اللقاء X" tells who else was there */
    return;
  match = khatt_clauses_noun (finder->clauses, (gsize) noun);
  if (khatt_noun_kind (match->entry) != KHATT_NOUN_MEETING ||
      (!is_chaired && strcmp (match->entry->fields[0], SESSION) == 0))
    return;
  frame = khatt_frame_start_frame (finder, anchor, reach, KHATT_KIND_MEETING, "meeting.attended");
  khatt_frame_slots_of_verb (finder->clauses, anchor, (gsize) noun, form, FALSE, &slots);
  khatt_frame_add_slot (finder, &frame, &slots, KHATT_FRAME_SLOT_SUBJECT, KHATT_ROLE_PARTICIPANT);
  khatt_frame_add_slot (finder, &frame, &slots, KHATT_FRAME_SLOT_WITH, KHATT_ROLE_PARTICIPANT);
  if (frame.n_parties == 0)
    return;
  frame.is_at_home =
      frame.n_parties == 1 &&
      !leads_abroad (finder, (gsize) noun, reach,
                     khatt_actors_get (finder->text->actors, frame.parties[0].actor));
  if (frame.is_at_home && !is_chaired)
    return;
  khatt_frame_slots_of_noun (finder->clauses, (gsize) noun, reach, &slots);
  frame.title = match->entry->fields[3];
  frame.mood = khatt_clauses_mood (finder->clauses, anchor, end, form);
  frame.is_attended = frame.n_parties == 1;
  take_noun (finder, (gsize) noun);
  khatt_frame_finish_frame (finder, &frame, &slots);
}
