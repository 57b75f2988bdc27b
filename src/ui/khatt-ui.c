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
