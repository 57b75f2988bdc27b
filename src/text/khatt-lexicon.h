/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* KhattLexicon: the tables of one language, read from tab-separated bytes; immutable and shared between
 * threads once made. `text` knows no file: `files` finds them (khatt-lexicon-files.h). */
typedef struct _KhattLexicon KhattLexicon;

typedef struct
{
  const char *name; /* "verbs.tsv": which table; shown in issues */
  GBytes *bytes;
} KhattLexiconTable;

/* Later tables extend or override earlier ones. A wrong line is an issue and costs nothing else. */
KhattLexicon *khatt_lexicon_new (const KhattLexiconTable *tables, gsize n_tables, GPtrArray *issues);
KhattLexicon *khatt_lexicon_ref (KhattLexicon *lexicon);
void khatt_lexicon_unref (KhattLexicon *lexicon);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattLexicon, khatt_lexicon_unref)

G_END_DECLS
