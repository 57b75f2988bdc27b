/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The keys of a presentation, in its own window and in the speaker's. */

#include "khatt-presentation-private.h"

#include "khatt-key-position.h"

/* Presenters send Page Up and Page Down; everything works wherever the focus is. */
static const struct
{
  guint key;
  guint position; /* of letters and signs */
  const char *action;
} keys[] = {
  { GDK_KEY_space, 0, "present.next" },
  { GDK_KEY_Page_Down, 0, "present.next" },
  { GDK_KEY_KP_Page_Down, 0, "present.next" },
  { GDK_KEY_Down, 0, "present.next" },
  { GDK_KEY_KP_Down, 0, "present.next" },
  { GDK_KEY_n, KHATT_KEY_POSITION (49), "present.next" },
  { GDK_KEY_BackSpace, 0, "present.previous" },
  { GDK_KEY_Page_Up, 0, "present.previous" },
  { GDK_KEY_KP_Page_Up, 0, "present.previous" },
  { GDK_KEY_Up, 0, "present.previous" },
  { GDK_KEY_KP_Up, 0, "present.previous" },
  { GDK_KEY_p, KHATT_KEY_POSITION (25), "present.previous" },
  { GDK_KEY_Home, 0, "present.first" },
  { GDK_KEY_KP_Home, 0, "present.first" },
  { GDK_KEY_End, 0, "present.last" },
  { GDK_KEY_KP_End, 0, "present.last" },
  { GDK_KEY_b, KHATT_KEY_POSITION (48), "present.black" },
  { GDK_KEY_period, KHATT_KEY_POSITION (52), "present.black" },
  { GDK_KEY_w, KHATT_KEY_POSITION (17), "present.white" },
  { GDK_KEY_comma, KHATT_KEY_POSITION (51), "present.white" },
  { GDK_KEY_d, KHATT_KEY_POSITION (32), "present.hide-dates" },
  { GDK_KEY_l, KHATT_KEY_POSITION (38), "present.hide-labels" },
  { GDK_KEY_s, KHATT_KEY_POSITION (31), "present.speaker" },
  { GDK_KEY_t, KHATT_KEY_POSITION (20), "present.pause-clock" },
  { GDK_KEY_r, KHATT_KEY_POSITION (19), "present.restart-clock" },
  { GDK_KEY_Escape, 0, "present.end" },
  { GDK_KEY_F5, 0, "present.end" },
};

/* Along the line the arrows go the way one reads. */
static const char *
find_action (KhattPresentation *self, guint key, guint code)
{
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if (key == GDK_KEY_Right || key == GDK_KEY_KP_Right)
    return is_rtl ? "present.previous" : "present.next";
  if (key == GDK_KEY_Left || key == GDK_KEY_KP_Left)
    return is_rtl ? "present.next" : "present.previous";
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (khatt_key_is (key, code, keys[i].key, keys[i].position))
      return keys[i].action;
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

/* Where not all lanes are in view. */
static void
page_lanes (KhattPresentation *self, int step)
{
  const KhattLayout *layout = khatt_timeline_view_get_layout (self->view);

  if (layout != NULL &&
      khatt_layout_get_content_height (layout) > khatt_layout_get_plot (layout).height)
    gtk_widget_activate_action (GTK_WIDGET (self->view), "view.page-lanes", "i", step);
}

static gboolean
take_shifted (KhattPresentation *self, guint key)
{
  if (key == GDK_KEY_Page_Down || key == GDK_KEY_KP_Page_Down)
    page_lanes (self, 1);
  else if (key == GDK_KEY_Page_Up || key == GDK_KEY_KP_Page_Up)
    page_lanes (self, -1);
  else
    return FALSE;
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
  if ((state & GDK_SHIFT_MASK) != 0 && take_shifted (self, key))
    return TRUE;
  if (take_number (self, key))
    return TRUE;
  self->typed_number = 0;
  action = find_action (self, key, code);
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
