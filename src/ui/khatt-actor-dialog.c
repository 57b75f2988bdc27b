/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where the document says nothing of an actor by itself, office and country are those of its
 * events. A word for what an actor is that is not known here stays until another one is chosen. */

#include "khatt-actor-dialog.h"

#include <glib/gi18n-lib.h>

#include "khatt-chips.h"
#include "khatt-completion.h"
#include "khatt-edit-row.h"
#include "khatt-edit.h"
#include "khatt-ui.h"

struct _KhattActorDialog
{
  AdwWindow parent_instance;

  /* template widgets */
  AdwWindowTitle *heading;
  GtkWidget *name;
  GtkWidget *arabic;
  GtkWidget *english;
  KhattChips *aliases;
  AdwComboRow *kind;
  GtkWidget *office;
  GtkWidget *country;
  GtkLabel *country_name;

  /* owned */
  KhattTimeline *timeline;
  KhattActorEntry *before;
};

G_DEFINE_FINAL_TYPE (KhattActorDialog, khatt_actor_dialog, ADW_TYPE_WINDOW)

enum
{
  APPLIED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* As documents call them, after the choice that says nothing. */
static const char *const kinds[] = { "person", "state", "organisation" };

static void
show_state (KhattActorDialog *self)
{
  g_autofree char *name = khatt_edit_row_dup_text (self->name);
  gboolean is_known = khatt_edit_row_show_country (self->country, self->country_name);

  khatt_edit_row_show_error (self->name, name == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "actor.apply", name != NULL && is_known);
}

/* The word of the choice; NULL: none. */
static const char *
get_kind (KhattActorDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->kind);

  if (selected >= 1 && selected <= G_N_ELEMENTS (kinds))
    return kinds[selected - 1];
  return selected == 0 ? NULL : self->before->kind;
}

static KhattActorEntry *
make_entry (KhattActorDialog *self)
{
  KhattActorEntry *entry = khatt_actor_entry_new (NULL);

  entry->name = khatt_edit_row_dup_text (self->name);
  entry->kind = g_strdup (get_kind (self));
  entry->arabic = khatt_edit_row_dup_text (self->arabic);
  entry->english = khatt_edit_row_dup_text (self->english);
  g_ptr_array_unref (entry->aliases);
  entry->aliases = khatt_chips_dup_words (self->aliases);
  entry->office = khatt_edit_row_dup_text (self->office);
  entry->country = khatt_edit_row_dup_country (self->country);
  entry->other_names = g_strdup (self->before->other_names);
  entry->extra = g_strdup (self->before->extra);
  return entry;
}

static void
apply_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KhattActorDialog *self = KHATT_ACTOR_DIALOG (widget);
  g_autoptr (KhattActorEntry) after = make_entry (self);

  if (khatt_edit_actor (self->timeline, self->before, after))
    g_signal_emit (self, signals[APPLIED], 0, after->name);
  gtk_window_close (GTK_WINDOW (self));
}

/* ---- Making it ---- */

static void
khatt_actor_dialog_dispose (GObject *object)
{
  KhattActorDialog *self = KHATT_ACTOR_DIALOG (object);

  g_clear_pointer (&self->before, khatt_actor_entry_free);
  g_clear_object (&self->timeline);
  G_OBJECT_CLASS (khatt_actor_dialog_parent_class)->dispose (object);
}

static void
khatt_actor_dialog_class_init (KhattActorDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = khatt_actor_dialog_dispose;
  signals[APPLIED] = g_signal_new ("applied", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (KHATT_TYPE_CHIPS);
  gtk_widget_class_install_action (widget_class, "actor.apply", NULL, apply_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "actor.apply", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               KHATT_RESOURCE_PATH "/khatt-actor-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KhattActorDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, KhattActorDialog, name);
  gtk_widget_class_bind_template_child (widget_class, KhattActorDialog, arabic);
  gtk_widget_class_bind_template_child (widget_class, KhattActorDialog, english);
  gtk_widget_class_bind_template_child (widget_class, KhattActorDialog, aliases);
  gtk_widget_class_bind_template_child (widget_class, KhattActorDialog, kind);
  gtk_widget_class_bind_template_child (widget_class, KhattActorDialog, office);
  gtk_widget_class_bind_template_child (widget_class, KhattActorDialog, country);
  gtk_widget_class_bind_template_child (widget_class, KhattActorDialog, country_name);
  gtk_widget_class_bind_template_callback (widget_class, show_state);
}

static void
khatt_actor_dialog_init (KhattActorDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  khatt_chips_set_title (self->aliases, _ ("Add another name"));
}

static void
set_text (GtkWidget *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

static void
show_kind (KhattActorDialog *self)
{
  const char *kind = self->before->kind;
  g_autoptr (GtkStringList) choices = gtk_string_list_new (NULL);
  guint selected = kind != NULL ? G_N_ELEMENTS (kinds) + 1 : 0;

  /* Translators: what an actor is. */
  gtk_string_list_append (choices, C_ ("actor", "Not said"));
  gtk_string_list_append (choices, C_ ("actor", "Person"));
  gtk_string_list_append (choices, C_ ("actor", "State"));
  gtk_string_list_append (choices, C_ ("actor", "Organisation"));
  for (guint i = 0; kind != NULL && i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kind, kinds[i]))
      selected = i + 1;
  if (selected > G_N_ELEMENTS (kinds))
    gtk_string_list_append (choices, kind);
  adw_combo_row_set_model (self->kind, G_LIST_MODEL (choices));
  adw_combo_row_set_selected (self->kind, selected);
}

static void
show_entry (KhattActorDialog *self)
{
  set_text (self->name, self->before->name);
  set_text (self->arabic, self->before->arabic);
  set_text (self->english, self->before->english);
  khatt_chips_set_words (self->aliases, self->before->aliases);
  show_kind (self);
  set_text (self->office, self->before->office);
  set_text (self->country, self->before->country);
}

/* What the events say of office and country where the document says nothing. */
static void
take_from_events (KhattActorDialog *self, KhattSnapshot *snapshot)
{
  for (guint32 i = 0; i < khatt_snapshot_get_n_actors (snapshot); i++)
    {
      const KhattActor *actor = khatt_snapshot_get_actor (snapshot, i);

      if (g_strcmp0 (actor->name, self->before->name) != 0)
        continue;
      if (self->before->office == NULL)
        self->before->office = g_strdup (actor->office);
      if (self->before->country == NULL)
        self->before->country = g_strdup (actor->country);
    }
}

/**
 * khatt_actor_dialog_new:
 * @parent: (nullable): the window it belongs to
 * @timeline: a document
 * @name: of an actor
 *
 * Returns: a dialog that changes what is said of the actor
 */
GtkWidget *
khatt_actor_dialog_new (GtkWindow *parent, KhattTimeline *timeline, const char *name)
{
  KhattActorDialog *self = g_object_new (KHATT_TYPE_ACTOR_DIALOG, "transient-for", parent, "modal",
                                         parent != NULL, NULL);
  g_autoptr (KhattSuggestions) suggestions = khatt_suggestions_new (timeline);
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);

  self->timeline = g_object_ref (timeline);
  self->before =
      khatt_actor_section_find (khatt_snapshot_get_section (snapshot, KHATT_SECTION_ACTORS), name);
  if (self->before == NULL)
    self->before = khatt_actor_entry_new (name);
  take_from_events (self, snapshot);
  adw_window_title_set_subtitle (self->heading, name);
  khatt_completion_add (self->name, suggestions, KHATT_VOCABULARY_ACTORS);
  khatt_completion_add (self->office, suggestions, KHATT_VOCABULARY_OFFICES);
  show_entry (self);
  show_state (self);
  gtk_widget_grab_focus (self->name);
  return GTK_WIDGET (self);
}
