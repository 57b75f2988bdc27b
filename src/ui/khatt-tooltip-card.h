/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "khatt-snapshot.h"
#include "khatt-kind.h"
#include "khatt-words.h"

G_BEGIN_DECLS

/* What a tooltip shows, as a card: a heading, lines, how many of each kind, a hint. The tooltip
 * that it is put into looks like a popover as long as it holds the card. */
GtkWidget *khatt_tooltip_card_new (const char *heading);
void khatt_tooltip_card_add_line (GtkWidget *card, const char *line);
void khatt_tooltip_card_add_counts (GtkWidget *card,
                                    const guint32 counts[KHATT_N_KINDS],
                                    const KhattWords *words,
                                    KhattDirection time_direction);
void khatt_tooltip_card_add_hint (GtkWidget *card, const char *hint);

G_END_DECLS
