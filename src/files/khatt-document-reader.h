/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-document-shapes.h"
#include "khatt-json-writer.h"
#include "khatt-loading.h"

G_BEGIN_DECLS

#define KHATT_DOCUMENT_FRAMES 8

/* An object or an array of the document that is being read. */
typedef struct
{
  const KhattShape *shape; /* of an object; NULL: an array */
  const KhattMember
      *member;     /* of an object: whose value comes; of an array: whose items they are */
  gpointer target; /* of an object: what is filled; of an array: what the object around fills */
  guint n_items;   /* of an array */
} KhattFrame;

typedef struct _KhattDocumentLines KhattDocumentLines;

/* The state of reading a document: khatt-document-reader.c feeds it, khatt-document-values.c fills
 * it with what comes, khatt-document-objects.c makes events and articles of it,
 * khatt-document-scenes.c scenes, khatt-document-rescue.c goes on behind damage. */
typedef struct
{
  KhattLoading *loading;
  KhattScratch scratch; /* the event or article that is being read */
  KhattFrame frames[KHATT_DOCUMENT_FRAMES];
  guint n_frames;
  const KhattMember *previous[KHATT_DOCUMENT_FRAMES]; /* the last known member of each object */

  /* Unknown members, and values that are kept as JSON. */
  GString *extras[KHATT_DOCUMENT_FRAMES];
  GString *kept;
  KhattJsonWriter capture;
  guint capture_depth; /* of open brackets in it */
  gboolean is_capturing;
  gboolean is_capture_section;
  gboolean is_requires;
  guint skip_depth;

  /* Of the event that is being read. */
  const char *start;
  const char *end;
  KhattPlace event_place;
  gssize event_offset;   /* in the piece; -1: event_place says it */
  gboolean is_at_event;  /* issues are the event's, not the value's that was just read */
  GPtrArray *candidates; /* of KhattCandidate: of the article that is being read */

  GPtrArray *scenes[KHATT_N_SCENE_LISTS]; /* of KhattScene: those read so far */

  KhattDocumentLines *lines; /* where events go; NULL: to the timeline */

  /* Where we are. */
  gboolean is_idle; /* what the parser says now means nothing */
  gpointer yajl;
  const char *piece;
  gsize piece_length;
  int line;   /* of the piece's first byte */
  int column; /* code points before it on that line */

  gboolean has_format;
  gboolean is_foreign; /* JSON, but no timeline */
  gboolean is_rescuing;
  int rescue_line;
  gboolean has_said_deep;
  guint64 n_read; /* events and articles */
  char *foreign_format;
} KhattDocumentReading;

/* What yajl's callbacks come to. They return whether to go on. */
typedef enum
{
  KHATT_JSON_NULL,
  KHATT_JSON_BOOLEAN,
  KHATT_JSON_NUMBER,
  KHATT_JSON_STRING,
} KhattJsonScalar;

gboolean khatt_document_take_scalar (KhattDocumentReading *reading,
                                     KhattJsonScalar scalar,
                                     const char *text,
                                     gsize length);
gboolean khatt_document_take_key (KhattDocumentReading *reading, const char *key, gsize length);
gboolean khatt_document_take_open (KhattDocumentReading *reading, char bracket);
gboolean khatt_document_take_close (KhattDocumentReading *reading, char bracket);
void khatt_document_drop_frames (KhattDocumentReading *reading, const KhattMember *section);
void khatt_document_mark_event (KhattDocumentReading *reading);
KhattSceneFields *khatt_document_begin_scene (KhattDocumentReading *reading);
void khatt_document_end_scene (KhattDocumentReading *reading, const KhattSceneFields *fields);
void khatt_document_give_scenes (KhattDocumentReading *reading);
gpointer khatt_document_begin_object (KhattDocumentReading *reading, const KhattShape *shape);
void khatt_document_end_object (KhattDocumentReading *reading, const KhattFrame *frame);

void khatt_document_reading_init (KhattDocumentReading *reading, KhattLoading *loading);
void khatt_document_reading_clear (KhattDocumentReading *reading);
gboolean khatt_document_stands_at_event (const KhattDocumentReading *reading);
KhattPlace khatt_document_find_place (const char *text, gsize offset, KhattPlace start);
KhattPlace khatt_document_get_place (const KhattDocumentReading *reading, gsize offset);
const char *khatt_document_patch_escapes (KhattDocumentReading *reading,
                                          const char *text,
                                          gsize length,
                                          GString *patched);
gpointer khatt_document_new_parser (KhattDocumentReading *reading);
void khatt_document_rescue (KhattDocumentReading *reading, gsize offset);

G_END_DECLS
