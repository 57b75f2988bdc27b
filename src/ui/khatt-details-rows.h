/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "khatt-event-data.h"
#include "khatt-snapshot.h"
#include "khatt-calendar.h"

G_BEGIN_DECLS

/* The rows of the details pane: each makes one widget out of one piece of an event. */
GtkWidget *khatt_details_label_new (const char *text, const char *css_class);
GtkWidget *khatt_details_prose_new (const char *text, const char *css_class);
GtkWidget *khatt_details_heading_new (const char *text);
GtkWidget *khatt_details_actor_new (const KhattActorData *actor, KhattKind kind);
GtkWidget *khatt_details_chip_new (const char *text);
GtkWidget *khatt_details_quote_new (const KhattQuoteData *quote, KhattKind kind);
GtkWidget *khatt_details_link_new (const KhattSnapshot *snapshot, guint32 slot);
GtkTextDirection khatt_details_text_direction (const char *text);

G_END_DECLS
