/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-filter.h"
#include "khatt-lane-settings.h"
#include "khatt-words.h"

G_BEGIN_DECLS

/* A view of the document that has a name. Reference counted; not to be changed once a timeline has
 * it. Everything is owned, and NULL where it is not said. */
typedef struct
{
  char *id;
  char *title;
  char *from; /* EDTF: the first moment shown */
  char *to;   /* EDTF: the last one */
  char *lanes_by;
  KhattLaneSettings *lanes; /* what was decided of them; NULL: nothing */
  KhattFilter *filter;
  char *filter_extra; /* unknown members of the filter, JSON without the braces */
  GPtrArray *focus;   /* of char *: ids of the events that are brought out; never NULL */
  char *notes;
  char *extra; /* unknown members, JSON without the braces */
} KhattScene;

KhattScene *khatt_scene_new (void);
KhattScene *khatt_scene_copy (const KhattScene *scene);
KhattScene *khatt_scene_ref (KhattScene *scene);
void khatt_scene_unref (KhattScene *scene);
gboolean khatt_scene_equal (const KhattScene *a, const KhattScene *b);
void khatt_scene_set_lanes (KhattScene *scene, const KhattLaneSettings *lanes);
void khatt_scene_set_span (KhattScene *scene, gint64 first, gint64 last);
gboolean khatt_scene_get_span (const KhattScene *scene, gint64 *first, gint64 *last);
KhattFilter *khatt_scene_dup_filter (const KhattScene *scene);
char *khatt_scene_dup_title (const KhattScene *scene, guint number, const KhattWords *words);

void khatt_scene_rename_articles (KhattScene *scene, GHashTable *ids);

GPtrArray *khatt_scenes_array_new (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattScene, khatt_scene_unref)

G_END_DECLS
