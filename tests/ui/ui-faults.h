/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What somebody who looks at a window or a popover would see to be wrong. */
GPtrArray *ui_faults_find (GtkWidget *root);

G_END_DECLS
