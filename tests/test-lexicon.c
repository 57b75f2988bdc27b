/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "khatt-fold.h"
#include "khatt-issue.h"
#include "text-sample.h"

#include <string.h>

static KhattLexicon *
make_lexicon (const char *name, const char *contents, GPtrArray *issues)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (contents, strlen (contents));
  KhattLexiconTable table = { .name = name, .bytes = bytes };

  return khatt_lexicon_new (&table, 1, issues);
}

static const KhattEntry *
find (const KhattLexicon *lexicon, const char *phrase, KhattEntryClass class)
{
  g_autofree char *folded = khatt_fold (phrase, -1);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  guint32 node = 0;

  for (gsize i = 0; words[i] != NULL; i++)
    {
      guint32 word = khatt_lexicon_find_word (lexicon, words[i], strlen (words[i]));
      node = word != 0 ? khatt_lexicon_step (lexicon, node, word) : G_MAXUINT32;
      if (node == G_MAXUINT32)
        return NULL;
    }
  return khatt_lexicon_get_entry (lexicon, node, class);
}

/* Every wrong line is named, and costs nothing else. */
static void
test_bad_lines (void)
{
  static const struct
  {
    const char *table;
    const char *contents;
    int line; /* of the only issue */
  } cases[] = {
    { "cities.tsv", "بيروت\tLB\tcapital\nحلب\tQQ\n", 2 },
    { "cities.tsv", "بيروت\tLB\tcapital\n\n# شيء\nحلب\tSY\tقديمة\n", 4 },
    { "cities.tsv", "بيروت\tLB\nبيروت\tLB\n", 2 },
    { "cities.tsv", "بيروت\tLB\nبِيروت\tLB\n", 2 }, /* the same when folded */
    { "adjectives.tsv", "حلبي\n", 1 },
    { "cities.tsv", "\tSY\n", 1 },
    { "titles.tsv", "كاتب\tscribe\n", 1 },
    { "verbs.tsv", "قال\tيقول\n", 1 },
    { "verbs.tsv", "همس\tيهمس\twhisper\n", 1 },
    { "nouns.tsv", "نزهة\tنزهات\tpicnic\n", 1 },
    { "markers.tsv", "كذا\tpicnic\n", 1 },
    { "cities.tsv", "ا ب ت ث ج ح خ د ذ ر ز\tSY\n", 1 },
    { "cities.tsv", "حلب\tSY\t\t\t\t\t\t\tكثير\n", 1 },
    { "cities.tsv", "\xff\xfe\tSY\n", 1 },
    { "poems.tsv", "بيت\n", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) issues = khatt_issues_new ();
      g_autoptr (KhattLexicon) lexicon = make_lexicon (cases[i].table, cases[i].contents, issues);
      const KhattIssue *issue;

      g_assert_nonnull (lexicon);
      g_assert_cmpuint (issues->len, ==, 1);
      issue = issues->pdata[0];
      g_assert_cmpstr (issue->file, ==, cases[i].table);
      g_assert_cmpint (issue->line, ==, cases[i].line);
      g_assert_cmpuint (strlen (issue->message), >, 10);
    }
}

static void
test_good_lines_beside_bad (void)
{
  g_autoptr (GPtrArray) issues = khatt_issues_new ();
  g_autoptr (KhattLexicon) lexicon =
      make_lexicon ("cities.tsv", "أ\tQQ\nحلب الشهباء\tSY\n", issues);

  g_assert_nonnull (find (lexicon, "حلب الشهباء", KHATT_ENTRY_CITY));
  g_assert_null (find (lexicon, "حلب", KHATT_ENTRY_CITY));
}

static void
test_byte_order_mark (void)
{
  g_autoptr (GPtrArray) issues = khatt_issues_new ();
  g_autoptr (KhattLexicon) lexicon =
      make_lexicon ("cities.tsv", "\xef\xbb\xbfحلب\tSY\r\nطيبة\tQQ\r\n", issues);

  g_assert_nonnull (find (lexicon, "حلب", KHATT_ENTRY_CITY));
  g_assert_cmpuint (issues->len, ==, 1);
  g_assert_cmpint (((const KhattIssue *) issues->pdata[0])->line, ==, 2);
}

static void
test_later_tables_override (void)
{
  g_autoptr (GBytes) first = g_bytes_new_static ("طيبة\tSA\n", strlen ("طيبة\tSA\n"));
  g_autoptr (GBytes) second = g_bytes_new_static ("طيبة\tEG\n", strlen ("طيبة\tEG\n"));
  const KhattLexiconTable tables[] = { { .name = "cities.tsv", .bytes = first },
                                       { .name = "cities.tsv", .bytes = second } };
  g_autoptr (GPtrArray) issues = khatt_issues_new ();
  g_autoptr (KhattLexicon) lexicon = khatt_lexicon_new (tables, G_N_ELEMENTS (tables), issues);

  g_assert_cmpuint (issues->len, ==, 0);
  g_assert_cmpstr (find (lexicon, "طيبة", KHATT_ENTRY_CITY)->fields[1], ==, "EG");
}

static void
test_shipped_tables (void)
{
  const KhattLexicon *lexicon = text_sample_lexicon (); /* asserts that there is no issue */
  const char *const *tables = text_sample_tables ();

  for (gsize i = 0; tables[i] != NULL; i++)
    {
      g_autofree char *contents = text_sample_load_table (tables[i]);
      g_auto (GStrv) lines = g_strsplit (contents, "\n", -1);
      KhattEntryClass class;
      guint n = 0;

      g_assert_true (khatt_lexicon_class_from_table (tables[i], &class));
      for (gsize k = 0; lines[k] != NULL; k++)
        {
          g_auto (GStrv) fields = g_strsplit (lines[k], "\t", -1);
          const KhattEntry *entry;

          if (*lines[k] == '\0' || *lines[k] == '#')
            continue;
          entry = find (lexicon, fields[0], class);
          if (entry == NULL)
            g_test_message ("%s: %s", tables[i], fields[0]);
          g_assert_nonnull (entry);
          /* What a line says is what is found under its form. */
          g_assert_cmpstr (entry->fields[0], ==, fields[0]);
          n++;
        }
      g_assert_cmpuint (n, >, 20);
    }
}

static void
test_verb_forms (void)
{
  static const struct
  {
    const char *form;
    guint flags;
  } cases[] = {
    { "أجرى", KHATT_FORM_PAST },
    { "أجرت", KHATT_FORM_PAST | KHATT_FORM_FEMININE },
    { "أجريا", KHATT_FORM_PAST | KHATT_FORM_DUAL },
    { "أجروا", KHATT_FORM_PAST | KHATT_FORM_PLURAL },
    { "أجراها", KHATT_FORM_PAST | KHATT_FORM_OBJECT },
    { "التقت", KHATT_FORM_PAST | KHATT_FORM_FEMININE },
    { "يلتقي", KHATT_FORM_PRESENT },
    { "تلتقي", KHATT_FORM_PRESENT | KHATT_FORM_FEMININE },
    { "سيلتقي", KHATT_FORM_FUTURE },
    { "يلتقون", KHATT_FORM_PRESENT | KHATT_FORM_PLURAL },
    { "استقبله", KHATT_FORM_PAST | KHATT_FORM_OBJECT },
    { "بحثا", KHATT_FORM_PAST | KHATT_FORM_DUAL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const KhattEntry *entry = find (text_sample_lexicon (), cases[i].form, KHATT_ENTRY_VERB);
      g_assert_nonnull (entry);
      g_assert_cmpuint (entry->form, ==, cases[i].flags);
    }
}

static void
test_noun_forms (void)
{
  static const char *const forms[] = { "لقاء",  "لقائه",  "لقاؤه",    "لقاءات",  "لقاءاتهما",
                                       "زيارة", "زيارته", "زيارتهما", "زيارتين", "زيارات",
                                       "اتصال", "اتصالاً", "اتصالين",  "اتصاله",  "رسائل" };

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    g_assert_nonnull (find (text_sample_lexicon (), forms[i], KHATT_ENTRY_NOUN));
}

static void
test_title_forms (void)
{
  static const char *const forms[] = { "وزير خارجية",  "وزيرة خارجية", "وزيرا خارجية",
                                       "وزيري خارجية", "رئيسة وزراء",  "رئيسي" };

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    g_assert_nonnull (find (text_sample_lexicon (), forms[i], KHATT_ENTRY_TITLE));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lexicon/names-every-bad-line", test_bad_lines);
  g_test_add_func ("/lexicon/keeps-good-lines-beside-bad-ones", test_good_lines_beside_bad);
  g_test_add_func ("/lexicon/takes-what-windows-writes", test_byte_order_mark);
  g_test_add_func ("/lexicon/later-tables-override", test_later_tables_override);
  g_test_add_func ("/lexicon/every-line-of-our-tables-is-found", test_shipped_tables);
  g_test_add_func ("/lexicon/makes-the-forms-of-verbs", test_verb_forms);
  g_test_add_func ("/lexicon/makes-the-forms-of-nouns", test_noun_forms);
  g_test_add_func ("/lexicon/makes-the-forms-of-titles", test_title_forms);
  return g_test_run ();
}
