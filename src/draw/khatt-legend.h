/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-ink.h"
#include "khatt-rect.h"

G_BEGIN_DECLS

typedef enum
{
  KHATT_LEGEND_KINDS,    /* the value is a KhattKind */
  KHATT_LEGEND_STATUSES, /* a KhattStatus */
  KHATT_LEGEND_TIMES,    /* a KhattLegendTime */
} KhattLegendGroup;
#define KHATT_N_LEGEND_GROUPS (KHATT_LEGEND_TIMES + 1)

/* What can be unsure of a date, as far as it is drawn. */
typedef enum
{
  KHATT_LEGEND_BEFORE,
  KHATT_LEGEND_AFTER,
  KHATT_LEGEND_BETWEEN,
  KHATT_LEGEND_ABOUT,
  KHATT_LEGEND_DOUBTED,
} KhattLegendTime;
#define KHATT_N_LEGEND_TIMES (KHATT_LEGEND_DOUBTED + 1)

/* How many events there are of what a legend explains. A value, zero before the first event. */
typedef struct
{
  guint32 kinds[KHATT_N_KINDS];
  guint32 statuses[KHATT_N_STATUSES];
  guint32 times[KHATT_N_LEGEND_TIMES];
} KhattLegend;

typedef struct
{
  KhattLegendGroup group;
  guint value;
  guint32 n_events;
} KhattLegendEntry;
#define KHATT_LEGEND_MOST_ENTRIES (KHATT_N_KINDS + KHATT_N_STATUSES + KHATT_N_LEGEND_TIMES)

void khatt_legend_add (KhattLegend *legend, const KhattRecord *record);
guint khatt_legend_list (const KhattLegend *legend,
                         KhattLegendEntry entries[KHATT_LEGEND_MOST_ENTRIES]);

const char *khatt_legend_group_get_label (KhattLegendGroup group);
const char *khatt_legend_entry_get_label (const KhattLegendEntry *entry);
/* What a sample needs, in logical pixels. */
void khatt_legend_entry_get_size (const KhattLegendEntry *entry, double *width, double *height);
/* Painted in the middle of an area of that size. */
void khatt_legend_entry_paint (const KhattLegendEntry *entry,
                               const KhattPalette *palette,
                               KhattDirection direction,
                               KhattInk *ink,
                               const KhattRect *area);

G_END_DECLS
