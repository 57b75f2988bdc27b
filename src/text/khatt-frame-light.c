/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Frames of light verbs: "held", "received", "sent" say nothing without the noun that they carry.
 */

#include "khatt-frame-roles.h"

#include <string.h>

/* Words between an event's noun and the verb of its relative clause. */
#define ANTECEDENT_REACH 4
/* Words between "preparation" and what it is for. */
#define THOUGHT_REACH 2

/* A light verb with the noun it carries, on the way to a frame. */
typedef struct
{
  KhattFrameFinder *finder;
  const char *verb; /* its frame in verbs.tsv */
  gsize anchor;
  gsize end;
  guint form;
  gsize noun;
  const KhattMatch *match;
  KhattNounKind kind;
  gboolean is_relative; /* "المحادثات التي أجراها": the noun stands before the verb */
  gboolean is_passive; /* "المحادثات التي جرت": nobody is its subject */
  gboolean is_phone;
  KhattFrame frame;
  KhattFrameSlots slots;
} Light;

static gboolean
is_verb (const Light *light, const char *name)
{
  return strcmp (light->verb, name) == 0;
}

/* "قام بها", "أجراها": the verb goes back to a noun before it. */
static gboolean
goes_back (const Light *light)
{
  return (light->form & KHATT_FORM_OBJECT) ||
         khatt_clauses_marker (light->finder->clauses, light->anchor + 1, "resumptive") != NULL;
}

static gboolean
gives (const Light *light)
{
  return is_verb (light, "send") || is_verb (light, "hand") || is_verb (light, "tell");
}

/* "زيارة يجريها X", "زيارة قام بها X": behind an indefinite noun nothing opens a relative clause.
 */
static gboolean
is_asyndetic (const Light *light)
{
  const KhattClauses *clauses = light->finder->clauses;
  const KhattMatch *noun = NULL;

  for (gsize i = light->anchor; i-- > clauses->first_token && noun == NULL;)
    {
      const KhattMatch *word = khatt_tokens_match (clauses->text->tokens, i, KHATT_ENTRY_WORD);

      noun = khatt_clauses_noun (clauses, i);
      if (noun == NULL && (word == NULL || strcmp (word->entry->fields[1], "adjective") != 0))
        return FALSE;
    }
  return noun != NULL && noun->proclitics == 0 && (goes_back (light) || is_verb (light, "join"));
}

/* "الاجتماع الذي عقد في جنيف": the noun right before the relative pronoun, adjectives aside. */
static gssize
find_antecedent (const Light *light)
{
  const KhattClauses *clauses = light->finder->clauses;

  if (!is_verb (light, "hold") && !is_verb (light, "occur"))
    return -1;
  for (gsize i = light->anchor - 1;
       i > clauses->first_token && light->anchor - i < ANTECEDENT_REACH;)
    if (khatt_clauses_noun (clauses, --i) != NULL)
      return (gssize) i;
  return -1;
}

static gboolean
find_light_noun (Light *light)
{
  const KhattClauses *clauses = light->finder->clauses;
  gssize noun = khatt_frame_find_noun (light->finder, light->anchor, light->end,
                                       is_verb (light, "get") || gives (light));

  light->is_relative =
      light->anchor > clauses->first_token + 1 &&
      (clauses->cuts[light->anchor - 1 - clauses->first_token] == KHATT_CUT_RELATIVE ||
       is_asyndetic (light));
  /* "الذي سلمه رسالة": the pronoun is who got it. */
  if (gives (light) && goes_back (light) && noun >= 0)
    light->is_relative = FALSE;
  if (light->is_relative && (is_verb (light, "join") || goes_back (light)))
    {
      noun = -1;
      for (gsize i = light->anchor; i-- > clauses->first_token && noun < 0;)
        noun = khatt_clauses_noun (clauses, i) != NULL ? (gssize) i : -1;
    }
  else if (light->is_relative && noun < 0)
    {
      noun = find_antecedent (light);
      light->is_passive = noun >= 0;
    }
  if (noun < 0)
    return FALSE;
  light->noun = (gsize) noun;
  light->match = khatt_clauses_noun (clauses, light->noun);
  light->kind = khatt_noun_kind (light->match->entry);
  light->is_phone = light->kind == KHATT_NOUN_CALL || light->kind == KHATT_NOUN_CALL_TALKS ||
                    khatt_frame_is_phone (light->finder, light->noun, light->end);
  return TRUE;
}

/* "عُقد اجتماع", "عُقدت محادثات": the noun right behind, not in the accusative, is what is held; what
 * occurs is the event. */
static gboolean
is_impersonal (const Light *light)
{
  const char *noun = light->finder->text->tokens->tokens[light->noun].folded;

  /* "أن يجري محادثات مع Y": written like "that they take place", but somebody has them. */
  if ((light->form & KHATT_FORM_PRESENT) && !light->is_relative && !light->is_passive &&
      light->slots.n[KHATT_FRAME_SLOT_WITH] > 0 && light->slots.n[KHATT_FRAME_SLOT_BETWEEN] == 0)
    return FALSE;
  if (is_verb (light, "occur") || light->is_passive)
    return TRUE;
  return is_verb (light, "hold") && light->noun == light->anchor + 1 &&
         !(light->match->entry->form & KHATT_FORM_POSSESSED) && !g_str_has_suffix (noun, "ا") &&
         !(light->form & KHATT_FORM_DUAL);
}

/* "تم التحضير للقاء", "يجري العمل على لقاء محتمل": what may come to be. */
static gboolean
is_only_thought_of (const Light *light)
{
  const KhattClauses *clauses = light->finder->clauses;
  gsize behind = light->noun + light->match->n_tokens;

  return khatt_clauses_has (clauses, MAX (light->anchor + 1, light->noun - THOUGHT_REACH),
                            light->noun, "hypothetical") ||
         khatt_clauses_has (clauses, behind, MIN (behind + 1, light->end), "hypothetical");
}

static void
start_light_frame (Light *light)
{
  const KhattClauses *clauses = light->finder->clauses;
  KhattFrame *frame = &light->frame;

  *frame =
      khatt_frame_start_frame (light->finder, light->anchor, light->end, KHATT_KIND_OTHER, "other");
  frame->title = light->match->entry->fields[3];
  frame->mood = khatt_clauses_mood (clauses, light->anchor, light->end, light->form);
  if (frame->mood == KHATT_MOOD_FACT && !light->is_relative && is_only_thought_of (light))
    frame->mood = KHATT_MOOD_HYPOTHETICAL;
  if (khatt_frame_is_near (light->finder, light->noun, "cancelled"))
    frame->mood = KHATT_MOOD_CANCELLED; /* "تم إلغاء لقاء كان مقررا" */
  frame->is_definite = khatt_frame_is_definite (light->finder, light->noun) && !light->is_relative;
  frame->is_last = light->noun > clauses->first_token &&
                   khatt_clauses_marker (clauses, light->noun - 1, "last") != NULL;
  if (light->is_relative)
    {
      frame->is_nominal = TRUE;
      frame->is_made = is_asyndetic (light);
      frame->is_after = khatt_frame_is_near (light->finder, light->noun, "after");
      frame->is_during =
          frame->is_after || khatt_frame_is_near (light->finder, light->noun, "during");
    }
  khatt_frame_slots_of_verb (clauses, light->anchor, light->end, light->form,
                             light->kind == KHATT_NOUN_VISIT, &light->slots);
  frame->takes_subject = !is_impersonal (light);
  if (is_verb (light, "occur") && !frame->takes_subject)
    light->slots.n[KHATT_FRAME_SLOT_SUBJECT] = 0;
  if (is_verb (light, "join"))
    light->slots.n[KHATT_FRAME_SLOT_BETWEEN] = 0;
}

static gboolean
fill_light_call (Light *light)
{
  gboolean is_call = light->is_phone || is_verb (light, "occur") || is_verb (light, "get") ||
                     is_verb (light, "hold");

  if (light->kind == KHATT_NOUN_CONTACT && (gives (light) || !is_call))
    return FALSE;
  light->frame.kind = KHATT_KIND_CALL;
  light->frame.rule = is_verb (light, "get")    ? "call.received"
                      : is_verb (light, "join") ? "call.joined"
                                                : "call.held";
  if (is_verb (light, "get"))
    khatt_frame_fill_received (light->finder, &light->frame, &light->slots, KHATT_ROLE_INITIATOR,
                               KHATT_ROLE_RECIPIENT);
  else
    khatt_frame_fill_call (light->finder, &light->frame, &light->slots,
                           is_verb (light, "join") || light->kind == KHATT_NOUN_CALL_TALKS);
  return TRUE;
}

static gboolean
fill_light_meeting (Light *light)
{
  if (is_verb (light, "get") || gives (light))
    return FALSE;
  light->frame.kind = light->is_phone ? KHATT_KIND_CALL : KHATT_KIND_MEETING;
  light->frame.is_joined = is_verb (light, "join");
  if (light->frame.is_joined && light->slots.place < 0)
    light->frame.place = khatt_frame_find_host_town (light->finder, light->noun);
  light->frame.rule = light->is_phone           ? "call.talks"
                      : is_verb (light, "join") ? "meeting.joined"
                                                : "meeting.held";
  if (light->is_phone)
    khatt_frame_fill_call (light->finder, &light->frame, &light->slots, TRUE);
  else
    khatt_frame_fill_meeting (light->finder, &light->frame, &light->slots);
  return TRUE;
}

static gboolean
fill_light_visit (Light *light)
{
  light->frame.kind = KHATT_KIND_VISIT;
  light->frame.rule = "visit.made";
  khatt_frame_fill_visit (light->finder, &light->frame, &light->slots);
  return TRUE;
}

/* "استقبل X Y الذي سلمه رسالة من Z", "استقبل X Y، حاملا رسالة من Z": for X. */
static void
add_host (Light *light)
{
  guint host = light->finder->topicality->subject;

  if (khatt_frame_find_party (&light->frame, KHATT_ROLE_RECIPIENT) == KHATT_NO_ACTOR)
    khatt_frame_add_party (&light->frame, host, KHATT_ROLE_RECIPIENT);
}

static gboolean
fill_light_message (Light *light)
{
  light->frame.kind = KHATT_KIND_MESSAGE;
  light->frame.rule = is_verb (light, "get") ? "message.received" : "message.sent";
  if (is_verb (light, "get"))
    khatt_frame_fill_received (light->finder, &light->frame, &light->slots, KHATT_ROLE_SENDER,
                               KHATT_ROLE_RECIPIENT);
  else
    khatt_frame_fill_sent_message (light->finder, &light->frame, &light->slots,
                                   is_verb (light, "hand"));
  if (!is_verb (light, "get") &&
      khatt_frame_find_party (&light->frame, KHATT_ROLE_BEARER) != KHATT_NO_ACTOR)
    add_host (light);
  return TRUE;
}

static gboolean
fill_light_agreement (Light *light)
{
  if (is_verb (light, "get") || gives (light))
    return FALSE;
  light->frame.kind = KHATT_KIND_AGREEMENT;
  light->frame.rule = "agreement.made";
  khatt_frame_fill_agreement (light->finder, &light->frame, &light->slots);
  return TRUE;
}

static gboolean
fill_light_offer (Light *light)
{
  if (!is_verb (light, "get") && !gives (light))
    return FALSE;
  light->frame.kind = KHATT_KIND_OFFER;
  light->frame.rule = "offer.invitation";
  if (is_verb (light, "get"))
    {
      khatt_frame_fill_received (light->finder, &light->frame, &light->slots, KHATT_ROLE_INITIATOR,
                                 KHATT_ROLE_ADDRESSEE);
      return TRUE;
    }
  khatt_frame_add_slot (light->finder, &light->frame, &light->slots, KHATT_FRAME_SLOT_FROM,
                        KHATT_ROLE_INITIATOR);
  khatt_frame_add_subject (light->finder, &light->frame, &light->slots,
                           light->frame.n_parties > 0 || is_verb (light, "hand")
                               ? KHATT_ROLE_BEARER
                               : KHATT_ROLE_INITIATOR);
  khatt_frame_add_slot (light->finder, &light->frame, &light->slots, KHATT_FRAME_SLOT_TO,
                        KHATT_ROLE_ADDRESSEE);
  khatt_frame_add_slot (light->finder, &light->frame, &light->slots, KHATT_FRAME_SLOT_FOR,
                        KHATT_ROLE_ADDRESSEE);
  return TRUE;
}

static gboolean
fill_light_statement (Light *light)
{
  light->frame.kind = KHATT_KIND_STATEMENT;
  light->frame.rule = "statement.held";
  light->frame.is_statement = TRUE;
  khatt_frame_add_subject (light->finder, &light->frame, &light->slots, KHATT_ROLE_SPEAKER);
  return TRUE;
}

/* "تسلم X أوراق اعتماد السفير Y", "قدم Y أوراق اعتماده إلى X": they meet. */
static gboolean
fill_light_credentials (Light *light)
{
  gboolean is_taken = is_verb (light, "get");

  if (!is_taken && !gives (light))
    return FALSE;
  light->frame.kind = KHATT_KIND_MEETING;
  light->frame.rule = "meeting.credentials";
  khatt_frame_add_subject (light->finder, &light->frame, &light->slots,
                           is_taken ? KHATT_ROLE_HOST : KHATT_ROLE_VISITOR);
  for (KhattFrameSlot slot = 0; slot < KHATT_N_FRAME_SLOTS; slot++)
    if (slot != KHATT_FRAME_SLOT_SUBJECT && slot != KHATT_FRAME_SLOT_BETWEEN &&
        slot != KHATT_FRAME_SLOT_BY)
      khatt_frame_add_slot (light->finder, &light->frame, &light->slots, slot,
                            is_taken ? KHATT_ROLE_VISITOR : KHATT_ROLE_HOST);
  return TRUE;
}

/**
 * khatt_frame_read_light_verb:
 * @finder: what is read
 * @anchor: the verb's token
 * @frame_name: its frame in verbs.tsv
 * @form: its #KhattFormFlags
 *
 * A light verb and its noun: "أجرى اتصالا", "عقد لقاء", "بعث برسالة".
 *
 * Returns: whether it has such a noun
 */
gboolean
khatt_frame_read_light_verb (KhattFrameFinder *finder,
                             gsize anchor,
                             const char *frame_name,
                             guint form)
{
  static gboolean (*const fillers[]) (Light *) = {
    [KHATT_NOUN_CALL] = fill_light_call,
    [KHATT_NOUN_CALL_TALKS] = fill_light_call,
    [KHATT_NOUN_CONTACT] = fill_light_call,
    [KHATT_NOUN_TALK] = fill_light_meeting,
    [KHATT_NOUN_MEETING] = fill_light_meeting,
    [KHATT_NOUN_VISIT] = fill_light_visit,
    [KHATT_NOUN_MESSAGE] = fill_light_message,
    [KHATT_NOUN_AGREEMENT] = fill_light_agreement,
    [KHATT_NOUN_OFFER] = fill_light_offer,
    [KHATT_NOUN_STATEMENT] = fill_light_statement,
    [KHATT_NOUN_CREDENTIALS] = fill_light_credentials,
  };
  Light light = { .finder = finder,
                  .verb = frame_name,
                  .anchor = anchor,
                  .end = khatt_clauses_end (finder->clauses, anchor),
                  .form = form };

  if (!find_light_noun (&light) || light.kind == KHATT_NOUN_NONE)
    return FALSE;
  /* "قدم" is said of words too. */
  if (is_verb (&light, "tell") && light.kind != KHATT_NOUN_CREDENTIALS)
    return FALSE;
  start_light_frame (&light);
  if (!fillers[light.kind](&light))
    return FALSE;
  if (light.frame.n_parties < 2 &&
      (light.kind == KHATT_NOUN_TALK || light.kind == KHATT_NOUN_MEETING ||
       light.kind == KHATT_NOUN_AGREEMENT))
    khatt_frame_add_adjectives (finder, &light.frame, light.noun + light.match->n_tokens - 1,
                                light.end);
  if (light.frame.n_parties < 2 && light.kind == KHATT_NOUN_AGREEMENT)
    khatt_frame_add_signatories (finder, &light.frame,
                                 khatt_frame_agency_speaks (finder, anchor) ? anchor : light.noun,
                                 light.end);
  memset (finder->is_taken + (light.noun - finder->clauses->first_token), TRUE,
          light.match->n_tokens);
  khatt_frame_finish_frame (finder, &light.frame, &light.slots);
  return TRUE;
}
