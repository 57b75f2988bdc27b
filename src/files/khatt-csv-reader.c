/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The reader of a table of events. Rows are cut from what has come so far (RFC 4180, with comma,
 * semicolon or tab between the fields, whichever the first row has most of), then each field goes
 * where its column says. A row that is not right costs itself at most. */

#include "khatt-loading.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "khatt-csv-columns.h"
#include "khatt-limits.h"

typedef struct
{
  gsize start; /* in the row */
  gsize length;
  gboolean is_quoted;
} Field;

typedef struct
{
  KhattLoading *loading;
  KhattScratch scratch;
  GString *pending;     /* rows that are not complete */
  gsize n_tried;        /* bytes of it that were not enough for a row */
  gboolean is_skipping; /* the rest of a line that is too long */
  GArray *columns;      /* of KhattColumn; NULL: the first row is still to come */
  GArray *fields;       /* of Field */
  char delimiter;
  int line; /* of the row's first byte */
  guint64 n_rows;
  GError *error;

  /* Of the row that is being read. */
  const char *row;
  gsize offset; /* of what issues are about */
  const char *texts[KHATT_N_COLUMNS];
  gsize offsets[KHATT_N_COLUMNS];
} Reader;

static KhattPlace
locate (gpointer reader)
{
  const Reader *self = reader;
  KhattPlace place = { .line = self->line, .column = 1 };
  const char *line_start = self->row;
  const char *end = self->row + self->offset;

  for (const char *at = self->row; at < end; at++)
    {
      if (*at != '\n')
        continue;
      place.line++;
      line_start = at + 1;
    }
  place.column += (int) g_utf8_strlen (line_start, end - line_start);
  return place;
}

/* ---- Cutting ---- */

typedef enum
{
  CUT_COMPLETE,
  CUT_INCOMPLETE, /* the text ends in the row */
  CUT_UNCLOSED,   /* a quotation mark that nothing closes */
} Cut;

static void
add_field (Reader *self, gsize start, gsize after, gboolean is_quoted)
{
  Field field = { start, after - start, is_quoted };

  g_array_append_val (self->fields, field);
}

/* The end of a quoted field that begins at `at`: behind its closing mark; 0 where there is none. */
static gsize
find_closing (const char *text, gsize length, gsize at)
{
  for (at++; at < length; at++)
    {
      const char *mark = memchr (text + at, '"', length - at);

      if (mark == NULL)
        return 0;
      at = (gsize) (mark - text);
      if (at + 1 == length || text[at + 1] != '"')
        return at + 1;
      at++;
    }
  return 0;
}

/* Cuts the row at the start of `text`; `after` is set behind its line end. */
static Cut
cut_row (Reader *self, const char *text, gsize length, gboolean is_all, gsize *after)
{
  gsize at = 0;

  g_array_set_size (self->fields, 0);
  for (;;)
    {
      gsize start = at;
      gsize closing = 0;

      if (at < length && text[at] == '"')
        {
          closing = find_closing (text, length, at);
          if (closing == 0 || closing - start > KHATT_LIMIT_CSV_FIELD)
            return is_all || length - start > KHATT_LIMIT_CSV_FIELD ? CUT_UNCLOSED : CUT_INCOMPLETE;
          /* The mark may be the first half of two. */
          if (closing == length && !is_all)
            return CUT_INCOMPLETE;
          at = closing;
        }
      while (at < length && text[at] != self->delimiter && text[at] != '\n' && text[at] != '\r')
        at++;
      if (at == length && !is_all)
        return CUT_INCOMPLETE;
      /* A line end of two may be cut between them. */
      if (at + 1 == length && text[at] == '\r' && !is_all)
        return CUT_INCOMPLETE;
      add_field (self, start, at, closing > 0);
      if (at == length)
        {
          *after = at;
          return CUT_COMPLETE;
        }
      if (text[at] != self->delimiter)
        {
          at += text[at] == '\r' && at + 1 < length && text[at + 1] == '\n' ? 2 : 1;
          *after = at;
          return CUT_COMPLETE;
        }
      at++;
    }
}

/* The text of a field: without its marks, doubled ones made single. */
static char *
get_text (Reader *self, const Field *field)
{
  const char *at = self->row + field->start;
  const char *end = at + field->length;
  char *text = khatt_scratch_string (&self->scratch, at, field->length);
  char *to = text;

  if (!field->is_quoted)
    return text;
  for (at++; at < end; at++)
    {
      if (*at == '"')
        {
          at++;
          if (at == end || *at != '"')
            break;
        }
      *to++ = *at;
    }
  *to = '\0';
  if (at < end)
    {
      self->offset = (gsize) (at - self->row);
      khatt_loading_issue (
          self->loading, _ ("Text stands behind the closing quotation mark of a field; it was left "
                            "out."));
    }
  return text;
}

/* ---- Meaning ---- */

static KhattColumn
find_column (const char *name)
{
  for (KhattColumn column = 0; column < KHATT_N_COLUMNS; column++)
    {
      if (g_ascii_strcasecmp (khatt_csv_columns[column], name) == 0)
        return column;
    }
  return KHATT_COLUMN_NONE;
}

static gboolean
read_head (Reader *self)
{
  guint n_known = 0;

  self->columns = g_array_new (FALSE, FALSE, sizeof (KhattColumn));
  for (guint i = 0; i < self->fields->len; i++)
    {
      const Field *field = &g_array_index (self->fields, Field, i);
      char *name = g_strstrip (get_text (self, field));
      KhattColumn column = find_column (name);

      n_known += column != KHATT_COLUMN_NONE;
      self->offset = field->start;
      if (column == KHATT_COLUMN_NONE && *name != '\0')
        khatt_loading_issue (self->loading, _ ("The column “%s” is not known; it was not read."),
                             name);
      g_array_append_val (self->columns, column);
    }
  if (n_known > 0)
    return TRUE;
  g_set_error (&self->error, KHATT_FILES_ERROR, KHATT_FILES_ERROR_FORMAT,
               _ ("The first line names no column of a table of events, as “title” or “date”."));
  return FALSE;
}

/* Cuts a list in place; gives the next item, or NULL at the end. */
static char *
next_item (char **list)
{
  char *item = *list;
  char *from = item;
  char *to = item;

  if (item == NULL)
    return NULL;
  for (; *from != '\0' && *from != KHATT_CSV_LIST_SEPARATOR; from++)
    {
      if (*from == KHATT_CSV_LIST_ESCAPE &&
          (from[1] == KHATT_CSV_LIST_SEPARATOR || from[1] == KHATT_CSV_LIST_ESCAPE))
        from++;
      *to++ = *from;
    }
  *list = *from != '\0' ? from + 1 : NULL;
  *to = '\0';
  return g_strstrip (item);
}

static char *
get_list (Reader *self, KhattColumn column)
{
  const char *text = self->texts[column];

  self->offset = self->offsets[column];
  return text != NULL && *text != '\0' ? (char *) text : NULL;
}

static const char *
get (Reader *self, KhattColumn column)
{
  self->offset = self->offsets[column];
  return self->texts[column] != NULL ? self->texts[column] : "";
}

/* A word that is looked up: blanks around it do not change it. */
static const char *
get_word (Reader *self, KhattColumn column)
{
  char *text = (char *) self->texts[column];

  self->offset = self->offsets[column];
  return text != NULL ? g_strstrip (text) : "";
}

static char *
get_or_null (Reader *self, KhattColumn column)
{
  const char *text = get (self, column);

  return *text != '\0' ? (char *) text : NULL;
}

static void
read_actors (Reader *self)
{
  char *names = get_list (self, KHATT_COLUMN_ACTORS);
  char *countries = get_list (self, KHATT_COLUMN_COUNTRIES);
  char *roles = get_list (self, KHATT_COLUMN_ROLES);
  char *name;

  while ((name = next_item (&names)) != NULL)
    {
      char *country = next_item (&countries);
      char *role = next_item (&roles);
      KhattActorData *actor;

      if (*name == '\0')
        continue;
      actor = khatt_scratch_add_actor (&self->scratch);
      actor->name = name;
      actor->country = country != NULL && *country != '\0' ? country : NULL;
      actor->role =
          role != NULL ? khatt_loading_get_role (self->loading, role) : KHATT_ROLE_PARTICIPANT;
    }
}

static void
read_strings (Reader *self, KhattColumn column, GPtrArray *strings)
{
  char *list = get_list (self, column);
  char *item;

  while ((item = next_item (&list)) != NULL)
    {
      if (*item != '\0')
        g_ptr_array_add (strings, item);
    }
}

static void
read_attributions (Reader *self, KhattColumn column)
{
  char *list = get_list (self, column);
  char *item;

  while ((item = next_item (&list)) != NULL)
    {
      if (*item != '\0')
        khatt_scratch_add_source (&self->scratch)->attribution = item;
    }
}

static void
read_dates (Reader *self)
{
  const char *date = get_word (self, KHATT_COLUMN_DATE);

  self->scratch.event.date_text = get_or_null (self, KHATT_COLUMN_DATE_TEXT);
  if (*date != '\0')
    {
      self->offset = self->offsets[KHATT_COLUMN_DATE];
      khatt_loading_set_date (self->loading, &self->scratch, date);
      return;
    }
  self->offset = self->offsets[KHATT_COLUMN_START];
  khatt_loading_set_start_end (self->loading, &self->scratch, self->texts[KHATT_COLUMN_START],
                               self->texts[KHATT_COLUMN_END]);
}

static void
read_event (Reader *self)
{
  KhattEventData *event = &self->scratch.event;

  event->id = get_or_null (self, KHATT_COLUMN_ID);
  event->title = get_or_null (self, KHATT_COLUMN_TITLE);
  event->place = get_or_null (self, KHATT_COLUMN_PLACE);
  event->notes = get_or_null (self, KHATT_COLUMN_NOTES);
  read_strings (self, KHATT_COLUMN_TAGS, event->tags);
  khatt_loading_set_kind (self->loading, &self->scratch, get_word (self, KHATT_COLUMN_KIND));
  khatt_loading_set_status (self->loading, &self->scratch, get_word (self, KHATT_COLUMN_STATUS));
  read_dates (self);
  read_actors (self);
  read_strings (self, KHATT_COLUMN_TOPICS, event->topics);
  read_attributions (self, KHATT_COLUMN_ATTRIBUTION);
  read_attributions (self, KHATT_COLUMN_SOURCE);
  self->offset = 0;
  khatt_loading_check_actors (self->loading, &self->scratch.event);
  khatt_loading_add_event (self->loading, &self->scratch);
}

static gboolean
is_blank (const Reader *self)
{
  return self->fields->len == 1 && g_array_index (self->fields, Field, 0).length == 0;
}

/* A row has been cut at `row`. */
static gboolean
read_row (Reader *self)
{
  guint n_fields = self->fields->len;

  khatt_scratch_reset (&self->scratch);
  self->offset = 0;
  if (is_blank (self))
    return TRUE;
  if (self->columns == NULL)
    return read_head (self);

  self->n_rows++;
  if (n_fields > self->columns->len)
    {
      self->offset = g_array_index (self->fields, Field, self->columns->len).start;
      khatt_loading_issue (self->loading, _ ("The row has %u fields, and the table %u columns."),
                           n_fields, self->columns->len);
      n_fields = self->columns->len;
    }
  memset (self->texts, 0, sizeof self->texts);
  memset (self->offsets, 0, sizeof self->offsets);
  for (guint i = 0; i < n_fields; i++)
    {
      const Field *field = &g_array_index (self->fields, Field, i);
      KhattColumn column = g_array_index (self->columns, KhattColumn, i);

      if (column == KHATT_COLUMN_NONE)
        continue;
      self->offsets[column] = field->start;
      self->texts[column] = get_text (self, field);
    }
  read_event (self);
  return TRUE;
}

/* ---- Feeding ---- */

static char
find_delimiter (const char *text, gsize length)
{
  static const char delimiters[] = { ',', ';', '\t' };
  guint counts[G_N_ELEMENTS (delimiters)] = { 0 };
  guint best = 0;

  for (gsize i = 0; i < length && text[i] != '\n' && text[i] != '\r'; i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (delimiters); j++)
        counts[j] += text[i] == delimiters[j];
    }
  for (guint j = 1; j < G_N_ELEMENTS (delimiters); j++)
    {
      if (counts[j] > counts[best])
        best = j;
    }
  return delimiters[best];
}

static int
count_lines (const char *text, gsize length)
{
  int n_lines = 0;

  for (gsize i = 0; i < length; i++)
    n_lines += text[i] == '\n' || (text[i] == '\r' && (i + 1 == length || text[i + 1] != '\n'));
  return n_lines;
}

/* A row with a mark that is never closed would take the rest of the file with it: its first line
 * goes. */
static gsize
skip_unclosed (Reader *self, const char *text, gsize length)
{
  const char *lf = memchr (text, '\n', length);

  self->offset = 0;
  khatt_loading_issue (self->loading,
                       _ ("A quotation mark in this row is never closed; the line was left out."));
  return lf != NULL ? (gsize) (lf + 1 - text) : length;
}

/* Reads the rows that are complete; returns the bytes read, -1 where no more is wanted. */
static gssize
read_rows (Reader *self, const char *text, gsize length, gboolean is_all)
{
  gsize at = 0;

  while (at < length)
    {
      gsize after = 0;
      Cut cut;

      self->row = text + at;
      if (self->columns == NULL)
        self->delimiter = find_delimiter (self->row, length - at);
      cut = cut_row (self, self->row, length - at, is_all, &after);
      if (cut == CUT_INCOMPLETE)
        break;
      if (cut == CUT_UNCLOSED)
        after = skip_unclosed (self, self->row, length - at);
      else if (!read_row (self))
        return -1;
      self->line += count_lines (self->row, after);
      at += after;
    }
  return (gssize) at;
}

static void
skip_long_row (Reader *self)
{
  self->row = self->pending->str;
  self->offset = 0;
  khatt_loading_issue (self->loading, _ ("This row does not end within %u bytes; it was left out."),
                       (guint) KHATT_LIMIT_CSV_ROW);
  self->line += count_lines (self->pending->str, self->pending->len);
  g_string_truncate (self->pending, 0);
  self->n_tried = 0;
  self->is_skipping = TRUE;
}

/* The rest of a line that was given up. */
static void
skip_line (Reader *self, const char **text, gsize *length)
{
  const char *lf = memchr (*text, '\n', *length);
  gsize n_skipped = lf != NULL ? (gsize) (lf + 1 - *text) : *length;

  self->is_skipping = lf == NULL;
  self->line += lf != NULL;
  *text += n_skipped;
  *length -= n_skipped;
}

static gboolean
csv_feed (gpointer reader, const char *text, gsize length)
{
  Reader *self = reader;
  gssize n_read;

  if (self->error != NULL)
    return FALSE;
  if (self->is_skipping)
    skip_line (self, &text, &length);
  g_string_append_len (self->pending, text, (gssize) length);
  /* What was no row will not be one with a few bytes more: each byte is looked at a few times only.
   */
  if (self->pending->len < 2 * self->n_tried)
    return TRUE;
  n_read = read_rows (self, self->pending->str, self->pending->len, FALSE);
  if (n_read < 0)
    return FALSE;
  g_string_erase (self->pending, 0, n_read);
  self->n_tried = self->pending->len;
  if (self->pending->len > KHATT_LIMIT_CSV_ROW)
    skip_long_row (self);
  return !g_cancellable_is_cancelled (self->loading->cancellable);
}

static gboolean
csv_finish (gpointer reader, GError **error)
{
  Reader *self = reader;

  if (self->error == NULL)
    read_rows (self, self->pending->str, self->pending->len, TRUE);
  if (self->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      return FALSE;
    }
  if (self->columns != NULL)
    return TRUE;
  g_set_error (error, KHATT_FILES_ERROR, KHATT_FILES_ERROR_FORMAT,
               _ ("The table is empty; its first line should name the columns."));
  return FALSE;
}

static gpointer
csv_begin (KhattLoading *loading)
{
  Reader *self = g_new0 (Reader, 1);

  self->loading = loading;
  khatt_scratch_init (&self->scratch);
  self->pending = g_string_new (NULL);
  self->fields = g_array_new (FALSE, FALSE, sizeof (Field));
  self->line = 1;
  loading->is_bare = TRUE;
  loading->locate = locate;
  loading->reader = self;
  return self;
}

static void
csv_free (gpointer reader)
{
  Reader *self = reader;

  khatt_scratch_clear (&self->scratch);
  g_string_free (self->pending, TRUE);
  g_array_unref (self->fields);
  g_clear_pointer (&self->columns, g_array_unref);
  g_clear_error (&self->error);
  g_free (self);
}

const KhattReaderClass khatt_csv_reader = {
  .begin = csv_begin,
  .feed = csv_feed,
  .finish = csv_finish,
  .free = csv_free,
};
