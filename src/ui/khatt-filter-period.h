/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "khatt-calendar.h"
#include "khatt-filter.h"

G_BEGIN_DECLS

/* KhattFilterPeriod: from when to when, as people type dates.
 *
 * Signals: chosen: khatt_filter_period_get() tells what
 */
#define KHATT_TYPE_FILTER_PERIOD (khatt_filter_period_get_type ())
G_DECLARE_FINAL_TYPE (KhattFilterPeriod, khatt_filter_period, KHATT, FILTER_PERIOD, GtkWidget)

GtkWidget *khatt_filter_period_new (void);
void khatt_filter_period_set (KhattFilterPeriod *self, const KhattFilter *filter);
void khatt_filter_period_get (KhattFilterPeriod *self, KhattFilter *filter);
GtkEditable *khatt_filter_period_get_entry (KhattFilterPeriod *self, gboolean is_end);

/* The period of a filter in words: "2025", "since 8 August 2025". */
char *khatt_filter_period_dup_words (const KhattFilter *filter,
                                     const KhattWords *words,
                                     KhattCalendar second_calendar);

G_END_DECLS
