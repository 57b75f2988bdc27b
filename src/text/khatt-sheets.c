/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sheets: what is known of each word of a text takes several times the room of the text itself, so
 * a long text is cut between its news items, and one sheet at a time is laid open: tokens,
 * sentences, items, mentions. It is gone over first for its words and where to cut it, then twice
 * for the people in it, then to be read; what stays between are words, people and mentions.
 * However large the sheets are, what is read from them is the same.
 */

#include "khatt-sheets.h"

#include "khatt-quotes.h"

#include <string.h>

/* Tokens between the verb of an office and what it tells in quotation marks. */
#define OFFICE_REACH 20

/* One sheet that lies open. */
typedef struct
{
  KhattTokens *tokens;
  KhattSentences *sentences;
  KhattItems *items;
} Layout;

struct _KhattSheets
{
  const KhattLexicon *lexicon;
  const KhattArticle *article;
  const char *home; /* of the publisher */
  KhattTokenWords *words;
  KhattActors *actors;
  GArray *ends;        /* of gsize: the byte where each sheet ends */
  GPtrArray *mentions; /* of GArray of KhattMention: those of each sheet */
  guint open;          /* G_MAXUINT: none */
  Layout layout;
  gsize *first_mention;
  guint8 *is_quoted;
  KhattText text;
};

static void
layout_fill (Layout *layout, const KhattSheets *sheets, gsize first, gsize after, gboolean has_more)
{
  layout->tokens = khatt_tokens_new_stretch (sheets->lexicon, sheets->words, sheets->article->text,
                                             first, after);
  layout->sentences = khatt_sentences_new (layout->tokens);
  layout->items = khatt_items_new_stretch (layout->tokens, layout->sentences, has_more);
  khatt_items_set_home (layout->items, sheets->home);
}

static void
layout_clear (Layout *layout)
{
  g_clear_pointer (&layout->items, khatt_items_free);
  g_clear_pointer (&layout->sentences, khatt_sentences_free);
  g_clear_pointer (&layout->tokens, khatt_tokens_free);
}

static void
close_sheet (KhattSheets *sheets)
{
  layout_clear (&sheets->layout);
  g_clear_pointer (&sheets->first_mention, g_free);
  g_clear_pointer (&sheets->is_quoted, g_free);
  sheets->open = G_MAXUINT;
}

static gsize
get_first (const KhattSheets *sheets, guint index)
{
  return index > 0 ? g_array_index (sheets->ends, gsize, index - 1) : 0;
}

static void
lay_open (KhattSheets *sheets, guint index)
{
  if (sheets->open == index)
    return;
  close_sheet (sheets);
  layout_fill (&sheets->layout, sheets, get_first (sheets, index),
               g_array_index (sheets->ends, gsize, index), index + 1 < sheets->ends->len);
  sheets->open = index;
}

/* The end of the line that a byte stands in. */
static gsize
find_line_end (const KhattArticle *article, gsize at)
{
  const char *newline =
      at < article->length ? memchr (article->text + at, '\n', article->length - at) : NULL;

  return newline != NULL ? (gsize) (newline - article->text) + 1 : article->length;
}

/* The last item may go on behind what was laid open: it begins the next sheet. Returns whether
 * there was another before it. */
static gboolean
cut_last_item (const Layout *layout, gsize *end)
{
  const GArray *items = layout->items->items;

  if (items->len < 2)
    return FALSE;
  *end = layout->tokens->tokens[g_array_index (items, KhattItem, items->len - 1).first_token].first;
  return TRUE;
}

/* An item that fills a sheet by itself gets a larger one. The last sheet stays open. */
static gsize
find_end (KhattSheets *sheets, gsize first, gsize sheet_bytes)
{
  gsize length = sheets->article->length;
  gboolean is_cut = FALSE;
  gsize end = first;

  for (gsize size = MAX (sheet_bytes, 1); !is_cut && end < length; size *= 2)
    {
      end = length - first <= size ? length : find_line_end (sheets->article, first + size);
      close_sheet (sheets);
      layout_fill (&sheets->layout, sheets, first, end, FALSE);
      is_cut = end < length && cut_last_item (&sheets->layout, &end);
    }
  return end;
}

static void
find_ends (KhattSheets *sheets, gsize sheet_bytes, GCancellable *cancellable)
{
  gsize end = 0;

  do
    {
      end = find_end (sheets, end, sheet_bytes);
      g_array_append_val (sheets->ends, end);
    }
  while (end < sheets->article->length && !g_cancellable_is_cancelled (cancellable));
  if (sheets->layout.tokens != NULL && end == sheets->article->length)
    sheets->open = sheets->ends->len - 1;
}

/* Twice: see khatt-mentions.c. */
static void
find_mentions (KhattSheets *sheets, GCancellable *cancellable)
{
  for (guint pass = 0; pass < 2; pass++)
    {
      g_autoptr (KhattScan) scan =
          khatt_mentions_new (sheets->lexicon, sheets->words, sheets->actors);

      g_ptr_array_set_size (sheets->mentions, 0);
      for (guint i = 0; i < sheets->ends->len && !g_cancellable_is_cancelled (cancellable); i++)
        {
          g_autoptr (GArray) found = NULL;
          GArray *kept;

          lay_open (sheets, i);
          found = khatt_mentions_find (scan, sheets->layout.tokens, sheets->layout.sentences,
                                       sheets->layout.items);
          kept = g_array_sized_new (FALSE, FALSE, sizeof (KhattMention), found->len);
          g_array_append_vals (kept, found->data, found->len);
          g_ptr_array_add (sheets->mentions, kept);
        }
    }
  khatt_actors_unite (sheets->actors);
  for (guint i = 0; i < sheets->mentions->len; i++)
    {
      GArray *mentions = g_ptr_array_index (sheets->mentions, i);
      for (guint k = 0; k < mentions->len; k++)
        {
          KhattMention *mention = &g_array_index (mentions, KhattMention, k);
          mention->actor = khatt_actors_resolve (sheets->actors, mention->actor);
        }
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

/**
 * khatt_sheets_new: (skip)
 * @lexicon: the tables; outlive the result, as does @article
 * @article: the article
 * @sheet_bytes: about how long a sheet is, such as %KHATT_SHEET_BYTES
 * @cancellable: (nullable): stops between sheets; then some are missing
 *
 * Lays a text out and finds the people in it.
 *
 * Returns: (transfer full): the sheets
 */
KhattSheets *
khatt_sheets_new (const KhattLexicon *lexicon,
                  const KhattArticle *article,
                  gsize sheet_bytes,
                  GCancellable *cancellable)
{
  KhattSheets *sheets = g_new0 (KhattSheets, 1);

  sheets->lexicon = lexicon;
  sheets->article = article;
  sheets->home = find_home (lexicon, article->publisher);
  sheets->words = khatt_token_words_new ();
  sheets->actors = khatt_actors_new (lexicon);
  sheets->ends = g_array_new (FALSE, FALSE, sizeof (gsize));
  sheets->mentions = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  sheets->open = G_MAXUINT;
  find_ends (sheets, sheet_bytes, cancellable);
  find_mentions (sheets, cancellable);
  return sheets;
}

/**
 * khatt_sheets_free: (skip)
 * @sheets: (transfer full): sheets
 *
 * Frees sheets and everything that was open.
 */
void
khatt_sheets_free (KhattSheets *sheets)
{
  close_sheet (sheets);
  g_ptr_array_unref (sheets->mentions);
  g_array_unref (sheets->ends);
  khatt_actors_free (sheets->actors);
  khatt_token_words_unref (sheets->words);
  g_free (sheets);
}

/**
 * khatt_sheets_get_n: (skip)
 * @sheets: sheets
 *
 * Returns: how many there are
 */
guint
khatt_sheets_get_n (const KhattSheets *sheets)
{
  return sheets->mentions->len;
}

static void
count_mentions (KhattSheets *sheets, const GArray *mentions)
{
  const GArray *sentences = sheets->layout.sentences->sentences;
  gsize n = sentences->len;
  gsize mention = 0;

  sheets->first_mention = g_new0 (gsize, n + 2);
  for (gsize i = 0; i < n; i++)
    {
      const KhattSpan *span = &g_array_index (sentences, KhattSpan, i);
      sheets->first_mention[i] = mention;
      while (mention < mentions->len &&
             g_array_index (mentions, KhattMention, mention).first_token < span->after_token)
        mention++;
    }
  sheets->first_mention[n] = sheets->first_mention[n + 1] = mention;
}

static gboolean
is_somebodys_words (const KhattTokens *tokens, const KhattQuotation *quotation)
{
  guint n = 0;

  for (gsize i = quotation->first_token; i < quotation->after_token; i++)
    n += tokens->tokens[i].kind == KHATT_TOKEN_WORD;
  return n >= KHATT_QUOTE_MIN_WORDS;
}

/* "وذكر مكتبه في بيان أن «الرئيس استقبل X»": the marks say whose prose it is, and it is told. */
static gboolean
is_office_prose (const KhattTokens *tokens, const KhattQuotation *quotation)
{
  gsize lowest = quotation->first_token > OFFICE_REACH ? quotation->first_token - OFFICE_REACH : 0;
  gboolean has_office = FALSE;

  for (gsize i = quotation->first_token - 1; i-- > lowest;)
    {
      const KhattMatch *agency = khatt_tokens_match (tokens, i, KHATT_ENTRY_AGENCY);
      const KhattMatch *verb = khatt_tokens_match (tokens, i, KHATT_ENTRY_VERB);

      if (khatt_token_is (&tokens->tokens[i], "."))
        return FALSE;
      has_office |= agency != NULL && (strcmp (agency->entry->fields[3], "office") == 0 ||
                                       strcmp (agency->entry->fields[3], "statement") == 0);
      if (verb != NULL && has_office)
        return khatt_tokens_match (tokens, i + 1, KHATT_ENTRY_AGENCY) != NULL;
      if (verb != NULL && khatt_tokens_match (tokens, i, KHATT_ENTRY_MARKER) == NULL &&
          verb->proclitics == 0 && strcmp (verb->entry->fields[2], "get") != 0)
        return FALSE;
      if (tokens->tokens[i].starts_line)
        return FALSE;
    }
  return FALSE;
}

/* Words inside quotation marks tell of no event. */
static void
mark_quoted (KhattSheets *sheets)
{
  const KhattTokens *tokens = sheets->layout.tokens;
  const GArray *quotations = sheets->layout.sentences->quotations;

  sheets->is_quoted = g_new0 (guint8, tokens->n_tokens + 1);
  for (guint i = 0; i < quotations->len; i++)
    {
      const KhattQuotation *quotation = &g_array_index (quotations, KhattQuotation, i);
      if (quotation->depth == 0 && !is_office_prose (tokens, quotation))
        memset (sheets->is_quoted + quotation->first_token,
                is_somebodys_words (tokens, quotation) ? KHATT_QUOTED_WORDS : KHATT_QUOTED_NAME,
                quotation->after_token - quotation->first_token);
    }
}

/**
 * khatt_sheets_open: (skip)
 * @sheets: sheets
 * @index: which
 *
 * Lays a sheet open, and closes the one that was.
 *
 * Returns: (transfer none): the sheet, until the next one is opened; its words, people and tables
 * stay
 */
const KhattText *
khatt_sheets_open (KhattSheets *sheets, guint index)
{
  const GArray *mentions = g_ptr_array_index (sheets->mentions, index);

  lay_open (sheets, index);
  if (sheets->is_quoted == NULL)
    {
      count_mentions (sheets, mentions);
      mark_quoted (sheets);
    }
  sheets->text = (KhattText){ .lexicon = sheets->lexicon,
                              .tokens = sheets->layout.tokens,
                              .sentences = sheets->layout.sentences,
                              .items = sheets->layout.items,
                              .actors = sheets->actors,
                              .mentions = mentions,
                              .first_mention = sheets->first_mention,
                              .is_quoted = sheets->is_quoted };
  return &sheets->text;
}
