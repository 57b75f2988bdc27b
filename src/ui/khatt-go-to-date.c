/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Asks for a date in a popover, and says while one types how it understands it: in words, in both
 * calendars. */

#include "khatt-go-to-date.h"

#include "khatt-anchor.h"
#include "khatt-date-entry.h"
#include "khatt-ui.h"
#include "khatt-words.h"

#include <glib/gi18n-lib.h>

#define EDGES_WIDTH 32 /* what lies between those of the window and what the popover shows */

struct _KhattGoToDate
{
  GtkPopover parent_instance;

  /* Template widgets. */
  AdwClamp *clamp;
  GtkEditable *entry;
  GtkWidget *go;
  GtkLabel *understood;

  KhattWords words;
  KhattCalendar second_calendar;
};

G_DEFINE_FINAL_TYPE (KhattGoToDate, khatt_go_to_date, GTK_TYPE_POPOVER)

enum
{
  CHOSEN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* A date that is open at both ends is no place to go to. */
static gboolean
parse (KhattGoToDate *self, KhattDate *date)
{
  const char *text = gtk_editable_get_text (self->entry);

  const KhattDateEntry entry = {
    .words = self->words,
    .second_calendar = self->second_calendar,
    .today = khatt_ui_get_now (),
  };

  return khatt_date_entry_parse (text, &entry, date) &&
         khatt_anchor_from_date (date).form != KHATT_ANCHOR_NONE;
}

static char *
describe (KhattGoToDate *self, const KhattDate *date)
{
  g_autofree char *first = khatt_words_date (&self->words, date, KHATT_CALENDAR_GREGORIAN);
  g_autofree char *second = NULL;

  if (self->second_calendar != KHATT_CALENDAR_NONE)
    second = khatt_words_date (&self->words, date, self->second_calendar);
  return second != NULL ? g_strconcat (first, "\n", second, NULL) : g_steal_pointer (&first);
}

static void
changed_cb (KhattGoToDate *self)
{
  KhattDate date;
  gboolean is_empty = *gtk_editable_get_text (self->entry) == '\0';
  gboolean is_date = parse (self, &date);
  g_autofree char *words = is_date ? describe (self, &date) : NULL;

  gtk_widget_set_sensitive (self->go, is_date);
  if (is_date)
    gtk_label_set_label (self->understood, words);
  else if (is_empty)
    gtk_label_set_label (self->understood, _ ("A day, a month or a year, in either calendar"));
  else
    gtk_label_set_label (self->understood, _ ("This is not a date yet"));
}

/* Where one end is open, the other one is where to go. */
static void
get_span (const KhattDate *date, gint64 *first, gint64 *last)
{
  KhattAnchor anchor = khatt_anchor_from_date (date);

  *first = anchor.cell_first;
  *last = anchor.form == KHATT_ANCHOR_INTERVAL ? anchor.end_last : anchor.cell_last;
}

static void
go_cb (KhattGoToDate *self)
{
  KhattDate date;
  gint64 first = 0;
  gint64 last = 0;

  if (!parse (self, &date))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }

  get_span (&date, &first, &last);
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, first, last);
}

/* GTK gives a popover the height that it has at its natural width, even where it gets less. */
static void
limit_width (KhattGoToDate *self)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  int width = MAX (gtk_widget_get_width (root) - EDGES_WIDTH, 0);

  adw_clamp_set_maximum_size (self->clamp, width);
  adw_clamp_set_tightening_threshold (self->clamp, width);
}

static void
khatt_go_to_date_map (GtkWidget *widget)
{
  KhattGoToDate *self = KHATT_GO_TO_DATE (widget);

  limit_width (self);
  GTK_WIDGET_CLASS (khatt_go_to_date_parent_class)->map (widget);
  changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);
}

static void
khatt_go_to_date_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), KHATT_TYPE_GO_TO_DATE);
  G_OBJECT_CLASS (khatt_go_to_date_parent_class)->dispose (object);
}

static void
khatt_go_to_date_class_init (KhattGoToDateClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = khatt_go_to_date_dispose;
  widget_class->map = khatt_go_to_date_map;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_INT64);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/khatt/Khatt/khatt-go-to-date.ui");
  gtk_widget_class_bind_template_child (widget_class, KhattGoToDate, clamp);
  gtk_widget_class_bind_template_child (widget_class, KhattGoToDate, entry);
  gtk_widget_class_bind_template_child (widget_class, KhattGoToDate, go);
  gtk_widget_class_bind_template_child (widget_class, KhattGoToDate, understood);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_cb);
}

static void
khatt_go_to_date_init (KhattGoToDate *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->words = khatt_words_for_language ("en");
}

/**
 * khatt_go_to_date_new:
 *
 * Returns: (transfer floating): a popover; give it a parent
 */
GtkWidget *
khatt_go_to_date_new (void)
{
  return g_object_new (KHATT_TYPE_GO_TO_DATE, NULL);
}

/**
 * khatt_go_to_date_set_words:
 * @words: (transfer none): the language of dates; copied
 * @second_calendar: the other calendar that is understood and shown
 */
void
khatt_go_to_date_set_words (KhattGoToDate *self,
                            const KhattWords *words,
                            KhattCalendar second_calendar)
{
  g_autofree char *example = khatt_calendar_shape_digits (_ ("For example 8 August 2025"), words);

  g_return_if_fail (KHATT_IS_GO_TO_DATE (self));

  self->words = *words;
  self->second_calendar = second_calendar;
  g_object_set (self->entry, "placeholder-text", example, "tooltip-text", example, NULL);
}
