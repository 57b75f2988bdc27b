/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A file that is being written beside the one whose place it takes in the end. */
typedef struct
{
  char *path;     /* where it shall stand in the end, links followed */
  char *new_path; /* beside it; NULL once it stands there */
  int descriptor; /* to write to */
} KhattNewFile;

#define KHATT_NEW_FILE_NONE                                                                        \
  {                                                                                                \
    NULL, NULL, -1                                                                                 \
  }

gboolean khatt_new_file_can_stand_beside (const char *path);
gboolean khatt_new_file_open (KhattNewFile *new_file, const char *path, GError **error);
gboolean khatt_new_file_put_in_place (KhattNewFile *new_file, GError **error);
void khatt_new_file_clear (KhattNewFile *new_file);
/* What was being written when a process was killed. */
void khatt_new_file_tidy (const char *path);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KhattNewFile, khatt_new_file_clear)

G_END_DECLS
