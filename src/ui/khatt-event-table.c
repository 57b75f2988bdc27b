/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The table of events. It follows its view while it can be seen: another document, another filter,
 * another heading that was pressed make the list anew, in a thread where there are many events; the
 * old list stays until then. */

#include "khatt-event-table.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "khatt-event-columns.h"
#include "khatt-event.h"
#include "khatt-preferences.h"

#define MOST_AT_ONCE 20000 /* events that are sorted while the window waits */

struct _KhattEventTable
{
  GtkWidget parent_instance;

  /* children */
  GtkWidget *overlay;
  GtkColumnView *table;
  GtkWidget *nothing; /* is shown where no event passes the filter */
  GtkWidget *spinner;
  GtkWidget *menu; /* NULL until it was asked for */

  /* owned */
  KhattTimelineView *view;
  GSignalGroup *view_signals;
  KhattEventList *list;
  GtkSingleSelection *selection;
  GCancellable *cancellable; /* of the sorting in the thread; NULL: none */

  KhattEventLook look; /* its hits are owned */
  double from_start;   /* pixels of columns that are scrolled away */
  gboolean is_narrow;
  gboolean is_stale; /* the list is not what the view shows */
};

enum
{
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KhattEventTable, khatt_event_table, GTK_TYPE_WIDGET)

/* ---- Selection ---- */

/* The list inside the table is the one that knows the action. */
static void
scroll_to (KhattEventTable *self, guint position)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->table)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_activate_action (child, "list.scroll-to-item", "u", position))
      return;
}

static guint32
get_selected_slot (KhattEventTable *self)
{
  return khatt_event_list_get_slot (self->list,
                                    gtk_single_selection_get_selected (self->selection));
}

static void
selected_cb (KhattEventTable *self)
{
  guint32 slot = get_selected_slot (self);

  if (self->view != NULL && slot != KHATT_SLOT_NONE)
    khatt_timeline_view_set_selected_slot (self->view, slot);
}

/* What the view has selected; nothing where it is not in the list. */
static void
show_selection (KhattEventTable *self)
{
  guint position =
      khatt_event_list_find (self->list, khatt_timeline_view_get_selected_slot (self->view));

  if (position == gtk_single_selection_get_selected (self->selection))
    return;
  g_signal_handlers_block_by_func (self->selection, selected_cb, self);
  gtk_single_selection_set_selected (self->selection, position);
  g_signal_handlers_unblock_by_func (self->selection, selected_cb, self);
  if (position != GTK_INVALID_LIST_POSITION)
    scroll_to (self, position);
}

/* ---- The list ---- */

/* With nothing selected the selection does not look for its row among all the new ones. */
static void
show_list (KhattEventTable *self, KhattSnapshot *snapshot, GArray *slots)
{
  gboolean is_filtered = !khatt_filter_is_empty (khatt_timeline_view_get_filter (self->view));

  g_signal_handlers_block_by_func (self->selection, selected_cb, self);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  g_signal_handlers_unblock_by_func (self->selection, selected_cb, self);
  khatt_event_list_replace (self->list, snapshot, slots);
  if (slots->len > 0)
    scroll_to (self, 0);
  show_selection (self);
  gtk_widget_set_visible (self->nothing, slots->len == 0 && is_filtered);
}

/* What a thread needs. */
typedef struct
{
  KhattSnapshot *snapshot;
  KhattEventSort sort;
  KhattFilter *filter;
  char *language;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  khatt_snapshot_unref (job->snapshot);
  khatt_filter_free (job->filter);
  g_free (job->language);
  g_free (job);
}

static Job *
new_job (KhattEventTable *self, KhattSnapshot *snapshot)
{
  Job *job = g_new0 (Job, 1);

  job->snapshot = khatt_snapshot_ref (snapshot);
  job->filter = khatt_filter_copy (khatt_timeline_view_get_filter (self->view));
  job->language = g_strdup (khatt_preferences_get_language ());
  job->sort.filter = job->filter;
  job->sort.language = job->language;
  khatt_event_columns_get_sort (self->table, &job->sort);
  return job;
}

static void
sort_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GArray *slots = khatt_event_sort_list (job->snapshot, &job->sort, cancellable);

  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, slots, (GDestroyNotify) g_array_unref);
  else
    g_clear_pointer (&slots, g_array_unref);
}

static void
sorted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  KhattEventTable *self = KHATT_EVENT_TABLE (source);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GArray) slots = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Another one was begun, or the table goes. */
  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable || slots == NULL)
    return;
  g_clear_object (&self->cancellable);
  gtk_widget_set_visible (self->spinner, FALSE);
  show_list (self, job->snapshot, slots);
}

static void
sort_later (KhattEventTable *self, Job *job)
{
  g_autoptr (GTask) task = NULL;

  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, sorted_cb, NULL);
  g_task_set_task_data (task, job, job_free);
  gtk_widget_set_visible (self->spinner, TRUE);
  g_task_run_in_thread (task, sort_in_thread);
}

static void
cancel (KhattEventTable *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_set_visible (self->spinner, FALSE);
}

static void
update (KhattEventTable *self)
{
  KhattArrangement *arrangement = khatt_timeline_view_get_arrangement (self->view);
  KhattSnapshot *snapshot;
  Job *job;

  cancel (self);
  self->is_stale = FALSE;
  if (arrangement == NULL)
    return;
  snapshot = khatt_arrangement_get_snapshot (arrangement);
  job = new_job (self, snapshot);
  if (khatt_snapshot_get_n_events (snapshot) > MOST_AT_ONCE)
    {
      sort_later (self, job);
      return;
    }
  g_autoptr (GArray) slots = khatt_event_sort_list (snapshot, &job->sort, NULL);
  show_list (self, snapshot, slots);
  job_free (job);
}

static void
changed_cb (KhattEventTable *self)
{
  self->is_stale = TRUE;
  if (self->view != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
}

static void
hits_cb (KhattEventTable *self)
{
  KhattSearchHits *hits = self->view != NULL ? khatt_timeline_view_get_hits (self->view) : NULL;

  g_clear_pointer (&self->look.hits, khatt_search_hits_unref);
  self->look.hits = hits != NULL ? khatt_search_hits_ref (hits) : NULL;
  if (self->table != NULL)
    khatt_event_columns_light (self->table, &self->look);
}

/* ---- What can be done with a row ---- */

static void
activate_cb (KhattEventTable *self, guint position)
{
  guint32 slot = khatt_event_list_get_slot (self->list, position);

  if (slot != KHATT_SLOT_NONE)
    g_signal_emit (self, signals[ACTIVATED], 0, slot);
}

static void
details_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KhattEventTable *self = KHATT_EVENT_TABLE (widget);

  activate_cb (self, gtk_single_selection_get_selected (self->selection));
}

static void
show_in_timeline_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.mode", "s", "timeline");
}

static void
show_in_article_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.mode", "s", "article");
}

/* The cells that are shown, as a spreadsheet takes them. */
static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KhattEventTable *self = KHATT_EVENT_TABLE (widget);
  KhattEvent *event = gtk_single_selection_get_selected_item (self->selection);
  g_autofree char *text = NULL;

  if (event == NULL)
    return;
  text = khatt_event_columns_dup_row (self->table, khatt_event_get_snapshot (event),
                                      khatt_event_get_slot (event), &self->look.words);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static void
append_item (GMenu *menu, const char *label, const char *action)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  g_menu_item_set_attribute (item, "hidden-when", "s", "action-disabled");
  g_menu_append_item (menu, item);
}

static GMenuModel *
make_menu (gboolean is_of_event)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) event = g_menu_new ();
  g_autoptr (GMenu) of_columns = g_menu_new ();
  g_autoptr (GMenuModel) columns = khatt_event_columns_new_menu ();

  append_item (event, _ ("_Details"), "table.details");
  append_item (event, _ ("Show in _Timeline"), "table.show-in-timeline");
  append_item (event, _ ("Show in _Article"), "table.show-in-article");
  append_item (event, _ ("Split into _Reports"), "win.split-event");
  append_item (event, _ ("_Copy"), "table.copy");
  if (is_of_event)
    g_menu_append_section (menu, NULL, G_MENU_MODEL (event));
  g_menu_append_submenu (of_columns, _ ("C_olumns"), columns);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (of_columns));
  return G_MENU_MODEL (menu);
}

static void
popup (KhattEventTable *self, const GdkRectangle *at)
{
  g_autoptr (GMenuModel) model = make_menu (get_selected_slot (self) != KHATT_SLOT_NONE);

  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (NULL);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), model);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), at);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* At the row that has the focus. */
static void
menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KhattEventTable *self = KHATT_EVENT_TABLE (widget);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (gtk_widget_get_root (widget)));
  graphene_rect_t bounds;
  GdkRectangle at = { gtk_widget_get_width (widget) / 2, 0, 1, 1 };

  if (focus != NULL && gtk_widget_is_ancestor (focus, widget) &&
      gtk_widget_compute_bounds (focus, widget, &bounds))
    at.y = (int) (bounds.origin.y + bounds.size.height);
  popup (self, &at);
}

/* The item of the row that `widget`, or what is in it, stands in. */
static GtkListItem *
find_item (KhattEventTable *self, GtkWidget *widget)
{
  gpointer item = NULL;

  for (GtkWidget *child = widget; child != NULL && item == NULL;
       child = gtk_widget_get_first_child (child))
    item = g_object_get_data (G_OBJECT (child), KHATT_EVENT_CELL_ITEM);
  for (GtkWidget *parent = widget; parent != GTK_WIDGET (self) && item == NULL;
       parent = gtk_widget_get_parent (parent))
    item = g_object_get_data (G_OBJECT (parent), KHATT_EVENT_CELL_ITEM);
  return item;
}

static void
pressed_cb (KhattEventTable *self, int n_press, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GtkListItem *item = picked != NULL && gtk_widget_is_ancestor (picked, GTK_WIDGET (self->table))
                          ? find_item (self, picked)
                          : NULL;
  GdkRectangle at = { (int) x, (int) y, 1, 1 };

  if (item == NULL)
    return;
  gtk_single_selection_set_selected (self->selection, gtk_list_item_get_position (item));
  popup (self, &at);
}

/* ---- The widget ---- */

static GtkWidget *
new_nothing (void)
{
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Clear Filters"));

  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("No Events Match"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.clear-filter");
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  adw_status_page_set_child (ADW_STATUS_PAGE (page), button);
  gtk_widget_set_visible (page, FALSE);
  return page;
}

static GtkWidget *
new_spinner (void)
{
  GtkWidget *spinner = gtk_spinner_new ();

  gtk_spinner_set_spinning (GTK_SPINNER (spinner), TRUE);
  gtk_widget_set_halign (spinner, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (spinner, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (spinner, 32, 32);
  gtk_widget_set_visible (spinner, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spinner), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Sorting…"), -1);
  return spinner;
}

/* Where text runs right to left, GTK counts the columns from the far end all the same: so the near
 * end has to be kept where it is. */
static void
scrolled_cb (KhattEventTable *self, GtkAdjustment *across)
{
  self->from_start = gtk_adjustment_get_upper (across) - gtk_adjustment_get_page_size (across) -
                     gtk_adjustment_get_value (across);
}

static void
width_cb (KhattEventTable *self, GtkAdjustment *across)
{
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    gtk_adjustment_set_value (across, gtk_adjustment_get_upper (across) -
                                          gtk_adjustment_get_page_size (across) - self->from_start);
}

static void
build (KhattEventTable *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkAdjustment *across;

  self->table =
      GTK_COLUMN_VIEW (gtk_column_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection))));
  gtk_widget_add_css_class (GTK_WIDGET (self->table), "khatt-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->table), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Events"), -1);
  /* The list in the table has the focus where there are no rows. */
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (gtk_widget_get_last_child (GTK_WIDGET (self->table))),
      GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Events"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->table));
  across = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scrolled));
  g_signal_connect_object (across, "changed", G_CALLBACK (width_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (across, "value-changed", G_CALLBACK (scrolled_cb), self,
                           G_CONNECT_SWAPPED);
  self->nothing = new_nothing ();
  self->spinner = new_spinner ();
  self->overlay = gtk_overlay_new ();
  gtk_overlay_set_child (GTK_OVERLAY (self->overlay), scrolled);
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), self->nothing);
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), self->spinner);
  gtk_widget_set_parent (self->overlay, GTK_WIDGET (self));
}

/* When it is seen for the first time. */
static void
ensure_table (KhattEventTable *self)
{
  if (self->table != NULL)
    return;
  build (self);
  khatt_event_columns_add (self->table, &self->look);
  khatt_event_columns_set_narrow (self->table, self->is_narrow);
  khatt_event_columns_sort_by (self->table, KHATT_SORT_DATE, FALSE);
  khatt_event_columns_install_actions (self->table, GTK_WIDGET (self));
  g_signal_connect_object (self->table, "activate", G_CALLBACK (activate_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_sorter (self->table), "changed",
                           G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static void
khatt_event_table_map (GtkWidget *widget)
{
  KhattEventTable *self = KHATT_EVENT_TABLE (widget);

  ensure_table (self);
  GTK_WIDGET_CLASS (khatt_event_table_parent_class)->map (widget);
  if (self->view != NULL && self->is_stale)
    update (self);
}

static void
khatt_event_table_unmap (GtkWidget *widget)
{
  KhattEventTable *self = KHATT_EVENT_TABLE (widget);

  khatt_event_columns_remember (self->table);
  GTK_WIDGET_CLASS (khatt_event_table_parent_class)->unmap (widget);
}

static gboolean
khatt_event_table_grab_focus (GtkWidget *widget)
{
  KhattEventTable *self = KHATT_EVENT_TABLE (widget);

  return self->table != NULL && gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

static void
khatt_event_table_dispose (GObject *object)
{
  KhattEventTable *self = KHATT_EVENT_TABLE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->overlay, gtk_widget_unparent);
  g_clear_object (&self->view_signals);
  g_clear_object (&self->view);
  g_clear_pointer (&self->look.hits, khatt_search_hits_unref);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  G_OBJECT_CLASS (khatt_event_table_parent_class)->dispose (object);
}

static void
khatt_event_table_class_init (KhattEventTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = khatt_event_table_dispose;
  widget_class->map = khatt_event_table_map;
  widget_class->unmap = khatt_event_table_unmap;
  widget_class->grab_focus = khatt_event_table_grab_focus;

  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_install_action (widget_class, "table.details", NULL, details_action);
  gtk_widget_class_install_action (widget_class, "table.show-in-timeline", NULL,
                                   show_in_timeline_action);
  gtk_widget_class_install_action (widget_class, "table.show-in-article", NULL,
                                   show_in_article_action);
  gtk_widget_class_install_action (widget_class, "table.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "table.menu", NULL, menu_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "table.copy",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "table.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "table.menu",
                                       NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "eventtable");
}

static void
add_controller (KhattEventTable *self)
{
  GtkGesture *gesture = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (gesture, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (gesture));
}

static void
khatt_event_table_init (KhattEventTable *self)
{
  self->look.words = khatt_preferences_get_words ();
  self->list = khatt_event_list_new ();
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->list)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  add_controller (self);

  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  self->view_signals = g_signal_group_new (KHATT_TYPE_TIMELINE_VIEW);
  g_signal_group_connect_swapped (self->view_signals, "arranged", G_CALLBACK (changed_cb), self);
  g_signal_group_connect_swapped (self->view_signals, "notify::filter", G_CALLBACK (changed_cb),
                                  self);
  g_signal_group_connect_swapped (self->view_signals, "notify::selected-slot",
                                  G_CALLBACK (show_selection), self);
  g_signal_group_connect_swapped (self->view_signals, "notify::hits", G_CALLBACK (hits_cb), self);
}

/**
 * khatt_event_table_new:
 *
 * Returns: (transfer floating): a table of no view
 */
GtkWidget *
khatt_event_table_new (void)
{
  return g_object_new (KHATT_TYPE_EVENT_TABLE, NULL);
}

/**
 * khatt_event_table_set_view:
 * @self: a table
 * @view: the view whose events it lists
 *
 * Lists the events of @view from now on.
 */
void
khatt_event_table_set_view (KhattEventTable *self, KhattTimelineView *view)
{
  g_return_if_fail (KHATT_IS_EVENT_TABLE (self));

  if (!g_set_object (&self->view, view))
    return;
  g_signal_group_set_target (self->view_signals, view);
  hits_cb (self);
  changed_cb (self);
}

/**
 * khatt_event_table_set_narrow:
 * @self: a table
 * @is_narrow: whether there is little room
 *
 * Shows fewer columns where there is little room.
 */
void
khatt_event_table_set_narrow (KhattEventTable *self, gboolean is_narrow)
{
  g_return_if_fail (KHATT_IS_EVENT_TABLE (self));

  self->is_narrow = is_narrow;
  if (self->table != NULL)
    khatt_event_columns_set_narrow (self->table, is_narrow);
}

/**
 * khatt_event_table_refresh:
 * @self: a table
 *
 * Writes dates and numbers anew, as the preferences have them now.
 */
void
khatt_event_table_refresh (KhattEventTable *self)
{
  g_return_if_fail (KHATT_IS_EVENT_TABLE (self));

  self->look.words = khatt_preferences_get_words ();
  changed_cb (self);
}

/**
 * khatt_event_table_is_busy:
 * @self: a table
 *
 * Returns: whether a list is being made; the one that is shown is an older one
 */
gboolean
khatt_event_table_is_busy (KhattEventTable *self)
{
  g_return_val_if_fail (KHATT_IS_EVENT_TABLE (self), FALSE);

  return self->cancellable != NULL;
}

/**
 * khatt_event_table_get_list:
 * @self: a table
 *
 * Returns: (transfer none): the events in the order of the rows
 */
KhattEventList *
khatt_event_table_get_list (KhattEventTable *self)
{
  g_return_val_if_fail (KHATT_IS_EVENT_TABLE (self), NULL);

  return self->list;
}

/**
 * khatt_event_table_get_table:
 * @self: a table
 *
 * Returns: (transfer none): what shows the rows
 */
GtkColumnView *
khatt_event_table_get_table (KhattEventTable *self)
{
  g_return_val_if_fail (KHATT_IS_EVENT_TABLE (self), NULL);

  ensure_table (self);
  return self->table;
}
