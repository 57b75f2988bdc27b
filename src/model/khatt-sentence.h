/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-calendar.h"
#include "khatt-snapshot.h"

G_BEGIN_DECLS

/* What a screen reader says of an event, and a list shows: "Telephone call, Ivan Petrov to Li
 * Ming, Friday 8 August 2025: Bilateral ties". Translated; names isolated. */
char *khatt_sentence_new (const KhattSnapshot *snapshot, guint32 slot, const KhattWords *words);
/* The heading of an event: its title or, without one, what its kind and actors say. */
char *khatt_heading_new (const KhattSnapshot *snapshot, guint32 slot);
/* The headline of an event that stands alone: who did what, or its given title. */
char *khatt_headline_new (const KhattSnapshot *snapshot, guint32 slot);

G_END_DECLS
