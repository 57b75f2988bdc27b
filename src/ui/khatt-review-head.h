/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Which events a review shows. */
typedef enum
{
  KHATT_REVIEW_SHOWS_ALL,     /* all that was read, but for the dismissed */
  KHATT_REVIEW_SHOWS_NEEDING, /* a look */
  KHATT_REVIEW_SHOWS_DISMISSED,
} KhattReviewChoice;
#define KHATT_N_REVIEW_CHOICES (KHATT_REVIEW_SHOWS_DISMISSED + 1)

/* KhattReviewHead: what stands above the proposals: the choice of which are shown, with how many.
 *
 * Signal: changed (another choice) */
#define KHATT_TYPE_REVIEW_HEAD (khatt_review_head_get_type ())
G_DECLARE_FINAL_TYPE (KhattReviewHead, khatt_review_head, KHATT, REVIEW_HEAD, GtkWidget)

GtkWidget *khatt_review_head_new (void);
KhattReviewChoice khatt_review_head_get_choice (KhattReviewHead *self);
void khatt_review_head_set_choice (KhattReviewHead *self, KhattReviewChoice choice);
void khatt_review_head_show_counts (KhattReviewHead *self, const guint *counts);

G_END_DECLS
