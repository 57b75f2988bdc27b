/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tables of events: whatever comes in, what goes out reads back to the same bytes. */

#include "fuzz-convert.h"
#include "fuzz.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  khatt_fuzz_check_round_trip (data, size, "csv");
  return 0;
}
