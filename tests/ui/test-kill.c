/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A process that edits and saves is killed at any moment. What can be opened then is what it had,
 * but for what it did in the last second: whatever was on disk at that moment, the file and the
 * journal of it, or one of them half written; of the latter nothing stays beside the file.
 *
 * The process is this program with other arguments. The kernel kills it, by a timer of its own, so
 * that nothing in it knows when. Before each edit it writes down when that was; the edits are
 * random but the same for the same seed, and so are made again here to compare. The moments are
 * N_MOMENTS; as many as the variable KHATT_KILLS says, where it is set. */

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "khatt-document.h"
#include "random-edits.h"
#include "ui-sample.h"

#define CHILD "--edit"
#define N_MOMENTS 40
#define N_AT_ONCE 10
#define LATEST_US (2000 * 1000) /* after it has begun */
#define LOST_US G_USEC_PER_SEC
#define PACE_MS 7        /* from edit to edit */
#define SAVES_ONE_IN 100 /* edits, now sooner and now later */

/* ---- The process that is killed ---- */

typedef struct
{
  KhattDocument *document;
  GRand *random;      /* of the edits alone, which are made again */
  GRand *save_random; /* of when it is saved */
  GFile *file;
  guint n_edits;
} Child;

static void
say (guint n_edits, gint64 time_us)
{
  g_autofree char *line = g_strdup_printf ("%u %" G_GINT64_FORMAT "\n", n_edits, time_us);

  g_assert_cmpint (write (STDOUT_FILENO, line, strlen (line)), ==, (gssize) strlen (line));
}

static void
die_at (gint64 after_us)
{
  struct sigevent event = { .sigev_notify = SIGEV_SIGNAL, .sigev_signo = SIGKILL };
  struct itimerspec when = { .it_value = { after_us / G_USEC_PER_SEC,
                                           after_us % G_USEC_PER_SEC * 1000 + 1 } };
  timer_t timer;

  say (0, g_get_monotonic_time () + after_us);
  g_assert_cmpint (timer_create (CLOCK_MONOTONIC, &event, &timer), ==, 0);
  g_assert_cmpint (timer_settime (timer, 0, &when, NULL), ==, 0);
}

static gboolean
edit_cb (gpointer data)
{
  Child *child = data;

  say (++child->n_edits, g_get_monotonic_time ());
  random_edits_do (khatt_document_get_timeline (child->document), child->random);
  if (g_rand_int_range (child->save_random, 0, SAVES_ONE_IN) == 0)
    khatt_document_save_async (child->document, child->file, FALSE, NULL, NULL);
  return G_SOURCE_CONTINUE;
}

static void
child_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_assert_true (khatt_document_load_finish (KHATT_DOCUMENT (source), result, NULL));
  g_timeout_add (PACE_MS, edit_cb, data);
}

static int
run_child (char *argv[])
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Child child = { .document = khatt_document_new (), .file = g_file_new_for_path (argv[2]) };
  guint32 seed = (guint32) g_ascii_strtoull (argv[3], NULL, 10);

  child.random = g_rand_new_with_seed (seed);
  child.save_random = g_rand_new_with_seed (~seed);
  die_at (g_ascii_strtoll (argv[4], NULL, 10));
  g_list_store_append (files, child.file);
  khatt_document_load_async (child.document, G_LIST_MODEL (files), NULL, child_loaded_cb, &child);
  g_main_loop_run (loop);
  return 0;
}

/* ---- What is left of it ---- */

typedef struct
{
  guint32 seed;
  char *folder;
  char *path;
  char *text; /* of the file, as it was at first */
  GPid pid;
  int output;
} Case;

/* How a process ended. */
typedef struct
{
  guint n_begun; /* edits; the last one may not have got far */
  guint n_kept;  /* of these: what was done longer ago than may be lost */
} End;

static char *program; /* this one */

static void
start (Case *one, guint32 seed, GRand *random)
{
  g_autoptr (KhattTimeline) timeline = random_edits_new_document ();
  g_autofree char *seed_text = g_strdup_printf ("%u", seed);
  g_autofree char *after = g_strdup_printf ("%d", g_rand_int_range (random, 0, LATEST_US));
  g_auto (GStrv) environment = g_get_environ ();
  GError *error = NULL;

  one->seed = seed;
  one->folder = g_dir_make_tmp ("khatt-kill-XXXXXX", NULL);
  one->path = g_build_filename (one->folder, "calls.khatt", NULL);
  one->text = random_edits_write (timeline);
  g_assert_true (g_file_set_contents (one->path, one->text, -1, NULL));
  environment =
      g_environ_setenv (g_steal_pointer (&environment), "XDG_STATE_HOME", one->folder, TRUE);
  g_spawn_async_with_pipes (
      NULL, (char *[]){ program, (char *) CHILD, one->path, seed_text, after, NULL }, environment,
      G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &one->pid, NULL, &one->output, NULL, &error);
  g_assert_no_error (error);
}

static End
wait_for_end (Case *one)
{
  FILE *output = fdopen (one->output, "r");
  End end = { 0 };
  guint n_edits;
  gint64 time_us, end_us;
  int status;

  g_assert_cmpint (waitpid (one->pid, &status, 0), ==, one->pid);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
  /* The first line is when it was to end. */
  if (fscanf (output, "%u %" G_GINT64_FORMAT, &n_edits, &end_us) == 2)
    while (fscanf (output, "%u %" G_GINT64_FORMAT, &n_edits, &time_us) == 2)
      {
        end.n_begun = n_edits;
        if (time_us < end_us - LOST_US)
          end.n_kept = n_edits;
      }
  fclose (output);
  return end;
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_set_object ((GAsyncResult **) user_data, result);
}

static gboolean
is_set (gpointer result)
{
  return *(GAsyncResult **) result != NULL;
}

/* What saves had only begun to write. */
static guint
count_leftovers (const Case *one)
{
  g_autoptr (GDir) dir = g_dir_open (one->folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_suffix (name, ".new");
  return n;
}

/* One more, for those cases that were not killed while they saved. */
static void
leave_half_written (const Case *one)
{
  g_autofree char *path = g_build_filename (one->folder, ".calls.khatt.0123abcd.new", NULL);

  g_assert_true (g_file_set_contents (path, one->text, 100, NULL));
}

static gboolean
is_tidy (gpointer one)
{
  return count_leftovers (one) == 0;
}

/* As the application does it. */
static char *
read_what_is_left (Case *one)
{
  g_autofree char *folder = g_build_filename (one->folder, "khatt", "journals", NULL);
  g_autoptr (GPtrArray) infos = khatt_journal_find (folder);
  g_autoptr (KhattDocument) document = khatt_document_new ();
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GFile) file = g_file_new_for_path (one->path);
  g_autoptr (GAsyncResult) result = NULL;
  GError *error = NULL;

  g_assert_cmpuint (infos->len, <=, 1);
  leave_half_written (one);
  g_list_store_append (files, file);
  if (infos->len == 1)
    khatt_document_recover_async (document, infos->pdata[0], done_cb, &result);
  else
    khatt_document_load_async (document, G_LIST_MODEL (files), NULL, done_cb, &result);
  ui_sample_wait (is_set, &result);
  khatt_document_load_finish (document, result, &error);
  g_assert_no_error (error);
  g_clear_object (&result);
  ui_sample_wait (is_tidy, one);
  return random_edits_write (khatt_document_get_timeline (document));
}

/* Finds which edits were the last ones. */
static void
check (Case *one, const End *end)
{
  const KhattLoadOptions options = { .format = "khatt" };
  g_autoptr (GBytes) bytes = g_bytes_new_static (one->text, strlen (one->text));
  g_autoptr (KhattLoaded) loaded = khatt_load_bytes (bytes, "calls", &options, NULL, NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (one->seed);
  g_autofree char *file_text = NULL;
  g_autofree char *left = NULL;
  gboolean is_file_whole = FALSE;
  gboolean is_kept = FALSE;

  g_assert_true (g_file_get_contents (one->path, &file_text, NULL, NULL));
  left = read_what_is_left (one);
  for (guint n = 0; n <= end->n_begun; n++)
    {
      g_autofree char *text = random_edits_write (loaded->timeline);

      is_file_whole |= g_str_equal (text, file_text);
      is_kept |= n >= end->n_kept && g_str_equal (text, left);
      random_edits_do (loaded->timeline, random);
    }
  g_assert_true (is_file_whole);
  if (!is_kept)
    g_test_message ("seed %u: %u of %u edits had to be kept", one->seed, end->n_kept, end->n_begun);
  g_assert_true (is_kept);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

static void
clear (Case *one)
{
  remove_folder (one->folder);
  g_free (one->folder);
  g_free (one->path);
  g_free (one->text);
}

static void
test_killed (void)
{
  const char *wanted = g_getenv ("KHATT_KILLS");
  guint n_moments = wanted ? (guint) g_ascii_strtoull (wanted, NULL, 10) : N_MOMENTS;
  g_autoptr (GRand) random = g_rand_new_with_seed (42);
  guint n_kept = 0;
  guint n_leftovers = 0;

  for (guint first = 0; first < n_moments; first += N_AT_ONCE)
    {
      Case cases[N_AT_ONCE] = { 0 };
      guint n_cases = MIN (N_AT_ONCE, n_moments - first);

      for (guint i = 0; i < n_cases; i++)
        start (&cases[i], first + i, random);
      for (guint i = 0; i < n_cases; i++)
        {
          End end = wait_for_end (&cases[i]);

          n_leftovers += count_leftovers (&cases[i]);
          check (&cases[i], &end);
          n_kept += end.n_kept;
          clear (&cases[i]);
        }
    }
  g_test_message ("%u moments, %u edits that had to be kept, %u saves half written", n_moments,
                  n_kept, n_leftovers);
  g_assert_cmpuint (n_kept, >, 0);
}

int
main (int argc, char *argv[])
{
  int result;

  if (argc == 5 && g_str_equal (argv[1], CHILD))
    return run_child (argv);
  program = g_canonicalize_filename (argv[0], NULL);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kill/at-any-moment", test_killed);
  result = g_test_run ();
  g_free (program);
  return result;
}
