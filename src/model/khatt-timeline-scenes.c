/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* KhattTimeline: scenes and bookmarks. They are few: each edit puts another list in the place of
 * the old one, which snapshots and the history may still hold. */

#include "khatt-timeline-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *id_prefix;
  const char *add;
  const char *change;
  const char *remove;
  const char *move;
} SceneListWords;

static const SceneListWords list_words[] = {
  [KHATT_SCENES_PRESENTED] = { "s", N_ ("Add scene"), N_ ("Change scene"), N_ ("Delete scene"),
                               N_ ("Move scene") },
  [KHATT_SCENES_BOOKMARKED] = { "b", N_ ("Add bookmark"), N_ ("Change bookmark"),
                                N_ ("Delete bookmark"), N_ ("Move bookmark") },
};

static GPtrArray *
get_list (KhattTimeline *self, KhattSceneList list)
{
  return self->store.document.scenes[list];
}

static GPtrArray *
dup_list (KhattTimeline *self, KhattSceneList list)
{
  GPtrArray *old = get_list (self, list);
  GPtrArray *scenes = khatt_scenes_array_new ();

  for (guint i = 0; i < old->len; i++)
    g_ptr_array_add (scenes, khatt_scene_ref (g_ptr_array_index (old, i)));
  return scenes;
}

static void
replace (KhattTimeline *self, KhattSceneList list, const char *name, GPtrArray *scenes)
{
  KhattOp op = { .kind = KHATT_OP_SCENES, .first = list };

  op.scenes_before = g_ptr_array_ref (get_list (self, list));
  op.scenes_after = scenes;
  khatt_timeline_perform (self, g_dgettext (GETTEXT_PACKAGE, name), &op);
}

static gboolean
has_id (const GPtrArray *scenes, const char *id)
{
  for (guint i = 0; i < scenes->len; i++)
    if (g_strcmp0 (((const KhattScene *) g_ptr_array_index (scenes, i))->id, id) == 0)
      return TRUE;
  return FALSE;
}

static char *
make_id (const GPtrArray *scenes, const char *prefix)
{
  g_autofree char *id = NULL;

  for (guint number = scenes->len + 1; id == NULL || has_id (scenes, id); number++)
    {
      g_free (id);
      id = g_strdup_printf ("%s%u", prefix, number);
    }
  return g_steal_pointer (&id);
}

/**
 * khatt_timeline_get_scenes:
 * @self: a timeline
 * @list: which of its lists
 *
 * Returns: (transfer none) (element-type KhattScene): the scenes, in order; another list after the
 * next edit
 */
GPtrArray *
khatt_timeline_get_scenes (KhattTimeline *self, KhattSceneList list)
{
  g_return_val_if_fail (KHATT_IS_TIMELINE (self), NULL);
  g_return_val_if_fail (list < KHATT_N_SCENE_LISTS, NULL);

  return get_list (self, list);
}

/**
 * khatt_timeline_add_scenes:
 * @self: a timeline
 * @list: which of its lists
 * @scenes: (element-type KhattScene): scenes, not to be changed from here on
 *
 * Adds them behind those that are there, with the ids they have, in one step.
 */
void
khatt_timeline_add_scenes (KhattTimeline *self, KhattSceneList list, GPtrArray *scenes)
{
  GPtrArray *longer;

  g_return_if_fail (KHATT_IS_TIMELINE (self));
  g_return_if_fail (list < KHATT_N_SCENE_LISTS);

  if (scenes->len == 0)
    return;
  longer = dup_list (self, list);
  for (guint i = 0; i < scenes->len; i++)
    g_ptr_array_add (longer, khatt_scene_ref (g_ptr_array_index (scenes, i)));
  replace (self, list, list_words[list].add, longer);
}

/**
 * khatt_timeline_add_scene:
 * @self: a timeline
 * @list: which of its lists
 * @scene: a scene; copied, and given an id where it has none or one that is taken
 *
 * Returns: where it stands in the list: at the end
 */
guint
khatt_timeline_add_scene (KhattTimeline *self, KhattSceneList list, const KhattScene *scene)
{
  GPtrArray *scenes;
  KhattScene *copy;

  g_return_val_if_fail (KHATT_IS_TIMELINE (self), 0);
  g_return_val_if_fail (list < KHATT_N_SCENE_LISTS, 0);

  scenes = dup_list (self, list);
  copy = khatt_scene_copy (scene);
  if (copy->id == NULL || has_id (scenes, copy->id))
    {
      g_free (copy->id);
      copy->id = make_id (scenes, list_words[list].id_prefix);
    }
  g_ptr_array_add (scenes, copy);
  replace (self, list, list_words[list].add, scenes);
  return scenes->len - 1;
}

/**
 * khatt_timeline_change_scene:
 * @self: a timeline
 * @list: which of its lists
 * @index: of a scene
 * @scene: what it shall say; copied, but for the id, which stays
 *
 * Does nothing where it says that already.
 */
void
khatt_timeline_change_scene (KhattTimeline *self,
                             KhattSceneList list,
                             guint index,
                             const KhattScene *scene)
{
  g_autoptr (KhattScene) copy = NULL;
  const KhattScene *old;
  GPtrArray *scenes;

  g_return_if_fail (KHATT_IS_TIMELINE (self));
  g_return_if_fail (list < KHATT_N_SCENE_LISTS);
  g_return_if_fail (index < get_list (self, list)->len);

  old = g_ptr_array_index (get_list (self, list), index);
  copy = khatt_scene_copy (scene);
  g_free (copy->id);
  copy->id = g_strdup (old->id);
  if (khatt_scene_equal (old, copy))
    return;

  scenes = dup_list (self, list);
  g_ptr_array_remove_index (scenes, index);
  g_ptr_array_insert (scenes, (int) index, g_steal_pointer (&copy));
  replace (self, list, list_words[list].change, scenes);
}

/**
 * khatt_timeline_remove_scene:
 * @self: a timeline
 * @list: which of its lists
 * @index: of a scene
 */
void
khatt_timeline_remove_scene (KhattTimeline *self, KhattSceneList list, guint index)
{
  GPtrArray *scenes;

  g_return_if_fail (KHATT_IS_TIMELINE (self));
  g_return_if_fail (list < KHATT_N_SCENE_LISTS);
  g_return_if_fail (index < get_list (self, list)->len);

  scenes = dup_list (self, list);
  g_ptr_array_remove_index (scenes, index);
  replace (self, list, list_words[list].remove, scenes);
}

/**
 * khatt_timeline_move_scene:
 * @self: a timeline
 * @list: which of its lists
 * @from: where a scene stands
 * @to: where it shall stand
 */
void
khatt_timeline_move_scene (KhattTimeline *self, KhattSceneList list, guint from, guint to)
{
  GPtrArray *scenes;
  gpointer scene;

  g_return_if_fail (KHATT_IS_TIMELINE (self));
  g_return_if_fail (list < KHATT_N_SCENE_LISTS);
  g_return_if_fail (from < get_list (self, list)->len);
  g_return_if_fail (to < get_list (self, list)->len);

  if (from == to)
    return;
  scenes = dup_list (self, list);
  scene = g_ptr_array_steal_index (scenes, from);
  g_ptr_array_insert (scenes, (int) to, scene);
  replace (self, list, list_words[list].move, scenes);
}
