/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-date.h"

/* What is printed of a date reads back as one with the same bounds: that one. */
static inline KhattDate
khatt_fuzz_check_printing (const KhattDate *date)
{
  g_autofree char *printed = khatt_date_to_edtf (date);
  g_autoptr (GError) error = NULL;
  KhattDate again;

  khatt_date_parse (printed, -1, &again, &error);
  g_assert_no_error (error);
  g_assert_cmpint (khatt_date_first (&again), ==, khatt_date_first (date));
  g_assert_cmpint (khatt_date_last (&again), ==, khatt_date_last (date));
  return again;
}
