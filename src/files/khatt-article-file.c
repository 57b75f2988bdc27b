/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The reader of a text article. It may begin with lines that say what it is,
 *
 *     Title: …
 *     Published: 2025-08-08
 *     Publisher: …
 *     Address: https://…
 *
 * and an empty line; they are no part of its text. The text is what the events are read from. */

#include "khatt-article-read.h"

#include <string.h>

#include "khatt-bidi.h"
#include "khatt-limits.h"

typedef struct
{
  KhattLoading *loading;
  GString *text;
} Reader;

/* What the head lines say. */
typedef struct
{
  char *title;
  char *published;
  char *publisher;
  char *address;
} Head;

typedef struct
{
  const char *key;
  gsize offset;
} HeadLine;

static const HeadLine head_lines[] = {
  { "Title:", G_STRUCT_OFFSET (Head, title) },
  { "Published:", G_STRUCT_OFFSET (Head, published) },
  { "Publisher:", G_STRUCT_OFFSET (Head, publisher) },
  { "Address:", G_STRUCT_OFFSET (Head, address) },
};

static void
head_clear (Head *head)
{
  g_free (head->title);
  g_free (head->published);
  g_free (head->publisher);
  g_free (head->address);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Head, head_clear)

static gboolean
take_head_line (Head *head, const char *line, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (head_lines); i++)
    {
      gsize key_length = strlen (head_lines[i].key);
      char **value = &G_STRUCT_MEMBER (char *, head, head_lines[i].offset);

      if (length < key_length || g_ascii_strncasecmp (line, head_lines[i].key, key_length) != 0)
        continue;
      g_free (*value);
      *value = g_strstrip (g_strndup (line + key_length, length - key_length));
      return TRUE;
    }
  return FALSE;
}

/* The bytes that the head takes: all lines up to an empty one must belong to it, or there is none.
 */
static gsize
read_head (Head *head, const char *text)
{
  const char *at = text;

  for (;;)
    {
      const char *lf = strchr (at, '\n');
      gsize length = lf != NULL ? (gsize) (lf - at) : strlen (at);

      if (length == 0 && at > text && lf != NULL)
        return (gsize) (lf + 1 - text);
      if (lf == NULL || !take_head_line (head, at, length))
        break;
      at = lf + 1;
    }
  head_clear (head);
  *head = (Head){ 0 };
  return 0;
}

static char *
find_title (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", 8);

  for (guint i = 0; lines[i] != NULL && lines[i + 1] != NULL; i++)
    {
      g_autofree char *line = g_strstrip (khatt_bidi_strip (lines[i]));

      if (*line == '\0')
        continue;
      return g_utf8_strlen (line, -1) <= KHATT_LIMIT_TITLE ? g_steal_pointer (&line) : NULL;
    }
  return NULL;
}

static char *
null_if_empty (char **string)
{
  if (*string != NULL && **string == '\0')
    g_clear_pointer (string, g_free);
  return g_steal_pointer (string);
}

static gboolean
read_article (Reader *self, const char *text, GError **error)
{
  g_auto (Head) head = { 0 };
  gsize head_length = read_head (&head, text);
  KhattArticle *article = khatt_article_new (KHATT_ARTICLE_UNPLACED, text + head_length, -1);

  article->published = null_if_empty (&head.published);
  article->title = null_if_empty (&head.title);
  if (article->title == NULL)
    article->title = find_title (article->text);
  article->publisher = null_if_empty (&head.publisher);
  article->address = null_if_empty (&head.address);
  return khatt_article_read (self->loading, article, error);
}

static gpointer
article_begin (KhattLoading *loading)
{
  Reader *self = g_new0 (Reader, 1);

  self->loading = loading;
  self->text = g_string_new (NULL);
  return self;
}

static gboolean
article_feed (gpointer reader, const char *text, gsize length)
{
  Reader *self = reader;

  g_string_append_len (self->text, text, (gssize) length);
  return self->text->len <= KHATT_LIMIT_ARTICLE;
}

/* Line ends as LF: CR LF and CR are others' way to write the same. */
static void
unify_line_ends (GString *text)
{
  gsize to = 0;

  for (gsize from = 0; from < text->len; from++)
    {
      char byte = text->str[from];

      if (byte == '\r' && from + 1 < text->len && text->str[from + 1] == '\n')
        continue;
      text->str[to++] = byte == '\r' ? '\n' : byte;
    }
  g_string_truncate (text, to);
}

static gboolean
article_finish (gpointer reader, GError **error)
{
  Reader *self = reader;

  if (!khatt_article_check_size (self->text->len, error))
    return FALSE;
  unify_line_ends (self->text);
  return read_article (self, self->text->str, error);
}

static void
article_free (gpointer reader)
{
  Reader *self = reader;

  g_string_free (self->text, TRUE);
  g_free (self);
}

const KhattReaderClass khatt_article_file_reader = {
  .begin = article_begin,
  .feed = article_feed,
  .finish = article_finish,
  .free = article_free,
};
