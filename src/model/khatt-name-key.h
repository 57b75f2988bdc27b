/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define KHATT_NAME_KEY_MAX 6

/* What remains of an actor's name when spelling is put aside: for telling whether two agencies mean
 * the same one. */
typedef struct
{
  guint32 words[KHATT_NAME_KEY_MAX]; /* hashes of what each word sounds like */
  guint32 whole;                     /* of all words as one */
  guint32 initial;                   /* of the first word: a letter */
  guint32 office;                    /* of the office, or of a name that may be one */
  guint8 n_words;
  gboolean has_office;        /* beside the name; without one the name may be an office itself */
  gboolean ends_with_article; /* its last word has the article, as the adjective of an office */
  char country[3];            /* "": not known */
} KhattNameKey;

void
khatt_name_key_init (KhattNameKey *key, const char *name, const char *country, const char *office);
gboolean khatt_name_key_is_unnamed (const KhattNameKey *key);
gboolean khatt_name_key_matches (const KhattNameKey *a, const KhattNameKey *b);

G_END_DECLS
