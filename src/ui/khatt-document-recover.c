/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a crash left becomes a document again. Where the file is the one that was changed, the
 * changes are a step upon it, which can be undone: whoever does not want them undoes them. Where
 * the file has changed since, they must not get into it unseen: they become a copy, without a file.
 * A journal that nothing can be made of is kept aside. */

#include "khatt-document-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "khatt-new-file.h"
#include "khatt-save.h"

static KhattLoaded *
new_loaded (void)
{
  KhattLoaded *loaded = g_new0 (KhattLoaded, 1);

  loaded->timeline = khatt_timeline_new ();
  loaded->format = KHATT_DOCUMENT_FORMAT;
  return loaded;
}

static gboolean
is_same (KhattSnapshot *a, KhattSnapshot *b)
{
  g_autoptr (GBytes) first = khatt_save_bytes (a, KHATT_DOCUMENT_FORMAT, NULL, NULL);
  g_autoptr (GBytes) second = khatt_save_bytes (b, KHATT_DOCUMENT_FORMAT, NULL, NULL);

  return first != NULL && second != NULL && g_bytes_equal (first, second);
}

static void
become_copy (KhattDocumentLoad *load)
{
  g_autofree char *name = g_steal_pointer (&load->name);

  /* Translators: %s is the name of a document. */
  load->name = g_strdup_printf (_ ("Recovered – %s"), name);
  g_clear_object (&load->file);
  load->recovery = KHATT_RECOVERY_COPY;
}

/* Upon what its file holds. */
static gboolean
restore_upon_file (KhattDocumentLoad *load, GError **error)
{
  KhattTimeline *timeline = load->loaded->timeline;
  g_autoptr (KhattSnapshot) now = NULL;

  load->base = khatt_timeline_ref_snapshot (timeline);
  if (!khatt_journal_restore (load->journal, timeline, error))
    return FALSE;
  load->recovery = KHATT_RECOVERY_RESTORED;
  if (g_strcmp0 (load->info->etag, load->loaded->etag) == 0)
    return TRUE;

  now = khatt_timeline_ref_snapshot (timeline);
  if (is_same (load->base, now))
    {
      /* It was saved, and there was no time left to delete the journal. */
      g_clear_pointer (&load->journal, khatt_journal_delete);
      khatt_timeline_undo (timeline);
      khatt_timeline_clear_history (timeline);
      load->recovery = KHATT_RECOVERY_NONE;
      return TRUE;
    }
  become_copy (load);
  return TRUE;
}

/* From nothing: the file is not there, or never was. */
static gboolean
restore_whole (KhattDocumentLoad *load, GError **error)
{
  load->loaded = new_loaded ();
  load->recovery = KHATT_RECOVERY_RESTORED;
  if (load->file != NULL)
    become_copy (load);
  return khatt_journal_restore (load->journal, load->loaded->timeline, error);
}

/* Where it is damaged; where it cannot be read now, it may later. */
static void
set_aside (KhattDocumentLoad *load, GError **error)
{
  g_autofree char *path = NULL;

  if (!g_error_matches (*error, KHATT_FILES_ERROR, KHATT_FILES_ERROR_FORMAT))
    return;
  path = khatt_journal_set_aside (load->info->path);
  g_prefix_error (error,
                  /* Translators: %s is the path of a file; a sentence that says why follows. */
                  _ ("Nothing could be made of what was kept; the file %s has it still. "), path);
}

static gboolean
restore (KhattDocumentLoad *load, GError **error)
{
  load->journal = khatt_journal_open (load->info->path, error);
  if (load->journal == NULL)
    return FALSE;
  return load->loaded != NULL ? restore_upon_file (load, error) : restore_whole (load, error);
}

/**
 * khatt_document_restore:
 * @load: what is to be restored; its `loaded`, or `error`, tells of the file
 * @error: return location
 *
 * For threads.
 *
 * Returns: (transfer full) (nullable): what is restored
 */
KhattLoaded *
khatt_document_restore (KhattDocumentLoad *load, GError **error)
{
  const char *path = load->file != NULL ? g_file_peek_path (load->file) : NULL;
  GError *problem = NULL;

  if (path != NULL)
    khatt_new_file_tidy (path);
  /* The journal waits until the file can be read again. */
  if (load->error != NULL && !load->info->is_whole)
    {
      g_propagate_error (error, g_steal_pointer (&load->error));
      return NULL;
    }
  if (restore (load, &problem))
    return g_steal_pointer (&load->loaded);
  set_aside (load, &problem);
  g_propagate_error (error, problem);
  return NULL;
}

/**
 * khatt_document_get_recovery:
 * @self: a document
 *
 * Returns: whether it was restored when it was loaded
 */
KhattRecovery
khatt_document_get_recovery (KhattDocument *self)
{
  g_return_val_if_fail (KHATT_IS_DOCUMENT (self), KHATT_RECOVERY_NONE);

  return self->recovery;
}

/**
 * khatt_document_get_restored_time:
 * @self: a document
 *
 * Returns: when what was restored was kept last, in seconds since 1970
 */
gint64
khatt_document_get_restored_time (KhattDocument *self)
{
  g_return_val_if_fail (KHATT_IS_DOCUMENT (self), 0);

  return self->restored_time;
}
