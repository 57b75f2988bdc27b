/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "khatt-published.h"
#include "khatt-reader.h"
#include "text-sample.h"

#include <string.h>

/* So many articles after one another tell more events than a sentence can go on about. */
#define N_ROUNDS 16

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* Every article of tests/data, one after another and again: people who come back, reports of one
 * event, surnames before their introduction, headlines, datelines. */
static KhattArticle *
join_articles (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "data", "text", "articles", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) text = g_string_new ("كوسكيلا يزور النمسا\n\n");
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".in"))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (paths, compare_names);
  for (guint i = 0; i < N_ROUNDS * paths->len; i++)
    {
      g_autofree char *article = NULL;

      g_assert_true (g_file_get_contents (paths->pdata[i % paths->len], &article, NULL, NULL));
      g_string_append (text, strstr (article, "\n\n") + 2);
      /* No heading at the end of the text, one in the middle. */
      g_string_append (text, "\n\nالتقى الرئيس الفنلندي نظيره النمساوي\n\n");
    }
  return khatt_article_new ("a1", text->str, (gssize) text->len);
}

static void
check_equal (const KhattReading *reading, const KhattReading *whole)
{
  g_assert_cmpuint (reading->events->len, ==, whole->events->len);
  for (guint i = 0; i < whole->events->len; i++)
    {
      const KhattEventData *event = reading->events->pdata[i];
      const KhattEventData *expected = whole->events->pdata[i];

      g_assert_cmpstr (event->id, ==, expected->id);
      g_assert_cmpstr (event->title, ==, expected->title);
      g_assert_true (khatt_event_data_equal (event, expected));
    }
  g_assert_cmpint (reading->weekday, ==, whole->weekday);
  g_assert_cmpuint (reading->candidates->len, ==, whole->candidates->len);
  for (guint i = 0; i < whole->candidates->len; i++)
    {
      const KhattCandidate *candidate = reading->candidates->pdata[i];
      const KhattCandidate *expected = whole->candidates->pdata[i];

      g_assert_cmpstr (candidate->date, ==, expected->date);
      g_assert_true (g_strv_equal ((const char *const *) candidate->reasons,
                                   (const char *const *) expected->reasons));
    }
}

static void
check_sheets (const char *published)
{
  g_autoptr (KhattArticle) article = join_articles ();
  const gsize lengths[] = {
    1, 1000, 20000, article->length / 2, article->length - 1, article->length + 1
  };
  g_autoptr (KhattReading) whole = NULL;

  article->published = g_strdup (published);
  whole = khatt_reader_read_in_sheets (text_sample_lexicon (), article, KHATT_PUBLISHED_NO_LIMIT,
                                       article->length, NULL);
  g_assert_cmpuint (whole->events->len, >, 256);
  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autoptr (KhattReading) reading = khatt_reader_read_in_sheets (
          text_sample_lexicon (), article, KHATT_PUBLISHED_NO_LIMIT, lengths[i], NULL);

      g_test_message ("sheets of %" G_GSIZE_FORMAT " bytes", lengths[i]);
      check_equal (reading, whole);
    }
}

static void
test_published (void)
{
  check_sheets ("2025-08-08");
}

static void
test_unpublished (void)
{
  check_sheets (NULL);
}

static guint
count_sheets (const char *text, gsize sheet_bytes)
{
  g_autoptr (KhattArticle) article = khatt_article_new ("a1", text, -1);
  g_autoptr (KhattSheets) sheets =
      khatt_sheets_new (text_sample_lexicon (), article, sheet_bytes, NULL);

  return khatt_sheets_get_n (sheets);
}

static void
test_number (void)
{
  const char *item = "كوسكيلا يستقبل وزير خارجية النمسا\n\n"
                     "استقبل الرئيس الفنلندي أرفو كوسكيلا اليوم وزير الخارجية النمساوي.\n\n";
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 20; i++)
    g_string_append (text, item);
  g_assert_cmpuint (count_sheets ("", 1), ==, 1);
  g_assert_cmpuint (count_sheets (item, 1), ==, 1);
  g_assert_cmpuint (count_sheets (text->str, text->len), ==, 1);
  g_assert_cmpuint (count_sheets (text->str, text->len - strlen (item)), ==, 2);
  g_assert_cmpuint (count_sheets (text->str, text->len / 4), >=, 4);
  g_assert_cmpuint (count_sheets (text->str, 1), >=, 10);
}

/* Nothing but one item: no sheet can be shorter. */
static void
test_long_item (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 500; i++)
    g_string_append (text, "استقبل الرئيس الفنلندي أرفو كوسكيلا اليوم وزير الخارجية النمساوي.\n");
  g_assert_cmpuint (count_sheets (text->str, 1), ==, 1);
  g_assert_cmpuint (count_sheets (text->str, text->len), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheets/say-what-the-whole-says", test_published);
  g_test_add_func ("/sheets/say-the-same-of-their-own-day", test_unpublished);
  g_test_add_func ("/sheets/are-cut-between-items", test_number);
  g_test_add_func ("/sheets/hold-the-longest-item", test_long_item);
  return g_test_run ();
}
