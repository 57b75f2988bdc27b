/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One of several tasks; called from any thread, at the same time as the others. */
typedef void (*KhattCrewTask) (guint task, gpointer data);

guint khatt_crew_get_size (guint wanted);
void khatt_crew_run (guint n_threads, guint n_tasks, KhattCrewTask run, gpointer data);

G_END_DECLS
