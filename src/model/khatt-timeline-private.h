/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-history.h"
#include "khatt-store.h"
#include "khatt-timeline.h"

G_BEGIN_DECLS

struct _KhattTimeline
{
  GObject parent_instance;

  KhattStore store;
  KhattHistory history;
  KhattSnapshot *snapshot;   /* of the present state; NULL until somebody asks */
  gboolean has_own_articles; /* which no snapshot shares */
  gboolean is_bulk;
  gboolean has_new_content; /* the step changes more than scenes */
  gboolean is_quiet;        /* items-changed is told later, for the whole list */
  guint32 n_before_quiet;
  guint32 bulk_first;

  /* As last notified. */
  gboolean was_modified;
  char *undo_name;
  char *redo_name;
};

void khatt_timeline_perform (KhattTimeline *self, const char *name, KhattOp *op);
void khatt_timeline_walk (KhattTimeline *self, GArray *ops, gboolean forwards);
void khatt_timeline_touch (KhattTimeline *self);
void khatt_timeline_begin_quiet (KhattTimeline *self);
void khatt_timeline_end_quiet (KhattTimeline *self);
void khatt_timeline_finish_step (KhattTimeline *self);
void khatt_timeline_notify_history (KhattTimeline *self);

G_END_DECLS
