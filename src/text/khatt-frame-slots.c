/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who stands where about a verb or an event's noun. Arabic prose puts the verb first, its subject
 * next, and marks nearly everything else with a preposition, so that the order and the prepositions
 * tell.
 */

#include "khatt-frame-slots.h"

#include <string.h>

/* Words between a verb and its subject, and between a subject and the verb behind it. */
#define SUBJECT_REACH 9
#define STATE_REACH 3
#define PRECEDING_REACH 5

static const KhattMention *
get_mention (const KhattClauses *clauses, gsize index)
{
  return &g_array_index (clauses->text->mentions, KhattMention, index);
}

static void
put (KhattFrameSlots *slots, KhattFrameSlot slot, gsize mention)
{
  if (slots->n[slot] < KHATT_FRAME_SLOT_MAX)
    slots->mentions[slot][slots->n[slot]++] = (guint) mention;
}

static gboolean
holds (const KhattFrameSlots *slots, KhattFrameSlot slot, gsize mention)
{
  for (guint i = 0; i < slots->n[slot]; i++)
    if (slots->mentions[slot][i] == mention)
      return TRUE;
  return FALSE;
}

/* "in", "at", or "bi-" before a place. */
static gboolean
is_location (const KhattMention *mention)
{
  return mention->is_place &&
         (mention->governor == KHATT_GOVERNOR_IN || mention->governor == KHATT_GOVERNOR_BY);
}

/* "in the capital X", "in the Turkish capital X": the word "capital" has the preposition. */
static gboolean
is_behind_capital (const KhattClauses *clauses, gsize token)
{
  const KhattMatch *adjective;

  if (token <= clauses->first_token)
    return FALSE;
  if (khatt_clauses_marker (clauses, token - 1, "filler") != NULL)
    return TRUE;
  adjective = khatt_tokens_match (clauses->text->tokens, token - 1, KHATT_ENTRY_ADJECTIVE);
  return adjective != NULL && token > clauses->first_token + 1 &&
         khatt_clauses_marker (clauses, token - 2, "filler") != NULL;
}

static gboolean
is_city (const KhattClauses *clauses, const KhattMention *mention)
{
  const KhattMatch *city =
      khatt_tokens_match (clauses->text->tokens, mention->first_token, KHATT_ENTRY_CITY);

  return city != NULL && strcmp (city->entry->fields[2], "place") != 0;
}

/* What governs "the town" that X completes: "في مدينة X", "بمدينة X", "إلى مدينة X". */
static KhattGovernor
find_governor_of_town (const KhattClauses *clauses, const KhattMention *mention)
{
  const KhattMatch *filler, *preposition;

  if (mention->governor != KHATT_GOVERNOR_OF || mention->first_token <= clauses->first_token)
    return KHATT_GOVERNOR_OTHER;
  filler = khatt_clauses_marker (clauses, mention->first_token - 1, "filler");
  if (filler == NULL)
    return KHATT_GOVERNOR_OTHER;
  if (filler->proclitics & KHATT_PROCLITIC_BA)
    return KHATT_GOVERNOR_IN;
  preposition = mention->first_token > clauses->first_token + 1
                    ? khatt_clauses_marker (clauses, mention->first_token - 2, "preposition")
                    : NULL;
  if (preposition == NULL)
    return KHATT_GOVERNOR_OTHER;
  return strcmp (preposition->entry->fields[2], "in") == 0   ? KHATT_GOVERNOR_IN
         : strcmp (preposition->entry->fields[2], "to") == 0 ? KHATT_GOVERNOR_TO
                                                             : KHATT_GOVERNOR_OTHER;
}

static gboolean
take_place (const KhattClauses *clauses, KhattFrameSlots *slots, gsize index)
{
  const KhattMention *mention = get_mention (clauses, index);
  KhattGovernor of_town = find_governor_of_town (clauses, mention);

  if (is_location (mention))
    {
      /* "in the palace in the city": the city; "in the city in the region": the city too. */
      if (slots->place < 0 ||
          (get_mention (clauses, (gsize) slots->place)->after_token == mention->first_token &&
           !is_city (clauses, get_mention (clauses, (gsize) slots->place))))
        slots->place = (gssize) index;
      return TRUE;
    }
  if (mention->is_place && (mention->governor == KHATT_GOVERNOR_TO || of_town == KHATT_GOVERNOR_TO))
    {
      if (slots->destination < 0)
        slots->destination = (gssize) index;
      return TRUE;
    }
  if (mention->is_place && ((mention->governor == KHATT_GOVERNOR_NONE && !mention->is_coordinated &&
                             is_behind_capital (clauses, mention->first_token)) ||
                            of_town == KHATT_GOVERNOR_IN))
    {
      if (slots->place < 0)
        slots->place = (gssize) index;
      return TRUE;
    }
  return FALSE;
}

static const struct
{
  KhattGovernor governor;
  KhattFrameSlot slot;
} governed[] = {
  { KHATT_GOVERNOR_WITH, KHATT_FRAME_SLOT_WITH },
  { KHATT_GOVERNOR_FROM, KHATT_FRAME_SLOT_FROM },
  { KHATT_GOVERNOR_AGENT, KHATT_FRAME_SLOT_FROM },
  { KHATT_GOVERNOR_TO, KHATT_FRAME_SLOT_TO },
  { KHATT_GOVERNOR_BETWEEN, KHATT_FRAME_SLOT_BETWEEN },
  { KHATT_GOVERNOR_BY, KHATT_FRAME_SLOT_BY },
  { KHATT_GOVERNOR_FOR, KHATT_FRAME_SLOT_FOR },
  { KHATT_GOVERNOR_EVENT, KHATT_FRAME_SLOT_OWNER },
};

/* "وصل [إلى] مطار القاهرة الدولي الرئيس X": the airport next to the verb is where it leads. */
static gboolean
take_station (const KhattClauses *clauses, KhattFrameSlots *slots, gsize index, gsize anchor)
{
  const KhattMention *mention = get_mention (clauses, index);

  gsize noun = mention->first_token - 1;

  if (noun > anchor + 1 && khatt_clauses_marker (clauses, noun - 1, "preposition") != NULL)
    noun--;
  if (!mention->is_place || mention->governor != KHATT_GOVERNOR_OF || noun != anchor + 1 ||
      slots->destination >= 0)
    return FALSE;
  slots->destination = (gssize) index;
  return TRUE;
}

static gboolean
take_governed (const KhattClauses *clauses, KhattFrameSlots *slots, gsize index)
{
  const KhattMention *mention = get_mention (clauses, index);

  for (gsize i = 0; i < G_N_ELEMENTS (governed); i++)
    if (governed[i].governor == mention->governor)
      {
        put (slots, governed[i].slot, index);
        slots->has_agent |= mention->governor == KHATT_GOVERNOR_AGENT;
        return TRUE;
      }
  return mention->governor != KHATT_GOVERNOR_NONE;
}

/* How many words stand between a verb and a mention, other people aside: "قام مبعوث الملك X". */
static gsize
find_distance (const KhattClauses *clauses, gsize anchor, gsize index)
{
  gsize distance = get_mention (clauses, index)->first_token - anchor;
  gsize i = index;

  while (i > clauses->first_mention && get_mention (clauses, i - 1)->first_token > anchor)
    {
      const KhattMention *between = get_mention (clauses, --i);
      if (between->governor == KHATT_GOVERNOR_OF)
        distance -= between->after_token - between->first_token;
    }
  return distance;
}

/* "غادر الرياض الرئيس X": what follows is who left. */
static gboolean
is_left_by_another (const KhattClauses *clauses, gsize index, gsize end)
{
  for (gsize i = index + 1; i < clauses->after_mention; i++)
    {
      const KhattMention *mention = get_mention (clauses, i);

      if (mention->first_token >= end)
        return FALSE;
      if (!mention->is_place && !mention->is_coordinated && mention->actor != KHATT_NO_ACTOR &&
          mention->governor == KHATT_GOVERNOR_NONE)
        return TRUE;
    }
  return FALSE;
}

static void
take_bare (const KhattClauses *clauses,
           KhattFrameSlots *slots,
           gsize index,
           gsize anchor,
           gsize end,
           gboolean is_motion)
{
  const KhattMention *mention = get_mention (clauses, index);
  gsize distance = find_distance (clauses, anchor, index);
  gsize reach = mention->is_place ? STATE_REACH : SUBJECT_REACH;

  if (mention->is_group)
    {
      slots->has_group |= slots->n[KHATT_FRAME_SLOT_SUBJECT] == 0;
      slots->has_states |= mention->is_states;
      return;
    }
  if (mention->actor == KHATT_NO_ACTOR ||
      (is_motion && mention->is_place &&
       (slots->n[KHATT_FRAME_SLOT_SUBJECT] > 0 || slots->subject_precedes ||
        slots->has_antecedent || is_left_by_another (clauses, index, end))))
    {
      if (mention->is_place && slots->destination < 0)
        slots->destination = (gssize) index;
      return;
    }
  /* "قام نظيره الروسي X بزيارة": one meets one's counterpart, but it is he who travels. */
  /* "التقى X الذي يزور القاهرة Y": Y is whom X met. */
  if (is_motion && slots->has_antecedent && slots->destination >= 0 && !mention->is_coordinated)
    return;
  if (slots->n[KHATT_FRAME_SLOT_SUBJECT] == 0 && distance <= reach &&
      (!mention->is_counterpart || (is_motion && distance == 1)))
    put (slots, KHATT_FRAME_SLOT_SUBJECT, index);
  else if (mention->is_coordinated && index > 0 &&
           holds (slots, KHATT_FRAME_SLOT_SUBJECT, index - 1))
    put (slots, KHATT_FRAME_SLOT_SUBJECT, index);
  else if (!mention->is_place || mention->is_coordinated)
    put (slots, KHATT_FRAME_SLOT_OBJECT, index);
}

/* "رئيس المجلس «فلان»" names somebody, whom a quotation speaks of has no part in the event. */
static gboolean
is_inside_words (const KhattClauses *clauses, const KhattMention *mention)
{
  guint8 quoted = clauses->text->is_quoted[mention->first_token];

  if (quoted == KHATT_QUOTED_NAME && mention->actor != KHATT_NO_ACTOR &&
      khatt_actors_get (clauses->text->actors, mention->actor)->type == KHATT_ACTOR_ORGANISATION)
    return FALSE;
  return quoted == KHATT_QUOTED_WORDS || (quoted == KHATT_QUOTED_NAME && !mention->has_name);
}

static void
take_after (const KhattClauses *clauses,
            gsize anchor,
            gsize end,
            gboolean is_motion,
            KhattFrameSlots *slots)
{
  for (gsize i = clauses->first_mention; i < clauses->after_mention; i++)
    {
      const KhattMention *mention = get_mention (clauses, i);

      if (mention->first_token <= anchor)
        continue;
      if (mention->first_token >= end)
        break;
      if (is_inside_words (clauses, mention))
        continue;
      if (mention->is_coordinated && i > clauses->first_mention &&
          holds (slots, KHATT_FRAME_SLOT_SUBJECT, i - 1) && !mention->is_place)
        put (slots, KHATT_FRAME_SLOT_SUBJECT, i);
      else if (mention->is_group && mention->governor == KHATT_GOVERNOR_BETWEEN)
        {
          slots->has_group = TRUE;
          slots->has_states |= mention->is_states;
        }
      else if (!take_place (clauses, slots, i) &&
               !(is_motion && take_station (clauses, slots, i, anchor)) &&
               !take_governed (clauses, slots, i))
        take_bare (clauses, slots, i, anchor, end, is_motion);
    }
}

/* "القاهرة - بحث الرئيس": where an item inside of the text was written. */
static gboolean
is_dateline (const KhattClauses *clauses, const KhattMention *mention)
{
  const KhattToken *dash = &clauses->text->tokens->tokens[mention->after_token];

  return mention->is_place && mention->first_token == clauses->first_token &&
         mention->after_token < clauses->after_token && dash->kind == KHATT_TOKEN_PUNCTUATION &&
         !khatt_token_is (dash, "،") && !khatt_token_is (dash, ",");
}

/* "أن كوفالدا بحث", "وكان الوزير قد أجرى": the subject stands before its verb. */
static void
take_before (const KhattClauses *clauses, gsize anchor, KhattFrameSlots *slots)
{
  gssize found = -1;
  guint16 clause = clauses->clauses[anchor - clauses->first_token];

  for (gsize i = clauses->first_mention; i < clauses->after_mention; i++)
    {
      const KhattMention *mention = get_mention (clauses, i);

      if (mention->after_token > anchor)
        break;
      if (clauses->clauses[mention->first_token - clauses->first_token] != clause)
        continue;
      if (mention->governor == KHATT_GOVERNOR_NONE &&
          anchor - mention->after_token <= PRECEDING_REACH && !is_dateline (clauses, mention))
        found = (gssize) i;
    }
  if (found < 0)
    return;
  for (gsize k = get_mention (clauses, (gsize) found)->after_token; k < anchor; k++)
    if (khatt_clauses_verb (clauses, k) != NULL)
      return;
  if (get_mention (clauses, (gsize) found)->is_group)
    {
      slots->has_group = TRUE;
      return;
    }
  while (found > (gssize) clauses->first_mention &&
         get_mention (clauses, (gsize) found)->is_coordinated)
    found--;
  for (gsize i = (gsize) found; i < clauses->after_mention; i++)
    {
      const KhattMention *mention = get_mention (clauses, i);
      if (mention->after_token > anchor || (i > (gsize) found && !mention->is_coordinated))
        break;
      if (mention->actor != KHATT_NO_ACTOR)
        put (slots, KHATT_FRAME_SLOT_SUBJECT, i);
    }
}

/* "التقى X Y، وزار": it is X who did both, not Y, who stands next to the verb. */
static gboolean
is_joined_verb (const KhattClauses *clauses, gsize anchor)
{
  const KhattMatch *verb = khatt_clauses_verb (clauses, anchor);

  return verb != NULL && (verb->proclitics & KHATT_PROCLITIC_WAW) != 0;
}

/* "زيارة قام بها X", "لقاء يجريه X": what stands before the noun is no subject of its verb. */
static gboolean
is_behind_its_noun (const KhattClauses *clauses, gsize anchor, guint form)
{
  const KhattMatch *noun =
      anchor > clauses->first_token ? khatt_clauses_noun (clauses, anchor - 1) : NULL;

  return noun != NULL && noun->proclitics == 0 &&
         ((form & KHATT_FORM_OBJECT) ||
          khatt_clauses_marker (clauses, anchor + 1, "resumptive") != NULL);
}

/* Words between a name and the "who" that goes on about it: "X والوفد المرافق له، الذي يزور". */
#define ANTECEDENT_REACH 5

/* "الشيخ X، والذي وصل": what "who" stands for. */
static void
take_antecedent (const KhattClauses *clauses, gsize anchor, KhattFrameSlots *slots)
{
  gsize marker = anchor - 1;
  gssize named = -1;

  if (anchor == clauses->first_token ||
      clauses->cuts[marker - clauses->first_token] != KHATT_CUT_RELATIVE)
    return;
  for (gsize i = clauses->first_mention; i < clauses->after_mention; i++)
    {
      const KhattMention *mention = get_mention (clauses, i);
      if (mention->after_token <= marker && marker - mention->after_token <= 1 &&
          mention->actor != KHATT_NO_ACTOR)
        put (slots, KHATT_FRAME_SLOT_SUBJECT, i);
      else if (mention->after_token <= marker && mention->has_name)
        named = (gssize) i;
    }
  if (slots->n[KHATT_FRAME_SLOT_SUBJECT] == 0 && named >= 0 &&
      marker - get_mention (clauses, (gsize) named)->after_token <= ANTECEDENT_REACH)
    put (slots, KHATT_FRAME_SLOT_SUBJECT, (gsize) named);
}

/**
 * khatt_frame_slots_of_verb:
 * @clauses: a sentence
 * @anchor: the verb's token
 * @end: where its words end
 * @form: its #KhattFormFlags
 * @is_motion: whether a place without a preposition is where it leads
 * @slots: (out caller-allocates): filled in
 *
 * Finds who stands about a verb.
 */
void
khatt_frame_slots_of_verb (const KhattClauses *clauses,
                           gsize anchor,
                           gsize end,
                           guint form,
                           gboolean is_motion,
                           KhattFrameSlots *slots)
{
  KhattFrameSlots before = { .place = -1, .destination = -1 };

  memset (slots, 0, sizeof *slots);
  slots->place = slots->destination = -1;
  if (!is_behind_its_noun (clauses, anchor, form))
    take_before (clauses, anchor, &before);
  slots->subject_precedes = before.n[KHATT_FRAME_SLOT_SUBJECT] > 0;
  if (is_joined_verb (clauses, anchor))
    before.n[KHATT_FRAME_SLOT_SUBJECT] = 0;
  slots->has_antecedent = anchor > clauses->first_token &&
                          clauses->cuts[anchor - 1 - clauses->first_token] == KHATT_CUT_RELATIVE;
  take_after (clauses, anchor, end, is_motion, slots);
  if (slots->n[KHATT_FRAME_SLOT_SUBJECT] == 0 && before.n[KHATT_FRAME_SLOT_SUBJECT] == 0)
    take_antecedent (clauses, anchor, &before);
  if (before.n[KHATT_FRAME_SLOT_SUBJECT] == 0 && !before.has_group)
    return;

  /* The subject stands before: what was taken for it behind the verb is the object. */
  for (guint i = 0; i < slots->n[KHATT_FRAME_SLOT_SUBJECT]; i++)
    put (slots, KHATT_FRAME_SLOT_OBJECT, slots->mentions[KHATT_FRAME_SLOT_SUBJECT][i]);
  memcpy (slots->mentions[KHATT_FRAME_SLOT_SUBJECT], before.mentions[KHATT_FRAME_SLOT_SUBJECT],
          sizeof slots->mentions[KHATT_FRAME_SLOT_SUBJECT]);
  slots->n[KHATT_FRAME_SLOT_SUBJECT] = before.n[KHATT_FRAME_SLOT_SUBJECT];
  slots->has_group |= before.has_group;
}

/**
 * khatt_frame_slots_of_noun:
 * @clauses: a sentence
 * @anchor: the noun's token
 * @end: where its words end
 * @slots: (out caller-allocates): filled in
 *
 * Finds who stands about the noun of an event.
 */
void
khatt_frame_slots_of_noun (const KhattClauses *clauses,
                           gsize anchor,
                           gsize end,
                           KhattFrameSlots *slots)
{
  memset (slots, 0, sizeof *slots);
  slots->place = slots->destination = -1;
  for (gsize i = clauses->first_mention; i < clauses->after_mention; i++)
    {
      const KhattMention *mention = get_mention (clauses, i);

      if (mention->first_token <= anchor)
        continue;
      if (mention->first_token >= end)
        break;
      if (is_inside_words (clauses, mention))
        continue;
      if (mention->is_group && (mention->governor == KHATT_GOVERNOR_BETWEEN ||
                                mention->governor == KHATT_GOVERNOR_EVENT))
        {
          slots->has_group = TRUE;
          slots->has_states |= mention->is_states;
        }
      else if (!take_place (clauses, slots, i) && !take_governed (clauses, slots, i) &&
               mention->first_token == anchor + 1)
        put (slots, KHATT_FRAME_SLOT_OWNER, i);
    }
}
