/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "khatt-calendar.h"

G_BEGIN_DECLS

/* KhattGoToDate: a popover that asks for a date and says how it understands it.
 *
 * Signals: chosen (int64 first, int64 last): seconds since 1970. */
#define KHATT_TYPE_GO_TO_DATE (khatt_go_to_date_get_type ())
G_DECLARE_FINAL_TYPE (KhattGoToDate, khatt_go_to_date, KHATT, GO_TO_DATE, GtkPopover)

GtkWidget *khatt_go_to_date_new (void);
void khatt_go_to_date_set_words (KhattGoToDate *self,
                                 const KhattWords *words,
                                 KhattCalendar second_calendar);

G_END_DECLS
