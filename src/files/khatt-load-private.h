/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-load.h"

G_BEGIN_DECLS

/* Tells a main context how far a thread has come. */
typedef struct _KhattTicker KhattTicker;

void khatt_ticker_advance (KhattTicker *ticker, goffset bytes);

KhattLoaded *khatt_load_with_ticker (GFile **files,
                                     gsize n_files,
                                     const KhattLoadOptions *options,
                                     KhattTicker *ticker,
                                     GCancellable *cancellable,
                                     GError **error);

G_END_DECLS
