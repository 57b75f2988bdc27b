/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any text as an Arabic article: whatever is read out of it lies inside of it, and says which rules
 * read it.
 */

#include "fuzz.h"
#include "khatt-reader.h"

#include <string.h>

static const char *const names[] = { "adjectives.tsv", "agencies.tsv", "cities.tsv",
                                     "countries.tsv",  "dates.tsv",    "honorifics.tsv",
                                     "markers.tsv",    "nouns.tsv",    "organisations.tsv",
                                     "titles.tsv",     "verbs.tsv",    "words.tsv" };

static KhattLexicon *
get_lexicon (void)
{
  static KhattLexicon *lexicon;
  KhattLexiconTable tables[G_N_ELEMENTS (names)] = { 0 };

  if (lexicon != NULL)
    return lexicon;
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "data", "lexicon",
                                                "ar", names[i], NULL);
      char *contents = NULL;
      gsize length = 0;

      g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
      tables[i] = (KhattLexiconTable){ names[i], g_bytes_new_take (contents, length) };
    }
  lexicon = khatt_lexicon_new (tables, G_N_ELEMENTS (tables), NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    g_bytes_unref (tables[i].bytes);
  return lexicon;
}

/* Sheets of one item each say what the whole text says. */
static void
check_sheets (const KhattArticle *article, const KhattReading *whole)
{
  g_autoptr (KhattReading) reading =
      khatt_reader_read_in_sheets (get_lexicon (), article, KHATT_PUBLISHED_NO_LIMIT, 1, NULL);

  g_assert_cmpuint (reading->events->len, ==, whole->events->len);
  for (guint i = 0; i < whole->events->len; i++)
    g_assert_true (khatt_event_data_equal (reading->events->pdata[i], whole->events->pdata[i]));
  g_assert_cmpint (reading->weekday, ==, whole->weekday);
  g_assert_cmpuint (reading->candidates->len, ==, whole->candidates->len);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = g_utf8_make_valid ((const char *) data, (gssize) size);
  g_autoptr (KhattArticle) article = khatt_article_new ("a1", text, -1);
  g_autoptr (KhattReading) reading = NULL;

  if (size % 4 != 0)
    article->published = g_strdup ("2025-08-08");
  reading = khatt_reader_read (get_lexicon (), article, KHATT_PUBLISHED_NO_LIMIT, NULL);
  for (guint i = 0; i < reading->events->len; i++)
    {
      const KhattEventData *event = reading->events->pdata[i];
      const KhattSourceData *source = event->sources->pdata[0];
      gsize length = source->span_after - source->span_first;

      g_assert_cmpint (source->span_first, >=, 0);
      g_assert_cmpint (source->span_after, <=, (gssize) strlen (text));
      g_assert_cmpuint (strlen (source->excerpt), ==, length);
      g_assert_cmpint (source->date_first, <=, source->date_after);
      g_assert_cmpint (source->date_after, <=, (gssize) strlen (text));
      g_assert_true (memcmp (source->excerpt, text + source->span_first, length) == 0);
      g_assert_cmpuint (g_strv_length (source->rules), >, 0);
    }
  check_sheets (article, reading);
  return 0;
}
