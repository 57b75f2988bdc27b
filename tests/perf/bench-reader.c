/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What reading articles costs against going over the same text once, word by word, with ICU (UText
 * over UTF-8, the root locale's word boundaries): a measure that means the same on every machine.
 * The text is made of the samples, each with a line that makes it another article, read one after
 * another; the best of several rounds counts, in processor time. Memory is the process's peak over
 * what it took before. Lines are name, value, unit and bar, with tabs between. */

#include "khatt-lexicon-files.h"
#include "khatt-reader.h"

#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

#define MEGABYTE 1000000
#define N_ROUNDS 3

static double
get_seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

static double
get_peak_megabytes (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double) usage.ru_maxrss * 1024 / MEGABYTE;
}

/* Articles, joined, until they are so many bytes: one text. */
static GString *
make_text (gsize length)
{
  static const char *const names[] = { "calls.txt", "talks.txt" };
  static const char *const agencies[] = { "المدار", "الأطلس", "الخليج", "النيل", "الفرات" };
  g_autofree char *folder =
      g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "data", "samples", NULL);
  char *samples[G_N_ELEMENTS (names)];
  GString *text = g_string_sized_new (length + 65536);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      g_assert_true (g_file_get_contents (path, &samples[i], NULL, NULL));
    }
  for (guint i = 0; text->len < length; i++)
    {
      const char *body = strstr (samples[i % G_N_ELEMENTS (samples)], "\n\n");

      g_string_append_printf (text, "تقرير وكالة %s رقم %u\n",
                              agencies[i % G_N_ELEMENTS (agencies)], i);
      g_string_append (text, body + 1);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_free (samples[i]);
  return text;
}

static double
measure_words (const GString *text)
{
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *words = ubrk_open (UBRK_WORD, "", NULL, 0, &status);
  UText *utext = utext_openUTF8 (NULL, text->str, (int64_t) text->len, &status);
  double start = get_seconds ();
  volatile guint n_words = 0;

  ubrk_setUText (words, utext, &status);
  g_assert_true (U_SUCCESS (status));
  while (ubrk_next (words) != UBRK_DONE)
    n_words++;
  g_assert_cmpuint (n_words, >, text->len / 20);
  ubrk_close (words);
  utext_close (utext);
  return get_seconds () - start;
}

static double
measure_reader (const KhattLexicon *lexicon, const char *text, gsize length)
{
  g_autoptr (KhattArticle) article = khatt_article_new ("a1", text, (gssize) length);
  g_autoptr (KhattReading) reading = NULL;
  double start;

  article->published = g_strdup ("2025-08-08");
  start = get_seconds ();
  reading = khatt_reader_read (lexicon, article, NULL);
  g_assert_cmpuint (reading->events->len, >, 0);
  return get_seconds () - start;
}

static void
bench_ratio (const KhattLexicon *lexicon)
{
  g_autoptr (GString) text = make_text (10 * MEGABYTE);
  double words = G_MAXDOUBLE;
  double reader = G_MAXDOUBLE;
  double before = get_peak_megabytes ();
  double megabytes = (double) text->len / MEGABYTE;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      reader = MIN (reader, measure_reader (lexicon, text->str, text->len));
      if (i == 0)
        g_print ("reader-memory-10-mb\t%.0f\tMB\t<= %.0f\n", get_peak_megabytes () - before,
                 4 * megabytes + 50);
      words = MIN (words, measure_words (text));
    }
  g_print ("reader-over-icu-words\t%.2f\tratio\t<= 15\n", reader / words);
  g_print ("reader-10-mb\t%.2f\ts\t\n", reader);
  g_print ("icu-words-10-mb\t%.2f\ts\t\n", words);
}

/* Time for a megabyte must not grow with the text. */
static void
bench_growth (const KhattLexicon *lexicon)
{
  static const gsize megabytes[] = { 1, 10, 100 };
  double first = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (megabytes); i++)
    {
      g_autoptr (GString) text = make_text (megabytes[i] * MEGABYTE);
      double seconds = measure_reader (lexicon, text->str, text->len) / (double) megabytes[i];

      first = i == 0 ? seconds : first;
      g_print ("reader-%" G_GSIZE_FORMAT "-mb-over-1-mb\t%.2f\tratio of time a MB\t<= 1.5\n",
               megabytes[i], seconds / first);
    }
}

int
main (void)
{
  g_autoptr (KhattLexicon) lexicon = khatt_lexicon_load ("ar", NULL);

  bench_ratio (lexicon);
  bench_growth (lexicon);
  return 0;
}
