/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The reader of the native document. yajl says what stands in it, piece by piece; a piece ends with
 * a line where it can, so that behind damage one can go on with the line that could not be read.
 * Lines that hold whole events are set aside for threads: see khatt-document-batches.c. */

#include "khatt-document-batches.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <yajl/yajl_parse.h>

#include "khatt-issue.h"
#include "khatt-limits.h"

typedef struct
{
  KhattDocumentReading reading;
  GString *pending; /* the beginning of a line */
  GString *patched;
  KhattDocumentBatches *batches;
  char last; /* of what the parser was given, blanks left out */
  GError *error;
} Reader;

/* ---- Places ---- */

/**
 * khatt_document_find_place: (skip)
 * @text: what begins at a place
 * @offset: bytes into it
 * @start: the place of its first byte
 *
 * Returns: line and column at @offset
 */
KhattPlace
khatt_document_find_place (const char *text, gsize offset, KhattPlace start)
{
  const char *line_start = text;
  const char *end = text + offset;
  KhattPlace place = { .line = start.line, .column = 1 };

  for (const char *at = text; (at = memchr (at, '\n', (gsize) (end - at))) != NULL;)
    {
      place.line++;
      line_start = ++at;
    }
  if (line_start == text)
    place.column = start.column;
  place.column += (int) g_utf8_strlen (line_start, end - line_start);
  return place;
}

/**
 * khatt_document_get_place: (skip)
 * @reading: the state
 * @offset: bytes into its piece
 *
 * Returns: line and column there
 */
KhattPlace
khatt_document_get_place (const KhattDocumentReading *reading, gsize offset)
{
  return khatt_document_find_place (reading->piece, MIN (offset, reading->piece_length),
                                    (KhattPlace){ reading->line, reading->column + 1 });
}

/* Where the value that yajl just gave begins: it tells only where it ends. */
static gsize
find_value_start (const KhattDocumentReading *reading)
{
  const char *piece = reading->piece;
  gsize at = MIN (yajl_get_bytes_consumed (reading->yajl), reading->piece_length);

  if (at == 0)
    return 0;
  at--;
  if (piece[at] == '"')
    {
      while (at > 0 && (piece[at - 1] != '"' || (at > 1 && piece[at - 2] == '\\')))
        at--;
      return at > 0 ? at - 1 : 0;
    }
  while (at > 0 && strchr (" \t\r\n:,[{", piece[at - 1]) == NULL)
    at--;
  return at;
}

static KhattPlace
locate (gpointer reader)
{
  const KhattDocumentReading *reading = reader;

  if (reading->is_at_event && reading->event_offset < 0)
    return reading->event_place;
  return khatt_document_get_place (reading, reading->is_at_event ? (gsize) reading->event_offset
                                                                 : find_value_start (reading));
}

/**
 * khatt_document_mark_event: (skip)
 * @reading: the state, at the opening of an event or article
 *
 * Remembers the place for issues about the whole of it.
 */
void
khatt_document_mark_event (KhattDocumentReading *reading)
{
  gsize consumed = yajl_get_bytes_consumed (reading->yajl);

  reading->event_offset = (gssize) (consumed > 0 ? consumed - 1 : 0);
}

/* ---- yajl ---- */

static int
null_cb (void *data)
{
  if (((KhattDocumentReading *) data)->is_idle)
    return TRUE;
  return khatt_document_take_scalar (data, KHATT_JSON_NULL, "null", strlen ("null"));
}

static int
boolean_cb (void *data, int value)
{
  const char *text = value ? "true" : "false";

  return khatt_document_take_scalar (data, KHATT_JSON_BOOLEAN, text, strlen (text));
}

static int
number_cb (void *data, const char *text, size_t length)
{
  return khatt_document_take_scalar (data, KHATT_JSON_NUMBER, text, length);
}

static int
string_cb (void *data, const unsigned char *text, size_t length)
{
  return khatt_document_take_scalar (data, KHATT_JSON_STRING, (const char *) text, length);
}

static int
key_cb (void *data, const unsigned char *key, size_t length)
{
  return khatt_document_take_key (data, (const char *) key, length);
}

static int
start_map_cb (void *data)
{
  return khatt_document_take_open (data, '{');
}

static int
end_map_cb (void *data)
{
  return khatt_document_take_close (data, '}');
}

static int
start_array_cb (void *data)
{
  return khatt_document_take_open (data, '[');
}

static int
end_array_cb (void *data)
{
  return khatt_document_take_close (data, ']');
}

static const yajl_callbacks callbacks = {
  .yajl_null = null_cb,
  .yajl_boolean = boolean_cb,
  .yajl_number = number_cb,
  .yajl_string = string_cb,
  .yajl_start_map = start_map_cb,
  .yajl_map_key = key_cb,
  .yajl_end_map = end_map_cb,
  .yajl_start_array = start_array_cb,
  .yajl_end_array = end_array_cb,
};

/**
 * khatt_document_new_parser: (skip)
 * @reading: what its callbacks are given
 *
 * Returns: (transfer full): a yajl parser; free with yajl_free()
 */
gpointer
khatt_document_new_parser (KhattDocumentReading *reading)
{
  yajl_handle parser = yajl_alloc (&callbacks, NULL, reading);

  /* The text is valid UTF-8 already. */
  yajl_config (parser, yajl_dont_validate_strings, 1);
  return parser;
}

/* ---- Feeding ---- */

static void
advance (KhattDocumentReading *reading)
{
  KhattPlace end = { .line = reading->line };

  if (reading->n_frames > 0 && reading->event_offset >= 0)
    {
      reading->event_place = khatt_document_get_place (reading, (gsize) reading->event_offset);
      reading->event_offset = -1;
    }
  end = khatt_document_get_place (reading, reading->piece_length);
  reading->line = end.line;
  reading->column = end.column - 1;
  reading->piece = "";
  reading->piece_length = 0;
}

static char *
get_yajl_message (KhattDocumentReading *reading)
{
  unsigned char *message = yajl_get_error (reading->yajl, 0, NULL, 0);
  char *copy = g_strchomp (g_strdup ((const char *) message));

  /* Ours are sentences that go on behind it. */
  if (g_str_has_suffix (copy, "."))
    copy[strlen (copy) - 1] = '\0';

  yajl_free_error (reading->yajl, message);
  return copy;
}

static void
begin_rescue (Reader *self)
{
  KhattDocumentReading *reading = &self->reading;
  gsize offset = yajl_get_bytes_consumed (reading->yajl);
  g_autofree char *message = get_yajl_message (reading);

  if (self->error == NULL)
    {
      KhattPlace place = khatt_document_get_place (reading, offset);

      g_set_error (&self->error, KHATT_FILES_ERROR, KHATT_FILES_ERROR_FORMAT,
                   /* Translators: line and column, then the JSON parser's own message. */
                   _ ("Line %d, column %d: this is not JSON: %s"), place.line, place.column,
                   message);
      khatt_loading_issue_at (
          reading->loading, place,
          _ ("This is not JSON: %s. From here on only events that stand on a line "
             "of their own could be read."),
          message);
    }
  reading->is_rescuing = TRUE;
  khatt_document_rescue (reading, offset);
}

static void
remember_last (Reader *self, const char *text, gsize length)
{
  while (length > 0 && g_ascii_isspace (text[length - 1]))
    length--;
  if (length > 0)
    self->last = text[length - 1];
}

static gboolean
parse_piece (Reader *self, const char *text, gsize length)
{
  KhattDocumentReading *reading = &self->reading;
  yajl_status status;
  gboolean is_wanted = TRUE;

  if (length == 0)
    return TRUE;
  reading->piece = text;
  reading->piece_length = length;
  text = khatt_document_patch_escapes (reading, text, length, self->patched);
  reading->piece = text;
  if (reading->is_rescuing)
    khatt_document_rescue (reading, 0);
  else
    {
      status = yajl_parse (reading->yajl, (const unsigned char *) text, length);
      if (status == yajl_status_error)
        begin_rescue (self);
      is_wanted = status != yajl_status_client_canceled;
    }
  remember_last (self, text, length);
  advance (reading);
  return is_wanted && !g_cancellable_is_cancelled (reading->loading->cancellable);
}

/* ---- Lines for threads ---- */

/**
 * khatt_document_stands_at_event: (skip)
 * @reading: the state
 *
 * Returns: whether what comes next is an item of the list of events
 */
gboolean
khatt_document_stands_at_event (const KhattDocumentReading *reading)
{
  const KhattFrame *list = &reading->frames[1];

  return reading->n_frames == 2 && list->shape == NULL && list->member != NULL &&
         list->member->items == &khatt_event_shape && !reading->is_capturing &&
         reading->skip_depth == 0;
}

static gboolean
is_ready_for_lines (const Reader *self)
{
  return !self->reading.is_rescuing && (self->last == '[' || self->last == ',') &&
         khatt_document_stands_at_event (&self->reading);
}

/* The parser has seen nothing of lines that threads read: behind them, it waits for a next event as
 * if one had come. */
static void
move_parser_on (Reader *self)
{
  const char *any = "null,";

  if (self->last == ',')
    return;
  self->reading.is_idle = TRUE;
  yajl_parse (self->reading.yajl, (const unsigned char *) any, strlen (any));
  self->reading.is_idle = FALSE;
  self->last = ',';
}

static gboolean
take_lines (gpointer data, KhattDocumentLines *lines)
{
  Reader *self = data;
  KhattDocumentReading *reading = &self->reading;

  if (!lines->is_read || !is_ready_for_lines (self))
    return parse_piece (self, lines->text->str, lines->text->len);

  move_parser_on (self);
  khatt_document_lines_give (lines, reading->loading);
  reading->n_read += khatt_batch_get_n_events (lines->events);
  reading->line = lines->line + (int) lines->n_lines;
  reading->column = 0;
  return !g_cancellable_is_cancelled (reading->loading->cancellable);
}

/* Whole lines: what looks like events is set aside, as long as nothing else stands between. */
static gboolean
parse_lines (Reader *self, const char *text, gsize length)
{
  gboolean is_ready = !khatt_document_batches_is_empty (self->batches) || is_ready_for_lines (self);
  guint n_lines = 0;
  gsize n = is_ready ? khatt_document_lines_measure (text, length, &n_lines) : 0;
  int line = khatt_document_batches_is_empty (self->batches)
                 ? self->reading.line
                 : khatt_document_batches_get_line (self->batches);

  if (n > 0 && !khatt_document_batches_add (self->batches, text, n, line, n_lines))
    return FALSE;
  if (n == length)
    return TRUE;
  return khatt_document_batches_finish (self->batches) && parse_piece (self, text + n, length - n);
}

/* ---- Pieces ---- */

/* A line too long to be held back is cut where no escape is. */
static gsize
find_cut (const char *text, gsize length)
{
  const gsize longest_escape = strlen ("\\u0000\\u0000");
  gsize cut = length;

  while (cut > longest_escape)
    {
      const char *backslash = memrchr (text + cut - longest_escape, '\\', longest_escape);

      if (backslash == NULL)
        {
          while (cut < length && ((guint8) text[cut] & 0xC0) == 0x80)
            cut++;
          return cut;
        }
      cut = (gsize) (backslash - text);
      while (cut > 0 && text[cut - 1] == '\\')
        cut--;
    }
  return 0;
}

static gboolean
feed_lines (Reader *self, const char *text, gsize length)
{
  const char *last = memrchr (text, '\n', length);
  gsize n_whole = last != NULL ? (gsize) (last + 1 - text) : 0;

  if (!parse_lines (self, text, n_whole))
    return FALSE;
  g_string_append_len (self->pending, text + n_whole, (gssize) (length - n_whole));
  return TRUE;
}

static gboolean
feed_pending (Reader *self)
{
  gsize cut = find_cut (self->pending->str, self->pending->len);

  if (!khatt_document_batches_finish (self->batches) ||
      !parse_piece (self, self->pending->str, cut))
    return FALSE;
  g_string_erase (self->pending, 0, (gssize) cut);
  return TRUE;
}

static gboolean
document_feed (gpointer reader, const char *text, gsize length)
{
  Reader *self = reader;
  const char *first = self->pending->len > 0 ? memchr (text, '\n', length) : NULL;

  if (first != NULL)
    {
      gsize n_rest = (gsize) (first + 1 - text);

      g_string_append_len (self->pending, text, (gssize) n_rest);
      if (!parse_lines (self, self->pending->str, self->pending->len))
        return FALSE;
      g_string_truncate (self->pending, 0);
      text += n_rest;
      length -= n_rest;
    }
  if (self->pending->len > 0)
    g_string_append_len (self->pending, text, (gssize) length);
  else if (!feed_lines (self, text, length))
    return FALSE;
  return self->pending->len < KHATT_LIMIT_LINE || feed_pending (self);
}

/**
 * khatt_document_reading_init: (skip)
 * @reading: (out caller-allocates): set to the beginning of a document; must not move from here on
 * @loading: what it is loaded into; its issues are placed by @reading
 */
void
khatt_document_reading_init (KhattDocumentReading *reading, KhattLoading *loading)
{
  *reading = (KhattDocumentReading){ .loading = loading };
  khatt_scratch_init (&reading->scratch);
  for (guint i = 0; i < KHATT_DOCUMENT_FRAMES; i++)
    reading->extras[i] = g_string_new (NULL);
  reading->kept = g_string_new (NULL);
  reading->candidates = g_ptr_array_new_with_free_func ((GDestroyNotify) khatt_candidate_free);
  for (guint list = 0; list < KHATT_N_SCENE_LISTS; list++)
    reading->scenes[list] = khatt_scenes_array_new ();
  reading->event_offset = -1;
  reading->piece = "";
  reading->line = 1;
  reading->yajl = khatt_document_new_parser (reading);
  loading->locate = locate;
  loading->reader = reading;
}

/**
 * khatt_document_reading_clear: (skip)
 * @reading: the state
 */
void
khatt_document_reading_clear (KhattDocumentReading *reading)
{
  yajl_free (reading->yajl);
  for (guint i = 0; i < KHATT_DOCUMENT_FRAMES; i++)
    g_string_free (reading->extras[i], TRUE);
  g_string_free (reading->kept, TRUE);
  g_ptr_array_unref (reading->candidates);
  for (guint list = 0; list < KHATT_N_SCENE_LISTS; list++)
    g_ptr_array_unref (reading->scenes[list]);
  khatt_scratch_clear (&reading->scratch);
  g_free (reading->foreign_format);
}

static gpointer
document_begin (KhattLoading *loading)
{
  Reader *self = g_new0 (Reader, 1);

  khatt_document_reading_init (&self->reading, loading);
  self->pending = g_string_new (NULL);
  self->patched = g_string_new (NULL);
  self->batches = khatt_document_batches_new (loading, take_lines, self);
  return self;
}

static void
finish_parsing (Reader *self)
{
  KhattDocumentReading *reading = &self->reading;

  if (reading->is_rescuing || yajl_complete_parse (reading->yajl) == yajl_status_ok)
    return;
  g_set_error (&self->error, KHATT_FILES_ERROR, KHATT_FILES_ERROR_FORMAT,
               _ ("Line %d: the file ends in the middle of the document."), reading->line);
  khatt_loading_issue_at (
      reading->loading, (KhattPlace){ reading->line, reading->column + 1 },
      _ ("The file ends in the middle of the document; what came before was read."));
}

static gboolean
document_finish (gpointer reader, GError **error)
{
  Reader *self = reader;
  KhattDocumentReading *reading = &self->reading;
  g_autoptr (GString) rest = g_steal_pointer (&self->pending);

  self->pending = g_string_new (NULL);
  if (khatt_document_batches_finish (self->batches) && parse_piece (self, rest->str, rest->len) &&
      !reading->is_foreign)
    finish_parsing (self);
  khatt_document_give_scenes (reading);
  if (reading->n_read > 0)
    return TRUE;
  if (self->error != NULL && (!reading->has_format || reading->is_rescuing))
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      return FALSE;
    }
  if (reading->has_format)
    return TRUE;
  g_set_error (error, KHATT_FILES_ERROR, KHATT_FILES_ERROR_FORMAT,
               _ ("This is JSON, but no timeline: “format” should be “%s”, and is “%s”."),
               KHATT_DOCUMENT_FORMAT,
               reading->foreign_format != NULL ? reading->foreign_format : "");
  return FALSE;
}

static void
document_free (gpointer reader)
{
  Reader *self = reader;

  khatt_document_batches_free (self->batches);
  khatt_document_reading_clear (&self->reading);
  g_string_free (self->pending, TRUE);
  g_string_free (self->patched, TRUE);
  g_clear_error (&self->error);
  g_free (self);
}

const KhattReaderClass khatt_document_reader = {
  .begin = document_begin,
  .feed = document_feed,
  .finish = document_finish,
  .free = document_free,
};
