/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "khatt-filter.h"

G_BEGIN_DECLS

/* One choice that a filter offers, and how many events it would leave. */
typedef struct
{
  const char *key; /* a name, a code, an id or a tag; belongs to the snapshot */
  guint32 n_events;
} KhattFacet;

/* For every choice of a filter, how many events there are with it under all that is asked for
 * besides. Immutable, reference counted; holds its snapshot. */
typedef struct _KhattFacets KhattFacets;

KhattFacets *
khatt_facets_new (KhattSnapshot *snapshot, const KhattFilter *filter, GCancellable *cancellable);
KhattFacets *khatt_facets_ref (KhattFacets *facets);
void khatt_facets_unref (KhattFacets *facets);
guint32 khatt_facets_get_n_events (const KhattFacets *facets);
guint32 khatt_facets_get_kind (const KhattFacets *facets, KhattKind kind);
guint32 khatt_facets_get_status (const KhattFacets *facets, KhattStatus status);
/* Of actors, countries, publishers, articles and tags: the choices, those with most events first.
 */
const KhattFacet *khatt_facets_get (const KhattFacets *facets, KhattAspect aspect, guint *n_facets);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattFacets, khatt_facets_unref)

G_END_DECLS
