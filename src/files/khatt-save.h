/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-load.h"

G_BEGIN_DECLS

/* Writes as `format` (NULL: by the file's name). To a new file beside it, flushed to disk, renamed.
 * `etag` NULL: whatever is there is replaced; else KHATT_FILES_ERROR_CHANGED_ON_DISK where the file
 * is no longer the one loaded. What the format cannot carry is added to `issues`. */
gboolean khatt_save_file (KhattSnapshot *snapshot,
                          GFile *file,
                          const char *format,
                          const char *etag,
                          char **new_etag,
                          GPtrArray *issues,
                          GCancellable *cancellable,
                          GError **error);
gboolean khatt_save_stream (KhattSnapshot *snapshot,
                            GOutputStream *stream,
                            const char *format,
                            GPtrArray *issues,
                            GCancellable *cancellable,
                            GError **error);
GBytes *
khatt_save_bytes (KhattSnapshot *snapshot, const char *format, GPtrArray *issues, GError **error);

G_END_DECLS
