/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The window of preferences: its rows are bound to the settings, and know nothing of who follows
 * these. */

#include "khatt-preferences-window.h"

#include "khatt-ui.h"

struct _KhattPreferencesWindow
{
  AdwPreferencesWindow parent_instance;

  AdwComboRow *second_calendar;
  AdwComboRow *months;
  AdwComboRow *digits;
  AdwComboRow *direction;
  GtkSwitch *wheel;
  GtkSwitch *motion;
  GtkSwitch *search;
};

G_DEFINE_FINAL_TYPE (KhattPreferencesWindow, khatt_preferences_window, ADW_TYPE_PREFERENCES_WINDOW)

/* The values of a setting, in the order of its row's choices. */
static const char *const calendars[] = { "none", "umalqura", "persian", "hebrew", NULL };
static const char *const months[] = { "automatic", "egypt",      "levant", "algeria",
                                      "morocco",   "mauritania", NULL };
static const char *const digits[] = { "automatic", "latin", "arabic", NULL };
static const char *const directions[] = { "automatic", "rtl", "ltr", NULL };

static gboolean
get_position (GValue *value, GVariant *variant, gpointer names)
{
  const char *const *name = names;
  guint position = 0;

  while (name[position] != NULL &&
         !g_str_equal (name[position], g_variant_get_string (variant, NULL)))
    position++;
  g_value_set_uint (value, position);
  return name[position] != NULL;
}

static GVariant *
get_name (const GValue *value, const GVariantType *type, gpointer names)
{
  const guint position = g_value_get_uint (value);

  if (position >= g_strv_length (names))
    return NULL;
  return g_variant_new_string (((const char *const *) names)[position]);
}

static void
bind_choice (GSettings *settings, const char *key, AdwComboRow *row, const char *const *names)
{
  g_settings_bind_with_mapping (settings, key, row, "selected", G_SETTINGS_BIND_DEFAULT,
                                get_position, get_name, (gpointer) names, NULL);
}

static void
bind_switch (GSettings *settings, const char *key, GtkSwitch *row)
{
  g_settings_bind (settings, key, row, "active", G_SETTINGS_BIND_DEFAULT);
}

static void
khatt_preferences_window_class_init (KhattPreferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               KHATT_RESOURCE_PATH "/khatt-preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, KhattPreferencesWindow, second_calendar);
  gtk_widget_class_bind_template_child (widget_class, KhattPreferencesWindow, months);
  gtk_widget_class_bind_template_child (widget_class, KhattPreferencesWindow, digits);
  gtk_widget_class_bind_template_child (widget_class, KhattPreferencesWindow, direction);
  gtk_widget_class_bind_template_child (widget_class, KhattPreferencesWindow, wheel);
  gtk_widget_class_bind_template_child (widget_class, KhattPreferencesWindow, motion);
  gtk_widget_class_bind_template_child (widget_class, KhattPreferencesWindow, search);
}

static void
khatt_preferences_window_init (KhattPreferencesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * khatt_preferences_window_new:
 * @parent: (nullable): the window it belongs to
 * @settings: what it shows and changes
 *
 * Returns: (transfer none): a window of preferences, not shown yet
 */
GtkWidget *
khatt_preferences_window_new (GtkWindow *parent, GSettings *settings)
{
  KhattPreferencesWindow *self =
      g_object_new (KHATT_TYPE_PREFERENCES_WINDOW, "transient-for", parent, NULL);

  bind_choice (settings, "second-calendar", self->second_calendar, calendars);
  bind_choice (settings, "months", self->months, months);
  bind_choice (settings, "digits", self->digits, digits);
  bind_choice (settings, "new-direction", self->direction, directions);
  bind_switch (settings, "wheel-zooms", self->wheel);
  bind_switch (settings, "reduce-motion", self->motion);
  bind_switch (settings, "desktop-search", self->search);
  return GTK_WIDGET (self);
}
