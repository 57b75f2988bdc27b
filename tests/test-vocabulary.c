/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The names of a document, and what becomes of the beginning of one. */

#include "khatt-timeline.h"
#include "khatt-vocabulary.h"

static const char *const actors[][3] = {
  { "سيرغي لافروف", "وزير الخارجية الروسي", "RU" },
  { "سيرغي لافروف", "وزير الخارجية الروسي", "RU" },
  { "فلاديمير بوتين", "الرئيس الروسي", "RU" },
  { "أحمد الشرع", NULL, "SY" },
  { "سيرغي ريابكوف", "نائب وزير الخارجية", "RU" },
  { "José Ortega", "Minister", "PE" },
};

static KhattTimeline *
make_timeline (void)
{
  KhattTimeline *timeline = khatt_timeline_new ();

  for (guint i = 0; i < G_N_ELEMENTS (actors); i++)
    {
      g_autoptr (KhattEventData) event = khatt_event_data_new ();
      KhattActorData *actor =
          khatt_event_data_add_actor (event, actors[i][0], KHATT_ROLE_PARTICIPANT);

      actor->office = g_strdup (actors[i][1]);
      actor->country = g_strdup (actors[i][2]);
      event->place = g_strdup (i % 2 == 0 ? "موسكو" : "أنقرة");
      khatt_event_data_add_topic (event, "الغاز");
      khatt_event_data_add_tag (event, i == 0 ? "gas" : "galas");
      khatt_timeline_add (timeline, event);
    }
  return timeline;
}

static KhattVocabulary *
make_vocabulary (KhattTimeline *timeline)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);

  return khatt_vocabulary_new (snapshot, NULL);
}

static char *
dup_completed (const KhattVocabulary *vocabulary,
               KhattVocabularyPart part,
               const char *typed,
               guint limit)
{
  g_autoptr (GPtrArray) found = khatt_vocabulary_complete (vocabulary, part, typed, limit);

  g_ptr_array_add (found, NULL);
  return g_strjoinv ("|", (char **) found->pdata);
}

static void
test_complete (void)
{
  static const struct
  {
    KhattVocabularyPart part;
    const char *typed;
    guint limit;
    const char *expected;
  } cases[] = {
    { KHATT_VOCABULARY_ACTORS, "", 5, "" },
    { KHATT_VOCABULARY_ACTORS, "  ", 5, "" },
    { KHATT_VOCABULARY_ACTORS, "سير", 5, "سيرغي لافروف|سيرغي ريابكوف" },
    { KHATT_VOCABULARY_ACTORS, "سير", 1, "سيرغي لافروف" },
    { KHATT_VOCABULARY_ACTORS, " سِيـر ", 5, "سيرغي لافروف|سيرغي ريابكوف" },
    { KHATT_VOCABULARY_ACTORS, "بوت", 5, "فلاديمير بوتين" },
    { KHATT_VOCABULARY_ACTORS, "احمد", 5, "أحمد الشرع" },
    { KHATT_VOCABULARY_ACTORS, "شرع", 5, "أحمد الشرع" },
    { KHATT_VOCABULARY_ACTORS, "رياب سيرغي", 5, "سيرغي ريابكوف" },
    { KHATT_VOCABULARY_ACTORS, "jose", 5, "José Ortega" },
    { KHATT_VOCABULARY_ACTORS, "ort", 5, "José Ortega" },
    { KHATT_VOCABULARY_ACTORS, "rtega", 5, "" },
    { KHATT_VOCABULARY_ACTORS, "فلاديمير بوتين", 5, "" },
    { KHATT_VOCABULARY_ACTORS, "موسكو", 5, "" },
    { KHATT_VOCABULARY_OFFICES, "وزير", 5, "وزير الخارجية الروسي|نائب وزير الخارجية" },
    { KHATT_VOCABULARY_OFFICES, "الخارجية", 1, "وزير الخارجية الروسي" },
    { KHATT_VOCABULARY_PLACES, "انقره", 5, "أنقرة" },
    { KHATT_VOCABULARY_TOPICS, "الغ", 5, "الغاز" },
    { KHATT_VOCABULARY_TAGS, "ga", 5, "galas|gas" },
    { KHATT_VOCABULARY_TAGS, "غاز", 5, "" },
  };
  g_autoptr (KhattTimeline) timeline = make_timeline ();
  g_autoptr (KhattVocabulary) vocabulary = make_vocabulary (timeline);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found =
          dup_completed (vocabulary, cases[i].part, cases[i].typed, cases[i].limit);

      g_test_message ("%s", cases[i].typed);
      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

static void
test_find_actor (void)
{
  g_autoptr (KhattTimeline) timeline = make_timeline ();
  g_autoptr (KhattVocabulary) vocabulary = make_vocabulary (timeline);
  const KhattActor *actor = khatt_vocabulary_find_actor (vocabulary, "فلاديمير بوتين");

  g_assert_nonnull (actor);
  g_assert_cmpstr (actor->office, ==, "الرئيس الروسي");
  g_assert_cmpstr (actor->country, ==, "RU");
  g_assert_null (khatt_vocabulary_find_actor (vocabulary, "لا أحد"));
}

/* What is said no more is a name no more; a vocabulary that was made stays what it is. */
static void
test_forgets (void)
{
  g_autoptr (KhattTimeline) timeline = make_timeline ();
  g_autoptr (KhattVocabulary) before = make_vocabulary (timeline);

  khatt_timeline_remove (timeline, 2);
  khatt_timeline_remove (timeline, 0);

  g_autoptr (KhattVocabulary) after = make_vocabulary (timeline);
  g_autofree char *kept = dup_completed (before, KHATT_VOCABULARY_ACTORS, "بوتين", 5);
  g_autofree char *nobody = dup_completed (after, KHATT_VOCABULARY_ACTORS, "بوتين", 5);
  g_autofree char *tags = dup_completed (after, KHATT_VOCABULARY_TAGS, "ga", 5);
  g_assert_cmpstr (kept, ==, "فلاديمير بوتين");
  g_assert_cmpstr (nobody, ==, "");
  g_assert_cmpstr (tags, ==, "galas");
  g_assert_null (khatt_vocabulary_find_actor (after, "فلاديمير بوتين"));
}

static void
test_gives_up (void)
{
  g_autoptr (KhattTimeline) timeline = make_timeline ();
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  g_assert_null (khatt_vocabulary_new (snapshot, cancellable));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vocabulary/complete", test_complete);
  g_test_add_func ("/vocabulary/find-actor", test_find_actor);
  g_test_add_func ("/vocabulary/forgets", test_forgets);
  g_test_add_func ("/vocabulary/gives-up", test_gives_up);
  return g_test_run ();
}
