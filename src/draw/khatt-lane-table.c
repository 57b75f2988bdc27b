/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which lanes there are and which of them an event joins: by actors, countries, kinds, sources, or
 * all in one. Lanes come in the order in which the document first needs them; khatt-lane-order.c
 * orders them for the eye. */

#include "khatt-arrangement-private.h"

#include <glib/gi18n-lib.h>

#define CANCEL_INTERVAL 4096
#define HIDDEN (G_MAXUINT32 - 1) /* in place of a lane */

typedef struct
{
  KhattLaneTable *table;
  KhattSnapshot *snapshot;
  const KhattCountryNames *names; /* NULL: the document's own */
  GHashTable *hidden;             /* of keys and names; NULL: nothing is */
  GHashTable *collapsed;
  guint32 *lane_of_kind;
  guint32 nobody;        /* the lane of events without actors; G_MAXUINT32 while there is none */
  GHashTable *countries; /* code -> lane + 1 */
  GHashTable *articles;  /* id -> lane + 1 */
} Filling;

static gboolean
is_named (GHashTable *names, const KhattLane *lane)
{
  return names != NULL && (g_hash_table_contains (names, lane->key) ||
                           (lane->name != NULL && g_hash_table_contains (names, lane->name)));
}

static guint32
append_lane (Filling *filling, const char *key, const char *name, const char *detail)
{
  GArray *lanes = filling->table->lanes;
  KhattLane lane = { .name = name, .detail = detail, .key = key };

  if (is_named (filling->hidden, &lane))
    return HIDDEN;

  lane.is_collapsed = is_named (filling->collapsed, &lane);
  g_array_append_val (lanes, lane);

  return lanes->len - 1;
}

static guint32
get_nobody (Filling *filling)
{
  if (filling->nobody == G_MAXUINT32)
    /* Translators: The name of the lane that holds the events of which no actor is known. */
    filling->nobody = append_lane (filling, "", _ ("Nobody named"), NULL);

  return filling->nobody;
}

/* The name that who looks knows, or that of the document: a state is an actor of its country
 * without an office. Names of countries are few, and kept for good. */
static const char *
find_country_name (const Filling *filling, const KhattActor *actor)
{
  g_autofree char *name = NULL;

  if (filling->names != NULL)
    name = filling->names->dup_name (actor->country, filling->names->language);
  if (name != NULL)
    return g_intern_string (name);

  return actor->office == NULL ? actor->name : actor->country;
}

static guint32
get_country_lane (Filling *filling, const KhattActor *actor)
{
  gpointer found = g_hash_table_lookup (filling->countries, actor->country);
  guint32 lane;
  KhattLane *known;

  if (found == NULL)
    {
      lane = append_lane (filling, actor->country, find_country_name (filling, actor), NULL);
      g_hash_table_insert (filling->countries, (gpointer) actor->country,
                           GUINT_TO_POINTER (lane + 1));
      return lane;
    }

  lane = GPOINTER_TO_UINT (found) - 1;
  if (lane == HIDDEN)
    return lane;

  known = &g_array_index (filling->table->lanes, KhattLane, lane);
  if (known->name == actor->country && actor->office == NULL)
    known->name = actor->name;

  return lane;
}

static guint32
get_actor_lane (Filling *filling, guint32 index, gboolean by_country)
{
  guint32 *lane = &filling->table->lane_of_actor[index];
  const KhattActor *actor;

  if (*lane != G_MAXUINT32)
    return *lane;

  actor = khatt_snapshot_get_actor (filling->snapshot, index);
  if (by_country && actor->country != NULL)
    *lane = get_country_lane (filling, actor);
  else
    *lane = append_lane (filling, actor->name, actor->name, actor->office);

  return *lane;
}

/* An acting party speaks for its lane where two of one event share it. */
static void
join_lane (KhattLaneTable *table, guint32 first_join, guint32 lane, KhattRole role)
{
  KhattJoin join = { .lane = lane, .role = role };

  if (lane == HIDDEN)
    return;

  for (guint i = first_join; i < table->joins->len; i++)
    {
      KhattJoin *known = &g_array_index (table->joins, KhattJoin, i);

      if (known->lane != lane)
        continue;
      if (khatt_role_is_acting (role) && !khatt_role_is_acting (known->role))
        known->role = role;
      return;
    }

  g_array_append_val (table->joins, join);
}

static void
join_actors (Filling *filling, const KhattRecord *record, gboolean by_country)
{
  guint32 first_join = filling->table->joins->len;

  for (guint i = 0; i < record->n_parties; i++)
    join_lane (filling->table, first_join,
               get_actor_lane (filling, record->parties[i].actor, by_country),
               record->parties[i].role);

  if (record->n_parties == 0)
    join_lane (filling->table, first_join, get_nobody (filling), KHATT_ROLE_PARTICIPANT);
}

static void
join_kind (Filling *filling, const KhattRecord *record)
{
  guint kind = MIN (record->kind, KHATT_KIND_OTHER);

  if (filling->lane_of_kind[kind] == G_MAXUINT32)
    filling->lane_of_kind[kind] =
        append_lane (filling, khatt_kind_get_name (kind), khatt_kind_get_label (kind), NULL);

  join_lane (filling->table, filling->table->joins->len, filling->lane_of_kind[kind],
             KHATT_ROLE_PARTICIPANT);
}

static guint32
get_article_lane (Filling *filling, const char *id)
{
  KhattArticle *article;
  gpointer found = g_hash_table_lookup (filling->articles, id);
  const char *name;
  guint32 lane;

  if (found != NULL)
    return GPOINTER_TO_UINT (found) - 1;

  article = khatt_snapshot_get_article_by_id (filling->snapshot, id);
  if (article == NULL)
    return get_nobody (filling);

  name = article->publisher != NULL ? article->publisher : article->title;
  lane = append_lane (filling, article->id, name != NULL ? name : article->id,
                      article->publisher != NULL ? article->title : NULL);
  g_hash_table_insert (filling->articles, article->id, GUINT_TO_POINTER (lane + 1));

  return lane;
}

static void
join_sources (Filling *filling, guint32 slot)
{
  g_autoptr (KhattEventData) event = khatt_snapshot_dup_event (filling->snapshot, slot);
  guint32 first_join = filling->table->joins->len;
  gboolean has_source = FALSE;

  for (guint i = 0; i < event->sources->len; i++)
    {
      const KhattSourceData *source = g_ptr_array_index (event->sources, i);

      if (source->article == NULL)
        continue;
      has_source = TRUE;
      join_lane (filling->table, first_join, get_article_lane (filling, source->article),
                 KHATT_ROLE_PARTICIPANT);
    }

  if (!has_source)
    join_lane (filling->table, first_join, get_nobody (filling), KHATT_ROLE_PARTICIPANT);
}

static void
join_event (Filling *filling, guint32 slot, const KhattRecord *record, KhattLanesBy lanes_by)
{
  switch (lanes_by)
    {
    case KHATT_LANES_ACTORS:
    case KHATT_LANES_COUNTRIES:
      join_actors (filling, record, lanes_by == KHATT_LANES_COUNTRIES);
      break;
    case KHATT_LANES_KINDS:
      join_kind (filling, record);
      break;
    case KHATT_LANES_SOURCES:
      join_sources (filling, slot);
      break;
    case KHATT_LANES_ONE:
      join_lane (filling->table, filling->table->joins->len, 0, KHATT_ROLE_PARTICIPANT);
      break;
    default:
      g_assert_not_reached ();
    }
}

static gboolean
passes (const KhattFilter *filter, const KhattSnapshot *snapshot, guint32 slot)
{
  return filter == NULL || khatt_filter_matches (filter, snapshot, slot);
}

static guint32 *
new_lanes (guint n)
{
  guint32 *lanes = g_new (guint32, n + 1);

  for (guint i = 0; i < n; i++)
    lanes[i] = G_MAXUINT32;

  return lanes;
}

static void
forget_hidden_actors (KhattLaneTable *table, guint32 n_actors)
{
  for (guint32 i = 0; table->lane_of_actor != NULL && i < n_actors; i++)
    if (table->lane_of_actor[i] == HIDDEN)
      table->lane_of_actor[i] = G_MAXUINT32;
}

/**
 * khatt_lane_table_index_keys:
 * @settings: (nullable): what was decided of lanes
 * @list: which of its lists
 *
 * Returns: (transfer full) (nullable): the keys and names in the list, borrowed, each with its
 * place, from 1; %NULL where there is none
 */
GHashTable *
khatt_lane_table_index_keys (const KhattLaneSettings *settings, KhattLaneList list)
{
  const char *const *keys = settings != NULL ? settings->lists[list] : NULL;
  GHashTable *places;

  if (keys == NULL || keys[0] == NULL)
    return NULL;

  places = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; keys[i] != NULL; i++)
    g_hash_table_insert (places, (gpointer) keys[i], GUINT_TO_POINTER (i + 1));

  return places;
}

/**
 * khatt_lane_table_fill:
 * @table: (out caller-allocates): what to fill
 * @snapshot: the document; must outlive @table
 * @params: what a lane stands for, and which events join any
 * @cancellable: (nullable): to give up
 *
 * Finds the lanes of a document and which of them each event joins; undated events are counted too.
 * An event has no end in a hidden lane, and where all of its lanes are hidden it is not shown.
 *
 * Returns: %FALSE when cancelled; clear @table in both cases
 */
gboolean
khatt_lane_table_fill (KhattLaneTable *table,
                       KhattSnapshot *snapshot,
                       const KhattArrangementParams *params,
                       GCancellable *cancellable)
{
  KhattLanesBy lanes_by = params->lanes_by;
  guint32 n_slots = khatt_snapshot_get_n_slots (snapshot);
  g_autofree guint32 *lane_of_kind = new_lanes (KHATT_N_KINDS);
  g_autoptr (GHashTable) countries = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) articles = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) hidden = khatt_lane_table_index_keys (params->lanes, KHATT_LANE_HIDDEN);
  g_autoptr (GHashTable) collapsed =
      khatt_lane_table_index_keys (params->lanes, KHATT_LANE_COLLAPSED);
  Filling filling = {
    .table = table,
    .snapshot = snapshot,
    .names = params->countries,
    .hidden = hidden,
    .collapsed = collapsed,
    .lane_of_kind = lane_of_kind,
    .nobody = G_MAXUINT32,
    .countries = countries,
    .articles = articles,
  };

  *table = (KhattLaneTable){
    .lanes = g_array_new (FALSE, FALSE, sizeof (KhattLane)),
    .starts = g_new0 (guint32, (gsize) n_slots + 1),
    .joins = g_array_sized_new (FALSE, FALSE, sizeof (KhattJoin), n_slots),
  };
  if (lanes_by == KHATT_LANES_ACTORS || lanes_by == KHATT_LANES_COUNTRIES)
    table->lane_of_actor = new_lanes (khatt_snapshot_get_n_actors (snapshot));
  if (lanes_by == KHATT_LANES_ONE)
    append_lane (&filling, "", khatt_snapshot_get_title (snapshot), NULL);

  for (guint32 slot = 0; slot < n_slots; slot++)
    {
      const KhattRecord *record = khatt_snapshot_get_record (snapshot, slot);

      if (slot % CANCEL_INTERVAL == 0 && g_cancellable_is_cancelled (cancellable))
        return FALSE;

      if (record != NULL && passes (params->filter, snapshot, slot))
        join_event (&filling, slot, record, lanes_by);
      table->starts[slot + 1] = table->joins->len;
    }

  forget_hidden_actors (table, khatt_snapshot_get_n_actors (snapshot));
  table->n_lanes = table->lanes->len;
  for (guint i = 0; i < table->joins->len; i++)
    {
      const KhattJoin *join = &g_array_index (table->joins, KhattJoin, i);

      g_array_index (table->lanes, KhattLane, join->lane).n_events++;
    }

  return TRUE;
}

/**
 * khatt_lane_table_clear:
 * @table: a table, filled or all zero
 *
 * Frees what the table owns.
 */
void
khatt_lane_table_clear (KhattLaneTable *table)
{
  g_clear_pointer (&table->lanes, g_array_unref);
  g_clear_pointer (&table->joins, g_array_unref);
  g_clear_pointer (&table->starts, g_free);
  g_clear_pointer (&table->lane_of_actor, g_free);
}
