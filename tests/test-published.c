/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "khatt-date.h"
#include "khatt-issue.h"
#include "khatt-published.h"

#include <string.h>

static KhattLexicon *lexicon;

static void
load_lexicon (void)
{
  static const char *const names[] = { "dates.tsv", "cities.tsv", "agencies.tsv", "nouns.tsv",
                                       "verbs.tsv" };
  KhattLexiconTable tables[G_N_ELEMENTS (names)] = { 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path =
          g_test_build_filename (G_TEST_DIST, "..", "data", "lexicon", "ar", names[i], NULL);
      g_autoptr (GError) error = NULL;
      char *contents;
      gsize length;

      g_file_get_contents (path, &contents, &length, &error);
      g_assert_no_error (error);
      tables[i].name = names[i];
      tables[i].bytes = g_bytes_new_take (contents, length);
    }
  lexicon = khatt_lexicon_new (tables, G_N_ELEMENTS (tables), NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    g_bytes_unref (tables[i].bytes);
}

/* The candidates' dates between spaces, and the weekday. */
static char *
dump (const char *text, gint64 latest)
{
  g_autoptr (KhattTokens) tokens = khatt_tokens_new (lexicon, text, -1);
  g_autoptr (KhattSentences) sentences = khatt_sentences_new (tokens);
  g_autoptr (KhattItems) items = khatt_items_new (tokens, sentences);
  g_autoptr (KhattClues) clues = khatt_clues_new ();
  KhattPublished published;
  GString *dump = g_string_new (NULL);

  khatt_clues_gather (clues, tokens, items);
  khatt_clues_propose (clues, latest, &published);
  for (guint i = 0; i < published.candidates->len; i++)
    {
      const KhattCandidate *candidate = published.candidates->pdata[i];

      g_assert_cmpuint (g_strv_length (candidate->reasons), >, 0);
      for (char **reason = candidate->reasons; *reason != NULL; reason++)
        {
          g_test_message ("%s: %s", candidate->date, *reason);
          g_assert_true (g_utf8_validate (*reason, -1, NULL));
        }
      g_string_append_printf (dump, "%s ", candidate->date);
    }
  g_string_append_printf (dump, "%d", published.weekday);
  khatt_published_clear (&published);
  khatt_published_clear (&published);
  return g_string_free (dump, FALSE);
}

static void
check (const char *text, const char *latest, const char *expected)
{
  gint64 latest_day = KHATT_PUBLISHED_NO_LIMIT;
  g_autofree char *found = NULL;
  KhattDate date;

  if (latest != NULL)
    {
      g_assert_true (khatt_date_parse (latest, -1, &date, NULL));
      latest_day = khatt_days_from_seconds (khatt_date_first (&date));
    }
  found = dump (text, latest_day);
  g_assert_cmpstr (found, ==, expected);
}

static void
test_dateline (void)
{
  check ("القاهرة 25 شوال 1436هـ الموافق 10 أغسطس 2015م واس\nتلقى الوزير اتصالا هاتفيا اليوم من "
         "نظيره.",
         NULL, "2015-08-10 0");
}

static void
test_anniversary (void)
{
  check ("هاتف الرئيس نظيره، اليوم الجمعة، وأطلعه على لقائه مع المبعوث يوم 6 أغسطس الجاري.\n"
         "وتناول الاتصال احتفالات الذكرى الثمانين للنصر على اليابان.",
         NULL, "2025-08-08 2025-08-15 2025-08-01 5");
}

static void
test_weekday_only (void)
{
  check ("عقد الرئيسان مباحثات هاتفية اليوم الاثنين.\nوأكد الوزير، اليوم الاثنين، أن المحادثات "
         "مستمرة.",
         NULL, "1");
  check ("عقد الرئيسان مباحثات هاتفية أمس الأحد.", NULL, "1");
}

static void
test_nothing (void)
{
  check ("عقد الرئيسان مباحثات هاتفية حول التعاون بين البلدين.", NULL, "0");
  check ("", NULL, "0");
}

static void
test_today_with_day (void)
{
  check ("استقبل الرئيس في دمشق اليوم الخميس 7 آب 2025 الوفد.", NULL, "2025-08-07 4");
  check ("استقبل الرئيس في دمشق اليوم الخميس 7 آب الوفد.", NULL, "4");
  check ("استقبل الرئيس في دمشق اليوم الخميس 7 آب الوفد.", "2026-01-01",
         "2025-08-07 2014-08-07 2008-08-07 2003-08-07 4");
  check ("استقبل الرئيس الوفد أمس الأربعاء 6 آب 2025.", NULL, "2025-08-07 4");
}

static void
test_after_latest_date (void)
{
  check ("قال الوزير اليوم الجمعة إن الاتفاق وقع في 4 أغسطس 2025.", NULL, "2025-08-08 5");
  check ("قال الوزير إن الاتفاق وقع في 4 أغسطس 2025.", NULL, "2025-08-04 0");
}

static void
test_year_of_text (void)
{
  check ("قال الوزير اليوم الجمعة إن لقاء 3 يناير الجاري كان مثمرا، وإن الاتفاق وقع في 20 ديسمبر "
         "2024.",
         NULL, "2025-01-03 2025-01-10 5");
}

static void
test_limit (void)
{
  check ("قال الوزير اليوم الجمعة إن الاتفاق وقع في 4 أغسطس 2025.", "2025-08-06", "5");
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  load_lexicon ();
  g_test_add_func ("/published/dateline-with-both-calendars", test_dateline);
  g_test_add_func ("/published/anniversary-gives-the-year", test_anniversary);
  g_test_add_func ("/published/weekday-alone-is-no-date", test_weekday_only);
  g_test_add_func ("/published/text-that-does-not-say", test_nothing);
  g_test_add_func ("/published/today-with-its-day", test_today_with_day);
  g_test_add_func ("/published/first-fitting-day-after-the-latest-date", test_after_latest_date);
  g_test_add_func ("/published/year-of-another-date", test_year_of_text);
  g_test_add_func ("/published/never-after-the-limit", test_limit);
  result = g_test_run ();
  khatt_lexicon_unref (lexicon);
  return result;
}
