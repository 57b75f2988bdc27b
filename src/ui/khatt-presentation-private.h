/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-presentation.h"
#include "khatt-stopwatch.h"
#include "khatt-timeline-view.h"

G_BEGIN_DECLS

struct _KhattPresentation
{
  GtkWindow parent_instance;

  /* template widgets */
  GtkLabel *document_title;
  GtkLabel *scene_title;
  GtkLabel *counter;
  GtkOverlay *area;
  KhattTimelineView *view;
  GtkWidget *foot;
  GtkLabel *next_title;
  GtkWidget *next_button;
  GtkWidget *previous_button;
  GtkBox *dots;
  GtkWidget *dates_cover;
  GtkWidget *blank;

  /* owned */
  KhattTimeline *timeline;
  GPtrArray *scenes; /* of KhattScene */
  GtkCssProvider *css;
  GtkWidget *card;
  GdkMonitor *monitor; /* that it was put on; NULL: wherever it is */
  GtkWidget *speaker;  /* NULL where it is not open; not owned */

  KhattStopwatch stopwatch; /* of the monotonic clock */
  guint scene;
  guint typed_number;
  guint idle_source;
  guint resize_source;
  int font_pixels;
  int fitted_height;  /* of the view, that lanes were fitted to */
  gboolean was_shown; /* the first scene is not flown to */
};

/* khatt-presentation-size.c */
void khatt_presentation_queue_sizes (KhattPresentation *self);
void khatt_presentation_update_magnification (KhattPresentation *self);

/* khatt-presentation-foot.c */
void khatt_presentation_wake (KhattPresentation *self);
void khatt_presentation_show_foot (KhattPresentation *self);

/* khatt-presentation-monitors.c */
void khatt_presentation_place_speaker (KhattPresentation *self, GtkWindow *speaker);

/* khatt-presentation-actions.c */
void khatt_presentation_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS
