/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-filter.h"

G_BEGIN_DECLS

/* What one actor had to do with another one. */
typedef struct
{
  const char *name; /* belongs to the snapshot */
  const char *country;
  const char *office;
  guint32 n_events;
  guint32 kinds[KHATT_N_KINDS];
  gint64 first; /* the earliest and the latest second of them; KHATT_TIME_MAX and _MIN: undated */
  gint64 last;
} KhattContact;

KhattContact khatt_contact_make (const KhattActor *actor);
void khatt_contact_add (KhattContact *contact, const KhattRecord *record);
gboolean khatt_contact_takes_part (const KhattRecord *record, guint32 actor, guint before);

typedef struct
{
  gint64 year;
  guint32 n_events;
} KhattYearCount;

/* Whom an actor had to do with, how often, as what, and when. Holds its snapshot. */
typedef struct
{
  KhattSnapshot *snapshot;
  KhattContact all;  /* of the actor itself */
  GArray *contacts;  /* of KhattContact, those with most events first */
  GArray *years;     /* of KhattYearCount, from the first year to the last, none left out */
  guint32 n_undated; /* that are in no year; of those without a beginning or an end, the end that is
                        known tells */
} KhattContacts;

KhattContacts *
khatt_contacts_new (KhattSnapshot *snapshot, const char *name, const KhattFilter *filter);
void khatt_contacts_free (KhattContacts *contacts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattContacts, khatt_contacts_free)

G_END_DECLS
