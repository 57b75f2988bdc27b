/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-shaper.h"

G_BEGIN_DECLS

void khatt_rehearsal_begin (void);
KhattShaper *khatt_rehearsal_take_shaper (void);
void khatt_rehearsal_end (void);

G_END_DECLS
