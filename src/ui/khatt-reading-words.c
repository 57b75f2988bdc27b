/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Why an event was read, in words: what in its sentence tells of it, who is named, and what its
 * date counts from. */

#include "khatt-reading-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "khatt-article-words.h"
#include "khatt-bidi.h"
#include "khatt-dateline.h"
#include "khatt-trigger.h"
#include "khatt-words.h"

/* Bytes of an article in which a dateline is looked for. */
#define LONGEST_WITH_DATELINE (1 << 20)

/* By how the names of rules begin; the first that fits. */
static const struct
{
  const char *prefix;
  const char *form;
} tellings[] = {
  /* Translators: what words of an article say, which are put for %s; begins a sentence. */
  { "call.initiative", N_ ("“%s” says who called whom") },
  { "call.received", N_ ("“%s” says who was called") },
  { "call.", N_ ("“%s” tells of a telephone call") },
  { "meeting.attended", N_ ("“%s” says who took part in a meeting") },
  { "meeting.cancelled", N_ ("“%s” says that a meeting was called off") },
  { "meeting.chaired", N_ ("“%s” says who led a meeting") },
  { "meeting.received", N_ ("“%s” says who received whom") },
  { "meeting.summoned", N_ ("“%s” says who was summoned") },
  { "meeting.", N_ ("“%s” tells of a meeting") },
  { "visit.cancelled", N_ ("“%s” says that a visit was called off") },
  { "visit.", N_ ("“%s” tells of a visit") },
  { "message.greeting", N_ ("“%s” tells of greetings, which are a message") },
  { "message.", N_ ("“%s” tells of a message") },
  { "agreement.", N_ ("“%s” tells of an agreement") },
  { "offer.invit", N_ ("“%s” tells of an invitation") },
  { "offer.", N_ ("“%s” tells of an offer") },
  { "statement.announced", N_ ("“%s” announces something") },
  { "statement.denied", N_ ("“%s” denies something") },
  { "statement.reported", N_ ("“%s” passes on what somebody said") },
  { "statement.", N_ ("“%s” tells what somebody said") },
};

static const char *
get_telling (const char *rule)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tellings); i++)
    {
      if (g_str_has_prefix (rule, tellings[i].prefix))
        return _ (tellings[i].form);
    }
  return NULL;
}

static gboolean
has_sentence (const KhattArticle *article, const KhattSourceData *source)
{
  return article != NULL && article->text != NULL && source->span_first >= 0 &&
         source->span_first < source->span_after && (gsize) source->span_after <= article->length;
}

/**
 * khatt_reading_words_find:
 * @article: (nullable): the article of @source
 * @source: a report of an event
 * @lexicon: what articles are read with
 * @rule: (out) (optional) (nullable) (transfer none): the rule that needs the words
 *
 * Finds the words of the article that tell of the event.
 *
 * Returns: (transfer full) (element-type KhattTrigger): them, in the order of the text; nothing
 *   where a person wrote the event
 */
GArray *
khatt_reading_words_find (const KhattArticle *article,
                          const KhattSourceData *source,
                          const KhattLexicon *lexicon,
                          const char **rule)
{
  if (rule != NULL)
    *rule = NULL;
  for (guint i = 0; has_sentence (article, source) && source->rules != NULL && source->rules[i];
       i++)
    {
      g_autoptr (GArray) triggers =
          khatt_triggers_find (lexicon, article->text, (gsize) source->span_first,
                               (gsize) source->span_after, source->rules[i]);

      if (triggers->len == 0)
        continue;
      if (rule != NULL)
        *rule = source->rules[i];
      return g_steal_pointer (&triggers);
    }
  return g_array_new (FALSE, FALSE, sizeof (KhattTrigger));
}

/* Words of an article, safe inside a sentence of another direction. */
static char *
dup_quotation (const char *text)
{
  g_autofree char *plain = khatt_bidi_strip (text);

  return khatt_bidi_isolate (plain);
}

static char *
dup_triggers (const KhattArticle *article, const GArray *triggers)
{
  GString *joined = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < triggers->len; i++)
    {
      const KhattTrigger *trigger = &g_array_index (triggers, KhattTrigger, i);

      g_string_append (joined, i > 0 ? " … " : "");
      g_string_append_len (joined, article->text + trigger->first,
                           (gssize) (trigger->after - trigger->first));
    }
  text = g_string_free (joined, FALSE);
  return dup_quotation (g_strdelimit (text, "\n\t", ' '));
}

static char *
dup_telling (const KhattArticle *article,
             const KhattSourceData *source,
             const KhattLexicon *lexicon)
{
  const char *rule;
  g_autoptr (GArray) triggers = khatt_reading_words_find (article, source, lexicon, &rule);
  const char *form = rule != NULL ? get_telling (rule) : NULL;
  g_auto (GStrv) parts = form != NULL ? g_strsplit (form, "%s", 2) : NULL;
  g_autofree char *quotation = NULL;

  if (parts == NULL)
    return NULL;
  quotation = dup_triggers (article, triggers);
  return g_strjoinv (quotation, parts);
}

static char *
dup_parties (const KhattEventData *event, const KhattWords *words)
{
  guint n = event->actors->len;
  g_autofree char *number = khatt_words_count (words, n);

  if (n == 0)
    /* Translators: part of a sentence: none of those who took part. */
    return g_strdup (C_ ("reading", "nobody is named"));
  /* Translators: part of a sentence: how many of those who took part. */
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s party is named", "%s parties are named", n), number);
}

/* Without the dash between it and the report. */
static char *
dup_dateline (const KhattDateline *dateline)
{
  g_autofree char *text = g_strdup (dateline->text);
  gsize length = strlen (text);

  while (length > 0 && strchr ("- ", text[length - 1]) != NULL)
    text[--length] = '\0';
  return dup_quotation (text);
}

static char *
dup_relative_date (const KhattArticle *article,
                   const KhattSourceData *source,
                   const KhattLexicon *lexicon,
                   const char *quotation)
{
  g_autoptr (KhattDateline) dateline = NULL;
  g_autofree char *line = NULL;

  if (article->length <= LONGEST_WITH_DATELINE)
    dateline = khatt_dateline_find (lexicon, article, source->span_first);
  if (dateline == NULL)
    /* Translators: part of a sentence; %s are words such as “Friday”. */
    return g_strdup_printf (_ ("the date is “%s”, counted from the day of publication"), quotation);
  line = dup_dateline (dateline);
  /* Translators: part of a sentence: words such as “Friday”, then the line over a report that says
   * where and when it was written. */
  return g_strdup_printf (_ ("the date is “%s”, counted from “%s”"), quotation, line);
}

static gboolean
is_in_sentence (const KhattSourceData *source)
{
  return source->date_first >= source->span_first && source->date_after <= source->span_after;
}

static char *
dup_said_date (const KhattArticle *article,
               const KhattSourceData *source,
               const KhattLexicon *lexicon,
               const char *said)
{
  g_autofree char *quotation = dup_quotation (said);

  if (!is_in_sentence (source))
    /* Translators: part of a sentence. */
    return g_strdup_printf (_ ("the date is “%s”, which another sentence says"), quotation);
  if (!khatt_article_words_is_relative (source))
    /* Translators: part of a sentence. */
    return g_strdup_printf (_ ("the date is “%s”"), quotation);
  return dup_relative_date (article, source, lexicon, quotation);
}

static char *
dup_unknown_date (const KhattEventData *event, const KhattArticle *article, const char *said)
{
  const char *text = said != NULL ? said : event->date_text;
  g_autofree char *quotation = NULL;

  if (text == NULL || article->published != NULL)
    /* Translators: part of a sentence. */
    return g_strdup (_ ("no date is said"));
  quotation = dup_quotation (text);
  /* Translators: part of a sentence; %s are words such as “Friday”. */
  return g_strdup_printf (_ ("“%s” cannot be counted as long as the day of publication is unknown"),
                          quotation);
}

static gboolean
is_day_of_publication (const KhattEventData *event, const KhattArticle *article)
{
  KhattDate published;

  return article->published != NULL &&
         khatt_date_parse (article->published, -1, &published, NULL) &&
         khatt_date_equal (&event->date, &published);
}

/* Nothing where a person has changed what was read. */
static char *
dup_date (const KhattEventData *event,
          const KhattArticle *article,
          const KhattSourceData *source,
          const KhattLexicon *lexicon)
{
  g_autofree char *said = khatt_article_words_date (article, source);

  if (event->read != NULL || !has_sentence (article, source))
    return NULL;
  if (!khatt_date_is_known (&event->date))
    return dup_unknown_date (event, article, said);
  if (said != NULL)
    return dup_said_date (article, source, lexicon, said);
  if (is_day_of_publication (event, article))
    /* Translators: part of a sentence. */
    return g_strdup (_ ("no date is said, so it is the day of publication"));
  return NULL;
}

static const KhattSourceData *
find_read_source (const KhattEventData *event)
{
  for (guint i = 0; i < event->sources->len; i++)
    {
      const KhattSourceData *source = g_ptr_array_index (event->sources, i);

      if (source->rules != NULL)
        return source;
    }
  return NULL;
}

/**
 * khatt_reading_words_new:
 * @snapshot: a document
 * @event: an event of it
 * @lexicon: what articles are read with
 * @words: how numbers are written
 *
 * Says why @event was read: by which words of its first report, and how its date was found.
 *
 * Returns: (transfer full) (nullable): a sentence; %NULL where the words are not known, or a person
 *   wrote the event
 */
char *
khatt_reading_words_new (const KhattSnapshot *snapshot,
                         const KhattEventData *event,
                         const KhattLexicon *lexicon,
                         const KhattWords *words)
{
  const KhattSourceData *source = find_read_source (event);
  const KhattArticle *article = NULL;
  g_autofree char *telling = NULL;
  g_autofree char *parties = dup_parties (event, words);
  g_autofree char *date = NULL;

  if (source != NULL)
    article = khatt_snapshot_get_article_by_id (snapshot, source->article);
  if (article != NULL)
    telling = dup_telling (article, source, lexicon);
  if (telling == NULL)
    return NULL;
  date = dup_date (event, article, source, lexicon);
  if (date == NULL)
    /* Translators: parts of a sentence: what tells of an event; who is named. */
    return g_strdup_printf (C_ ("reading", "%s; %s."), telling, parties);
  /* Translators: parts of a sentence: what tells of an event; who is named; how it is dated. */
  return g_strdup_printf (C_ ("reading", "%s; %s; %s."), telling, parties, date);
}
