/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Whether a document's file is still as it was read or written here. It is looked at when the
 * system says that something happened to it, and when whoever shows the document asks; never while
 * it is being saved, which changes it too. */

#include "khatt-document-private.h"

#include "khatt-file-state.h"

/* One look at the file. */
typedef struct
{
  GWeakRef document; /* who is gone does not wait for it */
  GFile *file;
  char *etag; /* what it should be */
} Look;

static void
look_free (Look *look)
{
  g_weak_ref_clear (&look->document);
  g_object_unref (look->file);
  g_free (look->etag);
  g_free (look);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Look, look_free)

/* A file that was changed and changes again is told of again. */
static void
set_disk_state (KhattDocument *self, KhattDiskState state, const char *look)
{
  if (self->disk_state == state && g_strcmp0 (self->disk_look, look) == 0)
    return;
  self->disk_state = state;
  g_free (self->disk_look);
  self->disk_look = g_strdup (look);
  if (state != KHATT_DISK_SAME)
    khatt_document_journal_note_file_lost (self->journal);
  g_object_notify (G_OBJECT (self), "disk-state");
}

/* Whether the document was neither loaded nor saved since. */
static gboolean
is_current (KhattDocument *self, const Look *look)
{
  return self->saves.length == 0 && self->file && g_file_equal (self->file, look->file) &&
         g_strcmp0 (self->etag, look->etag) == 0;
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Look) look = user_data;
  g_autoptr (KhattDocument) self = g_weak_ref_get (&look->document);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, &error);
  g_autofree char *state = khatt_file_state_new (info);

  if (!self || !is_current (self, look))
    return;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    set_disk_state (self, KHATT_DISK_GONE, NULL);
  else if (!error && g_strcmp0 (state, look->etag) != 0)
    set_disk_state (self, KHATT_DISK_CHANGED, state);
  else if (!error)
    set_disk_state (self, KHATT_DISK_SAME, NULL);
}

/**
 * khatt_document_check_disk:
 * @self: a document
 *
 * Looks whether its file has changed, and tells by `disk-state`.
 */
void
khatt_document_check_disk (KhattDocument *self)
{
  Look *look;

  g_return_if_fail (KHATT_IS_DOCUMENT (self));

  if (!self->file || !self->etag || self->saves.length > 0)
    return;
  look = g_new0 (Look, 1);
  look->file = g_object_ref (self->file);
  look->etag = g_strdup (self->etag);
  g_weak_ref_init (&look->document, self);
  g_file_query_info_async (self->file, KHATT_FILE_STATE_ATTRIBUTES, G_FILE_QUERY_INFO_NONE,
                           G_PRIORITY_DEFAULT, NULL, looked_cb, look);
}

/**
 * khatt_document_watch:
 * @self: a document that was just loaded or saved
 *
 * Watches its file from now on.
 */
void
khatt_document_watch (KhattDocument *self)
{
  set_disk_state (self, KHATT_DISK_SAME, NULL);
  g_clear_object (&self->monitor);
  if (!self->file)
    return;
  self->monitor = g_file_monitor_file (self->file, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->monitor)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (khatt_document_check_disk), self,
                             G_CONNECT_SWAPPED);
  khatt_document_check_disk (self);
}

/**
 * khatt_document_get_disk_state:
 * @self: a document
 *
 * Returns: what is known of its file
 */
KhattDiskState
khatt_document_get_disk_state (KhattDocument *self)
{
  g_return_val_if_fail (KHATT_IS_DOCUMENT (self), KHATT_DISK_SAME);

  return self->disk_state;
}
