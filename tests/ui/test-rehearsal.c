/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is drawn before anybody looks serves the first who draws, once. */

#include "khatt-rehearsal.h"

#include <gtk/gtk.h>

static void
test_serves_once (void)
{
  KhattShaper *first, *second;

  khatt_rehearsal_begin ();
  first = khatt_rehearsal_take_shaper ();
  second = khatt_rehearsal_take_shaper ();
  g_assert_cmpuint (khatt_shaper_get_n_cached (first), >, 0);
  g_assert_cmpuint (khatt_shaper_get_n_cached (second), ==, 0);
  khatt_shaper_free (first);
  khatt_shaper_free (second);
}

static void
test_can_be_forgotten (void)
{
  KhattShaper *shaper;

  khatt_rehearsal_begin ();
  khatt_rehearsal_end ();
  khatt_rehearsal_end ();
  shaper = khatt_rehearsal_take_shaper ();
  g_assert_cmpuint (khatt_shaper_get_n_cached (shaper), ==, 0);
  khatt_shaper_free (shaper);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rehearsal/serves-the-first-view", test_serves_once);
  g_test_add_func ("/rehearsal/can-be-forgotten", test_can_be_forgotten);
  return g_test_run ();
}
