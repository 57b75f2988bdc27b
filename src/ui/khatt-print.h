/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "khatt-timeline-view.h"

G_BEGIN_DECLS

GtkPrintOperation *khatt_print_new (KhattTimelineView *view, const char *title);
gboolean
khatt_print_finish (GtkPrintOperation *operation, GtkPrintOperationResult result, GError **error);

G_END_DECLS
