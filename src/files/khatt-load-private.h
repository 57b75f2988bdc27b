/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-folder.h"
#include "khatt-load.h"

G_BEGIN_DECLS

/* Tells a main context how far a thread has come. */
typedef struct _KhattTicker KhattTicker;

KhattTicker *khatt_ticker_new (GMainContext *context,
                               KhattLoadProgress progress,
                               gpointer data,
                               GCancellable *cancellable);
void khatt_ticker_unref (KhattTicker *ticker);
void khatt_ticker_set_total (KhattTicker *ticker, goffset total);
void khatt_ticker_end (KhattTicker *ticker);
void khatt_ticker_advance (KhattTicker *ticker, goffset bytes);

KhattLoaded *khatt_load_with_ticker (GFile **files,
                                     gsize n_files,
                                     const KhattLoadOptions *options,
                                     KhattTicker *ticker,
                                     GCancellable *cancellable,
                                     GError **error);

KhattLoaded *khatt_loaded_new (void);
gboolean khatt_load_add_file (KhattLoaded *loaded,
                              GFile *file,
                              const KhattLoadOptions *options,
                              KhattTicker *ticker,
                              GCancellable *cancellable,
                              GError **error);
/* khatt-load-many.c */
gboolean khatt_load_add_many (KhattLoaded *loaded,
                              GArray *items,
                              const KhattLoadOptions *options,
                              KhattTicker *ticker,
                              GCancellable *cancellable,
                              GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattTicker, khatt_ticker_unref)

G_END_DECLS
