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
 * A scene whose stretch holds the viewport's gives exactly what a new one would. */

#include "khatt-scenes.h"

#include "khatt-layout-private.h"

#define MOST_SCENES 3
/* Of a viewport: what a scene without labels is made larger by, at both ends, once the view pans.
 */
#define ROOM 0.5

struct _KhattScenes
{
  GPtrArray *scenes; /* of KhattLayout, the last used first; all but their place is the same */
  double last_from;  /* of the layout before, to know which way the view pans */
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

/**
 * khatt_scenes_free:
 * @scenes: (transfer full): scenes
 *
 * Frees them; layouts made from them stay.
 */
void
khatt_scenes_free (KhattScenes *scenes)
{
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
  g_ptr_array_set_size (scenes->scenes, 0);
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

  return scene->arrangement == layout->arrangement && equal_rows (&scene->frame, &layout->frame) &&
         a->scale.pixels_per_second == b->scale.pixels_per_second &&
         a->scale.direction == b->scale.direction && a->text_scale == b->text_scale &&
         a->is_compact == b->is_compact && a->is_narrow == b->is_narrow &&
         a->is_zooming == b->is_zooming && a->is_still == b->is_still && equal_today (a, b) &&
         equal_words (&a->words, &b->words);
}

static const KhattLayout *
find_scene (KhattScenes *self, double from, double to)
{
  for (guint i = 0; i < self->scenes->len; i++)
    {
      KhattLayout *scene = g_ptr_array_index (self->scenes, i);

      if (scene->from > from || scene->to < to)
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

static const KhattLayout *
make_scene (KhattScenes *self,
            const KhattLayout *layout,
            double from,
            double to,
            KhattShaper *shaper)
{
  KhattLayout *scene = make_layout (self, layout->arrangement, &layout->params, shaper);

  scene->from = from;
  scene->to = to;
  /* Where some rows stay and others scroll, a scene is that of none scrolled: there nothing lies
   * over anything else. */
  if (scene->frame.n_pinned > 0)
    scene->frame.scroll_y = 0;
  khatt_layout_fill_scene (scene, shaper);
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

static void
follow (KhattScenes *self, const KhattLayout *layout)
{
  double from = khatt_scale_track (&layout->params.scale, layout->params.scale.origin);

  if (self->scenes->len > 0 && from != self->last_from)
    self->heading = from > self->last_from ? 1 : -1;
  self->last_from = from;
}

static const KhattLayout *
ensure_scene (KhattScenes *self, const KhattLayout *layout, KhattShaper *shaper)
{
  const KhattLayout *scene;
  double from, to;

  if (self->scenes->len > 0 && !is_alike (g_ptr_array_index (self->scenes, 0), layout))
    g_ptr_array_set_size (self->scenes, 0);
  follow (self, layout);

  khatt_layout_get_tracks (layout, &from, &to);
  scene = find_scene (self, from, to);
  if (scene != NULL)
    return scene;

  make_room (self, layout, &from, &to);

  return make_scene (self, layout, from, to, shaper);
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
  const KhattLayout *scene = ensure_scene (scenes, layout, shaper);

  khatt_layout_fill_view (layout, scene, shaper);
  remember_details (scenes, layout);

  return layout;
}

/**
 * khatt_scenes_prepare:
 * @scenes: what the layouts of one view share
 * @layout: the one that is shown
 * @shaper: shapes all text
 *
 * Makes what the next layouts need if the view pans on the way it did, half a viewport ahead. To be
 * called when there is nothing else to do.
 *
 * Returns: whether there was anything to do
 */
gboolean
khatt_scenes_prepare (KhattScenes *scenes, const KhattLayout *layout, KhattShaper *shaper)
{
  g_autoptr (KhattLayout) ahead = NULL;
  KhattLayoutParams params = layout->params;
  double from, to;

  if (scenes->heading == 0 || scenes->scenes->len == 0 || params.is_zooming ||
      !is_alike (g_ptr_array_index (scenes->scenes, 0), layout))
    return FALSE;

  params.scale.origin +=
      scenes->heading * ROOM * params.scale.width / params.scale.pixels_per_second;
  ahead = make_layout (scenes, layout->arrangement, &params, shaper);
  khatt_layout_get_tracks (ahead, &from, &to);
  if (find_scene (scenes, from, to) != NULL)
    return FALSE;

  make_room (scenes, ahead, &from, &to);
  make_scene (scenes, ahead, from, to, shaper);

  return TRUE;
}
