/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a person does to events. A step is named after the one thing that it changes, or after the
 * event where it changes several; what was read before a change stays with the event. */

#include "khatt-edit.h"

#include <glib/gi18n-lib.h>

#include "khatt-merge.h"
#include "khatt-read-values.h"
#include "khatt-review.h"
#include "khatt-sentence.h"

#define NAME_LENGTH 40 /* letters of an event's heading in the name of a step */

static const struct
{
  const char *member;
  const char *name;
} changes[] = {
  /* Translators: what can be undone; %s is the heading of an event, here and below. */
  { "kind", N_ ("Change the kind of “%s”") },
  { "title", N_ ("Change the title of “%s”") },
  { "date", N_ ("Change the date of “%s”") },
  { "status", N_ ("Change the status of “%s”") },
  { "actors", N_ ("Change the actors of “%s”") },
  { "place", N_ ("Change the place of “%s”") },
  { "topics", N_ ("Change the topics of “%s”") },
  { "quotes", N_ ("Change the quotations of “%s”") },
  { "notes", N_ ("Change the notes on “%s”") },
  { "tags", N_ ("Change the tags of “%s”") },
  { "importance", N_ ("Change the importance of “%s”") },
  { "color", N_ ("Change the color of “%s”") },
};

static char *
dup_short (const char *heading)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (heading, -1) <= NAME_LENGTH)
    return g_strdup (heading);
  start = g_utf8_substring (heading, 0, NAME_LENGTH - 1);
  return g_strconcat (g_strchomp (start), "…", NULL);
}

static char *
dup_short_heading (const KhattSnapshot *snapshot, guint32 slot)
{
  g_autofree char *heading = khatt_heading_new (snapshot, slot);

  return dup_short (heading);
}

/* `heading` where %s is in `form`. */
static char *
fill_in (const char *form, const char *heading)
{
  g_auto (GStrv) parts = g_strsplit (form, "%s", 2);

  return g_strjoin (heading, parts[0], parts[1], NULL);
}

static char *
dup_name (const KhattSnapshot *snapshot, guint32 slot, const char *form)
{
  g_autofree char *heading = dup_short_heading (snapshot, slot);

  return fill_in (form, heading);
}

static const char *
get_change_form (const KhattSnapshot *snapshot, const KhattEventData *a, const KhattEventData *b)
{
  const char *form = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      if (!khatt_read_values_differ (snapshot, a, b, changes[i].member))
        continue;
      if (form != NULL)
        return _ ("Change “%s”");
      form = _ (changes[i].name);
    }
  return form != NULL ? form : _ ("Change “%s”");
}

/**
 * khatt_edit_change:
 * @timeline: a document
 * @slot: of an event
 * @edited: what it shall say
 *
 * Changes an event as a person does.
 *
 * Returns: %FALSE where it says that already
 */
gboolean
khatt_edit_change (KhattTimeline *timeline, guint32 slot, const KhattEventData *edited)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);
  g_autoptr (KhattEventData) before = khatt_snapshot_dup_event (snapshot, slot);
  g_autoptr (KhattEventData) after = khatt_event_data_copy (edited);
  g_autofree char *name = NULL;

  g_return_val_if_fail (before != NULL, FALSE);

  khatt_read_values_keep (snapshot, before, after);
  if (khatt_event_data_equal (before, after))
    return FALSE;
  name = dup_name (snapshot, slot, get_change_form (snapshot, before, after));
  khatt_timeline_begin_step (timeline, name);
  khatt_timeline_change (timeline, slot, after);
  khatt_timeline_end_step (timeline);
  return TRUE;
}

/**
 * khatt_edit_add:
 * @timeline: a document
 * @event: what a person entered
 *
 * Returns: the slot of the new event
 */
guint32
khatt_edit_add (KhattTimeline *timeline, const KhattEventData *event)
{
  g_autoptr (KhattEventData) entered = khatt_event_data_copy (event);
  g_autofree char *heading =
      dup_short (event->title != NULL ? event->title : khatt_kind_get_label (event->kind));
  g_autofree char *name = fill_in (_ ("Add “%s”"), heading);
  guint32 slot;

  entered->origin = KHATT_ORIGIN_PERSON;
  khatt_timeline_begin_step (timeline, name);
  slot = khatt_timeline_add (timeline, entered);
  khatt_timeline_end_step (timeline);
  return slot;
}

/**
 * khatt_edit_remove:
 * @timeline: a document
 * @slot: of an event
 */
void
khatt_edit_remove (KhattTimeline *timeline, guint32 slot)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);
  g_autofree char *name = dup_name (snapshot, slot, _ ("Delete “%s”"));

  khatt_timeline_begin_step (timeline, name);
  khatt_timeline_remove (timeline, slot);
  khatt_timeline_end_step (timeline);
}

/**
 * khatt_edit_duplicate:
 * @timeline: a document
 * @slot: of an event
 *
 * Adds an event that says the same. No article reports it: what was read stays with the first one.
 *
 * Returns: the slot of the new event
 */
guint32
khatt_edit_duplicate (KhattTimeline *timeline, guint32 slot)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);
  g_autoptr (KhattEventData) event = khatt_snapshot_dup_event (snapshot, slot);
  g_autofree char *name = NULL;
  guint32 copy;

  g_return_val_if_fail (event != NULL, KHATT_SLOT_NONE);

  name = dup_name (snapshot, slot, _ ("Duplicate “%s”"));
  g_clear_pointer (&event->id, g_free);
  g_clear_pointer (&event->read, g_free);
  g_clear_pointer (&event->review, g_free);
  g_ptr_array_set_size (event->sources, 0);
  khatt_timeline_begin_step (timeline, name);
  copy = khatt_edit_add (timeline, event);
  khatt_timeline_end_step (timeline);
  return copy;
}

/**
 * khatt_edit_move:
 * @timeline: a document
 * @slot: of an event
 * @part: all of it, or one end of what lasted
 * @shift: how far, towards later
 *
 * Moves an event in time, as exact as it was.
 *
 * Returns: %FALSE where it cannot be moved there
 */
gboolean
khatt_edit_move (KhattTimeline *timeline,
                 guint32 slot,
                 KhattDatePart part,
                 const KhattDateShift *shift)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);
  g_autoptr (KhattEventData) event = khatt_snapshot_dup_event (snapshot, slot);
  KhattDate date;

  g_return_val_if_fail (event != NULL, FALSE);

  if (!khatt_date_shift_part (&event->date, part, shift, &date))
    return FALSE;
  return khatt_edit_set_date (timeline, slot, &date);
}

/**
 * khatt_edit_set_date:
 * @timeline: a document
 * @slot: of an event
 * @date: when it was
 *
 * Returns: %FALSE where it says that already
 */
gboolean
khatt_edit_set_date (KhattTimeline *timeline, guint32 slot, const KhattDate *date)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);
  g_autoptr (KhattEventData) event = khatt_snapshot_dup_event (snapshot, slot);

  g_return_val_if_fail (event != NULL, FALSE);

  event->date = *date;
  g_clear_pointer (&event->date_edtf, g_free);
  return khatt_edit_change (timeline, slot, event);
}

/**
 * khatt_edit_merge:
 * @timeline: a document
 * @slot: of an event
 * @other: of another one, which is the same
 *
 * Makes one event of two.
 *
 * Returns: %FALSE where there are not two
 */
gboolean
khatt_edit_merge (KhattTimeline *timeline, guint32 slot, guint32 other)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);
  g_autofree char *heading = dup_short_heading (snapshot, slot);
  g_autofree char *other_heading = dup_short_heading (snapshot, other);
  g_autofree char *name = NULL;
  gboolean is_merged;

  /* Translators: what can be undone; the headings of two events. */
  name = g_strdup_printf (_ ("Merge “%s” and “%s”"), heading, other_heading);
  khatt_timeline_begin_step (timeline, name);
  is_merged = khatt_merge_pair (timeline, slot, other);
  khatt_timeline_end_step (timeline);
  return is_merged;
}

/**
 * khatt_edit_split_event:
 * @timeline: a document
 * @slot: of an event with several sources
 *
 * Makes an event of each report.
 *
 * Returns: how many there are now; 1 where there was nothing to split
 */
guint
khatt_edit_split_event (KhattTimeline *timeline, guint32 slot)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);
  g_autofree char *name = NULL;
  guint n_reports;

  if (!khatt_snapshot_has_slot (snapshot, slot))
    return 1;
  name = dup_name (snapshot, slot, _ ("Split “%s” into its reports"));
  khatt_timeline_begin_step (timeline, name);
  n_reports = khatt_merge_split_all (timeline, slot);
  khatt_timeline_end_step (timeline);
  return n_reports;
}

/**
 * khatt_edit_take_out:
 * @timeline: a document
 * @slot: of an event with several sources
 * @source: the index of one that tells of something else
 *
 * Makes an event of one report.
 *
 * Returns: the slot of the new event; `KHATT_SLOT_NONE` where there is no such source, or no other
 */
guint32
khatt_edit_take_out (KhattTimeline *timeline, guint32 slot, guint source)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);
  g_autofree char *name = NULL;
  guint32 split;

  if (!khatt_snapshot_has_slot (snapshot, slot))
    return KHATT_SLOT_NONE;
  name = dup_name (snapshot, slot, _ ("Take a source out of “%s”"));
  khatt_timeline_begin_step (timeline, name);
  split = khatt_merge_split (timeline, slot, source);
  khatt_timeline_end_step (timeline);
  return split;
}

/**
 * khatt_edit_restore:
 * @timeline: a document
 * @slot: of an event
 *
 * Takes back what a person changed of what was read.
 *
 * Returns: %FALSE where nothing of it was changed
 */
gboolean
khatt_edit_restore (KhattTimeline *timeline, guint32 slot)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);
  g_autoptr (KhattEventData) event = khatt_snapshot_dup_event (snapshot, slot);
  g_autoptr (KhattEventData) restored = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (event != NULL, FALSE);

  restored = khatt_read_values_restore (snapshot, event);
  if (khatt_event_data_equal (event, restored))
    return FALSE;
  name = dup_name (snapshot, slot, _ ("Restore what was read of “%s”"));
  khatt_timeline_begin_step (timeline, name);
  khatt_timeline_change (timeline, slot, restored);
  khatt_timeline_end_step (timeline);
  return TRUE;
}

static gboolean
set_review (KhattTimeline *timeline, KhattSnapshot *snapshot, guint32 slot, const char *word)
{
  g_autoptr (KhattEventData) event = khatt_snapshot_dup_event (snapshot, slot);

  if (event == NULL || g_strcmp0 (event->review, word) == 0)
    return FALSE;
  g_free (event->review);
  event->review = g_strdup (word);
  khatt_timeline_change (timeline, slot, event);
  return TRUE;
}

/**
 * khatt_edit_review:
 * @timeline: a document
 * @slot: of an event, one that was dismissed too
 * @word: (nullable): %KHATT_REVIEW_ACCEPTED, %KHATT_REVIEW_DISMISSED; %NULL: nothing is said of it
 *
 * Accepts an event, dismisses it, or brings it back as a proposal.
 *
 * Returns: %FALSE where that is said already
 */
gboolean
khatt_edit_review (KhattTimeline *timeline, guint32 slot, const char *word)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);
  const char *form = _ ("Bring back “%s”");
  g_autofree char *name = NULL;
  gboolean is_changed;

  if (khatt_snapshot_get_kept_record (snapshot, slot) == NULL)
    return FALSE;
  if (g_strcmp0 (word, KHATT_REVIEW_DISMISSED) == 0)
    form = _ ("Dismiss “%s”");
  else if (word != NULL)
    form = _ ("Accept “%s”");
  name = dup_name (snapshot, slot, form);
  khatt_timeline_begin_step (timeline, name);
  is_changed = set_review (timeline, snapshot, slot, word);
  khatt_timeline_end_step (timeline);
  return is_changed;
}

/**
 * khatt_edit_accept_all:
 * @timeline: a document
 *
 * Accepts everything that is still proposed, in one step.
 *
 * Returns: how many events that are
 */
guint
khatt_edit_accept_all (KhattTimeline *timeline)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);
  guint n_accepted = 0;

  khatt_timeline_begin_step (timeline, _ ("Accept what was read"));
  for (guint32 slot = 0; slot < khatt_snapshot_get_n_slots (snapshot); slot++)
    {
      const KhattRecord *record = khatt_snapshot_get_record (snapshot, slot);

      if (record != NULL && khatt_review_get_state (record) == KHATT_REVIEW_PROPOSED)
        n_accepted += set_review (timeline, snapshot, slot, KHATT_REVIEW_ACCEPTED);
    }
  khatt_timeline_end_step (timeline);
  return n_accepted;
}
