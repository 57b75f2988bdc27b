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
