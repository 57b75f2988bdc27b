/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* KhattTimeline: the document as the program sees it. A KhattStore holds what it says, a
 * KhattHistory how it came to say so; this file joins the two and tells whoever listens. Every
 * operation is applied by one function, forwards by edits and redo, backwards by undo, so that the
 * three cannot differ. */

#include "khatt-timeline-private.h"

#include "khatt-event.h"

/* Where a step does more than so many operations, undoing it is told as one change of the whole
 * list. */
#define MAX_SINGLE_CHANGES 64

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_LANGUAGE,
  PROP_DIRECTION,
  PROP_MODIFIED,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_NAME,
  PROP_REDO_NAME,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_CHANGED,
  SIGNAL_SCENES_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (KhattTimeline,
                               khatt_timeline,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

/* ---- Telling ---- */

/**
 * khatt_timeline_touch: (skip)
 * @self: a timeline
 *
 * It says something else than its last snapshot.
 */
void
khatt_timeline_touch (KhattTimeline *self)
{
  self->store.document.revision++;
  g_clear_pointer (&self->snapshot, khatt_snapshot_unref);
}

static void
items_changed (KhattTimeline *self, guint32 position, guint32 removed, guint32 added)
{
  khatt_timeline_touch (self);
  if (!self->is_quiet)
    g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

/**
 * khatt_timeline_begin_quiet: (skip)
 * @self: a timeline
 *
 * From here on the list tells nobody what becomes of its items.
 */
void
khatt_timeline_begin_quiet (KhattTimeline *self)
{
  self->is_quiet = TRUE;
  self->n_before_quiet = self->store.document.order.n;
}

/**
 * khatt_timeline_end_quiet: (skip)
 * @self: a timeline that was quiet
 *
 * Tells that all of the list is another.
 */
void
khatt_timeline_end_quiet (KhattTimeline *self)
{
  self->is_quiet = FALSE;
  if (self->n_before_quiet > 0 || self->store.document.order.n > 0)
    items_changed (self, 0, self->n_before_quiet, self->store.document.order.n);
}

static void
notify_name (KhattTimeline *self, char **known, const char *name, guint name_prop, guint can_prop)
{
  gboolean could = *known != NULL;

  if (g_strcmp0 (*known, name) == 0)
    return;
  g_free (*known);
  *known = g_strdup (name);
  g_object_notify_by_pspec (G_OBJECT (self), properties[name_prop]);
  if (could != (name != NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[can_prop]);
}

/**
 * khatt_timeline_notify_history: (skip)
 * @self: a timeline
 *
 * Notifies those of the properties about undo and saving that changed.
 */
void
khatt_timeline_notify_history (KhattTimeline *self)
{
  gboolean is_modified = khatt_history_is_modified (&self->history);

  notify_name (self, &self->undo_name, khatt_history_get_undo_name (&self->history), PROP_UNDO_NAME,
               PROP_CAN_UNDO);
  notify_name (self, &self->redo_name, khatt_history_get_redo_name (&self->history), PROP_REDO_NAME,
               PROP_CAN_REDO);
  if (is_modified == self->was_modified)
    return;
  self->was_modified = is_modified;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODIFIED]);
}

/**
 * khatt_timeline_finish_step: (skip)
 * @self: a timeline that a step was done, undone or redone on
 */
void
khatt_timeline_finish_step (KhattTimeline *self)
{
  khatt_store_settle (&self->store);
  khatt_timeline_touch (self);
  if (self->has_new_content)
    self->store.document.content_revision = self->store.document.revision;
  self->has_new_content = FALSE;
  khatt_timeline_notify_history (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* ---- Operations ---- */

static void
show (KhattTimeline *self, guint32 slot)
{
  guint32 position = khatt_store_place (&self->store, slot);

  if (khatt_store_show (&self->store, slot, position))
    items_changed (self, position, 0, 1);
  else
    khatt_timeline_touch (self);
}

static void
hide (KhattTimeline *self, guint32 slot)
{
  guint32 position = khatt_store_hide (&self->store, slot);

  if (position != KHATT_POSITION_NONE)
    items_changed (self, position, 1, 0);
  else
    khatt_timeline_touch (self);
}

static void
show_range (KhattTimeline *self, guint32 first, guint32 after, gboolean shown)
{
  gboolean was_quiet = self->is_quiet;

  if (after - first == 1)
    {
      if (shown)
        show (self, first);
      else
        hide (self, first);
      return;
    }

  if (!was_quiet)
    khatt_timeline_begin_quiet (self);
  if (shown)
    khatt_store_show_range (&self->store, first, after);
  else
    khatt_store_hide_range (&self->store, first, after);
  if (!was_quiet)
    khatt_timeline_end_quiet (self);
}

static void
swap (KhattTimeline *self, guint32 slot, KhattCell *cell)
{
  guint32 old_position = khatt_store_hide (&self->store, slot);
  guint32 position;
  gboolean is_shown;

  khatt_store_swap (&self->store, slot, cell);
  /* What the history keeps is not shown, whatever it was. */
  cell->record.flags &= (guint8) ~KHATT_RECORD_PRESENT;
  position = khatt_store_place (&self->store, slot);
  if (old_position != KHATT_POSITION_NONE && position != old_position)
    items_changed (self, old_position, 1, 0);
  is_shown = khatt_store_show (&self->store, slot, position);
  if (position != old_position && is_shown)
    items_changed (self, position, 0, 1);
  else if (position == old_position)
    items_changed (self, position, 1, is_shown ? 1 : 0);
  khatt_timeline_touch (self);
}

/* A snapshot shares the row of articles; one of our own is made before the first change. */
static void
own_articles (KhattTimeline *self)
{
  GPtrArray *old = self->store.document.articles;
  GPtrArray *articles;

  if (self->has_own_articles)
    return;
  articles = g_ptr_array_new_full (old->len + 1, (GDestroyNotify) khatt_article_unref);
  for (guint i = 0; i < old->len; i++)
    g_ptr_array_add (articles, khatt_article_ref (g_ptr_array_index (old, i)));
  self->store.document.articles = articles;
  self->has_own_articles = TRUE;
  g_ptr_array_unref (old);
}

static void
set_article (KhattTimeline *self, guint index, KhattArticle *article, gboolean is_change)
{
  GPtrArray *articles;

  own_articles (self);
  articles = self->store.document.articles;
  if (article == NULL || is_change)
    g_ptr_array_remove_index (articles, index);
  if (article != NULL)
    g_ptr_array_insert (articles, (int) index, khatt_article_ref (article));
}

static void
set_scenes (KhattSnapshot *document, KhattSceneList list, GPtrArray *scenes)
{
  g_ptr_array_unref (document->scenes[list]);
  document->scenes[list] = g_ptr_array_ref (scenes);
}

static void
apply (KhattTimeline *self, KhattOp *op, gboolean forwards)
{
  KhattSnapshot *document = &self->store.document;
  const char *text = forwards ? op->text_after : op->text_before;

  switch (op->kind)
    {
    case KHATT_OP_ADD:
      show_range (self, op->first, op->after, forwards);
      break;
    case KHATT_OP_REMOVE:
      show_range (self, op->first, op->first + 1, !forwards);
      break;
    case KHATT_OP_CHANGE:
      swap (self, op->first, &op->cell);
      break;
    case KHATT_OP_ARTICLE:
      set_article (self, op->first, forwards ? op->article_after : op->article_before,
                   op->article_before != NULL && op->article_after != NULL);
      break;
    case KHATT_OP_TITLE:
      document->title = text;
      break;
    case KHATT_OP_LANGUAGE:
      document->language = text;
      break;
    case KHATT_OP_DIRECTION:
      document->direction = forwards ? op->after : op->first;
      break;
    case KHATT_OP_SECTION:
      document->sections[op->first] = text;
      break;
    case KHATT_OP_SCENES:
      set_scenes (document, op->first, forwards ? op->scenes_after : op->scenes_before);
      break;
    default:
      g_assert_not_reached ();
    }
  self->has_new_content |= op->kind != KHATT_OP_SCENES;
  khatt_timeline_touch (self);
}

static void
notify_kind (KhattTimeline *self, KhattOpKind kind)
{
  if (kind == KHATT_OP_TITLE)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
  else if (kind == KHATT_OP_LANGUAGE)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LANGUAGE]);
  else if (kind == KHATT_OP_DIRECTION)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DIRECTION]);
  else if (kind == KHATT_OP_SCENES)
    g_signal_emit (self, signals[SIGNAL_SCENES_CHANGED], 0);
}

/**
 * khatt_timeline_perform: (skip)
 * @self: a timeline
 * @name: what undo shall call it, translated
 * @op: something new; its articles and scenes are given away
 *
 * Does it, as a step of its own where none is open.
 */
void
khatt_timeline_perform (KhattTimeline *self, const char *name, KhattOp *op)
{
  khatt_timeline_begin_step (self, name);
  apply (self, op, TRUE);
  khatt_history_add (&self->history, op);
  notify_kind (self, op->kind);
  khatt_timeline_end_step (self);
}

/**
 * khatt_timeline_walk: (skip)
 * @self: a timeline
 * @ops: (element-type KhattOp): the operations of a step
 * @forwards: whether to do them again, from the first, or to take them back, from the last
 */
void
khatt_timeline_walk (KhattTimeline *self, GArray *ops, gboolean forwards)
{
  guint kinds = 0;

  if (ops->len > MAX_SINGLE_CHANGES)
    khatt_timeline_begin_quiet (self);
  for (guint i = 0; i < ops->len; i++)
    {
      KhattOp *op = &g_array_index (ops, KhattOp, forwards ? i : ops->len - 1 - i);

      apply (self, op, forwards);
      kinds |= 1u << op->kind;
    }
  if (self->is_quiet)
    khatt_timeline_end_quiet (self);
  for (KhattOpKind kind = KHATT_OP_ADD; kind <= KHATT_OP_SCENES; kind++)
    {
      if ((kinds & 1u << kind) != 0)
        notify_kind (self, kind);
    }
  khatt_timeline_finish_step (self);
}

/* ---- GListModel ---- */

static GType
khatt_timeline_get_item_type (GListModel *list)
{
  return KHATT_TYPE_EVENT;
}

static guint
khatt_timeline_get_n_items (GListModel *list)
{
  return KHATT_TIMELINE (list)->store.document.order.n;
}

static gpointer
khatt_timeline_get_item (GListModel *list, guint position)
{
  KhattTimeline *self = KHATT_TIMELINE (list);
  g_autoptr (KhattSnapshot) snapshot = NULL;

  if (position >= self->store.document.order.n)
    return NULL;
  snapshot = khatt_timeline_ref_snapshot (self);
  return khatt_event_new (snapshot, khatt_snapshot_get_slot (snapshot, position));
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = khatt_timeline_get_item_type;
  iface->get_n_items = khatt_timeline_get_n_items;
  iface->get_item = khatt_timeline_get_item;
}

/* ---- GObject ---- */

static void
khatt_timeline_finalize (GObject *object)
{
  KhattTimeline *self = KHATT_TIMELINE (object);

  g_clear_pointer (&self->snapshot, khatt_snapshot_unref);
  khatt_history_clear (&self->history);
  khatt_store_clear (&self->store);
  g_free (self->undo_name);
  g_free (self->redo_name);

  G_OBJECT_CLASS (khatt_timeline_parent_class)->finalize (object);
}

static void
khatt_timeline_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  KhattTimeline *self = KHATT_TIMELINE (object);

  switch (property_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, khatt_timeline_get_title (self));
      break;
    case PROP_LANGUAGE:
      g_value_set_string (value, khatt_timeline_get_language (self));
      break;
    case PROP_DIRECTION:
      g_value_set_int (value, khatt_timeline_get_direction (self));
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, khatt_timeline_is_modified (self));
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, khatt_timeline_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, khatt_timeline_can_redo (self));
      break;
    case PROP_UNDO_NAME:
      g_value_set_string (value, khatt_timeline_get_undo_name (self));
      break;
    case PROP_REDO_NAME:
      g_value_set_string (value, khatt_timeline_get_redo_name (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
khatt_timeline_set_property (GObject *object,
                             guint property_id,
                             const GValue *value,
                             GParamSpec *pspec)
{
  KhattTimeline *self = KHATT_TIMELINE (object);

  switch (property_id)
    {
    case PROP_TITLE:
      khatt_timeline_set_title (self, g_value_get_string (value));
      break;
    case PROP_LANGUAGE:
      khatt_timeline_set_language (self, g_value_get_string (value));
      break;
    case PROP_DIRECTION:
      khatt_timeline_set_direction (self, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
khatt_timeline_class_init (KhattTimelineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags writable = readable | G_PARAM_WRITABLE;

  object_class->finalize = khatt_timeline_finalize;
  object_class->get_property = khatt_timeline_get_property;
  object_class->set_property = khatt_timeline_set_property;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, writable);
  properties[PROP_LANGUAGE] = g_param_spec_string ("language", NULL, NULL, NULL, writable);
  properties[PROP_DIRECTION] =
      g_param_spec_int ("direction", NULL, NULL, KHATT_DIRECTION_LTR, KHATT_DIRECTION_RTL,
                        KHATT_DIRECTION_LTR, writable);
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, readable);
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, readable);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, readable);
  properties[PROP_UNDO_NAME] = g_param_spec_string ("undo-name", NULL, NULL, NULL, readable);
  properties[PROP_REDO_NAME] = g_param_spec_string ("redo-name", NULL, NULL, NULL, readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * KhattTimeline::changed:
   *
   * Once for each step done, undone or redone, after the list has told what became of its items.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", KHATT_TYPE_TIMELINE, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * KhattTimeline::scenes-changed:
   *
   * Scenes or bookmarks are others than before; `changed` follows.
   */
  signals[SIGNAL_SCENES_CHANGED] =
      g_signal_new ("scenes-changed", KHATT_TYPE_TIMELINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 0);
}

static void
khatt_timeline_init (KhattTimeline *self)
{
  khatt_store_init (&self->store);
  khatt_history_init (&self->history);
}

/**
 * khatt_timeline_new:
 *
 * Returns: (transfer full): an empty document, left to right, nothing to save
 */
KhattTimeline *
khatt_timeline_new (void)
{
  return g_object_new (KHATT_TYPE_TIMELINE, NULL);
}

/**
 * khatt_timeline_ref_snapshot:
 * @self: a timeline
 *
 * Returns: (transfer full): what @self says now, for ever and for any thread. The same one until
 * the next edit.
 */
KhattSnapshot *
khatt_timeline_ref_snapshot (KhattTimeline *self)
{
  g_return_val_if_fail (KHATT_IS_TIMELINE (self), NULL);
  g_return_val_if_fail (!self->is_bulk, NULL);

  if (self->snapshot == NULL)
    {
      self->snapshot = khatt_snapshot_copy (&self->store.document);
      self->has_own_articles = FALSE;
    }
  return khatt_snapshot_ref (self->snapshot);
}

/**
 * khatt_timeline_get_revision:
 * @self: a timeline
 *
 * Returns: a number that grows with every step done, undone or redone
 */
guint64
khatt_timeline_get_revision (KhattTimeline *self)
{
  g_return_val_if_fail (KHATT_IS_TIMELINE (self), 0);

  return self->store.document.revision;
}
