/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Draws the sample to a PNG, for eyes:
 *
 *   draw-picture OUT.png [rtl|ltr] [light|dark|high-contrast-light|high-contrast-dark]
 * [WIDTHxHEIGHT] [FIRST..LAST] [ar|en] [EVENTS] [narrow|compact]
 *
 * FIRST and LAST are days. EVENTS draws that many made-up ones instead of the sample. */

#include "draw-sample.h"

#include "khatt-painter.h"

#include <locale.h>
#include <string.h>

#define N_MANY_ACTORS 40

typedef struct
{
  KhattDirection direction;
  KhattStyle style;
  int width;
  int height;
  char *span;
  gboolean is_arabic;
  guint n_events;
  gboolean is_narrow;
  gboolean is_compact;
  double text_scale;
  gboolean has_states; /* one event hovered, one focused */
} Options;

static void
read_option (Options *options, const char *text)
{
  int width, height;

  if (strcmp (text, "rtl") == 0 || strcmp (text, "ltr") == 0)
    options->direction = text[0] == 'r' ? KHATT_DIRECTION_RTL : KHATT_DIRECTION_LTR;
  else if (strcmp (text, "ar") == 0 || strcmp (text, "en") == 0)
    options->is_arabic = text[0] == 'a';
  else if (strcmp (text, "narrow") == 0)
    options->is_narrow = TRUE;
  else if (strcmp (text, "compact") == 0)
    options->is_compact = TRUE;
  else if (strcmp (text, "states") == 0)
    options->has_states = TRUE;
  else if (text[0] == '@')
    options->text_scale = g_ascii_strtod (text + 1, NULL);
  else if (strstr (text, "..") != NULL)
    options->span = g_strdup (text);
  else if (sscanf (text, "%dx%d", &width, &height) == 2)
    {
      options->width = width;
      options->height = height;
    }
  else if (!khatt_style_from_name (text, &options->style))
    options->n_events = (guint) g_ascii_strtoull (text, NULL, 10);
}

static gint64
read_day (const char *text)
{
  g_autoptr (GError) error = NULL;
  KhattDate date;

  if (!khatt_date_parse (text, -1, &date, &error))
    g_error ("%s", error->message);

  return khatt_date_first (&date);
}

static void
choose_scale (const Options *options,
              KhattLayoutParams *params,
              KhattArrangement *arrangement,
              KhattShaper *shaper)
{
  g_auto (GStrv) ends = NULL;

  if (options->span == NULL)
    {
      params->scale = khatt_layout_fit_all (arrangement, params, shaper);
      return;
    }

  ends = g_strsplit (options->span, "..", 2);
  params->scale = khatt_layout_fit_span (arrangement, params, shaper, read_day (ends[0]),
                                         read_day (ends[1]) - 1);
}

int
main (int argc, char *argv[])
{
  Options options = { .direction = KHATT_DIRECTION_RTL,
                      .width = 1280,
                      .height = 660,
                      .text_scale = 1,
                      .is_arabic = TRUE };
  g_autoptr (KhattTimeline) timeline = NULL;
  g_autoptr (KhattArrangement) arrangement = NULL;
  g_autoptr (KhattShaper) shaper = khatt_shaper_new ();
  g_autoptr (KhattLayout) layout = NULL;
  g_autoptr (KhattInk) ink = NULL;
  const KhattPalette *palette;
  KhattLayoutParams params;
  cairo_surface_t *surface;
  cairo_t *cr;
  gint64 start;

  setlocale (LC_ALL, "");
  if (argc < 2)
    return 2;
  for (int i = 2; i < argc; i++)
    read_option (&options, argv[i]);

  timeline = options.n_events > 0 ? draw_sample_new_many (options.n_events, N_MANY_ACTORS)
                                  : draw_sample_new (options.is_arabic);
  arrangement = draw_sample_arrange (timeline, KHATT_LANES_ACTORS);
  params = draw_sample_params (options.direction, options.is_arabic);
  params.width = options.width;
  params.height = options.height;
  params.text_scale = options.text_scale;
  params.is_narrow = options.is_narrow;
  params.is_compact = options.is_compact;
  params.today = draw_sample_day (2025, 8, 10);
  params.selected = options.n_events > 0 ? KHATT_SLOT_NONE : 3;
  choose_scale (&options, &params, arrangement, shaper);

  palette = khatt_palette_get (options.style);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, options.width, options.height);
  cr = cairo_create (surface);
  start = g_get_monotonic_time ();
  layout = khatt_layout_new (arrangement, &params, shaper);
  g_printerr ("layout %.1f ms\n", (g_get_monotonic_time () - start) / 1000.0);
  start = g_get_monotonic_time ();
  ink = khatt_ink_new (cr, KHATT_INK_PIXELS, shaper);
  khatt_painter_paint (layout, palette, ink);
  g_printerr ("paint %.1f ms\n", (g_get_monotonic_time () - start) / 1000.0);
  khatt_painter_paint_state (layout, palette, params.selected, KHATT_STATE_SELECTED, ink);
  if (options.has_states)
    {
      khatt_painter_paint_state (layout, palette, 4, KHATT_STATE_HOVERED, ink);
      khatt_painter_paint_state (layout, palette, 2, KHATT_STATE_FOCUSED, ink);
      khatt_painter_paint_state (layout, palette, 3, KHATT_STATE_FOCUSED, ink);
    }
  cairo_surface_write_to_png (surface, argv[1]);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  g_free (options.span);

  return 0;
}
