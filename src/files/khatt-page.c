/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A saved web page taken apart: its elements as a flat row, its text as lines, and what it says
 * about itself. libxml2's parser tells tags and text one after another; no tree is built and
 * nothing recurses, so that a page may be nested as deeply as it likes. Nothing is fetched. */

#include "khatt-page.h"

#include <libxml/HTMLparser.h>
#include <stdlib.h>
#include <string.h>

#include "khatt-limits.h"

typedef enum
{
  TAG_INLINE = 0,       /* breaks no line */
  TAG_BREAK = 1 << 0,   /* breaks the line, no element of its own */
  TAG_BLOCK = 1 << 1,   /* an element */
  TAG_HOLDER = 1 << 2,  /* an element that paragraphs count for */
  TAG_DROPPED = 1 << 3, /* an element without prose */
  TAG_LINK = 1 << 4,
  TAG_TIME = 1 << 5,
  TAG_HEADING = 1 << 6,
  TAG_TITLE = 1 << 7,
  TAG_SCRIPT = 1 << 8,
  TAG_ROOT = 1 << 9, /* the whole page: its class says nothing about its parts */
  TAG_MAIN = 1 << 10,
  TAG_ARTICLE = 1 << 11,
} TagFlags;

static const struct
{
  const char *name;
  guint flags;
} tags[] = {
  { "a", TAG_LINK },
  { "address", TAG_BLOCK },
  { "article", TAG_BLOCK | TAG_HOLDER | TAG_ARTICLE },
  { "aside", TAG_BLOCK | TAG_DROPPED },
  { "blockquote", TAG_BLOCK },
  { "body", TAG_BLOCK | TAG_HOLDER | TAG_ROOT },
  { "br", TAG_BREAK },
  { "button", TAG_BLOCK | TAG_DROPPED },
  { "dd", TAG_BLOCK },
  { "dialog", TAG_BLOCK | TAG_DROPPED },
  { "div", TAG_BLOCK | TAG_HOLDER },
  { "dl", TAG_BLOCK },
  { "dt", TAG_BLOCK },
  { "fieldset", TAG_BLOCK | TAG_HOLDER },
  { "figcaption", TAG_BLOCK | TAG_DROPPED },
  { "figure", TAG_BLOCK | TAG_DROPPED },
  { "footer", TAG_BLOCK | TAG_DROPPED },
  { "form", TAG_BLOCK | TAG_HOLDER },
  { "h1", TAG_BLOCK | TAG_HEADING },
  { "h2", TAG_BLOCK | TAG_HEADING },
  { "h3", TAG_BLOCK | TAG_HEADING },
  { "h4", TAG_BLOCK | TAG_HEADING },
  { "h5", TAG_BLOCK | TAG_HEADING },
  { "h6", TAG_BLOCK | TAG_HEADING },
  { "head", TAG_BLOCK | TAG_DROPPED | TAG_ROOT },
  { "header", TAG_BLOCK | TAG_HOLDER },
  { "hr", TAG_BREAK },
  { "html", TAG_BLOCK | TAG_ROOT },
  { "iframe", TAG_BLOCK | TAG_DROPPED },
  { "li", TAG_BLOCK },
  { "main", TAG_BLOCK | TAG_HOLDER | TAG_MAIN },
  { "nav", TAG_BLOCK | TAG_DROPPED },
  { "noscript", TAG_BLOCK | TAG_DROPPED },
  { "object", TAG_BLOCK | TAG_DROPPED },
  { "ol", TAG_BLOCK },
  { "p", TAG_BLOCK },
  { "pre", TAG_BLOCK },
  { "script", TAG_BLOCK | TAG_DROPPED | TAG_SCRIPT },
  { "section", TAG_BLOCK | TAG_HOLDER },
  { "select", TAG_BLOCK | TAG_DROPPED },
  { "style", TAG_BLOCK | TAG_DROPPED },
  { "svg", TAG_BLOCK | TAG_DROPPED },
  { "table", TAG_BLOCK },
  { "tbody", TAG_BLOCK },
  { "td", TAG_BLOCK | TAG_HOLDER },
  { "template", TAG_BLOCK | TAG_DROPPED },
  { "textarea", TAG_BLOCK | TAG_DROPPED },
  { "th", TAG_BLOCK },
  { "time", TAG_TIME },
  { "title", TAG_BLOCK | TAG_DROPPED | TAG_TITLE },
  { "tr", TAG_BLOCK },
  { "ul", TAG_BLOCK },
};

/* Words of class, id and role for what stands around an article. */
static const char *const surroundings[] = {
  "ad",       "ads",           "advert",      "advertisement", "alert",     "author",
  "banner",   "breadcrumb",    "breadcrumbs", "byline",        "caption",   "comment",
  "comments", "complementary", "contentinfo", "cookie",        "cookies",   "copyright",
  "credit",   "date",          "disclaimer",  "follow",        "footer",    "hidden",
  "keywords", "latest",        "login",       "menu",          "meta",      "nav",
  "navbar",   "navigation",    "newsletter",  "pagination",    "popular",   "popup",
  "print",    "promo",         "rating",      "recommended",   "related",   "search",
  "share",    "sharing",       "sidebar",     "social",        "sponsored", "subscribe",
  "tag",      "tags",          "ticker",      "toolbar",       "trending",  "widget",
};

/* An open tag. */
typedef struct
{
  guint32 element; /* that it opened or is in */
  guint flags;     /* TagFlags */
  gboolean is_publisher;
} OpenTag;

typedef struct
{
  KhattPage *page;
  GArray *open; /* of OpenTag */
  guint n_links;
  guint n_times;
  guint n_publishers;

  GString *text; /* of the line that has begun */
  KhattLine line;
  GString *script; /* NULL: outside of JSON-LD */
} Parser;

/* ---- Lines ---- */

static guint32
get_element (const Parser *self)
{
  return self->open->len > 0 ? g_array_index (self->open, OpenTag, self->open->len - 1).element
                             : KHATT_ELEMENT_NONE;
}

static void
end_line (Parser *self)
{
  if (self->text->len > 0 && self->text->str[self->text->len - 1] == ' ')
    g_string_truncate (self->text, self->text->len - 1);
  if (self->text->len > 0 && self->line.n_letters > 0)
    {
      self->line.text = g_strndup (self->text->str, self->text->len);
      g_array_append_val (self->page->lines, self->line);
    }
  g_string_truncate (self->text, 0);
  self->line = (KhattLine){ .element = get_element (self) };
}

static void
take_character (Parser *self, gunichar character)
{
  guint is_letter = g_unichar_isalnum (character);

  if (g_unichar_isspace (character))
    {
      if (self->text->len > 0 && self->text->str[self->text->len - 1] != ' ')
        g_string_append_c (self->text, ' ');
      return;
    }
  g_string_append_unichar (self->text, character);
  self->line.n_letters += is_letter;
  self->line.n_linked += self->n_links > 0 ? is_letter : 0;
  self->line.n_timed += self->n_times > 0 ? is_letter : 0;
}

static void
characters_cb (void *data, const xmlChar *text, int length)
{
  Parser *self = data;
  const char *end = (const char *) text + length;
  const OpenTag *tag;

  if (self->script != NULL)
    g_string_append_len (self->script, (const char *) text, length);
  if (self->script != NULL || self->open->len == 0)
    return;
  tag = &g_array_index (self->open, OpenTag, self->open->len - 1);
  if ((tag->flags & TAG_DROPPED) != 0 && (tag->flags & TAG_TITLE) == 0)
    return;
  for (const char *at = (const char *) text; at < end;)
    {
      gunichar character = g_utf8_get_char_validated (at, end - at);

      if (character == (gunichar) -1 || character == (gunichar) -2)
        {
          at++;
          continue;
        }
      take_character (self, character);
      at = g_utf8_next_char (at);
    }
}

/* ---- Attributes ---- */

static const char *
find_attribute (const xmlChar **attributes, const char *name)
{
  for (gsize i = 0; attributes != NULL && attributes[i] != NULL; i += 2)
    {
      if (g_ascii_strcasecmp ((const char *) attributes[i], name) == 0)
        return attributes[i + 1] != NULL ? (const char *) attributes[i + 1] : "";
    }
  return NULL;
}

static gboolean
has_item (const xmlChar **attributes, const char *item)
{
  const char *items = find_attribute (attributes, "itemprop");
  const char *at = items != NULL ? strstr (items, item) : NULL;

  return at != NULL && (at == items || at[-1] == ' ') &&
         (at[strlen (item)] == '\0' || at[strlen (item)] == ' ');
}

static gboolean
is_surrounding (const char *word, gsize length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (surroundings); i++)
    {
      if (strlen (surroundings[i]) == length &&
          g_ascii_strncasecmp (surroundings[i], word, length) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Whether a word of it, as "share" in "post-share_bar", is one of what surrounds an article. */
static gboolean
names_surrounding (const char *names)
{
  while (names != NULL && *names != '\0')
    {
      gsize length = strcspn (names, " -_:\t\r\n");

      if (length > 0 && is_surrounding (names, length))
        return TRUE;
      names += length;
      names += strspn (names, " -_:\t\r\n");
    }
  return FALSE;
}

static gboolean
is_hidden (const xmlChar **attributes)
{
  const char *style = find_attribute (attributes, "style");

  return find_attribute (attributes, "hidden") != NULL ||
         g_strcmp0 (find_attribute (attributes, "aria-hidden"), "true") == 0 ||
         (style != NULL &&
          (strstr (style, "display:none") != NULL || strstr (style, "display: none") != NULL));
}

static guint
get_element_flags (guint tag, const xmlChar **attributes)
{
  const char *role = find_attribute (attributes, "role");
  guint flags = 0;

  flags |= (tag & TAG_HOLDER) != 0 ? KHATT_ELEMENT_HOLDER : 0;
  flags |= (tag & TAG_DROPPED) != 0 || is_hidden (attributes) ? KHATT_ELEMENT_DROPPED : 0;
  flags |= (tag & TAG_MAIN) != 0 || g_strcmp0 (role, "main") == 0 ? KHATT_ELEMENT_MAIN : 0;
  flags |= (tag & TAG_ARTICLE) != 0 || g_strcmp0 (role, "article") == 0 ? KHATT_ELEMENT_ARTICLE : 0;
  flags |= has_item (attributes, "articleBody") ? KHATT_ELEMENT_BODY : 0;
  if ((tag & (TAG_ROOT | TAG_MAIN | TAG_ARTICLE)) == 0 && (flags & KHATT_ELEMENT_BODY) == 0 &&
      (names_surrounding (find_attribute (attributes, "class")) ||
       names_surrounding (find_attribute (attributes, "id")) || names_surrounding (role)))
    flags |= KHATT_ELEMENT_DOUBTFUL;
  return flags;
}

/* ---- Facts ---- */

static void
take_meta (Parser *self, const xmlChar **attributes)
{
  static const char *const keys[] = { "property", "name", "itemprop" };
  const char *content = find_attribute (attributes, "content");

  for (gsize i = 0; i < G_N_ELEMENTS (keys) && content != NULL; i++)
    {
      const char *name = find_attribute (attributes, keys[i]);

      if (name != NULL)
        khatt_page_take_meta (self->page, name, content);
    }
  if (content != NULL && self->n_publishers > 0 && has_item (attributes, "name"))
    khatt_page_take_fact (self->page, KHATT_PAGE_PUBLISHER, KHATT_PAGE_RANK_MARKED, content, -1);
}

static void
take_link (Parser *self, const xmlChar **attributes)
{
  const char *relation = find_attribute (attributes, "rel");
  const char *address = find_attribute (attributes, "href");

  if (relation != NULL && address != NULL && g_ascii_strcasecmp (relation, "canonical") == 0)
    khatt_page_take_fact (self->page, KHATT_PAGE_ADDRESS, KHATT_PAGE_RANK_META, address, -1);
}

static void
take_time (Parser *self, const xmlChar **attributes)
{
  const char *stamp = find_attribute (attributes, "datetime");
  gboolean is_marked =
      has_item (attributes, "datePublished") || find_attribute (attributes, "pubdate") != NULL;

  if (stamp == NULL)
    stamp = find_attribute (attributes, "content");
  if (stamp != NULL)
    khatt_page_take_fact (self->page, KHATT_PAGE_PUBLISHED,
                          is_marked ? KHATT_PAGE_RANK_MARKED : KHATT_PAGE_RANK_SEEN, stamp, -1);
}

static void
take_facts (Parser *self, const char *name, guint flags, const xmlChar **attributes)
{
  const char *type = find_attribute (attributes, "type");

  if (strcmp (name, "meta") == 0)
    take_meta (self, attributes);
  else if (strcmp (name, "link") == 0)
    take_link (self, attributes);
  else if ((flags & TAG_TIME) != 0 || has_item (attributes, "datePublished"))
    take_time (self, attributes);
  else if ((flags & TAG_SCRIPT) != 0 && type != NULL &&
           g_ascii_strcasecmp (type, "application/ld+json") == 0)
    self->script = g_string_new (NULL);
}

/* ---- Tags ---- */

static int
compare_tag (const void *key, const void *tag)
{
  return strcmp (key, *(const char *const *) tag);
}

static guint
get_tag_flags (const char *name)
{
  const void *found = bsearch (name, tags, G_N_ELEMENTS (tags), sizeof tags[0], compare_tag);

  return found != NULL ? tags[((const char *) found - (const char *) tags) / sizeof tags[0]].flags
                       : TAG_INLINE;
}

/* A page of more elements than anybody writes goes on without their borders. */
static guint32
add_element (Parser *self, guint flags, const xmlChar **attributes)
{
  guint32 index = self->page->elements->len;
  KhattElement element = { .parent = get_element (self),
                           .holder = KHATT_ELEMENT_NONE,
                           .after = index + 1,
                           .flags = get_element_flags (flags, attributes) };

  if (index >= KHATT_LIMIT_ELEMENTS)
    return element.parent;
  if ((element.flags & KHATT_ELEMENT_HOLDER) != 0)
    element.holder = index;
  else if (element.parent != KHATT_ELEMENT_NONE)
    element.holder = g_array_index (self->page->elements, KhattElement, element.parent).holder;
  g_array_append_val (self->page->elements, element);
  return index;
}

static void
start_cb (void *data, const xmlChar *tag_name, const xmlChar **attributes)
{
  Parser *self = data;
  const char *name = (const char *) tag_name;
  guint flags = get_tag_flags (name);
  OpenTag tag = { .element = get_element (self), .flags = flags };

  if ((flags & (TAG_BLOCK | TAG_BREAK)) != 0)
    end_line (self);
  else if (self->open->len > 0)
    tag.flags |= g_array_index (self->open, OpenTag, self->open->len - 1).flags & TAG_DROPPED;
  if ((flags & TAG_BLOCK) != 0)
    tag.element = add_element (self, flags, attributes);
  tag.is_publisher = has_item (attributes, "publisher");
  take_facts (self, name, flags, attributes);
  g_array_append_val (self->open, tag);
  self->n_links += (flags & TAG_LINK) != 0;
  self->n_times += (flags & TAG_TIME) != 0;
  self->n_publishers += tag.is_publisher;
  self->line.element = tag.element;
  if ((flags & TAG_HEADING) != 0)
    self->line.heading = (guint8) (name[1] - '0');
}

static void
take_title (Parser *self, const OpenTag *tag)
{
  gboolean is_first_heading = (tag->flags & TAG_HEADING) != 0 && self->line.heading == 1;

  if ((tag->flags & TAG_TITLE) != 0)
    khatt_page_take_fact (self->page, KHATT_PAGE_TITLE, KHATT_PAGE_RANK_LAST, self->text->str,
                          (gssize) self->text->len);
  else if (is_first_heading)
    khatt_page_take_fact (self->page, KHATT_PAGE_TITLE, KHATT_PAGE_RANK_SEEN, self->text->str,
                          (gssize) self->text->len);
  if ((tag->flags & TAG_TITLE) != 0)
    g_string_truncate (self->text, 0);
}

static void
end_cb (void *data, const xmlChar *tag_name)
{
  Parser *self = data;
  OpenTag tag;

  if (self->open->len == 0)
    return;
  tag = g_array_index (self->open, OpenTag, self->open->len - 1);
  if ((tag.flags & (TAG_TITLE | TAG_HEADING)) != 0)
    take_title (self, &tag);
  if ((tag.flags & TAG_BLOCK) != 0)
    end_line (self);
  if (self->script != NULL)
    {
      khatt_page_take_data (self->page, self->script->str, self->script->len);
      g_string_free (g_steal_pointer (&self->script), TRUE);
    }
  if ((tag.flags & TAG_BLOCK) != 0 && tag.element != KHATT_ELEMENT_NONE)
    g_array_index (self->page->elements, KhattElement, tag.element).after =
        self->page->elements->len;
  g_array_set_size (self->open, self->open->len - 1);
  self->n_links -= (tag.flags & TAG_LINK) != 0;
  self->n_times -= (tag.flags & TAG_TIME) != 0;
  self->n_publishers -= tag.is_publisher;
  if ((tag.flags & TAG_BLOCK) != 0)
    self->line.element = get_element (self);
}

/* ---- The page ---- */

static void
parse (Parser *self, const char *html, gsize length)
{
  htmlParserCtxtPtr context = htmlNewParserCtxt ();
  htmlSAXHandler handler = { .startElement = start_cb,
                             .endElement = end_cb,
                             .characters = characters_cb,
                             .cdataBlock = characters_cb,
                             .ignorableWhitespace = characters_cb };

  *context->sax = handler;
  context->userData = self;
  htmlCtxtReadMemory (context, html, (int) length, NULL, "UTF-8",
                      HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                          HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
  htmlFreeParserCtxt (context);
}

static void
clear_line (gpointer line)
{
  g_free (((KhattLine *) line)->text);
}

/**
 * khatt_page_parse: (skip)
 * @html: a page, valid UTF-8
 * @length: its bytes, KHATT_LIMIT_ARTICLE at most
 *
 * Returns: (transfer full): the page taken apart; of any bytes at all
 */
KhattPage *
khatt_page_parse (const char *html, gsize length)
{
  KhattPage *page = g_new0 (KhattPage, 1);
  Parser self = { .page = page,
                  .open = g_array_new (FALSE, FALSE, sizeof (OpenTag)),
                  .text = g_string_new (NULL) };

  page->elements = g_array_new (FALSE, FALSE, sizeof (KhattElement));
  page->lines = g_array_new (FALSE, FALSE, sizeof (KhattLine));
  g_array_set_clear_func (page->lines, clear_line);
  for (guint i = 0; i < KHATT_N_PAGE_FACTS; i++)
    page->ranks[i] = KHATT_PAGE_RANK_NONE;

  parse (&self, html, length);
  while (self.open->len > 0)
    end_cb (&self, NULL);
  end_line (&self);
  if (self.script != NULL)
    g_string_free (self.script, TRUE);
  g_string_free (self.text, TRUE);
  g_array_unref (self.open);
  return page;
}

/**
 * khatt_page_free: (skip)
 * @page: (transfer full): a page
 */
void
khatt_page_free (KhattPage *page)
{
  g_array_unref (page->elements);
  g_array_unref (page->lines);
  for (guint i = 0; i < KHATT_N_PAGE_FACTS; i++)
    g_free (page->facts[i]);
  g_free (page);
}
