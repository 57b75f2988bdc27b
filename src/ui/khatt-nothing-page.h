/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "khatt-timeline-view.h"

G_BEGIN_DECLS

/* KhattNothingPage: what stands over a view that shows nothing of its document: why, and a button
 * that brings it back. Invisible where the view shows anything. */
#define KHATT_TYPE_NOTHING_PAGE (khatt_nothing_page_get_type ())
G_DECLARE_FINAL_TYPE (KhattNothingPage, khatt_nothing_page, KHATT, NOTHING_PAGE, AdwBin)

void khatt_nothing_page_set_view (KhattNothingPage *self, KhattTimelineView *view);

G_END_DECLS
