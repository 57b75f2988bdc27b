/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is said of contacts, to people and to spreadsheets. */

#include "khatt-contact-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "khatt-words.h"

/* RFC 4180: quoted where it has to be. */
static void
append_field (GString *line, const char *text)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *doubled = NULL;

  if (line->len > 0 && line->str[line->len - 1] != '\n')
    g_string_append_c (line, ',');
  if (strpbrk (text, ",\"\r\n") == NULL)
    {
      g_string_append (line, text);
      return;
    }
  parts = g_strsplit (text, "\"", -1);
  doubled = g_strjoinv ("\"\"", parts);
  g_string_append_printf (line, "\"%s\"", doubled);
}

static char *
dup_day (gint64 second)
{
  KhattDate date;
  gint64 year;
  int month, day;

  if (second == KHATT_TIME_MIN || second == KHATT_TIME_MAX)
    return g_strdup ("");
  khatt_civil_from_days (khatt_days_from_seconds (second), &year, &month, &day);
  date = khatt_date_from_day (year, month, day);
  return khatt_date_to_edtf (&date);
}

static void
append_contact (GString *csv, const KhattContact *contact)
{
  g_autofree char *count = g_strdup_printf ("%u", contact->n_events);
  g_autofree char *first = dup_day (contact->first);
  g_autofree char *last = dup_day (contact->last);
  const char *const fields[] = { contact->name,
                                 contact->country != NULL ? contact->country : "",
                                 contact->office != NULL ? contact->office : "",
                                 count,
                                 first,
                                 last };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    append_field (csv, fields[i]);
  for (guint kind = 0; kind < KHATT_N_KINDS; kind++)
    g_string_append_printf (csv, ",%u", contact->kinds[kind]);
  g_string_append (csv, "\r\n");
}

/* The names of what append_contact() writes. */
static void
append_heading (GString *csv, const char *names)
{
  g_string_append (csv, names);
  for (guint kind = 0; kind < KHATT_N_KINDS; kind++)
    append_field (csv, khatt_kind_get_name (kind));
  g_string_append (csv, "\r\n");
}

/**
 * khatt_contacts_to_csv:
 * @contacts: whom an actor had to do with
 *
 * Makes a table for other programs: a line of names, then one for each partner, with the number of
 * events of each kind.
 *
 * Returns: (transfer full): CSV as RFC 4180 has it, UTF-8
 */
char *
khatt_contacts_to_csv (const KhattContacts *contacts)
{
  GString *csv = g_string_new (NULL);

  append_heading (csv, "name,country,office,events,first,last");
  for (guint i = 0; i < contacts->contacts->len; i++)
    append_contact (csv, &g_array_index (contacts->contacts, KhattContact, i));
  return g_string_free (csv, FALSE);
}

/**
 * khatt_pairs_to_csv:
 * @pairs: who with whom
 *
 * Makes a table for other programs: a line of names, then one for each two actors, with the number
 * of events of each kind. Country and office are those of the second one.
 *
 * Returns: (transfer full): CSV as RFC 4180 has it, UTF-8
 */
char *
khatt_pairs_to_csv (const KhattPairs *pairs)
{
  GString *csv = g_string_new (NULL);

  append_heading (csv, "actor,name,country,office,events,first,last");
  for (guint i = 0; i < pairs->pairs->len; i++)
    {
      const KhattPair *pair = &g_array_index (pairs->pairs, KhattPair, i);

      append_field (csv, pair->name);
      append_contact (csv, &pair->contact);
    }
  return g_string_free (csv, FALSE);
}

/**
 * khatt_contact_dup_summary:
 * @contact: counts
 * @words: how dates and numbers are written
 *
 * Returns: (transfer full): how many events, and from when to when
 */
char *
khatt_contact_dup_summary (const KhattContact *contact, const KhattWords *words)
{
  g_autofree char *number = khatt_words_count (words, contact->n_events);
  g_autofree char *count = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s event", "%s events", contact->n_events), number);
  g_autofree char *span = NULL;

  if (contact->first > contact->last)
    return g_steal_pointer (&count);
  span = khatt_words_span (words, contact->first, contact->last, KHATT_CALENDAR_GREGORIAN);
  /* Translators: how many events, and from when to when. */
  return g_strdup_printf (C_ ("events and when", "%s, %s"), count, span);
}
