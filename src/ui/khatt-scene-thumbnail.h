/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "khatt-scene.h"
#include "khatt-timeline.h"

G_BEGIN_DECLS

/* KhattSceneThumbnail: what a scene shows, small. */
#define KHATT_TYPE_SCENE_THUMBNAIL (khatt_scene_thumbnail_get_type ())
G_DECLARE_FINAL_TYPE (KhattSceneThumbnail, khatt_scene_thumbnail, KHATT, SCENE_THUMBNAIL, GtkWidget)

GtkWidget *khatt_scene_thumbnail_new (KhattTimeline *timeline, KhattScene *scene);
/* For the same scene under another title or with other notes. */
void khatt_scene_thumbnail_set_scene (KhattSceneThumbnail *self, KhattScene *scene);
/* Whether there is a picture of how the document is now. */
gboolean khatt_scene_thumbnail_is_current (KhattSceneThumbnail *self);

G_END_DECLS
