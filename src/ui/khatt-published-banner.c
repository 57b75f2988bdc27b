/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The line over an article that says when it was published, for its relative dates count from that
 * day. Whoever finds the day wrong changes it here, and all these dates with it. */

#include "khatt-published-banner.h"

#include <glib/gi18n-lib.h>

#include "khatt-article-spans.h"
#include "khatt-article-words.h"
#include "khatt-bidi.h"
#include "khatt-date-field.h"
#include "khatt-preferences.h"
#include "khatt-published-days.h"
#include "khatt-ui.h"
#include "khatt-words.h"
#include "khatt-wrap-layout.h"

#define MOST_EXAMPLES 2 /* of words that count from the day */
#define FLOW_SPACING 6

struct _KhattPublishedBanner
{
  GtkWidget parent_instance;

  /* template widgets */
  GtkWidget *line;
  GtkWidget *flow;
  GtkLabel *published;
  GtkLabel *reason;
  GtkWidget *change_button;
  GtkLabel *change;
  GtkPopover *popover;
  GtkWidget *days;
  KhattDateField *field;
  GtkWidget *answer;

  /* owned */
  char *article_id;
  KhattDate day; /* KHATT_DATE_NONE: not known */
};

G_DEFINE_FINAL_TYPE (KhattPublishedBanner, khatt_published_banner, GTK_TYPE_WIDGET)

static gboolean
get_day (KhattPublishedBanner *self, KhattDate *date)
{
  return khatt_date_field_get_date (self->field, date) && khatt_published_days_is_day (date);
}

static void
field_changed_cb (KhattPublishedBanner *self)
{
  KhattDate date;

  gtk_widget_set_sensitive (self->answer, get_day (self, &date));
}

static void
shown_cb (KhattPublishedBanner *self)
{
  khatt_date_field_set_date (self->field, &self->day, NULL);
  field_changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->field));
}

static void
answer_cb (KhattPublishedBanner *self)
{
  g_autofree char *day = NULL;
  KhattDate date;

  if (!get_day (self, &date))
    return;
  day = khatt_date_to_edtf (&date);
  gtk_popover_popdown (self->popover);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.answer-published", "(ss)", self->article_id,
                              day);
}

/* Other days that were thought of. */
static void
show_days (KhattPublishedBanner *self, const KhattArticle *article)
{
  guint n_days = khatt_published_days_show (self->days, article);

  gtk_widget_set_visible (self->days, n_days > 0);
  for (GtkWidget *day = gtk_widget_get_first_child (self->days); day;
       day = gtk_widget_get_next_sibling (day))
    g_signal_connect_object (day, "clicked", G_CALLBACK (gtk_popover_popdown), self->popover,
                             G_CONNECT_SWAPPED);
}

/* The first different words of the article that count from its day. */
static GPtrArray *
find_examples (const KhattArticle *article, const GArray *spans)
{
  GPtrArray *examples = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < spans->len && examples->len < MOST_EXAMPLES; i++)
    {
      const KhattArticleSpan *span = &g_array_index (spans, KhattArticleSpan, i);
      g_autofree char *words = NULL;
      g_autofree char *isolated = NULL;

      if (!span->is_date_relative)
        continue;
      words = g_utf8_substring (article->text, span->date_first, span->date_after);
      isolated = khatt_bidi_isolate (g_strdelimit (words, "\n\t", ' '));
      if (!g_ptr_array_find_with_equal_func (examples, isolated, g_str_equal, NULL))
        g_ptr_array_add (examples, g_steal_pointer (&isolated));
    }
  return examples;
}

/* What counts from the day. */
static char *
dup_counted (const KhattArticle *article, const GArray *spans)
{
  g_autoptr (GPtrArray) examples = find_examples (article, spans);

  if (examples->len == 0)
    return NULL;
  if (examples->len == 1)
    /* Translators: %s are words of an article, such as “Friday”, that count from its day. */
    return g_strdup_printf (_ ("“%s” counts from it."),
                            (const char *) g_ptr_array_index (examples, 0));
  /* Translators: %s are words of an article, such as “Friday”, that count from its day. */
  return g_strdup_printf (_ ("“%s” and “%s” count from it."),
                          (const char *) g_ptr_array_index (examples, 0),
                          (const char *) g_ptr_array_index (examples, 1));
}

/* Why it is taken for that day: a day that nobody thought about came with the article. */
static const char *
get_why (const KhattArticle *article)
{
  for (guint i = 0; article->candidates && i < article->candidates->len; i++)
    {
      const KhattCandidate *candidate = g_ptr_array_index (article->candidates, i);

      if (g_strcmp0 (candidate->date, article->published) == 0 && candidate->reasons[0])
        return candidate->reasons[0];
    }
  return _ ("The article came with this day.");
}

static char *
dup_reason (const KhattArticle *article, const GArray *spans)
{
  KhattWords words = khatt_preferences_get_words ();
  g_autofree char *counted = NULL;

  if (!article->published)
    return khatt_article_words_published (article, &words);
  counted = dup_counted (article, spans);
  if (!counted)
    return g_strdup (get_why (article));
  /* Translators: two sentences, one after the other. */
  return g_strdup_printf (C_ ("sentences", "%s %s"), get_why (article), counted);
}

static char *
dup_published (const KhattDate *day)
{
  KhattWords words = khatt_preferences_get_words ();
  g_autofree char *when = NULL;

  if (!khatt_date_is_known (day))
    return g_strdup (_ ("Publication date unknown"));
  when = khatt_words_date (&words, day, KHATT_CALENDAR_GREGORIAN);
  /* Translators: %s is a date. */
  return g_strdup_printf (_ ("Published %s"), when);
}

static void
khatt_published_banner_dispose (GObject *object)
{
  KhattPublishedBanner *self = KHATT_PUBLISHED_BANNER (object);

  g_clear_pointer (&self->article_id, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), KHATT_TYPE_PUBLISHED_BANNER);
  G_OBJECT_CLASS (khatt_published_banner_parent_class)->dispose (object);
}

static void
khatt_published_banner_class_init (KhattPublishedBannerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = khatt_published_banner_dispose;
  g_type_ensure (KHATT_TYPE_DATE_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               KHATT_RESOURCE_PATH "/khatt-published-banner.ui");
  gtk_widget_class_bind_template_child (widget_class, KhattPublishedBanner, line);
  gtk_widget_class_bind_template_child (widget_class, KhattPublishedBanner, flow);
  gtk_widget_class_bind_template_child (widget_class, KhattPublishedBanner, published);
  gtk_widget_class_bind_template_child (widget_class, KhattPublishedBanner, reason);
  gtk_widget_class_bind_template_child (widget_class, KhattPublishedBanner, change_button);
  gtk_widget_class_bind_template_child (widget_class, KhattPublishedBanner, change);
  gtk_widget_class_bind_template_child (widget_class, KhattPublishedBanner, popover);
  gtk_widget_class_bind_template_child (widget_class, KhattPublishedBanner, days);
  gtk_widget_class_bind_template_child (widget_class, KhattPublishedBanner, field);
  gtk_widget_class_bind_template_child (widget_class, KhattPublishedBanner, answer);
  gtk_widget_class_bind_template_callback (widget_class, field_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, answer_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
khatt_published_banner_init (KhattPublishedBanner *self)
{
  self->day = KHATT_DATE_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->flow, khatt_wrap_layout_new (FLOW_SPACING));
  gtk_widget_set_layout_manager (self->days, khatt_wrap_layout_new (FLOW_SPACING));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Publication date"), -1);
}

/**
 * khatt_published_banner_new:
 *
 * Returns: a new banner, of no article
 */
GtkWidget *
khatt_published_banner_new (void)
{
  return g_object_new (KHATT_TYPE_PUBLISHED_BANNER, NULL);
}

/**
 * khatt_published_banner_set_article:
 * @self: a banner
 * @article: (nullable): an article; with none nothing shows
 * @spans: (nullable) (element-type KhattArticleSpan): what was read from @article
 *
 * Says when @article was published.
 */
void
khatt_published_banner_set_article (KhattPublishedBanner *self,
                                    const KhattArticle *article,
                                    const GArray *spans)
{
  g_autofree char *published = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *sentence = NULL;
  const char *change;

  g_return_if_fail (KHATT_IS_PUBLISHED_BANNER (self));

  gtk_widget_set_visible (GTK_WIDGET (self), article != NULL);
  g_clear_pointer (&self->article_id, g_free);
  if (!article)
    return;
  self->article_id = g_strdup (article->id);
  if (!article->published || !khatt_date_parse (article->published, -1, &self->day, NULL))
    self->day = KHATT_DATE_NONE;
  published = dup_published (&self->day);
  reason = dup_reason (article, spans);
  sentence = khatt_ui_dup_sentence (reason ? reason : "");
  gtk_label_set_text (self->published, published);
  gtk_label_set_text (self->reason, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->reason), reason != NULL);
  show_days (self, article);
  change = khatt_date_is_known (&self->day) ? _ ("Change Date") : _ ("Set Date");
  gtk_label_set_text (self->change, change);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->change_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, change, -1);
}
