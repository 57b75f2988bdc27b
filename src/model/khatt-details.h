/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-event-data.h"
#include "khatt-pool.h"

G_BEGIN_DECLS

/* The rare parts of an event, packed into one run of bytes: what a record has no field for. */
const guint8 *khatt_details_pack (const KhattEventData *event,
                                  KhattPool *pool,
                                  KhattArena *arena,
                                  GByteArray *scratch);
void khatt_details_unpack (const guint8 *details, KhattEventData *event);
void khatt_details_forward (guint8 *details);

/* The affiliations that `details` begins with, one after another. */
typedef struct
{
  guint party; /* which actor of the event */
  const char *country;
  const char *office;
} KhattAffiliation;

gboolean khatt_details_next_affiliation (const guint8 **details, KhattAffiliation *affiliation);

typedef enum
{
  KHATT_DETAILS_PLAIN, /* any text that people read */
  KHATT_DETAILS_TAG,   /* these three are such texts too */
  KHATT_DETAILS_TOPIC,
  KHATT_DETAILS_OFFICE,
  KHATT_DETAILS_COUNTRY, /* a code of an actor's country */
  KHATT_DETAILS_ARTICLE, /* the id of the article of a source */
} KhattDetailsPart;

/* One of the texts of an event. */
typedef struct
{
  KhattDetailsPart part;
  const char *text;
  gsize length;       /* bytes; no zero byte follows where it is not pooled */
  gboolean is_pooled; /* the same text has the same pointer */
} KhattDetailsText;

typedef void (*KhattDetailsTextFunc) (const KhattDetailsText *text, gpointer data);

void khatt_details_foreach_text (const guint8 *details, KhattDetailsTextFunc take, gpointer data);

G_END_DECLS
