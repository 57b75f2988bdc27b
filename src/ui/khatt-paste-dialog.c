/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* An article from the clipboard. It is shown first and can be changed: people paste the wrong
 * thing, and web pages bring their menus along. */

#include "khatt-paste-dialog.h"

#include <glib/gi18n-lib.h>

#include "khatt-ui.h"

struct _KhattPasteDialog
{
  AdwWindow parent_instance;

  /* template widgets */
  GtkTextView *text;

  /* owned */
  GCancellable *pasting;
};

G_DEFINE_FINAL_TYPE (KhattPasteDialog, khatt_paste_dialog, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_READ,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
text_changed_cb (KhattPasteDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paste.read",
                                 gtk_text_buffer_get_char_count (buffer) > 0);
}

static void
clipboard_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (KhattPasteDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);

  /* An empty clipboard, or a picture in it, leaves the dialog empty to be typed into. */
  if (text && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    khatt_paste_dialog_set_text (self, text);
}

static void
read_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KhattPasteDialog *self = KHATT_PASTE_DIALOG (widget);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  g_autofree char *text = NULL;
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  g_signal_emit (self, signals[SIGNAL_READ], 0, text);
  gtk_window_close (GTK_WINDOW (self));
}

static void
khatt_paste_dialog_dispose (GObject *object)
{
  KhattPasteDialog *self = KHATT_PASTE_DIALOG (object);

  if (self->pasting)
    g_cancellable_cancel (self->pasting);
  g_clear_object (&self->pasting);
  G_OBJECT_CLASS (khatt_paste_dialog_parent_class)->dispose (object);
}

static void
khatt_paste_dialog_class_init (KhattPasteDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = khatt_paste_dialog_dispose;
  signals[SIGNAL_READ] = g_signal_new ("read", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_install_action (widget_class, "paste.read", NULL, read_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "paste.read",
                                       NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               KHATT_RESOURCE_PATH "/khatt-paste-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KhattPasteDialog, text);
}

static void
khatt_paste_dialog_init (KhattPasteDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_text_view_get_buffer (self->text), "changed",
                           G_CALLBACK (text_changed_cb), self, G_CONNECT_SWAPPED);
  text_changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

/**
 * khatt_paste_dialog_new:
 * @parent: the window it belongs to
 *
 * Returns: a new, empty dialog
 */
GtkWidget *
khatt_paste_dialog_new (GtkWindow *parent)
{
  return g_object_new (KHATT_TYPE_PASTE_DIALOG, "transient-for", parent, "modal", TRUE, NULL);
}

/**
 * khatt_paste_dialog_set_text:
 * @self: a dialog
 * @text: an article
 *
 * Replaces what is shown.
 */
void
khatt_paste_dialog_set_text (KhattPasteDialog *self, const char *text)
{
  g_return_if_fail (KHATT_IS_PASTE_DIALOG (self));

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), text, -1);
}

/**
 * khatt_paste_dialog_paste:
 * @self: a dialog
 *
 * Shows the text in the clipboard, if there is some.
 */
void
khatt_paste_dialog_paste (KhattPasteDialog *self)
{
  GdkClipboard *clipboard;

  g_return_if_fail (KHATT_IS_PASTE_DIALOG (self));

  clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));
  g_clear_object (&self->pasting);
  self->pasting = g_cancellable_new ();
  gdk_clipboard_read_text_async (clipboard, self->pasting, clipboard_cb, g_object_ref (self));
}
