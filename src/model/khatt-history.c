/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* KhattHistory: the list of steps that undo and redo walk along. A step is a named row of
 * operations; an operation that is undone and redone swaps what it holds with what the document
 * holds, so it is as small as a record. */

#include "khatt-history.h"

typedef struct
{
  char *name;
  GArray *ops; /* of KhattOp */
} Step;

static void
op_clear (gpointer data)
{
  KhattOp *op = data;

  g_clear_pointer (&op->article_before, khatt_article_unref);
  g_clear_pointer (&op->article_after, khatt_article_unref);
  g_clear_pointer (&op->scenes_before, g_ptr_array_unref);
  g_clear_pointer (&op->scenes_after, g_ptr_array_unref);
}

static void
step_free (gpointer data)
{
  Step *step = data;

  g_free (step->name);
  g_array_unref (step->ops);
  g_free (step);
}

static Step *
get_step (const KhattHistory *history, guint index)
{
  return g_ptr_array_index (history->steps, index);
}

/**
 * khatt_history_init:
 * @history: (out caller-allocates): set to an empty one, saved as it is
 */
void
khatt_history_init (KhattHistory *history)
{
  *history = (KhattHistory){ .steps = g_ptr_array_new_with_free_func (step_free) };
}

/**
 * khatt_history_clear:
 * @history: a history
 */
void
khatt_history_clear (KhattHistory *history)
{
  g_clear_pointer (&history->steps, g_ptr_array_unref);
}

/**
 * khatt_history_reset:
 * @history: a history with no step open
 *
 * Forgets all steps; whether the document is modified stays.
 */
void
khatt_history_reset (KhattHistory *history)
{
  gboolean is_modified = khatt_history_is_modified (history);

  g_ptr_array_set_size (history->steps, 0);
  history->n_done = 0;
  history->n_saved = is_modified ? G_MAXUINT : 0;
}

/**
 * khatt_history_begin:
 * @history: a history
 * @name: what the step is called, translated; of nested ones the outermost counts
 */
void
khatt_history_begin (KhattHistory *history, const char *name)
{
  Step *step;

  if (history->depth++ > 0)
    return;

  step = g_new (Step, 1);
  step->name = g_strdup (name);
  step->ops = g_array_new (FALSE, FALSE, sizeof (KhattOp));
  g_array_set_clear_func (step->ops, op_clear);
  /* Steps undone go only when something is done: an empty step takes nothing away. */
  g_ptr_array_insert (history->steps, (int) history->n_done, step);
}

/**
 * khatt_history_end:
 * @history: a history with a step open
 *
 * Returns: whether this was the outermost and there was something in it
 */
gboolean
khatt_history_end (KhattHistory *history)
{
  if (--history->depth > 0)
    return FALSE;

  if (get_step (history, history->n_done)->ops->len == 0)
    {
      g_ptr_array_remove_index (history->steps, history->n_done);
      return FALSE;
    }
  history->n_done++;
  g_ptr_array_set_size (history->steps, (int) history->n_done);
  if (history->n_saved != G_MAXUINT && history->n_saved >= history->n_done)
    history->n_saved = G_MAXUINT;
  return TRUE;
}

/**
 * khatt_history_is_open:
 * @history: a history
 *
 * Returns: whether a step has begun and not ended
 */
gboolean
khatt_history_is_open (const KhattHistory *history)
{
  return history->depth > 0;
}

/**
 * khatt_history_add:
 * @history: a history with a step open
 * @op: what was done; its articles and scenes are given away
 *
 * Events added one after another become one operation.
 */
void
khatt_history_add (KhattHistory *history, const KhattOp *op)
{
  GArray *ops = get_step (history, history->n_done)->ops;
  KhattOp *last = ops->len > 0 ? &g_array_index (ops, KhattOp, ops->len - 1) : NULL;

  if (last != NULL && op->kind == KHATT_OP_ADD && last->kind == KHATT_OP_ADD &&
      last->after == op->first)
    last->after = op->after;
  else
    g_array_append_val (ops, *op);
}

/**
 * khatt_history_get_undo_name:
 * @history: a history
 *
 * Returns: (nullable): what would be undone
 */
const char *
khatt_history_get_undo_name (const KhattHistory *history)
{
  return history->n_done > 0 ? get_step (history, history->n_done - 1)->name : NULL;
}

/**
 * khatt_history_get_redo_name:
 * @history: a history
 *
 * Returns: (nullable): what would be done again
 */
const char *
khatt_history_get_redo_name (const KhattHistory *history)
{
  return history->n_done < history->steps->len ? get_step (history, history->n_done)->name : NULL;
}

/**
 * khatt_history_undo:
 * @history: a history with something to undo
 *
 * Returns: (transfer none) (element-type KhattOp): the operations of the step, to be taken back
 * from the last to the first, which may change them
 */
GArray *
khatt_history_undo (KhattHistory *history)
{
  return get_step (history, --history->n_done)->ops;
}

/**
 * khatt_history_redo:
 * @history: a history with something to redo
 *
 * Returns: (transfer none) (element-type KhattOp): the operations of the step, to be done again
 * from the first to the last, which may change them
 */
GArray *
khatt_history_redo (KhattHistory *history)
{
  return get_step (history, history->n_done++)->ops;
}

/**
 * khatt_history_is_modified:
 * @history: a history
 *
 * Returns: whether the steps done are not those done when it was saved
 */
gboolean
khatt_history_is_modified (const KhattHistory *history)
{
  return history->n_done != history->n_saved;
}

/**
 * khatt_history_mark_saved:
 * @history: a history
 */
void
khatt_history_mark_saved (KhattHistory *history)
{
  history->n_saved = history->n_done;
}

/**
 * khatt_history_mark_unsaved:
 * @history: a history
 *
 * Says that no state it can go to is the one that was saved.
 */
void
khatt_history_mark_unsaved (KhattHistory *history)
{
  history->n_saved = G_MAXUINT;
}
