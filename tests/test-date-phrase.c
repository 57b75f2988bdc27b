/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "khatt-date-phrase.h"
#include "khatt-issue.h"

#include <string.h>

/* tests/data/text/date-phrases.tsv: every line belongs to a group, every group is a test case. */
enum
{
  COLUMN_GROUP,
  COLUMN_REFERENCE,
  COLUMN_TENSE,
  COLUMN_SENTENCE,
  COLUMN_FIRST_DATE,
};

static const char *const groups[] = {
  "today", "weekdays", "days", "month-families", "months", "hijri", "numeric", "ranges",
  "parts", "units",    "ago",  "years",          "vague",  "none",  NULL,
};

static KhattLexicon *lexicon;
static GPtrArray *lines;

static char *
load (GTestFileType type, const char *first, const char *second, const char *third)
{
  g_autofree char *path = g_test_build_filename (type, first, second, third, NULL);
  g_autoptr (GError) error = NULL;
  char *contents = NULL;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  return contents;
}

static void
load_lexicon (void)
{
  static const char *const names[] = { "dates.tsv", "nouns.tsv", "verbs.tsv" };
  KhattLexiconTable tables[G_N_ELEMENTS (names)] = { 0 };
  g_autoptr (GPtrArray) issues = khatt_issues_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *folder = g_build_filename ("..", "data", "lexicon", "ar", NULL);
      char *contents = load (G_TEST_DIST, folder, names[i], NULL);

      tables[i].name = names[i];
      tables[i].bytes = g_bytes_new_take (contents, strlen (contents));
    }
  lexicon = khatt_lexicon_new (tables, G_N_ELEMENTS (tables), issues);
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    g_bytes_unref (tables[i].bytes);
  for (guint i = 0; i < issues->len; i++)
    {
      g_autofree char *issue = khatt_issue_to_string (issues->pdata[i]);
      g_test_message ("%s", issue);
    }
  g_assert_cmpuint (issues->len, ==, 0);
}

static void
load_lines (void)
{
  g_autofree char *contents = load (G_TEST_DIST, "data", "text", "date-phrases.tsv");
  g_auto (GStrv) texts = g_strsplit (contents, "\n", -1);

  lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  for (char **text = texts; *text != NULL; text++)
    if (**text != '\0' && **text != '#')
      g_ptr_array_add (lines, g_strsplit (*text, "\t", -1));
}

static KhattDateContext
make_context (const char *reference, const char *tense)
{
  KhattDateContext context = { 0 };
  KhattDate date;

  if (!g_str_equal (reference, "-"))
    {
      g_assert_true (khatt_date_parse (reference, -1, &date, NULL));
      context.has_reference = TRUE;
      context.reference = khatt_days_from_seconds (khatt_date_first (&date));
    }
  if (g_str_equal (tense, "past"))
    context.tense = KHATT_TENSE_PAST;
  else if (g_str_equal (tense, "future"))
    context.tense = KHATT_TENSE_FUTURE;
  return context;
}

static GArray *
find (KhattTokens *tokens, const KhattDateContext *context)
{
  return khatt_date_phrases_find (tokens, 0, tokens->n_tokens, context);
}

/* The dates of a sentence, between spaces. */
static char *
dump (const char *sentence, const KhattDateContext *context)
{
  g_autoptr (KhattTokens) tokens = khatt_tokens_new (lexicon, sentence, -1);
  g_autoptr (GArray) phrases = find (tokens, context);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < phrases->len; i++)
    {
      const KhattDatePhrase *phrase = &g_array_index (phrases, KhattDatePhrase, i);
      g_autofree char *edtf = khatt_date_to_edtf (&phrase->date);

      g_assert_cmpuint (phrase->first, <, phrase->after);
      g_assert_cmpuint (phrase->after, <=, strlen (sentence));
      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", *edtf == '\0' ? "?" : edtf);
    }
  return g_string_free (text, FALSE);
}

static void
test_group (gconstpointer group)
{
  int n_lines = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      char **line = lines->pdata[i];
      KhattDateContext context;
      g_autofree char *found = NULL;
      g_autofree char *expected = NULL;

      if (!g_str_equal (line[COLUMN_GROUP], group))
        continue;
      n_lines++;
      g_test_message ("%s: %s", line[COLUMN_REFERENCE], line[COLUMN_SENTENCE]);
      context = make_context (line[COLUMN_REFERENCE], line[COLUMN_TENSE]);
      found = dump (line[COLUMN_SENTENCE], &context);
      expected = g_strjoinv (" ", line + COLUMN_FIRST_DATE);
      g_assert_cmpstr (found, ==, expected);
    }
  g_assert_cmpint (n_lines, >, 0);
}

static void
test_every_line_has_a_group (void)
{
  for (guint i = 0; i < lines->len; i++)
    g_assert_true (g_strv_contains ((const char *const *) groups, ((char **) lines->pdata[i])[0]));
}

static void
test_span (void)
{
  const char *sentence = "وأجرى الوزير، اليوم الجمعة، اتصالا مع نظيره";
  const KhattDateContext context = make_context ("2025-08-08", "past");
  g_autoptr (KhattTokens) tokens = khatt_tokens_new (lexicon, sentence, -1);
  g_autoptr (GArray) phrases = find (tokens, &context);
  const KhattDatePhrase *phrase;
  g_autofree char *text = NULL;

  g_assert_cmpuint (phrases->len, ==, 1);
  phrase = &g_array_index (phrases, KhattDatePhrase, 0);
  text = g_strndup (sentence + phrase->first, phrase->after - phrase->first);
  g_assert_cmpstr (text, ==, "اليوم الجمعة");
  g_assert_cmpstr (phrase->rule, ==, "date.today");
  g_assert_cmpint (phrase->certainty, ==, KHATT_CERTAINTY_RELATIVE);
}

static void
test_what_is_said_without_reference (void)
{
  const KhattDateContext context = { 0 };
  g_autoptr (KhattTokens) tokens = khatt_tokens_new (lexicon, "يوم الجمعة وفي 6 أغسطس الجاري", -1);
  g_autoptr (GArray) phrases = find (tokens, &context);
  const KhattDatePhrase *weekday, *day;

  g_assert_cmpuint (phrases->len, ==, 2);
  weekday = &g_array_index (phrases, KhattDatePhrase, 0);
  day = &g_array_index (phrases, KhattDatePhrase, 1);
  g_assert_cmpint (weekday->start.shape, ==, KHATT_POINT_WEEKDAY);
  g_assert_cmpint (weekday->start.weekday, ==, 5);
  g_assert_cmpint (day->start.shape, ==, KHATT_POINT_DAY);
  g_assert_cmpint (day->start.day, ==, 6);
  g_assert_cmpint (day->start.month, ==, 8);
  g_assert_cmpint (day->start.direction, ==, KHATT_DATE_DIRECTION_THIS);
  g_assert_false (khatt_date_is_known (&day->date));
}

static void
test_resolve_anew (void)
{
  const KhattDateContext past = make_context ("2025-08-08", "past");
  const KhattDateContext future = make_context ("2025-08-08", "future");
  g_autoptr (KhattTokens) tokens = khatt_tokens_new (lexicon, "الاثنين", -1);
  g_autoptr (GArray) phrases = find (tokens, &past);
  KhattDatePhrase *phrase = &g_array_index (phrases, KhattDatePhrase, 0);
  g_autofree char *before = khatt_date_to_edtf (&phrase->date);
  g_autofree char *after = NULL;

  khatt_date_phrase_resolve (phrase, &future);
  after = khatt_date_to_edtf (&phrase->date);
  g_assert_cmpstr (before, ==, "2025-08-04");
  g_assert_cmpstr (after, ==, "2025-08-11");
  g_assert_cmpint (phrase->certainty, ==, KHATT_CERTAINTY_INFERRED);
}

static void
test_links (void)
{
  static const struct
  {
    const char *sentence;
    KhattDateLink link;
  } cases[] = {
    { "منذ تموز 2009", KHATT_DATE_LINK_SINCE },
    { "حتى الثاني من اب 2012", KHATT_DATE_LINK_UNTIL },
    { "في أغسطس 2025", KHATT_DATE_LINK_IN },
    { "بعد 8 أغسطس 2025", KHATT_DATE_LINK_AFTER },
    { "زار 8 أغسطس 2025", KHATT_DATE_LINK_NONE },
  };
  const KhattDateContext context = { 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KhattTokens) tokens = khatt_tokens_new (lexicon, cases[i].sentence, -1);
      g_autoptr (GArray) phrases = find (tokens, &context);

      g_assert_cmpuint (phrases->len, ==, 1);
      g_assert_cmpint (g_array_index (phrases, KhattDatePhrase, 0).link, ==, cases[i].link);
    }
}

static void
test_nouns (void)
{
  static const struct
  {
    const char *sentence;
    const char *noun;
  } cases[] = {
    { "مشيرا إلى لقائه في الكرملين يوم 6 أغسطس الجاري", "لقايه" },
    { "نتائج الاجتماع الثلاثي الأخير", "الاجتماع" },
    { "تحضيرات زيارة الرئيس الروسي المرتقبة", "زياره" },
    { "خلال زيارته الأخيرة", "زيارته" },
    { "ثم سافر. وفي 6 أغسطس الجاري", NULL },
  };
  const KhattDateContext context = make_context ("2025-08-08", "past");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KhattTokens) tokens = khatt_tokens_new (lexicon, cases[i].sentence, -1);
      g_autoptr (GArray) phrases = find (tokens, &context);
      gssize noun;

      g_assert_cmpuint (phrases->len, ==, 1);
      noun = g_array_index (phrases, KhattDatePhrase, 0).noun_token;
      g_assert_cmpstr (noun < 0 ? NULL : tokens->tokens[noun].folded, ==, cases[i].noun);
    }
}

static void
test_any_text_is_read (void)
{
  g_autofree char *contents = load (G_TEST_DIST, "data", "text", "date-phrases.tsv");
  const KhattDateContext context = make_context ("2025-08-08", "past");
  gsize length = strlen (contents);

  /* Every prefix ends somewhere in the middle of a phrase. */
  for (gsize n = 0; n < MIN (length, 4000); n += 7)
    {
      g_autofree char *text = g_utf8_make_valid (contents, (gssize) n);
      g_autoptr (KhattTokens) tokens = khatt_tokens_new (lexicon, text, -1);
      g_autoptr (GArray) phrases = find (tokens, &context);

      for (guint i = 0; i < phrases->len; i++)
        g_assert_cmpuint (g_array_index (phrases, KhattDatePhrase, i).after_token, <=,
                          tokens->n_tokens);
    }
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  load_lexicon ();
  load_lines ();
  for (gsize i = 0; groups[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat ("/date-phrase/", groups[i], NULL);
      g_test_add_data_func (path, groups[i], test_group);
    }
  g_test_add_func ("/date-phrase/every-line-has-a-group", test_every_line_has_a_group);
  g_test_add_func ("/date-phrase/span-of-the-source", test_span);
  g_test_add_func ("/date-phrase/without-a-reference-what-is-said-is-kept",
                   test_what_is_said_without_reference);
  g_test_add_func ("/date-phrase/counted-anew-in-another-tense", test_resolve_anew);
  g_test_add_func ("/date-phrase/links", test_links);
  g_test_add_func ("/date-phrase/nouns-they-stand-with", test_nouns);
  g_test_add_func ("/date-phrase/any-text-is-read", test_any_text_is_read);
  result = g_test_run ();
  khatt_lexicon_unref (lexicon);
  g_ptr_array_unref (lines);
  return result;
}
