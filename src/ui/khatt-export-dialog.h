/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "khatt-export-choices.h"

G_BEGIN_DECLS

/* KhattExportDialog: what to export and how.
 *
 * Signals:
 *   export          the choices are made: khatt_export_choices_get_for_files()
 */
#define KHATT_TYPE_EXPORT_DIALOG (khatt_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KhattExportDialog, khatt_export_dialog, KHATT, EXPORT_DIALOG, AdwWindow)

GtkWidget *khatt_export_dialog_new (GtkWindow *parent, KhattTimelineView *view);

G_END_DECLS
