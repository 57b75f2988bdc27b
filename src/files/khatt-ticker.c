/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* KhattTicker: how far reading has come, told now and then to somebody in another thread. Several
 * threads may read. */

#include "khatt-load-private.h"

/* How often progress is told. */
#define TICK_US (G_USEC_PER_SEC / 20)

struct _KhattTicker
{
  gatomicrefcount references;
  GMainContext *context;      /* NULL: `progress` is called where the reading is done */
  KhattLoadProgress progress; /* otherwise only ever called in `context` */
  gpointer data;
  GCancellable *cancellable;
  GMutex mutex; /* for what follows */
  goffset done;
  goffset total;
  gint64 last_us;
  gint is_over;
};

typedef struct
{
  KhattTicker *ticker;
  goffset done;
  goffset total;
} Tick;

/**
 * khatt_ticker_unref: (skip)
 * @ticker: (transfer full): a ticker
 */
void
khatt_ticker_unref (KhattTicker *ticker)
{
  if (!g_atomic_ref_count_dec (&ticker->references))
    return;
  g_clear_pointer (&ticker->context, g_main_context_unref);
  g_mutex_clear (&ticker->mutex);
  g_clear_object (&ticker->cancellable);
  g_free (ticker);
}

static void
tick_free (gpointer data)
{
  Tick *tick = data;

  khatt_ticker_unref (tick->ticker);
  g_free (tick);
}

static gboolean
tick_cb (gpointer data)
{
  Tick *tick = data;

  /* A tick that comes after the result, or after cancelling, has nobody to go to. */
  if (!g_atomic_int_get (&tick->ticker->is_over) &&
      !g_cancellable_is_cancelled (tick->ticker->cancellable))
    tick->ticker->progress (tick->done, tick->total, tick->ticker->data);
  return G_SOURCE_REMOVE;
}

static void
send_tick (KhattTicker *ticker)
{
  g_autoptr (GSource) source = g_idle_source_new ();
  Tick *tick = g_new (Tick, 1);

  *tick = (Tick){ ticker, ticker->done, ticker->total };
  g_atomic_ref_count_inc (&ticker->references);
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, tick_cb, tick, tick_free);
  g_source_attach (source, ticker->context);
}

/**
 * khatt_ticker_advance: (skip)
 * @ticker: a ticker
 * @bytes: so many more were read; from any thread
 */
void
khatt_ticker_advance (KhattTicker *ticker, goffset bytes)
{
  gint64 now_us = g_get_monotonic_time ();

  g_mutex_lock (&ticker->mutex);
  ticker->done += bytes;
  if (now_us - ticker->last_us >= TICK_US)
    {
      ticker->last_us = now_us;
      if (ticker->context != NULL)
        send_tick (ticker);
      else
        ticker->progress (ticker->done, ticker->total, ticker->data);
    }
  g_mutex_unlock (&ticker->mutex);
}

/**
 * khatt_ticker_new: (skip)
 * @context: (nullable): where @progress is called; %NULL: in whichever thread reads, one at a time
 * @progress: is told
 * @data: for @progress
 * @cancellable: (nullable): after which nothing is told
 *
 * Returns: (transfer full): a ticker
 */
KhattTicker *
khatt_ticker_new (GMainContext *context,
                  KhattLoadProgress progress,
                  gpointer data,
                  GCancellable *cancellable)
{
  KhattTicker *ticker = g_new0 (KhattTicker, 1);

  g_atomic_ref_count_init (&ticker->references);
  g_mutex_init (&ticker->mutex);
  ticker->context = context != NULL ? g_main_context_ref (context) : NULL;
  ticker->progress = progress;
  ticker->data = data;
  ticker->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  return ticker;
}

/**
 * khatt_ticker_set_total: (skip)
 * @ticker: a ticker
 * @total: bytes there are to read
 */
void
khatt_ticker_set_total (KhattTicker *ticker, goffset total)
{
  g_mutex_lock (&ticker->mutex);
  ticker->total = total;
  g_mutex_unlock (&ticker->mutex);
}

/**
 * khatt_ticker_end: (skip)
 * @ticker: a ticker, which tells nothing from here on
 */
void
khatt_ticker_end (KhattTicker *ticker)
{
  g_atomic_int_set (&ticker->is_over, TRUE);
}
