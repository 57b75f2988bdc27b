/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a person has decided of some lanes: which are pinned, collapsed, hidden, put elsewhere. They
 * are named by keys that outlive an arrangement, not by numbers. */

#include "khatt-lane-settings.h"

G_DEFINE_BOXED_TYPE (KhattLaneSettings,
                     khatt_lane_settings,
                     khatt_lane_settings_copy,
                     khatt_lane_settings_free)

static const char *const *
copy_list (const char *const *keys)
{
  return keys != NULL && keys[0] != NULL ? (const char *const *) g_strdupv ((char **) keys) : NULL;
}

/**
 * khatt_lane_settings_copy:
 * @settings: what was decided
 *
 * Returns: (transfer full): the same, with strings of its own
 */
KhattLaneSettings *
khatt_lane_settings_copy (const KhattLaneSettings *settings)
{
  KhattLaneSettings *copy = g_new0 (KhattLaneSettings, 1);

  for (guint list = 0; list < KHATT_N_LANE_LISTS; list++)
    copy->lists[list] = copy_list (settings->lists[list]);

  return copy;
}

/**
 * khatt_lane_settings_free:
 * @settings: (transfer full) (nullable): what khatt_lane_settings_copy() returned
 *
 * Frees it with its strings.
 */
void
khatt_lane_settings_free (KhattLaneSettings *settings)
{
  if (settings == NULL)
    return;

  for (guint list = 0; list < KHATT_N_LANE_LISTS; list++)
    g_strfreev ((char **) settings->lists[list]);
  g_free (settings);
}

/**
 * khatt_lane_settings_is_empty:
 * @settings: what was decided
 *
 * Returns: whether nothing was
 */
gboolean
khatt_lane_settings_is_empty (const KhattLaneSettings *settings)
{
  for (guint list = 0; list < KHATT_N_LANE_LISTS; list++)
    if (settings->lists[list] != NULL && settings->lists[list][0] != NULL)
      return FALSE;

  return TRUE;
}

/**
 * khatt_lane_settings_equal:
 * @a: what was decided
 * @b: what was decided
 *
 * Returns: whether it is the same, named in the same order
 */
gboolean
khatt_lane_settings_equal (const KhattLaneSettings *a, const KhattLaneSettings *b)
{
  static const char *const none[] = { NULL };

  for (guint list = 0; list < KHATT_N_LANE_LISTS; list++)
    if (!g_strv_equal (a->lists[list] != NULL ? a->lists[list] : none,
                       b->lists[list] != NULL ? b->lists[list] : none))
      return FALSE;

  return TRUE;
}

/**
 * khatt_lane_settings_has:
 * @settings: what was decided
 * @list: one of the lists
 * @key: a lane's
 *
 * Returns: whether the lane is in the list
 */
gboolean
khatt_lane_settings_has (const KhattLaneSettings *settings, KhattLaneList list, const char *key)
{
  return settings->lists[list] != NULL && g_strv_contains (settings->lists[list], key);
}

/**
 * khatt_lane_settings_set:
 * @settings: a copy
 * @list: one of its lists
 * @key: a lane's
 * @is_in: whether it is to be in the list
 *
 * Puts a lane at the end of a list, or takes it out.
 */
void
khatt_lane_settings_set (KhattLaneSettings *settings,
                         KhattLaneList list,
                         const char *key,
                         gboolean is_in)
{
  const char *const *before = settings->lists[list];
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (khatt_lane_settings_has (settings, list, key) == is_in)
    return;

  for (guint i = 0; before != NULL && before[i] != NULL; i++)
    if (!g_str_equal (before[i], key))
      g_strv_builder_add (builder, before[i]);
  if (is_in)
    g_strv_builder_add (builder, key);

  settings->lists[list] = (const char *const *) g_strv_builder_end (builder);
  g_strfreev ((char **) before);
}

/**
 * khatt_lane_settings_set_list:
 * @settings: a copy
 * @list: one of its lists
 * @keys: (array zero-terminated=1): the lanes
 *
 * Replaces a list.
 */
void
khatt_lane_settings_set_list (KhattLaneSettings *settings,
                              KhattLaneList list,
                              const char *const *keys)
{
  const char *const *before = settings->lists[list];

  settings->lists[list] = copy_list (keys);
  g_strfreev ((char **) before);
}
