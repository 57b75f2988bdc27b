/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a window shows, without the window: a timeline, its file, and what may be written over. */

#include "khatt-document-private.h"

#include <glib/gi18n-lib.h>
#include <gtk/gtk.h>

#include "khatt-issue.h"
#include "khatt-lexicon-files.h"
#include "khatt-preferences.h"
#include "khatt-ui.h"

#define ARTICLE_LANGUAGE "ar"

G_DEFINE_FINAL_TYPE (KhattDocument, khatt_document, G_TYPE_OBJECT)

enum
{
  PROP_TIMELINE = 1,
  PROP_FILE,
  PROP_NAME,
  PROP_IS_MODIFIED,
  PROP_IS_BUSY,
  PROP_DISK_STATE,
  N_PROPS
};

enum
{
  SIGNAL_LOADED,
  SIGNAL_PROGRESS,
  SIGNAL_NOT_KEPT,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static GPtrArray *lexicon_issues; /* atomic: set by the thread that read the first article */

/**
 * khatt_document_get_lexicon:
 *
 * Read once, when the first article is opened, and kept. Can be called by any thread.
 *
 * Returns: (transfer none): what articles are read with
 */
const KhattLexicon *
khatt_document_get_lexicon (void)
{
  static gsize lexicon = 0;

  if (g_once_init_enter (&lexicon))
    {
      GPtrArray *issues = khatt_issues_new ();
      KhattLexicon *made = khatt_lexicon_load (ARTICLE_LANGUAGE, issues);

      g_atomic_pointer_set (&lexicon_issues, issues);
      g_once_init_leave (&lexicon, (gsize) made);
    }
  return (const KhattLexicon *) lexicon;
}

/**
 * khatt_document_get_lexicon_issues:
 *
 * Returns: (transfer none) (nullable) (element-type KhattIssue): what could not be used of the
 *   lexicon; %NULL as long as it was not needed
 */
GPtrArray *
khatt_document_get_lexicon_issues (void)
{
  return g_atomic_pointer_get (&lexicon_issues);
}

static void
notify_modified (KhattDocument *self)
{
  gboolean is_modified = khatt_document_is_modified (self);

  if (is_modified == self->was_modified)
    return;
  self->was_modified = is_modified;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_MODIFIED]);
}

static void
timeline_changed_cb (KhattDocument *self)
{
  khatt_document_journal_note_change (self->journal);
  notify_modified (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NAME]);
}

/**
 * khatt_document_direct:
 * @timeline: what is new, and no document shows yet: it is no change that somebody made
 * @automatic: the direction of its language
 *
 * Lets time run as the person wants it in new timelines.
 */
void
khatt_document_direct (KhattTimeline *timeline, KhattDirection automatic)
{
  khatt_timeline_set_direction (timeline, khatt_preferences_get_new_direction (automatic));
  khatt_timeline_clear_history (timeline);
  khatt_timeline_mark_saved (timeline);
}

/**
 * khatt_document_take_timeline:
 * @self: a document
 * @timeline: what it shows from now on
 */
void
khatt_document_take_timeline (KhattDocument *self, KhattTimeline *timeline)
{
  if (self->timeline)
    g_signal_handlers_disconnect_by_data (self->timeline, self);
  g_set_object (&self->timeline, timeline);
  g_signal_connect_object (timeline, "changed", G_CALLBACK (timeline_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
khatt_document_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  KhattDocument *self = KHATT_DOCUMENT (object);

  switch (id)
    {
    case PROP_TIMELINE:
      g_value_set_object (value, self->timeline);
      break;
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    case PROP_NAME:
      g_value_set_string (value, khatt_document_get_name (self));
      break;
    case PROP_IS_MODIFIED:
      g_value_set_boolean (value, khatt_document_is_modified (self));
      break;
    case PROP_IS_BUSY:
      g_value_set_boolean (value, khatt_document_is_busy (self));
      break;
    case PROP_DISK_STATE:
      g_value_set_int (value, (int) self->disk_state);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
khatt_document_dispose (GObject *object)
{
  KhattDocument *self = KHATT_DOCUMENT (object);

  if (self->loading)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->loading_file);
  g_clear_object (&self->monitor);
  g_clear_pointer (&self->journal, khatt_document_journal_free);
  if (self->timeline)
    g_signal_handlers_disconnect_by_data (self->timeline, self);
  g_clear_object (&self->timeline);
  g_clear_object (&self->file);
  g_clear_object (&self->folder);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->etag, g_free);
  g_clear_pointer (&self->disk_look, g_free);
  g_clear_pointer (&self->issues, g_ptr_array_unref);
  G_OBJECT_CLASS (khatt_document_parent_class)->dispose (object);
}

static void
khatt_document_class_init (KhattDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = khatt_document_get_property;
  object_class->dispose = khatt_document_dispose;

  properties[PROP_TIMELINE] = g_param_spec_object ("timeline", NULL, NULL, KHATT_TYPE_TIMELINE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NAME] =
      g_param_spec_string ("name", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_IS_MODIFIED] = g_param_spec_boolean ("is-modified", NULL, NULL, FALSE,
                                                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_IS_BUSY] = g_param_spec_boolean ("is-busy", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_DISK_STATE] =
      g_param_spec_int ("disk-state", NULL, NULL, KHATT_DISK_SAME, KHATT_DISK_GONE, KHATT_DISK_SAME,
                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_LOADED] = g_signal_new ("loaded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_PROGRESS] = g_signal_new ("progress", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_DOUBLE);
  signals[SIGNAL_NOT_KEPT] = g_signal_new ("not-kept", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
khatt_document_init (KhattDocument *self)
{
  g_autoptr (KhattTimeline) timeline = khatt_timeline_new ();

  self->journal = khatt_document_journal_new (self);
  g_queue_init (&self->saves);
  khatt_document_direct (timeline, gtk_get_locale_direction () == GTK_TEXT_DIR_RTL
                                       ? KHATT_DIRECTION_RTL
                                       : KHATT_DIRECTION_LTR);
  khatt_document_take_timeline (self, timeline);
}

/**
 * khatt_document_new:
 *
 * Returns: a new document without events and without a file
 */
KhattDocument *
khatt_document_new (void)
{
  return g_object_new (KHATT_TYPE_DOCUMENT, NULL);
}

/**
 * khatt_document_get_timeline:
 * @self: a document
 *
 * Returns: (transfer none): what it shows; replaced by each load
 */
KhattTimeline *
khatt_document_get_timeline (KhattDocument *self)
{
  g_return_val_if_fail (KHATT_IS_DOCUMENT (self), NULL);

  return self->timeline;
}

/**
 * khatt_document_is_of:
 * @self: a document
 * @file: a file
 *
 * Returns: whether it is kept in @file, or is being loaded from it
 */
gboolean
khatt_document_is_of (KhattDocument *self, GFile *file)
{
  GFile *own = NULL;

  g_return_val_if_fail (KHATT_IS_DOCUMENT (self), FALSE);

  own = self->loading != NULL ? self->loading_file : self->file;
  return own != NULL && g_file_equal (own, file);
}

/**
 * khatt_document_get_file:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): the file it is kept in
 */
GFile *
khatt_document_get_file (KhattDocument *self)
{
  g_return_val_if_fail (KHATT_IS_DOCUMENT (self), NULL);

  return self->file;
}

/**
 * khatt_document_get_folder:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): where what was opened lies: a folder to offer for saving
 */
GFile *
khatt_document_get_folder (KhattDocument *self)
{
  g_return_val_if_fail (KHATT_IS_DOCUMENT (self), NULL);

  return self->folder;
}

/**
 * khatt_document_get_name:
 * @self: a document
 *
 * Returns: (transfer none): what people call it: its title, else its file's name
 */
const char *
khatt_document_get_name (KhattDocument *self)
{
  const char *title;

  g_return_val_if_fail (KHATT_IS_DOCUMENT (self), NULL);

  title = khatt_timeline_get_title (self->timeline);
  if (title && *title)
    return title;
  return self->name ? self->name : _ ("New timeline");
}

/**
 * khatt_document_dup_file_name:
 * @self: a document
 * @suffix: as ".png"
 *
 * Returns: (transfer full): a file name to suggest
 */
char *
khatt_document_dup_file_name (KhattDocument *self, const char *suffix)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (KHATT_IS_DOCUMENT (self), NULL);

  name = self->file ? khatt_document_dup_plain_name (self->file)
                    : g_strdup (self->name ? self->name : khatt_document_get_name (self));
  g_strdelimit (name, "/\\:*?\"<>|\n\t", '-');
  return g_strconcat (name, suffix, NULL);
}

/**
 * khatt_document_is_empty:
 * @self: a document
 *
 * Returns: %TRUE where it has neither events, dismissed ones among them, nor articles
 */
gboolean
khatt_document_is_empty (KhattDocument *self)
{
  g_autoptr (KhattSnapshot) snapshot = NULL;

  g_return_val_if_fail (KHATT_IS_DOCUMENT (self), TRUE);

  snapshot = khatt_timeline_ref_snapshot (self->timeline);
  return khatt_snapshot_get_n_events (snapshot) == 0 &&
         khatt_snapshot_get_n_dismissed (snapshot) == 0 &&
         khatt_snapshot_get_n_articles (snapshot) == 0;
}

/**
 * khatt_document_is_modified:
 * @self: a document
 *
 * Returns: %TRUE where closing it would lose something
 */
gboolean
khatt_document_is_modified (KhattDocument *self)
{
  g_return_val_if_fail (KHATT_IS_DOCUMENT (self), FALSE);

  return self->is_new || khatt_timeline_is_modified (self->timeline);
}

/**
 * khatt_document_is_busy:
 * @self: a document
 *
 * Returns: %TRUE while it loads
 */
gboolean
khatt_document_is_busy (KhattDocument *self)
{
  g_return_val_if_fail (KHATT_IS_DOCUMENT (self), FALSE);

  return self->loading != NULL;
}

/**
 * khatt_document_get_issues:
 * @self: a document
 *
 * Returns: (transfer none) (nullable) (element-type KhattIssue): what could not be used of what was
 * loaded
 */
GPtrArray *
khatt_document_get_issues (KhattDocument *self)
{
  g_return_val_if_fail (KHATT_IS_DOCUMENT (self), NULL);

  return self->issues;
}

/**
 * khatt_document_set_issues:
 * @self: a document
 * @issues: (element-type KhattIssue): what could not be used of what was just added to it
 *
 * Makes @issues those of the document, in place of those of what was read before.
 */
void
khatt_document_set_issues (KhattDocument *self, GPtrArray *issues)
{
  g_return_if_fail (KHATT_IS_DOCUMENT (self));

  g_ptr_array_ref (issues);
  g_clear_pointer (&self->issues, g_ptr_array_unref);
  self->issues = issues;
}

/**
 * khatt_document_get_save_state:
 * @self: a document
 *
 * Returns: whether it can be written over its file, or why not
 */
KhattSaveState
khatt_document_get_save_state (KhattDocument *self)
{
  g_return_val_if_fail (KHATT_IS_DOCUMENT (self), KHATT_SAVE_NEEDS_NAME);

  if (!self->file)
    return KHATT_SAVE_NEEDS_NAME;
  if (self->is_read_only)
    return KHATT_SAVE_IS_READ_ONLY;
  return self->has_losses ? KHATT_SAVE_LOSES : KHATT_SAVE_IN_PLACE;
}

/**
 * khatt_document_set_today:
 * @self: a document
 * @today: days since 1970: no article that is read was published later; 0: the clock's, which is
 *   how a document begins
 */
void
khatt_document_set_today (KhattDocument *self, gint64 today)
{
  g_return_if_fail (KHATT_IS_DOCUMENT (self));

  self->today = today;
}

/**
 * khatt_document_get_load_options:
 * @self: a document
 *
 * Returns: how articles are read for it
 */
KhattLoadOptions
khatt_document_get_load_options (KhattDocument *self)
{
  KhattLoadOptions options = { .get_lexicon = khatt_document_get_lexicon };

  options.today = self->today != 0 ? self->today : khatt_days_from_seconds (khatt_ui_get_now ());
  return options;
}

/**
 * khatt_document_mark_unsaved:
 * @self: a document
 *
 * Says that no file holds it any more.
 */
void
khatt_document_mark_unsaved (KhattDocument *self)
{
  g_return_if_fail (KHATT_IS_DOCUMENT (self));

  khatt_timeline_mark_unsaved (self->timeline);
  timeline_changed_cb (self);
}

/**
 * khatt_document_note_saved:
 * @self: a document
 * @file: what was written
 * @etag: (nullable): what it is now on disk
 * @saved: what was written to it
 *
 * Makes @file the document's own; it is up to date unless the document was changed meanwhile.
 */
void
khatt_document_note_saved (KhattDocument *self, GFile *file, const char *etag, KhattSnapshot *saved)
{
  g_set_object (&self->file, file);
  g_clear_object (&self->folder);
  self->folder = g_file_get_parent (file);
  g_free (self->etag);
  self->etag = g_strdup (etag);
  self->has_losses = FALSE;
  self->is_read_only = FALSE;
  self->is_new = FALSE;
  if (khatt_timeline_get_revision (self->timeline) == khatt_snapshot_get_revision (saved))
    khatt_timeline_mark_saved (self->timeline);
  else
    khatt_timeline_mark_unsaved (self->timeline);
  khatt_document_journal_note_saved (self->journal, saved);
  khatt_document_watch (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NAME]);
  notify_modified (self);
}

/**
 * khatt_document_get_etag:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): what its file was on disk when it was last read or written
 */
const char *
khatt_document_get_etag (KhattDocument *self)
{
  return self->etag;
}

/**
 * khatt_document_answer_published:
 * @self: a document
 * @article_id: one of its articles
 * @published: EDTF
 *
 * Says when an article was published: its dates are read again.
 */
void
khatt_document_answer_published (KhattDocument *self, const char *article_id, const char *published)
{
  g_return_if_fail (KHATT_IS_DOCUMENT (self));

  khatt_load_answer_published (self->timeline, article_id, published,
                               khatt_document_get_lexicon ());
}
