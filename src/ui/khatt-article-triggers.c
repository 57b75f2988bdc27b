/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The words of an article by which the selected event was read. */

#include "khatt-article-triggers.h"

#include "khatt-palette.h"
#include "khatt-reading-words.h"
#include "khatt-trigger.h"

static void
add_source (GArray *triggers,
            const KhattArticle *article,
            const KhattSourceData *source,
            KhattKind kind,
            const KhattLexicon *lexicon)
{
  g_autoptr (GArray) found = khatt_reading_words_find (article, source, lexicon, NULL);

  for (guint i = 0; i < found->len; i++)
    {
      const KhattTrigger *trigger = &g_array_index (found, KhattTrigger, i);
      KhattArticleTrigger words = {
        .first = khatt_article_points_from_bytes (article, (gssize) trigger->first),
        .after = khatt_article_points_from_bytes (article, (gssize) trigger->after),
        .kind = kind,
      };

      g_array_append_val (triggers, words);
    }
}

/**
 * khatt_article_triggers_new:
 * @snapshot: the events
 * @article: one of the articles that they were read from
 * @slot: an event, or %KHATT_SLOT_NONE
 * @lexicon: what articles are read with
 *
 * Returns: (transfer full) (element-type KhattArticleTrigger): the words of @article that tell of
 *   the event, one report after the other
 */
GArray *
khatt_article_triggers_new (const KhattSnapshot *snapshot,
                            const KhattArticle *article,
                            guint32 slot,
                            const KhattLexicon *lexicon)
{
  GArray *triggers = g_array_new (FALSE, FALSE, sizeof (KhattArticleTrigger));
  g_autoptr (KhattEventData) event = NULL;

  if (khatt_snapshot_has_slot (snapshot, slot))
    event = khatt_snapshot_dup_event (snapshot, slot);
  for (guint i = 0; event != NULL && i < event->sources->len; i++)
    {
      const KhattSourceData *source = g_ptr_array_index (event->sources, i);

      if (g_strcmp0 (source->article, article->id) == 0)
        add_source (triggers, article, source,
                    khatt_palette_find_kind (event->kind, khatt_hue_from_color (event->color)),
                    lexicon);
    }
  return triggers;
}
