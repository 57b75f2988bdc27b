/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* What a person has decided of some lanes. */
typedef enum
{
  KHATT_LANE_PINNED,    /* above all others, in this order, and there while the others scroll */
  KHATT_LANE_COLLAPSED, /* a low row */
  KHATT_LANE_HIDDEN,    /* gone, with the events that join no other lane */
  KHATT_LANE_PLACED,    /* in this order, and above those that are not named */
} KhattLaneList;
#define KHATT_N_LANE_LISTS (KHATT_LANE_PLACED + 1)

/* Lanes by their keys (an actor's name, a country's code, ...), or by their names. A value; strings
 * are borrowed for the call, but for those of a copy, which are its own. A list may be NULL; all
 * zero: nothing was decided. */
typedef struct
{
  const char *const *lists[KHATT_N_LANE_LISTS];
} KhattLaneSettings;

/* One that owns its strings; a boxed type. */
#define KHATT_TYPE_LANE_SETTINGS (khatt_lane_settings_get_type ())
GType khatt_lane_settings_get_type (void);
KhattLaneSettings *khatt_lane_settings_copy (const KhattLaneSettings *settings);
void khatt_lane_settings_free (KhattLaneSettings *settings);

gboolean khatt_lane_settings_is_empty (const KhattLaneSettings *settings);
gboolean khatt_lane_settings_equal (const KhattLaneSettings *a, const KhattLaneSettings *b);
gboolean
khatt_lane_settings_has (const KhattLaneSettings *settings, KhattLaneList list, const char *key);
/* Of a copy. */
void khatt_lane_settings_set (KhattLaneSettings *settings,
                              KhattLaneList list,
                              const char *key,
                              gboolean is_in);
void khatt_lane_settings_set_list (KhattLaneSettings *settings,
                                   KhattLaneList list,
                                   const char *const *keys);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattLaneSettings, khatt_lane_settings_free)

G_END_DECLS
