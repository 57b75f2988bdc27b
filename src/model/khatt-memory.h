/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* After something large was built: what it took on the way goes back to the system. */
void khatt_memory_give_back (guint n_events);

G_END_DECLS
