/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "khatt-calendar.h"
#include "khatt-pairs.h"

G_BEGIN_DECLS

/* KhattPairsDialog: who with whom in all of a document, to find somebody in it. Its window has to
 * have the actions win.show-pair (ss), which shows what happened between two actors, and
 * win.show-contacts s, which tells more of one. */
#define KHATT_TYPE_PAIRS_DIALOG (khatt_pairs_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KhattPairsDialog, khatt_pairs_dialog, KHATT, PAIRS_DIALOG, AdwWindow)

GtkWidget *khatt_pairs_dialog_new (GtkWindow *parent, KhattPairs *pairs, const KhattWords *words);

G_END_DECLS
