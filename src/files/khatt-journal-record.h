/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-timeline.h"

G_BEGIN_DECLS

/* What changed in a document between two moments, as bytes. */
GBytes *khatt_journal_record_new (KhattSnapshot *before, KhattSnapshot *now, GError **error);

/* What a row of such records comes to. */
typedef struct _KhattJournalChanges KhattJournalChanges;

KhattJournalChanges *khatt_journal_changes_new (void);
void khatt_journal_changes_free (KhattJournalChanges *changes);
gboolean khatt_journal_changes_add (KhattJournalChanges *changes, GBytes *record, GError **error);
void khatt_journal_changes_apply (KhattJournalChanges *changes,
                                  KhattTimeline *timeline,
                                  gboolean is_whole);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattJournalChanges, khatt_journal_changes_free)

G_END_DECLS
