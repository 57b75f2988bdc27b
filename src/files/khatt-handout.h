/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "khatt-calendar.h"
#include "khatt-filter.h"
#include "khatt-web-picture.h"

G_BEGIN_DECLS

/* A page to hand out: one HTML file that needs nothing else. A value; borrowed for the call. */
typedef struct
{
  const KhattWebPicture *picture;
  const KhattFilter *filter; /* which events it has; NULL: all */
  KhattWords words;          /* the language of the page's own words */
  KhattCalendar second_calendar;
  KhattDirection time_direction; /* of the picture */
} KhattHandout;

gboolean
khatt_handout_has_room (const KhattSnapshot *snapshot, const KhattHandout *handout, GError **error);
GBytes *
khatt_handout_write (const KhattSnapshot *snapshot, const KhattHandout *handout, GError **error);

G_END_DECLS
