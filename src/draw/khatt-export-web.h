/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "khatt-layout.h"
#include "khatt-web-picture.h"

G_BEGIN_DECLS

/* What of the time is drawn. */
typedef struct
{
  gint64 first;
  gint64 last;
} KhattWebSpan;

KhattWebPicture *khatt_export_web (KhattArrangement *arrangement,
                                   const KhattLayoutParams *params,
                                   const KhattWebSpan *span,
                                   GError **error);

G_END_DECLS
