/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The article reader: runs the stages over one article and lays the story's events out as data.
 * Each stage is a file of its own: tokens, sentences, items, mentions, frames, dates, the story,
 * and what surrounds an event (topics, sources, quotations).
 */

#include "khatt-reader.h"

#include "khatt-dateline.h"
#include "khatt-published.h"
#include "khatt-quotes.h"
#include "khatt-sources.h"
#include "khatt-story.h"
#include "khatt-topics.h"

#include <string.h>

/* Sentences between two looks at whether to stop. */
#define SENTENCES_PER_LOOK 64

/* Everything that lives while one article is read. */
typedef struct
{
  KhattTokens *tokens;
  KhattSentences *sentences;
  KhattItems *items;
  KhattActors *actors;
  GArray *mentions;
  gsize *first_mention;
  guint8 *is_quoted;
  KhattText text;
} Desk;

static void
count_mentions (Desk *desk)
{
  gsize n = desk->sentences->sentences->len;
  gsize mention = 0;

  desk->first_mention = g_new0 (gsize, n + 2);
  for (gsize i = 0; i < n; i++)
    {
      const KhattSpan *span = &g_array_index (desk->sentences->sentences, KhattSpan, i);
      desk->first_mention[i] = mention;
      while (mention < desk->mentions->len &&
             g_array_index (desk->mentions, KhattMention, mention).first_token < span->after_token)
        mention++;
    }
  desk->first_mention[n] = desk->first_mention[n + 1] = mention;
}

static gboolean
is_somebodys_words (const Desk *desk, const KhattQuotation *quotation)
{
  guint n = 0;

  for (gsize i = quotation->first_token; i < quotation->after_token; i++)
    n += desk->tokens->tokens[i].kind == KHATT_TOKEN_WORD;
  return n >= KHATT_QUOTE_MIN_WORDS;
}

/* Words inside quotation marks tell of no event. */
static void
mark_quoted (Desk *desk)
{
  desk->is_quoted = g_new0 (guint8, desk->tokens->n_tokens + 1);
  for (guint i = 0; i < desk->sentences->quotations->len; i++)
    {
      const KhattQuotation *quotation =
          &g_array_index (desk->sentences->quotations, KhattQuotation, i);
      if (quotation->depth == 0)
        memset (desk->is_quoted + quotation->first_token,
                is_somebodys_words (desk, quotation) ? KHATT_QUOTED_WORDS : KHATT_QUOTED_NAME,
                quotation->after_token - quotation->first_token);
    }
}

/* "وكالة الأنباء الكويتية" as publisher: Kuwait's minister needs no adjective there. */
static const char *
find_home (const KhattLexicon *lexicon, const char *publisher)
{
  g_autoptr (KhattTokens) tokens =
      khatt_tokens_new (lexicon, publisher != NULL ? publisher : "", -1);

  for (gsize i = 0; i < tokens->n_tokens; i++)
    {
      const KhattMatch *agency = khatt_tokens_match (tokens, i, KHATT_ENTRY_AGENCY);
      if (agency != NULL && *agency->entry->fields[2] != '\0')
        return agency->entry->fields[2];
    }
  return NULL;
}

static void
desk_open (Desk *desk, const KhattLexicon *lexicon, const KhattArticle *article)
{
  desk->tokens = khatt_tokens_new (lexicon, article->text, -1);
  desk->sentences = khatt_sentences_new (desk->tokens);
  desk->items = khatt_items_new (desk->tokens, desk->sentences);
  khatt_items_set_home (desk->items, find_home (lexicon, article->publisher));
  desk->actors = khatt_actors_new (lexicon);
  desk->mentions =
      khatt_mentions_find (lexicon, desk->tokens, desk->sentences, desk->items, desk->actors);
  count_mentions (desk);
  mark_quoted (desk);
  desk->text = (KhattText){ .lexicon = lexicon,
                            .tokens = desk->tokens,
                            .sentences = desk->sentences,
                            .items = desk->items,
                            .actors = desk->actors,
                            .mentions = desk->mentions,
                            .first_mention = desk->first_mention,
                            .is_quoted = desk->is_quoted };
}

static void
desk_clear (Desk *desk)
{
  g_free (desk->is_quoted);
  g_free (desk->first_mention);
  g_array_unref (desk->mentions);
  khatt_actors_free (desk->actors);
  khatt_items_free (desk->items);
  khatt_sentences_free (desk->sentences);
  khatt_tokens_free (desk->tokens);
}

static void
propose_dates (KhattReading *reading, const Desk *desk, gint64 latest_day)
{
  KhattPublished published;

  khatt_published_find (desk->tokens, desk->items, latest_day, &published);
  reading->weekday = published.weekday;
  for (guint i = 0; i < published.candidates->len; i++)
    {
      const KhattCandidate *candidate = g_ptr_array_index (published.candidates, i);
      g_ptr_array_add (
          reading->candidates,
          khatt_candidate_new (candidate->date, (const char *const *) candidate->reasons));
    }
  khatt_published_clear (&published);
}

/* What a story's event has besides, while the sentences go by: quotations by their event. */
typedef struct
{
  GHashTable *quotes; /* of GArray of KhattQuote */
} QuoteBook;

static void
note_quotes (QuoteBook *book, const Desk *desk, KhattStory *story, gsize sentence)
{
  KhattStoryEvent *event = khatt_story_get_current (story);
  g_autoptr (GArray) quotes = NULL;
  GArray *noted;
  guint speaker;

  if (event == NULL)
    return;
  speaker = khatt_story_get_speaker (story);
  if (speaker == KHATT_NO_ACTOR && event->n_parties > 0)
    speaker = event->parties[0].actor; /* a statement reads out the talks of both */
  quotes = khatt_quotes_find (&desk->text, sentence, speaker);
  if (quotes->len == 0)
    return;
  noted = g_hash_table_lookup (book->quotes, event);
  if (noted == NULL)
    g_hash_table_insert (book->quotes, event, g_steal_pointer (&quotes));
  else
    g_array_append_vals (noted, quotes->data, quotes->len);
}

static void
add_quotes (KhattEventData *data,
            const QuoteBook *book,
            const KhattStoryEvent *event,
            const Desk *desk,
            const KhattArticle *article)
{
  const GArray *quotes = g_hash_table_lookup (book->quotes, event);

  for (guint i = 0; quotes != NULL && i < quotes->len; i++)
    {
      const KhattQuote *quote = &g_array_index (quotes, KhattQuote, i);
      g_autofree char *text = NULL;
      KhattQuoteData *added;

      text = g_strndup (article->text + quote->first, quote->after - quote->first);
      added = khatt_event_data_add_quote (
          data,
          quote->speaker != KHATT_NO_ACTOR ? khatt_actors_get (desk->actors, quote->speaker)->name
                                           : NULL,
          text);
      added->article = g_strdup (article->id);
      added->span_first = quote->first;
      added->span_after = quote->after;
    }
}

static void
add_actors (KhattEventData *data, const KhattStoryEvent *event, const Desk *desk)
{
  for (guint i = 0; i < event->n_parties; i++)
    {
      const KhattActor *actor = khatt_actors_get (desk->actors, event->parties[i].actor);
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
has_article (const Desk *desk, gsize token)
{
  static const KhattEntryClass classes[] = { KHATT_ENTRY_CITY, KHATT_ENTRY_COUNTRY };

  for (gsize i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      const KhattMatch *match = khatt_tokens_match (desk->tokens, token, classes[i]);
      if (match != NULL && ((match->proclitics & KHATT_PROCLITIC_AL) ||
                            g_str_has_prefix (match->entry->fields[0], "ال")))
        return TRUE;
    }
  return FALSE;
}

static char *
dup_place (const KhattStoryEvent *event, const Desk *desk)
{
  const KhattMention *mention;
  guint32 first, after;

  if (event->place < 0)
    return NULL;
  mention = &g_array_index (desk->mentions, KhattMention, event->place);
  first = desk->tokens->tokens[mention->first_token].first;
  after = desk->tokens->tokens[mention->after_token - 1].after;
  if (mention->governor == KHATT_GOVERNOR_BY)
    first += (guint32) strlen ("ب");
  if (mention->governor == KHATT_GOVERNOR_FOR && g_str_has_prefix (desk->tokens->text + first, "ل"))
    {
      g_autofree char *rest = NULL;

      first += (guint32) strlen ("ل");
      rest = g_strndup (desk->tokens->text + first, after - first);
      return has_article (desk, mention->first_token) && g_str_has_prefix (rest, "ل")
                 ? g_strconcat ("ا", rest, NULL)
                 : g_steal_pointer (&rest);
    }
  return g_strndup (desk->tokens->text + first, after - first);
}

static void
add_topics (KhattEventData *data, const KhattStoryEvent *event, const Desk *desk)
{
  g_autoptr (GPtrArray) topics = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < event->sentences->len; i++)
    khatt_topics_find (&desk->text, g_array_index (event->sentences, gsize, i), event->is_statement,
                       topics);
  for (guint i = 0; i < topics->len; i++)
    khatt_event_data_add_topic (data, g_ptr_array_index (topics, i));
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

static void
add_source (KhattEventData *data,
            const KhattStoryEvent *event,
            const Desk *desk,
            const KhattArticle *article)
{
  const KhattSpan *span = &g_array_index (desk->sentences->sentences, KhattSpan, event->sentence);
  KhattSourceData *source = khatt_event_data_add_source (data, article->id);
  g_autoptr (GStrvBuilder) rules = g_strv_builder_new ();

  source->span_first = span->first;
  source->span_after = span->after;
  source->excerpt = g_strndup (article->text + span->first, span->after - span->first);
  for (guint i = 0; i < event->sentences->len && source->attribution == NULL; i++)
    source->attribution =
        khatt_source_find (&desk->text, g_array_index (event->sentences, gsize, i));
  if (source->attribution == NULL)
    source->attribution =
        g_strdup (g_array_index (desk->items->items, KhattItem, event->item).agency);
  for (guint i = 0; i < event->rules->len; i++)
    g_strv_builder_add (rules, g_ptr_array_index (event->rules, i));
  source->rules = g_strv_builder_end (rules);
  source->confidence = event->confidence;
}

static KhattEventData *
make_event (const KhattStoryEvent *event,
            const QuoteBook *book,
            const Desk *desk,
            const KhattArticle *article)
{
  KhattEventData *data = khatt_event_data_new ();

  data->kind = event->kind;
  data->status = event->status;
  data->date = event->date;
  data->date_text = g_strdup (event->date_text);
  data->place = dup_place (event, desk);
  add_actors (data, event, desk);
  add_topics (data, event, desk);
  add_quotes (data, book, event, desk, article);
  add_source (data, event, desk, article);
  data->title = make_title (data, event);
  return data;
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

static void
lay_out (KhattReading *reading,
         KhattStory *story,
         const QuoteBook *book,
         const Desk *desk,
         const KhattArticle *article)
{
  GPtrArray *events = khatt_story_get_events (story);

  g_ptr_array_sort (events, compare_events);
  for (guint i = 0; i < events->len; i++)
    {
      KhattEventData *data = make_event (g_ptr_array_index (events, i), book, desk, article);
      data->id = g_strdup_printf ("e%u", i + 1);
      g_ptr_array_add (reading->events, data);
    }
}

/**
 * khatt_reader_read:
 * @lexicon: the tables of the article's language
 * @article: the article
 * @latest_day: the last day on which it can have been published, in days since 1970, such as today;
 *   %KHATT_PUBLISHED_NO_LIMIT where none is known
 * @cancellable: (nullable): stops the reading between sentences; what was read until then is kept
 *
 * Reads the events out of an article. A pure function of its arguments; any thread.
 *
 * Returns: (transfer full): the events, and publication dates to choose from where none is known
 */
KhattReading *
khatt_reader_read (const KhattLexicon *lexicon,
                   const KhattArticle *article,
                   gint64 latest_day,
                   GCancellable *cancellable)
{
  KhattReading *reading = g_new0 (KhattReading, 1);
  g_autoptr (KhattStory) story = NULL;
  KhattDateContext context;
  QuoteBook book = { g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref) };
  Desk desk = { 0 };

  reading->events = g_ptr_array_new_with_free_func ((GDestroyNotify) khatt_event_data_free);
  reading->candidates = g_ptr_array_new_with_free_func ((GDestroyNotify) khatt_candidate_free);
  desk_open (&desk, lexicon, article);
  if (!khatt_dateline_begin (article->published, &context))
    propose_dates (reading, &desk, latest_day);
  story = khatt_story_new (&desk.text, &context);
  for (gsize i = 0; i < desk.sentences->sentences->len; i++)
    {
      if (i % SENTENCES_PER_LOOK == 0 && g_cancellable_is_cancelled (cancellable))
        break;
      khatt_story_tell (story, i);
      note_quotes (&book, &desk, story, i);
    }
  lay_out (reading, story, &book, &desk, article);
  g_hash_table_unref (book.quotes);
  desk_clear (&desk);
  return reading;
}

/**
 * khatt_reading_free:
 * @reading: (transfer full): what was read
 *
 * Frees a reading.
 */
void
khatt_reading_free (KhattReading *reading)
{
  g_ptr_array_unref (reading->events);
  g_ptr_array_unref (reading->candidates);
  g_free (reading);
}
