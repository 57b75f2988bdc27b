/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-arrangement.h"
#include "khatt-scene.h"

G_BEGIN_DECLS

KhattArrangement *khatt_arrangement_new_for_scene (KhattSnapshot *snapshot,
                                                   const KhattScene *scene,
                                                   const KhattArrangementParams *usual,
                                                   GCancellable *cancellable);

G_END_DECLS
