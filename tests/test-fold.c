/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "khatt-fold.h"

#include <string.h>

typedef struct
{
  const char *text;
  const char *expected;
} Case;

static void
check_cases (const Case *cases, gsize n_cases)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      g_autofree char *folded = khatt_fold (cases[i].text, -1);
      g_assert_cmpstr (folded, ==, cases[i].expected);
    }
}

static void
test_arabic_letters (void)
{
  static const Case cases[] = {
    { "أحمد", "احمد" },   { "إيران", "ايران" },       { "آب", "اب" },       { "ٱلله", "الله" },
    { "وزارة", "وزاره" }, { "مصطفى", "مصطفي" },       { "مؤتمر", "موتمر" }, { "رئيس", "رييس" },
    { "سماء", "سماء" },   { "ڤلاديمير", "فلاديمير" }, { "پوتين", "بوتين" },
  };
  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_marks (void)
{
  static const Case cases[] = {
    { "مُحَمَّدٌ", "محمد" },
    { "الـــرئيس", "الرييس" },
    { "هٰذا", "هذا" },
    { "ا\u0654حمد", "احمد" },
    { "صلى الله عليه وسلم\u0610", "صلي الله عليه وسلم" },
  };
  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_persian (void)
{
  static const Case cases[] = {
    { "ایران", "ايران" },
    { "کریم", "كريم" },
    { "گفت", "كفت" },
    { "۱۴۰۴", "1404" },
  };
  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_invisible (void)
{
  static const Case cases[] = {
    { "\u200fقمة\u200e", "قمه" },
    { "\u2067قمة\u2069", "قمه" },
    { "\u202eقمة\u202c", "قمه" },
    { "می\u200cشود", "ميشود" },
    { "\ufeffقمة", "قمه" },
    { "a\u00adb", "ab" },
    { "a\x01"
      "b",
      "ab" },
  };
  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_digits (void)
{
  static const Case cases[] = { { "٨/٨/٢٠٢٥", "8/8/2025" },
                                { "۰۱۲۳۴۵۶۷۸۹", "0123456789" },
                                { "٠١٢٣٤٥٦٧٨٩", "0123456789" } };
  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_latin (void)
{
  static const Case cases[] = {
    { "Straße", "strasse" }, { "ÉLYSÉE", "elysee" },     { "Žižek", "zizek" },
    { "Ørsted", "orsted" },  { "İstanbul", "istanbul" }, { "Łódź", "lodz" },
    { "Việt", "viet" },      { "e\u0301", "e" },         { "ΑΘΗΝΑ", "αθηνα" },
    { "МОСКВА", "москва" },  { "Ærø", "aero" },
  };
  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_presentation_forms (void)
{
  static const Case cases[] = {
    { "\ufeb3\ufefc\ufee1", "سلام" },
    { "\ufe94", "ه" },
    { "\ufefb", "لا" },
    { "\ufdf2", "الله" },
    { "\ufef4", "ي" },
    { "\ufe80", "ء" },
  };
  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_untouched (void)
{
  static const Case cases[] = {
    { "", "" },         { "،؛؟«»", "،؛؟«»" }, { "a\nb\tc", "a\nb\tc" },
    { "北京", "北京" }, { "😀", "😀" },         { "a\u00a0b\u202f", "a b " },
  };
  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_map (void)
{
  const char *text = "وَزيرُ الــخارجيّةِ";
  KhattFolded folded;
  const char *word;

  khatt_fold_with_map (text, -1, &folded);
  g_assert_cmpstr (folded.text, ==, "وزير الخارجيه");
  g_assert_cmpuint (folded.length, ==, strlen (folded.text));
  g_assert_cmpuint (folded.offsets[folded.length], ==, strlen (text));

  word = strstr (folded.text, "الخارجيه");
  g_assert_true (g_str_has_prefix (text + folded.offsets[word - folded.text], "الــ"));
  for (gsize i = 1; i <= folded.length; i++)
    g_assert_cmpuint (folded.offsets[i], >=, folded.offsets[i - 1]);

  khatt_folded_clear (&folded);
  g_assert_null (folded.text);
  khatt_folded_clear (&folded);
}

static void
test_map_of_expansion (void)
{
  KhattFolded folded;

  khatt_fold_with_map ("xßy", -1, &folded);
  g_assert_cmpstr (folded.text, ==, "xssy");
  g_assert_cmpuint (folded.offsets[1], ==, 1);
  g_assert_cmpuint (folded.offsets[2], ==, 1);
  g_assert_cmpuint (folded.offsets[3], ==, 3);
  khatt_folded_clear (&folded);
}

static void
test_broken_utf8 (void)
{
  static const char *const texts[] = { "a\xff"
                                       "b",
                                       "\xd8",
                                       "\xe2\x80",
                                       "\xf0\x9f\x98",
                                       "\xed\xa0\x80",
                                       "\xc0\xaf" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      /* In a block of its own size, so that valgrind and ASan see one byte too many. */
      gsize length = strlen (texts[i]);
      char *text = g_memdup2 (texts[i], length);
      g_autofree char *folded = khatt_fold (text, (gssize) length);

      g_assert_true (g_utf8_validate (folded, -1, NULL));
      g_assert_nonnull (strstr (folded, "\ufffd"));
      g_free (text);
    }
}

static void
test_length (void)
{
  g_autofree char *folded = khatt_fold ("Khatt\0Line", 10);
  g_autofree char *first = khatt_fold ("Khatt", 2);

  g_assert_cmpstr (folded, ==, "khattline");
  g_assert_cmpstr (first, ==, "kh");
}

static void
test_idempotent (void)
{
  for (gunichar c = 1; c < 0x20000; c++)
    {
      char text[8] = "";
      g_autofree char *once = NULL;
      g_autofree char *twice = NULL;

      if (!g_unichar_validate (c))
        continue;
      g_unichar_to_utf8 (c, text);
      once = khatt_fold (text, -1);
      twice = khatt_fold (once, -1);
      g_assert_true (g_utf8_validate (once, -1, NULL));
      if (!g_str_equal (once, twice))
        g_test_message ("U+%04X", c);
      g_assert_cmpstr (once, ==, twice);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fold/arabic-letters-unite", test_arabic_letters);
  g_test_add_func ("/fold/tashkeel-and-tatweel-drop", test_marks);
  g_test_add_func ("/fold/persian-letters", test_persian);
  g_test_add_func ("/fold/invisible-characters-drop", test_invisible);
  g_test_add_func ("/fold/digits-become-ascii", test_digits);
  g_test_add_func ("/fold/latin-case-and-accents", test_latin);
  g_test_add_func ("/fold/presentation-forms", test_presentation_forms);
  g_test_add_func ("/fold/other-text-stays", test_untouched);
  g_test_add_func ("/fold/map-leads-back-to-the-source", test_map);
  g_test_add_func ("/fold/map-of-a-letter-that-became-two", test_map_of_expansion);
  g_test_add_func ("/fold/broken-utf8-is-marked-not-overread", test_broken_utf8);
  g_test_add_func ("/fold/length-is-respected", test_length);
  g_test_add_func ("/fold/twice-is-once-for-every-character", test_idempotent);
  return g_test_run ();
}
