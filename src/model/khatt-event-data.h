/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-date.h"
#include "khatt-kind.h"

G_BEGIN_DECLS

/* What a record has room for; readers say where a file has more. */
#define KHATT_IMPORTANCE_MAX 255
#define KHATT_EVENT_MAX_ACTORS 1000

/* What a person says of an event who checked it; other words are kept and mean nothing here. */
#define KHATT_REVIEW_ACCEPTED "accepted"
#define KHATT_REVIEW_DISMISSED "dismissed"

/* A whole event as plain data: what readers make, what writers and dialogs take. All strings are
 * owned, NULL where not known; arrays are never NULL. Spans are bytes of the article's text,
 * [first, after last). */

typedef struct
{
  char *name;
  char *country; /* ISO 3166-1 alpha-2 */
  char *office;
  KhattRole role;
  char *extra; /* unknown members as JSON text, without the braces */
} KhattActorData;

typedef struct
{
  char *speaker;
  char *text;
  char *article;     /* the id of the article it was read from */
  gssize span_first; /* -1: not known */
  gssize span_after;
  char *extra;
} KhattQuoteData;

typedef enum
{
  KHATT_ORIGIN_RULE,
  KHATT_ORIGIN_PERSON,
} KhattOrigin;

typedef struct
{
  char *article;     /* id */
  gssize span_first; /* -1: not known */
  gssize span_after;
  gssize date_first; /* the words that its date was read from; -1: not known, or none */
  gssize date_after;
  char *excerpt;     /* the text at the span */
  char *attribution; /* "المكتب الصحفي للكرملين" */
  GStrv rules;       /* names of the rules that read it; NULL where a person wrote it */
  double confidence; /* 0 to 1; 0: not said */
  /* Where this report differs from the event. */
  char *date;
  char *place;
  char *status;
  char *title;
  char *extra;
} KhattSourceData;

typedef struct
{
  char *id;
  char *title;
  KhattKind kind;
  KhattStatus status;
  KhattOrigin origin;
  KhattDate date;  /* KHATT_DATE_NONE: undated */
  char *date_edtf; /* the date's own text where it differs from the canonical form */
  char *date_text; /* as written, where it could not be read */
  char *place;
  char *notes;
  char *color;
  int importance; /* 1 to KHATT_IMPORTANCE_MAX; 0: not set */
  char *review;
  GPtrArray *actors;  /* of KhattActorData */
  GPtrArray *quotes;  /* of KhattQuoteData */
  GPtrArray *sources; /* of KhattSourceData */
  GPtrArray *topics;  /* of char* */
  GPtrArray *tags;    /* of char* */
  char *read;         /* JSON object text: the reader's values of fields a person changed */
  char *extra;        /* unknown members as JSON text, without the braces */
} KhattEventData;

KhattEventData *khatt_event_data_new (void);
KhattEventData *khatt_event_data_copy (const KhattEventData *event);
void khatt_event_data_free (KhattEventData *event);
gboolean khatt_event_data_equal (const KhattEventData *a, const KhattEventData *b);

KhattActorData *
khatt_event_data_add_actor (KhattEventData *event, const char *name, KhattRole role);
KhattQuoteData *
khatt_event_data_add_quote (KhattEventData *event, const char *speaker, const char *text);
KhattSourceData *khatt_event_data_add_source (KhattEventData *event, const char *article);
void khatt_event_data_add_topic (KhattEventData *event, const char *topic);
void khatt_event_data_add_tag (KhattEventData *event, const char *tag);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattEventData, khatt_event_data_free)

G_END_DECLS
