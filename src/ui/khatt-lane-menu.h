/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-timeline-view.h"

G_BEGIN_DECLS

/* What can be done with one lane of a view, now. */
GMenuModel *khatt_lane_menu_new (KhattTimelineView *view, guint lane);

G_END_DECLS
