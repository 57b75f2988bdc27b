/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-lexicon.h"

G_BEGIN_DECLS

/* Receives each form of a word, folded, with the KhattFormFlags that tell it from the lemma. */
typedef void (*KhattFormFunc) (const char *form, guint flags, gpointer user_data);

/* Each takes folded words; the lemma itself comes first. */
void
khatt_inflect_verb (const char *past, const char *present, KhattFormFunc func, gpointer user_data);
void khatt_inflect_noun (const char *singular,
                         const char *plurals,
                         KhattFormFunc func,
                         gpointer user_data);
void khatt_inflect_adjective (const char *masculine, KhattFormFunc func, gpointer user_data);
/* The first word of a title: وزير, وزيرة, وزيرا, وزيري; the rest stays. */
void khatt_inflect_title (const char *title, KhattFormFunc func, gpointer user_data);

G_END_DECLS
