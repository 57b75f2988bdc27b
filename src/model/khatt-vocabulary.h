/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "khatt-snapshot.h"

G_BEGIN_DECLS

/* What a name is the name of. */
typedef enum
{
  KHATT_VOCABULARY_ACTORS,
  KHATT_VOCABULARY_OFFICES,
  KHATT_VOCABULARY_PLACES,
  KHATT_VOCABULARY_TOPICS,
  KHATT_VOCABULARY_TAGS,
} KhattVocabularyPart;
#define KHATT_N_VOCABULARY_PARTS (KHATT_VOCABULARY_TAGS + 1)

/* The names that a document uses, so that nobody has to type them to the end. Immutable, reference
 * counted, readable from every thread; holds its snapshot. */
typedef struct _KhattVocabulary KhattVocabulary;

KhattVocabulary *khatt_vocabulary_new (KhattSnapshot *snapshot, GCancellable *cancellable);
KhattVocabulary *khatt_vocabulary_ref (KhattVocabulary *vocabulary);
void khatt_vocabulary_unref (KhattVocabulary *vocabulary);
/* Of names, which belong to the vocabulary. */
GPtrArray *khatt_vocabulary_complete (const KhattVocabulary *vocabulary,
                                      KhattVocabularyPart part,
                                      const char *typed,
                                      guint limit);
const KhattActor *khatt_vocabulary_find_actor (const KhattVocabulary *vocabulary, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattVocabulary, khatt_vocabulary_unref)

G_END_DECLS
