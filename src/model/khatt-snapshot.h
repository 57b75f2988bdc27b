/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-article.h"
#include "khatt-event-data.h"
#include "khatt-hue.h"

G_BEGIN_DECLS

#define KHATT_SLOT_NONE G_MAXUINT32

typedef enum
{
  KHATT_DIRECTION_LTR,
  KHATT_DIRECTION_RTL,
} KhattDirection;

/* An actor of the document: within it the name is the identity. */
typedef struct
{
  const char *name;
  const char *country; /* NULL: not known; the first one said */
  const char *office;
  guint32 n_events;
} KhattActor;

/* Who took part in an event, as what: a word, since there are more of these than events. No
 * computer holds as many actors as can be told apart. */
typedef struct
{
  guint32 actor : 32 - KHATT_ROLE_BITS; /* index for khatt_snapshot_get_actor() */
  guint32 role : KHATT_ROLE_BITS;       /* KhattRole */
} KhattParty;

/* What drawing, filters and lists need of an event; strings belong to the snapshot, NULL where not
 * known. */
typedef struct
{
  KhattDate date;
  const char *id;
  const char *title;
  const char *place;
  const KhattParty *parties; /* in document order */
  guint16 n_parties;
  guint16 n_sources;
  guint8 kind : 4; /* KhattKind */
  guint8 hue : 4;  /* KhattHue */
  guint8 status;   /* KhattStatus */
  guint8 importance;
  guint8 flags; /* KhattRecordFlags */
} KhattRecord;

typedef enum
{
  KHATT_RECORD_CHANGED_BY_HAND = 1 << 0,
  KHATT_RECORD_SOURCES_DIFFER = 1 << 1,
  KHATT_RECORD_HAS_QUOTES = 1 << 2,
  KHATT_RECORD_READ_BY_RULE = 1 << 3,
  KHATT_RECORD_ACCEPTED = 1 << 4,
  KHATT_RECORD_DISMISSED = 1 << 5, /* only in a record that is kept and not shown */
  KHATT_RECORD_UNSURE = 1 << 6,    /* the rules that read it were */
  KHATT_RECORD_PRESENT = 1 << 7,   /* always there in a record that was given out */
} KhattRecordFlags;

/* Parts of the document that are kept as canonical JSON text. */
typedef enum
{
  KHATT_SECTION_ACTORS,
  KHATT_SECTION_EXTRA, /* unknown members, without the braces */
} KhattSection;
#define KHATT_N_SECTIONS (KHATT_SECTION_EXTRA + 1)

/* What a document keeps of views: those that a presentation shows, and those to come back to. */
typedef enum
{
  KHATT_SCENES_PRESENTED,
  KHATT_SCENES_BOOKMARKED,
} KhattSceneList;
#define KHATT_N_SCENE_LISTS (KHATT_SCENES_BOOKMARKED + 1)

/* An immutable view of a timeline at one revision: reference counted, readable from every thread.
 */
typedef struct _KhattSnapshot KhattSnapshot;

KhattSnapshot *khatt_snapshot_ref (KhattSnapshot *snapshot);
void khatt_snapshot_unref (KhattSnapshot *snapshot);
guint64 khatt_snapshot_get_revision (const KhattSnapshot *snapshot);
/* The last revision that changed anything but scenes and bookmarks. */
guint64 khatt_snapshot_get_content_revision (const KhattSnapshot *snapshot);
const char *khatt_snapshot_get_title (const KhattSnapshot *snapshot);
const char *khatt_snapshot_get_language (const KhattSnapshot *snapshot);
KhattDirection khatt_snapshot_get_direction (const KhattSnapshot *snapshot);
const char *khatt_snapshot_get_section (const KhattSnapshot *snapshot,
                                        KhattSection section); /* NULL: none */
/* Of KhattScene, in order. */
const GPtrArray *khatt_snapshot_get_scenes (const KhattSnapshot *snapshot, KhattSceneList list);
guint khatt_snapshot_get_version (const KhattSnapshot *snapshot);
/* Bytes that strings and packed parts take: for the tests that watch it. */
gsize khatt_snapshot_get_arena_size (const KhattSnapshot *snapshot);

/* Events in the model's order: position 0 is the earliest. */
guint32 khatt_snapshot_get_n_events (const KhattSnapshot *snapshot);
guint32 khatt_snapshot_get_slot (const KhattSnapshot *snapshot, guint32 position);
gboolean khatt_snapshot_has_slot (const KhattSnapshot *snapshot, guint32 slot);
guint32 khatt_snapshot_get_position (const KhattSnapshot *snapshot, guint32 slot); /* O(log n) */
guint32 khatt_snapshot_get_n_dated (const KhattSnapshot *snapshot); /* undated ones come last */
/* Every slot is below this. */
guint32 khatt_snapshot_get_n_slots (const KhattSnapshot *snapshot);
/* Events that a person dismissed: they have a slot and are written to files, but no position, and
 * to the functions above nothing is there. */
guint32 khatt_snapshot_get_n_dismissed (const KhattSnapshot *snapshot);
/* O(1); the pointer is good while the snapshot is. NULL for a slot that holds nothing. */
const KhattRecord *khatt_snapshot_get_record (const KhattSnapshot *snapshot, guint32 slot);
/* The same, but for the slot of an event that was dismissed too. */
const KhattRecord *khatt_snapshot_get_kept_record (const KhattSnapshot *snapshot, guint32 slot);
/* The whole event, unpacked; one that was dismissed too. */
KhattEventData *khatt_snapshot_dup_event (const KhattSnapshot *snapshot, guint32 slot);

guint32 khatt_snapshot_get_n_actors (const KhattSnapshot *snapshot);
const KhattActor *khatt_snapshot_get_actor (const KhattSnapshot *snapshot, guint32 actor);

guint khatt_snapshot_get_n_articles (const KhattSnapshot *snapshot);
KhattArticle *khatt_snapshot_get_article (const KhattSnapshot *snapshot, guint index);
KhattArticle *khatt_snapshot_get_article_by_id (const KhattSnapshot *snapshot, const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattSnapshot, khatt_snapshot_unref)

G_END_DECLS
