/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-scene-book.h"

G_BEGIN_DECLS

gboolean khatt_cli_write_scenes (KhattSceneBook *book,
                                 const char *output,
                                 KhattPictureFormat format,
                                 double pixel_scale,
                                 GError **error);

G_END_DECLS
