/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "khatt-filter.h"

G_BEGIN_DECLS

/* What a list of events can be sorted by. */
typedef enum
{
  KHATT_SORT_DATE,
  KHATT_SORT_KIND,
  KHATT_SORT_TITLE,
  KHATT_SORT_ACTORS,
  KHATT_SORT_PLACE,
  KHATT_SORT_STATUS,
  KHATT_SORT_SOURCES,
} KhattSortKey;
#define KHATT_N_SORT_KEYS (KHATT_SORT_SOURCES + 1)

/* In which order, and which events. A value; what it points to is borrowed for the call. */
typedef struct
{
  KhattSortKey key;
  gboolean is_descending;
  const char *language;      /* whose dictionaries tell; NULL: what is common to all */
  const KhattFilter *filter; /* NULL: all of them */
} KhattEventSort;

GArray *khatt_event_sort_list (const KhattSnapshot *snapshot,
                               const KhattEventSort *sort,
                               GCancellable *cancellable);

G_END_DECLS
