/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "khatt-article.h"
#include "khatt-event-data.h"

G_BEGIN_DECLS

/* One report of an event. */
typedef struct
{
  guint32 slot;                /* of the event */
  const KhattEventData *event; /* has the report among its sources */
  guint index;                 /* which one */
  const KhattArticle *article; /* that it stands in; NULL where there is none */
} KhattReportedBy;

/* Actions that its window has to have: win.show-source (us), win.take-source-out (uu) */
GtkWidget *khatt_details_source_new (const KhattReportedBy *report);

/* Action that its window has to have: win.split-event */
GtkWidget *khatt_details_split_new (guint n_sources);

G_END_DECLS
