/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-load.h"

G_BEGIN_DECLS

/* What articles are read with; the same one every time. */
const KhattLexicon *load_sample_lexicon (void);
/* A call that the Kremlin told of, on a Friday: one event. */
extern const char load_sample_article[];

/* As a file of that name would be loaded; `length` may be negative, `published` NULL. */
KhattLoaded *load_sample_text (const char *text,
                               gssize length,
                               const char *name,
                               const char *published,
                               GError **error);
guint load_sample_count (const KhattLoaded *loaded);
/* As it would be saved. */
char *load_sample_write (KhattTimeline *timeline);

/* A file for as long as the test needs it. */
GFile *load_sample_make_file (const char *suffix, const char *text);
void load_sample_remove_file (GFile **file);

G_END_DECLS
