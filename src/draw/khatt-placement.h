/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-obstacles.h"

G_BEGIN_DECLS

#define KHATT_MAX_LABEL_PLACES 4

guint khatt_layout_list_label_places (const KhattLayout *layout,
                                      const KhattMark *mark,
                                      KhattLabelPlace places[KHATT_MAX_LABEL_PLACES]);

/* The labels of a scene that are being placed, at once or in steps: the result is the same. */
typedef struct _KhattPlacement KhattPlacement;

KhattPlacement *khatt_placement_new (KhattLayout *layout, KhattShaper *shaper);
void khatt_placement_free (KhattPlacement *placement);
void khatt_placement_step (KhattPlacement *placement, guint most_shaped);
void khatt_placement_finish (KhattPlacement *placement);
gboolean khatt_placement_is_done (const KhattPlacement *placement);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattPlacement, khatt_placement_free)

G_END_DECLS
