/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The names of the world's countries, from ICU: one name each; what else newspapers call them is in
 * countries.tsv. The only file of this folder that sees ICU.
 */

#include "khatt-countries.h"

#include <string.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

#define MAX_NAME_UNITS 256

/**
 * khatt_countries_get_codes:
 *
 * Returns: (transfer none): the codes of all countries, NULL-terminated
 */
const char *const *
khatt_countries_get_codes (void)
{
  return uloc_getISOCountries ();
}

/**
 * khatt_country_code_is_known:
 * @code: a code in capital letters
 *
 * Returns: whether it is an ISO 3166-1 alpha-2 code
 */
gboolean
khatt_country_code_is_known (const char *code)
{
  const char *const *codes = khatt_countries_get_codes ();

  for (gsize i = 0; codes[i] != NULL; i++)
    if (strcmp (codes[i], code) == 0)
      return TRUE;
  return FALSE;
}

/**
 * khatt_country_dup_name:
 * @code: an ISO 3166-1 alpha-2 code
 * @language: the language of the name, "ar"
 *
 * Looks up what a country is called.
 *
 * Returns: (nullable) (transfer full): its name, or %NULL where ICU has none
 */
char *
khatt_country_dup_name (const char *code, const char *language)
{
  g_autofree char *locale = g_strdup_printf ("und_%s", code);
  UChar name[MAX_NAME_UNITS];
  char utf8[MAX_NAME_UNITS * 3 + 1];
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = uloc_getDisplayCountry (locale, language, name, MAX_NAME_UNITS, &status);

  /* Without a name of its own ICU answers with the code and a warning. */
  if (U_FAILURE (status) || status == U_USING_DEFAULT_WARNING || length <= 0)
    return NULL;
  u_strToUTF8 (utf8, sizeof utf8, NULL, name, length, &status);
  return U_FAILURE (status) ? NULL : g_strdup (utf8);
}
