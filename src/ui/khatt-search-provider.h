/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a file is opened with that was found from the desktop: these, and what comes after them. */
#define KHATT_HINT_EVENT "event:" /* the event of this id is selected */
#define KHATT_HINT_FIND "find:"   /* this is looked for */

/* KhattSearchProvider: answers the desktop that searches for documents and events. */
#define KHATT_TYPE_SEARCH_PROVIDER (khatt_search_provider_get_type ())
G_DECLARE_FINAL_TYPE (KhattSearchProvider, khatt_search_provider, KHATT, SEARCH_PROVIDER, GObject)

KhattSearchProvider *khatt_search_provider_new (GApplication *application);
gboolean khatt_search_provider_export (KhattSearchProvider *self,
                                       GDBusConnection *connection,
                                       const char *path,
                                       GError **error);
void khatt_search_provider_unexport (KhattSearchProvider *self, GDBusConnection *connection);

G_END_DECLS
