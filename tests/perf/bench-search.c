/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a keystroke in the search field costs, against memmem() over the very text that is searched:
 * somebody types each of a few words letter by letter. The ratio is of elapsed times, each the best
 * of several rounds in turns, summed over the keystrokes; the
 * worst keystroke is given too. Lines
 * are name, value, unit and bar, with tabs between. Usage: bench-search [MOST_EVENTS] */

#include "made-events.h"

#include "khatt-search-hits.h"

#include <stdlib.h>
#include <string.h>

#define MOST_EVENTS 1000000
#define LEAST_EVENTS 10000
#define N_ROUNDS 5
#define MILLISECONDS 1e3

#define RATIO_BAR "1.5"

/* Often, seldom, in names of actors, with a particle, nowhere, two words. */
static const char *const typed[] = { "معاهدة", "لاجئين", "روسيا", "ولبنان", "زعفران", "قمة بيروت" };

static double
get_seconds (void)
{
  return (double) g_get_monotonic_time () / G_USEC_PER_SEC;
}

static void
print (guint n_events, const char *name, double value, const char *unit, const char *bar)
{
  g_print ("search/%u/%s\t%.3f\t%s\t%s\n", n_events, name, value, unit, bar);
}

/* Every place where a word is, as nothing but memmem() sees it. */
static double
scan (const KhattSearchIndex *index, const KhattQuery *query)
{
  double start = get_seconds ();
  gsize length;
  const char *text = khatt_search_index_get_text (index, &length);
  volatile gsize n = 0;

  for (guint i = 0; i < khatt_query_get_n_words (query); i++)
    {
      const char *word = khatt_query_get_word (query, i);
      const char *at = text;

      while ((at = memmem (at, length - (gsize) (at - text), word, strlen (word))) != NULL)
        {
          n++;
          at++;
        }
    }
  return get_seconds () - start;
}

typedef struct
{
  double searched;
  double scanned;
  double worst;
  double worst_ratio;
  guint n_keystrokes;
} Sums;

static KhattSearchHits *
press (KhattSearchIndex *index, const char *text, const KhattSearchHits *previous, Sums *sums)
{
  g_autoptr (KhattQuery) query = khatt_query_new (text);
  KhattSearchHits *hits = NULL;
  double searched = G_MAXDOUBLE;
  double scanned = G_MAXDOUBLE;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      double start = get_seconds ();

      g_clear_pointer (&hits, khatt_search_hits_unref);
      hits = khatt_search_hits_new (index, query, NULL, previous);
      searched = MIN (searched, get_seconds () - start);
      scanned = MIN (scanned, scan (index, query));
    }
  sums->searched += searched;
  sums->scanned += scanned;
  sums->worst = MAX (sums->worst, searched);
  sums->worst_ratio = MAX (sums->worst_ratio, searched / scanned);
  sums->n_keystrokes++;
  return hits;
}

static void
type (KhattSearchIndex *index, const char *text, Sums *sums)
{
  g_autoptr (KhattSearchHits) previous = NULL;

  for (const char *end = text; *end != '\0';)
    {
      g_autofree char *so_far = NULL;
      KhattSearchHits *hits;

      end = g_utf8_next_char (end);
      so_far = g_strndup (text, (gsize) (end - text));
      hits = press (index, so_far, previous, sums);
      g_clear_pointer (&previous, khatt_search_hits_unref);
      previous = hits;
    }
}

static void
measure (guint n_events)
{
  const MadeEvents made = made_events_usual (n_events);
  g_autoptr (KhattTimeline) timeline = made_events_new (&made);
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);
  double start = get_seconds ();
  g_autoptr (KhattSearchIndex) index = khatt_search_index_new (snapshot, NULL, NULL);
  double built = get_seconds () - start;
  Sums sums = { 0 };
  gsize length;

  khatt_search_index_get_text (index, &length);
  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    type (index, typed[i], &sums);
  print (n_events, "text", (double) length / 1e6, "MB", "-");
  print (n_events, "index", built * MILLISECONDS, "ms", "-");
  print (n_events, "memmem", sums.scanned / sums.n_keystrokes * MILLISECONDS, "ms", "-");
  print (n_events, "keystroke", sums.searched / sums.n_keystrokes * MILLISECONDS, "ms", "-");
  print (n_events, "worst-keystroke", sums.worst * MILLISECONDS, "ms", "-");
  print (n_events, "worst-keystroke-to-memmem", sums.worst_ratio, "ratio", "-");
  print (n_events, "keystroke-to-memmem", sums.searched / sums.scanned, "ratio", RATIO_BAR);
}

int
main (int argc, char *argv[])
{
  guint most = argc > 1 ? (guint) atoi (argv[1]) : MOST_EVENTS;

  for (guint n = LEAST_EVENTS; n <= most; n *= 10)
    measure (n);
  return 0;
}
