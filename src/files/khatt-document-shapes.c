/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The form of a document as tables: which members each kind of object has and what becomes of them.
 * The schema in data/khatt-timeline.schema.json says the same to everybody else. */

#include "khatt-document-shapes.h"

#include "khatt-snapshot.h"

#include <string.h>

#define KEY(key) key, sizeof (key) - 1
#define EVENT(member) G_STRUCT_OFFSET (KhattEventData, member)
#define ACTOR(member) G_STRUCT_OFFSET (KhattActorData, member)
#define QUOTE(member) G_STRUCT_OFFSET (KhattQuoteData, member)
#define SOURCE(member) G_STRUCT_OFFSET (KhattSourceData, member)
#define ARTICLE(member) G_STRUCT_OFFSET (KhattArticleFields, member)
#define CANDIDATE(member) G_STRUCT_OFFSET (KhattCandidateFields, member)
#define SCENE(member) G_STRUCT_OFFSET (KhattSceneFields, member)

static const KhattMember actor_members[] = {
  { KEY ("name"), KHATT_VALUE_STRING, ACTOR (name) },
  { KEY ("country"), KHATT_VALUE_STRING, ACTOR (country) },
  { KEY ("office"), KHATT_VALUE_STRING, ACTOR (office) },
  { KEY ("role"), KHATT_VALUE_ROLE, ACTOR (role) },
};

static const KhattMember quote_members[] = {
  { KEY ("speaker"), KHATT_VALUE_STRING, QUOTE (speaker) },
  { KEY ("text"), KHATT_VALUE_STRING, QUOTE (text) },
  { KEY ("source"), KHATT_VALUE_STRING, QUOTE (article) },
  { KEY ("span"), KHATT_VALUE_SPAN, QUOTE (span_first) },
};

static const KhattMember source_members[] = {
  { KEY ("article"), KHATT_VALUE_STRING, SOURCE (article) },
  { KEY ("span"), KHATT_VALUE_SPAN, SOURCE (span_first) },
  { KEY ("date_span"), KHATT_VALUE_SPAN, SOURCE (date_first) },
  { KEY ("excerpt"), KHATT_VALUE_STRING, SOURCE (excerpt) },
  { KEY ("attribution"), KHATT_VALUE_STRING, SOURCE (attribution) },
  { KEY ("rules"), KHATT_VALUE_RULES, SOURCE (rules) },
  { KEY ("confidence"), KHATT_VALUE_SHARE, SOURCE (confidence) },
  { KEY ("date"), KHATT_VALUE_STRING, SOURCE (date) },
  { KEY ("place"), KHATT_VALUE_STRING, SOURCE (place) },
  { KEY ("status"), KHATT_VALUE_STRING, SOURCE (status) },
  { KEY ("title"), KHATT_VALUE_STRING, SOURCE (title) },
};

static const KhattMember event_members[] = {
  { KEY ("id"), KHATT_VALUE_STRING, EVENT (id) },
  { KEY ("kind"), KHATT_VALUE_KIND },
  { KEY ("title"), KHATT_VALUE_STRING, EVENT (title) },
  { KEY ("date"), KHATT_VALUE_DATE },
  { KEY ("start"), KHATT_VALUE_START },
  { KEY ("end"), KHATT_VALUE_END },
  { KEY ("date_text"), KHATT_VALUE_STRING, EVENT (date_text) },
  { KEY ("status"), KHATT_VALUE_STATUS },
  { KEY ("origin"), KHATT_VALUE_ORIGIN },
  { KEY ("actors"), KHATT_VALUE_ACTORS, EVENT (actors), &khatt_actor_shape },
  { KEY ("place"), KHATT_VALUE_STRING, EVENT (place) },
  { KEY ("topics"), KHATT_VALUE_STRINGS, EVENT (topics) },
  { KEY ("quotes"), KHATT_VALUE_OBJECTS, EVENT (quotes), &khatt_quote_shape },
  { KEY ("notes"), KHATT_VALUE_STRING, EVENT (notes) },
  { KEY ("tags"), KHATT_VALUE_STRINGS, EVENT (tags) },
  { KEY ("importance"), KHATT_VALUE_INTEGER, EVENT (importance) },
  { KEY ("color"), KHATT_VALUE_STRING, EVENT (color) },
  { KEY ("review"), KHATT_VALUE_STRING, EVENT (review) },
  { KEY ("read"), KHATT_VALUE_JSON, EVENT (read) },
  { KEY ("sources"), KHATT_VALUE_OBJECTS, EVENT (sources), &khatt_source_shape },
  { KEY ("source"), KHATT_VALUE_ATTRIBUTION },
};

static const KhattMember candidate_members[] = {
  { KEY ("date"), KHATT_VALUE_STRING, CANDIDATE (date) },
  { KEY ("reasons"), KHATT_VALUE_STRINGS, CANDIDATE (reasons) },
};

static const KhattMember article_members[] = {
  { KEY ("id"), KHATT_VALUE_STRING, ARTICLE (id) },
  { KEY ("title"), KHATT_VALUE_STRING, ARTICLE (title) },
  { KEY ("publisher"), KHATT_VALUE_STRING, ARTICLE (publisher) },
  { KEY ("published"), KHATT_VALUE_STRING, ARTICLE (published) },
  { KEY ("published_candidates"), KHATT_VALUE_OBJECTS, 0, &khatt_candidate_shape },
  { KEY ("published_weekday"), KHATT_VALUE_INTEGER, ARTICLE (weekday) },
  { KEY ("address"), KHATT_VALUE_STRING, ARTICLE (address) },
  { KEY ("sha256"), KHATT_VALUE_STRING, ARTICLE (sha256) },
  { KEY ("text"), KHATT_VALUE_STRING, ARTICLE (text) },
};

static const KhattMember scene_members[] = {
  { KEY ("id"), KHATT_VALUE_STRING, SCENE (id) },
  { KEY ("title"), KHATT_VALUE_STRING, SCENE (title) },
  { KEY ("from"), KHATT_VALUE_STRING, SCENE (from) },
  { KEY ("to"), KHATT_VALUE_STRING, SCENE (to) },
  { KEY ("lanes_by"), KHATT_VALUE_STRING, SCENE (lanes_by) },
  { KEY ("pinned_lanes"), KHATT_VALUE_RULES, SCENE (pinned_lanes) },
  { KEY ("collapsed_lanes"), KHATT_VALUE_RULES, SCENE (collapsed_lanes) },
  { KEY ("hidden_lanes"), KHATT_VALUE_RULES, SCENE (hidden_lanes) },
  { KEY ("placed_lanes"), KHATT_VALUE_RULES, SCENE (placed_lanes) },
  { KEY ("filter"), KHATT_VALUE_JSON, SCENE (filter) },
  { KEY ("focus"), KHATT_VALUE_STRINGS, SCENE (focus) },
  { KEY ("notes"), KHATT_VALUE_STRING, SCENE (notes) },
};

static const KhattMember document_members[] = {
  { KEY ("format"), KHATT_VALUE_FORMAT },
  { KEY ("version"), KHATT_VALUE_VERSION },
  { KEY ("title"), KHATT_VALUE_TITLE },
  { KEY ("language"), KHATT_VALUE_LANGUAGE },
  { KEY ("direction"), KHATT_VALUE_DIRECTION },
  { KEY ("actors"), KHATT_VALUE_SECTION, KHATT_SECTION_ACTORS },
  { KEY ("articles"), KHATT_VALUE_OBJECTS, 0, &khatt_article_shape },
  { KEY ("events"), KHATT_VALUE_OBJECTS, 0, &khatt_event_shape },
  { KEY ("scenes"), KHATT_VALUE_OBJECTS, KHATT_SCENES_PRESENTED, &khatt_scene_shape },
  { KEY ("bookmarks"), KHATT_VALUE_OBJECTS, KHATT_SCENES_BOOKMARKED, &khatt_scene_shape },
};

const KhattShape khatt_actor_shape = { actor_members, G_N_ELEMENTS (actor_members), ACTOR (extra) };
const KhattShape khatt_quote_shape = { quote_members, G_N_ELEMENTS (quote_members), QUOTE (extra) };
const KhattShape khatt_source_shape = { source_members, G_N_ELEMENTS (source_members),
                                        SOURCE (extra) };
const KhattShape khatt_event_shape = { event_members, G_N_ELEMENTS (event_members), EVENT (extra) };
const KhattShape khatt_candidate_shape = { candidate_members, G_N_ELEMENTS (candidate_members),
                                           CANDIDATE (extra) };
const KhattShape khatt_article_shape = { article_members, G_N_ELEMENTS (article_members),
                                         ARTICLE (extra) };
const KhattShape khatt_scene_shape = { scene_members, G_N_ELEMENTS (scene_members), SCENE (extra) };
const KhattShape khatt_document_shape = { document_members, G_N_ELEMENTS (document_members), -1 };

/**
 * khatt_shape_find:
 * @shape: a kind of object
 * @previous: (nullable): the member before, which tells where to look first
 * @key: a key
 * @length: its bytes
 *
 * Returns: (nullable): the member; %NULL for an unknown one
 */
const KhattMember *
khatt_shape_find (const KhattShape *shape,
                  const KhattMember *previous,
                  const char *key,
                  gsize length)
{
  guint start = previous != NULL ? (guint) (previous - shape->members) + 1 : 0;

  for (guint i = 0; i < shape->n_members; i++)
    {
      const KhattMember *member = &shape->members[(start + i) % shape->n_members];

      if (member->length == length && member->key[0] == key[0] &&
          memcmp (member->key, key, length) == 0)
        return member;
    }
  return NULL;
}
