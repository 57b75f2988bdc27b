/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-event-data.h"
#include "khatt-name-key.h"

G_BEGIN_DECLS

/* Actors of an event that are compared. */
#define KHATT_MATCHER_MAX_NAMES 6

/* An event as it is compared with others. */
typedef struct
{
  KhattEventData *event; /* borrowed */
  gint64 first_day;      /* days since 1970 */
  gint64 last_day;
  gboolean is_inferred; /* no date of its own: the report's */
  guint n_names;
  KhattNameKey names[KHATT_MATCHER_MAX_NAMES];
  guint32 slot; /* KHATT_SLOT_NONE: not in the timeline yet */
  /*< private >*/
  GArray *words;        /* of guint32, sorted; NULL: not asked yet */
  GHashTable *articles; /* ids of its sources' articles; NULL: few, look at them */
  GHashTable *said;     /* its topics and quotations, folded; NULL: not joined yet */
  guint stamp;
} KhattComparand;

/* Events by kind, actors and day, so that the ones that may be the same are found at once. */
typedef struct _KhattMatcher KhattMatcher;

KhattMatcher *khatt_matcher_new (void);
void khatt_matcher_free (KhattMatcher *matcher);
KhattComparand *khatt_matcher_add (KhattMatcher *matcher, const KhattComparand *match);
KhattComparand *khatt_matcher_find (KhattMatcher *matcher, KhattComparand *match);

gboolean khatt_comparand_init (KhattComparand *match, KhattEventData *event, guint32 slot);
gboolean khatt_comparand_is_like (const KhattComparand *match, const KhattComparand *other);
void khatt_comparand_clear (KhattComparand *match);
gint64 khatt_comparand_get_day (gint64 seconds);
void khatt_comparand_note_source (KhattComparand *match, const char *article);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattMatcher, khatt_matcher_free)

G_END_DECLS
