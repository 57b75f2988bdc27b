/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "khatt-timeline.h"

G_BEGIN_DECLS

/* KhattScenesDialog: the scenes of a document, to name, annotate, order and remove. Actions that
 * the window it belongs to has to have: win.record-scene, win.show-scene u, win.update-scene u,
 * win.present. */
#define KHATT_TYPE_SCENES_DIALOG (khatt_scenes_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KhattScenesDialog, khatt_scenes_dialog, KHATT, SCENES_DIALOG, AdwWindow)

GtkWidget *khatt_scenes_dialog_new (GtkWindow *parent, KhattTimeline *timeline);

G_END_DECLS
