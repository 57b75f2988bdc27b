/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A number and what it belongs to. */
typedef struct
{
  gint64 key;
  guint32 value;
} KhattRadixItem;

/* Sorts by key; items of one key stay in the order in which they came. */
void khatt_radix_sort (KhattRadixItem *items, gsize n_items);

G_END_DECLS
