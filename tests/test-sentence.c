/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Events in words: who did what to whom, when, and what it is called. */

#include "khatt-sentence.h"
#include "khatt-timeline.h"
#include "khatt-words.h"

#include <string.h>

#define FSI "\xE2\x81\xA8"
#define PDI "\xE2\x81\xA9"

typedef struct
{
  KhattKind kind;
  KhattStatus status;
  const char *date;
  const char *title;
  const char *actors;   /* name=role, joined by semicolons */
  const char *expected; /* names stand between < and > */
} Row;

static KhattEventData *
make_event (const Row *row)
{
  KhattEventData *event = khatt_event_data_new ();
  g_auto (GStrv) actors = g_strsplit (row->actors, ";", -1);

  event->kind = row->kind;
  event->status = row->status;
  event->title = g_strdup (row->title);
  if (row->date != NULL && !khatt_date_parse (row->date, -1, &event->date, NULL))
    event->date_text = g_strdup (row->date);
  for (guint i = 0; actors[i] != NULL; i++)
    {
      char *equals = strchr (actors[i], '=');
      KhattRole role = KHATT_ROLE_PARTICIPANT;

      if (equals != NULL)
        {
          *equals = '\0';
          g_assert_true (khatt_role_from_name (equals + 1, &role));
        }
      khatt_event_data_add_actor (event, actors[i], role);
    }
  return event;
}

static char *
show_isolates (const char *text)
{
  g_auto (GStrv) starts = g_strsplit (text, FSI, -1);
  g_autofree char *with_starts = g_strjoinv ("<", starts);
  g_auto (GStrv) ends = g_strsplit (with_starts, PDI, -1);

  return g_strjoinv (">", ends);
}

static KhattSnapshot *
make_snapshot (const Row *row)
{
  g_autoptr (KhattTimeline) timeline = khatt_timeline_new ();
  g_autoptr (KhattEventData) event = make_event (row);

  khatt_timeline_add (timeline, event);
  return khatt_timeline_ref_snapshot (timeline);
}

static void
check (const Row *rows, gsize n_rows, gboolean is_heading)
{
  KhattWords words = khatt_words_for_language ("en");

  for (gsize i = 0; i < n_rows; i++)
    {
      g_autoptr (KhattSnapshot) snapshot = make_snapshot (&rows[i]);
      g_autofree char *text =
          is_heading ? khatt_heading_new (snapshot, 0) : khatt_sentence_new (snapshot, 0, &words);
      g_autofree char *shown = show_isolates (text);

      g_assert_cmpstr (shown, ==, rows[i].expected);
    }
}

static void
test_a_sentence_says_who_when_and_what (void)
{
  static const Row rows[] = {
    { KHATT_KIND_CALL, KHATT_STATUS_HAPPENED, "2025-08-08", "Ties", "Putin=initiator;Xi=recipient",
      "Telephone call from <Putin> to <Xi>, Friday 8 August 2025: <Ties>" },
    { KHATT_KIND_VISIT, KHATT_STATUS_PLANNED, "2025-08-08", NULL, "Xi=visitor;Putin=host",
      "Visit of <Xi> to <Putin> (Planned), Friday 8 August 2025" },
    { KHATT_KIND_STATEMENT, KHATT_STATUS_HAPPENED, NULL, NULL, "Putin=speaker",
      "Statement by <Putin>, undated" },
    { KHATT_KIND_OTHER, KHATT_STATUS_HAPPENED, "أمس", "x", "Putin", "Event: <Putin>, <أمس>: <x>" },
    { KHATT_KIND_MEETING, KHATT_STATUS_CANCELLED, "2025-08", "x", "A;B;C",
      "Meeting of <A>, <B> and <C> (Cancelled), August 2025: <x>" },
  };

  check (rows, G_N_ELEMENTS (rows), FALSE);
}

static void
test_a_heading_is_the_title_or_who (void)
{
  static const Row rows[] = {
    { KHATT_KIND_CALL, 0, NULL, "Ties", "Putin=initiator", "Ties" },
    { KHATT_KIND_CALL, 0, NULL, "", "Putin=initiator;Xi=recipient",
      "Telephone call from <Putin> to <Xi>" },
    { KHATT_KIND_CALL, 0, NULL, NULL, "Putin=initiator", "Telephone call by <Putin>" },
    { KHATT_KIND_CALL, 0, NULL, NULL, "Xi=recipient", "Telephone call to <Xi>" },
    { KHATT_KIND_CALL, 0, NULL, NULL, "Putin;Xi", "Telephone call between <Putin> and <Xi>" },
    { KHATT_KIND_MESSAGE, 0, NULL, NULL, "A=sender;B=recipient;C=bearer",
      "Message from <A> to <B>" },
    { KHATT_KIND_MEETING, 0, NULL, NULL, "A=initiator;B", "Meeting of <A> with <B>" },
    { KHATT_KIND_OTHER, 0, NULL, NULL, "Putin;Xi", "Event: <Putin> and <Xi>" },
  };

  check (rows, G_N_ELEMENTS (rows), TRUE);
}

static void
test_many_names_are_counted (void)
{
  static const Row rows[] = {
    { KHATT_KIND_MEETING, 0, NULL, NULL, "A;B;C;D", "Meeting of <A>, <B>, <C> and <D>" },
    { KHATT_KIND_MEETING, 0, NULL, NULL, "A;B;C;D;E", "Meeting of <A>, <B>, <C> and 2 others" },
    { KHATT_KIND_MEETING, 0, NULL, NULL, "A;B;C;D;E;F;G", "Meeting of <A>, <B>, <C> and 4 others" },
  };

  check (rows, G_N_ELEMENTS (rows), TRUE);
}

static void
test_every_kind_has_words_for_every_part (void)
{
  static const char *const actors[] = { "A=initiator;B=recipient", "A=initiator", "B=recipient",
                                        "A;B", "A" };

  for (KhattKind kind = 0; kind < KHATT_N_KINDS; kind++)
    {
      for (gsize i = 0; i < G_N_ELEMENTS (actors); i++)
        {
          const Row row = { kind, 0, NULL, NULL, actors[i], NULL };
          g_autoptr (KhattSnapshot) snapshot = make_snapshot (&row);
          g_autofree char *heading = khatt_heading_new (snapshot, 0);

          g_assert_cmpint (strstr (heading, FSI "A" PDI) != NULL, ==,
                           strchr (actors[i], 'A') != NULL);
          g_assert_cmpint (strstr (heading, FSI "B" PDI) != NULL, ==,
                           strchr (actors[i], 'B') != NULL);
          g_assert_null (strchr (heading, '%'));
        }
    }
}

static void
test_an_event_of_nobody_is_its_kind (void)
{
  g_autoptr (KhattTimeline) timeline = khatt_timeline_new ();
  g_autoptr (KhattEventData) event = khatt_event_data_new ();
  g_autoptr (KhattSnapshot) snapshot = NULL;
  g_autofree char *heading = NULL;

  event->kind = KHATT_KIND_AGREEMENT;
  khatt_timeline_add (timeline, event);
  snapshot = khatt_timeline_ref_snapshot (timeline);
  heading = khatt_heading_new (snapshot, 0);
  g_assert_cmpstr (heading, ==, khatt_kind_get_label (KHATT_KIND_AGREEMENT));
}

static void
test_a_name_with_percent_signs_is_left_alone (void)
{
  static const Row rows[] = {
    { KHATT_KIND_CALL, 0, NULL, NULL, "%2$s %s %n=initiator;B=recipient",
      "Telephone call from <%2$s %s %n> to <B>" },
  };

  check (rows, G_N_ELEMENTS (rows), TRUE);
}

static void
test_a_headline_says_who_only_where_a_rule_read_the_event (void)
{
  static const char *const rules[] = { "call.nominal", NULL };
  static const Row row = { KHATT_KIND_CALL, 0, NULL, "Ties", "Putin=initiator;Xi=recipient", NULL };
  static const struct
  {
    gboolean has_rules;
    KhattOrigin origin;
    const char *expected;
  } cases[] = {
    { TRUE, KHATT_ORIGIN_RULE, "Telephone call from <Putin> to <Xi>" },
    { TRUE, KHATT_ORIGIN_PERSON, "Ties" },
    { FALSE, KHATT_ORIGIN_RULE, "Ties" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KhattTimeline) timeline = khatt_timeline_new ();
      g_autoptr (KhattEventData) event = make_event (&row);
      g_autoptr (KhattSnapshot) snapshot = NULL;
      g_autofree char *headline = NULL;
      g_autofree char *shown = NULL;
      KhattSourceData *source = khatt_event_data_add_source (event, "a1");

      event->origin = cases[i].origin;
      if (cases[i].has_rules)
        source->rules = g_strdupv ((char **) rules);
      khatt_timeline_add (timeline, event);
      snapshot = khatt_timeline_ref_snapshot (timeline);
      headline = khatt_headline_new (snapshot, 0);
      shown = show_isolates (headline);
      g_assert_cmpstr (shown, ==, cases[i].expected);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add_func ("/sentence/" path, function)
  ADD ("says-who-when-and-what", test_a_sentence_says_who_when_and_what);
  ADD ("a-heading-is-the-title-or-who", test_a_heading_is_the_title_or_who);
  ADD ("a-headline-says-who-only-where-a-rule-read-the-event",
       test_a_headline_says_who_only_where_a_rule_read_the_event);
  ADD ("many-names-are-counted", test_many_names_are_counted);
  ADD ("every-kind-has-words-for-every-part", test_every_kind_has_words_for_every_part);
  ADD ("an-event-of-nobody-is-its-kind", test_an_event_of_nobody_is_its_kind);
  ADD ("a-name-with-percent-signs-is-left-alone", test_a_name_with_percent_signs_is_left_alone);
  return g_test_run ();
}
