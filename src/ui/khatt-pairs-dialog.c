/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Two lists, of actors and of pairs, both those with most events first. What is typed narrows them:
 * each word has to be in the name of the actor, or in one of the names of a pair. */

#include "khatt-pairs-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "khatt-bidi.h"
#include "khatt-contact-words.h"
#include "khatt-fold.h"
#include "khatt-query.h"
#include "khatt-table-file.h"
#include "khatt-ui.h"

#define WIDTH 460
#define HEIGHT 620
#define MARGIN 18
#define GAP 6
#define SECTION_GAP 18
#define MOST_ACTORS 5           /* that are shown without being asked for */
#define MOST_FOUND 50           /* of each list, once something is asked for */
#define MOST_PAIRS 50           /* more are nobody's list; what is copied has all of them */
#define PLACE_KEY "khatt-place" /* of a row: its place in the list, + 1 */

struct _KhattPairsDialog
{
  AdwWindow parent_instance;

  /* children */
  GtkWidget *search;
  GtkWidget *actors; /* lists ... */
  GtkWidget *pairs;
  GtkWidget *sections[2]; /* ... and what they are in */
  GtkWidget *nothing;

  /* owned */
  KhattPairs *counts;
  GHashTable *folded; /* from a name, by its address, to the letters of it that count */

  KhattWords words;
};

G_DEFINE_FINAL_TYPE (KhattPairsDialog, khatt_pairs_dialog, ADW_TYPE_WINDOW)

/* ---- What is found ---- */

static const char *
get_folded (KhattPairsDialog *self, const char *name)
{
  char *folded = g_hash_table_lookup (self->folded, name);

  if (folded == NULL)
    {
      folded = khatt_fold (name, (gssize) strlen (name));
      g_hash_table_insert (self->folded, (gpointer) name, folded);
    }
  return folded;
}

static gboolean
has_word (KhattPairsDialog *self, const KhattQuery *query, guint word, const char *name)
{
  const char *folded = get_folded (self, name);

  return khatt_query_find (query, word, folded, folded, folded + strlen (folded)) != NULL;
}

/* The second name may be NULL. */
static gboolean
is_found (KhattPairsDialog *self, const KhattQuery *query, const char *first, const char *second)
{
  for (guint word = 0; word < khatt_query_get_n_words (query); word++)
    if (!has_word (self, query, word, first) &&
        (second == NULL || !has_word (self, query, word, second)))
      return FALSE;
  return TRUE;
}

/* ---- Rows ---- */

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  khatt_ui_tell_whole (GTK_LABEL (label));
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
append_row (KhattPairsDialog *self,
            GtkWidget *list,
            guint place,
            const char *title,
            const KhattContact *contact)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = new_label (title, "khatt-actor");
  g_autofree char *summary = khatt_contact_dup_summary (contact, &self->words);
  g_autofree char *isolated = khatt_bidi_isolate (title);
  g_autofree char *spoken = g_strdup_printf (C_ ("events and when", "%s, %s"), isolated, summary);

  gtk_widget_set_tooltip_text (name, title);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), new_label (summary, "khatt-small-dim"));
  gtk_widget_add_css_class (box, "khatt-contact");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data (G_OBJECT (row), PLACE_KEY, GUINT_TO_POINTER (place + 1));
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

static void
remove_rows (GtkWidget *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (list), GTK_WIDGET (row));
}

/* Returns: whether there are any */
static gboolean
list_actors (KhattPairsDialog *self, const KhattQuery *query)
{
  guint most = khatt_query_get_n_words (query) > 0 ? MOST_FOUND : MOST_ACTORS;
  guint n_rows = 0;

  remove_rows (self->actors);
  for (guint i = 0; i < self->counts->actors->len && n_rows < most; i++)
    {
      const KhattContact *actor = &g_array_index (self->counts->actors, KhattContact, i);

      if (!is_found (self, query, actor->name, NULL))
        continue;
      append_row (self, self->actors, i, actor->name, actor);
      n_rows++;
    }
  gtk_widget_set_visible (self->sections[0], n_rows > 0);
  return n_rows > 0;
}

static char *
dup_names (const KhattPair *pair)
{
  g_autofree char *first = khatt_bidi_isolate (pair->name);
  g_autofree char *second = khatt_bidi_isolate (pair->contact.name);

  return g_strdup_printf (_ ("%s and %s"), first, second);
}

static gboolean
list_pairs (KhattPairsDialog *self, const KhattQuery *query)
{
  guint n_rows = 0;

  remove_rows (self->pairs);
  for (guint i = 0; i < self->counts->pairs->len && n_rows < MOST_PAIRS; i++)
    {
      const KhattPair *pair = &g_array_index (self->counts->pairs, KhattPair, i);
      g_autofree char *names = NULL;

      if (!is_found (self, query, pair->name, pair->contact.name))
        continue;
      names = dup_names (pair);
      append_row (self, self->pairs, i, names, &pair->contact);
      n_rows++;
    }
  gtk_widget_set_visible (self->sections[1], n_rows > 0);
  return n_rows > 0;
}

static void
update (KhattPairsDialog *self)
{
  g_autoptr (KhattQuery) query =
      khatt_query_new (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gboolean has_actors = list_actors (self, query);
  gboolean has_pairs = list_pairs (self, query);

  gtk_widget_set_visible (self->nothing, !has_actors && !has_pairs);
}

/* ---- What can be done ---- */

static guint
get_place (GtkListBoxRow *row)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), PLACE_KEY)) - 1;
}

static void
actor_cb (KhattPairsDialog *self, GtkListBoxRow *row)
{
  const KhattContact *actor = &g_array_index (self->counts->actors, KhattContact, get_place (row));

  gtk_widget_activate_action (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))),
                              "win.show-contacts", "s", actor->name);
  gtk_window_close (GTK_WINDOW (self));
}

static void
pair_cb (KhattPairsDialog *self, GtkListBoxRow *row)
{
  const KhattPair *pair = &g_array_index (self->counts->pairs, KhattPair, get_place (row));

  gtk_widget_activate_action (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))),
                              "win.show-pair", "(ss)", pair->name, pair->contact.name);
  gtk_window_close (GTK_WINDOW (self));
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *csv = khatt_pairs_to_csv (KHATT_PAIRS_DIALOG (widget)->counts);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), csv);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  khatt_table_file_save (GTK_WINDOW (widget), _ ("Who with Whom"),
                         khatt_pairs_to_csv (KHATT_PAIRS_DIALOG (widget)->counts));
}

/* Escape takes back what was typed, then closes. */
static void
escape_cb (KhattPairsDialog *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  else
    gtk_window_close (GTK_WINDOW (self));
}

/* ---- The dialog ---- */

static void
khatt_pairs_dialog_finalize (GObject *object)
{
  KhattPairsDialog *self = KHATT_PAIRS_DIALOG (object);

  g_hash_table_unref (self->folded);
  g_clear_pointer (&self->counts, khatt_pairs_free);
  G_OBJECT_CLASS (khatt_pairs_dialog_parent_class)->finalize (object);
}

static void
khatt_pairs_dialog_class_init (KhattPairsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = khatt_pairs_dialog_finalize;
  gtk_widget_class_install_action (widget_class, "pairs.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "pairs.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "pairs.save",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
new_header (void)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *copy = gtk_button_new_from_icon_name ("edit-copy-symbolic");
  GtkWidget *save = khatt_table_file_new_button ();

  gtk_widget_set_tooltip_text (copy, _ ("Copy as a Table (CSV)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (copy), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Copy as a Table (CSV)"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (copy), "pairs.copy");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (save), "pairs.save");
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), copy);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), save);
  return header;
}

static GtkWidget *
new_search (KhattPairsDialog *self)
{
  GtkWidget *search = gtk_search_entry_new ();

  g_object_set (search, "placeholder-text", _ ("Find an Actor"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Find an Actor"), -1);
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (search), GTK_WIDGET (self));
  g_signal_connect_object (search, "search-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (search, "stop-search", G_CALLBACK (escape_cb), self, G_CONNECT_SWAPPED);
  return search;
}

static GtkWidget *
new_list (KhattPairsDialog *self, const char *title, GCallback activated_cb)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_object (list, "row-activated", activated_cb, self, G_CONNECT_SWAPPED);
  return list;
}

static GtkWidget *
new_section (const char *title, GtkWidget *list)
{
  GtkWidget *section = gtk_box_new (GTK_ORIENTATION_VERTICAL, GAP);

  gtk_box_append (GTK_BOX (section), new_label (title, "khatt-section"));
  gtk_box_append (GTK_BOX (section), list);
  return section;
}

static GtkWidget *
new_body (KhattPairsDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SECTION_GAP);

  gtk_widget_set_margin_start (box, MARGIN);
  gtk_widget_set_margin_end (box, MARGIN);
  gtk_widget_set_margin_top (box, MARGIN);
  gtk_widget_set_margin_bottom (box, MARGIN);
  self->search = new_search (self);
  self->actors = new_list (self, _ ("Actors"), G_CALLBACK (actor_cb));
  self->pairs = new_list (self, _ ("Pairs"), G_CALLBACK (pair_cb));
  self->sections[0] = new_section (_ ("Actors"), self->actors);
  /* Translators: a heading: each two actors that had to do with each other. */
  self->sections[1] = new_section (_ ("Pairs"), self->pairs);
  self->nothing = new_label (C_ ("search", "Nothing found"), "khatt-dim");
  gtk_label_set_xalign (GTK_LABEL (self->nothing), 0.5);
  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), self->sections[0]);
  gtk_box_append (GTK_BOX (box), self->sections[1]);
  gtk_box_append (GTK_BOX (box), self->nothing);
  return box;
}

static void
khatt_pairs_dialog_init (KhattPairsDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->folded = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), new_body (self));
  gtk_box_append (GTK_BOX (box), new_header ());
  gtk_box_append (GTK_BOX (box), scrolled);
  adw_window_set_content (ADW_WINDOW (self), box);
}

/**
 * khatt_pairs_dialog_new:
 * @parent: the window it belongs to
 * @pairs: (transfer full): who with whom
 * @words: how dates and numbers are written
 *
 * Returns: a dialog that tells what @pairs holds
 */
GtkWidget *
khatt_pairs_dialog_new (GtkWindow *parent, KhattPairs *pairs, const KhattWords *words)
{
  KhattPairsDialog *self = g_object_new (
      KHATT_TYPE_PAIRS_DIALOG, "transient-for", parent, "modal", TRUE, "destroy-with-parent", TRUE,
      "default-width", WIDTH, "default-height", HEIGHT, "title", _ ("Who with Whom"), NULL);

  self->counts = pairs;
  self->words = *words;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pairs.copy", pairs->pairs->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pairs.save", pairs->pairs->len > 0);
  update (self);
  gtk_widget_grab_focus (self->search);
  return GTK_WIDGET (self);
}
