/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "khatt-chips.h"
#include "khatt-actor-row.h"
#include "khatt-completion.h"
#include "khatt-date-field.h"
#include "khatt-edit.h"
#include "khatt-event-editor.h"
#include "khatt-quote-row.h"
#include "khatt-ui.h"
#include "ui-sample.h"

typedef struct
{
  KhattTimeline *timeline;
  GtkWidget *editor;
  guint32 applied;
} Fixture;

static void
applied_cb (Fixture *fixture, guint slot)
{
  fixture->applied = slot;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->timeline = ui_sample_new ();
  fixture->applied = KHATT_SLOT_NONE;
  fixture->editor = khatt_event_editor_new (NULL, fixture->timeline);
  g_object_add_weak_pointer (G_OBJECT (fixture->editor), (gpointer *) &fixture->editor);
  g_signal_connect_swapped (fixture->editor, "applied", G_CALLBACK (applied_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->editor != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->editor));
  ui_sample_settle ();
  g_assert_null (fixture->editor);
  g_assert_finalize_object (fixture->timeline);
}

static void
edit (Fixture *fixture, UiSampleEvent event)
{
  khatt_event_editor_edit (KHATT_EVENT_EDITOR (fixture->editor),
                           ui_sample_slot (fixture->timeline, event));
  gtk_window_present (GTK_WINDOW (fixture->editor));
}

static void
find_rows (GtkWidget *widget, const char *title, GtkWidget **found)
{
  if (ADW_IS_PREFERENCES_ROW (widget) &&
      g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0)
    *found = widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && *found == NULL;
       child = gtk_widget_get_next_sibling (child))
    find_rows (child, title, found);
}

static GtkWidget *
get_row (GtkWidget *root, const char *title)
{
  GtkWidget *row = NULL;

  find_rows (root, title, &row);
  g_assert_nonnull (row);
  return row;
}

static void
type (Fixture *fixture, const char *title, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (get_row (fixture->editor, title)), text);
}

static GtkWidget *
get_chips_entry (Fixture *fixture, const char *title)
{
  GtkWidget *chips = ui_sample_find (get_row (fixture->editor, title), KHATT_TYPE_CHIPS);

  return khatt_chips_get_entry (KHATT_CHIPS (chips));
}

/* In place of those that are there. */
static void
type_words (Fixture *fixture, const char *title, const char *text)
{
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();

  khatt_chips_set_words (
      KHATT_CHIPS (ui_sample_find (get_row (fixture->editor, title), KHATT_TYPE_CHIPS)), nothing);
  gtk_editable_set_text (GTK_EDITABLE (get_chips_entry (fixture, title)), text);
}

static void
act (Fixture *fixture, const char *action)
{
  gtk_widget_activate_action_variant (fixture->editor, action, NULL);
}

static KhattEventData *
dup_event (Fixture *fixture, guint32 slot)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (fixture->timeline);

  return khatt_snapshot_dup_event (snapshot, slot);
}

static GtkWidget *
get_save (Fixture *fixture)
{
  return gtk_window_get_default_widget (GTK_WINDOW (fixture->editor));
}

static void
test_applies_nothing (Fixture *fixture, gconstpointer data)
{
  edit (fixture, UI_SAMPLE_CALL);
  act (fixture, "editor.save");
  g_assert_cmpuint (fixture->applied, ==, ui_sample_slot (fixture->timeline, UI_SAMPLE_CALL));
  g_assert_false (khatt_timeline_can_undo (fixture->timeline));
}

/* Each entry, what is in the event then, and what the step is called. */
static void
test_changes_one_thing (Fixture *fixture, gconstpointer data)
{
  edit (fixture, UI_SAMPLE_MEETING);
  type (fixture, "Date", "about August 2025");
  g_assert_true (ui_sample_shows (fixture->editor, "about August 2025"));
  act (fixture, "editor.save");

  g_autoptr (KhattEventData) event = dup_event (fixture, fixture->applied);
  g_autofree char *date = khatt_date_to_edtf (&event->date);
  g_assert_cmpstr (date, ==, "2025-08~");
  g_assert_cmpstr (event->read, ==, "{\"date\":\"2025-08-06\"}");
  g_assert_cmpstr (khatt_timeline_get_undo_name (fixture->timeline), ==,
                   "Change the date of “محادثات الكرملين”");
  khatt_timeline_undo (fixture->timeline);
  g_assert_false (khatt_timeline_is_modified (fixture->timeline));
}

static void
test_changes_much (Fixture *fixture, gconstpointer data)
{
  edit (fixture, UI_SAMPLE_CALL);
  type (fixture, "Title", "  حديث  ");
  type (fixture, "Place", "موسكو");
  type_words (fixture, "Topics", "أولا، ثانيا ,, third");
  type_words (fixture, "Tags", "مهم");
  adw_combo_row_set_selected (ADW_COMBO_ROW (get_row (fixture->editor, "Kind")),
                              KHATT_KIND_MEETING);
  adw_combo_row_set_selected (ADW_COMBO_ROW (get_row (fixture->editor, "Status")),
                              KHATT_STATUS_PLANNED);
  act (fixture, "editor.save");

  g_autoptr (KhattEventData) event = dup_event (fixture, fixture->applied);
  g_assert_cmpstr (event->title, ==, "حديث");
  g_assert_cmpstr (event->place, ==, "موسكو");
  g_assert_cmpuint (event->topics->len, ==, 3);
  g_assert_cmpstr (g_ptr_array_index (event->topics, 1), ==, "ثانيا");
  g_assert_cmpuint (event->tags->len, ==, 1);
  g_assert_cmpint (event->kind, ==, KHATT_KIND_MEETING);
  g_assert_cmpint (event->status, ==, KHATT_STATUS_PLANNED);
  g_assert_cmpuint (event->sources->len, ==, 1);
  g_assert_cmpstr (khatt_timeline_get_undo_name (fixture->timeline), ==, "Change “بوتين يهاتف شي”");

  g_assert_true (khatt_edit_restore (fixture->timeline, fixture->applied));
  khatt_timeline_undo (fixture->timeline);
  khatt_timeline_undo (fixture->timeline);
  g_assert_false (khatt_timeline_is_modified (fixture->timeline));
}

static GtkWidget *
find_restore (GtkWidget *root)
{
  if (GTK_IS_BUTTON (root) &&
      g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (root)), "document-revert-symbolic") == 0 &&
      gtk_widget_get_visible (root))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_restore (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* A colour that the list has not got stays what it is while nobody chooses another one. */
static void
test_color (Fixture *fixture, gconstpointer data)
{
  guint32 slot = ui_sample_slot (fixture->timeline, UI_SAMPLE_CALL);
  g_autoptr (KhattEventData) before = dup_event (fixture, slot);

  before->color = g_strdup ("#ff0000");
  khatt_edit_change (fixture->timeline, slot, before);
  g_assert_cmpstr (khatt_timeline_get_undo_name (fixture->timeline), ==,
                   "Change the color of “بوتين يهاتف شي”");
  edit (fixture, UI_SAMPLE_CALL);
  AdwComboRow *row = ADW_COMBO_ROW (get_row (fixture->editor, "Color"));
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, KHATT_HUE_VERMILION);
  g_assert_true (ui_sample_shows (GTK_WIDGET (row), "Vermilion"));
  type (fixture, "Title", "آخر");
  act (fixture, "editor.save");
  g_autoptr (KhattEventData) event = dup_event (fixture, slot);
  g_assert_cmpstr (event->color, ==, "#ff0000");

  fixture->editor = khatt_event_editor_new (NULL, fixture->timeline);
  g_object_add_weak_pointer (G_OBJECT (fixture->editor), (gpointer *) &fixture->editor);
  edit (fixture, UI_SAMPLE_CALL);
  row = ADW_COMBO_ROW (get_row (fixture->editor, "Color"));
  adw_combo_row_set_selected (row, KHATT_HUE_GREEN);
  act (fixture, "editor.save");
  g_autoptr (KhattEventData) changed = dup_event (fixture, slot);
  g_assert_cmpstr (changed->color, ==, "#14906b");

  fixture->editor = khatt_event_editor_new (NULL, fixture->timeline);
  g_object_add_weak_pointer (G_OBJECT (fixture->editor), (gpointer *) &fixture->editor);
  edit (fixture, UI_SAMPLE_CALL);
  g_signal_emit_by_name (find_restore (get_row (fixture->editor, "Color")), "clicked");
  act (fixture, "editor.save");
  g_autoptr (KhattEventData) restored = dup_event (fixture, slot);
  g_assert_null (restored->color);
}

static void
test_actors (Fixture *fixture, gconstpointer data)
{
  edit (fixture, UI_SAMPLE_CALL);
  GtkWidget *second = get_row (fixture->editor, "شي جين بينغ");

  gtk_widget_activate_action (second, "row.move", "i", -1);
  act (fixture, "editor.add-actor");
  GtkWidget *third = get_row (fixture->editor, "New actor");

  g_assert_true (gtk_widget_get_sensitive (get_save (fixture)));
  gtk_editable_set_text (GTK_EDITABLE (get_row (third, "Country (two letters)")), "cn");
  g_assert_false (gtk_widget_get_sensitive (get_save (fixture)));
  gtk_editable_set_text (GTK_EDITABLE (get_row (third, "Name")), "وانغ يي");
  g_assert_true (gtk_widget_get_sensitive (get_save (fixture)));
  g_assert_true (ui_sample_shows (third, "China"));
  gtk_editable_set_text (GTK_EDITABLE (get_row (third, "Country (two letters)")), "c7");
  g_assert_false (gtk_widget_get_sensitive (get_save (fixture)));
  gtk_editable_set_text (GTK_EDITABLE (get_row (third, "Country (two letters)")), "CN");
  adw_combo_row_set_selected (ADW_COMBO_ROW (get_row (third, "Role")), KHATT_ROLE_BEARER);
  gtk_widget_activate_action (get_row (fixture->editor, "فلاديمير بوتين"), "row.remove", NULL);
  act (fixture, "editor.save");

  g_autoptr (KhattEventData) event = dup_event (fixture, fixture->applied);
  const KhattActorData *first_actor = g_ptr_array_index (event->actors, 0);
  const KhattActorData *last_actor = g_ptr_array_index (event->actors, 1);
  g_assert_cmpuint (event->actors->len, ==, 2);
  g_assert_cmpstr (first_actor->name, ==, "شي جين بينغ");
  g_assert_cmpint (first_actor->role, ==, KHATT_ROLE_RECIPIENT);
  g_assert_cmpstr (last_actor->name, ==, "وانغ يي");
  g_assert_cmpstr (last_actor->country, ==, "CN");
  g_assert_cmpint (last_actor->role, ==, KHATT_ROLE_BEARER);
  g_assert_cmpstr (khatt_timeline_get_undo_name (fixture->timeline), ==,
                   "Change the actors of “بوتين يهاتف شي”");
}

static GtkWidget *
get_completion (GtkWidget *entry)
{
  for (GtkWidget *child = gtk_widget_get_first_child (entry); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (KHATT_IS_COMPLETION (child))
        return child;
    }
  g_assert_not_reached ();
}

/* A name of the document comes with what the document says of it; what was typed stays. */
static void
test_completes_actors (Fixture *fixture, gconstpointer data)
{
  edit (fixture, UI_SAMPLE_MESSAGE);
  for (guint i = 0; i < 2; i++)
    {
      act (fixture, "editor.add-actor");
      GtkWidget *row = get_row (fixture->editor, "New actor");
      GtkWidget *name = get_row (row, "Name");
      GtkWidget *office = get_row (row, "Office");

      if (i == 1)
        gtk_editable_set_text (GTK_EDITABLE (office), "آخر");
      gtk_widget_grab_focus (name);
      gtk_editable_set_text (GTK_EDITABLE (name), "فلاديمير بوتين");
      g_signal_emit_by_name (get_completion (name), "picked", "فلاديمير بوتين");
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (office)), ==,
                       i == 1 ? "آخر" : "رئيس روسيا");
    }
  act (fixture, "editor.save");

  g_autoptr (KhattEventData) event = dup_event (fixture, fixture->applied);
  g_assert_cmpuint (event->actors->len, ==, 3);
}

/* Each entry that names something. */
static void
test_completes_names (Fixture *fixture, gconstpointer data)
{
  static const char *const titles[] = { "Place", "Speaker" };

  edit (fixture, UI_SAMPLE_CALL);
  get_completion (get_chips_entry (fixture, "Topics"));
  get_completion (get_chips_entry (fixture, "Tags"));
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    get_completion (get_row (fixture->editor, titles[i]));
}

/* What was read from an article keeps its place in it only while it says the same. */
static void
test_quotes (Fixture *fixture, gconstpointer data)
{
  edit (fixture, UI_SAMPLE_CALL);
  GtkWidget *row = ui_sample_find (fixture->editor, KHATT_TYPE_QUOTE_ROW);

  gtk_editable_set_text (GTK_EDITABLE (get_row (row, "Speaker")), "آخر");
  act (fixture, "editor.add-quote");
  gtk_editable_set_text (
      GTK_EDITABLE (get_row (get_row (fixture->editor, "New quotation"), "Quotation")), "كلام");
  act (fixture, "editor.add-quote");
  act (fixture, "editor.save");

  g_autoptr (KhattEventData) event = dup_event (fixture, fixture->applied);
  const KhattQuoteData *first = g_ptr_array_index (event->quotes, 0);
  const KhattQuoteData *second = g_ptr_array_index (event->quotes, 1);
  g_assert_cmpuint (event->quotes->len, ==, 2);
  g_assert_cmpstr (first->speaker, ==, "آخر");
  g_assert_cmpstr (first->article, ==, UI_SAMPLE_ARTICLE);
  g_assert_cmpint (first->span_first, >, 0);
  g_assert_cmpstr (second->text, ==, "كلام");
  g_assert_cmpint (second->span_first, ==, -1);
}

static void
test_refuses_what_is_no_date (Fixture *fixture, gconstpointer data)
{
  edit (fixture, UI_SAMPLE_UNDATED);
  g_assert_true (ui_sample_shows (fixture->editor, "في وقت لاحق"));
  type (fixture, "Date", "whenever");
  g_assert_false (gtk_widget_get_sensitive (get_save (fixture)));
  act (fixture, "editor.save");
  g_assert_cmpuint (fixture->applied, ==, KHATT_SLOT_NONE);
  type (fixture, "Date", "نحو آب ٢٠٢٥");
  g_assert_true (gtk_widget_get_sensitive (get_save (fixture)));
  act (fixture, "editor.save");

  g_autoptr (KhattEventData) event = dup_event (fixture, fixture->applied);
  g_autofree char *date = khatt_date_to_edtf (&event->date);
  g_assert_cmpstr (date, ==, "2025-08~");
  g_assert_cmpstr (event->date_text, ==, "في وقت لاحق");
}

/* Also what was changed in an earlier step. */
static void
test_brings_back_what_was_read (Fixture *fixture, gconstpointer data)
{
  guint32 slot = ui_sample_slot (fixture->timeline, UI_SAMPLE_MEETING);
  g_autoptr (KhattEventData) changed = dup_event (fixture, slot);

  g_free (changed->place);
  changed->place = g_strdup ("آخر");
  khatt_edit_change (fixture->timeline, slot, changed);
  edit (fixture, UI_SAMPLE_MEETING);
  GtkWidget *button = find_restore (get_row (fixture->editor, "Place"));
  g_assert_nonnull (button);
  g_assert_null (find_restore (get_row (fixture->editor, "Title")));
  type (fixture, "Title", "آخر");
  g_assert_nonnull (find_restore (get_row (fixture->editor, "Title")));

  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_row (fixture->editor, "Place"))), ==,
                   "الكرملين");
  g_assert_null (find_restore (get_row (fixture->editor, "Place")));
  act (fixture, "editor.restore-all");
  g_assert_null (find_restore (fixture->editor));
  act (fixture, "editor.save");

  g_autoptr (KhattEventData) event = dup_event (fixture, slot);
  g_assert_null (event->read);
  g_assert_cmpstr (event->place, ==, "الكرملين");
}

static void
test_new_event (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KhattEventData) draft = khatt_event_data_new ();
  guint n_events = g_list_model_get_n_items (G_LIST_MODEL (fixture->timeline));

  draft->date = khatt_date_from_day (2025, 8, 7);
  khatt_event_editor_draft (KHATT_EVENT_EDITOR (fixture->editor), draft);
  type (fixture, "Title", "جديد");
  g_assert_null (find_restore (fixture->editor));
  act (fixture, "editor.save");

  g_autoptr (KhattEventData) event = dup_event (fixture, fixture->applied);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->timeline)), ==, n_events + 1);
  g_assert_cmpint (event->origin, ==, KHATT_ORIGIN_PERSON);
  g_assert_cmpstr (event->title, ==, "جديد");
  g_assert_cmpint (event->date.start_earliest, ==, draft->date.start_earliest);
}

static void
test_duplicate_and_delete (Fixture *fixture, gconstpointer data)
{
  guint32 slot = ui_sample_slot (fixture->timeline, UI_SAMPLE_CALL);
  guint32 copy = khatt_edit_duplicate (fixture->timeline, slot);

  g_autoptr (KhattEventData) event = dup_event (fixture, copy);
  g_assert_cmpstr (event->title, ==, "بوتين يهاتف شي");
  g_assert_cmpuint (event->sources->len, ==, 0);
  g_assert_cmpuint (event->quotes->len, ==, 1);
  g_assert_cmpstr (khatt_timeline_get_undo_name (fixture->timeline), ==,
                   "Duplicate “بوتين يهاتف شي”");
  khatt_edit_remove (fixture->timeline, slot);
  g_assert_cmpstr (khatt_timeline_get_undo_name (fixture->timeline), ==, "Delete “بوتين يهاتف شي”");
  khatt_timeline_undo (fixture->timeline);
  khatt_timeline_undo (fixture->timeline);
  g_assert_false (khatt_timeline_is_modified (fixture->timeline));
}

#define ADD(name, function)                                                                        \
  g_test_add ("/event-editor/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  khatt_ui_init ();
  ADD ("applies-nothing", test_applies_nothing);
  ADD ("changes-one-thing", test_changes_one_thing);
  ADD ("changes-much", test_changes_much);
  ADD ("color", test_color);
  ADD ("actors", test_actors);
  ADD ("completes-actors", test_completes_actors);
  ADD ("completes-names", test_completes_names);
  ADD ("quotes", test_quotes);
  ADD ("refuses-what-is-no-date", test_refuses_what_is_no_date);
  ADD ("brings-back-what-was-read", test_brings_back_what_was_read);
  ADD ("new-event", test_new_event);
  ADD ("duplicate-and-delete", test_duplicate_and_delete);
  return g_test_run ();
}
