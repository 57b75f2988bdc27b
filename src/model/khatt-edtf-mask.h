/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define KHATT_EDTF_YEAR_DIGITS 4

typedef struct
{
  char digits[KHATT_EDTF_YEAR_DIGITS]; /* '0' to '9', or 'X' */
  int n_digits;
  gboolean is_negative;
} KhattEdtfMask;

typedef struct
{
  gint64 year;
  int month;
  int day;
} KhattEdtfDay;

int khatt_edtf_mask_value (const KhattEdtfMask *mask, int unspecified);
gboolean khatt_edtf_mask_is_specified (const KhattEdtfMask *mask);
gboolean khatt_edtf_mask_is_blank (const KhattEdtfMask *mask);
gboolean
khatt_edtf_masks_find_day (const KhattEdtfMask masks[3], gboolean from_the_end, KhattEdtfDay *day);

G_END_DECLS
