/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What was read is gone through: the actions that accept and dismiss events, and what the window
 * says while that is done. */

#include "khatt-window-private.h"

#include <glib/gi18n-lib.h>

#include "khatt-edit.h"
#include "khatt-preferences.h"
#include "khatt-review.h"
#include "khatt-words.h"

static KhattTimeline *
get_timeline (KhattWindow *self)
{
  return khatt_document_get_timeline (self->document);
}

static KhattSnapshot *
ref_snapshot (KhattWindow *self)
{
  return khatt_timeline_ref_snapshot (get_timeline (self));
}

static KhattReviewState
get_state (KhattWindow *self, guint32 slot)
{
  g_autoptr (KhattSnapshot) snapshot = ref_snapshot (self);
  const KhattRecord *record = khatt_snapshot_get_kept_record (snapshot, slot);

  return record != NULL ? khatt_review_get_state (record) : KHATT_REVIEW_NONE;
}

/* ---- One event ---- */

/* What is still open comes next, so that one key after the other goes through all of them. */
static void
decide (KhattWindow *self, const char *word)
{
  guint32 slot = khatt_window_get_selected_slot (self);
  gboolean is_review = self->mode == KHATT_MODE_REVIEW;
  guint32 next = is_review ? khatt_review_pane_find_open (self->review, slot) : KHATT_SLOT_NONE;
  gboolean was_open = get_state (self, slot) == KHATT_REVIEW_PROPOSED;
  gboolean is_gone = g_strcmp0 (word, KHATT_REVIEW_DISMISSED) == 0;

  if (!khatt_edit_review (get_timeline (self), slot, word))
    return;
  if (is_review && (was_open || is_gone) && next != KHATT_SLOT_NONE)
    khatt_window_select (self, next);
  else if (is_gone)
    khatt_window_select (self, KHATT_SLOT_NONE);
  if (is_gone)
    khatt_window_toast_undo (self, _ ("Event dismissed"));
}

static void
accept_event_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  KhattWindow *self = user_data;

  if (get_state (self, khatt_window_get_selected_slot (self)) == KHATT_REVIEW_PROPOSED)
    decide (self, KHATT_REVIEW_ACCEPTED);
}

static void
dismiss_event_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  decide (user_data, KHATT_REVIEW_DISMISSED);
}

static void
bring_back_event_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  KhattWindow *self = user_data;

  khatt_edit_review (get_timeline (self), khatt_window_get_selected_slot (self), NULL);
}

/* ---- All of them ---- */

static void
accept_all_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  KhattWindow *self = user_data;
  guint n_accepted = khatt_edit_accept_all (get_timeline (self));
  KhattWords words = khatt_preferences_get_words ();
  g_autofree char *number = khatt_words_count (&words, n_accepted);
  g_autofree char *text = NULL;

  khatt_window_set_mode (self, KHATT_MODE_TIMELINE);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  if (n_accepted == 0)
    return;
  text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s event accepted", "%s events accepted", n_accepted), number);
  khatt_window_toast_undo (self, text);
}

/* ---- From article to article ---- */

static void
next_open_article_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  KhattWindow *self = user_data;
  guint32 slot = khatt_article_pane_find_next_open (self->article);

  if (slot != KHATT_SLOT_NONE)
    khatt_window_select (self, slot);
}

/* ---- The view ---- */

static void
review_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  khatt_window_set_mode (user_data, KHATT_MODE_REVIEW);
}

static guint32
find_first_undated (KhattSnapshot *snapshot)
{
  guint32 first = khatt_snapshot_get_n_dated (snapshot);

  return first < khatt_snapshot_get_n_events (snapshot) ? khatt_snapshot_get_slot (snapshot, first)
                                                        : KHATT_SLOT_NONE;
}

static void
selected_cb (KhattWindow *self)
{
  guint32 slot = khatt_review_pane_get_selected_slot (self->review);

  if (slot == khatt_window_get_selected_slot (self))
    return;
  khatt_timeline_view_set_selected_slot (self->view, slot);
}

/**
 * khatt_window_has_review:
 * @self: a window
 *
 * Returns: whether there is something to go through: events that were read or dismissed, or that
 * have no date
 */
gboolean
khatt_window_has_review (KhattWindow *self)
{
  g_autoptr (KhattSnapshot) snapshot = ref_snapshot (self);
  KhattReviewCounts counts = khatt_review_count (snapshot);

  return counts.n_read > 0 || counts.n_gone > 0 || find_first_undated (snapshot) != KHATT_SLOT_NONE;
}

/**
 * khatt_window_dup_review_subtitle:
 * @self: a window
 *
 * Returns: (transfer full): how far one has come: "14 read, 3 accepted"
 */
char *
khatt_window_dup_review_subtitle (KhattWindow *self)
{
  g_autoptr (KhattSnapshot) snapshot = ref_snapshot (self);
  KhattReviewCounts counts = khatt_review_count (snapshot);
  KhattWords words = khatt_preferences_get_words ();
  g_autofree char *n_read = khatt_words_count (&words, counts.n_read);
  g_autofree char *n_settled = khatt_words_count (&words, counts.n_settled);

  /* Translators: two numbers of events. */
  return g_strdup_printf (_ ("%s read, %s accepted"), n_read, n_settled);
}

/**
 * khatt_window_enter_review:
 * @self: a window that has just begun to show the review
 *
 * Selects what is to be decided on first, where nothing of the list is selected.
 */
void
khatt_window_enter_review (KhattWindow *self)
{
  guint32 slot = khatt_window_get_selected_slot (self);

  khatt_window_withdraw_toast (self, self->read_toast);
  if (get_state (self, slot) == KHATT_REVIEW_NONE)
    slot = khatt_review_pane_find_open (self->review, KHATT_SLOT_NONE);
  if (slot != KHATT_SLOT_NONE)
    khatt_window_select (self, slot);
  gtk_widget_grab_focus (GTK_WIDGET (self->review));
}

/**
 * khatt_window_show_review:
 * @self: a window
 *
 * Shows whether there is something to go through, after a change.
 */
void
khatt_window_show_review (KhattWindow *self)
{
  gboolean has_review = khatt_window_has_review (self);
  guint32 slot = khatt_window_get_selected_slot (self);
  KhattReviewState state = get_state (self, slot);
  g_autoptr (KhattSnapshot) snapshot = ref_snapshot (self);
  const struct
  {
    const char *name;
    gboolean is_enabled;
  } actions[] = {
    { "review", has_review },
    { "accept-event", state == KHATT_REVIEW_PROPOSED },
    { "dismiss-event", state != KHATT_REVIEW_GONE && khatt_snapshot_has_slot (snapshot, slot) },
    { "bring-back-event", state == KHATT_REVIEW_GONE },
    { "accept-all", has_review },
    { "next-open-article", khatt_snapshot_get_n_articles (snapshot) > 1 &&
                               khatt_review_count (snapshot).n_proposed > 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    g_simple_action_set_enabled (
        G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), actions[i].name)),
        actions[i].is_enabled);
  gtk_widget_set_visible (self->review_toggle, has_review);
  gtk_widget_set_visible (self->review_button, has_review);
  if (!has_review && self->mode == KHATT_MODE_REVIEW)
    khatt_window_set_mode (self, KHATT_MODE_TIMELINE);
}

/**
 * khatt_window_tell_read:
 * @self: a window that has just opened something
 *
 * Says how many events were read from articles, and offers to go through them.
 */
void
khatt_window_tell_read (KhattWindow *self)
{
  g_autoptr (KhattSnapshot) snapshot = ref_snapshot (self);
  KhattReviewCounts counts = khatt_review_count (snapshot);
  KhattWords words = khatt_preferences_get_words ();
  g_autofree char *number = khatt_words_count (&words, counts.n_proposed);
  g_autofree char *text = NULL;

  /* A document that was saved has been seen. */
  if (counts.n_proposed == 0 ||
      khatt_document_get_save_state (self->document) != KHATT_SAVE_NEEDS_NAME)
    return;
  text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Read %s event", "Read %s events", counts.n_proposed), number);
  g_set_weak_pointer (&self->read_toast,
                      khatt_window_toast_action (self, text, _ ("_Review"), "win.review"));
}

/* The keys of the cards, while the article beside them is read. */
static void
add_article_keys (KhattWindow *self)
{
  static const struct
  {
    const char *trigger;
    const char *action;
  } keys[] = {
    { "Return|KP_Enter|a", "win.accept-event" },
    { "e", "win.edit-selected" },
    { "Delete|KP_Delete|BackSpace", "win.dismiss-event" },
    { "n", "win.next-open-article" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (controller),
        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys[i].trigger),
                          gtk_named_action_new (keys[i].action)));
  gtk_widget_add_controller (GTK_WIDGET (self->article), controller);
}

/**
 * khatt_window_install_review_actions:
 * @self: a window
 *
 * Adds the actions on what was read.
 */
void
khatt_window_install_review_actions (KhattWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "review", .activate = review_action },
    { .name = "accept-event", .activate = accept_event_action },
    { .name = "dismiss-event", .activate = dismiss_event_action },
    { .name = "bring-back-event", .activate = bring_back_event_action },
    { .name = "accept-all", .activate = accept_all_action },
    { .name = "next-open-article", .activate = next_open_article_action },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (self->review, "notify::selected-slot", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  add_article_keys (self);
}
