/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "khatt-suggestions.h"

G_BEGIN_DECLS

/* KhattCompletion: below an entry, the names of the document that what is typed may become. Down
 * and Up choose one, Return and Tab take it, Escape puts them away.
 *
 * Signals: picked (const char *name) */
#define KHATT_TYPE_COMPLETION (khatt_completion_get_type ())
G_DECLARE_FINAL_TYPE (KhattCompletion, khatt_completion, KHATT, COMPLETION, GtkPopover)

KhattCompletion *
khatt_completion_add (GtkWidget *entry, KhattSuggestions *suggestions, KhattVocabularyPart part);

G_END_DECLS
