/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "khatt-timeline.h"

G_BEGIN_DECLS

/* KhattActorDialog: what a document says of an actor, to be changed: its names, what it is, its
 * office and its country.
 *
 * Signals: applied (const char *name): something is otherwise now */
#define KHATT_TYPE_ACTOR_DIALOG (khatt_actor_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KhattActorDialog, khatt_actor_dialog, KHATT, ACTOR_DIALOG, AdwWindow)

GtkWidget *khatt_actor_dialog_new (GtkWindow *parent, KhattTimeline *timeline, const char *name);

G_END_DECLS
