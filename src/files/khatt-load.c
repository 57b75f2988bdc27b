/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Loading: bytes from a stream, through the decoder, to the reader of the format that the first of
 * them show. Everything that every format needs is here once: the limit on size, cancelling,
 * progress, and what is left to do when all is read. */

#include "khatt-load-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "khatt-bidi.h"
#include "khatt-csv-columns.h"
#include "khatt-decoder.h"
#include "khatt-file-state.h"
#include "khatt-format.h"
#include "khatt-issue.h"
#include "khatt-limits.h"
#include "khatt-memory.h"
#include "khatt-loading.h"

/* Bytes that are read at once; most articles end within the first ones. */
#define FIRST_CHUNK_SIZE ((gsize) 16 * 1024)
#define CHUNK_SIZE ((gsize) 256 * 1024)
/* Titles that are looked at to find the direction of a document that does not say it. */
#define N_TITLES_LOOKED_AT 100

G_DEFINE_QUARK (khatt - files - error - quark, khatt_files_error)

/* One file on its way in. */
typedef struct
{
  KhattLoading loading;
  const KhattReaderClass *reader_class; /* NULL until the first text has come */
  gpointer reader;
  KhattLoaded *loaded;
} Way;

/* ---- Which format ---- */

static gboolean
begins_with_object (const char *text, gsize length, char bracket)
{
  gsize i = 0;

  while (i < length && g_ascii_isspace (text[i]))
    i++;
  if (i == length || text[i] != bracket)
    return FALSE;
  for (i++; i < length && g_ascii_isspace (text[i]); i++)
    ;
  return i == length || text[i] == (bracket == '[' ? '{' : '"');
}

static gboolean
is_json (const char *text, gsize length)
{
  return begins_with_object (text, length, '{') || begins_with_object (text, length, '[');
}

/* Whether the first line is made of names of columns, two at least. */
static gboolean
is_table (const char *text, gsize length)
{
  const char *lf = memchr (text, '\n', length);
  g_autofree char *line = g_strndup (text, lf != NULL ? (gsize) (lf - text) : MIN (length, 1024));
  g_auto (GStrv) names = g_strsplit_set (line, ",;\t", -1);
  guint n_known = 0;

  for (guint i = 0; names[i] != NULL; i++)
    {
      for (KhattColumn column = 0; column < KHATT_N_COLUMNS; column++)
        n_known += g_ascii_strcasecmp (g_strstrip (names[i]), khatt_csv_columns[column]) == 0;
    }
  return n_known >= 2;
}

static gboolean
is_page (const char *text, gsize length)
{
  static const char *const beginnings[] = { "<!doctype html", "<html", "<head" };
  gsize i = 0;

  while (i < length && g_ascii_isspace (text[i]))
    i++;
  for (gsize k = 0; k < G_N_ELEMENTS (beginnings); k++)
    {
      if (length - i >= strlen (beginnings[k]) &&
          g_ascii_strncasecmp (text + i, beginnings[k], strlen (beginnings[k])) == 0)
        return TRUE;
    }
  return FALSE;
}

static const char *
recognize (const char *name, const char *text, gsize length)
{
  const KhattFormat *format = name != NULL ? khatt_format_by_file_name (name) : NULL;

  if (is_json (text, length) && (format == NULL || strcmp (format->name, "csv") != 0))
    return "khatt";
  if (format != NULL)
    return format->name;
  if (is_table (text, length))
    return "csv";
  return is_page (text, length) ? "html" : "text";
}

static const KhattReaderClass *
get_reader_class (const char *format)
{
  if (strcmp (format, "html") == 0)
    return &khatt_html_article_reader;
  if (strcmp (format, "khatt") == 0)
    return &khatt_document_reader;
  if (strcmp (format, "csv") == 0)
    return &khatt_csv_reader;
  return &khatt_article_file_reader;
}

static void
choose_reader (Way *way, const char *text, gsize length)
{
  const KhattFormat *asked = way->loading.options->format != NULL
                                 ? khatt_format_by_name (way->loading.options->format)
                                 : NULL;
  const char *format = asked != NULL ? asked->name : recognize (way->loading.file, text, length);

  way->loaded->format = format;
  way->reader_class = get_reader_class (format);
  way->reader = way->reader_class->begin (&way->loading);
}

static gboolean
take_text (const char *text, gsize length, gpointer data)
{
  Way *way = data;

  if (way->reader_class == NULL)
    choose_reader (way, text, length);
  return way->reader_class->feed (way->reader, text, length);
}

/* ---- One stream ---- */

static gboolean
is_too_large (goffset size, const KhattLoadOptions *options, GError **error)
{
  goffset limit = options->max_size > 0 ? options->max_size : KHATT_LIMIT_FILE;
  g_autofree char *text = NULL;

  if (size <= limit)
    return FALSE;
  text = g_format_size ((guint64) limit);
  g_set_error (error, KHATT_FILES_ERROR, KHATT_FILES_ERROR_TOO_LARGE,
               /* Translators: %s is a size, as "4.3 GB". */
               _ ("The file is larger than %s, or does not end."), text);
  return TRUE;
}

static gboolean
pump (Way *way, KhattDecoder *decoder, GInputStream *stream, KhattTicker *ticker, GError **error)
{
  gsize chunk_size = FIRST_CHUNK_SIZE;
  g_autofree guint8 *chunk = g_malloc (chunk_size);
  goffset size = 0;

  for (;;)
    {
      gssize n = g_input_stream_read (stream, chunk, chunk_size, way->loading.cancellable, error);

      if (n < 0)
        return FALSE;
      if (n == 0)
        break;
      size += n;
      if (is_too_large (size, way->loading.options, error))
        return FALSE;
      if (!khatt_decoder_feed (decoder, chunk, (gsize) n))
        return TRUE; /* the reader has an error of its own */
      if (ticker != NULL)
        khatt_ticker_advance (ticker, n);
      if ((gsize) n == chunk_size && chunk_size < CHUNK_SIZE)
        {
          chunk_size = CHUNK_SIZE;
          chunk = g_realloc (chunk, chunk_size);
        }
    }
  khatt_decoder_finish (decoder);
  return TRUE;
}

static gboolean
read_stream (Way *way, GInputStream *stream, KhattTicker *ticker, GError **error)
{
  g_autoptr (KhattDecoder) decoder =
      khatt_decoder_new (way->loading.file, way->loading.issues, take_text, way);
  gboolean is_read = pump (way, decoder, stream, ticker, error) &&
                     !g_cancellable_set_error_if_cancelled (way->loading.cancellable, error);

  if (is_read && !khatt_decoder_is_text (decoder))
    {
      g_set_error_literal (error, KHATT_FILES_ERROR, KHATT_FILES_ERROR_ENCODING,
                           _ ("This file is no text; an article, a table or a timeline was "
                              "expected."));
      return FALSE;
    }

  if (is_read && way->reader_class == NULL)
    choose_reader (way, "", 0);
  is_read = is_read && way->reader_class->finish (way->reader, error) &&
            !g_cancellable_set_error_if_cancelled (way->loading.cancellable, error);
  way->loading.has_losses |= khatt_decoder_has_losses (decoder);
  return is_read;
}

/* ---- A timeline ---- */

/**
 * khatt_loaded_new: (skip)
 *
 * Returns: (transfer full): an empty timeline to load into
 */
KhattLoaded *
khatt_loaded_new (void)
{
  KhattLoaded *loaded = g_new0 (KhattLoaded, 1);

  loaded->timeline = khatt_timeline_new ();
  loaded->reports = g_ptr_array_new_with_free_func ((GDestroyNotify) khatt_report_free);
  loaded->issues = khatt_issues_new ();
  return loaded;
}

/* A bare list of events says no direction: its titles do. */
static void
find_direction (KhattTimeline *timeline)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);
  guint32 n = MIN (khatt_snapshot_get_n_events (snapshot), N_TITLES_LOOKED_AT);

  for (guint32 i = 0; i < n; i++)
    {
      const KhattRecord *record =
          khatt_snapshot_get_record (snapshot, khatt_snapshot_get_slot (snapshot, i));

      if (record->title == NULL)
        continue;
      khatt_timeline_set_direction (timeline,
                                    khatt_bidi_direction (record->title, KHATT_DIRECTION_LTR));
      return;
    }
}

static void
prefix_error (GError **error, const char *name)
{
  if (error != NULL && *error != NULL && name != NULL && (*error)->domain == KHATT_FILES_ERROR)
    g_prefix_error (error, "%s: ", name);
}

/* Adds what a stream holds to what is loaded. */
static gboolean
add_stream (KhattLoaded *loaded,
            GInputStream *stream,
            const char *name,
            const KhattLoadOptions *options,
            KhattTicker *ticker,
            GCancellable *cancellable,
            GError **error)
{
  const KhattLoadOptions none = { 0 };
  Way way = { .loaded = loaded };
  gboolean is_read;

  khatt_loading_init (&way.loading, loaded->timeline, loaded->issues);
  way.loading.reports = loaded->reports;
  way.loading.file = name;
  way.loading.options = options != NULL ? options : &none;
  way.loading.cancellable = cancellable;

  khatt_timeline_begin_bulk (loaded->timeline);
  is_read = read_stream (&way, stream, ticker, error);
  khatt_timeline_end_bulk (loaded->timeline);
  if (is_read)
    khatt_loading_resolve (&way.loading);
  if (is_read && way.loading.is_bare)
    find_direction (loaded->timeline);
  khatt_loading_finish_issues (&way.loading);
  loaded->has_losses |= way.loading.has_losses;
  loaded->is_read_only |= way.loading.is_read_only;
  if (way.reader != NULL)
    way.reader_class->free (way.reader);
  khatt_loading_clear (&way.loading);
  prefix_error (is_read ? NULL : error, name);
  return is_read;
}

static void
report_given_up (KhattLoaded *loaded)
{
  guint n = loaded->merged.n_given_up;

  if (n > 0)
    khatt_issues_add (loaded->issues, NULL, 0, 0,
                      g_dngettext (GETTEXT_PACKAGE,
                                   "Of %u event it was not found out whether others tell of it "
                                   "too: there are too many like it.",
                                   "Of %u events it was not found out whether others tell of them "
                                   "too: there are too many like them.",
                                   n),
                      n);
}

/* All articles are there: what several of them tell of becomes one event. */
static void
settle (KhattLoaded *loaded, const KhattLoadOptions *options)
{
  guint n_jobs = options != NULL ? options->n_jobs : 0;

  KhattMergeResult merged;

  if (options == NULL || !options->only_reports)
    {
      khatt_merge_add (loaded->timeline, loaded->reports, n_jobs, &merged);
      khatt_merge_result_add (&loaded->merged, &merged);
      khatt_report_free_many (loaded->reports, n_jobs);
      report_given_up (loaded);
    }
  khatt_timeline_clear_history (loaded->timeline);
  khatt_timeline_mark_saved (loaded->timeline);
  khatt_memory_give_back (g_list_model_get_n_items (G_LIST_MODEL (loaded->timeline)));
}

/* ---- Files ---- */

static void
set_unreadable (GError **error, const char *name, GError *cause)
{
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, cause);
      return;
    }
  g_set_error (error, KHATT_FILES_ERROR, KHATT_FILES_ERROR_UNREADABLE,
               /* Translators: a file's name, then why. */
               _ ("%s cannot be read: %s"), name, cause->message);
  g_error_free (cause);
}

static char *
query_state (GFileInputStream *stream, GCancellable *cancellable)
{
  g_autoptr (GFileInfo) info =
      g_file_input_stream_query_info (stream, KHATT_FILE_STATE_ATTRIBUTES, cancellable, NULL);

  return khatt_file_state_new (info);
}

/**
 * khatt_load_add_file: (skip)
 * @loaded: what is loaded already
 * @file: a file
 * @options: (nullable): how to read it
 * @ticker: (nullable): is told of progress
 * @cancellable: (nullable): a cancellable
 * @error: return location for a #GError
 *
 * Adds what a file holds to what is loaded.
 *
 * Returns: whether something in it could be used
 */
gboolean
khatt_load_add_file (KhattLoaded *loaded,
                     GFile *file,
                     const KhattLoadOptions *options,
                     KhattTicker *ticker,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_autoptr (GFileInputStream) stream = NULL;
  GError *cause = NULL;

  stream = g_file_read (file, cancellable, &cause);
  if (stream == NULL)
    {
      set_unreadable (error, name, cause);
      return FALSE;
    }
  g_free (loaded->etag);
  loaded->etag = query_state (stream, cancellable);
  if (add_stream (loaded, G_INPUT_STREAM (stream), name, options, ticker, cancellable, &cause))
    return TRUE;
  if (cause != NULL && cause->domain != KHATT_FILES_ERROR)
    set_unreadable (error, name, cause);
  else
    g_propagate_error (error, cause);
  return FALSE;
}

/**
 * khatt_load_with_ticker: (skip)
 * @files: (array length=n_files): files
 * @n_files: how many
 * @options: (nullable): how to read them
 * @ticker: (nullable): is told of progress
 * @cancellable: (nullable): a cancellable
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable): what they hold
 */
KhattLoaded *
khatt_load_with_ticker (GFile **files,
                        gsize n_files,
                        const KhattLoadOptions *options,
                        KhattTicker *ticker,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (GArray) items = khatt_folder_list (files, n_files, cancellable, error);
  g_autoptr (KhattLoaded) loaded = khatt_loaded_new ();
  goffset total = 0;

  if (items == NULL)
    return NULL;
  for (guint i = 0; i < items->len; i++)
    total += g_array_index (items, KhattFolderItem, i).size;
  if (ticker != NULL)
    khatt_ticker_set_total (ticker, total);
  if (!khatt_load_add_many (loaded, items, options, ticker, cancellable, error))
    return NULL;
  if (items->len != 1 || g_array_index (items, KhattFolderItem, 0).is_found)
    {
      g_clear_pointer (&loaded->etag, g_free);
      loaded->format = "text"; /* nothing that it could be saved over */
    }
  settle (loaded, options);
  return g_steal_pointer (&loaded);
}

/**
 * khatt_loaded_free:
 * @loaded: (transfer full): what loading gave
 */
void
khatt_loaded_free (KhattLoaded *loaded)
{
  g_clear_object (&loaded->timeline);
  g_clear_pointer (&loaded->reports, g_ptr_array_unref);
  g_clear_pointer (&loaded->issues, g_ptr_array_unref);
  g_free (loaded->etag);
  g_free (loaded);
}

/**
 * khatt_load_file:
 * @file: a file
 * @options: (nullable): how to read it
 * @cancellable: (nullable): a cancellable
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable): what it holds; %NULL where nothing in it could be used
 */
KhattLoaded *
khatt_load_file (GFile *file,
                 const KhattLoadOptions *options,
                 GCancellable *cancellable,
                 GError **error)
{
  return khatt_load_files (&file, 1, options, cancellable, error);
}

/**
 * khatt_load_files:
 * @files: (array length=n_files): files
 * @n_files: how many, one at least
 * @options: (nullable): how to read them
 * @cancellable: (nullable): a cancellable
 * @error: return location for a #GError
 *
 * Reads several files into one timeline, and of folders the files in them. Ids that two of them
 * share are given anew in the later one.
 *
 * Returns: (transfer full) (nullable): what they hold; %NULL where one of them could not be used
 */
KhattLoaded *
khatt_load_files (GFile **files,
                  gsize n_files,
                  const KhattLoadOptions *options,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (KhattTicker) ticker = NULL;

  g_return_val_if_fail (n_files > 0, NULL);

  if (options != NULL && options->progress != NULL)
    ticker = khatt_ticker_new (NULL, options->progress, options->progress_data, cancellable);
  return khatt_load_with_ticker (files, n_files, options, ticker, cancellable, error);
}

/**
 * khatt_load_stream:
 * @stream: a stream, read to its end
 * @name: (nullable): what issues call it; its suffix may tell the format
 * @options: (nullable): how to read it
 * @cancellable: (nullable): a cancellable
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable): what it holds; %NULL where nothing in it could be used
 */
KhattLoaded *
khatt_load_stream (GInputStream *stream,
                   const char *name,
                   const KhattLoadOptions *options,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (KhattLoaded) loaded = khatt_loaded_new ();

  if (!add_stream (loaded, stream, name, options, NULL, cancellable, error))
    return NULL;
  settle (loaded, options);
  return g_steal_pointer (&loaded);
}

/**
 * khatt_load_bytes:
 * @bytes: a file's content
 * @name: (nullable): what issues call it; its suffix may tell the format
 * @options: (nullable): how to read it
 * @cancellable: (nullable): a cancellable
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable): what it holds; %NULL where nothing in it could be used
 */
KhattLoaded *
khatt_load_bytes (GBytes *bytes,
                  const char *name,
                  const KhattLoadOptions *options,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);

  return khatt_load_stream (stream, name, options, cancellable, error);
}
