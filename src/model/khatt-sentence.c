/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* An event in words: a heading for lists and labels, a sentence for screen readers. Every wording
 * is a whole pattern that translators can turn round; names and titles are isolated, so that a
 * Latin name in an Arabic sentence, or the other way round, moves nothing but itself. */

#include "khatt-sentence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "khatt-bidi.h"
#include "khatt-words.h"

/* How a kind of event says who took part in it. %1$s and %2$s are names, or lists of names. */
typedef struct
{
  const char *from_to; /* who acts, and towards whom */
  const char *from;    /* who acts */
  const char *to;      /* towards whom */
  const char *between; /* who took part, nobody before the others */
} Wording;

static const Wording wordings[KHATT_N_KINDS] = {
  [KHATT_KIND_CALL] = { N_ ("Telephone call from %1$s to %2$s"), N_ ("Telephone call by %1$s"),
                        N_ ("Telephone call to %1$s"), N_ ("Telephone call between %1$s") },
  [KHATT_KIND_MEETING] = { N_ ("Meeting of %1$s with %2$s"), N_ ("Meeting held by %1$s"),
                           N_ ("Meeting with %1$s"), N_ ("Meeting of %1$s") },
  [KHATT_KIND_VISIT] = { N_ ("Visit of %1$s to %2$s"), N_ ("Visit of %1$s"), N_ ("Visit to %1$s"),
                         N_ ("Visit with %1$s") },
  [KHATT_KIND_STATEMENT] = { N_ ("Statement by %1$s to %2$s"), N_ ("Statement by %1$s"),
                             N_ ("Statement to %1$s"), N_ ("Statement of %1$s") },
  [KHATT_KIND_ANNOUNCEMENT] = { N_ ("Announcement by %1$s to %2$s"), N_ ("Announcement by %1$s"),
                                N_ ("Announcement to %1$s"), N_ ("Announcement of %1$s") },
  [KHATT_KIND_MESSAGE] = { N_ ("Message from %1$s to %2$s"), N_ ("Message from %1$s"),
                           N_ ("Message to %1$s"), N_ ("Message between %1$s") },
  [KHATT_KIND_AGREEMENT] = { N_ ("Agreement of %1$s with %2$s"), N_ ("Agreement of %1$s"),
                             N_ ("Agreement with %1$s"), N_ ("Agreement between %1$s") },
  [KHATT_KIND_OFFER] = { N_ ("Offer by %1$s to %2$s"), N_ ("Offer by %1$s"), N_ ("Offer to %1$s"),
                         N_ ("Offer of %1$s") },
  [KHATT_KIND_OTHER] = { N_ ("Event: %1$s and %2$s"), N_ ("Event: %1$s"), N_ ("Event: %1$s"),
                         N_ ("Event: %1$s") },
};

/* Names beyond these are counted. */
#define N_NAMES_SAID 4

/* Puts the arguments where %1$s, %2$s and %3$s stand. */
static char *
fill (const char *pattern, const char *const *arguments)
{
  GString *filled = g_string_new (NULL);

  for (const char *at = pattern; *at != '\0'; at++)
    {
      if (at[0] == '%' && at[1] >= '1' && at[1] <= '3' && at[2] == '$' && at[3] == 's')
        {
          g_string_append (filled, arguments[at[1] - '1']);
          at += strlen ("%1$s") - 1;
        }
      else
        g_string_append_c (filled, *at);
    }
  return g_string_free (filled, FALSE);
}

static char *
fill_two (const char *pattern, const char *first, const char *second)
{
  const char *const arguments[] = { first, second, "" };

  return fill (pattern, arguments);
}

static gboolean
is_receiving (KhattRole role)
{
  return role == KHATT_ROLE_RECIPIENT || role == KHATT_ROLE_HOST || role == KHATT_ROLE_ADDRESSEE;
}

typedef enum
{
  SIDE_ACTING,
  SIDE_RECEIVING,
  SIDE_BESIDE,
  N_SIDES,
} Side;

static Side
get_side (KhattRole role)
{
  if (khatt_role_is_acting (role))
    return SIDE_ACTING;
  return is_receiving (role) ? SIDE_RECEIVING : SIDE_BESIDE;
}

static GPtrArray *
collect_names (const KhattSnapshot *snapshot, const KhattRecord *record, Side side)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < record->n_parties; i++)
    {
      const KhattParty *party = &record->parties[i];

      if (get_side (party->role) == side)
        g_ptr_array_add (
            names, khatt_bidi_isolate (khatt_snapshot_get_actor (snapshot, party->actor)->name));
    }
  return names;
}

/* "A", "A and B", "A, B and C", "A, B, C and 3 others"; NULL of none. */
static char *
join_names (const GPtrArray *names)
{
  guint n_said = names->len > N_NAMES_SAID ? N_NAMES_SAID - 1 : names->len;
  guint n_more = names->len - n_said;
  g_autofree char *joined = NULL;
  g_autofree char *others = NULL;

  if (names->len == 0)
    return NULL;
  joined = g_strdup (g_ptr_array_index (names, 0));
  for (guint i = 1; i < n_said; i++)
    {
      gboolean is_last = i + 1 == n_said && n_more == 0;
      /* Translators: two of a list of names, the last two or others. */
      const char *pattern = is_last ? _ ("%1$s and %2$s") : _ ("%1$s, %2$s");
      char *longer = fill_two (pattern, joined, g_ptr_array_index (names, i));

      g_free (joined);
      joined = longer;
    }
  if (n_more == 0)
    return g_steal_pointer (&joined);
  others = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u other", "%u others", n_more), n_more);
  return fill_two (_ ("%1$s and %2$s"), joined, others);
}

/* "Telephone call from A to B": what the kind and the actors say. */
static char *
say_who (const KhattSnapshot *snapshot, const KhattRecord *record)
{
  const Wording *wording = &wordings[record->kind];
  g_autoptr (GPtrArray) acting = collect_names (snapshot, record, SIDE_ACTING);
  g_autoptr (GPtrArray) receiving = collect_names (snapshot, record, SIDE_RECEIVING);
  g_autoptr (GPtrArray) beside = collect_names (snapshot, record, SIDE_BESIDE);
  g_autofree char *first = join_names (acting);
  g_autofree char *second = join_names (receiving);
  g_autofree char *all = join_names (beside);

  if (first != NULL && second != NULL)
    return fill_two (_ (wording->from_to), first, second);
  /* Who acts together with others: "meeting of A with B". */
  if (first != NULL && all != NULL && record->kind != KHATT_KIND_STATEMENT)
    return fill_two (_ (wording->from_to), first, all);
  if (first != NULL)
    return fill_two (_ (wording->from), first, "");
  if (second != NULL)
    return fill_two (_ (wording->to), second, "");
  if (all != NULL)
    return fill_two (_ (beside->len > 1 ? wording->between : wording->from), all, "");
  return g_strdup (khatt_kind_get_label (record->kind));
}

static gboolean
has_title (const KhattRecord *record)
{
  return record->title != NULL && *record->title != '\0';
}

static char *
say_date (const KhattSnapshot *snapshot,
          guint32 slot,
          const KhattRecord *record,
          const KhattWords *words)
{
  g_autoptr (KhattEventData) event = NULL;

  if (khatt_date_is_known (&record->date))
    return khatt_words_date (words, &record->date, KHATT_CALENDAR_GREGORIAN);
  event = khatt_snapshot_dup_event (snapshot, slot);
  return event->date_text != NULL ? khatt_bidi_isolate (event->date_text) : NULL;
}

/**
 * khatt_sentence_new:
 * @snapshot: a snapshot
 * @slot: of an event
 * @words: how dates are put
 *
 * Puts an event into a sentence: who did what, when, and what it is called. Translated; names
 * isolated.
 *
 * Returns: (transfer full): the sentence
 */
char *
khatt_sentence_new (const KhattSnapshot *snapshot, guint32 slot, const KhattWords *words)
{
  const KhattRecord *record = khatt_snapshot_get_kept_record (snapshot, slot);
  g_autofree char *who = NULL;
  g_autofree char *date = NULL;
  g_autofree char *title = NULL;
  const char *arguments[3];

  g_return_val_if_fail (record != NULL, NULL);

  who = say_who (snapshot, record);
  if (record->status != KHATT_STATUS_HAPPENED)
    {
      /* Translators: what happened, then "planned", "cancelled" … */
      char *both = fill_two (_ ("%1$s (%2$s)"), who, khatt_status_get_label (record->status));

      g_free (who);
      who = both;
    }
  date = say_date (snapshot, slot, record, words);
  if (date == NULL)
    date = g_strdup (_ ("undated"));
  if (!has_title (record))
    /* Translators: who did what, then when. */
    return fill_two (C_ ("event", "%1$s, %2$s"), who, date);

  title = khatt_bidi_isolate (record->title);
  arguments[0] = who;
  arguments[1] = date;
  arguments[2] = title;
  /* Translators: who did what, when, and what the event is called. */
  return fill (_ ("%1$s, %2$s: %3$s"), arguments);
}

/**
 * khatt_heading_new:
 * @snapshot: a snapshot
 * @slot: of an event
 *
 * Returns: (transfer full): the event's title; without one, what its kind and actors say,
 * translated
 */
char *
khatt_heading_new (const KhattSnapshot *snapshot, guint32 slot)
{
  const KhattRecord *record = khatt_snapshot_get_kept_record (snapshot, slot);

  g_return_val_if_fail (record != NULL, NULL);

  if (has_title (record))
    return g_strdup (record->title);
  return say_who (snapshot, record);
}

/* A rule gives an event a label, not a name: what it was about. */
static gboolean
was_read_by_rules (const KhattSnapshot *snapshot, guint32 slot)
{
  g_autoptr (KhattEventData) event = khatt_snapshot_dup_event (snapshot, slot);

  for (guint i = 0; i < event->sources->len; i++)
    {
      const KhattSourceData *source = g_ptr_array_index (event->sources, i);

      if (source->rules != NULL)
        return event->origin == KHATT_ORIGIN_RULE;
    }
  return FALSE;
}

/**
 * khatt_headline_new:
 * @snapshot: a snapshot
 * @slot: of an event
 *
 * Says what an event is where it stands alone, without lanes that tell who took part: "Telephone
 * call from A to B" where a rule read it; the title that a person or a table gave it otherwise.
 * Names are isolated, a title's own bidi controls are left out: the text can be shown as it is.
 *
 * Returns: (transfer full): the headline
 */
char *
khatt_headline_new (const KhattSnapshot *snapshot, guint32 slot)
{
  const KhattRecord *record = khatt_snapshot_get_kept_record (snapshot, slot);

  g_return_val_if_fail (record != NULL, NULL);

  if (!has_title (record) || (record->n_parties > 0 && was_read_by_rules (snapshot, slot)))
    return say_who (snapshot, record);
  return khatt_bidi_strip (record->title);
}
