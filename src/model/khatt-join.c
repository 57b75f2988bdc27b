/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Two reports become one event, and one of them goes out again. The event says what is most exact:
 * the narrower of two dates, happened rather than planned. What a report says otherwise stays with
 * its source, so that nothing is lost and the report can be taken out as it came. What a person
 * changed is not changed by a report. */

#include "khatt-join.h"

#include <string.h>

#include "khatt-fold.h"

static gboolean
is_changed_by_hand (const KhattEventData *event)
{
  return event->origin == KHATT_ORIGIN_PERSON || event->read != NULL;
}

static char *
dup_edtf (const KhattEventData *event)
{
  if (event->date_edtf != NULL)
    return g_strdup (event->date_edtf);
  return khatt_date_is_known (&event->date) ? khatt_date_to_edtf (&event->date) : NULL;
}

static gboolean
is_same_text (const char *a, const char *b)
{
  g_autofree char *first = khatt_fold (a, -1);
  g_autofree char *second = khatt_fold (b, -1);

  return strcmp (first, second) == 0;
}

/* ---- What is said only once ---- */

static gboolean
note_said (GHashTable *said, const char *text)
{
  return g_hash_table_add (said, khatt_fold (text, -1));
}

static GHashTable *
get_said (KhattComparand *target)
{
  const KhattEventData *event = target->event;

  if (target->said != NULL)
    return target->said;
  target->said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < event->topics->len; i++)
    note_said (target->said, g_ptr_array_index (event->topics, i));
  for (guint i = 0; i < event->quotes->len; i++)
    note_said (target->said, ((KhattQuoteData *) g_ptr_array_index (event->quotes, i))->text);
  return target->said;
}

static void
copy_quote (KhattEventData *event, const KhattQuoteData *quote)
{
  KhattQuoteData *copy = khatt_event_data_add_quote (event, quote->speaker, quote->text);

  copy->article = g_strdup (quote->article);
  copy->span_first = quote->span_first;
  copy->span_after = quote->span_after;
  copy->extra = g_strdup (quote->extra);
}

static void
join_words (KhattComparand *target, const KhattEventData *report)
{
  KhattEventData *event = target->event;
  GHashTable *said = get_said (target);

  for (guint i = 0; i < report->topics->len; i++)
    {
      const char *topic = g_ptr_array_index (report->topics, i);

      if (note_said (said, topic))
        khatt_event_data_add_topic (event, topic);
    }
  for (guint i = 0; i < report->quotes->len; i++)
    {
      const KhattQuoteData *quote = g_ptr_array_index (report->quotes, i);

      if (quote->text != NULL && note_said (said, quote->text))
        copy_quote (event, quote);
    }
}

/* ---- Actors ---- */

static void
take_if_missing (char **value, const char *other)
{
  if (*value == NULL && other != NULL)
    *value = g_strdup (other);
}

static void
init_key (KhattNameKey *key, const KhattActorData *actor)
{
  khatt_name_key_init (key, actor->name, actor->country, actor->office);
}

static KhattActorData *
find_actor (const KhattEventData *event, const GArray *keys, const KhattNameKey *wanted)
{
  for (guint i = 0; i < keys->len; i++)
    {
      if (khatt_name_key_matches (&g_array_index (keys, KhattNameKey, i), wanted))
        return g_ptr_array_index (event->actors, i);
    }
  return NULL;
}

/* Who was known by office alone gets the name that another report has. */
static void
take_name (KhattActorData *actor, const KhattActorData *other, const KhattNameKey *other_key)
{
  KhattNameKey key;

  if (actor->office != NULL || !other_key->has_office)
    return;
  init_key (&key, actor);
  if (key.office != other_key->office)
    return;
  g_free (actor->name);
  actor->name = g_strdup (other->name);
}

static void
join_actor (KhattEventData *event, GArray *keys, const KhattActorData *other)
{
  KhattActorData *actor;
  KhattNameKey key;

  init_key (&key, other);
  actor = find_actor (event, keys, &key);
  if (actor == NULL && event->actors->len < KHATT_EVENT_MAX_ACTORS)
    {
      actor = khatt_event_data_add_actor (event, other->name, other->role);
      g_array_append_val (keys, key);
    }
  if (actor == NULL)
    return;
  take_name (actor, other, &key);
  take_if_missing (&actor->country, other->country);
  take_if_missing (&actor->office, other->office);
  if (actor->role == KHATT_ROLE_PARTICIPANT)
    actor->role = other->role;
}

static void
join_actors (KhattEventData *event, const KhattEventData *report)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (KhattNameKey));

  for (guint i = 0; i < event->actors->len; i++)
    {
      KhattNameKey key;

      init_key (&key, g_ptr_array_index (event->actors, i));
      g_array_append_val (keys, key);
    }
  for (guint i = 0; i < report->actors->len; i++)
    join_actor (event, keys, g_ptr_array_index (report->actors, i));
}

/* ---- Where they differ ---- */

static gboolean
is_narrower (const KhattDate *date, const KhattDate *than)
{
  return khatt_date_first (date) >= khatt_date_first (than) &&
         khatt_date_last (date) <= khatt_date_last (than) && !khatt_date_equal (date, than);
}

/* Sources that agreed with the event so far keep what it was. */
static void
keep_with_sources (KhattEventData *event, gsize offset, const char *value)
{
  for (guint i = 0; i < event->sources->len; i++)
    take_if_missing (&G_STRUCT_MEMBER (char *, g_ptr_array_index (event->sources, i), offset),
                     value);
}

static void
join_date (KhattEventData *event, KhattSourceData *source, const KhattEventData *report)
{
  g_autofree char *old = NULL;

  if (!khatt_date_is_known (&report->date) || khatt_date_equal (&event->date, &report->date))
    return;
  if (is_changed_by_hand (event) || !is_narrower (&report->date, &event->date))
    {
      if (source->date == NULL)
        source->date = dup_edtf (report);
      return;
    }
  old = dup_edtf (event);
  keep_with_sources (event, G_STRUCT_OFFSET (KhattSourceData, date), old);
  event->date = report->date;
  g_free (event->date_edtf);
  event->date_edtf = g_strdup (report->date_edtf);
  g_clear_pointer (&event->date_text, g_free);
}

static int
rank_status (KhattStatus status)
{
  static const int ranks[KHATT_N_STATUSES] = {
    [KHATT_STATUS_HAPPENED] = 4, [KHATT_STATUS_CANCELLED] = 3, [KHATT_STATUS_DENIED] = 2,
    [KHATT_STATUS_PLANNED] = 1,  [KHATT_STATUS_PROPOSED] = 0,
  };

  return ranks[status];
}

static void
join_status (KhattEventData *event, KhattSourceData *source, const KhattEventData *report)
{
  if (event->status == report->status)
    return;
  if (is_changed_by_hand (event) || rank_status (report->status) < rank_status (event->status))
    {
      take_if_missing (&source->status, khatt_status_get_name (report->status));
      return;
    }
  keep_with_sources (event, G_STRUCT_OFFSET (KhattSourceData, status),
                     khatt_status_get_name (event->status));
  event->status = report->status;
}

/* What a person has left empty stays so. */
static void
join_text (const KhattEventData *event, char **value, char **differing, const char *other)
{
  if (other == NULL)
    return;
  if (*value == NULL && !is_changed_by_hand (event))
    *value = g_strdup (other);
  else if (*value == NULL || !is_same_text (*value, other))
    take_if_missing (differing, other);
}

static void
copy_source (KhattSourceData *to, const KhattSourceData *from)
{
  to->span_first = from->span_first;
  to->span_after = from->span_after;
  to->date_first = from->date_first;
  to->date_after = from->date_after;
  to->excerpt = g_strdup (from->excerpt);
  to->attribution = g_strdup (from->attribution);
  to->rules = g_strdupv (from->rules);
  to->confidence = from->confidence;
  to->date = g_strdup (from->date);
  to->place = g_strdup (from->place);
  to->status = g_strdup (from->status);
  to->title = g_strdup (from->title);
  to->extra = g_strdup (from->extra);
}

/**
 * khatt_join_has_source: (skip)
 * @event: an event
 * @source: what another one has
 *
 * Returns: whether @event was read from the same place too
 */
gboolean
khatt_join_has_source (const KhattEventData *event, const KhattSourceData *source)
{
  for (guint i = 0; i < event->sources->len; i++)
    {
      const KhattSourceData *own = g_ptr_array_index (event->sources, i);

      if (own->span_first == source->span_first && own->span_after == source->span_after &&
          g_strcmp0 (own->article, source->article) == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * khatt_join_report: (skip)
 * @target: an event, which is changed
 * @report: another report of it, with one source at least
 *
 * Makes the report part of the event.
 */
void
khatt_join_report (KhattComparand *target, const KhattEventData *report)
{
  KhattEventData *event = target->event;

  for (guint i = 0; i < report->sources->len; i++)
    {
      const KhattSourceData *from = g_ptr_array_index (report->sources, i);
      KhattSourceData *source;

      if (khatt_join_has_source (event, from))
        continue;
      source = khatt_event_data_add_source (event, from->article);
      g_ptr_array_steal_index (event->sources, event->sources->len - 1);
      copy_source (source, from);
      join_date (event, source, report);
      join_status (event, source, report);
      join_text (event, &event->place, &source->place, report->place);
      join_text (event, &event->title, &source->title, report->title);
      g_ptr_array_add (event->sources, source);
      khatt_comparand_note_source (target, source->article);
    }
  if (!is_changed_by_hand (event))
    join_actors (event, report);
  join_words (target, report);
}

/* ---- An event of another document ---- */

static void
join_tags (KhattEventData *event, const KhattEventData *other)
{
  for (guint i = 0; i < other->tags->len; i++)
    {
      const char *tag = g_ptr_array_index (other->tags, i);

      if (!g_ptr_array_find_with_equal_func (event->tags, tag, g_str_equal, NULL))
        khatt_event_data_add_tag (event, tag);
    }
}

static void
join_notes (KhattEventData *event, const KhattEventData *other)
{
  g_autofree char *notes = event->notes;

  if (notes == NULL || other->notes == NULL)
    event->notes = g_strdup (notes != NULL ? notes : other->notes);
  else if (strstr (notes, other->notes) != NULL)
    event->notes = g_steal_pointer (&notes);
  else
    event->notes = g_strconcat (notes, "\n\n", other->notes, NULL);
}

/* The event says what the other one says, and the other way round. */
static void
exchange (KhattComparand *target, KhattEventData *other)
{
  KhattEventData old = *target->event;

  *target->event = *other;
  *other = old;
  target->event->id = g_steal_pointer (&other->id);
  g_clear_pointer (&target->said, g_hash_table_unref);
  g_clear_pointer (&target->articles, g_hash_table_unref);
}

/**
 * khatt_join_other: (skip)
 * @target: an event, which is changed
 * @other: the same event in another document
 *
 * Makes one of the two, with the sources of both. What a person changed in one of them stays; where
 * persons changed both, @target stays, and the notes and tags of both do.
 */
void
khatt_join_other (KhattComparand *target, const KhattEventData *other)
{
  g_autoptr (KhattEventData) copy = khatt_event_data_copy (other);
  KhattEventData *event = target->event;

  g_clear_pointer (&copy->id, g_free);
  if (is_changed_by_hand (copy) && !is_changed_by_hand (event))
    exchange (target, copy);
  khatt_join_report (target, copy);
  join_notes (event, copy);
  join_tags (event, copy);
  take_if_missing (&event->color, copy->color);
  take_if_missing (&event->review, copy->review);
  take_if_missing (&event->extra, copy->extra);
  if (event->importance == 0)
    event->importance = copy->importance;
}

/* ---- Taking a report out ---- */

static void
remove_other_quotes (KhattEventData *event, const char *article, gboolean is_kept)
{
  for (guint i = event->quotes->len; i-- > 0;)
    {
      const KhattQuoteData *quote = g_ptr_array_index (event->quotes, i);

      if ((g_strcmp0 (quote->article, article) == 0) != is_kept)
        g_ptr_array_remove_index (event->quotes, i);
    }
}

/* An event of one source says what its source says. */
static void
settle_single (KhattEventData *event)
{
  KhattSourceData *source = g_ptr_array_index (event->sources, 0);
  KhattDate date;
  KhattStatus status;

  if (is_changed_by_hand (event))
    return;
  if (source->date != NULL && khatt_date_parse (source->date, -1, &date, NULL))
    {
      event->date = date;
      g_free (event->date_edtf);
      event->date_edtf =
          (date.flags & KHATT_DATE_NOT_CANONICAL) != 0 ? g_steal_pointer (&source->date) : NULL;
      g_clear_pointer (&source->date, g_free);
    }
  if (source->status != NULL && khatt_status_from_name (source->status, &status))
    {
      event->status = status;
      g_clear_pointer (&source->status, g_free);
    }
  if (source->place != NULL)
    {
      g_free (event->place);
      event->place = g_steal_pointer (&source->place);
    }
  if (source->title != NULL)
    {
      g_free (event->title);
      event->title = g_steal_pointer (&source->title);
    }
}

/**
 * khatt_join_take_out: (skip)
 * @event: an event of several sources, which loses one
 * @source: which one
 *
 * Returns: (transfer full): what that source reports, as an event of its own without an id
 */
KhattEventData *
khatt_join_take_out (KhattEventData *event, guint source)
{
  KhattEventData *report = khatt_event_data_copy (event);
  g_autofree char *article =
      g_strdup (((KhattSourceData *) g_ptr_array_index (event->sources, source))->article);

  g_clear_pointer (&report->id, g_free);
  g_clear_pointer (&report->read, g_free);
  g_clear_pointer (&report->notes, g_free);
  g_clear_pointer (&report->review, g_free);
  report->origin = KHATT_ORIGIN_RULE;
  for (guint i = report->sources->len; i-- > 0;)
    {
      if (i != source)
        g_ptr_array_remove_index (report->sources, i);
    }
  g_ptr_array_remove_index (event->sources, source);
  remove_other_quotes (report, article, TRUE);
  remove_other_quotes (event, article, FALSE);
  settle_single (report);
  if (event->sources->len == 1)
    settle_single (event);
  return report;
}
