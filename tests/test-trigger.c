/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "khatt-trigger.h"

#include <string.h>

#include "khatt-reader.h"
#include "text-sample.h"

static KhattLexicon *
get_lexicon (void)
{
  static KhattLexicon *lexicon = NULL;

  if (lexicon == NULL)
    lexicon = text_sample_lexicon ();
  return lexicon;
}

static char *
join (const char *text, const GArray *triggers)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < triggers->len; i++)
    {
      const KhattTrigger *trigger = &g_array_index (triggers, KhattTrigger, i);

      g_string_append (joined, i > 0 ? " | " : "");
      g_string_append_len (joined, text + trigger->first,
                           (gssize) (trigger->after - trigger->first));
    }
  return g_string_free (joined, FALSE);
}

static void
test_words (void)
{
  static const struct
  {
    const char *text;
    const char *rule;
    const char *words;
  } cases[] = {
    { "هاتف الرئيس نظيره.", "call.verb", "هاتف" },
    { "وهاتف الرئيس نظيره.", "call.verb", "هاتف" },
    { "وَهاتف الرئيس نظيره.", "call.verb", "هاتف" },
    { "أجرى الرئيس اتصالا هاتفيا مع نظيره.", "call.held", "أجرى | اتصالا هاتفيا" },
    { "تلقى الرئيس، اليوم، اتصالا هاتفيا من نظيره.", "call.received", "تلقى | اتصالا هاتفيا" },
    { "اتصال هاتفي بين الرئيسين بمبادرة من باريس.", "call.initiative", "اتصال هاتفي | بمبادرة من" },
    { "بحث الوزيران هاتفيا الأزمة.", "call.discussed", "بحث | هاتفيا" },
    { "اتفق الوزيران خلال اتصال هاتفي على اللقاء.", "call.agreed", "اتفق | اتصال هاتفي" },
    { "التقى الوزير نظيره.", "meeting.met", "التقى" },
    { "عقد الوزيران محادثات في أنقرة.", "meeting.held", "عقد | محادثات" },
    /* The noun stands behind the verb. */
    { "بعد الاجتماع عقد الوزيران محادثات.", "meeting.held", "عقد | محادثات" },
    { "زار الوزير باريس.", "visit.verb", "زار" },
    { "بعث الملك رسالة إلى نظيره.", "message.sent", "بعث | رسالة" },
    { "وقع الوزيران اتفاقية.", "agreement.made", "وقع | اتفاقية" },
    { "دعا الوزير نظيره.", "offer.invited", "دعا" },
    { "وقال الوزير إن الأمر تم.", "statement.said", "قال" },
    { "نفى الوزير الأمر.", "statement.denied", "نفى" },
    { "هاتف الرئيس نظيره.", "visit.verb", "" },
    { "هاتف الرئيس نظيره.", "no.rule", "" },
    { "", "call.verb", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *text = cases[i].text;
      g_autoptr (GArray) triggers =
          khatt_triggers_find (get_lexicon (), text, 0, strlen (text), cases[i].rule);
      g_autofree char *words = join (text, triggers);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

/* Only the sentence is looked at. */
static void
test_stretch (void)
{
  static const char text[] = "هاتف الرئيس نظيره. زار الوزير باريس.";
  const gsize second = sizeof "هاتف الرئيس نظيره. " - 1;
  g_autoptr (GArray) first = khatt_triggers_find (get_lexicon (), text, 0, second, "visit.verb");
  g_autoptr (GArray) triggers =
      khatt_triggers_find (get_lexicon (), text, second, sizeof text - 1, "visit.verb");
  g_autofree char *words = join (text, triggers);

  g_assert_cmpuint (first->len, ==, 0);
  g_assert_cmpstr (words, ==, "زار");
}

static gboolean
is_known (const KhattArticle *article, const KhattSourceData *source)
{
  for (guint i = 0; source->rules[i] != NULL; i++)
    {
      g_autoptr (GArray) triggers =
          khatt_triggers_find (get_lexicon (), article->text, (gsize) source->span_first,
                               (gsize) source->span_after, source->rules[i]);

      if (triggers->len > 0)
        return TRUE;
    }
  return FALSE;
}

/* What the reader reads of the texts that it is tested with is known by some words. */
static void
test_texts (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "data", "text", "articles", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n_events = 0;
  guint n_known = 0;
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;
      g_autoptr (KhattArticle) article = NULL;
      g_autoptr (KhattReading) reading = NULL;

      if (!g_str_has_suffix (name, ".in") || !g_file_get_contents (path, &text, NULL, NULL))
        continue;
      article = khatt_article_new ("a1", text, -1);
      article->published = g_strdup ("2025-08-08");
      reading = khatt_reader_read (get_lexicon (), article, KHATT_PUBLISHED_NO_LIMIT, NULL);
      for (guint i = 0; i < reading->events->len; i++)
        {
          const KhattEventData *event = g_ptr_array_index (reading->events, i);
          const KhattSourceData *source = g_ptr_array_index (event->sources, 0);

          n_events++;
          if (is_known (article, source))
            n_known++;
          else
            g_test_message ("%s: %s: %s", name, source->rules[0], source->excerpt);
        }
    }
  g_test_message ("%u of %u", n_known, n_events);
  g_assert_cmpuint (n_events, >, 0);
  g_assert_cmpuint (n_known, ==, n_events);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/trigger/words", test_words);
  g_test_add_func ("/trigger/stretch", test_stretch);
  g_test_add_func ("/trigger/texts", test_texts);

  return g_test_run ();
}
