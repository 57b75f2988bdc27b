/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-timeline-view.h"

G_BEGIN_DECLS

/* KhattBreadcrumb: year › month › days of what a view shows; each part is a button that fits it.
 * Bound to a view by its `view` property. */
#define KHATT_TYPE_BREADCRUMB (khatt_breadcrumb_get_type ())
G_DECLARE_FINAL_TYPE (KhattBreadcrumb, khatt_breadcrumb, KHATT, BREADCRUMB, GtkWidget)

GtkWidget *khatt_breadcrumb_new (void);
KhattTimelineView *khatt_breadcrumb_get_view (KhattBreadcrumb *self);
void khatt_breadcrumb_set_view (KhattBreadcrumb *self, KhattTimelineView *view);

G_END_DECLS
