/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The window: its parts, and the state that they share. What a person can do in it is in
 * khatt-window-*.c, one file for each group of actions. */

#include "khatt-window-private.h"

#include <glib/gi18n-lib.h>

#include "khatt-appearance.h"
#include "khatt-plate-image.h"
#include "khatt-preferences.h"
#include "khatt-ui.h"

#define BUSY_PAGE_DELAY_MS 200 /* what is read sooner shows no progress */

G_DEFINE_FINAL_TYPE (KhattWindow, khatt_window, ADW_TYPE_APPLICATION_WINDOW)

enum
{
  PROP_DOCUMENT = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
show_page (KhattWindow *self)
{
  gboolean is_empty = khatt_document_is_empty (self->document);

  gtk_stack_set_visible_child_name (self->pages, is_empty ? "empty" : "document");
  khatt_window_arrange (self);
}

static void
mode_changed_cb (KhattWindow *self)
{
  khatt_window_show_title (self);
  khatt_window_show_actions (self);
}

static void
timeline_changed_cb (KhattWindow *self)
{
  const char *page = gtk_stack_get_visible_child_name (self->pages);

  /* The first event of all was entered, or that was undone. */
  if (g_str_equal (page, "empty") != khatt_document_is_empty (self->document) &&
      !khatt_document_is_busy (self->document))
    show_page (self);
  khatt_window_withdraw_toast (self, self->undo_toast);
  khatt_window_show_title (self);
  khatt_window_show_actions (self);
  khatt_window_show_undated (self);
}

static void
document_changed_cb (KhattWindow *self)
{
  khatt_window_show_title (self);
}

static void
loaded_cb (KhattWindow *self)
{
  KhattTimeline *timeline = khatt_document_get_timeline (self->document);

  khatt_window_cancel_adding (self);
  khatt_window_leave_view (self);
  g_signal_connect_object (timeline, "changed", G_CALLBACK (timeline_changed_cb), self,
                           G_CONNECT_SWAPPED);
  khatt_timeline_view_set_timeline (self->view, timeline);
  khatt_details_pane_set_timeline (self->details, timeline);
  khatt_article_pane_set_timeline (self->article, timeline);
  khatt_published_bar_set_timeline (self->published, timeline);
  khatt_review_pane_set_timeline (self->review, timeline);
  khatt_sheet_set_timeline (self->sheet, timeline);
  khatt_window_follow_bookmarks (self);
  show_page (self);
  timeline_changed_cb (self);
  khatt_window_restore_view (self);
  khatt_window_show_recovery (self);
  if (!khatt_document_is_empty (self->document))
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static gboolean
show_busy_page (gpointer data)
{
  KhattWindow *self = data;

  self->busy_source = 0;
  gtk_stack_set_visible_child_name (self->pages, "busy");
  return G_SOURCE_REMOVE;
}

static void
busy_cb (KhattWindow *self)
{
  gboolean is_busy = khatt_document_is_busy (self->document);

  g_clear_handle_id (&self->busy_source, g_source_remove);
  gtk_progress_bar_set_fraction (self->progress, 0);
  if (is_busy)
    self->busy_source = g_timeout_add (BUSY_PAGE_DELAY_MS, show_busy_page, self);
  else
    show_page (self);
  khatt_window_set_enabled (self, "cancel", is_busy);
}

static void
progress_cb (KhattWindow *self, double fraction)
{
  gtk_progress_bar_set_fraction (self->progress, CLAMP (fraction, 0, 1));
}

static void
compared_cb (KhattWindow *self)
{
  g_autofree char *gap = khatt_timeline_view_dup_gap (self->view);

  khatt_details_pane_compare (self->details, khatt_timeline_view_get_compared_slot (self->view),
                              gap);
  khatt_window_show_edit_actions (self);
}

/* The selection is the view's; the panes follow it. */
static void
selected_cb (KhattWindow *self)
{
  guint32 slot = khatt_timeline_view_get_selected_slot (self->view);

  khatt_details_pane_set_slot (self->details, slot);
  compared_cb (self);
  khatt_article_pane_set_selected_slot (self->article, slot);
  khatt_review_pane_set_selected_slot (self->review, slot);
  khatt_sheet_set_slot (self->sheet, slot);
  khatt_window_show_source_actions (self);
  khatt_window_show_edit_actions (self);
  khatt_window_show_review (self);
  khatt_window_arrange (self);
}

static void
article_selected_cb (KhattWindow *self)
{
  guint32 slot = khatt_article_pane_get_selected_slot (self->article);

  if (slot == khatt_timeline_view_get_selected_slot (self->view))
    return;
  khatt_timeline_view_set_selected_slot (self->view, slot);
  if (slot != KHATT_SLOT_NONE)
    khatt_timeline_view_reveal (self->view, slot);
}

static void
activated_cb (KhattWindow *self, guint slot)
{
  khatt_window_show_details (self, TRUE);
}

static void
show_in_article_cb (KhattWindow *self, guint slot)
{
  khatt_window_set_mode (self, KHATT_MODE_ARTICLE);
}

static void
words_changed_cb (KhattWindow *self)
{
  KhattWords words = khatt_preferences_get_words ();

  khatt_timeline_view_set_words (self->view, &words);
  khatt_timeline_view_set_second_calendar (self->view, khatt_preferences_get_second_calendar ());
  khatt_details_pane_refresh (self->details);
  khatt_event_table_refresh (self->table);
  khatt_review_pane_refresh (self->review);
  khatt_window_show_title (self);
}

static void
follow_preferences (KhattWindow *self)
{
  GSettings *settings = khatt_preferences_get_settings ();

  words_changed_cb (self);
  if (!settings)
    return;
  g_settings_bind (settings, "wheel-zooms", self->view, "wheel-zooms", G_SETTINGS_BIND_GET);
  g_signal_connect_object (settings, "changed", G_CALLBACK (words_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static gboolean
khatt_window_close_request (GtkWindow *window)
{
  KhattWindow *self = KHATT_WINDOW (window);

  if (khatt_window_ask_before_close (self))
    return GDK_EVENT_STOP;
  khatt_window_remember_size (self);
  khatt_window_leave_view (self);
  khatt_window_cancel_adding (self);
  khatt_document_cancel (self->document);
  return GTK_WINDOW_CLASS (khatt_window_parent_class)->close_request (window);
}

static gboolean
apply_room (gpointer data)
{
  KhattWindow *self = data;

  self->room_source = 0;
  khatt_window_set_room (self, gtk_widget_get_width (GTK_WIDGET (self)));
  return G_SOURCE_REMOVE;
}

static void
khatt_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  KhattWindow *self = KHATT_WINDOW (widget);

  GTK_WIDGET_CLASS (khatt_window_parent_class)->size_allocate (widget, width, height, baseline);
  /* Not now: nothing may ask for another size while sizes are given. */
  if (self->room_source == 0)
    self->room_source = g_idle_add (apply_room, self);
}

static void
khatt_window_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_DOCUMENT:
      g_value_set_object (value, KHATT_WINDOW (object)->document);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
khatt_window_dispose (GObject *object)
{
  KhattWindow *self = KHATT_WINDOW (object);

  khatt_window_cancel_adding (self);
  g_clear_handle_id (&self->room_source, g_source_remove);
  g_clear_handle_id (&self->busy_source, g_source_remove);
  g_clear_handle_id (&self->view_source, g_source_remove);
  khatt_window_drop_toasts (self);
  g_clear_weak_pointer (&self->focus_holder);
  g_clear_object (&self->view_file);
  g_clear_object (&self->chooser);
  if (self->document)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (khatt_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, KhattWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, KhattWindow, drop_area);
  gtk_widget_class_bind_template_child (widget_class, KhattWindow, header);
  gtk_widget_class_bind_template_child (widget_class, KhattWindow, title);
  gtk_widget_class_bind_template_child (widget_class, KhattWindow, open_button);
  gtk_widget_class_bind_template_child (widget_class, KhattWindow, primary_button);
  gtk_widget_class_bind_template_child (widget_class, KhattWindow, primary_menu);
  gtk_widget_class_bind_template_child (widget_class, KhattWindow, present_button);
  gtk_widget_class_bind_template_child (widget_class, KhattWindow, export_button);
  gtk_widget_class_bind_template_child (widget_class, KhattWindow, export_menu);
  gtk_widget_class_bind_template_child (widget_class, KhattWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, KhattWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, KhattWindow, details_button);
  gtk_widget_class_bind_template_child (widget_class, KhattWindow, search_button);
  gtk_widget_class_bind_template_child (widget_class, KhattWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, KhattWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, KhattWindow, adding_bar);
  gtk_widget_class_bind_template_child (widget_class, KhattWindow, adding_progress);
  gtk_widget_class_bind_template_child (widget_class, KhattWindow, tools);
  gtk_widget_class_bind_template_child (widget_class, KhattWindow, bottom_bar);
  gtk_widget_class_bind_template_child (widget_class, KhattWindow, bottom_legend);
  gtk_widget_class_bind_template_child (widget_class, KhattWindow, details_flap);
  gtk_widget_class_bind_template_child (widget_class, KhattWindow, article_flap);
  gtk_widget_class_bind_template_child (widget_class, KhattWindow, filter_flap);
  gtk_widget_class_bind_template_child (widget_class, KhattWindow, filters);
  gtk_widget_class_bind_template_child (widget_class, KhattWindow, filters_button);
  gtk_widget_class_bind_template_child (widget_class, KhattWindow, view);
  gtk_widget_class_bind_template_child (widget_class, KhattWindow, forms);
  gtk_widget_class_bind_template_child (widget_class, KhattWindow, review);
  gtk_widget_class_bind_template_child (widget_class, KhattWindow, review_toggle);
  gtk_widget_class_bind_template_child (widget_class, KhattWindow, review_button);
  gtk_widget_class_bind_template_child (widget_class, KhattWindow, accept_button);
  gtk_widget_class_bind_template_child (widget_class, KhattWindow, accept_label);
  gtk_widget_class_bind_template_child (widget_class, KhattWindow, accept_icon);
  gtk_widget_class_bind_template_child (widget_class, KhattWindow, view_area);
  gtk_widget_class_bind_template_child (widget_class, KhattWindow, table);
  gtk_widget_class_bind_template_child (widget_class, KhattWindow, time_tools);
  gtk_widget_class_bind_template_child (widget_class, KhattWindow, zoom_tools);
  gtk_widget_class_bind_template_child (widget_class, KhattWindow, overview);
  gtk_widget_class_bind_template_child (widget_class, KhattWindow, breadcrumb);
  gtk_widget_class_bind_template_child (widget_class, KhattWindow, legend);
  gtk_widget_class_bind_template_child (widget_class, KhattWindow, bookmarks_button);
  gtk_widget_class_bind_template_child (widget_class, KhattWindow, bookmarks_menu);
  gtk_widget_class_bind_template_child (widget_class, KhattWindow, undo_menu);
  gtk_widget_class_bind_template_child (widget_class, KhattWindow, chips);
  gtk_widget_class_bind_template_child (widget_class, KhattWindow, nothing);
  gtk_widget_class_bind_template_child (widget_class, KhattWindow, details);
  gtk_widget_class_bind_template_child (widget_class, KhattWindow, article);
  gtk_widget_class_bind_template_child (widget_class, KhattWindow, published);
  gtk_widget_class_bind_template_child (widget_class, KhattWindow, notices);
  gtk_widget_class_bind_template_child (widget_class, KhattWindow, search_bar);
  gtk_widget_class_bind_template_child (widget_class, KhattWindow, sheet);
}

/* Keys that a text entry inside the window has first: so not the application's accelerators. */
static void
add_bindings (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "win.paste",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "win.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_y, GDK_CONTROL_MASK, "win.redo", NULL);
}

static void
khatt_window_class_init (KhattWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = khatt_window_get_property;
  object_class->dispose = khatt_window_dispose;
  widget_class->size_allocate = khatt_window_size_allocate;
  GTK_WINDOW_CLASS (klass)->close_request = khatt_window_close_request;

  properties[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, KHATT_TYPE_DOCUMENT,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (KHATT_TYPE_ARTICLE_PANE);
  g_type_ensure (KHATT_TYPE_BREADCRUMB);
  g_type_ensure (KHATT_TYPE_DETAILS_PANE);
  g_type_ensure (KHATT_TYPE_EVENT_TABLE);
  g_type_ensure (KHATT_TYPE_FILTER_CHIPS);
  g_type_ensure (KHATT_TYPE_FILTER_PANE);
  g_type_ensure (KHATT_TYPE_LEGEND_BAR);
  g_type_ensure (KHATT_TYPE_NOTHING_PAGE);
  g_type_ensure (KHATT_TYPE_OVERVIEW);
  g_type_ensure (KHATT_TYPE_PLATE_IMAGE);
  g_type_ensure (KHATT_TYPE_PUBLISHED_BAR);
  g_type_ensure (KHATT_TYPE_REVIEW_PANE);
  g_type_ensure (KHATT_TYPE_SEARCH_BAR);
  g_type_ensure (KHATT_TYPE_SHEET);
  g_type_ensure (KHATT_TYPE_TIMELINE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               KHATT_RESOURCE_PATH "/khatt-window.ui");
  bind_template (widget_class);
  add_bindings (widget_class);
}

static void
connect_document (KhattWindow *self)
{
  self->document = khatt_document_new ();
  g_signal_connect_object (self->document, "loaded", G_CALLBACK (loaded_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "progress", G_CALLBACK (progress_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::is-busy", G_CALLBACK (busy_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::name", G_CALLBACK (document_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::is-modified", G_CALLBACK (document_changed_cb),
                           self, G_CONNECT_SWAPPED);
}

static void
connect_view (KhattWindow *self)
{
  khatt_overview_set_view (self->overview, self->view);
  khatt_breadcrumb_set_view (self->breadcrumb, self->view);
  khatt_legend_bar_set_view (self->legend, self->view);
  khatt_filter_chips_set_view (self->chips, self->view);
  khatt_filter_pane_set_view (self->filters, self->view);
  khatt_nothing_page_set_view (self->nothing, self->view);
  khatt_event_table_set_view (self->table, self->view);
  g_signal_connect_object (self->view, "notify::selected-slot", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "notify::compared-slot", G_CALLBACK (compared_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "arranged", G_CALLBACK (compared_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "show-in-article", G_CALLBACK (show_in_article_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->article, "notify::selected-slot", G_CALLBACK (article_selected_cb),
                           self, G_CONNECT_SWAPPED);
}

/* The menu of a button is made when it is first asked for. */
static void
give_menu_cb (GtkMenuButton *button, gpointer menu)
{
  if (!gtk_menu_button_get_menu_model (button))
    gtk_menu_button_set_menu_model (button, menu);
}

static void
khatt_window_init (KhattWindow *self)
{
  self->room = KHATT_ROOM_MEDIUM;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->primary_button, give_menu_cb, self->primary_menu,
                                         NULL);
  gtk_menu_button_set_create_popup_func (self->export_button, give_menu_cb, self->export_menu,
                                         NULL);
  khatt_window_install_open_actions (self);
  khatt_window_install_add_actions (self);
  khatt_window_install_source_actions (self);
  khatt_window_install_edit_actions (self);
  khatt_window_install_issue_actions (self);
  khatt_window_install_save_actions (self);
  khatt_window_install_export_actions (self);
  khatt_window_install_print_actions (self);
  khatt_window_install_view_actions (self);
  khatt_window_install_review_actions (self);
  khatt_window_install_undated_actions (self);
  khatt_window_install_contact_actions (self);
  khatt_window_install_search_actions (self);
  khatt_window_install_bookmark_actions (self);
  khatt_window_install_present_actions (self);
  connect_document (self);
  connect_view (self);
  g_signal_connect_object (self, "action-state-changed::mode", G_CALLBACK (mode_changed_cb), self,
                           G_CONNECT_SWAPPED);
  khatt_window_follow_view (self);
  khatt_window_follow_recovery (self);
  khatt_window_follow_disk (self);
  khatt_window_follow_menus (self);
  khatt_window_restore_size (self);
  follow_preferences (self);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi",
                           G_CALLBACK (khatt_window_arrange), self, G_CONNECT_SWAPPED);
  loaded_cb (self);
  khatt_window_set_enabled (self, "cancel", FALSE);
}

/**
 * khatt_window_new:
 * @application: the application it belongs to
 *
 * Returns: a new window without a document
 */
GtkWidget *
khatt_window_new (GtkApplication *application)
{
  return g_object_new (KHATT_TYPE_WINDOW, "application", application, NULL);
}

/**
 * khatt_window_get_document:
 * @self: a window
 *
 * Returns: (transfer none): what it shows
 */
KhattDocument *
khatt_window_get_document (KhattWindow *self)
{
  g_return_val_if_fail (KHATT_IS_WINDOW (self), NULL);

  return self->document;
}

/**
 * khatt_window_is_free:
 * @self: a window
 *
 * Returns: %TRUE where something can be opened in it without hiding something else
 */
gboolean
khatt_window_is_free (KhattWindow *self)
{
  g_return_val_if_fail (KHATT_IS_WINDOW (self), FALSE);

  return khatt_document_is_empty (self->document) && !khatt_document_is_busy (self->document);
}

/**
 * khatt_window_get_selected_slot:
 * @self: a window
 *
 * Returns: the selected event, or %KHATT_SLOT_NONE
 */
guint32
khatt_window_get_selected_slot (KhattWindow *self)
{
  g_return_val_if_fail (KHATT_IS_WINDOW (self), KHATT_SLOT_NONE);

  return khatt_timeline_view_get_selected_slot (self->view);
}

/**
 * khatt_window_select:
 * @self: a window
 * @slot: an event, or %KHATT_SLOT_NONE
 *
 * Selects @slot everywhere in the window, and moves the timeline so that it can be seen.
 */
void
khatt_window_select (KhattWindow *self, guint32 slot)
{
  g_return_if_fail (KHATT_IS_WINDOW (self));

  khatt_timeline_view_set_selected_slot (self->view, slot);
  if (slot != KHATT_SLOT_NONE)
    khatt_timeline_view_reveal (self->view, slot);
}

/**
 * khatt_window_report:
 * @self: a window
 * @heading: what could not be done
 * @error: why
 *
 * Says in a dialog that something failed.
 */
void
khatt_window_report (KhattWindow *self, const char *heading, const GError *error)
{
  g_autofree char *body = khatt_ui_dup_sentence (error->message);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * khatt_window_choose_file:
 * @self: a window
 * @chooser: (transfer full): what to show
 * @response_cb: (type GtkFileChooserNative::response): what to do then; gets @self as its data
 *
 * Shows @chooser above @self, in place of one that is still open.
 */
void
khatt_window_choose_file (KhattWindow *self, GtkFileChooserNative *chooser, GCallback response_cb)
{
  g_clear_object (&self->chooser);
  self->chooser = chooser;
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", response_cb, self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
