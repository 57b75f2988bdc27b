/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "khatt-countries.h"
#include "text-sample.h"

static void
test_codes (void)
{
  g_assert_true (khatt_country_code_is_known ("SY"));
  g_assert_true (khatt_country_code_is_known ("ZW"));
  g_assert_false (khatt_country_code_is_known ("QQ"));
  g_assert_false (khatt_country_code_is_known ("sy"));
  g_assert_false (khatt_country_code_is_known (""));
}

static void
test_names (void)
{
  g_autofree char *arabic = khatt_country_dup_name ("JP", "ar");
  g_autofree char *english = khatt_country_dup_name ("JP", "en");

  g_assert_cmpstr (arabic, ==, "اليابان");
  g_assert_cmpstr (english, ==, "Japan");
  g_assert_cmpstr (khatt_lexicon_get_country_name (text_sample_lexicon (), "SA"), ==, "السعودية");
  g_assert_null (khatt_lexicon_get_country_name (text_sample_lexicon (), "QQ"));
}

static const char *
find_code (const char *text, KhattEntryClass class)
{
  static char code[8];
  g_autoptr (KhattTokens) tokens = khatt_tokens_new (text_sample_lexicon (), text, -1);
  const KhattMatch *match = khatt_tokens_match (tokens, 0, class);

  g_strlcpy (code, match != NULL ? match->entry->fields[1] : "none", sizeof code);
  return code;
}

static void
test_aliases (void)
{
  static const char *const cases[][2] = {
    { "أميركا", "US" },       { "الولايات المتحدة", "US" },
    { "بريطانيا", "GB" },     { "سورية", "SY" },
    { "الإمارات", "AE" },     { "المجر", "HU" },
    { "بيلاروسيا", "BY" },    { "جنوب إفريقيا", "ZA" },
    { "دولة الكويت", "KW" },  { "الكرملين", "RU" },
    { "البيت الأبيض", "US" }, { "سلطنة عمان", "OM" },
    { "كوت ديفوار", "CI" },   { "فيجي", "FJ" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (find_code (cases[i][0], KHATT_ENTRY_COUNTRY), ==, cases[i][1]);
}

static void
test_adjectives (void)
{
  static const char *const cases[][2] = {
    { "الروسية", "RU" },      { "الأمريكيين", "US" }, { "الأميركي", "US" },
    { "مصري", "EG" },         { "السعوديون", "SA" },  { "الجنوب سوداني", "SS" },
    { "الكازاخستاني", "KZ" }, { "إثيوبية", "ET" },    { "النيوزيلندي", "NZ" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (find_code (cases[i][0], KHATT_ENTRY_ADJECTIVE), ==, cases[i][1]);
}

static void
test_capitals (void)
{
  static const char *const cases[][2] = { { "موسكو", "RU" },   { "بكين", "CN" },
                                          { "أنقرة", "TR" },   { "تل أبيب", "IL" },
                                          { "نيودلهي", "IN" }, { "أديس أبابا", "ET" } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (find_code (cases[i][0], KHATT_ENTRY_CITY), ==, cases[i][1]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/countries/know-their-codes", test_codes);
  g_test_add_func ("/countries/have-everyday-names", test_names);
  g_test_add_func ("/countries/have-aliases", test_aliases);
  g_test_add_func ("/countries/have-adjectives", test_adjectives);
  g_test_add_func ("/countries/have-capitals", test_capitals);
  return g_test_run ();
}
