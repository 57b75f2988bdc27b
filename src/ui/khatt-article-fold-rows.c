/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Paragraphs of an article that are folded to one line, which is a button. A tag hides their text;
 * another one makes room for the line above what follows, or below what comes before where nothing
 * follows. Opened, they have the line above them, which folds them again. Overlays of GtkTextView
 * neither scroll before GTK 4.20 nor let the view become narrower than they are: so the buttons are
 * plain children, which the view allocates itself. */

#include "khatt-article-fold-rows.h"

#include <glib/gi18n-lib.h>

#include "khatt-preferences.h"
#include "khatt-words.h"

#define ROW_HEIGHT 36
#define GAP 12 /* between the label and the dashes beside it */

typedef struct
{
  KhattArticleFold fold;
  KhattArticleFoldRows *rows; /* borrowed */
  GtkWidget *button;
  GtkWidget *label;
  gboolean is_open;
  gboolean is_shown; /* for now: something in it is searched */
} Row;

struct _KhattArticleFoldRows
{
  GtkTextView *view;  /* borrowed */
  GPtrArray *rows;    /* of Row */
  GHashTable *opened; /* of text and place: what a person has opened, as long as the view lives */
  char *text_key;     /* of the text that is shown */
};

static void
row_free (gpointer data)
{
  Row *row = data;

  /* It loses the focus as it goes, and may be kept while it is being pressed. */
  g_signal_handlers_disconnect_by_data (row->button, row);
  gtk_widget_unparent (row->button);
  g_free (row);
}

/**
 * khatt_article_fold_rows_new:
 * @view: the text view that they are part of
 *
 * Returns: (transfer full): nothing folded; to be freed before @view is
 */
KhattArticleFoldRows *
khatt_article_fold_rows_new (GtkTextView *view)
{
  KhattArticleFoldRows *rows = g_new0 (KhattArticleFoldRows, 1);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);

  rows->view = view;
  rows->rows = g_ptr_array_new_with_free_func (row_free);
  rows->opened = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_text_buffer_create_tag (buffer, "folded", "invisible", TRUE, NULL);
  gtk_text_buffer_create_tag (buffer, "room-above", "pixels-above-lines", ROW_HEIGHT, NULL);
  gtk_text_buffer_create_tag (buffer, "room-below", "pixels-below-lines", ROW_HEIGHT, NULL);
  return rows;
}

/**
 * khatt_article_fold_rows_free:
 * @rows: (transfer full): what is folded
 *
 * Frees the buttons, and leaves the text as it is.
 */
void
khatt_article_fold_rows_free (KhattArticleFoldRows *rows)
{
  g_ptr_array_unref (rows->rows);
  g_hash_table_unref (rows->opened);
  g_free (rows->text_key);
  g_free (rows);
}

/* The whole line beside a fold that makes room for it. */
static gboolean
get_neighbour (GtkTextView *view,
               const KhattArticleFold *fold,
               GtkTextIter *start,
               GtkTextIter *end)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  gboolean is_last = fold->after >= gtk_text_buffer_get_char_count (buffer) - 1;

  gtk_text_buffer_get_iter_at_offset (buffer, start, (int) fold->after);
  if (is_last)
    {
      gtk_text_buffer_get_iter_at_offset (buffer, start, (int) fold->first);
      gtk_text_iter_backward_line (start);
    }
  *end = *start;
  gtk_text_iter_forward_line (end);
  return is_last;
}

/* The line that makes room for a row: the first of those that are opened, else one beside them. */
static gboolean
get_room (const Row *row, GtkTextIter *start, GtkTextIter *end)
{
  GtkTextView *view = row->rows->view;

  if (!row->is_open)
    return get_neighbour (view, &row->fold, start, end);
  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), start,
                                      (int) row->fold.first);
  *end = *start;
  gtk_text_iter_forward_line (end);
  return FALSE;
}

static void
tag_row (const Row *row, gboolean is_tagged)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (row->rows->view);
  void (*tag) (GtkTextBuffer *, const char *, const GtkTextIter *, const GtkTextIter *) =
      is_tagged ? gtk_text_buffer_apply_tag_by_name : gtk_text_buffer_remove_tag_by_name;
  GtkTextIter start, end;
  gboolean is_last = get_room (row, &start, &end);

  tag (buffer, is_last ? "room-below" : "room-above", &start, &end);
  if (row->is_open)
    return;
  gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) row->fold.first);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) row->fold.after);
  tag (buffer, "folded", &start, &end);
}

static char *
dup_label (const Row *row)
{
  KhattWords words = khatt_preferences_get_words ();
  guint n = row->fold.n_paragraphs;
  g_autofree char *number = khatt_words_count (&words, n);

  if (row->is_open)
    /* Translators: paragraphs of an article that were hidden; pressing the line hides them again.
     */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s paragraph without events, fold it",
                                         "%s paragraphs without events, fold them", n),
                            number);
  /* Translators: paragraphs of an article that are hidden; pressing the line shows them. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s paragraph without events, show it",
                                       "%s paragraphs without events, show them", n),
                          number);
}

static void
show_state (Row *row)
{
  g_autofree char *text = dup_label (row);

  gtk_label_set_text (GTK_LABEL (row->label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->button), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  -1);
  if (row->is_open)
    gtk_widget_add_css_class (row->button, "khatt-unfolded");
  else
    gtk_widget_remove_css_class (row->button, "khatt-unfolded");
  gtk_accessible_update_state (GTK_ACCESSIBLE (row->button), GTK_ACCESSIBLE_STATE_EXPANDED,
                               row->is_open, -1);
}

static char *
dup_key (const Row *row)
{
  return g_strdup_printf ("%s %" G_GSSIZE_FORMAT, row->rows->text_key, row->fold.first);
}

static void
set_open (Row *row, gboolean is_open)
{
  g_autofree char *key = dup_key (row);

  if (row->is_open == is_open)
    return;
  if (!row->is_shown)
    tag_row (row, FALSE);
  row->is_open = is_open;
  if (!row->is_shown)
    tag_row (row, TRUE);
  show_state (row);
  if (is_open)
    g_hash_table_add (row->rows->opened, g_steal_pointer (&key));
  else
    g_hash_table_remove (row->rows->opened, key);
  gtk_widget_queue_allocate (GTK_WIDGET (row->rows->view));
}

static void
drop_row (KhattArticleFoldRows *rows, Row *row)
{
  gboolean has_focus = gtk_widget_has_focus (row->button);

  if (!row->is_shown)
    tag_row (row, FALSE);
  g_ptr_array_remove (rows->rows, row);
  if (has_focus)
    gtk_widget_grab_focus (GTK_WIDGET (rows->view));
  gtk_widget_queue_allocate (GTK_WIDGET (rows->view));
}

static void
clicked_cb (GtkButton *button, Row *row)
{
  set_open (row, !row->is_open);
}

/* Whoever walks with Tab sees where. */
static void
focus_cb (GtkWidget *button, GParamSpec *pspec, Row *row)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (row->rows->view);
  GtkTextIter start, end;
  GtkTextMark *mark;

  if (!gtk_widget_has_focus (button))
    return;
  get_room (row, &start, &end);
  mark = gtk_text_buffer_create_mark (buffer, NULL, &start, TRUE);
  gtk_text_view_scroll_mark_onscreen (row->rows->view, mark);
  gtk_text_buffer_delete_mark (buffer, mark);
}

static GtkWidget *
make_dashes (void)
{
  GtkWidget *dashes = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_hexpand (dashes, TRUE);
  gtk_widget_set_valign (dashes, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (dashes, "khatt-fold-dashes");
  return dashes;
}

static void
add_button (Row *row)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, GAP);

  row->button = gtk_button_new ();
  row->label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (row->label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (line), make_dashes ());
  gtk_box_append (GTK_BOX (line), row->label);
  gtk_box_append (GTK_BOX (line), make_dashes ());
  gtk_button_set_child (GTK_BUTTON (row->button), line);
  gtk_widget_add_css_class (row->button, "flat");
  gtk_widget_add_css_class (row->button, "khatt-fold");
  gtk_widget_set_cursor_from_name (row->button, "pointer");
  gtk_widget_set_parent (row->button, GTK_WIDGET (row->rows->view));
  g_signal_connect (row->button, "clicked", G_CALLBACK (clicked_cb), row);
  g_signal_connect (row->button, "notify::has-focus", G_CALLBACK (focus_cb), row);
  show_state (row);
}

/**
 * khatt_article_fold_rows_set:
 * @rows: what is folded
 * @text_key: tells the text from others
 * @folds: (element-type KhattArticleFold): what is to be folded, of a text that was just set
 *
 * Folds anew, but for what a person has opened of this text before.
 */
void
khatt_article_fold_rows_set (KhattArticleFoldRows *rows, const char *text_key, const GArray *folds)
{
  g_ptr_array_set_size (rows->rows, 0);
  g_free (rows->text_key);
  rows->text_key = g_strdup (text_key);
  for (guint i = 0; i < folds->len; i++)
    {
      Row *row = g_new0 (Row, 1);
      g_autofree char *key = NULL;

      row->rows = rows;
      row->fold = g_array_index (folds, KhattArticleFold, i);
      key = dup_key (row);
      row->is_open = g_hash_table_contains (rows->opened, key);
      add_button (row);
      g_ptr_array_add (rows->rows, row);
      tag_row (row, TRUE);
    }
}

/**
 * khatt_article_fold_rows_open_events:
 * @rows: what is folded
 * @spans: (element-type KhattArticleSpan): what events were read from by now
 *
 * Shows the paragraphs that have come to have events, and writes anew how many others have none.
 */
void
khatt_article_fold_rows_open_events (KhattArticleFoldRows *rows, const GArray *spans)
{
  for (guint i = rows->rows->len; i > 0; i--)
    {
      Row *row = g_ptr_array_index (rows->rows, i - 1);

      if (khatt_article_fold_holds_event (&row->fold, spans))
        drop_row (rows, row);
      else
        show_state (row);
    }
}

/**
 * khatt_article_fold_rows_open_range:
 * @rows: what is folded
 * @first: code points of the text
 * @after: behind the last of them
 *
 * Shows what is folded of a stretch of the text.
 */
void
khatt_article_fold_rows_open_range (KhattArticleFoldRows *rows, gssize first, gssize after)
{
  for (guint i = 0; i < rows->rows->len; i++)
    {
      Row *row = g_ptr_array_index (rows->rows, i);

      if (row->fold.first < after && first < row->fold.after)
        set_open (row, TRUE);
    }
}

static gboolean
holds_range (const KhattArticleFold *fold, const GArray *ranges)
{
  for (guint i = 0; i < ranges->len; i++)
    {
      const KhattTextRange *range = &g_array_index (ranges, KhattTextRange, i);

      if (fold->first < (gssize) range->after && (gssize) range->first < fold->after)
        return TRUE;
    }
  return FALSE;
}

/**
 * khatt_article_fold_rows_show_ranges:
 * @rows: what is folded
 * @ranges: (element-type KhattTextRange): stretches of the text in code points
 *
 * Shows what is folded of @ranges, until there are others: what is searched changes with each
 * letter that is typed.
 */
void
khatt_article_fold_rows_show_ranges (KhattArticleFoldRows *rows, const GArray *ranges)
{
  for (guint i = 0; i < rows->rows->len; i++)
    {
      Row *row = g_ptr_array_index (rows->rows, i);
      gboolean is_shown = !row->is_open && holds_range (&row->fold, ranges);

      if (is_shown == row->is_shown)
        continue;
      row->is_shown = is_shown;
      gtk_widget_set_visible (row->button, !is_shown);
      tag_row (row, !is_shown);
    }
}

/**
 * khatt_article_fold_rows_allocate:
 * @rows: what is folded
 *
 * Puts the buttons where there is room for them. For the view, when it has been allocated, scrolled
 * or measured anew.
 */
void
khatt_article_fold_rows_allocate (KhattArticleFoldRows *rows)
{
  GtkTextView *view = rows->view;
  int start = gtk_text_view_get_left_margin (view);
  int width =
      gtk_widget_get_width (GTK_WIDGET (view)) - start - gtk_text_view_get_right_margin (view);

  for (guint i = 0; i < rows->rows->len; i++)
    {
      Row *row = g_ptr_array_index (rows->rows, i);
      GtkAllocation box = { .x = start, .height = ROW_HEIGHT };
      GtkTextIter line, end;
      int y, height, least;
      gboolean is_last;

      if (row->is_shown)
        continue;
      is_last = get_room (row, &line, &end);
      gtk_text_view_get_line_yrange (view, &line, &y, &height);
      gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, 0,
                                             is_last ? y + height - ROW_HEIGHT : y, NULL, &box.y);
      gtk_widget_measure (row->button, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      box.width = MAX (width, least);
      gtk_widget_size_allocate (row->button, &box, -1);
    }
}

/**
 * khatt_article_fold_rows_snapshot:
 * @rows: what is folded
 * @snapshot: that of the view
 *
 * Paints the buttons.
 */
void
khatt_article_fold_rows_snapshot (KhattArticleFoldRows *rows, GtkSnapshot *snapshot)
{
  for (guint i = 0; i < rows->rows->len; i++)
    gtk_widget_snapshot_child (GTK_WIDGET (rows->view),
                               ((Row *) g_ptr_array_index (rows->rows, i))->button, snapshot);
}
