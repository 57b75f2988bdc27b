/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "khatt-article.h"
#include "khatt-batch.h"
#include "khatt-event-data.h"
#include "khatt-scene.h"
#include "khatt-snapshot.h"

G_BEGIN_DECLS

/* KhattTimeline: the document. A GListModel of KhattEvent in the model's order (earliest start,
 * then latest end, then document order; undated last). Every change goes through a function here,
 * is recorded for undo, bumps `revision` and emits `changed`. Main thread only; threads read a
 * KhattSnapshot. */
#define KHATT_TYPE_TIMELINE (khatt_timeline_get_type ())
G_DECLARE_FINAL_TYPE (KhattTimeline, khatt_timeline, KHATT, TIMELINE, GObject)

KhattTimeline *khatt_timeline_new (void);

/* Never copied while nobody edits; valid as long as the reference is held, from any thread. */
KhattSnapshot *khatt_timeline_ref_snapshot (KhattTimeline *self);
guint64 khatt_timeline_get_revision (KhattTimeline *self);

const char *khatt_timeline_get_title (KhattTimeline *self);
void khatt_timeline_set_title (KhattTimeline *self, const char *title);
const char *khatt_timeline_get_language (KhattTimeline *self);
void khatt_timeline_set_language (KhattTimeline *self, const char *language);
KhattDirection khatt_timeline_get_direction (KhattTimeline *self);
void khatt_timeline_set_direction (KhattTimeline *self, KhattDirection direction);
/* Canonical JSON text, NULL for none: see KhattSection. */
const char *khatt_timeline_get_section (KhattTimeline *self, KhattSection section);
void khatt_timeline_set_section (KhattTimeline *self, KhattSection section, const char *json);
/* The version of the document's form, 1 unless the file said a higher one. Not a step. */
void khatt_timeline_set_version (KhattTimeline *self, guint version);

/* Articles, in document order. */
guint khatt_timeline_get_n_articles (KhattTimeline *self);
KhattArticle *khatt_timeline_get_article (KhattTimeline *self, guint index);
KhattArticle *khatt_timeline_get_article_by_id (KhattTimeline *self, const char *id);
void khatt_timeline_add_article (KhattTimeline *self, KhattArticle *article);
void khatt_timeline_add_articles (KhattTimeline *self, GPtrArray *articles);
/* Puts `article` where the one of the same id is. */
void khatt_timeline_change_article (KhattTimeline *self, KhattArticle *article);
void khatt_timeline_remove_article (KhattTimeline *self, const char *id);

/* Scenes and bookmarks, in their order. A scene's id stays while it is edited. */
GPtrArray *khatt_timeline_get_scenes (KhattTimeline *self, KhattSceneList list);
void khatt_timeline_add_scenes (KhattTimeline *self, KhattSceneList list, GPtrArray *scenes);
guint khatt_timeline_add_scene (KhattTimeline *self, KhattSceneList list, const KhattScene *scene);
void khatt_timeline_change_scene (KhattTimeline *self,
                                  KhattSceneList list,
                                  guint index,
                                  const KhattScene *scene);
void khatt_timeline_remove_scene (KhattTimeline *self, KhattSceneList list, guint index);
void khatt_timeline_move_scene (KhattTimeline *self, KhattSceneList list, guint from, guint to);

/* Events. A slot is an event's stable handle; it is never given to another event. */
guint32 khatt_timeline_add (KhattTimeline *self, const KhattEventData *event);
void khatt_timeline_add_many (KhattTimeline *self, GPtrArray *events);
/* Between these two, added events join the order, the list and `changed` once, at the end. */
void khatt_timeline_begin_bulk (KhattTimeline *self);
guint32 khatt_timeline_add_batch (KhattTimeline *self, const KhattBatch *batch);
void khatt_timeline_end_bulk (KhattTimeline *self);
void khatt_timeline_change (KhattTimeline *self, guint32 slot, const KhattEventData *event);
void khatt_timeline_remove (KhattTimeline *self, guint32 slot);
const char *khatt_timeline_get_id (KhattTimeline *self, guint32 slot); /* NULL: nothing there */
guint32 khatt_timeline_find (KhattTimeline *self, const char *id);     /* KHATT_SLOT_NONE */

/* Undo: the same list of commands a journal would write. Steps are named, translated. */
void khatt_timeline_begin_step (KhattTimeline *self, const char *name);
void khatt_timeline_end_step (KhattTimeline *self);
gboolean khatt_timeline_can_undo (KhattTimeline *self);
gboolean khatt_timeline_can_redo (KhattTimeline *self);
const char *khatt_timeline_get_undo_name (KhattTimeline *self);
const char *khatt_timeline_get_redo_name (KhattTimeline *self);
void khatt_timeline_undo (KhattTimeline *self);
void khatt_timeline_redo (KhattTimeline *self);
void khatt_timeline_clear_history (KhattTimeline *self);
gboolean khatt_timeline_is_modified (KhattTimeline *self);
void khatt_timeline_mark_saved (KhattTimeline *self);
void khatt_timeline_mark_unsaved (KhattTimeline *self);

G_END_DECLS
