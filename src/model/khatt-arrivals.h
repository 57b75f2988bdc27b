/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-article.h"
#include "khatt-comparand.h"
#include "khatt-merge.h"

G_BEGIN_DECLS

/* A new event on its way into a timeline. All is borrowed. */
typedef struct
{
  KhattComparand *match;
  const KhattArticle *article; /* (nullable): the first that tells of it */
  guint index;                 /* in its article or document */
  gboolean is_joined;          /* part of another event from here on */
  guint32 joined;              /* which one; KHATT_SLOT_NONE: another arrival */
} KhattArrival;

typedef struct
{
  GArray *rows; /* of KhattArrival */
  KhattTimeline *timeline;
  /* Events of a document have been made one, or kept apart, already: they join those of the
   * timeline, one each, and not each other. */
  gboolean are_of_document;
  guint n_threads; /* 0: one for each core */
} KhattArrivals;

void khatt_arrivals_join (const KhattArrivals *arrivals, KhattMergeResult *result);

G_END_DECLS
