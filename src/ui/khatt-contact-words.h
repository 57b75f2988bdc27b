/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-calendar.h"
#include "khatt-pairs.h"

G_BEGIN_DECLS

/* Who with whom, in words and as tables for other programs. */

/* "12 events, 6 – 8 August 2025". */
char *khatt_contact_dup_summary (const KhattContact *contact, const KhattWords *words);
char *khatt_contacts_to_csv (const KhattContacts *contacts);
char *khatt_pairs_to_csv (const KhattPairs *pairs);

G_END_DECLS
