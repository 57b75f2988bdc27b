/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The people, states and organisations of one article. A person comes in with title and full name
 * and goes on as a surname, a title or a pronoun; this is the memory that makes them one. No name
 * is known beforehand: who somebody is stands in the article, or is not known.
 */

#include "khatt-actors.h"

#include "khatt-spelling.h"

#include <string.h>

typedef struct
{
  KhattActor actor;
  GPtrArray *keys;   /* of char*: skeletons of the words of its name */
  guint n_name_keys; /* how many of them are its longest form, in its order */
  guint fathers;     /* of those: a bit for each behind "son of" */
  guint surname;     /* index in `keys` of the last word of its name */
  guint touched;     /* when it was mentioned last */
  const char *home;  /* of the item that introduced the actor */
} Record;

struct _KhattActors
{
  const KhattLexicon *lexicon;
  GPtrArray *records;             /* of Record */
  GHashTable *by_word;            /* skeleton -> index + 1 of the person mentioned last by it */
  GHashTable *by_thing;           /* "RU", or an organisation's name -> index + 1 */
  GArray *by_rank[KHATT_N_RANKS]; /* of guint: records that have or had the rank, in their order */
  GStringChunk *strings;
  guint clock;
};

static const struct
{
  const char *class;
  KhattRank rank;
} ranks[] = {
  { "head-of-state", KHATT_RANK_HEAD_OF_STATE },
  { "deputy-head-of-state", KHATT_RANK_DEPUTY_HEAD_OF_STATE },
  { "crown-prince", KHATT_RANK_CROWN_PRINCE },
  { "head-of-government", KHATT_RANK_HEAD_OF_GOVERNMENT },
  { "deputy-head-of-government", KHATT_RANK_DEPUTY_HEAD_OF_GOVERNMENT },
  { "foreign-minister", KHATT_RANK_FOREIGN_MINISTER },
  { "minister", KHATT_RANK_MINISTER },
  { "envoy", KHATT_RANK_ENVOY },
  { "spokesman", KHATT_RANK_SPOKESMAN },
  { "adviser", KHATT_RANK_ADVISER },
  { "ambassador", KHATT_RANK_AMBASSADOR },
  { "parliament", KHATT_RANK_PARLIAMENT },
  { "military", KHATT_RANK_MILITARY },
  { "organisation", KHATT_RANK_ORGANISATION },
  { "official", KHATT_RANK_OFFICIAL },
  { "anonymous", KHATT_RANK_ANONYMOUS },
  { "counterpart", KHATT_RANK_COUNTERPART },
};

/**
 * khatt_rank_from_class:
 * @class: the class of a line of titles.tsv
 *
 * Returns: what kind of office it is
 */
KhattRank
khatt_rank_from_class (const char *class)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ranks); i++)
    if (strcmp (ranks[i].class, class) == 0)
      return ranks[i].rank;
  return KHATT_RANK_NONE;
}

static Record *
get_record (const KhattActors *actors, guint index)
{
  return g_ptr_array_index (actors->records, index);
}

static void
free_record (gpointer data)
{
  Record *record = data;

  g_ptr_array_unref (record->keys);
  g_free (record);
}

static Record *
add_record (KhattActors *actors, KhattActorType type)
{
  Record *record = g_new0 (Record, 1);

  record->actor.type = type;
  record->actor.same_as = KHATT_NO_ACTOR;
  record->keys = g_ptr_array_new_with_free_func (g_free);
  record->touched = ++actors->clock;
  g_ptr_array_add (actors->records, record);
  return record;
}

static gboolean
has_key (const Record *record, const char *key)
{
  for (guint i = 0; i < record->keys->len; i++)
    if (strcmp (g_ptr_array_index (record->keys, i), key) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
ranks_agree (const KhattActor *actor, const KhattActorClue *clue)
{
  return actor->country == NULL || clue->country == NULL ||
         strcmp (actor->country, clue->country) == 0;
}

static char *
make_office (const KhattActors *actors, const char *office, const char *country, KhattRank rank)
{
  const char *name =
      country != NULL ? khatt_lexicon_get_country_name (actors->lexicon, country) : NULL;

  if (office == NULL || *office == '\0')
    return NULL;
  /* Other offices are kept as the text writes them, with their country in them. */
  if (name == NULL || rank > KHATT_RANK_MINISTER)
    return g_strdup (office);
  return g_strdup_printf ("%s %s", office, name);
}

/* "An official said": somebody else each time. */
static gboolean
is_anybody (KhattRank rank)
{
  return rank == KHATT_RANK_ANONYMOUS || rank == KHATT_RANK_OFFICIAL;
}

static void
set_rank (KhattActors *actors, guint index, KhattRank rank)
{
  GArray *ranked = actors->by_rank[rank];
  guint at = ranked->len;

  get_record (actors, index)->actor.rank = rank;
  while (at > 0 && g_array_index (ranked, guint, at - 1) > index)
    at--;
  if (at == 0 || g_array_index (ranked, guint, at - 1) != index)
    g_array_insert_val (ranked, at, index);
}

static void
learn_office (KhattActors *actors, guint index, const KhattActorClue *clue)
{
  KhattActor *actor = &get_record (actors, index)->actor;
  g_autofree char *office = NULL;

  if (actor->country == NULL && clue->country != NULL)
    actor->country = g_string_chunk_insert_const (actors->strings, clue->country);
  if (clue->rank == KHATT_RANK_NONE || clue->office == NULL)
    return;
  if (actor->rank != KHATT_RANK_NONE && actor->office != NULL &&
      strchr (actor->office, ' ') != NULL)
    return;
  set_rank (actors, index, clue->rank);
  office = make_office (actors, clue->office, actor->country, clue->rank);
  if (office != NULL)
    actor->office = g_string_chunk_insert_const (actors->strings, office);
}

/* The longest form of a name stands first among the keys, in its order. */
static void
put_first (Record *record, const KhattSpelling *keys)
{
  for (guint i = 0; i < keys->n_words; i++)
    {
      const char *key = g_ptr_array_index (keys->words, i);
      for (guint k = i; k < record->keys->len; k++)
        if (strcmp (g_ptr_array_index (record->keys, k), key) == 0)
          {
            g_ptr_array_remove_index (record->keys, k);
            break;
          }
      g_ptr_array_insert (record->keys, (int) i, g_strdup (key));
    }
  record->n_name_keys = keys->n_words;
  record->fathers = keys->fathers;
  record->surname = keys->n_words - 1;
}

static void
learn_name (KhattActors *actors, guint index, const KhattSpelling *keys, const KhattActorClue *clue)
{
  Record *record = get_record (actors, index);

  if (clue->n_words > record->actor.n_words)
    {
      record->actor.name =
          g_string_chunk_insert_len (actors->strings, clue->text, (gssize) clue->text_length);
      record->actor.n_words = clue->n_words;
      record->actor.is_named = TRUE;
      put_first (record, keys);
    }
  for (guint i = 0; i < keys->n_words; i++)
    {
      const char *key = g_ptr_array_index (keys->words, i);
      if (!has_key (record, key))
        g_ptr_array_add (record->keys, g_strdup (key));
    }
}

static void
index_keys (KhattActors *actors, guint index)
{
  Record *record = get_record (actors, index);

  for (guint i = 0; i < record->keys->len; i++)
    {
      const char *key = g_ptr_array_index (record->keys, i);
      gpointer old = g_hash_table_lookup (actors->by_word, key);
      gboolean is_last = i == record->surname;

      /* A surname beats another's first name. */
      if (old == NULL || is_last)
        g_hash_table_replace (actors->by_word, g_strdup (key), GUINT_TO_POINTER (index + 1));
    }
}

static gboolean
is_called (const Record *record, const KhattSpelling *keys)
{
  KhattSpelling known = { record->keys, record->n_name_keys, record->fathers };

  return khatt_spelling_agree (&known, keys);
}

static guint
find_by_name (const KhattActors *actors, const KhattSpelling *keys, const KhattActorClue *clue)
{
  for (guint i = keys->n_words; i > 0; i--)
    {
      gpointer found =
          g_hash_table_lookup (actors->by_word, g_ptr_array_index (keys->words, i - 1));
      guint index = GPOINTER_TO_UINT (found) - 1;

      if (found == NULL)
        continue;
      if (is_called (get_record (actors, index), keys) &&
          (ranks_agree (&get_record (actors, index)->actor, clue) || keys->n_words > 1))
        return index;
    }
  return KHATT_NO_ACTOR;
}

/**
 * khatt_actors_new:
 * @lexicon: (transfer none): outlives the result
 *
 * Makes an empty memory.
 *
 * Returns: (transfer full): the memory
 */
KhattActors *
khatt_actors_new (const KhattLexicon *lexicon)
{
  KhattActors *actors = g_new0 (KhattActors, 1);

  actors->lexicon = lexicon;
  actors->records = g_ptr_array_new_with_free_func (free_record);
  actors->by_word = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  actors->by_thing = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < KHATT_N_RANKS; i++)
    actors->by_rank[i] = g_array_new (FALSE, FALSE, sizeof (guint));
  actors->strings = g_string_chunk_new (1024);
  return actors;
}

/**
 * khatt_actors_free:
 * @actors: (transfer full): a memory
 *
 * Frees a memory.
 */
void
khatt_actors_free (KhattActors *actors)
{
  g_ptr_array_unref (actors->records);
  g_hash_table_unref (actors->by_word);
  g_hash_table_unref (actors->by_thing);
  for (guint i = 0; i < KHATT_N_RANKS; i++)
    g_array_unref (actors->by_rank[i]);
  g_string_chunk_free (actors->strings);
  g_free (actors);
}

static guint
add_unnamed (KhattActors *actors, const KhattActorClue *clue)
{
  g_autofree char *office = make_office (actors, clue->office, clue->country, clue->rank);
  guint found = is_anybody (clue->rank)
                    ? KHATT_NO_ACTOR
                    : khatt_actors_find_office (actors, clue->rank, clue->country, FALSE);
  Record *record;

  if (found != KHATT_NO_ACTOR)
    {
      khatt_actors_touch (actors, found);
      return found;
    }
  record = add_record (actors, KHATT_ACTOR_PERSON);
  if (is_anybody (clue->rank))
    record->actor.rank = clue->rank; /* nobody looks for them, and there may be any number */
  else
    set_rank (actors, actors->records->len - 1, clue->rank);
  if (clue->country != NULL)
    record->actor.country = g_string_chunk_insert_const (actors->strings, clue->country);
  record->actor.office =
      g_string_chunk_insert_const (actors->strings, office != NULL ? office : "");
  record->actor.name = clue->text != NULL ? g_string_chunk_insert_len (actors->strings, clue->text,
                                                                       (gssize) clue->text_length)
                                          : record->actor.office;
  return actors->records->len - 1;
}

/**
 * khatt_actors_add_person:
 * @actors: the memory
 * @clue: what the text says
 *
 * Remembers a person, or recognises one: by name, or by office where there is no name.
 *
 * Returns: the actor's index
 */
guint
khatt_actors_add_person (KhattActors *actors, const KhattActorClue *clue)
{
  KhattSpelling keys;
  g_autoptr (GPtrArray) words = NULL;
  guint index;

  if (clue->n_words == 0)
    return add_unnamed (actors, clue);

  words = khatt_spelling_init (&keys, clue->words, clue->n_words);
  if (keys.n_words == 0)
    return add_unnamed (actors, clue);
  index = find_by_name (actors, &keys, clue);
  if (index == KHATT_NO_ACTOR)
    {
      add_record (actors, KHATT_ACTOR_PERSON)->home =
          clue->home != NULL ? g_string_chunk_insert_const (actors->strings, clue->home) : NULL;
      index = actors->records->len - 1;
      set_rank (actors, index, KHATT_RANK_NONE);
    }
  learn_name (actors, index, &keys, clue);
  learn_office (actors, index, clue);
  index_keys (actors, index);
  khatt_actors_touch (actors, index);
  return index;
}

static guint
add_thing (KhattActors *actors,
           KhattActorType type,
           const char *key,
           const char *name,
           const char *code)
{
  gpointer found = g_hash_table_lookup (actors->by_thing, key);
  Record *record;

  if (found != NULL)
    {
      khatt_actors_touch (actors, GPOINTER_TO_UINT (found) - 1);
      return GPOINTER_TO_UINT (found) - 1;
    }
  record = add_record (actors, type);
  record->actor.name = g_string_chunk_insert_const (actors->strings, name);
  record->actor.is_named = TRUE;
  if (code != NULL && *code != '\0')
    record->actor.country = g_string_chunk_insert_const (actors->strings, code);
  g_hash_table_insert (actors->by_thing, g_string_chunk_insert_const (actors->strings, key),
                       GUINT_TO_POINTER (actors->records->len));
  return actors->records->len - 1;
}

/**
 * khatt_actors_add_state:
 * @actors: the memory
 * @code: an ISO 3166-1 alpha-2 code
 *
 * Remembers a state.
 *
 * Returns: the actor's index
 */
guint
khatt_actors_add_state (KhattActors *actors, const char *code)
{
  const char *name = khatt_lexicon_get_country_name (actors->lexicon, code);

  return add_thing (actors, KHATT_ACTOR_STATE, code, name != NULL ? name : code, code);
}

/**
 * khatt_actors_add_organisation:
 * @actors: the memory
 * @name: its name in the lexicon
 * @code: (nullable): the code of its country
 *
 * Remembers an organisation.
 *
 * Returns: the actor's index
 */
guint
khatt_actors_add_organisation (KhattActors *actors, const char *name, const char *code)
{
  return add_thing (actors, KHATT_ACTOR_ORGANISATION, name, name, code);
}

/**
 * khatt_actors_find_word:
 * @actors: the memory
 * @folded: a folded word
 * @length: its bytes
 *
 * Looks for the person whose name has the word.
 *
 * Returns: the actor's index, or %KHATT_NO_ACTOR
 */
guint
khatt_actors_find_word (const KhattActors *actors, const char *folded, gsize length)
{
  char key[KHATT_TOKEN_MAX_BYTES + 1];
  gpointer found;

  /* Every word of a text is asked for: no time for memory of its own. */
  if (length > KHATT_TOKEN_MAX_BYTES)
    return KHATT_NO_ACTOR;
  khatt_name_put_skeleton (folded, length, key);
  found = g_hash_table_lookup (actors->by_word, key);
  return found != NULL ? GPOINTER_TO_UINT (found) - 1 : KHATT_NO_ACTOR;
}

/**
 * khatt_actors_has_word:
 * @actors: the memory
 * @actor: an actor's index
 * @folded: a folded word
 *
 * Returns: whether the actor's name has the word, in one of its spellings
 */
gboolean
khatt_actors_has_word (const KhattActors *actors, guint actor, const char *folded)
{
  g_autofree char *key = khatt_name_skeleton (folded, strlen (folded));

  return has_key (get_record (actors, actor), key);
}

/**
 * khatt_actors_is_surname:
 * @actors: the memory
 * @actor: an actor's index
 * @folded: a folded word
 *
 * Returns: whether the word is the last one of the actor's name
 */
gboolean
khatt_actors_is_surname (const KhattActors *actors, guint actor, const char *folded)
{
  g_autofree char *key = khatt_name_skeleton (folded, strlen (folded));
  const Record *record = get_record (actors, actor);

  return record->surname < record->keys->len &&
         strcmp (g_ptr_array_index (record->keys, record->surname), key) == 0;
}

/**
 * khatt_actors_find_office:
 * @actors: the memory
 * @rank: an office; of those whom many hold, only people with a name are found
 * @country: (nullable): the code of its country; %NULL: whichever
 * @named_only: whether to leave out people known by office alone
 *
 * Looks for who holds an office. With %NULL as country the one mentioned last wins.
 *
 * Returns: the actor's index, or %KHATT_NO_ACTOR
 */
guint
khatt_actors_find_office (const KhattActors *actors,
                          KhattRank rank,
                          const char *country,
                          gboolean named_only)
{
  guint best = KHATT_NO_ACTOR;

  for (guint i = 0; i < actors->by_rank[rank]->len; i++)
    {
      guint index = g_array_index (actors->by_rank[rank], guint, i);
      const Record *record = get_record (actors, index);

      if (record->actor.type != KHATT_ACTOR_PERSON || record->actor.rank != rank ||
          record->actor.same_as != KHATT_NO_ACTOR || (named_only && !record->actor.is_named))
        continue;
      if (country != NULL && g_strcmp0 (record->actor.country, country) != 0)
        continue;
      if (best == KHATT_NO_ACTOR || record->touched > get_record (actors, best)->touched ||
          (record->actor.is_named && !get_record (actors, best)->actor.is_named))
        best = index;
    }
  return best;
}

/**
 * khatt_actors_touch:
 * @actors: the memory
 * @actor: an actor's index
 *
 * Notes that an actor was mentioned just now.
 */
void
khatt_actors_touch (KhattActors *actors, guint actor)
{
  get_record (actors, actor)->touched = ++actors->clock;
}

/* A newspaper gives its own head of state no adjective. */
static void
give_home (KhattActors *actors)
{
  for (guint i = 0; i < actors->records->len; i++)
    {
      Record *record = get_record (actors, i);
      const char *country;

      if (record->actor.rank != KHATT_RANK_HEAD_OF_STATE || record->actor.country != NULL ||
          record->home == NULL)
        continue;
      record->actor.country = record->home;
      country = khatt_lexicon_get_country_name (actors->lexicon, record->home);
      if (record->actor.office != NULL && country != NULL)
        {
          g_autofree char *office = g_strdup_printf ("%s %s", record->actor.office, country);
          record->actor.office = g_string_chunk_insert_const (actors->strings, office);
        }
    }
}

/**
 * khatt_actors_unite:
 * @actors: the memory
 *
 * Unites those known by office alone with the people of that office and country whose name is
 * known.
 */
void
khatt_actors_unite (KhattActors *actors)
{
  give_home (actors);
  for (guint i = 0; i < actors->records->len; i++)
    {
      Record *record = get_record (actors, i);
      guint named;

      if (record->actor.type != KHATT_ACTOR_PERSON || record->actor.is_named ||
          record->actor.country == NULL || is_anybody (record->actor.rank) ||
          record->actor.rank == KHATT_RANK_MINISTER)
        continue;
      named = khatt_actors_find_office (actors, record->actor.rank, record->actor.country, TRUE);
      if (named != KHATT_NO_ACTOR && named != i)
        record->actor.same_as = named;
    }
}

/**
 * khatt_actors_resolve:
 * @actors: the memory
 * @actor: an actor's index
 *
 * Returns: the index of the actor that it is one with
 */
guint
khatt_actors_resolve (const KhattActors *actors, guint actor)
{
  const Record *record;

  if (actor == KHATT_NO_ACTOR)
    return actor;
  record = get_record (actors, actor);
  return record->actor.same_as != KHATT_NO_ACTOR ? record->actor.same_as : actor;
}

/**
 * khatt_actors_get:
 * @actors: the memory
 * @actor: an actor's index
 *
 * Returns: (transfer none): the actor
 */
const KhattActor *
khatt_actors_get (const KhattActors *actors, guint actor)
{
  return &get_record (actors, actor)->actor;
}

/**
 * khatt_actors_get_n:
 * @actors: the memory
 *
 * Returns: how many there are
 */
guint
khatt_actors_get_n (const KhattActors *actors)
{
  return actors->records->len;
}
