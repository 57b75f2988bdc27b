/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where in time the view is: year › month › days. A part is left out where the view shows more than
 * one of it or the whole of it; the last part is bold. Each fits what it names, and has a menu of
 * its neighbours. */

#include "khatt-breadcrumb.h"

#include "khatt-words.h"

#include <glib/gi18n-lib.h>

#define MONTHS_PER_YEAR 12
#define N_NEIGHBOURS 3 /* years each side, in the menu */
#define BREADCRUMB_ACTION "breadcrumb.show"

typedef enum
{
  PART_YEAR,
  PART_MONTH,
  PART_DAYS,
  N_PARTS
} Part;

/* One of them, worked out; `label` NULL: not shown. */
typedef struct
{
  char *label;
  gint64 first;
  gint64 last;
} PartSpan;

/* A day of the Gregorian calendar. */
typedef struct
{
  gint64 year;
  int month;
  int day;
} Civil;

struct _KhattBreadcrumb
{
  GtkWidget parent_instance;

  /* Template widgets. */
  GtkWidget *year;
  GtkWidget *year_arrow;
  GtkWidget *month;
  GtkWidget *month_arrow;
  GtkWidget *days;

  KhattTimelineView *view;
  GSignalGroup *view_signals;
  GtkWidget *menu;
  Civil civil; /* of the first day in view, for the menus */
};

G_DEFINE_FINAL_TYPE (KhattBreadcrumb, khatt_breadcrumb, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_VIEW,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static gint64
floor_days (gint64 seconds)
{
  gint64 days = seconds / KHATT_SECONDS_PER_DAY;

  return seconds % KHATT_SECONDS_PER_DAY < 0 ? days - 1 : days;
}

static gint64
get_second (gint64 year, int month, int day)
{
  return khatt_days_from_civil (year, month, day) * KHATT_SECONDS_PER_DAY;
}

static char *
join_range (char *from, char *to)
{
  g_autofree char *first = from;
  g_autofree char *last = to;

  if (g_strcmp0 (first, last) == 0)
    return g_steal_pointer (&first);
  return g_strdup_printf ("%s – %s", first, last);
}

static char *
name_month (int month, const KhattWords *words)
{
  return khatt_calendar_dup_month_name (KHATT_CALENDAR_GREGORIAN, 1, month, KHATT_WIDTH_WIDE,
                                        words);
}

/* Finer parts only while there is one of the coarser one, and not all of it is shown. */
static void
find_parts (const Civil *from, const Civil *to, const KhattWords *words, PartSpan parts[N_PARTS])
{
  gboolean is_whole_year =
      from->month == 1 && from->day == 1 && to->month == MONTHS_PER_YEAR && to->day == 31;
  gboolean is_whole_month = from->day == 1 && to->day == khatt_days_in_month (to->year, to->month);

  parts[PART_YEAR].label =
      join_range (khatt_calendar_dup_year (KHATT_CALENDAR_GREGORIAN, from->year, words),
                  khatt_calendar_dup_year (KHATT_CALENDAR_GREGORIAN, to->year, words));
  parts[PART_YEAR].first = get_second (from->year, 1, 1);
  parts[PART_YEAR].last = get_second (to->year + 1, 1, 1) - 1;
  if (from->year != to->year || is_whole_year)
    return;

  parts[PART_MONTH].label =
      join_range (name_month (from->month, words), name_month (to->month, words));
  parts[PART_MONTH].first = get_second (from->year, from->month, 1);
  parts[PART_MONTH].last =
      get_second (to->year, to->month, khatt_days_in_month (to->year, to->month)) +
      KHATT_SECONDS_PER_DAY - 1;
  if (from->month != to->month || is_whole_month)
    return;

  parts[PART_DAYS].label =
      join_range (khatt_words_number (words, from->day), khatt_words_number (words, to->day));
  parts[PART_DAYS].first = get_second (from->year, from->month, from->day);
  parts[PART_DAYS].last = get_second (to->year, to->month, to->day) + KHATT_SECONDS_PER_DAY - 1;
}

static void
show_part (GtkWidget *button, GtkWidget *arrow, const PartSpan *span, gboolean is_last)
{
  gtk_widget_set_visible (button, span->label != NULL);
  if (arrow != NULL)
    gtk_widget_set_visible (arrow, span->label != NULL);
  if (span->label == NULL)
    return;

  gtk_button_set_label (GTK_BUTTON (button), span->label);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(xx)", span->first, span->last);
  if (is_last)
    gtk_widget_add_css_class (button, "current");
  else
    gtk_widget_remove_css_class (button, "current");
}

static void
update (KhattBreadcrumb *self)
{
  PartSpan parts[N_PARTS] = { 0 };
  gint64 first = 0;
  gint64 last = 0;
  Civil to = { 0 };
  gboolean is_known =
      self->view != NULL && khatt_timeline_view_get_visible_span (self->view, &first, &last);

  if (is_known)
    {
      khatt_civil_from_days (floor_days (first), &self->civil.year, &self->civil.month,
                             &self->civil.day);
      khatt_civil_from_days (floor_days (MAX (first, last - 1)), &to.year, &to.month, &to.day);
      find_parts (&self->civil, &to, khatt_timeline_view_get_words (self->view), parts);
    }

  show_part (self->year, NULL, &parts[PART_YEAR], parts[PART_MONTH].label == NULL);
  show_part (self->month, self->year_arrow, &parts[PART_MONTH], parts[PART_DAYS].label == NULL);
  show_part (self->days, self->month_arrow, &parts[PART_DAYS], TRUE);
  for (guint part = 0; part < N_PARTS; part++)
    g_free (parts[part].label);
}

static void
show_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KhattBreadcrumb *self = KHATT_BREADCRUMB (widget);
  gint64 first = 0;
  gint64 last = 0;

  g_variant_get (parameter, "(xx)", &first, &last);
  if (self->view != NULL)
    khatt_timeline_view_show_span (self->view, first, last);
}

static void
append_span (GMenu *menu, char *label, gint64 first, gint64 last)
{
  g_autofree char *owned = label;
  g_autoptr (GMenuItem) item = g_menu_item_new (owned, NULL);

  g_menu_item_set_action_and_target (item, BREADCRUMB_ACTION, "(xx)", first, last);
  g_menu_append_item (menu, item);
}

static GMenu *
make_years (const Civil *civil, const KhattWords *words)
{
  GMenu *menu = g_menu_new ();

  for (gint64 year = civil->year - N_NEIGHBOURS; year <= civil->year + N_NEIGHBOURS; year++)
    append_span (menu, khatt_calendar_dup_year (KHATT_CALENDAR_GREGORIAN, year, words),
                 get_second (year, 1, 1), get_second (year + 1, 1, 1) - 1);
  return menu;
}

static GMenu *
make_months (const Civil *civil, const KhattWords *words)
{
  GMenu *menu = g_menu_new ();

  for (int month = 1; month <= MONTHS_PER_YEAR; month++)
    append_span (menu, name_month (month, words), get_second (civil->year, month, 1),
                 get_second (civil->year, month, khatt_days_in_month (civil->year, month)) +
                     KHATT_SECONDS_PER_DAY - 1);
  return menu;
}

static void
open_menu (KhattBreadcrumb *self, GtkWidget *button)
{
  const KhattWords *words = khatt_timeline_view_get_words (self->view);
  g_autoptr (GMenu) menu =
      button == self->year ? make_years (&self->civil, words) : make_months (&self->civil, words);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  self->menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_widget_set_parent (self->menu, button);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
menu_pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, KhattBreadcrumb *self)
{
  open_menu (self, gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)));
}

static void
long_pressed_cb (GtkGestureLongPress *gesture, double x, double y, KhattBreadcrumb *self)
{
  open_menu (self, gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)));
}

static gboolean
menu_key_cb (GtkWidget *button, GVariant *arguments, gpointer user_data)
{
  open_menu (KHATT_BREADCRUMB (user_data), button);
  return TRUE;
}

static void
give_menu (KhattBreadcrumb *self, GtkWidget *button)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *long_press = gtk_gesture_long_press_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkShortcutTrigger *trigger = gtk_shortcut_trigger_parse_string ("Down|Menu|<Shift>F10");

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (menu_pressed_cb), self, 0);
  g_signal_connect_object (long_press, "pressed", G_CALLBACK (long_pressed_cb), self, 0);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (trigger, gtk_callback_action_new (menu_key_cb, self, NULL)));
  gtk_widget_add_controller (button, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (button, GTK_EVENT_CONTROLLER (long_press));
  gtk_widget_add_controller (button, keys);
}

static void
khatt_breadcrumb_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_VIEW:
      g_value_set_object (value, KHATT_BREADCRUMB (object)->view);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
khatt_breadcrumb_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_VIEW:
      khatt_breadcrumb_set_view (KHATT_BREADCRUMB (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
khatt_breadcrumb_dispose (GObject *object)
{
  KhattBreadcrumb *self = KHATT_BREADCRUMB (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_object (&self->view_signals);
  g_clear_object (&self->view);
  gtk_widget_dispose_template (GTK_WIDGET (self), KHATT_TYPE_BREADCRUMB);
  G_OBJECT_CLASS (khatt_breadcrumb_parent_class)->dispose (object);
}

static void
khatt_breadcrumb_class_init (KhattBreadcrumbClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = khatt_breadcrumb_get_property;
  object_class->set_property = khatt_breadcrumb_set_property;
  object_class->dispose = khatt_breadcrumb_dispose;

  properties[PROP_VIEW] =
      g_param_spec_object ("view", NULL, NULL, KHATT_TYPE_TIMELINE_VIEW,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, BREADCRUMB_ACTION, "(xx)", show_cb);
  gtk_widget_class_set_css_name (widget_class, "breadcrumb");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/khatt/Khatt/khatt-breadcrumb.ui");
  gtk_widget_class_bind_template_child (widget_class, KhattBreadcrumb, year);
  gtk_widget_class_bind_template_child (widget_class, KhattBreadcrumb, year_arrow);
  gtk_widget_class_bind_template_child (widget_class, KhattBreadcrumb, month);
  gtk_widget_class_bind_template_child (widget_class, KhattBreadcrumb, month_arrow);
  gtk_widget_class_bind_template_child (widget_class, KhattBreadcrumb, days);
}

static void
khatt_breadcrumb_init (KhattBreadcrumb *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  give_menu (self, self->year);
  give_menu (self, self->month);

  self->view_signals = g_signal_group_new (KHATT_TYPE_TIMELINE_VIEW);
  g_signal_group_connect_swapped (self->view_signals, "notify::visible-first", G_CALLBACK (update),
                                  self);
  g_signal_group_connect_swapped (self->view_signals, "arranged", G_CALLBACK (update), self);
  update (self);
}

/**
 * khatt_breadcrumb_new:
 *
 * Returns: (transfer floating): a breadcrumb of no view
 */
GtkWidget *
khatt_breadcrumb_new (void)
{
  return g_object_new (KHATT_TYPE_BREADCRUMB, NULL);
}

/**
 * khatt_breadcrumb_get_view:
 *
 * Returns: (transfer none) (nullable): the view it is about
 */
KhattTimelineView *
khatt_breadcrumb_get_view (KhattBreadcrumb *self)
{
  g_return_val_if_fail (KHATT_IS_BREADCRUMB (self), NULL);

  return self->view;
}

/**
 * khatt_breadcrumb_set_view:
 * @view: (nullable): the view it is about
 */
void
khatt_breadcrumb_set_view (KhattBreadcrumb *self, KhattTimelineView *view)
{
  g_return_if_fail (KHATT_IS_BREADCRUMB (self));

  if (!g_set_object (&self->view, view))
    return;

  g_signal_group_set_target (self->view_signals, view);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
}
