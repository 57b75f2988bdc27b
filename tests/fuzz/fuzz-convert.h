/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-load.h"
#include "khatt-save.h"

static inline GBytes *
khatt_fuzz_write (const KhattLoaded *loaded, const char *format)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (loaded->timeline);

  return khatt_save_bytes (snapshot, format, NULL, NULL);
}

/* Reads bytes as a format and writes them as the same; NULL where nothing could be used. */
static inline GBytes *
khatt_fuzz_convert (gconstpointer data, gsize size, const char *format)
{
  const KhattLoadOptions options = { .format = format };
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (KhattLoaded) loaded = khatt_load_bytes (bytes, NULL, &options, NULL, NULL);

  return loaded != NULL ? khatt_fuzz_write (loaded, format) : NULL;
}

/* What was read of any bytes is written as the same bytes again and again. */
static inline void
khatt_fuzz_check_round_trip (gconstpointer data, gsize size, const char *format)
{
  g_autoptr (GBytes) first = khatt_fuzz_convert (data, size, format);
  g_autoptr (GBytes) second = NULL;

  if (first == NULL)
    return;
  second = khatt_fuzz_convert (g_bytes_get_data (first, NULL), g_bytes_get_size (first), format);
  g_assert_nonnull (second);
  g_assert_true (g_bytes_equal (first, second));
}
