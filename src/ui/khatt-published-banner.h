/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "khatt-article.h"

G_BEGIN_DECLS

/* KhattPublishedBanner: when an article was published, which of its words count from that day, and
 * a button that changes it. Actions that its window has to have: win.answer-published (ss), of the
 * article's id and a day. */
#define KHATT_TYPE_PUBLISHED_BANNER (khatt_published_banner_get_type ())
G_DECLARE_FINAL_TYPE (KhattPublishedBanner,
                      khatt_published_banner,
                      KHATT,
                      PUBLISHED_BANNER,
                      GtkWidget)

GtkWidget *khatt_published_banner_new (void);
void khatt_published_banner_set_article (KhattPublishedBanner *self,
                                         const KhattArticle *article,
                                         const GArray *spans);

G_END_DECLS
