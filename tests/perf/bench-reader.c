/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What reading articles costs against going over the same text once, word by word, with ICU (UText
 * over UTF-8, the root locale's word boundaries): a measure that means the same on every machine.
 * The text is made of the samples, each with a line that makes it another article, read as one; the
 * best of several rounds counts, in processor time. Memory is what reading adds to the peak of the
 * resident memory, the article's own copy of the text and the events included. Each length is
 * measured in a process of its own, so that none profits from memory that another left. Lines are
 * name, value, unit and bar, with tabs between. */

#include "khatt-lexicon-files.h"
#include "khatt-reader.h"

#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

#define MEGABYTE 1000000
#define MEMORY_PER_TEXT 4
#define MEMORY_BESIDES 50

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
  reading = khatt_reader_read (lexicon, article, KHATT_PUBLISHED_NO_LIMIT, NULL);
  g_assert_cmpuint (reading->events->len, >, 0);
  return get_seconds () - start;
}

/* What one length of text costs. */
typedef struct
{
  double reader; /* seconds */
  double words;
  double peak; /* megabytes */
} Figures;

static Figures
measure (const KhattLexicon *lexicon, gsize megabytes, guint n_rounds)
{
  g_autoptr (GString) text = make_text (megabytes * MEGABYTE);
  Figures figures = { G_MAXDOUBLE, G_MAXDOUBLE, 0 };
  double before = get_peak_megabytes ();

  for (guint i = 0; i < n_rounds; i++)
    {
      figures.reader = MIN (figures.reader, measure_reader (lexicon, text->str, text->len));
      if (i == 0)
        figures.peak = get_peak_megabytes () - before;
      figures.words = MIN (figures.words, measure_words (text));
    }
  return figures;
}

static Figures
measure_apart (const KhattLexicon *lexicon, gsize megabytes, guint n_rounds)
{
  Figures figures;
  int ends[2], status;
  pid_t child;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      figures = measure (lexicon, megabytes, n_rounds);
      _exit (write (ends[1], &figures, sizeof figures) == sizeof figures ? 0 : 1);
    }
  close (ends[1]);
  g_assert_cmpint (read (ends[0], &figures, sizeof figures), ==, sizeof figures);
  close (ends[0]);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (status, ==, 0);
  return figures;
}

int
main (void)
{
  static const struct
  {
    gsize megabytes;
    guint n_rounds;
  } lengths[] = { { 1, 9 }, { 10, 3 }, { 30, 2 }, { 100, 1 } };
  g_autoptr (KhattLexicon) lexicon = khatt_lexicon_load ("ar", NULL);
  double first = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      gsize megabytes = lengths[i].megabytes;
      Figures figures = measure_apart (lexicon, megabytes, lengths[i].n_rounds);
      double pace = figures.reader / (double) megabytes;

      first = i == 0 ? pace : first;
      if (megabytes == 10)
        g_print ("reader-over-icu-words\t%.2f\tratio\t<= 15\n", figures.reader / figures.words);
      g_print ("reader-%" G_GSIZE_FORMAT "-mb\t%.3f\ts\t\n", megabytes, figures.reader);
      g_print ("icu-words-%" G_GSIZE_FORMAT "-mb\t%.3f\ts\t\n", megabytes, figures.words);
      g_print ("reader-memory-%" G_GSIZE_FORMAT
               "-mb\t%.0f\tMB of peak resident memory\t<= %" G_GSIZE_FORMAT "\n",
               megabytes, figures.peak, MEMORY_PER_TEXT * megabytes + MEMORY_BESIDES);
      g_print ("reader-%" G_GSIZE_FORMAT "-mb-over-1-mb\t%.2f\tratio of time a MB\t<= 1.15\n",
               megabytes, pace / first);
    }
  return 0;
}
