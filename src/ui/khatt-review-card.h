/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "khatt-snapshot.h"

G_BEGIN_DECLS

/* KhattReviewCard: an event that was read, what became of it, and what can be done with it. The one
 * that is selected tells more. The focus can be on it; its name is the event's sentence and then
 * its state.
 *
 * Signal: dated (a date was typed for an undated event) */
#define KHATT_TYPE_REVIEW_CARD (khatt_review_card_get_type ())
G_DECLARE_FINAL_TYPE (KhattReviewCard, khatt_review_card, KHATT, REVIEW_CARD, GtkWidget)

GtkWidget *khatt_review_card_new (void);
void khatt_review_card_show (KhattReviewCard *self,
                             KhattSnapshot *snapshot,
                             guint32 slot,
                             gboolean is_selected);
void khatt_review_card_set_heading (KhattReviewCard *self, const char *heading);
guint32 khatt_review_card_get_slot (KhattReviewCard *self);
gboolean khatt_review_card_get_date (KhattReviewCard *self, KhattDate *date);

G_END_DECLS
