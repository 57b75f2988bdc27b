/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The children that assistive technology sees: a widget for each event whose mark is in view, in
 * document order, with the event's sentence for a label. They follow the picture when it has come
 * to rest, and are used again for other events. */

#include "khatt-timeline-view-private.h"

#include "khatt-anchor.h"
#include "khatt-mark-widget.h"
#include "khatt-sentence.h"
#include "khatt-words.h"

#include <glib/gi18n-lib.h>

#define MOST_MARKS 300
#define MOST_COUNTED 1000
#define TARGET_SIZE 24
#define REST_MS 120 /* of no movement, before the children follow */

static void
mark_activated_cb (KhattMarkWidget *mark, KhattTimelineView *self)
{
  khatt_timeline_view_activate (self, khatt_mark_widget_get_slot (mark));
}

static void
mark_show_in_article_cb (KhattMarkWidget *mark, KhattTimelineView *self)
{
  khatt_timeline_view_emit_show_in_article (self, khatt_mark_widget_get_slot (mark));
}

/* A screen reader can move the focus: the selection goes with it. */
static void
mark_focused_cb (KhattMarkWidget *mark, GParamSpec *pspec, KhattTimelineView *self)
{
  if (gtk_widget_has_focus (GTK_WIDGET (mark)))
    khatt_timeline_view_set_selected_slot (self, khatt_mark_widget_get_slot (mark));
}

static GtkWidget *
obtain_mark (KhattTimelineView *self)
{
  if (self->idle_marks->len > 0)
    return g_ptr_array_steal_index_fast (self->idle_marks, self->idle_marks->len - 1);

  GtkWidget *mark = g_object_ref_sink (khatt_mark_widget_new ());

  g_signal_connect_object (mark, "activated", G_CALLBACK (mark_activated_cb), self, 0);
  g_signal_connect_object (mark, "show-in-article", G_CALLBACK (mark_show_in_article_cb), self, 0);
  g_signal_connect_object (mark, "notify::has-focus", G_CALLBACK (mark_focused_cb), self, 0);
  return mark;
}

/* Its only reference is its parent's, or the pool's. */
static void
retire_mark (KhattTimelineView *self, GtkWidget *mark)
{
  if (gtk_widget_has_focus (mark) && !gtk_widget_in_destruction (GTK_WIDGET (self)))
    GTK_WIDGET_CLASS (g_type_class_peek_parent (GTK_WIDGET_GET_CLASS (self)))
        ->grab_focus (GTK_WIDGET (self));

  g_object_ref (mark);
  gtk_widget_unparent (mark);
  g_ptr_array_add (self->idle_marks, mark);
}

static guint
find_lane (KhattTimelineView *self, guint32 slot)
{
  guint n_joins = 0;
  const KhattJoin *joins = khatt_arrangement_get_joins (self->arrangement, slot, &n_joins);

  if (slot == self->selected && self->selected_lane != G_MAXUINT)
    return self->selected_lane;
  return n_joins > 0 ? joins[0].lane : G_MAXUINT;
}

static char *
describe_lane (KhattTimelineView *self, guint32 slot)
{
  guint lane = find_lane (self, slot);
  guint n_lanes = khatt_arrangement_get_n_lanes (self->arrangement);

  if (lane >= n_lanes)
    return NULL;

  g_autofree char *number = khatt_words_number (&self->words, lane + 1);
  g_autofree char *total = khatt_words_count (&self->words, n_lanes);

  /* Translators: where an event is in the picture: the name of its lane, the lane's number and the
   * number of lanes. */
  return g_strdup_printf (_ ("Lane of %s, %s of %s"),
                          khatt_arrangement_get_lane (self->arrangement, lane)->name, number,
                          total);
}

static void
fill_mark (KhattTimelineView *self, GtkWidget *mark, guint32 slot)
{
  KhattSnapshot *snapshot = khatt_arrangement_get_snapshot (self->arrangement);
  g_autofree char *sentence = khatt_sentence_new (snapshot, slot, &self->words);
  g_autofree char *lane = describe_lane (self, slot);
  g_autofree char *comparison = khatt_timeline_view_describe_comparison (self, slot);
  /* Translators: what a screen reader says besides: the lane of an event, and how it compares with
   * another one. */
  g_autofree char *both =
      lane != NULL && comparison != NULL ? g_strdup_printf (_ ("%s; %s"), lane, comparison) : NULL;
  const char *description = both != NULL ? both : comparison != NULL ? comparison : lane;

  khatt_mark_widget_set_event (KHATT_MARK_WIDGET (mark), slot, sentence, description);
}

static void
place_mark (GtkWidget *mark, const KhattRect *rect)
{
  GskTransform *transform = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (rect->x, rect->y));

  /* GTK wants a widget measured before it is given a size. */
  gtk_widget_measure (mark, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_allocate (mark, MAX (1, rect->width), MAX (1, rect->height), -1, transform);
}

static void
retire_others (KhattTimelineView *self, GHashTable *kept)
{
  GHashTableIter iter;
  gpointer slot;
  gpointer mark;

  g_hash_table_iter_init (&iter, self->marks);
  while (g_hash_table_iter_next (&iter, &slot, &mark))
    {
      if (g_hash_table_contains (kept, slot))
        continue;
      g_hash_table_iter_remove (&iter);
      retire_mark (self, mark);
    }
}

/* "14 events in view", whether they are drawn one by one or not. */
static char *
describe_count (KhattTimelineView *self, gint64 first, gint64 last)
{
  g_autoptr (GArray) slots = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint n_events =
      khatt_arrangement_query (self->arrangement, first, last, MOST_COUNTED + 1, slots);
  g_autofree char *number = khatt_words_count (&self->words, MIN (n_events, MOST_COUNTED));

  if (n_events > MOST_COUNTED)
    /* Translators: how many events the picture shows; the number is already written out. */
    return g_strdup_printf (_ ("more than %s events in view"), number);
  /* Translators: how many events the picture shows; the number is already written out. */
  return g_strdup_printf (ngettext ("%s event in view", "%s events in view", n_events), number);
}

static void
update_label (KhattTimelineView *self)
{
  gint64 first = 0;
  gint64 last = 0;

  if (!khatt_timeline_view_get_visible_span (self, &first, &last))
    return;

  gboolean is_rtl = self->time_direction == KHATT_DIRECTION_RTL;
  g_autofree char *span = khatt_words_span (&self->words, first, last, KHATT_CALENDAR_GREGORIAN);
  g_autofree char *count = describe_count (self, first, last);
  const char *way =
      is_rtl ? _ ("time runs from right to left") : _ ("time runs from left to right");
  /* Translators: what a screen reader says of the whole picture: the span of time, the number of
   * events, which way time runs. */
  g_autofree char *label = g_strdup_printf (_ ("Timeline, %s: %s, %s"), span, count, way);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  self->is_labelled = TRUE;
}

/**
 * khatt_timeline_view_find_mark_widget:
 * @slot: an event
 *
 * Returns: (transfer none) (nullable): its child, where it is in view
 */
GtkWidget *
khatt_timeline_view_find_mark_widget (KhattTimelineView *self, guint32 slot)
{
  return slot != KHATT_SLOT_NONE ? g_hash_table_lookup (self->marks, GUINT_TO_POINTER (slot))
                                 : NULL;
}

/* The selected event has a place for the focus and for a screen reader even where it is drawn
 * within a cluster or a ribbon. */
static gboolean
find_hidden_selection (KhattTimelineView *self)
{
  KhattSnapshot *snapshot = khatt_arrangement_get_snapshot (self->arrangement);
  const KhattRecord *record = self->selected != KHATT_SLOT_NONE
                                  ? khatt_snapshot_get_record (snapshot, self->selected)
                                  : NULL;
  guint lane = record != NULL ? find_lane (self, self->selected) : G_MAXUINT;
  double size = TARGET_SIZE * self->text_scale;
  KhattRect plot = khatt_layout_get_plot (self->layout);

  self->hidden_selection.slot = KHATT_SLOT_NONE;
  if (lane == G_MAXUINT || !khatt_date_is_known (&record->date) ||
      khatt_layout_find_mark (self->layout, self->selected) != NULL)
    return FALSE;

  KhattAnchor anchor = khatt_anchor_from_date (&record->date);
  double x = khatt_scale_x (&self->place.scale, khatt_anchor_get_middle (&anchor));
  double y = khatt_layout_get_lane_line (self->layout, lane);
  if (!khatt_rect_contains (&plot, x, y))
    return FALSE;

  self->hidden_selection.slot = self->selected;
  self->hidden_selection.plate = (KhattRect){ x - size / 2, y - size / 2, size, size };
  return TRUE;
}

/* A mark by its place in the order of the model, which is searched for once each. */
typedef struct
{
  guint32 position;
  const KhattMarkBox *box;
} OrderedMark;

static int
compare_positions (gconstpointer a, gconstpointer b)
{
  const OrderedMark *first = a;
  const OrderedMark *second = b;

  return first->position < second->position ? -1 : first->position > second->position;
}

static void
add_ordered (KhattTimelineView *self, GArray *marks, const KhattMarkBox *box)
{
  KhattSnapshot *snapshot = khatt_arrangement_get_snapshot (self->arrangement);
  OrderedMark mark = { khatt_snapshot_get_position (snapshot, box->slot), box };

  g_array_append_val (marks, mark);
}

/**
 * khatt_timeline_view_list_marks:
 *
 * Returns: (transfer full): the marks in view, as `const KhattMarkBox *`, in the order of the
 * model, which is that of lists and of the keys that go through time; empty without a layout
 */
GPtrArray *
khatt_timeline_view_list_marks (KhattTimelineView *self)
{
  GPtrArray *boxes = g_ptr_array_new ();
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (OrderedMark));

  khatt_timeline_view_ensure_layout (self);
  if (self->layout == NULL)
    return boxes;

  for (guint i = 0; i < khatt_layout_get_n_marks (self->layout); i++)
    add_ordered (self, marks, khatt_layout_get_mark (self->layout, i));
  if (find_hidden_selection (self))
    add_ordered (self, marks, &self->hidden_selection);
  g_array_sort (marks, compare_positions);
  for (guint i = 0; i < marks->len; i++)
    g_ptr_array_add (boxes, (gpointer) g_array_index (marks, OrderedMark, i).box);
  return boxes;
}

/* Returns its widget, which now comes after `previous`. */
static GtkWidget *
sync_mark (KhattTimelineView *self, const KhattMarkBox *box, GtkWidget *previous)
{
  gboolean is_selected = box->slot == self->selected;
  KhattRect whole = khatt_rect_union (&box->plate, &box->label);
  GtkWidget *mark = khatt_timeline_view_find_mark_widget (self, box->slot);
  gboolean is_new = mark == NULL;

  if (is_new)
    {
      mark = obtain_mark (self);
      g_hash_table_insert (self->marks, GUINT_TO_POINTER (box->slot), mark);
    }
  if (is_new || is_selected)
    fill_mark (self, mark, box->slot);
  if (is_new || gtk_widget_get_prev_sibling (mark) != previous)
    gtk_widget_insert_after (mark, GTK_WIDGET (self), previous);
  if (is_new)
    g_object_unref (mark);
  khatt_mark_widget_set_selected (KHATT_MARK_WIDGET (mark), is_selected);
  place_mark (mark, box->has_card ? &whole : &box->plate);
  return mark;
}

/* While the focus is in the picture it is on the selected event, or on the whole where that is out
 * of view. */
static void
sync_focus (KhattTimelineView *self)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self));
  gboolean is_on_whole = gtk_widget_has_focus (GTK_WIDGET (self));

  if (is_on_whole && self->selected == KHATT_SLOT_NONE)
    return;
  if (is_on_whole || (KHATT_IS_MARK_WIDGET (child) &&
                      khatt_mark_widget_get_slot (KHATT_MARK_WIDGET (child)) != self->selected))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

/**
 * khatt_timeline_view_sync_marks:
 *
 * Makes the children those of the layout. Called while sizes are allocated.
 */
void
khatt_timeline_view_sync_marks (KhattTimelineView *self)
{
  g_autoptr (GPtrArray) boxes = khatt_timeline_view_list_marks (self);
  g_autoptr (GHashTable) kept = g_hash_table_new (NULL, NULL);
  GtkWidget *previous = NULL;

  if (boxes->len > MOST_MARKS)
    g_ptr_array_set_size (boxes, MOST_MARKS);
  for (guint i = 0; i < boxes->len; i++)
    {
      const KhattMarkBox *box = g_ptr_array_index (boxes, i);

      g_hash_table_add (kept, GUINT_TO_POINTER (box->slot));
    }
  retire_others (self, kept);

  for (guint i = 0; i < boxes->len; i++)
    previous = sync_mark (self, g_ptr_array_index (boxes, i), previous);
  sync_focus (self);
  khatt_timeline_view_sync_headers (self);
  if (!self->is_labelled)
    update_label (self);
  self->are_marks_synced = TRUE;
  self->marked = self->selected;
}

static gboolean
rest_cb (gpointer user_data)
{
  KhattTimelineView *self = user_data;

  self->sync_marks_id = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  khatt_timeline_view_update_hovered (self);
  return G_SOURCE_REMOVE;
}

/**
 * khatt_timeline_view_queue_sync_marks:
 *
 * The layout has changed: the children follow before the next frame, or, while the view moves, when
 * it has come to rest. They come and go while sizes are given, which asks for new sizes all the way
 * up: so those above have to be at it too, not the view alone.
 */
void
khatt_timeline_view_queue_sync_marks (KhattTimelineView *self)
{
  g_clear_handle_id (&self->sync_marks_id, g_source_remove);
  self->are_marks_synced = FALSE;
  if (self->is_panning || self->is_scrolling || khatt_timeline_view_is_moving (self))
    self->sync_marks_id = g_timeout_add (REST_MS, rest_cb, self);
  else
    gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * khatt_timeline_view_refill_mark:
 * @slot: an event, or `KHATT_SLOT_NONE`
 *
 * What is said of it besides its sentence has changed.
 */
void
khatt_timeline_view_refill_mark (KhattTimelineView *self, guint32 slot)
{
  GtkWidget *mark = khatt_timeline_view_find_mark_widget (self, slot);

  if (mark != NULL && self->arrangement != NULL)
    fill_mark (self, mark, slot);
}

/* The children stay: one of them is selected now instead of another. */
static gboolean
sync_selection_cb (gpointer user_data)
{
  KhattTimelineView *self = user_data;
  gboolean was_hidden = self->hidden_selection.slot != KHATT_SLOT_NONE;
  GtkWidget *before = khatt_timeline_view_find_mark_widget (self, self->marked);
  GtkWidget *now = khatt_timeline_view_find_mark_widget (self, self->selected);

  self->sync_selection_id = 0;
  if (!self->are_marks_synced || self->layout == NULL)
    return G_SOURCE_REMOVE;
  if (find_hidden_selection (self) || was_hidden)
    {
      khatt_timeline_view_queue_sync_marks (self);
      return G_SOURCE_REMOVE;
    }

  if (before != NULL)
    khatt_mark_widget_set_selected (KHATT_MARK_WIDGET (before), FALSE);
  if (now != NULL)
    {
      fill_mark (self, now, self->selected);
      khatt_mark_widget_set_selected (KHATT_MARK_WIDGET (now), TRUE);
    }
  self->marked = self->selected;
  sync_focus (self);
  return G_SOURCE_REMOVE;
}

/**
 * khatt_timeline_view_queue_sync_selection:
 *
 * Another event is selected in the same layout: the children follow before the next frame. Unless
 * one has to come or go, that asks for no sizes.
 */
void
khatt_timeline_view_queue_sync_selection (KhattTimelineView *self)
{
  if (!self->are_marks_synced)
    khatt_timeline_view_queue_sync_marks (self);
  else if (self->sync_selection_id == 0)
    self->sync_selection_id = g_idle_add_full (GTK_PRIORITY_RESIZE, sync_selection_cb, self, NULL);
}

/**
 * khatt_timeline_view_clear_marks:
 *
 * Takes all children away: slots or sentences mean something else now.
 */
void
khatt_timeline_view_clear_marks (KhattTimelineView *self)
{
  GHashTableIter iter;
  gpointer mark;

  self->are_marks_synced = FALSE;
  g_hash_table_iter_init (&iter, self->marks);
  while (g_hash_table_iter_next (&iter, NULL, &mark))
    {
      g_hash_table_iter_remove (&iter);
      retire_mark (self, mark);
    }
}
