/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-scan.h"

G_BEGIN_DECLS

/* A person as far as it is read. */
typedef struct
{
  gsize at;
  gsize title_first; /* the words of the title, for offices that are kept as written */
  gsize title_after;
  KhattRank rank;
  const char *office;
  const char *country;
  gboolean has_title;
  gboolean has_honorific;
  gboolean is_royal;
  gboolean is_plural;
  gboolean is_definite; /* "الوزير", with the article */
  gboolean is_short;    /* one word and no country: whoever was mentioned last */
  gboolean is_former;
  gboolean is_counterpart;
  gboolean has_and;                                   /* "و" is written onto the name */
  gboolean is_behind_name;                            /* the titles behind a name, not before it */
  const char *more_countries[KHATT_PHRASE_MAX_WORDS]; /* "the Russian and the American" */
  gsize more_ends[KHATT_PHRASE_MAX_WORDS];
  guint n_more;
} KhattTitle;

void khatt_title_skip_honorifics (const KhattScan *scan, KhattTitle *person);
void khatt_title_read_tail (const KhattScan *scan, KhattTitle *person, const KhattMatch *title);
void khatt_title_read (const KhattScan *scan, KhattTitle *person);
gsize khatt_title_find_name (const KhattScan *scan, KhattTitle *person, gsize *name_first);
void khatt_title_read_apposition (const KhattScan *scan, KhattTitle *person);
guint khatt_title_register (KhattScan *scan,
                            const KhattTitle *person,
                            gsize name_first,
                            gsize n_name,
                            gsize first);

G_END_DECLS
