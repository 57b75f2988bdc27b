/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-date.h"

G_BEGIN_DECLS

/* What parsing and printing of EDTF share inside the model; others use khatt-date.h. */

/* A "month" of 21 or more: a part of a year. */
typedef struct
{
  int code;
  int first_month;
  int n_months;
} KhattEdtfSeason;

const KhattEdtfSeason *khatt_edtf_find_season (int code);
gboolean khatt_edtf_find_unit (gint64 first, gint64 last, KhattPrecision *precision);
gboolean khatt_edtf_read_term (const char *text, gsize length, KhattDate *date, GError **error);
KhattDate khatt_edtf_normalize (KhattDate date);
void khatt_edtf_fail (GError **error,
                      KhattDateError code,
                      const char *reason,
                      const char *text,
                      gsize length);

G_END_DECLS
