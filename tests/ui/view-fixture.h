/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A view of a small timeline in a window, for tests of the view and of what is bound to it. */

#pragma once

#include "khatt-timeline-view.h"
#include "khatt-ui.h"

#include <adwaita.h>

#define FIXTURE_WIDTH 1000
#define FIXTURE_HEIGHT 500
#define FIXTURE_TODAY (khatt_days_from_civil (2025, 8, 10) * KHATT_SECONDS_PER_DAY)

typedef struct
{
  const char *id;
  KhattKind kind;
  const char *date;
  const char *title;
  const char *first;  /* who acts */
  const char *second; /* may be NULL */
} FixtureEvent;

/* In the order of time. */
static const FixtureEvent fixture_events[] = {
  { "talks", KHATT_KIND_MEETING, "2025-08-06", "Talks", "Witkoff", "Putin" },
  { "xi", KHATT_KIND_CALL, "2025-08-08", "Bilateral ties", "Putin", "Xi Jinping" },
  { "tokayev", KHATT_KIND_CALL, "2025-08-08", "Settlement", "Putin", "Tokayev" },
  { "orban", KHATT_KIND_STATEMENT, "2025-08-09", "Summit", "Orban", NULL },
  { "visit", KHATT_KIND_VISIT, "2025-08-12", "Visit", "Putin", "Xi Jinping" },
};

typedef struct
{
  KhattTimeline *timeline;
  KhattTimelineView *view;
  GtkWidget *window;
} Fixture;

static inline guint32
fixture_add (KhattTimeline *timeline, const FixtureEvent *source)
{
  g_autoptr (KhattEventData) event = khatt_event_data_new ();

  event->id = g_strdup (source->id);
  event->kind = source->kind;
  event->title = g_strdup (source->title);
  g_assert_true (khatt_date_parse (source->date, -1, &event->date, NULL));
  khatt_event_data_add_actor (event, source->first,
                              source->second != NULL ? KHATT_ROLE_INITIATOR : KHATT_ROLE_SPEAKER);
  if (source->second != NULL)
    khatt_event_data_add_actor (event, source->second, KHATT_ROLE_RECIPIENT);
  return khatt_timeline_add (timeline, event);
}

static inline KhattTimeline *
fixture_make_timeline (KhattDirection direction)
{
  static const guint order[G_N_ELEMENTS (fixture_events)] = { 3, 1, 0, 4, 2 };
  KhattTimeline *timeline = khatt_timeline_new ();

  khatt_timeline_set_direction (timeline, direction);
  /* Documents are in no order of time. */
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    fixture_add (timeline, &fixture_events[order[i]]);
  return timeline;
}

static inline guint32
fixture_find (Fixture *fixture, const char *id)
{
  return khatt_timeline_find (fixture->timeline, id);
}

/* Until two frames were drawn and everything that waits has happened. */
static inline void
fixture_settle (Fixture *fixture)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (fixture->view));

  for (guint i = 0; i < 2; i++)
    {
      gint64 counter = gdk_frame_clock_get_frame_counter (clock);

      gtk_widget_queue_draw (GTK_WIDGET (fixture->view));
      while (gdk_frame_clock_get_frame_counter (clock) == counter)
        g_main_context_iteration (NULL, TRUE);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
}

static inline void
fixture_set_animations (gboolean has_animations)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", has_animations, NULL);
}

static inline void
fixture_set_up (Fixture *fixture, gconstpointer direction)
{
  fixture_set_animations (FALSE);
  fixture->timeline = fixture_make_timeline (GPOINTER_TO_UINT (direction));
  fixture->view = KHATT_TIMELINE_VIEW (khatt_timeline_view_new ());
  khatt_timeline_view_set_today (fixture->view, FIXTURE_TODAY);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), FIXTURE_WIDTH, FIXTURE_HEIGHT);
  gtk_window_set_decorated (GTK_WINDOW (fixture->window), FALSE);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
  khatt_timeline_view_set_timeline (fixture->view, fixture->timeline);
  gtk_window_present (GTK_WINDOW (fixture->window));
  while (gtk_widget_get_width (GTK_WIDGET (fixture->view)) == 0)
    g_main_context_iteration (NULL, TRUE);
  fixture_settle (fixture);
}

/* Nothing may outlive the window. */
static inline void
fixture_tear_down (Fixture *fixture, gconstpointer direction)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->view), (gpointer *) &fixture->view);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  /* A thread that still works for the view holds it until it has come back. */
  while (fixture->view != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_finalize_object (fixture->timeline);
}

static inline const KhattScale *
fixture_get_scale (Fixture *fixture)
{
  const KhattLayout *layout = khatt_timeline_view_get_layout (fixture->view);

  g_assert_nonnull (layout);
  return &khatt_layout_get_params (layout)->scale;
}

static inline gboolean
fixture_act (Fixture *fixture, const char *action)
{
  gboolean is_done = gtk_widget_activate_action_variant (GTK_WIDGET (fixture->view), action, NULL);

  fixture_settle (fixture);
  return is_done;
}

static inline gboolean
fixture_is_for_menu (gpointer controller)
{
  return GTK_IS_GESTURE_SINGLE (controller) &&
         gtk_gesture_single_get_button (controller) == GDK_BUTTON_SECONDARY;
}

/* The widget's controller of that type, leaving the menu's out. */
static inline gpointer
fixture_find_controller (GtkWidget *widget, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (G_OBJECT_TYPE (controller) == type && !fixture_is_for_menu (controller))
        return controller; /* the widget keeps it */
    }
  g_assert_not_reached ();
}

static inline void
fixture_count_cb (GObject *object, GParamSpec *pspec, guint *count)
{
  (*count)++;
}

static inline void
fixture_remember_cb (KhattTimelineView *view, guint slot, guint32 *remembered)
{
  *remembered = slot;
}

static inline void
fixture_press (Fixture *fixture, const char *id, int n_press)
{
  gpointer click = fixture_find_controller (GTK_WIDGET (fixture->view), GTK_TYPE_GESTURE_CLICK);
  const KhattMarkBox *box = khatt_layout_find_mark (khatt_timeline_view_get_layout (fixture->view),
                                                    fixture_find (fixture, id));
  double x = box->plate.x + box->plate.width / 2;
  double y = box->plate.y + box->plate.height / 2;

  g_signal_emit_by_name (click, "pressed", n_press, x, y);
  g_signal_emit_by_name (click, "released", n_press, x, y);
  fixture_settle (fixture);
}

/* Calls of one pair on one day, more than there is room for. */
static inline void
fixture_add_crowd (Fixture *fixture)
{
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *id = g_strdup_printf ("crowd-%u", i);
      FixtureEvent event = { id, KHATT_KIND_CALL, "2025-08-10", "Call", "Putin", "Modi" };

      fixture_add (fixture->timeline, &event);
    }
  fixture_settle (fixture);
}

/* Runs a test with a window of its own, in one direction of time. */
static inline void
fixture_add_test (const char *name, gpointer direction, void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat (name, direction != NULL ? "-rtl" : "", NULL);

  g_test_add (path, Fixture, direction, fixture_set_up, test, fixture_tear_down);
}

static inline void
fixture_init (int *argc, char ***argv)
{
  g_test_init (argc, argv, NULL);
  adw_init ();
  khatt_ui_init ();
}
