/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* KhattSearch: small documents are searched at once, big ones in a thread, of which there is never
 * more than one. What is typed meanwhile waits; of several keystrokes that wait, only the last is
 * looked for. The index is made when the search is opened, and when the document has changed. */

#include "khatt-search.h"

#include "khatt-actor-entry.h"
#include "khatt-countries.h"

#define MOST_EVENTS_AT_ONCE 20000

struct _KhattSearch
{
  GObject parent_instance;

  /* owned */
  KhattTimeline *timeline;
  GSignalGroup *timeline_signals;
  KhattFilter *filter;
  char *text;
  KhattSearchHits *last; /* the last there were, with their index; NULL where that is no good */

  GCancellable *running; /* NULL: no thread is at work */
  gboolean is_outdated;  /* what it looks for is not what is wanted any more ... */
  gboolean is_index_old; /* ... nor in what */
  gboolean is_active;
};

G_DEFINE_FINAL_TYPE (KhattSearch, khatt_search, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* Plain values for the thread. */
typedef struct
{
  KhattSnapshot *snapshot;
  KhattQuery *query;
  KhattFilter *filter;
  KhattSearchHits *previous; /* in an index of the same document; may be NULL */
} Run;

static void
run_free (Run *run)
{
  khatt_snapshot_unref (run->snapshot);
  khatt_query_free (run->query);
  khatt_filter_free (run->filter);
  g_clear_pointer (&run->previous, khatt_search_hits_unref);
  g_free (run);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Run, run_free)

static Run *
run_new (KhattSearch *self)
{
  Run *run = g_new0 (Run, 1);

  run->snapshot = khatt_timeline_ref_snapshot (self->timeline);
  run->query = khatt_query_new (self->text);
  run->filter = khatt_filter_copy (self->filter);
  run->previous = self->last != NULL ? khatt_search_hits_ref (self->last) : NULL;
  return run;
}

/* NULL when cancelled. */
static KhattSearchHits *
find (const Run *run, GCancellable *cancellable)
{
  static const char *const languages[] = { "ar", "en", NULL };
  g_autoptr (GHashTable) spellings = khatt_actor_section_list_spellings (
      khatt_snapshot_get_section (run->snapshot, KHATT_SECTION_ACTORS));
  const KhattSearchNames names = { khatt_country_dup_name, languages, spellings };
  const KhattFilter *filter = khatt_filter_is_empty (run->filter) ? NULL : run->filter;
  g_autoptr (KhattSearchIndex) index = NULL;

  if (run->previous != NULL)
    index = khatt_search_index_ref (khatt_search_hits_get_index (run->previous));
  else
    index = khatt_search_index_new (run->snapshot, &names, cancellable);
  return index != NULL ? khatt_search_hits_new (index, run->query, filter, run->previous) : NULL;
}

static void
find_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  KhattSearchHits *hits = find (task_data, cancellable);

  if (hits == NULL)
    g_task_return_error_if_cancelled (task);
  else
    g_task_return_pointer (task, hits, (GDestroyNotify) khatt_search_hits_unref);
}

static void
take_hits (KhattSearch *self, KhattSearchHits *hits)
{
  g_clear_pointer (&self->last, khatt_search_hits_unref);
  self->last = hits;
}

static void start (KhattSearch *self);

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  KhattSearch *self = KHATT_SEARCH (source);
  g_autoptr (KhattSearchHits) hits = g_task_propagate_pointer (G_TASK (result), NULL);
  gboolean is_outdated = self->is_outdated;

  g_clear_object (&self->running);
  self->is_outdated = FALSE;
  if (hits != NULL && !self->is_index_old && self->is_active)
    take_hits (self, g_steal_pointer (&hits));
  if (is_outdated)
    start (self);
  else
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
start_thread (KhattSearch *self)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GTask) task = g_task_new (self, cancellable, found_cb, NULL);

  g_task_set_source_tag (task, start_thread);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, run_new (self), (GDestroyNotify) run_free);
  self->running = g_steal_pointer (&cancellable);
  g_task_run_in_thread (task, find_in_thread);
}

static void
start (KhattSearch *self)
{
  self->is_index_old = FALSE;
  if (!self->is_active || self->timeline == NULL)
    {
      g_signal_emit (self, signals[CHANGED], 0);
      return;
    }
  if (g_list_model_get_n_items (G_LIST_MODEL (self->timeline)) > MOST_EVENTS_AT_ONCE)
    {
      start_thread (self);
    }
  else
    {
      g_autoptr (Run) run = run_new (self);

      take_hits (self, find (run, NULL));
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Something is wanted that there is not. */
static void
update (KhattSearch *self)
{
  if (self->running != NULL)
    self->is_outdated = TRUE;
  else
    start (self);
}

/* The document says something else. */
static void
timeline_changed_cb (KhattSearch *self)
{
  g_clear_pointer (&self->last, khatt_search_hits_unref);
  if (self->running != NULL)
    {
      self->is_index_old = TRUE;
      g_cancellable_cancel (self->running);
    }
  update (self);
}

static void
khatt_search_dispose (GObject *object)
{
  KhattSearch *self = KHATT_SEARCH (object);

  g_clear_object (&self->timeline_signals);
  g_clear_object (&self->timeline);
  g_clear_pointer (&self->filter, khatt_filter_free);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->last, khatt_search_hits_unref);
  g_clear_object (&self->running);
  G_OBJECT_CLASS (khatt_search_parent_class)->dispose (object);
}

static void
khatt_search_class_init (KhattSearchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = khatt_search_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
khatt_search_init (KhattSearch *self)
{
  self->text = g_strdup ("");
  self->filter = khatt_filter_copy (&(KhattFilter){ 0 });
  self->timeline_signals = g_signal_group_new (KHATT_TYPE_TIMELINE);
  g_signal_group_connect_swapped (self->timeline_signals, "changed",
                                  G_CALLBACK (timeline_changed_cb), self);
}

/**
 * khatt_search_new:
 *
 * Returns: (transfer full): a search for nothing in no document
 */
KhattSearch *
khatt_search_new (void)
{
  return g_object_new (KHATT_TYPE_SEARCH, NULL);
}

/**
 * khatt_search_set_timeline:
 * @self: a search
 * @timeline: (nullable): the document to look in
 */
void
khatt_search_set_timeline (KhattSearch *self, KhattTimeline *timeline)
{
  g_return_if_fail (KHATT_IS_SEARCH (self));

  if (!g_set_object (&self->timeline, timeline))
    return;

  g_signal_group_set_target (self->timeline_signals, timeline);
  timeline_changed_cb (self);
}

/**
 * khatt_search_set_filter:
 * @self: a search
 * @filter: what has to be so of an event that can be found; copied
 */
void
khatt_search_set_filter (KhattSearch *self, const KhattFilter *filter)
{
  g_return_if_fail (KHATT_IS_SEARCH (self));

  if (khatt_filter_equal (filter, self->filter))
    return;

  khatt_filter_free (self->filter);
  self->filter = khatt_filter_copy (filter);
  update (self);
}

/**
 * khatt_search_set_text:
 * @self: a search
 * @text: what to look for
 */
void
khatt_search_set_text (KhattSearch *self, const char *text)
{
  g_return_if_fail (KHATT_IS_SEARCH (self));

  if (g_str_equal (text, self->text))
    return;

  g_free (self->text);
  self->text = g_strdup (text);
  update (self);
}

/**
 * khatt_search_set_active:
 * @self: a search
 * @is_active: whether anybody wants to find anything
 *
 * A search that begins makes its index at once; one that ends forgets it.
 */
void
khatt_search_set_active (KhattSearch *self, gboolean is_active)
{
  g_return_if_fail (KHATT_IS_SEARCH (self));

  if (is_active == self->is_active)
    return;

  self->is_active = is_active;
  if (!is_active)
    g_clear_pointer (&self->last, khatt_search_hits_unref);
  update (self);
}

/**
 * khatt_search_is_busy:
 * @self: a search
 *
 * Returns: whether the hits are not yet those of what was typed last
 */
gboolean
khatt_search_is_busy (KhattSearch *self)
{
  g_return_val_if_fail (KHATT_IS_SEARCH (self), FALSE);

  return self->running != NULL;
}

/**
 * khatt_search_get_hits:
 * @self: a search
 *
 * Returns: (transfer none) (nullable): what was found last; %NULL where nothing is looked for
 */
KhattSearchHits *
khatt_search_get_hits (KhattSearch *self)
{
  g_return_val_if_fail (KHATT_IS_SEARCH (self), NULL);

  if (self->last == NULL || khatt_query_get_n_words (khatt_search_hits_get_query (self->last)) == 0)
    return NULL;
  return self->last;
}
