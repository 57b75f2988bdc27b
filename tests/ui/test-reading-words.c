/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Why events were read, in words. The people are invented. */

#include "khatt-reading-words.h"

#include "khatt-article-triggers.h"
#include "khatt-bidi.h"
#include "khatt-document.h"
#include "khatt-reader.h"
#include "khatt-words.h"
#include "ui-sample.h"

#define PUBLISHED "2025-08-08"

/* The first event of an article, in a document of its own. */
static KhattSnapshot *
read_text (const char *text, const char *published)
{
  g_autoptr (KhattTimeline) timeline = khatt_timeline_new ();
  g_autoptr (KhattArticle) article = khatt_article_new ("a1", text, -1);
  g_autoptr (KhattReading) reading = NULL;

  article->published = g_strdup (published);
  reading =
      khatt_reader_read (khatt_document_get_lexicon (), article, KHATT_PUBLISHED_NO_LIMIT, NULL);
  khatt_timeline_add_article (timeline, article);
  g_assert_cmpuint (reading->events->len, >, 0);
  khatt_timeline_add (timeline, g_ptr_array_index (reading->events, 0));
  return khatt_timeline_ref_snapshot (timeline);
}

static char *
explain (KhattSnapshot *snapshot, const KhattEventData *event)
{
  KhattWords words = khatt_words_for_language ("en");
  g_autofree char *sentence =
      khatt_reading_words_new (snapshot, event, khatt_document_get_lexicon (), &words);

  return sentence != NULL ? khatt_bidi_strip (sentence) : NULL;
}

static void
test_sentences (void)
{
  static const struct
  {
    const char *text;
    const char *published;
    const char *sentence;
  } cases[] = {
    { "هاتف الرئيس الفنلندي أرفو كوسكيلا، أمس، نظيره النرويجي هالفارد نوردغارد.", PUBLISHED,
      "“هاتف” tells of a telephone call; 2 parties are named; the date is “أمس”, counted from the "
      "day of publication." },
    { "تلقى الرئيس الفنلندي أرفو كوسكيلا اتصالا هاتفيا من نظيره النرويجي هالفارد نوردغارد.",
      PUBLISHED,
      "“تلقى … اتصالا هاتفيا” says who was called; 2 parties are named; no date is said, so it is "
      "the day of publication." },
    { "زار الرئيس الفنلندي أرفو كوسكيلا النرويج في 6 أغسطس 2025.", PUBLISHED,
      "“زار” tells of a visit; 2 parties are named; the date is “6 أغسطس 2025”." },
    { "هلسنكي 7 أغسطس (وكالة) - التقى الرئيس الفنلندي أرفو كوسكيلا، اليوم، نظيره النرويجي هالفارد "
      "نوردغارد.",
      PUBLISHED,
      "“التقى” tells of a meeting; 2 parties are named; the date is “اليوم”, counted from “هلسنكي "
      "7 "
      "أغسطس (وكالة)”." },
    { "هاتف الرئيس الفنلندي أرفو كوسكيلا، أمس، نظيره النرويجي هالفارد نوردغارد.", NULL,
      "“هاتف” tells of a telephone call; 2 parties are named; “أمس” cannot be counted as long as "
      "the day of publication is unknown." },
    { "زار الرئيس الفنلندي أرفو كوسكيلا النرويج.", NULL,
      "“زار” tells of a visit; 2 parties are named; no date is said." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KhattSnapshot) snapshot = read_text (cases[i].text, cases[i].published);
      g_autoptr (KhattEventData) event = khatt_snapshot_dup_event (snapshot, 0);
      g_autofree char *sentence = explain (snapshot, event);

      g_assert_cmpstr (sentence, ==, cases[i].sentence);
    }
}

/* What is not known is not told: of a date that a person changed, of an event that a person wrote,
 * of one whose article is not there. */
static void
test_silence (void)
{
  g_autoptr (KhattSnapshot) snapshot =
      read_text ("زار الرئيس الفنلندي أرفو كوسكيلا النرويج أمس.", PUBLISHED);
  g_autoptr (KhattEventData) event = khatt_snapshot_dup_event (snapshot, 0);
  KhattSourceData *source = g_ptr_array_index (event->sources, 0);
  g_autofree char *changed = NULL;
  g_autofree char *lost = NULL;
  g_autofree char *written = NULL;

  event->read = g_strdup ("{\"date\":\"2025-08-07\"}");
  changed = explain (snapshot, event);
  g_assert_cmpstr (changed, ==, "“زار” tells of a visit; 2 parties are named.");
  g_free (source->article);
  source->article = g_strdup ("a2");
  lost = explain (snapshot, event);
  g_assert_null (lost);
  g_clear_pointer (&source->rules, g_strfreev);
  written = explain (snapshot, event);
  g_assert_null (written);
}

/* In the article they are counted in letters. */
static void
test_places (void)
{
  static const char text[] = "سلام.\n\nتلقى الرئيس الفنلندي أرفو كوسكيلا اتصالا هاتفيا من نظيره "
                             "النرويجي هالفارد نوردغارد.";
  g_autoptr (KhattSnapshot) snapshot = read_text (text, PUBLISHED);
  const KhattArticle *article = khatt_snapshot_get_article (snapshot, 0);
  const char *const words[] = { "تلقى", "اتصالا هاتفيا" };
  g_autoptr (GArray) triggers =
      khatt_article_triggers_new (snapshot, article, 0, khatt_document_get_lexicon ());
  g_autoptr (GArray) none = khatt_article_triggers_new (snapshot, article, KHATT_SLOT_NONE,
                                                        khatt_document_get_lexicon ());

  g_assert_cmpuint (triggers->len, ==, G_N_ELEMENTS (words));
  for (guint i = 0; i < triggers->len; i++)
    {
      const KhattArticleTrigger *trigger = &g_array_index (triggers, KhattArticleTrigger, i);
      g_autofree char *found = g_utf8_substring (text, trigger->first, trigger->after);

      g_assert_cmpstr (found, ==, words[i]);
      g_assert_cmpint (trigger->kind, ==, KHATT_KIND_CALL);
    }
  g_assert_cmpuint (none->len, ==, 0);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reading-words/sentences", test_sentences);
  g_test_add_func ("/reading-words/silence", test_silence);
  g_test_add_func ("/reading-words/places", test_places);

  return g_test_run ();
}
