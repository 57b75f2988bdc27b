/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A tooltip that is worth reading: dark on light, close lines, a bar for each kind. */

#include "khatt-tooltip-card.h"

#include "khatt-plate-image.h"

#include <math.h>

#define CARD_CLASS "khatt-card-tooltip"
#define PLATE_SIZE 15
#define BAR_WIDTH 72
#define LEAST_BAR 6
#define COLUMN_SPACING 9
#define ROW_SPACING 4
#define MOST_CHARACTERS 44

/* GTK has one tooltip for all widgets: it is ours while it shows a card. */
static void
map_cb (GtkWidget *card)
{
  gtk_widget_add_css_class (GTK_WIDGET (gtk_widget_get_native (card)), CARD_CLASS);
}

static void
unmap_cb (GtkWidget *card)
{
  GtkNative *native = gtk_widget_get_native (card);

  if (native != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (native), CARD_CLASS);
}

static void
add_label (GtkWidget *card, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MOST_CHARACTERS);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (card), label);
}

static GtkWidget *
make_bar (KhattKind kind, double share)
{
  g_autofree char *kind_class = g_strconcat ("kind-", khatt_kind_get_name (kind), NULL);
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (bar, "khatt-bar");
  gtk_widget_add_css_class (bar, kind_class);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (bar, MAX (LEAST_BAR, (int) round (BAR_WIDTH * share)), -1);
  return bar;
}

static void
attach_kind (GtkGrid *grid,
             int row,
             KhattKind kind,
             double share,
             const char *number,
             KhattDirection time_direction)
{
  GtkWidget *plate = khatt_plate_image_new (kind, KHATT_STATUS_HAPPENED, PLATE_SIZE);
  GtkWidget *label = gtk_label_new (khatt_kind_get_label (kind));
  GtkWidget *count = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, ROW_SPACING);
  GtkWidget *number_label = gtk_label_new (number);

  khatt_plate_image_set_time_direction (KHATT_PLATE_IMAGE (plate), time_direction);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (number_label, "khatt-dim");
  gtk_box_append (GTK_BOX (count), make_bar (kind, share));
  gtk_box_append (GTK_BOX (count), number_label);
  gtk_grid_attach (grid, plate, 0, row, 1, 1);
  gtk_grid_attach (grid, label, 1, row, 1, 1);
  gtk_grid_attach (grid, count, 2, row, 1, 1);
}

/**
 * khatt_tooltip_card_new:
 * @heading: what it is about
 *
 * Returns: (transfer floating): a card for gtk_tooltip_set_custom()
 */
GtkWidget *
khatt_tooltip_card_new (const char *heading)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  g_signal_connect (card, "map", G_CALLBACK (map_cb), NULL);
  g_signal_connect (card, "unmap", G_CALLBACK (unmap_cb), NULL);
  add_label (card, heading, "khatt-card-heading");
  return card;
}

/**
 * khatt_tooltip_card_add_line:
 * @card: a card
 * @line: plain text
 */
void
khatt_tooltip_card_add_line (GtkWidget *card, const char *line)
{
  add_label (card, line, "khatt-card-line");
}

/**
 * khatt_tooltip_card_add_counts:
 * @card: a card
 * @counts: how many events of each kind
 * @words: how numbers are written
 * @time_direction: which way later is: some plates point there
 *
 * Adds a row for each kind that occurs, the commonest first, with a bar as long as its share.
 */
void
khatt_tooltip_card_add_counts (GtkWidget *card,
                               const guint32 counts[KHATT_N_KINDS],
                               const KhattWords *words,
                               KhattDirection time_direction)
{
  GtkWidget *grid = gtk_grid_new ();
  guint32 left[KHATT_N_KINDS];
  double most = 0;

  memcpy (left, counts, sizeof left);
  gtk_grid_set_column_spacing (GTK_GRID (grid), COLUMN_SPACING);
  gtk_grid_set_row_spacing (GTK_GRID (grid), ROW_SPACING);
  gtk_widget_add_css_class (grid, "khatt-card-counts");
  for (int row = 0; row < KHATT_N_KINDS; row++)
    {
      guint commonest = 0;

      for (guint kind = 1; kind < KHATT_N_KINDS; kind++)
        if (left[kind] > left[commonest])
          commonest = kind;
      if (left[commonest] == 0)
        break;
      if (row == 0)
        most = left[commonest];

      g_autofree char *number = khatt_words_count (words, left[commonest]);
      attach_kind (GTK_GRID (grid), row, commonest, left[commonest] / most, number, time_direction);
      left[commonest] = 0;
    }
  gtk_box_append (GTK_BOX (card), grid);
}

/**
 * khatt_tooltip_card_add_hint:
 * @card: a card
 * @hint: what can be done here
 */
void
khatt_tooltip_card_add_hint (GtkWidget *card, const char *hint)
{
  add_label (card, hint, "khatt-card-hint");
}
