/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* JSON appended to a string: minimal, in the one form that the project writes. It puts the commas.
 */
typedef struct
{
  GString *out;
  gboolean needs_comma;
} KhattJsonWriter;

void khatt_json_writer_open (KhattJsonWriter *writer, char bracket);
void khatt_json_writer_close (KhattJsonWriter *writer, char bracket);
void khatt_json_writer_break_line (KhattJsonWriter *writer);
void khatt_json_writer_key (KhattJsonWriter *writer, const char *key, gssize length);
void khatt_json_writer_string (KhattJsonWriter *writer, const char *string, gssize length);
void khatt_json_writer_integer (KhattJsonWriter *writer, gint64 number);
void khatt_json_writer_double (KhattJsonWriter *writer, double number);
void khatt_json_writer_raw (KhattJsonWriter *writer, const char *json, gssize length);
/* Nothing where `string` is NULL or empty. */
void khatt_json_writer_member (KhattJsonWriter *writer, const char *key, const char *string);

G_END_DECLS
