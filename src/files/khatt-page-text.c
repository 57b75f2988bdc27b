/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The main text of a page. Each line of prose counts for the element that holds it and half for
 * the one around that: one point, one for each comma, up to three for its length, less the share
 * of it that is links. The element with the most points holds the article. That is the method of
 * Arc90's Readability; that links tell menus from prose is from Kohlschütter, Fankhauser and Nejdl,
 * Boilerplate Detection using Shallow Text Features (2010).
 *
 * What the page marks as the article goes before counting: itemprop="articleBody" is taken as it
 * is; of <article> and <main> the best element is looked for inside. What is named like a share
 * bar, a menu or a comment is left out, unless half of the page's prose is in it: then the name
 * deceives. */

#include "khatt-page.h"

#include <string.h>

/* Letters that a line of prose has at least. */
#define MIN_PROSE 25
/* Letters for each of the three points for length. */
#define LETTERS_PER_POINT 80
#define MAX_LENGTH_POINTS 3
/* More than this share of links is a list of links. */
#define MAX_LINKED 0.5
/* And more than this share of <time> is the line that says when it was published. */
#define MAX_TIMED 0.5
/* An element that the page marks is believed if so much of its prose is in it. */
#define MIN_MARKED 0.25
/* A neighbour of the article's element with this share of its points belongs to it. */
#define NEIGHBOUR_SHARE 0.2
/* A lead stands before the body, a paragraph of so many letters. */
#define MIN_LEAD 60

static KhattElement *
get (const KhattPage *page, guint32 index)
{
  return &g_array_index (page->elements, KhattElement, index);
}

static const KhattLine *
get_line (const KhattPage *page, guint index)
{
  return &g_array_index (page->lines, KhattLine, index);
}

static gboolean
is_prose (const KhattLine *line)
{
  return line->n_letters >= MIN_PROSE && line->heading == 0 &&
         line->n_linked <= MAX_LINKED * line->n_letters;
}

/* ---- What is left out ---- */

/* Flags go from an element to what it contains: parents stand before their children. */
static void
spread_flag (KhattPage *page, guint flag, guint target)
{
  for (guint32 i = 0; i < page->elements->len; i++)
    {
      KhattElement *element = get (page, i);

      if ((element->flags & flag) != 0 || (element->parent != KHATT_ELEMENT_NONE &&
                                           (get (page, element->parent)->flags & target) != 0))
        element->flags |= target;
    }
}

/* Returns the prose of the whole page. */
static guint32
count_prose (KhattPage *page)
{
  guint32 n = 0;

  for (guint32 i = 0; i < page->elements->len; i++)
    get (page, i)->n_prose = 0;
  for (guint i = 0; i < page->lines->len; i++)
    {
      const KhattLine *line = get_line (page, i);

      if (line->element == KHATT_ELEMENT_NONE || !is_prose (line) ||
          (get (page, line->element)->flags & KHATT_ELEMENT_DROPPED) != 0)
        continue;
      get (page, line->element)->n_prose += line->n_letters;
      n += line->n_letters;
    }
  for (guint32 i = page->elements->len; i-- > 0;)
    {
      const KhattElement *element = get (page, i);

      if (element->parent != KHATT_ELEMENT_NONE)
        get (page, element->parent)->n_prose += element->n_prose;
    }
  return n;
}

static void
drop_surroundings (KhattPage *page)
{
  guint32 n_prose;

  spread_flag (page, KHATT_ELEMENT_DROPPED, KHATT_ELEMENT_DROPPED);
  n_prose = count_prose (page);
  for (guint32 i = 0; i < page->elements->len; i++)
    {
      KhattElement *element = get (page, i);

      if ((element->flags & KHATT_ELEMENT_DOUBTFUL) != 0 && element->n_prose >= n_prose / 2 &&
          n_prose > 0)
        element->flags &= ~(guint) KHATT_ELEMENT_DOUBTFUL;
    }
  spread_flag (page, KHATT_ELEMENT_DOUBTFUL, KHATT_ELEMENT_DROPPED);
}

/* ---- Where the article is ---- */

static gboolean
is_within (const KhattPage *page, guint32 index, guint32 root)
{
  return root == KHATT_ELEMENT_NONE ||
         (index != KHATT_ELEMENT_NONE && index >= root && index < get (page, root)->after);
}

/* The marked element with the most prose, if it has a fair share of the page's. */
static guint32
find_marked (const KhattPage *page, guint flag, guint32 n_prose)
{
  guint32 best = KHATT_ELEMENT_NONE;

  for (guint32 i = 0; i < page->elements->len; i++)
    {
      const KhattElement *element = get (page, i);

      if ((element->flags & flag) != 0 && (element->flags & KHATT_ELEMENT_DROPPED) == 0 &&
          element->n_prose > 0 && element->n_prose >= MIN_MARKED * n_prose &&
          (best == KHATT_ELEMENT_NONE || element->n_prose > get (page, best)->n_prose))
        best = i;
    }
  return best;
}

static guint
count_commas (const char *text)
{
  guint n = 0;

  for (const char *at = text; (at = strpbrk (at, ",;\xD8")) != NULL; at++)
    n += *at != '\xD8' || g_str_has_prefix (at, "،") || g_str_has_prefix (at, "؛");
  return n;
}

static float
score_line (const KhattLine *line)
{
  float points = 1 + (float) count_commas (line->text) +
                 (float) MIN (line->n_letters / LETTERS_PER_POINT, MAX_LENGTH_POINTS);

  return points * (1 - (float) line->n_linked / (float) line->n_letters);
}

static guint32
find_best (KhattPage *page, guint32 root)
{
  guint32 best = KHATT_ELEMENT_NONE;

  for (guint i = 0; i < page->lines->len; i++)
    {
      const KhattLine *line = get_line (page, i);
      guint32 holder;
      guint32 parent;

      if (line->element == KHATT_ELEMENT_NONE || !is_prose (line) ||
          (get (page, line->element)->flags & KHATT_ELEMENT_DROPPED) != 0)
        continue;
      holder = get (page, line->element)->holder;
      if (holder == KHATT_ELEMENT_NONE)
        continue;
      get (page, holder)->score += score_line (line);
      parent = get (page, holder)->parent;
      if (parent != KHATT_ELEMENT_NONE && get (page, parent)->holder != KHATT_ELEMENT_NONE)
        get (page, get (page, parent)->holder)->score += score_line (line) / 2;
    }
  for (guint32 i = 0; i < page->elements->len; i++)
    {
      if (is_within (page, i, root) && get (page, i)->score > 0 &&
          (best == KHATT_ELEMENT_NONE || get (page, i)->score > get (page, best)->score))
        best = i;
    }
  return best;
}

/* ---- Its lines ---- */

/* Whether an element beside the article's own belongs to it: a lead above the body, a second half
 * behind a picture. */
static gboolean
is_neighbour (const KhattPage *page, guint32 index, guint32 best)
{
  const KhattElement *element = get (page, index);

  if (element->parent != get (page, best)->parent || element->n_prose == 0)
    return FALSE;
  return element->score >= NEIGHBOUR_SHARE * get (page, best)->score ||
         (index < best && element->n_prose >= MIN_LEAD);
}

static void
mark_told (KhattPage *page, guint32 best, guint32 root)
{
  for (guint32 i = 0; i < page->elements->len; i++)
    {
      if (best == KHATT_ELEMENT_NONE || i == best ||
          (best != root && is_within (page, i, root) && is_neighbour (page, i, best)))
        get (page, i)->flags |= KHATT_ELEMENT_TOLD;
    }
  spread_flag (page, KHATT_ELEMENT_TOLD, KHATT_ELEMENT_TOLD);
}

/* What is mostly a link, or the date under the headline, is no part of the text. */
static gboolean
is_told (const KhattPage *page, const KhattLine *line)
{
  guint flags = line->element != KHATT_ELEMENT_NONE ? get (page, line->element)->flags : 0;

  return (flags & KHATT_ELEMENT_TOLD) != 0 && (flags & KHATT_ELEMENT_DROPPED) == 0 &&
         line->n_linked <= MAX_LINKED * line->n_letters &&
         line->n_timed <= MAX_TIMED * line->n_letters;
}

static void
add_line (GString *text, const char *line, const char *title)
{
  if (g_strcmp0 (line, title) == 0)
    return;
  if (text->len > 0)
    g_string_append (text, "\n\n");
  g_string_append (text, line);
}

/**
 * khatt_page_dup_text: (skip)
 * @page: a page; what it leaves out is marked in it
 *
 * Returns: (transfer full): the headline, then the paragraphs, each on a line of its own with an
 * empty one between; "" where there is no prose
 */
char *
khatt_page_dup_text (KhattPage *page)
{
  const char *title = page->facts[KHATT_PAGE_TITLE];
  g_autoptr (GString) text = g_string_new (title);
  gsize n_title = text->len;
  guint32 n_prose;
  guint32 root;
  guint32 best;

  drop_surroundings (page);
  n_prose = count_prose (page);
  best = root = find_marked (page, KHATT_ELEMENT_BODY, n_prose);
  if (root == KHATT_ELEMENT_NONE)
    root = find_marked (page, KHATT_ELEMENT_ARTICLE, n_prose);
  if (root == KHATT_ELEMENT_NONE)
    root = find_marked (page, KHATT_ELEMENT_MAIN, n_prose);
  if (best == KHATT_ELEMENT_NONE)
    best = find_best (page, root);
  mark_told (page, best, root);

  for (guint i = 0; i < page->lines->len; i++)
    {
      const KhattLine *line = get_line (page, i);

      if (is_told (page, line))
        add_line (text, line->text, title);
    }
  if (text->len == n_title)
    return g_strdup ("");
  g_string_append_c (text, '\n');
  return g_string_free (g_steal_pointer (&text), FALSE);
}
