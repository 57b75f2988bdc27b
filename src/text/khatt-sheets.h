/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-article.h"
#include "khatt-frames.h"

G_BEGIN_DECLS

/* A longer text is read in sheets of about so many bytes. */
#define KHATT_SHEET_BYTES (256 * 1024)

/* A text laid out in sheets, each of whole news items, of which one lies open at a time. Whom one
 * sheet introduces is known in all. */
typedef struct _KhattSheets KhattSheets;

KhattSheets *khatt_sheets_new (const KhattLexicon *lexicon,
                               const KhattArticle *article,
                               gsize sheet_bytes,
                               GCancellable *cancellable);
void khatt_sheets_free (KhattSheets *sheets);
guint khatt_sheets_get_n (const KhattSheets *sheets);
/* What the stages of reading see of a sheet; until another is opened. */
const KhattText *khatt_sheets_open (KhattSheets *sheets, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattSheets, khatt_sheets_free)

G_END_DECLS
