/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Frames of light verbs: "held", "received", "sent" say nothing without the noun that they carry.
 */

#include "khatt-frame-roles.h"

#include <string.h>

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
  const KhattClauses *clauses = finder->clauses;
  gsize end = khatt_clauses_end (clauses, anchor);
  gboolean gets = strcmp (frame_name, "get") == 0;
  gboolean sends = strcmp (frame_name, "send") == 0;
  gssize noun = khatt_frame_find_noun (finder, anchor, end, gets || sends);
  gboolean joins = strcmp (frame_name, "join") == 0;
  gboolean is_relative;
  const KhattMatch *match;
  gboolean phone;
  KhattFrame frame;
  KhattFrameSlots slots;
  KhattNounKind kind;

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
  kind = khatt_noun_kind (match->entry);
  phone = kind == KHATT_NOUN_CALL || khatt_frame_is_phone (finder, (gsize) noun, end);
  frame = khatt_frame_start_frame (finder, anchor, end, KHATT_KIND_OTHER, "other");
  frame.title = match->entry->fields[3];
  frame.mood = khatt_clauses_mood (clauses, anchor, end, form);
  frame.is_definite = khatt_frame_is_definite (finder, (gsize) noun) && !is_relative;
  if (is_relative)
    {
      frame.is_nominal = TRUE;
      frame.is_during = khatt_frame_is_near (finder, (gsize) noun, "during") ||
                        khatt_frame_is_near (finder, (gsize) noun, "after");
      frame.is_after = khatt_frame_is_near (finder, (gsize) noun, "after");
    }
  if (noun > 0 && (gsize) noun > clauses->first_token &&
      khatt_clauses_marker (clauses, (gsize) noun - 1, "last") != NULL)
    frame.is_last = TRUE;
  khatt_frame_slots_of_verb (clauses, anchor, end, form, kind == KHATT_NOUN_VISIT, &slots);
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
    case KHATT_NOUN_CALL:
    case KHATT_NOUN_CONTACT:
      if (kind == KHATT_NOUN_CONTACT && (sends || (!phone && strcmp (frame_name, "occur") != 0 &&
                                                   !gets && strcmp (frame_name, "hold") != 0)))
        return FALSE;
      frame.kind = KHATT_KIND_CALL;
      frame.rule = gets ? "call.received" : joins ? "call.joined" : "call.held";
      if (gets)
        khatt_frame_fill_received (finder, &frame, &slots, KHATT_ROLE_INITIATOR,
                                   KHATT_ROLE_RECIPIENT);
      else
        khatt_frame_fill_call (finder, &frame, &slots,
                               joins ||
                                   (match->entry->form & KHATT_FORM_PLURAL &&
                                    g_str_has_prefix (match->entry->fields[0], "م") &&
                                    !g_str_has_prefix (match->entry->fields[0], "مكالم")) ||
                                   g_str_has_prefix (match->entry->fields[0], "مباحث") ||
                                   g_str_has_prefix (match->entry->fields[0], "محادث") ||
                                   g_str_has_prefix (match->entry->fields[0], "مشاور"));
      break;
    case KHATT_NOUN_TALK:
    case KHATT_NOUN_MEETING:
      if (gets || sends)
        return FALSE;
      frame.kind = phone ? KHATT_KIND_CALL : KHATT_KIND_MEETING;
      frame.rule = phone ? "call.talks" : joins ? "meeting.joined" : "meeting.held";
      if (phone)
        khatt_frame_fill_call (finder, &frame, &slots, TRUE);
      else
        khatt_frame_fill_meeting (finder, &frame, &slots);
      break;
    case KHATT_NOUN_VISIT:
      frame.kind = KHATT_KIND_VISIT;
      frame.rule = "visit.made";
      khatt_frame_fill_visit (finder, &frame, &slots);
      break;
    case KHATT_NOUN_MESSAGE:
      frame.kind = KHATT_KIND_MESSAGE;
      frame.rule = gets ? "message.received" : "message.sent";
      if (gets)
        khatt_frame_fill_received (finder, &frame, &slots, KHATT_ROLE_SENDER, KHATT_ROLE_RECIPIENT);
      else
        khatt_frame_fill_sent_message (
            finder, &frame, &slots,
            g_str_has_prefix (finder->text->tokens->tokens[anchor].folded, "سلم"));
      break;
    case KHATT_NOUN_AGREEMENT:
      if (gets || sends)
        return FALSE;
      frame.kind = KHATT_KIND_AGREEMENT;
      frame.rule = "agreement.made";
      khatt_frame_fill_agreement (finder, &frame, &slots);
      break;
    case KHATT_NOUN_OFFER:
      if (!gets && !sends)
        return FALSE;
      frame.kind = KHATT_KIND_OFFER;
      frame.rule = "offer.invitation";
      if (gets)
        khatt_frame_fill_received (finder, &frame, &slots, KHATT_ROLE_INITIATOR,
                                   KHATT_ROLE_ADDRESSEE);
      else
        {
          khatt_frame_add_subject (finder, &frame, &slots, KHATT_ROLE_INITIATOR);
          khatt_frame_add_slot (finder, &frame, &slots, KHATT_FRAME_SLOT_TO, KHATT_ROLE_ADDRESSEE);
          khatt_frame_add_slot (finder, &frame, &slots, KHATT_FRAME_SLOT_FOR, KHATT_ROLE_ADDRESSEE);
        }
      break;
    case KHATT_NOUN_STATEMENT:
      frame.kind = KHATT_KIND_STATEMENT;
      frame.rule = "statement.held";
      frame.is_statement = TRUE;
      khatt_frame_add_subject (finder, &frame, &slots, KHATT_ROLE_SPEAKER);
      break;
    case KHATT_NOUN_NONE:
    default:
      return FALSE;
    }

  if (frame.n_parties < 2 &&
      (kind == KHATT_NOUN_TALK || kind == KHATT_NOUN_MEETING || kind == KHATT_NOUN_AGREEMENT))
    khatt_frame_add_adjectives (finder, &frame, (gsize) noun + match->n_tokens - 1, end);
  memset (finder->is_taken + ((gsize) noun - clauses->first_token), TRUE, match->n_tokens);
  khatt_frame_finish_frame (finder, &frame, &slots);
  return TRUE;
}
