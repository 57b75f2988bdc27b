/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A filter in words, part by part: for the chips that take parts away, and wherever it is told what
 * a filter leaves. */

#include "khatt-filter-parts.h"

#include <glib/gi18n-lib.h>

#include "khatt-bidi.h"
#include "khatt-countries.h"
#include "khatt-filter-period.h"

typedef struct
{
  const KhattFilter *filter;
  const KhattFilterManner *manner;
  KhattFilterPartFunc call;
  gpointer data;
} Telling;

static void
tell (const Telling *telling, const char *text, KhattFilterPart part)
{
  telling->call (&part, text, telling->data);
}

static void
tell_words (const Telling *telling, const char *const *words, KhattAspect aspect)
{
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    tell (telling, words[i], (KhattFilterPart){ .aspect = aspect, .word = words[i] });
}

/* "Only Ann and Bo": what happened between them is one thing to ask for. */
static void
tell_actors (const Telling *telling)
{
  const char *const *actors = telling->filter->actors;
  g_autofree char *names = NULL;
  g_autofree char *text = NULL;

  if (!telling->filter->needs_all_actors || actors[0] == NULL || actors[1] == NULL)
    {
      tell_words (telling, actors, KHATT_ASPECT_ACTORS);
      return;
    }

  names = khatt_bidi_isolate (actors[0]);
  for (guint i = 1; actors[i] != NULL; i++)
    {
      g_autofree char *before = g_steal_pointer (&names);
      g_autofree char *name = khatt_bidi_isolate (actors[i]);

      /* Translators: two names; the first may itself be several, joined like this. */
      names = g_strdup_printf (_ ("%s and %s"), before, name);
    }
  /* Translators: a filter: what happened between "Ann and Bo" alone is shown. */
  text = g_strdup_printf (_ ("Only %s"), names);
  tell (telling, text, (KhattFilterPart){ .aspect = KHATT_ASPECT_ACTORS });
}

static void
tell_countries (const Telling *telling)
{
  const char *const *codes = telling->filter->countries;

  for (guint i = 0; codes[i] != NULL; i++)
    {
      g_autofree char *name = khatt_country_dup_name (codes[i], telling->manner->words->language);

      tell (telling, name != NULL ? name : codes[i],
            (KhattFilterPart){ .aspect = KHATT_ASPECT_COUNTRIES, .word = codes[i] });
    }
}

static void
tell_articles (const Telling *telling)
{
  const char *const *ids = telling->filter->articles;
  KhattSnapshot *snapshot = telling->manner->snapshot;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      const KhattArticle *article =
          snapshot != NULL ? khatt_snapshot_get_article_by_id (snapshot, ids[i]) : NULL;
      const char *title = article != NULL && article->title != NULL ? article->title : ids[i];

      tell (telling, title, (KhattFilterPart){ .aspect = KHATT_ASPECT_ARTICLES, .word = ids[i] });
    }
}

static void
tell_bits (const Telling *telling)
{
  for (guint kind = 0; kind < KHATT_N_KINDS; kind++)
    if (telling->filter->kinds & 1u << kind)
      tell (telling, khatt_kind_get_label (kind),
            (KhattFilterPart){ .aspect = KHATT_ASPECT_KINDS, .bit = 1u << kind });
  for (guint status = 0; status < KHATT_N_STATUSES; status++)
    if (telling->filter->statuses & 1u << status)
      tell (telling, khatt_status_get_label (status),
            (KhattFilterPart){ .aspect = KHATT_ASPECT_STATUSES, .bit = 1u << status });
}

static void
tell_period (const Telling *telling)
{
  g_autofree char *text = khatt_filter_period_dup_words (telling->filter, telling->manner->words,
                                                         telling->manner->second_calendar);

  tell (telling, text, (KhattFilterPart){ .aspect = KHATT_ASPECT_PERIOD });
}

/**
 * khatt_filter_parts_foreach:
 * @filter: a filter
 * @manner: how things are called
 * @call: (scope call): called with each part that can be taken away, and its name
 * @data: for @call
 *
 * Says what a filter asks for.
 */
void
khatt_filter_parts_foreach (const KhattFilter *filter,
                            const KhattFilterManner *manner,
                            KhattFilterPartFunc call,
                            gpointer data)
{
  const Telling telling = { filter, manner, call, data };

  if (filter->actors != NULL)
    tell_actors (&telling);
  if (filter->countries != NULL)
    tell_countries (&telling);
  tell_bits (&telling);
  tell_words (&telling, filter->publishers, KHATT_ASPECT_PUBLISHERS);
  if (filter->articles != NULL)
    tell_articles (&telling);
  tell_words (&telling, filter->tags, KHATT_ASPECT_TAGS);
  if (filter->has_period)
    tell_period (&telling);
}
