/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-snapshot-private.h"

G_BEGIN_DECLS

/* One change of a document, in a form that goes both ways. */
typedef enum
{
  KHATT_OP_ADD,     /* events first to after */
  KHATT_OP_REMOVE,  /* the event at first */
  KHATT_OP_CHANGE,  /* the event at first: `cell` is what it was, or will be again */
  KHATT_OP_ARTICLE, /* article `first`: from `before` to `after`, NULL: not there */
  KHATT_OP_TITLE,
  KHATT_OP_LANGUAGE,
  KHATT_OP_DIRECTION, /* from `first` to `after` */
  KHATT_OP_SECTION,   /* KhattSection `first` */
  KHATT_OP_SCENES,    /* KhattSceneList `first` */
} KhattOpKind;

typedef struct
{
  KhattOpKind kind;
  guint32 first;
  guint32 after;
  KhattArticle *article_before; /* owned */
  KhattArticle *article_after;  /* owned */
  GPtrArray *scenes_before;     /* owned */
  GPtrArray *scenes_after;      /* owned */
  const char *text_before;      /* in the document's arena */
  const char *text_after;
  KhattCell cell;
} KhattOp;

/* Steps done and undone, without a limit. It knows what was done, not how to do it. */
typedef struct
{
  /*< private >*/
  GPtrArray *steps;
  guint n_done;
  guint n_saved; /* the number of steps done when it was saved; G_MAXUINT: none of these */
  guint depth;   /* of begin and end */
} KhattHistory;

void khatt_history_init (KhattHistory *history);
void khatt_history_clear (KhattHistory *history);
void khatt_history_reset (KhattHistory *history);
void khatt_history_begin (KhattHistory *history, const char *name);
gboolean khatt_history_end (KhattHistory *history);
gboolean khatt_history_is_open (const KhattHistory *history);
void khatt_history_add (KhattHistory *history, const KhattOp *op);
const char *khatt_history_get_undo_name (const KhattHistory *history);
const char *khatt_history_get_redo_name (const KhattHistory *history);
GArray *khatt_history_undo (KhattHistory *history);
GArray *khatt_history_redo (KhattHistory *history);
gboolean khatt_history_is_modified (const KhattHistory *history);
void khatt_history_mark_saved (KhattHistory *history);
void khatt_history_mark_unsaved (KhattHistory *history);

G_END_DECLS
