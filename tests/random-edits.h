/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-timeline.h"

G_BEGIN_DECLS

/* A small document with articles, events of every sort, scenes and bookmarks, saved as it is. */
KhattTimeline *random_edits_new_document (void);
/* One step that anybody could do, of any sort. */
void random_edits_do (KhattTimeline *timeline, GRand *random);
/* What a file of it would hold. */
char *random_edits_write (KhattTimeline *timeline);

G_END_DECLS
