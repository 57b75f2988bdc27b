/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The article reader: runs the stages over one article, sheet by sheet, and lays the story's events
 * out as data. Each stage is a file of its own: tokens, sentences, items, mentions, frames, dates,
 * the story, and what surrounds an event (topics, sources, quotations).
 */

#include "khatt-reader.h"

#include "khatt-dateline.h"
#include "khatt-published.h"
#include "khatt-sheets.h"
#include "khatt-write-up.h"

/* Sentences between two looks at whether to stop. */
#define SENTENCES_PER_LOOK 64

static void
propose_dates (KhattReading *reading, KhattSheets *sheets, gint64 latest_day)
{
  g_autoptr (KhattClues) clues = khatt_clues_new ();
  KhattPublished published;

  for (guint i = 0; i < khatt_sheets_get_n (sheets); i++)
    {
      const KhattText *text = khatt_sheets_open (sheets, i);
      khatt_clues_gather (clues, text->tokens, text->items);
    }
  khatt_clues_propose (clues, latest_day, &published);
  reading->weekday = published.weekday;
  for (guint i = 0; i < published.candidates->len; i++)
    {
      const KhattCandidate *candidate = g_ptr_array_index (published.candidates, i);
      g_ptr_array_add (
          reading->candidates,
          khatt_candidate_new (candidate->date, (const char *const *) candidate->reasons));
    }
  khatt_published_clear (&published);
}

/* Returns whether the sheet was read to its end. */
static gboolean
read_sheet (KhattStory *story,
            KhattWriteUp *write_up,
            const KhattText *text,
            GCancellable *cancellable)
{
  gboolean is_cancelled = FALSE;

  khatt_story_turn (story, text);
  for (gsize i = 0; i < text->sentences->sentences->len && !is_cancelled; i++)
    {
      khatt_story_tell (story, i);
      khatt_write_up_note_quotes (write_up, text, story, i);
      is_cancelled = i % SENTENCES_PER_LOOK == 0 && g_cancellable_is_cancelled (cancellable);
    }
  khatt_write_up_stretch (write_up, text, story);
  return !is_cancelled;
}

static void
read_sheets (KhattReading *reading,
             KhattSheets *sheets,
             const KhattArticle *article,
             const KhattDateContext *context,
             GCancellable *cancellable)
{
  g_autoptr (KhattStory) story = khatt_story_new (context);
  g_autoptr (KhattWriteUp) write_up = khatt_write_up_new (article, reading->events);
  const KhattText *text = NULL;
  gboolean goes_on = !g_cancellable_is_cancelled (cancellable);

  for (guint i = 0; i < khatt_sheets_get_n (sheets) && goes_on; i++)
    {
      text = khatt_sheets_open (sheets, i);
      goes_on = read_sheet (story, write_up, text, cancellable);
      khatt_write_up_settle (write_up, text, story, khatt_story_count_settled (story));
    }
  khatt_write_up_settle (write_up, text, story, khatt_story_get_events (story)->len);
  for (guint i = 0; i < reading->events->len; i++)
    ((KhattEventData *) g_ptr_array_index (reading->events, i))->id =
        g_strdup_printf ("e%u", i + 1);
}

/**
 * khatt_reader_read_in_sheets: (skip)
 * @lexicon: the tables of the article's language
 * @article: the article
 * @latest_day: as for khatt_reader_read()
 * @sheet_bytes: about how long a sheet is
 * @cancellable: (nullable): stops the reading
 *
 * Reads the events out of an article, sheet by sheet. They are the same for every length of a
 * sheet.
 *
 * Returns: (transfer full): the events, and publication dates to choose from where none is known
 */
KhattReading *
khatt_reader_read_in_sheets (const KhattLexicon *lexicon,
                             const KhattArticle *article,
                             gint64 latest_day,
                             gsize sheet_bytes,
                             GCancellable *cancellable)
{
  KhattReading *reading = g_new0 (KhattReading, 1);
  g_autoptr (KhattSheets) sheets = NULL;
  KhattDateContext context;

  reading->events = g_ptr_array_new_with_free_func ((GDestroyNotify) khatt_event_data_free);
  reading->candidates = g_ptr_array_new_with_free_func ((GDestroyNotify) khatt_candidate_free);
  sheets = khatt_sheets_new (lexicon, article, sheet_bytes, cancellable);
  if (!khatt_dateline_begin (article->published, &context))
    propose_dates (reading, sheets, latest_day);
  read_sheets (reading, sheets, article, &context, cancellable);
  return reading;
}

/**
 * khatt_reader_read:
 * @lexicon: the tables of the article's language
 * @article: the article
 * @latest_day: the last day on which it can have been published, in days since 1970, such as today;
 *   %KHATT_PUBLISHED_NO_LIMIT where none is known
 * @cancellable: (nullable): stops the reading between sentences; what was read until then is kept
 *
 * Reads the events out of an article. A pure function of its arguments; any thread.
 *
 * Returns: (transfer full): the events, and publication dates to choose from where none is known
 */
KhattReading *
khatt_reader_read (const KhattLexicon *lexicon,
                   const KhattArticle *article,
                   gint64 latest_day,
                   GCancellable *cancellable)
{
  return khatt_reader_read_in_sheets (lexicon, article, latest_day, KHATT_SHEET_BYTES, cancellable);
}

/**
 * khatt_reading_free:
 * @reading: (transfer full): what was read
 *
 * Frees a reading.
 */
void
khatt_reading_free (KhattReading *reading)
{
  g_ptr_array_unref (reading->events);
  g_ptr_array_unref (reading->candidates);
  g_free (reading);
}
