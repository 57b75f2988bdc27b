/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-event-data.h"
#include "khatt-name-key.h"

G_BEGIN_DECLS

/* Actors of an event that are compared. */
#define KHATT_COMPARAND_MAX_NAMES 6
/* Days of a stretch that something can be the same in. */
#define KHATT_COMPARAND_MAX_DAYS 32

/* An event as it is compared with others. */
typedef struct
{
  KhattEventData *event; /* borrowed */
  gint64 first_day;      /* days since 1970 */
  gint64 last_day;
  gboolean is_comparable; /* it says enough to be compared with others */
  gboolean is_inferred;   /* no date of its own: the report's */
  gboolean is_twin;       /* its article tells of two like it */
  gboolean is_changed;    /* since it was set up */
  guint n_names;
  guint n_unnamed; /* of them known by office alone, perhaps */
  KhattNameKey names[KHATT_COMPARAND_MAX_NAMES];
  guint32 slot; /* KHATT_SLOT_NONE: not in the timeline yet */
  /* Of guint64: those that are the same event have one in common, of the first row where both name
   * their actors, of the second one otherwise. */
  GArray *keys;
  GArray *country_keys;
  /*< private >*/
  GArray *words;        /* of guint32, sorted; NULL: not asked yet */
  GHashTable *articles; /* ids of its sources' articles; NULL: few, look at them */
  GHashTable *said;     /* its topics and quotations, folded; NULL: not joined yet */
  guint stamp;
} KhattComparand;

gboolean khatt_comparand_init (KhattComparand *match, KhattEventData *event, guint32 slot);
void khatt_comparand_clear (KhattComparand *match);
gboolean khatt_comparand_is_like (const KhattComparand *match, const KhattComparand *other);
gboolean khatt_comparand_shares_actors (const KhattComparand *a, const KhattComparand *b);
gboolean khatt_comparand_shares_article (const KhattComparand *match, const KhattEventData *event);
double khatt_comparand_compare_words (KhattComparand *a, KhattComparand *b);
void khatt_comparand_note_source (KhattComparand *match, const char *article);
guint64 khatt_comparand_mix (guint64 hash, guint64 value);

G_END_DECLS
