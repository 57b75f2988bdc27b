/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-document.h"

G_BEGIN_DECLS

#define KHATT_DOCUMENT_FORMAT "khatt"

const char *khatt_document_get_etag (KhattDocument *self);
void
khatt_document_note_saved (KhattDocument *self, GFile *file, const char *etag, guint64 revision);

G_END_DECLS
