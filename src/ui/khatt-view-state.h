/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "khatt-filter.h"
#include "khatt-lane-settings.h"

G_BEGIN_DECLS

/* States of documents that are kept; the oldest go first. */
#define KHATT_VIEW_STATES_MAX 200

/* How a document was last looked at: not part of it, and nobody's business but this person's.
 * Everything is owned. */
typedef struct
{
  gboolean has_span; /* else all of it was shown */
  gint64 first;      /* seconds since 1970 */
  gint64 last;
  double scroll_y;
  char *lanes_by;
  KhattLaneSettings *lanes; /* of these; NULL: nothing was decided */
  KhattFilter *filter;      /* NULL: none */
  char *selected;           /* an event's id; NULL: none */
  char *mode;               /* the timeline, the list or the article */
  gboolean shows_details;
  guint scene; /* where its presentation was left, from 0 */
} KhattViewState;

void khatt_view_state_free (KhattViewState *state);
KhattViewState *khatt_view_state_load (GFile *document);
gboolean khatt_view_state_save (const KhattViewState *state, GFile *document, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattViewState, khatt_view_state_free)

G_END_DECLS
