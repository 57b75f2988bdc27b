/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "khatt-arrangement.h"
#include "khatt-words.h"

G_BEGIN_DECLS

#define KHATT_THUMBNAIL_SIZE_MIN 16
#define KHATT_THUMBNAIL_SIZE_MAX 4096

GBytes *khatt_thumbnail_draw (KhattArrangement *arrangement,
                              KhattDirection direction,
                              const KhattWords *words,
                              int size,
                              GError **error);

G_END_DECLS
