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

static void
index_mentions (TextSample *sample)
{
  gsize n = sample->sentences->sentences->len, mention = 0;

  sample->first_mention = g_new0 (gsize, n + 2);
  for (gsize i = 0; i < n; i++)
    {
      const KhattSpan *span = &g_array_index (sample->sentences->sentences, KhattSpan, i);
      sample->first_mention[i] = mention;
      while (mention < sample->mentions->len &&
             g_array_index (sample->mentions, KhattMention, mention).first_token <
                 span->after_token)
        mention++;
    }
  sample->first_mention[n] = mention;
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
  KhattLexicon *lexicon = text_sample_lexicon ();
  TextSample *sample = g_new0 (TextSample, 1);

  sample->text = g_strdup (text);
  sample->tokens = khatt_tokens_new (lexicon, sample->text, -1);
  sample->sentences = khatt_sentences_new (sample->tokens);
  sample->items = khatt_items_new (sample->tokens, sample->sentences);
  sample->actors = khatt_actors_new (lexicon);
  sample->mentions = khatt_mentions_find (lexicon, sample->tokens, sample->sentences, sample->items,
                                          sample->actors);
  sample->is_quoted = g_new0 (guint8, sample->tokens->n_tokens + 1);
  index_mentions (sample);
  sample->view =
      (KhattText){ lexicon,        sample->tokens,   sample->sentences,     sample->items,
                   sample->actors, sample->mentions, sample->first_mention, sample->is_quoted };
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
  g_free (sample->is_quoted);
  g_free (sample->first_mention);
  g_array_unref (sample->mentions);
  khatt_actors_free (sample->actors);
  khatt_items_free (sample->items);
  khatt_sentences_free (sample->sentences);
  khatt_tokens_free (sample->tokens);
  g_free (sample->text);
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

  return g_strndup (sample->text + start, sample->tokens->tokens[after - 1].after - start);
}
