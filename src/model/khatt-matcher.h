/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-comparand.h"

G_BEGIN_DECLS

/* Events that are looked at for one, and those of them whose words are compared with its own. */
#define KHATT_MATCHER_MAX_LOOKED_AT 1024
#define KHATT_MATCHER_MAX_COMPARED 256

/* Events by kind, actors and day, so that the ones that may be the same are found at once. */
typedef struct _KhattMatcher KhattMatcher;

KhattMatcher *khatt_matcher_new (void);
void khatt_matcher_free (KhattMatcher *matcher);
void khatt_matcher_add (KhattMatcher *matcher, KhattComparand *match);
KhattComparand *khatt_matcher_find (KhattMatcher *matcher, KhattComparand *match);
guint khatt_matcher_get_n_given_up (const KhattMatcher *matcher);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattMatcher, khatt_matcher_free)

G_END_DECLS
