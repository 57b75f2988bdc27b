/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A record of the journal says how things stand, not what was done: the events that changed as they
 * are now, in the form of a document, and the ids of those that are gone. So records can be laid
 * over each other, the last one counting, and what is undone in the end leaves no trace. Articles
 * go along where their events do, since spans are counted in their text. */

#include "khatt-journal-record.h"

#include <glib/gi18n-lib.h>

#include "khatt-difference.h"
#include "khatt-load.h"
#include "khatt-save.h"

#define DOCUMENT_FORMAT "khatt"
#define RECORD_NAME "journal"
/* The ids of events that are gone, of all articles in their order; the slots of the events of a
 * document, and that document. Slots say where an event stands that comes back. */
#define RECORD_TYPE "(asasauay)"

/* ---- Making one ---- */

typedef struct
{
  KhattSnapshot *before; /* NULL: there was nothing */
  KhattSnapshot *now;
  GPtrArray *events; /* of KhattEventData: those that changed */
  GVariantBuilder gone;
  GVariantBuilder slots;
  GHashTable *articles; /* ids of those that go along */
} Making;

static void
need_article (Making *making, const char *id)
{
  if (id != NULL)
    g_hash_table_add (making->articles, (gpointer) id);
}

static void
take_event (guint32 slot, gpointer data)
{
  Making *making = data;
  KhattEventData *event = khatt_snapshot_dup_event (making->now, slot);

  if (event == NULL)
    {
      g_variant_builder_add (&making->gone, "s",
                             khatt_snapshot_get_kept_record (making->before, slot)->id);
      return;
    }

  g_ptr_array_add (making->events, event);
  g_variant_builder_add (&making->slots, "u", slot);
  for (guint i = 0; i < event->sources->len; i++)
    need_article (making, ((KhattSourceData *) g_ptr_array_index (event->sources, i))->article);
  for (guint i = 0; i < event->quotes->len; i++)
    need_article (making, ((KhattQuoteData *) g_ptr_array_index (event->quotes, i))->article);
}

static void
take_all_slots (Making *making)
{
  for (guint32 slot = 0; slot < khatt_snapshot_get_n_slots (making->now); slot++)
    {
      if (khatt_snapshot_get_kept_record (making->now, slot) != NULL)
        g_variant_builder_add (&making->slots, "u", slot);
    }
}

static gboolean
is_needed (const Making *making, KhattArticle *article)
{
  return g_hash_table_contains (making->articles, article->id) ||
         khatt_snapshot_get_article_by_id (making->before, article->id) != article;
}

/* A document of what changed. */
static KhattTimeline *
make_timeline (const Making *making)
{
  KhattTimeline *timeline = khatt_timeline_new ();

  khatt_timeline_set_title (timeline, khatt_snapshot_get_title (making->now));
  khatt_timeline_set_language (timeline, khatt_snapshot_get_language (making->now));
  khatt_timeline_set_direction (timeline, khatt_snapshot_get_direction (making->now));
  for (guint i = 0; i < KHATT_N_SECTIONS; i++)
    khatt_timeline_set_section (timeline, i, khatt_snapshot_get_section (making->now, i));
  for (guint i = 0; i < khatt_snapshot_get_n_articles (making->now); i++)
    {
      KhattArticle *article = khatt_snapshot_get_article (making->now, i);

      if (is_needed (making, article))
        khatt_timeline_add_article (timeline, article);
    }
  khatt_timeline_add_many (timeline, making->events);
  for (guint i = 0; i < KHATT_N_SCENE_LISTS; i++)
    khatt_timeline_add_scenes (timeline, i,
                               (GPtrArray *) khatt_snapshot_get_scenes (making->now, i));
  return timeline;
}

static KhattSnapshot *
make_snapshot (Making *making)
{
  g_autoptr (KhattTimeline) timeline = NULL;

  if (making->before == NULL)
    {
      take_all_slots (making);
      return khatt_snapshot_ref (making->now);
    }
  khatt_snapshot_foreach_difference (making->before, making->now, take_event, making);
  timeline = make_timeline (making);
  return khatt_timeline_ref_snapshot (timeline);
}

static void
add_article_ids (KhattSnapshot *now, GVariantBuilder *ids)
{
  for (guint i = 0; i < khatt_snapshot_get_n_articles (now); i++)
    g_variant_builder_add (ids, "s", khatt_snapshot_get_article (now, i)->id);
}

/**
 * khatt_journal_record_new:
 * @before: (nullable): how the document was; %NULL makes a record of all of it
 * @now: how it is
 * @error: return location
 *
 * Can be called in any thread.
 *
 * Returns: (transfer full) (nullable): what changed; %NULL where it could not be written
 */
GBytes *
khatt_journal_record_new (KhattSnapshot *before, KhattSnapshot *now, GError **error)
{
  g_autoptr (GHashTable) articles = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) events =
      g_ptr_array_new_with_free_func ((GDestroyNotify) khatt_event_data_free);
  g_autoptr (KhattSnapshot) snapshot = NULL;
  g_autoptr (GBytes) document = NULL;
  g_autoptr (GVariant) record = NULL;
  Making making = { .before = before, .now = now, .events = events, .articles = articles };
  GVariantBuilder article_ids;

  g_variant_builder_init (&making.gone, G_VARIANT_TYPE_STRING_ARRAY);
  g_variant_builder_init (&making.slots, G_VARIANT_TYPE ("au"));
  g_variant_builder_init (&article_ids, G_VARIANT_TYPE_STRING_ARRAY);
  add_article_ids (now, &article_ids);
  snapshot = make_snapshot (&making);
  document = khatt_save_bytes (snapshot, DOCUMENT_FORMAT, NULL, error);
  if (document == NULL)
    {
      g_variant_builder_clear (&making.gone);
      g_variant_builder_clear (&making.slots);
      g_variant_builder_clear (&article_ids);
      return NULL;
    }
  record = g_variant_ref_sink (
      g_variant_new ("(asasau@ay)", &making.gone, &article_ids, &making.slots,
                     g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, document, TRUE)));
  return g_variant_get_data_as_bytes (record);
}

/* ---- Laying them over each other ---- */

/* How an event is in the end. */
typedef struct
{
  char *id;
  KhattEventData *event; /* NULL: it is gone */
  guint32 slot;
} EventState;

struct _KhattJournalChanges
{
  GHashTable *events;   /* from an id to its EventState */
  GHashTable *articles; /* from an id to the KhattArticle */
  GStrv article_ids;    /* all articles that are there in the end; NULL: no record yet */
  KhattTimeline *last;  /* has what else there is to a document */
};

static void
event_state_free (gpointer data)
{
  EventState *state = data;

  g_free (state->id);
  g_clear_pointer (&state->event, khatt_event_data_free);
  g_free (state);
}

/**
 * khatt_journal_changes_new:
 *
 * Returns: (transfer full): no changes
 */
KhattJournalChanges *
khatt_journal_changes_new (void)
{
  KhattJournalChanges *changes = g_new0 (KhattJournalChanges, 1);

  changes->events = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, event_state_free);
  changes->articles =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) khatt_article_unref);
  return changes;
}

/**
 * khatt_journal_changes_free:
 * @changes: (transfer full): changes
 */
void
khatt_journal_changes_free (KhattJournalChanges *changes)
{
  g_hash_table_unref (changes->events);
  g_hash_table_unref (changes->articles);
  g_strfreev (changes->article_ids);
  g_clear_object (&changes->last);
  g_free (changes);
}

static void
note_event (KhattJournalChanges *changes, const char *id, KhattEventData *event, guint32 slot)
{
  EventState *state = g_new0 (EventState, 1);

  state->id = g_strdup (id);
  state->event = event;
  state->slot = slot;
  g_hash_table_replace (changes->events, state->id, state);
}

/* `slots`: of the events of `timeline`, in its order. */
static void
note_timeline (KhattJournalChanges *changes, KhattTimeline *timeline, const guint32 *slots)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);

  for (guint i = 0; i < khatt_timeline_get_n_articles (timeline); i++)
    {
      KhattArticle *article = khatt_timeline_get_article (timeline, i);

      g_hash_table_replace (changes->articles, g_strdup (article->id), khatt_article_ref (article));
    }
  for (guint32 slot = 0; slot < khatt_snapshot_get_n_slots (snapshot); slot++)
    note_event (changes, khatt_snapshot_get_kept_record (snapshot, slot)->id,
                khatt_snapshot_dup_event (snapshot, slot), slots[slot]);
}

static gboolean
fail (GError **error)
{
  g_set_error (error, KHATT_FILES_ERROR, KHATT_FILES_ERROR_FORMAT,
               _ ("A record of the journal is damaged."));
  return FALSE;
}

/**
 * khatt_journal_changes_add:
 * @changes: changes
 * @record: what khatt_journal_record_new() returned
 * @error: return location
 *
 * Adds what changed after that.
 *
 * Returns: %FALSE where @record is none; @changes are as before then
 */
gboolean
khatt_journal_changes_add (KhattJournalChanges *changes, GBytes *record, GError **error)
{
  const KhattLoadOptions options = { .format = DOCUMENT_FORMAT };
  g_autoptr (GVariant) variant =
      g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (RECORD_TYPE), record, FALSE));
  g_autoptr (KhattLoaded) loaded = NULL;
  g_autoptr (KhattSnapshot) snapshot = NULL;
  g_autoptr (GVariant) bytes = NULL;
  g_autoptr (GVariant) slots = NULL;
  g_autoptr (GBytes) document = NULL;
  const guint32 *slot_numbers;
  gsize n_slots;
  g_auto (GStrv) gone = NULL;
  g_auto (GStrv) article_ids = NULL;

  if (!g_variant_is_normal_form (variant))
    return fail (error);
  g_variant_get (variant, "(^as^as@au@ay)", &gone, &article_ids, &slots, &bytes);
  slot_numbers = g_variant_get_fixed_array (slots, &n_slots, sizeof (guint32));
  document = g_variant_get_data_as_bytes (bytes);
  loaded = khatt_load_bytes (document, RECORD_NAME, &options, NULL, error);
  if (loaded == NULL)
    return FALSE;
  snapshot = khatt_timeline_ref_snapshot (loaded->timeline);
  if (khatt_snapshot_get_n_slots (snapshot) != n_slots)
    return fail (error);

  for (guint i = 0; gone[i] != NULL; i++)
    note_event (changes, gone[i], NULL, KHATT_SLOT_NONE);
  note_timeline (changes, loaded->timeline, slot_numbers);
  g_set_object (&changes->last, loaded->timeline);
  g_strfreev (changes->article_ids);
  changes->article_ids = g_steal_pointer (&article_ids);
  return TRUE;
}

static void
apply_articles (KhattJournalChanges *changes, KhattTimeline *timeline)
{
  for (guint i = khatt_timeline_get_n_articles (timeline); i-- > 0;)
    {
      const char *id = khatt_timeline_get_article (timeline, i)->id;

      if (!g_strv_contains ((const char *const *) changes->article_ids, id))
        khatt_timeline_remove_article (timeline, id);
    }
  for (guint i = 0; changes->article_ids[i] != NULL; i++)
    {
      const char *id = changes->article_ids[i];
      KhattArticle *article = g_hash_table_lookup (changes->articles, id);
      KhattArticle *old = khatt_timeline_get_article_by_id (timeline, id);

      if (article == NULL)
        continue;
      if (old == NULL)
        khatt_timeline_add_article (timeline, article);
      else if (!khatt_article_equal (old, article))
        khatt_timeline_change_article (timeline, article);
    }
}

static int
compare_states (gconstpointer a, gconstpointer b)
{
  guint32 first = (*(const EventState *const *) a)->slot;
  guint32 second = (*(const EventState *const *) b)->slot;

  return first < second ? -1 : first > second;
}

/* What a journal of all of the document does not have is gone. What has another place in it goes as
 * well, to be added in its order: an event that was removed, saved so, and brought back. */
static void
remove_others (KhattJournalChanges *changes, GPtrArray *states, KhattTimeline *timeline)
{
  g_autoptr (KhattSnapshot) before = khatt_timeline_ref_snapshot (timeline);
  guint n_same = 0;
  gboolean is_in_order = TRUE;

  for (guint32 slot = 0; slot < khatt_snapshot_get_n_slots (before); slot++)
    {
      const KhattRecord *record = khatt_snapshot_get_kept_record (before, slot);
      const EventState *state =
          record != NULL ? g_hash_table_lookup (changes->events, record->id) : NULL;

      if (state != NULL && state->event != NULL)
        is_in_order = is_in_order && states->pdata[n_same] == state;
      if (state != NULL && state->event != NULL && is_in_order)
        n_same++;
      else if (record != NULL)
        khatt_timeline_remove (timeline, slot);
    }
}

static void
apply_event (KhattTimeline *timeline, guint32 slot, const KhattEventData *event)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);
  g_autoptr (KhattEventData) old = khatt_snapshot_dup_event (snapshot, slot);

  g_clear_pointer (&snapshot, khatt_snapshot_unref); /* or its chunk is copied */
  if (!khatt_event_data_equal (old, event))
    khatt_timeline_change (timeline, slot, event);
}

static void
apply_events (KhattJournalChanges *changes, KhattTimeline *timeline, gboolean is_whole)
{
  g_autoptr (GPtrArray) states = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, changes->events);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_ptr_array_add (states, value);
  g_ptr_array_sort (states, compare_states);
  if (is_whole)
    remove_others (changes, states, timeline);
  for (guint i = 0; i < states->len; i++)
    {
      const EventState *state = g_ptr_array_index (states, i);
      guint32 slot = khatt_timeline_find (timeline, state->id);

      if (state->event == NULL && slot != KHATT_SLOT_NONE)
        khatt_timeline_remove (timeline, slot);
      else if (state->event != NULL && slot != KHATT_SLOT_NONE)
        apply_event (timeline, slot, state->event);
      else if (state->event != NULL)
        khatt_timeline_add (timeline, state->event);
    }
}

static void
apply_rest (KhattTimeline *last, KhattTimeline *timeline)
{
  khatt_timeline_set_title (timeline, khatt_timeline_get_title (last));
  khatt_timeline_set_language (timeline, khatt_timeline_get_language (last));
  khatt_timeline_set_direction (timeline, khatt_timeline_get_direction (last));
  for (guint i = 0; i < KHATT_N_SECTIONS; i++)
    {
      const char *json = khatt_timeline_get_section (last, i);

      if (g_strcmp0 (json, khatt_timeline_get_section (timeline, i)) != 0)
        khatt_timeline_set_section (timeline, i, json);
    }
  for (guint i = 0; i < KHATT_N_SCENE_LISTS; i++)
    {
      while (khatt_timeline_get_scenes (timeline, i)->len > 0)
        khatt_timeline_remove_scene (timeline, i, 0);
      khatt_timeline_add_scenes (timeline, i, khatt_timeline_get_scenes (last, i));
    }
}

/**
 * khatt_journal_changes_apply:
 * @changes: changes
 * @timeline: the document as it was before them; any document where they begin with all of it
 * @is_whole: whether they begin with all of it
 *
 * Makes the document what it was after the last record, in one step that can be undone.
 */
void
khatt_journal_changes_apply (KhattJournalChanges *changes,
                             KhattTimeline *timeline,
                             gboolean is_whole)
{
  if (changes->last == NULL)
    return;

  khatt_timeline_begin_step (timeline, _ ("Restore unsaved changes"));
  apply_articles (changes, timeline);
  apply_events (changes, timeline, is_whole);
  apply_rest (changes->last, timeline);
  khatt_timeline_end_step (timeline);
}
