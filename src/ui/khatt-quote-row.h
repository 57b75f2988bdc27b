/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-edit-row.h"
#include "khatt-event-data.h"
#include "khatt-suggestions.h"

G_BEGIN_DECLS

/* KhattQuoteRow: what somebody said: the words and the speaker. */
#define KHATT_TYPE_QUOTE_ROW (khatt_quote_row_get_type ())
G_DECLARE_FINAL_TYPE (KhattQuoteRow, khatt_quote_row, KHATT, QUOTE_ROW, KhattEditRow)

GtkWidget *khatt_quote_row_new (KhattSuggestions *suggestions);
void khatt_quote_row_set_quote (KhattQuoteRow *self, const KhattQuoteData *quote);
void khatt_quote_row_add_to (KhattQuoteRow *self, KhattEventData *event);

G_END_DECLS
