/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-filter.h"
#include "khatt-json-writer.h"

G_BEGIN_DECLS

/* A filter as documents and states of views keep it. */
KhattFilter *khatt_filter_from_json (const char *json, char **extra, char **wrong);
char *khatt_filter_to_json (const KhattFilter *filter);
void khatt_filter_write (KhattJsonWriter *writer, const KhattFilter *filter, const char *extra);

G_END_DECLS
