/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "khatt-suggestions.h"

G_BEGIN_DECLS

/* KhattChips: a list of words as chips, each with a button that takes it away, and behind them an
 * entry for more. Return or a comma, also an Arabic one, makes a chip of what is typed; BackSpace
 * at the start takes the last chip away.
 *
 * Signals: changed */
#define KHATT_TYPE_CHIPS (khatt_chips_get_type ())
G_DECLARE_FINAL_TYPE (KhattChips, khatt_chips, KHATT, CHIPS, GtkWidget)

GtkWidget *khatt_chips_new (const char *title);
void khatt_chips_set_title (KhattChips *self, const char *title);
void
khatt_chips_suggest (KhattChips *self, KhattSuggestions *suggestions, KhattVocabularyPart part);
GtkWidget *khatt_chips_get_entry (KhattChips *self);
void khatt_chips_set_words (KhattChips *self, const GPtrArray *words);
GPtrArray *khatt_chips_dup_words (KhattChips *self);

G_END_DECLS
