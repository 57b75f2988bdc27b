/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-frames.h"

G_BEGIN_DECLS

/* Whom a sentence has its news from, as a name; NULL where it does not say. */
char *khatt_source_find (const KhattText *text, gsize sentence);

G_END_DECLS
