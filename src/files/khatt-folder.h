/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A file that is to be loaded. */
typedef struct
{
  GFile *file;
  goffset size;
  gboolean is_found; /* in a folder, rather than named by somebody */
} KhattFolderItem;

GArray *khatt_folder_list (GFile **files, gsize n_files, GCancellable *cancellable, GError **error);

G_END_DECLS
