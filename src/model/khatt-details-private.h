/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* What the bytes of khatt-details.c consist of. */

#include "khatt-details.h"

#include <string.h>

G_BEGIN_DECLS

typedef enum
{
  KHATT_DETAILS_SCOPE_EVENT,
  KHATT_DETAILS_SCOPE_PARTY,
  KHATT_DETAILS_SCOPE_QUOTE,
  KHATT_DETAILS_SCOPE_SOURCE,
} KhattDetailsScope;

typedef enum
{
  KHATT_DETAILS_PAYLOAD_POOLED, /* a pointer */
  KHATT_DETAILS_PAYLOAD_INLINE, /* a length and bytes */
} KhattDetailsPayload;

/* Tags of strings: TAG (scope, member, payload). */
#define KHATT_DETAILS_STRINGS(TAG)                                                                 \
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
  KHATT_DETAILS_TAG_END,
  KHATT_DETAILS_TAG_ORIGIN_PERSON,
  KHATT_DETAILS_TAG_TOPIC,
  KHATT_DETAILS_TAG_TAG,
  KHATT_DETAILS_TAG_PARTY,
  KHATT_DETAILS_TAG_QUOTE,
  KHATT_DETAILS_TAG_QUOTE_SPAN,
  KHATT_DETAILS_TAG_SOURCE,
  KHATT_DETAILS_TAG_SOURCE_SPAN,
  KHATT_DETAILS_TAG_SOURCE_DATE_SPAN,
  KHATT_DETAILS_TAG_SOURCE_RULES, /* how many, then so many pointers */
  KHATT_DETAILS_TAG_SOURCE_CONFIDENCE,
  KHATT_DETAILS_TAG_STRINGS,
};

typedef struct
{
  KhattDetailsScope scope;
  gsize offset;
  KhattDetailsPayload payload;
} KhattDetailsString;

/* For the tags from KHATT_DETAILS_TAG_STRINGS on. */
extern const KhattDetailsString khatt_details_strings[];

static inline guint64
khatt_details_take_number (const guint8 **at)
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

static inline const char *
khatt_details_take_pooled (const guint8 **at)
{
  const char *string;

  memcpy (&string, *at, sizeof string);
  *at += sizeof string;
  return string;
}

G_END_DECLS
