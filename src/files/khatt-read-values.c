/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The member "read" of an event: an object with the reader's values, as JSON text, of those members
 * that a person changed; null where the reader had none. It has no parser of its own: the members
 * are told apart by their brackets (the text is one that we wrote), and what they say is read by
 * the reader of documents, from a document of one event. */

#include "khatt-read-values.h"

#include <string.h>

#include "khatt-issue.h"
#include "khatt-loading.h"
#include "khatt-output.h"

/* What a person can change, in the order of documents. */
static const struct
{
  const char *name;
  const char *keys[4]; /* of the members that stand for it */
} members[] = {
  { "kind", { "kind" } },
  { "title", { "title" } },
  { "date", { "date", "start", "end" } },
  { "date_text", { "date_text" } },
  { "status", { "status" } },
  { "actors", { "actors" } },
  { "place", { "place" } },
  { "topics", { "topics" } },
  { "quotes", { "quotes" } },
  { "notes", { "notes" } },
  { "tags", { "tags" } },
  { "importance", { "importance" } },
  { "color", { "color" } },
};

/* ---- Members of an object ---- */

static const char *
skip_string (const char *text)
{
  for (text++; *text != '\0' && *text != '"'; text++)
    {
      if (*text == '\\' && text[1] != '\0')
        text++;
    }
  return *text == '"' ? text + 1 : text;
}

/* To the comma or bracket behind a value. */
static const char *
skip_value (const char *text)
{
  guint depth = 0;

  while (*text != '\0')
    {
      if (*text == '"')
        {
          text = skip_string (text);
          continue;
        }
      if (depth == 0 && strchr (",}]", *text) != NULL)
        return text;
      if (*text == '{' || *text == '[')
        depth++;
      else if (*text == '}' || *text == ']')
        depth--;
      text++;
    }
  return text;
}

/* The index in `members` of what `key` (in quotation marks) stands for; -1: nothing. */
static int
find_member (const char *key, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      for (guint j = 0; members[i].keys[j] != NULL; j++)
        {
          const char *name = members[i].keys[j];

          if (strlen (name) + 2 == length && strncmp (key + 1, name, length - 2) == 0)
            return (int) i;
        }
    }
  return -1;
}

/* The values that `read` has; `texts` has one more place, for what is not known. */
static void
split (const char *read, GString **texts)
{
  const char *text = read != NULL && *read == '{' ? read + 1 : "";

  while (*text == '"')
    {
      const char *value = skip_string (text);
      const char *after = skip_value (value);
      int index = find_member (text, (gsize) (value - text));
      GString *out = texts[index >= 0 ? index : (int) G_N_ELEMENTS (members)];

      if (out->len > 0)
        g_string_append_c (out, ',');
      g_string_append_len (out, text, after - text);
      text = *after == ',' ? after + 1 : after;
    }
}

static char *
dup_member (const KhattSnapshot *snapshot, const KhattEventData *event, guint index)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; members[index].keys[i] != NULL; i++)
    khatt_document_write_member (snapshot, event, members[index].keys[i], out);
  return g_string_free (out, FALSE);
}

/* ---- Keeping ---- */

static void
append_value (GString *read, const char *value)
{
  if (read->len > 0)
    g_string_append_c (read, ',');
  g_string_append (read, value);
}

/* `kept`: what was read, where it was changed before. */
static void
keep_member (GString *read, guint index, const char *kept, const char *before, const char *after)
{
  g_autofree char *none = g_strdup_printf ("\"%s\":null", members[index].name);
  const char *value = *kept != '\0' ? kept : before;
  gboolean was_none = *value == '\0' || strcmp (value, none) == 0;

  if (*kept == '\0' && strcmp (before, after) == 0)
    return;
  if (was_none ? *after != '\0' : strcmp (value, after) != 0)
    append_value (read, was_none ? none : value);
}

/**
 * khatt_read_values_keep:
 * @snapshot: the document
 * @before: an event of it
 * @after: the same as a person changed it
 *
 * Gives @after what was read of the members that differ; a member that says again what was read is
 * no longer a changed one. What a person entered was never read.
 */
void
khatt_read_values_keep (const KhattSnapshot *snapshot,
                        const KhattEventData *before,
                        KhattEventData *after)
{
  GString *texts[G_N_ELEMENTS (members) + 1];
  g_autoptr (GString) read = g_string_new (NULL);

  if (before->origin == KHATT_ORIGIN_PERSON)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    texts[i] = g_string_new (NULL);
  split (before->read, texts);
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      g_autofree char *old = dup_member (snapshot, before, i);
      g_autofree char *new = dup_member (snapshot, after, i);

      keep_member (read, i, texts[i]->str, old, new);
    }
  if (texts[G_N_ELEMENTS (members)]->len > 0)
    append_value (read, texts[G_N_ELEMENTS (members)]->str);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_string_free (texts[i], TRUE);
  g_free (after->read);
  after->read = read->len > 0 ? g_strdup_printf ("{%s}", read->str) : NULL;
}

static int
find_name (const char *member)
{
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      if (strcmp (members[i].name, member) == 0)
        return (int) i;
    }
  return -1;
}

static guint
find_read (const char *read)
{
  GString *texts[G_N_ELEMENTS (members) + 1];
  guint found = 0;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    texts[i] = g_string_new (NULL);
  split (read, texts);
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    found |= texts[i]->len > 0 ? 1u << i : 0;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_string_free (texts[i], TRUE);
  return found;
}

/**
 * khatt_read_values_has:
 * @event: an event
 * @member: the name of one of its members
 *
 * Returns: whether it is kept what was read for it
 */
gboolean
khatt_read_values_has (const KhattEventData *event, const char *member)
{
  int index = find_name (member);

  return index >= 0 && (find_read (event->read) & 1u << index) != 0;
}

/**
 * khatt_read_values_differ:
 * @snapshot: the document
 * @a: an event
 * @b: the same otherwise
 * @member: the name of one of their members
 *
 * Returns: whether they say something else there
 */
gboolean
khatt_read_values_differ (const KhattSnapshot *snapshot,
                          const KhattEventData *a,
                          const KhattEventData *b,
                          const char *member)
{
  int index = find_name (member);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  g_return_val_if_fail (index >= 0, FALSE);

  first = dup_member (snapshot, a, (guint) index);
  second = dup_member (snapshot, b, (guint) index);
  return strcmp (first, second) != 0;
}

/* ---- Restoring ---- */

/* An event that has nothing but what was read; NULL: that is no event. */
static KhattEventData *
parse (const KhattSnapshot *snapshot, const char *read)
{
  const KhattLoadOptions options = { 0 };
  g_autoptr (KhattTimeline) timeline = khatt_timeline_new ();
  g_autoptr (GPtrArray) issues = khatt_issues_new ();
  g_autoptr (KhattSnapshot) result = NULL;
  g_autofree char *document =
      g_strdup_printf ("{\"format\":\"khatt-timeline\",\"version\":1,\"events\":[%s]}", read);
  KhattLoading loading;
  gpointer reader;

  khatt_loading_init (&loading, timeline, issues);
  loading.options = &options;
  loading.file = "read";
  khatt_timeline_begin_bulk (timeline);
  for (guint i = 0; i < khatt_snapshot_get_n_articles (snapshot); i++)
    {
      KhattArticle *article = khatt_snapshot_get_article (snapshot, i);

      khatt_loading_add_article (&loading, article->id, article);
    }
  reader = khatt_document_reader.begin (&loading);
  khatt_document_reader.feed (reader, document, strlen (document));
  khatt_document_reader.finish (reader, NULL);
  khatt_document_reader.free (reader);
  khatt_timeline_end_bulk (timeline);
  khatt_loading_resolve (&loading);
  khatt_loading_clear (&loading);
  result = khatt_timeline_ref_snapshot (timeline);
  return khatt_snapshot_dup_event (result, 0);
}

static void
swap_pointers (gpointer a, gpointer b)
{
  gpointer *first = a;
  gpointer *second = b;
  gpointer kept = *first;

  *first = *second;
  *second = kept;
}

/* Gives `event` what `was` says there; `was` gets what it said. */
static void
take_member (KhattEventData *event, KhattEventData *was, const char *name)
{
  struct
  {
    const char *name;
    gpointer event;
    gpointer was;
  } pointers[] = {
    { "title", &event->title, &was->title },    { "date_text", &event->date_text, &was->date_text },
    { "actors", &event->actors, &was->actors }, { "place", &event->place, &was->place },
    { "topics", &event->topics, &was->topics }, { "quotes", &event->quotes, &was->quotes },
    { "notes", &event->notes, &was->notes },    { "tags", &event->tags, &was->tags },
    { "color", &event->color, &was->color },    { "date", &event->date_edtf, &was->date_edtf },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pointers); i++)
    {
      if (strcmp (pointers[i].name, name) == 0)
        swap_pointers (pointers[i].event, pointers[i].was);
    }
  if (strcmp (name, "date") == 0)
    event->date = was->date;
  else if (strcmp (name, "kind") == 0)
    event->kind = was->kind;
  else if (strcmp (name, "status") == 0)
    event->status = was->status;
  else if (strcmp (name, "importance") == 0)
    event->importance = was->importance;
}

/**
 * khatt_read_values_restore:
 * @snapshot: the document
 * @event: an event of it
 *
 * Returns: (transfer full): @event as it was read, without what a person changed
 */
KhattEventData *
khatt_read_values_restore (const KhattSnapshot *snapshot, const KhattEventData *event)
{
  KhattEventData *restored = khatt_event_data_copy (event);
  g_autoptr (KhattEventData) was = NULL;
  guint found = find_read (event->read);

  if (event->read == NULL)
    return restored;
  was = parse (snapshot, event->read);
  for (guint i = 0; was != NULL && i < G_N_ELEMENTS (members); i++)
    {
      if ((found & 1u << i) != 0)
        take_member (restored, was, members[i].name);
    }
  if (was != NULL)
    g_clear_pointer (&restored->read, g_free);
  return restored;
}
