/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The fields of the editor of events, as a table. What nobody touches stays as it is, to the
 * letter. */

#include "khatt-event-editor-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "khatt-actor-row.h"
#include "khatt-quote-row.h"

/* ---- Texts ---- */

static void
set_text (GtkWidget *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

/* What was typed; what `was` there, where nothing was. */
static void
take_text (GtkWidget *row, const char *was, char **text)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (row));
  char *taken =
      strcmp (typed, was != NULL ? was : "") == 0 ? g_strdup (was) : khatt_edit_row_dup_text (row);

  g_free (*text);
  *text = taken;
}

static void
take_words (KhattChips *chips, GPtrArray *list)
{
  g_autoptr (GPtrArray) words = khatt_chips_dup_words (chips);

  g_ptr_array_set_size (list, 0);
  for (guint i = 0; i < words->len; i++)
    g_ptr_array_add (list, g_strdup (g_ptr_array_index (words, i)));
}

static char *
dup_notes (KhattEventEditor *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->notes);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* ---- Rows of lists ---- */

static void
put_rows (GtkWidget *group, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), g_ptr_array_index (rows, i));
}

static void
take_rows_out (GtkWidget *group, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), g_ptr_array_index (rows, i));
}

static GPtrArray *
get_list (KhattEventEditor *self, GtkWidget *row, GtkWidget **group)
{
  gboolean is_actor = KHATT_IS_ACTOR_ROW (row);

  *group = is_actor ? self->actors_group : self->quotes_group;
  return is_actor ? self->actor_rows : self->quote_rows;
}

static void
move_cb (KhattEventEditor *self, int by, GtkWidget *row)
{
  GtkWidget *group;
  GPtrArray *rows = get_list (self, row, &group);
  guint index;

  if (!g_ptr_array_find (rows, row, &index) || (int) index + by < 0 || index + by >= rows->len)
    return;

  g_autoptr (GtkWidget) kept = g_object_ref (row);
  take_rows_out (group, rows);
  g_ptr_array_steal_index (rows, index);
  g_ptr_array_insert (rows, (int) index + by, row);
  put_rows (group, rows);
  gtk_widget_grab_focus (row);
  khatt_event_editor_changed (self);
}

static void
remove_cb (KhattEventEditor *self, GtkWidget *row)
{
  GtkWidget *group;
  GPtrArray *rows = get_list (self, row, &group);
  guint index;

  if (!g_ptr_array_find (rows, row, &index))
    return;
  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), row);
  g_ptr_array_remove_index (rows, index);
  if (rows->len > 0)
    gtk_widget_grab_focus (g_ptr_array_index (rows, MIN (index, rows->len - 1)));
  else
    gtk_widget_child_focus (gtk_widget_get_parent (group), GTK_DIR_TAB_FORWARD);
  khatt_event_editor_changed (self);
}

static void
row_moved_cb (GtkWidget *row, int by, KhattEventEditor *self)
{
  move_cb (self, by, row);
}

/**
 * khatt_event_editor_add_row: (skip)
 * @self: an editor
 * @row: (transfer floating): a #KhattActorRow or #KhattQuoteRow
 *
 * Adds @row at the end of those of its kind.
 */
void
khatt_event_editor_add_row (KhattEventEditor *self, GtkWidget *row)
{
  GtkWidget *group;
  GPtrArray *rows = get_list (self, row, &group);

  g_ptr_array_add (rows, g_object_ref (row));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_signal_connect_object (row, "changed", G_CALLBACK (khatt_event_editor_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "move", G_CALLBACK (row_moved_cb), self, 0);
  g_signal_connect_object (row, "remove", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
}

static void
clear_rows (GtkWidget *group, GPtrArray *rows)
{
  take_rows_out (group, rows);
  g_ptr_array_set_size (rows, 0);
}

/**
 * khatt_event_editor_get_kind: (skip)
 * @self: an editor
 *
 * Returns: the kind that is chosen
 */
KhattKind
khatt_event_editor_get_kind (KhattEventEditor *self)
{
  return (KhattKind) adw_combo_row_get_selected (ADW_COMBO_ROW (self->kind_row));
}

/**
 * khatt_event_editor_get_status: (skip)
 * @self: an editor
 *
 * Returns: the status that is chosen
 */
KhattStatus
khatt_event_editor_get_status (KhattEventEditor *self)
{
  return (KhattStatus) adw_combo_row_get_selected (ADW_COMBO_ROW (self->status_row));
}

/**
 * khatt_event_editor_get_hue: (skip)
 * @self: an editor
 *
 * Returns: the colour that is chosen
 */
KhattHue
khatt_event_editor_get_hue (KhattEventEditor *self)
{
  return (KhattHue) adw_combo_row_get_selected (ADW_COMBO_ROW (self->color_row));
}

/* ---- The fields ---- */

static void
show_title (KhattEventEditor *self, const KhattEventData *event)
{
  set_text (self->title_row, event->title);
}

static void
take_title (KhattEventEditor *self, KhattEventData *event)
{
  take_text (self->title_row, self->event->title, &event->title);
}

static void
show_kind (KhattEventEditor *self, const KhattEventData *event)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->kind_row), event->kind);
}

static void
take_kind (KhattEventEditor *self, KhattEventData *event)
{
  event->kind = khatt_event_editor_get_kind (self);
}

static void
show_status (KhattEventEditor *self, const KhattEventData *event)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->status_row), event->status);
}

static void
take_status (KhattEventEditor *self, KhattEventData *event)
{
  event->status = khatt_event_editor_get_status (self);
}

static void
show_date (KhattEventEditor *self, const KhattEventData *event)
{
  khatt_date_field_set_date (self->date_field, &event->date, event->date_text);
}

/* A date that was typed has no other text than its own. */
static void
take_date (KhattEventEditor *self, KhattEventData *event)
{
  KhattDate date;

  khatt_date_field_get_date (self->date_field, &date);
  if (khatt_date_equal (&date, &event->date))
    return;
  event->date = date;
  g_clear_pointer (&event->date_edtf, g_free);
}

static void
show_actors (KhattEventEditor *self, const KhattEventData *event)
{
  clear_rows (self->actors_group, self->actor_rows);
  for (guint i = 0; i < event->actors->len; i++)
    {
      GtkWidget *row = khatt_actor_row_new (event->kind, self->suggestions);

      khatt_actor_row_set_actor (KHATT_ACTOR_ROW (row), g_ptr_array_index (event->actors, i));
      khatt_event_editor_add_row (self, row);
    }
}

static void
take_actors (KhattEventEditor *self, KhattEventData *event)
{
  g_ptr_array_set_size (event->actors, 0);
  for (guint i = 0; i < self->actor_rows->len; i++)
    khatt_actor_row_add_to (g_ptr_array_index (self->actor_rows, i), event);
}

static void
show_place (KhattEventEditor *self, const KhattEventData *event)
{
  set_text (self->place_row, event->place);
}

static void
take_place (KhattEventEditor *self, KhattEventData *event)
{
  take_text (self->place_row, self->event->place, &event->place);
}

static void
show_topics (KhattEventEditor *self, const KhattEventData *event)
{
  khatt_chips_set_words (self->topics, event->topics);
}

static void
take_topics (KhattEventEditor *self, KhattEventData *event)
{
  take_words (self->topics, event->topics);
}

static void
show_tags (KhattEventEditor *self, const KhattEventData *event)
{
  khatt_chips_set_words (self->tags, event->tags);
}

static void
take_tags (KhattEventEditor *self, KhattEventData *event)
{
  take_words (self->tags, event->tags);
}

static void
show_importance (KhattEventEditor *self, const KhattEventData *event)
{
  gtk_spin_button_set_value (self->importance, event->importance);
}

static void
take_importance (KhattEventEditor *self, KhattEventData *event)
{
  event->importance = gtk_spin_button_get_value_as_int (self->importance);
}

static void
show_color (KhattEventEditor *self, const KhattEventData *event)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->color_row), khatt_hue_from_color (event->color));
}

/* A document may say the colour more exactly than the list does. */
static void
take_color (KhattEventEditor *self, KhattEventData *event)
{
  KhattHue hue = khatt_event_editor_get_hue (self);

  if (hue == khatt_hue_from_color (event->color))
    return;
  g_free (event->color);
  event->color = g_strdup (khatt_hue_get_color (hue));
}

static void
show_quotes (KhattEventEditor *self, const KhattEventData *event)
{
  clear_rows (self->quotes_group, self->quote_rows);
  for (guint i = 0; i < event->quotes->len; i++)
    {
      GtkWidget *row = khatt_quote_row_new (self->suggestions);

      khatt_quote_row_set_quote (KHATT_QUOTE_ROW (row), g_ptr_array_index (event->quotes, i));
      khatt_event_editor_add_row (self, row);
    }
}

static void
take_quotes (KhattEventEditor *self, KhattEventData *event)
{
  g_ptr_array_set_size (event->quotes, 0);
  for (guint i = 0; i < self->quote_rows->len; i++)
    khatt_quote_row_add_to (g_ptr_array_index (self->quote_rows, i), event);
}

static void
show_notes (KhattEventEditor *self, const KhattEventData *event)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->notes),
                            event->notes != NULL ? event->notes : "", -1);
}

static void
take_notes (KhattEventEditor *self, KhattEventData *event)
{
  g_autofree char *typed = dup_notes (self);

  if (g_strcmp0 (typed, self->event->notes != NULL ? self->event->notes : "") == 0)
    return;
  g_strstrip (typed);
  g_free (event->notes);
  event->notes = *typed != '\0' ? g_steal_pointer (&typed) : NULL;
}

#define WIDGET(member) G_STRUCT_OFFSET (KhattEventEditor, member)

const KhattEditorField khatt_editor_fields[KHATT_EDITOR_N_FIELDS] = {
  { "title", WIDGET (title_row), show_title, take_title },
  { "kind", WIDGET (kind_row), show_kind, take_kind },
  { "status", WIDGET (status_row), show_status, take_status },
  { "date", WIDGET (date_field), show_date, take_date },
  { "actors", WIDGET (actors_suffix), show_actors, take_actors },
  { "place", WIDGET (place_row), show_place, take_place },
  { "topics", WIDGET (topics_suffix), show_topics, take_topics },
  { "tags", WIDGET (tags_suffix), show_tags, take_tags },
  { "importance", WIDGET (importance_row), show_importance, take_importance },
  { "color", WIDGET (color_row), show_color, take_color },
  { "quotes", WIDGET (quotes_suffix), show_quotes, take_quotes },
  { "notes", WIDGET (notes_suffix), show_notes, take_notes },
};
