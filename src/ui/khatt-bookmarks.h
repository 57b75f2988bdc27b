/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "khatt-calendar.h"
#include "khatt-timeline.h"

G_BEGIN_DECLS

/* KhattBookmarks: a popover with the bookmarks of a document, to go to, rename, order and remove.
 * Each is a step that can be undone. Actions that its window has to have: win.bookmark,
 * win.go-to-bookmark u. */
#define KHATT_TYPE_BOOKMARKS (khatt_bookmarks_get_type ())
G_DECLARE_FINAL_TYPE (KhattBookmarks, khatt_bookmarks, KHATT, BOOKMARKS, GtkPopover)

GtkWidget *khatt_bookmarks_new (void);
void khatt_bookmarks_set_timeline (KhattBookmarks *self, KhattTimeline *timeline);
void khatt_bookmarks_set_words (KhattBookmarks *self, const KhattWords *words);
char *khatt_bookmarks_dup_title (const KhattScene *scene, const KhattWords *words);
void khatt_bookmarks_edit (KhattBookmarks *self, guint index);

G_END_DECLS
