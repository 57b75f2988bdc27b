/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The names of a document, gathered once for all entries of a window that complete them. */

#include "khatt-suggestions.h"

#define MOST_EVENTS_AT_ONCE 20000 /* more take longer than a frame */

struct _KhattSuggestions
{
  GObject parent_instance;

  /* owned */
  KhattTimeline *timeline;
  KhattVocabulary *vocabulary; /* NULL: not there yet */

  gboolean is_gathering; /* a thread does, which holds a reference */
};

G_DEFINE_FINAL_TYPE (KhattSuggestions, khatt_suggestions, G_TYPE_OBJECT)

enum
{
  READY,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
gather_in_thread (GTask *task, gpointer source, gpointer snapshot, GCancellable *cancellable)
{
  g_task_return_pointer (task, khatt_vocabulary_new (snapshot, cancellable),
                         (GDestroyNotify) khatt_vocabulary_unref);
}

static void
gathered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  KHATT_SUGGESTIONS (source)->vocabulary = g_task_propagate_pointer (G_TASK (result), NULL);
  g_signal_emit (source, signals[READY], 0);
}

static void
khatt_suggestions_dispose (GObject *object)
{
  KhattSuggestions *self = KHATT_SUGGESTIONS (object);

  g_clear_pointer (&self->vocabulary, khatt_vocabulary_unref);
  g_clear_object (&self->timeline);
  G_OBJECT_CLASS (khatt_suggestions_parent_class)->dispose (object);
}

static void
khatt_suggestions_class_init (KhattSuggestionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = khatt_suggestions_dispose;
  signals[READY] = g_signal_new ("ready", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
khatt_suggestions_init (KhattSuggestions *self)
{
}

/**
 * khatt_suggestions_new:
 * @timeline: a document
 *
 * Returns: (transfer full): its names, none of them gathered yet
 */
KhattSuggestions *
khatt_suggestions_new (KhattTimeline *timeline)
{
  KhattSuggestions *self = g_object_new (KHATT_TYPE_SUGGESTIONS, NULL);

  self->timeline = g_object_ref (timeline);
  return self;
}

/**
 * khatt_suggestions_get:
 * @self: the names of a document
 *
 * Returns: (transfer none) (nullable): the names; %NULL where "ready" will tell when they are there
 */
KhattVocabulary *
khatt_suggestions_get (KhattSuggestions *self)
{
  g_autoptr (KhattSnapshot) snapshot = NULL;

  g_return_val_if_fail (KHATT_IS_SUGGESTIONS (self), NULL);

  if (self->vocabulary != NULL || self->is_gathering)
    return self->vocabulary;

  snapshot = khatt_timeline_ref_snapshot (self->timeline);
  if (khatt_snapshot_get_n_events (snapshot) <= MOST_EVENTS_AT_ONCE)
    {
      self->vocabulary = khatt_vocabulary_new (snapshot, NULL);
    }
  else
    {
      g_autoptr (GTask) task = g_task_new (self, NULL, gathered_cb, NULL);

      self->is_gathering = TRUE;
      g_task_set_task_data (task, khatt_snapshot_ref (snapshot),
                            (GDestroyNotify) khatt_snapshot_unref);
      g_task_run_in_thread (task, gather_in_thread);
    }
  return self->vocabulary;
}
