/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* KhattSearchBar: the field of a search, and what it says. The search is up to date with what the
 * view shows; what it finds is lit there, and the current hit is whatever hit is selected. */

#include "khatt-search-bar.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "khatt-details-rows.h"
#include "khatt-ui.h"
#include "khatt-words.h"

struct _KhattSearchBar
{
  GtkWidget parent_instance;

  /* template widgets */
  GtkSearchBar *bar;
  GtkEditable *entry;
  GtkLabel *count;

  /* owned */
  KhattSearch *search;
  KhattTimelineView *view;
  GSignalGroup *view_signals;
  GSignalGroup *rows_signals; /* of the KhattEventList that is stepped through, if there is one */
};

G_DEFINE_FINAL_TYPE (KhattSearchBar, khatt_search_bar, GTK_TYPE_WIDGET)

enum
{
  PROP_SEARCH_MODE = 1,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

/* Which of the hits an event is, from 1 on: by rows where there are rows, else by time. 0: none. */
static guint32
get_rank (KhattSearchBar *self, KhattSearchHits *hits, guint32 slot)
{
  g_autoptr (KhattEventList) rows = g_signal_group_dup_target (self->rows_signals);
  guint position = rows != NULL ? khatt_event_list_find (rows, slot) : GTK_INVALID_LIST_POSITION;
  guint32 rank = 1;

  if (rows == NULL)
    return khatt_search_hits_get_rank (hits, slot);
  if (position == GTK_INVALID_LIST_POSITION || !khatt_search_hits_contain (hits, slot))
    return 0;

  for (guint i = 0; i < position; i++)
    rank += khatt_search_hits_contain (hits, khatt_event_list_get_slot (rows, i));
  return rank;
}

static char *
describe_hits (KhattSearchBar *self, KhattSearchHits *hits)
{
  const KhattWords *words = khatt_timeline_view_get_words (self->view);
  guint32 n_events = khatt_search_hits_get_n_events (hits);
  guint32 rank = get_rank (self, hits, khatt_timeline_view_get_selected_slot (self->view));
  g_autofree char *total = khatt_words_count (words, n_events);
  g_autofree char *current = khatt_words_count (words, rank);

  if (n_events == 0)
    return g_strdup (C_ ("search", "Nothing found"));
  if (rank == 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s event", "%s events", n_events),
                            total);
  /* Translators: which of the events that were found is selected: "3 of 17". */
  return g_strdup_printf (C_ ("search", "%s of %s"), current, total);
}

static char *
describe (KhattSearchBar *self)
{
  KhattSearchHits *hits = khatt_search_get_hits (self->search);

  if (self->view == NULL || *gtk_editable_get_text (self->entry) == '\0')
    return g_strdup ("");
  if (khatt_search_is_busy (self->search))
    return g_strdup (C_ ("search", "Searching…"));
  return hits != NULL ? describe_hits (self, hits) : g_strdup ("");
}

/* Whoever cannot see the count hears it as the description of the field. */
static void
show_count (KhattSearchBar *self)
{
  KhattSearchHits *hits = khatt_search_get_hits (self->search);
  gboolean is_in_vain = hits != NULL && !khatt_search_is_busy (self->search) &&
                        khatt_search_hits_get_n_events (hits) == 0;
  g_autofree char *text = describe (self);

  if (g_str_equal (text, gtk_label_get_text (self->count)))
    return;

  gtk_label_set_text (self->count, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text, -1);
  if (is_in_vain)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
}

/* Until there are other hits the ones before stay lit. */
static void
searched_cb (KhattSearchBar *self)
{
  KhattSearchHits *hits = khatt_search_get_hits (self->search);

  if (self->view != NULL && (hits != NULL || !khatt_search_is_busy (self->search)))
    khatt_timeline_view_set_hits (self->view, hits);
  show_count (self);
}

static void
timeline_cb (KhattSearchBar *self)
{
  khatt_search_set_timeline (self->search, khatt_timeline_view_get_timeline (self->view));
}

static void
filter_cb (KhattSearchBar *self)
{
  khatt_search_set_filter (self->search, khatt_timeline_view_get_filter (self->view));
}

/* The field reads in the direction of what is in it. */
static void
text_changed_cb (KhattSearchBar *self)
{
  const char *text = gtk_editable_get_text (self->entry);
  GtkEditable *delegate = gtk_editable_get_delegate (self->entry);

  gtk_widget_set_direction (GTK_WIDGET (delegate), khatt_details_text_direction (text));
  khatt_search_set_text (self->search, text);
  show_count (self);
}

static void
activate_cb (KhattSearchBar *self)
{
  khatt_search_bar_step (self, FALSE);
}

static void
mode_changed_cb (KhattSearchBar *self)
{
  gboolean is_shown = gtk_search_bar_get_search_mode (self->bar);

  khatt_search_set_active (self->search, is_shown);
  if (!is_shown && self->view != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCH_MODE]);
}

static void
khatt_search_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SEARCH_MODE:
      g_value_set_boolean (value, gtk_search_bar_get_search_mode (KHATT_SEARCH_BAR (object)->bar));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
khatt_search_bar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SEARCH_MODE:
      gtk_search_bar_set_search_mode (KHATT_SEARCH_BAR (object)->bar, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
khatt_search_bar_dispose (GObject *object)
{
  KhattSearchBar *self = KHATT_SEARCH_BAR (object);

  g_clear_object (&self->view_signals);
  g_clear_object (&self->rows_signals);
  g_clear_object (&self->view);
  g_clear_object (&self->search);
  gtk_widget_dispose_template (GTK_WIDGET (self), KHATT_TYPE_SEARCH_BAR);
  G_OBJECT_CLASS (khatt_search_bar_parent_class)->dispose (object);
}

static void
khatt_search_bar_class_init (KhattSearchBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = khatt_search_bar_get_property;
  object_class->set_property = khatt_search_bar_set_property;
  object_class->dispose = khatt_search_bar_dispose;

  properties[PROP_SEARCH_MODE] =
      g_param_spec_boolean ("search-mode", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               KHATT_RESOURCE_PATH "/khatt-search-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, KhattSearchBar, bar);
  gtk_widget_class_bind_template_child (widget_class, KhattSearchBar, entry);
  gtk_widget_class_bind_template_child (widget_class, KhattSearchBar, count);
  gtk_widget_class_bind_template_callback (widget_class, mode_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_SHIFT_MASK,
                                       "win.find-previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_SHIFT_MASK,
                                       "win.find-previous", NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SEARCH);
}

static void
khatt_search_bar_init (KhattSearchBar *self)
{
  self->search = khatt_search_new ();
  g_signal_connect_object (self->search, "changed", G_CALLBACK (searched_cb), self,
                           G_CONNECT_SWAPPED);
  self->view_signals = g_signal_group_new (KHATT_TYPE_TIMELINE_VIEW);
  g_signal_group_connect_swapped (self->view_signals, "notify::timeline", G_CALLBACK (timeline_cb),
                                  self);
  g_signal_group_connect_swapped (self->view_signals, "notify::filter", G_CALLBACK (filter_cb),
                                  self);
  g_signal_group_connect_swapped (self->view_signals, "notify::selected-slot",
                                  G_CALLBACK (show_count), self);
  self->rows_signals = g_signal_group_new (KHATT_TYPE_EVENT_LIST);
  g_signal_group_connect_swapped (self->rows_signals, "items-changed", G_CALLBACK (show_count),
                                  self);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->bar, self->entry);
}

/**
 * khatt_search_bar_new:
 *
 * Returns: (transfer floating): a bar of no view
 */
GtkWidget *
khatt_search_bar_new (void)
{
  return g_object_new (KHATT_TYPE_SEARCH_BAR, NULL);
}

/**
 * khatt_search_bar_set_view:
 * @self: a search bar
 * @view: (nullable): whose document is searched
 *
 * Searches in what another view shows.
 */
void
khatt_search_bar_set_view (KhattSearchBar *self, KhattTimelineView *view)
{
  g_return_if_fail (KHATT_IS_SEARCH_BAR (self));

  if (!g_set_object (&self->view, view))
    return;

  g_signal_group_set_target (self->view_signals, view);
  khatt_search_set_timeline (self->search,
                             view != NULL ? khatt_timeline_view_get_timeline (view) : NULL);
  if (view != NULL)
    filter_cb (self);
}

/**
 * khatt_search_bar_get_search:
 * @self: a search bar
 *
 * Returns: (transfer none): the search
 */
KhattSearch *
khatt_search_bar_get_search (KhattSearchBar *self)
{
  g_return_val_if_fail (KHATT_IS_SEARCH_BAR (self), NULL);

  return self->search;
}

/**
 * khatt_search_bar_open:
 * @self: a search bar
 *
 * Shows the bar, and lets somebody type over what was typed before.
 */
void
khatt_search_bar_open (KhattSearchBar *self)
{
  g_return_if_fail (KHATT_IS_SEARCH_BAR (self));

  gtk_search_bar_set_search_mode (self->bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);
}

/**
 * khatt_search_bar_look_for:
 * @self: a search bar
 * @text: what to look for
 *
 * Shows the bar with @text in it.
 */
void
khatt_search_bar_look_for (KhattSearchBar *self, const char *text)
{
  khatt_search_bar_open (self);
  gtk_editable_set_text (self->entry, text);
  gtk_editable_set_position (self->entry, -1);
}

/**
 * khatt_search_bar_set_rows:
 * @self: a search bar
 * @rows: (nullable): the events as they are listed now
 *
 * Steps and counts go through @rows, in their order, from now on; without @rows through time.
 */
void
khatt_search_bar_set_rows (KhattSearchBar *self, KhattEventList *rows)
{
  g_return_if_fail (KHATT_IS_SEARCH_BAR (self));

  g_signal_group_set_target (self->rows_signals, rows);
  show_count (self);
}

/* The next hit among the rows, from the last row on to the first. */
static guint32
find_in_rows (KhattEventList *rows, KhattSearchHits *hits, guint32 selected, gboolean is_backwards)
{
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (rows));
  guint position = khatt_event_list_find (rows, selected);

  if (position == GTK_INVALID_LIST_POSITION)
    position = is_backwards ? 0 : n_rows - 1;
  for (guint i = 0; i < n_rows; i++)
    {
      guint32 slot;

      position = (position + (is_backwards ? n_rows - 1 : 1)) % n_rows;
      slot = khatt_event_list_get_slot (rows, position);
      if (khatt_search_hits_contain (hits, slot))
        return slot;
    }
  return KHATT_SLOT_NONE;
}

static guint32
find_next (KhattSearchBar *self, gboolean is_backwards)
{
  g_autoptr (KhattEventList) rows = g_signal_group_dup_target (self->rows_signals);
  KhattSearchHits *hits = khatt_search_get_hits (self->search);
  guint32 selected;

  if (hits == NULL || self->view == NULL)
    return KHATT_SLOT_NONE;

  selected = khatt_timeline_view_get_selected_slot (self->view);
  return rows != NULL ? find_in_rows (rows, hits, selected, is_backwards)
                      : khatt_search_hits_get_neighbour (hits, selected, is_backwards);
}

/**
 * khatt_search_bar_step:
 * @self: a search bar
 * @is_backwards: whether to go to what is earlier, or above
 *
 * Selects the next hit, from the last one on to the first, and moves the view there.
 */
void
khatt_search_bar_step (KhattSearchBar *self, gboolean is_backwards)
{
  guint32 slot;

  g_return_if_fail (KHATT_IS_SEARCH_BAR (self));

  slot = find_next (self, is_backwards);
  if (slot == KHATT_SLOT_NONE)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  khatt_timeline_view_set_selected_slot (self->view, slot);
  khatt_timeline_view_reveal (self->view, slot);
}
