/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* KhattDateCache: khatt_date_parse() with a memory. A table in which a short date has one place;
 * another date of that place takes it over. An interval of two days is put together from its ends.
 */

#include "khatt-date-cache.h"

#include <string.h>

#define N_ENTRIES 16384 /* a power of two; 45 years of days */
#define LONGEST_TEXT 23
#define DAY_LENGTH 10 /* 2025-08-08 */

typedef struct
{
  guint8 length; /* 0: free */
  char text[LONGEST_TEXT];
  KhattDate date;
} Entry;

struct _KhattDateCache
{
  Entry *entries; /* N_ENTRIES; NULL until the first date comes: articles have none */
};

/**
 * khatt_date_cache_new:
 *
 * Returns: (transfer full): an empty cache; free with khatt_date_cache_free()
 */
KhattDateCache *
khatt_date_cache_new (void)
{
  return g_new0 (KhattDateCache, 1);
}

/**
 * khatt_date_cache_free:
 * @cache: (transfer full): a cache
 */
void
khatt_date_cache_free (KhattDateCache *cache)
{
  g_free (cache->entries);
  g_free (cache);
}

static gboolean
parse_short (KhattDateCache *cache, const char *edtf, gsize length, KhattDate *date, GError **error)
{
  guint32 hash = 5381;
  Entry *entry;

  if (cache->entries == NULL)
    cache->entries = g_new0 (Entry, N_ENTRIES);
  for (gsize i = 0; i < length; i++)
    hash = hash * 33 + (guint8) edtf[i];
  entry = &cache->entries[(hash ^ hash >> 14) % N_ENTRIES];
  if (entry->length == length && memcmp (entry->text, edtf, length) == 0)
    {
      *date = entry->date;
      return TRUE;
    }

  if (!khatt_date_parse (edtf, (gssize) length, date, error))
    return FALSE;
  memcpy (entry->text, edtf, length);
  entry->length = (guint8) length;
  entry->date = *date;
  return TRUE;
}

static gboolean
is_plain_day (const KhattDate *date)
{
  return date->precision == KHATT_PRECISION_DAY && date->flags == 0;
}

static gboolean
parse_two_days (KhattDateCache *cache, const char *edtf, KhattDate *date)
{
  KhattDate first;
  KhattDate last;

  if (!parse_short (cache, edtf, DAY_LENGTH, &first, NULL) ||
      !parse_short (cache, edtf + DAY_LENGTH + 1, DAY_LENGTH, &last, NULL) ||
      !is_plain_day (&first) || !is_plain_day (&last) ||
      first.start_earliest >= last.start_earliest)
    return FALSE;

  /* What khatt_date_parse() gives: a test insists on it. */
  *date = (KhattDate){ first.start_earliest, first.start_latest,  last.end_earliest,
                       last.end_latest,      KHATT_PRECISION_DAY, KHATT_DATE_INTERVAL };
  return TRUE;
}

/**
 * khatt_date_cache_parse:
 * @cache: a cache
 * @edtf: a date
 * @date: (out): its value
 * @error: return location for a #GError
 *
 * Returns: what khatt_date_parse() returns
 */
gboolean
khatt_date_cache_parse (KhattDateCache *cache, const char *edtf, KhattDate *date, GError **error)
{
  gsize length = strlen (edtf);

  if (length == 2 * DAY_LENGTH + 1 && edtf[DAY_LENGTH] == '/' && parse_two_days (cache, edtf, date))
    return TRUE;
  if (length == 0 || length > LONGEST_TEXT)
    return khatt_date_parse (edtf, (gssize) length, date, error);
  return parse_short (cache, edtf, length, date, error);
}
