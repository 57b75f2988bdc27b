/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Whether anything moves by itself is the toolkit's setting, which the whole window follows. A
 * person who wants less motion in Khatt than on the rest of the desktop overrides it. */

#include "khatt-motion.h"

#define REDUCE_MOTION "reduce-motion"
#define ANIMATIONS "gtk-enable-animations"

static void
reduce_motion_cb (GSettings *settings, const char *key, GtkSettings *toolkit)
{
  if (g_settings_get_boolean (settings, REDUCE_MOTION))
    g_object_set (toolkit, ANIMATIONS, FALSE, NULL);
  else
    gtk_settings_reset_property (toolkit, ANIMATIONS);
}

/**
 * khatt_motion_follow:
 * @toolkit: the toolkit's settings
 * @settings: the application's
 *
 * From now on nothing moves by itself while the person does not want it; else it is as the system
 * has it.
 */
void
khatt_motion_follow (GtkSettings *toolkit, GSettings *settings)
{
  g_signal_connect_object (settings, "changed::" REDUCE_MOTION, G_CALLBACK (reduce_motion_cb),
                           toolkit, 0);
  if (g_settings_get_boolean (settings, REDUCE_MOTION))
    reduce_motion_cb (settings, REDUCE_MOTION, toolkit);
}
