/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* KhattScene: a view that has a name: a scene of a presentation, or a bookmark. */

#include "khatt-scene.h"

#include "khatt-moment.h"

#include <glib/gi18n-lib.h>

/**
 * khatt_scene_new:
 *
 * Returns: (transfer full): a scene that says nothing
 */
KhattScene *
khatt_scene_new (void)
{
  KhattScene *scene = g_atomic_rc_box_new0 (KhattScene);

  scene->focus = g_ptr_array_new_with_free_func (g_free);
  return scene;
}

/**
 * khatt_scene_copy:
 * @scene: a scene
 *
 * Returns: (transfer full): one that says the same and may be changed
 */
KhattScene *
khatt_scene_copy (const KhattScene *scene)
{
  KhattScene *copy = khatt_scene_new ();

  copy->id = g_strdup (scene->id);
  copy->title = g_strdup (scene->title);
  copy->from = g_strdup (scene->from);
  copy->to = g_strdup (scene->to);
  copy->lanes_by = g_strdup (scene->lanes_by);
  khatt_scene_set_lanes (copy, scene->lanes);
  copy->filter = scene->filter != NULL ? khatt_filter_copy (scene->filter) : NULL;
  copy->filter_extra = g_strdup (scene->filter_extra);
  for (guint i = 0; i < scene->focus->len; i++)
    g_ptr_array_add (copy->focus, g_strdup (g_ptr_array_index (scene->focus, i)));
  copy->notes = g_strdup (scene->notes);
  copy->extra = g_strdup (scene->extra);
  return copy;
}

/**
 * khatt_scene_ref:
 * @scene: a scene
 *
 * Returns: (transfer full): @scene
 */
KhattScene *
khatt_scene_ref (KhattScene *scene)
{
  return g_atomic_rc_box_acquire (scene);
}

static void
clear (gpointer data)
{
  KhattScene *scene = data;

  g_free (scene->id);
  g_free (scene->title);
  g_free (scene->from);
  g_free (scene->to);
  g_free (scene->lanes_by);
  g_clear_pointer (&scene->lanes, khatt_lane_settings_free);
  g_clear_pointer (&scene->filter, khatt_filter_free);
  g_free (scene->filter_extra);
  g_ptr_array_unref (scene->focus);
  g_free (scene->notes);
  g_free (scene->extra);
}

/**
 * khatt_scene_unref:
 * @scene: (transfer full): a scene
 */
void
khatt_scene_unref (KhattScene *scene)
{
  g_atomic_rc_box_release_full (scene, clear);
}

static gboolean
filters_equal (const KhattScene *a, const KhattScene *b)
{
  if (g_strcmp0 (a->filter_extra, b->filter_extra) != 0)
    return FALSE;
  if (a->filter == NULL || b->filter == NULL)
    return a->filter == b->filter;
  return khatt_filter_equal (a->filter, b->filter);
}

static gboolean
lanes_equal (const KhattScene *a, const KhattScene *b)
{
  if (a->lanes == NULL || b->lanes == NULL)
    return a->lanes == b->lanes;
  return khatt_lane_settings_equal (a->lanes, b->lanes);
}

static gboolean
focus_equal (const KhattScene *a, const KhattScene *b)
{
  if (a->focus->len != b->focus->len)
    return FALSE;
  for (guint i = 0; i < a->focus->len; i++)
    if (!g_str_equal (g_ptr_array_index (a->focus, i), g_ptr_array_index (b->focus, i)))
      return FALSE;
  return TRUE;
}

/**
 * khatt_scene_equal:
 * @a: a scene
 * @b: another
 *
 * Returns: whether both say the same
 */
gboolean
khatt_scene_equal (const KhattScene *a, const KhattScene *b)
{
  return g_strcmp0 (a->id, b->id) == 0 && g_strcmp0 (a->title, b->title) == 0 &&
         g_strcmp0 (a->from, b->from) == 0 && g_strcmp0 (a->to, b->to) == 0 &&
         g_strcmp0 (a->lanes_by, b->lanes_by) == 0 && g_strcmp0 (a->notes, b->notes) == 0 &&
         g_strcmp0 (a->extra, b->extra) == 0 && lanes_equal (a, b) && filters_equal (a, b) &&
         focus_equal (a, b);
}

/**
 * khatt_scene_set_lanes:
 * @scene: a scene that no timeline has
 * @lanes: (nullable): what was decided of its lanes; copied
 */
void
khatt_scene_set_lanes (KhattScene *scene, const KhattLaneSettings *lanes)
{
  g_clear_pointer (&scene->lanes, khatt_lane_settings_free);
  if (lanes != NULL && !khatt_lane_settings_is_empty (lanes))
    scene->lanes = khatt_lane_settings_copy (lanes);
}

/**
 * khatt_scene_set_span:
 * @scene: a scene that no timeline has
 * @first: the first second shown, since 1970
 * @last: the last one
 */
void
khatt_scene_set_span (KhattScene *scene, gint64 first, gint64 last)
{
  g_free (scene->from);
  scene->from = khatt_moment_to_edtf (first, KHATT_MOMENT_FIRST);
  g_free (scene->to);
  scene->to = khatt_moment_to_edtf (last, KHATT_MOMENT_LAST);
}

/**
 * khatt_scene_get_span:
 * @scene: a scene
 * @first: (out): the first second shown, since 1970
 * @last: (out): the last one
 *
 * Returns: whether @scene says both, the first before the last
 */
gboolean
khatt_scene_get_span (const KhattScene *scene, gint64 *first, gint64 *last)
{
  return khatt_moment_parse (scene->from, KHATT_MOMENT_FIRST, first) &&
         khatt_moment_parse (scene->to, KHATT_MOMENT_LAST, last) && *first <= *last;
}

/**
 * khatt_scene_dup_title:
 * @scene: a scene
 * @number: which of its list it is, from 1
 * @words: how numbers are written
 *
 * Returns: (transfer full): what it is called; "Scene 3" where it has no title
 */
char *
khatt_scene_dup_title (const KhattScene *scene, guint number, const KhattWords *words)
{
  g_autofree char *count = NULL;

  if (scene->title != NULL && *scene->title != '\0')
    return g_strdup (scene->title);
  count = khatt_words_number (words, number);
  /* Translators: %s is a number: a scene that has no title. */
  return g_strdup_printf (_ ("Scene %s"), count);
}

/**
 * khatt_scene_dup_filter:
 * @scene: a scene
 *
 * Returns: (transfer full): what passes the scene's own filter and may have happened in its time,
 * so that lanes are of what the scene shows
 */
KhattFilter *
khatt_scene_dup_filter (const KhattScene *scene)
{
  static const KhattFilter everything = { 0 };
  KhattFilter *filter = khatt_filter_copy (scene->filter != NULL ? scene->filter : &everything);
  gint64 first, last;

  if (!khatt_scene_get_span (scene, &first, &last))
    return filter;
  filter->first = filter->has_period ? MAX (filter->first, first) : first;
  filter->last = filter->has_period ? MIN (filter->last, last) : last;
  filter->has_period = TRUE;
  return filter;
}

/**
 * khatt_scene_rename_articles:
 * @scene: a scene that no timeline has
 * @ids: (element-type utf8 utf8): ids of articles by those that @scene calls them by
 *
 * Lets the filter ask for the same articles where they are called otherwise.
 */
void
khatt_scene_rename_articles (KhattScene *scene, GHashTable *ids)
{
  char **articles = scene->filter != NULL ? (char **) scene->filter->articles : NULL;

  for (guint i = 0; articles != NULL && articles[i] != NULL; i++)
    {
      const char *id = g_hash_table_lookup (ids, articles[i]);

      if (id == NULL || g_str_equal (id, articles[i]))
        continue;
      g_free (articles[i]);
      articles[i] = g_strdup (id);
    }
}

/**
 * khatt_scenes_array_new:
 *
 * Returns: (transfer full) (element-type KhattScene): an empty list that owns what it holds
 */
GPtrArray *
khatt_scenes_array_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) khatt_scene_unref);
}
