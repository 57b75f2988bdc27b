/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Something a reader could not use, and where. Collected in a GPtrArray with khatt_issue_free as
 * its free function. */
typedef struct
{
  char *file;    /* may be NULL */
  int line;      /* from 1; 0: the whole file */
  int column;    /* in code points, from 1; 0: the whole line */
  char *message; /* a sentence: what was found, what was expected */
} KhattIssue;

GPtrArray *khatt_issues_new (void);
void khatt_issues_add (GPtrArray *issues,
                       const char *file,
                       int line,
                       int column,
                       const char *format,
                       ...) G_GNUC_PRINTF (5, 6);
char *khatt_issue_to_string (const KhattIssue *issue); /* FILE:LINE:COLUMN: message */
void khatt_issue_free (KhattIssue *issue);

G_END_DECLS
