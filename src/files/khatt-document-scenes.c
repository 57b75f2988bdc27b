/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* KhattDocumentReading: scenes and bookmarks. The timeline takes them when all of the document was
 * read: only then is it known what articles are called. */

#include "khatt-document-reader.h"

#include <glib/gi18n-lib.h>

#include "khatt-filter-json.h"
#include "khatt-moment.h"

/**
 * khatt_document_begin_scene: (skip)
 * @reading: the state, at the opening of a scene
 *
 * Returns: (transfer none): what its members fill
 */
KhattSceneFields *
khatt_document_begin_scene (KhattDocumentReading *reading)
{
  KhattScratch *scratch = &reading->scratch;
  KhattSceneFields *fields;

  khatt_scratch_reset (scratch);
  khatt_document_mark_event (reading);
  fields = khatt_scratch_alloc (scratch, sizeof *fields);
  *fields = (KhattSceneFields){ .focus = scratch->event.tags };
  return fields;
}

static void
check_moment (KhattDocumentReading *reading, const char *key, const char *edtf, KhattMomentEnd end)
{
  gint64 seconds;

  if (edtf != NULL && !khatt_moment_parse (edtf, end, &seconds))
    khatt_loading_issue (reading->loading,
                         /* Translators: a key of the file, then its value. */
                         _ ("“%s” of a scene is “%s”, which is no date."), key, edtf);
}

static void
read_filter (KhattDocumentReading *reading, const char *json, KhattScene *scene)
{
  g_autofree char *wrong = NULL;

  scene->filter = khatt_filter_from_json (json, &scene->filter_extra, &wrong);
  if (scene->filter == NULL)
    khatt_loading_issue (reading->loading,
                         _ ("The filter of a scene is no object; it was left out."));
  else if (wrong != NULL)
    khatt_loading_issue (reading->loading,
                         /* Translators: %s is a key in a file. */
                         _ ("“%s” of a filter was not read."), wrong);
}

static void
read_lanes (const KhattSceneFields *fields, KhattScene *scene)
{
  const KhattLaneSettings lanes = { {
      [KHATT_LANE_PINNED] = (const char *const *) fields->pinned_lanes,
      [KHATT_LANE_COLLAPSED] = (const char *const *) fields->collapsed_lanes,
      [KHATT_LANE_HIDDEN] = (const char *const *) fields->hidden_lanes,
      [KHATT_LANE_PLACED] = (const char *const *) fields->placed_lanes,
  } };

  khatt_scene_set_lanes (scene, &lanes);
}

/**
 * khatt_document_end_scene: (skip)
 * @reading: the state, behind a scene
 * @fields: what was read of it
 *
 * Keeps it for khatt_document_give_scenes().
 */
void
khatt_document_end_scene (KhattDocumentReading *reading, const KhattSceneFields *fields)
{
  KhattSceneList list = reading->frames[reading->n_frames - 1].member->offset;
  KhattScene *scene = khatt_scene_new ();

  reading->is_at_event = TRUE;
  check_moment (reading, "from", fields->from, KHATT_MOMENT_FIRST);
  check_moment (reading, "to", fields->to, KHATT_MOMENT_LAST);
  scene->id = g_strdup (fields->id);
  scene->title = g_strdup (fields->title);
  scene->from = g_strdup (fields->from);
  scene->to = g_strdup (fields->to);
  scene->lanes_by = g_strdup (fields->lanes_by);
  read_lanes (fields, scene);
  if (fields->filter != NULL)
    read_filter (reading, fields->filter, scene);
  for (guint i = 0; i < fields->focus->len; i++)
    g_ptr_array_add (scene->focus, g_strdup (g_ptr_array_index (fields->focus, i)));
  scene->notes = g_strdup (fields->notes);
  scene->extra = g_strdup (fields->extra);
  g_ptr_array_add (reading->scenes[list], scene);
  reading->is_at_event = FALSE;
}

/* Filters name articles as this file does. */
static void
rename_articles (KhattDocumentReading *reading)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer id, article;

  g_hash_table_iter_init (&iter, reading->loading->articles);
  while (g_hash_table_iter_next (&iter, &id, &article))
    g_hash_table_insert (ids, id, ((const KhattArticle *) article)->id);
  for (guint list = 0; list < KHATT_N_SCENE_LISTS; list++)
    for (guint i = 0; i < reading->scenes[list]->len; i++)
      khatt_scene_rename_articles (g_ptr_array_index (reading->scenes[list], i), ids);
}

/**
 * khatt_document_give_scenes: (skip)
 * @reading: the state, at the end of the document
 *
 * Gives the timeline what scenes and bookmarks there are.
 */
void
khatt_document_give_scenes (KhattDocumentReading *reading)
{
  rename_articles (reading);
  for (KhattSceneList list = 0; list < KHATT_N_SCENE_LISTS; list++)
    {
      khatt_timeline_add_scenes (reading->loading->timeline, list, reading->scenes[list]);
      g_ptr_array_set_size (reading->scenes[list], 0);
    }
}
