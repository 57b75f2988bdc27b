/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* KhattDocumentLines: since each event of a document stands on a line of its own, a run of such
 * lines can be read without what comes before it, in any thread. Whoever is mistaken in that
 * notices (the parser is then not where it was at the beginning) and has the lines read in the
 * plain way. */

#include "khatt-document-lines.h"

#include <string.h>
#include <yajl/yajl_parse.h>

#include "khatt-issue.h"
#include "khatt-limits.h"

struct _KhattDocumentLinesReader
{
  KhattLoading loading;
  KhattDocumentReading reading;
  KhattArena *arena;
  GString *patched;
};

/**
 * khatt_document_lines_new: (skip)
 *
 * Returns: (transfer full): no lines
 */
KhattDocumentLines *
khatt_document_lines_new (void)
{
  KhattDocumentLines *lines = g_new0 (KhattDocumentLines, 1);

  lines->text = g_string_new (NULL);
  lines->offsets = g_array_new (FALSE, FALSE, sizeof (guint32));
  lines->unresolved = g_array_new (FALSE, FALSE, sizeof (guint32));
  lines->issues = khatt_issues_new ();
  lines->foreign_kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return lines;
}

/**
 * khatt_document_lines_free: (skip)
 * @lines: (transfer full): lines
 */
void
khatt_document_lines_free (KhattDocumentLines *lines)
{
  g_string_free (lines->text, TRUE);
  g_clear_pointer (&lines->events, khatt_batch_free);
  g_array_unref (lines->offsets);
  g_array_unref (lines->unresolved);
  g_ptr_array_unref (lines->issues);
  g_hash_table_unref (lines->foreign_kinds);
  g_free (lines);
}

/**
 * khatt_document_lines_measure: (skip)
 * @text: whole lines
 * @length: their bytes
 * @n_lines: (out): how many lines look like an event and a comma
 *
 * Returns: the bytes of the lines from the start that look so
 */
gsize
khatt_document_lines_measure (const char *text, gsize length, guint *n_lines)
{
  const char *at = text;
  const char *end = text + length;

  *n_lines = 0;
  while (at < end && *at == '{')
    {
      const char *lf = memchr (at, '\n', (gsize) (end - at));
      const char *last = lf;

      if (lf == NULL)
        break;
      while (last > at && (last[-1] == '\r' || last[-1] == ' ' || last[-1] == '\t'))
        last--;
      if (last - at < 3 || last[-1] != ',' || last[-2] != '}')
        break;
      at = lf + 1;
      (*n_lines)++;
    }
  return (gsize) (at - text);
}

/**
 * khatt_document_lines_take: (skip)
 * @lines: lines that are being read
 * @event: what was read
 * @offset: where in the text it begins
 * @is_unresolved: whether its spans count code points still
 */
void
khatt_document_lines_take (KhattDocumentLines *lines,
                           const KhattEventData *event,
                           gsize offset,
                           gboolean is_unresolved)
{
  guint32 index = khatt_batch_get_n_events (lines->events);
  guint32 short_offset = (guint32) offset;

  khatt_batch_add (lines->events, event);
  g_array_append_val (lines->offsets, short_offset);
  if (is_unresolved)
    g_array_append_val (lines->unresolved, index);
}

/**
 * khatt_document_lines_reader_new: (skip)
 * @loading: what the document is loaded into; only its articles are looked at, while it does not
 * change them
 *
 * Returns: (transfer full): what a thread reads with
 */
KhattDocumentLinesReader *
khatt_document_lines_reader_new (const KhattLoading *loading)
{
  KhattDocumentLinesReader *reader = g_new0 (KhattDocumentLinesReader, 1);

  khatt_loading_init (&reader->loading, NULL, NULL);
  g_hash_table_unref (reader->loading.articles);
  reader->loading.articles = g_hash_table_ref (loading->articles);
  reader->loading.file = loading->file;
  reader->loading.options = loading->options;
  reader->loading.cancellable = loading->cancellable;
  khatt_document_reading_init (&reader->reading, &reader->loading);
  reader->arena = khatt_arena_new ();
  reader->patched = g_string_new (NULL);
  return reader;
}

/**
 * khatt_document_lines_reader_free: (skip)
 * @reader: (transfer full): what a thread read with
 */
void
khatt_document_lines_reader_free (KhattDocumentLinesReader *reader)
{
  khatt_document_reading_clear (&reader->reading);
  khatt_loading_clear (&reader->loading);
  khatt_arena_unref (reader->arena);
  g_string_free (reader->patched, TRUE);
  g_free (reader);
}

/* The parser stands in a list of events, before one. */
static void
begin (KhattDocumentLines *lines, KhattDocumentLinesReader *reader)
{
  KhattDocumentReading *reading = &reader->reading;
  const char *opening = "[";

  yajl_free (reading->yajl);
  reading->yajl = khatt_document_new_parser (reading);
  khatt_document_drop_frames (reading, NULL);
  reading->lines = lines;
  reading->piece = opening;
  reading->piece_length = strlen (opening);
  yajl_parse (reading->yajl, (const unsigned char *) opening, strlen (opening));

  lines->events = khatt_batch_new (reader->arena);
  reader->loading.issues = lines->issues;
  reader->loading.n_issues = 0;
  g_hash_table_unref (reader->loading.foreign_kinds);
  reader->loading.foreign_kinds = g_hash_table_ref (lines->foreign_kinds);
}

/**
 * khatt_document_lines_read: (skip)
 * @lines: lines, not read yet
 * @reader: what this thread reads with
 *
 * Reads them; whether that could be done is in @lines.
 */
void
khatt_document_lines_read (KhattDocumentLines *lines, KhattDocumentLinesReader *reader)
{
  KhattDocumentReading *reading = &reader->reading;
  const char *text;
  yajl_status status;

  begin (lines, reader);
  reading->line = lines->line;
  reading->column = 0;
  reading->piece = lines->text->str;
  reading->piece_length = lines->text->len;
  text =
      khatt_document_patch_escapes (reading, lines->text->str, lines->text->len, reader->patched);
  reading->piece = text;
  status = yajl_parse (reading->yajl, (const unsigned char *) text, lines->text->len);
  lines->is_read = status == yajl_status_ok && khatt_document_stands_at_event (reading);
  lines->n_issues = reader->loading.n_issues;
  reading->lines = NULL;
}

/* ---- Giving ---- */

/* Of the words that are no kind, only the first one of each in the file is an issue. */
static void
drop_known_kinds (KhattDocumentLines *lines, KhattLoading *loading)
{
  GHashTableIter iter;
  gpointer word, number;

  g_hash_table_iter_init (&iter, lines->foreign_kinds);
  while (g_hash_table_iter_next (&iter, &word, &number))
    {
      guint n = GPOINTER_TO_UINT (number);

      if (g_hash_table_contains (loading->foreign_kinds, word))
        {
          lines->n_issues--;
          if (n > 0)
            g_clear_pointer (&lines->issues->pdata[n - 1], khatt_issue_free);
        }
      else
        g_hash_table_insert (loading->foreign_kinds, g_strdup (word), NULL);
    }
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const KhattIssue *first = *(const KhattIssue *const *) a;
  const KhattIssue *second = *(const KhattIssue *const *) b;

  if (first == NULL || second == NULL)
    return (first == NULL) - (second == NULL);
  return (first->line > second->line) - (first->line < second->line);
}

static void
give_issues (const KhattDocumentLines *lines, KhattLoading *loading)
{
  guint n_kept = 0;

  g_ptr_array_sort (lines->issues, compare_lines);
  for (guint i = 0; i < lines->issues->len; i++)
    {
      const KhattIssue *issue = g_ptr_array_index (lines->issues, i);

      if (issue == NULL)
        continue;
      khatt_loading_issue_at (loading, (KhattPlace){ issue->line, issue->column }, "%s",
                              issue->message);
      n_kept++;
    }
  loading->n_issues += lines->n_issues - n_kept;
}

/* Ids that were taken. */
static void
note_new_ids (KhattDocumentLines *lines, KhattLoading *loading, guint32 first)
{
  for (guint i = 0; i < lines->offsets->len; i++)
    {
      const char *wanted = khatt_batch_get_id (lines->events, i);
      const char *id = khatt_timeline_get_id (loading->timeline, first + i);
      g_autofree char *message = NULL;
      KhattPlace place;

      if (wanted == NULL || wanted == id)
        continue;
      lines->n_issues++;
      if (loading->n_issues + lines->n_issues > KHATT_LIMIT_ISSUES)
        continue;
      place =
          khatt_document_find_place (lines->text->str, g_array_index (lines->offsets, guint32, i),
                                     (KhattPlace){ lines->line, 1 });
      message = khatt_loading_dup_id_taken (wanted, id);
      khatt_issues_add (lines->issues, loading->file, place.line, place.column, "%s", message);
    }
}

/**
 * khatt_document_lines_give: (skip)
 * @lines: lines that were read; of no use afterwards
 * @loading: what the document is loaded into
 *
 * Adds the events to the timeline, and what was to be said of them to the issues, as if the lines
 * had been read there.
 */
void
khatt_document_lines_give (KhattDocumentLines *lines, KhattLoading *loading)
{
  guint32 first;

  drop_known_kinds (lines, loading);
  first = khatt_timeline_add_batch (loading->timeline, lines->events);
  for (guint i = 0; i < lines->unresolved->len; i++)
    {
      guint32 slot = first + g_array_index (lines->unresolved, guint32, i);

      g_array_append_val (loading->unresolved, slot);
    }
  note_new_ids (lines, loading, first);
  give_issues (lines, loading);
}
