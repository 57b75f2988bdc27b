/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* KhattComparand: an event as it is compared with others, and when two are one. They have the same
 * kind, the same actors however spelt, compatible days and a compatible status.
 *
 * Days are compatible where they are equal or one stretch contains the other. "Recently" and "in
 * the coming days" stand for a month; a day that an event only has from its report may be one off;
 * a stretch longer than a month says too little. */

#include "khatt-comparand.h"

#include <string.h>

#include "khatt-fold.h"
#include "khatt-snapshot.h"

/* Days that an open end stands for. */
#define OPEN_DAYS 30
/* Letters of a word that says something. */
#define MIN_WORD 4
/* Above so many sources an event keeps a table of their articles. */
#define MAX_SOURCES_LOOKED_AT 8

/* ---- Keys ---- */

static gboolean
needs_two (KhattKind kind)
{
  return kind == KHATT_KIND_CALL || kind == KHATT_KIND_MEETING || kind == KHATT_KIND_MESSAGE ||
         kind == KHATT_KIND_AGREEMENT;
}

/**
 * khatt_comparand_mix: (skip)
 * @hash: a hash so far
 * @value: what comes to it
 *
 * Returns: the hash of both
 */
guint64
khatt_comparand_mix (guint64 hash, guint64 value)
{
  hash ^= value + G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) + (hash << 6) + (hash >> 2);
  return hash * G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
}

static void
add_key (GArray *keys, KhattKind kind, guint32 word, guint32 other)
{
  guint64 key =
      khatt_comparand_mix (khatt_comparand_mix (kind + 1, MIN (word, other)), MAX (word, other));

  g_array_append_val (keys, key);
}

/* The words that two names which match have in common: the first and the last. */
static void
add_pair_keys (GArray *keys, KhattKind kind, const KhattNameKey *a, const KhattNameKey *b)
{
  guint step_a = MAX (a->n_words - 1, 1);
  guint step_b = MAX (b->n_words - 1, 1);

  for (guint i = 0; i < a->n_words; i += step_a)
    {
      for (guint j = 0; j < b->n_words; j += step_b)
        add_key (keys, kind, a->words[i], b->words[j]);
    }
}

/* What an event is found by: words of its actors, of two where one does not make such an event. */
static GArray *
make_keys (const KhattComparand *match)
{
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (guint64));
  KhattKind kind = match->event->kind;

  for (guint i = 0; i < match->n_names; i++)
    {
      const KhattNameKey *name = &match->names[i];

      if (!needs_two (kind))
        {
          add_key (keys, kind, name->words[0], 0);
          add_key (keys, kind, name->words[name->n_words - 1], 0);
          continue;
        }
      for (guint j = i + 1; j < match->n_names; j++)
        add_pair_keys (keys, kind, name, &match->names[j]);
    }
  return keys;
}

static guint32
get_country (const KhattNameKey *name)
{
  return (guint32) (guchar) name->country[0] << 8 | (guchar) name->country[1];
}

/* What it is found by where one of the two says offices only: countries. */
static GArray *
make_country_keys (const KhattComparand *match)
{
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (guint64));
  KhattKind kind = match->event->kind;

  for (guint i = 0; i < match->n_names; i++)
    {
      if (!needs_two (kind))
        add_key (keys, KHATT_N_KINDS + kind, get_country (&match->names[i]), 0);
      for (guint j = i + 1; j < match->n_names && needs_two (kind); j++)
        add_key (keys, KHATT_N_KINDS + kind, get_country (&match->names[i]),
                 get_country (&match->names[j]));
    }
  return keys;
}

/* ---- An event as it is compared ---- */

static gint64
get_day (gint64 seconds)
{
  return seconds / KHATT_SECONDS_PER_DAY - (seconds % KHATT_SECONDS_PER_DAY < 0);
}

static gboolean
has_date_of_its_own (const KhattEventData *event)
{
  for (guint i = 0; i < event->sources->len; i++)
    {
      const KhattSourceData *source = g_ptr_array_index (event->sources, i);

      for (guint j = 0; source->rules != NULL && source->rules[j] != NULL; j++)
        {
          if (g_str_has_prefix (source->rules[j], "date."))
            return TRUE;
        }
    }
  return event->origin == KHATT_ORIGIN_PERSON || event->read != NULL;
}

static void
set_names (KhattComparand *match)
{
  const GPtrArray *actors = match->event->actors;

  for (guint i = 0; i < actors->len && match->n_names < KHATT_COMPARAND_MAX_NAMES; i++)
    {
      const KhattActorData *actor = g_ptr_array_index (actors, i);
      KhattNameKey *key = &match->names[match->n_names];

      khatt_name_key_init (key, actor->name, actor->country, actor->office);
      match->n_unnamed += khatt_name_key_is_unnamed (key);
      match->n_names += key->n_words > 0;
    }
}

/**
 * khatt_comparand_init: (skip)
 * @match: (out caller-allocates): set up; clear with khatt_comparand_clear()
 * @event: an event, borrowed
 * @slot: where it is in the timeline
 *
 * Returns: whether it says enough to be compared with others
 */
gboolean
khatt_comparand_init (KhattComparand *match, KhattEventData *event, guint32 slot)
{
  gint64 first = khatt_date_first (&event->date);
  gint64 last = khatt_date_last (&event->date);

  *match = (KhattComparand){ .event = event, .slot = slot };
  set_names (match);
  if (!khatt_date_is_known (&event->date) || (first == KHATT_TIME_MIN && last == KHATT_TIME_MAX))
    return FALSE;
  match->first_day = first != KHATT_TIME_MIN ? get_day (first) : get_day (last) - OPEN_DAYS;
  match->last_day = last != KHATT_TIME_MAX ? get_day (last) : get_day (first) + OPEN_DAYS;
  match->is_inferred = !has_date_of_its_own (event);
  match->is_comparable =
      match->n_names > 0 && match->last_day - match->first_day < KHATT_COMPARAND_MAX_DAYS;
  if (match->is_comparable)
    {
      match->keys = make_keys (match);
      match->country_keys = make_country_keys (match);
    }
  return match->is_comparable;
}

/**
 * khatt_comparand_clear: (skip)
 * @match: what was set up
 */
void
khatt_comparand_clear (KhattComparand *match)
{
  g_clear_pointer (&match->keys, g_array_unref);
  g_clear_pointer (&match->country_keys, g_array_unref);
  g_clear_pointer (&match->words, g_array_unref);
  g_clear_pointer (&match->articles, g_hash_table_unref);
  g_clear_pointer (&match->said, g_hash_table_unref);
}

/**
 * khatt_comparand_note_source: (skip)
 * @match: one whose event has got another source
 * @article: (nullable): the id of its article
 */
void
khatt_comparand_note_source (KhattComparand *match, const char *article)
{
  if (match->articles != NULL && article != NULL)
    g_hash_table_add (match->articles, g_strdup (article));
  if (match->articles != NULL || match->event->sources->len <= MAX_SOURCES_LOOKED_AT)
    return;
  match->articles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < match->event->sources->len; i++)
    {
      const KhattSourceData *source = g_ptr_array_index (match->event->sources, i);

      if (source->article != NULL)
        g_hash_table_add (match->articles, g_strdup (source->article));
    }
}

static gboolean
is_told_in (const KhattComparand *match, const char *article)
{
  if (match->articles != NULL)
    return g_hash_table_contains (match->articles, article);
  for (guint i = 0; i < match->event->sources->len; i++)
    {
      const KhattSourceData *source = g_ptr_array_index (match->event->sources, i);

      if (g_strcmp0 (source->article, article) == 0)
        return TRUE;
    }
  return FALSE;
}

/* ---- Words ---- */

static int
compare_hashes (gconstpointer a, gconstpointer b)
{
  guint32 first = *(const guint32 *) a;
  guint32 second = *(const guint32 *) b;

  return first < second ? -1 : first > second;
}

static void
add_words (GArray *words, const char *text)
{
  g_autofree char *folded = khatt_fold (text != NULL ? text : "", -1);

  for (char *at = folded; *at != '\0';)
    {
      char *end = at;
      guint n_letters = 0;

      for (; g_unichar_isalnum (g_utf8_get_char (end)); end = g_utf8_next_char (end))
        n_letters++;
      if (n_letters >= MIN_WORD)
        {
          char kept = *end;
          guint32 hash;

          *end = '\0';
          hash = g_str_hash (at);
          *end = kept;
          g_array_append_val (words, hash);
        }
      at = *end != '\0' ? g_utf8_next_char (end) : end;
    }
}

static const GArray *
get_words (KhattComparand *match)
{
  const KhattEventData *event = match->event;

  if (match->words != NULL)
    return match->words;
  match->words = g_array_new (FALSE, FALSE, sizeof (guint32));
  if (event->sources->len > 0)
    add_words (match->words, ((KhattSourceData *) g_ptr_array_index (event->sources, 0))->excerpt);
  for (guint i = 0; i < event->quotes->len; i++)
    add_words (match->words, ((KhattQuoteData *) g_ptr_array_index (event->quotes, i))->text);
  g_array_sort (match->words, compare_hashes);
  return match->words;
}

/**
 * khatt_comparand_compare_words: (skip)
 * @a: an event
 * @b: another one
 *
 * Returns: the share of the shorter one's words that the other has too, 0 to 1
 */
double
khatt_comparand_compare_words (KhattComparand *a, KhattComparand *b)
{
  const GArray *first = get_words (a);
  const GArray *second = get_words (b);
  guint i = 0, j = 0, n_shared = 0;

  if (first->len == 0 || second->len == 0)
    return 0;
  while (i < first->len && j < second->len)
    {
      int order =
          compare_hashes (&g_array_index (first, guint32, i), &g_array_index (second, guint32, j));

      n_shared += order == 0;
      i += order <= 0;
      j += order >= 0;
    }
  return (double) n_shared / MIN (first->len, second->len);
}

/* ---- Whether two are one ---- */

static gboolean
covers (const KhattComparand *match, const KhattComparand *other, gint64 slack)
{
  return match->first_day - slack <= other->first_day && other->last_day <= match->last_day + slack;
}

static gboolean
are_days_compatible (const KhattComparand *a, const KhattComparand *b)
{
  gint64 slack = a->is_inferred || b->is_inferred;

  return covers (a, b, slack) || covers (b, a, slack);
}

static gboolean
is_expected (KhattStatus status)
{
  return status == KHATT_STATUS_PLANNED || status == KHATT_STATUS_PROPOSED;
}

/* What was planned may have happened or have been cancelled; what one denies and another reports
 * are two things to show. */
static gboolean
are_statuses_compatible (KhattStatus a, KhattStatus b)
{
  if (a == b || (is_expected (a) && is_expected (b)))
    return TRUE;
  if (a == KHATT_STATUS_DENIED || b == KHATT_STATUS_DENIED)
    return FALSE;
  return is_expected (a) || is_expected (b);
}

/* How many of the smaller row's names are in the other one; each stands for one only. */
static guint
count_common_names (const KhattComparand *small, const KhattComparand *large)
{
  gboolean is_taken[KHATT_COMPARAND_MAX_NAMES] = { FALSE };
  guint n = 0;

  for (guint i = 0; i < small->n_names; i++)
    {
      for (guint j = 0; j < large->n_names; j++)
        {
          if (is_taken[j] || !khatt_name_key_matches (&small->names[i], &large->names[j]))
            continue;
          is_taken[j] = TRUE;
          n++;
          break;
        }
    }
  return n;
}

/* Somebody's call with nobody in particular may be any. */
static gboolean
says_enough (const KhattComparand *match)
{
  return match->n_names >= (needs_two (match->event->kind) ? 2 : 1);
}

/**
 * khatt_comparand_shares_actors: (skip)
 * @a: an event
 * @b: another one
 *
 * Returns: whether their actors may be the same; one more may be told of by one of them, everybody
 * else by both
 */
gboolean
khatt_comparand_shares_actors (const KhattComparand *a, const KhattComparand *b)
{
  const KhattComparand *small = a->n_names <= b->n_names ? a : b;
  const KhattComparand *large = small == a ? b : a;

  return large->n_names - small->n_names <= 1 &&
         count_common_names (small, large) == small->n_names;
}

/**
 * khatt_comparand_shares_article: (skip)
 * @match: an event
 * @event: another one
 *
 * Returns: whether an article tells of both, or may do so
 */
gboolean
khatt_comparand_shares_article (const KhattComparand *match, const KhattEventData *event)
{
  for (guint i = 0; i < event->sources->len; i++)
    {
      const KhattSourceData *source = g_ptr_array_index (event->sources, i);

      if (source->article == NULL || is_told_in (match, source->article))
        return TRUE;
    }
  return FALSE;
}

/**
 * khatt_comparand_is_like: (skip)
 * @match: an event
 * @other: another one
 *
 * Returns: whether they would be one, did different articles tell of them
 */
gboolean
khatt_comparand_is_like (const KhattComparand *match, const KhattComparand *other)
{
  return match->event->kind == other->event->kind && are_days_compatible (match, other) &&
         are_statuses_compatible (match->event->status, other->event->status) &&
         says_enough (match) && says_enough (other) && khatt_comparand_shares_actors (match, other);
}
