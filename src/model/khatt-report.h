/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-article.h"
#include "khatt-event-data.h"
#include "khatt-comparand.h"

G_BEGIN_DECLS

/* An article and the events that were read from it, on its way into a timeline: nobody else has
 * them yet. */
typedef struct
{
  KhattArticle *article;
  GPtrArray *events;       /* of KhattEventData */
  KhattComparand *matches; /* of each event; NULL until it is prepared */
} KhattReport;

KhattReport *khatt_report_new (KhattArticle *article, GPtrArray *events);
void khatt_report_free (KhattReport *report);
void khatt_report_free_many (GPtrArray *reports, guint n_threads);
void khatt_report_prepare (KhattReport *report);
void khatt_report_set_id (KhattReport *report, const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattReport, khatt_report_free)

G_END_DECLS
