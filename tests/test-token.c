/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "text-sample.h"

#include <string.h>

/* The folded words of a text, with a bar between them. */
static char *
join_tokens (const char *text)
{
  g_autoptr (KhattTokens) tokens = khatt_tokens_new (text_sample_lexicon (), text, -1);
  GString *joined = g_string_new (NULL);

  for (gsize i = 0; i < tokens->n_tokens; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? "|" : "", tokens->tokens[i].folded);
  return g_string_free (joined, FALSE);
}

static void
test_cuts (void)
{
  static const struct
  {
    const char *text;
    const char *tokens;
  } cases[] = {
    { "", "" },
    { " \t\n ", "" },
    { "أجرى الرئيسُ اتصالاً", "اجري|الرييس|اتصالا" },
    { "2015م", "2015|م" },
    { "الـ4 من", "ال|4|من" },
    { "١٠:٣٠", "10|:|30" },
    { "آذار/مارس", "اذار|/|مارس" },
    { "قال: “نعم”", "قال|:|“|نعم|”" },
    { "a\u0301b C", "ab|c" },
    { "،؛", "،|؛" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *tokens = join_tokens (cases[i].text);
      g_assert_cmpstr (tokens, ==, cases[i].tokens);
    }
}

static void
test_spans (void)
{
  const char *text = "زار «الوزيرُ» بيروت";
  g_autoptr (KhattTokens) tokens = khatt_tokens_new (text_sample_lexicon (), text, -1);

  g_assert_cmpuint (tokens->n_tokens, ==, 5);
  for (gsize i = 0; i < tokens->n_tokens; i++)
    {
      const KhattToken *token = &tokens->tokens[i];
      g_autofree char *source = g_strndup (text + token->first, token->after - token->first);

      g_assert_cmpuint (token->first, <, token->after);
      g_assert_true (g_utf8_validate (source, -1, NULL));
      if (i > 0)
        g_assert_cmpuint (tokens->tokens[i - 1].after, <=, token->first);
    }
  g_assert_cmpint (tokens->tokens[1].kind, ==, KHATT_TOKEN_QUOTE);
  g_assert_cmpint (tokens->tokens[2].kind, ==, KHATT_TOKEN_WORD);
  g_assert_false (tokens->tokens[2].has_space);
  g_assert_true (tokens->tokens[4].has_space);
}

static void
test_lines (void)
{
  g_autoptr (KhattTokens) tokens = khatt_tokens_new (text_sample_lexicon (), "a b\nc\n\nd", -1);

  g_assert_true (tokens->tokens[0].starts_line);
  g_assert_false (tokens->tokens[1].starts_line);
  g_assert_true (tokens->tokens[2].starts_line);
  g_assert_true (tokens->tokens[3].starts_line);
}

/* Around the end of a piece, a word is what it is elsewhere: behind a space, without one before it,
 * and where the whole piece is one word. */
static void
test_pieces (void)
{
  static const char *const fillers[] = { "a", "a ", "ab cd ", "،", "\n" };
  const char *words = "وزيرُ الخارجية";

  for (gsize i = 0; i < G_N_ELEMENTS (fillers); i++)
    for (gsize length = KHATT_TOKENS_PIECE_BYTES - 32; length <= KHATT_TOKENS_PIECE_BYTES + 1;
         length++)
      {
        g_autoptr (GString) text = g_string_new (NULL);
        g_autoptr (KhattTokens) tokens = NULL;
        const KhattToken *last;
        const KhattMatch *match;

        while (text->len < length)
          g_string_append (text, fillers[i]);
        g_string_append_c (text, ' ');
        g_string_append (text, words);
        tokens = khatt_tokens_new (text_sample_lexicon (), text->str, -1);
        last = &tokens->tokens[tokens->n_tokens - 1];
        g_assert_cmpuint (last->after, ==, text->len);
        g_assert_cmpstr (last->folded, ==, "الخارجيه");
        g_assert_cmpuint (last[-1].first, ==, text->len - strlen (words));
        g_assert_cmpuint (last[-1].after, ==, text->len - strlen (" الخارجية"));
        match = khatt_tokens_match (tokens, tokens->n_tokens - 2, KHATT_ENTRY_TITLE);
        g_assert_nonnull (match);
        g_assert_cmpuint (match->n_tokens, ==, 2);
      }
}

static void
test_longest_word (void)
{
  for (gsize length = KHATT_TOKEN_MAX_BYTES - 3; length <= KHATT_TOKEN_MAX_BYTES + 1; length++)
    {
      g_autofree char *text = g_strnfill (length, 'a');
      g_autoptr (KhattTokens) tokens = khatt_tokens_new (text_sample_lexicon (), text, -1);

      g_assert_cmpuint (tokens->n_tokens, ==, length > KHATT_TOKEN_MAX_BYTES ? 2 : 1);
      g_assert_cmpuint (tokens->tokens[0].length, ==, MIN (length, KHATT_TOKEN_MAX_BYTES));
      g_assert_cmpuint (tokens->tokens[tokens->n_tokens - 1].after, ==, length);
    }
}

/* A word has the same matches wherever no phrase goes on behind it, and others where one does. */
static void
test_words_are_looked_up_where_they_stand (void)
{
  static const struct
  {
    gsize token;
    guint n_tokens;
  } cases[] = { { 0, 1 }, { 2, 3 }, { 6, 1 }, { 8, 2 }, { 11, 3 }, { 15, 1 } };
  g_autoptr (KhattTokens) tokens =
      khatt_tokens_new (text_sample_lexicon (),
                        "وزير ، وزير الشؤون الخارجية ، وزير ، وزير خارجية ، "
                        "وزير الشؤون الخارجية ، وزير",
                        -1);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const KhattMatch *match = khatt_tokens_match (tokens, cases[i].token, KHATT_ENTRY_TITLE);

      g_assert_nonnull (match);
      g_assert_cmpuint (match->n_tokens, ==, cases[i].n_tokens);
    }
}

static void
test_proclitics (void)
{
  static const struct
  {
    const char *word;
    KhattEntryClass class;
    guint proclitics;
  } cases[] = {
    { "موسكو", KHATT_ENTRY_CITY, 0 },
    { "وموسكو", KHATT_ENTRY_CITY, KHATT_PROCLITIC_WAW },
    { "بموسكو", KHATT_ENTRY_CITY, KHATT_PROCLITIC_BA },
    { "ولبيروت", KHATT_ENTRY_CITY, KHATT_PROCLITIC_WAW | KHATT_PROCLITIC_LAM },
    { "بيروت", KHATT_ENTRY_CITY, 0 },
    { "للصين", KHATT_ENTRY_COUNTRY, KHATT_PROCLITIC_LAM },
    { "والصين", KHATT_ENTRY_COUNTRY, KHATT_PROCLITIC_WAW },
    { "للرئيس", KHATT_ENTRY_TITLE, KHATT_PROCLITIC_LAM | KHATT_PROCLITIC_AL },
    { "الروسي", KHATT_ENTRY_ADJECTIVE, KHATT_PROCLITIC_AL },
    { "والاتصال", KHATT_ENTRY_NOUN, KHATT_PROCLITIC_WAW | KHATT_PROCLITIC_AL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KhattTokens) tokens = khatt_tokens_new (text_sample_lexicon (), cases[i].word, -1);
      const KhattMatch *match = khatt_tokens_match (tokens, 0, cases[i].class);

      g_assert_nonnull (match);
      g_assert_cmpuint (match->proclitics, ==, cases[i].proclitics);
    }
}

static void
test_prefix_stays_on_what_no_table_has (void)
{
  g_autoptr (KhattTokens) tokens = khatt_tokens_new (text_sample_lexicon (), "وركمبوط", -1);

  g_assert_cmpuint (tokens->tokens[0].n_matches, ==, 0);
  g_assert_cmpstr (tokens->tokens[0].folded, ==, "وركمبوط");
}

static void
test_longest_phrase (void)
{
  static const struct
  {
    const char *text;
    KhattEntryClass class;
    guint n_tokens;
  } cases[] = {
    { "الولايات المتحدة الأمريكية", KHATT_ENTRY_COUNTRY, 3 },
    { "الولايات المتحدة وروسيا", KHATT_ENTRY_COUNTRY, 2 },
    { "وزير الدولة للشؤون الخارجية", KHATT_ENTRY_TITLE, 4 },
    { "وزير خارجية تركيا", KHATT_ENTRY_TITLE, 2 },
    { "جنوب السودان", KHATT_ENTRY_COUNTRY, 2 },
    { "وزير\nالخارجية", KHATT_ENTRY_TITLE, 1 }, /* no phrase crosses a line */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KhattTokens) tokens = khatt_tokens_new (text_sample_lexicon (), cases[i].text, -1);
      const KhattMatch *match = khatt_tokens_match (tokens, 0, cases[i].class);

      g_assert_nonnull (match);
      g_assert_cmpuint (match->n_tokens, ==, cases[i].n_tokens);
    }
}

static void
test_no_verb_behind_a_preposition (void)
{
  g_autoptr (KhattTokens) tokens = khatt_tokens_new (text_sample_lexicon (), "كقال", -1);

  g_assert_null (khatt_tokens_match (tokens, 0, KHATT_ENTRY_VERB));
}

static void
test_match_beyond_the_end (void)
{
  g_autoptr (KhattTokens) tokens = khatt_tokens_new (text_sample_lexicon (), "قال", -1);

  g_assert_null (khatt_tokens_match (tokens, 1, KHATT_ENTRY_VERB));
  g_assert_null (khatt_tokens_match (tokens, G_MAXSIZE, KHATT_ENTRY_VERB));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/token/words-numbers-and-marks", test_cuts);
  g_test_add_func ("/token/spans-are-of-the-source", test_spans);
  g_test_add_func ("/token/knows-line-starts", test_lines);
  g_test_add_func ("/token/cuts-pieces-like-the-whole", test_pieces);
  g_test_add_func ("/token/cuts-the-longest-word", test_longest_word);
  g_test_add_func ("/token/looks-words-up-where-they-stand",
                   test_words_are_looked_up_where_they_stand);
  g_test_add_func ("/token/takes-proclitics-off-known-words", test_proclitics);
  g_test_add_func ("/token/leaves-unknown-words-whole", test_prefix_stays_on_what_no_table_has);
  g_test_add_func ("/token/finds-the-longest-phrase", test_longest_phrase);
  g_test_add_func ("/token/no-verb-takes-ka", test_no_verb_behind_a_preposition);
  g_test_add_func ("/token/asks-beyond-the-end-in-vain", test_match_beyond_the_end);
  return g_test_run ();
}
