/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How large a presentation is drawn: the type of heading and foot with the window, the timeline as
 * large as its lanes allow. */

#include "khatt-presentation-private.h"

#define DESIGN_HEIGHT 800      /* the height that sizes are meant for ... */
#define LEAST_DESIGN_WIDTH 640 /* ... and the least width */
#define LEAST_UNIT 0.75
#define MAGNIFICATION 1.62
#define LANE_HEIGHT 48 /* at magnification 1, as the axis */
#define AXIS_HEIGHT 68
#define FONT_PIXELS 20

static double
get_unit (KhattPresentation *self)
{
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  double width = gtk_widget_get_width (GTK_WIDGET (self));

  if (width >= LEAST_DESIGN_WIDTH)
    return MAX (1.0, height / DESIGN_HEIGHT);
  return MAX (LEAST_UNIT, MIN (height / DESIGN_HEIGHT, width / LEAST_DESIGN_WIDTH));
}

/**
 * khatt_presentation_update_magnification:
 *
 * Makes the timeline as large as its lanes allow.
 */
void
khatt_presentation_update_magnification (KhattPresentation *self)
{
  KhattArrangement *arrangement = khatt_timeline_view_get_arrangement (self->view);
  int height = gtk_widget_get_height (GTK_WIDGET (self->view));
  guint n_lanes = arrangement != NULL ? khatt_arrangement_get_n_lanes (arrangement) : 0;
  double wanted = MAGNIFICATION * get_unit (self);
  double fitting = (double) height / (AXIS_HEIGHT + LANE_HEIGHT * MAX (n_lanes, 1u));

  if (height > 0)
    khatt_timeline_view_set_magnification (self->view, MAX (1, MIN (wanted, fitting)));
}

static void
update_font (KhattPresentation *self)
{
  int pixels = (int) (FONT_PIXELS * get_unit (self));
  g_autofree char *css = NULL;

  if (pixels == self->font_pixels)
    return;
  self->font_pixels = pixels;
  css =
      g_strdup_printf ("window.khatt-presentation-%p { font-size: %dpx; }", (void *) self, pixels);
  gtk_css_provider_load_from_data (self->css, css, -1);
}

static gboolean
resized_cb (gpointer data)
{
  KhattPresentation *self = data;

  self->resize_source = 0;
  update_font (self);
  khatt_presentation_update_magnification (self);
  return G_SOURCE_REMOVE;
}

/**
 * khatt_presentation_queue_sizes:
 *
 * Fits what is shown to the window, which has another size. That asks for another allocation, which
 * must not be asked for in one: it is done soon.
 */
void
khatt_presentation_queue_sizes (KhattPresentation *self)
{
  if (self->resize_source == 0)
    self->resize_source = g_idle_add (resized_cb, self);
}
