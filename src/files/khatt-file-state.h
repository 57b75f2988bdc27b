/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What to ask of a file for khatt_file_state_new(). */
#define KHATT_FILE_STATE_ATTRIBUTES                                                                \
  G_FILE_ATTRIBUTE_ETAG_VALUE "," G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_UNIX_INODE

char *khatt_file_state_new (GFileInfo *info);
char *khatt_file_state_dup_etag (const char *state);

G_END_DECLS
