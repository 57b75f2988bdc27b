/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-snapshot.h"

G_BEGIN_DECLS

typedef struct
{
  double x;
  double y;
  double width;
  double height;
} KhattWebArea;

/* Something in the picture that leads to an event, in the picture's pixels. */
typedef struct
{
  guint32 slot;     /* the first of several */
  guint32 n_events; /* that stand together there */
  KhattWebArea mark;
  KhattWebArea label; /* empty: it has none */
} KhattWebMark;

/* What the picture shows, explained. */
typedef struct
{
  char *heading; /* of its group where it is the first of it; else NULL */
  char *label;
  char *svg;
  guint32 n_events;
  int kind; /* KhattKind; -1: it is about something else */
} KhattWebSample;

/* A timeline as parts of a web page: what drawing makes and the writer of pages takes. All SVG is
 * one element each, without a style of its own: what it looks like, light and dark, is in `styles`.
 */
typedef struct
{
  char *svg;
  char *styles; /* CSS */
  double width;
  double height;
  GArray *marks;     /* of KhattWebMark, in the model's order of their events */
  GPtrArray *legend; /* of KhattWebSample */
  char *plates[KHATT_N_KINDS][KHATT_N_STATUSES][KHATT_N_HUES]; /* NULL: of no event */
} KhattWebPicture;

KhattWebPicture *khatt_web_picture_new (void);
KhattWebSample *khatt_web_picture_add_sample (KhattWebPicture *picture);
void khatt_web_picture_free (KhattWebPicture *picture);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattWebPicture, khatt_web_picture_free)

G_END_DECLS
