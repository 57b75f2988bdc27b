/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The reader of the native document. yajl says what stands in it, piece by piece; a piece ends with
 * a line where it can, so that behind damage one can go on with the line that could not be read.
 * yajl takes a lone surrogate for a question mark without a word, so those are looked for before it
 * sees the text. */

#include "khatt-document-reader.h"

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
  GError *error;
} Reader;

/* ---- Places ---- */

static KhattPlace
get_place_at (const KhattDocumentReading *reading, gsize offset)
{
  const char *line_start = reading->piece;
  const char *end = reading->piece + MIN (offset, reading->piece_length);
  KhattPlace place = { .line = reading->line, .column = 1 };

  for (const char *at = reading->piece; (at = memchr (at, '\n', (gsize) (end - at))) != NULL;)
    {
      place.line++;
      line_start = ++at;
    }
  if (line_start == reading->piece)
    place.column += reading->column;
  place.column += (int) g_utf8_strlen (line_start, end - line_start);
  return place;
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
  return get_place_at (reading, reading->is_at_event ? (gsize) reading->event_offset
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

/* ---- Escapes that stand for no character ---- */

static int
read_hex4 (const char *text)
{
  int value = 0;

  for (guint i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (text[i]);

      if (digit < 0)
        return -1;
      value = value * 16 + digit;
    }
  return value;
}

static gboolean
is_surrogate (int unit, int first)
{
  return (unit & 0xFC00) == first;
}

/* The length of the escape at `at`, which begins with a backslash; whether it stands for a
 * character. */
static gsize
scan_escape (const char *at, gsize length, gboolean *is_character)
{
  const gsize unit_length = strlen ("\\u0000");
  int unit;

  *is_character = TRUE;
  if (length < unit_length || at[1] != 'u')
    return MIN (length, 2);
  unit = read_hex4 (at + 2);
  if (is_surrogate (unit, 0xD800) && length >= 2 * unit_length && at[unit_length] == '\\' &&
      at[unit_length + 1] == 'u' && is_surrogate (read_hex4 (at + unit_length + 2), 0xDC00))
    return 2 * unit_length;
  *is_character = unit != 0 && !is_surrogate (unit, 0xD800) && !is_surrogate (unit, 0xDC00);
  return unit_length;
}

/* Puts \uFFFD in the place of escapes that are NUL or half a character. */
static const char *
patch_escapes (Reader *self, const char *text, gsize length)
{
  const char *end = text + length;
  const char *at = memchr (text, '\\', length);
  gboolean is_patched = FALSE;

  while (at != NULL && at < end)
    {
      gboolean is_character;
      gsize escape_length = scan_escape (at, (gsize) (end - at), &is_character);

      if (!is_character)
        {
          gsize offset = (gsize) (at - text);

          if (!is_patched)
            g_string_truncate (self->patched, 0);
          if (!is_patched)
            g_string_append_len (self->patched, text, (gssize) length);
          is_patched = TRUE;
          memcpy (self->patched->str + offset + 2, "FFFD", 4);
          khatt_loading_issue_at (self->reading.loading, get_place_at (&self->reading, offset),
                                  _ ("“%.6s” stands for no character; it was replaced by U+FFFD."),
                                  at);
        }
      at += escape_length;
      at = at < end ? memchr (at, '\\', (gsize) (end - at)) : NULL;
    }
  return is_patched ? self->patched->str : text;
}

/* ---- Feeding ---- */

static void
advance (KhattDocumentReading *reading)
{
  KhattPlace end = { .line = reading->line };

  if (reading->n_frames > 0 && reading->event_offset >= 0)
    {
      reading->event_place = get_place_at (reading, (gsize) reading->event_offset);
      reading->event_offset = -1;
    }
  end = get_place_at (reading, reading->piece_length);
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
      KhattPlace place = get_place_at (reading, offset);

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
  text = patch_escapes (self, text, length);
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
  advance (reading);
  return is_wanted && !g_cancellable_is_cancelled (reading->loading->cancellable);
}

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

  if (!parse_piece (self, text, n_whole))
    return FALSE;
  g_string_append_len (self->pending, text + n_whole, (gssize) (length - n_whole));
  return TRUE;
}

static gboolean
feed_pending (Reader *self)
{
  gsize cut = find_cut (self->pending->str, self->pending->len);

  if (!parse_piece (self, self->pending->str, cut))
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
      if (!parse_piece (self, self->pending->str, self->pending->len))
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

static gpointer
document_begin (KhattLoading *loading)
{
  Reader *self = g_new0 (Reader, 1);
  KhattDocumentReading *reading = &self->reading;

  reading->loading = loading;
  khatt_scratch_init (&reading->scratch);
  for (guint i = 0; i < KHATT_DOCUMENT_FRAMES; i++)
    reading->extras[i] = g_string_new (NULL);
  reading->kept = g_string_new (NULL);
  reading->candidates = g_ptr_array_new_with_free_func ((GDestroyNotify) khatt_candidate_free);
  reading->event_offset = -1;
  reading->piece = "";
  reading->line = 1;
  reading->yajl = khatt_document_new_parser (reading);
  self->pending = g_string_new (NULL);
  self->patched = g_string_new (NULL);
  loading->locate = locate;
  loading->reader = reading;
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
  if (parse_piece (self, rest->str, rest->len) && !reading->is_foreign)
    finish_parsing (self);
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
  KhattDocumentReading *reading = &self->reading;

  yajl_free (reading->yajl);
  for (guint i = 0; i < KHATT_DOCUMENT_FRAMES; i++)
    g_string_free (reading->extras[i], TRUE);
  g_string_free (reading->kept, TRUE);
  g_ptr_array_unref (reading->candidates);
  khatt_scratch_clear (&reading->scratch);
  g_free (reading->foreign_format);
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
