/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How large a presentation is drawn: the type of heading and foot with the window, the timeline as
 * large as its lanes allow. */

#include "khatt-presentation-private.h"

#include "khatt-axis.h"
#include "khatt-ui.h"

#define DESIGN_HEIGHT 800      /* the height that sizes are meant for ... */
#define LEAST_DESIGN_WIDTH 640 /* ... and the least width */
#define LEAST_UNIT 0.75
#define TEXT_SCALE 1.62
#define LEAST_TEXT_SCALE 1.2 /* names of 15 pixels on a screen 800 high, of 20 on one of 1080 */
#define LANE_HEIGHT 48       /* at a text scale of 1, as the next */
#define COMPACT_LANE_HEIGHT 36
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

/* With a line of text in each row, and its office below it as long as that does not make type
 * small.
 */
static double
find_text_scale (KhattPresentation *self, double height, guint n_lanes)
{
  KhattCalendar calendar = khatt_timeline_view_get_second_calendar (self->view);
  double axis = khatt_axis_measure_height (calendar, FALSE, 1);
  double desktop = khatt_ui_get_text_scale (GTK_WIDGET (self));
  double wanted = MAX (TEXT_SCALE * get_unit (self), desktop);
  double least = MAX (LEAST_TEXT_SCALE * get_unit (self), desktop);
  double room = height - 1 - n_lanes / 2.0; /* axis and rows become whole pixels */
  double fitting = room / (axis + LANE_HEIGHT * n_lanes);

  if (fitting < least)
    fitting = room / (axis + COMPACT_LANE_HEIGHT * n_lanes);
  return CLAMP (fitting, least, wanted);
}

/**
 * khatt_presentation_update_magnification:
 *
 * Makes the timeline as large as its lanes allow. Where there are too many for type that can be
 * read from afar, it shows those of the selected event.
 */
void
khatt_presentation_update_magnification (KhattPresentation *self)
{
  KhattArrangement *arrangement = khatt_timeline_view_get_arrangement (self->view);
  int height = gtk_widget_get_height (GTK_WIDGET (self->view));
  guint n_lanes = arrangement != NULL ? khatt_arrangement_get_n_lanes (arrangement) : 0;

  self->fitted_height = height;
  if (height <= 0)
    return;
  khatt_timeline_view_set_magnification (self->view,
                                         find_text_scale (self, height, MAX (n_lanes, 1)) /
                                             khatt_ui_get_text_scale (GTK_WIDGET (self)));
  khatt_timeline_view_reveal_lanes (self->view, khatt_timeline_view_get_selected_slot (self->view));
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
  if (gtk_widget_get_height (GTK_WIDGET (self->view)) != self->fitted_height)
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
