/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a document says of an actor besides the events it is in. Strings are NULL where nothing is
 * said. */
typedef struct
{
  char *name;         /* by which events call it */
  char *kind;         /* "person", "state", "organisation", or another word */
  char *arabic;       /* its name in Arabic ... */
  char *english;      /* ... and in English */
  GPtrArray *aliases; /* of char *: what else it is called */
  char *country;      /* two letters */
  char *office;
  char *other_names; /* in other languages: members of JSON */
  char *extra;       /* what is not known here: members of JSON */
} KhattActorEntry;

KhattActorEntry *khatt_actor_entry_new (const char *name);
KhattActorEntry *khatt_actor_entry_copy (const KhattActorEntry *entry);
void khatt_actor_entry_free (KhattActorEntry *entry);

/* All entries of a document are one section of it, KHATT_SECTION_ACTORS: JSON text. */
KhattActorEntry *khatt_actor_section_find (const char *section, const char *name);
char *khatt_actor_section_put (const char *section, const char *name, const KhattActorEntry *entry);
char *khatt_actor_section_rename (const char *section, const char *name, const char *new_name);
GHashTable *khatt_actor_section_list_spellings (const char *section);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattActorEntry, khatt_actor_entry_free)

G_END_DECLS
