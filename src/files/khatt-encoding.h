/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a text is encoded in. */
typedef struct
{
  const char *name;   /* for iconv; "UTF-8" needs no conversion; interned */
  guint8 mark_length; /* bytes of the byte order mark, 0: none */
  guint8 unit_length; /* bytes that are skipped together where they cannot be decoded */
  gboolean is_guess;  /* neither a mark nor the form of UTF-8 or UTF-16 says so */
} KhattEncoding;

KhattEncoding khatt_encoding_detect (const guint8 *bytes, gsize length, gboolean is_all);

G_END_DECLS
