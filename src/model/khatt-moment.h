/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-date.h"

G_BEGIN_DECLS

/* One end of a stretch of time, as documents write it: the shortest EDTF that says the second. */
typedef enum
{
  KHATT_MOMENT_FIRST, /* of what the text covers */
  KHATT_MOMENT_LAST,
} KhattMomentEnd;

char *khatt_moment_to_edtf (gint64 seconds, KhattMomentEnd end);
gboolean khatt_moment_parse (const char *edtf, KhattMomentEnd end, gint64 *seconds);

G_END_DECLS
