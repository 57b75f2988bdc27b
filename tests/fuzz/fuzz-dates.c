/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any text as an Arabic article: its date phrases lie inside of it, in order, and mean dates that
 * print.
 */

#include "fuzz.h"
#include "khatt-date-phrase.h"
#include "khatt-published.h"

static KhattLexicon *
get_lexicon (void)
{
  static KhattLexicon *lexicon;
  g_autofree char *path = NULL;
  char *contents;
  gsize length;
  KhattLexiconTable table = { .name = "dates.tsv" };

  if (lexicon != NULL)
    return lexicon;
  path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "data", "lexicon", "ar", "dates.tsv",
                           NULL);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  table.bytes = g_bytes_new_take (contents, length);
  lexicon = khatt_lexicon_new (&table, 1, NULL);
  g_bytes_unref (table.bytes);
  return lexicon;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  const KhattDateContext context = { .reference = 20308, .has_reference = TRUE };
  g_autofree char *text = g_utf8_make_valid ((const char *) data, (gssize) size);
  g_autoptr (KhattTokens) tokens = khatt_tokens_new (get_lexicon (), text, -1);
  g_autoptr (GArray) phrases = khatt_date_phrases_find (tokens, 0, tokens->n_tokens, &context);
  g_autoptr (KhattClues) clues = khatt_clues_new ();
  KhattPublished published;
  gsize after = 0;

  for (guint i = 0; i < phrases->len; i++)
    {
      const KhattDatePhrase *phrase = &g_array_index (phrases, KhattDatePhrase, i);
      g_autofree char *edtf = khatt_date_to_edtf (&phrase->date);

      g_assert_cmpuint (phrase->first_token, >=, after);
      g_assert_cmpuint (phrase->after_token, >, phrase->first_token);
      g_assert_cmpuint (phrase->after_token, <=, tokens->n_tokens);
      after = phrase->after_token;
    }
  khatt_clues_gather (clues, tokens, NULL);
  khatt_clues_propose (clues, context.reference, &published);
  khatt_published_clear (&published);
  return 0;
}
