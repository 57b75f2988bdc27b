/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Threads that share tasks: each task is done once, and the one who asks is the one who works only
 * where nobody else is needed. */

#include "khatt-crew.h"

#define N_TASKS 1000

typedef struct
{
  gint done[N_TASKS]; /* atomic */
  GThread *caller;
  gboolean is_callers_work;
} Tally;

static void
count_task (guint task, gpointer data)
{
  Tally *tally = data;

  g_atomic_int_inc (&tally->done[task]);
  if (g_thread_self () == tally->caller)
    tally->is_callers_work = TRUE;
}

static void
test_each_task_once (void)
{
  static const struct
  {
    guint n_threads;
    guint n_tasks;
    gboolean is_callers_work;
  } cases[] = {
    { 1, N_TASKS, TRUE }, { 2, N_TASKS, FALSE }, { 7, N_TASKS, FALSE },
    { 7, 3, FALSE },      { 7, 1, TRUE },        { 2, 0, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Tally tally = { .caller = g_thread_self () };

      khatt_crew_run (cases[i].n_threads, cases[i].n_tasks, count_task, &tally);
      for (guint task = 0; task < N_TASKS; task++)
        g_assert_cmpint (tally.done[task], ==, task < cases[i].n_tasks);
      g_assert_cmpint (tally.is_callers_work, ==, cases[i].is_callers_work);
    }
}

static void
test_size (void)
{
  g_assert_cmpuint (khatt_crew_get_size (3), ==, 3);
  g_assert_cmpuint (khatt_crew_get_size (0), ==, g_get_num_processors ());
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/crew/each-task-once", test_each_task_once);
  g_test_add_func ("/crew/size", test_size);
  return g_test_run ();
}
