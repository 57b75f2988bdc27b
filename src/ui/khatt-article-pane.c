/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The articles of a document, one at a time. Selecting an event turns to the article it was read
 * from. Nothing is computed while the pane is out of sight. */

#include "khatt-article-pane.h"

#include <glib/gi18n-lib.h>

#include "khatt-article-chooser.h"
#include "khatt-article-index.h"
#include "khatt-article-text.h"
#include "khatt-preferences.h"
#include "khatt-published-banner.h"
#include "khatt-review.h"
#include "khatt-ui.h"

struct _KhattArticlePane
{
  GtkWidget parent_instance;

  /* template widgets, made when the pane is first seen */
  GtkWidget *content;
  KhattArticleChooser *chooser;
  GtkWidget *next;
  GtkLabel *heading;
  KhattPublishedBanner *published;
  KhattArticleText *text;

  /* owned */
  KhattTimeline *timeline;
  KhattArticleIndex *articles; /* of what was shown last */
  KhattQuery *query;           /* what is searched */
  char *asked_id;              /* of the article whose day is asked for elsewhere; NULL: none */

  guint32 selected_slot;
  guint index; /* of the article that is shown */
  gboolean is_stale;
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (KhattArticlePane, khatt_article_pane, GTK_TYPE_WIDGET)

enum
{
  PROP_TIMELINE = 1,
  PROP_SELECTED_SLOT,
  PROP_ASKED_ID,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
show_chooser (KhattArticlePane *self, KhattSnapshot *snapshot)
{
  guint n_articles = khatt_snapshot_get_n_articles (snapshot);
  g_autofree char *name = NULL;

  self->is_filling = TRUE;
  khatt_article_chooser_show (self->chooser, snapshot, self->articles, self->index);
  self->is_filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->chooser), n_articles > 1);
  gtk_widget_set_visible (self->next, n_articles > 1);
  gtk_widget_set_visible (GTK_WIDGET (self->heading), n_articles <= 1);
  if (n_articles > 0)
    name = khatt_article_chooser_dup_name (khatt_snapshot_get_article (snapshot, 0), 0);
  gtk_label_set_text (self->heading, name ? name : _ ("This timeline has no article"));
}

/* What is asked elsewhere is not asked twice. */
static void
show_published (KhattArticlePane *self, const KhattArticle *article)
{
  gboolean is_asked = article && g_strcmp0 (article->id, self->asked_id) == 0;

  khatt_published_banner_set_article (self->published, is_asked ? NULL : article,
                                      khatt_article_text_get_spans (self->text));
}

static void
show_article (KhattArticlePane *self)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (self->timeline);
  KhattArticle *article = NULL;

  khatt_article_index_follow (self->articles, snapshot);
  show_chooser (self, snapshot);
  if (self->index < khatt_snapshot_get_n_articles (snapshot))
    article = khatt_snapshot_get_article (snapshot, self->index);
  khatt_article_text_set_article (
      self->text, snapshot, article,
      article ? khatt_article_index_get_slots (self->articles, article->id) : NULL);
  show_published (self, article);
}

static void
refresh (KhattArticlePane *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || !self->timeline)
    {
      self->is_stale = TRUE;
      return;
    }
  self->is_stale = FALSE;
  if (self->index >= khatt_timeline_get_n_articles (self->timeline))
    self->index = 0;
  show_article (self);
}

static void
set_asked_id (KhattArticlePane *self, const char *asked_id)
{
  if (g_strcmp0 (self->asked_id, asked_id) == 0)
    return;
  g_free (self->asked_id);
  self->asked_id = g_strdup (asked_id);
  refresh (self);
}

static void
chosen_cb (KhattArticlePane *self)
{
  guint index = khatt_article_chooser_get_chosen (self->chooser);

  if (self->is_filling || index == GTK_INVALID_LIST_POSITION || index == self->index)
    return;
  self->index = index;
  show_article (self);
}

/* The first article that the selected event was read from. */
static guint
find_article (KhattArticlePane *self, KhattSnapshot *snapshot, guint32 slot)
{
  g_autoptr (KhattEventData) event = khatt_snapshot_dup_event (snapshot, slot);

  for (guint i = 0; i < event->sources->len; i++)
    {
      const KhattSourceData *source = g_ptr_array_index (event->sources, i);

      for (guint j = 0; j < khatt_snapshot_get_n_articles (snapshot); j++)
        if (g_strcmp0 (khatt_snapshot_get_article (snapshot, j)->id, source->article) == 0)
          return j;
    }
  return GTK_INVALID_LIST_POSITION;
}

static void
turn_to (KhattArticlePane *self, guint index)
{
  if (index == GTK_INVALID_LIST_POSITION || index == self->index)
    return;
  self->index = index;
  refresh (self);
}

static void
reveal_selected (KhattArticlePane *self)
{
  g_autoptr (KhattSnapshot) snapshot = NULL;

  if (self->selected_slot == KHATT_SLOT_NONE || !self->timeline ||
      !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  snapshot = khatt_timeline_ref_snapshot (self->timeline);
  if (!khatt_snapshot_has_slot (snapshot, self->selected_slot))
    return;
  if (!khatt_article_text_has_slot (self->text, self->selected_slot))
    turn_to (self, find_article (self, snapshot, self->selected_slot));
  khatt_article_text_reveal (self->text, self->selected_slot);
}

static void
text_selected_cb (KhattArticlePane *self)
{
  khatt_article_pane_set_selected_slot (self, khatt_article_text_get_selected_slot (self->text));
}

static void
build (KhattArticlePane *self)
{
  if (self->content)
    return;
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  khatt_ui_tell_whole (self->heading);
  self->is_filling = FALSE;
  khatt_article_text_set_selected_slot (self->text, self->selected_slot);
  khatt_article_text_set_query (self->text, self->query);
}

static void
khatt_article_pane_map (GtkWidget *widget)
{
  KhattArticlePane *self = KHATT_ARTICLE_PANE (widget);

  build (self);
  GTK_WIDGET_CLASS (khatt_article_pane_parent_class)->map (widget);
  if (self->is_stale)
    refresh (self);
  reveal_selected (self);
}

static void
khatt_article_pane_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  KhattArticlePane *self = KHATT_ARTICLE_PANE (object);

  switch (id)
    {
    case PROP_TIMELINE:
      khatt_article_pane_set_timeline (self, g_value_get_object (value));
      break;
    case PROP_SELECTED_SLOT:
      khatt_article_pane_set_selected_slot (self, g_value_get_uint (value));
      break;
    case PROP_ASKED_ID:
      set_asked_id (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
khatt_article_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  KhattArticlePane *self = KHATT_ARTICLE_PANE (object);

  switch (id)
    {
    case PROP_TIMELINE:
      g_value_set_object (value, self->timeline);
      break;
    case PROP_SELECTED_SLOT:
      g_value_set_uint (value, self->selected_slot);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
khatt_article_pane_dispose (GObject *object)
{
  KhattArticlePane *self = KHATT_ARTICLE_PANE (object);

  if (self->timeline)
    g_signal_handlers_disconnect_by_data (self->timeline, self);
  g_clear_object (&self->timeline);
  g_clear_pointer (&self->articles, khatt_article_index_free);
  g_clear_pointer (&self->query, khatt_query_free);
  g_clear_pointer (&self->asked_id, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), KHATT_TYPE_ARTICLE_PANE);
  G_OBJECT_CLASS (khatt_article_pane_parent_class)->dispose (object);
}

static void
khatt_article_pane_class_init (KhattArticlePaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = khatt_article_pane_set_property;
  object_class->get_property = khatt_article_pane_get_property;
  object_class->dispose = khatt_article_pane_dispose;
  widget_class->map = khatt_article_pane_map;

  properties[PROP_TIMELINE] =
      g_param_spec_object ("timeline", NULL, NULL, KHATT_TYPE_TIMELINE,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SELECTED_SLOT] =
      g_param_spec_uint ("selected-slot", NULL, NULL, 0, G_MAXUINT32, KHATT_SLOT_NONE,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_ASKED_ID] =
      g_param_spec_string ("asked-id", NULL, NULL, NULL,
                           G_PARAM_WRITABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (KHATT_TYPE_ARTICLE_CHOOSER);
  g_type_ensure (KHATT_TYPE_ARTICLE_TEXT);
  g_type_ensure (KHATT_TYPE_PUBLISHED_BANNER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               KHATT_RESOURCE_PATH "/khatt-article-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, KhattArticlePane, content);
  gtk_widget_class_bind_template_child (widget_class, KhattArticlePane, chooser);
  gtk_widget_class_bind_template_child (widget_class, KhattArticlePane, heading);
  gtk_widget_class_bind_template_child (widget_class, KhattArticlePane, next);
  gtk_widget_class_bind_template_child (widget_class, KhattArticlePane, published);
  gtk_widget_class_bind_template_child (widget_class, KhattArticlePane, text);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_selected_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "article");
}

static void
khatt_article_pane_init (KhattArticlePane *self)
{
  self->selected_slot = KHATT_SLOT_NONE;
  self->articles = khatt_article_index_new ();
  gtk_widget_add_css_class (GTK_WIDGET (self), "khatt-pane");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Article"), -1);
  khatt_preferences_follow_words (self, G_CALLBACK (refresh));
}

/**
 * khatt_article_pane_new:
 *
 * Returns: a new pane without a document
 */
GtkWidget *
khatt_article_pane_new (void)
{
  return g_object_new (KHATT_TYPE_ARTICLE_PANE, NULL);
}

/**
 * khatt_article_pane_set_timeline:
 * @self: an article pane
 * @timeline: (nullable): the document
 *
 * Shows the first article of @timeline.
 */
void
khatt_article_pane_set_timeline (KhattArticlePane *self, KhattTimeline *timeline)
{
  g_return_if_fail (KHATT_IS_ARTICLE_PANE (self));

  if (self->timeline == timeline)
    return;
  if (self->timeline)
    g_signal_handlers_disconnect_by_data (self->timeline, self);
  g_set_object (&self->timeline, timeline);
  if (timeline)
    g_signal_connect_object (timeline, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  self->index = 0;
  khatt_article_index_free (self->articles);
  self->articles = khatt_article_index_new ();
  refresh (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TIMELINE]);
}

/**
 * khatt_article_pane_get_selected_slot:
 * @self: an article pane
 *
 * Returns: the selected event, or %KHATT_SLOT_NONE
 */
guint32
khatt_article_pane_get_selected_slot (KhattArticlePane *self)
{
  g_return_val_if_fail (KHATT_IS_ARTICLE_PANE (self), KHATT_SLOT_NONE);

  return self->selected_slot;
}

/**
 * khatt_article_pane_set_selected_slot:
 * @self: an article pane
 * @slot: an event, or %KHATT_SLOT_NONE
 *
 * Marks @slot and scrolls to where it was read, turning to another article where needed.
 */
void
khatt_article_pane_set_selected_slot (KhattArticlePane *self, guint32 slot)
{
  g_return_if_fail (KHATT_IS_ARTICLE_PANE (self));

  if (self->selected_slot == slot)
    return;
  self->selected_slot = slot;
  if (self->text)
    khatt_article_text_set_selected_slot (self->text, slot);
  reveal_selected (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED_SLOT]);
}

/**
 * khatt_article_pane_set_query:
 * @self: an article pane
 * @query: (nullable): what is searched; %NULL: nothing
 *
 * Lights the words of @query.
 */
void
khatt_article_pane_set_query (KhattArticlePane *self, const KhattQuery *query)
{
  g_return_if_fail (KHATT_IS_ARTICLE_PANE (self));

  g_clear_pointer (&self->query, khatt_query_free);
  self->query = query ? khatt_query_copy (query) : NULL;
  if (self->text)
    khatt_article_text_set_query (self->text, self->query);
}

/**
 * khatt_article_pane_show_article:
 * @self: an article pane
 * @article_id: one of the document's articles
 *
 * Turns to that article, and in it to the selected event.
 */
void
khatt_article_pane_show_article (KhattArticlePane *self, const char *article_id)
{
  g_return_if_fail (KHATT_IS_ARTICLE_PANE (self));

  for (guint i = 0; self->timeline && i < khatt_timeline_get_n_articles (self->timeline); i++)
    if (g_strcmp0 (khatt_timeline_get_article (self->timeline, i)->id, article_id) == 0)
      turn_to (self, i);
  if (self->text)
    khatt_article_text_reveal (self->text, self->selected_slot);
}

/* The first proposal of an article that is to be decided on. */
static guint32
find_open_slot (KhattArticlePane *self, KhattSnapshot *snapshot, const char *article)
{
  const GArray *slots = khatt_article_index_get_slots (self->articles, article);

  for (guint i = 0; slots && i < slots->len; i++)
    {
      guint32 slot = g_array_index (slots, guint32, i);
      const KhattRecord *record = khatt_snapshot_get_kept_record (snapshot, slot);

      if (khatt_review_get_state (record) == KHATT_REVIEW_PROPOSED)
        return slot;
    }
  return KHATT_SLOT_NONE;
}

/**
 * khatt_article_pane_find_next_open:
 * @self: an article pane
 *
 * Finds where to go on with the review: the first open proposal of the next article that has one,
 * from the first article again behind the last.
 *
 * Returns: an event; %KHATT_SLOT_NONE where no other article has any
 */
guint32
khatt_article_pane_find_next_open (KhattArticlePane *self)
{
  g_autoptr (KhattSnapshot) snapshot = NULL;
  guint n_articles, at;

  g_return_val_if_fail (KHATT_IS_ARTICLE_PANE (self), KHATT_SLOT_NONE);

  if (!self->timeline)
    return KHATT_SLOT_NONE;
  snapshot = khatt_timeline_ref_snapshot (self->timeline);
  khatt_article_index_follow (self->articles, snapshot);
  n_articles = khatt_snapshot_get_n_articles (snapshot);
  /* Where there is no room for the article it does not turn. */
  at = khatt_snapshot_has_slot (snapshot, self->selected_slot)
           ? find_article (self, snapshot, self->selected_slot)
           : GTK_INVALID_LIST_POSITION;
  if (at == GTK_INVALID_LIST_POSITION)
    at = self->index;
  for (guint i = 1; i < n_articles; i++)
    {
      const char *id = khatt_snapshot_get_article (snapshot, (at + i) % n_articles)->id;

      if (khatt_article_index_count_open (self->articles, id) > 0)
        return find_open_slot (self, snapshot, id);
    }
  return KHATT_SLOT_NONE;
}
