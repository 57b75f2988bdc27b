/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The day on which a text was published, from the text alone: like a reader who finds a cutting
 * without its date. First the clues are gathered (datelines, "today, Friday", "6 August of this
 * month", years, anniversaries of events whose year is known), then days are proposed that fit
 * them, each with its reasons. A text that only says that it is Monday gets no candidate, only the
 * Monday.
 */

#include "khatt-published.h"

#include "khatt-bidi.h"
#include "khatt-date-phrase.h"
#include "khatt-words.h"

#include <glib/gi18n-lib.h>

#define MAX_CANDIDATES 4
#define DAYS_PER_WEEK 7
#define N_DAYS_AFTER 2
#define N_YEARS_BACK 28 /* the calendar repeats itself */
/* How far behind the word "anniversary" its number and what is remembered may stand. */
#define MAX_DISTANCE_OF_NUMBER 2
#define MAX_DISTANCE_OF_EVENT 6

/* A day, the year of which may be missing, and the words that say it. */
typedef struct
{
  gboolean is_known;
  gboolean is_dateline;
  gint64 year; /* KHATT_POINT_NO_YEAR */
  int month;
  int day;
  int shift; /* how many days later the text was published: 1 for "yesterday, 14 April" */
  KhattDatePhrase phrase;
} DayClue;

struct _KhattClues
{
  const char *text;
  int weekday_votes[DAYS_PER_WEEK + 1];
  int weekday;
  DayClue dateline;
  DayClue today;           /* "today, Thursday 7 August" */
  DayClue current_month;   /* the latest "6 August of this month" */
  DayClue latest;          /* the latest day with its year */
  gint64 anniversary_year; /* 0: none */
  int event_year;
  guint32 anniversary_first; /* bytes */
  guint32 anniversary_after;
};

/* Words of the text, safe inside a sentence of another direction. */
static char *
dup_quotation (const KhattClues *clues, guint32 first, guint32 after)
{
  g_autofree char *text = g_strndup (clues->text + first, after - first);

  return khatt_bidi_isolate (text);
}

static char *
dup_phrase (const KhattClues *clues, const KhattDatePhrase *phrase)
{
  return dup_quotation (clues, phrase->first, phrase->after);
}

static DayClue
make_clue (const KhattDatePhrase *phrase)
{
  const KhattDatePoint *point = &phrase->start;
  DayClue clue = { .is_known = TRUE, .month = point->month, .day = point->day, .phrase = *phrase };

  clue.year = point->year;
  clue.shift = -point->offset;
  /* A Hijri day that has its year is as good as a Gregorian one. */
  if (point->calendar != KHATT_CALENDAR_GREGORIAN && khatt_date_is_known (&phrase->date))
    khatt_civil_from_days (khatt_days_from_seconds (phrase->date.start_earliest), &clue.year,
                           &clue.month, &clue.day);
  else if (point->calendar != KHATT_CALENDAR_GREGORIAN)
    clue.is_known = FALSE;
  return clue;
}

static gboolean
has_year (const DayClue *clue)
{
  return clue->is_known && clue->year != KHATT_POINT_NO_YEAR;
}

static gint64
count_days (const DayClue *clue)
{
  return khatt_days_from_civil (clue->year, clue->month, clue->day) + clue->shift;
}

static void
keep_later (DayClue *kept, const DayClue *clue)
{
  gboolean is_later = !kept->is_known || clue->month > kept->month ||
                      (clue->month == kept->month && clue->day > kept->day);

  if (has_year (kept) && has_year (clue))
    is_later = count_days (clue) > count_days (kept);
  if (clue->is_known && is_later)
    *kept = *clue;
}

static int
shift_weekday (int weekday, int shift)
{
  return (weekday - 1 + shift + DAYS_PER_WEEK) % DAYS_PER_WEEK + 1;
}

static void
gather_day (KhattClues *clues, const KhattDatePhrase *phrase, gboolean is_dateline)
{
  DayClue clue = make_clue (phrase);

  clue.is_dateline = is_dateline;
  if (is_dateline)
    keep_later (&clues->dateline, &clue);
  else if (phrase->start.has_offset)
    keep_later (&clues->today, &clue);
  else if (phrase->start.direction == KHATT_DATE_DIRECTION_THIS)
    keep_later (&clues->current_month, &clue);
  if (has_year (&clue))
    keep_later (&clues->latest, &clue);
}

static void
gather_phrase (KhattClues *clues, const KhattDatePhrase *phrase, gboolean is_dateline)
{
  const KhattDatePoint *point = &phrase->start;

  if (point->weekday != 0 && (point->has_offset || is_dateline))
    clues->weekday_votes[shift_weekday (point->weekday, -point->offset)]++;
  if (point->shape == KHATT_POINT_DAY && phrase->end.shape == KHATT_POINT_NONE)
    gather_day (clues, phrase, is_dateline);
}

static void
gather_phrases (KhattClues *clues, const KhattTokens *tokens, const KhattItem *item)
{
  const KhattDateContext nowhere = { 0 };
  g_autoptr (GArray) phrases =
      khatt_date_phrases_find (tokens, item->first_token, item->after_token, &nowhere);

  for (guint i = 0; i < phrases->len; i++)
    {
      const KhattDatePhrase *phrase = &g_array_index (phrases, KhattDatePhrase, i);
      gather_phrase (clues, phrase,
                     phrase->first_token >= item->first_dateline_token &&
                         phrase->first_token < item->after_dateline_token);
    }
}

/* The nearest atom of a kind, at most so many tokens on; 0 where there is none. */
static gsize
find_atom (const KhattDateAtom *atoms, gsize first, gsize after, KhattAtomKind kind)
{
  for (gsize i = first; i < after; i++)
    if (atoms[i].kind == kind)
      return i;
  return 0;
}

/* "the eightieth anniversary of the victory over Japan": 1945 and 80 years. */
static void
gather_anniversary (KhattClues *clues,
                    const KhattToken *tokens,
                    const KhattDateAtom *atoms,
                    gsize n_tokens,
                    gsize at)
{
  gsize end = MIN (at + 1 + MAX_DISTANCE_OF_NUMBER, n_tokens);
  gsize number = find_atom (atoms, at + 1, end, KHATT_ATOM_ORDINAL);
  gsize event;

  if (number == 0)
    number = find_atom (atoms, at + 1, end, KHATT_ATOM_DIGITS);
  if (number == 0)
    return;
  event = find_atom (atoms, number + 1, MIN (number + 1 + MAX_DISTANCE_OF_EVENT, n_tokens),
                     KHATT_ATOM_EVENT_YEAR);
  if (event == 0)
    return;

  clues->event_year = atoms[event].value;
  clues->anniversary_year = clues->event_year + atoms[number].value;
  clues->anniversary_first = tokens[at].first;
  clues->anniversary_after = tokens[event + atoms[event].n_tokens - 1].after;
}

static void
gather_anniversaries (KhattClues *clues, const KhattTokens *tokens, const KhattItem *item)
{
  gsize n_tokens = item->after_token - item->first_token;
  g_autofree KhattDateAtom *atoms = NULL;

  if (clues->anniversary_year != 0)
    return;
  atoms = khatt_date_atoms_new (tokens, item->first_token, item->after_token);
  for (gsize i = 0; i < n_tokens && clues->anniversary_year == 0; i++)
    if (atoms[i].kind == KHATT_ATOM_ANNIVERSARY)
      gather_anniversary (clues, tokens->tokens + item->first_token, atoms, n_tokens, i);
}

/* The reasons of one candidate, sentences in the language of the interface. */
typedef GPtrArray Reasons;

static Reasons *
reasons_new (void)
{
  return g_ptr_array_new_with_free_func (g_free);
}

static void
add_weekday_reason (Reasons *reasons, const KhattClues *clues, gint64 days)
{
  KhattWords words = khatt_words_for_language (g_get_language_names ()[0]);
  g_autofree char *weekday = NULL;

  if (clues->weekday == 0 || khatt_weekday_of_days (days) != clues->weekday)
    return;
  weekday = khatt_calendar_dup_weekday_name (clues->weekday, KHATT_WIDTH_WIDE, &words);
  /* Translators: %s is a day of the week. */
  g_ptr_array_add (
      reasons, g_strdup_printf (_ ("The text was written on a %s, and this day is one."), weekday));
}

static void
add_year_reason (Reasons *reasons, const KhattClues *clues, gint64 year)
{
  g_autofree char *quotation = NULL;

  if (clues->anniversary_year != 0 && year == clues->anniversary_year)
    {
      quotation = dup_quotation (clues, clues->anniversary_first, clues->anniversary_after);
      /* Translators: %s quotes the text, such as "the 80th anniversary of the victory over Japan";
       * then the year of what is remembered, and the year that many years later. */
      g_ptr_array_add (reasons, g_strdup_printf (_ ("“%s” leads from the year %d to the year %d."),
                                                 quotation, clues->event_year,
                                                 (int) clues->anniversary_year));
      return;
    }
  if (!has_year (&clues->latest))
    return;
  quotation = dup_phrase (clues, &clues->latest.phrase);
  g_ptr_array_add (reasons,
                   g_strdup_printf (_ ("The latest date in the text is “%s”."), quotation));
}

static void
add_candidate (KhattPublished *published, gint64 days, gint64 latest, Reasons *reasons)
{
  g_autofree char *edtf = NULL;
  KhattDate date;
  gint64 year;
  int month, day;

  if (days > latest || published->candidates->len == MAX_CANDIDATES)
    return;
  khatt_civil_from_days (days, &year, &month, &day);
  date = khatt_date_from_day (year, month, day);
  edtf = khatt_date_to_edtf (&date);
  for (guint i = 0; i < published->candidates->len; i++)
    if (g_str_equal (((KhattCandidate *) published->candidates->pdata[i])->date, edtf))
      return;
  g_ptr_array_add (reasons, NULL);
  g_ptr_array_add (published->candidates,
                   khatt_candidate_new (edtf, (const char *const *) reasons->pdata));
}

static gboolean
fits_weekday (const KhattClues *clues, gint64 days)
{
  return clues->weekday == 0 || khatt_weekday_of_days (days) == clues->weekday;
}

/* The year of a day that lacks it: counted from an anniversary, or the latest year of the text. */
static gint64
guess_year (const KhattClues *clues, int month)
{
  if (clues->anniversary_year != 0)
    return clues->anniversary_year;
  if (!has_year (&clues->latest))
    return 0;
  return clues->latest.month > month ? clues->latest.year + 1 : clues->latest.year;
}

static void
propose_day (const KhattClues *clues, const DayClue *clue, gint64 latest, KhattPublished *published)
{
  g_autoptr (GPtrArray) reasons = reasons_new ();
  g_autofree char *quotation = dup_phrase (clues, &clue->phrase);
  gint64 days = count_days (clue);

  /* Translators: %s quotes a date of the text. */
  g_ptr_array_add (reasons,
                   g_strdup_printf (clue->is_dateline ? _ ("The dateline says “%s”.")
                                                      : _ ("The text says “%s” of its own day."),
                                    quotation));
  add_weekday_reason (reasons, clues, days);
  if (clue->phrase.start.year == KHATT_POINT_NO_YEAR)
    {
      gint64 year;
      int month, day;

      khatt_civil_from_days (days, &year, &month, &day);
      add_year_reason (reasons, clues, year);
    }
  add_candidate (published, days, latest, reasons);
}

/* A day that is the day of publication itself. Without a year, those in which the weekday fits. */
static void
propose_exact_day (const KhattClues *clues,
                   const DayClue *clue,
                   gint64 latest,
                   KhattPublished *published)
{
  DayClue dated = *clue;
  gint64 latest_year;
  int month, day;

  if (!clue->is_known)
    return;
  if (has_year (clue))
    {
      propose_day (clues, clue, latest, published);
      return;
    }
  dated.year = guess_year (clues, clue->month);
  if (dated.year != 0 && clue->day <= khatt_days_in_month (dated.year, clue->month) &&
      fits_weekday (clues, count_days (&dated)))
    propose_day (clues, &dated, latest, published);
  if (latest == KHATT_PUBLISHED_NO_LIMIT || clues->weekday == 0)
    return;

  khatt_civil_from_days (latest, &latest_year, &month, &day);
  for (dated.year = latest_year; dated.year > latest_year - N_YEARS_BACK; dated.year--)
    if (clue->day <= khatt_days_in_month (dated.year, clue->month) &&
        fits_weekday (clues, count_days (&dated)))
      propose_day (clues, &dated, latest, published);
}

static void
propose_day_of_month (const KhattClues *clues,
                      const DayClue *clue,
                      gint64 latest,
                      KhattPublished *published)
{
  g_autoptr (GPtrArray) reasons = reasons_new ();
  g_autofree char *quotation = dup_phrase (clues, &clue->phrase);
  gint64 days = khatt_days_from_civil (clue->year, clue->month, clue->day);

  /* Translators: %s quotes a date of the text, such as "6 August of this month". */
  g_ptr_array_add (reasons,
                   g_strdup_printf (_ ("“%s” names the month of publication."), quotation));
  add_weekday_reason (reasons, clues, days);
  add_year_reason (reasons, clues, clue->year);
  add_candidate (published, days, latest, reasons);
}

/* "6 August of this month": the next days of that month on which the weekday fits, since news look
 * back, then one before it, since they announce as well. */
static void
propose_days_of_month (const KhattClues *clues, gint64 latest, KhattPublished *published)
{
  DayClue clue = clues->current_month;
  int said_day = clue.day, n_proposed = 0;

  if (!clue.is_known)
    return;
  clue.year = has_year (&clue) ? clue.year : guess_year (clues, clue.month);
  if (clue.year == 0)
    return;
  for (; clue.day <= khatt_days_in_month (clue.year, clue.month) && n_proposed < N_DAYS_AFTER;
       clue.day++)
    if (fits_weekday (clues, count_days (&clue)))
      {
        propose_day_of_month (clues, &clue, latest, published);
        n_proposed++;
      }
  for (clue.day = said_day - 1; clue.day >= 1; clue.day--)
    if (fits_weekday (clues, count_days (&clue)))
      {
        propose_day_of_month (clues, &clue, latest, published);
        return;
      }
}

/* Nothing but a date somewhere in the text: the first fitting day that is not before it. */
static void
propose_after_latest (const KhattClues *clues, gint64 latest, KhattPublished *published)
{
  g_autoptr (GPtrArray) reasons = NULL;
  gint64 days;

  if (!has_year (&clues->latest) || published->candidates->len > 0)
    return;
  days = count_days (&clues->latest);
  while (!fits_weekday (clues, days))
    days++;
  reasons = reasons_new ();
  add_year_reason (reasons, clues, 0);
  add_weekday_reason (reasons, clues, days);
  add_candidate (published, days, latest, reasons);
}

/**
 * khatt_clues_new:
 *
 * Begins to gather what a text says about the day on which it was published.
 *
 * Returns: (transfer full): no clue yet
 */
KhattClues *
khatt_clues_new (void)
{
  return g_new0 (KhattClues, 1);
}

/**
 * khatt_clues_gather:
 * @clues: clues
 * @tokens: the tokens of a text, or of its next stretch
 * @items: (nullable): their items, whose datelines count most
 *
 * Gathers clues; of dates, none reaches from one item into the next.
 */
void
khatt_clues_gather (KhattClues *clues, const KhattTokens *tokens, const KhattItems *items)
{
  const KhattItem whole = { .after_token = tokens->n_tokens };
  guint n_items = items != NULL ? items->items->len : 1;

  clues->text = tokens->text;
  for (guint i = 0; i < n_items; i++)
    {
      const KhattItem *item = items != NULL ? &g_array_index (items->items, KhattItem, i) : &whole;
      gather_phrases (clues, tokens, item);
      gather_anniversaries (clues, tokens, item);
    }
}

/**
 * khatt_clues_propose:
 * @clues: clues
 * @latest: the last day that can be meant, in days since 1970, such as today;
 *   %KHATT_PUBLISHED_NO_LIMIT where none is known, and then no year is proposed that the text does
 * not name
 * @published: (out caller-allocates): what the text says; clear with khatt_published_clear()
 *
 * Finds out when a text may have been published, from the text alone.
 */
void
khatt_clues_propose (KhattClues *clues, gint64 latest, KhattPublished *published)
{
  published->candidates = g_ptr_array_new_with_free_func ((GDestroyNotify) khatt_candidate_free);
  for (int weekday = 1; weekday <= DAYS_PER_WEEK; weekday++)
    if (clues->weekday_votes[weekday] > clues->weekday_votes[clues->weekday])
      clues->weekday = weekday;
  published->weekday = clues->weekday;

  propose_exact_day (clues, &clues->dateline, latest, published);
  propose_exact_day (clues, &clues->today, latest, published);
  propose_days_of_month (clues, latest, published);
  propose_after_latest (clues, latest, published);
}

/**
 * khatt_clues_free:
 * @clues: (transfer full): clues
 *
 * Frees clues.
 */
void
khatt_clues_free (KhattClues *clues)
{
  g_free (clues);
}

/**
 * khatt_published_clear:
 * @published: what khatt_clues_propose() filled in
 *
 * Frees what it holds; harmless when it is cleared already.
 */
void
khatt_published_clear (KhattPublished *published)
{
  g_clear_pointer (&published->candidates, g_ptr_array_unref);
  published->weekday = 0;
}
