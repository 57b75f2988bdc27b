/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a page says about itself. Of several values for one thing the best one is kept. */
typedef enum
{
  KHATT_PAGE_TITLE,
  KHATT_PAGE_PUBLISHED, /* EDTF: a day */
  KHATT_PAGE_PUBLISHER,
  KHATT_PAGE_ADDRESS,
} KhattPageFact;
#define KHATT_N_PAGE_FACTS (KHATT_PAGE_ADDRESS + 1)

/* Who says it: the smaller, the more it is to be believed. */
typedef enum
{
  KHATT_PAGE_RANK_DATA,    /* JSON-LD of the article */
  KHATT_PAGE_RANK_META,    /* <meta>, <link> */
  KHATT_PAGE_RANK_MARKED,  /* itemprop in the body */
  KHATT_PAGE_RANK_GENERAL, /* <meta> of less exact meaning */
  KHATT_PAGE_RANK_SEEN,    /* the first <h1>, the first <time> */
  KHATT_PAGE_RANK_LAST,    /* <title> */
  KHATT_PAGE_RANK_NONE,
} KhattPageRank;

typedef enum
{
  KHATT_ELEMENT_HOLDER = 1 << 0,   /* paragraphs count for it: a div, not a p */
  KHATT_ELEMENT_DROPPED = 1 << 1,  /* never prose: nav, script, hidden */
  KHATT_ELEMENT_DOUBTFUL = 1 << 2, /* named like what surrounds an article */
  KHATT_ELEMENT_MAIN = 1 << 3,
  KHATT_ELEMENT_ARTICLE = 1 << 4,
  KHATT_ELEMENT_BODY = 1 << 5, /* itemprop=articleBody */
  KHATT_ELEMENT_TOLD = 1 << 6, /* of the article */
} KhattElementFlags;

#define KHATT_ELEMENT_NONE G_MAXUINT32

/* Elements stand in the order of their start tags: an element's parent comes before it, and what it
 * contains right behind it. */
typedef struct
{
  guint32 parent;
  guint32 holder;  /* itself or the next one around it that paragraphs count for */
  guint32 after;   /* index of the first element behind it that it does not contain */
  guint32 n_prose; /* letters of prose in it */
  float score;
  guint flags;
} KhattElement;

/* A line of text: a paragraph, a heading, what stands between two <br>. */
typedef struct
{
  char *text;
  guint32 element;
  guint32 n_letters;
  guint32 n_linked; /* letters inside of links */
  guint32 n_timed;  /* letters inside of <time> */
  guint8 heading;   /* 1 to 6; 0: none */
} KhattLine;

typedef struct
{
  GArray *elements; /* of KhattElement */
  GArray *lines;    /* of KhattLine */
  char *facts[KHATT_N_PAGE_FACTS];
  KhattPageRank ranks[KHATT_N_PAGE_FACTS];
} KhattPage;

KhattPage *khatt_page_parse (const char *html, gsize length);
void khatt_page_free (KhattPage *page);

void khatt_page_take_fact (KhattPage *page,
                           KhattPageFact fact,
                           KhattPageRank rank,
                           const char *value,
                           gssize length);
void khatt_page_take_meta (KhattPage *page, const char *name, const char *content);
/* khatt-page-data.c */
void khatt_page_take_data (KhattPage *page, const char *json, gsize length);
/* khatt-page-text.c */
char *khatt_page_dup_text (KhattPage *page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattPage, khatt_page_free)

G_END_DECLS
