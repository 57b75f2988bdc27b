/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "khatt-snapshot.h"

G_BEGIN_DECLS

/* Which events are shown. A value; strings are borrowed for the call, but for those of a copy,
 * which are its own. Each member narrows what the others leave; zero or NULL asks for nothing, so
 * that a filter of zeros shows everything. */
typedef struct
{
  const char *const *actors;     /* names; who takes part */
  gboolean needs_all_actors;     /* each of them, not one of them: what happened between two */
  const char *const *countries;  /* codes; whose actors take part */
  guint kinds;                   /* bits 1 << KhattKind */
  guint statuses;                /* bits 1 << KhattStatus */
  const char *const *publishers; /* of the articles that tell of it */
  const char *const *articles;   /* ids; who told of it */
  const char *const *tags;
  gboolean has_period;
  gint64 first; /* seconds since 1970, inclusive; what may have happened then */
  gint64 last;
} KhattFilter;

/* What can be asked for: one member of a filter, or those that belong together. */
typedef enum
{
  KHATT_ASPECT_ACTORS,
  KHATT_ASPECT_COUNTRIES,
  KHATT_ASPECT_KINDS,
  KHATT_ASPECT_STATUSES,
  KHATT_ASPECT_PUBLISHERS,
  KHATT_ASPECT_ARTICLES,
  KHATT_ASPECT_TAGS,
  KHATT_ASPECT_PERIOD,
} KhattAspect;
#define KHATT_N_ASPECTS (KHATT_ASPECT_PERIOD + 1)

gboolean khatt_filter_is_empty (const KhattFilter *filter);
gboolean
khatt_filter_matches (const KhattFilter *filter, const KhattSnapshot *snapshot, guint32 slot);
/* Bits 1 << KhattAspect: in what an event is not what is asked for; 0: it is shown. */
guint
khatt_filter_get_failures (const KhattFilter *filter, const KhattSnapshot *snapshot, guint32 slot);

/* One that owns its strings; a boxed type. */
#define KHATT_TYPE_FILTER (khatt_filter_get_type ())
GType khatt_filter_get_type (void);
KhattFilter *khatt_filter_copy (const KhattFilter *filter);
void khatt_filter_free (KhattFilter *filter);
/* Whether they ask for the same: the order of a list does not matter. */
gboolean khatt_filter_equal (const KhattFilter *a, const KhattFilter *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattFilter, khatt_filter_free)

G_END_DECLS
