/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-snapshot.h"

G_BEGIN_DECLS

/* Which events are shown. A value; strings are borrowed for the call. Each member narrows what the
 * others leave; zero or NULL asks for nothing, so that a filter of zeros shows everything. */
typedef struct
{
  const char *const *actors;    /* names; who takes part */
  gboolean needs_all_actors;    /* each of them, not one of them: what happened between two */
  const char *const *countries; /* codes; whose actors take part */
  guint kinds;                  /* bits 1 << KhattKind */
  guint statuses;               /* bits 1 << KhattStatus */
  const char *const *articles;  /* ids; who told of it */
  const char *const *tags;
  gboolean has_period;
  gint64 first; /* seconds since 1970, inclusive; what may have happened then */
  gint64 last;
} KhattFilter;

gboolean khatt_filter_is_empty (const KhattFilter *filter);
gboolean
khatt_filter_matches (const KhattFilter *filter, const KhattSnapshot *snapshot, guint32 slot);

G_END_DECLS
