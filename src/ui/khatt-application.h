/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* KhattApplication: khatt [--published=DATE] FILE…; a window for each document. */
#define KHATT_TYPE_APPLICATION (khatt_application_get_type ())
G_DECLARE_FINAL_TYPE (KhattApplication, khatt_application, KHATT, APPLICATION, AdwApplication)

KhattApplication *khatt_application_new (GApplicationFlags flags);

G_END_DECLS
