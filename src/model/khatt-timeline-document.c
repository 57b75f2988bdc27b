/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* KhattTimeline: what a document says besides its events: title, language, direction, articles, and
 * the sections that are kept as they are. */

#include "khatt-timeline-private.h"

#include <glib/gi18n-lib.h>

static const char *
keep (KhattTimeline *self, const char *text)
{
  return khatt_pool_add (self->store.pool, text);
}

/**
 * khatt_timeline_get_title:
 * @self: a timeline
 *
 * Returns: (nullable): the document's title
 */
const char *
khatt_timeline_get_title (KhattTimeline *self)
{
  g_return_val_if_fail (KHATT_IS_TIMELINE (self), NULL);

  return self->store.document.title;
}

/**
 * khatt_timeline_set_title:
 * @self: a timeline
 * @title: (nullable): the document's title
 */
void
khatt_timeline_set_title (KhattTimeline *self, const char *title)
{
  KhattOp op = { .kind = KHATT_OP_TITLE };

  g_return_if_fail (KHATT_IS_TIMELINE (self));

  op.text_before = self->store.document.title;
  op.text_after = keep (self, title);
  if (op.text_before != op.text_after)
    khatt_timeline_perform (self, _ ("Change title"), &op);
}

/**
 * khatt_timeline_get_language:
 * @self: a timeline
 *
 * Returns: (nullable): the document's language, BCP 47
 */
const char *
khatt_timeline_get_language (KhattTimeline *self)
{
  g_return_val_if_fail (KHATT_IS_TIMELINE (self), NULL);

  return self->store.document.language;
}

/**
 * khatt_timeline_set_language:
 * @self: a timeline
 * @language: (nullable): the document's language, BCP 47
 */
void
khatt_timeline_set_language (KhattTimeline *self, const char *language)
{
  KhattOp op = { .kind = KHATT_OP_LANGUAGE };

  g_return_if_fail (KHATT_IS_TIMELINE (self));

  op.text_before = self->store.document.language;
  op.text_after = keep (self, language);
  if (op.text_before != op.text_after)
    khatt_timeline_perform (self, _ ("Change language"), &op);
}

/**
 * khatt_timeline_get_direction:
 * @self: a timeline
 *
 * Returns: the direction in which time runs
 */
KhattDirection
khatt_timeline_get_direction (KhattTimeline *self)
{
  g_return_val_if_fail (KHATT_IS_TIMELINE (self), KHATT_DIRECTION_LTR);

  return self->store.document.direction;
}

/**
 * khatt_timeline_set_direction:
 * @self: a timeline
 * @direction: in which time runs
 */
void
khatt_timeline_set_direction (KhattTimeline *self, KhattDirection direction)
{
  KhattOp op = { .kind = KHATT_OP_DIRECTION };

  g_return_if_fail (KHATT_IS_TIMELINE (self));

  op.first = self->store.document.direction;
  op.after = direction;
  if (op.first != op.after)
    khatt_timeline_perform (self, _ ("Change direction"), &op);
}

/**
 * khatt_timeline_get_section:
 * @self: a timeline
 * @section: which part of the document
 *
 * Returns: (nullable): canonical JSON text
 */
const char *
khatt_timeline_get_section (KhattTimeline *self, KhattSection section)
{
  g_return_val_if_fail (KHATT_IS_TIMELINE (self), NULL);
  g_return_val_if_fail (section < KHATT_N_SECTIONS, NULL);

  return self->store.document.sections[section];
}

/**
 * khatt_timeline_set_section:
 * @self: a timeline
 * @section: which part of the document
 * @json: (nullable): canonical JSON text; %NULL takes the part away
 */
void
khatt_timeline_set_section (KhattTimeline *self, KhattSection section, const char *json)
{
  KhattOp op = { .kind = KHATT_OP_SECTION, .first = section };

  g_return_if_fail (KHATT_IS_TIMELINE (self));
  g_return_if_fail (section < KHATT_N_SECTIONS);

  op.text_before = self->store.document.sections[section];
  op.text_after = keep (self, json);
  if (op.text_before != op.text_after)
    khatt_timeline_perform (self, _ ("Change document"), &op);
}

/**
 * khatt_timeline_set_version:
 * @self: a timeline
 * @version: of the document's form, from 1
 */
void
khatt_timeline_set_version (KhattTimeline *self, guint version)
{
  g_return_if_fail (KHATT_IS_TIMELINE (self));

  self->store.document.version = version;
  g_clear_pointer (&self->snapshot, khatt_snapshot_unref);
}

/**
 * khatt_timeline_get_n_articles:
 * @self: a timeline
 *
 * Returns: the number of articles
 */
guint
khatt_timeline_get_n_articles (KhattTimeline *self)
{
  g_return_val_if_fail (KHATT_IS_TIMELINE (self), 0);

  return khatt_snapshot_get_n_articles (&self->store.document);
}

/**
 * khatt_timeline_get_article:
 * @self: a timeline
 * @index: below the number of articles, document order
 *
 * Returns: (transfer none): the article
 */
KhattArticle *
khatt_timeline_get_article (KhattTimeline *self, guint index)
{
  g_return_val_if_fail (KHATT_IS_TIMELINE (self), NULL);

  return khatt_snapshot_get_article (&self->store.document, index);
}

/**
 * khatt_timeline_get_article_by_id:
 * @self: a timeline
 * @id: (nullable): an article's id
 *
 * Returns: (transfer none) (nullable): the article of that id
 */
KhattArticle *
khatt_timeline_get_article_by_id (KhattTimeline *self, const char *id)
{
  g_return_val_if_fail (KHATT_IS_TIMELINE (self), NULL);

  return khatt_snapshot_get_article_by_id (&self->store.document, id);
}

/**
 * khatt_timeline_add_article:
 * @self: a timeline
 * @article: an article whose id no other has; not to be changed from here on
 */
void
khatt_timeline_add_article (KhattTimeline *self, KhattArticle *article)
{
  KhattOp op = { .kind = KHATT_OP_ARTICLE };

  g_return_if_fail (KHATT_IS_TIMELINE (self));
  g_return_if_fail (article->id != NULL);
  g_return_if_fail (khatt_timeline_get_article_by_id (self, article->id) == NULL);

  op.first = khatt_timeline_get_n_articles (self);
  op.article_after = khatt_article_ref (article);
  khatt_timeline_perform (self, _ ("Add article"), &op);
}

/**
 * khatt_timeline_add_articles:
 * @self: a timeline
 * @articles: (element-type KhattArticle): articles, in document order; the caller knows that no two
 * of them and of the timeline's have the same id
 *
 * Adds them in one step.
 */
void
khatt_timeline_add_articles (KhattTimeline *self, GPtrArray *articles)
{
  g_return_if_fail (KHATT_IS_TIMELINE (self));

  khatt_timeline_begin_step (self, _ ("Add articles"));
  for (guint i = 0; i < articles->len; i++)
    {
      KhattOp op = { .kind = KHATT_OP_ARTICLE };

      op.first = khatt_timeline_get_n_articles (self);
      op.article_after = khatt_article_ref (g_ptr_array_index (articles, i));
      khatt_timeline_perform (self, _ ("Add article"), &op);
    }
  khatt_timeline_end_step (self);
}

/* The number of articles where there is none of that id. */
static guint
find_article (KhattTimeline *self, const char *id)
{
  guint n_articles = khatt_timeline_get_n_articles (self);
  guint index = 0;

  while (index < n_articles && g_strcmp0 (khatt_timeline_get_article (self, index)->id, id) != 0)
    index++;
  return index;
}

/**
 * khatt_timeline_change_article:
 * @self: a timeline
 * @article: an article whose id one of the timeline's has; it takes that one's place
 */
void
khatt_timeline_change_article (KhattTimeline *self, KhattArticle *article)
{
  KhattOp op = { .kind = KHATT_OP_ARTICLE };
  KhattArticle *old;

  g_return_if_fail (KHATT_IS_TIMELINE (self));
  op.first = find_article (self, article->id);
  g_return_if_fail (op.first < khatt_timeline_get_n_articles (self));

  old = khatt_timeline_get_article (self, op.first);
  if (khatt_article_equal (old, article))
    return;
  op.article_before = khatt_article_ref (old);
  op.article_after = khatt_article_ref (article);
  khatt_timeline_perform (self, _ ("Change article"), &op);
}

/**
 * khatt_timeline_remove_article:
 * @self: a timeline
 * @id: one of its articles; events that were read from it are the caller's business
 */
void
khatt_timeline_remove_article (KhattTimeline *self, const char *id)
{
  KhattOp op = { .kind = KHATT_OP_ARTICLE };

  g_return_if_fail (KHATT_IS_TIMELINE (self));
  op.first = find_article (self, id);
  g_return_if_fail (op.first < khatt_timeline_get_n_articles (self));

  op.article_before = khatt_article_ref (khatt_timeline_get_article (self, op.first));
  khatt_timeline_perform (self, _ ("Remove article"), &op);
}
