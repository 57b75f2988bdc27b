/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who brought a letter that the sentence has named before: "رسالة من X، نقلها Y".
 */

#include "khatt-frame-roles.h"

#include <string.h>

/* The noun of the letter, or of the invitation, that a pronoun goes back to. */
static const KhattMatch *
find_letter (const KhattClauses *clauses, gsize anchor)
{
  for (gsize i = anchor; i-- > clauses->first_token;)
    {
      const KhattMatch *noun = khatt_clauses_noun (clauses, i);
      KhattNounKind kind = noun != NULL ? khatt_noun_kind (noun->entry) : KHATT_NOUN_NONE;

      if (kind == KHATT_NOUN_MESSAGE || kind == KHATT_NOUN_OFFER)
        return noun;
    }
  return NULL;
}

/* "سلمه رسالة": to whom, not what. */
static gboolean
has_object (const KhattFrameFinder *finder, gsize anchor, gsize end)
{
  return khatt_frame_find_noun (finder, anchor, end, TRUE) >= 0;
}

/**
 * khatt_frame_read_bearer:
 * @finder: what is read
 * @anchor: the verb's token
 * @form: its #KhattFormFlags
 *
 * "نقلها Y إلى Z", "قام بتسليمها Y": the verb goes back to a letter.
 *
 * Returns: whether there is one
 */
gboolean
khatt_frame_read_bearer (KhattFrameFinder *finder, gsize anchor, guint form)
{
  const KhattClauses *clauses = finder->clauses;
  gsize end = khatt_clauses_end (clauses, anchor);
  const KhattMatch *letter = find_letter (clauses, anchor);
  gboolean is_handed = khatt_clauses_marker (clauses, anchor + 1, "handed-over") != NULL;
  KhattFrame frame;
  KhattFrameSlots slots;

  if (letter == NULL || !(is_handed || (form & KHATT_FORM_OBJECT)) ||
      has_object (finder, anchor, end))
    return FALSE;
  frame = khatt_frame_start_frame (
      finder, anchor, end,
      khatt_noun_kind (letter->entry) == KHATT_NOUN_MESSAGE ? KHATT_KIND_MESSAGE : KHATT_KIND_OFFER,
      "message.borne");
  khatt_frame_slots_of_verb (clauses, anchor, end, form, FALSE, &slots);
  frame.mood = khatt_clauses_mood (clauses, anchor, end, form);
  frame.title = letter->entry->fields[3];
  frame.is_definite = TRUE;
  khatt_frame_add_slot (finder, &frame, &slots,
                        slots.subject_precedes && slots.n[KHATT_FRAME_SLOT_OBJECT] > 0
                            ? KHATT_FRAME_SLOT_OBJECT
                            : KHATT_FRAME_SLOT_SUBJECT,
                        KHATT_ROLE_BEARER);
  khatt_frame_add_slot (finder, &frame, &slots, KHATT_FRAME_SLOT_TO, KHATT_ROLE_RECIPIENT);
  khatt_frame_add_slot (finder, &frame, &slots, KHATT_FRAME_SLOT_FOR, KHATT_ROLE_RECIPIENT);
  if (frame.n_parties == 0)
    return FALSE;
  khatt_frame_finish_frame (finder, &frame, &slots);
  return TRUE;
}

/* The last one named before a token who is nobody's object. */
static guint
find_bearer (const KhattFrameFinder *finder, gsize token)
{
  for (gsize i = finder->clauses->after_mention; i-- > finder->clauses->first_mention;)
    {
      const KhattMention *mention = khatt_frame_get_mention (finder, i);

      if (mention->after_token <= token && mention->governor == KHATT_GOVERNOR_NONE &&
          mention->actor != KHATT_NO_ACTOR && !mention->is_place)
        return mention->actor;
    }
  return KHATT_NO_ACTOR;
}

/**
 * khatt_frame_read_borne:
 * @finder: what is read
 * @at: the token of the letter's noun
 * @match: the noun
 *
 * "استقبل X Y، حاملا رسالة من Z": a letter for X.
 *
 * Returns: whether somebody bears it
 */
gboolean
khatt_frame_read_borne (KhattFrameFinder *finder, gsize at, const KhattMatch *match)
{
  gsize last = at + match->n_tokens - 1;
  gsize end = khatt_clauses_end (finder->clauses, last);
  guint bearer = find_bearer (finder, at);
  KhattFrame frame;
  KhattFrameSlots slots;

  if (khatt_noun_kind (match->entry) != KHATT_NOUN_MESSAGE || bearer == KHATT_NO_ACTOR ||
      !khatt_frame_is_near (finder, at, "bearing"))
    return FALSE;
  frame = khatt_frame_start_frame (finder, at, end, KHATT_KIND_MESSAGE, "message.borne");
  khatt_frame_slots_of_noun (finder->clauses, last, end, &slots);
  frame.title = match->entry->fields[3];
  frame.mood = khatt_clauses_mood (finder->clauses, at, end, 0);
  khatt_frame_add_party (&frame, bearer, KHATT_ROLE_BEARER);
  khatt_frame_add_slot (finder, &frame, &slots, KHATT_FRAME_SLOT_FROM, KHATT_ROLE_SENDER);
  khatt_frame_add_slot (finder, &frame, &slots, KHATT_FRAME_SLOT_TO, KHATT_ROLE_RECIPIENT);
  khatt_frame_add_slot (finder, &frame, &slots, KHATT_FRAME_SLOT_FOR, KHATT_ROLE_RECIPIENT);
  if (khatt_frame_find_party (&frame, KHATT_ROLE_RECIPIENT) == KHATT_NO_ACTOR)
    khatt_frame_add_party (&frame, finder->topicality->subject, KHATT_ROLE_RECIPIENT);
  khatt_frame_finish_frame (finder, &frame, &slots);
  return TRUE;
}
