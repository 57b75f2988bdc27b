/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What has no date has no mark. A button over the timeline says how many events that are; where
 * there are no others, a note says why, and what can be done. */

#include "khatt-window-private.h"

#include <glib/gi18n-lib.h>

#include "khatt-preferences.h"
#include "khatt-ui.h"
#include "khatt-words.h"

#define SPACING 6
#define BUTTON_MARGIN 6
#define LINE_CHARACTERS 36

/* The events without a date are the last of the review. */
static void
show_undated_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  KhattWindow *self = user_data;
  KhattTimeline *timeline = khatt_document_get_timeline (self->document);
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);
  guint32 first = khatt_snapshot_get_n_dated (snapshot);

  if (first == khatt_snapshot_get_n_events (snapshot))
    return;
  khatt_review_pane_set_choice (self->review, KHATT_REVIEW_SHOWS_ALL);
  khatt_window_select (self, khatt_snapshot_get_slot (snapshot, first));
  khatt_window_set_mode (self, KHATT_MODE_REVIEW);
}

static GtkWidget *
new_line (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, css_class);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), LINE_CHARACTERS);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  return label;
}

static GtkWidget *
new_note (guint n_events)
{
  KhattWords words = khatt_preferences_get_words ();
  g_autofree char *number = khatt_words_count (&words, n_events);
  g_autofree char *title =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s event has no date yet",
                                    "%s events have no date yet", n_events),
                       number);
  GtkWidget *area = gtk_scrolled_window_new ();
  GtkWidget *note = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Show What Is Known"));

  gtk_box_append (GTK_BOX (note), new_line (title, "khatt-note-title"));
  gtk_box_append (GTK_BOX (note),
                  new_line (_ ("Without a date nothing has a place on the line of time. An article "
                               "counts its days from the one on which it was published."),
                            "khatt-small-dim"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-undated");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (button, BUTTON_MARGIN);
  gtk_widget_add_css_class (button, "pill");
  khatt_ui_wrap_button (GTK_BUTTON (button));
  gtk_box_append (GTK_BOX (note), button);
  gtk_widget_add_css_class (note, "khatt-note");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (area), note);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (area), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (area), TRUE);
  gtk_widget_set_halign (area, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (note, GTK_ALIGN_CENTER);
  return area;
}

static GtkWidget *
new_button (guint n_undated)
{
  KhattWords words = khatt_preferences_get_words ();
  g_autofree char *number = khatt_words_count (&words, n_undated);
  /* Translators: %s is a number of events; a button that shows them. */
  g_autofree char *label = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s without a date", "%s without a date", n_undated), number);
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-undated");
  gtk_widget_set_tooltip_text (button, _ ("Events That Have No Place on the Line of Time"));
  gtk_widget_add_css_class (button, "khatt-undated");
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_set_valign (button, GTK_ALIGN_END);
  return button;
}

/**
 * khatt_window_show_undated:
 * @self: a window
 *
 * Shows over the timeline how many of its events have no date; a note where none has one.
 */
void
khatt_window_show_undated (KhattWindow *self)
{
  KhattTimeline *timeline = khatt_document_get_timeline (self->document);
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);
  guint n_events = khatt_snapshot_get_n_events (snapshot);
  guint n_dated = khatt_snapshot_get_n_dated (snapshot);

  if (self->undated_note)
    gtk_overlay_remove_overlay (self->view_area, self->undated_note);
  self->undated_note = NULL;
  if (n_dated == n_events)
    return;
  self->undated_note = n_dated > 0 ? new_button (n_events - n_dated) : new_note (n_events);
  gtk_overlay_add_overlay (self->view_area, self->undated_note);
}

/**
 * khatt_window_install_undated_actions:
 * @self: a window
 *
 * Adds the action of the note.
 */
void
khatt_window_install_undated_actions (KhattWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "show-undated", .activate = show_undated_action },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
