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

#include "khatt-details.h"

#include <string.h>

typedef enum
{
  SCOPE_EVENT,
  SCOPE_PARTY,
  SCOPE_QUOTE,
  SCOPE_SOURCE,
} Scope;

typedef enum
{
  PAYLOAD_POOLED, /* a pointer */
  PAYLOAD_INLINE, /* a length and bytes */
} Payload;

/* Tags of strings: TAG (scope, member, payload). */
#define STRING_TAGS(TAG)                                                                           \
  TAG (EVENT, KhattEventData, date_edtf, POOLED)                                                   \
  TAG (EVENT, KhattEventData, date_text, INLINE)                                                   \
  TAG (EVENT, KhattEventData, notes, INLINE)                                                       \
  TAG (EVENT, KhattEventData, color, POOLED)                                                       \
  TAG (EVENT, KhattEventData, review, INLINE)                                                      \
  TAG (EVENT, KhattEventData, read, INLINE)                                                        \
  TAG (EVENT, KhattEventData, extra, INLINE)                                                       \
  TAG (PARTY, KhattActorData, country, POOLED)                                                     \
  TAG (PARTY, KhattActorData, office, POOLED)                                                      \
  TAG (PARTY, KhattActorData, extra, INLINE)                                                       \
  TAG (QUOTE, KhattQuoteData, speaker, POOLED)                                                     \
  TAG (QUOTE, KhattQuoteData, text, INLINE)                                                        \
  TAG (QUOTE, KhattQuoteData, article, POOLED)                                                     \
  TAG (QUOTE, KhattQuoteData, extra, INLINE)                                                       \
  TAG (SOURCE, KhattSourceData, article, POOLED)                                                   \
  TAG (SOURCE, KhattSourceData, excerpt, INLINE)                                                   \
  TAG (SOURCE, KhattSourceData, attribution, POOLED)                                               \
  TAG (SOURCE, KhattSourceData, date, POOLED)                                                      \
  TAG (SOURCE, KhattSourceData, place, POOLED)                                                     \
  TAG (SOURCE, KhattSourceData, status, POOLED)                                                    \
  TAG (SOURCE, KhattSourceData, title, INLINE)                                                     \
  TAG (SOURCE, KhattSourceData, extra, INLINE)

enum
{
  TAG_END,
  TAG_ORIGIN_PERSON,
  TAG_TOPIC,
  TAG_TAG,
  TAG_PARTY,
  TAG_QUOTE,
  TAG_QUOTE_SPAN,
  TAG_SOURCE,
  TAG_SOURCE_SPAN,
  TAG_SOURCE_DATE_SPAN,
  TAG_SOURCE_RULES, /* how many, then so many pointers */
  TAG_SOURCE_CONFIDENCE,
  FIRST_STRING_TAG,
};

typedef struct
{
  Scope scope;
  gsize offset;
  Payload payload;
} StringTag;

#define STRING_TAG(scope, type, member, payload)                                                   \
  { SCOPE_##scope, G_STRUCT_OFFSET (type, member), PAYLOAD_##payload },

static const StringTag string_tags[] = { STRING_TAGS (STRING_TAG) };

G_STATIC_ASSERT (FIRST_STRING_TAG + G_N_ELEMENTS (string_tags) <= G_MAXUINT8);

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
put_strings (GByteArray *bytes, Scope scope, gconstpointer target, KhattPool *pool)
{
  for (guint i = 0; i < G_N_ELEMENTS (string_tags); i++)
    {
      const char *string;

      if (string_tags[i].scope != scope)
        continue;
      string = get_member (target, string_tags[i].offset);
      if (string == NULL)
        continue;
      if (string_tags[i].payload == PAYLOAD_POOLED)
        {
          put_pooled (bytes, FIRST_STRING_TAG + i, pool, string);
          continue;
        }
      put_tag (bytes, FIRST_STRING_TAG + i);
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
      put_tag (bytes, TAG_PARTY);
      put_number (bytes, i);
      put_strings (bytes, SCOPE_PARTY, actor, pool);
    }
}

static void
put_quotes (GByteArray *bytes, const GPtrArray *quotes, KhattPool *pool)
{
  for (guint i = 0; i < quotes->len; i++)
    {
      const KhattQuoteData *quote = g_ptr_array_index (quotes, i);

      put_tag (bytes, TAG_QUOTE);
      put_span (bytes, TAG_QUOTE_SPAN, quote->span_first, quote->span_after);
      put_strings (bytes, SCOPE_QUOTE, quote, pool);
    }
}

static void
put_rules (GByteArray *bytes, GStrv rules, KhattPool *pool)
{
  if (rules == NULL)
    return;
  put_tag (bytes, TAG_SOURCE_RULES);
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
  put_tag (bytes, TAG_SOURCE);
  put_span (bytes, TAG_SOURCE_SPAN, source->span_first, source->span_after);
  put_span (bytes, TAG_SOURCE_DATE_SPAN, source->date_first, source->date_after);
  put_strings (bytes, SCOPE_SOURCE, source, pool);
  put_rules (bytes, source->rules, pool);
  if (source->confidence != 0)
    {
      put_tag (bytes, TAG_SOURCE_CONFIDENCE);
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
    put_tag (scratch, TAG_ORIGIN_PERSON);
  put_strings (scratch, SCOPE_EVENT, event, pool);
  for (guint i = 0; i < event->topics->len; i++)
    put_pooled (scratch, TAG_TOPIC, pool, g_ptr_array_index (event->topics, i));
  for (guint i = 0; i < event->tags->len; i++)
    put_pooled (scratch, TAG_TAG, pool, g_ptr_array_index (event->tags, i));
  put_quotes (scratch, event->quotes, pool);
  for (guint i = 0; i < event->sources->len; i++)
    put_source (scratch, g_ptr_array_index (event->sources, i), pool);
  if (scratch->len == 0)
    return NULL;

  put_tag (scratch, TAG_END);
  details = khatt_arena_alloc (arena, scratch->len, 1);
  memcpy (details, scratch->data, scratch->len);
  return details;
}

/* ---- Unpacking ---- */

static guint64
take_number (const guint8 **at)
{
  guint64 number = 0;

  for (guint shift = 0;; shift += 7)
    {
      guint8 byte = *(*at)++;

      number |= (guint64) (byte & 0x7F) << shift;
      if ((byte & 0x80) == 0)
        return number;
    }
}

static const char *
take_pooled (const guint8 **at)
{
  const char *string;

  memcpy (&string, *at, sizeof string);
  *at += sizeof string;
  return string;
}

static char *
take_string (const guint8 **at, Payload payload)
{
  gsize length;
  char *string;

  if (payload == PAYLOAD_POOLED)
    return g_strdup (take_pooled (at));

  length = take_number (at);
  string = g_strndup ((const char *) *at, length);
  *at += length;
  return string;
}

static void
take_span (const guint8 **at, gssize *first, gssize *after)
{
  *first = (gssize) take_number (at);
  *after = *first + (gssize) take_number (at);
}

static GStrv
take_rules (const guint8 **at)
{
  gsize n = take_number (at);
  char **rules = g_new0 (char *, n + 1);

  for (gsize i = 0; i < n; i++)
    rules[i] = g_strdup (take_pooled (at));
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
get_target (const Targets *targets, Scope scope)
{
  switch (scope)
    {
    case SCOPE_PARTY:
      return targets->party;
    case SCOPE_QUOTE:
      return targets->quote;
    case SCOPE_SOURCE:
      return targets->source;
    case SCOPE_EVENT:
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
    case TAG_ORIGIN_PERSON:
      event->origin = KHATT_ORIGIN_PERSON;
      break;
    case TAG_TOPIC:
      g_ptr_array_add (event->topics, g_strdup (take_pooled (at)));
      break;
    case TAG_TAG:
      g_ptr_array_add (event->tags, g_strdup (take_pooled (at)));
      break;
    case TAG_PARTY:
      targets->party = g_ptr_array_index (event->actors, take_number (at));
      break;
    case TAG_QUOTE:
      targets->quote = khatt_event_data_add_quote (event, NULL, NULL);
      break;
    case TAG_QUOTE_SPAN:
      take_span (at, &targets->quote->span_first, &targets->quote->span_after);
      break;
    case TAG_SOURCE:
      targets->source = khatt_event_data_add_source (event, NULL);
      break;
    case TAG_SOURCE_SPAN:
      take_span (at, &targets->source->span_first, &targets->source->span_after);
      break;
    case TAG_SOURCE_DATE_SPAN:
      take_span (at, &targets->source->date_first, &targets->source->date_after);
      break;
    case TAG_SOURCE_RULES:
      targets->source->rules = take_rules (at);
      break;
    case TAG_SOURCE_CONFIDENCE:
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

  while ((tag = *details++) != TAG_END)
    {
      const StringTag *string_tag;

      if (tag < FIRST_STRING_TAG)
        {
          take_plain (tag, &details, &targets);
          continue;
        }
      string_tag = &string_tags[tag - FIRST_STRING_TAG];
      G_STRUCT_MEMBER (char *, get_target (&targets, string_tag->scope), string_tag->offset) =
          take_string (&details, string_tag->payload);
    }
}

/* ---- Taking over ---- */

static void
skip_number (guint8 **at)
{
  while ((*(*at)++ & 0x80) != 0)
    ;
}

static void
forward_pooled (guint8 **at)
{
  const char *string;

  memcpy (&string, *at, sizeof string);
  string = khatt_pool_get_forwarded (string);
  memcpy (*at, &string, sizeof string);
  *at += sizeof string;
}

static void
forward_plain (guint tag, guint8 **at)
{
  const guint8 *start = *at;

  switch (tag)
    {
    case TAG_TOPIC:
    case TAG_TAG:
      forward_pooled (at);
      break;
    case TAG_PARTY:
      skip_number (at);
      break;
    case TAG_QUOTE_SPAN:
    case TAG_SOURCE_SPAN:
    case TAG_SOURCE_DATE_SPAN:
      skip_number (at);
      skip_number (at);
      break;
    case TAG_SOURCE_RULES:
      skip_number (at);
      for (guint64 n = take_number (&start); n > 0; n--)
        forward_pooled (at);
      break;
    case TAG_SOURCE_CONFIDENCE:
      *at += sizeof (double);
      break;
    default:
      break;
    }
}

/**
 * khatt_details_forward:
 * @details: (nullable): what khatt_details_pack() gave, with a pool that was forwarded since
 *
 * Makes the strings that repeat those of the other pool, in place.
 */
void
khatt_details_forward (guint8 *details)
{
  guint tag;

  if (details == NULL)
    return;

  while ((tag = *details++) != TAG_END)
    {
      const guint8 *start = details;
      gsize length;

      if (tag < FIRST_STRING_TAG)
        forward_plain (tag, &details);
      else if (string_tags[tag - FIRST_STRING_TAG].payload == PAYLOAD_POOLED)
        forward_pooled (&details);
      else
        {
          length = take_number (&start);
          details += (start - details) + (gssize) length;
        }
    }
}

/**
 * khatt_details_next_affiliation:
 * @details: (inout): packed bytes, moved on behind what was taken
 * @affiliation: (out caller-allocates): the country and office said of one actor; the strings are
 * pooled
 *
 * Returns: whether there was one more
 */
gboolean
khatt_details_next_affiliation (const guint8 **details, KhattAffiliation *affiliation)
{
  const guint8 *at = *details;

  if (at == NULL || *at != TAG_PARTY)
    return FALSE;

  at++;
  *affiliation = (KhattAffiliation){ .party = (guint) take_number (&at) };
  while (*at >= FIRST_STRING_TAG && string_tags[*at - FIRST_STRING_TAG].scope == SCOPE_PARTY)
    {
      const StringTag *string_tag = &string_tags[*at++ - FIRST_STRING_TAG];

      if (string_tag->payload == PAYLOAD_INLINE)
        {
          gsize length = take_number (&at);

          at += length;
        }
      else if (string_tag->offset == G_STRUCT_OFFSET (KhattActorData, country))
        affiliation->country = take_pooled (&at);
      else
        affiliation->office = take_pooled (&at);
    }
  *details = at;
  return TRUE;
}

/* ---- Looking in ---- */

/* What is told of texts, and as what. */
static const struct
{
  Scope scope;
  gsize offset;
  KhattDetailsPart part;
} told[] = {
  { SCOPE_EVENT, G_STRUCT_OFFSET (KhattEventData, notes), KHATT_DETAILS_PLAIN },
  { SCOPE_PARTY, G_STRUCT_OFFSET (KhattActorData, country), KHATT_DETAILS_COUNTRY },
  { SCOPE_PARTY, G_STRUCT_OFFSET (KhattActorData, office), KHATT_DETAILS_OFFICE },
  { SCOPE_QUOTE, G_STRUCT_OFFSET (KhattQuoteData, speaker), KHATT_DETAILS_PLAIN },
  { SCOPE_QUOTE, G_STRUCT_OFFSET (KhattQuoteData, text), KHATT_DETAILS_PLAIN },
  { SCOPE_SOURCE, G_STRUCT_OFFSET (KhattSourceData, article), KHATT_DETAILS_ARTICLE },
  { SCOPE_SOURCE, G_STRUCT_OFFSET (KhattSourceData, excerpt), KHATT_DETAILS_PLAIN },
  { SCOPE_SOURCE, G_STRUCT_OFFSET (KhattSourceData, attribution), KHATT_DETAILS_PLAIN },
  { SCOPE_SOURCE, G_STRUCT_OFFSET (KhattSourceData, place), KHATT_DETAILS_PLAIN },
  { SCOPE_SOURCE, G_STRUCT_OFFSET (KhattSourceData, title), KHATT_DETAILS_PLAIN },
};

static gboolean
is_told (const StringTag *tag, KhattDetailsPart *part)
{
  for (gsize i = 0; i < G_N_ELEMENTS (told); i++)
    {
      if (told[i].scope != tag->scope || told[i].offset != tag->offset)
        continue;
      *part = told[i].part;
      return TRUE;
    }
  return FALSE;
}

static void
skip_plain (guint tag, const guint8 **at)
{
  guint64 n;

  switch (tag)
    {
    case TAG_PARTY:
      take_number (at);
      break;
    case TAG_QUOTE_SPAN:
    case TAG_SOURCE_SPAN:
    case TAG_SOURCE_DATE_SPAN:
      take_number (at);
      take_number (at);
      break;
    case TAG_SOURCE_RULES:
      n = take_number (at);
      *at += n * sizeof (gpointer);
      break;
    case TAG_SOURCE_CONFIDENCE:
      *at += sizeof (double);
      break;
    default:
      break;
    }
}

static KhattDetailsText
take_view (const guint8 **at, Payload payload)
{
  KhattDetailsText view = { .is_pooled = payload == PAYLOAD_POOLED };

  if (view.is_pooled)
    {
      view.text = take_pooled (at);
      view.length = strlen (view.text);
      return view;
    }
  view.length = take_number (at);
  view.text = (const char *) *at;
  *at += view.length;
  return view;
}

/**
 * khatt_details_foreach_text:
 * @details: (nullable): what khatt_details_pack() gave
 * @take: (scope call): called for each text that people read (topics, tags, notes, offices,
 * quotations and their speakers, what sources say), and for the codes of countries and the ids of
 * articles
 * @data: for @take
 *
 * Goes through texts without unpacking them.
 */
void
khatt_details_foreach_text (const guint8 *details, KhattDetailsTextFunc take, gpointer data)
{
  guint tag;

  if (details == NULL)
    return;

  while ((tag = *details++) != TAG_END)
    {
      const StringTag *string_tag =
          tag >= FIRST_STRING_TAG ? &string_tags[tag - FIRST_STRING_TAG] : NULL;
      KhattDetailsPart part = tag == TAG_TAG ? KHATT_DETAILS_TAG : KHATT_DETAILS_TOPIC;
      KhattDetailsText view;

      if (string_tag == NULL && tag != TAG_TOPIC && tag != TAG_TAG)
        {
          skip_plain (tag, &details);
          continue;
        }
      view = take_view (&details, string_tag != NULL ? string_tag->payload : PAYLOAD_POOLED);
      if (string_tag != NULL && !is_told (string_tag, &part))
        continue;
      view.part = part;
      take (&view, data);
    }
}
