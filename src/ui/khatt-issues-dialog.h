/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *khatt_issues_dialog_new (GtkWindow *parent,
                                    const char *heading,
                                    const char *body,
                                    GPtrArray *issues);

G_END_DECLS
