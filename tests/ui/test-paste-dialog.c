/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* An article from the clipboard is looked over before it is read. */

#include "khatt-paste-dialog.h"

#include "khatt-ui.h"
#include "ui-sample.h"

typedef struct
{
  GtkWidget *window;
  KhattPasteDialog *dialog;
  char *text;
} Fixture;

static void
read_cb (KhattPasteDialog *dialog, const char *text, Fixture *fixture)
{
  g_free (fixture->text);
  fixture->text = g_strdup (text);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->window = ui_sample_present (gtk_label_new ("parent"), 400, 300);
  fixture->dialog = KHATT_PASTE_DIALOG (khatt_paste_dialog_new (GTK_WINDOW (fixture->window)));
  g_object_add_weak_pointer (G_OBJECT (fixture->dialog), (gpointer *) &fixture->dialog);
  g_signal_connect (fixture->dialog, "read", G_CALLBACK (read_cb), fixture);
  gtk_window_present (GTK_WINDOW (fixture->dialog));
  ui_sample_settle ();
}

static gboolean
is_gone (gpointer fixture)
{
  return ((Fixture *) fixture)->dialog == NULL;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->dialog)
    gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  ui_sample_wait (is_gone, fixture);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_free (fixture->text);
}

static void
activate (Fixture *fixture, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), action, NULL);
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  activate (fixture, "paste.read");
  g_assert_null (fixture->text);
  g_assert_nonnull (fixture->dialog);
}

static void
test_read (Fixture *fixture, gconstpointer data)
{
  khatt_paste_dialog_set_text (fixture->dialog, UI_SAMPLE_TEXT);
  activate (fixture, "paste.read");
  g_assert_cmpstr (fixture->text, ==, UI_SAMPLE_TEXT);
  ui_sample_wait (is_gone, fixture);
}

static void
test_edited (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view = ui_sample_find (GTK_WIDGET (fixture->dialog), GTK_TYPE_TEXT_VIEW);

  khatt_paste_dialog_set_text (fixture->dialog, UI_SAMPLE_TEXT);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "خبر", -1);
  activate (fixture, "paste.read");
  g_assert_cmpstr (fixture->text, ==, "خبر");
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  khatt_paste_dialog_set_text (fixture->dialog, UI_SAMPLE_TEXT);
  activate (fixture, "window.close");
  ui_sample_wait (is_gone, fixture);
  g_assert_null (fixture->text);
}

static gboolean
has_text (gpointer view)
{
  return gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (view)) > 0;
}

static void
test_clipboard (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view = ui_sample_find (GTK_WIDGET (fixture->dialog), GTK_TYPE_TEXT_VIEW);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (view), UI_SAMPLE_TEXT);
  khatt_paste_dialog_paste (fixture->dialog);
  ui_sample_wait (has_text, view);
  activate (fixture, "paste.read");
  g_assert_cmpstr (fixture->text, ==, UI_SAMPLE_TEXT);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  khatt_ui_init ();
  ADD ("/paste-dialog/nothing-cannot-be-read", test_empty);
  ADD ("/paste-dialog/gives-the-text-and-closes", test_read);
  ADD ("/paste-dialog/gives-what-it-was-changed-to", test_edited);
  ADD ("/paste-dialog/gives-nothing-when-cancelled", test_cancel);
  ADD ("/paste-dialog/takes-the-clipboard", test_clipboard);
  return g_test_run ();
}
