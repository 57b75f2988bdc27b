/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The codes of seasons and other parts of a year in EDTF. */
#define KHATT_FIRST_SEASON 21
#define KHATT_LAST_SEASON 41

/* {1} and {2} stand for dates. */
typedef struct
{
  const char *language;  /* NULL: any other */
  gboolean shares_parts; /* 6 – 8 August 2025; needs day, month, year in this order */
  const char *about;
  const char *approximately; /* after more than one date */
  const char *uncertain;
  const char *or_earlier;
  const char *or_later;
  const char *between;
  const char *between_years;
  const char *from_to;
  const char *onwards;
  const char *until;
  const char *to_unknown;
  const char *from_unknown;
  const char *year; /* inside a phrase */
  const char *at_time;
  const char *always;
  const char *undated;
  const char *seasons[KHATT_LAST_SEASON - KHATT_FIRST_SEASON +
                      1]; /* by code; of several codes for one span the first */
} KhattPhrases;

const KhattPhrases *khatt_phrases_for_language (const char *language);

G_END_DECLS
