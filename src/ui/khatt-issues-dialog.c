/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What could not be used of a file: what is wrong, and below it where, as FILE:LINE:COLUMN. */

#include "khatt-issues-dialog.h"

#include <glib/gi18n-lib.h>

#include "khatt-bidi.h"
#include "khatt-issue.h"
#include "khatt-ui.h"

#define MOST_ISSUES 200 /* more are not read by anybody; the command line prints them all */
#define ISSUE_HEIGHT 72 /* of some lines */
#define LIST_HEIGHT 240

/* The folder is known to who opened the file. */
static char *
dup_place (const KhattIssue *issue)
{
  g_autofree char *name = issue->file != NULL ? g_path_get_basename (issue->file) : NULL;
  g_autoptr (GString) place = g_string_new (name);

  if (issue->line > 0)
    g_string_append_printf (place, "%s%d", place->len > 0 ? ":" : "", issue->line);
  if (issue->line > 0 && issue->column > 0)
    g_string_append_printf (place, ":%d", issue->column);
  return place->len > 0 ? khatt_bidi_isolate (place->str) : NULL;
}

static void
append_line (GString *lines, const char *text)
{
  g_autofree char *line = khatt_ui_dup_sentence (text);

  g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", line);
}

static char *
dup_lines (GPtrArray *issues)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < MIN (issues->len, MOST_ISSUES); i++)
    {
      const KhattIssue *issue = g_ptr_array_index (issues, i);
      g_autofree char *place = dup_place (issue);

      if (i > 0)
        g_string_append_c (lines, '\n');
      append_line (lines, issue->message);
      if (place != NULL)
        append_line (lines, place);
    }
  if (issues->len > MOST_ISSUES)
    g_string_append (lines, "\n…");
  return g_string_free (lines, FALSE);
}

/**
 * khatt_issues_dialog_new:
 * @parent: the window it belongs to
 * @heading: translated
 * @body: of the rest, translated
 * @issues: (element-type KhattIssue): what to list
 *
 * Returns: a dialog that lists @issues; their text can be selected and copied
 */
GtkWidget *
khatt_issues_dialog_new (GtkWindow *parent,
                         const char *heading,
                         const char *body,
                         GPtrArray *issues)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, body);
  g_autofree char *lines = dup_lines (issues);
  GtkWidget *label = gtk_label_new (lines);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "khatt-small-dim");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), label);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller),
                                              MIN ((int) issues->len * ISSUE_HEIGHT, LIST_HEIGHT));
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), LIST_HEIGHT);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), scroller);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  return dialog;
}
