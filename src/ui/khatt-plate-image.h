/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "khatt-kind.h"
#include "khatt-snapshot.h"

G_BEGIN_DECLS

/* KhattPlateImage: the mark of one kind of event, as the timeline draws it, for panes and lists. */
#define KHATT_TYPE_PLATE_IMAGE (khatt_plate_image_get_type ())
G_DECLARE_FINAL_TYPE (KhattPlateImage, khatt_plate_image, KHATT, PLATE_IMAGE, GtkWidget)

GtkWidget *khatt_plate_image_new (KhattKind kind, KhattStatus status, int size);
void khatt_plate_image_set_kind (KhattPlateImage *self, KhattKind kind, KhattStatus status);
void khatt_plate_image_set_hue (KhattPlateImage *self, KhattHue hue);
void khatt_plate_image_set_size (KhattPlateImage *self, int size);
void khatt_plate_image_set_muted (KhattPlateImage *self, gboolean is_muted);
void khatt_plate_image_set_time_direction (KhattPlateImage *self, KhattDirection direction);

G_END_DECLS
