/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Details as they stand, without unpacking them: the strings that repeat are made another pool's,
 * affiliations and texts are looked at. */

#include "khatt-details-private.h"

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
    case KHATT_DETAILS_TAG_TOPIC:
    case KHATT_DETAILS_TAG_TAG:
      forward_pooled (at);
      break;
    case KHATT_DETAILS_TAG_PARTY:
      skip_number (at);
      break;
    case KHATT_DETAILS_TAG_QUOTE_SPAN:
    case KHATT_DETAILS_TAG_SOURCE_SPAN:
    case KHATT_DETAILS_TAG_SOURCE_DATE_SPAN:
      skip_number (at);
      skip_number (at);
      break;
    case KHATT_DETAILS_TAG_SOURCE_RULES:
      skip_number (at);
      for (guint64 n = khatt_details_take_number (&start); n > 0; n--)
        forward_pooled (at);
      break;
    case KHATT_DETAILS_TAG_SOURCE_CONFIDENCE:
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

  while ((tag = *details++) != KHATT_DETAILS_TAG_END)
    {
      const guint8 *start = details;
      gsize length;

      if (tag < KHATT_DETAILS_TAG_STRINGS)
        forward_plain (tag, &details);
      else if (khatt_details_strings[tag - KHATT_DETAILS_TAG_STRINGS].payload ==
               KHATT_DETAILS_PAYLOAD_POOLED)
        forward_pooled (&details);
      else
        {
          length = khatt_details_take_number (&start);
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

  if (at == NULL || *at != KHATT_DETAILS_TAG_PARTY)
    return FALSE;

  at++;
  *affiliation = (KhattAffiliation){ .party = (guint) khatt_details_take_number (&at) };
  while (*at >= KHATT_DETAILS_TAG_STRINGS &&
         khatt_details_strings[*at - KHATT_DETAILS_TAG_STRINGS].scope == KHATT_DETAILS_SCOPE_PARTY)
    {
      const KhattDetailsString *string_tag =
          &khatt_details_strings[*at++ - KHATT_DETAILS_TAG_STRINGS];

      if (string_tag->payload == KHATT_DETAILS_PAYLOAD_INLINE)
        {
          gsize length = khatt_details_take_number (&at);

          at += length;
        }
      else if (string_tag->offset == G_STRUCT_OFFSET (KhattActorData, country))
        affiliation->country = khatt_details_take_pooled (&at);
      else
        affiliation->office = khatt_details_take_pooled (&at);
    }
  *details = at;
  return TRUE;
}

/* What is told of texts, and as what. */
static const struct
{
  KhattDetailsScope scope;
  gsize offset;
  KhattDetailsPart part;
} told[] = {
  { KHATT_DETAILS_SCOPE_EVENT, G_STRUCT_OFFSET (KhattEventData, notes), KHATT_DETAILS_PLAIN },
  { KHATT_DETAILS_SCOPE_PARTY, G_STRUCT_OFFSET (KhattActorData, country), KHATT_DETAILS_COUNTRY },
  { KHATT_DETAILS_SCOPE_PARTY, G_STRUCT_OFFSET (KhattActorData, office), KHATT_DETAILS_OFFICE },
  { KHATT_DETAILS_SCOPE_QUOTE, G_STRUCT_OFFSET (KhattQuoteData, speaker), KHATT_DETAILS_PLAIN },
  { KHATT_DETAILS_SCOPE_QUOTE, G_STRUCT_OFFSET (KhattQuoteData, text), KHATT_DETAILS_PLAIN },
  { KHATT_DETAILS_SCOPE_SOURCE, G_STRUCT_OFFSET (KhattSourceData, article), KHATT_DETAILS_ARTICLE },
  { KHATT_DETAILS_SCOPE_SOURCE, G_STRUCT_OFFSET (KhattSourceData, excerpt), KHATT_DETAILS_PLAIN },
  { KHATT_DETAILS_SCOPE_SOURCE, G_STRUCT_OFFSET (KhattSourceData, attribution),
    KHATT_DETAILS_PLAIN },
  { KHATT_DETAILS_SCOPE_SOURCE, G_STRUCT_OFFSET (KhattSourceData, place), KHATT_DETAILS_PLAIN },
  { KHATT_DETAILS_SCOPE_SOURCE, G_STRUCT_OFFSET (KhattSourceData, title), KHATT_DETAILS_PLAIN },
};

static gboolean
is_told (const KhattDetailsString *tag, KhattDetailsPart *part)
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
    case KHATT_DETAILS_TAG_PARTY:
      khatt_details_take_number (at);
      break;
    case KHATT_DETAILS_TAG_QUOTE_SPAN:
    case KHATT_DETAILS_TAG_SOURCE_SPAN:
    case KHATT_DETAILS_TAG_SOURCE_DATE_SPAN:
      khatt_details_take_number (at);
      khatt_details_take_number (at);
      break;
    case KHATT_DETAILS_TAG_SOURCE_RULES:
      n = khatt_details_take_number (at);
      *at += n * sizeof (gpointer);
      break;
    case KHATT_DETAILS_TAG_SOURCE_CONFIDENCE:
      *at += sizeof (double);
      break;
    default:
      break;
    }
}

static KhattDetailsText
take_view (const guint8 **at, KhattDetailsPayload payload)
{
  KhattDetailsText view = { .is_pooled = payload == KHATT_DETAILS_PAYLOAD_POOLED };

  if (view.is_pooled)
    {
      view.text = khatt_details_take_pooled (at);
      view.length = strlen (view.text);
      return view;
    }
  view.length = khatt_details_take_number (at);
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

  while ((tag = *details++) != KHATT_DETAILS_TAG_END)
    {
      const KhattDetailsString *string_tag =
          tag >= KHATT_DETAILS_TAG_STRINGS ? &khatt_details_strings[tag - KHATT_DETAILS_TAG_STRINGS]
                                           : NULL;
      KhattDetailsPart part =
          tag == KHATT_DETAILS_TAG_TAG ? KHATT_DETAILS_TAG : KHATT_DETAILS_TOPIC;
      KhattDetailsText view;

      if (string_tag == NULL && tag != KHATT_DETAILS_TAG_TOPIC && tag != KHATT_DETAILS_TAG_TAG)
        {
          skip_plain (tag, &details);
          continue;
        }
      view = take_view (&details,
                        string_tag != NULL ? string_tag->payload : KHATT_DETAILS_PAYLOAD_POOLED);
      if (string_tag != NULL && !is_told (string_tag, &part))
        continue;
      view.part = part;
      take (&view, data);
    }
}
