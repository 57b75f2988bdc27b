/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* ISO 3166-1 alpha-2 codes of the territories that ICU knows, NULL-terminated; owned by ICU. */
const char *const *khatt_countries_get_codes (void);
gboolean khatt_country_code_is_known (const char *code);
/* "روسيا" for "RU" and "ar"; NULL where ICU has no name in that language. */
char *khatt_country_dup_name (const char *code, const char *language);

G_END_DECLS
