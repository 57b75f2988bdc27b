/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Bytes in, valid UTF-8 without NUL and without a byte order mark out, in pieces that end between
 * characters. */
typedef struct _KhattDecoder KhattDecoder;

/* FALSE: no more is wanted. */
typedef gboolean (*KhattTextSink) (const char *text, gsize length, gpointer data);

KhattDecoder *
khatt_decoder_new (const char *file, GPtrArray *issues, KhattTextSink sink, gpointer data);
void khatt_decoder_free (KhattDecoder *decoder);
gboolean khatt_decoder_feed (KhattDecoder *decoder, const guint8 *bytes, gsize length);
gboolean khatt_decoder_finish (KhattDecoder *decoder);
gboolean khatt_decoder_is_text (const KhattDecoder *decoder);
gboolean khatt_decoder_has_losses (const KhattDecoder *decoder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattDecoder, khatt_decoder_free)

G_END_DECLS
