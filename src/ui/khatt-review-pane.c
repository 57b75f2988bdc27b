/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The proposals. The list is of slots; cards that can be seen are shown anew after each change, and
 * most of them find that nothing changed. Nothing is computed while the pane is out of sight. What
 * is done to an event is an action of the window, on the selected one. */

#include "khatt-review-pane.h"

#include <glib/gi18n-lib.h>

#include "khatt-bidi.h"
#include "khatt-details-rows.h"
#include "khatt-edit.h"
#include "khatt-event-list.h"
#include "khatt-event.h"
#include "khatt-review-card.h"
#include "khatt-review-lists.h"
#include "khatt-review.h"

struct _KhattReviewPane
{
  GtkWidget parent_instance;

  /* children */
  KhattReviewHead *head;
  GtkWidget *scroller;
  GtkListView *cards_view;
  GtkWidget *nothing; /* instead of the list where it is empty */

  /* owned */
  KhattTimeline *timeline;
  KhattSnapshot *snapshot; /* that is shown; NULL: none yet */
  KhattReviewLists *lists;
  KhattEventList *list;
  GtkSingleSelection *selection;
  GHashTable *cards; /* those that show something */

  guint32 selected_slot;
  guint32 first_undated; /* in the list; KHATT_SLOT_NONE: none */
  gboolean is_stale;
  gboolean is_filling;
};

enum
{
  PROP_SELECTED_SLOT = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (KhattReviewPane, khatt_review_pane, GTK_TYPE_WIDGET)

/* ---- Cards ---- */

/* The article that an event was read from first. */
static const KhattArticle *
find_article (KhattReviewPane *self, guint32 slot)
{
  g_autoptr (KhattEventData) event =
      slot != KHATT_SLOT_NONE ? khatt_snapshot_dup_event (self->snapshot, slot) : NULL;
  const KhattSourceData *source =
      event != NULL && event->sources->len > 0 ? g_ptr_array_index (event->sources, 0) : NULL;

  return source != NULL ? khatt_snapshot_get_article_by_id (self->snapshot, source->article) : NULL;
}

/* Above the first card of an article, where there are several, and above the first without a date.
 */
static char *
dup_heading (KhattReviewPane *self, guint32 slot)
{
  guint position = khatt_event_list_find (self->list, slot);
  const KhattArticle *article;

  if (slot == self->first_undated)
    return g_strdup (_ ("Without a Date"));
  if (khatt_snapshot_get_n_articles (self->snapshot) < 2 || position == GTK_INVALID_LIST_POSITION)
    return NULL;
  article = find_article (self, slot);
  if (article == NULL || article->title == NULL ||
      (position > 0 &&
       find_article (self, khatt_event_list_get_slot (self->list, position - 1)) == article))
    return NULL;
  return khatt_bidi_strip (article->title);
}

static void
show_card (KhattReviewPane *self, KhattReviewCard *card, guint32 slot)
{
  g_autofree char *heading = dup_heading (self, slot);

  khatt_review_card_show (card, self->snapshot, slot, slot == self->selected_slot);
  khatt_review_card_set_heading (card, heading);
}

static void
show_cards (KhattReviewPane *self)
{
  GHashTableIter iter;
  gpointer card;

  g_hash_table_iter_init (&iter, self->cards);
  while (g_hash_table_iter_next (&iter, &card, NULL))
    show_card (self, card, khatt_review_card_get_slot (card));
}

static KhattReviewCard *
find_card (KhattReviewPane *self, guint32 slot)
{
  GHashTableIter iter;
  gpointer card;

  g_hash_table_iter_init (&iter, self->cards);
  while (g_hash_table_iter_next (&iter, &card, NULL))
    {
      if (khatt_review_card_get_slot (card) == slot)
        return card;
    }
  return NULL;
}

/* The day that a person found for an event; what follows is another card's. */
static void
dated_cb (KhattReviewPane *self, KhattReviewCard *card)
{
  guint32 slot = khatt_review_card_get_slot (card);
  KhattDate date;

  if (!khatt_review_card_get_date (card, &date))
    return;
  khatt_review_pane_set_selected_slot (self, slot);
  khatt_edit_set_date (self->timeline, slot, &date);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
setup_cb (KhattReviewPane *self, GtkListItem *item)
{
  GtkWidget *card = khatt_review_card_new ();

  g_signal_connect_object (card, "dated", G_CALLBACK (dated_cb), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_child (item, card);
}

static void
bind_cb (KhattReviewPane *self, GtkListItem *item)
{
  KhattReviewCard *card = KHATT_REVIEW_CARD (gtk_list_item_get_child (item));
  KhattEvent *event = gtk_list_item_get_item (item);

  g_hash_table_add (self->cards, card);
  show_card (self, card, khatt_event_get_slot (event));
}

static void
unbind_cb (KhattReviewPane *self, GtkListItem *item)
{
  GtkWidget *card = gtk_list_item_get_child (item);

  g_hash_table_remove (self->cards, card);
  khatt_review_card_show (KHATT_REVIEW_CARD (card), NULL, KHATT_SLOT_NONE, FALSE);
}

/* ---- Selection ---- */

static void
scroll_to (KhattReviewPane *self, guint position)
{
  gtk_widget_activate_action (GTK_WIDGET (self->cards_view), "list.scroll-to-item", "u", position);
}

static void
selected_cb (KhattReviewPane *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);
  guint32 slot = khatt_event_list_get_slot (self->list, position);

  if (!self->is_filling && slot != KHATT_SLOT_NONE)
    khatt_review_pane_set_selected_slot (self, slot);
}

static gboolean
has_focus (KhattReviewPane *self)
{
  return (gtk_widget_get_state_flags (GTK_WIDGET (self->cards_view)) &
          GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

static void
show_selection (KhattReviewPane *self)
{
  guint position = khatt_event_list_find (self->list, self->selected_slot);
  gboolean had_focus = has_focus (self);

  if (position == gtk_single_selection_get_selected (self->selection))
    return;
  self->is_filling = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->is_filling = FALSE;
  if (position == GTK_INVALID_LIST_POSITION)
    return;
  scroll_to (self, position);
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
move_selection (KhattReviewPane *self, int step)
{
  gint64 n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  guint at = khatt_event_list_find (self->list, self->selected_slot);
  gint64 position = at == GTK_INVALID_LIST_POSITION ? (step > 0 ? 0 : n - 1) : (gint64) at + step;

  if (position >= 0 && position < n)
    khatt_review_pane_set_selected_slot (self,
                                         khatt_event_list_get_slot (self->list, (guint) position));
}

/* ---- The list ---- */

/* What each choice shows: events with a date, and behind them those without. */
static const struct
{
  KhattReviewList dated;
  KhattReviewList undated; /* KHATT_N_REVIEW_LISTS: told apart by nothing */
  const char *nothing;
} choices[KHATT_N_REVIEW_CHOICES] = {
  [KHATT_REVIEW_SHOWS_ALL] = { KHATT_REVIEW_LIST_DATED, KHATT_REVIEW_LIST_UNDATED,
                               N_ ("Nothing was read.") },
  [KHATT_REVIEW_SHOWS_NEEDING] = { KHATT_REVIEW_LIST_NEEDING, KHATT_REVIEW_LIST_NEEDING_UNDATED,
                                   N_ ("Nothing needs a look.") },
  [KHATT_REVIEW_SHOWS_DISMISSED] = { KHATT_REVIEW_LIST_DISMISSED, KHATT_N_REVIEW_LISTS,
                                     N_ ("Nothing was dismissed.") },
};

static const GArray *
get_undated (KhattReviewPane *self, KhattReviewChoice choice)
{
  return choices[choice].undated < KHATT_N_REVIEW_LISTS
             ? khatt_review_lists_get (self->lists, choices[choice].undated)
             : NULL;
}

static void
show_counts (KhattReviewPane *self)
{
  guint counts[KHATT_N_REVIEW_CHOICES];

  for (guint i = 0; i < KHATT_N_REVIEW_CHOICES; i++)
    {
      const GArray *undated = get_undated (self, i);

      counts[i] = khatt_review_lists_get (self->lists, choices[i].dated)->len +
                  (undated != NULL ? undated->len : 0);
    }
  khatt_review_head_show_counts (self->head, counts);
}

static void
show_list (KhattReviewPane *self)
{
  KhattReviewChoice choice = khatt_review_head_get_choice (self->head);
  const GArray *dated = khatt_review_lists_get (self->lists, choices[choice].dated);
  const GArray *undated = get_undated (self, choice);
  g_autoptr (GArray) slots = g_array_sized_new (FALSE, FALSE, sizeof (guint32), dated->len);
  gboolean has_undated = undated != NULL && undated->len > 0;

  if (dated->len > 0)
    g_array_append_vals (slots, dated->data, dated->len);
  if (has_undated)
    g_array_append_vals (slots, undated->data, undated->len);
  self->first_undated = has_undated ? g_array_index (undated, guint32, 0) : KHATT_SLOT_NONE;
  self->is_filling = TRUE;
  khatt_event_list_change (self->list, self->snapshot, slots);
  self->is_filling = FALSE;
  gtk_widget_set_visible (self->scroller, slots->len > 0);
  gtk_widget_set_visible (self->nothing, slots->len == 0);
  gtk_label_set_text (GTK_LABEL (self->nothing), _ (choices[choice].nothing));
}

static void
update (KhattReviewPane *self)
{
  self->is_stale = TRUE;
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || self->timeline == NULL)
    return;
  self->is_stale = FALSE;
  g_clear_pointer (&self->snapshot, khatt_snapshot_unref);
  self->snapshot = khatt_timeline_ref_snapshot (self->timeline);
  if (khatt_review_lists_follow (self->lists, self->snapshot))
    {
      show_counts (self);
      show_list (self);
    }
  else
    khatt_event_list_follow (self->list, self->snapshot);
  show_cards (self);
  show_selection (self);
}

static void
choice_changed_cb (KhattReviewPane *self)
{
  if (self->is_stale || self->snapshot == NULL)
    return;
  show_list (self);
  show_cards (self);
  show_selection (self);
}

/* ---- Actions ---- */

/* Those of the window, by the pane's. */
static const struct
{
  const char *name;
  const char *window_name;
} actions[] = {
  { "review.accept", "win.accept-event" },         { "review.edit", "win.edit-selected" },
  { "review.dismiss", "win.dismiss-event" },       { "review.restore", "win.restore-event" },
  { "review.bring-back", "win.bring-back-event" },
};

static void
event_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KhattReviewPane *self = KHATT_REVIEW_PANE (widget);
  guint32 slot = g_variant_get_uint32 (parameter);

  if (slot != KHATT_SLOT_NONE)
    khatt_review_pane_set_selected_slot (self, slot);
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      if (g_str_equal (actions[i].name, name))
        gtk_widget_activate_action_variant (widget, actions[i].window_name, NULL);
    }
}

static void
step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move_selection (KHATT_REVIEW_PANE (widget), g_str_equal (name, "review.next") ? 1 : -1);
}

/* ---- GObject and GtkWidget ---- */

static void
khatt_review_pane_map (GtkWidget *widget)
{
  KhattReviewPane *self = KHATT_REVIEW_PANE (widget);

  GTK_WIDGET_CLASS (khatt_review_pane_parent_class)->map (widget);
  if (self->is_stale)
    update (self);
}

/* The card of the selected event, or the first one that can be seen. */
static gboolean
khatt_review_pane_grab_focus (GtkWidget *widget)
{
  KhattReviewPane *self = KHATT_REVIEW_PANE (widget);
  KhattReviewCard *card = find_card (self, self->selected_slot);

  if (card != NULL)
    return gtk_widget_grab_focus (GTK_WIDGET (card));
  return gtk_widget_child_focus (GTK_WIDGET (self->cards_view), GTK_DIR_TAB_FORWARD) ||
         gtk_widget_child_focus (GTK_WIDGET (self->head), GTK_DIR_TAB_FORWARD);
}

static void
khatt_review_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SELECTED_SLOT:
      g_value_set_uint (value, KHATT_REVIEW_PANE (object)->selected_slot);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
khatt_review_pane_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SELECTED_SLOT:
      khatt_review_pane_set_selected_slot (KHATT_REVIEW_PANE (object), g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
khatt_review_pane_dispose (GObject *object)
{
  KhattReviewPane *self = KHATT_REVIEW_PANE (object);
  GtkWidget *child;

  if (self->timeline != NULL)
    g_signal_handlers_disconnect_by_data (self->timeline, self);
  g_clear_object (&self->timeline);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->snapshot, khatt_snapshot_unref);
  g_clear_pointer (&self->lists, khatt_review_lists_free);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_pointer (&self->cards, g_hash_table_unref);
  G_OBJECT_CLASS (khatt_review_pane_parent_class)->dispose (object);
}

static void
add_bindings (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    const char *action;
  } keys[] = {
    { GDK_KEY_a, "review.accept" },          { GDK_KEY_e, "review.edit" },
    { GDK_KEY_Delete, "review.dismiss" },    { GDK_KEY_KP_Delete, "review.dismiss" },
    { GDK_KEY_BackSpace, "review.dismiss" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, 0, keys[i].action, "u",
                                         KHATT_SLOT_NONE);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_j, 0, "review.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_k, 0, "review.previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, 0, "win.next-open-article", NULL);
}

static void
khatt_review_pane_class_init (KhattReviewPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = khatt_review_pane_get_property;
  object_class->set_property = khatt_review_pane_set_property;
  object_class->dispose = khatt_review_pane_dispose;
  widget_class->map = khatt_review_pane_map;
  widget_class->grab_focus = khatt_review_pane_grab_focus;

  properties[PROP_SELECTED_SLOT] =
      g_param_spec_uint ("selected-slot", NULL, NULL, 0, G_MAXUINT32, KHATT_SLOT_NONE,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, "u", event_action);
  gtk_widget_class_install_action (widget_class, "review.next", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "review.previous", NULL, step_action);
  add_bindings (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "review");
}

static void
add_list (KhattReviewPane *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *view;

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  view = gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory);
  self->cards_view = GTK_LIST_VIEW (view);
  gtk_widget_add_css_class (view, "khatt-review-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Proposed events"), -1);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), view);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

static void
khatt_review_pane_init (KhattReviewPane *self)
{
  self->selected_slot = self->first_undated = KHATT_SLOT_NONE;
  self->cards = g_hash_table_new (NULL, NULL);
  self->lists = khatt_review_lists_new ();
  self->list = khatt_event_list_new ();
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->list)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "khatt-pane");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Review"), -1);
  self->head = KHATT_REVIEW_HEAD (khatt_review_head_new ());
  g_signal_connect_object (self->head, "changed", G_CALLBACK (choice_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_parent (GTK_WIDGET (self->head), GTK_WIDGET (self));
  add_list (self);
  self->nothing = khatt_details_label_new ("", "khatt-dim");
  gtk_label_set_xalign (GTK_LABEL (self->nothing), 0.5);
  gtk_widget_set_vexpand (self->nothing, TRUE);
  gtk_widget_set_visible (self->nothing, FALSE);
  gtk_widget_set_parent (self->nothing, GTK_WIDGET (self));
}

/**
 * khatt_review_pane_new:
 *
 * Returns: (transfer floating): a pane without a document
 */
GtkWidget *
khatt_review_pane_new (void)
{
  return g_object_new (KHATT_TYPE_REVIEW_PANE, NULL);
}

/**
 * khatt_review_pane_set_timeline:
 * @self: a review pane
 * @timeline: (nullable): the document
 *
 * Shows all that was read for @timeline.
 */
void
khatt_review_pane_set_timeline (KhattReviewPane *self, KhattTimeline *timeline)
{
  g_return_if_fail (KHATT_IS_REVIEW_PANE (self));

  if (self->timeline == timeline)
    return;
  if (self->timeline != NULL)
    g_signal_handlers_disconnect_by_data (self->timeline, self);
  g_set_object (&self->timeline, timeline);
  if (timeline != NULL)
    g_signal_connect_object (timeline, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  khatt_review_pane_set_selected_slot (self, KHATT_SLOT_NONE);
  khatt_review_pane_set_choice (self, KHATT_REVIEW_SHOWS_ALL);
  khatt_review_lists_free (self->lists);
  self->lists = khatt_review_lists_new ();
  update (self);
}

/**
 * khatt_review_pane_get_selected_slot:
 * @self: a review pane
 *
 * Returns: the selected event, or %KHATT_SLOT_NONE
 */
guint32
khatt_review_pane_get_selected_slot (KhattReviewPane *self)
{
  g_return_val_if_fail (KHATT_IS_REVIEW_PANE (self), KHATT_SLOT_NONE);

  return self->selected_slot;
}

/**
 * khatt_review_pane_set_selected_slot:
 * @self: a review pane
 * @slot: an event, or %KHATT_SLOT_NONE
 *
 * Opens the card of @slot and scrolls to it, where it is in the list.
 */
void
khatt_review_pane_set_selected_slot (KhattReviewPane *self, guint32 slot)
{
  g_return_if_fail (KHATT_IS_REVIEW_PANE (self));

  if (self->selected_slot == slot)
    return;
  self->selected_slot = slot;
  show_cards (self);
  show_selection (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED_SLOT]);
}

/**
 * khatt_review_pane_get_choice:
 * @self: a review pane
 *
 * Returns: which events are shown
 */
KhattReviewChoice
khatt_review_pane_get_choice (KhattReviewPane *self)
{
  g_return_val_if_fail (KHATT_IS_REVIEW_PANE (self), KHATT_REVIEW_SHOWS_ALL);

  return khatt_review_head_get_choice (self->head);
}

/**
 * khatt_review_pane_set_choice:
 * @self: a review pane
 * @choice: which events are to be shown
 */
void
khatt_review_pane_set_choice (KhattReviewPane *self, KhattReviewChoice choice)
{
  g_return_if_fail (KHATT_IS_REVIEW_PANE (self));

  khatt_review_head_set_choice (self->head, choice);
}

static gboolean
is_open (KhattReviewPane *self, guint position)
{
  guint32 slot = khatt_event_list_get_slot (self->list, position);

  return khatt_review_get_state (khatt_snapshot_get_kept_record (self->snapshot, slot)) ==
         KHATT_REVIEW_PROPOSED;
}

/**
 * khatt_review_pane_find_open:
 * @self: a review pane
 * @slot: an event, or %KHATT_SLOT_NONE
 *
 * Finds what is to be decided on after @slot: the next proposal that is shown, from the beginning
 * again at the end.
 *
 * Returns: an event, %KHATT_SLOT_NONE where no other is open
 */
guint32
khatt_review_pane_find_open (KhattReviewPane *self, guint32 slot)
{
  guint n;
  guint at;

  g_return_val_if_fail (KHATT_IS_REVIEW_PANE (self), KHATT_SLOT_NONE);

  n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  at = khatt_event_list_find (self->list, slot);
  for (guint i = 1; i <= n; i++)
    {
      guint position = at == GTK_INVALID_LIST_POSITION ? i - 1 : (at + i) % n;

      if (position != at && is_open (self, position))
        return khatt_event_list_get_slot (self->list, position);
    }
  return KHATT_SLOT_NONE;
}

/**
 * khatt_review_pane_refresh:
 * @self: a review pane
 *
 * Writes dates and numbers anew, as the preferences have them now.
 */
void
khatt_review_pane_refresh (KhattReviewPane *self)
{
  GHashTableIter iter;
  gpointer card;

  g_return_if_fail (KHATT_IS_REVIEW_PANE (self));

  g_hash_table_iter_init (&iter, self->cards);
  while (g_hash_table_iter_next (&iter, &card, NULL))
    khatt_review_card_show (card, NULL, khatt_review_card_get_slot (card), FALSE);
  show_counts (self);
  update (self);
}
