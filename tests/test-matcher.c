/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Finding what an event is a report of among very many: at the limits of the search and one past
 * them, and where a rare word makes them not matter. */

#include "khatt-matcher.h"

#include "khatt-snapshot.h"

/* Statements of one day, each in an article of its own, in the order in which they are filed. */
typedef struct
{
  GPtrArray *events;
  GPtrArray *matches;
  KhattMatcher *matcher;
} Day;

static void
day_init (Day *day)
{
  day->events = g_ptr_array_new_with_free_func ((GDestroyNotify) khatt_event_data_free);
  day->matches = g_ptr_array_new_with_free_func (g_free);
  day->matcher = khatt_matcher_new ();
}

static void
day_clear (Day *day)
{
  khatt_matcher_free (day->matcher);
  for (guint i = 0; i < day->matches->len; i++)
    khatt_comparand_clear (g_ptr_array_index (day->matches, i));
  g_ptr_array_unref (day->matches);
  g_ptr_array_unref (day->events);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Day, day_clear)

static KhattComparand *
tell (Day *day, const char *speaker, KhattStatus status, const char *words)
{
  KhattEventData *event = khatt_event_data_new ();
  KhattComparand *match = g_new (KhattComparand, 1);
  g_autofree char *article = g_strdup_printf ("a%u", day->events->len);
  KhattSourceData *source = khatt_event_data_add_source (event, article);

  event->kind = KHATT_KIND_STATEMENT;
  khatt_date_parse ("2025-08-08", -1, &event->date, NULL);
  khatt_event_data_add_actor (event, speaker, KHATT_ROLE_SPEAKER);
  event->status = status;
  source->excerpt = g_strdup (words);
  g_ptr_array_add (day->events, event);
  g_ptr_array_add (day->matches, match);
  g_assert_true (khatt_comparand_init (match, event, KHATT_SLOT_NONE));
  return match;
}

typedef struct
{
  const char *why;
  KhattStatus status;    /* of the others */
  gboolean is_name_rare; /* whether their last names are others */
  guint n_others;
  gboolean is_found;
} Case;

static void
tell_others (Day *day, const Case *one)
{
  for (guint i = 0; i < one->n_others; i++)
    {
      g_autofree char *name =
          one->is_name_rare ? g_strdup_printf ("محمد السيد%u", i) : g_strdup ("محمد السالم");
      g_autofree char *words = g_strdup_printf ("كلمات%u رقمها%u", i, i);

      khatt_matcher_add (day->matcher, tell (day, name, one->status, words));
    }
}

/* What is looked for was filed first, so everything else is looked at before it. */
static void
check (const Case *one)
{
  g_auto (Day) day = { 0 };
  KhattComparand *first;
  KhattComparand *found;

  day_init (&day);
  first = tell (&day, "محمد السالم", KHATT_STATUS_HAPPENED, "القمح والشعير");
  khatt_matcher_add (day.matcher, first);
  tell_others (&day, one);
  found = khatt_matcher_find (day.matcher,
                              tell (&day, "محمد السالم", KHATT_STATUS_HAPPENED, "القمح والشعير"));
  g_assert_true (found == (one->is_found ? first : NULL));
  g_assert_cmpuint (khatt_matcher_get_n_given_up (day.matcher), ==, !one->is_found);
}

static void
test_limits (void)
{
  static const Case cases[] = {
    { "as many as are compared", KHATT_STATUS_HAPPENED, FALSE, KHATT_MATCHER_MAX_COMPARED - 1,
      TRUE },
    { "one more", KHATT_STATUS_HAPPENED, FALSE, KHATT_MATCHER_MAX_COMPARED, FALSE },
    { "as many as are looked at", KHATT_STATUS_DENIED, FALSE, KHATT_MATCHER_MAX_LOOKED_AT - 1,
      TRUE },
    { "one more", KHATT_STATUS_DENIED, FALSE, KHATT_MATCHER_MAX_LOOKED_AT, FALSE },
    { "any number of namesakes", KHATT_STATUS_HAPPENED, TRUE, 20 * KHATT_MATCHER_MAX_LOOKED_AT,
      TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].why);
      check (&cases[i]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/matcher/limits", test_limits);
  return g_test_run ();
}
