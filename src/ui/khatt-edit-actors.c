/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a person does to actors. Within a document the name is the identity: two actors become one
 * by one name, and one becomes two by a second name in some of the events. */

#include "khatt-edit.h"

#include <glib/gi18n-lib.h>

#include "khatt-read-values.h"

/* Somebody who took part twice did once. */
static void
drop_second (KhattEventData *event, guint first, const char *name)
{
  KhattActorData *kept = g_ptr_array_index (event->actors, first);

  for (guint i = event->actors->len - 1; i > first; i--)
    {
      KhattActorData *actor = g_ptr_array_index (event->actors, i);

      if (g_strcmp0 (actor->name, name) != 0)
        continue;
      if (kept->office == NULL)
        kept->office = g_steal_pointer (&actor->office);
      if (kept->country == NULL)
        kept->country = g_steal_pointer (&actor->country);
      g_ptr_array_remove_index (event->actors, i);
    }
}

static void
rename_in_event (KhattEventData *event, const char *name, const char *new_name)
{
  guint first = G_MAXUINT;

  for (guint i = 0; i < event->actors->len; i++)
    {
      KhattActorData *actor = g_ptr_array_index (event->actors, i);

      if (g_strcmp0 (actor->name, name) == 0)
        {
          g_free (actor->name);
          actor->name = g_strdup (new_name);
        }
      if (first == G_MAXUINT && g_strcmp0 (actor->name, new_name) == 0)
        first = i;
    }
  if (first != G_MAXUINT)
    drop_second (event, first, new_name);
  for (guint i = 0; i < event->quotes->len; i++)
    {
      KhattQuoteData *quote = g_ptr_array_index (event->quotes, i);

      if (g_strcmp0 (quote->speaker, name) != 0)
        continue;
      g_free (quote->speaker);
      quote->speaker = g_strdup (new_name);
    }
}

static gboolean
has_actor (const KhattSnapshot *snapshot, const KhattRecord *record, const char *name)
{
  for (guint i = 0; i < record->n_parties; i++)
    {
      const KhattActor *actor = khatt_snapshot_get_actor (snapshot, record->parties[i].actor);

      if (g_strcmp0 (actor->name, name) == 0)
        return TRUE;
    }
  return FALSE;
}

/* `step`: its name; returns in how many events it is another name. */
static guint
rename_in_events (KhattTimeline *timeline,
                  const char *step,
                  const GArray *slots,
                  const char *name,
                  const char *new_name)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);
  guint n_changed = 0;

  if (g_str_equal (name, new_name))
    return 0;
  khatt_timeline_begin_step (timeline, step);
  for (guint i = 0; i < slots->len; i++)
    {
      guint32 slot = g_array_index (slots, guint32, i);
      const KhattRecord *record = khatt_snapshot_get_kept_record (snapshot, slot);
      g_autoptr (KhattEventData) before = NULL;
      g_autoptr (KhattEventData) after = NULL;

      if (record == NULL || !has_actor (snapshot, record, name))
        continue;
      before = khatt_snapshot_dup_event (snapshot, slot);
      after = khatt_event_data_copy (before);
      rename_in_event (after, name, new_name);
      khatt_read_values_keep (snapshot, before, after);
      khatt_timeline_change (timeline, slot, after);
      n_changed++;
    }
  khatt_timeline_end_step (timeline);
  return n_changed;
}

/**
 * khatt_edit_rename_actor:
 * @timeline: a document
 * @name: of an actor
 * @new_name: what it is to be called in all events; another actor's makes one of the two
 *
 * Returns: in how many events
 */
guint
khatt_edit_rename_actor (KhattTimeline *timeline, const char *name, const char *new_name)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);
  g_autoptr (GArray) slots = g_array_new (FALSE, FALSE, sizeof (guint32));
  /* Translators: what can be undone: the old and the new name of an actor. */
  g_autofree char *step = g_strdup_printf (_ ("Rename “%s” to “%s”"), name, new_name);

  for (guint32 slot = 0; slot < khatt_snapshot_get_n_slots (snapshot); slot++)
    g_array_append_val (slots, slot);
  return rename_in_events (timeline, step, slots, name, new_name);
}

/**
 * khatt_edit_split_actor:
 * @timeline: a document
 * @name: of an actor
 * @new_name: of another one
 * @slots: (element-type guint32): of the events that are the other one's
 *
 * Returns: in how many events it was @name
 */
guint
khatt_edit_split_actor (KhattTimeline *timeline,
                        const char *name,
                        const char *new_name,
                        const GArray *slots)
{
  /* Translators: what can be undone: some events of an actor are those of another one; its new
   * name and the old one. */
  g_autofree char *step = g_strdup_printf (_ ("Split “%s” from “%s”"), new_name, name);

  return rename_in_events (timeline, step, slots, name, new_name);
}
