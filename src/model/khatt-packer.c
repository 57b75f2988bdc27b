/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* KhattPacker: from an event that is easy to fill to a cell that is cheap to keep. */

#include "khatt-packer.h"

#include <string.h>

#include "khatt-details.h"

#define LEAST_SURE 0.65 /* of confidence; rules that are less were guessing */

/**
 * khatt_packer_init:
 * @packer: (out caller-allocates): to be set up; the way to number actors is set by the caller
 * @arena: where ids, titles, parties and details go; must outlive @packer
 * @pool: for what repeats; must outlive @packer
 */
void
khatt_packer_init (KhattPacker *packer, KhattArena *arena, KhattPool *pool)
{
  *packer = (KhattPacker){
    .arena = arena,
    .pool = pool,
    .bytes = g_byte_array_new (),
    .parties = g_array_new (FALSE, TRUE, sizeof (KhattParty)),
  };
}

/**
 * khatt_packer_clear:
 * @packer: a packer
 */
void
khatt_packer_clear (KhattPacker *packer)
{
  g_clear_pointer (&packer->bytes, g_byte_array_unref);
  g_clear_pointer (&packer->parties, g_array_unref);
}

static const KhattParty *
pack_parties (KhattPacker *packer, const GPtrArray *actors, guint n_parties)
{
  KhattParty *parties;

  if (n_parties == 0)
    return NULL;

  g_array_set_size (packer->parties, 0);
  g_array_set_size (packer->parties, n_parties);
  for (guint i = 0; i < n_parties; i++)
    {
      const KhattActorData *actor = g_ptr_array_index (actors, i);
      KhattParty *party = &g_array_index (packer->parties, KhattParty, i);

      party->actor =
          packer->number_actor (khatt_pool_add_entry (packer->pool, actor->name), packer->data);
      party->role = actor->role;
    }
  parties =
      khatt_arena_alloc (packer->arena, n_parties * sizeof (KhattParty), G_ALIGNOF (KhattParty));
  memcpy (parties, packer->parties->data, n_parties * sizeof (KhattParty));
  return parties;
}

/* What a person who checked it said. */
static guint8
get_review_flags (const KhattEventData *event)
{
  if (g_strcmp0 (event->review, KHATT_REVIEW_ACCEPTED) == 0)
    return KHATT_RECORD_ACCEPTED;
  return g_strcmp0 (event->review, KHATT_REVIEW_DISMISSED) == 0 ? KHATT_RECORD_DISMISSED : 0;
}

/* Of several reports the surest one counts. */
static gboolean
is_unsure (const KhattEventData *event)
{
  double confidence = 0;

  for (guint i = 0; i < event->sources->len; i++)
    {
      const KhattSourceData *source = g_ptr_array_index (event->sources, i);

      if (source->confidence <= 0)
        return FALSE;
      confidence = MAX (confidence, source->confidence);
    }
  return event->sources->len > 0 && confidence < LEAST_SURE;
}

static guint8
get_flags (const KhattEventData *event)
{
  guint8 flags = get_review_flags (event);

  if (event->origin == KHATT_ORIGIN_PERSON || event->read != NULL)
    flags |= KHATT_RECORD_CHANGED_BY_HAND;
  if (event->quotes->len > 0)
    flags |= KHATT_RECORD_HAS_QUOTES;
  if (is_unsure (event))
    flags |= KHATT_RECORD_UNSURE;
  for (guint i = 0; i < event->sources->len; i++)
    {
      const KhattSourceData *source = g_ptr_array_index (event->sources, i);

      if (source->date != NULL || source->place != NULL || source->status != NULL ||
          source->title != NULL)
        flags |= KHATT_RECORD_SOURCES_DIFFER;
      if (event->origin == KHATT_ORIGIN_RULE && source->rules != NULL)
        flags |= KHATT_RECORD_READ_BY_RULE;
    }
  return flags;
}

static const char *
add_string (KhattPacker *packer, const char *string)
{
  return string != NULL ? khatt_arena_add_string (packer->arena, string, strlen (string)) : NULL;
}

/**
 * khatt_packer_pack:
 * @packer: a packer
 * @event: an event; (nullable) its id is left out where it has none
 * @cell: (out caller-allocates): set to the packed event, not shown
 */
void
khatt_packer_pack (KhattPacker *packer, const KhattEventData *event, KhattCell *cell)
{
  guint n_parties = MIN (event->actors->len, KHATT_EVENT_MAX_ACTORS);

  *cell = (KhattCell){ 0 };
  cell->record = (KhattRecord){
    .date = event->date,
    .id = add_string (packer, event->id),
    .title = add_string (packer, event->title),
    .place = khatt_pool_add (packer->pool, event->place),
    .parties = pack_parties (packer, event->actors, n_parties),
    .n_parties = (guint16) n_parties,
    .n_sources = (guint16) MIN (event->sources->len, G_MAXUINT16),
    .kind = (guint8) event->kind & 15,
    .hue = (guint8) khatt_hue_from_color (event->color) & 15,
    .status = (guint8) event->status,
    .importance = (guint8) CLAMP (event->importance, 0, KHATT_IMPORTANCE_MAX),
    .flags = get_flags (event),
  };
  cell->details = khatt_details_pack (event, packer->pool, packer->arena, packer->bytes);
}
