/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define KHATT_TRIE_ROOT 0
#define KHATT_TRIE_NONE G_MAXUINT32

/* Phrases as paths of word numbers. A node's number is dense from 0, so that callers keep what they
 * know of it in arrays. */
typedef struct _KhattPhraseTrie KhattPhraseTrie;

KhattPhraseTrie *khatt_phrase_trie_new (void);
void khatt_phrase_trie_free (KhattPhraseTrie *trie);
guint32 khatt_phrase_trie_add (KhattPhraseTrie *trie, guint32 node, guint32 word);
guint32 khatt_phrase_trie_step (const KhattPhraseTrie *trie, guint32 node, guint32 word);
gsize khatt_phrase_trie_get_n_nodes (const KhattPhraseTrie *trie);

/* Words as dense numbers from 1. */
typedef struct _KhattWordTable KhattWordTable;

KhattWordTable *khatt_word_table_new (void);
void khatt_word_table_free (KhattWordTable *table);
guint32 khatt_word_table_add (KhattWordTable *table, const char *word, gsize length);
guint32 khatt_word_table_find (const KhattWordTable *table, const char *word, gsize length);

G_END_DECLS
