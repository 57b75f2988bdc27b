/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Loading articles: their encoding, what stands above their text, and what is read of them. */

#include "load-sample.h"

#include "khatt-encoding.h"
#include "khatt-issue.h"
#include "khatt-limits.h"

#include <string.h>

static void
test_an_article_has_a_limit_of_its_own (void)
{
  g_autofree char *text = g_malloc (KHATT_LIMIT_ARTICLE + 1);
  g_autoptr (KhattLoaded) loaded = NULL;
  g_autoptr (GError) error = NULL;

  memset (text, '\n', KHATT_LIMIT_ARTICLE + 1);
  text[0] = 'a';
  loaded = load_sample_text (text, KHATT_LIMIT_ARTICLE, "a.txt", "2025-08-08", &error);
  g_assert_no_error (error);
  g_assert_nonnull (loaded);
  g_assert_null (load_sample_text (text, KHATT_LIMIT_ARTICLE + 1, "a.txt", "2025-08-08", &error));
  g_assert_error (error, KHATT_FILES_ERROR, KHATT_FILES_ERROR_TOO_LARGE);
}

static void
test_the_encoding_is_recognised (void)
{
  static const struct
  {
    const char *encoding;
    gboolean is_guess;
  } rows[] = {
    { "UTF-8", FALSE },       { "UTF-16LE", TRUE },   { "UTF-16BE", TRUE },
    { "WINDOWS-1256", TRUE }, { "ISO-8859-6", TRUE },
  };
  const char text[] = "قال وزير الخارجية في مؤتمر صحفي إن بلاده تدعم الحوار بين الطرفين.\n"
                      "وأضاف أن الاجتماع سيعقد في القاهرة يوم الجمعة المقبل.\n";

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gsize length = 0;
      g_autofree char *bytes = g_convert (text, -1, rows[i].encoding, "UTF-8", NULL, &length, NULL);
      KhattEncoding found;
      g_autoptr (KhattLoaded) loaded = NULL;

      g_assert_nonnull (bytes);
      found = khatt_encoding_detect ((const guint8 *) bytes, length, TRUE);
      g_assert_cmpint (g_ascii_strcasecmp (found.name, rows[i].encoding), ==, 0);
      g_assert_cmpint (found.is_guess, ==, rows[i].is_guess);
      loaded = load_sample_text (bytes, (gssize) length, "a.txt", "2025-08-08", NULL);
      g_assert_cmpstr (khatt_timeline_get_article (loaded->timeline, 0)->text, ==, text);
      g_assert_cmpuint (loaded->issues->len, ==, rows[i].is_guess ? 1 : 0);
    }
}

static void
test_marks_win_over_guesses (void)
{
  static const struct
  {
    const char *bytes;
    gsize length;
    const char *name;
  } rows[] = {
    { "\xEF\xBB\xBFx", 4, "UTF-8" },          { "\xFF\xFEx\0", 4, "UTF-16LE" },
    { "\xFE\xFF\0x", 4, "UTF-16BE" },         { "\xFF\xFE\0\0x\0\0\0", 8, "UTF-32LE" },
    { "\0\0\xFE\xFF\0\0\0x", 8, "UTF-32BE" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      KhattEncoding found =
          khatt_encoding_detect ((const guint8 *) rows[i].bytes, rows[i].length, TRUE);

      g_assert_cmpstr (found.name, ==, rows[i].name);
      g_assert_false (found.is_guess);
    }
}

static void
test_head_lines_are_no_part_of_the_text (void)
{
  g_autofree char *text = g_strconcat ("Title: مكالمة\nPUBLISHED: 2025-08-08\r\nPublisher: وكالة\n"
                                       "Address: https://example.org/\n\n",
                                       load_sample_article, NULL);
  g_autoptr (KhattLoaded) loaded = load_sample_text (text, -1, "a.txt", "1999-01-01", NULL);
  const KhattArticle *article = khatt_timeline_get_article (loaded->timeline, 0);

  g_assert_cmpstr (article->title, ==, "مكالمة");
  g_assert_cmpstr (article->published, ==, "2025-08-08");
  g_assert_cmpstr (article->publisher, ==, "وكالة");
  g_assert_cmpstr (article->address, ==, "https://example.org/");
  g_assert_cmpstr (article->text, ==, load_sample_article);
  g_assert_cmpstr (khatt_timeline_get_title (loaded->timeline), ==, "مكالمة");
  g_assert_cmpint (khatt_timeline_get_direction (loaded->timeline), ==, KHATT_DIRECTION_RTL);
}

static void
test_a_first_paragraph_is_no_head (void)
{
  const char text[] = "Title: a\nقال الرئيس.\n\nنص\n";
  g_autoptr (KhattLoaded) loaded = load_sample_text (text, -1, "a.txt", "2025-08-08", NULL);

  g_assert_cmpstr (khatt_timeline_get_article (loaded->timeline, 0)->text, ==, text);
}

static void
test_a_wrong_date_of_publication_is_an_issue (void)
{
  g_autofree char *text = g_strconcat ("Published: 2025-02-31\n\n", load_sample_article, NULL);
  g_autoptr (KhattLoaded) loaded = load_sample_text (text, -1, "a.txt", "2025-08-08", NULL);

  g_assert_cmpuint (loaded->issues->len, ==, 1);
  g_assert_cmpstr (khatt_timeline_get_article (loaded->timeline, 0)->published, ==, "2025-08-08");
}

static void
test_line_ends_become_line_feeds (void)
{
  g_autoptr (KhattLoaded) loaded =
      load_sample_text ("\xEF\xBB\xBFقال\r\nوزير\rأمس\n", -1, "a.txt", "2025-08-08", NULL);

  g_assert_cmpstr (khatt_timeline_get_article (loaded->timeline, 0)->text, ==, "قال\nوزير\nأمس\n");
}

static void
test_an_article_without_a_lexicon_is_an_error (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (load_sample_article, strlen (load_sample_article));
  g_autoptr (GError) error = NULL;

  g_assert_null (khatt_load_bytes (bytes, "a.txt", NULL, NULL, &error));
  g_assert_error (error, KHATT_FILES_ERROR, KHATT_FILES_ERROR_FORMAT);
}

static void
test_excerpts_are_what_stands_at_their_spans (void)
{
  g_autoptr (KhattLoaded) loaded =
      load_sample_text (load_sample_article, -1, "a.txt", "2025-08-08", NULL);
  g_autofree char *written = load_sample_write (loaded->timeline);
  g_autoptr (KhattLoaded) back = load_sample_text (written, -1, "a.khatt", NULL, NULL);
  g_autofree char *again = load_sample_write (back->timeline);

  g_assert_cmpuint (load_sample_count (loaded), >, 0);
  g_assert_nonnull (strstr (written, "\"span\":["));
  /* Reading compares each excerpt with its span. */
  g_assert_cmpuint (back->issues->len, ==, 0);
  g_assert_cmpstr (again, ==, written);
}

static guint n_lexicons_asked;

static const KhattLexicon *
count_lexicon (void)
{
  n_lexicons_asked++;
  return load_sample_lexicon ();
}

static void
test_only_articles_ask_for_the_lexicon (void)
{
  static const struct
  {
    const char *name;
    const char *text;
    guint n_asked;
  } cases[] = {
    { "a.khatt", "{\"format\":\"khatt-timeline\",\"version\":1,\"events\":[]}\n", 0 },
    { "a.csv", "kind,date\ncall,2025-08-08\n", 0 },
    { "a.txt", load_sample_article, 1 },
  };
  const KhattLoadOptions options = { .get_lexicon = count_lexicon };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].text, strlen (cases[i].text));
      g_autoptr (GError) error = NULL;
      g_autoptr (KhattLoaded) loaded = NULL;

      n_lexicons_asked = 0;
      loaded = khatt_load_bytes (bytes, cases[i].name, &options, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (n_lexicons_asked, ==, cases[i].n_asked);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add_func ("/load-articles/" path, function)
  ADD ("the-encoding-is-recognised", test_the_encoding_is_recognised);
  ADD ("marks-win-over-guesses", test_marks_win_over_guesses);
  ADD ("head-lines-are-no-part-of-the-text", test_head_lines_are_no_part_of_the_text);
  ADD ("a-first-paragraph-is-no-head", test_a_first_paragraph_is_no_head);
  ADD ("a-wrong-date-of-publication-is-an-issue", test_a_wrong_date_of_publication_is_an_issue);
  ADD ("line-ends-become-line-feeds", test_line_ends_become_line_feeds);
  ADD ("an-article-without-a-lexicon-is-an-error", test_an_article_without_a_lexicon_is_an_error);
  ADD ("excerpts-are-what-stands-at-their-spans", test_excerpts_are_what_stands_at_their_spans);
  ADD ("only-articles-ask-for-the-lexicon", test_only_articles_ask_for_the_lexicon);
  ADD ("an-article-has-a-limit-of-its-own", test_an_article_has_a_limit_of_its_own);
  return g_test_run ();
}
