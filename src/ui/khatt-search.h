/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-search-hits.h"
#include "khatt-timeline.h"

G_BEGIN_DECLS

/* KhattSearch: what is looked for in a document, and where it is found: up to date with what is
 * typed, with the filter and with the document.
 *
 * Signals: changed (there are other hits, or it is busy or not any more)
 */
#define KHATT_TYPE_SEARCH (khatt_search_get_type ())
G_DECLARE_FINAL_TYPE (KhattSearch, khatt_search, KHATT, SEARCH, GObject)

KhattSearch *khatt_search_new (void);
void khatt_search_set_timeline (KhattSearch *self, KhattTimeline *timeline);
void khatt_search_set_filter (KhattSearch *self, const KhattFilter *filter);
void khatt_search_set_text (KhattSearch *self, const char *text);
/* As long as it is not, it costs nothing and finds nothing. */
void khatt_search_set_active (KhattSearch *self, gboolean is_active);
/* Whether there are hits to come. */
gboolean khatt_search_is_busy (KhattSearch *self);
/* NULL where nothing is looked for, or not yet. */
KhattSearchHits *khatt_search_get_hits (KhattSearch *self);

G_END_DECLS
