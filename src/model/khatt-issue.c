/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Issues: what a reader could not use, and where. One bad row does not lose a file, so that readers
 * collect issues and go on.
 */

#include "khatt-issue.h"

/**
 * khatt_issues_new:
 *
 * Makes an empty list of issues.
 *
 * Returns: (transfer full) (element-type KhattIssue): the list, which owns its issues
 */
GPtrArray *
khatt_issues_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) khatt_issue_free);
}

/**
 * khatt_issues_add:
 * @issues: (nullable) (element-type KhattIssue): the list; where it is %NULL nothing is kept
 * @file: (nullable): the file's name as a person knows it
 * @line: from 1; 0 for the whole file
 * @column: in code points from 1; 0 for the whole line
 * @format: a sentence: what was found, what was expected
 * @...: what the format needs
 *
 * Adds an issue to a list.
 */
void
khatt_issues_add (GPtrArray *issues,
                  const char *file,
                  int line,
                  int column,
                  const char *format,
                  ...)
{
  KhattIssue *issue;
  va_list arguments;

  if (issues == NULL)
    return;

  issue = g_new0 (KhattIssue, 1);
  issue->file = g_strdup (file);
  issue->line = line;
  issue->column = column;
  va_start (arguments, format);
  issue->message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  g_ptr_array_add (issues, issue);
}

/**
 * khatt_issue_to_string:
 * @issue: an issue
 *
 * Puts an issue the way compilers do, so that editors can jump to it: `FILE:LINE:COLUMN: message`,
 * without the parts that are not known.
 *
 * Returns: (transfer full): one line without a line end
 */
char *
khatt_issue_to_string (const KhattIssue *issue)
{
  GString *string = g_string_new (NULL);

  if (issue->file != NULL)
    g_string_append_printf (string, "%s:", issue->file);
  if (issue->line > 0)
    g_string_append_printf (string, "%d:", issue->line);
  if (issue->line > 0 && issue->column > 0)
    g_string_append_printf (string, "%d:", issue->column);
  if (string->len > 0)
    g_string_append_c (string, ' ');
  g_string_append (string, issue->message);

  return g_string_free (string, FALSE);
}

/**
 * khatt_issue_free:
 * @issue: (nullable) (transfer full): an issue
 *
 * Frees an issue.
 */
void
khatt_issue_free (KhattIssue *issue)
{
  if (issue == NULL)
    return;
  g_free (issue->file);
  g_free (issue->message);
  g_free (issue);
}
