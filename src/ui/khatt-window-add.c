/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Adding articles and documents to the timeline that is open: they are read in a thread, and what
 * they report joins the events that are there, as one step that can be undone. The timeline stays
 * usable meanwhile; a bar above it tells how far the reading is. */

#include "khatt-window-private.h"

#include <glib/gi18n-lib.h>

#include "khatt-load.h"

#define PROGRESS_DELAY_MS 200 /* what is read sooner shows no progress */

struct _KhattAdding
{
  KhattWindow *window;
  KhattTimeline *timeline; /* that is added to */
  GCancellable *cancellable;
  guint source; /* shows the bar */
};

static gboolean
show_bar (gpointer data)
{
  KhattAdding *adding = data;

  adding->source = 0;
  gtk_revealer_set_reveal_child (adding->window->adding_bar, TRUE);
  return G_SOURCE_REMOVE;
}

/* From here on nothing more is heard of it, but for the thread's end. */
static void
stop_showing (KhattAdding *adding)
{
  KhattWindow *self = adding->window;

  g_clear_handle_id (&adding->source, g_source_remove);
  if (self->adding != adding)
    return;
  self->adding = NULL;
  gtk_revealer_set_reveal_child (self->adding_bar, FALSE);
  khatt_window_show_add_actions (self);
}

static void
adding_free (KhattAdding *adding)
{
  stop_showing (adding);
  g_object_unref (adding->window);
  g_object_unref (adding->timeline);
  g_object_unref (adding->cancellable);
  g_free (adding);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattAdding, adding_free)

static void
tell_result (KhattWindow *self, const KhattMergeResult *result)
{
  g_autofree char *added = NULL;
  g_autofree char *joined = NULL;
  g_autofree char *text = NULL;

  if (result->n_articles + result->n_added + result->n_merged == 0)
    {
      khatt_window_toast (self, _ ("Nothing was added: it is all there already"));
      return;
    }
  added = result->n_articles > 0
              ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u article added",
                                              "%u articles added", result->n_articles),
                                 result->n_articles)
              : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u event added", "%u events added",
                                              result->n_added),
                                 result->n_added);
  if (result->n_merged == 0)
    {
      khatt_window_toast_undo (self, added);
      return;
    }
  /* Translators: reports that tell of an event that is there, and became part of it. */
  joined = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u report joined", "%u reports joined", result->n_merged),
      result->n_merged);
  /* Translators: "3 articles added" and "2 reports joined". */
  text = g_strdup_printf (_ ("%s, %s"), added, joined);
  khatt_window_toast_undo (self, text);
}

/* Documents among the files first, then what the articles report: one step. */
static void
merge_loaded (KhattTimeline *timeline, KhattLoaded *loaded, KhattMergeResult *result)
{
  g_autoptr (KhattSnapshot) document = khatt_timeline_ref_snapshot (loaded->timeline);
  KhattMergeResult reported;

  khatt_timeline_begin_step (timeline, _ ("Add articles"));
  khatt_merge_add_document (timeline, document, 0, result);
  khatt_merge_add (timeline, loaded->reports, 0, &reported);
  khatt_merge_result_add (result, &reported);
  khatt_timeline_end_step (timeline);
}

static void
add_loaded (KhattWindow *self, KhattLoaded *loaded)
{
  KhattMergeResult merged;

  merge_loaded (khatt_document_get_timeline (self->document), loaded, &merged);
  khatt_document_set_issues (self->document, loaded->issues);
  tell_result (self, &merged);
  khatt_window_tell_issues (self);
}

/* The window may be closed by now, or show another document. */
static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (KhattAdding) adding = user_data;
  KhattWindow *self = adding->window;
  g_autoptr (GError) error = NULL;
  g_autoptr (KhattLoaded) loaded = khatt_load_finish (result, &error);

  stop_showing (adding);
  if (!self->document || adding->timeline != khatt_document_get_timeline (self->document) ||
      g_cancellable_is_cancelled (adding->cancellable))
    return;
  if (loaded)
    add_loaded (self, loaded);
  else
    khatt_window_report (self, _ ("Could Not Add Articles"), error);
}

static void
progress_cb (goffset done, goffset total, gpointer user_data)
{
  KhattAdding *adding = user_data;

  if (total > 0)
    gtk_progress_bar_set_fraction (adding->window->adding_progress,
                                   (double) MIN (done, total) / (double) total);
}

static void
add_response_cb (GtkNativeDialog *dialog, int response, KhattWindow *self)
{
  g_autoptr (GListModel) files = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
  if (files && g_list_model_get_n_items (files) > 0)
    khatt_window_add (self, files);
  g_clear_object (&self->chooser);
}

static void
add_articles_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  KhattWindow *self = user_data;
  GtkFileChooserNative *chooser =
      gtk_file_chooser_native_new (_ ("Add Articles"), GTK_WINDOW (self),
                                   GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Add"), _ ("_Cancel"));

  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser), TRUE);
  khatt_window_choose_file (self, chooser, G_CALLBACK (add_response_cb));
}

static void
cancel_adding_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  khatt_window_cancel_adding (user_data);
}

/**
 * khatt_window_add:
 * @self: a window
 * @files: (element-type GFile): articles, and folders of articles
 *
 * Adds @files to the timeline that @self shows; opens them where it shows none.
 */
void
khatt_window_add (KhattWindow *self, GListModel *files)
{
  g_autoptr (GPtrArray) array = g_ptr_array_new_with_free_func (g_object_unref);
  KhattLoadOptions options;
  KhattAdding *adding;

  g_return_if_fail (KHATT_IS_WINDOW (self));

  if (khatt_window_is_free (self))
    {
      khatt_window_open (self, files, NULL);
      return;
    }
  khatt_window_cancel_adding (self);
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    g_ptr_array_add (array, g_list_model_get_item (files, i));
  adding = g_new0 (KhattAdding, 1);
  adding->window = g_object_ref (self);
  adding->timeline = g_object_ref (khatt_document_get_timeline (self->document));
  adding->cancellable = g_cancellable_new ();
  adding->source = g_timeout_add (PROGRESS_DELAY_MS, show_bar, adding);
  self->adding = adding;
  gtk_progress_bar_set_fraction (self->adding_progress, 0);
  khatt_window_show_add_actions (self);
  options = khatt_document_get_load_options (self->document);
  options.only_reports = TRUE;
  khatt_load_async ((GFile **) array->pdata, array->len, &options, progress_cb, adding,
                    adding->cancellable, read_cb, adding);
}

/**
 * khatt_window_cancel_adding:
 * @self: a window
 *
 * Adds nothing of what is being read.
 */
void
khatt_window_cancel_adding (KhattWindow *self)
{
  KhattAdding *adding = self->adding;

  if (!adding)
    return;
  g_cancellable_cancel (adding->cancellable);
  stop_showing (adding);
}

/**
 * khatt_window_show_add_actions:
 * @self: a window
 *
 * Enables what can be done now.
 */
void
khatt_window_show_add_actions (KhattWindow *self)
{
  GAction *cancel = g_action_map_lookup_action (G_ACTION_MAP (self), "cancel-adding");

  g_simple_action_set_enabled (G_SIMPLE_ACTION (cancel), self->adding != NULL);
}

/**
 * khatt_window_install_add_actions:
 * @self: a window
 *
 * Adds the actions that add articles to what is open.
 */
void
khatt_window_install_add_actions (KhattWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "add-articles", .activate = add_articles_action },
    { .name = "cancel-adding", .activate = cancel_adding_action },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  khatt_window_show_add_actions (self);
}
