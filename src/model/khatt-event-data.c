/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* KhattEventData: a whole event as plain data, with functions to make, copy and compare one. */

#include "khatt-event-data.h"

#include <string.h>

static void
actor_free (gpointer data)
{
  KhattActorData *actor = data;

  g_free (actor->name);
  g_free (actor->country);
  g_free (actor->office);
  g_free (actor->extra);
  g_free (actor);
}

static void
quote_free (gpointer data)
{
  KhattQuoteData *quote = data;

  g_free (quote->speaker);
  g_free (quote->text);
  g_free (quote->article);
  g_free (quote->extra);
  g_free (quote);
}

static void
source_free (gpointer data)
{
  KhattSourceData *source = data;

  g_free (source->article);
  g_free (source->excerpt);
  g_free (source->attribution);
  g_strfreev (source->rules);
  g_free (source->date);
  g_free (source->place);
  g_free (source->status);
  g_free (source->title);
  g_free (source->extra);
  g_free (source);
}

static gpointer
actor_copy (gconstpointer data, gpointer unused)
{
  const KhattActorData *actor = data;
  KhattActorData *copy = g_new (KhattActorData, 1);

  *copy = *actor;
  copy->name = g_strdup (actor->name);
  copy->country = g_strdup (actor->country);
  copy->office = g_strdup (actor->office);
  copy->extra = g_strdup (actor->extra);
  return copy;
}

static gpointer
quote_copy (gconstpointer data, gpointer unused)
{
  const KhattQuoteData *quote = data;
  KhattQuoteData *copy = g_new (KhattQuoteData, 1);

  *copy = *quote;
  copy->speaker = g_strdup (quote->speaker);
  copy->text = g_strdup (quote->text);
  copy->article = g_strdup (quote->article);
  copy->extra = g_strdup (quote->extra);
  return copy;
}

static gpointer
source_copy (gconstpointer data, gpointer unused)
{
  const KhattSourceData *source = data;
  KhattSourceData *copy = g_new (KhattSourceData, 1);

  *copy = *source;
  copy->article = g_strdup (source->article);
  copy->excerpt = g_strdup (source->excerpt);
  copy->attribution = g_strdup (source->attribution);
  copy->rules = g_strdupv (source->rules);
  copy->date = g_strdup (source->date);
  copy->place = g_strdup (source->place);
  copy->status = g_strdup (source->status);
  copy->title = g_strdup (source->title);
  copy->extra = g_strdup (source->extra);
  return copy;
}

static gpointer
string_copy (gconstpointer data, gpointer unused)
{
  return g_strdup (data);
}

static gboolean
actor_equal (gconstpointer first, gconstpointer second)
{
  const KhattActorData *a = first;
  const KhattActorData *b = second;

  return a->role == b->role && g_strcmp0 (a->name, b->name) == 0 &&
         g_strcmp0 (a->country, b->country) == 0 && g_strcmp0 (a->office, b->office) == 0 &&
         g_strcmp0 (a->extra, b->extra) == 0;
}

static gboolean
quote_equal (gconstpointer first, gconstpointer second)
{
  const KhattQuoteData *a = first;
  const KhattQuoteData *b = second;

  return a->span_first == b->span_first && a->span_after == b->span_after &&
         g_strcmp0 (a->speaker, b->speaker) == 0 && g_strcmp0 (a->text, b->text) == 0 &&
         g_strcmp0 (a->article, b->article) == 0 && g_strcmp0 (a->extra, b->extra) == 0;
}

static gboolean
rules_equal (GStrv a, GStrv b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return g_strv_equal ((const char *const *) a, (const char *const *) b);
}

static gboolean
source_equal (gconstpointer first, gconstpointer second)
{
  const KhattSourceData *a = first;
  const KhattSourceData *b = second;

  return a->span_first == b->span_first && a->span_after == b->span_after &&
         a->date_first == b->date_first && a->date_after == b->date_after &&
         a->confidence == b->confidence && rules_equal (a->rules, b->rules) &&
         g_strcmp0 (a->article, b->article) == 0 && g_strcmp0 (a->excerpt, b->excerpt) == 0 &&
         g_strcmp0 (a->attribution, b->attribution) == 0 && g_strcmp0 (a->date, b->date) == 0 &&
         g_strcmp0 (a->place, b->place) == 0 && g_strcmp0 (a->status, b->status) == 0 &&
         g_strcmp0 (a->title, b->title) == 0 && g_strcmp0 (a->extra, b->extra) == 0;
}

static gboolean
arrays_equal (const GPtrArray *a, const GPtrArray *b, GEqualFunc equal)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      if (!equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
dates_equal (const KhattDate *a, const KhattDate *b)
{
  return a->start_earliest == b->start_earliest && a->start_latest == b->start_latest &&
         a->end_earliest == b->end_earliest && a->end_latest == b->end_latest &&
         a->precision == b->precision && a->flags == b->flags;
}

/**
 * khatt_event_data_new:
 *
 * Returns: (transfer full): an event of kind "other" that happened, undated, with nothing else said
 */
KhattEventData *
khatt_event_data_new (void)
{
  KhattEventData *event = g_new0 (KhattEventData, 1);

  event->kind = KHATT_KIND_OTHER;
  event->actors = g_ptr_array_new_with_free_func (actor_free);
  event->quotes = g_ptr_array_new_with_free_func (quote_free);
  event->sources = g_ptr_array_new_with_free_func (source_free);
  event->topics = g_ptr_array_new_with_free_func (g_free);
  event->tags = g_ptr_array_new_with_free_func (g_free);
  return event;
}

static void
copy_array (GPtrArray *from, GPtrArray *to, GCopyFunc copy)
{
  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add (to, copy (g_ptr_array_index (from, i), NULL));
}

/**
 * khatt_event_data_copy:
 * @event: an event
 *
 * Returns: (transfer full): a deep copy; free with khatt_event_data_free()
 */
KhattEventData *
khatt_event_data_copy (const KhattEventData *event)
{
  KhattEventData *copy = khatt_event_data_new ();

  copy->id = g_strdup (event->id);
  copy->title = g_strdup (event->title);
  copy->kind = event->kind;
  copy->status = event->status;
  copy->origin = event->origin;
  copy->date = event->date;
  copy->date_edtf = g_strdup (event->date_edtf);
  copy->date_text = g_strdup (event->date_text);
  copy->place = g_strdup (event->place);
  copy->notes = g_strdup (event->notes);
  copy->color = g_strdup (event->color);
  copy->importance = event->importance;
  copy->review = g_strdup (event->review);
  copy->read = g_strdup (event->read);
  copy->extra = g_strdup (event->extra);
  copy_array (event->actors, copy->actors, actor_copy);
  copy_array (event->quotes, copy->quotes, quote_copy);
  copy_array (event->sources, copy->sources, source_copy);
  copy_array (event->topics, copy->topics, string_copy);
  copy_array (event->tags, copy->tags, string_copy);
  return copy;
}

/**
 * khatt_event_data_free:
 * @event: (transfer full) (nullable): an event
 */
void
khatt_event_data_free (KhattEventData *event)
{
  if (event == NULL)
    return;

  g_free (event->id);
  g_free (event->title);
  g_free (event->date_edtf);
  g_free (event->date_text);
  g_free (event->place);
  g_free (event->notes);
  g_free (event->color);
  g_free (event->review);
  g_free (event->read);
  g_free (event->extra);
  g_ptr_array_unref (event->actors);
  g_ptr_array_unref (event->quotes);
  g_ptr_array_unref (event->sources);
  g_ptr_array_unref (event->topics);
  g_ptr_array_unref (event->tags);
  g_free (event);
}

/**
 * khatt_event_data_equal:
 * @a: an event
 * @b: another
 *
 * Returns: whether they say the same, ids included
 */
gboolean
khatt_event_data_equal (const KhattEventData *a, const KhattEventData *b)
{
  return a->kind == b->kind && a->status == b->status && a->origin == b->origin &&
         a->importance == b->importance && dates_equal (&a->date, &b->date) &&
         g_strcmp0 (a->id, b->id) == 0 && g_strcmp0 (a->title, b->title) == 0 &&
         g_strcmp0 (a->date_edtf, b->date_edtf) == 0 &&
         g_strcmp0 (a->date_text, b->date_text) == 0 && g_strcmp0 (a->place, b->place) == 0 &&
         g_strcmp0 (a->notes, b->notes) == 0 && g_strcmp0 (a->color, b->color) == 0 &&
         g_strcmp0 (a->review, b->review) == 0 && g_strcmp0 (a->read, b->read) == 0 &&
         g_strcmp0 (a->extra, b->extra) == 0 && arrays_equal (a->actors, b->actors, actor_equal) &&
         arrays_equal (a->quotes, b->quotes, quote_equal) &&
         arrays_equal (a->sources, b->sources, source_equal) &&
         arrays_equal (a->topics, b->topics, g_str_equal) &&
         arrays_equal (a->tags, b->tags, g_str_equal);
}

/**
 * khatt_event_data_add_actor:
 * @event: an event
 * @name: who
 * @role: as what
 *
 * Returns: (transfer none): the new last actor, for country and office
 */
KhattActorData *
khatt_event_data_add_actor (KhattEventData *event, const char *name, KhattRole role)
{
  KhattActorData *actor = g_new0 (KhattActorData, 1);

  actor->name = g_strdup (name);
  actor->role = role;
  g_ptr_array_add (event->actors, actor);
  return actor;
}

/**
 * khatt_event_data_add_quote:
 * @event: an event
 * @speaker: (nullable): who said it
 * @text: the words
 *
 * Returns: (transfer none): the new last quotation, without a span
 */
KhattQuoteData *
khatt_event_data_add_quote (KhattEventData *event, const char *speaker, const char *text)
{
  KhattQuoteData *quote = g_new0 (KhattQuoteData, 1);

  quote->speaker = g_strdup (speaker);
  quote->text = g_strdup (text);
  quote->span_first = -1;
  quote->span_after = -1;
  g_ptr_array_add (event->quotes, quote);
  return quote;
}

/**
 * khatt_event_data_add_source:
 * @event: an event
 * @article: (nullable): the id of the article
 *
 * Returns: (transfer none): the new last source, without a span
 */
KhattSourceData *
khatt_event_data_add_source (KhattEventData *event, const char *article)
{
  KhattSourceData *source = g_new0 (KhattSourceData, 1);

  source->article = g_strdup (article);
  source->span_first = -1;
  source->span_after = -1;
  source->date_first = -1;
  source->date_after = -1;
  g_ptr_array_add (event->sources, source);
  return source;
}

/**
 * khatt_event_data_add_topic:
 * @event: an event
 * @topic: what it was about
 */
void
khatt_event_data_add_topic (KhattEventData *event, const char *topic)
{
  g_ptr_array_add (event->topics, g_strdup (topic));
}

/**
 * khatt_event_data_add_tag:
 * @event: an event
 * @tag: a person's own word for it
 */
void
khatt_event_data_add_tag (KhattEventData *event, const char *tag)
{
  g_ptr_array_add (event->tags, g_strdup (tag));
}
