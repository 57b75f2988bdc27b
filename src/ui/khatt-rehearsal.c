/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The first picture of a process is dear: Pango chooses fonts among all of the system, for each
 * size and weight anew, and ICU looks up names and months. While GTK starts in the main thread and
 * reads its style sheets, another thread draws a small timeline that nobody sees, with the shaper
 * that the first view then draws with. */

#include "khatt-rehearsal.h"

#include "khatt-palette.h"
#include "khatt-painter.h"
#include "khatt-preferences.h"
#include "khatt-timeline.h"

#define WIDTH 480
#define HEIGHT 240
#define YEAR 2025
#define MONTH 8
#define FIRST_DAY 4
#define LAST_DAY 8

/* The main thread's: who is rehearsing. */
static GThread *rehearsal;

/* How dates are written, which only the main thread may ask the settings. */
typedef struct
{
  KhattWords words;
  KhattCalendar second_calendar;
} Manner;

static void
add_event (KhattTimeline *timeline, int day, const char *title)
{
  g_autoptr (KhattEventData) event = khatt_event_data_new ();
  KhattActorData *actor = khatt_event_data_add_actor (event, title, KHATT_ROLE_PARTICIPANT);

  actor->office = g_strdup (title);
  event->id = g_strdup (title);
  event->title = g_strdup (title);
  event->date = khatt_date_from_day (YEAR, MONTH, day);
  khatt_timeline_add (timeline, event);
}

/* Some days, which show the names of weekdays and months; titles in the script of the news. */
static KhattArrangement *
arrange (void)
{
  g_autoptr (KhattTimeline) timeline = khatt_timeline_new ();
  g_autoptr (KhattSnapshot) snapshot = NULL;

  add_event (timeline, FIRST_DAY, "ابجد");
  add_event (timeline, LAST_DAY, "هوز");
  snapshot = khatt_timeline_ref_snapshot (timeline);
  return khatt_arrangement_new (snapshot, KHATT_LANES_ACTORS, NULL, NULL);
}

static void
paint (const KhattLayout *layout, KhattShaper *shaper)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (KhattInk) ink = khatt_ink_new (cr, KHATT_INK_PIXELS, shaper);

  khatt_painter_paint (layout, khatt_palette_get (KHATT_STYLE_LIGHT), ink);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static gpointer
rehearse (gpointer data)
{
  g_autofree Manner *manner = data;
  g_autoptr (KhattArrangement) arrangement = arrange ();
  g_autoptr (KhattLayout) layout = NULL;
  KhattShaper *shaper = khatt_shaper_new ();
  KhattLayoutParams params = {
    .width = WIDTH,
    .height = HEIGHT,
    .text_scale = 1,
    .words = manner->words,
    .second_calendar = manner->second_calendar,
    .region = "C",
    .today = KHATT_TIME_MIN,
    .draw_words = { "", "", "" },
    .selected = KHATT_SLOT_NONE,
  };

  params.scale = khatt_layout_fit_all (arrangement, &params, shaper);
  layout = khatt_layout_new (arrangement, &params, shaper);
  paint (layout, shaper);
  return shaper;
}

/**
 * khatt_rehearsal_begin:
 *
 * Starts to draw, in another thread, what nobody sees. Main thread; once.
 */
void
khatt_rehearsal_begin (void)
{
  Manner *manner = g_new (Manner, 1);

  g_return_if_fail (rehearsal == NULL);

  manner->words = khatt_preferences_get_words ();
  manner->second_calendar = khatt_preferences_get_second_calendar ();
  rehearsal = g_thread_new ("khatt-rehearsal", rehearse, manner);
}

/**
 * khatt_rehearsal_take_shaper:
 *
 * Gives what has been rehearsed with to the first who asks, and waits for it where need be. Main
 * thread.
 *
 * Returns: (transfer full): a shaper: without a rehearsal, and for everybody else, a new one
 */
KhattShaper *
khatt_rehearsal_take_shaper (void)
{
  GThread *thread = g_steal_pointer (&rehearsal);

  return thread != NULL ? g_thread_join (thread) : khatt_shaper_new ();
}

/**
 * khatt_rehearsal_end:
 *
 * Waits for a rehearsal that nobody asked for, and forgets it.
 */
void
khatt_rehearsal_end (void)
{
  GThread *thread = g_steal_pointer (&rehearsal);

  if (thread != NULL)
    khatt_shaper_free (g_thread_join (thread));
}
