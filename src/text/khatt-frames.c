/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Frames: what the verbs and event nouns of a sentence say happened, and between whom. Which verb
 * means what is in verbs.tsv and nouns.tsv; here is how the frame of each lays its slots out as
 * roles.
 */

#include "khatt-frames.h"

#include "khatt-clause.h"
#include "khatt-frame-slots.h"

#include <string.h>

/* Words between a light verb and its noun. */
#define NOUN_REACH 45
#define ADJECTIVE_REACH 4
#define DURING_REACH 3
/* The title in nouns.tsv of the noun that has a host and a guest. */
#define RECEPTION "استقبال"

typedef struct
{
  const KhattText *text;
  KhattClauses *clauses;
  GArray *frames;   /* of KhattFrame */
  guint8 *is_taken; /* nouns that a verb has taken, by token from first_token */
  KhattTopicality *topicality;
  gboolean to_press;   /* the sentence names the press as whom it is said to */
  guint embedded_from; /* clause in which somebody's words begin; G_MAXUINT: none */
} Finder;

typedef enum
{
  NOUN_NONE,
  NOUN_CALL,
  NOUN_CONTACT,
  NOUN_TALK,
  NOUN_MEETING,
  NOUN_VISIT,
  NOUN_MESSAGE,
  NOUN_AGREEMENT,
  NOUN_OFFER,
  NOUN_STATEMENT,
} NounKind;

static NounKind
noun_kind (const KhattEntry *entry)
{
  static const char *const names[] = { "",      "call",    "contact",   "talk",  "meeting",
                                       "visit", "message", "agreement", "offer", "statement" };

  for (guint i = 1; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i], entry->fields[2]) == 0)
      return i;
  return NOUN_NONE;
}

static const KhattMention *
get_mention (const Finder *finder, gsize index)
{
  return &g_array_index (finder->text->mentions, KhattMention, index);
}

static void
add_party (KhattFrame *frame, guint actor, KhattRole role)
{
  if (actor == KHATT_NO_ACTOR || frame->n_parties == KHATT_FRAME_MAX_PARTIES)
    return;
  for (guint i = 0; i < frame->n_parties; i++)
    if (frame->parties[i].actor == actor)
      return;
  frame->parties[frame->n_parties++] = (KhattParty){ actor, role };
}

static void
add_slot (const Finder *finder,
          KhattFrame *frame,
          const KhattFrameSlots *slots,
          KhattFrameSlot slot,
          KhattRole role)
{
  for (guint i = 0; i < slots->n[slot]; i++)
    add_party (frame, get_mention (finder, slots->mentions[slot][i])->actor, role);
}

/* The subject, or whom the prose has been about. */
static void
add_subject (const Finder *finder, KhattFrame *frame, const KhattFrameSlots *slots, KhattRole role)
{
  if (slots->n[KHATT_FRAME_SLOT_SUBJECT] > 0)
    add_slot (finder, frame, slots, KHATT_FRAME_SLOT_SUBJECT, role);
  else if (slots->has_group || !frame->takes_subject)
    frame->is_subject_of_group = slots->has_group;
  else
    add_party (frame,
               frame->is_statement ? finder->topicality->speaker : finder->topicality->subject,
               role);
}

static gboolean
is_phone (const Finder *finder, gsize first, gsize after)
{
  if (khatt_clauses_has (finder->clauses, first, after, "phone"))
    return TRUE;
  for (gsize i = first; i < after; i++)
    {
      const KhattMatch *noun = khatt_clauses_noun (finder->clauses, i);
      if (noun != NULL && noun_kind (noun->entry) == NOUN_CALL)
        return TRUE;
    }
  return FALSE;
}

static KhattFrame
start_frame (const Finder *finder, gsize anchor, gsize after, KhattKind kind, const char *rule)
{
  const KhattClauses *clauses = finder->clauses;
  guint clause = clauses->clauses[anchor - clauses->first_token];
  const KhattMatch *verb = khatt_clauses_verb (clauses, anchor);

  return (KhattFrame){ .kind = kind,
                       .rule = rule,
                       .sentence = clauses->sentence,
                       .anchor = anchor,
                       .after = after,
                       .clause = clause,
                       .place = -1,
                       .takes_subject = TRUE,
                       .title = verb != NULL ? verb->entry->fields[3] : NULL,
                       .is_embedded = clause >= finder->embedded_from,
                       .is_earlier = khatt_clauses_has (clauses, anchor, after, "earlier"),
                       .to_press = finder->to_press };
}

/* Beside its minister a state is not a party of its own. */
static void
drop_states (const Finder *finder, KhattFrame *frame)
{
  guint n = 0;

  for (guint i = 0; i < frame->n_parties; i++)
    {
      const KhattActor *actor = khatt_actors_get (finder->text->actors, frame->parties[i].actor);
      gboolean is_spoken_for = FALSE;

      for (guint k = 0; k < frame->n_parties && frame->kind != KHATT_KIND_VISIT; k++)
        {
          const KhattActor *other =
              khatt_actors_get (finder->text->actors, frame->parties[k].actor);
          is_spoken_for |= actor->type == KHATT_ACTOR_STATE && other->type == KHATT_ACTOR_PERSON &&
                           g_strcmp0 (actor->country, other->country) == 0;
        }
      if (!is_spoken_for)
        frame->parties[n++] = frame->parties[i];
    }
  frame->n_parties = n;
}

static void
finish_frame (Finder *finder, KhattFrame *frame, const KhattFrameSlots *slots)
{
  const KhattMatch *verb = khatt_clauses_verb (finder->clauses, frame->anchor);

  if (frame->place < 0)
    frame->place = slots->place;
  frame->is_past = verb != NULL && (verb->entry->form & KHATT_FORM_PAST) != 0;
  frame->is_group_of_states = slots->has_states;
  if (!frame->is_statement)
    drop_states (finder, frame);
  g_array_append_val (finder->frames, *frame);
}

/* The noun that a light verb carries: "أجرى ... اتصالا". */
static gssize
find_noun (const Finder *finder, gsize anchor, gsize end)
{
  const KhattClauses *clauses = finder->clauses;

  for (gsize i = anchor + 1; i < MIN (end, anchor + NOUN_REACH); i++)
    {
      const KhattMatch *noun = khatt_clauses_noun (clauses, i);

      if (noun == NULL || finder->is_taken[i - clauses->first_token])
        continue;
      if (i > anchor + 1 && (khatt_clauses_marker (clauses, i - 1, "during") != NULL ||
                             khatt_clauses_marker (clauses, i - 1, "after") != NULL ||
                             khatt_clauses_marker (clauses, i - 1, "before") != NULL))
        continue;
      return (gssize) i;
    }
  return -1;
}

static gboolean
is_definite (const Finder *finder, gsize noun)
{
  const KhattMatch *match = khatt_clauses_noun (finder->clauses, noun);

  return (match->proclitics & KHATT_PROCLITIC_AL) != 0;
}

/* "بمبادرة من الجانب الروسي" overrides who is the subject. */
static void
apply_initiative (const Finder *finder, KhattFrame *frame)
{
  const KhattClauses *clauses = finder->clauses;
  const KhattMatch *marker = NULL;
  gsize at = clauses->first_token;
  const KhattActor *by = NULL;
  guint actor = KHATT_NO_ACTOR;

  for (; at < clauses->after_token && marker == NULL; at++)
    marker = khatt_clauses_marker (clauses, at, "initiative");
  if (marker == NULL)
    return;
  at += marker->n_tokens - 1;
  for (gsize i = clauses->first_mention; i < clauses->after_mention; i++)
    if (get_mention (finder, i)->first_token >= at &&
        get_mention (finder, i)->first_token <= at + 1)
      actor = get_mention (finder, i)->actor;
  if (actor == KHATT_NO_ACTOR)
    return;
  by = khatt_actors_get (finder->text->actors, actor);
  for (guint i = 0; i < frame->n_parties; i++)
    {
      const KhattActor *party = khatt_actors_get (finder->text->actors, frame->parties[i].actor);
      gboolean is_by = frame->parties[i].actor == actor ||
                       (by->country != NULL && g_strcmp0 (party->country, by->country) == 0);
      frame->parties[i].role = is_by ? KHATT_ROLE_INITIATOR : KHATT_ROLE_RECIPIENT;
    }
  frame->rule = "call.initiative";
}

/* Talks by telephone have no caller: only a call has. */
static void
fill_call (Finder *finder, KhattFrame *frame, const KhattFrameSlots *slots, gboolean is_talk)
{
  gboolean has_other = slots->n[KHATT_FRAME_SLOT_WITH] + slots->n[KHATT_FRAME_SLOT_BY] +
                           slots->n[KHATT_FRAME_SLOT_OBJECT] + slots->n[KHATT_FRAME_SLOT_TO] >
                       0;
  gboolean has_caller = !is_talk && has_other && slots->n[KHATT_FRAME_SLOT_SUBJECT] <= 1;
  KhattRole from = has_caller ? KHATT_ROLE_INITIATOR : KHATT_ROLE_PARTICIPANT;
  KhattRole to = has_caller ? KHATT_ROLE_RECIPIENT : KHATT_ROLE_PARTICIPANT;

  add_slot (finder, frame, slots, KHATT_FRAME_SLOT_BETWEEN, KHATT_ROLE_PARTICIPANT);
  if (slots->n[KHATT_FRAME_SLOT_BETWEEN] == 0)
    add_subject (finder, frame, slots, from);
  add_slot (finder, frame, slots, KHATT_FRAME_SLOT_WITH, to);
  add_slot (finder, frame, slots, KHATT_FRAME_SLOT_BY, to);
  add_slot (finder, frame, slots, KHATT_FRAME_SLOT_TO, to);
  if (!has_caller || slots->n[KHATT_FRAME_SLOT_WITH] == 0)
    add_slot (finder, frame, slots, KHATT_FRAME_SLOT_OBJECT, to);
  frame->is_each = has_caller;
  apply_initiative (finder, frame);
}

static void
fill_meeting (Finder *finder, KhattFrame *frame, const KhattFrameSlots *slots)
{
  add_slot (finder, frame, slots, KHATT_FRAME_SLOT_BETWEEN, KHATT_ROLE_PARTICIPANT);
  if (slots->n[KHATT_FRAME_SLOT_BETWEEN] == 0 || slots->n[KHATT_FRAME_SLOT_SUBJECT] > 0)
    add_subject (finder, frame, slots, KHATT_ROLE_PARTICIPANT);
  add_slot (finder, frame, slots, KHATT_FRAME_SLOT_WITH, KHATT_ROLE_PARTICIPANT);
  add_slot (finder, frame, slots, KHATT_FRAME_SLOT_BY, KHATT_ROLE_PARTICIPANT);
  add_slot (finder, frame, slots, KHATT_FRAME_SLOT_OBJECT, KHATT_ROLE_PARTICIPANT);
}

/* A country that is visited is the host; a city is only where. */
static void
add_destination (const Finder *finder, KhattFrame *frame, const KhattFrameSlots *slots)
{
  gssize place = slots->destination >= 0 ? slots->destination : slots->place;
  const KhattMatch *country;

  if (place < 0)
    return;
  frame->place = place;
  country = khatt_tokens_match (
      finder->text->tokens, get_mention (finder, (gsize) place)->first_token, KHATT_ENTRY_COUNTRY);
  if (country != NULL && slots->destination >= 0 &&
      strcmp (country->entry->fields[2], "name") == 0 &&
      khatt_tokens_match (finder->text->tokens, get_mention (finder, (gsize) place)->first_token,
                          KHATT_ENTRY_CITY) == NULL)
    add_party (frame, get_mention (finder, (gsize) place)->actor, KHATT_ROLE_HOST);
}

static void
fill_visit (Finder *finder, KhattFrame *frame, const KhattFrameSlots *slots)
{
  add_subject (finder, frame, slots, KHATT_ROLE_VISITOR);
  add_slot (finder, frame, slots, KHATT_FRAME_SLOT_OWNER, KHATT_ROLE_VISITOR);
  add_destination (finder, frame, slots);
}

/* Who hands a message over, and for whom: "سلم X رسالة من Y إلى Z". */
static void
fill_sent_message (Finder *finder,
                   KhattFrame *frame,
                   const KhattFrameSlots *slots,
                   gboolean is_handed)
{
  gboolean is_borne = slots->n[KHATT_FRAME_SLOT_FROM] > 0 || is_handed;

  add_subject (finder, frame, slots, is_borne ? KHATT_ROLE_BEARER : KHATT_ROLE_SENDER);
  add_slot (finder, frame, slots, KHATT_FRAME_SLOT_FROM, KHATT_ROLE_SENDER);
  add_slot (finder, frame, slots, KHATT_FRAME_SLOT_TO, KHATT_ROLE_RECIPIENT);
  add_slot (finder, frame, slots, KHATT_FRAME_SLOT_FOR, KHATT_ROLE_RECIPIENT);
  add_slot (finder, frame, slots, KHATT_FRAME_SLOT_OBJECT, KHATT_ROLE_RECIPIENT);
  add_slot (finder, frame, slots, KHATT_FRAME_SLOT_WITH, KHATT_ROLE_RECIPIENT);
  frame->is_each = !is_borne;
}

static void
fill_received (Finder *finder,
               KhattFrame *frame,
               const KhattFrameSlots *slots,
               KhattRole from,
               KhattRole to)
{
  add_subject (finder, frame, slots, to);
  add_slot (finder, frame, slots, KHATT_FRAME_SLOT_FROM, from);
  add_slot (finder, frame, slots, KHATT_FRAME_SLOT_WITH, from);
  if (slots->n[KHATT_FRAME_SLOT_FROM] == 0)
    add_slot (finder, frame, slots, KHATT_FRAME_SLOT_BY, from);
  frame->is_each = TRUE;
}

static void
fill_agreement (Finder *finder, KhattFrame *frame, const KhattFrameSlots *slots)
{
  add_slot (finder, frame, slots, KHATT_FRAME_SLOT_BETWEEN, KHATT_ROLE_PARTICIPANT);
  if (slots->n[KHATT_FRAME_SLOT_BETWEEN] == 0)
    add_subject (finder, frame, slots, KHATT_ROLE_PARTICIPANT);
  add_slot (finder, frame, slots, KHATT_FRAME_SLOT_WITH, KHATT_ROLE_PARTICIPANT);
  add_slot (finder, frame, slots, KHATT_FRAME_SLOT_OBJECT, KHATT_ROLE_PARTICIPANT);
}

static gboolean
is_near (const Finder *finder, gsize at, const char *sort)
{
  gsize lowest = at > finder->clauses->first_token + DURING_REACH ? at - DURING_REACH
                                                                  : finder->clauses->first_token;

  for (gsize i = at; i-- > lowest;)
    {
      const KhattMatch *match = khatt_clauses_marker (finder->clauses, i, sort);
      if (match != NULL && i + match->n_tokens == at)
        return TRUE;
    }
  return FALSE;
}

/* Adjectives of two states behind a noun: "قمة روسية أمريكية". */
static void
add_adjectives (Finder *finder, KhattFrame *frame, gsize noun, gsize after)
{
  guint codes = 0;
  const char *code[4];

  for (gsize i = noun + 1; i < MIN (after, noun + 1 + 2 * ADJECTIVE_REACH); i++)
    {
      const KhattMatch *adjective =
          khatt_tokens_match (finder->text->tokens, i, KHATT_ENTRY_ADJECTIVE);
      const KhattMatch *word = khatt_tokens_match (finder->text->tokens, i, KHATT_ENTRY_WORD);

      if (adjective != NULL && codes < G_N_ELEMENTS (code))
        code[codes++] = adjective->entry->fields[1];
      else if (word == NULL && finder->text->tokens->tokens[i].kind == KHATT_TOKEN_WORD)
        break;
      else if (adjective == NULL && codes > 0)
        break;
    }
  if (codes < 2)
    return;
  for (guint i = 0; i < codes; i++)
    add_party (frame, khatt_actors_add_state (finder->text->actors, code[i]),
               KHATT_ROLE_PARTICIPANT);
}

/* A light verb and its noun: "أجرى اتصالا", "عقد لقاء", "بعث برسالة". */
static gboolean
read_light_verb (Finder *finder, gsize anchor, const char *frame_name, guint form)
{
  const KhattClauses *clauses = finder->clauses;
  gsize end = khatt_clauses_end (clauses, anchor);
  gssize noun = find_noun (finder, anchor, end);
  gboolean gets = strcmp (frame_name, "get") == 0;
  gboolean sends = strcmp (frame_name, "send") == 0;
  gboolean joins = strcmp (frame_name, "join") == 0;
  gboolean is_relative;
  const KhattMatch *match;
  gboolean phone;
  KhattFrame frame;
  KhattFrameSlots slots;
  NounKind kind;

  /* "المحادثات التي أجراها", "المكالمة التي جمعت": the noun stands before. */
  is_relative = anchor > clauses->first_token + 1 &&
                clauses->cuts[anchor - 1 - clauses->first_token] == KHATT_CUT_RELATIVE;
  if (is_relative && (joins || (form & KHATT_FORM_OBJECT)))
    {
      noun = -1;
      for (gsize i = anchor; i-- > clauses->first_token && noun < 0;)
        noun = khatt_clauses_noun (clauses, i) != NULL ? (gssize) i : -1;
    }
  if (noun < 0)
    return FALSE;
  match = khatt_clauses_noun (clauses, (gsize) noun);
  kind = noun_kind (match->entry);
  phone = kind == NOUN_CALL || is_phone (finder, (gsize) noun, end);
  frame = start_frame (finder, anchor, end, KHATT_KIND_OTHER, "other");
  frame.title = match->entry->fields[3];
  frame.mood = khatt_clauses_mood (clauses, anchor, end, form);
  frame.is_definite = is_definite (finder, (gsize) noun) && !is_relative;
  if (is_relative)
    {
      frame.is_nominal = TRUE;
      frame.is_during =
          is_near (finder, (gsize) noun, "during") || is_near (finder, (gsize) noun, "after");
      frame.is_after = is_near (finder, (gsize) noun, "after");
    }
  if (noun > 0 && (gsize) noun > clauses->first_token &&
      khatt_clauses_marker (clauses, (gsize) noun - 1, "last") != NULL)
    frame.is_last = TRUE;
  khatt_frame_slots_of_verb (clauses, anchor, end, form, kind == NOUN_VISIT, &slots);
  if (strcmp (frame_name, "occur") == 0)
    {
      slots.n[KHATT_FRAME_SLOT_SUBJECT] = 0; /* what occurs is the event */
      frame.takes_subject = FALSE;
    }
  /* "عُقد اجتماع", "عُقدت محادثات": the noun right behind, not in the accusative, is what is held. */
  if (strcmp (frame_name, "hold") == 0 && (gsize) noun == anchor + 1 &&
      !g_str_has_suffix (finder->text->tokens->tokens[noun].folded, "ا") &&
      !(form & KHATT_FORM_DUAL))
    frame.takes_subject = FALSE;
  if (joins)
    {
      slots.n[KHATT_FRAME_SLOT_BETWEEN] = 0;
      frame.clause = clauses->clauses[anchor - clauses->first_token];
    }

  switch (kind)
    {
    case NOUN_CALL:
    case NOUN_CONTACT:
      if (kind == NOUN_CONTACT && (sends || (!phone && strcmp (frame_name, "occur") != 0 && !gets &&
                                             strcmp (frame_name, "hold") != 0)))
        return FALSE;
      frame.kind = KHATT_KIND_CALL;
      frame.rule = gets ? "call.received" : joins ? "call.joined" : "call.held";
      if (gets)
        fill_received (finder, &frame, &slots, KHATT_ROLE_INITIATOR, KHATT_ROLE_RECIPIENT);
      else
        fill_call (finder, &frame, &slots,
                   joins ||
                       (match->entry->form & KHATT_FORM_PLURAL &&
                        g_str_has_prefix (match->entry->fields[0], "م") &&
                        !g_str_has_prefix (match->entry->fields[0], "مكالم")) ||
                       g_str_has_prefix (match->entry->fields[0], "مباحث") ||
                       g_str_has_prefix (match->entry->fields[0], "محادث") ||
                       g_str_has_prefix (match->entry->fields[0], "مشاور"));
      break;
    case NOUN_TALK:
    case NOUN_MEETING:
      if (gets || sends)
        return FALSE;
      frame.kind = phone ? KHATT_KIND_CALL : KHATT_KIND_MEETING;
      frame.rule = phone ? "call.talks" : joins ? "meeting.joined" : "meeting.held";
      if (phone)
        fill_call (finder, &frame, &slots, TRUE);
      else
        fill_meeting (finder, &frame, &slots);
      break;
    case NOUN_VISIT:
      frame.kind = KHATT_KIND_VISIT;
      frame.rule = "visit.made";
      fill_visit (finder, &frame, &slots);
      break;
    case NOUN_MESSAGE:
      frame.kind = KHATT_KIND_MESSAGE;
      frame.rule = gets ? "message.received" : "message.sent";
      if (gets)
        fill_received (finder, &frame, &slots, KHATT_ROLE_SENDER, KHATT_ROLE_RECIPIENT);
      else
        fill_sent_message (finder, &frame, &slots,
                           g_str_has_prefix (finder->text->tokens->tokens[anchor].folded, "سلم"));
      break;
    case NOUN_AGREEMENT:
      if (gets || sends)
        return FALSE;
      frame.kind = KHATT_KIND_AGREEMENT;
      frame.rule = "agreement.made";
      fill_agreement (finder, &frame, &slots);
      break;
    case NOUN_OFFER:
      if (!gets && !sends)
        return FALSE;
      frame.kind = KHATT_KIND_OFFER;
      frame.rule = "offer.invitation";
      if (gets)
        fill_received (finder, &frame, &slots, KHATT_ROLE_INITIATOR, KHATT_ROLE_ADDRESSEE);
      else
        {
          add_subject (finder, &frame, &slots, KHATT_ROLE_INITIATOR);
          add_slot (finder, &frame, &slots, KHATT_FRAME_SLOT_TO, KHATT_ROLE_ADDRESSEE);
          add_slot (finder, &frame, &slots, KHATT_FRAME_SLOT_FOR, KHATT_ROLE_ADDRESSEE);
        }
      break;
    case NOUN_STATEMENT:
      frame.kind = KHATT_KIND_STATEMENT;
      frame.rule = "statement.held";
      frame.is_statement = TRUE;
      add_subject (finder, &frame, &slots, KHATT_ROLE_SPEAKER);
      break;
    case NOUN_NONE:
    default:
      return FALSE;
    }

  if (frame.n_parties < 2 && (kind == NOUN_TALK || kind == NOUN_MEETING || kind == NOUN_AGREEMENT))
    add_adjectives (finder, &frame, (gsize) noun + match->n_tokens - 1, end);
  memset (finder->is_taken + ((gsize) noun - clauses->first_token), TRUE, match->n_tokens);
  finish_frame (finder, &frame, &slots);
  return TRUE;
}

/* How the frames of verbs that need no noun lay their slots out. */
static void
read_meet (Finder *finder, gsize anchor, guint form, gboolean is_reception)
{
  gsize end = khatt_clauses_end (finder->clauses, anchor);
  KhattFrame frame = start_frame (finder, anchor, end, KHATT_KIND_MEETING,
                                  is_reception ? "meeting.received" : "meeting.met");
  KhattFrameSlots slots;

  khatt_frame_slots_of_verb (finder->clauses, anchor, end, form, FALSE, &slots);
  frame.mood = khatt_clauses_mood (finder->clauses, anchor, end, form);
  if (is_reception)
    {
      add_subject (finder, &frame, &slots, KHATT_ROLE_HOST);
      add_slot (finder, &frame, &slots, KHATT_FRAME_SLOT_OBJECT, KHATT_ROLE_VISITOR);
    }
  else
    fill_meeting (finder, &frame, &slots);
  if (!is_reception && is_phone (finder, anchor, end) && frame.n_parties > 1)
    {
      frame.kind = KHATT_KIND_CALL;
      frame.rule = "call.met";
    }
  finish_frame (finder, &frame, &slots);
}

static void
read_call (Finder *finder, gsize anchor, guint form)
{
  gsize end = khatt_clauses_end (finder->clauses, anchor);
  KhattFrame frame = start_frame (finder, anchor, end, KHATT_KIND_CALL, "call.verb");
  KhattFrameSlots slots;

  khatt_frame_slots_of_verb (finder->clauses, anchor, end, form, FALSE, &slots);
  frame.mood = khatt_clauses_mood (finder->clauses, anchor, end, form);
  fill_call (finder, &frame, &slots, FALSE);
  finish_frame (finder, &frame, &slots);
}

/* "بحث X مع Y", "بحث X وY": a meeting, or a call where the telephone is named. */
static void
read_discuss (Finder *finder, gsize anchor, guint form)
{
  gsize end = khatt_clauses_end (finder->clauses, anchor);
  gsize reach = finder->clauses->after_token;
  gboolean phone;
  KhattFrame frame;
  KhattFrameSlots slots;

  khatt_frame_slots_of_verb (finder->clauses, anchor, end, form, FALSE, &slots);
  phone = is_phone (finder, anchor, reach);
  frame = start_frame (finder, anchor, end, phone ? KHATT_KIND_CALL : KHATT_KIND_MEETING,
                       phone ? "call.discussed" : "meeting.discussed");
  frame.mood = khatt_clauses_mood (finder->clauses, anchor, end, form);
  slots.n[KHATT_FRAME_SLOT_OBJECT] = slots.n[KHATT_FRAME_SLOT_BY] =
      slots.n[KHATT_FRAME_SLOT_BETWEEN] = 0;
  if (slots.n[KHATT_FRAME_SLOT_WITH] == 0 && slots.n[KHATT_FRAME_SLOT_SUBJECT] < 2)
    {
      frame.is_definite = TRUE; /* no counterpart: it tells what was discussed */
      add_subject (finder, &frame, &slots, KHATT_ROLE_PARTICIPANT);
    }
  else
    fill_meeting (finder, &frame, &slots);
  finish_frame (finder, &frame, &slots);
}

static void
read_visit (Finder *finder, gsize anchor, guint form, const char *lemma)
{
  gsize end = khatt_clauses_end (finder->clauses, anchor);
  KhattFrame frame = start_frame (finder, anchor, end, KHATT_KIND_VISIT, "visit.verb");
  gboolean goes_somewhere;
  KhattFrameSlots slots;

  khatt_frame_slots_of_verb (finder->clauses, anchor, end, form, TRUE, &slots);
  goes_somewhere = slots.destination >= 0 || slots.place >= 0;
  if (!goes_somewhere)
    return;
  frame.mood = khatt_clauses_mood (finder->clauses, anchor, end, form);
  fill_visit (finder, &frame, &slots);
  for (gsize i = anchor; i < end; i++)
    {
      const KhattMatch *noun = khatt_clauses_noun (finder->clauses, i);
      if (noun != NULL && noun_kind (noun->entry) == NOUN_VISIT)
        {
          finder->is_taken[i - finder->clauses->first_token] = TRUE;
          frame.title = noun->entry->fields[3];
        }
    }
  if (strcmp (lemma, "غادر") == 0 && slots.destination < 0)
    return;
  finish_frame (finder, &frame, &slots);
}

static void
read_greeting (Finder *finder, gsize anchor, guint form)
{
  gsize end = khatt_clauses_end (finder->clauses, anchor);
  KhattFrame frame = start_frame (finder, anchor, end, KHATT_KIND_MESSAGE, "message.greeting");
  KhattFrameSlots slots;

  khatt_frame_slots_of_verb (finder->clauses, anchor, end, form, FALSE, &slots);
  frame.mood = khatt_clauses_mood (finder->clauses, anchor, end, form);
  if (is_phone (finder, anchor, end))
    return;
  add_subject (finder, &frame, &slots, KHATT_ROLE_SENDER);
  add_slot (finder, &frame, &slots, KHATT_FRAME_SLOT_OBJECT, KHATT_ROLE_RECIPIENT);
  frame.is_each = TRUE;
  finish_frame (finder, &frame, &slots);
}

/* "اتفق X وY على", "توصلت X إلى اتفاق مع Y". */
static void
read_agree (Finder *finder, gsize anchor, guint form)
{
  gsize end = khatt_clauses_end (finder->clauses, anchor);
  gssize noun = find_noun (finder, anchor, end);
  KhattFrame frame = start_frame (finder, anchor, end, KHATT_KIND_AGREEMENT, "agreement.reached");
  KhattFrameSlots slots;

  khatt_frame_slots_of_verb (finder->clauses, anchor, end, form, FALSE, &slots);
  frame.mood = khatt_clauses_mood (finder->clauses, anchor, end, form);
  fill_agreement (finder, &frame, &slots);
  if (noun >= 0)
    {
      const KhattMatch *match = khatt_clauses_noun (finder->clauses, (gsize) noun);
      frame.title = match->entry->fields[3];
      if (noun_kind (match->entry) == NOUN_AGREEMENT)
        finder->is_taken[(gsize) noun - finder->clauses->first_token] = TRUE;
    }
  finish_frame (finder, &frame, &slots);
}

/* Words of statements; an invitation and an offer are told from them by whom and what they are
 * about. */
static void
read_statement (Finder *finder, gsize anchor, const KhattMatch *verb)
{
  const KhattClauses *clauses = finder->clauses;
  gsize end = khatt_clauses_end (clauses, anchor);
  const char *name = verb->entry->fields[2];
  KhattFrame frame =
      start_frame (finder, anchor, end,
                   strcmp (name, "announce") == 0 ? KHATT_KIND_ANNOUNCEMENT : KHATT_KIND_STATEMENT,
                   "statement.said");
  KhattFrameSlots slots;
  gboolean is_offer;

  khatt_frame_slots_of_verb (clauses, anchor, end, verb->entry->form, FALSE, &slots);
  frame.mood = khatt_clauses_mood (clauses, anchor, end, verb->entry->form);
  frame.is_statement = TRUE; /* before its subject is looked for */
  if (strcmp (name, "invite") == 0 && slots.n[KHATT_FRAME_SLOT_OBJECT] > 0)
    {
      frame.kind = KHATT_KIND_OFFER;
      frame.rule = "offer.invited";
      frame.is_statement = FALSE;
      add_subject (finder, &frame, &slots, KHATT_ROLE_INITIATOR);
      add_slot (finder, &frame, &slots, KHATT_FRAME_SLOT_OBJECT, KHATT_ROLE_ADDRESSEE);
      finish_frame (finder, &frame, &slots);
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
      add_subject (finder, &frame, &slots, KHATT_ROLE_INITIATOR);
      add_slot (finder, &frame, &slots, KHATT_FRAME_SLOT_BETWEEN, KHATT_ROLE_ADDRESSEE);
      add_slot (finder, &frame, &slots, KHATT_FRAME_SLOT_TO, KHATT_ROLE_ADDRESSEE);
      add_slot (finder, &frame, &slots, KHATT_FRAME_SLOT_FOR, KHATT_ROLE_ADDRESSEE);
      finish_frame (finder, &frame, &slots);
      return;
    }
  if (strcmp (name, "deny") == 0)
    frame.rule = "statement.denied";
  else if (strcmp (name, "announce") == 0)
    frame.rule = "statement.announced";
  add_subject (finder, &frame, &slots, KHATT_ROLE_SPEAKER);
  finish_frame (finder, &frame, &slots);
}

/* "نقلت وكالة ... عن X قوله": the words are X's. */
static void
read_reported (Finder *finder, gsize anchor, guint form)
{
  const KhattClauses *clauses = finder->clauses;
  gsize end = khatt_clauses_end (clauses, anchor);
  KhattFrame frame = start_frame (finder, anchor, end, KHATT_KIND_STATEMENT, "statement.reported");
  KhattFrameSlots slots = { .place = -1 };

  for (gsize i = clauses->first_mention; i < clauses->after_mention; i++)
    {
      const KhattMention *mention = get_mention (finder, i);
      const KhattMatch *about =
          mention->first_token > clauses->first_token
              ? khatt_clauses_marker (clauses, mention->first_token - 1, "preposition")
              : NULL;
      if (mention->first_token > anchor && mention->first_token < end && about != NULL &&
          strcmp (about->entry->fields[2], "about") == 0)
        {
          frame.is_statement = TRUE;
          add_party (&frame, mention->actor, KHATT_ROLE_SPEAKER);
          finish_frame (finder, &frame, &slots);
          return;
        }
    }
}

/* Which frames begin somebody's words with "that". */
static gboolean
is_reporting (const char *name)
{
  static const char *const names[] = { "say", "announce", "deny", "report", "tell", "invite" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i], name) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_light (const char *name)
{
  static const char *const names[] = { "hold", "exchange", "occur", "join", "get", "send", "sign" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i], name) == 0)
      return TRUE;
  return FALSE;
}

/* Whom the prose goes on about: the person or state that is the subject of a main clause. */
static void
note_subject (Finder *finder, guint n_before)
{
  const KhattFrame *frame;
  const KhattActor *actor;

  if (finder->frames->len <= n_before)
    return;
  frame = &g_array_index (finder->frames, KhattFrame, n_before);
  if (frame->n_parties == 0)
    return;
  if (frame->is_statement && (frame->is_embedded || frame->clause > 0))
    return;
  if (!frame->is_statement && (frame->is_embedded || frame->clause > 0))
    {
      finder->topicality->subject = frame->parties[0].actor;
      return;
    }
  actor = khatt_actors_get (finder->text->actors, frame->parties[0].actor);
  finder->topicality->speaker = frame->parties[0].actor;
  if (actor->rank != KHATT_RANK_SPOKESMAN && actor->rank != KHATT_RANK_ANONYMOUS)
    finder->topicality->subject = frame->parties[0].actor;
}

static void
read_verb (Finder *finder, gsize at, const KhattMatch *verb)
{
  const char *name = verb->entry->fields[2];
  guint form = verb->entry->form;
  guint n_before = finder->frames->len;
  guint clause = finder->clauses->clauses[at - finder->clauses->first_token];

  if (is_light (name) && read_light_verb (finder, at, name, form))
    note_subject (finder, n_before);
  else if (strcmp (name, "call") == 0)
    read_call (finder, at, form);
  else if (strcmp (name, "meet") == 0)
    read_meet (finder, at, form, FALSE);
  else if (strcmp (name, "receive") == 0)
    read_meet (finder, at, form, TRUE);
  else if (strcmp (name, "visit") == 0)
    read_visit (finder, at, form, verb->entry->fields[0]);
  else if (strcmp (name, "discuss") == 0)
    read_discuss (finder, at, form);
  else if (strcmp (name, "greet") == 0)
    read_greeting (finder, at, form);
  else if (strcmp (name, "agree") == 0)
    read_agree (finder, at, form);
  else if (strcmp (name, "send") == 0 || strcmp (name, "report") == 0)
    read_reported (finder, at, form);
  else if (is_reporting (name) || strcmp (name, "offer") == 0)
    read_statement (finder, at, verb);
  note_subject (finder, n_before);
  if (is_reporting (name) && finder->embedded_from == G_MAXUINT)
    finder->embedded_from = clause + 1;
}

/* "اجتماع المجلس الأعلى لقادة دول X": the organisation whose meeting it is. */
static void
add_organisation (Finder *finder, KhattFrame *frame, gsize noun, gsize after)
{
  for (gsize i = finder->clauses->first_mention; i < finder->clauses->after_mention; i++)
    {
      const KhattMention *mention = get_mention (finder, i);

      if (mention->first_token <= noun || mention->first_token >= after ||
          mention->actor == KHATT_NO_ACTOR)
        continue;
      if (khatt_actors_get (finder->text->actors, mention->actor)->type == KHATT_ACTOR_ORGANISATION)
        add_party (frame, mention->actor, KHATT_ROLE_PARTICIPANT);
      return;
    }
}

/* "استقبال X لY", "استقباله Y", "استقبال X له". */
static void
fill_reception (Finder *finder, KhattFrame *frame, const KhattFrameSlots *slots, gboolean is_his)
{
  if (is_his)
    add_party (frame, finder->topicality->subject, KHATT_ROLE_HOST);
  add_slot (finder, frame, slots, KHATT_FRAME_SLOT_OWNER,
            is_his ? KHATT_ROLE_VISITOR : KHATT_ROLE_HOST);
  add_slot (finder, frame, slots, KHATT_FRAME_SLOT_FOR, KHATT_ROLE_VISITOR);
  for (gsize i = frame->anchor; i < frame->after && frame->n_parties == 1; i++)
    if (khatt_token_is (&finder->text->tokens->tokens[i], "له") ||
        khatt_token_is (&finder->text->tokens->tokens[i], "لها"))
      add_party (frame, finder->topicality->subject, KHATT_ROLE_VISITOR);
}

/* The noun of an event that no verb has taken. */
static void
read_noun (Finder *finder, gsize at, const KhattMatch *match)
{
  const KhattClauses *clauses = finder->clauses;
  gsize after = khatt_clauses_end (clauses, at + match->n_tokens - 1);
  NounKind kind = noun_kind (match->entry);
  gboolean phone = kind == NOUN_CALL ||
                   khatt_clauses_has (clauses, at, MIN (after, at + ADJECTIVE_REACH), "phone");
  KhattRole role = KHATT_ROLE_PARTICIPANT;
  KhattFrame frame;
  KhattFrameSlots slots;

  if (kind == NOUN_STATEMENT || kind == NOUN_OFFER || kind == NOUN_NONE ||
      (kind == NOUN_CONTACT && !phone && !(match->proclitics & KHATT_PROCLITIC_AL)))
    return;
  frame = start_frame (finder, at, after, KHATT_KIND_MEETING, "meeting.noun");
  if (phone || kind == NOUN_CONTACT)
    {
      frame.kind = KHATT_KIND_CALL;
      frame.rule = "call.noun";
    }
  else if (kind == NOUN_VISIT)
    {
      frame.kind = KHATT_KIND_VISIT;
      frame.rule = "visit.noun";
      role = KHATT_ROLE_VISITOR;
    }
  else if (kind == NOUN_MESSAGE)
    {
      frame.kind = KHATT_KIND_MESSAGE;
      frame.rule = "message.noun";
      role = KHATT_ROLE_SENDER;
    }
  else if (kind == NOUN_AGREEMENT)
    {
      frame.kind = KHATT_KIND_AGREEMENT;
      frame.rule = "agreement.noun";
    }
  khatt_frame_slots_of_noun (clauses, at + match->n_tokens - 1, after, &slots);
  frame.title = match->entry->fields[3];
  frame.is_nominal = TRUE;
  frame.is_definite = (match->proclitics & KHATT_PROCLITIC_AL) != 0;
  frame.is_during = is_near (finder, at, "during") || is_near (finder, at, "after");
  frame.is_after = is_near (finder, at, "after");
  frame.is_last = is_near (finder, at, "last") ||
                  khatt_clauses_has (clauses, at, MIN (after, at + ADJECTIVE_REACH), "last");
  frame.mood = khatt_clauses_mood (clauses, at, after, 0);
  if (khatt_clauses_has (clauses, at, after, "planned") && frame.mood != KHATT_MOOD_NEGATED)
    frame.mood = KHATT_MOOD_PLANNED;

  if (strcmp (frame.title, RECEPTION) == 0)
    fill_reception (finder, &frame, &slots, (match->entry->form & KHATT_FORM_POSSESSED) != 0);
  else if (match->entry->form & KHATT_FORM_POSSESSED)
    add_party (&frame, finder->topicality->subject, role);
  else
    add_slot (finder, &frame, &slots, KHATT_FRAME_SLOT_OWNER, role);
  add_slot (finder, &frame, &slots, KHATT_FRAME_SLOT_BETWEEN, KHATT_ROLE_PARTICIPANT);
  if (frame.kind != KHATT_KIND_VISIT)
    {
      add_slot (finder, &frame, &slots, KHATT_FRAME_SLOT_WITH, KHATT_ROLE_PARTICIPANT);
      if (frame.kind != KHATT_KIND_AGREEMENT && frame.kind != KHATT_KIND_MESSAGE)
        add_slot (finder, &frame, &slots, KHATT_FRAME_SLOT_BY, KHATT_ROLE_PARTICIPANT);
      if (frame.kind == KHATT_KIND_MEETING || frame.kind == KHATT_KIND_MESSAGE)
        add_slot (finder, &frame, &slots, KHATT_FRAME_SLOT_FOR,
                  frame.kind == KHATT_KIND_MESSAGE ? KHATT_ROLE_RECIPIENT : KHATT_ROLE_PARTICIPANT);
      add_slot (finder, &frame, &slots, KHATT_FRAME_SLOT_FROM,
                frame.kind == KHATT_KIND_CALL ? KHATT_ROLE_INITIATOR : KHATT_ROLE_PARTICIPANT);
      if (frame.n_parties < 2)
        add_adjectives (finder, &frame, at, after);
    }
  else
    add_destination (finder, &frame, &slots);
  if (frame.n_parties == 0 && frame.kind == KHATT_KIND_MEETING)
    add_organisation (finder, &frame, at, after);
  if (frame.is_during && frame.n_parties == 1 && frame.kind != KHATT_KIND_VISIT &&
      slots.n[KHATT_FRAME_SLOT_WITH] + slots.n[KHATT_FRAME_SLOT_BY] > 0 &&
      finder->topicality->subject != KHATT_NO_ACTOR)
    add_party (&frame, finder->topicality->subject, KHATT_ROLE_PARTICIPANT);
  /* "his talks with X ... during his meeting": the one whom he talked with. */
  if ((match->entry->form & KHATT_FORM_POSSESSED) && frame.n_parties == 1 &&
      frame.kind != KHATT_KIND_VISIT && frame.is_during)
    for (gsize i = clauses->after_mention; i-- > clauses->first_mention && frame.n_parties == 1;)
      if (get_mention (finder, i)->after_token <= at &&
          get_mention (finder, i)->governor == KHATT_GOVERNOR_WITH)
        add_party (&frame, get_mention (finder, i)->actor, KHATT_ROLE_PARTICIPANT);
  for (gsize i = at; i < after; i++)
    slots.has_group |= khatt_token_is (&finder->text->tokens->tokens[i], "بينهما");
  frame.is_subject_of_group = slots.has_group;
  finish_frame (finder, &frame, &slots);
}

/**
 * khatt_frames_find:
 * @text: what is read
 * @sentence: which sentence
 * @topicality: (inout): whom the prose was about before, and is now
 *
 * Finds what the verbs and nouns of a sentence say happened.
 *
 * Returns: (transfer full) (element-type KhattFrame): the frames, in text order
 */
GArray *
khatt_frames_find (const KhattText *text, gsize sentence, KhattTopicality *topicality)
{
  Finder finder = { .text = text, .topicality = topicality, .embedded_from = G_MAXUINT };
  const KhattClauses *clauses;

  finder.clauses = khatt_clauses_new (text, sentence);
  finder.frames = g_array_new (FALSE, TRUE, sizeof (KhattFrame));
  clauses = finder.clauses;
  finder.to_press =
      khatt_clauses_has (clauses, clauses->first_token, clauses->after_token, "press");
  finder.is_taken = g_new0 (guint8, clauses->after_token - clauses->first_token + 1);
  for (gsize at = clauses->first_token; at < clauses->after_token; at++)
    {
      const KhattMatch *verb = khatt_clauses_verb (clauses, at);
      const KhattMatch *noun = khatt_clauses_noun (clauses, at);

      if (verb != NULL)
        read_verb (&finder, at, verb);
      else if (noun != NULL && !finder.is_taken[at - clauses->first_token])
        {
          read_noun (&finder, at, noun);
          at += noun->n_tokens - 1;
        }
    }
  g_free (finder.is_taken);
  khatt_clauses_free (finder.clauses);
  return finder.frames;
}
