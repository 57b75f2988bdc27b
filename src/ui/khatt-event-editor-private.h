/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-chips.h"
#include "khatt-date-field.h"
#include "khatt-event-editor.h"
#include "khatt-plate-image.h"
#include "khatt-suggestions.h"

G_BEGIN_DECLS

#define KHATT_EDITOR_N_FIELDS 12

struct _KhattEventEditor
{
  AdwWindow parent_instance;

  /* template widgets */
  AdwWindowTitle *heading;
  GtkWidget *page;
  GtkWidget *title_row;
  GtkWidget *kind_row;
  KhattPlateImage *plate;
  GtkWidget *status_row;
  KhattDateField *date_field;
  GtkWidget *actors_group;
  GtkWidget *actors_suffix;
  GtkWidget *place_row;
  KhattChips *topics;
  GtkWidget *topics_suffix;
  KhattChips *tags;
  GtkWidget *tags_suffix;
  GtkWidget *importance_row;
  GtkSpinButton *importance;
  GtkWidget *color_row;
  GtkWidget *quotes_group;
  GtkWidget *quotes_suffix;
  GtkTextView *notes;
  GtkWidget *notes_suffix;
  GtkWidget *sources_group;
  GtkWidget *restore_group;

  /* owned */
  KhattTimeline *timeline;
  KhattSuggestions *suggestions;
  KhattEventData *event; /* as it was when editing began */
  KhattEventData *read;  /* as it was read */
  GPtrArray *actor_rows; /* in order; the group holds them */
  GPtrArray *quote_rows;
  GtkWidget *restore_buttons[KHATT_EDITOR_N_FIELDS];

  guint32 slot; /* KHATT_SLOT_NONE: a new one */
  gboolean is_showing;
};

/* A member of events: how it is shown, and how it is taken from what was typed. */
typedef struct
{
  const char *member;
  gsize widget; /* offset of what holds the button that brings back what was read */
  void (*show) (KhattEventEditor *self, const KhattEventData *event);
  void (*take) (KhattEventEditor *self, KhattEventData *event);
} KhattEditorField;

extern const KhattEditorField khatt_editor_fields[KHATT_EDITOR_N_FIELDS];

KhattKind khatt_event_editor_get_kind (KhattEventEditor *self);
KhattStatus khatt_event_editor_get_status (KhattEventEditor *self);
KhattHue khatt_event_editor_get_hue (KhattEventEditor *self);
void khatt_event_editor_add_row (KhattEventEditor *self, GtkWidget *row);
void khatt_event_editor_changed (KhattEventEditor *self);

G_END_DECLS
