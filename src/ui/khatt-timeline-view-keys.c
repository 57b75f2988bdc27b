/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Keys of the view that are a letter or a sign. */

#include "khatt-key-position.h"
#include "khatt-timeline-view-private.h"

static const struct
{
  guint keyval;
  guint position;
  GdkModifierType modifiers;
  const char *action;
} keys[] = {
  { GDK_KEY_period, KHATT_KEY_POSITION (52), 0, "view.next" },
  { GDK_KEY_comma, KHATT_KEY_POSITION (51), 0, "view.previous" },
  { GDK_KEY_f, KHATT_KEY_POSITION (33), 0, "view.fit-selection" },
  { GDK_KEY_0, KHATT_KEY_POSITION (11), GDK_CONTROL_MASK, "view.fit-all" },
  { GDK_KEY_equal, KHATT_KEY_POSITION (13), GDK_CONTROL_MASK, "view.zoom-in" },
  { GDK_KEY_minus, KHATT_KEY_POSITION (12), GDK_CONTROL_MASK, "view.zoom-out" },
  { GDK_KEY_l, KHATT_KEY_POSITION (38), GDK_CONTROL_MASK, "view.go-to-date" },
  { GDK_KEY_c, KHATT_KEY_POSITION (46), GDK_CONTROL_MASK, "view.copy" },
  { GDK_KEY_e, KHATT_KEY_POSITION (18), 0, "win.edit-selected" },
  { GDK_KEY_Delete, KHATT_KEY_POSITION (111), 0, "win.delete-event" },
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

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (held == keys[i].modifiers &&
        khatt_key_is (keyval, keycode, keys[i].keyval, keys[i].position))
      return keys[i].action;
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
