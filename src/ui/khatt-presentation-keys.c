/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The keys of a presentation, in its own window and in the speaker's. */

#include "khatt-presentation-private.h"

/* Presenters send Page Up and Page Down; everything works wherever the focus is. */
static const struct
{
  guint key;
  const char *action;
} keys[] = {
  { GDK_KEY_space, "present.next" },       { GDK_KEY_Page_Down, "present.next" },
  { GDK_KEY_n, "present.next" },           { GDK_KEY_Down, "present.next" },
  { GDK_KEY_Page_Up, "present.previous" }, { GDK_KEY_BackSpace, "present.previous" },
  { GDK_KEY_p, "present.previous" },       { GDK_KEY_Up, "present.previous" },
  { GDK_KEY_Home, "present.first" },       { GDK_KEY_End, "present.last" },
  { GDK_KEY_b, "present.black" },          { GDK_KEY_period, "present.black" },
  { GDK_KEY_w, "present.white" },          { GDK_KEY_comma, "present.white" },
  { GDK_KEY_d, "present.hide-dates" },     { GDK_KEY_l, "present.hide-labels" },
  { GDK_KEY_s, "present.speaker" },        { GDK_KEY_Escape, "present.end" },
  { GDK_KEY_F5, "present.end" },
};

/* Along the line the arrows go the way one reads. */
static const char *
find_action (KhattPresentation *self, guint key)
{
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if (key == GDK_KEY_Right || key == GDK_KEY_Left)
    return (key == GDK_KEY_Right) != is_rtl ? "present.next" : "present.previous";
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      if (keys[i].key == key)
        return keys[i].action;
    }
  return NULL;
}

/* A number and Return: that scene. */
static gboolean
take_number (KhattPresentation *self, guint key)
{
  guint digit = (guint) g_unichar_digit_value (gdk_keyval_to_unicode (key));

  if (digit < 10)
    {
      self->typed_number = MIN (self->typed_number * 10 + digit, G_MAXUINT / 100);
      return TRUE;
    }
  if (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter)
    return FALSE;
  if (self->typed_number > 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "present.go", "u", self->typed_number - 1);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "present.next", NULL);
  self->typed_number = 0;
  return TRUE;
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint key,
        guint code,
        GdkModifierType state,
        gpointer user_data)
{
  KhattPresentation *self = user_data;
  const char *action;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return FALSE;
  if (take_number (self, key))
    return TRUE;
  self->typed_number = 0;
  action = find_action (self, gdk_keyval_to_lower (key));
  if (action == NULL)
    return FALSE;
  gtk_widget_activate_action (GTK_WIDGET (self), action, NULL);
  return TRUE;
}

/**
 * khatt_presentation_add_keys:
 * @self: a presentation
 * @widget: a window
 *
 * Lets the keys that go through the presentation work in @widget.
 */
void
khatt_presentation_add_keys (KhattPresentation *self, GtkWidget *widget)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "key-pressed", G_CALLBACK (key_cb), self, 0);
  gtk_widget_add_controller (widget, controller);
}
