/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "khatt-review-head.h"
#include "khatt-timeline.h"

G_BEGIN_DECLS

/* KhattReviewPane: the events of a document that rules read, a card each, in the order of the
 * articles; those without a date last.
 *
 * Properties: selected-slot (uint, both ways; KHATT_SLOT_NONE: nothing)
 * Actions: review.accept, review.edit, review.dismiss, review.restore, review.bring-back (uint
 * slot, or KHATT_SLOT_NONE for the selected one), review.next, review.previous */
#define KHATT_TYPE_REVIEW_PANE (khatt_review_pane_get_type ())
G_DECLARE_FINAL_TYPE (KhattReviewPane, khatt_review_pane, KHATT, REVIEW_PANE, GtkWidget)

GtkWidget *khatt_review_pane_new (void);
void khatt_review_pane_set_timeline (KhattReviewPane *self, KhattTimeline *timeline);
guint32 khatt_review_pane_get_selected_slot (KhattReviewPane *self);
void khatt_review_pane_set_selected_slot (KhattReviewPane *self, guint32 slot);
KhattReviewChoice khatt_review_pane_get_choice (KhattReviewPane *self);
void khatt_review_pane_set_choice (KhattReviewPane *self, KhattReviewChoice choice);
guint32 khatt_review_pane_find_open (KhattReviewPane *self, guint32 slot);
void khatt_review_pane_refresh (KhattReviewPane *self);

G_END_DECLS
