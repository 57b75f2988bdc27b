/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Visits: who came, where to, and what of a departure is the end of one.
 */

#include "khatt-frame-roles.h"

#include <string.h>

/* "to X"; "زيارته للجزائر"; "بزيارة القاهرة"; else "in X". */
static gssize
find_destination (const KhattFrameFinder *finder, const KhattFrameSlots *slots)
{
  if (slots->destination >= 0)
    return slots->destination;
  for (guint i = 0; i < slots->n[KHATT_FRAME_SLOT_FOR]; i++)
    if (khatt_frame_get_mention (finder, slots->mentions[KHATT_FRAME_SLOT_FOR][i])->is_place)
      return slots->mentions[KHATT_FRAME_SLOT_FOR][i];
  if (slots->place < 0 && slots->n[KHATT_FRAME_SLOT_OWNER] == 1 &&
      khatt_frame_get_mention (finder, slots->mentions[KHATT_FRAME_SLOT_OWNER][0])->is_place)
    return slots->mentions[KHATT_FRAME_SLOT_OWNER][0];
  return slots->place;
}

/* Some capitals are called like their country: there "the capital" stands beside the name. */
static gboolean
is_town (const KhattFrameFinder *finder, const KhattMention *place)
{
  const KhattMatch *city =
      khatt_tokens_match (finder->text->tokens, place->first_token, KHATT_ENTRY_CITY);

  if (city == NULL || strcmp (city->entry->fields[2], "place") != 0)
    return city != NULL;
  return khatt_clauses_marker (finder->clauses, place->first_token - 1, "filler") != NULL ||
         khatt_clauses_marker (finder->clauses, place->after_token, "filler") != NULL;
}

/**
 * khatt_frame_add_destination:
 * @finder: what is read
 * @frame: a frame
 * @slots: who stands about it
 *
 * A country that is visited is the host; a city is only where.
 */
void
khatt_frame_add_destination (const KhattFrameFinder *finder,
                             KhattFrame *frame,
                             const KhattFrameSlots *slots)
{
  gssize place = find_destination (finder, slots);
  const KhattMatch *country;

  if (place < 0)
    return;
  frame->place = place;
  country = khatt_tokens_match (finder->text->tokens,
                                khatt_frame_get_mention (finder, (gsize) place)->first_token,
                                KHATT_ENTRY_COUNTRY);
  if (country != NULL && place != slots->place && strcmp (country->entry->fields[2], "name") == 0 &&
      !is_town (finder, khatt_frame_get_mention (finder, (gsize) place)))
    khatt_frame_add_party (frame, khatt_frame_get_mention (finder, (gsize) place)->actor,
                           KHATT_ROLE_HOST);
}

/**
 * khatt_frame_fill_visit:
 * @finder: what is read
 * @frame: a frame
 * @slots: who stands about it
 *
 * Lays the slots of a visit out: guest and host.
 */
void
khatt_frame_fill_visit (KhattFrameFinder *finder, KhattFrame *frame, const KhattFrameSlots *slots)
{
  khatt_frame_add_subject (finder, frame, slots, KHATT_ROLE_VISITOR);
  if (frame->n_parties == 0) /* else "يزور X القاهرة للقاء Y": Y is no guest */
    khatt_frame_add_slot (finder, frame, slots, KHATT_FRAME_SLOT_OWNER, KHATT_ROLE_VISITOR);
  khatt_frame_add_destination (finder, frame, slots);
}

/* "غادر X القاهرة متوجها إلى موسكو": what "to" leads to; what is left is no place of the visit. */
static gssize
find_bound_for (const KhattFrameFinder *finder, gsize anchor)
{
  for (gsize i = finder->clauses->first_mention; i < finder->clauses->after_mention; i++)
    {
      const KhattMention *mention = khatt_frame_get_mention (finder, i);
      if (mention->first_token > anchor && mention->is_place &&
          mention->governor == KHATT_GOVERNOR_TO)
        return (gssize) i;
    }
  return -1;
}

/* "غادر X الرياض بعد زيارة": the end of a visit to where X has been a stranger. */
static gboolean
is_visited (const KhattFrameFinder *finder,
            const KhattFrameSlots *slots,
            gsize anchor,
            gsize end,
            gssize place)
{
  const KhattActor *guest;
  const KhattMatch *city;

  if (place < 0 || slots->n[KHATT_FRAME_SLOT_SUBJECT] == 0)
    return FALSE;
  guest = khatt_actors_get (
      finder->text->actors,
      khatt_frame_get_mention (finder, slots->mentions[KHATT_FRAME_SLOT_SUBJECT][0])->actor);
  city = khatt_tokens_match (finder->text->tokens,
                             khatt_frame_get_mention (finder, (gsize) place)->first_token,
                             KHATT_ENTRY_CITY);
  if (city == NULL || g_strcmp0 (city->entry->fields[1], guest->country) == 0)
    return FALSE;
  for (gsize i = anchor; i < end; i++)
    {
      const KhattMatch *noun = khatt_clauses_noun (finder->clauses, i);
      if (noun != NULL && khatt_noun_kind (noun->entry) == KHATT_NOUN_VISIT)
        return TRUE;
    }
  return FALSE;
}

/* "السويد التي زارها X": the place that the pronoun goes back to is no subject. */
static void
turn_antecedent (const KhattFrameFinder *finder, gsize anchor, KhattFrameSlots *slots)
{
  const KhattClauses *clauses = finder->clauses;

  if (anchor == clauses->first_token ||
      clauses->cuts[anchor - 1 - clauses->first_token] != KHATT_CUT_RELATIVE)
    return;
  for (gsize i = clauses->first_mention; i < clauses->after_mention; i++)
    {
      const KhattMention *mention = khatt_frame_get_mention (finder, i);

      if (mention->first_token >= anchor)
        break;
      if (mention->after_token + 1 >= anchor && mention->is_place)
        slots->destination = (gssize) i;
    }
  if (slots->n[KHATT_FRAME_SLOT_SUBJECT] > 0 && slots->destination >= 0 &&
      slots->mentions[KHATT_FRAME_SLOT_SUBJECT][0] == (guint) slots->destination)
    slots->n[KHATT_FRAME_SLOT_SUBJECT] = 0;
}

/**
 * khatt_frame_read_visit:
 * @finder: what is read
 * @anchor: the verb's token
 * @form: its #KhattFormFlags
 * @lemma: its past
 *
 * "زار X Y", "وصل X إلى Y", "غادر X Y متوجها إلى Z".
 */
void
khatt_frame_read_visit (KhattFrameFinder *finder, gsize anchor, guint form, const char *lemma)
{
  gsize end = khatt_clauses_end (finder->clauses, anchor);
  KhattFrame frame = khatt_frame_start_frame (finder, anchor, end, KHATT_KIND_VISIT, "visit.verb");
  gboolean goes_somewhere;
  KhattFrameSlots slots;

  khatt_frame_slots_of_verb (finder->clauses, anchor, end, form, TRUE, &slots);
  if (form & KHATT_FORM_OBJECT)
    turn_antecedent (finder, anchor, &slots);
  if (strcmp (lemma, "غادر") == 0)
    {
      gssize left = slots.destination;

      slots.destination = find_bound_for (finder, anchor);
      if (slots.destination < 0 && is_visited (finder, &slots, anchor, end, left))
        slots.destination = left;
    }
  goes_somewhere = slots.destination >= 0 || slots.place >= 0;
  if (!goes_somewhere)
    return;
  frame.mood = khatt_clauses_mood (finder->clauses, anchor, end, form);
  slots.n[KHATT_FRAME_SLOT_OWNER] = 0; /* "توجه إلى X للقاء Y": Y is no guest */
  khatt_frame_fill_visit (finder, &frame, &slots);
  for (gsize i = anchor; i < end; i++)
    {
      const KhattMatch *noun = khatt_clauses_noun (finder->clauses, i);
      if (noun != NULL && khatt_noun_kind (noun->entry) == KHATT_NOUN_VISIT)
        {
          finder->is_taken[i - finder->clauses->first_token] = TRUE;
          frame.title = noun->entry->fields[3];
        }
    }
  if (strcmp (lemma, "غادر") == 0 && slots.destination < 0)
    return;
  khatt_frame_finish_frame (finder, &frame, &slots);
}

/* The country of a place, as far as the tables know. */
static const char *
find_country (const KhattFrameFinder *finder, gsize place)
{
  const KhattMention *mention = khatt_frame_get_mention (finder, place);
  const KhattMatch *city =
      khatt_tokens_match (finder->text->tokens, mention->first_token, KHATT_ENTRY_CITY);

  if (mention->actor != KHATT_NO_ACTOR)
    return khatt_actors_get (finder->text->actors, mention->actor)->country;
  return city != NULL && *city->entry->fields[1] != '\0' ? city->entry->fields[1] : NULL;
}

/* "قادما من X", else "بعد زيارة إلى X": where somebody returns from. */
static gssize
find_origin (const KhattFrameFinder *finder, const KhattFrameSlots *slots, gsize anchor)
{
  const KhattClauses *clauses = finder->clauses;

  for (guint i = 0; i < slots->n[KHATT_FRAME_SLOT_FROM]; i++)
    if (khatt_frame_get_mention (finder, slots->mentions[KHATT_FRAME_SLOT_FROM][i])->is_place)
      return slots->mentions[KHATT_FRAME_SLOT_FROM][i];
  for (gsize i = anchor + 1; i < clauses->after_token; i++)
    {
      const KhattMatch *noun = khatt_clauses_noun (clauses, i);
      KhattFrameSlots visit;

      if (noun == NULL || khatt_noun_kind (noun->entry) != KHATT_NOUN_VISIT ||
          !khatt_frame_is_near (finder, i, "after"))
        continue;
      khatt_frame_slots_of_noun (clauses, i + noun->n_tokens - 1, khatt_clauses_end (clauses, i),
                                 &visit);
      return find_destination (finder, &visit);
    }
  return -1;
}

/* "إلى بلاده", "إلى أرض الوطن", or a place of the traveller's own country. */
static gboolean
leads_home (const KhattFrameFinder *finder,
            const KhattFrameSlots *slots,
            gsize anchor,
            gsize end,
            const KhattActor *traveller)
{
  return khatt_clauses_has (finder->clauses, anchor, end, "own-country") ||
         khatt_clauses_has (finder->clauses, anchor, end, "homeland") ||
         (slots->destination >= 0 && traveller->country != NULL &&
          g_strcmp0 (find_country (finder, (gsize) slots->destination), traveller->country) == 0);
}

/**
 * khatt_frame_read_return:
 * @finder: what is read
 * @anchor: the verb's token
 * @form: its #KhattFormFlags
 *
 * "عاد X إلى بلاده قادما من Y": the end of a visit to Y. "عاد X إلى Y", of a stranger there:
 * another visit.
 */
void
khatt_frame_read_return (KhattFrameFinder *finder, gsize anchor, guint form)
{
  gsize end = khatt_clauses_end (finder->clauses, anchor);
  KhattFrame frame =
      khatt_frame_start_frame (finder, anchor, end, KHATT_KIND_VISIT, "visit.returned");
  const KhattActor *traveller;
  KhattFrameSlots slots;
  gssize origin;

  khatt_frame_slots_of_verb (finder->clauses, anchor, end, form, TRUE, &slots);
  if (slots.n[KHATT_FRAME_SLOT_SUBJECT] == 0)
    return;
  traveller = khatt_actors_get (
      finder->text->actors,
      khatt_frame_get_mention (finder, slots.mentions[KHATT_FRAME_SLOT_SUBJECT][0])->actor);
  if (traveller->type != KHATT_ACTOR_PERSON)
    return;
  origin = find_origin (finder, &slots, anchor);
  if (slots.destination < 0 || leads_home (finder, &slots, anchor, end, traveller))
    {
      if (origin < 0 ||
          (traveller->country != NULL &&
           g_strcmp0 (find_country (finder, (gsize) origin), traveller->country) == 0))
        return;
      slots.destination = origin;
    }
  else if (traveller->country == NULL)
    return;
  frame.mood = khatt_clauses_mood (finder->clauses, anchor, end, form);
  slots.n[KHATT_FRAME_SLOT_OWNER] = 0;
  slots.place = -1;
  khatt_frame_fill_visit (finder, &frame, &slots);
  khatt_frame_finish_frame (finder, &frame, &slots);
}
