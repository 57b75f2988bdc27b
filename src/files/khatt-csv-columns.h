/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The columns of a table of events, in the order in which they are written; the last three are read
 * only. */
typedef enum
{
  KHATT_COLUMN_ID,
  KHATT_COLUMN_TITLE,
  KHATT_COLUMN_KIND,
  KHATT_COLUMN_STATUS,
  KHATT_COLUMN_DATE,
  KHATT_COLUMN_DATE_TEXT,
  KHATT_COLUMN_ACTORS,
  KHATT_COLUMN_ROLES,
  KHATT_COLUMN_COUNTRIES,
  KHATT_COLUMN_PLACE,
  KHATT_COLUMN_TOPICS,
  KHATT_COLUMN_TAGS,
  KHATT_COLUMN_NOTES,
  KHATT_COLUMN_ATTRIBUTION,
  KHATT_N_WRITTEN_COLUMNS,

  KHATT_COLUMN_START = KHATT_N_WRITTEN_COLUMNS,
  KHATT_COLUMN_END,
  KHATT_COLUMN_SOURCE,
  KHATT_N_COLUMNS,
  KHATT_COLUMN_NONE = KHATT_N_COLUMNS,
} KhattColumn;

extern const char *const khatt_csv_columns[KHATT_N_COLUMNS];

#define KHATT_CSV_LIST_SEPARATOR ';'
#define KHATT_CSV_LIST_ESCAPE '\\'

G_END_DECLS
