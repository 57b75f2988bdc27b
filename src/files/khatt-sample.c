/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A part of a document that stands for all of it, for who wants to know roughly what is in a file
 * of any size and may not take long. Since each event is a line of its own, lines taken from strips
 * all through the file are a document too. */

#include "khatt-sample.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "khatt-load.h"

#define STRIP_SIZE ((gsize) 64 * 1024)
#define HEAD "{\"format\":\"khatt-timeline\""
#define EVENTS "\"events\":[\n"
#define EVENTS_END "\n]}\n"
/* Each event says its kind; articles, actors and scenes have none. */
#define EVENT_MARK "\"kind\":\""

static gboolean
read_strip (GFileInputStream *stream,
            goffset offset,
            GByteArray *strip,
            GCancellable *cancellable,
            GError **error)
{
  gsize n;

  g_byte_array_set_size (strip, STRIP_SIZE);
  if (!g_seekable_seek (G_SEEKABLE (stream), offset, G_SEEK_SET, cancellable, error) ||
      !g_input_stream_read_all (G_INPUT_STREAM (stream), strip->data, STRIP_SIZE, &n, cancellable,
                                error))
    return FALSE;
  g_byte_array_set_size (strip, (guint) n);
  return TRUE;
}

/* The first line: what the document is, its title, language and direction. */
static gboolean
take_head (GString *text, const GByteArray *strip, GError **error)
{
  const char *start = (const char *) strip->data;
  const char *end = memchr (start, '\n', strip->len);

  if (end == NULL || end - start < 2 || end[-1] != ',' || memcmp (start, HEAD, strlen (HEAD)) != 0)
    {
      g_set_error_literal (error, KHATT_FILES_ERROR, KHATT_FILES_ERROR_TOO_LARGE,
                           _ ("The document is too large to be looked at in parts: its events are "
                              "not on lines of their own."));
      return FALSE;
    }
  g_string_append_len (text, start, end + 1 - start);
  g_string_append (text, EVENTS);
  return TRUE;
}

/* The events that are whole in a strip: what stands before its first line break is the end of
 * something. */
static void
take_events (GString *text, const GByteArray *strip)
{
  const char *end = (const char *) strip->data + strip->len;
  const char *line = memchr (strip->data, '\n', strip->len);

  while (line != NULL && ++line < end)
    {
      const char *next = memchr (line, '\n', (gsize) (end - line));
      gsize length = next != NULL ? (gsize) (next - line) : 0;

      if (length > 0 && line[length - 1] == ',')
        length--;
      if (length > 1 && line[0] == '{' && line[length - 1] == '}' &&
          g_strstr_len (line, (gssize) length, EVENT_MARK) != NULL)
        {
          if (!g_str_has_suffix (text->str, EVENTS))
            g_string_append (text, ",\n");
          g_string_append_len (text, line, (gssize) length);
        }
      line = next;
    }
}

static GBytes *
read_whole (GFileInputStream *stream, gsize size, GCancellable *cancellable, GError **error)
{
  g_autofree char *data = g_malloc (size + 1);
  gsize n;

  if (!g_input_stream_read_all (G_INPUT_STREAM (stream), data, size, &n, cancellable, error))
    return NULL;
  return g_bytes_new_take (g_steal_pointer (&data), n);
}

/**
 * khatt_sample_document:
 * @file: a document
 * @most: bytes to read of it, at least a strip of 64 KiB
 * @cancellable: (nullable): a cancellable
 * @error: return location for a #GError
 *
 * Reads a document of up to @most bytes whole, and of a larger one events from all through it.
 *
 * Returns: (transfer full) (nullable): a document; %NULL with %KHATT_FILES_ERROR_TOO_LARGE where a
 *   large one is not written an event a line
 */
GBytes *
khatt_sample_document (GFile *file, gsize most, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GByteArray) strip = g_byte_array_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  const gsize n_strips = MAX (most / STRIP_SIZE, 1);
  goffset size;

  if (stream == NULL)
    return NULL;
  info =
      g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_STANDARD_SIZE, cancellable, error);
  if (info == NULL)
    return NULL;
  size = g_file_info_get_size (info);
  if (size <= (goffset) most)
    return read_whole (stream, (gsize) size, cancellable, error);

  if (!read_strip (stream, 0, strip, cancellable, error) || !take_head (text, strip, error))
    return NULL;
  for (gsize i = 0; i < n_strips; i++)
    {
      if (!read_strip (stream, size / (goffset) n_strips * (goffset) i, strip, cancellable, error))
        return NULL;
      take_events (text, strip);
    }
  g_string_append (text, EVENTS_END);
  return g_string_free_to_bytes (g_steal_pointer (&text));
}
