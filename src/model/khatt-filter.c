/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a person wants to see of a document. What a record tells is asked first: tags and articles
 * stand among the details, which are gone through only for those that pass everything else. */

#include "khatt-filter.h"

#include "khatt-details.h"
#include "khatt-snapshot-private.h"

G_DEFINE_BOXED_TYPE (KhattFilter, khatt_filter, khatt_filter_copy, khatt_filter_free)

static gboolean
is_asked (const char *const *words)
{
  return words != NULL && words[0] != NULL;
}

static gboolean
takes_part (const KhattSnapshot *snapshot, const KhattRecord *record, const char *name)
{
  for (guint i = 0; i < record->n_parties; i++)
    if (g_str_equal (khatt_snapshot_get_actor (snapshot, record->parties[i].actor)->name, name))
      return TRUE;

  return FALSE;
}

static gboolean
has_actors (const KhattFilter *filter, const KhattSnapshot *snapshot, const KhattRecord *record)
{
  if (!is_asked (filter->actors))
    return TRUE;

  for (guint i = 0; filter->actors[i] != NULL; i++)
    if (takes_part (snapshot, record, filter->actors[i]) != filter->needs_all_actors)
      return !filter->needs_all_actors;

  return filter->needs_all_actors;
}

static gboolean
has_country (const KhattFilter *filter, const KhattSnapshot *snapshot, const KhattRecord *record)
{
  if (!is_asked (filter->countries))
    return TRUE;

  for (guint i = 0; i < record->n_parties; i++)
    {
      const char *country = khatt_snapshot_get_actor (snapshot, record->parties[i].actor)->country;

      if (country != NULL && g_strv_contains (filter->countries, country))
        return TRUE;
    }

  return FALSE;
}

/* What a record tells. */
static guint
get_record_failures (const KhattFilter *filter,
                     const KhattSnapshot *snapshot,
                     const KhattRecord *record)
{
  guint failures = 0;

  if (filter->kinds != 0 && !(filter->kinds & 1u << record->kind))
    failures |= 1u << KHATT_ASPECT_KINDS;
  if (filter->statuses != 0 && !(filter->statuses & 1u << record->status))
    failures |= 1u << KHATT_ASPECT_STATUSES;
  if (filter->has_period &&
      !khatt_date_is_possibly_within (&record->date, filter->first, filter->last))
    failures |= 1u << KHATT_ASPECT_PERIOD;
  if (!has_actors (filter, snapshot, record))
    failures |= 1u << KHATT_ASPECT_ACTORS;
  if (!has_country (filter, snapshot, record))
    failures |= 1u << KHATT_ASPECT_COUNTRIES;
  return failures;
}

typedef struct
{
  const KhattFilter *filter;
  const KhattSnapshot *snapshot;
  guint failures;
} Labels;

static gboolean
is_published_by (const KhattSnapshot *snapshot, const char *id, const char *const *publishers)
{
  const KhattArticle *article = khatt_snapshot_get_article_by_id (snapshot, id);

  return article != NULL && article->publisher != NULL &&
         g_strv_contains (publishers, article->publisher);
}

static void
check_label (const KhattDetailsText *text, gpointer data)
{
  Labels *labels = data;
  const KhattFilter *filter = labels->filter;

  if (text->part == KHATT_DETAILS_ARTICLE && is_asked (filter->articles) &&
      g_strv_contains (filter->articles, text->text))
    labels->failures &= ~(1u << KHATT_ASPECT_ARTICLES);
  if (text->part == KHATT_DETAILS_ARTICLE && is_asked (filter->publishers) &&
      is_published_by (labels->snapshot, text->text, filter->publishers))
    labels->failures &= ~(1u << KHATT_ASPECT_PUBLISHERS);
  if (text->part == KHATT_DETAILS_TAG && is_asked (filter->tags) &&
      g_strv_contains (filter->tags, text->text))
    labels->failures &= ~(1u << KHATT_ASPECT_TAGS);
}

/* What only the details tell. */
static guint
get_label_failures (const KhattFilter *filter, const KhattSnapshot *snapshot, guint32 slot)
{
  Labels labels = { .filter = filter, .snapshot = snapshot };

  if (is_asked (filter->publishers))
    labels.failures |= 1u << KHATT_ASPECT_PUBLISHERS;
  if (is_asked (filter->articles))
    labels.failures |= 1u << KHATT_ASPECT_ARTICLES;
  if (is_asked (filter->tags))
    labels.failures |= 1u << KHATT_ASPECT_TAGS;
  if (labels.failures != 0)
    khatt_details_foreach_text (khatt_snapshot_get_cell (snapshot, slot)->details, check_label,
                                &labels);
  return labels.failures;
}

/**
 * khatt_filter_is_empty:
 * @filter: a filter
 *
 * Returns: whether every event passes @filter
 */
gboolean
khatt_filter_is_empty (const KhattFilter *filter)
{
  return !is_asked (filter->actors) && !is_asked (filter->countries) && filter->kinds == 0 &&
         filter->statuses == 0 && !is_asked (filter->publishers) && !is_asked (filter->articles) &&
         !is_asked (filter->tags) && !filter->has_period;
}

/**
 * khatt_filter_matches:
 * @filter: a filter
 * @snapshot: a document
 * @slot: an event of it
 *
 * Tells whether an event passes. Of a period it passes where it may have happened in it.
 *
 * Returns: whether it is shown; %FALSE for a slot that holds nothing to be shown
 */
gboolean
khatt_filter_matches (const KhattFilter *filter, const KhattSnapshot *snapshot, guint32 slot)
{
  const KhattRecord *record = khatt_snapshot_get_record (snapshot, slot);

  return record != NULL && get_record_failures (filter, snapshot, record) == 0 &&
         get_label_failures (filter, snapshot, slot) == 0;
}

/**
 * khatt_filter_get_failures:
 * @filter: a filter
 * @snapshot: a document
 * @slot: an event of it, which must be there
 *
 * Tells why an event does not pass: what fails in one aspect only would be shown if that one were
 * not asked for.
 *
 * Returns: bits 1 << #KhattAspect; 0 where it passes
 */
guint
khatt_filter_get_failures (const KhattFilter *filter, const KhattSnapshot *snapshot, guint32 slot)
{
  const KhattRecord *record = khatt_snapshot_get_record (snapshot, slot);

  g_return_val_if_fail (record != NULL, G_MAXUINT);

  return get_record_failures (filter, snapshot, record) |
         get_label_failures (filter, snapshot, slot);
}

static const char *const *
copy_words (const char *const *words)
{
  return is_asked (words) ? (const char *const *) g_strdupv ((char **) words) : NULL;
}

/**
 * khatt_filter_copy:
 * @filter: a filter
 *
 * Makes a filter that owns its strings, to keep.
 *
 * Returns: (transfer full): the same filter; a list that asks for nothing becomes %NULL
 */
KhattFilter *
khatt_filter_copy (const KhattFilter *filter)
{
  KhattFilter *copy = g_memdup2 (filter, sizeof (KhattFilter));

  copy->actors = copy_words (filter->actors);
  copy->countries = copy_words (filter->countries);
  copy->publishers = copy_words (filter->publishers);
  copy->articles = copy_words (filter->articles);
  copy->tags = copy_words (filter->tags);

  return copy;
}

/**
 * khatt_filter_free:
 * @filter: (transfer full) (nullable): what khatt_filter_copy() returned
 *
 * Frees a filter and its strings.
 */
void
khatt_filter_free (KhattFilter *filter)
{
  if (filter == NULL)
    return;

  g_strfreev ((char **) filter->actors);
  g_strfreev ((char **) filter->countries);
  g_strfreev ((char **) filter->publishers);
  g_strfreev ((char **) filter->articles);
  g_strfreev ((char **) filter->tags);
  g_free (filter);
}

static gboolean
has_all_words (const char *const *words, const char *const *wanted)
{
  for (guint i = 0; wanted[i] != NULL; i++)
    if (!g_strv_contains (words, wanted[i]))
      return FALSE;

  return TRUE;
}

static gboolean
are_same_words (const char *const *a, const char *const *b)
{
  if (!is_asked (a) || !is_asked (b))
    return is_asked (a) == is_asked (b);

  return has_all_words (a, b) && has_all_words (b, a);
}

/* Of one actor it makes no difference whether all of them are needed. */
static gboolean
needs_all_actors (const KhattFilter *filter)
{
  return filter->needs_all_actors && is_asked (filter->actors) && filter->actors[1] != NULL;
}

static gboolean
have_same_period (const KhattFilter *a, const KhattFilter *b)
{
  if (!a->has_period || !b->has_period)
    return a->has_period == b->has_period;

  return a->first == b->first && a->last == b->last;
}

/**
 * khatt_filter_equal:
 * @a: a filter
 * @b: a filter
 *
 * Tells whether two filters ask for the same, in whatever order they name it. Members that say
 * nothing (the bounds of a period that is not asked for) do not count.
 *
 * Returns: whether they do
 */
gboolean
khatt_filter_equal (const KhattFilter *a, const KhattFilter *b)
{
  return a->kinds == b->kinds && a->statuses == b->statuses && have_same_period (a, b) &&
         needs_all_actors (a) == needs_all_actors (b) && are_same_words (a->actors, b->actors) &&
         are_same_words (a->countries, b->countries) &&
         are_same_words (a->publishers, b->publishers) &&
         are_same_words (a->articles, b->articles) && are_same_words (a->tags, b->tags);
}
