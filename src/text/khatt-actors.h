/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-token.h"

G_BEGIN_DECLS

#define KHATT_NO_ACTOR G_MAXUINT

typedef enum
{
  KHATT_ACTOR_PERSON,
  KHATT_ACTOR_STATE,
  KHATT_ACTOR_ORGANISATION,
} KhattActorType;

/* What an office is, from the class of its title. */
typedef enum
{
  KHATT_RANK_NONE,
  KHATT_RANK_HEAD_OF_STATE,
  KHATT_RANK_DEPUTY_HEAD_OF_STATE,
  KHATT_RANK_CROWN_PRINCE,
  KHATT_RANK_HEAD_OF_GOVERNMENT,
  KHATT_RANK_DEPUTY_HEAD_OF_GOVERNMENT,
  KHATT_RANK_FOREIGN_MINISTER,
  KHATT_RANK_MINISTER,
  KHATT_RANK_ENVOY,
  KHATT_RANK_SPOKESMAN,
  KHATT_RANK_ADVISER,
  KHATT_RANK_AMBASSADOR,
  KHATT_RANK_PARLIAMENT,
  KHATT_RANK_MILITARY,
  KHATT_RANK_ORGANISATION,
  KHATT_RANK_OFFICIAL,
  KHATT_RANK_ANONYMOUS,
  KHATT_RANK_COUNTERPART,
} KhattRank;
#define KHATT_N_RANKS (KHATT_RANK_COUNTERPART + 1)

KhattRank khatt_rank_from_class (const char *class);

/* Somebody the article speaks of. Strings are owned by the KhattActors. */
typedef struct
{
  KhattActorType type;
  KhattRank rank;
  const char *name;    /* for a person without a name, the office */
  const char *country; /* ISO code; NULL where not known */
  const char *office;  /* "رئيس روسيا" */
  gboolean is_named;
  guint n_words; /* words of the name */
  guint same_as; /* another actor's index once they are known to be one; else KHATT_NO_ACTOR */
} KhattActor;

/* The people, states and organisations of one article: what a reader remembers while reading. */
typedef struct _KhattActors KhattActors;

KhattActors *khatt_actors_new (const KhattLexicon *lexicon);
void khatt_actors_free (KhattActors *actors);

/* What a mention tells. `words` are the folded words of a name; none: by office alone. */
typedef struct
{
  const char *const *words;
  guint n_words;
  const char *text; /* the name as written */
  gsize text_length;
  KhattRank rank;
  const char *office;  /* the title as offices are written, without the country */
  const char *country; /* code */
  const char *home;    /* code of the country the item is written from */
} KhattActorClue;

guint khatt_actors_add_person (KhattActors *actors, const KhattActorClue *clue);
guint khatt_actors_add_state (KhattActors *actors, const char *code);
guint khatt_actors_add_organisation (KhattActors *actors, const char *name, const char *code);
/* The person that a single word of a name stands for; KHATT_NO_ACTOR where there is none. */
guint khatt_actors_find_word (const KhattActors *actors, const char *folded, gsize length);
gboolean khatt_actors_has_word (const KhattActors *actors, guint actor, const char *folded);
gboolean khatt_actors_is_surname (const KhattActors *actors, guint actor, const char *folded);
/* The person with a rank and a country (NULL: any): the one mentioned last before now, else any. */
guint khatt_actors_find_office (const KhattActors *actors,
                                KhattRank rank,
                                const char *country,
                                gboolean named_only);
void khatt_actors_touch (KhattActors *actors, guint actor);
/* Unites people known by office alone with those whose name came later. */
void khatt_actors_unite (KhattActors *actors);
/* Follows `same_as`. */
guint khatt_actors_resolve (const KhattActors *actors, guint actor);
const KhattActor *khatt_actors_get (const KhattActors *actors, guint actor);
guint khatt_actors_get_n (const KhattActors *actors);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattActors, khatt_actors_free)

G_END_DECLS
