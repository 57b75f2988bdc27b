/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "khatt-timeline.h"

G_BEGIN_DECLS

/* KhattSplitActorDialog: one name that two bear: which events are the other one's, and what that
 * one is called.
 *
 * Signals: split (const char *new_name, uint n_events): it is done */
#define KHATT_TYPE_SPLIT_ACTOR_DIALOG (khatt_split_actor_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KhattSplitActorDialog,
                      khatt_split_actor_dialog,
                      KHATT,
                      SPLIT_ACTOR_DIALOG,
                      AdwWindow)

GtkWidget *
khatt_split_actor_dialog_new (GtkWindow *parent, KhattTimeline *timeline, const char *name);

G_END_DECLS
