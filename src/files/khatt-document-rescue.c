/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reading on behind damage. A document has each event and each article on a line of its own, so
 * from the line that could not be read on, every line is a document in small: what can be read is
 * kept. */

#include "khatt-document-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <yajl/yajl_parse.h>

/* A line without what may stand around an object: blanks, commas, and the brackets of the list. */
static void
trim (const char **line, gsize *length)
{
  while (*length > 0 && strchr (" \t\r],", **line) != NULL)
    {
      (*line)++;
      (*length)--;
    }
  while (*length > 0 && strchr (" \t\r\n,", (*line)[*length - 1]) != NULL)
    (*length)--;
}

/* Whether the line is as `"events":[`; sets the section then. */
static gboolean
begins_section (const char *line, gsize length, const KhattMember **section)
{
  const char *end;
  const KhattMember *member;

  if (length < 4 || line[0] != '"' || line[length - 1] != '[' || line[length - 2] != ':')
    return FALSE;
  end = memchr (line + 1, '"', length - 1);
  if (end == NULL || end != line + length - 3)
    return FALSE;
  member = khatt_shape_find (&khatt_document_shape, NULL, line + 1, (gsize) (end - line - 1));
  *section = member != NULL && member->value == KHATT_VALUE_OBJECTS ? member : NULL;
  return TRUE;
}

static gboolean
read_alone (KhattDocumentReading *reading, const char *line, gsize length)
{
  yajl_status status;

  yajl_free (reading->yajl);
  reading->yajl = khatt_document_new_parser (reading);
  status = yajl_parse (reading->yajl, (const unsigned char *) line, length);
  return status == yajl_status_ok && yajl_complete_parse (reading->yajl) == yajl_status_ok;
}

static const KhattMember *
get_section (KhattDocumentReading *reading)
{
  const KhattMember *member = reading->n_frames > 0 ? reading->frames[0].member : NULL;

  return member != NULL && member->value == KHATT_VALUE_OBJECTS ? member : NULL;
}

static void
rescue_line (KhattDocumentReading *reading, const char *line, gsize length, gboolean is_damaged)
{
  const KhattMember *section = get_section (reading);
  const char *piece = reading->piece;
  gsize piece_length = reading->piece_length;
  int piece_line = reading->line;
  gboolean is_read;

  trim (&line, &length);
  if (begins_section (line, length, &section))
    {
      khatt_document_drop_frames (reading, section);
      return;
    }
  if (length == 0 || line[0] != '{' || line[length - 1] != '}' || section == NULL)
    return;

  /* Alone, the line is the piece; what the parser says counts from its start. */
  reading->piece = line;
  reading->piece_length = length;
  reading->line = reading->rescue_line;
  khatt_document_drop_frames (reading, section);
  is_read = read_alone (reading, line, length);
  if (!is_read && !is_damaged)
    khatt_loading_issue_at (reading->loading, (KhattPlace){ reading->rescue_line, 0 },
                            _ ("This line could not be read and was left out."));
  khatt_document_drop_frames (reading, section);
  reading->event_offset = -1;
  reading->is_at_event = FALSE;
  reading->piece = piece;
  reading->piece_length = piece_length;
  reading->line = piece_line;
}

/**
 * khatt_document_rescue: (skip)
 * @reading: the state, with a piece that was not read
 * @offset: where the parser gave up in it; 0: nothing of it was read
 *
 * Reads what can be read of the piece, line by line, from the line that @offset is on.
 */
void
khatt_document_rescue (KhattDocumentReading *reading, gsize offset)
{
  const char *end = reading->piece + reading->piece_length;
  const char *at = reading->piece + MIN (offset, reading->piece_length);
  gboolean is_damaged = offset > 0;

  while (at > reading->piece && at[-1] != '\n')
    at--;
  reading->rescue_line = reading->line;
  for (const char *lf = reading->piece; lf < at; lf++)
    reading->rescue_line += *lf == '\n';

  while (at < end)
    {
      const char *lf = memchr (at, '\n', (gsize) (end - at));
      const char *line_end = lf != NULL ? lf : end;

      rescue_line (reading, at, (gsize) (line_end - at), is_damaged);
      is_damaged = FALSE;
      reading->rescue_line++;
      at = lf != NULL ? lf + 1 : end;
    }
}
