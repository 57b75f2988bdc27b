/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who called whom: the subject of the verb, unless the text says by whose wish.
 */

#include "khatt-frame-roles.h"

/* "بمبادرة من الجانب الروسي" overrides who is the subject. */
static void
apply_initiative (const KhattFrameFinder *finder, KhattFrame *frame)
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
    if (khatt_frame_get_mention (finder, i)->first_token >= at &&
        khatt_frame_get_mention (finder, i)->first_token <= at + 1)
      actor = khatt_frame_get_mention (finder, i)->actor;
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

/**
 * khatt_frame_fill_call:
 * @finder: what is read
 * @frame: a frame
 * @slots: who stands about it
 * @is_talk: whether it is talks
 *
 * Talks by telephone have no caller: only a call has.
 */
void
khatt_frame_fill_call (KhattFrameFinder *finder,
                       KhattFrame *frame,
                       const KhattFrameSlots *slots,
                       gboolean is_talk)
{
  gboolean has_other = slots->n[KHATT_FRAME_SLOT_WITH] + slots->n[KHATT_FRAME_SLOT_BY] +
                           slots->n[KHATT_FRAME_SLOT_OBJECT] + slots->n[KHATT_FRAME_SLOT_TO] >
                       0;
  gboolean has_caller = !is_talk && has_other && slots->n[KHATT_FRAME_SLOT_SUBJECT] <= 1;
  KhattRole from = has_caller ? KHATT_ROLE_INITIATOR : KHATT_ROLE_PARTICIPANT;
  KhattRole to = has_caller ? KHATT_ROLE_RECIPIENT : KHATT_ROLE_PARTICIPANT;

  khatt_frame_add_slot (finder, frame, slots, KHATT_FRAME_SLOT_BETWEEN, KHATT_ROLE_PARTICIPANT);
  if (slots->n[KHATT_FRAME_SLOT_BETWEEN] == 0)
    khatt_frame_add_subject (finder, frame, slots, from);
  khatt_frame_add_slot (finder, frame, slots, KHATT_FRAME_SLOT_WITH, to);
  khatt_frame_add_slot (finder, frame, slots, KHATT_FRAME_SLOT_BY, to);
  khatt_frame_add_slot (finder, frame, slots, KHATT_FRAME_SLOT_TO, to);
  if (!has_caller || slots->n[KHATT_FRAME_SLOT_WITH] == 0)
    khatt_frame_add_slot (finder, frame, slots, KHATT_FRAME_SLOT_OBJECT, to);
  frame->is_each = has_caller;
  apply_initiative (finder, frame);
}
