/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Articles: checksums, and the way between code points and bytes. */

#include "khatt-article-words.h"
#include "khatt-words.h"

#include <string.h>

static void
test_checksum_is_of_the_utf8 (void)
{
  g_autoptr (KhattArticle) article = khatt_article_new ("a1", "abc", -1);

  /* FIPS 180-2, appendix B.1 */
  g_assert_cmpstr (article->sha256, ==,
                   "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

static void
test_length_wins_over_the_terminator (void)
{
  g_autoptr (KhattArticle) article = khatt_article_new ("a1", "abcdef", 3);

  g_assert_cmpstr (article->text, ==, "abc");
  g_assert_cmpint (khatt_article_bytes_from_points (article, 4), ==, -1);
}

static void
test_every_character_boundary_goes_there_and_back (void)
{
  static const char *const characters[] = { "a", "ش", "中", "😀", "\n", "é" };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (KhattArticle) article = NULL;
  gssize points = 0;

  for (guint i = 0; i < 3000; i++)
    g_string_append (text, characters[(i * i + i / 7) % G_N_ELEMENTS (characters)]);
  article = khatt_article_new ("a1", text->str, (gssize) text->len);

  for (const char *at = text->str;; at = g_utf8_next_char (at))
    {
      gssize bytes = at - text->str;

      g_assert_cmpint (khatt_article_points_from_bytes (article, bytes), ==, points);
      g_assert_cmpint (khatt_article_bytes_from_points (article, points), ==, bytes);
      if (*at == '\0')
        break;
      points++;
    }
  g_assert_cmpint (points, ==, 3000);
}

static void
test_outside_the_text_is_minus_one (void)
{
  g_autoptr (KhattArticle) article = khatt_article_new ("a1", "سلام", -1);
  g_autoptr (KhattArticle) no_text = khatt_article_new ("a2", NULL, 0);

  g_assert_cmpint (khatt_article_bytes_from_points (article, 4), ==, 8);
  g_assert_cmpint (khatt_article_bytes_from_points (article, 5), ==, -1);
  g_assert_cmpint (khatt_article_bytes_from_points (article, -1), ==, -1);
  g_assert_cmpint (khatt_article_points_from_bytes (article, 8), ==, 4);
  g_assert_cmpint (khatt_article_points_from_bytes (article, 9), ==, -1);
  g_assert_cmpint (khatt_article_points_from_bytes (article, -1), ==, -1);
  g_assert_cmpint (khatt_article_bytes_from_points (no_text, 0), ==, -1);
  g_assert_cmpint (khatt_article_points_from_bytes (no_text, 0), ==, -1);
}

static void
test_a_copy_is_equal_until_it_is_filled_in (void)
{
  const char *const reasons[] = { "A weekday with a day of the month.", NULL };
  g_autoptr (KhattArticle) article = khatt_article_new ("a1", "سلام", -1);
  g_autoptr (KhattArticle) copy = NULL;

  article->title = g_strdup ("title");
  article->candidates = g_ptr_array_new_with_free_func ((GDestroyNotify) khatt_candidate_free);
  g_ptr_array_add (article->candidates, khatt_candidate_new ("2025-08-08", reasons));
  copy = khatt_article_copy (article);
  g_assert_true (khatt_article_equal (article, copy));
  g_clear_pointer (&copy->candidates, g_ptr_array_unref);
  g_assert_false (khatt_article_equal (article, copy));
  g_clear_pointer (&copy, khatt_article_unref);
  copy = khatt_article_copy (article);
  copy->weekday = 1;
  g_assert_false (khatt_article_equal (article, copy));
}

static void
test_what_is_known_of_the_day (void)
{
  static const struct
  {
    const char *published;
    const char *candidate;
    int weekday;
    const char *sentence;
  } cases[] = {
    { NULL, NULL, 0, "The text does not say when it was written." },
    { NULL, NULL, 1, "The text says only that it was written on a Monday." },
    { NULL, NULL, 7, "The text says only that it was written on a Sunday." },
    { NULL, "2025-08-08", 5, "The text was perhaps published on Friday 8 August 2025." },
    { NULL, "soon", 0, "The text was perhaps published on soon." },
    { "2025-08-08", NULL, 0, NULL },
  };
  KhattWords words = khatt_words_for_language ("en");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KhattArticle) article = khatt_article_new ("a1", "سلام", -1);
      g_autofree char *sentence = NULL;

      article->published = g_strdup (cases[i].published);
      article->weekday = cases[i].weekday;
      article->candidates = g_ptr_array_new_with_free_func ((GDestroyNotify) khatt_candidate_free);
      if (cases[i].candidate != NULL)
        g_ptr_array_add (article->candidates, khatt_candidate_new (cases[i].candidate, NULL));
      sentence = khatt_article_words_published (article, &words);
      g_assert_cmpstr (sentence, ==, cases[i].sentence);
    }
}

/* What a report says of its date, on one line; nothing where no words say it. */
static void
test_words_of_a_date (void)
{
  static const char text[] = "اتصل، اليوم\nالجمعة، بنظيره.";
  static const struct
  {
    const char *words;
    const char *wanted;
  } cases[] = {
    { "اليوم\nالجمعة", "اليوم الجمعة" },
    { "بنظيره.", "بنظيره." },
    { NULL, NULL },
  };
  g_autoptr (KhattArticle) article = khatt_article_new ("a1", text, -1);
  g_autoptr (KhattEventData) event = khatt_event_data_new ();
  KhattSourceData *source = khatt_event_data_add_source (event, "a1");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = NULL;

      source->date_first = cases[i].words != NULL ? strstr (text, cases[i].words) - text : -1;
      source->date_after =
          cases[i].words != NULL ? source->date_first + (gssize) strlen (cases[i].words) : -1;
      words = khatt_article_words_date (article, source);
      g_assert_cmpstr (words, ==, cases[i].wanted);
    }
  g_assert_null (khatt_article_words_date (NULL, source));
  source->date_first = 0;
  source->date_after = (gssize) strlen (text) + 1;
  g_assert_null (khatt_article_words_date (article, source));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/article/checksum-is-of-the-utf8", test_checksum_is_of_the_utf8);
  g_test_add_func ("/article/length-wins-over-the-terminator",
                   test_length_wins_over_the_terminator);
  g_test_add_func ("/article/every-character-boundary-goes-there-and-back",
                   test_every_character_boundary_goes_there_and_back);
  g_test_add_func ("/article/outside-the-text-is-minus-one", test_outside_the_text_is_minus_one);
  g_test_add_func ("/article/a-copy-is-equal-until-it-is-filled-in",
                   test_a_copy_is_equal_until_it_is_filled_in);
  g_test_add_func ("/article/says-what-is-known-of-its-day", test_what_is_known_of_the_day);
  g_test_add_func ("/article/says-which-words-are-a-date", test_words_of_a_date);
  return g_test_run ();
}
