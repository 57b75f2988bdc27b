/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Attribution: whom a sentence has its news from. Agencies, channels and press offices pass news
 * on; they are never actors of it.
 */

#include "khatt-sources.h"

#include "khatt-clause.h"

#include <string.h>

/* Words between "according to", or a verb of reporting, and the agency. */
#define REACH 4

static gboolean
is_announced (const KhattClauses *clauses, gsize at)
{
  gsize lowest = at > clauses->first_token + REACH ? at - REACH : clauses->first_token;

  for (gsize i = at + 1; i-- > lowest;)
    {
      const KhattMatch *verb = khatt_clauses_verb (clauses, i);

      if (khatt_clauses_marker (clauses, i, "source") != NULL)
        return TRUE;
      if (i < at && verb != NULL &&
          (strcmp (verb->entry->fields[2], "report") == 0 ||
           strcmp (verb->entry->fields[2], "say") == 0 ||
           strcmp (verb->entry->fields[2], "send") == 0))
        return TRUE;
    }
  return FALSE;
}

/* A press office is somebody's: "المكتب الصحفي للكرملين". */
static char *
name_source (const KhattText *text, const KhattClauses *clauses, gsize at, const KhattMatch *match)
{
  const char *sort = match->entry->fields[3];
  gsize after = at + match->n_tokens;
  const KhattMention *owner =
      after < clauses->after_token ? khatt_clauses_mention_at (clauses, after) : NULL;
  const char *name = match->entry->fields[1];
  gboolean is_office = strcmp (sort, "office") == 0 || strcmp (sort, "ministry") == 0;

  if (strcmp (sort, "statement") == 0)
    return NULL;
  if (is_office && owner != NULL && owner->first_token == after &&
      (owner->governor == KHATT_GOVERNOR_FOR || owner->governor == KHATT_GOVERNOR_NONE ||
       owner->governor == KHATT_GOVERNOR_OF))
    {
      guint32 first = text->tokens->tokens[after].first;
      return g_strdup_printf ("%s %.*s", name,
                              (int) (text->tokens->tokens[owner->after_token - 1].after - first),
                              text->tokens->text + first);
    }
  if (is_office && after < clauses->after_token &&
      g_str_has_prefix (text->tokens->tokens[after].folded, "لل"))
    {
      guint32 first = text->tokens->tokens[after].first;
      gsize last = after;

      while (last + 1 < clauses->after_token &&
             khatt_tokens_match (text->tokens, last + 1, KHATT_ENTRY_ADJECTIVE) != NULL)
        last++;
      return g_strdup_printf ("%s %.*s", name, (int) (text->tokens->tokens[last].after - first),
                              text->tokens->text + first);
    }
  return g_strdup (name);
}

/**
 * khatt_source_find:
 * @text: what is read
 * @sentence: which sentence
 *
 * Finds whom a sentence has its news from.
 *
 * Returns: (nullable) (transfer full): a name
 */
char *
khatt_source_find (const KhattText *text, gsize sentence)
{
  g_autoptr (KhattClauses) clauses = khatt_clauses_new (text, sentence);

  for (gsize i = clauses->first_token; i < clauses->after_token; i++)
    {
      const KhattMatch *match = khatt_tokens_match (text->tokens, i, KHATT_ENTRY_AGENCY);
      char *name;
      const KhattMention *mention = khatt_clauses_mention_at (clauses, i);

      if (match == NULL || (mention != NULL && mention->first_token < i) ||
          !is_announced (clauses, i))
        continue;
      name = name_source (text, clauses, i, match);
      if (name != NULL)
        return name;
      i += match->n_tokens - 1;
    }
  return NULL;
}
