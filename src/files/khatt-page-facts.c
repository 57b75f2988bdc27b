/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a saved web page says about itself. Publishers repeat the title, the day and their name in
 * several vocabularies (Open Graph, Dublin Core, schema.org, plain HTML); a table says how much
 * each is to be believed, and the best one that makes sense is kept. */

#include "khatt-page.h"

#include <stdio.h>
#include <string.h>

#include "khatt-date.h"

typedef struct
{
  const char *name; /* of the <meta>, in small letters */
  KhattPageFact fact;
  KhattPageRank rank;
} MetaName;

static const MetaName meta_names[] = {
  { "og:title", KHATT_PAGE_TITLE, KHATT_PAGE_RANK_META },
  { "headline", KHATT_PAGE_TITLE, KHATT_PAGE_RANK_META },
  { "twitter:title", KHATT_PAGE_TITLE, KHATT_PAGE_RANK_MARKED },
  { "dc.title", KHATT_PAGE_TITLE, KHATT_PAGE_RANK_MARKED },
  { "dcterms.title", KHATT_PAGE_TITLE, KHATT_PAGE_RANK_MARKED },
  { "article:published_time", KHATT_PAGE_PUBLISHED, KHATT_PAGE_RANK_META },
  { "og:article:published_time", KHATT_PAGE_PUBLISHED, KHATT_PAGE_RANK_META },
  { "datepublished", KHATT_PAGE_PUBLISHED, KHATT_PAGE_RANK_META },
  { "dc.date.issued", KHATT_PAGE_PUBLISHED, KHATT_PAGE_RANK_MARKED },
  { "dcterms.issued", KHATT_PAGE_PUBLISHED, KHATT_PAGE_RANK_MARKED },
  { "dc.date", KHATT_PAGE_PUBLISHED, KHATT_PAGE_RANK_GENERAL },
  { "dcterms.date", KHATT_PAGE_PUBLISHED, KHATT_PAGE_RANK_GENERAL },
  { "pubdate", KHATT_PAGE_PUBLISHED, KHATT_PAGE_RANK_GENERAL },
  { "publishdate", KHATT_PAGE_PUBLISHED, KHATT_PAGE_RANK_GENERAL },
  { "publish-date", KHATT_PAGE_PUBLISHED, KHATT_PAGE_RANK_GENERAL },
  { "publish_date", KHATT_PAGE_PUBLISHED, KHATT_PAGE_RANK_GENERAL },
  { "date", KHATT_PAGE_PUBLISHED, KHATT_PAGE_RANK_GENERAL },
  { "og:site_name", KHATT_PAGE_PUBLISHER, KHATT_PAGE_RANK_META },
  { "publisher", KHATT_PAGE_PUBLISHER, KHATT_PAGE_RANK_META },
  { "dc.publisher", KHATT_PAGE_PUBLISHER, KHATT_PAGE_RANK_MARKED },
  { "dcterms.publisher", KHATT_PAGE_PUBLISHER, KHATT_PAGE_RANK_MARKED },
  { "application-name", KHATT_PAGE_PUBLISHER, KHATT_PAGE_RANK_GENERAL },
  { "og:url", KHATT_PAGE_ADDRESS, KHATT_PAGE_RANK_MARKED },
};

/* The day that a time stamp begins with: 2025-08-08T10:00+03:00, 2025/08/08, 20250808. The day is
 * the one that the page says, whatever its time zone. */
static char *
dup_day (const char *value)
{
  int year, month, day, n = 0;
  g_autofree char *edtf = NULL;
  KhattDate date;

  if ((sscanf (value, "%4d-%2d-%2d%n", &year, &month, &day, &n) != 3 &&
       sscanf (value, "%4d/%2d/%2d%n", &year, &month, &day, &n) != 3 &&
       sscanf (value, "%4d%2d%2d%n", &year, &month, &day, &n) != 3) ||
      n < (int) strlen ("2025-8-8") || g_ascii_isdigit (value[n]) || year < 0 || month < 0 ||
      day < 0)
    return NULL;
  edtf = g_strdup_printf ("%04d-%02d-%02d", year, month, day);
  return khatt_date_parse (edtf, -1, &date, NULL) ? g_steal_pointer (&edtf) : NULL;
}

static gboolean
is_web_address (const char *value)
{
  g_autofree char *scheme = g_uri_parse_scheme (value);

  return g_strcmp0 (scheme, "https") == 0 || g_strcmp0 (scheme, "http") == 0;
}

/* One line, with single spaces. */
static char *
tidy (const char *value, gssize length)
{
  g_autoptr (GString) line = g_string_new (NULL);
  const char *end = value + (length >= 0 ? (gsize) length : strlen (value));

  for (const char *at = value; at < end; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (!g_unichar_isspace (character))
        g_string_append_unichar (line, character);
      else if (line->len > 0 && line->str[line->len - 1] != ' ')
        g_string_append_c (line, ' ');
    }
  return g_strchomp (g_string_free (g_steal_pointer (&line), FALSE));
}

/**
 * khatt_page_take_fact: (skip)
 * @page: a page
 * @fact: what it says
 * @rank: who says it
 * @value: the value, valid UTF-8
 * @length: its bytes, or -1
 *
 * Keeps the value if it makes sense and nothing better is known yet.
 */
void
khatt_page_take_fact (KhattPage *page,
                      KhattPageFact fact,
                      KhattPageRank rank,
                      const char *value,
                      gssize length)
{
  g_autofree char *tidied = NULL;
  g_autofree char *kept = NULL;

  if (rank >= page->ranks[fact])
    return;
  tidied = tidy (value, length);
  if (fact == KHATT_PAGE_PUBLISHED)
    kept = dup_day (tidied);
  else if (*tidied != '\0' && (fact != KHATT_PAGE_ADDRESS || is_web_address (tidied)))
    kept = g_steal_pointer (&tidied);
  if (kept == NULL)
    return;
  g_free (page->facts[fact]);
  page->facts[fact] = g_steal_pointer (&kept);
  page->ranks[fact] = rank;
}

/**
 * khatt_page_take_meta: (skip)
 * @page: a page
 * @name: the name, property or itemprop of a <meta>
 * @content: its content
 */
void
khatt_page_take_meta (KhattPage *page, const char *name, const char *content)
{
  for (gsize i = 0; i < G_N_ELEMENTS (meta_names); i++)
    {
      const MetaName *known = &meta_names[i];

      if (g_ascii_strcasecmp (name, known->name) == 0)
        khatt_page_take_fact (page, known->fact, known->rank, content, -1);
    }
}
