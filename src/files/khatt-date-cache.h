/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-date.h"

G_BEGIN_DECLS

/* Dates read before: events share their days. */
typedef struct _KhattDateCache KhattDateCache;

KhattDateCache *khatt_date_cache_new (void);
void khatt_date_cache_free (KhattDateCache *cache);
gboolean
khatt_date_cache_parse (KhattDateCache *cache, const char *edtf, KhattDate *date, GError **error);

G_END_DECLS
