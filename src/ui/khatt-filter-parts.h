/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-calendar.h"
#include "khatt-filter.h"
#include "khatt-snapshot.h"
#include "khatt-words.h"

G_BEGIN_DECLS

/* What a filter asks for, one by one, in words. */

/* What can be taken away of it: a bit of kinds or statuses, or a word of a list; all of the aspect
 * where neither is said. */
typedef struct
{
  KhattAspect aspect;
  guint bit;
  const char *word;
} KhattFilterPart;

typedef struct
{
  KhattSnapshot *snapshot; /* names articles; may be NULL */
  const KhattWords *words;
  KhattCalendar second_calendar;
} KhattFilterManner;

typedef void (*KhattFilterPartFunc) (const KhattFilterPart *part, const char *text, gpointer data);

void khatt_filter_parts_foreach (const KhattFilter *filter,
                                 const KhattFilterManner *manner,
                                 KhattFilterPartFunc call,
                                 gpointer data);

G_END_DECLS
