/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Keys that are a letter or a sign. On a keyboard whose layout has no Latin letters they are known
 * by their position, so that they work with an Arabic layout too; on every other layout by what is
 * printed on them. */

#include "khatt-key-position.h"

#define LAST_LATIN 0x24f

/**
 * khatt_key_is:
 * @keyval: what the key means in the layout
 * @keycode: where the key is
 * @wanted: what it is to mean, in small letters
 * @position: where that is on a Latin keyboard; 0: known by its meaning alone
 *
 * Returns: whether it is that key
 */
gboolean
khatt_key_is (guint keyval, guint keycode, guint wanted, guint position)
{
  gboolean is_latin = gdk_keyval_to_unicode (keyval) <= LAST_LATIN;

  return gdk_keyval_to_lower (keyval) == wanted ||
         (!is_latin && position != 0 && keycode == position);
}
