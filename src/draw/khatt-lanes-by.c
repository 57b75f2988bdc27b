/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What lanes can be, in the words of documents and options and in those of people.
 */

#include "khatt-lanes-by.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *name;
  const char *title;
} lanes[KHATT_N_LANES_BY] = {
  [KHATT_LANES_ACTORS] = { "actors", N_ ("Actors") },
  [KHATT_LANES_COUNTRIES] = { "countries", N_ ("Countries") },
  [KHATT_LANES_KINDS] = { "kinds", N_ ("Kinds") },
  [KHATT_LANES_SOURCES] = { "sources", N_ ("Sources") },
  [KHATT_LANES_ONE] = { "one", N_ ("Events") },
};

/**
 * khatt_lanes_by_get_name:
 * @lanes_by: what lanes are
 *
 * Returns: the word of it in documents, options and actions
 */
const char *
khatt_lanes_by_get_name (KhattLanesBy lanes_by)
{
  return lanes[lanes_by].name;
}

/**
 * khatt_lanes_by_from_name:
 * @name: (nullable): a word
 * @lanes_by: (out): what it stands for
 *
 * Returns: %FALSE for any other word; then nothing changes
 */
gboolean
khatt_lanes_by_from_name (const char *name, KhattLanesBy *lanes_by)
{
  for (guint i = 0; i < G_N_ELEMENTS (lanes); i++)
    if (g_strcmp0 (lanes[i].name, name) == 0)
      {
        *lanes_by = (KhattLanesBy) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * khatt_lanes_by_get_title:
 * @lanes_by: what lanes are
 *
 * Returns: its translated heading, above the names of the lanes
 */
const char *
khatt_lanes_by_get_title (KhattLanesBy lanes_by)
{
  return _ (lanes[lanes_by].title);
}
