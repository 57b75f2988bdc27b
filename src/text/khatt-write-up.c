/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Laying events out as data. What an event has from the text (topics, quotations, where, whose
 * news) is written up while the stretch of the text lies open that says it; the rest once no later
 * sentence can go on about the event.
 */

#include "khatt-write-up.h"

#include "khatt-quotes.h"
#include "khatt-sources.h"
#include "khatt-topics.h"

#include <string.h>

/* One event. */
typedef struct
{
  KhattEventData *data;    /* borrowed; NULL before the end of its first stretch */
  KhattSourceData *source; /* of `data` */
  const char *agency;      /* of its item; owned by the lexicon */
  GArray *quotes;          /* of KhattQuote: those of the stretch; NULL: none */
} Draft;

struct _KhattWriteUp
{
  const KhattArticle *article;
  GPtrArray *events;  /* of KhattEventData, in the order of the text */
  GHashTable *drafts; /* KhattStoryEvent -> Draft */
};

static void
free_draft (gpointer data)
{
  Draft *draft = data;

  g_clear_pointer (&draft->quotes, g_array_unref);
  g_free (draft);
}

/**
 * khatt_write_up_new: (skip)
 * @article: what is read
 * @events: (element-type KhattEventData): receives the events, and owns them
 *
 * Begins to lay events out.
 *
 * Returns: (transfer full): nothing yet
 */
KhattWriteUp *
khatt_write_up_new (const KhattArticle *article, GPtrArray *events)
{
  KhattWriteUp *write_up = g_new0 (KhattWriteUp, 1);

  write_up->article = article;
  write_up->events = events;
  write_up->drafts = g_hash_table_new_full (NULL, NULL, NULL, free_draft);
  return write_up;
}

/**
 * khatt_write_up_free: (skip)
 * @write_up: (transfer full): what was laid out
 *
 * Frees everything but the events.
 */
void
khatt_write_up_free (KhattWriteUp *write_up)
{
  g_hash_table_unref (write_up->drafts);
  g_free (write_up);
}

static Draft *
get_draft (KhattWriteUp *write_up, KhattStoryEvent *event)
{
  Draft *draft = g_hash_table_lookup (write_up->drafts, event);

  if (draft == NULL)
    {
      draft = g_new0 (Draft, 1);
      g_hash_table_insert (write_up->drafts, event, draft);
    }
  return draft;
}

/**
 * khatt_write_up_note_quotes: (skip)
 * @write_up: what is laid out
 * @text: the stretch that lies open
 * @story: a story
 * @sentence: the sentence that it told last
 *
 * Notes what is quoted in a sentence: it belongs to the event that the sentence is about.
 */
void
khatt_write_up_note_quotes (KhattWriteUp *write_up,
                            const KhattText *text,
                            KhattStory *story,
                            gsize sentence)
{
  KhattStoryEvent *event = khatt_story_get_current (story);
  g_autoptr (GArray) quotes = NULL;
  Draft *draft;
  guint speaker;

  if (event == NULL)
    return;
  speaker = khatt_story_get_speaker (story);
  if (speaker == KHATT_NO_ACTOR && event->n_parties > 0)
    speaker = event->parties[0].actor; /* a statement reads out the talks of both */
  quotes = khatt_quotes_find (text, sentence, speaker);
  if (quotes->len == 0)
    return;
  draft = get_draft (write_up, event);
  if (draft->quotes == NULL)
    draft->quotes = g_steal_pointer (&quotes);
  else
    g_array_append_vals (draft->quotes, quotes->data, quotes->len);
}

static void
add_quotes (const KhattWriteUp *write_up, const KhattText *text, Draft *draft)
{
  const KhattArticle *article = write_up->article;

  for (guint i = 0; draft->quotes != NULL && i < draft->quotes->len; i++)
    {
      const KhattQuote *quote = &g_array_index (draft->quotes, KhattQuote, i);
      g_autofree char *words =
          g_strndup (article->text + quote->first, quote->after - quote->first);
      KhattQuoteData *added = khatt_event_data_add_quote (
          draft->data,
          quote->speaker != KHATT_NO_ACTOR ? khatt_actors_get (text->actors, quote->speaker)->name
                                           : NULL,
          words);

      added->article = g_strdup (article->id);
      added->span_first = quote->first;
      added->span_after = quote->after;
    }
  g_clear_pointer (&draft->quotes, g_array_unref);
}

static void
add_actors (KhattEventData *data, const KhattStoryEvent *event, const KhattText *text)
{
  for (guint i = 0; i < event->n_parties; i++)
    {
      const KhattActor *actor = khatt_actors_get (text->actors, event->parties[i].actor);
      KhattActorData *added;

      if (actor->name == NULL || *actor->name == '\0')
        continue;
      added = khatt_event_data_add_actor (data, actor->name, event->parties[i].role);
      added->country = g_strdup (actor->country);
      added->office = actor->office != NULL && *actor->office != '\0' && actor->is_named
                          ? g_strdup (actor->office)
                          : NULL;
    }
}

/* "للجزائر" is "to Algiers", and has an article; "لليبيا" has none. */
static gboolean
has_article (const KhattText *text, gsize token)
{
  static const KhattEntryClass classes[] = { KHATT_ENTRY_CITY, KHATT_ENTRY_COUNTRY };

  for (gsize i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      const KhattMatch *match = khatt_tokens_match (text->tokens, token, classes[i]);
      if (match != NULL && ((match->proclitics & KHATT_PROCLITIC_AL) ||
                            g_str_has_prefix (match->entry->fields[0], "ال")))
        return TRUE;
    }
  return FALSE;
}

/* "البلاد", "المملكة": which, the paper's own readers know. */
static gboolean
is_homeland (const KhattText *text, const KhattMention *mention)
{
  const KhattMatch *marker =
      khatt_tokens_match (text->tokens, mention->first_token, KHATT_ENTRY_MARKER);

  if (mention->actor == KHATT_NO_ACTOR || marker == NULL)
    return FALSE;
  return strcmp (marker->entry->fields[1], "homeland") == 0 ||
         (strcmp (marker->entry->fields[1], "filler") == 0 &&
          mention->after_token == mention->first_token + 1);
}

/* The town in an item's dateline. */
static char *
dup_town (const KhattItem *item, const KhattTokens *tokens)
{
  guint32 first, after;

  if (item->first_town_token == item->after_town_token)
    return NULL;
  first = tokens->tokens[item->first_town_token].first;
  after = tokens->tokens[item->after_town_token - 1].after;
  return g_strndup (tokens->text + first, after - first);
}

static char *
dup_place (const KhattStoryEvent *event, const KhattText *text)
{
  const KhattMention *mention;
  guint32 first, after;

  if (event->place < 0 && event->is_at_dateline && event->item < text->items->items->len)
    return dup_town (&g_array_index (text->items->items, KhattItem, event->item), text->tokens);
  if (event->place < 0)
    return NULL;
  mention = &g_array_index (text->mentions, KhattMention, event->place);
  if (is_homeland (text, mention))
    return g_strdup (khatt_actors_get (text->actors, mention->actor)->name);
  first = text->tokens->tokens[mention->first_token].first;
  after = text->tokens->tokens[mention->after_token - 1].after;
  if (mention->governor == KHATT_GOVERNOR_BY)
    first += (guint32) strlen ("ب");
  if (mention->governor == KHATT_GOVERNOR_FOR && g_str_has_prefix (text->tokens->text + first, "ل"))
    {
      g_autofree char *rest = NULL;

      first += (guint32) strlen ("ل");
      rest = g_strndup (text->tokens->text + first, after - first);
      return has_article (text, mention->first_token) && g_str_has_prefix (rest, "ل")
                 ? g_strconcat ("ا", rest, NULL)
                 : g_steal_pointer (&rest);
    }
  return g_strndup (text->tokens->text + first, after - first);
}

/* The label of a mark: what it was about; else what it was, and where. */
static char *
make_title (const KhattEventData *data, const KhattStoryEvent *event)
{
  if (event->kind == KHATT_KIND_MESSAGE && event->title != NULL && *event->title != '\0')
    return g_strdup (event->title);
  if (event->kind == KHATT_KIND_VISIT && data->place != NULL && event->title != NULL)
    return g_strdup_printf ("%s %s", event->title, data->place);
  if (data->topics->len > 0)
    return g_strdup (g_ptr_array_index (data->topics, 0));
  if (event->title != NULL && *event->title != '\0' && event->is_statement)
    return g_strdup (event->title);
  if (event->title != NULL && *event->title != '\0')
    return data->place != NULL ? g_strdup_printf ("%s %s", event->title, data->place)
                               : g_strdup (event->title);
  return NULL;
}

/* What an event has from the sentence that tells it first. */
static void
begin_data (const KhattWriteUp *write_up,
            const KhattText *text,
            const KhattStoryEvent *event,
            Draft *draft)
{
  const KhattArticle *article = write_up->article;
  const KhattSpan *span = &g_array_index (text->sentences->sentences, KhattSpan, event->sentence);

  draft->data = khatt_event_data_new ();
  draft->source = khatt_event_data_add_source (draft->data, article->id);
  draft->source->span_first = span->first;
  draft->source->span_after = span->after;
  draft->source->excerpt = g_strndup (article->text + span->first, span->after - span->first);
  draft->agency = g_array_index (text->items->items, KhattItem, event->item).agency;
}

static void
add_sentences (const KhattText *text, const KhattStoryEvent *event, Draft *draft)
{
  for (guint i = 0; i < event->sentences->len; i++)
    {
      gsize sentence = g_array_index (event->sentences, gsize, i);

      khatt_topics_find (text, sentence, event->is_statement, draft->data->topics);
      if (draft->source->attribution == NULL)
        draft->source->attribution = khatt_source_find (text, sentence);
    }
}

static int
compare_events (gconstpointer a, gconstpointer b)
{
  const KhattStoryEvent *first = *(KhattStoryEvent *const *) a;
  const KhattStoryEvent *second = *(KhattStoryEvent *const *) b;

  if (first->anchor != second->anchor)
    return first->anchor < second->anchor ? -1 : 1;
  return 0;
}

/**
 * khatt_write_up_stretch: (skip)
 * @write_up: what is laid out
 * @text: the stretch that lies open
 * @story: a story that was told to the end of the stretch
 *
 * Writes down what a stretch of the text says of the events of a story.
 */
void
khatt_write_up_stretch (KhattWriteUp *write_up, const KhattText *text, KhattStory *story)
{
  GPtrArray *events = khatt_story_get_events (story);
  g_autoptr (GPtrArray) new_events = g_ptr_array_new ();

  for (guint i = 0; i < events->len; i++)
    {
      KhattStoryEvent *event = g_ptr_array_index (events, i);
      Draft *draft = get_draft (write_up, event);

      if (draft->data == NULL)
        {
          begin_data (write_up, text, event, draft);
          g_ptr_array_add (new_events, event);
        }
      add_sentences (text, event, draft);
      add_quotes (write_up, text, draft);
      if (draft->data->place == NULL)
        draft->data->place = dup_place (event, text);
    }
  g_ptr_array_sort (new_events, compare_events);
  for (guint i = 0; i < new_events->len; i++)
    g_ptr_array_add (write_up->events,
                     get_draft (write_up, g_ptr_array_index (new_events, i))->data);
}

static void
finish_data (const KhattText *text, const KhattStoryEvent *event, Draft *draft)
{
  KhattEventData *data = draft->data;
  g_autoptr (GStrvBuilder) rules = g_strv_builder_new ();

  data->kind = event->kind;
  data->status = event->status;
  data->date = event->dating.date;
  if (event->dating.after > event->dating.first)
    {
      draft->source->date_first = event->dating.first;
      draft->source->date_after = event->dating.after;
    }
  data->date_text = g_strdup (event->date_text);
  add_actors (data, event, text);
  if (draft->source->attribution == NULL)
    draft->source->attribution = g_strdup (draft->agency);
  for (guint i = 0; i < event->rules->len; i++)
    g_strv_builder_add (rules, g_ptr_array_index (event->rules, i));
  draft->source->rules = g_strv_builder_end (rules);
  draft->source->confidence = event->confidence;
  data->title = make_title (data, event);
}

/**
 * khatt_write_up_settle: (skip)
 * @write_up: what is laid out
 * @text: any stretch
 * @story: a story
 * @n_events: how many of its first events nothing more will be told of
 *
 * Completes events, after khatt_write_up_stretch(), and lets the story forget them.
 */
void
khatt_write_up_settle (KhattWriteUp *write_up,
                       const KhattText *text,
                       KhattStory *story,
                       guint n_events)
{
  GPtrArray *events = khatt_story_get_events (story);

  for (guint i = 0; i < n_events; i++)
    {
      KhattStoryEvent *event = g_ptr_array_index (events, i);

      finish_data (text, event, get_draft (write_up, event));
      g_hash_table_remove (write_up->drafts, event);
    }
  khatt_story_forget (story, n_events);
}
