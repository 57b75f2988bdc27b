/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* KhattContacts: who with whom, and how often. An event counts once for each actor it joins, in
 * whatever role. */

#include "khatt-contacts.h"

#include <string.h>

/* More years than that are no row of bars: of a document that reaches back to prehistory. */
#define MOST_YEARS 5000

typedef struct
{
  KhattContacts *contacts;
  GHashTable *partners; /* from an actor's number + 1 to its place in `contacts` + 1 */
  GHashTable *years;    /* from a year to its count */
} Counting;

static guint32
find_actor (const KhattSnapshot *snapshot, const char *name)
{
  guint32 n_actors = khatt_snapshot_get_n_actors (snapshot);

  for (guint32 i = 0; i < n_actors; i++)
    {
      if (g_str_equal (khatt_snapshot_get_actor (snapshot, i)->name, name))
        return i;
    }
  return G_MAXUINT32;
}

/**
 * khatt_contact_takes_part:
 * @record: an event
 * @actor: the number of an actor
 * @before: how many parties to look at
 *
 * Returns: whether @actor is one of the first @before parties; an actor may be there more than once
 */
gboolean
khatt_contact_takes_part (const KhattRecord *record, guint32 actor, guint before)
{
  for (guint i = 0; i < before; i++)
    {
      if (record->parties[i].actor == actor)
        return TRUE;
    }
  return FALSE;
}

/**
 * khatt_contact_add:
 * @contact: (inout): counts
 * @record: one more event
 *
 * Counts an event.
 */
void
khatt_contact_add (KhattContact *contact, const KhattRecord *record)
{
  contact->n_events++;
  contact->kinds[record->kind]++;
  if (!khatt_date_is_known (&record->date))
    return;
  if (khatt_date_first (&record->date) != KHATT_TIME_MIN)
    contact->first = MIN (contact->first, khatt_date_first (&record->date));
  if (khatt_date_last (&record->date) != KHATT_TIME_MAX)
    contact->last = MAX (contact->last, khatt_date_last (&record->date));
}

/**
 * khatt_contact_make:
 * @actor: an actor
 *
 * Returns: counts of nothing under the name of @actor, which is borrowed
 */
KhattContact
khatt_contact_make (const KhattActor *actor)
{
  return (KhattContact){ .name = actor->name,
                         .country = actor->country,
                         .office = actor->office,
                         .first = KHATT_TIME_MAX,
                         .last = KHATT_TIME_MIN };
}

static void
add_partner (Counting *counting, guint32 actor, const KhattRecord *record)
{
  KhattContacts *contacts = counting->contacts;
  gpointer key = GUINT_TO_POINTER (actor + 1);
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (counting->partners, key));

  if (place == 0)
    {
      KhattContact contact =
          khatt_contact_make (khatt_snapshot_get_actor (contacts->snapshot, actor));

      g_array_append_val (contacts->contacts, contact);
      place = contacts->contacts->len;
      g_hash_table_insert (counting->partners, key, GUINT_TO_POINTER (place));
    }
  khatt_contact_add (&g_array_index (contacts->contacts, KhattContact, place - 1), record);
}

static void
add_year (Counting *counting, const KhattRecord *record)
{
  gint64 second = khatt_date_first (&record->date);
  gint64 year;
  gint64 *key;
  int month;
  int day;

  if (second == KHATT_TIME_MIN)
    second = khatt_date_last (&record->date);
  if (!khatt_date_is_known (&record->date) || second == KHATT_TIME_MAX)
    {
      counting->contacts->n_undated++;
      return;
    }
  khatt_civil_from_days (khatt_days_from_seconds (second), &year, &month, &day);
  key = g_memdup2 (&year, sizeof year);
  g_hash_table_replace (
      counting->years, key,
      GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counting->years, &year)) + 1));
}

static void
count_event (Counting *counting, const KhattRecord *record, guint32 actor)
{
  khatt_contact_add (&counting->contacts->all, record);
  add_year (counting, record);
  for (guint i = 0; i < record->n_parties; i++)
    {
      guint32 other = record->parties[i].actor;

      if (other != actor && !khatt_contact_takes_part (record, other, i))
        add_partner (counting, other, record);
    }
}

static int
compare_years (gconstpointer a, gconstpointer b)
{
  gint64 first = ((const KhattYearCount *) a)->year;
  gint64 second = ((const KhattYearCount *) b)->year;

  return first < second ? -1 : first > second;
}

/* Years without events are years too. */
static void
list_years (Counting *counting)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (KhattYearCount));
  GArray *years = counting->contacts->years;
  GHashTableIter iter;
  gpointer year;
  gpointer n_events;

  g_hash_table_iter_init (&iter, counting->years);
  while (g_hash_table_iter_next (&iter, &year, &n_events))
    {
      KhattYearCount count = { *(gint64 *) year, GPOINTER_TO_UINT (n_events) };

      g_array_append_val (found, count);
    }
  g_array_sort (found, compare_years);
  for (guint i = 0; i < found->len; i++)
    {
      KhattYearCount count = g_array_index (found, KhattYearCount, i);

      while (years->len > 0 && years->len < MOST_YEARS &&
             g_array_index (years, KhattYearCount, years->len - 1).year < count.year - 1)
        {
          KhattYearCount none = { g_array_index (years, KhattYearCount, years->len - 1).year + 1,
                                  0 };

          g_array_append_val (years, none);
        }
      g_array_append_val (years, count);
    }
}

static int
compare_contacts (gconstpointer a, gconstpointer b)
{
  const KhattContact *first = a;
  const KhattContact *second = b;

  if (first->n_events != second->n_events)
    return first->n_events > second->n_events ? -1 : 1;
  return strcmp (first->name, second->name);
}

/**
 * khatt_contacts_new:
 * @snapshot: a document
 * @name: an actor of it
 * @filter: (nullable): which events count
 *
 * Counts; linear in the number of events.
 *
 * Returns: (transfer full) (nullable): whom the actor had to do with; %NULL where the document
 * knows nobody of that name
 */
KhattContacts *
khatt_contacts_new (KhattSnapshot *snapshot, const char *name, const KhattFilter *filter)
{
  guint32 actor = find_actor (snapshot, name);
  guint32 n_slots = khatt_snapshot_get_n_slots (snapshot);
  g_autoptr (GHashTable) partners = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) years = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  KhattContacts *contacts;
  Counting counting = { .partners = partners, .years = years };

  if (actor == G_MAXUINT32)
    return NULL;

  contacts = g_new0 (KhattContacts, 1);
  contacts->snapshot = khatt_snapshot_ref (snapshot);
  contacts->all = khatt_contact_make (khatt_snapshot_get_actor (snapshot, actor));
  contacts->contacts = g_array_new (FALSE, FALSE, sizeof (KhattContact));
  contacts->years = g_array_new (FALSE, FALSE, sizeof (KhattYearCount));
  counting.contacts = contacts;
  for (guint32 slot = 0; slot < n_slots; slot++)
    {
      const KhattRecord *record = khatt_snapshot_get_record (snapshot, slot);

      if (record != NULL && khatt_contact_takes_part (record, actor, record->n_parties) &&
          (filter == NULL || khatt_filter_matches (filter, snapshot, slot)))
        count_event (&counting, record, actor);
    }
  list_years (&counting);
  g_array_sort (contacts->contacts, compare_contacts);
  return contacts;
}

/**
 * khatt_contacts_free:
 * @contacts: (transfer full): what khatt_contacts_new() returned
 */
void
khatt_contacts_free (KhattContacts *contacts)
{
  khatt_snapshot_unref (contacts->snapshot);
  g_array_unref (contacts->contacts);
  g_array_unref (contacts->years);
  g_free (contacts);
}
