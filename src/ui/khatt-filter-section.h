/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "khatt-calendar.h"
#include "khatt-snapshot.h"

G_BEGIN_DECLS

/* One thing that can be asked for. */
typedef struct
{
  char *key;
  char *label;
  char *spellings;  /* by which it is found too; NULL: none */
  guint32 n_events; /* that would be left of all */
  gboolean is_chosen;
  int kind; /* whose plate it has; -1: none */
} KhattFilterChoice;

void khatt_filter_choice_clear (gpointer choice);

/* KhattFilterSection: the choices of one aspect of a filter, with their counts: those that are
 * chosen and those with most events; the others are found by typing.
 *
 * Signals: toggled (const char *key, gboolean is_chosen), cleared
 */
#define KHATT_TYPE_FILTER_SECTION (khatt_filter_section_get_type ())
G_DECLARE_FINAL_TYPE (KhattFilterSection, khatt_filter_section, KHATT, FILTER_SECTION, GtkWidget)

GtkWidget *khatt_filter_section_new (const char *title, const char *search_hint);
void khatt_filter_section_set_choices (KhattFilterSection *self,
                                       GArray *choices,
                                       const KhattWords *words,
                                       KhattDirection direction);
void khatt_filter_section_set_foot (KhattFilterSection *self, GtkWidget *foot);

G_END_DECLS
