/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-layout.h"

G_BEGIN_DECLS

/* What the layouts of one view share while it pans, kept between them. Made anew, without being
 * asked, when anything else than the place changes. One a view, not thread safe. */
typedef struct _KhattScenes KhattScenes;

KhattScenes *khatt_scenes_new (void);
void khatt_scenes_free (KhattScenes *scenes);
/* Forgets what is kept, and the arrangement with it. */
void khatt_scenes_clear (KhattScenes *scenes);
/* The same as khatt_layout_new(). */
KhattLayout *khatt_scenes_lay_out (KhattScenes *scenes,
                                   KhattArrangement *arrangement,
                                   const KhattLayoutParams *params,
                                   KhattShaper *shaper);
/* For idle moments: makes some of what the next layouts need if the view pans on the way it did.
 * FALSE where there is nothing to do. */
gboolean khatt_scenes_prepare (KhattScenes *scenes, const KhattLayout *layout, KhattShaper *shaper);
guint khatt_scenes_get_n_made (const KhattScenes *scenes); /* since it was made, for tests */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattScenes, khatt_scenes_free)

G_END_DECLS
