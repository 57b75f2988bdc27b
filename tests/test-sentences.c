/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "text-sample.h"

typedef struct
{
  const char *text;
  guint n_sentences;
} Count;

static void
check_counts (const Count *cases, gsize n_cases)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      g_autoptr (KhattTokens) tokens = khatt_tokens_new (text_sample_lexicon (), cases[i].text, -1);
      g_autoptr (KhattSentences) sentences = khatt_sentences_new (tokens);

      if (sentences->sentences->len != cases[i].n_sentences)
        g_test_message ("%s", cases[i].text);
      g_assert_cmpuint (sentences->sentences->len, ==, cases[i].n_sentences);
    }
}

static void
test_stops (void)
{
  static const Count cases[] = {
    { "", 0 },
    { "قال نعم. ثم ذهب.", 2 },
    { "هل وصل؟ نعم! وصل.", 3 },
    { "سطر أول\nسطر ثان", 2 },
    { "انتظر... ثم مضى.", 2 },
    { "قال (نعم. لا) ومضى.", 1 },
    { "قال (نعم (أي لا)). ومضى.", 2 },
    { "بلغ 2.5 مليون.", 1 },
    { "سطر واحد بلا نقطة", 1 },
    { "وصل الوفد إلى القاهرة.واستقبله الوزير.", 2 },
    { "استقبل الرئيس .. معالي الوزير والوفد المرافق.", 1 },
    { "استقبل الرئيس..\nوغادر", 2 },
  };

  check_counts (cases, G_N_ELEMENTS (cases));
}

static void
test_abbreviations (void)
{
  static const Count cases[] = {
    { "استقبل د. سمير الوفد. وغادر.", 2 },
    { "وفق أ. ش. أ يوم السبت.", 1 },
    { "في سنة 1436هـ. وبعدها عاد.", 2 },
  };

  check_counts (cases, G_N_ELEMENTS (cases));
}

static void
test_quoted_stops (void)
{
  static const Count cases[] = {
    { "قال: “وصلنا. سنعود غدا”. ثم سكت.", 2 },
    { "قال «وصلنا. سنعود» وسكت.", 1 },
    { "قال \"وصلنا. سنعود\" وسكت.", 1 },
    { "قال „وصلنا. سنعود“ وسكت.", 1 },
    { "قال: “وصلنا. ولم يغلق\nسطر ثان. وثالث.", 3 }, /* an open mark ends with its line */
  };

  check_counts (cases, G_N_ELEMENTS (cases));
}

static char *
join_quotations (const char *text)
{
  g_autoptr (KhattTokens) tokens = khatt_tokens_new (text_sample_lexicon (), text, -1);
  g_autoptr (KhattSentences) sentences = khatt_sentences_new (tokens);
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < sentences->quotations->len; i++)
    {
      const KhattQuotation *quotation = &g_array_index (sentences->quotations, KhattQuotation, i);
      g_string_append_printf (joined, "%u:%.*s|", quotation->depth,
                              (int) (quotation->after - quotation->first), text + quotation->first);
    }
  return g_string_free (joined, FALSE);
}

static void
test_quotations (void)
{
  static const struct
  {
    const char *text;
    const char *quotations;
  } cases[] = {
    { "قال “نعم” و«لا»", "0:نعم|0:لا|" },
    { "قال ”نعم“ ثم", "0:نعم|" },
    { "قال \"نعم\" ثم \"لا\"", "0:نعم|0:لا|" },
    { "قال «قرأت “الكتاب” أمس»", "0:قرأت “الكتاب” أمس|1:الكتاب|" },
    { "قال \"نعم", "0:نعم|" },
    { "لا علامات هنا", "" },
    { "قال “ نعم ” ثم", "0:نعم|" },
    { "don't stop", "" },
    { "»نعم« قال", "0:نعم|" },
    { "قال ''نعم هنا'' ثم", "0:نعم هنا|" },
    { "قال 'نعم هنا' ثم", "0:نعم هنا|" },
    { "قال ``نعم هنا`` ثم", "0:نعم هنا|" },
    { "قال <<نعم هنا>> ثم", "0:نعم هنا|" },
    { "قال ((نعم هنا)) ثم", "0:نعم هنا|" },
    { "قال »نعم هنا«.", "0:نعم هنا|" },
    { "قال “نعم هنا“.", "0:نعم هنا|" },
    { "قال ”نعم هنا”.", "0:نعم هنا|" },
    { "قال\"نعم هنا\".", "0:نعم هنا|" },
    { "قال \"نعم هنا\"وأضاف \"لا هناك\".", "0:نعم هنا|0:لا هناك|" },
    { "إنه وصل هنا\"، وأضاف \"لا هناك\".", "0:لا هناك|" },
    { "إنه وصل هنا”، وأضاف “لا هناك”.", "0:لا هناك|" },
    { "قرأ (الباب (الأول)) ثم \"كتب هنا\"", "0:كتب هنا|" },
    /* the outer mark is never closed: it ends with the inner one */
    { "قال: \"يدعو إلى\"سلام عادل وشامل\".", "0:يدعو إلى\"سلام عادل وشامل|1:سلام عادل وشامل|" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *quotations = join_quotations (cases[i].text);
      g_assert_cmpstr (quotations, ==, cases[i].quotations);
    }
}

static void
test_nesting_is_bounded (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (KhattTokens) tokens = NULL;
  g_autoptr (KhattSentences) sentences = NULL;

  for (int i = 0; i < 20000; i++)
    g_string_append (text, "„ا ");
  tokens = khatt_tokens_new (text_sample_lexicon (), text->str, -1);
  sentences = khatt_sentences_new (tokens);
  for (guint i = 0; i < sentences->quotations->len; i++)
    g_assert_cmpuint (g_array_index (sentences->quotations, KhattQuotation, i).depth, <, 8);
}

/* Prose has no sentence of more than four hundred tokens; what has is cut there. */
static void
test_length_is_bounded (void)
{
  static const struct
  {
    guint n_tokens;
    guint n_sentences;
  } cases[] = { { 400, 1 }, { 401, 2 }, { 800, 2 }, { 801, 3 } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (KhattTokens) tokens = NULL;
      g_autoptr (KhattSentences) sentences = NULL;

      for (guint k = 0; k < cases[i].n_tokens; k++)
        g_string_append (text, "كلمة ");
      tokens = khatt_tokens_new (text_sample_lexicon (), text->str, -1);
      sentences = khatt_sentences_new (tokens);
      g_assert_cmpuint (sentences->sentences->len, ==, cases[i].n_sentences);
    }
}

static void
test_spans (void)
{
  const char *text = "\n  أول. \n\n ثان بلا نقطة \n";
  g_autoptr (KhattTokens) tokens = khatt_tokens_new (text_sample_lexicon (), text, -1);
  g_autoptr (KhattSentences) sentences = khatt_sentences_new (tokens);
  const KhattSpan *first = &g_array_index (sentences->sentences, KhattSpan, 0);
  const KhattSpan *second = &g_array_index (sentences->sentences, KhattSpan, 1);
  g_autofree char *one = g_strndup (text + first->first, first->after - first->first);
  g_autofree char *two = g_strndup (text + second->first, second->after - second->first);

  g_assert_cmpuint (sentences->sentences->len, ==, 2);
  g_assert_cmpstr (one, ==, "أول.");
  g_assert_cmpstr (two, ==, "ثان بلا نقطة");
  g_assert_true (first->is_closed);
  g_assert_false (second->is_closed);
  g_assert_true (second->after_blank);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sentences/end-at-stops-and-lines", test_stops);
  g_test_add_func ("/sentences/know-abbreviations", test_abbreviations);
  g_test_add_func ("/sentences/go-on-inside-quotations", test_quoted_stops);
  g_test_add_func ("/sentences/find-quotations-of-every-style", test_quotations);
  g_test_add_func ("/sentences/nest-to-a-limit", test_nesting_is_bounded);
  g_test_add_func ("/sentences/are-cut-at-a-limit", test_length_is_bounded);
  g_test_add_func ("/sentences/spans-are-of-the-source", test_spans);
  return g_test_run ();
}
