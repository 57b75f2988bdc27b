/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-civil.h"

G_BEGIN_DECLS

/* Seconds since 1970-01-01T00:00:00Z, proleptic Gregorian. The two ends of gint64 stand for "open".
 */
#define KHATT_TIME_MIN G_MININT64
#define KHATT_TIME_MAX G_MAXINT64

typedef enum
{
  KHATT_PRECISION_NONE, /* undated */
  KHATT_PRECISION_MILLENNIUM,
  KHATT_PRECISION_CENTURY,
  KHATT_PRECISION_DECADE,
  KHATT_PRECISION_YEAR,
  KHATT_PRECISION_SEASON,
  KHATT_PRECISION_MONTH,
  KHATT_PRECISION_DAY,
  KHATT_PRECISION_HOUR,
  KHATT_PRECISION_MINUTE,
  KHATT_PRECISION_SECOND,
} KhattPrecision;

typedef enum
{
  KHATT_DATE_APPROXIMATE = 1 << 0,
  KHATT_DATE_UNCERTAIN = 1 << 1,
  KHATT_DATE_INTERVAL = 1 << 2,      /* a/b: it lasted from a to b */
  KHATT_DATE_SET = 1 << 3,           /* [a..b]: it happened once, some time then */
  KHATT_DATE_START_OPEN = 1 << 4,    /* ../b or [..b] */
  KHATT_DATE_END_OPEN = 1 << 5,      /* a/.. or [a..] */
  KHATT_DATE_START_UNKNOWN = 1 << 6, /* /b */
  KHATT_DATE_END_UNKNOWN = 1 << 7,   /* a/ */
  KHATT_DATE_NOT_CANONICAL =
      1 << 8, /* the value alone does not print back its text: keep the text */
} KhattDateFlags;

/* A value: the earliest and latest second at which it can have started and ended (each inclusive).
 *
 *   2025-08-08        start and end both within [2025-08-08T00:00:00, 2025-08-08T23:59:59]
 *   a/b               start within a, end within b, KHATT_DATE_INTERVAL
 *   [a..b]            start and end both within [first of a, last of b], KHATT_DATE_SET
 *   [..b]             the same with start_earliest KHATT_TIME_MIN, KHATT_DATE_START_OPEN
 */
typedef struct
{
  gint64 start_earliest;
  gint64 start_latest;
  gint64 end_earliest;
  gint64 end_latest;
  guint16 precision; /* KhattPrecision, of the finer end */
  guint16 flags;     /* KhattDateFlags */
} KhattDate;

#define KHATT_DATE_NONE ((KhattDate){ 0 })

#define KHATT_DATE_ERROR (khatt_date_error_quark ())
GQuark khatt_date_error_quark (void);

typedef enum
{
  KHATT_DATE_ERROR_SYNTAX,
  KHATT_DATE_ERROR_RANGE, /* 31 February, seconds beyond gint64 */
  KHATT_DATE_ERROR_ORDER, /* the end lies before the start */
} KhattDateError;

gboolean khatt_date_parse (const char *edtf, gssize length, KhattDate *date, GError **error);
char *khatt_date_to_edtf (const KhattDate *date);

KhattDate khatt_date_from_day (gint64 year, int month, int day);
KhattDate khatt_date_from_month (gint64 year, int month);
KhattDate khatt_date_from_year (gint64 year);
/* An end that is NULL is open, or unknown where `kind` says so. */
KhattDate
khatt_date_from_bounds (const KhattDate *first, const KhattDate *last, KhattDateFlags kind);

gboolean khatt_date_is_known (const KhattDate *date);
gboolean khatt_date_equal (const KhattDate *a, const KhattDate *b);
int khatt_date_compare (const KhattDate *a, const KhattDate *b);
gint64 khatt_date_first (const KhattDate *date);
gint64 khatt_date_last (const KhattDate *date);
gboolean khatt_date_is_possibly_within (const KhattDate *date, gint64 first, gint64 last);
gboolean khatt_date_is_certainly_within (const KhattDate *date, gint64 first, gint64 last);

G_END_DECLS
