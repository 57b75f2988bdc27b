/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* JSON-LD in a page: the object of schema.org whose @type is an article, wherever it is in the
 * graph, gives the headline, the day and the publisher. Objects are walked with a stack of fixed
 * depth; whatever lies deeper, or is no JSON, is left alone. */

#include "khatt-page.h"

#include <string.h>
#include <yajl/yajl_parse.h>

#include "khatt-limits.h"

typedef enum
{
  KEY_NONE,
  KEY_TYPE,
  KEY_HEADLINE,
  KEY_PUBLISHED,
  KEY_PUBLISHER,
  KEY_NAME,
  KEY_ADDRESS,
} Key;
#define N_KEYS (KEY_ADDRESS + 1)

static const char *const key_names[N_KEYS] = {
  NULL, "@type", "headline", "datePublished", "publisher", "name", "url",
};

static const char *const article_types[] = {
  "NewsArticle",           "Article",     "ReportageNewsArticle", "AnalysisNewsArticle",
  "BackgroundNewsArticle", "BlogPosting", "LiveBlogPosting",      "Report",
};

/* An open object or array. */
typedef struct
{
  Key key; /* the member whose value comes; of an array: the member that it is the value of */
  gboolean is_object;
  gboolean is_article;
  char *values[N_KEYS];
} Level;

typedef struct
{
  KhattPage *page;
  Level levels[KHATT_LIMIT_DEPTH];
  guint depth;
} Walk;

static void
clear_level (Level *level)
{
  for (guint i = 0; i < N_KEYS; i++)
    g_free (level->values[i]);
  *level = (Level){ 0 };
}

static gboolean
is_article_type (const char *type, gsize length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (article_types); i++)
    {
      if (strlen (article_types[i]) == length && memcmp (article_types[i], type, length) == 0)
        return TRUE;
    }
  return FALSE;
}

/* The object that a value belongs to, through the arrays around it. */
static Level *
find_object (Walk *walk)
{
  for (guint i = walk->depth; i > 0; i--)
    {
      if (walk->levels[i - 1].is_object)
        return &walk->levels[i - 1];
    }
  return NULL;
}

static int
take_string (void *data, const unsigned char *string, size_t length)
{
  Walk *walk = data;
  Level *level = find_object (walk);
  Key key = walk->depth > 0 ? walk->levels[walk->depth - 1].key : KEY_NONE;

  if (level == NULL || key == KEY_NONE)
    return TRUE;
  if (key == KEY_TYPE)
    level->is_article |= is_article_type ((const char *) string, length);
  else if (level->values[key] == NULL)
    level->values[key] = g_strndup ((const char *) string, length);
  return TRUE;
}

static int
take_key (void *data, const unsigned char *key, size_t length)
{
  Walk *walk = data;
  Level *level = &walk->levels[walk->depth - 1];

  level->key = KEY_NONE;
  for (Key i = KEY_NONE + 1; i < N_KEYS; i++)
    {
      if (strlen (key_names[i]) == length && memcmp (key_names[i], key, length) == 0)
        level->key = i;
    }
  return TRUE;
}

static int
open_level (Walk *walk, gboolean is_object)
{
  Key key = walk->depth > 0 && !is_object ? walk->levels[walk->depth - 1].key : KEY_NONE;

  if (walk->depth == KHATT_LIMIT_DEPTH)
    return FALSE;
  walk->levels[walk->depth++] = (Level){ .is_object = is_object, .key = key };
  return TRUE;
}

static int
open_object (void *data)
{
  return open_level (data, TRUE);
}

static int
open_array (void *data)
{
  return open_level (data, FALSE);
}

static void
take_if_known (Walk *walk, KhattPageFact fact, const char *value)
{
  if (value != NULL)
    khatt_page_take_fact (walk->page, fact, KHATT_PAGE_RANK_DATA, value, -1);
}

/* Its parent is a publisher's article, or nobody. */
static void
give_name_to_parent (Walk *walk, Level *level)
{
  Level *parent;

  walk->depth--;
  parent = find_object (walk);
  if (parent != NULL && walk->levels[walk->depth - 1].key == KEY_PUBLISHER &&
      parent->values[KEY_PUBLISHER] == NULL)
    parent->values[KEY_PUBLISHER] = g_steal_pointer (&level->values[KEY_NAME]);
}

static int
close_object (void *data)
{
  Walk *walk = data;
  Level *level = &walk->levels[walk->depth - 1];

  if (level->is_article)
    {
      take_if_known (walk, KHATT_PAGE_TITLE, level->values[KEY_HEADLINE]);
      take_if_known (walk, KHATT_PAGE_PUBLISHED, level->values[KEY_PUBLISHED]);
      take_if_known (walk, KHATT_PAGE_PUBLISHER, level->values[KEY_PUBLISHER]);
      take_if_known (walk, KHATT_PAGE_ADDRESS, level->values[KEY_ADDRESS]);
    }
  give_name_to_parent (walk, level);
  clear_level (level);
  return TRUE;
}

static int
close_array (void *data)
{
  Walk *walk = data;

  clear_level (&walk->levels[--walk->depth]);
  return TRUE;
}

static const yajl_callbacks callbacks = {
  .yajl_string = take_string,
  .yajl_start_map = open_object,
  .yajl_map_key = take_key,
  .yajl_end_map = close_object,
  .yajl_start_array = open_array,
  .yajl_end_array = close_array,
};

/**
 * khatt_page_take_data: (skip)
 * @page: a page
 * @json: the content of a script of type application/ld+json, valid UTF-8
 * @length: its bytes
 *
 * Takes what it says about the article; what is no JSON says nothing.
 */
void
khatt_page_take_data (KhattPage *page, const char *json, gsize length)
{
  g_autofree Walk *walk = g_new0 (Walk, 1);
  yajl_handle parser;

  walk->page = page;
  parser = yajl_alloc (&callbacks, NULL, walk);
  yajl_config (parser, yajl_allow_comments, 1);
  if (yajl_parse (parser, (const unsigned char *) json, length) == yajl_status_ok)
    yajl_complete_parse (parser);
  yajl_free (parser);
  while (walk->depth > 0)
    clear_level (&walk->levels[--walk->depth]);
}
