/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* KhattDocumentReading: the objects of a document, from an empty event or article at the opening
 * brace to one that the timeline takes at the closing one. */

#include "khatt-document-lines.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DAYS_PER_WEEK 7

static char *
keep (KhattDocumentReading *reading, const char *text, gsize length)
{
  return khatt_scratch_string (&reading->scratch, text, length);
}

/**
 * khatt_document_begin_object: (skip)
 * @reading: the state
 * @shape: what kind of object begins
 *
 * Returns: (transfer none): what its members fill
 */
gpointer
khatt_document_begin_object (KhattDocumentReading *reading, const KhattShape *shape)
{
  KhattScratch *scratch = &reading->scratch;

  if (shape == &khatt_event_shape)
    {
      khatt_scratch_reset (scratch);
      reading->start = NULL;
      reading->end = NULL;
      khatt_document_mark_event (reading);
      return &scratch->event;
    }
  if (shape == &khatt_article_shape)
    {
      KhattArticleFields *fields;

      khatt_scratch_reset (scratch);
      khatt_document_mark_event (reading);
      fields = khatt_scratch_alloc (scratch, sizeof *fields);
      *fields = (KhattArticleFields){ 0 };
      g_ptr_array_set_size (reading->candidates, 0);
      return fields;
    }
  if (shape == &khatt_candidate_shape)
    {
      KhattCandidateFields *fields = khatt_scratch_alloc (scratch, sizeof *fields);

      *fields = (KhattCandidateFields){ .reasons = scratch->event.topics };
      g_ptr_array_set_size (fields->reasons, 0);
      return fields;
    }
  if (shape == &khatt_scene_shape)
    return khatt_document_begin_scene (reading);
  if (shape == &khatt_actor_shape)
    return khatt_scratch_add_actor (scratch);
  if (shape == &khatt_quote_shape)
    return khatt_scratch_add_quote (scratch);
  return khatt_scratch_add_source (scratch);
}

static gboolean
has_spans (const KhattEventData *event)
{
  for (guint i = 0; i < event->sources->len; i++)
    {
      const KhattSourceData *source = g_ptr_array_index (event->sources, i);

      if (source->span_first >= 0 || source->date_first >= 0)
        return TRUE;
    }
  for (guint i = 0; i < event->quotes->len; i++)
    {
      if (((const KhattQuoteData *) g_ptr_array_index (event->quotes, i))->span_first >= 0)
        return TRUE;
    }
  return FALSE;
}

static void
drop_nameless_actors (KhattDocumentReading *reading, GPtrArray *actors)
{
  for (guint i = actors->len; i > 0; i--)
    {
      const KhattActorData *actor = g_ptr_array_index (actors, i - 1);

      if (actor->name != NULL)
        continue;
      g_ptr_array_remove_index (actors, i - 1);
      khatt_loading_issue (reading->loading, _ ("An actor has no name; it was left out."));
    }
}

/* Sources name articles as this file does; several files in one timeline may have needed other
 * names. */
static void
rename_article (KhattDocumentReading *reading, char **id)
{
  const KhattArticle *article =
      *id != NULL ? g_hash_table_lookup (reading->loading->articles, *id) : NULL;

  if (article != NULL && strcmp (article->id, *id) != 0)
    *id = keep (reading, article->id, strlen (article->id));
}

static void
rename_articles (KhattDocumentReading *reading, KhattEventData *event)
{
  for (guint i = 0; i < event->sources->len; i++)
    rename_article (reading, &((KhattSourceData *) g_ptr_array_index (event->sources, i))->article);
  for (guint i = 0; i < event->quotes->len; i++)
    rename_article (reading, &((KhattQuoteData *) g_ptr_array_index (event->quotes, i))->article);
}

static void
add_event (KhattDocumentReading *reading, gboolean is_unresolved)
{
  guint32 slot = khatt_loading_add_event (reading->loading, &reading->scratch);

  if (is_unresolved)
    g_array_append_val (reading->loading->unresolved, slot);
}

static void
end_event (KhattDocumentReading *reading)
{
  KhattLoading *loading = reading->loading;
  KhattEventData *event = &reading->scratch.event;
  gboolean is_unresolved = FALSE;

  reading->is_at_event = TRUE;
  if (!khatt_date_is_known (&event->date) && (reading->start != NULL || reading->end != NULL))
    khatt_loading_set_start_end (loading, &reading->scratch, reading->start, reading->end);
  drop_nameless_actors (reading, event->actors);
  if (has_spans (event))
    {
      is_unresolved = g_hash_table_size (loading->articles) == 0;
      if (!is_unresolved)
        khatt_loading_convert_spans (loading, event);
    }
  rename_articles (reading, event);
  khatt_loading_check_actors (loading, event);
  if (reading->lines != NULL)
    khatt_document_lines_take (reading->lines, event, (gsize) reading->event_offset, is_unresolved);
  else
    add_event (reading, is_unresolved);
  reading->is_at_event = FALSE;
  reading->n_read++;
}

static void
end_candidate (KhattDocumentReading *reading, const KhattCandidateFields *fields)
{
  g_autoptr (GPtrArray) reasons = g_ptr_array_new ();

  if (fields->date == NULL)
    return;
  for (guint i = 0; i < fields->reasons->len; i++)
    g_ptr_array_add (reasons, g_ptr_array_index (fields->reasons, i));
  g_ptr_array_add (reasons, NULL);
  g_ptr_array_add (reading->candidates,
                   khatt_candidate_new (fields->date, (const char *const *) reasons->pdata));
}

static void
end_article (KhattDocumentReading *reading, const KhattArticleFields *fields)
{
  KhattLoading *loading = reading->loading;
  g_autoptr (KhattArticle) article = NULL;

  reading->is_at_event = TRUE;
  article = khatt_loading_new_article (loading, fields->id, fields->text);
  article->title = g_strdup (fields->title);
  article->publisher = g_strdup (fields->publisher);
  article->published = g_strdup (fields->published);
  article->address = g_strdup (fields->address);
  article->extra = g_strdup (fields->extra);
  if (article->text == NULL)
    article->sha256 = g_strdup (fields->sha256);
  else if (fields->sha256 != NULL && strcmp (fields->sha256, article->sha256) != 0)
    khatt_loading_issue (loading,
                         _ ("The text of article “%s” is not the one its sha256 was made from."),
                         article->id);
  if (fields->weekday <= DAYS_PER_WEEK)
    article->weekday = fields->weekday;
  else
    khatt_loading_issue (loading,
                         _ ("“published_weekday” of article “%s” is %d; 1 for Monday to 7 "
                            "for Sunday was expected."),
                         article->id, fields->weekday);
  if (reading->candidates->len > 0)
    {
      article->candidates = g_steal_pointer (&reading->candidates);
      reading->candidates = g_ptr_array_new_with_free_func ((GDestroyNotify) khatt_candidate_free);
    }
  khatt_loading_add_article (loading, fields->id, article);
  reading->is_at_event = FALSE;
  reading->n_read++;
}

/**
 * khatt_document_end_object: (skip)
 * @reading: the state
 * @frame: the object, all of its members read
 *
 * Gives a whole event or article to the timeline.
 */
void
khatt_document_end_object (KhattDocumentReading *reading, const KhattFrame *frame)
{
  GString *extra = reading->extras[reading->n_frames];

  if (extra->len > 0 && frame->shape->extra_offset >= 0)
    G_STRUCT_MEMBER (char *, frame->target, frame->shape->extra_offset) =
        keep (reading, extra->str, extra->len);
  else if (extra->len > 0 &&
           khatt_timeline_get_section (reading->loading->timeline, KHATT_SECTION_EXTRA) == NULL)
    khatt_timeline_set_section (reading->loading->timeline, KHATT_SECTION_EXTRA, extra->str);

  if (frame->shape == &khatt_event_shape)
    end_event (reading);
  else if (frame->shape == &khatt_article_shape)
    end_article (reading, frame->target);
  else if (frame->shape == &khatt_candidate_shape)
    end_candidate (reading, frame->target);
  else if (frame->shape == &khatt_scene_shape)
    khatt_document_end_scene (reading, frame->target);
}
