/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A list of articles that drops down. There may be thousands: names are made for the rows that are
 * seen, and a change of what events say costs a comparison of pointers. */

#include "khatt-article-chooser.h"

#include <glib/gi18n-lib.h>

#include "khatt-bidi.h"
#include "khatt-preferences.h"
#include "khatt-words.h"

#define GAP 9

/* ---- The model: numbers of articles as objects, made when somebody asks ---- */

#define KHATT_TYPE_ARTICLE_NUMBERS (khatt_article_numbers_get_type ())
G_DECLARE_FINAL_TYPE (KhattArticleNumbers, khatt_article_numbers, KHATT, ARTICLE_NUMBERS, GObject)

struct _KhattArticleNumbers
{
  GObject parent_instance;

  KhattSnapshot *snapshot; /* owned; NULL: none */
};

static guint
count_articles (KhattSnapshot *snapshot)
{
  return snapshot != NULL ? khatt_snapshot_get_n_articles (snapshot) : 0;
}

static GType
get_item_type (GListModel *model)
{
  return GTK_TYPE_STRING_OBJECT;
}

static guint
get_n_items (GListModel *model)
{
  return count_articles (KHATT_ARTICLE_NUMBERS (model)->snapshot);
}

static gpointer
get_item (GListModel *model, guint position)
{
  KhattArticleNumbers *self = KHATT_ARTICLE_NUMBERS (model);
  g_autofree char *name = NULL;

  if (position >= get_n_items (model))
    return NULL;
  name = khatt_article_chooser_dup_name (khatt_snapshot_get_article (self->snapshot, position),
                                         position);
  return gtk_string_object_new (name);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (KhattArticleNumbers,
                               khatt_article_numbers,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
khatt_article_numbers_finalize (GObject *object)
{
  g_clear_pointer (&KHATT_ARTICLE_NUMBERS (object)->snapshot, khatt_snapshot_unref);
  G_OBJECT_CLASS (khatt_article_numbers_parent_class)->finalize (object);
}

static void
khatt_article_numbers_class_init (KhattArticleNumbersClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = khatt_article_numbers_finalize;
}

static void
khatt_article_numbers_init (KhattArticleNumbers *self)
{
}

/* An article is never written over: the same one has the same pointer. */
static gboolean
have_same_articles (KhattSnapshot *a, KhattSnapshot *b)
{
  guint n_articles = count_articles (a);

  if (n_articles != count_articles (b))
    return FALSE;
  for (guint i = 0; i < n_articles; i++)
    {
      if (khatt_snapshot_get_article (a, i) != khatt_snapshot_get_article (b, i))
        return FALSE;
    }
  return TRUE;
}

static void
khatt_article_numbers_follow (KhattArticleNumbers *self, KhattSnapshot *snapshot)
{
  g_autoptr (KhattSnapshot) before = self->snapshot;

  self->snapshot = khatt_snapshot_ref (snapshot);
  if (!have_same_articles (before, snapshot))
    g_list_model_items_changed (G_LIST_MODEL (self), 0, count_articles (before),
                                count_articles (snapshot));
}

/* ---- The widget ---- */

struct _KhattArticleChooser
{
  GtkWidget parent_instance;

  /* children */
  GtkDropDown *drop_down;

  /* owned */
  KhattArticleNumbers *numbers;
  GHashTable *rows; /* of GtkListItem: those that show something */

  const KhattArticleIndex *index; /* borrowed; NULL: none yet */
  gboolean is_filling;
};

enum
{
  CHOSEN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KhattArticleChooser, khatt_article_chooser, GTK_TYPE_WIDGET)

static char *
dup_count (KhattArticleChooser *self, guint position)
{
  KhattSnapshot *snapshot = self->numbers->snapshot;
  KhattWords words = khatt_preferences_get_words ();
  g_autofree char *number = NULL;
  guint n_open = 0;

  if (self->index != NULL && position < count_articles (snapshot))
    n_open = khatt_article_index_count_open (self->index,
                                             khatt_snapshot_get_article (snapshot, position)->id);
  if (n_open == 0)
    return NULL;
  number = khatt_words_count (&words, n_open);
  /* Translators: a number of events of an article that are to be decided on. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s open", "%s open", n_open), number);
}

static void
show_row (KhattArticleChooser *self, GtkListItem *item)
{
  GtkWidget *name = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *count = gtk_widget_get_next_sibling (name);
  GtkStringObject *string = gtk_list_item_get_item (item);
  g_autofree char *text = dup_count (self, gtk_list_item_get_position (item));

  gtk_label_set_text (GTK_LABEL (name), gtk_string_object_get_string (string));
  gtk_label_set_text (GTK_LABEL (count), text != NULL ? text : "");
  gtk_widget_set_visible (count, text != NULL);
}

static void
setup_cb (KhattArticleChooser *self, GtkListItem *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, GAP);
  GtkWidget *name = gtk_label_new (NULL);
  GtkWidget *count = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (count, "khatt-small-dim");
  gtk_box_append (GTK_BOX (row), name);
  gtk_box_append (GTK_BOX (row), count);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (KhattArticleChooser *self, GtkListItem *item)
{
  g_hash_table_add (self->rows, item);
  show_row (self, item);
}

static void
unbind_cb (KhattArticleChooser *self, GtkListItem *item)
{
  g_hash_table_remove (self->rows, item);
}

static void
selected_cb (KhattArticleChooser *self)
{
  if (!self->is_filling)
    g_signal_emit (self, signals[CHOSEN], 0);
}

static void
khatt_article_chooser_dispose (GObject *object)
{
  KhattArticleChooser *self = KHATT_ARTICLE_CHOOSER (object);

  self->index = NULL;
  if (self->drop_down != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->drop_down));
  self->drop_down = NULL;
  g_clear_object (&self->numbers);
  g_clear_pointer (&self->rows, g_hash_table_unref);
  G_OBJECT_CLASS (khatt_article_chooser_parent_class)->dispose (object);
}

static void
khatt_article_chooser_class_init (KhattArticleChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = khatt_article_chooser_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", KHATT_TYPE_ARTICLE_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
khatt_article_chooser_init (KhattArticleChooser *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkWidget *drop_down;

  self->rows = g_hash_table_new (NULL, NULL);
  self->numbers = g_object_new (KHATT_TYPE_ARTICLE_NUMBERS, NULL);
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  drop_down = gtk_drop_down_new (G_LIST_MODEL (g_object_ref (self->numbers)), NULL);
  self->drop_down = GTK_DROP_DOWN (drop_down);
  gtk_drop_down_set_factory (self->drop_down, factory);
  gtk_widget_set_tooltip_text (drop_down, _ ("Choose an Article"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Article"), -1);
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_parent (drop_down, GTK_WIDGET (self));
}

/**
 * khatt_article_chooser_new:
 *
 * Returns: (transfer floating): a list of no articles
 */
GtkWidget *
khatt_article_chooser_new (void)
{
  return g_object_new (KHATT_TYPE_ARTICLE_CHOOSER, NULL);
}

/**
 * khatt_article_chooser_show:
 * @self: a chooser
 * @snapshot: a document
 * @index: what was read from its articles, up to date; borrowed until it is shown again
 * @chosen: the number of the article that is chosen
 *
 * Shows the articles of @snapshot.
 */
void
khatt_article_chooser_show (KhattArticleChooser *self,
                            KhattSnapshot *snapshot,
                            const KhattArticleIndex *index,
                            guint chosen)
{
  GHashTableIter iter;
  gpointer item;

  g_return_if_fail (KHATT_IS_ARTICLE_CHOOSER (self));

  self->index = index;
  self->is_filling = TRUE;
  khatt_article_numbers_follow (self->numbers, snapshot);
  gtk_drop_down_set_selected (self->drop_down, chosen);
  self->is_filling = FALSE;
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    show_row (self, item);
}

/**
 * khatt_article_chooser_get_chosen:
 * @self: a chooser
 *
 * Returns: the number of the article that is chosen; %GTK_INVALID_LIST_POSITION where there is none
 */
guint
khatt_article_chooser_get_chosen (KhattArticleChooser *self)
{
  g_return_val_if_fail (KHATT_IS_ARTICLE_CHOOSER (self), GTK_INVALID_LIST_POSITION);

  return gtk_drop_down_get_selected (self->drop_down);
}

/**
 * khatt_article_chooser_dup_name:
 * @article: an article
 * @number: which one of its document it is, from 0
 *
 * Returns: (transfer full): its title, else who published it, else its number
 */
char *
khatt_article_chooser_dup_name (const KhattArticle *article, guint number)
{
  if (article->title != NULL && *article->title != '\0')
    return khatt_bidi_strip (article->title);
  if (article->publisher != NULL && *article->publisher != '\0')
    return khatt_bidi_strip (article->publisher);
  /* Translators: the name of an article that has no title; %u is its number. */
  return g_strdup_printf (_ ("Article %u"), number + 1);
}
