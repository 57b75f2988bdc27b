/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Actors: one alone, and who with whom: of one actor at once, of all of them when a thread has
 * counted. Both count under what else is asked for: an actor's partners are not only those that are
 * chosen. */

#include "khatt-window-private.h"

#include "khatt-contacts-dialog.h"
#include "khatt-filter-job.h"
#include "khatt-pairs-dialog.h"

static KhattFilterJob *
new_job (KhattWindow *self)
{
  KhattFilter filter = *khatt_timeline_view_get_filter (self->view);
  g_autoptr (KhattSnapshot) snapshot =
      khatt_timeline_ref_snapshot (khatt_document_get_timeline (self->document));

  filter.actors = NULL;
  return khatt_filter_job_new (snapshot, &filter);
}

static void
show_contacts_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  KhattWindow *self = user_data;
  g_autoptr (KhattFilterJob) job = new_job (self);
  KhattContacts *contacts =
      khatt_contacts_new (job->snapshot, g_variant_get_string (parameter, NULL), job->filter);

  if (contacts != NULL)
    gtk_window_present (GTK_WINDOW (khatt_contacts_dialog_new (
        GTK_WINDOW (self), contacts, khatt_timeline_view_get_words (self->view))));
}

static void
count_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  KhattFilterJob *job = data;

  g_task_return_pointer (task, khatt_pairs_new (job->snapshot, job->filter, NULL),
                         (GDestroyNotify) khatt_pairs_free);
}

/* The window may have been closed meanwhile. */
static void
counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  KhattWindow *self = KHATT_WINDOW (source);
  KhattPairs *pairs = g_task_propagate_pointer (G_TASK (result), NULL);

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_window_present (GTK_WINDOW (khatt_pairs_dialog_new (
        GTK_WINDOW (self), pairs, khatt_timeline_view_get_words (self->view))));
  else
    khatt_pairs_free (pairs);
}

static void
show_pairs_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  KhattWindow *self = user_data;
  g_autoptr (GTask) task = g_task_new (self, NULL, counted_cb, NULL);

  g_task_set_task_data (task, new_job (self), (GDestroyNotify) khatt_filter_job_free);
  g_task_run_in_thread (task, count_in_thread);
}

static void
show_pair_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_widget_activate_action_variant (GTK_WIDGET (KHATT_WINDOW (user_data)->view), "view.lane-pair",
                                      parameter);
}

static void
only_actor_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  KhattWindow *self = user_data;
  const char *const actors[] = { g_variant_get_string (parameter, NULL), NULL };
  KhattFilter filter = *khatt_timeline_view_get_filter (self->view);

  filter.actors = actors;
  filter.needs_all_actors = FALSE;
  khatt_timeline_view_set_filter (self->view, &filter);
}

/**
 * khatt_window_install_contact_actions:
 * @self: a window
 *
 * Adds the actions that show one actor alone, and who had to do with whom.
 */
void
khatt_window_install_contact_actions (KhattWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "show-contacts", .activate = show_contacts_action, .parameter_type = "s" },
    { .name = "show-pairs", .activate = show_pairs_action },
    { .name = "only-actor", .activate = only_actor_action, .parameter_type = "s" },
    { .name = "show-pair", .activate = show_pair_action, .parameter_type = "(ss)" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
