/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What libFuzzer calls with bytes of its own invention, and fuzz-replay.c with the seeds. */
int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

G_END_DECLS
