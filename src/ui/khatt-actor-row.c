/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Who took part in an event. A row that nothing was typed into is nobody. */

#include "khatt-actor-row.h"

#include <glib/gi18n-lib.h>

#include "khatt-completion.h"
#include "khatt-countries.h"

struct _KhattActorRow
{
  KhattEditRow parent_instance;

  GtkWidget *name;
  GtkWidget *role;
  GtkWidget *office;
  GtkWidget *country;
  GtkWidget *country_name;

  KhattSuggestions *suggestions;
  KhattKind kind;
  char *extra; /* what a document says besides */
};

G_DEFINE_FINAL_TYPE (KhattActorRow, khatt_actor_row, KHATT_TYPE_EDIT_ROW)

static KhattRole
get_role (KhattActorRow *self)
{
  return (KhattRole) adw_combo_row_get_selected (ADW_COMBO_ROW (self->role));
}

static void
show (KhattActorRow *self)
{
  g_autofree char *name = khatt_edit_row_dup_text (self->name);
  g_autofree char *office = khatt_edit_row_dup_text (self->office);
  const char *role = khatt_role_get_label (get_role (self), self->kind);
  /* Translators: somebody's role and office: "Caller · President of Russia". */
  g_autofree char *both = office != NULL ? g_strdup_printf (_ ("%s · %s"), role, office) : NULL;
  g_autofree char *title = g_markup_escape_text (name != NULL ? name : _ ("New actor"), -1);
  g_autofree char *subtitle = g_markup_escape_text (both != NULL ? both : role, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  khatt_edit_row_show_error (self->name, name == NULL && !khatt_actor_row_is_valid (self));
  khatt_edit_row_show_country (self->country, GTK_LABEL (self->country_name));
}

static gboolean
khatt_actor_row_grab_focus (GtkWidget *widget)
{
  KhattActorRow *self = KHATT_ACTOR_ROW (widget);

  if (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return gtk_widget_grab_focus (self->name);
  return GTK_WIDGET_CLASS (khatt_actor_row_parent_class)->grab_focus (widget);
}

static void
khatt_actor_row_finalize (GObject *object)
{
  KhattActorRow *self = KHATT_ACTOR_ROW (object);

  g_clear_object (&self->suggestions);
  g_free (self->extra);
  G_OBJECT_CLASS (khatt_actor_row_parent_class)->finalize (object);
}

static void
khatt_actor_row_class_init (KhattActorRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = khatt_actor_row_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = khatt_actor_row_grab_focus;
}

static void
fill_roles (KhattActorRow *self)
{
  const char *labels[KHATT_N_ROLES + 1] = { NULL };
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->role));
  g_autoptr (GtkStringList) list = NULL;

  for (KhattRole role = 0; role < KHATT_N_ROLES; role++)
    labels[role] = khatt_role_get_label (role, self->kind);
  list = gtk_string_list_new (labels);
  adw_combo_row_set_model (ADW_COMBO_ROW (self->role), G_LIST_MODEL (list));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->role),
                              selected != GTK_INVALID_LIST_POSITION ? selected : 0);
}

static void
khatt_actor_row_init (KhattActorRow *self)
{
  KhattEditRow *row = KHATT_EDIT_ROW (self);

  self->kind = KHATT_KIND_OTHER;
  self->name = khatt_edit_row_add_entry (row, _ ("Name"));
  self->role = adw_combo_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->role), _ ("Role"));
  fill_roles (self);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->role);
  self->office = khatt_edit_row_add_entry (row, _ ("Office"));
  self->country = khatt_edit_row_add_entry (row, _ ("Country (two letters)"));
  self->country_name = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->country_name, "dim-label");
  gtk_label_set_ellipsize (GTK_LABEL (self->country_name), PANGO_ELLIPSIZE_END);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self->country), self->country_name);
  g_signal_connect_object (self->role, "notify::selected", G_CALLBACK (khatt_edit_row_emit_changed),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "changed", G_CALLBACK (show), NULL, 0);
  show (self);
}

static void
fill_empty (GtkWidget *entry, const char *text)
{
  if (text != NULL && *gtk_editable_get_text (GTK_EDITABLE (entry)) == '\0')
    gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

/* Somebody whom the document knows. */
static void
picked_cb (KhattActorRow *self, const char *name)
{
  const KhattActor *actor =
      khatt_vocabulary_find_actor (khatt_suggestions_get (self->suggestions), name);

  fill_empty (self->office, actor->office);
  fill_empty (self->country, actor->country);
}

/**
 * khatt_actor_row_new:
 * @kind: of the event, which the names of roles depend on
 * @suggestions: the names of the document
 *
 * Returns: (transfer floating): nobody yet
 */
GtkWidget *
khatt_actor_row_new (KhattKind kind, KhattSuggestions *suggestions)
{
  KhattActorRow *self = g_object_new (KHATT_TYPE_ACTOR_ROW, NULL);

  self->suggestions = g_object_ref (suggestions);
  g_signal_connect_object (khatt_completion_add (self->name, suggestions, KHATT_VOCABULARY_ACTORS),
                           "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  khatt_completion_add (self->office, suggestions, KHATT_VOCABULARY_OFFICES);

  khatt_actor_row_set_kind (self, kind);
  return GTK_WIDGET (self);
}

/**
 * khatt_actor_row_set_kind:
 * @self: an actor
 * @kind: of the event
 */
void
khatt_actor_row_set_kind (KhattActorRow *self, KhattKind kind)
{
  g_return_if_fail (KHATT_IS_ACTOR_ROW (self));

  if (self->kind == kind)
    return;
  self->kind = kind;
  fill_roles (self);
  show (self);
}

static void
set_text (GtkWidget *entry, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
}

/**
 * khatt_actor_row_set_actor:
 * @self: an actor
 * @actor: who it is
 */
void
khatt_actor_row_set_actor (KhattActorRow *self, const KhattActorData *actor)
{
  g_return_if_fail (KHATT_IS_ACTOR_ROW (self));

  set_text (self->name, actor->name);
  set_text (self->office, actor->office);
  set_text (self->country, actor->country);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->role), actor->role);
  g_free (self->extra);
  self->extra = g_strdup (actor->extra);
}

/**
 * khatt_actor_row_is_valid:
 * @self: an actor
 *
 * Returns: whether it is somebody with a name, or nobody
 */
gboolean
khatt_actor_row_is_valid (KhattActorRow *self)
{
  g_autofree char *name = khatt_edit_row_dup_text (self->name);
  g_autofree char *office = khatt_edit_row_dup_text (self->office);
  g_autofree char *country = khatt_edit_row_dup_country (self->country);

  if (country != NULL && !khatt_country_code_is_known (country))
    return FALSE;
  return name != NULL || (office == NULL && country == NULL);
}

/**
 * khatt_actor_row_add_to:
 * @self: an actor
 * @event: what it takes part in
 *
 * Adds the actor to @event, unless it is nobody.
 */
void
khatt_actor_row_add_to (KhattActorRow *self, KhattEventData *event)
{
  g_autofree char *name = khatt_edit_row_dup_text (self->name);
  KhattActorData *actor;

  g_return_if_fail (KHATT_IS_ACTOR_ROW (self));

  if (name == NULL)
    return;
  actor = khatt_event_data_add_actor (event, name, get_role (self));
  actor->office = khatt_edit_row_dup_text (self->office);
  actor->country = khatt_edit_row_dup_country (self->country);
  actor->extra = g_strdup (self->extra);
}
