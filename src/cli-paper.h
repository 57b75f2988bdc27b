/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-paper.h"

G_BEGIN_DECLS

/* The sheets of a PDF, as options say it. */
typedef struct
{
  char *size; /* NULL: one page as large as the picture */
  char *pages;
  char *overlap;
  gboolean is_landscape;
  gboolean is_portrait;
} KhattCliPaper;

#define KHATT_CLI_PAPER_OPTIONS(paper)                                                             \
  { "paper",                                                                                       \
    0,                                                                                             \
    0,                                                                                             \
    G_OPTION_ARG_STRING,                                                                           \
    &(paper).size,                                                                                 \
    N_ ("PDF: on sheets of A4, A3 or letter"),                                                     \
    N_ ("PAPER") },                                                                                \
      { "landscape",                                                                               \
        0,                                                                                         \
        0,                                                                                         \
        G_OPTION_ARG_NONE,                                                                         \
        &(paper).is_landscape,                                                                     \
        N_ ("PDF: the longer side of the paper lies along time (the default)"),                    \
        NULL },                                                                                    \
      { "portrait",                                                                                \
        0,                                                                                         \
        0,                                                                                         \
        G_OPTION_ARG_NONE,                                                                         \
        &(paper).is_portrait,                                                                      \
        N_ ("PDF: the shorter side of the paper lies along time"),                                 \
        NULL },                                                                                    \
      { "pages",                                                                                   \
        0,                                                                                         \
        0,                                                                                         \
        G_OPTION_ARG_STRING,                                                                       \
        &(paper).pages,                                                                            \
        N_ ("PDF: one, tiled (as many as labels need, the default), or how many along time"),      \
        N_ ("PAGES") },                                                                            \
  {                                                                                                \
    "overlap", 0, 0, G_OPTION_ARG_STRING, &(paper).overlap,                                        \
        N_ ("PDF: millimetres that two pages share (default: 10)"), N_ ("MM")                      \
  }
gboolean khatt_cli_paper_read (const KhattCliPaper *paper, KhattPaperParams *params);
void khatt_cli_paper_clear (KhattCliPaper *paper);

G_END_DECLS
