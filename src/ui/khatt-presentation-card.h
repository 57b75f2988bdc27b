/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-timeline-view.h"

G_BEGIN_DECLS

/* KhattPresentationCard: what an event is, in large letters, over the timeline. */
#define KHATT_TYPE_PRESENTATION_CARD (khatt_presentation_card_get_type ())
G_DECLARE_FINAL_TYPE (KhattPresentationCard,
                      khatt_presentation_card,
                      KHATT,
                      PRESENTATION_CARD,
                      GtkBox)

GtkWidget *khatt_presentation_card_new (void);
void khatt_presentation_card_show (KhattPresentationCard *self, KhattTimelineView *view);
/* Where it stands in the view: on as little of what is drawn as can be. FALSE: nothing to show. */
gboolean khatt_presentation_card_get_place (KhattPresentationCard *self,
                                            KhattTimelineView *view,
                                            GdkRectangle *place);

G_END_DECLS
