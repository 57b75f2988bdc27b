/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The lexicon and the first stages of reading, for the tests of text/.
 */

#include "text-sample.h"

#include "khatt-issue.h"

#include <string.h>

static const char *const tables[] = {
  "adjectives.tsv", "agencies.tsv", "cities.tsv", "countries.tsv",     "dates.tsv",
  "honorifics.tsv", "markers.tsv",  "nouns.tsv",  "organisations.tsv", "titles.tsv",
  "verbs.tsv",      "words.tsv",    NULL,
};

/**
 * text_sample_tables:
 *
 * Returns: (transfer none): the names of the tables
 */
const char *const *
text_sample_tables (void)
{
  return tables;
}

/**
 * text_sample_load_table:
 * @name: a table's name
 *
 * Returns: (transfer full): what stands in it
 */
char *
text_sample_load_table (const char *name)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "..", "data", "lexicon", "ar", name, NULL);
  g_autoptr (GError) error = NULL;
  char *contents = NULL;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  return contents;
}

static KhattLexicon *
load_lexicon (void)
{
  KhattLexiconTable list[G_N_ELEMENTS (tables) - 1] = { 0 };
  g_autoptr (GPtrArray) issues = khatt_issues_new ();
  KhattLexicon *lexicon;

  for (gsize i = 0; i < G_N_ELEMENTS (list); i++)
    {
      char *contents = text_sample_load_table (tables[i]);
      list[i].name = tables[i];
      list[i].bytes = g_bytes_new_take (contents, strlen (contents));
    }
  lexicon = khatt_lexicon_new (list, G_N_ELEMENTS (list), issues);
  for (gsize i = 0; i < G_N_ELEMENTS (list); i++)
    g_bytes_unref (list[i].bytes);
  for (guint i = 0; i < issues->len; i++)
    {
      g_autofree char *issue = khatt_issue_to_string (issues->pdata[i]);
      g_test_message ("%s", issue);
    }
  g_assert_cmpuint (issues->len, ==, 0);
  return lexicon;
}

/**
 * text_sample_lexicon:
 *
 * Returns: (transfer none): the Arabic lexicon, made at the first call
 */
KhattLexicon *
text_sample_lexicon (void)
{
  static KhattLexicon *lexicon = NULL;

  if (lexicon == NULL)
    lexicon = load_lexicon ();
  return lexicon;
}

/**
 * text_sample_new:
 * @text: a text
 *
 * Reads a text as far as its mentions.
 *
 * Returns: (transfer full): the sample
 */
TextSample *
text_sample_new (const char *text)
{
  TextSample *sample = g_new0 (TextSample, 1);

  sample->article = khatt_article_new ("a1", text, -1);
  sample->sheets =
      khatt_sheets_new (text_sample_lexicon (), sample->article, sample->article->length, NULL);
  g_assert_cmpuint (khatt_sheets_get_n (sample->sheets), ==, 1);
  sample->view = *khatt_sheets_open (sample->sheets, 0);
  sample->tokens = sample->view.tokens;
  sample->sentences = sample->view.sentences;
  sample->items = sample->view.items;
  sample->actors = sample->view.actors;
  sample->mentions = sample->view.mentions;
  return sample;
}

/**
 * text_sample_free:
 * @sample: (transfer full): a sample
 *
 * Frees a sample.
 */
void
text_sample_free (TextSample *sample)
{
  khatt_sheets_free (sample->sheets);
  khatt_article_unref (sample->article);
  g_free (sample);
}

/**
 * text_sample_dup_tokens:
 * @sample: a sample
 * @first: a token
 * @after: the token behind the last one
 *
 * Returns: (transfer full): the text of these tokens
 */
char *
text_sample_dup_tokens (const TextSample *sample, gsize first, gsize after)
{
  guint32 start = sample->tokens->tokens[first].first;

  return g_strndup (sample->article->text + start, sample->tokens->tokens[after - 1].after - start);
}
