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
  const KhattArticle *article; /* that tells of it */
  guint index;                 /* in its article */
  gboolean is_joined;          /* part of another event from here on */
} KhattArrival;

void khatt_arrivals_join (GArray *arrivals,
                          KhattTimeline *timeline,
                          guint n_threads,
                          KhattMergeResult *result);

G_END_DECLS
