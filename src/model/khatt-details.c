/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Details: quotations, sources, notes, tags ... of an event as one run of bytes,
 *
 *     tag payload  tag payload  ...  END
 *
 * Only what is said takes room. Strings that repeat between events are pointers into the pool,
 * others stand in the run itself. A table says for each tag what its payload is and which member it
 * fills; PARTY, QUOTE and SOURCE say what the members behind them belong to. */

#include "khatt-details-private.h"

#include <string.h>

#define STRING_TAG(scope, type, member, payload)                                                   \
  { KHATT_DETAILS_SCOPE_##scope, G_STRUCT_OFFSET (type, member), KHATT_DETAILS_PAYLOAD_##payload },

const KhattDetailsString khatt_details_strings[] = { KHATT_DETAILS_STRINGS (STRING_TAG) };

G_STATIC_ASSERT (KHATT_DETAILS_TAG_STRINGS + G_N_ELEMENTS (khatt_details_strings) <= G_MAXUINT8);

static const char *
get_member (gconstpointer target, gsize offset)
{
  return G_STRUCT_MEMBER (const char *, target, offset);
}

/* ---- Packing ---- */

static void
put_tag (GByteArray *bytes, guint tag)
{
  guint8 byte = (guint8) tag;

  g_byte_array_append (bytes, &byte, 1);
}

/* Seven bits a byte, the lowest first, the highest bit where more follow (LEB128). */
static void
put_number (GByteArray *bytes, guint64 number)
{
  guint8 buffer[10];
  guint n = 0;

  do
    {
      buffer[n] = (guint8) (number & 0x7F);
      number >>= 7;
      if (number != 0)
        buffer[n] |= 0x80;
      n++;
    }
  while (number != 0);
  g_byte_array_append (bytes, buffer, n);
}

static void
put_pooled (GByteArray *bytes, guint tag, KhattPool *pool, const char *string)
{
  const char *pooled = khatt_pool_add (pool, string);

  put_tag (bytes, tag);
  g_byte_array_append (bytes, (const guint8 *) &pooled, sizeof pooled);
}

static void
put_span (GByteArray *bytes, guint tag, gssize first, gssize after)
{
  if (first < 0 || after < first)
    return;
  put_tag (bytes, tag);
  put_number (bytes, (guint64) first);
  put_number (bytes, (guint64) (after - first));
}

static void
put_strings (GByteArray *bytes, KhattDetailsScope scope, gconstpointer target, KhattPool *pool)
{
  for (guint i = 0; i < G_N_ELEMENTS (khatt_details_strings); i++)
    {
      const char *string;

      if (khatt_details_strings[i].scope != scope)
        continue;
      string = get_member (target, khatt_details_strings[i].offset);
      if (string == NULL)
        continue;
      if (khatt_details_strings[i].payload == KHATT_DETAILS_PAYLOAD_POOLED)
        {
          put_pooled (bytes, KHATT_DETAILS_TAG_STRINGS + i, pool, string);
          continue;
        }
      put_tag (bytes, KHATT_DETAILS_TAG_STRINGS + i);
      put_number (bytes, strlen (string));
      g_byte_array_append (bytes, (const guint8 *) string, (guint) strlen (string));
    }
}

static void
put_parties (GByteArray *bytes, const GPtrArray *actors, KhattPool *pool)
{
  for (guint i = 0; i < actors->len; i++)
    {
      const KhattActorData *actor = g_ptr_array_index (actors, i);

      if (actor->country == NULL && actor->office == NULL && actor->extra == NULL)
        continue;
      put_tag (bytes, KHATT_DETAILS_TAG_PARTY);
      put_number (bytes, i);
      put_strings (bytes, KHATT_DETAILS_SCOPE_PARTY, actor, pool);
    }
}

static void
put_quotes (GByteArray *bytes, const GPtrArray *quotes, KhattPool *pool)
{
  for (guint i = 0; i < quotes->len; i++)
    {
      const KhattQuoteData *quote = g_ptr_array_index (quotes, i);

      put_tag (bytes, KHATT_DETAILS_TAG_QUOTE);
      put_span (bytes, KHATT_DETAILS_TAG_QUOTE_SPAN, quote->span_first, quote->span_after);
      put_strings (bytes, KHATT_DETAILS_SCOPE_QUOTE, quote, pool);
    }
}

static void
put_rules (GByteArray *bytes, GStrv rules, KhattPool *pool)
{
  if (rules == NULL)
    return;
  put_tag (bytes, KHATT_DETAILS_TAG_SOURCE_RULES);
  put_number (bytes, g_strv_length (rules));
  for (guint i = 0; rules[i] != NULL; i++)
    {
      const char *rule = khatt_pool_add (pool, rules[i]);

      g_byte_array_append (bytes, (const guint8 *) &rule, sizeof rule);
    }
}

static void
put_source (GByteArray *bytes, const KhattSourceData *source, KhattPool *pool)
{
  put_tag (bytes, KHATT_DETAILS_TAG_SOURCE);
  put_span (bytes, KHATT_DETAILS_TAG_SOURCE_SPAN, source->span_first, source->span_after);
  put_span (bytes, KHATT_DETAILS_TAG_SOURCE_DATE_SPAN, source->date_first, source->date_after);
  put_strings (bytes, KHATT_DETAILS_SCOPE_SOURCE, source, pool);
  put_rules (bytes, source->rules, pool);
  if (source->confidence != 0)
    {
      put_tag (bytes, KHATT_DETAILS_TAG_SOURCE_CONFIDENCE);
      g_byte_array_append (bytes, (const guint8 *) &source->confidence, sizeof source->confidence);
    }
}

/**
 * khatt_details_pack:
 * @event: an event
 * @pool: for the strings that repeat
 * @arena: where the bytes go
 * @scratch: overwritten; the same one again and again saves allocations
 *
 * Returns: (transfer none) (nullable): the packed bytes, good while @arena is; %NULL where there is
 * nothing that a record does not hold
 */
const guint8 *
khatt_details_pack (const KhattEventData *event,
                    KhattPool *pool,
                    KhattArena *arena,
                    GByteArray *scratch)
{
  guint8 *details;

  g_byte_array_set_size (scratch, 0);
  put_parties (scratch, event->actors, pool); /* first: see khatt_details_next_affiliation() */
  if (event->origin == KHATT_ORIGIN_PERSON)
    put_tag (scratch, KHATT_DETAILS_TAG_ORIGIN_PERSON);
  put_strings (scratch, KHATT_DETAILS_SCOPE_EVENT, event, pool);
  for (guint i = 0; i < event->topics->len; i++)
    put_pooled (scratch, KHATT_DETAILS_TAG_TOPIC, pool, g_ptr_array_index (event->topics, i));
  for (guint i = 0; i < event->tags->len; i++)
    put_pooled (scratch, KHATT_DETAILS_TAG_TAG, pool, g_ptr_array_index (event->tags, i));
  put_quotes (scratch, event->quotes, pool);
  for (guint i = 0; i < event->sources->len; i++)
    put_source (scratch, g_ptr_array_index (event->sources, i), pool);
  if (scratch->len == 0)
    return NULL;

  put_tag (scratch, KHATT_DETAILS_TAG_END);
  details = khatt_arena_alloc (arena, scratch->len, 1);
  memcpy (details, scratch->data, scratch->len);
  return details;
}

/* ---- Unpacking ---- */

static char *
take_string (const guint8 **at, KhattDetailsPayload payload)
{
  gsize length;
  char *string;

  if (payload == KHATT_DETAILS_PAYLOAD_POOLED)
    return g_strdup (khatt_details_take_pooled (at));

  length = khatt_details_take_number (at);
  string = g_strndup ((const char *) *at, length);
  *at += length;
  return string;
}

static void
take_span (const guint8 **at, gssize *first, gssize *after)
{
  *first = (gssize) khatt_details_take_number (at);
  *after = *first + (gssize) khatt_details_take_number (at);
}

static GStrv
take_rules (const guint8 **at)
{
  gsize n = khatt_details_take_number (at);
  char **rules = g_new0 (char *, n + 1);

  for (gsize i = 0; i < n; i++)
    rules[i] = g_strdup (khatt_details_take_pooled (at));
  return rules;
}

/* What the tags that follow belong to. */
typedef struct
{
  KhattEventData *event;
  KhattActorData *party;
  KhattQuoteData *quote;
  KhattSourceData *source;
} Targets;

static gpointer
get_target (const Targets *targets, KhattDetailsScope scope)
{
  switch (scope)
    {
    case KHATT_DETAILS_SCOPE_PARTY:
      return targets->party;
    case KHATT_DETAILS_SCOPE_QUOTE:
      return targets->quote;
    case KHATT_DETAILS_SCOPE_SOURCE:
      return targets->source;
    case KHATT_DETAILS_SCOPE_EVENT:
    default:
      return targets->event;
    }
}

static void
take_plain (guint tag, const guint8 **at, Targets *targets)
{
  KhattEventData *event = targets->event;

  switch (tag)
    {
    case KHATT_DETAILS_TAG_ORIGIN_PERSON:
      event->origin = KHATT_ORIGIN_PERSON;
      break;
    case KHATT_DETAILS_TAG_TOPIC:
      g_ptr_array_add (event->topics, g_strdup (khatt_details_take_pooled (at)));
      break;
    case KHATT_DETAILS_TAG_TAG:
      g_ptr_array_add (event->tags, g_strdup (khatt_details_take_pooled (at)));
      break;
    case KHATT_DETAILS_TAG_PARTY:
      targets->party = g_ptr_array_index (event->actors, khatt_details_take_number (at));
      break;
    case KHATT_DETAILS_TAG_QUOTE:
      targets->quote = khatt_event_data_add_quote (event, NULL, NULL);
      break;
    case KHATT_DETAILS_TAG_QUOTE_SPAN:
      take_span (at, &targets->quote->span_first, &targets->quote->span_after);
      break;
    case KHATT_DETAILS_TAG_SOURCE:
      targets->source = khatt_event_data_add_source (event, NULL);
      break;
    case KHATT_DETAILS_TAG_SOURCE_SPAN:
      take_span (at, &targets->source->span_first, &targets->source->span_after);
      break;
    case KHATT_DETAILS_TAG_SOURCE_DATE_SPAN:
      take_span (at, &targets->source->date_first, &targets->source->date_after);
      break;
    case KHATT_DETAILS_TAG_SOURCE_RULES:
      targets->source->rules = take_rules (at);
      break;
    case KHATT_DETAILS_TAG_SOURCE_CONFIDENCE:
      memcpy (&targets->source->confidence, *at, sizeof (double));
      *at += sizeof (double);
      break;
    default:
      g_assert_not_reached ();
    }
}

/**
 * khatt_details_unpack:
 * @details: (nullable): what khatt_details_pack() gave
 * @event: an event that has the actors already; the rest is added
 */
void
khatt_details_unpack (const guint8 *details, KhattEventData *event)
{
  Targets targets = { .event = event };
  guint tag;

  if (details == NULL)
    return;

  while ((tag = *details++) != KHATT_DETAILS_TAG_END)
    {
      const KhattDetailsString *string_tag;

      if (tag < KHATT_DETAILS_TAG_STRINGS)
        {
          take_plain (tag, &details, &targets);
          continue;
        }
      string_tag = &khatt_details_strings[tag - KHATT_DETAILS_TAG_STRINGS];
      G_STRUCT_MEMBER (char *, get_target (&targets, string_tag->scope), string_tag->offset) =
          take_string (&details, string_tag->payload);
    }
}
