/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which state of a file was read or written, as a string to compare with a later one. GIO's entity
 * tag of a local file is the time of its last change, and file systems keep that in steps of some
 * milliseconds: another program that writes in the same step would not be noticed. The size and the
 * inode tell more, since whoever replaces a file makes a new one. */

#include "khatt-file-state.h"

#include <string.h>

/**
 * khatt_file_state_new:
 * @info: (nullable): with KHATT_FILE_STATE_ATTRIBUTES
 *
 * Returns: (transfer full) (nullable): the state; %NULL where the file system gives no tag
 */
char *
khatt_file_state_new (GFileInfo *info)
{
  const char *etag = info != NULL ? g_file_info_get_etag (info) : NULL;

  if (etag == NULL)
    return NULL;
  return g_strdup_printf (
      "%" G_GOFFSET_FORMAT "/%" G_GUINT64_FORMAT "/%s", g_file_info_get_size (info),
      g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_UNIX_INODE), etag);
}

/**
 * khatt_file_state_dup_etag:
 * @state: (nullable): a state
 *
 * Returns: (transfer full) (nullable): GIO's own tag in it, for g_file_replace()
 */
char *
khatt_file_state_dup_etag (const char *state)
{
  const char *inode = state != NULL ? strchr (state, '/') : NULL;
  const char *etag = inode != NULL ? strchr (inode + 1, '/') : NULL;

  return etag != NULL ? g_strdup (etag + 1) : NULL;
}
