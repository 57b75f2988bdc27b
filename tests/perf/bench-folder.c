/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What reading a folder of ten thousand short articles costs, merging included: two threads against
 * one. The best of several rounds counts, taken in turns, since others may use the machine. The
 * share of the time that only one thread can work at is measured as well, in processor time, which
 * does not depend on who else is there: the thread that asks waits while the others share the work,
 * so that its own time is what they cannot share. What two cores can gain follows from it. Lines
 * are name, value, unit and bar, with tabs between. */

#include "khatt-lexicon-files.h"
#include "khatt-load.h"

#include <glib/gstdio.h>
#include <time.h>

#define N_ARTICLES 10000
#define N_ROUNDS 4

static const char *const given[] = {
  "محمد", "أحمد", "خالد", "سامي", "يوسف", "كريم", "عمر", "طارق"
};
static const char *const last[] = { "الحداد", "النجار", "العطار",   "البيطار",
                                    "الخوري", "السالم", "المنصوري", "الصباغ" };
static const char *const adjectives[] = { "المصري", "التركي", "القطري", "الأردني", "العراقي" };
static const char *const capitals[] = { "القاهرة", "أنقرة", "الدوحة", "عمان", "بغداد" };

#define PICK(row, number) row[(number) % G_N_ELEMENTS (row)]

static char *
write_article (guint i)
{
  guint a = i * 7 + i / 5, b = a + 1 + i % 4;

  return g_strdup_printf (
      "Published: 20%02u-%02u-%02u\n\n"
      "أجرى وزير الخارجية %s %s %s، اليوم، اتصالا هاتفيا مع نظيره %s %s %s، بحثا خلاله تطورات "
      "الأوضاع في المنطقة وسبل تعزيز العلاقات الثنائية، وفق بيان رقم %u.\n\n"
      "وأكد %s أن \"الحوار هو الطريق الوحيد إلى حل دائم\"، مشددا على ضرورة تنفيذ ما اتفق عليه في "
      "الاجتماع السابق.\n\n"
      "وكان الوزيران قد التقيا في %s الشهر الماضي على هامش مؤتمر إقليمي، واتفقا على مواصلة "
      "التشاور. ومن المقرر أن يزور %s %s في الفترة المقبلة.\n",
      10 + i % 15, 1 + i % 12, 1 + i / 12 % 28, PICK (adjectives, a), PICK (given, i),
      PICK (last, i / 3), PICK (adjectives, b), PICK (given, i / 2), PICK (last, i / 7), i,
      PICK (last, i / 3), PICK (capitals, b), PICK (last, i / 7), PICK (capitals, a));
}

static char *
make_folder (void)
{
  char *folder = g_dir_make_tmp ("khatt-bench-XXXXXX", NULL);

  for (guint i = 0; i < N_ARTICLES; i++)
    {
      g_autofree char *name = g_strdup_printf ("%05u.txt", i);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = write_article (i);

      g_assert_true (g_file_set_contents (path, text, -1, NULL));
    }
  return folder;
}

static void
remove_folder (const char *folder)
{
  for (guint i = 0; i < N_ARTICLES; i++)
    {
      g_autofree char *name = g_strdup_printf ("%05u.txt", i);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (folder);
}

static double
get_seconds (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

typedef struct
{
  double seconds;
  double serial_share; /* of processor time */
  guint n_events;
} Measure;

static void
keep_best (Measure *best, const Measure *found)
{
  best->seconds = MIN (best->seconds, found->seconds);
  best->serial_share = MIN (best->serial_share, found->serial_share);
  best->n_events = found->n_events;
}

static Measure
load_folder (const char *folder, const KhattLexicon *lexicon, guint n_jobs)
{
  const KhattLoadOptions options = { .lexicon = lexicon, .n_jobs = n_jobs };
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autoptr (KhattLoaded) loaded = NULL;
  double start = get_seconds (CLOCK_MONOTONIC);
  double own = get_seconds (CLOCK_THREAD_CPUTIME_ID);
  double all = get_seconds (CLOCK_PROCESS_CPUTIME_ID);

  loaded = khatt_load_files (&file, 1, &options, NULL, NULL);
  g_assert_nonnull (loaded);
  own = get_seconds (CLOCK_THREAD_CPUTIME_ID) - own;
  all = get_seconds (CLOCK_PROCESS_CPUTIME_ID) - all;
  return (Measure){ .seconds = get_seconds (CLOCK_MONOTONIC) - start,
                    .serial_share = own / all,
                    .n_events = g_list_model_get_n_items (G_LIST_MODEL (loaded->timeline)) };
}

int
main (void)
{
  g_autoptr (KhattLexicon) lexicon = khatt_lexicon_load ("ar", NULL);
  g_autofree char *folder = make_folder ();
  Measure best[2] = { { .seconds = G_MAXDOUBLE, .serial_share = 1 },
                      { .seconds = G_MAXDOUBLE, .serial_share = 1 } };
  double share;

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      for (guint jobs = 1; jobs <= 2; jobs++)
        {
          Measure found = load_folder (folder, lexicon, jobs);

          keep_best (&best[jobs - 1], &found);
        }
    }
  remove_folder (folder);
  g_assert_cmpuint (best[0].n_events, ==, best[1].n_events);
  share = best[1].serial_share;
  g_print ("folder-one-thread\t%.2f\ts\t\n", best[0].seconds);
  g_print ("folder-two-threads\t%.2f\ts\t\n", best[1].seconds);
  g_print ("folder-two-threads-gain\t%.2f\tratio\t>= 1.7\n", best[0].seconds / best[1].seconds);
  g_print ("folder-serial-share\t%.3f\tof processor time\t<= 0.17\n", share);
  g_print ("folder-possible-gain\t%.2f\tratio\t>= 1.7\n", 1 / (share + (1 - share) / 2));
  return 0;
}
