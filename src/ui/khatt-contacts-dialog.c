/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What an actor did, as bars and a list. A row of the list is a button: it shows in the window what
 * happened between the two. */

#include "khatt-contacts-dialog.h"

#include <glib/gi18n-lib.h>

#include "khatt-bidi.h"
#include "khatt-contact-words.h"
#include "khatt-plate-image.h"
#include "khatt-table-file.h"
#include "khatt-ui.h"
#include "khatt-words.h"

#define WIDTH 460
#define HEIGHT 620
#define MARGIN 18
#define GAP 6
#define SECTION_GAP 18
#define PLATE_SIZE 16
#define BAR_WIDTH 120
#define YEARS_HEIGHT 48
#define YEAR_GAP 1
#define MOST_ROWS 200 /* more are nobody's list; what is copied has all of them */
#define CONTACTS "khatt-contacts"

static void
copy_cb (GtkWidget *button, gpointer dialog)
{
  g_autofree char *csv = khatt_contacts_to_csv (g_object_get_data (G_OBJECT (dialog), CONTACTS));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (button), csv);
}

static void
save_cb (GtkWidget *button, gpointer dialog)
{
  const KhattContacts *contacts = g_object_get_data (G_OBJECT (dialog), CONTACTS);

  khatt_table_file_save (GTK_WINDOW (dialog), contacts->all.name, khatt_contacts_to_csv (contacts));
}

/* ---- What it says ---- */

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

/* A bar as long as its share of the longest one. */
static GtkWidget *
new_bar (KhattKind kind, guint32 n, guint32 most)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  g_autofree char *kind_class = g_strconcat ("kind-", khatt_kind_get_name (kind), NULL);
  int width = (int) ((gint64) BAR_WIDTH * n / most);

  gtk_widget_add_css_class (bar, "khatt-bar");
  gtk_widget_add_css_class (bar, kind_class);
  gtk_widget_set_size_request (bar, MAX (width, 2), -1);
  gtk_widget_set_halign (bar, GTK_ALIGN_START);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  return bar;
}

static GtkWidget *
new_plate (KhattKind kind, KhattDirection direction)
{
  GtkWidget *plate = khatt_plate_image_new (kind, KHATT_STATUS_HAPPENED, PLATE_SIZE);

  khatt_plate_image_set_time_direction (KHATT_PLATE_IMAGE (plate), direction);
  return plate;
}

static GtkWidget *
new_kinds (const KhattContacts *contacts, const KhattWords *words)
{
  const guint32 *kinds = contacts->all.kinds;
  GtkWidget *grid = gtk_grid_new ();
  guint32 most = 1;
  int row = 0;

  for (guint kind = 0; kind < KHATT_N_KINDS; kind++)
    most = MAX (most, kinds[kind]);
  gtk_grid_set_row_spacing (GTK_GRID (grid), GAP);
  gtk_grid_set_column_spacing (GTK_GRID (grid), GAP * 2);
  for (guint kind = 0; kind < KHATT_N_KINDS; kind++)
    {
      g_autofree char *count = khatt_words_count (words, kinds[kind]);
      GtkWidget *label;

      if (kinds[kind] == 0)
        continue;
      label = new_label (khatt_kind_get_label (kind), "khatt-same-day");
      gtk_widget_set_hexpand (label, TRUE);
      gtk_grid_attach (GTK_GRID (grid),
                       new_plate (kind, khatt_snapshot_get_direction (contacts->snapshot)), 0, row,
                       1, 1);
      gtk_grid_attach (GTK_GRID (grid), label, 1, row, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), new_bar (kind, kinds[kind], most), 2, row, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), new_label (count, "khatt-small-dim"), 3, row, 1, 1);
      row++;
    }
  return grid;
}

/* The years as columns, the earliest where reading starts. */
static void
draw_years (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer dialog)
{
  const KhattContacts *contacts = g_object_get_data (G_OBJECT (dialog), CONTACTS);
  const GArray *years = contacts->years;
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (area)) == GTK_TEXT_DIR_RTL;
  double pitch = (double) width / years->len;
  guint32 most = 1;
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (area)), &color);
  gdk_cairo_set_source_rgba (cr, &color);
  for (guint i = 0; i < years->len; i++)
    most = MAX (most, g_array_index (years, KhattYearCount, i).n_events);
  for (guint i = 0; i < years->len; i++)
    {
      double column = (double) height * g_array_index (years, KhattYearCount, i).n_events / most;
      double x = (is_rtl ? years->len - 1 - i : i) * pitch;

      cairo_rectangle (cr, x, height - column, MAX (pitch - YEAR_GAP, YEAR_GAP), column);
    }
  cairo_fill (cr);
}

static char *
dup_years (const GArray *years, const KhattWords *words)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < years->len; i++)
    {
      const KhattYearCount *year = &g_array_index (years, KhattYearCount, i);
      g_autofree char *name = khatt_words_number (words, year->year);
      g_autofree char *count = khatt_words_count (words, year->n_events);

      if (year->n_events > 0)
        g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "\n" : "", name, count);
    }
  return g_string_free (text, FALSE);
}

static GtkWidget *
new_years (GtkWidget *dialog, const KhattContacts *contacts, const KhattWords *words)
{
  const GArray *years = contacts->years;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, GAP);
  GtkWidget *area = gtk_drawing_area_new ();
  GtkWidget *ends = gtk_center_box_new ();
  g_autofree char *first =
      khatt_words_number (words, g_array_index (years, KhattYearCount, 0).year);
  g_autofree char *last =
      khatt_words_number (words, g_array_index (years, KhattYearCount, years->len - 1).year);
  g_autofree char *all = dup_years (years, words);

  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), YEARS_HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_years, dialog, NULL);
  gtk_widget_add_css_class (area, "khatt-years");
  gtk_widget_set_tooltip_text (area, all);
  gtk_accessible_update_property (GTK_ACCESSIBLE (area), GTK_ACCESSIBLE_PROPERTY_LABEL, all, -1);
  gtk_center_box_set_start_widget (GTK_CENTER_BOX (ends), new_label (first, "khatt-small-dim"));
  gtk_center_box_set_end_widget (GTK_CENTER_BOX (ends), new_label (last, "khatt-small-dim"));
  gtk_box_append (GTK_BOX (box), area);
  gtk_box_append (GTK_BOX (box), ends);
  return box;
}

/* ---- Partners ---- */

static GtkWidget *
new_row (const KhattContact *contact, const KhattWords *words)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *summary = khatt_contact_dup_summary (contact, words);
  g_autofree char *name = khatt_bidi_isolate (contact->name);
  g_autofree char *spoken = g_strdup_printf (C_ ("events and when", "%s, %s"), name, summary);

  gtk_box_append (GTK_BOX (box), new_label (contact->name, "khatt-actor"));
  gtk_box_append (GTK_BOX (box), new_label (summary, "khatt-small-dim"));
  gtk_widget_add_css_class (box, "khatt-contact");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return row;
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, gpointer dialog)
{
  const KhattContacts *contacts = g_object_get_data (G_OBJECT (dialog), CONTACTS);
  const KhattContact *contact =
      &g_array_index (contacts->contacts, KhattContact, gtk_list_box_row_get_index (row));

  gtk_widget_activate_action (GTK_WIDGET (gtk_window_get_transient_for (dialog)), "win.show-pair",
                              "(ss)", contacts->all.name, contact->name);
  gtk_window_close (dialog);
}

static GtkWidget *
new_partners (GtkWidget *dialog, const KhattContacts *contacts, const KhattWords *words)
{
  GtkWidget *list = gtk_list_box_new ();

  for (guint i = 0; i < MIN (contacts->contacts->len, MOST_ROWS); i++)
    gtk_list_box_append (GTK_LIST_BOX (list),
                         new_row (&g_array_index (contacts->contacts, KhattContact, i), words));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("With whom"), -1);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (row_activated_cb), dialog, 0);
  return list;
}

/* ---- The dialog ---- */

static GtkWidget *
new_header (GtkWidget *dialog, const KhattContacts *contacts, const KhattWords *words)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *copy = gtk_button_new_from_icon_name ("edit-copy-symbolic");
  GtkWidget *save = khatt_table_file_new_button ();
  g_autofree char *summary = khatt_contact_dup_summary (&contacts->all, words);
  g_autofree char *whole = g_strjoin ("\n", contacts->all.name, summary, NULL);
  GtkWidget *title = adw_window_title_new (contacts->all.name, summary);

  gtk_widget_set_tooltip_text (copy, _ ("Copy as a Table (CSV)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (copy), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Copy as a Table (CSV)"), -1);
  gtk_widget_set_sensitive (copy, contacts->contacts->len > 0);
  g_signal_connect_object (copy, "clicked", G_CALLBACK (copy_cb), dialog, 0);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), copy);
  gtk_widget_set_sensitive (save, contacts->contacts->len > 0);
  g_signal_connect_object (save, "clicked", G_CALLBACK (save_cb), dialog, 0);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), save);
  gtk_widget_set_tooltip_text (title, whole);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), title);
  return header;
}

static GtkWidget *
new_body (GtkWidget *dialog, const KhattContacts *contacts, const KhattWords *words)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SECTION_GAP);

  gtk_widget_set_margin_start (box, MARGIN);
  gtk_widget_set_margin_end (box, MARGIN);
  gtk_widget_set_margin_top (box, MARGIN);
  gtk_widget_set_margin_bottom (box, MARGIN);
  gtk_box_append (GTK_BOX (box), new_kinds (contacts, words));
  if (contacts->years->len > 1)
    gtk_box_append (GTK_BOX (box), new_years (dialog, contacts, words));
  if (contacts->contacts->len > 0)
    {
      GtkWidget *partners = gtk_box_new (GTK_ORIENTATION_VERTICAL, GAP);

      gtk_box_append (GTK_BOX (partners), new_label (_ ("With whom"), "khatt-section"));
      gtk_box_append (GTK_BOX (partners), new_partners (dialog, contacts, words));
      gtk_box_append (GTK_BOX (box), partners);
    }
  return box;
}

static void
close_on_escape (GtkWidget *dialog)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys), gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                        gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (dialog, keys);
}

static void
contacts_free (gpointer contacts)
{
  khatt_contacts_free (contacts);
}

/**
 * khatt_contacts_dialog_new:
 * @parent: the window it belongs to
 * @contacts: (transfer full): who with whom
 * @words: how dates and numbers are written
 *
 * Returns: a dialog that tells what @contacts holds
 */
GtkWidget *
khatt_contacts_dialog_new (GtkWindow *parent, KhattContacts *contacts, const KhattWords *words)
{
  GtkWidget *dialog =
      g_object_new (ADW_TYPE_WINDOW, "transient-for", parent, "modal", TRUE, "destroy-with-parent",
                    TRUE, "default-width", WIDTH, "default-height", HEIGHT, "title",
                    /* Translators: the title of a dialog. */
                    _ ("Who with Whom"), NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  g_object_set_data_full (G_OBJECT (dialog), CONTACTS, contacts, contacts_free);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled),
                                 new_body (dialog, contacts, words));
  gtk_box_append (GTK_BOX (box), new_header (dialog, contacts, words));
  gtk_box_append (GTK_BOX (box), scrolled);
  adw_window_set_content (ADW_WINDOW (dialog), box);
  close_on_escape (dialog);
  return dialog;
}
