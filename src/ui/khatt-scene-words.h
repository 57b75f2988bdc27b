/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-scene.h"
#include "khatt-snapshot.h"

G_BEGIN_DECLS

char *khatt_scene_words_dup_details (const KhattScene *scene, KhattSnapshot *snapshot);

G_END_DECLS
