/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-painter.h"
#include "khatt-picture.h"

G_BEGIN_DECLS

typedef struct
{
  KhattPictureFormat format;
  double pixel_scale; /* PNG only: device pixels a logical pixel; 0: 1 */
  KhattStyle style;
  const char *title; /* metadata; NULL: none */
} KhattExportOptions;

gboolean khatt_picture_format_from_file_name (const char *name, KhattPictureFormat *format);
/* The same painter as the window's. params->height 0: as high as the lanes need. */
GBytes *khatt_export_picture (KhattArrangement *arrangement,
                              const KhattLayoutParams *params,
                              const KhattExportOptions *options,
                              GError **error);

G_END_DECLS
