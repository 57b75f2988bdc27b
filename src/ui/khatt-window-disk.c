/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A bar that says when the file on disk is no longer what the window shows. What the window shows
 * counts as not saved then: it is in no file. */

#include "khatt-window-private.h"

#include <glib/gi18n-lib.h>

static void
hide_notice (KhattWindow *self)
{
  if (self->disk_notice)
    gtk_box_remove (self->notices, self->disk_notice);
  self->disk_notice = NULL;
}

static void
show_notice (KhattWindow *self, KhattDiskState state)
{
  gboolean is_gone = state == KHATT_DISK_GONE;
  KhattNoticeBar *bar;

  self->disk_notice =
      khatt_notice_bar_new ("dialog-warning-symbolic", _ ("File on Disk"),
                            is_gone ? _ ("The file is no longer where it was.")
                                    : _ ("The file was changed by another program."));
  bar = KHATT_NOTICE_BAR (self->disk_notice);
  if (is_gone)
    khatt_notice_bar_add_button (bar, _ ("_Save Again"), "win.save-again", TRUE);
  else
    khatt_notice_bar_add_button (bar, _ ("_Load It Again"), "win.load-again", TRUE);
  khatt_notice_bar_add_button (bar, is_gone ? _ ("_Not Now") : _ ("Keep _Mine"), "win.keep-mine",
                               FALSE);
  gtk_box_append (self->notices, self->disk_notice);
  self->told_disk = state;
}

static void
disk_state_cb (KhattWindow *self)
{
  KhattDiskState state = khatt_document_get_disk_state (self->document);

  if (self->disk_notice != NULL && state == self->told_disk)
    return;
  hide_notice (self);
  if (state == KHATT_DISK_SAME)
    return;
  if (state == KHATT_DISK_GONE)
    khatt_document_mark_unsaved (self->document);
  show_notice (self, state);
}

static void
active_cb (KhattWindow *self)
{
  if (self->document && gtk_window_is_active (GTK_WINDOW (self)))
    khatt_document_check_disk (self->document);
}

static void
load_again (KhattWindow *self)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

  g_list_store_append (files, khatt_document_get_file (self->document));
  khatt_window_open_plain (self, G_LIST_MODEL (files), NULL);
}

static void
load_response_cb (AdwMessageDialog *dialog, const char *response, KhattWindow *self)
{
  if (g_str_equal (response, "load"))
    load_again (self);
  else if (g_str_equal (response, "save-as"))
    khatt_window_save_elsewhere (self);
}

static void
load_again_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *const answers[] = { "load", _ ("_Load Again"), "save-as", _ ("Save _As…") };
  KhattWindow *self = user_data;
  g_autofree char *body = NULL;

  if (!khatt_document_is_modified (self->document))
    {
      load_again (self);
      return;
    }
  /* Translators: %s is the name of a document. */
  body = g_strdup_printf (
      _ ("“%s” has changes that are not saved. Loading the file again loses them."),
      khatt_document_get_name (self->document));
  khatt_window_ask (self, _ ("Load the File Again?"), body, answers, G_CALLBACK (load_response_cb));
}

static void
keep_mine_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  KhattWindow *self = user_data;

  khatt_document_mark_unsaved (self->document);
  hide_notice (self);
}

static void
save_again_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  KhattWindow *self = user_data;

  khatt_window_save_to (self, khatt_document_get_file (self->document), TRUE);
}

/**
 * khatt_window_follow_disk:
 * @self: a window
 *
 * Says when its document's file is changed by others.
 */
void
khatt_window_follow_disk (KhattWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "load-again", .activate = load_again_action },
    { .name = "keep-mine", .activate = keep_mine_action },
    { .name = "save-again", .activate = save_again_action },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (self->document, "notify::disk-state", G_CALLBACK (disk_state_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "notify::is-active", G_CALLBACK (active_cb), self,
                           G_CONNECT_SWAPPED);
}
