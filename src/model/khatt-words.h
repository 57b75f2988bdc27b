/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-calendar.h"
#include "khatt-date.h"

G_BEGIN_DECLS

KhattWords khatt_words_for_language (const char *language);
char *khatt_words_number (const KhattWords *words, gint64 number);
/* "27 588", "٢٧٬٥٨٨" */
char *khatt_words_count (const KhattWords *words, guint64 count);
/* "الجمعة ٨ أغسطس ٢٠٢٥", "before 8 August 2025", "6 – 8 August 2025", "14 Safar 1447 AH"; NULL
 * where the calendar's table does not reach. */
char *khatt_words_date (const KhattWords *words, const KhattDate *date, KhattCalendar calendar);
/* The span of a view, as short as it can be said: "5 – 11 أغسطس ٢٠٢٥". */
char *khatt_words_span (const KhattWords *words, gint64 first, gint64 last, KhattCalendar calendar);
/* What a person asked for, exactly: "2025", "August – October 2025", "رمضان ١٤٤٦ هـ". */
char *khatt_words_period (const KhattWords *words,
                          gint64 first,
                          gint64 last,
                          KhattCalendar calendar,
                          KhattCalendar other);

G_END_DECLS
