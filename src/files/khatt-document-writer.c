/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The writer of the native document: head, articles, events and scenes, each of these on a line of
 * its own, in the order of their slots, which is the order they were read in. What is empty or the
 * default is left out. The tables of khatt-document-shapes.c say what is written and in which
 * order. */

#include "khatt-output.h"

#include <string.h>

#include "khatt-document-shapes.h"
#include "khatt-filter-json.h"
#include "khatt-json-writer.h"
#include "khatt-scene.h"

typedef struct
{
  const KhattSnapshot *snapshot;
  KhattJsonWriter json;
  const KhattArticle *article; /* the last one looked up */
} Writer;

static void write_objects (Writer *writer, const KhattMember *member, const GPtrArray *objects);

static void
write_strings (Writer *writer, const char *key, const GPtrArray *strings)
{
  if (strings->len == 0)
    return;
  khatt_json_writer_key (&writer->json, key, -1);
  khatt_json_writer_open (&writer->json, '[');
  for (guint i = 0; i < strings->len; i++)
    khatt_json_writer_string (&writer->json, g_ptr_array_index (strings, i), -1);
  khatt_json_writer_close (&writer->json, ']');
}

static void
write_strv (Writer *writer, const char *key, GStrv strings)
{
  if (strings == NULL)
    return;
  khatt_json_writer_key (&writer->json, key, -1);
  khatt_json_writer_open (&writer->json, '[');
  for (guint i = 0; strings[i] != NULL; i++)
    khatt_json_writer_string (&writer->json, strings[i], -1);
  khatt_json_writer_close (&writer->json, ']');
}

static const KhattArticle *
find_article (Writer *writer, const char *id)
{
  if (writer->article == NULL || g_strcmp0 (writer->article->id, id) != 0)
    writer->article = khatt_snapshot_get_article_by_id (writer->snapshot, id);
  return writer->article;
}

static void
write_span (Writer *writer, const char *key, const char *article_id, const gssize *span)
{
  const KhattArticle *article = span[0] >= 0 ? find_article (writer, article_id) : NULL;

  if (article == NULL)
    return;
  khatt_json_writer_key (&writer->json, key, -1);
  khatt_json_writer_open (&writer->json, '[');
  khatt_json_writer_integer (&writer->json, khatt_article_points_from_bytes (article, span[0]));
  khatt_json_writer_integer (&writer->json, khatt_article_points_from_bytes (article, span[1]));
  khatt_json_writer_close (&writer->json, ']');
}

static void
write_date (Writer *writer, const KhattEventData *event)
{
  KhattWrittenDate written = khatt_written_date_new (&event->date, event->date_edtf);

  khatt_json_writer_member (&writer->json, "date", written.date);
  khatt_json_writer_member (&writer->json, "start", written.start);
  khatt_json_writer_member (&writer->json, "end", written.end);
  khatt_written_date_clear (&written);
}

static void
write_json (Writer *writer, const char *key, const char *json)
{
  if (json == NULL)
    return;
  khatt_json_writer_key (&writer->json, key, -1);
  khatt_json_writer_raw (&writer->json, json, -1);
}

/* The word of a kind, status, role or origin; NULL for the default, which is not written. */
static const char *
get_word (const KhattMember *member, gconstpointer object)
{
  const KhattEventData *event = object;

  switch (member->value)
    {
    case KHATT_VALUE_KIND:
      return khatt_kind_get_name (event->kind);
    case KHATT_VALUE_STATUS:
      return event->status != KHATT_STATUS_HAPPENED ? khatt_status_get_name (event->status) : NULL;
    case KHATT_VALUE_ORIGIN:
      return event->origin == KHATT_ORIGIN_PERSON ? "person" : NULL;
    case KHATT_VALUE_ROLE:
      {
        KhattRole role = ((const KhattActorData *) object)->role;

        return role != KHATT_ROLE_PARTICIPANT ? khatt_role_get_name (role) : NULL;
      }
    default:
      return NULL;
    }
}

static const char *
get_article_id (const KhattShape *shape, gconstpointer object)
{
  return shape == &khatt_quote_shape ? ((const KhattQuoteData *) object)->article
                                     : ((const KhattSourceData *) object)->article;
}

static void
write_member (Writer *writer,
              const KhattShape *shape,
              const KhattMember *member,
              gconstpointer object)
{
  KhattJsonWriter *json = &writer->json;

  switch (member->value)
    {
    case KHATT_VALUE_STRING:
      khatt_json_writer_member (json, member->key,
                                G_STRUCT_MEMBER (const char *, object, member->offset));
      break;
    case KHATT_VALUE_KIND:
    case KHATT_VALUE_STATUS:
    case KHATT_VALUE_ROLE:
    case KHATT_VALUE_ORIGIN:
      khatt_json_writer_member (json, member->key, get_word (member, object));
      break;
    case KHATT_VALUE_DATE:
      write_date (writer, object);
      break;
    case KHATT_VALUE_INTEGER:
      if (G_STRUCT_MEMBER (int, object, member->offset) != 0)
        {
          khatt_json_writer_key (json, member->key, -1);
          khatt_json_writer_integer (json, G_STRUCT_MEMBER (int, object, member->offset));
        }
      break;
    case KHATT_VALUE_SHARE:
      if (G_STRUCT_MEMBER (double, object, member->offset) != 0)
        {
          khatt_json_writer_key (json, member->key, -1);
          khatt_json_writer_double (json, G_STRUCT_MEMBER (double, object, member->offset));
        }
      break;
    case KHATT_VALUE_SPAN:
      write_span (writer, member->key, get_article_id (shape, object),
                  &G_STRUCT_MEMBER (gssize, object, member->offset));
      break;
    case KHATT_VALUE_STRINGS:
      write_strings (writer, member->key, G_STRUCT_MEMBER (GPtrArray *, object, member->offset));
      break;
    case KHATT_VALUE_RULES:
      write_strv (writer, member->key, G_STRUCT_MEMBER (GStrv, object, member->offset));
      break;
    case KHATT_VALUE_OBJECTS:
    case KHATT_VALUE_ACTORS:
      write_objects (writer, member, G_STRUCT_MEMBER (GPtrArray *, object, member->offset));
      break;
    case KHATT_VALUE_JSON:
      write_json (writer, member->key, G_STRUCT_MEMBER (const char *, object, member->offset));
      break;
    default:
      break; /* read, never written */
    }
}

static void
write_object (Writer *writer, const KhattShape *shape, gconstpointer object)
{
  const char *extra = G_STRUCT_MEMBER (const char *, object, shape->extra_offset);

  khatt_json_writer_open (&writer->json, '{');
  for (guint i = 0; i < shape->n_members; i++)
    write_member (writer, shape, &shape->members[i], object);
  if (extra != NULL)
    khatt_json_writer_raw (&writer->json, extra, -1);
  khatt_json_writer_close (&writer->json, '}');
}

static void
write_objects (Writer *writer, const KhattMember *member, const GPtrArray *objects)
{
  if (objects->len == 0)
    return;
  khatt_json_writer_key (&writer->json, member->key, -1);
  khatt_json_writer_open (&writer->json, '[');
  for (guint i = 0; i < objects->len; i++)
    write_object (writer, member->items, g_ptr_array_index (objects, i));
  khatt_json_writer_close (&writer->json, ']');
}

static void
write_candidates (Writer *writer, const GPtrArray *candidates)
{
  khatt_json_writer_key (&writer->json, "published_candidates", -1);
  khatt_json_writer_open (&writer->json, '[');
  for (guint i = 0; i < candidates->len; i++)
    {
      const KhattCandidate *candidate = g_ptr_array_index (candidates, i);

      khatt_json_writer_open (&writer->json, '{');
      khatt_json_writer_member (&writer->json, "date", candidate->date);
      if (candidate->reasons[0] != NULL)
        write_strv (writer, "reasons", candidate->reasons);
      khatt_json_writer_close (&writer->json, '}');
    }
  khatt_json_writer_close (&writer->json, ']');
}

static void
write_article (Writer *writer, const KhattArticle *article)
{
  KhattJsonWriter *json = &writer->json;

  khatt_json_writer_open (json, '{');
  khatt_json_writer_member (json, "id", article->id);
  khatt_json_writer_member (json, "title", article->title);
  khatt_json_writer_member (json, "publisher", article->publisher);
  khatt_json_writer_member (json, "published", article->published);
  if (article->candidates != NULL && article->candidates->len > 0)
    write_candidates (writer, article->candidates);
  if (article->weekday != 0)
    {
      khatt_json_writer_key (json, "published_weekday", -1);
      khatt_json_writer_integer (json, article->weekday);
    }
  khatt_json_writer_member (json, "address", article->address);
  khatt_json_writer_member (json, "sha256", article->sha256);
  khatt_json_writer_member (json, "text", article->text);
  if (article->extra != NULL)
    khatt_json_writer_raw (json, article->extra, -1);
  khatt_json_writer_close (json, '}');
}

static void
begin_list (Writer *writer, const char *key)
{
  khatt_json_writer_break_line (&writer->json);
  khatt_json_writer_key (&writer->json, key, -1);
  khatt_json_writer_open (&writer->json, '[');
}

/* The bracket stands on the line of its own that the next list begins on. */
static void
end_list (Writer *writer)
{
  g_string_append_c (writer->json.out, '\n');
  khatt_json_writer_close (&writer->json, ']');
}

static char *
dup_filter (const KhattScene *scene)
{
  KhattJsonWriter json = { .out = g_string_new (NULL) };

  if (scene->filter != NULL)
    khatt_filter_write (&json, scene->filter, scene->filter_extra);
  return g_string_free (json.out, FALSE);
}

static void
write_scene (Writer *writer, const KhattScene *scene)
{
  static const KhattLaneSettings nothing = { { NULL } };
  g_autofree char *filter = dup_filter (scene);
  const KhattLaneSettings *lanes = scene->lanes != NULL ? scene->lanes : &nothing;
  const KhattSceneFields fields = {
    .id = scene->id,
    .title = scene->title,
    .from = scene->from,
    .to = scene->to,
    .lanes_by = scene->lanes_by,
    .pinned_lanes = (GStrv) lanes->lists[KHATT_LANE_PINNED],
    .collapsed_lanes = (GStrv) lanes->lists[KHATT_LANE_COLLAPSED],
    .hidden_lanes = (GStrv) lanes->lists[KHATT_LANE_HIDDEN],
    .placed_lanes = (GStrv) lanes->lists[KHATT_LANE_PLACED],
    .filter = *filter != '\0' ? filter : NULL,
    .focus = scene->focus,
    .notes = scene->notes,
    .extra = scene->extra,
  };

  write_object (writer, &khatt_scene_shape, &fields);
}

static void
write_scenes (Writer *writer, const char *key, KhattSceneList list)
{
  const GPtrArray *scenes = khatt_snapshot_get_scenes (writer->snapshot, list);

  if (scenes->len == 0)
    return;
  begin_list (writer, key);
  for (guint i = 0; i < scenes->len; i++)
    {
      khatt_json_writer_break_line (&writer->json);
      write_scene (writer, g_ptr_array_index (scenes, i));
    }
  end_list (writer);
}

static void
write_section (Writer *writer, const char *key, KhattSection section)
{
  const char *value = khatt_snapshot_get_section (writer->snapshot, section);

  if (value == NULL)
    return;
  khatt_json_writer_break_line (&writer->json);
  write_json (writer, key, value);
}

static void
write_head (Writer *writer)
{
  const KhattSnapshot *snapshot = writer->snapshot;
  KhattJsonWriter *json = &writer->json;
  const char *extra = khatt_snapshot_get_section (snapshot, KHATT_SECTION_EXTRA);

  khatt_json_writer_open (json, '{');
  khatt_json_writer_member (json, "format", KHATT_DOCUMENT_FORMAT);
  khatt_json_writer_key (json, "version", -1);
  khatt_json_writer_integer (json, khatt_snapshot_get_version (snapshot));
  khatt_json_writer_member (json, "title", khatt_snapshot_get_title (snapshot));
  khatt_json_writer_member (json, "language", khatt_snapshot_get_language (snapshot));
  if (khatt_snapshot_get_direction (snapshot) == KHATT_DIRECTION_RTL)
    khatt_json_writer_member (json, "direction", "rtl");
  if (extra != NULL)
    khatt_json_writer_raw (json, extra, -1);
  write_section (writer, "actors", KHATT_SECTION_ACTORS);
}

static gboolean
write_articles (Writer *writer, KhattOutput *output, GError **error)
{
  guint n_articles = khatt_snapshot_get_n_articles (writer->snapshot);

  if (n_articles == 0)
    return TRUE;
  begin_list (writer, "articles");
  for (guint i = 0; i < n_articles; i++)
    {
      khatt_json_writer_break_line (&writer->json);
      write_article (writer, khatt_snapshot_get_article (writer->snapshot, i));
      if (!khatt_output_flush_often (output, error))
        return FALSE;
    }
  end_list (writer);
  return TRUE;
}

static gboolean
write_events (Writer *writer, KhattOutput *output, GError **error)
{
  guint32 n_slots = khatt_snapshot_get_n_slots (writer->snapshot);

  begin_list (writer, "events");
  for (guint32 slot = 0; slot < n_slots; slot++)
    {
      g_autoptr (KhattEventData) event = khatt_snapshot_dup_event (writer->snapshot, slot);

      if (event == NULL)
        continue;
      khatt_json_writer_break_line (&writer->json);
      write_object (writer, &khatt_event_shape, event);
      if (!khatt_output_flush_often (output, error))
        return FALSE;
    }
  end_list (writer);
  return TRUE;
}

/**
 * khatt_document_write_member: (skip)
 * @snapshot: what the event is of
 * @event: an event
 * @key: of one of its members
 * @out: what the member is appended to; nothing, where it is empty or the default
 */
void
khatt_document_write_member (const KhattSnapshot *snapshot,
                             const KhattEventData *event,
                             const char *key,
                             GString *out)
{
  const KhattMember *member = khatt_shape_find (&khatt_event_shape, NULL, key, strlen (key));
  Writer writer = { .snapshot = snapshot, .json = { .out = out, .needs_comma = out->len > 0 } };

  /* All that says when is written together. */
  if (member->value == KHATT_VALUE_START || member->value == KHATT_VALUE_END)
    return;
  write_member (&writer, &khatt_event_shape, member, event);
}

/**
 * khatt_document_write: (skip)
 * @snapshot: what to write
 * @output: where to
 * @error: return location for a #GError
 *
 * Returns: whether it was written
 */
gboolean
khatt_document_write (const KhattSnapshot *snapshot, KhattOutput *output, GError **error)
{
  Writer writer = { .snapshot = snapshot, .json = { .out = output->text } };

  write_head (&writer);
  if (!write_articles (&writer, output, error) || !write_events (&writer, output, error))
    return FALSE;
  write_scenes (&writer, "scenes", KHATT_SCENES_PRESENTED);
  write_scenes (&writer, "bookmarks", KHATT_SCENES_BOOKMARKED);
  khatt_json_writer_close (&writer.json, '}');
  g_string_append_c (output->text, '\n');
  return khatt_output_flush (output, error);
}
