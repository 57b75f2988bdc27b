/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the interface needs before its first widget is made: its resources. A static library's
 * resource constructor would be dropped by the linker, so they are registered by a call. */

#include "khatt-ui.h"

#include "khatt-resources.h"

/**
 * khatt_ui_init:
 *
 * Registers the templates, style sheets and menus of the interface. May be called more than once.
 */
void
khatt_ui_init (void)
{
  static gsize is_ready = 0;

  if (!g_once_init_enter (&is_ready))
    return;
  khatt_register_resource ();
  g_once_init_leave (&is_ready, 1);
}

/**
 * khatt_ui_get_now:
 *
 * Returns: seconds since 1970 as the clock on the wall shows them: dates in documents have no zone
 * and are compared with local time
 */
gint64
khatt_ui_get_now (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_to_unix (now) + g_date_time_get_utc_offset (now) / G_TIME_SPAN_SECOND;
}
