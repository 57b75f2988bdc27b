/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GBytes *khatt_sample_document (GFile *file, gsize most, GCancellable *cancellable, GError **error);

G_END_DECLS
