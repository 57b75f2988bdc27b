/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What somebody said. The article and the place in it that it was read from stay with it while its
 * words do. */

#include "khatt-quote-row.h"

#include <glib/gi18n-lib.h>

#include "khatt-completion.h"

struct _KhattQuoteRow
{
  KhattEditRow parent_instance;

  GtkWidget *text;
  GtkWidget *speaker;

  KhattQuoteData read; /* what was set */
};

G_DEFINE_FINAL_TYPE (KhattQuoteRow, khatt_quote_row, KHATT_TYPE_EDIT_ROW)

static void
show (KhattQuoteRow *self)
{
  g_autofree char *text = khatt_edit_row_dup_text (self->text);
  g_autofree char *speaker = khatt_edit_row_dup_text (self->speaker);
  g_autofree char *title = g_markup_escape_text (text != NULL ? text : _ ("New quotation"), -1);
  g_autofree char *subtitle = g_markup_escape_text (speaker != NULL ? speaker : "", -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
}

static gboolean
khatt_quote_row_grab_focus (GtkWidget *widget)
{
  KhattQuoteRow *self = KHATT_QUOTE_ROW (widget);

  if (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return gtk_widget_grab_focus (self->text);
  return GTK_WIDGET_CLASS (khatt_quote_row_parent_class)->grab_focus (widget);
}

static void
clear (KhattQuoteData *quote)
{
  g_clear_pointer (&quote->text, g_free);
  g_clear_pointer (&quote->article, g_free);
  g_clear_pointer (&quote->extra, g_free);
}

static void
khatt_quote_row_finalize (GObject *object)
{
  clear (&KHATT_QUOTE_ROW (object)->read);
  G_OBJECT_CLASS (khatt_quote_row_parent_class)->finalize (object);
}

static void
khatt_quote_row_class_init (KhattQuoteRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = khatt_quote_row_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = khatt_quote_row_grab_focus;
}

static void
khatt_quote_row_init (KhattQuoteRow *self)
{
  self->read.span_first = self->read.span_after = -1;
  self->text = khatt_edit_row_add_entry (KHATT_EDIT_ROW (self), C_ ("editor", "Quotation"));
  self->speaker = khatt_edit_row_add_entry (KHATT_EDIT_ROW (self), _ ("Speaker"));
  g_signal_connect_object (self, "changed", G_CALLBACK (show), NULL, 0);
  show (self);
}

/**
 * khatt_quote_row_new:
 * @suggestions: the names of the document
 *
 * Returns: (transfer floating): nothing said yet
 */
GtkWidget *
khatt_quote_row_new (KhattSuggestions *suggestions)
{
  KhattQuoteRow *self = g_object_new (KHATT_TYPE_QUOTE_ROW, NULL);

  khatt_completion_add (self->speaker, suggestions, KHATT_VOCABULARY_ACTORS);
  return GTK_WIDGET (self);
}

/**
 * khatt_quote_row_set_quote:
 * @self: a quotation
 * @quote: what it is
 */
void
khatt_quote_row_set_quote (KhattQuoteRow *self, const KhattQuoteData *quote)
{
  g_return_if_fail (KHATT_IS_QUOTE_ROW (self));

  clear (&self->read);
  self->read.text = g_strdup (quote->text);
  self->read.article = g_strdup (quote->article);
  self->read.extra = g_strdup (quote->extra);
  self->read.span_first = quote->span_first;
  self->read.span_after = quote->span_after;
  gtk_editable_set_text (GTK_EDITABLE (self->speaker), quote->speaker ? quote->speaker : "");
  gtk_editable_set_text (GTK_EDITABLE (self->text), quote->text ? quote->text : "");
}

/**
 * khatt_quote_row_add_to:
 * @self: a quotation
 * @event: whose it is
 *
 * Adds the quotation to @event, unless nothing is said in it.
 */
void
khatt_quote_row_add_to (KhattQuoteRow *self, KhattEventData *event)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->text));
  gboolean is_as_read = g_strcmp0 (typed, self->read.text) == 0;
  g_autofree char *text = is_as_read ? g_strdup (typed) : khatt_edit_row_dup_text (self->text);
  g_autofree char *speaker = khatt_edit_row_dup_text (self->speaker);
  KhattQuoteData *quote;

  g_return_if_fail (KHATT_IS_QUOTE_ROW (self));

  if (text == NULL || *text == '\0')
    return;
  quote = khatt_event_data_add_quote (event, speaker, text);
  quote->extra = g_strdup (self->read.extra);
  if (!is_as_read)
    return;
  quote->article = g_strdup (self->read.article);
  quote->span_first = self->read.span_first;
  quote->span_after = self->read.span_after;
}
