/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The order in which people of a language expect names in a list, as keys that plain comparison
 * sorts.
 */

#include "khatt-collation.h"

#include <string.h>
#include <unicode/ucol.h>
#include <unicode/ustring.h>

#define N_LANGUAGES_KEPT 8

/* A collator is safe for several threads once it is set up and no longer changed. */
static const UCollator *
get_collator (const char *language)
{
  static GMutex lock;
  static GHashTable *collators;
  UErrorCode status = U_ZERO_ERROR;
  UCollator *collator;

  g_mutex_lock (&lock);
  if (collators == NULL)
    collators = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  collator = g_hash_table_lookup (collators, language);
  if (collator == NULL && g_hash_table_size (collators) < N_LANGUAGES_KEPT)
    {
      collator = ucol_open (language, &status);
      if (U_FAILURE (status))
        collator = NULL;
      else
        g_hash_table_insert (collators, g_strdup (language), collator);
    }
  if (collator == NULL)
    collator = g_hash_table_lookup (collators, "");
  if (collator == NULL)
    {
      status = U_ZERO_ERROR;
      collator = ucol_open ("", &status);
      if (U_SUCCESS (status))
        g_hash_table_insert (collators, g_strdup (""), collator);
    }
  g_mutex_unlock (&lock);
  return collator;
}

static char *
to_text (const guint8 *key, gsize length)
{
  static const char digits[] = "0123456789abcdef";
  char *text = g_malloc (length * 2 + 1);

  for (gsize i = 0; i < length; i++)
    {
      text[i * 2] = digits[key[i] >> 4];
      text[i * 2 + 1] = digits[key[i] & 0xf];
    }
  text[length * 2] = '\0';
  return text;
}

/**
 * khatt_collation_key:
 * @text: UTF-8
 * @language: (nullable): the language whose order counts; %NULL for the order common to all
 *
 * Makes a key: strcmp() of two keys of one language orders their texts as a dictionary of that
 * language would. Any thread.
 *
 * Returns: (transfer full): the key, plain ASCII
 */
char *
khatt_collation_key (const char *text, const char *language)
{
  const UCollator *collator = get_collator (language != NULL ? language : "");
  g_autofree gunichar2 *wide = g_utf8_to_utf16 (text, -1, NULL, NULL, NULL);
  g_autofree guint8 *key = NULL;
  int32_t length;

  if (collator == NULL || wide == NULL)
    return to_text ((const guint8 *) text, strlen (text));

  length = ucol_getSortKey (collator, (const UChar *) wide, -1, NULL, 0);
  key = g_malloc (length);
  ucol_getSortKey (collator, (const UChar *) wide, -1, key, length);
  return to_text (key, (gsize) length);
}
