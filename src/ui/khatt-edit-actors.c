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

/* What the document says of the actor goes with the name. */
static void
rename_entry (KhattTimeline *timeline, const char *name, const char *new_name)
{
  const char *section = khatt_timeline_get_section (timeline, KHATT_SECTION_ACTORS);
  g_autofree char *renamed = khatt_actor_section_rename (section, name, new_name);

  if (g_strcmp0 (section, renamed) != 0)
    khatt_timeline_set_section (timeline, KHATT_SECTION_ACTORS, renamed);
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
  guint n_events;

  for (guint32 slot = 0; slot < khatt_snapshot_get_n_slots (snapshot); slot++)
    g_array_append_val (slots, slot);
  khatt_timeline_begin_step (timeline, step);
  n_events = rename_in_events (timeline, step, slots, name, new_name);
  rename_entry (timeline, name, new_name);
  khatt_timeline_end_step (timeline);
  return n_events;
}

/* What was said of the actor, or what it got later, is said of it now; what an event says otherwise
 * stays. */
static gboolean
correct (char **said, const char *before, const char *after)
{
  if (g_strcmp0 (*said, before) != 0 && *said != NULL)
    return FALSE;
  if (g_strcmp0 (*said, after) == 0)
    return FALSE;
  g_free (*said);
  *said = g_strdup (after);
  return TRUE;
}

static gboolean
correct_in_event (KhattEventData *event,
                  const KhattActorEntry *before,
                  const KhattActorEntry *after)
{
  gboolean is_changed = FALSE;

  for (guint i = 0; i < event->actors->len; i++)
    {
      KhattActorData *actor = g_ptr_array_index (event->actors, i);

      if (g_strcmp0 (actor->name, after->name) != 0)
        continue;
      if (g_strcmp0 (before->office, after->office) != 0)
        is_changed |= correct (&actor->office, before->office, after->office);
      if (g_strcmp0 (before->country, after->country) != 0)
        is_changed |= correct (&actor->country, before->country, after->country);
    }
  return is_changed;
}

static void
correct_in_events (KhattTimeline *timeline,
                   const KhattActorEntry *before,
                   const KhattActorEntry *after)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);

  if (g_strcmp0 (before->office, after->office) == 0 &&
      g_strcmp0 (before->country, after->country) == 0)
    return;
  for (guint32 slot = 0; slot < khatt_snapshot_get_n_slots (snapshot); slot++)
    {
      const KhattRecord *record = khatt_snapshot_get_kept_record (snapshot, slot);
      g_autoptr (KhattEventData) event = NULL;
      g_autoptr (KhattEventData) edited = NULL;

      if (record == NULL || !has_actor (snapshot, record, after->name))
        continue;
      event = khatt_snapshot_dup_event (snapshot, slot);
      edited = khatt_event_data_copy (event);
      if (!correct_in_event (edited, before, after))
        continue;
      khatt_read_values_keep (snapshot, event, edited);
      khatt_timeline_change (timeline, slot, edited);
    }
}

static void
keep_text (char **text, const char *before, const char *kept)
{
  if (g_strcmp0 (*text, before) != 0)
    return;
  g_free (*text);
  *text = g_strdup (kept);
}

/* What the document is to say of an actor by itself: of what was shown of the events, only what is
 * otherwise now. Returns: the section, where `is_changed` */
static char *
describe_actor (const char *section,
                const KhattActorEntry *before,
                const KhattActorEntry *after,
                gboolean *is_changed)
{
  g_autoptr (KhattActorEntry) entry = khatt_actor_entry_copy (after);
  g_autoptr (KhattActorEntry) kept = khatt_actor_section_find (section, before->name);
  g_autofree char *said = khatt_actor_section_put (NULL, before->name, kept);
  g_autofree char *to_say = NULL;

  g_free (entry->name);
  entry->name = g_strdup (before->name);
  keep_text (&entry->office, before->office, kept != NULL ? kept->office : NULL);
  keep_text (&entry->country, before->country, kept != NULL ? kept->country : NULL);
  to_say = khatt_actor_section_put (NULL, before->name, entry);
  *is_changed = FALSE;
  if (g_strcmp0 (said, to_say) == 0)
    return NULL;
  *is_changed = TRUE;
  return khatt_actor_section_put (section, before->name, entry);
}

/**
 * khatt_edit_actor:
 * @timeline: a document
 * @before: what a person was shown of an actor
 * @after: what that person made of it
 *
 * Says it of the actor in the document; another name, office or country also in the events that
 * said the same as @before, or nothing.
 *
 * Returns: whether anything is otherwise now
 */
gboolean
khatt_edit_actor (KhattTimeline *timeline,
                  const KhattActorEntry *before,
                  const KhattActorEntry *after)
{
  guint64 revision = khatt_timeline_get_revision (timeline);
  const char *section = khatt_timeline_get_section (timeline, KHATT_SECTION_ACTORS);
  /* Translators: what can be undone: somebody said more of an actor. */
  g_autofree char *step = g_strdup_printf (_ ("Change “%s”"), before->name);
  gboolean is_changed = FALSE;
  g_autofree char *changed = describe_actor (section, before, after, &is_changed);

  khatt_timeline_begin_step (timeline, step);
  if (is_changed)
    khatt_timeline_set_section (timeline, KHATT_SECTION_ACTORS, changed);
  khatt_edit_rename_actor (timeline, before->name, after->name);
  correct_in_events (timeline, before, after);
  khatt_timeline_end_step (timeline);
  return khatt_timeline_get_revision (timeline) != revision;
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
