/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "khatt-reader.h"
#include "text-sample.h"

#include <string.h>

/* Pairs in tests/data/text/articles: NAME.in begins with the publication date and an empty line;
 * NAME.expected is what is read. With KHATT_UPDATE_EXPECTED set the expected files are written
 * anew, to be looked at before they are kept. */
#define FOLDER "data", "text", "articles"
#define PUBLISHED "Published: "

static void
describe_event (GString *out, const KhattEventData *event, const char *text)
{
  g_autofree char *date =
      khatt_date_is_known (&event->date) ? khatt_date_to_edtf (&event->date) : g_strdup ("-");
  const KhattSourceData *source = event->sources->pdata[0];
  g_autofree char *rules = g_strjoinv (" ", source->rules);

  g_string_append_printf (out, "%s %s %s %s\n", event->id, khatt_kind_get_name (event->kind), date,
                          khatt_status_get_name (event->status));
  if (event->title != NULL)
    g_string_append_printf (out, "  title %s\n", event->title);
  if (event->date_text != NULL)
    g_string_append_printf (out, "  date-text %s\n", event->date_text);
  if (source->date_first >= 0)
    g_string_append_printf (out, "  date-words %.*s\n",
                            (int) (source->date_after - source->date_first),
                            text + source->date_first);
  if (event->place != NULL)
    g_string_append_printf (out, "  place %s\n", event->place);
  for (guint i = 0; i < event->actors->len; i++)
    {
      const KhattActorData *actor = event->actors->pdata[i];
      g_string_append_printf (out, "  %s %s (%s; %s)\n", khatt_role_get_name (actor->role),
                              actor->name, actor->country != NULL ? actor->country : "",
                              actor->office != NULL ? actor->office : "");
    }
  for (guint i = 0; i < event->quotes->len; i++)
    {
      const KhattQuoteData *quote = event->quotes->pdata[i];
      g_string_append_printf (out, "  quote %s: %s\n",
                              quote->speaker != NULL ? quote->speaker : "-", quote->text);
    }
  g_string_append_printf (out, "  source %s\n  rules %s\n  from %s\n",
                          source->attribution != NULL ? source->attribution : "-", rules,
                          source->excerpt);
}

static KhattReading *
read_text (const char *text, const char *published)
{
  g_autoptr (KhattArticle) article = khatt_article_new ("a1", text, -1);

  article->published = g_strdup (published);
  return khatt_reader_read (text_sample_lexicon (), article, KHATT_PUBLISHED_NO_LIMIT, NULL);
}

/* What every reading of every text owes: spans inside the text, excerpts that equal it, rules with
 * names. */
static void
check_provenance (const KhattReading *reading, const char *text)
{
  gsize length = strlen (text);

  for (guint i = 0; i < reading->events->len; i++)
    {
      const KhattEventData *event = reading->events->pdata[i];
      const KhattSourceData *source;
      g_autofree char *id = g_strdup_printf ("e%u", i + 1);

      g_assert_cmpstr (event->id, ==, id);
      g_assert_cmpuint (event->sources->len, ==, 1);
      g_assert_cmpuint (event->actors->len, >, 0);
      source = event->sources->pdata[0];
      g_assert_cmpint (source->span_first, >=, 0);
      g_assert_cmpint (source->span_first, <, source->span_after);
      g_assert_cmpint (source->span_after, <=, (gssize) length);
      g_assert_cmpint (
          strncmp (source->excerpt, text + source->span_first, strlen (source->excerpt)), ==, 0);
      g_assert_cmpuint (strlen (source->excerpt), ==, source->span_after - source->span_first);
      g_assert_cmpint (source->date_first, <=, source->date_after);
      g_assert_cmpint (source->date_after, <=, (gssize) length);
      g_assert_true (event->date_text == NULL ||
                     strncmp (event->date_text, text + source->date_first,
                              (gsize) (source->date_after - source->date_first)) == 0);
      g_assert_cmpuint (g_strv_length (source->rules), >, 0);
      g_assert_cmpfloat (source->confidence, >, 0);
      g_assert_cmpfloat (source->confidence, <=, 1);
      for (guint k = 0; k < event->quotes->len; k++)
        {
          const KhattQuoteData *quote = event->quotes->pdata[k];
          g_assert_cmpint (strncmp (quote->text, text + quote->span_first, strlen (quote->text)),
                           ==, 0);
        }
    }
}

static char *
load_file (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, FOLDER, name, NULL);
  g_autoptr (GError) error = NULL;
  char *contents = NULL;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  return contents;
}

static void
test_pair (gconstpointer data)
{
  const char *name = data;
  g_autofree char *in_name = g_strconcat (name, ".in", NULL);
  g_autofree char *expected_name = g_strconcat (name, ".expected", NULL);
  g_autofree char *in = load_file (in_name);
  g_autofree char *expected = NULL;
  g_autofree char *published = NULL;
  g_autoptr (KhattReading) reading = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  const char *text;

  g_assert_true (g_str_has_prefix (in, PUBLISHED));
  text = strstr (in, "\n\n");
  g_assert_nonnull (text);
  published = g_strndup (in + strlen (PUBLISHED), strcspn (in, "\n") - strlen (PUBLISHED));
  text += 2;

  reading = read_text (text, *published != '\0' ? published : NULL);
  check_provenance (reading, text);
  for (guint i = 0; i < reading->events->len; i++)
    describe_event (out, reading->events->pdata[i], text);
  if (g_getenv ("KHATT_UPDATE_EXPECTED") != NULL)
    {
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, FOLDER, expected_name, NULL);
      g_file_set_contents (path, out->str, -1, NULL);
    }
  expected = load_file (expected_name);
  g_assert_cmpstr (out->str, ==, expected);
}

static void
test_no_events (void)
{
  static const char *const texts[] = {
    "",
    " \n\n\t ",
    ".",
    "،،، ... !!! ؟؟؟",
    "“«\"”»",
    "(((((((",
    "\u202e\u202dقال\u202c\u2066\u2069",
    "abc def ghi",
    "1234567890 / - 12-11-10",
    "و ف ب ل ك",
    "ارتفعت أسعار النفط اليوم الاثنين بنسبة ثلاثة في المئة.",
    "أعلنت الشرطة مقتل ثلاثة أشخاص في انفجار أمس.",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (KhattReading) reading = read_text (texts[i], "2025-08-08");
      g_assert_cmpuint (reading->events->len, ==, 0);
    }
}

static void
test_headline_counts_once (void)
{
  g_autoptr (KhattReading) reading =
      read_text ("الرئيس الفنلندي أرفو كوسكيلا يهاتف نظيره النمساوي لوكاس فايسنبرغ\n"
                 "أجرى الرئيس الفنلندي أرفو كوسكيلا اليوم اتصالا هاتفيا مع نظيره النمساوي لوكاس "
                 "فايسنبرغ.\n",
                 "2025-08-08");

  g_assert_cmpuint (reading->events->len, ==, 1);
}

static void
test_bidi_controls_change_nothing (void)
{
  const char *plain =
      "أجرى الرئيس الفنلندي أرفو كوسكيلا اليوم اتصالا هاتفيا مع نظيره النمساوي لوكاس "
      "فايسنبرغ.";
  g_auto (GStrv) words = g_strsplit (plain, " ", -1);
  g_autofree char *marked = g_strjoinv ("\u200f \u202b", words);
  g_autoptr (KhattReading) first = read_text (plain, "2025-08-08");
  g_autoptr (KhattReading) second = read_text (marked, "2025-08-08");
  const KhattEventData *event;

  g_assert_cmpuint (first->events->len, ==, 1);
  g_assert_cmpuint (second->events->len, ==, 1);
  check_provenance (second, marked);
  event = second->events->pdata[0];
  g_assert_cmpint (event->kind, ==, KHATT_KIND_CALL);
  g_assert_cmpuint (event->actors->len, ==, 2);
}

static void
test_without_a_date (void)
{
  g_autoptr (KhattReading) reading = read_text (
      "أجرى الرئيس الفنلندي أرفو كوسكيلا اليوم الجمعة اتصالا هاتفيا مع نظيره النمساوي لوكاس "
      "فايسنبرغ، في 8 أغسطس 2025.",
      NULL);
  const KhattEventData *event;

  g_assert_cmpuint (reading->events->len, ==, 1);
  event = reading->events->pdata[0];
  g_assert_true (khatt_date_is_known (&event->date) || event->date_text != NULL);
}

/* What a sentence takes its day from gives its words too. */
static void
test_inherits_words_of_a_date (void)
{
  g_autoptr (KhattReading) reading = read_text (
      "أجرى الرئيس الفنلندي أرفو كوسكيلا، أمس الأحد، اتصالا هاتفيا مع نظيره النمساوي لوكاس "
      "فايسنبرغ.\n"
      "كما التقى كوسكيلا رئيس الوزراء الكيني بيتر أوتينو.",
      NULL);

  g_assert_cmpuint (reading->events->len, ==, 2);
  for (guint i = 0; i < reading->events->len; i++)
    {
      const KhattEventData *event = reading->events->pdata[i];

      g_assert_false (khatt_date_is_known (&event->date));
      g_assert_cmpstr (event->date_text, ==, "أمس الأحد");
    }
}

static void
test_with_a_date_has_no_candidates (void)
{
  g_autoptr (KhattReading) reading = read_text ("قال نعم اليوم الجمعة 8 أغسطس.", "2025-08-08");

  g_assert_cmpuint (reading->candidates->len, ==, 0);
}

static void
test_bad_publication_date (void)
{
  g_autoptr (KhattReading) reading = read_text (
      "هاتف الرئيس الفنلندي أرفو كوسكيلا نظيره النمساوي لوكاس فايسنبرغ أمس.", "31 فبراير");

  g_assert_cmpuint (reading->events->len, ==, 1);
  g_assert_nonnull (((const KhattEventData *) reading->events->pdata[0])->date_text);
}

/* What an agency calls "the foreign minister" is its own. */
static void
test_publisher_is_home (void)
{
  g_autoptr (KhattArticle) article = khatt_article_new (
      "a1", "هاتف وزير الخارجية رشدي البنداري أمس نظيره النمساوي لوكاس فايسنبرغ.", -1);
  g_autoptr (KhattReading) reading = NULL;
  const KhattEventData *event;
  const KhattActorData *actor;

  article->published = g_strdup ("2025-08-08");
  article->publisher = g_strdup ("وكالة أنباء الشرق الأوسط");
  reading = khatt_reader_read (text_sample_lexicon (), article, KHATT_PUBLISHED_NO_LIMIT, NULL);
  g_assert_cmpuint (reading->events->len, ==, 1);
  event = reading->events->pdata[0];
  actor = event->actors->pdata[0];
  g_assert_cmpstr (actor->country, ==, "EG");
  g_assert_cmpstr (actor->office, ==, "وزير خارجية مصر");
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (KhattArticle) article =
      khatt_article_new ("a1", "هاتف الرئيس الفنلندي أرفو كوسكيلا نظيره النمساوي.", -1);
  g_autoptr (KhattReading) reading = NULL;

  g_cancellable_cancel (cancellable);
  reading =
      khatt_reader_read (text_sample_lexicon (), article, KHATT_PUBLISHED_NO_LIMIT, cancellable);
  g_assert_cmpuint (reading->events->len, ==, 0);
}

/* A megabyte on one line, of words that every stage has something to do with. */
static void
read_megabyte (const char *sentence, guint *n_events, double *seconds)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (KhattReading) reading = NULL;
  gint64 start;

  while (text->len < 1024 * 1024)
    g_string_append (text, sentence);
  start = g_get_monotonic_time ();
  reading = read_text (text->str, "2025-08-08");
  *seconds = (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
  *n_events = reading->events->len;
  check_provenance (reading, text->str);
}

static void
test_long_lines (void)
{
  static const char *const sentences[] = {
    "قال ",
    "“",
    "( ",
    "أن ",
    "وزير ",
    "الرئيس الفنلندي أرفو كوسكيلا ",
    "هاتف الرئيس الفنلندي أرفو كوسكيلا نظيره النمساوي لوكاس فايسنبرغ. ",
    "و",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      guint n_events = 0;
      double seconds = 0;

      read_megabyte (sentences[i], &n_events, &seconds);
      g_test_message ("%s: %u events, %.2f s", sentences[i], n_events, seconds);
      g_assert_cmpuint (n_events, <=, 2);
    }
}

/* Bytes of a linear congruential generator, made valid UTF-8 of Arabic letters and marks. */
static void
test_garbage (void)
{
  guint32 state = 12345;

  for (int round = 0; round < 40; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (KhattReading) reading = NULL;

      for (int i = 0; i < 4000; i++)
        {
          static const gunichar marks[] = { ' ', '\n', '.', '"', 0x201c, 0x201d, 0x060c, '(',
                                            ')', '-',  '/', ':', '1',    0x0661, 0x202e, 0x064b };
          state = state * 1664525u + 1013904223u;
          if ((state >> 24) % 4 == 0)
            g_string_append_unichar (text, marks[(state >> 16) % G_N_ELEMENTS (marks)]);
          else
            g_string_append_unichar (text, 0x0621 + (state >> 16) % 42);
        }
      reading = read_text (text->str, "2025-08-08");
      check_provenance (reading, text->str);
    }
}

static void
add_pairs (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, FOLDER, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".in"))
      {
        char *stem = g_strndup (name, strlen (name) - strlen (".in"));
        g_autofree char *path = g_strconcat ("/reader/reads-", stem, NULL);
        g_test_add_data_func_full (path, stem, test_pair, g_free);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_pairs ();
  g_test_add_func ("/reader/finds-nothing-where-nothing-is", test_no_events);
  g_test_add_func ("/reader/counts-a-headline-once", test_headline_counts_once);
  g_test_add_func ("/reader/bidi-controls-change-nothing", test_bidi_controls_change_nothing);
  g_test_add_func ("/reader/keeps-the-words-of-an-undated-date", test_without_a_date);
  g_test_add_func ("/reader/inherits-the-words-of-a-date", test_inherits_words_of_a_date);
  g_test_add_func ("/reader/proposes-no-date-where-it-has-one", test_with_a_date_has_no_candidates);
  g_test_add_func ("/reader/survives-a-wrong-publication-date", test_bad_publication_date);
  g_test_add_func ("/reader/is-at-home-where-the-publisher-is", test_publisher_is_home);
  g_test_add_func ("/reader/stops-when-told", test_cancelled);
  g_test_add_func ("/reader/survives-a-megabyte-on-one-line", test_long_lines);
  g_test_add_func ("/reader/survives-garbage", test_garbage);
  return g_test_run ();
}
