/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-search-index.h"

G_BEGIN_DECLS

struct _KhattSearchIndex
{
  gatomicrefcount references;
  KhattSnapshot *snapshot;
  GString *text;        /* the different texts, folded, each closed by a zero byte */
  GArray *starts;       /* of gsize: where each text begins, and the end of the last */
  GArray *event_texts;  /* of guint32: numbers of texts */
  GArray *event_starts; /* of guint32: by slot, where its texts begin; one more at the end */
};

static inline guint32
khatt_search_index_get_n_texts (const KhattSearchIndex *index)
{
  return index->starts->len - 1;
}

static inline const char *
khatt_search_index_get_nth_text (const KhattSearchIndex *index, guint32 number, gsize *length)
{
  const gsize *starts = &g_array_index (index->starts, gsize, number);

  *length = starts[1] - starts[0] - 1;
  return index->text->str + starts[0];
}

G_END_DECLS
