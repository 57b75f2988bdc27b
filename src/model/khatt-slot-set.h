/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Slots in ascending order, each once: a GArray of guint32. */
GArray *khatt_slot_set_new (void);
void khatt_slot_set_add (GArray *slots, guint32 slot);
void khatt_slot_set_remove (GArray *slots, guint32 slot);

G_END_DECLS
