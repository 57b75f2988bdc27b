/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The one table of formats that readers and writers, dialogs, --from/--to and the help text are
 * made from. */
typedef struct
{
  const char *name;  /* "khatt", "csv", "text" */
  const char *label; /* for people; translate with _() */
  const char *media_type;
  const char *const *suffixes;
  gboolean can_read;
  gboolean can_write;
  gboolean is_article; /* prose, which the article reader makes events of */
} KhattFormat;

const KhattFormat *khatt_formats_get (gsize *n_formats);
const KhattFormat *khatt_format_by_name (const char *name); /* "json" is an alias of "khatt" */
const KhattFormat *khatt_format_by_file_name (const char *file_name);

G_END_DECLS
