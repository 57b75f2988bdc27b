/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Toasts: what was done, and the offer to undo it for as long as it is the last step. */

#include "khatt-window-private.h"

#include <glib/gi18n.h>

#define SINCE_KEY "khatt-since"
#define SETTLE_MS 600 /* libadwaita takes 500 to show a toast in the place of another */

/* The first of the queue is the one that is shown; libadwaita's own queue cannot be asked. */
static void
note_shown (KhattWindow *self)
{
  AdwToast *toast = g_queue_peek_head (&self->toast_queue);
  gint64 *since;

  if (toast == NULL || g_object_get_data (G_OBJECT (toast), SINCE_KEY) != NULL)
    return;
  since = g_new (gint64, 1);
  *since = g_get_monotonic_time ();
  g_object_set_data_full (G_OBJECT (toast), SINCE_KEY, since, g_free);
}

static void
dismissed_cb (KhattWindow *self, AdwToast *toast)
{
  if (!g_queue_remove (&self->toast_queue, toast))
    return;
  g_object_unref (toast);
  note_shown (self);
}

static gboolean
dismiss_cb (gpointer user_data)
{
  adw_toast_dismiss (user_data);
  return G_SOURCE_REMOVE;
}

/**
 * khatt_window_withdraw_toast:
 * @self: a window
 * @toast: (nullable): a toast of @self
 *
 * Takes a toast away whose offer has lost its sense: the offer at once, the words as soon as may
 * be. Libadwaita 1.2 frees a toast that is dismissed before it has come up whole, and goes on
 * showing it.
 */
void
khatt_window_withdraw_toast (KhattWindow *self, AdwToast *toast)
{
  const gint64 *since;
  gint64 n_shown;

  if (toast == NULL || g_queue_find (&self->toast_queue, toast) == NULL)
    return;
  adw_toast_set_button_label (toast, NULL);
  since = g_object_get_data (G_OBJECT (toast), SINCE_KEY);
  n_shown = since != NULL ? (g_get_monotonic_time () - *since) / 1000 : SETTLE_MS;
  if (n_shown >= SETTLE_MS || !adw_get_enable_animations (GTK_WIDGET (self)))
    adw_toast_dismiss (toast);
  else
    g_timeout_add_full (G_PRIORITY_DEFAULT, SETTLE_MS - n_shown, dismiss_cb, g_object_ref (toast),
                        g_object_unref);
}

/**
 * khatt_window_add_toast:
 * @self: a window
 * @toast: (transfer full): what to show
 *
 * Shows @toast when the ones before it are gone. What was offered when the document was opened
 * makes way.
 */
void
khatt_window_add_toast (KhattWindow *self, AdwToast *toast)
{
  khatt_window_withdraw_toast (self, self->read_toast);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (dismissed_cb), self, G_CONNECT_SWAPPED);
  g_queue_push_tail (&self->toast_queue, g_object_ref (toast));
  note_shown (self);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/**
 * khatt_window_drop_toasts:
 * @self: a window that is being disposed
 *
 * Forgets the toasts that are shown or wait.
 */
void
khatt_window_drop_toasts (KhattWindow *self)
{
  g_clear_weak_pointer (&self->undo_toast);
  g_clear_weak_pointer (&self->read_toast);
  g_queue_clear_full (&self->toast_queue, g_object_unref);
}

/**
 * khatt_window_toast:
 * @self: a window
 * @text: a short sentence
 *
 * Says something that needs no answer.
 */
void
khatt_window_toast (KhattWindow *self, const char *text)
{
  AdwToast *toast = adw_toast_new ("");
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_toast_set_title (toast, escaped);
  khatt_window_add_toast (self, toast);
}

/**
 * khatt_window_toast_action:
 * @self: a window
 * @text: what was done
 * @label: of a button, with an underscore before its mnemonic
 * @action_name: what the button does
 *
 * Says what was done, and offers something about it.
 *
 * Returns: (transfer none): the toast, until it is gone
 */
AdwToast *
khatt_window_toast_action (KhattWindow *self,
                           const char *text,
                           const char *label,
                           const char *action_name)
{
  AdwToast *toast = adw_toast_new ("");
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_toast_set_title (toast, escaped);
  adw_toast_set_button_label (toast, label);
  adw_toast_set_action_name (toast, action_name);
  khatt_window_add_toast (self, toast);
  return toast;
}

/**
 * khatt_window_toast_undo:
 * @self: a window
 * @text: what was done
 *
 * Says what was done, and offers to undo it for as long as it is the last step.
 */
void
khatt_window_toast_undo (KhattWindow *self, const char *text)
{
  khatt_window_withdraw_toast (self, self->undo_toast);
  g_set_weak_pointer (&self->undo_toast,
                      khatt_window_toast_action (self, text, _ ("_Undo"), "win.undo"));
}
