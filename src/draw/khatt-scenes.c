/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Scenes outlive pans. Places along time are whole pixels from 1970, so a view that moves sideways
 * shows the same marks, moved by whole pixels: what was chosen and placed for a stretch of time
 * serves every viewport inside it, and a frame costs what it shows.
 *
 *        |<- tile ->|<- tile ->|        a scene is whole for the tiles it was made for
 *             [ viewport ]              or, without labels, for some room round the viewport
 *
 * A scene whose stretch holds the viewport's gives exactly what a new one would. Most of what one
 * costs is its labels: the scene that a pan comes to is made in steps, one with each frame and more
 * between them, so that no frame makes all of it. */

#include "khatt-scenes.h"

#include "khatt-placement.h"

#define MOST_SCENES 3
/* Of a viewport: what a scene without labels is made larger by, at both ends, once the view pans.
 */
#define ROOM 0.5
/* How many labels of the coming scene may be shaped with a frame, and in an idle moment. */
#define SHAPED_WITH_FRAME 10
#define SHAPED_WHEN_IDLE 40

struct _KhattScenes
{
  GPtrArray *scenes;   /* of KhattLayout, the last used first; all but their place is the same */
  KhattLayout *coming; /* all but its labels is there; NULL: none */
  KhattPlacement *placement; /* of its labels */
  double last_from;          /* of the layout before, to know which way the view pans */
  int heading;
  guint n_made;
  guint8 *before;                      /* what each lane told last: as KhattLayout's `details` */
  const KhattArrangement *arrangement; /* whose lanes: for nothing but to compare */
  guint n_lanes;
  gboolean had_cards;
};

/**
 * khatt_scenes_new:
 *
 * Returns: (transfer full): no scenes yet
 */
KhattScenes *
khatt_scenes_new (void)
{
  KhattScenes *self = g_new0 (KhattScenes, 1);

  self->scenes = g_ptr_array_new_with_free_func ((GDestroyNotify) khatt_layout_free);

  return self;
}

static void
drop_coming (KhattScenes *self)
{
  g_clear_pointer (&self->placement, khatt_placement_free);
  g_clear_pointer (&self->coming, khatt_layout_free);
}

static void
drop_all (KhattScenes *self)
{
  drop_coming (self);
  g_ptr_array_set_size (self->scenes, 0);
}

/**
 * khatt_scenes_free:
 * @scenes: (transfer full): scenes
 *
 * Frees them; layouts made from them stay.
 */
void
khatt_scenes_free (KhattScenes *scenes)
{
  drop_coming (scenes);
  g_ptr_array_unref (scenes->scenes);
  g_free (scenes->before);
  g_free (scenes);
}

/**
 * khatt_scenes_clear:
 * @scenes: scenes
 *
 * Forgets what is kept.
 */
void
khatt_scenes_clear (KhattScenes *scenes)
{
  drop_all (scenes);
  g_clear_pointer (&scenes->before, g_free);
}

/**
 * khatt_scenes_get_n_made:
 * @scenes: scenes
 *
 * Returns: how many were made so far
 */
guint
khatt_scenes_get_n_made (const KhattScenes *scenes)
{
  return scenes->n_made;
}

static gboolean
equal_words (const KhattWords *a, const KhattWords *b)
{
  return a->language == b->language && a->months == b->months && a->digits == b->digits;
}

static gboolean
equal_rows (const KhattFrame *a, const KhattFrame *b)
{
  return a->first_row == b->first_row && a->after_row == b->after_row &&
         a->n_pinned == b->n_pinned && a->row_height == b->row_height && a->plot.x == b->plot.x &&
         a->plot.y == b->plot.y && a->plot.width == b->plot.width;
}

/* Today stands on a pixel, and stays there for a while. */
static gboolean
equal_today (const KhattLayoutParams *a, const KhattLayoutParams *b)
{
  if (a->today == KHATT_TIME_MIN || b->today == KHATT_TIME_MIN)
    return a->today == b->today;

  return khatt_scale_track (&a->scale, (double) a->today) ==
         khatt_scale_track (&b->scale, (double) b->today);
}

/* Would a scene made for `layout` differ in nothing but its stretch of time? */
static gboolean
is_alike (const KhattLayout *scene, const KhattLayout *layout)
{
  const KhattLayoutParams *a = &scene->params;
  const KhattLayoutParams *b = &layout->params;

  return scene->arrangement == layout->arrangement && a->lit == b->lit &&
         equal_rows (&scene->frame, &layout->frame) &&
         a->scale.pixels_per_second == b->scale.pixels_per_second &&
         a->scale.direction == b->scale.direction && a->text_scale == b->text_scale &&
         a->is_compact == b->is_compact && a->fills_height == b->fills_height &&
         a->is_narrow == b->is_narrow && a->is_zooming == b->is_zooming &&
         a->hides_labels == b->hides_labels && a->is_still == b->is_still && equal_today (a, b) &&
         equal_words (&a->words, &b->words);
}

static gboolean
is_whole_for (const KhattLayout *scene, double from, double to)
{
  return scene->from <= from && scene->to >= to;
}

static const KhattLayout *
find_scene (KhattScenes *self, double from, double to)
{
  for (guint i = 0; i < self->scenes->len; i++)
    {
      KhattLayout *scene = g_ptr_array_index (self->scenes, i);

      if (!is_whole_for (scene, from, to))
        continue;
      if (i > 0)
        g_ptr_array_insert (self->scenes, 0, g_ptr_array_steal_index (self->scenes, i));
      return scene;
    }

  return NULL;
}

static KhattLayout *
make_layout (const KhattScenes *self,
             KhattArrangement *arrangement,
             const KhattLayoutParams *params,
             KhattShaper *shaper)
{
  const KhattTold before = { self->before, self->n_lanes, self->had_cards };
  gboolean is_same = self->before != NULL && arrangement == self->arrangement;

  return khatt_layout_new_empty (arrangement, params, shaper, is_same ? &before : NULL);
}

/* A lane that nobody asked for told what it did when somebody last asked. */
static void
remember_details (KhattScenes *self, const KhattLayout *layout)
{
  guint n_lanes = layout->frame.n_lanes;

  if (layout->before == NULL)
    {
      g_free (self->before);
      self->before = g_new0 (guint8, n_lanes + 1);
      self->arrangement = layout->arrangement;
      self->n_lanes = n_lanes;
    }
  self->had_cards = layout->frame.has_cards;
  for (guint lane = 0; lane < n_lanes; lane++)
    if (layout->details[lane] != 0)
      self->before[lane] = layout->details[lane];
}

/* Instead of the one that was coming. */
static void
begin_scene (KhattScenes *self,
             const KhattLayout *layout,
             double from,
             double to,
             KhattShaper *shaper)
{
  KhattLayout *scene = make_layout (self, layout->arrangement, &layout->params, shaper);

  drop_coming (self);
  scene->from = from;
  scene->to = to;
  /* Where some rows stay and others scroll, a scene is that of none scrolled: there nothing lies
   * over anything else. */
  if (scene->frame.n_pinned > 0)
    scene->frame.scroll_y = 0;
  khatt_layout_fill_scene (scene, shaper);
  self->coming = scene;
  self->placement = khatt_placement_new (scene, shaper);
}

/* All its labels are placed. */
static const KhattLayout *
keep_coming (KhattScenes *self)
{
  KhattLayout *scene = g_steal_pointer (&self->coming);

  g_clear_pointer (&self->placement, khatt_placement_free);
  if (self->scenes->len == MOST_SCENES)
    g_ptr_array_set_size (self->scenes, MOST_SCENES - 1);
  g_ptr_array_insert (self->scenes, 0, scene);
  self->n_made++;

  return scene;
}

/* Once the view pans, it pays to look further than it shows. */
static void
make_room (const KhattScenes *self, const KhattLayout *layout, double *from, double *to)
{
  double room = layout->frame.plot.width * ROOM;

  if (self->scenes->len == 0 || layout->params.is_zooming || khatt_layout_has_labels (layout))
    return;

  *from -= room;
  *to += room;
}

/* Has the view moved? */
static gboolean
follow (KhattScenes *self, const KhattLayout *layout)
{
  double from = khatt_scale_track (&layout->params.scale, layout->params.scale.origin);
  gboolean has_moved = self->scenes->len > 0 && from != self->last_from;

  if (has_moved)
    self->heading = from > self->last_from ? 1 : -1;
  self->last_from = from;

  return has_moved;
}

static const KhattLayout *
ensure_scene (KhattScenes *self, const KhattLayout *layout, KhattShaper *shaper)
{
  const KhattLayout *scene;
  double from, to;

  khatt_layout_get_tracks (layout, 0, &from, &to);
  scene = find_scene (self, from, to);
  if (scene != NULL)
    return scene;

  if (self->coming == NULL || !is_whole_for (self->coming, from, to))
    {
      make_room (self, layout, &from, &to);
      begin_scene (self, layout, from, to, shaper);
    }
  khatt_placement_finish (self->placement);

  return keep_coming (self);
}

/* Goes on with the scene that the view needs from here to half a viewport ahead, if it pans on the
 * way it did. */
static gboolean
look_ahead (KhattScenes *self, const KhattLayout *layout, KhattShaper *shaper, guint most_shaped)
{
  double room = self->heading * ROOM * layout->params.scale.width;
  double from, to, next_from, next_to;

  if (room == 0 || layout->params.is_zooming)
    return FALSE;

  khatt_layout_get_tracks (layout, 0, &from, &to);
  khatt_layout_get_tracks (layout, room, &next_from, &next_to);
  from = MIN (from, next_from);
  to = MAX (to, next_to);
  if (find_scene (self, from, to) != NULL)
    {
      drop_coming (self);
      return FALSE;
    }

  if (self->coming != NULL && is_whole_for (self->coming, from, to))
    {
      khatt_placement_step (self->placement, most_shaped);
    }
  else
    {
      make_room (self, layout, &from, &to);
      begin_scene (self, layout, from, to, shaper);
    }
  if (khatt_placement_is_done (self->placement))
    keep_coming (self);

  return TRUE;
}

/**
 * khatt_scenes_lay_out:
 * @scenes: what the layouts of one view share
 * @arrangement: what to show
 * @params: as for khatt_layout_new()
 * @shaper: shapes all text; the same for all of them
 *
 * Lays out what the viewport shows: the same as khatt_layout_new() would, and cheaper where the
 * view was only moved since the last time. Only near the thresholds of
 * khatt_layout_get_lane_detail() it can be another picture: what lanes told before counts there.
 *
 * Returns: (transfer full): the layout
 */
KhattLayout *
khatt_scenes_lay_out (KhattScenes *scenes,
                      KhattArrangement *arrangement,
                      const KhattLayoutParams *params,
                      KhattShaper *shaper)
{
  KhattLayout *layout = make_layout (scenes, arrangement, params, shaper);
  gboolean has_moved;

  if (scenes->scenes->len > 0 && !is_alike (g_ptr_array_index (scenes->scenes, 0), layout))
    drop_all (scenes);
  has_moved = follow (scenes, layout);

  khatt_layout_fill_view (layout, ensure_scene (scenes, layout, shaper), shaper);
  /* What has no labels is made at once: that is better done between frames. */
  if (has_moved && khatt_layout_has_labels (layout))
    look_ahead (scenes, layout, shaper, SHAPED_WITH_FRAME);
  remember_details (scenes, layout);

  return layout;
}

/**
 * khatt_scenes_prepare:
 * @scenes: what the layouts of one view share
 * @layout: the one that is shown
 * @shaper: shapes all text
 *
 * Makes some of what the next layouts need if the view pans on the way it did, half a viewport
 * ahead. To be called while there is nothing else to do.
 *
 * Returns: whether there was anything to do
 */
gboolean
khatt_scenes_prepare (KhattScenes *scenes, const KhattLayout *layout, KhattShaper *shaper)
{
  if (scenes->scenes->len == 0 || !is_alike (g_ptr_array_index (scenes->scenes, 0), layout))
    return FALSE;

  return look_ahead (scenes, layout, shaper, SHAPED_WHEN_IDLE);
}
