/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the program can show, and how one comes there: a table that test-looks.c goes through. */

#pragma once

#include "khatt-application.h"
#include "khatt-window-private.h"

G_BEGIN_DECLS

typedef struct
{
  KhattApplication *application;
  KhattWindow *window;
  char *folder; /* a file of its own */
  char *path;
} LookFixture;

typedef struct
{
  const char *name;  /* main/…: of the window itself, in each shape it has */
  const char *text;  /* NULL: the sample; else what is opened, or nothing where empty */
  const char *steps; /* actions of the window, detailed, with a blank between */
  void (*show) (LookFixture *fixture); /* what actions alone do not open */
} Look;

const Look *look_get (guint index);
const Look *look_get_dialog (guint index);
void look_fill_screen (GtkWindow *window);
void look_write_sample (LookFixture *fixture);
void look_open_file (LookFixture *fixture, const char *path);
void look_run_step (LookFixture *fixture, const char *step);
void look_select_next (LookFixture *fixture);
void look_change_file (LookFixture *fixture);

G_END_DECLS
