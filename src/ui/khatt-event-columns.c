/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One table of columns. Sorting is not done here, and not by comparing rows: a column's sorter only
 * makes its heading a button, and tells which heading was pressed. */

#include "khatt-event-columns.h"

#include <glib/gi18n-lib.h>

#include "khatt-bidi.h"
#include "khatt-event.h"
#include "khatt-found.h"
#include "khatt-plate-image.h"
#include "khatt-preferences.h"
#include "khatt-ui.h"
#include "khatt-words.h"

#define SETTING "list-columns"
#define PLATE_SIZE 16
#define PLATE_GAP 6
#define LEAST_WIDTH 40
#define MOST_WIDTH 2000
#define COLUMN_KEY "khatt-event-column"
#define FADED_CLASS "khatt-faded"
#define NARROW_KEY "khatt-event-column-narrow" /* of a table, and of what makes its cells */

static const struct
{
  const char *name; /* in settings and actions */
  const char *title;
  int width; /* pixels, at the usual size of text */
  gboolean expands;
  int narrow_width; /* where there is little room; 0: it is not shown then */
} columns[KHATT_N_SORT_KEYS] = {
  [KHATT_SORT_DATE] = { "date", N_ ("Date"), 180, FALSE, 172 },
  [KHATT_SORT_KIND] = { "kind", N_ ("Kind"), 135, FALSE, 34 },
  [KHATT_SORT_TITLE] = { "title", N_ ("Title"), 180, TRUE, 120 },
  [KHATT_SORT_ACTORS] = { "actors", N_ ("Actors"), 190, TRUE },
  [KHATT_SORT_PLACE] = { "place", N_ ("Place"), 90, FALSE },
  [KHATT_SORT_STATUS] = { "status", N_ ("Status"), 85, FALSE },
  [KHATT_SORT_SOURCES] = { "sources", N_ ("Sources"), 72, FALSE },
};

/* ---- What stands in them ---- */

static char *
dup_actors (const KhattSnapshot *snapshot, const KhattRecord *record)
{
  g_autofree char *names = NULL;

  for (guint i = 0; i < record->n_parties; i++)
    {
      const KhattActor *actor = khatt_snapshot_get_actor (snapshot, record->parties[i].actor);
      g_autofree char *name = khatt_bidi_isolate (actor->name);
      g_autofree char *before = g_steal_pointer (&names);

      /* Translators: joins the names of a list. */
      names = before != NULL ? g_strconcat (before, C_ ("between names", ", "), name, NULL)
                             : g_steal_pointer (&name);
    }
  return names != NULL ? g_steal_pointer (&names) : g_strdup ("");
}

/**
 * khatt_event_columns_dup_text:
 * @snapshot: a document
 * @slot: an event of it
 * @column: a column
 * @words: how dates and numbers are written
 *
 * Returns: (transfer full): what stands in @column for the event; "" where it is not known
 */
char *
khatt_event_columns_dup_text (const KhattSnapshot *snapshot,
                              guint32 slot,
                              KhattSortKey column,
                              const KhattWords *words)
{
  const KhattRecord *record = khatt_snapshot_get_record (snapshot, slot);

  switch (column)
    {
    case KHATT_SORT_DATE:
      return khatt_date_is_known (&record->date)
                 ? khatt_words_date (words, &record->date, KHATT_CALENDAR_GREGORIAN)
                 : g_strdup (_ ("No date"));
    case KHATT_SORT_KIND:
      return g_strdup (khatt_kind_get_label (record->kind));
    case KHATT_SORT_TITLE:
      return g_strdup (record->title != NULL ? record->title : "");
    case KHATT_SORT_ACTORS:
      return dup_actors (snapshot, record);
    case KHATT_SORT_PLACE:
      return g_strdup (record->place != NULL ? record->place : "");
    case KHATT_SORT_STATUS:
      return g_strdup (khatt_status_get_label (record->status));
    case KHATT_SORT_SOURCES:
    default:
      return khatt_words_count (words, record->n_sources);
    }
}

static KhattSortKey
get_key (gpointer column)
{
  return GPOINTER_TO_UINT (g_object_get_data (column, COLUMN_KEY));
}

/**
 * khatt_event_columns_dup_row:
 * @table: a table with the columns
 * @snapshot: a document
 * @slot: an event of it
 * @words: how dates and numbers are written
 *
 * Makes a line as spreadsheets take it from the clipboard.
 *
 * Returns: (transfer full): the cells that @table shows, in its order, with tabs between them
 */
char *
khatt_event_columns_dup_row (GtkColumnView *table,
                             const KhattSnapshot *snapshot,
                             guint32 slot,
                             const KhattWords *words)
{
  GListModel *model = gtk_column_view_get_columns (table);
  GString *line = g_string_new (NULL);
  guint n_cells = 0;

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (model, i);
      g_autofree char *text = NULL;
      g_autofree char *plain = NULL;

      if (!gtk_column_view_column_get_visible (column))
        continue;
      text = khatt_event_columns_dup_text (snapshot, slot, get_key (column), words);
      /* A tab or the end of a line would begin another cell. */
      plain = khatt_bidi_strip (g_strdelimit (text, "\t\r\n", ' '));
      if (n_cells++ > 0)
        g_string_append_c (line, '\t');
      g_string_append (line, plain);
    }
  return g_string_free (line, FALSE);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer look)
{
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *cell = label;

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  khatt_ui_tell_whole (GTK_LABEL (label));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (get_key (factory) == KHATT_SORT_KIND)
    {
      cell = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, PLATE_GAP);
      gtk_box_append (GTK_BOX (cell),
                      khatt_plate_image_new (KHATT_KIND_OTHER, KHATT_STATUS_HAPPENED, PLATE_SIZE));
      gtk_box_append (GTK_BOX (cell), label);
    }
  g_object_set_data (G_OBJECT (cell), KHATT_EVENT_CELL_ITEM, item);
  gtk_list_item_set_child (item, cell);
}

static void
show_plate (GtkWidget *plate, const KhattSnapshot *snapshot, const KhattRecord *record)
{
  khatt_plate_image_set_kind (KHATT_PLATE_IMAGE (plate), record->kind, record->status);
  khatt_plate_image_set_hue (KHATT_PLATE_IMAGE (plate), record->hue);
  khatt_plate_image_set_time_direction (KHATT_PLATE_IMAGE (plate),
                                        khatt_snapshot_get_direction (snapshot));
}

static void
light_cell (GtkWidget *cell, guint32 slot, const KhattEventLook *look)
{
  gboolean is_hit = look->hits != NULL && khatt_search_hits_contain (look->hits, slot);

  if (look->hits == NULL || is_hit)
    gtk_widget_remove_css_class (cell, FADED_CLASS);
  else
    gtk_widget_add_css_class (cell, FADED_CLASS);
  khatt_found_light_labels (cell, is_hit ? khatt_search_hits_get_query (look->hits) : NULL);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  const KhattEventLook *look = user_data;
  KhattEvent *event = gtk_list_item_get_item (item);
  const KhattSnapshot *snapshot = khatt_event_get_snapshot (event);
  guint32 slot = khatt_event_get_slot (event);
  GtkWidget *cell = gtk_list_item_get_child (item);
  GtkWidget *label = cell;
  g_autofree char *text =
      khatt_event_columns_dup_text (snapshot, slot, get_key (factory), &look->words);

  if (get_key (factory) == KHATT_SORT_KIND)
    {
      show_plate (gtk_widget_get_first_child (cell), snapshot, khatt_event_get_record (event));
      label = gtk_widget_get_last_child (cell);
      gtk_widget_set_visible (label, !g_object_get_data (G_OBJECT (factory), NARROW_KEY));
      gtk_widget_set_tooltip_text (cell, text);
    }
  gtk_label_set_text (GTK_LABEL (label), text);
  /* Of what has no name GTK tells the type. */
  if (text[0] == '\0')
    gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    /* Translators: what a screen reader says of a cell of the table
                                     * that is empty: no place, no actors. */
                                    C_ ("table cell", "None"), -1);
  light_cell (cell, slot, look);
}

/**
 * khatt_event_columns_light:
 * @table: a table with the columns
 * @look: how its rows are shown from now on
 *
 * Fades what is not among the hits in the rows that there are, and lights the words that were
 * found.
 */
void
khatt_event_columns_light (GtkColumnView *table, const KhattEventLook *look)
{
  g_autoptr (GQueue) widgets = g_queue_new ();
  GtkWidget *widget;

  g_queue_push_tail (widgets, table);
  while ((widget = g_queue_pop_head (widgets)) != NULL)
    {
      GtkListItem *item = g_object_get_data (G_OBJECT (widget), KHATT_EVENT_CELL_ITEM);
      KhattEvent *event = item != NULL ? gtk_list_item_get_item (item) : NULL;

      if (event != NULL)
        light_cell (widget, khatt_event_get_slot (event), look);
      for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && item == NULL;
           child = gtk_widget_get_next_sibling (child))
        g_queue_push_tail (widgets, child);
    }
}

/* ---- Sorting ---- */

/* Which column was asked first when two rows are compared: the one that the table is sorted by. */
static GtkOrdering
probe (gconstpointer a, gconstpointer b, gpointer column)
{
  KhattSortKey *found = (KhattSortKey *) g_object_get_data ((gpointer) a, COLUMN_KEY);

  if (found != NULL)
    *found = GPOINTER_TO_UINT (column);
  return GTK_ORDERING_SMALLER;
}

/**
 * khatt_event_columns_get_sort:
 * @table: a table with the columns
 * @sort: (inout): gets what the table is sorted by
 *
 * The table keeps to itself which heading was pressed (until GTK 4.10), but compares two rows when
 * it is asked to.
 *
 * Returns: whether it is sorted by a column
 */
gboolean
khatt_event_columns_get_sort (GtkColumnView *table, KhattEventSort *sort)
{
  g_autoptr (GObject) first = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GObject) second = g_object_new (G_TYPE_OBJECT, NULL);
  KhattSortKey key = KHATT_N_SORT_KEYS;
  GtkOrdering order;

  g_object_set_data (first, COLUMN_KEY, &key);
  order = gtk_sorter_compare (gtk_column_view_get_sorter (table), first, second);
  if (key == KHATT_N_SORT_KEYS)
    return FALSE;
  sort->key = key;
  sort->is_descending = order == GTK_ORDERING_LARGER;
  return TRUE;
}

static GtkColumnViewColumn *
find_column (GtkColumnView *table, KhattSortKey key)
{
  GListModel *model = gtk_column_view_get_columns (table);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (model, i);

      if (get_key (column) == key)
        return column; /* the table keeps it */
    }
  return NULL;
}

/**
 * khatt_event_columns_sort_by:
 * @table: a table with the columns
 * @key: a column
 * @is_descending: whether its last row is to be the first
 *
 * Sorts @table as if the heading of the column had been pressed.
 */
void
khatt_event_columns_sort_by (GtkColumnView *table, KhattSortKey key, gboolean is_descending)
{
  gtk_column_view_sort_by_column (table, find_column (table, key),
                                  is_descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

/* ---- The columns ---- */

static GtkListItemFactory *
new_factory (KhattSortKey key, const KhattEventLook *look)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_object_set_data (G_OBJECT (factory), COLUMN_KEY, GUINT_TO_POINTER (key));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), (gpointer) look);
  return factory;
}

/* As wide as it is with larger text. */
static void
set_width (GtkColumnView *table, GtkColumnViewColumn *column, int width)
{
  double scale = khatt_ui_get_text_scale (GTK_WIDGET (table));

  gtk_column_view_column_set_fixed_width (column, (int) (width * scale));
}

static void
add_column (GtkColumnView *table, KhattSortKey key, const KhattEventLook *look)
{
  g_autoptr (GtkSorter) sorter =
      GTK_SORTER (gtk_custom_sorter_new (probe, GUINT_TO_POINTER (key), NULL));
  g_autoptr (GMenuModel) menu = khatt_event_columns_new_menu ();
  g_autoptr (GtkColumnViewColumn) column =
      gtk_column_view_column_new (_ (columns[key].title), new_factory (key, look));

  g_object_set_data (G_OBJECT (column), COLUMN_KEY, GUINT_TO_POINTER (key));
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_column_set_header_menu (column, menu);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, columns[key].expands);
  set_width (table, column, columns[key].width);
  gtk_column_view_append_column (table, column);
}

static KhattSortKey
find_key (const char *name)
{
  for (guint key = 0; key < KHATT_N_SORT_KEYS; key++)
    if (g_str_equal (columns[key].name, name))
      return key;
  return KHATT_N_SORT_KEYS;
}

/* As they are at first. */
static void
reset (GtkColumnView *table)
{
  for (guint key = 0; key < KHATT_N_SORT_KEYS; key++)
    {
      GtkColumnViewColumn *column = find_column (table, key);

      set_width (table, column, columns[key].width);
      gtk_column_view_column_set_visible (column, TRUE);
      gtk_column_view_insert_column (table, key, column);
    }
}

/* In the order in which a person put them, as wide as they were. */
static void
restore (GtkColumnView *table)
{
  GSettings *settings = khatt_preferences_get_settings ();
  g_autoptr (GVariant) kept = settings != NULL ? g_settings_get_value (settings, SETTING) : NULL;
  GVariantIter iter;
  const char *name;
  int width;
  gboolean is_shown;
  guint position = 0;

  if (kept == NULL)
    return;
  g_variant_iter_init (&iter, kept);
  while (g_variant_iter_next (&iter, "(&sib)", &name, &width, &is_shown))
    {
      GtkColumnViewColumn *column = find_column (table, find_key (name));

      if (column == NULL)
        continue;
      gtk_column_view_column_set_fixed_width (column, CLAMP (width, LEAST_WIDTH, MOST_WIDTH));
      gtk_column_view_column_set_visible (column, is_shown || get_key (column) == KHATT_SORT_TITLE);
      gtk_column_view_insert_column (table, position++, column);
    }
}

/**
 * khatt_event_columns_add:
 * @table: a table without columns
 * @look: how its rows are shown; read while @table lives
 *
 * Gives @table its columns, as they were last time.
 */
void
khatt_event_columns_add (GtkColumnView *table, const KhattEventLook *look)
{
  for (guint key = 0; key < KHATT_N_SORT_KEYS; key++)
    add_column (table, key, look);
  restore (table);
}

/**
 * khatt_event_columns_remember:
 * @table: a table with the columns
 *
 * Keeps order, widths and what is hidden for the next time.
 */
void
khatt_event_columns_remember (GtkColumnView *table)
{
  GSettings *settings = khatt_preferences_get_settings ();
  GListModel *model = gtk_column_view_get_columns (table);
  GVariantBuilder builder;

  if (settings == NULL || g_object_get_data (G_OBJECT (table), NARROW_KEY))
    return;
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(sib)"));
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (model, i);

      g_variant_builder_add (&builder, "(sib)", columns[get_key (column)].name,
                             gtk_column_view_column_get_fixed_width (column),
                             gtk_column_view_column_get_visible (column));
    }
  g_settings_set_value (settings, SETTING, g_variant_builder_end (&builder));
}

static void
narrow (GtkColumnView *table)
{
  static const KhattSortKey order[] = { KHATT_SORT_KIND, KHATT_SORT_TITLE, KHATT_SORT_DATE };

  for (guint key = 0; key < KHATT_N_SORT_KEYS; key++)
    {
      GtkColumnViewColumn *column = find_column (table, key);

      set_width (table, column, columns[key].narrow_width);
      gtk_column_view_column_set_visible (column, columns[key].narrow_width > 0);
    }
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    gtk_column_view_insert_column (table, i, find_column (table, order[i]));
}

/**
 * khatt_event_columns_set_narrow:
 * @table: a table with the columns
 * @is_narrow: whether there is little room
 *
 * Shows plate, title and date where there is no room for more, and what a person chose where there
 * is.
 */
void
khatt_event_columns_set_narrow (GtkColumnView *table, gboolean is_narrow)
{
  GtkColumnViewColumn *kind = find_column (table, KHATT_SORT_KIND);
  gpointer flag = GINT_TO_POINTER (is_narrow);

  if (g_object_get_data (G_OBJECT (table), NARROW_KEY) == flag)
    return;
  khatt_event_columns_remember (table);
  g_object_set_data (G_OBJECT (table), NARROW_KEY, flag);
  g_object_set_data (G_OBJECT (gtk_column_view_column_get_factory (kind)), NARROW_KEY, flag);
  gtk_column_view_column_set_title (kind, is_narrow ? NULL : _ (columns[KHATT_SORT_KIND].title));
  /* Its cells are made anew. */
  gtk_column_view_column_set_visible (kind, FALSE);
  if (is_narrow)
    {
      narrow (table);
      return;
    }
  reset (table);
  restore (table);
}

/**
 * khatt_event_columns_install_actions:
 * @table: a table with the columns
 * @widget: what @table is in
 *
 * Adds an action for each column but the title's, which shows and hides it, to @widget, as the
 * group "columns".
 */
void
khatt_event_columns_install_actions (GtkColumnView *table, GtkWidget *widget)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  for (guint key = 0; key < KHATT_N_SORT_KEYS; key++)
    {
      g_autoptr (GPropertyAction) action =
          g_property_action_new (columns[key].name, find_column (table, key), "visible");

      if (key != KHATT_SORT_TITLE)
        g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
    }
  gtk_widget_insert_action_group (widget, "columns", G_ACTION_GROUP (group));
}

/**
 * khatt_event_columns_new_menu:
 *
 * Returns: (transfer full): a menu of the actions, which have to be in a group "columns"
 */
GMenuModel *
khatt_event_columns_new_menu (void)
{
  GMenu *menu = g_menu_new ();

  for (guint key = 0; key < KHATT_N_SORT_KEYS; key++)
    {
      g_autofree char *action = g_strconcat ("columns.", columns[key].name, NULL);

      if (key != KHATT_SORT_TITLE)
        g_menu_append (menu, _ (columns[key].title), action);
    }
  return G_MENU_MODEL (menu);
}
