/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* KhattJsonWriter: JSON out. yajl's generator has one form for the whole document, all on one line
 * or every member on its own; the document wants an event a line, so this writes it. */

#include "khatt-json-writer.h"

#include <string.h>

static void
separate (KhattJsonWriter *writer)
{
  if (writer->needs_comma)
    g_string_append_c (writer->out, ',');
  writer->needs_comma = TRUE;
}

/**
 * khatt_json_writer_open:
 * @writer: a writer
 * @bracket: '{' or '['
 */
void
khatt_json_writer_open (KhattJsonWriter *writer, char bracket)
{
  separate (writer);
  g_string_append_c (writer->out, bracket);
  writer->needs_comma = FALSE;
}

/**
 * khatt_json_writer_close:
 * @writer: a writer
 * @bracket: '}' or ']'
 */
void
khatt_json_writer_close (KhattJsonWriter *writer, char bracket)
{
  g_string_append_c (writer->out, bracket);
  writer->needs_comma = TRUE;
}

/**
 * khatt_json_writer_break_line:
 * @writer: a writer
 *
 * What comes next begins on a new line.
 */
void
khatt_json_writer_break_line (KhattJsonWriter *writer)
{
  if (writer->needs_comma)
    g_string_append_c (writer->out, ',');
  g_string_append_c (writer->out, '\n');
  writer->needs_comma = FALSE;
}

/* RFC 8259, 7: quotation mark, reverse solidus and control characters must be escaped, nothing
 * else. */
static void
append_escaped (GString *out, const char *string, gsize length)
{
  const char *end = string + length;
  const char *start = string;

  for (const char *at = string; at < end; at++)
    {
      static const char *const names = "\b\f\n\r\t";
      const char *name;

      if ((guint8) *at >= 0x20 && *at != '"' && *at != '\\')
        continue;
      g_string_append_len (out, start, at - start);
      start = at + 1;
      name = *at != '\0' ? strchr (names, *at) : NULL;
      if (*at == '"' || *at == '\\')
        {
          g_string_append_c (out, '\\');
          g_string_append_c (out, *at);
        }
      else if (name != NULL)
        {
          g_string_append_c (out, '\\');
          g_string_append_c (out, "bfnrt"[name - names]);
        }
      else
        g_string_append_printf (out, "\\u%04x", *at);
    }
  g_string_append_len (out, start, end - start);
}

static void
append_string (GString *out, const char *string, gssize length)
{
  g_string_append_c (out, '"');
  append_escaped (out, string, length < 0 ? strlen (string) : (gsize) length);
  g_string_append_c (out, '"');
}

/**
 * khatt_json_writer_key:
 * @writer: a writer, in an object
 * @key: the key of the member that comes next
 * @length: its bytes; -1: terminated
 */
void
khatt_json_writer_key (KhattJsonWriter *writer, const char *key, gssize length)
{
  separate (writer);
  append_string (writer->out, key, length);
  g_string_append_c (writer->out, ':');
  writer->needs_comma = FALSE;
}

/**
 * khatt_json_writer_string:
 * @writer: a writer
 * @string: valid UTF-8
 * @length: its bytes; -1: terminated
 */
void
khatt_json_writer_string (KhattJsonWriter *writer, const char *string, gssize length)
{
  separate (writer);
  append_string (writer->out, string, length);
}

/**
 * khatt_json_writer_integer:
 * @writer: a writer
 * @number: a number
 */
void
khatt_json_writer_integer (KhattJsonWriter *writer, gint64 number)
{
  separate (writer);
  g_string_append_printf (writer->out, "%" G_GINT64_FORMAT, number);
}

/**
 * khatt_json_writer_double:
 * @writer: a writer
 * @number: a finite number; written with as few digits as read back to the same
 */
void
khatt_json_writer_double (KhattJsonWriter *writer, double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  static const char *const formats[] = { "%.6g", "%.15g", "%.17g" };

  separate (writer);
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_ascii_formatd (buffer, sizeof buffer, formats[i], number);
      if (g_ascii_strtod (buffer, NULL) == number)
        break;
    }
  g_string_append (writer->out, buffer);
}

/**
 * khatt_json_writer_raw:
 * @writer: a writer
 * @json: text that is JSON already: a value, a member or several
 * @length: its bytes; -1: terminated
 */
void
khatt_json_writer_raw (KhattJsonWriter *writer, const char *json, gssize length)
{
  separate (writer);
  g_string_append_len (writer->out, json, length);
}

/**
 * khatt_json_writer_member:
 * @writer: a writer, in an object
 * @key: a key
 * @string: (nullable): its value; where there is none, or an empty one, nothing is written
 */
void
khatt_json_writer_member (KhattJsonWriter *writer, const char *key, const char *string)
{
  if (string == NULL || *string == '\0')
    return;
  khatt_json_writer_key (writer, key, -1);
  khatt_json_writer_string (writer, string, -1);
}
