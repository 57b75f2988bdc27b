/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How long a presentation has lasted. */

#include "khatt-stopwatch.h"

typedef enum
{
  GO_ON,
  REST,
  RESTART,
  LOOK,
} Step;

static void
test_steps (void)
{
  static const struct
  {
    gint64 at_us;
    Step step;
    gint64 lasted_us;
  } steps[] = {
    { 5, LOOK, 0 },     { 10, GO_ON, 0 },    { 25, LOOK, 15 },    { 30, GO_ON, 20 },
    { 35, LOOK, 25 },   { 40, REST, 30 },    { 99, LOOK, 30 },    { 100, REST, 30 },
    { 110, GO_ON, 30 }, { 111, LOOK, 31 },   { 120, RESTART, 0 }, { 125, LOOK, 5 },
    { 130, REST, 10 },  { 140, RESTART, 0 }, { 150, LOOK, 0 },    { 160, GO_ON, 0 },
    { 161, LOOK, 1 },
  };
  KhattStopwatch stopwatch = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      if (steps[i].step == RESTART)
        khatt_stopwatch_restart (&stopwatch, steps[i].at_us);
      else if (steps[i].step != LOOK)
        khatt_stopwatch_set_running (&stopwatch, steps[i].step == GO_ON, steps[i].at_us);
      g_assert_cmpint (khatt_stopwatch_get_us (&stopwatch, steps[i].at_us), ==, steps[i].lasted_us);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stopwatch/steps", test_steps);
  return g_test_run ();
}
