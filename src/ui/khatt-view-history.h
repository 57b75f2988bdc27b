/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Somewhere a view has been. A value. */
typedef struct
{
  double first; /* seconds, of the visible span */
  double last;
  double scroll_y;
} KhattViewPlace;

/* Where a view has been, to go back and forward among: as a web browser does. */
typedef struct _KhattViewHistory KhattViewHistory;

KhattViewHistory *khatt_view_history_new (void);
void khatt_view_history_free (KhattViewHistory *history);
void khatt_view_history_clear (KhattViewHistory *history);
void khatt_view_history_leave (KhattViewHistory *history, const KhattViewPlace *here);
gboolean khatt_view_history_can_step (const KhattViewHistory *history, int step);
gboolean khatt_view_history_step (KhattViewHistory *history,
                                  int step,
                                  const KhattViewPlace *here,
                                  KhattViewPlace *there);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattViewHistory, khatt_view_history_free)

G_END_DECLS
