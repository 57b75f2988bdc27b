/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* KhattCrew: several threads that share a row of tasks, each taking the next one. The thread that
 * asks waits meanwhile, so that the processor time it takes itself is what cannot be shared. */

#include "khatt-crew.h"

typedef struct
{
  guint n_tasks;
  KhattCrewTask run;
  gpointer data;
  gint next; /* atomic */
} Work;

static gpointer
work_in_thread (gpointer data)
{
  Work *work = data;

  for (;;)
    {
      guint task = (guint) g_atomic_int_add (&work->next, 1);

      if (task >= work->n_tasks)
        return NULL;
      work->run (task, work->data);
    }
}

/**
 * khatt_crew_get_size:
 * @wanted: how many threads somebody asks for; 0: one for each core
 *
 * Returns: how many there shall be
 */
guint
khatt_crew_get_size (guint wanted)
{
  return wanted > 0 ? wanted : g_get_num_processors ();
}

/**
 * khatt_crew_run: (skip)
 * @n_threads: how many threads; 0: one for each core
 * @n_tasks: how many tasks, begun in the order of their numbers
 * @run: (scope call): does the task of a number
 * @data: for @run
 *
 * Does all tasks and returns when the last one is done. Where one thread is enough it is the
 * caller's.
 */
void
khatt_crew_run (guint n_threads, guint n_tasks, KhattCrewTask run, gpointer data)
{
  Work work = { .n_tasks = n_tasks, .run = run, .data = data };
  g_autoptr (GPtrArray) threads = g_ptr_array_new ();

  n_threads = MIN (khatt_crew_get_size (n_threads), n_tasks);
  if (n_threads <= 1)
    {
      work_in_thread (&work);
      return;
    }
  for (guint i = 0; i < n_threads; i++)
    g_ptr_array_add (threads, g_thread_new ("khatt-crew", work_in_thread, &work));
  for (guint i = 0; i < threads->len; i++)
    g_thread_join (g_ptr_array_index (threads, i));
}
