/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-calendar.h"
#include "khatt-date.h"

G_BEGIN_DECLS

gboolean khatt_date_numbers_parse (const char *text,
                                   const KhattWords *words,
                                   KhattCalendar second_calendar,
                                   KhattDate *date);

G_END_DECLS
