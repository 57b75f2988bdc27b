/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What colour a person gave an event: one of those that can be told apart on every ground. */
typedef enum
{
  KHATT_HUE_NONE, /* that of its kind */
  KHATT_HUE_BLUE,
  KHATT_HUE_VERMILION,
  KHATT_HUE_GREEN,
  KHATT_HUE_PURPLE,
  KHATT_HUE_PINK,
  KHATT_HUE_OCHRE,
  KHATT_HUE_INDIGO,
  KHATT_HUE_PETROL,
  KHATT_HUE_GREY,
} KhattHue;
#define KHATT_N_HUES (KHATT_HUE_GREY + 1)

KhattHue khatt_hue_from_color (const char *color);
const char *khatt_hue_get_color (KhattHue hue); /* NULL for none */
const char *khatt_hue_get_label (KhattHue hue);

G_END_DECLS
