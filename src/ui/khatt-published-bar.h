/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "khatt-timeline.h"

G_BEGIN_DECLS

/* KhattPublishedBar: asks when an article was published, as long as one of the document's articles
 * does not say.
 *
 * Properties: timeline (object)
 * Actions that its window has to have: win.answer-published (ss): article, EDTF
 */
#define KHATT_TYPE_PUBLISHED_BAR (khatt_published_bar_get_type ())
G_DECLARE_FINAL_TYPE (KhattPublishedBar, khatt_published_bar, KHATT, PUBLISHED_BAR, GtkWidget)

GtkWidget *khatt_published_bar_new (void);
void khatt_published_bar_set_timeline (KhattPublishedBar *self, KhattTimeline *timeline);
gboolean khatt_published_bar_is_asking (KhattPublishedBar *self);

G_END_DECLS
