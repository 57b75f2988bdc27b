/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "khatt-calendar.h"
#include "khatt-contacts.h"

G_BEGIN_DECLS

/* Who with whom: what one actor did, with whom, how often and when. Its window has to have the
 * action win.show-pair (ss), which shows what happened between two actors. */
GtkWidget *
khatt_contacts_dialog_new (GtkWindow *parent, KhattContacts *contacts, const KhattWords *words);

G_END_DECLS
