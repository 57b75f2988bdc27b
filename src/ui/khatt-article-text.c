/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* An article to read. Each paragraph stands in its own direction; the stretches that events were
 * read from are tinted, underlined and can be pressed. The text itself is never changed: not a
 * letter of it. */

#include "khatt-article-text.h"

#include <string.h>

#include "khatt-appearance.h"
#include "khatt-article-fold-rows.h"
#include "khatt-article-folds.h"
#include "khatt-article-marks.h"
#include "khatt-article-triggers.h"
#include "khatt-bidi.h"
#include "khatt-document.h"
#include "khatt-preferences.h"
#include "khatt-sentence.h"

#define LINE_PITCH 1.95       /* of the font's size, whatever the font's own idea is */
#define LEAST_LINE_HEIGHT 0.8 /* of the font's own */
#define BLANK_SCALE 0.1       /* the empty line between paragraphs, which are apart anyway */
#define SAMPLE "ابجد Abcd"
#define TEXT_MARGIN 24
#define PARAGRAPH_SPACING 9
#define HEADING_SCALE (18.0 / 16.5)
#define HEADING_SPACING 9 /* above, and not below */
#define REVEAL_ALIGN 0.3

struct _KhattArticleText
{
  GtkTextView parent_instance;

  /* owned */
  KhattSnapshot *snapshot;
  KhattArticle *article;
  GArray *spans;  /* of KhattArticleSpan */
  GArray *plates; /* of KhattMarginPlate, as last painted */
  KhattArticleFoldRows *folds;
  KhattQuery *query; /* what is searched */
  GArray *found;     /* of KhattTextRange, in code points: where it stands */
  GArray *triggers;  /* of KhattArticleTrigger: what told of the selected event */

  guint32 selected_slot;
  guint reveal_source;
  int width; /* that its lines were broken for */
  gboolean is_rtl;
  gboolean
      is_painted; /* with these letters and line breaks: only then is it known where they are */
  gboolean wants_reveal;
};

G_DEFINE_FINAL_TYPE (KhattArticleText, khatt_article_text, GTK_TYPE_TEXT_VIEW)

enum
{
  PROP_SELECTED_SLOT = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
tag_paragraphs (GtkTextBuffer *buffer, const GArray *paragraphs)
{
  for (guint i = 0; i < paragraphs->len; i++)
    {
      const KhattArticleParagraph *paragraph =
          &g_array_index (paragraphs, KhattArticleParagraph, i);
      gboolean is_blank = paragraph->first == paragraph->after;
      GtkTextIter start, end;

      if (!is_blank && !paragraph->is_heading)
        continue;
      gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) paragraph->first);
      gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) paragraph->after + is_blank);
      gtk_text_buffer_apply_tag_by_name (buffer, is_blank ? "blank" : "heading", &start, &end);
    }
}

/* What nothing was read from folds; an article that says nothing is shown as it is. */
static void
fold (KhattArticleText *self, const GArray *paragraphs)
{
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (KhattArticleSpan));
  g_autoptr (GArray) folds = khatt_article_folds_new (paragraphs, self->spans ? self->spans : none);

  khatt_article_fold_rows_set (self->folds, self->article ? self->article->sha256 : "", folds);
}

static void
set_text (KhattArticleText *self, const char *text)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  g_autoptr (GArray) paragraphs = khatt_article_paragraphs_new (text);
  GtkTextIter start, end;

  self->is_painted = FALSE;
  self->is_rtl = khatt_bidi_direction (text, KHATT_DIRECTION_RTL) == KHATT_DIRECTION_RTL;
  gtk_text_view_set_left_margin (view, self->is_rtl ? TEXT_MARGIN : KHATT_ARTICLE_MARGIN);
  gtk_text_view_set_right_margin (view, self->is_rtl ? KHATT_ARTICLE_MARGIN : TEXT_MARGIN);
  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_apply_tag_by_name (buffer, "body", &start, &end);
  tag_paragraphs (buffer, paragraphs);
  fold (self, paragraphs);
}

/* The words that dates were read from. */
static void
tag_dates (KhattArticleText *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag_by_name (buffer, "date", &start, &end);
  for (guint i = 0; self->spans && i < self->spans->len; i++)
    {
      const KhattArticleSpan *span = &g_array_index (self->spans, KhattArticleSpan, i);

      if (span->date_first < 0)
        continue;
      gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) span->date_first);
      gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) span->date_after);
      gtk_text_buffer_apply_tag_by_name (buffer, "date", &start, &end);
    }
}

/* Where the words that are searched stand; what is folded of that is shown. */
static void
find (KhattArticleText *self)
{
  g_array_set_size (self->found, 0);
  if (self->query && self->article)
    {
      g_autoptr (GArray) ranges = khatt_query_find_ranges (self->query, self->article->text);

      for (guint i = 0; i < ranges->len; i++)
        {
          KhattTextRange range = g_array_index (ranges, KhattTextRange, i);

          range.first =
              (gsize) khatt_article_points_from_bytes (self->article, (gssize) range.first);
          range.after =
              (gsize) khatt_article_points_from_bytes (self->article, (gssize) range.after);
          g_array_append_val (self->found, range);
        }
    }
  khatt_article_fold_rows_show_ranges (self->folds, self->found);
}

static void
find_triggers (KhattArticleText *self)
{
  if (!self->article)
    return;
  g_array_unref (self->triggers);
  self->triggers = khatt_article_triggers_new (self->snapshot, self->article, self->selected_slot,
                                               khatt_document_get_lexicon ());
}

/* The span under a place of the widget: its letters, or its plate in the margin. */
static guint32
pick_slot (KhattArticleText *self, double x, double y)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  const KhattArticleSpan *span;
  GtkTextIter iter;
  int buffer_x, buffer_y;

  if (!self->spans)
    return KHATT_SLOT_NONE;
  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &buffer_x,
                                         &buffer_y);
  for (guint i = 0; i < self->plates->len; i++)
    {
      const KhattMarginPlate *plate = &g_array_index (self->plates, KhattMarginPlate, i);

      if (graphene_rect_contains_point (&plate->box, &GRAPHENE_POINT_INIT (buffer_x, buffer_y)))
        return plate->slot;
    }
  if (!gtk_text_view_get_iter_at_position (view, &iter, NULL, buffer_x, buffer_y))
    return KHATT_SLOT_NONE;
  span = khatt_article_spans_pick (self->spans, gtk_text_iter_get_offset (&iter));
  return span ? span->slot : KHATT_SLOT_NONE;
}

static gboolean
is_in_view (GtkTextView *view, const GtkTextIter *iter)
{
  GdkRectangle visible, box;

  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_iter_location (view, iter, &box);
  return box.y >= visible.y && box.y + box.height <= visible.y + visible.height;
}

static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, KhattArticleText *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  guint32 slot;

  /* Somebody who selects text to copy it does not select an event. */
  if (gtk_text_buffer_get_has_selection (buffer))
    return;
  slot = pick_slot (self, x, y);
  if (slot != KHATT_SLOT_NONE)
    khatt_article_text_set_selected_slot (self, slot);
}

static void
motion_cb (GtkEventControllerMotion *controller, double x, double y, KhattArticleText *self)
{
  gboolean is_over = pick_slot (self, x, y) != KHATT_SLOT_NONE;

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), is_over ? "pointer" : "text");
}

static gboolean
khatt_article_text_query_tooltip (GtkWidget *widget,
                                  int x,
                                  int y,
                                  gboolean is_keyboard,
                                  GtkTooltip *tooltip)
{
  KhattArticleText *self = KHATT_ARTICLE_TEXT (widget);
  guint32 slot = is_keyboard ? KHATT_SLOT_NONE : pick_slot (self, x, y);
  KhattWords words = khatt_preferences_get_words ();
  g_autofree char *sentence = NULL;

  if (slot == KHATT_SLOT_NONE || !khatt_snapshot_has_slot (self->snapshot, slot))
    return FALSE;
  sentence = khatt_sentence_new (self->snapshot, slot, &words);
  gtk_tooltip_set_text (tooltip, sentence);
  return TRUE;
}

static gboolean
reveal_again (gpointer data)
{
  KhattArticleText *self = data;

  self->reveal_source = 0;
  khatt_article_text_reveal (self, self->selected_slot);
  return G_SOURCE_REMOVE;
}

/* Other line breaks move everything: the selected event stays in view. */
static void
khatt_article_text_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  KhattArticleText *self = KHATT_ARTICLE_TEXT (widget);

  GTK_WIDGET_CLASS (khatt_article_text_parent_class)
      ->size_allocate (widget, width, height, baseline);
  khatt_article_fold_rows_allocate (self->folds);
  if (self->width == width)
    return;
  self->width = width;
  self->is_painted = FALSE;
  self->wants_reveal = self->selected_slot != KHATT_SLOT_NONE;
}

static void
khatt_article_text_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  GTK_WIDGET_CLASS (khatt_article_text_parent_class)->snapshot (widget, snapshot);
  khatt_article_fold_rows_snapshot (KHATT_ARTICLE_TEXT (widget)->folds, snapshot);
}

/* The text is scrolled, or more of it has been measured. */
static void
follow_adjustment_cb (KhattArticleText *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self));

  if (!adjustment)
    return;
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (gtk_widget_queue_allocate), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_allocate),
                           self, G_CONNECT_SWAPPED);
}

/* Who selects text sees all of it. */
static void
mark_set_cb (GtkTextBuffer *buffer, GtkTextIter *iter, GtkTextMark *mark, KhattArticleText *self)
{
  GtkTextIter start, end;

  if (gtk_text_buffer_get_selection_bounds (buffer, &start, &end))
    khatt_article_fold_rows_open_range (self->folds, gtk_text_iter_get_offset (&start),
                                        gtk_text_iter_get_offset (&end));
}

/* The first time that these line breaks are seen. GTK measures the lines out of view when it is
 * idle, and guesses until then: ours comes after. */
static void
note_painted (KhattArticleText *self)
{
  if (self->is_painted)
    return;
  self->is_painted = TRUE;
  if (self->wants_reveal && self->reveal_source == 0)
    self->reveal_source = g_idle_add_full (G_PRIORITY_LOW, reveal_again, self, NULL);
  self->wants_reveal = FALSE;
}

/* Lines are as far apart as the size of the letters asks, not as the font that was found asks:
 * Arabic fonts differ by half in what they take for a line. */
static void
khatt_article_text_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
  GtkTextTag *body = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), "body");
  g_autoptr (PangoLayout) layout = NULL;
  const PangoFontDescription *font;
  int height;

  GTK_WIDGET_CLASS (khatt_article_text_parent_class)->css_changed (widget, change);
  layout = gtk_widget_create_pango_layout (widget, SAMPLE);
  font = pango_context_get_font_description (pango_layout_get_context (layout));
  pango_layout_get_size (layout, NULL, &height);
  if (body && height > 0 && pango_font_description_get_size_is_absolute (font))
    g_object_set (
        body, "line-height",
        MAX (LEAST_LINE_HEIGHT, LINE_PITCH * pango_font_description_get_size (font) / height),
        NULL);
}

static void
khatt_article_text_snapshot_layer (GtkTextView *view, GtkTextViewLayer layer, GtkSnapshot *snapshot)
{
  KhattArticleText *self = KHATT_ARTICLE_TEXT (view);
  KhattArticleMarks marks;

  if (layer != GTK_TEXT_VIEW_LAYER_BELOW_TEXT || !self->spans)
    return;
  marks = (KhattArticleMarks){
    .view = view,
    .spans = self->spans,
    .found = self->found,
    .triggers = self->triggers,
    .selected = self->selected_slot,
    .time_direction = khatt_snapshot_get_direction (self->snapshot),
    .is_rtl = self->is_rtl,
  };
  note_painted (self);
  g_array_set_size (self->plates, 0);
  khatt_article_marks_paint (&marks, snapshot, self->plates);
}

static void
khatt_article_text_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SELECTED_SLOT:
      khatt_article_text_set_selected_slot (KHATT_ARTICLE_TEXT (object), g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
khatt_article_text_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SELECTED_SLOT:
      g_value_set_uint (value, KHATT_ARTICLE_TEXT (object)->selected_slot);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
khatt_article_text_dispose (GObject *object)
{
  g_clear_pointer (&KHATT_ARTICLE_TEXT (object)->folds, khatt_article_fold_rows_free);
  G_OBJECT_CLASS (khatt_article_text_parent_class)->dispose (object);
}

static void
khatt_article_text_finalize (GObject *object)
{
  KhattArticleText *self = KHATT_ARTICLE_TEXT (object);

  g_clear_handle_id (&self->reveal_source, g_source_remove);
  g_clear_pointer (&self->spans, g_array_unref);
  g_clear_pointer (&self->plates, g_array_unref);
  g_clear_pointer (&self->found, g_array_unref);
  g_clear_pointer (&self->triggers, g_array_unref);
  g_clear_pointer (&self->query, khatt_query_free);
  g_clear_pointer (&self->article, khatt_article_unref);
  g_clear_pointer (&self->snapshot, khatt_snapshot_unref);
  G_OBJECT_CLASS (khatt_article_text_parent_class)->finalize (object);
}

/* The next event of the text, or the one before, as in the timeline: its place follows it. */
static void
step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KhattArticleText *self = KHATT_ARTICLE_TEXT (widget);
  gboolean is_forward = g_str_equal (name, "article.next");
  guint32 slot;

  if (!self->spans)
    return;
  slot = khatt_article_spans_step (self->spans, self->selected_slot, is_forward);
  khatt_article_text_set_selected_slot (self, slot);
  khatt_article_text_reveal (self, slot);
}

static void
add_bindings (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "article.next", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "article.previous", NULL, step_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_j, 0, "article.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_k, 0, "article.previous", NULL);
}

static void
khatt_article_text_class_init (KhattArticleTextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = khatt_article_text_set_property;
  object_class->get_property = khatt_article_text_get_property;
  object_class->dispose = khatt_article_text_dispose;
  object_class->finalize = khatt_article_text_finalize;
  widget_class->css_changed = khatt_article_text_css_changed;
  widget_class->size_allocate = khatt_article_text_size_allocate;
  widget_class->snapshot = khatt_article_text_snapshot;
  widget_class->query_tooltip = khatt_article_text_query_tooltip;
  GTK_TEXT_VIEW_CLASS (klass)->snapshot_layer = khatt_article_text_snapshot_layer;

  properties[PROP_SELECTED_SLOT] =
      g_param_spec_uint ("selected-slot", NULL, NULL, 0, G_MAXUINT32, KHATT_SLOT_NONE,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  add_bindings (widget_class);
}

static void
add_controllers (KhattArticleText *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

static void
khatt_article_text_init (KhattArticleText *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);

  self->selected_slot = KHATT_SLOT_NONE;
  self->plates = g_array_new (FALSE, FALSE, sizeof (KhattMarginPlate));
  self->found = g_array_new (FALSE, FALSE, sizeof (KhattTextRange));
  self->triggers = g_array_new (FALSE, FALSE, sizeof (KhattArticleTrigger));
  gtk_text_view_set_editable (view, FALSE);
  gtk_text_view_set_cursor_visible (view, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_top_margin (view, TEXT_MARGIN);
  gtk_text_view_set_bottom_margin (view, TEXT_MARGIN);
  gtk_text_view_set_pixels_below_lines (view, PARAGRAPH_SPACING);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "khatt-article");
  gtk_text_buffer_create_tag (buffer, "body", NULL);
  gtk_text_buffer_create_tag (buffer, "blank", "scale", BLANK_SCALE, "pixels-below-lines", 0, NULL);
  gtk_text_buffer_create_tag (buffer, "date", "weight", PANGO_WEIGHT_SEMIBOLD, NULL);
  gtk_text_buffer_create_tag (buffer, "heading", "weight", PANGO_WEIGHT_BOLD, "scale",
                              HEADING_SCALE, "pixels-above-lines", HEADING_SPACING,
                              "pixels-below-lines", 0, NULL);
  self->folds = khatt_article_fold_rows_new (view);
  g_signal_connect_object (buffer, "mark-set", G_CALLBACK (mark_set_cb), self, 0);
  g_signal_connect (self, "notify::vadjustment", G_CALLBACK (follow_adjustment_cb), NULL);
  follow_adjustment_cb (self);
  add_controllers (self);
  khatt_appearance_redraw_on_change (GTK_WIDGET (self));
}

/**
 * khatt_article_text_new:
 *
 * Returns: a new, empty text
 */
GtkWidget *
khatt_article_text_new (void)
{
  return g_object_new (KHATT_TYPE_ARTICLE_TEXT, NULL);
}

/**
 * khatt_article_text_set_article:
 * @self: an article text
 * @snapshot: the events
 * @article: (nullable): one of the articles that they were read from
 * @slots: (nullable) (element-type guint32): which of them were read from @article
 *
 * Shows @article. The place that is shown stays where only the events have changed.
 */
void
khatt_article_text_set_article (KhattArticleText *self,
                                KhattSnapshot *snapshot,
                                KhattArticle *article,
                                const GArray *slots)
{
  gboolean is_same;

  g_return_if_fail (KHATT_IS_ARTICLE_TEXT (self));

  is_same = article && self->article && g_strcmp0 (article->text, self->article->text) == 0;
  g_clear_pointer (&self->spans, g_array_unref);
  g_clear_pointer (&self->article, khatt_article_unref);
  g_clear_pointer (&self->snapshot, khatt_snapshot_unref);
  if (article)
    {
      self->snapshot = khatt_snapshot_ref (snapshot);
      self->article = khatt_article_ref (article);
      self->spans = khatt_article_spans_new (snapshot, article, slots);
    }
  if (!is_same)
    set_text (self, article && article->text ? article->text : "");
  else if (self->spans)
    khatt_article_fold_rows_open_events (self->folds, self->spans);
  tag_dates (self);
  find (self);
  find_triggers (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * khatt_article_text_set_query:
 * @self: an article text
 * @query: (nullable): what is searched; %NULL: nothing
 *
 * Lights the words of @query wherever they stand.
 */
void
khatt_article_text_set_query (KhattArticleText *self, const KhattQuery *query)
{
  g_return_if_fail (KHATT_IS_ARTICLE_TEXT (self));

  g_clear_pointer (&self->query, khatt_query_free);
  self->query = query ? khatt_query_copy (query) : NULL;
  find (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * khatt_article_text_get_spans:
 * @self: an article text
 *
 * Returns: (transfer none) (nullable) (element-type KhattArticleSpan): what is marked
 */
const GArray *
khatt_article_text_get_spans (KhattArticleText *self)
{
  g_return_val_if_fail (KHATT_IS_ARTICLE_TEXT (self), NULL);

  return self->spans;
}

/**
 * khatt_article_text_has_slot:
 * @self: an article text
 * @slot: an event
 *
 * Returns: %TRUE where @slot was read from the article that is shown
 */
gboolean
khatt_article_text_has_slot (KhattArticleText *self, guint32 slot)
{
  g_return_val_if_fail (KHATT_IS_ARTICLE_TEXT (self), FALSE);

  return self->spans && khatt_article_spans_find (self->spans, slot);
}

/**
 * khatt_article_text_get_selected_slot:
 * @self: an article text
 *
 * Returns: the event that is marked as selected, or %KHATT_SLOT_NONE
 */
guint32
khatt_article_text_get_selected_slot (KhattArticleText *self)
{
  g_return_val_if_fail (KHATT_IS_ARTICLE_TEXT (self), KHATT_SLOT_NONE);

  return self->selected_slot;
}

/**
 * khatt_article_text_set_selected_slot:
 * @self: an article text
 * @slot: an event, or %KHATT_SLOT_NONE
 *
 * Marks @slot as selected.
 */
void
khatt_article_text_set_selected_slot (KhattArticleText *self, guint32 slot)
{
  g_return_if_fail (KHATT_IS_ARTICLE_TEXT (self));

  if (self->selected_slot == slot)
    return;
  self->selected_slot = slot;
  find_triggers (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED_SLOT]);
}

/**
 * khatt_article_text_reveal:
 * @self: an article text
 * @slot: an event
 *
 * Scrolls to where @slot was read, as far as it is not in view.
 */
void
khatt_article_text_reveal (KhattArticleText *self, guint32 slot)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  const KhattArticleSpan *span;
  GtkTextMark *mark;
  GtkTextIter iter;

  g_return_if_fail (KHATT_IS_ARTICLE_TEXT (self));

  span = self->spans ? khatt_article_spans_find (self->spans, slot) : NULL;
  if (!span)
    return;
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, (int) span->first);
  self->wants_reveal = !self->is_painted;
  if (self->wants_reveal || is_in_view (view, &iter))
    return;
  /* A mark: the text view may have to lay out its lines first. */
  mark = gtk_text_buffer_get_mark (buffer, "reveal");
  if (mark)
    gtk_text_buffer_move_mark (buffer, mark, &iter);
  else
    mark = gtk_text_buffer_create_mark (buffer, "reveal", &iter, TRUE);
  gtk_text_view_scroll_to_mark (view, mark, 0, TRUE, 0, REVEAL_ALIGN);
}
