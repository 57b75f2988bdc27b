/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The dialog that makes two actors of one. Its list has the events of the actor in their order; of
 * many, those that are looked for, and always those that are chosen. */

#include "khatt-split-actor-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "khatt-bidi.h"
#include "khatt-completion.h"
#include "khatt-edit.h"
#include "khatt-fold.h"
#include "khatt-preferences.h"
#include "khatt-query.h"
#include "khatt-sentence.h"
#include "khatt-ui.h"
#include "khatt-words.h"

#define MOST_ROWS 200 /* more are nobody's list */

/* An event of the actor. */
typedef struct
{
  guint32 slot;
  gboolean is_chosen;
} Choice;

struct _KhattSplitActorDialog
{
  AdwWindow parent_instance;

  /* template widgets */
  AdwWindowTitle *heading;
  GtkWidget *new_name;
  GtkEditable *search;
  GtkListBox *list;
  GtkWidget *more;

  /* owned */
  KhattTimeline *timeline;
  KhattSnapshot *snapshot;
  char *name;
  GArray *choices; /* of Choice, in the order of events */
};

G_DEFINE_FINAL_TYPE (KhattSplitActorDialog, khatt_split_actor_dialog, ADW_TYPE_WINDOW)

enum
{
  SPLIT,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* ---- What can be chosen ---- */

static gboolean
takes_part (const KhattSnapshot *snapshot, guint32 slot, const char *name)
{
  const KhattRecord *record = khatt_snapshot_get_record (snapshot, slot);

  for (guint i = 0; i < record->n_parties; i++)
    {
      if (g_str_equal (khatt_snapshot_get_actor (snapshot, record->parties[i].actor)->name, name))
        return TRUE;
    }
  return FALSE;
}

static void
find_choices (KhattSplitActorDialog *self)
{
  for (guint32 i = 0; i < khatt_snapshot_get_n_events (self->snapshot); i++)
    {
      Choice choice = { .slot = khatt_snapshot_get_slot (self->snapshot, i) };

      if (takes_part (self->snapshot, choice.slot, self->name))
        g_array_append_val (self->choices, choice);
    }
}

/* The slots that are chosen. */
static GArray *
get_chosen (KhattSplitActorDialog *self)
{
  GArray *slots = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < self->choices->len; i++)
    {
      const Choice *choice = &g_array_index (self->choices, Choice, i);

      if (choice->is_chosen)
        g_array_append_val (slots, choice->slot);
    }
  return slots;
}

static char *
dup_new_name (KhattSplitActorDialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->new_name))));
}

/* Some of the events, and a name that is another one: all would be a renaming. */
static void
show_state (KhattSplitActorDialog *self)
{
  g_autoptr (GArray) chosen = get_chosen (self);
  g_autofree char *new_name = dup_new_name (self);
  KhattWords words = khatt_preferences_get_words ();
  g_autofree char *n_chosen = khatt_words_count (&words, chosen->len);
  g_autofree char *n_all = khatt_words_count (&words, self->choices->len);
  /* Translators: how many of the events of an actor are chosen: "3 of 17 events". */
  g_autofree char *count = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s of %s event", "%s of %s events", self->choices->len),
      n_chosen, n_all);

  adw_window_title_set_subtitle (self->heading, count);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "split-actor.apply",
                                 chosen->len > 0 && chosen->len < self->choices->len &&
                                     *new_name != '\0' && !g_str_equal (new_name, self->name));
}

/* ---- Rows ---- */

static char *
dup_office (KhattSplitActorDialog *self, guint32 slot)
{
  g_autoptr (KhattEventData) event = khatt_snapshot_dup_event (self->snapshot, slot);

  for (guint i = 0; i < event->actors->len; i++)
    {
      const KhattActorData *actor = g_ptr_array_index (event->actors, i);

      if (g_strcmp0 (actor->name, self->name) == 0 && actor->office != NULL)
        return g_strdup (actor->office);
    }
  return NULL;
}

static gboolean
is_found (KhattSplitActorDialog *self, guint32 slot, const KhattQuery *query)
{
  g_autofree char *heading = khatt_heading_new (self->snapshot, slot);
  g_autofree char *office = dup_office (self, slot);
  g_autofree char *text = g_strjoin ("\n", heading, office, NULL);
  g_autofree char *folded = khatt_fold (text, -1);

  for (guint i = 0; i < khatt_query_get_n_words (query); i++)
    {
      if (khatt_query_find (query, i, folded, folded, folded + strlen (folded)) == NULL)
        return FALSE;
    }
  return TRUE;
}

static void
toggled_cb (GtkCheckButton *button, KhattSplitActorDialog *self)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "index"));

  g_array_index (self->choices, Choice, index).is_chosen = gtk_check_button_get_active (button);
  show_state (self);
}

/* "6 August 2025 · President of Russia" */
static char *
dup_subtitle (KhattSplitActorDialog *self, guint32 slot)
{
  KhattWords words = khatt_preferences_get_words ();
  const KhattDate *date = &khatt_snapshot_get_record (self->snapshot, slot)->date;
  g_autofree char *when = khatt_date_is_known (date)
                              ? khatt_words_date (&words, date, KHATT_CALENDAR_GREGORIAN)
                              : g_strdup (_ ("No date"));
  g_autofree char *office = dup_office (self, slot);

  /* Translators: when somebody did something, and the office then. */
  return office != NULL ? g_strdup_printf (C_ ("when and office", "%s · %s"), when, office)
                        : g_steal_pointer (&when);
}

static void
append_row (KhattSplitActorDialog *self, guint index)
{
  const Choice *choice = &g_array_index (self->choices, Choice, index);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *heading = khatt_heading_new (self->snapshot, choice->slot);
  g_autofree char *plain = khatt_bidi_strip (heading);
  g_autofree char *title = g_markup_escape_text (plain, -1);
  g_autofree char *below = dup_subtitle (self, choice->slot);
  g_autofree char *subtitle = g_markup_escape_text (below, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), choice->is_chosen);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, plain,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, below, -1);
  g_object_set_data (G_OBJECT (check), "index", GUINT_TO_POINTER (index));
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_list_box_append (self->list, row);
}

static void
show_rows (KhattSplitActorDialog *self)
{
  g_autoptr (KhattQuery) query = khatt_query_new (gtk_editable_get_text (self->search));
  GtkWidget *row;
  guint n_rows = 0;
  gboolean is_more = FALSE;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < self->choices->len; i++)
    {
      const Choice *choice = &g_array_index (self->choices, Choice, i);

      is_more |= n_rows >= MOST_ROWS;
      if (!choice->is_chosen && (n_rows >= MOST_ROWS || !is_found (self, choice->slot, query)))
        continue;
      append_row (self, i);
      n_rows++;
    }
  gtk_widget_set_visible (self->more, is_more);
}

/* ---- Actions ---- */

static void
apply_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KhattSplitActorDialog *self = KHATT_SPLIT_ACTOR_DIALOG (widget);
  g_autoptr (GArray) chosen = get_chosen (self);
  g_autofree char *new_name = dup_new_name (self);
  guint n_events = khatt_edit_split_actor (self->timeline, self->name, new_name, chosen);

  g_signal_emit (self, signals[SPLIT], 0, new_name, n_events);
  gtk_window_close (GTK_WINDOW (self));
}

/* ---- Making it ---- */

static void
khatt_split_actor_dialog_dispose (GObject *object)
{
  KhattSplitActorDialog *self = KHATT_SPLIT_ACTOR_DIALOG (object);

  g_clear_pointer (&self->choices, g_array_unref);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->snapshot, khatt_snapshot_unref);
  g_clear_object (&self->timeline);
  G_OBJECT_CLASS (khatt_split_actor_dialog_parent_class)->dispose (object);
}

static void
khatt_split_actor_dialog_class_init (KhattSplitActorDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = khatt_split_actor_dialog_dispose;
  signals[SPLIT] = g_signal_new ("split", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT);
  gtk_widget_class_install_action (widget_class, "split-actor.apply", NULL, apply_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "split-actor.apply", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               KHATT_RESOURCE_PATH "/khatt-split-actor-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KhattSplitActorDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, KhattSplitActorDialog, new_name);
  gtk_widget_class_bind_template_child (widget_class, KhattSplitActorDialog, search);
  gtk_widget_class_bind_template_child (widget_class, KhattSplitActorDialog, list);
  gtk_widget_class_bind_template_child (widget_class, KhattSplitActorDialog, more);
  gtk_widget_class_bind_template_callback (widget_class, show_state);
  gtk_widget_class_bind_template_callback (widget_class, show_rows);
}

static void
khatt_split_actor_dialog_init (KhattSplitActorDialog *self)
{
  self->choices = g_array_new (FALSE, FALSE, sizeof (Choice));
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * khatt_split_actor_dialog_new:
 * @parent: (nullable): the window it belongs to
 * @timeline: a document
 * @name: of an actor
 *
 * Returns: a dialog that splits the actor
 */
GtkWidget *
khatt_split_actor_dialog_new (GtkWindow *parent, KhattTimeline *timeline, const char *name)
{
  KhattSplitActorDialog *self = g_object_new (KHATT_TYPE_SPLIT_ACTOR_DIALOG, "transient-for",
                                              parent, "modal", parent != NULL, NULL);
  g_autoptr (KhattSuggestions) suggestions = khatt_suggestions_new (timeline);
  /* Translators: %s is an actor's name. */
  g_autofree char *title = g_strdup_printf (_ ("Split “%s”"), name);

  self->timeline = g_object_ref (timeline);
  self->snapshot = khatt_timeline_ref_snapshot (timeline);
  self->name = g_strdup (name);
  gtk_window_set_title (GTK_WINDOW (self), title);
  adw_window_title_set_title (self->heading, title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->heading), title);
  find_choices (self);
  khatt_completion_add (self->new_name, suggestions, KHATT_VOCABULARY_ACTORS);
  show_rows (self);
  show_state (self);
  gtk_widget_grab_focus (self->new_name);
  return GTK_WIDGET (self);
}
