/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The native document: whatever comes in, what goes out reads back to the same bytes. */

#include "fuzz-convert.h"
#include "fuzz.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) first = khatt_fuzz_convert (data, size, "khatt");
  g_autoptr (GBytes) second = NULL;

  if (first == NULL)
    return 0;
  second = khatt_fuzz_convert (g_bytes_get_data (first, NULL), g_bytes_get_size (first), "khatt");
  g_assert_nonnull (second);
  g_assert_true (g_bytes_equal (first, second));
  return 0;
}
