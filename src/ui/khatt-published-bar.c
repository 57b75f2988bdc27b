/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* "When was this published?": a bar above the timeline, not a dialog, so that the article can be
 * read meanwhile. What its text suggests is offered as buttons, with the reasons; any other day can
 * be typed. */

#include "khatt-published-bar.h"

#include <glib/gi18n-lib.h>

#include "khatt-article-words.h"
#include "khatt-bidi.h"
#include "khatt-date-entry.h"
#include "khatt-preferences.h"
#include "khatt-published-days.h"
#include "khatt-ui.h"
#include "khatt-words.h"
#include "khatt-wrap-layout.h"

#define MOST_UNDATED 1000 /* events looked at for one that waits for an answer */
#define FLOW_SPACING 12
#define CANDIDATE_SPACING 6

struct _KhattPublishedBar
{
  GtkWidget parent_instance;

  /* template widgets, made for the first question */
  GtkRevealer *revealer;
  GtkLabel *question;
  GtkLabel *reason;
  GtkWidget *flow;
  GtkWidget *candidates;
  GtkEntry *entry;
  GtkWidget *answer;

  /* owned */
  KhattTimeline *timeline;
  char *article_id;          /* which one it asks about; NULL: none */
  char *clue;                /* what its text says of the day */
  int weekday;               /* on which it was written; 0: it does not say */
  GHashTable *dismissed_ids; /* not asked about again */
};

G_DEFINE_FINAL_TYPE (KhattPublishedBar, khatt_published_bar, GTK_TYPE_WIDGET)

enum
{
  PROP_TIMELINE = 1,
  PROP_ARTICLE_ID,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static gboolean
get_typed_day (KhattPublishedBar *self, KhattDate *date)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  const KhattDateEntry entry = {
    .words = khatt_preferences_get_words (),
    .second_calendar = khatt_preferences_get_second_calendar (),
    .today = khatt_ui_get_now (),
  };

  return khatt_date_entry_parse (text, &entry, date) && khatt_published_days_is_day (date);
}

/* A day that contradicts the text is not refused: texts are wrong at times. */
static char *
dup_contradiction (KhattPublishedBar *self, const KhattDate *date)
{
  int weekday = khatt_weekday_of_days (khatt_days_from_seconds (khatt_date_first (date)));
  KhattWords words = khatt_preferences_get_words ();
  g_autofree char *typed = NULL;
  g_autofree char *said = NULL;

  if (self->weekday == 0 || weekday == self->weekday)
    return NULL;
  typed = khatt_calendar_dup_weekday_name (weekday, KHATT_WIDTH_WIDE, &words);
  said = khatt_calendar_dup_weekday_name (self->weekday, KHATT_WIDTH_WIDE, &words);
  /* Translators: two days of the week: "This day is a Tuesday; the text was written on a Monday."
   */
  return g_strdup_printf (_ ("This day is a %s; the text was written on a %s."), typed, said);
}

static void
show_clue (KhattPublishedBar *self, const char *clue)
{
  g_autofree char *sentence = khatt_ui_dup_sentence (clue ? clue : "");

  gtk_label_set_text (self->reason, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->reason), clue && *clue);
}

static void
answer (KhattPublishedBar *self, const char *published)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.answer-published", "(ss)", self->article_id,
                              published);
}

static gboolean
was_read_from (const KhattEventData *event, const char *article_id)
{
  for (guint i = 0; i < event->sources->len; i++)
    {
      const KhattSourceData *source = g_ptr_array_index (event->sources, i);

      if (g_strcmp0 (source->article, article_id) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Whether an event of the article has no date, which its publication could tell. */
static gboolean
has_undated (KhattPublishedBar *self, const char *article_id)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (self->timeline);
  guint32 first = khatt_snapshot_get_n_dated (snapshot);
  guint32 after = MIN (khatt_snapshot_get_n_events (snapshot), first + MOST_UNDATED);

  for (guint32 position = first; position < after; position++)
    {
      guint32 slot = khatt_snapshot_get_slot (snapshot, position);
      g_autoptr (KhattEventData) event = khatt_snapshot_dup_event (snapshot, slot);

      if (was_read_from (event, article_id))
        return TRUE;
    }
  return FALSE;
}

static const KhattArticle *
find_article (KhattPublishedBar *self)
{
  guint n_articles = self->timeline ? khatt_timeline_get_n_articles (self->timeline) : 0;

  for (guint i = 0; i < n_articles; i++)
    {
      const KhattArticle *article = khatt_timeline_get_article (self->timeline, i);

      if (!article->published && !g_hash_table_contains (self->dismissed_ids, article->id) &&
          (article->candidates || has_undated (self, article->id)))
        return article;
    }
  return NULL;
}

static void
show_candidates (KhattPublishedBar *self, const KhattArticle *article)
{
  if (khatt_published_days_show (self->candidates, article) > 0)
    gtk_widget_add_css_class (gtk_widget_get_first_child (self->candidates), "suggested-action");
}

/* Why the best candidate is one; where there is none, the little that the text says. */
static char *
dup_clue (const KhattArticle *article)
{
  const KhattCandidate *best = article->candidates && article->candidates->len > 0
                                   ? g_ptr_array_index (article->candidates, 0)
                                   : NULL;
  KhattWords words = khatt_preferences_get_words ();

  if (best && best->reasons && best->reasons[0])
    return g_strdup (best->reasons[0]);
  return best ? NULL : khatt_article_words_published (article, &words);
}

/* Where only the weekday is known, the entry asks for one of these. */
static void
show_entry (KhattPublishedBar *self)
{
  KhattWords words = khatt_preferences_get_words ();
  g_autofree char *weekday = NULL;
  g_autofree char *placeholder = NULL;

  if (self->weekday != 0 && !gtk_widget_get_first_child (self->candidates))
    {
      weekday = khatt_calendar_dup_weekday_name (self->weekday, KHATT_WIDTH_WIDE, &words);
      /* Translators: %s is a day of the week; the question stands in the entry for a day. */
      placeholder = g_strdup_printf (_ ("Which %s?"), weekday);
    }
  gtk_entry_set_placeholder_text (self->entry, placeholder ? placeholder : _ ("Another day"));
}

static void
show_question (KhattPublishedBar *self, const KhattArticle *article)
{
  g_autofree char *title = NULL;
  g_autofree char *isolated = NULL;
  g_autofree char *question = NULL;

  if (khatt_timeline_get_n_articles (self->timeline) > 1 && article->title && *article->title)
    {
      title = khatt_bidi_strip (article->title);
      isolated = khatt_bidi_isolate (title);
      /* Translators: %s is the title of an article. */
      question = g_strdup_printf (_ ("When was “%s” published?"), isolated);
    }
  gtk_label_set_text (self->question, question ? question : _ ("When was this published?"));
}

static void
entry_changed_cb (KhattPublishedBar *self)
{
  KhattDate date;
  gboolean is_day = get_typed_day (self, &date);
  g_autofree char *contradiction = is_day ? dup_contradiction (self, &date) : NULL;

  gtk_widget_set_sensitive (self->answer, is_day);
  gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  if (contradiction)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "warning");
  show_clue (self, contradiction ? contradiction : self->clue);
}

static void
build (KhattPublishedBar *self)
{
  if (self->revealer)
    return;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->flow, khatt_wrap_layout_new (FLOW_SPACING));
  gtk_widget_set_layout_manager (self->candidates, khatt_wrap_layout_new (CANDIDATE_SPACING));
}

static void
refresh (KhattPublishedBar *self)
{
  const KhattArticle *article = find_article (self);

  if (!article && !self->revealer)
    return;
  build (self);
  if (g_strcmp0 (article ? article->id : NULL, self->article_id) != 0)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
      g_free (self->article_id);
      self->article_id = article ? g_strdup (article->id) : NULL;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ARTICLE_ID]);
    }
  if (article)
    {
      self->weekday = article->weekday;
      g_free (self->clue);
      self->clue = dup_clue (article);
      show_question (self, article);
      show_candidates (self, article);
      show_entry (self);
      entry_changed_cb (self);
    }
  gtk_revealer_set_reveal_child (self->revealer, article != NULL);
}

static void
entry_activate_cb (KhattPublishedBar *self)
{
  g_autofree char *day = NULL;
  KhattDate date;

  if (!get_typed_day (self, &date))
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
      gtk_widget_error_bell (GTK_WIDGET (self->entry));
      return;
    }
  day = khatt_date_to_edtf (&date);
  answer (self, day);
}

static void
dismiss_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KhattPublishedBar *self = KHATT_PUBLISHED_BAR (widget);

  if (self->article_id)
    g_hash_table_add (self->dismissed_ids, g_strdup (self->article_id));
  refresh (self);
}

static void
khatt_published_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_ARTICLE_ID:
      g_value_set_string (value, KHATT_PUBLISHED_BAR (object)->article_id);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
khatt_published_bar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_TIMELINE:
      khatt_published_bar_set_timeline (KHATT_PUBLISHED_BAR (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
khatt_published_bar_dispose (GObject *object)
{
  KhattPublishedBar *self = KHATT_PUBLISHED_BAR (object);

  if (self->timeline)
    g_signal_handlers_disconnect_by_data (self->timeline, self);
  g_clear_object (&self->timeline);
  g_clear_pointer (&self->article_id, g_free);
  g_clear_pointer (&self->clue, g_free);
  g_clear_pointer (&self->dismissed_ids, g_hash_table_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), KHATT_TYPE_PUBLISHED_BAR);
  G_OBJECT_CLASS (khatt_published_bar_parent_class)->dispose (object);
}

static void
khatt_published_bar_class_init (KhattPublishedBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = khatt_published_bar_get_property;
  object_class->set_property = khatt_published_bar_set_property;
  object_class->dispose = khatt_published_bar_dispose;

  properties[PROP_TIMELINE] =
      g_param_spec_object ("timeline", NULL, NULL, KHATT_TYPE_TIMELINE,
                           G_PARAM_WRITABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /* The article that it asks about; NULL: it asks nothing. */
  properties[PROP_ARTICLE_ID] =
      g_param_spec_string ("article-id", NULL, NULL, NULL,
                           G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "published.dismiss", NULL, dismiss_action);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               KHATT_RESOURCE_PATH "/khatt-published-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, KhattPublishedBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, KhattPublishedBar, question);
  gtk_widget_class_bind_template_child (widget_class, KhattPublishedBar, reason);
  gtk_widget_class_bind_template_child (widget_class, KhattPublishedBar, flow);
  gtk_widget_class_bind_template_child (widget_class, KhattPublishedBar, candidates);
  gtk_widget_class_bind_template_child (widget_class, KhattPublishedBar, entry);
  gtk_widget_class_bind_template_child (widget_class, KhattPublishedBar, answer);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
khatt_published_bar_init (KhattPublishedBar *self)
{
  self->dismissed_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Publication date"), -1);
  khatt_preferences_follow_words (self, G_CALLBACK (refresh));
}

/**
 * khatt_published_bar_new:
 *
 * Returns: a new bar that asks nothing
 */
GtkWidget *
khatt_published_bar_new (void)
{
  return g_object_new (KHATT_TYPE_PUBLISHED_BAR, NULL);
}

/**
 * khatt_published_bar_set_timeline:
 * @self: a bar
 * @timeline: (nullable): the document
 *
 * Asks about the articles of @timeline, one after the other.
 */
void
khatt_published_bar_set_timeline (KhattPublishedBar *self, KhattTimeline *timeline)
{
  g_return_if_fail (KHATT_IS_PUBLISHED_BAR (self));

  if (self->timeline == timeline)
    return;
  if (self->timeline)
    g_signal_handlers_disconnect_by_data (self->timeline, self);
  g_set_object (&self->timeline, timeline);
  g_hash_table_remove_all (self->dismissed_ids);
  if (timeline)
    g_signal_connect_object (timeline, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TIMELINE]);
}

/**
 * khatt_published_bar_is_asking:
 * @self: a bar
 *
 * Returns: %TRUE while it asks about an article
 */
gboolean
khatt_published_bar_is_asking (KhattPublishedBar *self)
{
  g_return_val_if_fail (KHATT_IS_PUBLISHED_BAR (self), FALSE);

  return self->article_id != NULL;
}
