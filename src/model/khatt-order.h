/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A permutation: slots in the model's order, in leaves that copies share. */
typedef struct
{
  /*< private >*/
  GPtrArray *leaves;
  GArray *starts; /* of guint32: the position of each leaf's first slot */
  guint32 n;
} KhattOrder;

/* Below 0: slot `a` comes before slot `b`. Never 0 for different slots. */
typedef int (*KhattOrderCompare) (guint32 a, guint32 b, gconstpointer data);

void khatt_order_init (KhattOrder *order);
void khatt_order_copy (const KhattOrder *order, KhattOrder *copy);
void khatt_order_clear (KhattOrder *order);
void khatt_order_set (KhattOrder *order, const guint32 *slots, guint32 n);
guint32 khatt_order_get (const KhattOrder *order, guint32 position);
guint32 khatt_order_find (const KhattOrder *order,
                          guint32 slot,
                          KhattOrderCompare compare,
                          gconstpointer data);
void khatt_order_insert (KhattOrder *order, guint32 position, guint32 slot);
void khatt_order_remove (KhattOrder *order, guint32 position);

G_END_DECLS
