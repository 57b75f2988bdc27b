/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The form of a document as tables: which members each kind of object has and what becomes of them.
 * The schema in data/khatt-timeline.schema.json says the same to everybody else. */

#include "khatt-document-shapes.h"

#include "khatt-snapshot.h"

#include <string.h>

#define EVENT(member) G_STRUCT_OFFSET (KhattEventData, member)
#define ACTOR(member) G_STRUCT_OFFSET (KhattActorData, member)
#define QUOTE(member) G_STRUCT_OFFSET (KhattQuoteData, member)
#define SOURCE(member) G_STRUCT_OFFSET (KhattSourceData, member)
#define ARTICLE(member) G_STRUCT_OFFSET (KhattArticleFields, member)
#define CANDIDATE(member) G_STRUCT_OFFSET (KhattCandidateFields, member)

static const KhattMember actor_members[] = {
  { "name", KHATT_VALUE_STRING, ACTOR (name) },
  { "country", KHATT_VALUE_STRING, ACTOR (country) },
  { "office", KHATT_VALUE_STRING, ACTOR (office) },
  { "role", KHATT_VALUE_ROLE, ACTOR (role) },
};

static const KhattMember quote_members[] = {
  { "speaker", KHATT_VALUE_STRING, QUOTE (speaker) },
  { "text", KHATT_VALUE_STRING, QUOTE (text) },
  { "source", KHATT_VALUE_STRING, QUOTE (article) },
  { "span", KHATT_VALUE_SPAN, QUOTE (span_first) },
};

static const KhattMember source_members[] = {
  { "article", KHATT_VALUE_STRING, SOURCE (article) },
  { "span", KHATT_VALUE_SPAN, SOURCE (span_first) },
  { "excerpt", KHATT_VALUE_STRING, SOURCE (excerpt) },
  { "attribution", KHATT_VALUE_STRING, SOURCE (attribution) },
  { "rules", KHATT_VALUE_RULES, SOURCE (rules) },
  { "confidence", KHATT_VALUE_SHARE, SOURCE (confidence) },
  { "date", KHATT_VALUE_STRING, SOURCE (date) },
  { "place", KHATT_VALUE_STRING, SOURCE (place) },
  { "status", KHATT_VALUE_STRING, SOURCE (status) },
  { "title", KHATT_VALUE_STRING, SOURCE (title) },
};

static const KhattMember event_members[] = {
  { "id", KHATT_VALUE_STRING, EVENT (id) },
  { "kind", KHATT_VALUE_KIND },
  { "title", KHATT_VALUE_STRING, EVENT (title) },
  { "date", KHATT_VALUE_DATE },
  { "start", KHATT_VALUE_START },
  { "end", KHATT_VALUE_END },
  { "date_text", KHATT_VALUE_STRING, EVENT (date_text) },
  { "status", KHATT_VALUE_STATUS },
  { "origin", KHATT_VALUE_ORIGIN },
  { "actors", KHATT_VALUE_ACTORS, EVENT (actors), &khatt_actor_shape },
  { "place", KHATT_VALUE_STRING, EVENT (place) },
  { "topics", KHATT_VALUE_STRINGS, EVENT (topics) },
  { "quotes", KHATT_VALUE_OBJECTS, EVENT (quotes), &khatt_quote_shape },
  { "notes", KHATT_VALUE_STRING, EVENT (notes) },
  { "tags", KHATT_VALUE_STRINGS, EVENT (tags) },
  { "importance", KHATT_VALUE_INTEGER, EVENT (importance) },
  { "color", KHATT_VALUE_STRING, EVENT (color) },
  { "review", KHATT_VALUE_STRING, EVENT (review) },
  { "read", KHATT_VALUE_JSON, EVENT (read) },
  { "sources", KHATT_VALUE_OBJECTS, EVENT (sources), &khatt_source_shape },
  { "source", KHATT_VALUE_ATTRIBUTION },
};

static const KhattMember candidate_members[] = {
  { "date", KHATT_VALUE_STRING, CANDIDATE (date) },
  { "reasons", KHATT_VALUE_STRINGS, CANDIDATE (reasons) },
};

static const KhattMember article_members[] = {
  { "id", KHATT_VALUE_STRING, ARTICLE (id) },
  { "title", KHATT_VALUE_STRING, ARTICLE (title) },
  { "publisher", KHATT_VALUE_STRING, ARTICLE (publisher) },
  { "published", KHATT_VALUE_STRING, ARTICLE (published) },
  { "published_candidates", KHATT_VALUE_OBJECTS, 0, &khatt_candidate_shape },
  { "address", KHATT_VALUE_STRING, ARTICLE (address) },
  { "sha256", KHATT_VALUE_STRING, ARTICLE (sha256) },
  { "text", KHATT_VALUE_STRING, ARTICLE (text) },
};

static const KhattMember document_members[] = {
  { "format", KHATT_VALUE_FORMAT },
  { "version", KHATT_VALUE_VERSION },
  { "title", KHATT_VALUE_TITLE },
  { "language", KHATT_VALUE_LANGUAGE },
  { "direction", KHATT_VALUE_DIRECTION },
  { "actors", KHATT_VALUE_SECTION, KHATT_SECTION_ACTORS },
  { "articles", KHATT_VALUE_OBJECTS, 0, &khatt_article_shape },
  { "events", KHATT_VALUE_OBJECTS, 0, &khatt_event_shape },
  { "scenes", KHATT_VALUE_SECTION, KHATT_SECTION_SCENES },
  { "bookmarks", KHATT_VALUE_SECTION, KHATT_SECTION_BOOKMARKS },
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

      if (strncmp (member->key, key, length) == 0 && member->key[length] == '\0')
        return member;
    }
  return NULL;
}
