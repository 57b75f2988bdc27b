/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The editor of one event. Beside what differs from what was read stands a button that brings that
 * back. */

#include "khatt-event-editor-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "khatt-actor-row.h"
#include "khatt-completion.h"
#include "khatt-details-rows.h"
#include "khatt-edit.h"
#include "khatt-hue-factory.h"
#include "khatt-quote-row.h"
#include "khatt-read-values.h"
#include "khatt-ui.h"

#define FOCUS_MARGIN 18

G_DEFINE_FINAL_TYPE (KhattEventEditor, khatt_event_editor, ADW_TYPE_WINDOW)

enum
{
  APPLIED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static GtkWidget *
get_field_widget (KhattEventEditor *self, guint index)
{
  return G_STRUCT_MEMBER (GtkWidget *, self, khatt_editor_fields[index].widget);
}

static KhattEventData *
dup_edited (KhattEventEditor *self)
{
  KhattEventData *event = khatt_event_data_copy (self->event);

  for (guint i = 0; i < KHATT_EDITOR_N_FIELDS; i++)
    khatt_editor_fields[i].take (self, event);
  return event;
}

/* ---- What follows from a change ---- */

static gboolean
is_valid (KhattEventEditor *self)
{
  KhattDate date;

  for (guint i = 0; i < self->actor_rows->len; i++)
    {
      if (!khatt_actor_row_is_valid (g_ptr_array_index (self->actor_rows, i)))
        return FALSE;
    }
  return khatt_date_field_get_date (self->date_field, &date);
}

/* Only what was read can be brought back. */
static void
show_restore (KhattEventEditor *self)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (self->timeline);
  g_autoptr (KhattEventData) edited = dup_edited (self);
  gboolean was_read = self->slot != KHATT_SLOT_NONE && self->event->origin == KHATT_ORIGIN_RULE;
  gboolean is_any = FALSE;

  for (guint i = 0; i < KHATT_EDITOR_N_FIELDS; i++)
    {
      gboolean differs = was_read && khatt_read_values_differ (snapshot, self->read, edited,
                                                               khatt_editor_fields[i].member);

      gtk_widget_set_visible (self->restore_buttons[i], differs);
      is_any |= differs;
    }
  gtk_widget_set_visible (self->restore_group, is_any);
}

/**
 * khatt_event_editor_changed: (skip)
 * @self: an editor of which something was changed
 */
void
khatt_event_editor_changed (KhattEventEditor *self)
{
  if (self->is_showing)
    return;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.save", is_valid (self));
  show_restore (self);
}

static void
kind_cb (KhattEventEditor *self)
{
  KhattKind kind = khatt_event_editor_get_kind (self);

  khatt_plate_image_set_kind (self->plate, kind, khatt_event_editor_get_status (self));
  khatt_plate_image_set_hue (self->plate, khatt_event_editor_get_hue (self));
  for (guint i = 0; i < self->actor_rows->len; i++)
    khatt_actor_row_set_kind (g_ptr_array_index (self->actor_rows, i), kind);
  khatt_event_editor_changed (self);
}

static void
show_sources (KhattEventEditor *self)
{
  for (guint i = 0; i < self->event->sources->len; i++)
    {
      const KhattSourceData *source = g_ptr_array_index (self->event->sources, i);
      GtkWidget *row = adw_action_row_new ();
      g_autofree char *excerpt =
          g_markup_escape_text (source->excerpt != NULL ? source->excerpt : "", -1);
      g_autofree char *name =
          g_markup_escape_text (source->attribution != NULL ? source->attribution : "", -1);

      g_strdelimit (excerpt, "\n", ' ');
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), g_strstrip (excerpt));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), name);
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
      gtk_widget_set_direction (row, khatt_details_text_direction (source->excerpt));
      gtk_widget_set_focusable (row, TRUE);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->sources_group), row);
    }
  gtk_widget_set_visible (self->sources_group, self->event->sources->len > 0);
}

static void
show_event (KhattEventEditor *self)
{
  self->is_showing = TRUE;
  for (guint i = 0; i < KHATT_EDITOR_N_FIELDS; i++)
    khatt_editor_fields[i].show (self, self->event);
  show_sources (self);
  self->is_showing = FALSE;
  kind_cb (self);
}

static void
begin (KhattEventEditor *self, const char *heading)
{
  gtk_window_set_title (GTK_WINDOW (self), heading);
  adw_window_title_set_title (self->heading, heading);
  show_event (self);
}

/* ---- Actions ---- */

static void
restore_field (KhattEventEditor *self, guint index)
{
  self->is_showing = TRUE;
  khatt_editor_fields[index].show (self, self->read);
  self->is_showing = FALSE;
}

static void
restore_cb (GtkWidget *button, KhattEventEditor *self)
{
  for (guint i = 0; i < KHATT_EDITOR_N_FIELDS; i++)
    {
      if (self->restore_buttons[i] != button)
        continue;
      gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_BACKWARD);
      restore_field (self, i);
    }
  kind_cb (self);
}

static void
restore_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KhattEventEditor *self = KHATT_EVENT_EDITOR (widget);

  for (guint i = 0; i < KHATT_EDITOR_N_FIELDS; i++)
    {
      if (gtk_widget_get_visible (self->restore_buttons[i]))
        restore_field (self, i);
    }
  gtk_widget_grab_focus (self->title_row);
  kind_cb (self);
}

static void
open_new_row (KhattEventEditor *self, GtkWidget *row)
{
  khatt_event_editor_add_row (self, row);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  gtk_widget_grab_focus (row);
}

static void
add_actor_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KhattEventEditor *self = KHATT_EVENT_EDITOR (widget);

  if (self->actor_rows->len < KHATT_EVENT_MAX_ACTORS)
    open_new_row (self,
                  khatt_actor_row_new (khatt_event_editor_get_kind (self), self->suggestions));
}

static void
add_quote_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KhattEventEditor *self = KHATT_EVENT_EDITOR (widget);

  open_new_row (self, khatt_quote_row_new (self->suggestions));
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KhattEventEditor *self = KHATT_EVENT_EDITOR (widget);
  g_autoptr (KhattEventData) edited = NULL;
  guint32 slot = self->slot;

  gtk_spin_button_update (self->importance);
  if (!is_valid (self))
    return;
  edited = dup_edited (self);
  if (slot == KHATT_SLOT_NONE || khatt_timeline_get_id (self->timeline, slot) == NULL)
    slot = khatt_edit_add (self->timeline, edited);
  else
    khatt_edit_change (self->timeline, slot, edited);
  g_signal_emit (self, signals[APPLIED], 0, slot);
  gtk_window_close (GTK_WINDOW (self));
}

/* ---- Keeping in view ---- */

static gboolean
reveal_focus (GtkWidget *page, GdkFrameClock *clock, gpointer data)
{
  KhattEventEditor *self = data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *viewport = gtk_widget_get_ancestor (self->actors_group, GTK_TYPE_VIEWPORT);
  graphene_rect_t bounds;

  if (focus != NULL && gtk_widget_is_ancestor (focus, viewport) &&
      gtk_widget_compute_bounds (focus, gtk_viewport_get_child (GTK_VIEWPORT (viewport)), &bounds))
    gtk_adjustment_clamp_page (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)),
                               bounds.origin.y - FOCUS_MARGIN,
                               bounds.origin.y + bounds.size.height + FOCUS_MARGIN);
  return G_SOURCE_REMOVE;
}

/* What has the focus in a row that unfolds is not there yet when it gets it. */
static void
grown_cb (KhattEventEditor *self)
{
  gtk_widget_add_tick_callback (self->page, reveal_focus, self, NULL);
}

/* ---- Making it ---- */

static void
khatt_event_editor_dispose (GObject *object)
{
  KhattEventEditor *self = KHATT_EVENT_EDITOR (object);

  g_clear_pointer (&self->actor_rows, g_ptr_array_unref);
  g_clear_pointer (&self->quote_rows, g_ptr_array_unref);
  g_clear_pointer (&self->event, khatt_event_data_free);
  g_clear_pointer (&self->read, khatt_event_data_free);
  g_clear_object (&self->suggestions);
  g_clear_object (&self->timeline);
  G_OBJECT_CLASS (khatt_event_editor_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, KhattEventEditor, heading);
  gtk_widget_class_bind_template_child (widget_class, KhattEventEditor, page);
  gtk_widget_class_bind_template_child (widget_class, KhattEventEditor, title_row);
  gtk_widget_class_bind_template_child (widget_class, KhattEventEditor, kind_row);
  gtk_widget_class_bind_template_child (widget_class, KhattEventEditor, plate);
  gtk_widget_class_bind_template_child (widget_class, KhattEventEditor, status_row);
  gtk_widget_class_bind_template_child (widget_class, KhattEventEditor, date_field);
  gtk_widget_class_bind_template_child (widget_class, KhattEventEditor, actors_group);
  gtk_widget_class_bind_template_child (widget_class, KhattEventEditor, actors_suffix);
  gtk_widget_class_bind_template_child (widget_class, KhattEventEditor, place_row);
  gtk_widget_class_bind_template_child (widget_class, KhattEventEditor, topics);
  gtk_widget_class_bind_template_child (widget_class, KhattEventEditor, topics_suffix);
  gtk_widget_class_bind_template_child (widget_class, KhattEventEditor, tags);
  gtk_widget_class_bind_template_child (widget_class, KhattEventEditor, tags_suffix);
  gtk_widget_class_bind_template_child (widget_class, KhattEventEditor, importance_row);
  gtk_widget_class_bind_template_child (widget_class, KhattEventEditor, importance);
  gtk_widget_class_bind_template_child (widget_class, KhattEventEditor, color_row);
  gtk_widget_class_bind_template_child (widget_class, KhattEventEditor, quotes_group);
  gtk_widget_class_bind_template_child (widget_class, KhattEventEditor, quotes_suffix);
  gtk_widget_class_bind_template_child (widget_class, KhattEventEditor, notes);
  gtk_widget_class_bind_template_child (widget_class, KhattEventEditor, notes_suffix);
  gtk_widget_class_bind_template_child (widget_class, KhattEventEditor, sources_group);
  gtk_widget_class_bind_template_child (widget_class, KhattEventEditor, restore_group);
  gtk_widget_class_bind_template_callback_full (widget_class, "changed_cb",
                                                G_CALLBACK (khatt_event_editor_changed));
  gtk_widget_class_bind_template_callback (widget_class, kind_cb);
}

static void
khatt_event_editor_class_init (KhattEventEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = khatt_event_editor_dispose;
  signals[APPLIED] = g_signal_new ("applied", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_install_action (widget_class, "editor.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "editor.restore-all", NULL, restore_all_action);
  gtk_widget_class_install_action (widget_class, "editor.add-actor", NULL, add_actor_action);
  gtk_widget_class_install_action (widget_class, "editor.add-quote", NULL, add_quote_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "editor.save", NULL);
  g_type_ensure (KHATT_TYPE_CHIPS);
  g_type_ensure (KHATT_TYPE_DATE_FIELD);
  g_type_ensure (KHATT_TYPE_PLATE_IMAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               KHATT_RESOURCE_PATH "/khatt-event-editor.ui");
  bind_template (widget_class);
}

static void
add_restore_buttons (KhattEventEditor *self)
{
  for (guint i = 0; i < KHATT_EDITOR_N_FIELDS; i++)
    {
      GtkWidget *field = get_field_widget (self, i);
      GtkWidget *button = gtk_button_new_from_icon_name ("document-revert-symbolic");

      self->restore_buttons[i] = button;
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_tooltip_text (button, _ ("Restore What Was Read"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ ("Restore What Was Read"), -1);
      g_signal_connect_object (button, "clicked", G_CALLBACK (restore_cb), self, 0);
      if (KHATT_IS_DATE_FIELD (field))
        khatt_date_field_add_suffix (KHATT_DATE_FIELD (field), button);
      else if (ADW_IS_ENTRY_ROW (field))
        adw_entry_row_add_suffix (ADW_ENTRY_ROW (field), button);
      else if (ADW_IS_ACTION_ROW (field))
        adw_action_row_add_suffix (ADW_ACTION_ROW (field), button);
      else
        gtk_box_prepend (GTK_BOX (field), button);
    }
}

static void
fill_choices (KhattEventEditor *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) statuses = gtk_string_list_new (NULL);
  g_autoptr (GtkListItemFactory) factory = khatt_hue_factory_new ();
  g_autoptr (GtkStringList) hues = gtk_string_list_new (NULL);

  for (KhattKind kind = 0; kind < KHATT_N_KINDS; kind++)
    gtk_string_list_append (kinds, khatt_kind_get_label (kind));
  for (KhattStatus status = 0; status < KHATT_N_STATUSES; status++)
    gtk_string_list_append (statuses, khatt_status_get_label (status));
  for (KhattHue hue = 0; hue < KHATT_N_HUES; hue++)
    gtk_string_list_append (hues, khatt_hue_get_label (hue));
  adw_combo_row_set_factory (ADW_COMBO_ROW (self->color_row), factory);
  adw_combo_row_set_model (ADW_COMBO_ROW (self->color_row), G_LIST_MODEL (hues));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->kind_row), G_LIST_MODEL (kinds));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->status_row), G_LIST_MODEL (statuses));
}

static void
khatt_event_editor_init (KhattEventEditor *self)
{
  self->slot = KHATT_SLOT_NONE;
  self->is_showing = TRUE;
  self->actor_rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->quote_rows = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_choices (self);
  add_restore_buttons (self);
  g_signal_connect_object (gtk_text_view_get_buffer (self->notes), "changed",
                           G_CALLBACK (khatt_event_editor_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (
                               gtk_widget_get_ancestor (self->actors_group, GTK_TYPE_VIEWPORT))),
                           "notify::upper", G_CALLBACK (grown_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_grab_focus (self->title_row);
}

/**
 * khatt_event_editor_new:
 * @parent: (nullable): the window it belongs to
 * @timeline: the document
 *
 * Returns: an editor; give it something to edit before it is shown
 */
GtkWidget *
khatt_event_editor_new (GtkWindow *parent, KhattTimeline *timeline)
{
  KhattEventEditor *self = g_object_new (KHATT_TYPE_EVENT_EDITOR, "transient-for", parent, "modal",
                                         parent != NULL, NULL);

  self->timeline = g_object_ref (timeline);
  self->suggestions = khatt_suggestions_new (timeline);
  khatt_completion_add (self->place_row, self->suggestions, KHATT_VOCABULARY_PLACES);
  khatt_chips_set_title (self->topics, _ ("Add a topic"));
  khatt_chips_suggest (self->topics, self->suggestions, KHATT_VOCABULARY_TOPICS);
  khatt_chips_set_title (self->tags, _ ("Add a tag"));
  khatt_chips_suggest (self->tags, self->suggestions, KHATT_VOCABULARY_TAGS);
  return GTK_WIDGET (self);
}

/**
 * khatt_event_editor_edit:
 * @self: a new editor
 * @slot: of the event to be changed
 */
void
khatt_event_editor_edit (KhattEventEditor *self, guint32 slot)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (self->timeline);

  g_return_if_fail (KHATT_IS_EVENT_EDITOR (self));
  g_return_if_fail (self->event == NULL);
  g_return_if_fail (khatt_snapshot_has_slot (snapshot, slot));

  self->slot = slot;
  self->event = khatt_snapshot_dup_event (snapshot, slot);
  self->read = khatt_read_values_restore (snapshot, self->event);
  begin (self, _ ("Edit Event"));
}

/**
 * khatt_event_editor_draft:
 * @self: a new editor
 * @draft: what is known of an event that is to be added
 */
void
khatt_event_editor_draft (KhattEventEditor *self, const KhattEventData *draft)
{
  g_return_if_fail (KHATT_IS_EVENT_EDITOR (self));
  g_return_if_fail (self->event == NULL);

  self->event = khatt_event_data_copy (draft);
  self->read = khatt_event_data_copy (draft);
  begin (self, _ ("New Event"));
}

/**
 * khatt_event_editor_focus:
 * @self: an editor
 * @member: the name, in documents, of what is to be changed first: "date"
 */
void
khatt_event_editor_focus (KhattEventEditor *self, const char *member)
{
  g_return_if_fail (KHATT_IS_EVENT_EDITOR (self));

  for (guint i = 0; i < KHATT_EDITOR_N_FIELDS; i++)
    {
      if (strcmp (khatt_editor_fields[i].member, member) == 0)
        gtk_widget_grab_focus (get_field_widget (self, i));
    }
}
