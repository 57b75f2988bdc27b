/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-event-data.h"

G_BEGIN_DECLS

/* What the members of a document's objects are. */
typedef enum
{
  KHATT_VALUE_STRING, /* char * at `offset` */
  KHATT_VALUE_KIND,
  KHATT_VALUE_STATUS,
  KHATT_VALUE_ROLE,
  KHATT_VALUE_ORIGIN,
  KHATT_VALUE_DATE,
  KHATT_VALUE_START,
  KHATT_VALUE_END,
  KHATT_VALUE_INTEGER,     /* int at `offset`, 0 to KHATT_IMPORTANCE_MAX */
  KHATT_VALUE_SHARE,       /* double at `offset`, 0 to 1 */
  KHATT_VALUE_SPAN,        /* two gssize at `offset` */
  KHATT_VALUE_STRINGS,     /* GPtrArray * at `offset` */
  KHATT_VALUE_RULES,       /* GStrv at `offset` */
  KHATT_VALUE_OBJECTS,     /* of `items`; of scenes: KhattSceneList `offset` */
  KHATT_VALUE_ACTORS,      /* the same, or one string with semicolons */
  KHATT_VALUE_ATTRIBUTION, /* a string: a source that says no more */
  KHATT_VALUE_JSON,        /* char * at `offset`: the value as canonical JSON text */
  KHATT_VALUE_SECTION,     /* KhattSection `offset` */
  KHATT_VALUE_FORMAT,
  KHATT_VALUE_VERSION,
  KHATT_VALUE_TITLE,
  KHATT_VALUE_LANGUAGE,
  KHATT_VALUE_DIRECTION,
} KhattValue;

typedef struct _KhattShape KhattShape;

typedef struct
{
  const char *key;
  gsize length; /* of `key` */
  KhattValue value;
  gsize offset;
  const KhattShape *items;
} KhattMember;

struct _KhattShape
{
  const KhattMember *members; /* in the order in which they are written */
  guint n_members;
  gssize extra_offset; /* of the char * for unknown members; -1: the document's section */
};

/* An article and a candidate while they are read. */
typedef struct
{
  char *id;
  char *title;
  char *publisher;
  char *published;
  char *address;
  char *sha256;
  char *text;
  char *extra;
  int weekday;
} KhattArticleFields;

typedef struct
{
  char *date;
  GPtrArray *reasons;
  char *extra;
} KhattCandidateFields;

/* A scene or bookmark while it is read and while it is written. */
typedef struct
{
  char *id;
  char *title;
  char *from;
  char *to;
  char *lanes_by;
  GStrv pinned_lanes;
  GStrv collapsed_lanes;
  GStrv hidden_lanes;
  GStrv placed_lanes;
  char *filter; /* JSON */
  GPtrArray *focus;
  char *notes;
  char *extra;
} KhattSceneFields;

extern const KhattShape khatt_document_shape;
extern const KhattShape khatt_article_shape;
extern const KhattShape khatt_candidate_shape;
extern const KhattShape khatt_event_shape;
extern const KhattShape khatt_actor_shape;
extern const KhattShape khatt_quote_shape;
extern const KhattShape khatt_source_shape;
extern const KhattShape khatt_scene_shape;

#define KHATT_DOCUMENT_FORMAT "khatt-timeline"
#define KHATT_DOCUMENT_VERSION 1

const KhattMember *khatt_shape_find (const KhattShape *shape,
                                     const KhattMember *previous,
                                     const char *key,
                                     gsize length);

G_END_DECLS
