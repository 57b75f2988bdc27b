/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How slots become roles: who called, who was called; guest and host; sender, bearer and recipient.
 */

#include "khatt-frame-roles.h"

#include <string.h>

/* Words between a light verb and its noun. */
#define NOUN_REACH 45
#define ADJECTIVE_REACH 4
#define DURING_REACH 3
/* Words between "where" and its verb. */
#define WHERE_REACH 6

/**
 * khatt_noun_kind:
 * @entry: a line of nouns.tsv
 *
 * Tells what kind of event a noun is of.
 *
 * Returns: the kind
 */
KhattNounKind
khatt_noun_kind (const KhattEntry *entry)
{
  static const char *const names[] = { "",          "call",    "call-talks", "contact",
                                       "talk",      "meeting", "visit",      "message",
                                       "agreement", "offer",   "statement",  "credentials" };

  for (guint i = 1; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i], entry->fields[2]) == 0)
      return i;
  return KHATT_NOUN_NONE;
}

/**
 * khatt_frame_get_mention:
 * @finder: what is read
 * @index: its index
 *
 * Gets a mention.
 *
 * Returns: (transfer none): the mention
 */
const KhattMention *
khatt_frame_get_mention (const KhattFrameFinder *finder, gsize index)
{
  return &g_array_index (finder->text->mentions, KhattMention, index);
}

/**
 * khatt_frame_add_party:
 * @frame: a frame
 * @actor: an actor's index
 * @role: as what
 *
 * Adds a party once.
 */
void
khatt_frame_add_party (KhattFrame *frame, guint actor, KhattRole role)
{
  if (actor == KHATT_NO_ACTOR || frame->n_parties == KHATT_FRAME_MAX_PARTIES)
    return;
  for (guint i = 0; i < frame->n_parties; i++)
    if (frame->parties[i].actor == actor)
      return;
  frame->parties[frame->n_parties++] = (KhattParty){ actor, role };
}

/**
 * khatt_frame_add_slot:
 * @finder: what is read
 * @frame: a frame
 * @slots: who stands about it
 * @slot: where
 * @role: as what
 *
 * Adds those of a slot as parties.
 */
void
khatt_frame_add_slot (const KhattFrameFinder *finder,
                      KhattFrame *frame,
                      const KhattFrameSlots *slots,
                      KhattFrameSlot slot,
                      KhattRole role)
{
  for (guint i = 0; i < slots->n[slot]; i++)
    khatt_frame_add_party (frame, khatt_frame_get_mention (finder, slots->mentions[slot][i])->actor,
                           role);
}

/* "أن يجتمعا": the two of whom the item tells. */
static gboolean
is_dual (const KhattFrameFinder *finder, gsize anchor)
{
  const KhattMatch *verb = khatt_clauses_verb (finder->clauses, anchor);

  return verb != NULL && (verb->entry->form & KHATT_FORM_DUAL) != 0;
}

/**
 * khatt_frame_agency_speaks:
 * @finder: what is read
 * @anchor: the token of a verb
 *
 * "ذكرت وزارة الخارجية", "أفادت وكالة تاس": the subject is there, and no actor.
 *
 * Returns: whether an agency or an office is the subject
 */
gboolean
khatt_frame_agency_speaks (const KhattFrameFinder *finder, gsize anchor)
{
  return khatt_tokens_match (finder->text->tokens, anchor + 1, KHATT_ENTRY_AGENCY) != NULL;
}

/**
 * khatt_frame_add_subject:
 * @finder: what is read
 * @frame: a frame
 * @slots: who stands about it
 * @role: as what
 *
 * The subject, or whom the prose has been about.
 */
void
khatt_frame_add_subject (const KhattFrameFinder *finder,
                         KhattFrame *frame,
                         const KhattFrameSlots *slots,
                         KhattRole role)
{
  if (slots->n[KHATT_FRAME_SLOT_SUBJECT] > 0)
    khatt_frame_add_slot (finder, frame, slots, KHATT_FRAME_SLOT_SUBJECT, role);
  else if (slots->has_group || is_dual (finder, frame->anchor))
    frame->is_subject_of_group = TRUE;
  else if (!frame->takes_subject || khatt_frame_agency_speaks (finder, frame->anchor))
    return;
  else
    khatt_frame_add_party (
        frame, frame->is_statement ? finder->topicality->speaker : finder->topicality->subject,
        role);
}

/**
 * khatt_frame_is_phone:
 * @finder: what is read
 * @first: a token
 * @after: the token behind the last one
 *
 * Tells whether words name the telephone.
 *
 * Returns: whether they do
 */
gboolean
khatt_frame_is_phone (const KhattFrameFinder *finder, gsize first, gsize after)
{
  if (khatt_clauses_has (finder->clauses, first, after, "phone"))
    return TRUE;
  for (gsize i = first; i < after; i++)
    {
      const KhattMatch *noun = khatt_clauses_noun (finder->clauses, i);
      if (noun != NULL && (khatt_noun_kind (noun->entry) == KHATT_NOUN_CALL ||
                           khatt_noun_kind (noun->entry) == KHATT_NOUN_CALL_TALKS))
        return TRUE;
    }
  return FALSE;
}

/**
 * khatt_frame_is_within:
 * @clauses: a sentence
 * @anchor: the token of a verb
 *
 * Tells whether a verb says what is to come during a visit: "زيارة إلى X يلتقي خلالها Y".
 *
 * Returns: whether it does
 */
gboolean
khatt_frame_is_within (const KhattClauses *clauses, gsize anchor)
{
  const KhattMatch *verb = khatt_clauses_verb (clauses, anchor);
  const KhattMatch *during = khatt_clauses_marker (clauses, anchor + 1, "during");

  return verb != NULL && (verb->entry->form & KHATT_FORM_PRESENT) && during != NULL &&
         g_str_has_suffix (during->entry->fields[0], "خلالها");
}

/* "حيث التقى", "حيث من المقرر أن يلتقي". */
static gboolean
is_there (const KhattClauses *clauses, gsize anchor)
{
  if (khatt_frame_is_within (clauses, anchor))
    return TRUE;
  for (gsize i = anchor; i-- > clauses->first_token && anchor - i <= WHERE_REACH;)
    {
      const KhattMatch *marker = khatt_clauses_marker (clauses, i, "boundary");

      if (marker != NULL && strcmp (marker->entry->fields[2], "where") == 0)
        return TRUE;
      if (khatt_clauses_mention_at (clauses, i) != NULL)
        return FALSE;
    }
  return FALSE;
}

/**
 * khatt_frame_start_frame:
 * @finder: what is read
 * @anchor: the token of its verb or noun
 * @after: where its words end
 * @kind: what happened
 * @rule: the name of the rule
 *
 * Begins a frame about a verb or a noun.
 *
 * Returns: the frame
 */
KhattFrame
khatt_frame_start_frame (const KhattFrameFinder *finder,
                         gsize anchor,
                         gsize after,
                         KhattKind kind,
                         const char *rule)
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
                       .is_told = clause == finder->told_clause,
                       .is_embedded = clause >= finder->embedded_from,
                       .is_earlier = khatt_clauses_has (clauses, anchor, after, "earlier"),
                       .to_press = finder->to_press,
                       .is_there = verb != NULL && is_there (clauses, anchor),
                       .is_coordinate = khatt_clauses_is_coordinate (clauses, anchor),
                       .is_background = khatt_clauses_is_background (clauses) };
}

/* Beside its minister a state is not a party of its own. */
static void
drop_states (const KhattFrameFinder *finder, KhattFrame *frame)
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

/* "التقى X Y، وذلك في مقر الوزارة": what follows is said of the main clause. */
static gssize
find_place_behind (const KhattFrameFinder *finder, const KhattFrame *frame)
{
  const KhattClauses *clauses = finder->clauses;

  for (gsize i = frame->anchor + 1; i < clauses->after_token && frame->clause == 0; i++)
    {
      const KhattMatch *marker = khatt_clauses_marker (clauses, i, "boundary");
      KhattFrameSlots slots;

      if (marker == NULL || strcmp (marker->entry->fields[2], "that-was") != 0)
        continue;
      khatt_frame_slots_of_noun (clauses, i, khatt_clauses_end (clauses, i), &slots);
      return slots.place;
    }
  return -1;
}

/**
 * khatt_frame_finish_frame:
 * @finder: what is read
 * @frame: a frame
 * @slots: who stands about it
 *
 * Adds a finished frame to those of the sentence.
 */
void
khatt_frame_finish_frame (KhattFrameFinder *finder, KhattFrame *frame, const KhattFrameSlots *slots)
{
  const KhattMatch *verb = khatt_clauses_verb (finder->clauses, frame->anchor);

  if (frame->place < 0)
    frame->place = slots->place;
  if (frame->place < 0 && frame->kind == KHATT_KIND_MEETING && !frame->is_nominal)
    frame->place = find_place_behind (finder, frame);
  if (!frame->is_statement && frame->anchor >= finder->denied_first &&
      frame->anchor < finder->denied_after)
    frame->mood = KHATT_MOOD_NEGATED;
  frame->is_apart = frame->n_parties > 2 &&
                    khatt_clauses_has (finder->clauses, frame->anchor, frame->after, "apart");
  frame->is_past = verb != NULL && (verb->entry->form & KHATT_FORM_PAST) != 0;
  frame->is_group_of_states = slots->has_states;
  if (frame->kind == KHATT_KIND_MEETING && !frame->is_during)
    khatt_frame_add_leaders (finder, frame);
  if (!frame->is_statement)
    drop_states (finder, frame);
  g_array_append_val (finder->frames, *frame);
}

/* What one can send or receive. */
static gboolean
can_be_given (const KhattEntry *entry)
{
  KhattNounKind kind = khatt_noun_kind (entry);

  return kind == KHATT_NOUN_CALL || kind == KHATT_NOUN_CALL_TALKS || kind == KHATT_NOUN_CONTACT ||
         kind == KHATT_NOUN_MESSAGE || kind == KHATT_NOUN_OFFER || kind == KHATT_NOUN_CREDENTIALS;
}

/**
 * khatt_frame_find_noun:
 * @finder: what is read
 * @anchor: the token of its verb or noun
 * @end: where its words end
 * @is_given: whether it is sent or received
 *
 * The noun that a light verb carries: "أجرى ... اتصالا".
 *
 * Returns: its token; -1: none
 */
gssize
khatt_frame_find_noun (const KhattFrameFinder *finder, gsize anchor, gsize end, gboolean is_given)
{
  const KhattClauses *clauses = finder->clauses;

  for (gsize i = anchor + 1; i < MIN (end, anchor + NOUN_REACH); i++)
    {
      const KhattMatch *noun = khatt_clauses_noun (clauses, i);

      if (noun == NULL || finder->is_taken[i - clauses->first_token] ||
          (is_given && !can_be_given (noun->entry)))
        continue;
      if (i > anchor + 1 && (khatt_clauses_marker (clauses, i - 1, "during") != NULL ||
                             khatt_clauses_marker (clauses, i - 1, "after") != NULL ||
                             khatt_clauses_marker (clauses, i - 1, "before") != NULL))
        continue;
      return (gssize) i;
    }
  return -1;
}

/**
 * khatt_frame_is_definite:
 * @finder: what is read
 * @noun: the token of a noun
 *
 * Tells whether a noun has the article.
 *
 * Returns: whether it has
 */
gboolean
khatt_frame_is_definite (const KhattFrameFinder *finder, gsize noun)
{
  const KhattMatch *match = khatt_clauses_noun (finder->clauses, noun);

  return (match->proclitics & KHATT_PROCLITIC_AL) != 0;
}

/**
 * khatt_frame_fill_meeting:
 * @finder: what is read
 * @frame: a frame
 * @slots: who stands about it
 *
 * Lays the slots of a meeting out: all take part.
 */
void
khatt_frame_fill_meeting (KhattFrameFinder *finder, KhattFrame *frame, const KhattFrameSlots *slots)
{
  khatt_frame_add_slot (finder, frame, slots, KHATT_FRAME_SLOT_BETWEEN, KHATT_ROLE_PARTICIPANT);
  if (slots->n[KHATT_FRAME_SLOT_BETWEEN] == 0 || slots->n[KHATT_FRAME_SLOT_SUBJECT] > 0)
    khatt_frame_add_subject (finder, frame, slots, KHATT_ROLE_PARTICIPANT);
  khatt_frame_add_slot (finder, frame, slots, KHATT_FRAME_SLOT_WITH, KHATT_ROLE_PARTICIPANT);
  khatt_frame_add_slot (finder, frame, slots, KHATT_FRAME_SLOT_BY, KHATT_ROLE_PARTICIPANT);
  khatt_frame_add_slot (finder, frame, slots, KHATT_FRAME_SLOT_OBJECT, KHATT_ROLE_PARTICIPANT);
}

/**
 * khatt_frame_fill_sent_message:
 * @finder: what is read
 * @frame: a frame
 * @slots: who stands about it
 * @is_handed: whether it is handed over
 *
 * Who hands a message over, and for whom: "سلم X رسالة من Y إلى Z".
 */
void
khatt_frame_fill_sent_message (KhattFrameFinder *finder,
                               KhattFrame *frame,
                               const KhattFrameSlots *slots,
                               gboolean is_handed)
{
  gboolean is_borne = slots->n[KHATT_FRAME_SLOT_FROM] > 0 || is_handed;
  /* "أوفد X الوزير Y حاملا رسالة إلى Z": who is sent brings it. */
  gboolean is_carried = !is_borne && slots->n[KHATT_FRAME_SLOT_OBJECT] == 1 &&
                        slots->n[KHATT_FRAME_SLOT_TO] + slots->n[KHATT_FRAME_SLOT_FOR] > 0;

  khatt_frame_add_subject (finder, frame, slots, is_borne ? KHATT_ROLE_BEARER : KHATT_ROLE_SENDER);
  khatt_frame_add_slot (finder, frame, slots, KHATT_FRAME_SLOT_FROM, KHATT_ROLE_SENDER);
  khatt_frame_add_slot (finder, frame, slots, KHATT_FRAME_SLOT_TO, KHATT_ROLE_RECIPIENT);
  khatt_frame_add_slot (finder, frame, slots, KHATT_FRAME_SLOT_FOR, KHATT_ROLE_RECIPIENT);
  khatt_frame_add_slot (finder, frame, slots, KHATT_FRAME_SLOT_OBJECT,
                        is_carried ? KHATT_ROLE_BEARER : KHATT_ROLE_RECIPIENT);
  khatt_frame_add_slot (finder, frame, slots, KHATT_FRAME_SLOT_WITH, KHATT_ROLE_RECIPIENT);
  frame->is_each = !is_borne && !is_carried;
}

/**
 * khatt_frame_fill_received:
 * @finder: what is read
 * @frame: a frame
 * @slots: who stands about it
 * @from: who gives
 * @to: who takes
 *
 * Lays out who received what from whom.
 */
void
khatt_frame_fill_received (KhattFrameFinder *finder,
                           KhattFrame *frame,
                           const KhattFrameSlots *slots,
                           KhattRole from,
                           KhattRole to)
{
  khatt_frame_add_subject (finder, frame, slots, to);
  khatt_frame_add_slot (finder, frame, slots, KHATT_FRAME_SLOT_FROM, from);
  khatt_frame_add_slot (finder, frame, slots, KHATT_FRAME_SLOT_WITH, from);
  if (slots->n[KHATT_FRAME_SLOT_FROM] == 0)
    khatt_frame_add_slot (finder, frame, slots, KHATT_FRAME_SLOT_BY, from);
  frame->is_each = TRUE;
}

/**
 * khatt_frame_fill_agreement:
 * @finder: what is read
 * @frame: a frame
 * @slots: who stands about it
 *
 * Lays the slots of an agreement out: all take part.
 */
void
khatt_frame_fill_agreement (KhattFrameFinder *finder,
                            KhattFrame *frame,
                            const KhattFrameSlots *slots)
{
  khatt_frame_add_slot (finder, frame, slots, KHATT_FRAME_SLOT_BETWEEN, KHATT_ROLE_PARTICIPANT);
  if (slots->n[KHATT_FRAME_SLOT_BETWEEN] == 0)
    khatt_frame_add_subject (finder, frame, slots, KHATT_ROLE_PARTICIPANT);
  khatt_frame_add_slot (finder, frame, slots, KHATT_FRAME_SLOT_WITH, KHATT_ROLE_PARTICIPANT);
  khatt_frame_add_slot (finder, frame, slots, KHATT_FRAME_SLOT_OBJECT, KHATT_ROLE_PARTICIPANT);
}

/**
 * khatt_frame_is_near:
 * @finder: what is read
 * @at: a token
 * @sort: a sort of markers.tsv
 *
 * Tells whether a marker of a sort ends just before a token.
 *
 * Returns: whether one does
 */
gboolean
khatt_frame_is_near (const KhattFrameFinder *finder, gsize at, const char *sort)
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

/**
 * khatt_frame_add_adjectives:
 * @finder: what is read
 * @frame: a frame
 * @noun: the token of a noun
 * @after: the token behind the last one
 *
 * Adjectives of two states behind a noun: "قمة روسية أمريكية".
 */
void
khatt_frame_add_adjectives (KhattFrameFinder *finder, KhattFrame *frame, gsize noun, gsize after)
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
    khatt_frame_add_party (frame, khatt_actors_add_state (finder->text->actors, code[i]),
                           KHATT_ROLE_PARTICIPANT);
}
