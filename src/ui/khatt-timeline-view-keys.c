/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Keys that are a letter or a sign. On a keyboard whose layout has no Latin letters they are known
 * by their position, so that they work with an Arabic layout too; on every other layout by what is
 * printed on them. */

#include "khatt-timeline-view-private.h"

/* Positions as X11 and Wayland number them: the kernel's (linux/input-event-codes.h) and eight. */
#define POSITION(kernel_code) ((kernel_code) + 8)
#define LAST_LATIN 0x24f

static const struct
{
  guint keyval;
  guint position;
  GdkModifierType modifiers;
  const char *action;
} keys[] = {
  { GDK_KEY_period, POSITION (52), 0, "view.next" },
  { GDK_KEY_comma, POSITION (51), 0, "view.previous" },
  { GDK_KEY_f, POSITION (33), 0, "view.fit-selection" },
  { GDK_KEY_0, POSITION (11), GDK_CONTROL_MASK, "view.fit-all" },
  { GDK_KEY_equal, POSITION (13), GDK_CONTROL_MASK, "view.zoom-in" },
  { GDK_KEY_minus, POSITION (12), GDK_CONTROL_MASK, "view.zoom-out" },
  { GDK_KEY_l, POSITION (38), GDK_CONTROL_MASK, "view.go-to-date" },
  { GDK_KEY_c, POSITION (46), GDK_CONTROL_MASK, "view.copy" },
  { GDK_KEY_e, POSITION (18), 0, "win.edit-selected" },
  { GDK_KEY_Delete, POSITION (111), 0, "win.delete-event" },
};

/**
 * khatt_timeline_view_find_key_action:
 * @keyval: what the key means in the layout
 * @keycode: where the key is
 * @modifiers: what is held
 *
 * Returns: (nullable): the name of the action
 */
const char *
khatt_timeline_view_find_key_action (guint keyval, guint keycode, GdkModifierType modifiers)
{
  GdkModifierType held =
      modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_SHIFT_MASK);
  guint lower = gdk_keyval_to_lower (keyval);
  gboolean is_latin = gdk_keyval_to_unicode (keyval) <= LAST_LATIN;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gboolean is_key = lower == keys[i].keyval || (!is_latin && keycode == keys[i].position);

      if (is_key && held == keys[i].modifiers)
        return keys[i].action;
    }
  return NULL;
}

/* Takes back what is under way, the comparison, or the selection; else it is the window's. A
 * disabled action would swallow it. */
static gboolean
escape (KhattTimelineView *self)
{
  if (self->is_banding || self->is_shifting)
    khatt_timeline_view_cancel_drag (self);
  else if (self->compared != KHATT_SLOT_NONE)
    khatt_timeline_view_set_compared_slot (self, KHATT_SLOT_NONE);
  else if (self->selected != KHATT_SLOT_NONE)
    khatt_timeline_view_set_selected_slot (self, KHATT_SLOT_NONE);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType modifiers,
                KhattTimelineView *self)
{
  const char *action = khatt_timeline_view_find_key_action (keyval, keycode, modifiers);

  if (keyval == GDK_KEY_Escape)
    return escape (self);
  return action != NULL && gtk_widget_activate_action_variant (GTK_WIDGET (self), action, NULL);
}

/**
 * khatt_timeline_view_init_keys:
 */
void
khatt_timeline_view_init_keys (KhattTimelineView *self)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  g_signal_connect_object (controller, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}
