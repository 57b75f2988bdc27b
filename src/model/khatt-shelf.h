/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-timeline.h"

G_BEGIN_DECLS

/* The articles of a timeline, so that new ones get ids of their own and known ones are recognised.
 */
typedef struct
{
  GHashTable *ids;
  GHashTable *texts; /* ids by the checksum of the text */
  guint64 next_id;
} KhattShelf;

void khatt_shelf_init (KhattShelf *shelf, KhattTimeline *timeline);
void khatt_shelf_clear (KhattShelf *shelf);
const char *khatt_shelf_find (const KhattShelf *shelf, const KhattArticle *article);
const char *khatt_shelf_add (KhattShelf *shelf, const KhattArticle *article, const char *wanted);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KhattShelf, khatt_shelf_clear)

G_END_DECLS
