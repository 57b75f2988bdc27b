/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-article.h"
#include "khatt-event-data.h"
#include "khatt-story.h"

G_BEGIN_DECLS

/* The events of a story while they are laid out as data. Inside of text/ only. */
typedef struct _KhattWriteUp KhattWriteUp;

KhattWriteUp *khatt_write_up_new (const KhattArticle *article, GPtrArray *events);
void khatt_write_up_free (KhattWriteUp *write_up);
/* After each sentence of a stretch, and after its last one. */
void khatt_write_up_note_quotes (KhattWriteUp *write_up,
                                 const KhattText *text,
                                 KhattStory *story,
                                 gsize sentence);
void khatt_write_up_stretch (KhattWriteUp *write_up, const KhattText *text, KhattStory *story);
/* Once nothing can be told of the first events of a story any more. */
void khatt_write_up_settle (KhattWriteUp *write_up,
                            const KhattText *text,
                            KhattStory *story,
                            guint n_events);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattWriteUp, khatt_write_up_free)

G_END_DECLS
