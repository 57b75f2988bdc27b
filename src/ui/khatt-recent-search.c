/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Searching the documents opened lately, none of which is open. Each is read when it is first
 * searched, and when its file has changed; what is known of it stays in memory. A result is named
 * by the document's URI, and an event after a blank by its id, so that a name means the same as
 * long as the document has the event. */

#include "khatt-recent-search.h"

#include <string.h>

#include "khatt-actor-entry.h"
#include "khatt-countries.h"
#include "khatt-document-private.h"
#include "khatt-file-state.h"
#include "khatt-fold.h"
#include "khatt-format.h"
#include "khatt-load.h"
#include "khatt-search-hits.h"

#define MOST_EVENTS 6 /* of a document: the desktop shows few */

static void
document_clear (gpointer data)
{
  KhattRecentDocument *document = data;

  g_free (document->uri);
  g_free (document->name);
  g_free (document->state);
  g_clear_pointer (&document->index, khatt_search_index_unref);
}

/**
 * khatt_recent_document_ref:
 * @document: a document
 *
 * Returns: (transfer full): @document
 */
KhattRecentDocument *
khatt_recent_document_ref (KhattRecentDocument *document)
{
  return g_atomic_rc_box_acquire (document);
}

/**
 * khatt_recent_document_unref:
 * @document: (transfer full): a document
 */
void
khatt_recent_document_unref (KhattRecentDocument *document)
{
  g_atomic_rc_box_release_full (document, document_clear);
}

/* ---- Reading ---- */

static gboolean
is_timeline (GFile *file, GFileInfo *info)
{
  g_autofree char *name = g_file_get_basename (file);
  const KhattFormat *format = khatt_format_by_file_name (name);

  return format != NULL && g_str_equal (format->name, "khatt") &&
         g_file_info_get_size (info) <= KHATT_RECENT_SEARCH_MOST_BYTES;
}

static KhattSearchIndex *
read_index (GFile *file, GCancellable *cancellable)
{
  static const char *const languages[] = { "ar", "en", NULL };
  KhattSearchNames names = { khatt_country_dup_name, languages, NULL };
  const KhattLoadOptions options = { .format = "khatt",
                                     .max_size = KHATT_RECENT_SEARCH_MOST_BYTES };
  g_autoptr (KhattLoaded) loaded = khatt_load_file (file, &options, cancellable, NULL);
  g_autoptr (KhattSnapshot) snapshot = NULL;
  g_autoptr (GHashTable) spellings = NULL;

  if (loaded == NULL)
    return NULL;
  snapshot = khatt_timeline_ref_snapshot (loaded->timeline);
  spellings = khatt_actor_section_list_spellings (
      khatt_snapshot_get_section (snapshot, KHATT_SECTION_ACTORS));
  names.spellings = spellings;
  return khatt_search_index_new (snapshot, &names, cancellable);
}

static KhattRecentDocument *
find_known (const GPtrArray *known, const char *uri, const char *state)
{
  for (guint i = 0; known != NULL && i < known->len; i++)
    {
      KhattRecentDocument *document = g_ptr_array_index (known, i);

      if (g_str_equal (document->uri, uri) && g_strcmp0 (document->state, state) == 0)
        return khatt_recent_document_ref (document);
    }
  return NULL;
}

/* NULL where there is no such file any more. */
static KhattRecentDocument *
read_document (const char *uri, const GPtrArray *known, GCancellable *cancellable)
{
  g_autoptr (GFile) file = g_file_new_for_uri (uri);
  g_autoptr (GFileInfo) info = g_file_query_info (file, KHATT_FILE_STATE_ATTRIBUTES,
                                                  G_FILE_QUERY_INFO_NONE, cancellable, NULL);
  g_autofree char *state = NULL;
  KhattRecentDocument *document;

  if (info == NULL)
    return NULL;
  state = khatt_file_state_new (info);
  document = find_known (known, uri, state);
  if (document != NULL)
    return document;
  document = g_atomic_rc_box_new0 (KhattRecentDocument);
  document->uri = g_strdup (uri);
  document->name = khatt_document_dup_plain_name (file);
  document->state = g_steal_pointer (&state);
  if (is_timeline (file, info))
    document->index = read_index (file, cancellable);
  return document;
}

/**
 * khatt_recent_search_read:
 * @uris: (array zero-terminated=1): the documents, the last one opened first
 * @known: (nullable) (element-type KhattRecentDocument): what was read before
 * @cancellable: (nullable): a cancellable
 *
 * Reads what is not known yet of documents. What cannot be read is left out, without a word.
 *
 * Returns: (transfer full) (element-type KhattRecentDocument): the documents, in their order
 */
GPtrArray *
khatt_recent_search_read (const char *const *uris,
                          const GPtrArray *known,
                          GCancellable *cancellable)
{
  GPtrArray *documents =
      g_ptr_array_new_with_free_func ((GDestroyNotify) khatt_recent_document_unref);

  for (gsize i = 0; uris[i] != NULL; i++)
    {
      KhattRecentDocument *document = read_document (uris[i], known, cancellable);

      if (document != NULL)
        g_ptr_array_add (documents, document);
    }
  return documents;
}

/* ---- Finding ---- */

static gboolean
has_words (const KhattQuery *query, const char *text)
{
  g_autofree char *folded = khatt_fold (text, -1);
  const char *end = folded + strlen (folded);

  for (guint word = 0; word < khatt_query_get_n_words (query); word++)
    if (khatt_query_find (query, word, folded, folded, end) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
is_called (const KhattRecentDocument *document, const KhattQuery *query)
{
  const char *title = NULL;

  if (document->index != NULL)
    title = khatt_snapshot_get_title (khatt_search_index_get_snapshot (document->index));
  return has_words (query, document->name) || (title != NULL && has_words (query, title));
}

/* The latest first. */
static void
add_events (GStrvBuilder *results, const KhattRecentDocument *document, const KhattQuery *query)
{
  g_autoptr (KhattSearchHits) hits = khatt_search_hits_new (document->index, query, NULL, NULL);
  KhattSnapshot *snapshot = khatt_search_index_get_snapshot (document->index);
  const guint32 n = MIN (khatt_search_hits_get_n_events (hits), MOST_EVENTS);
  guint32 slot = KHATT_SLOT_NONE;

  for (guint32 i = 0; i < n; i++)
    {
      g_autofree char *result = NULL;

      slot = khatt_search_hits_get_neighbour (hits, slot, TRUE);
      result =
          g_strdup_printf ("%s %s", document->uri, khatt_snapshot_get_record (snapshot, slot)->id);
      g_strv_builder_add (results, result);
    }
}

/**
 * khatt_recent_search_find:
 * @documents: (element-type KhattRecentDocument): where
 * @text: what somebody typed
 *
 * Looks for documents by their names and titles, and for events by all they say.
 *
 * Returns: (transfer full): names of results, the best first; empty where nothing was found
 */
GStrv
khatt_recent_search_find (const GPtrArray *documents, const char *text)
{
  g_autoptr (KhattQuery) query = khatt_query_new (text);
  g_autoptr (GStrvBuilder) results = g_strv_builder_new ();
  const guint n_documents = khatt_query_get_n_words (query) > 0 ? documents->len : 0;

  for (guint i = 0; i < n_documents; i++)
    {
      const KhattRecentDocument *document = g_ptr_array_index (documents, i);

      if (is_called (document, query))
        g_strv_builder_add (results, document->uri);
    }
  for (guint i = 0; i < n_documents; i++)
    {
      const KhattRecentDocument *document = g_ptr_array_index (documents, i);

      if (document->index != NULL)
        add_events (results, document, query);
    }
  return g_strv_builder_end (results);
}

static guint32
find_event (const KhattSnapshot *snapshot, const char *id)
{
  for (guint32 position = 0; position < khatt_snapshot_get_n_events (snapshot); position++)
    {
      const guint32 slot = khatt_snapshot_get_slot (snapshot, position);

      if (g_str_equal (khatt_snapshot_get_record (snapshot, slot)->id, id))
        return slot;
    }
  return KHATT_SLOT_NONE;
}

/**
 * khatt_recent_search_look_up:
 * @documents: (element-type KhattRecentDocument): where
 * @result: the name of a result
 * @slot: (out): its event; %KHATT_SLOT_NONE where it is a document
 *
 * Returns: (transfer none) (nullable): its document; %NULL where there is no such result any more
 */
const KhattRecentDocument *
khatt_recent_search_look_up (const GPtrArray *documents, const char *result, guint32 *slot)
{
  const char *blank = strchr (result, ' ');
  const gsize length = blank != NULL ? (gsize) (blank - result) : strlen (result);

  *slot = KHATT_SLOT_NONE;
  for (guint i = 0; i < documents->len; i++)
    {
      const KhattRecentDocument *document = g_ptr_array_index (documents, i);

      if (strlen (document->uri) != length || strncmp (document->uri, result, length) != 0)
        continue;
      if (blank == NULL)
        return document;
      if (document->index != NULL)
        *slot = find_event (khatt_search_index_get_snapshot (document->index), blank + 1);
      return *slot != KHATT_SLOT_NONE ? document : NULL;
    }
  return NULL;
}
