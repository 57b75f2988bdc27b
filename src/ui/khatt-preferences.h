/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "khatt-calendar.h"
#include "khatt-timeline.h"

G_BEGIN_DECLS

GSettings *khatt_preferences_get_settings (void);
KhattWords khatt_preferences_get_words (void);
KhattCalendar khatt_preferences_get_second_calendar (void);
const char *khatt_preferences_get_language (void);
KhattDirection khatt_preferences_get_new_direction (KhattDirection automatic);
void khatt_preferences_follow_words (gpointer object, GCallback write_cb);

G_END_DECLS
