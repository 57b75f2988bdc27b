/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-arrangement.h"

G_BEGIN_DECLS

const char *khatt_lanes_by_get_name (KhattLanesBy lanes_by);
gboolean khatt_lanes_by_from_name (const char *name, KhattLanesBy *lanes_by);
const char *khatt_lanes_by_get_title (KhattLanesBy lanes_by);

G_END_DECLS
