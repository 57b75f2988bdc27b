/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Frames of event nouns that no verb carries: "the visit of X to Y", "during his talks with Z".
 */

#include "khatt-frame-roles.h"

#include <string.h>

#define ADJECTIVE_REACH 4
/* Words before a noun that still opens its sentence. */
#define OPENING_REACH 3
/* "Their", of two. */
#define THEIRS "هما"
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
      /* "اجتماع وزاري على هامش الجمعية العامة": another meeting's organisation */
      if (khatt_clauses_has (finder->clauses, noun, mention->first_token, "margin"))
        return;
      if (khatt_actors_get (finder->text->actors, mention->actor)->type == KHATT_ACTOR_ORGANISATION)
        khatt_frame_add_party (frame, mention->actor, KHATT_ROLE_PARTICIPANT);
      return;
    }
}

/* "استقبال سموه بمكتبه اليوم الوزير X": the guest stands bare behind the host. */
static void
add_guest (const KhattFrameFinder *finder, KhattFrame *frame)
{
  for (gsize i = finder->clauses->first_mention; i < finder->clauses->after_mention; i++)
    {
      const KhattMention *mention = khatt_frame_get_mention (finder, i);

      if (mention->first_token <= frame->anchor || mention->first_token >= frame->after ||
          mention->is_place || mention->is_group || mention->actor == KHATT_NO_ACTOR)
        continue;
      if (mention->governor == KHATT_GOVERNOR_FOR)
        return;
      if (mention->governor != KHATT_GOVERNOR_NONE)
        continue;
      khatt_frame_add_party (frame, mention->actor, KHATT_ROLE_VISITOR);
      return;
    }
}

/* "رسالة نقلها Y إلى X خلال استقباله له": he is whom the letter was for, the other who brought it.
 */
static gboolean
add_bearer_received (const KhattFrameFinder *finder, KhattFrame *frame)
{
  const KhattFrame *letter =
      finder->frames->len > 0 ? &g_array_index (finder->frames, KhattFrame, finder->frames->len - 1)
                              : NULL;
  guint host, bearer;

  if (letter == NULL || !khatt_clauses_has (finder->clauses, frame->anchor, frame->after, "to-him"))
    return FALSE;
  bearer = khatt_frame_find_party (letter, KHATT_ROLE_BEARER);
  host = khatt_frame_find_party (letter, KHATT_ROLE_RECIPIENT);
  if (host == KHATT_NO_ACTOR)
    host = finder->topicality->subject;
  if (bearer == KHATT_NO_ACTOR || host == KHATT_NO_ACTOR || host == bearer)
    return FALSE;
  khatt_frame_add_party (frame, host, KHATT_ROLE_HOST);
  khatt_frame_add_party (frame, bearer, KHATT_ROLE_VISITOR);
  return TRUE;
}

/* "استقبال X لY", "استقباله Y", "استقبال X له". */
static void
fill_reception (KhattFrameFinder *finder,
                KhattFrame *frame,
                const KhattFrameSlots *slots,
                gboolean is_his)
{
  if (is_his && add_bearer_received (finder, frame))
    return;
  if (is_his)
    khatt_frame_add_party (frame, finder->topicality->subject, KHATT_ROLE_HOST);
  khatt_frame_add_slot (finder, frame, slots, KHATT_FRAME_SLOT_OWNER,
                        is_his ? KHATT_ROLE_VISITOR : KHATT_ROLE_HOST);
  if (frame->n_parties == 1)
    add_guest (finder, frame);
  if (frame->n_parties < 2)
    khatt_frame_add_slot (finder, frame, slots, KHATT_FRAME_SLOT_FOR, KHATT_ROLE_VISITOR);
  for (gsize i = frame->anchor; i < frame->after && frame->n_parties == 1; i++)
    if (khatt_clauses_marker (finder->clauses, i, "to-him") != NULL)
      khatt_frame_add_party (frame, finder->topicality->subject, KHATT_ROLE_VISITOR);
}

/* "لدى استقباله Y", "عند لقائه Y". */
static gboolean
is_upon (const KhattClauses *clauses, gsize at)
{
  const KhattMatch *at_that =
      at > clauses->first_token ? khatt_clauses_marker (clauses, at - 1, "preposition") : NULL;

  return at_that != NULL && strcmp (at_that->entry->fields[2], "at") == 0;
}

/* "كان في استقباله": who came to the airport, at an arrival that is told; "لدى استقباله" is when.
 */
static gboolean
is_welcome (const KhattFrameFinder *finder, gsize at, const KhattMatch *match)
{
  return strcmp (match->entry->fields[3], RECEPTION) == 0 && at > finder->clauses->first_token &&
         khatt_clauses_marker (finder->clauses, at - 1, "preposition") != NULL &&
         !is_upon (finder->clauses, at);
}

/* "كان في استقبال X لدى وصوله": it is X who came. */
static void
note_welcomed (KhattFrameFinder *finder, gsize last, gsize after)
{
  KhattFrameSlots slots;

  khatt_frame_slots_of_noun (finder->clauses, last, after, &slots);
  if (slots.n[KHATT_FRAME_SLOT_OWNER] > 0)
    finder->topicality->subject =
        khatt_frame_get_mention (finder, slots.mentions[KHATT_FRAME_SLOT_OWNER][0])->actor;
}

/* What a noun by itself tells of, and as what its owner takes part. */
static const struct
{
  KhattKind kind;
  const char *rule;
  KhattRole owner;
} by_noun[] = {
  [KHATT_NOUN_CALL] = { KHATT_KIND_CALL, "call.noun", KHATT_ROLE_PARTICIPANT },
  [KHATT_NOUN_CALL_TALKS] = { KHATT_KIND_CALL, "call.noun", KHATT_ROLE_PARTICIPANT },
  [KHATT_NOUN_CONTACT] = { KHATT_KIND_CALL, "call.noun", KHATT_ROLE_PARTICIPANT },
  [KHATT_NOUN_TALK] = { KHATT_KIND_MEETING, "meeting.noun", KHATT_ROLE_PARTICIPANT },
  [KHATT_NOUN_MEETING] = { KHATT_KIND_MEETING, "meeting.noun", KHATT_ROLE_PARTICIPANT },
  [KHATT_NOUN_VISIT] = { KHATT_KIND_VISIT, "visit.noun", KHATT_ROLE_VISITOR },
  [KHATT_NOUN_MESSAGE] = { KHATT_KIND_MESSAGE, "message.noun", KHATT_ROLE_SENDER },
  [KHATT_NOUN_AGREEMENT] = { KHATT_KIND_AGREEMENT, "agreement.noun", KHATT_ROLE_PARTICIPANT },
};

static gboolean
is_comma (const KhattClauses *clauses, gsize token)
{
  const KhattToken *it = &clauses->text->tokens->tokens[token];

  return khatt_token_is (it, "،") || khatt_token_is (it, ",");
}

/* "جدد X، في لقاء مع Y، دعمه": between commas, of the main clause. */
static gboolean
is_parenthetical (const KhattClauses *clauses, gsize at)
{
  return at >= clauses->first_token + 2 && is_comma (clauses, at - 2) &&
         khatt_clauses_marker (clauses, at - 1, "preposition") != NULL &&
         clauses->clauses[at - clauses->first_token] == 0;
}

/* "وفي مكالمة هاتفية مع Y، أكد X": an occasion that opens the sentence. */
static gboolean
opens_with_occasion (const KhattClauses *clauses, gsize at)
{
  const KhattMatch *in = at == clauses->first_token + 1 || is_parenthetical (clauses, at)
                             ? khatt_clauses_marker (clauses, at - 1, "preposition")
                             : NULL;

  return in != NULL && strcmp (in->entry->fields[2], "in") == 0;
}

/* "أعلن عن وصول X إلى Y": an arrival that is told of has taken place. */
static gboolean
is_arrival_told (const KhattClauses *clauses, gsize at, const KhattMatch *match)
{
  static const char *const arrivals[] = { "وصول", "قدوم" };
  const KhattMatch *about =
      at > clauses->first_token ? khatt_clauses_marker (clauses, at - 1, "preposition") : NULL;

  if (about == NULL || strcmp (about->entry->fields[2], "about") != 0)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (arrivals); i++)
    if (strcmp (match->entry->fields[0], arrivals[i]) == 0)
      return TRUE;
  return FALSE;
}

static KhattFrame
start_noun (KhattFrameFinder *finder, gsize at, gsize after, const KhattMatch *match)
{
  const KhattClauses *clauses = finder->clauses;
  KhattNounKind kind = khatt_noun_kind (match->entry);
  gsize near = MIN (after, at + ADJECTIVE_REACH);
  KhattFrame frame =
      khatt_frame_start_frame (finder, at, after, by_noun[kind].kind, by_noun[kind].rule);

  if (kind == KHATT_NOUN_TALK && khatt_clauses_has (clauses, at, near, "phone"))
    {
      frame.kind = KHATT_KIND_CALL;
      frame.rule = by_noun[KHATT_NOUN_CALL].rule;
    }
  frame.title = match->entry->fields[3];
  frame.is_nominal = TRUE;
  frame.is_definite = (match->proclitics & KHATT_PROCLITIC_AL) != 0;
  frame.is_after = khatt_frame_is_near (finder, at, "after");
  frame.is_during = frame.is_after || khatt_frame_is_near (finder, at, "during") ||
                    opens_with_occasion (clauses, at) || is_upon (clauses, at);
  frame.is_last =
      khatt_frame_is_near (finder, at, "last") || khatt_clauses_has (clauses, at, near, "last");
  frame.is_made = is_arrival_told (clauses, at, match);
  frame.mood = khatt_clauses_mood (clauses, at, after, 0);
  if (khatt_clauses_has (clauses, at, after, "planned") && frame.mood != KHATT_MOOD_NEGATED)
    frame.mood = KHATT_MOOD_PLANNED;
  if (khatt_frame_is_near (finder, at, "cancelled") && frame.mood != KHATT_MOOD_NEGATED)
    {
      frame.mood = KHATT_MOOD_CANCELLED;
      frame.is_called_off = TRUE;
    }
  return frame;
}

/* "يعتزم X زيارة العراق": the country behind the noun is where it leads, with nobody else behind.
 */
static gboolean
is_goal (const KhattFrameFinder *finder, const KhattFrame *frame, const KhattFrameSlots *slots)
{
  return frame->kind == KHATT_KIND_VISIT && slots->n[KHATT_FRAME_SLOT_OWNER] == 1 &&
         slots->destination < 0 && slots->n[KHATT_FRAME_SLOT_FOR] == 0 &&
         khatt_frame_get_mention (finder, slots->mentions[KHATT_FRAME_SLOT_OWNER][0])->is_place;
}

/* The last one named before the noun of a visit who is nobody's object. */
static guint
find_traveller (const KhattFrameFinder *finder, gsize noun)
{
  for (gsize i = finder->clauses->after_mention; i-- > finder->clauses->first_mention;)
    {
      const KhattMention *mention = khatt_frame_get_mention (finder, i);
      if (mention->after_token <= noun && mention->governor == KHATT_GOVERNOR_NONE &&
          mention->actor != KHATT_NO_ACTOR && !mention->is_place)
        return mention->actor;
    }
  return finder->topicality->subject;
}

/* "بين X وY في اجتماعهما": the two whom the sentence named together before. */
static gboolean
add_both (const KhattFrameFinder *finder, KhattFrame *frame)
{
  const KhattClauses *clauses = finder->clauses;

  if (!g_str_has_suffix (clauses->text->tokens->tokens[frame->anchor].folded, THEIRS))
    return FALSE;
  for (gsize i = clauses->after_mention; i-- > clauses->first_mention + 1;)
    {
      const KhattMention *second = khatt_frame_get_mention (finder, i);
      const KhattMention *first = khatt_frame_get_mention (finder, i - 1);

      if (second->after_token > frame->anchor || !second->is_coordinated || second->is_place ||
          first->is_coordinated || first->actor == KHATT_NO_ACTOR)
        continue;
      khatt_frame_add_party (frame, first->actor, KHATT_ROLE_PARTICIPANT);
      khatt_frame_add_party (frame, second->actor, KHATT_ROLE_PARTICIPANT);
      return frame->n_parties == 2;
    }
  return FALSE;
}

static void
add_owner (KhattFrameFinder *finder,
           KhattFrame *frame,
           const KhattFrameSlots *slots,
           const KhattMatch *match)
{
  gboolean is_his = (match->entry->form & KHATT_FORM_POSSESSED) != 0;
  KhattRole role = by_noun[khatt_noun_kind (match->entry)].owner;

  if (strcmp (frame->title, RECEPTION) == 0)
    fill_reception (finder, frame, slots, is_his);
  else if (is_his && add_both (finder, frame))
    return;
  else if (is_his)
    khatt_frame_add_party (frame, finder->topicality->subject, role);
  else if (is_goal (finder, frame, slots))
    khatt_frame_add_party (frame, find_traveller (finder, frame->anchor), role);
  else
    khatt_frame_add_slot (finder, frame, slots, KHATT_FRAME_SLOT_OWNER, role);
  khatt_frame_add_slot (finder, frame, slots, KHATT_FRAME_SLOT_BETWEEN, KHATT_ROLE_PARTICIPANT);
}

static void
add_others (KhattFrameFinder *finder, KhattFrame *frame, const KhattFrameSlots *slots)
{
  gboolean is_message = frame->kind == KHATT_KIND_MESSAGE;
  gboolean is_call = frame->kind == KHATT_KIND_CALL;

  if (frame->kind == KHATT_KIND_VISIT)
    {
      khatt_frame_add_destination (finder, frame, slots);
      return;
    }
  khatt_frame_add_slot (finder, frame, slots, KHATT_FRAME_SLOT_WITH, KHATT_ROLE_PARTICIPANT);
  if (is_call || frame->kind == KHATT_KIND_MEETING)
    khatt_frame_add_slot (finder, frame, slots, KHATT_FRAME_SLOT_BY, KHATT_ROLE_PARTICIPANT);
  if (is_message || frame->kind == KHATT_KIND_MEETING)
    khatt_frame_add_slot (finder, frame, slots, KHATT_FRAME_SLOT_FOR,
                          is_message ? KHATT_ROLE_RECIPIENT : KHATT_ROLE_PARTICIPANT);
  khatt_frame_add_slot (finder, frame, slots, KHATT_FRAME_SLOT_FROM,
                        is_call ? KHATT_ROLE_INITIATOR : KHATT_ROLE_PARTICIPANT);
  if (frame->n_parties < 2)
    khatt_frame_add_adjectives (finder, frame, frame->anchor, frame->after);
  if (frame->n_parties == 0 && frame->kind == KHATT_KIND_MEETING)
    add_organisation (finder, frame, frame->anchor, frame->after);
}

/* "During his meeting": with whom the sentence said that he talked. */
static void
add_partner (KhattFrameFinder *finder, KhattFrame *frame)
{
  const KhattClauses *clauses = finder->clauses;

  for (gsize i = clauses->after_mention; i-- > clauses->first_mention && frame->n_parties == 1;)
    {
      const KhattMention *mention = khatt_frame_get_mention (finder, i);
      if (mention->after_token <= frame->anchor && mention->governor == KHATT_GOVERNOR_WITH)
        khatt_frame_add_party (frame, mention->actor, KHATT_ROLE_PARTICIPANT);
    }
}

/* Whose meeting it is that opens a sentence: the subject of the verb behind it, else whom the prose
 * is about. */
static guint
find_holder (const KhattFrameFinder *finder, gsize noun, gsize after)
{
  const KhattClauses *clauses = finder->clauses;
  KhattFrameSlots slots;

  if (noun > clauses->first_token + OPENING_REACH)
    return finder->topicality->subject;
  for (gsize i = after; i < MIN (clauses->after_token, after + 1); i++)
    {
      const KhattMatch *verb = khatt_clauses_verb (clauses, i);

      if (verb == NULL)
        continue;
      khatt_frame_slots_of_verb (clauses, i, khatt_clauses_end (clauses, i), verb->entry->form,
                                 FALSE, &slots);
      if (slots.n[KHATT_FRAME_SLOT_SUBJECT] > 0 && !slots.subject_precedes)
        return khatt_frame_get_mention (finder, slots.mentions[KHATT_FRAME_SLOT_SUBJECT][0])->actor;
    }
  return finder->topicality->subject;
}

/* "خلال لقائه اليوم في عمان الرئيس X", "بعد لقائه الرئيس X": whom he met stands bare behind the
 * noun. */
static void
add_object (KhattFrameFinder *finder, KhattFrame *frame, gsize noun, gsize after)
{
  for (gsize i = finder->clauses->first_mention; i < finder->clauses->after_mention; i++)
    {
      const KhattMention *mention = khatt_frame_get_mention (finder, i);

      if (mention->first_token <= noun || mention->is_place || mention->is_group ||
          mention->actor == KHATT_NO_ACTOR)
        continue;
      if (mention->first_token >= after)
        return;
      if ((mention->governor == KHATT_GOVERNOR_NONE || mention->governor == KHATT_GOVERNOR_EVENT) &&
          khatt_actors_get (finder->text->actors, mention->actor)->type == KHATT_ACTOR_PERSON)
        khatt_frame_add_party (frame, mention->actor, KHATT_ROLE_PARTICIPANT);
      return;
    }
}

/**
 * khatt_frame_add_signatories:
 * @finder: what is read
 * @frame: an agreement
 * @noun: the token of its noun
 * @after: where its words end
 *
 * "مذكرة تفاهم بين وزارة الصحة الكينية ونظيرتها الهندية": two states that adjectives name.
 */
void
khatt_frame_add_signatories (const KhattFrameFinder *finder,
                             KhattFrame *frame,
                             gsize noun,
                             gsize after)
{
  const char *first = NULL, *second = NULL;

  for (gsize i = noun + 1; i < after; i++)
    {
      const KhattMatch *adjective =
          khatt_tokens_match (finder->text->tokens, i, KHATT_ENTRY_ADJECTIVE);

      if (adjective == NULL || !(adjective->proclitics & KHATT_PROCLITIC_AL))
        continue;
      if (first == NULL)
        first = adjective->entry->fields[1];
      else if (second == NULL && strcmp (first, adjective->entry->fields[1]) != 0)
        second = adjective->entry->fields[1];
    }
  if (second == NULL)
    return;
  khatt_frame_add_party (frame, khatt_actors_add_state (finder->text->actors, first),
                         KHATT_ROLE_PARTICIPANT);
  khatt_frame_add_party (frame, khatt_actors_add_state (finder->text->actors, second),
                         KHATT_ROLE_PARTICIPANT);
}

/* "استهل X زيارته بلقاء Y", "اختتم X جولته بمباحثات مع Y": X met Y. */
static void
read_part_of_visit (const KhattFrameFinder *finder, KhattFrame *frame, const KhattMatch *match)
{
  const KhattFrame *visit =
      finder->frames->len > 0 ? &g_array_index (finder->frames, KhattFrame, finder->frames->len - 1)
                              : NULL;
  const KhattMatch *verb;

  if (visit == NULL || frame->kind != KHATT_KIND_MEETING || frame->n_parties != 1 ||
      !(match->proclitics & KHATT_PROCLITIC_BA) || visit->kind != KHATT_KIND_VISIT ||
      visit->clause != frame->clause || visit->n_parties == 0)
    return;
  verb = khatt_clauses_verb (finder->clauses, visit->anchor);
  if (verb == NULL || strcmp (verb->entry->fields[2], "hold") != 0)
    return;
  khatt_frame_add_party (frame, visit->parties[0].actor, KHATT_ROLE_PARTICIPANT);
  frame->is_nominal = FALSE;
  frame->mood = visit->mood;
}

/* "أبلغ X نظيره Y، في اتصال هاتفي، أن": who said it and to whom. */
static void
add_those_who_talked (const KhattFrameFinder *finder, KhattFrame *frame)
{
  const KhattClauses *clauses = finder->clauses;
  const KhattFrame *said =
      finder->frames->len > 0 ? &g_array_index (finder->frames, KhattFrame, finder->frames->len - 1)
                              : NULL;

  if (said == NULL || !said->is_statement || said->n_parties != 1 || said->is_embedded ||
      said->clause != frame->clause)
    return;
  for (gsize i = clauses->after_mention; i-- > clauses->first_mention;)
    {
      const KhattMention *mention = khatt_frame_get_mention (finder, i);

      if (mention->first_token <= said->anchor)
        return;
      if (mention->first_token >= frame->anchor || mention->actor == KHATT_NO_ACTOR ||
          mention->actor == said->parties[0].actor || !mention->has_name ||
          (mention->governor != KHATT_GOVERNOR_NONE && mention->governor != KHATT_GOVERNOR_FOR &&
           mention->governor != KHATT_GOVERNOR_TO))
        continue;
      khatt_frame_add_party (frame, said->parties[0].actor, KHATT_ROLE_PARTICIPANT);
      khatt_frame_add_party (frame, mention->actor, KHATT_ROLE_PARTICIPANT);
      frame->is_during = TRUE;
      return;
    }
}

/* "قمة تجمع X وY": the verb behind the noun tells of it. */
static gboolean
is_told_by_join (const KhattFrameFinder *finder, gsize after)
{
  const KhattMatch *verb;

  if (after >= finder->clauses->after_token)
    return FALSE;
  verb = khatt_clauses_verb (finder->clauses, after);
  return verb != NULL && strcmp (verb->entry->fields[2], "join") == 0;
}

/* "الاتصال تركز على العلاقات بين X وY": what is told of the call tells its topics. */
static gsize
find_end (const KhattFrameFinder *finder, const KhattMatch *match, gsize at, gsize last)
{
  const KhattMatch *verb = khatt_clauses_verb (finder->clauses, last + 1);
  gsize end = khatt_clauses_end (finder->clauses, last);

  for (gsize i = last; i < end && is_parenthetical (finder->clauses, at); i++)
    if (is_comma (finder->clauses, i))
      return i;
  return (match->proclitics & KHATT_PROCLITIC_AL) && last + 1 < finder->clauses->after_token &&
                 verb != NULL && strcmp (verb->entry->fields[2], "treat") == 0
             ? last + 1
             : end;
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
  KhattNounKind kind = khatt_noun_kind (match->entry);
  gsize last = at + match->n_tokens - 1;
  gsize after = find_end (finder, match, at, last);
  gboolean is_phone =
      khatt_clauses_has (finder->clauses, at, MIN (after, at + ADJECTIVE_REACH), "phone");
  KhattFrame frame;
  KhattFrameSlots slots;

  if (kind == KHATT_NOUN_STATEMENT || kind == KHATT_NOUN_OFFER || kind == KHATT_NOUN_NONE ||
      kind == KHATT_NOUN_CREDENTIALS ||
      (kind == KHATT_NOUN_CONTACT && !is_phone &&
       (!(match->proclitics & KHATT_PROCLITIC_AL) ||
        g_str_has_suffix (finder->text->tokens->tokens[at].folded, "ات"))))
    return;
  if (is_welcome (finder, at, match))
    {
      note_welcomed (finder, last, after);
      return;
    }
  if (khatt_frame_read_borne (finder, at, match))
    return;
  if ((kind == KHATT_NOUN_MEETING || kind == KHATT_NOUN_TALK) && is_told_by_join (finder, last + 1))
    return;
  frame = start_noun (finder, at, after, match);
  khatt_frame_slots_of_noun (finder->clauses, last, after, &slots);
  if (is_goal (finder, &frame, &slots) && !(match->entry->form & KHATT_FORM_POSSESSED))
    frame.place = (gssize) slots.mentions[KHATT_FRAME_SLOT_OWNER][0];
  add_owner (finder, &frame, &slots, match);
  add_others (finder, &frame, &slots);
  if (frame.kind == KHATT_KIND_MEETING && slots.place < 0)
    frame.place = khatt_frame_find_host_town (finder, at);
  if (frame.kind == KHATT_KIND_MEETING && frame.n_parties == 0)
    khatt_frame_add_attendants (finder, &frame, last);
  read_part_of_visit (finder, &frame, match);
  if (frame.kind == KHATT_KIND_CALL && frame.n_parties == 0 && !frame.is_definite)
    add_those_who_talked (finder, &frame);
  if (frame.is_during && frame.n_parties == 1 && frame.kind != KHATT_KIND_VISIT)
    {
      if (slots.n[KHATT_FRAME_SLOT_WITH] + slots.n[KHATT_FRAME_SLOT_BY] > 0)
        khatt_frame_add_party (&frame, find_holder (finder, at, after), KHATT_ROLE_PARTICIPANT);
      if ((match->entry->form & KHATT_FORM_POSSESSED) && frame.kind == KHATT_KIND_MEETING)
        add_object (finder, &frame, last, after);
      if (match->entry->form & KHATT_FORM_POSSESSED)
        add_partner (finder, &frame);
    }
  if (frame.kind == KHATT_KIND_AGREEMENT && frame.n_parties < 2)
    khatt_frame_add_signatories (finder, &frame, last, after);
  frame.is_subject_of_group =
      slots.has_group || khatt_clauses_has (finder->clauses, at, after, "between-them");
  khatt_frame_finish_frame (finder, &frame, &slots);
}
