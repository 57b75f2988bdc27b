/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Frames: what the verbs and event nouns of a sentence say happened, and between whom. Which verb
 * means what is in verbs.tsv and nouns.tsv; here is how the frame of each lays its slots out as
 * roles.
 */

#include "khatt-frames.h"

#include "khatt-frame-roles.h"

#include <string.h>

/* Words between "showed" and "with". */
#define SHARED_REACH 8

/* Words between "agreed" and "the importance of". */
#define VIEW_REACH 6

/* Words between the noun of an occasion and "by telephone". */
#define OCCASION_REACH 4

/* How the frames of verbs that need no noun lay their slots out. */
static void
read_call (KhattFrameFinder *finder, gsize anchor, guint form, const char *title)
{
  gsize end = khatt_clauses_end (finder->clauses, anchor);
  KhattFrame frame = khatt_frame_start_frame (finder, anchor, end, KHATT_KIND_CALL, "call.verb");
  KhattFrameSlots slots;

  khatt_frame_slots_of_verb (finder->clauses, anchor, end, form, FALSE, &slots);
  frame.mood = khatt_clauses_mood (finder->clauses, anchor, end, form);
  khatt_frame_fill_call (finder, &frame, &slots, FALSE);
  frame.title = title;
  khatt_frame_finish_frame (finder, &frame, &slots);
}

static const char *
find_call_title (const KhattFrameFinder *finder, gsize first, gsize after)
{
  for (gsize i = first; i < after; i++)
    {
      const KhattMatch *noun = khatt_clauses_noun (finder->clauses, i);

      if (noun != NULL && khatt_noun_kind (noun->entry) == KHATT_NOUN_CALL)
        return noun->entry->fields[3];
    }
  return NULL;
}

/* "هنأ X Y": a cable; a call where the telephone is named. */
static void
read_greeting (KhattFrameFinder *finder, gsize anchor, guint form)
{
  gsize end = khatt_clauses_end (finder->clauses, anchor);
  KhattFrame frame =
      khatt_frame_start_frame (finder, anchor, end, KHATT_KIND_MESSAGE, "message.greeting");
  KhattFrameSlots slots;
  gboolean is_phone;

  khatt_frame_slots_of_verb (finder->clauses, anchor, end, form, FALSE, &slots);
  frame.mood = khatt_clauses_mood (finder->clauses, anchor, end, form);
  is_phone = khatt_frame_is_phone (finder, anchor, end);
  khatt_frame_add_subject (finder, &frame, &slots,
                           is_phone ? KHATT_ROLE_INITIATOR : KHATT_ROLE_SENDER);
  khatt_frame_add_slot (finder, &frame, &slots, KHATT_FRAME_SLOT_OBJECT, KHATT_ROLE_RECIPIENT);
  if (is_phone && frame.n_parties < 2)
    return;
  if (is_phone)
    {
      frame.kind = KHATT_KIND_CALL;
      frame.rule = "call.greeting";
      frame.title = find_call_title (finder, anchor, end);
    }
  frame.is_each = TRUE;
  khatt_frame_finish_frame (finder, &frame, &slots);
}

/* "اتفق X مع Y، خلال مكالمة هاتفية، على": the occasion on which somebody did something. */
static gssize
find_occasion (const KhattFrameFinder *finder, gsize anchor, gsize end)
{
  for (gsize i = anchor + 1; i < end; i++)
    {
      const KhattMatch *noun = khatt_clauses_noun (finder->clauses, i);
      KhattNounKind kind = noun != NULL ? khatt_noun_kind (noun->entry) : KHATT_NOUN_NONE;

      if (kind >= KHATT_NOUN_CALL && kind <= KHATT_NOUN_MEETING &&
          khatt_frame_is_near (finder, i, "during"))
        return (gssize) i;
    }
  return -1;
}

/* What two agree on in a call is told as the call. */
static void
set_occasion (KhattFrameFinder *finder, KhattFrame *frame, gsize noun)
{
  const KhattMatch *match = khatt_clauses_noun (finder->clauses, noun);
  gboolean is_phone =
      khatt_frame_is_phone (finder, noun, MIN (frame->after, noun + OCCASION_REACH));

  frame->kind = is_phone ? KHATT_KIND_CALL : KHATT_KIND_MEETING;
  frame->rule = is_phone ? "call.agreed" : "meeting.agreed";
  frame->title = match->entry->fields[3];
  memset (finder->is_taken + (noun - finder->clauses->first_token), TRUE, match->n_tokens);
}

/* "اتفق X وY على", "توصلت X إلى اتفاق مع Y". */
static void
read_agree (KhattFrameFinder *finder, gsize anchor, guint form)
{
  gsize end = khatt_clauses_end (finder->clauses, anchor);
  gssize noun = khatt_frame_find_noun (finder, anchor, end, FALSE);
  gssize occasion = find_occasion (finder, anchor, end);
  KhattFrame frame =
      khatt_frame_start_frame (finder, anchor, end, KHATT_KIND_AGREEMENT, "agreement.reached");
  KhattFrameSlots slots;

  khatt_frame_slots_of_verb (finder->clauses, anchor, end, form, FALSE, &slots);
  frame.mood = khatt_clauses_mood (finder->clauses, anchor, end, form);
  khatt_frame_fill_agreement (finder, &frame, &slots);
  frame.is_view =
      khatt_clauses_has (finder->clauses, anchor, MIN (anchor + VIEW_REACH, end), "hypothetical");
  if (occasion >= 0 && frame.n_parties > 1)
    set_occasion (finder, &frame, (gsize) occasion);
  else if (noun >= 0)
    {
      const KhattMatch *match = khatt_clauses_noun (finder->clauses, (gsize) noun);
      frame.title = match->entry->fields[3];
      if (khatt_noun_kind (match->entry) == KHATT_NOUN_AGREEMENT)
        finder->is_taken[(gsize) noun - finder->clauses->first_token] = TRUE;
    }
  khatt_frame_finish_frame (finder, &frame, &slots);
}

/* "توصل X ببرقية من Y": in Morocco, to get; elsewhere "توصل إلى" is to reach. */
static gboolean
gets_letter (const KhattFrameFinder *finder, gsize anchor)
{
  gsize end = khatt_clauses_end (finder->clauses, anchor);
  gssize noun = khatt_frame_find_noun (finder, anchor, end, TRUE);
  const KhattMatch *match;

  if (noun < 0)
    return FALSE;
  match = khatt_clauses_noun (finder->clauses, (gsize) noun);
  return khatt_noun_kind (match->entry) == KHATT_NOUN_MESSAGE &&
         (match->proclitics & KHATT_PROCLITIC_BA) != 0;
}

/* "تحدث X مع Y": a call, unless nobody is spoken with; "spoke about" makes a statement. */
static void
read_speak (KhattFrameFinder *finder, gsize anchor, const KhattMatch *verb)
{
  gsize end = khatt_clauses_end (finder->clauses, anchor);
  KhattFrameSlots slots;

  khatt_frame_slots_of_verb (finder->clauses, anchor, end, verb->entry->form, FALSE, &slots);
  if (slots.n[KHATT_FRAME_SLOT_WITH] == 0 || finder->to_press)
    khatt_frame_read_statement (finder, anchor, verb);
  else
    read_call (finder, anchor, verb->entry->form, verb->entry->fields[4]);
}

/* Which frames begin somebody's words with "that". */
static gboolean
is_reporting (const char *name)
{
  static const char *const names[] = { "say",  "announce", "deny", "report",
                                       "tell", "invite",   "speak" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i], name) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_light (const char *name)
{
  static const char *const names[] = { "hold", "exchange", "occur", "join",
                                       "get",  "send",     "hand",  "sign" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i], name) == 0)
      return TRUE;
  return FALSE;
}

/* Whom the prose goes on about: the person or state that is the subject of a main clause. */
static void
note_subject (KhattFrameFinder *finder, guint n_before)
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

/* "عرض معه الأوضاع", "عرض مع X": what is shown with somebody is talked over, not offered. */
static gboolean
is_shared (const KhattFrameFinder *finder, gsize anchor)
{
  for (gsize i = anchor + 1; i < MIN (anchor + 1 + SHARED_REACH, finder->clauses->after_token); i++)
    {
      const KhattMatch *preposition = khatt_clauses_marker (finder->clauses, i, "preposition");
      if (preposition == NULL)
        preposition = khatt_clauses_marker (finder->clauses, i, "bound");
      if (preposition != NULL && strcmp (preposition->entry->fields[2], "with") == 0)
        return TRUE;
    }
  return FALSE;
}

/* "شارك X في منتدى، كما التقى Y": verbs that tell no event still say whom the prose is about. */
static void
note_bystander (KhattFrameFinder *finder, gsize at, guint form)
{
  gsize end = khatt_clauses_end (finder->clauses, at);
  KhattFrameSlots slots;

  if (finder->clauses->clauses[at - finder->clauses->first_token] > 0)
    return;
  khatt_frame_slots_of_verb (finder->clauses, at, end, form, FALSE, &slots);
  if (slots.n[KHATT_FRAME_SLOT_SUBJECT] > 0)
    finder->topicality->subject =
        khatt_frame_get_mention (finder, slots.mentions[KHATT_FRAME_SLOT_SUBJECT][0])->actor;
}

/* "نفى X أن يكون Y قد التقى Z": until the sentence turns to something else. */
static void
note_denial (KhattFrameFinder *finder, gsize at)
{
  const KhattClauses *clauses = finder->clauses;
  gsize after = at + 1;

  while (after < clauses->after_token &&
         clauses->cuts[after - clauses->first_token] != KHATT_CUT_BOUNDARY)
    after++;
  finder->denied_first = at + 1;
  finder->denied_after = after;
}

/* "وقالت وكالة X إن ...", then "وأضافت أن": she, with nobody between the verb and "that". */
static gboolean
agency_goes_on (const KhattFrameFinder *finder, gsize at, guint form)
{
  const KhattMatch *verb = khatt_clauses_verb (finder->clauses, at);

  return finder->topicality->is_agency && at == finder->clauses->first_token &&
         (form & KHATT_FORM_FEMININE) && (form & KHATT_FORM_PAST) &&
         is_reporting (verb->entry->fields[2]) &&
         khatt_clauses_marker (finder->clauses, at + 1, "that") != NULL;
}

static void
read_verb (KhattFrameFinder *finder, gsize at, const KhattMatch *verb)
{
  const char *name = verb->entry->fields[2];
  guint form = verb->entry->form;
  guint n_before = finder->frames->len;
  guint clause = finder->clauses->clauses[at - finder->clauses->first_token];
  gboolean goes_on = agency_goes_on (finder, at, form);

  if (goes_on)
    {
      finder->told_clause = clause + 1;
      return;
    }
  /* Whom the prose is about stays: he who sent or received the letter. */
  if (is_light (name) && khatt_frame_read_bearer (finder, at, form))
    return;
  if ((is_light (name) || strcmp (name, "tell") == 0) &&
      khatt_frame_read_light_verb (finder, at, name, form))
    note_subject (finder, n_before);
  else if (strcmp (name, "call") == 0)
    read_call (finder, at, form, verb->entry->fields[3]);
  else if (strcmp (name, "meet") == 0)
    khatt_frame_read_meet (finder, at, form, FALSE);
  else if (strcmp (name, "receive") == 0)
    khatt_frame_read_meet (finder, at, form, TRUE);
  else if (strcmp (name, "summon") == 0)
    khatt_frame_read_summons (finder, at, form);
  else if (strcmp (name, "cancel") == 0)
    khatt_frame_read_cancelled (finder, at, form);
  else if (strcmp (name, "join-in") == 0)
    khatt_frame_read_attended (finder, at, verb);
  else if (strcmp (name, "visit") == 0)
    khatt_frame_read_visit (finder, at, form, verb->entry->fields[0]);
  else if (strcmp (name, "return") == 0)
    khatt_frame_read_return (finder, at, form);
  else if (strcmp (name, "discuss") == 0)
    khatt_frame_read_discuss (finder, at, form);
  else if (strcmp (name, "greet") == 0)
    read_greeting (finder, at, form);
  else if (strcmp (name, "agree") == 0 &&
           !(gets_letter (finder, at) && khatt_frame_read_light_verb (finder, at, "get", form)))
    read_agree (finder, at, form);
  else if (strcmp (name, "send") == 0 || strcmp (name, "report") == 0)
    khatt_frame_read_reported (finder, at, form);
  else if (strcmp (name, "speak") == 0)
    read_speak (finder, at, verb);
  else if (strcmp (name, "offer") == 0 && is_shared (finder, at))
    khatt_frame_read_discuss (finder, at, form);
  else if (is_reporting (name) || strcmp (name, "offer") == 0)
    khatt_frame_read_statement (finder, at, verb);
  else if (strcmp (name, "join-in") == 0)
    note_bystander (finder, at, form);
  if (strcmp (name, "deny") == 0)
    note_denial (finder, at);
  note_subject (finder, n_before);
  if (!is_reporting (name) || finder->embedded_from != G_MAXUINT)
    return;
  /* What an agency says happened is told, not said. */
  if (clause == 0)
    finder->topicality->is_agency = khatt_frame_agency_speaks (finder, at);
  if (khatt_frame_agency_speaks (finder, at))
    finder->told_clause = clause + 1;
  else
    finder->embedded_from = clause + 1;
}

/* "أوضح X أن ...، وكان Y قد أعلن": what "that" opened is over. */
static gboolean
opens_anew (const KhattClauses *clauses, gsize at)
{
  const KhattMatch *past =
      at > clauses->first_token ? khatt_clauses_marker (clauses, at, "past-marker") : NULL;
  const KhattToken *before =
      at > clauses->first_token ? &clauses->text->tokens->tokens[at - 1] : NULL;

  return past != NULL && (past->proclitics & KHATT_PROCLITIC_WAW) &&
         (khatt_token_is (before, "،") || khatt_token_is (before, ","));
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
  KhattFrameFinder finder = {
    .text = text, .topicality = topicality, .told_clause = G_MAXUINT, .embedded_from = G_MAXUINT
  };
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

      if (opens_anew (clauses, at))
        finder.embedded_from = finder.told_clause = G_MAXUINT;
      if (verb != NULL)
        read_verb (&finder, at, verb);
      else if (noun != NULL && !finder.is_taken[at - clauses->first_token])
        {
          khatt_frame_read_noun (&finder, at, noun);
          at += noun->n_tokens - 1;
        }
    }
  g_free (finder.is_taken);
  khatt_clauses_free (finder.clauses);
  return finder.frames;
}

/**
 * khatt_frame_find_party:
 * @frame: a frame
 * @role: a role
 *
 * Returns: the first actor in that role; %KHATT_NO_ACTOR where there is none
 */
guint
khatt_frame_find_party (const KhattFrame *frame, KhattRole role)
{
  for (guint i = 0; i < frame->n_parties; i++)
    if (frame->parties[i].role == role)
      return frame->parties[i].actor;
  return KHATT_NO_ACTOR;
}
