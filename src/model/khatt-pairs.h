/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "khatt-contacts.h"

G_BEGIN_DECLS

/* What two actors had to do with each other. */
typedef struct
{
  const char *name;     /* of the one that took part in more events; belongs to the snapshot */
  KhattContact contact; /* the other one, and what they had to do with each other */
} KhattPair;

/* Who takes part, and who with whom, in all of a document. Holds its snapshot. */
typedef struct
{
  KhattSnapshot *snapshot;
  GArray *actors; /* of KhattContact: each with all of its events, those with most of them first */
  GArray *pairs;  /* of KhattPair, those with most events first */
} KhattPairs;

KhattPairs *
khatt_pairs_new (KhattSnapshot *snapshot, const KhattFilter *filter, GCancellable *cancellable);
void khatt_pairs_free (KhattPairs *pairs);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattPairs, khatt_pairs_free)

G_END_DECLS
