/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "khatt-date.h"

G_BEGIN_DECLS

/* KhattDateField: an entry for a date, in EDTF or in plain words, with what it is understood as
 * below, in both calendars. Signals: changed, answered (Enter was pressed). */
#define KHATT_TYPE_DATE_FIELD (khatt_date_field_get_type ())
G_DECLARE_FINAL_TYPE (KhattDateField, khatt_date_field, KHATT, DATE_FIELD, AdwPreferencesGroup)

GtkWidget *khatt_date_field_new (void);
void khatt_date_field_set_date (KhattDateField *self, const KhattDate *date, const char *written);
gboolean khatt_date_field_get_date (KhattDateField *self, KhattDate *date);
void khatt_date_field_add_suffix (KhattDateField *self, GtkWidget *widget);

G_END_DECLS
