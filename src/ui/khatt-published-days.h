/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "khatt-article.h"

G_BEGIN_DECLS

guint khatt_published_days_show (GtkWidget *box, const KhattArticle *article);
gboolean khatt_published_days_is_day (const KhattDate *date);

G_END_DECLS
