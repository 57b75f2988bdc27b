/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "khatt-snapshot.h"

G_BEGIN_DECLS

/* Where writers write to: text is appended to `text` and flushed now and then. */
typedef struct
{
  GOutputStream *stream;
  GCancellable *cancellable;
  GPtrArray *issues; /* what the format cannot carry; may be NULL */
  GString *text;
} KhattOutput;

gboolean khatt_output_flush_often (KhattOutput *output, GError **error);
gboolean khatt_output_flush (KhattOutput *output, GError **error);

/* One for each format that is written. */
gboolean khatt_document_write (const KhattSnapshot *snapshot, KhattOutput *output, GError **error);
void khatt_document_write_member (const KhattSnapshot *snapshot,
                                  const KhattEventData *event,
                                  const char *key,
                                  GString *out);
gboolean khatt_csv_write (const KhattSnapshot *snapshot, KhattOutput *output, GError **error);

/* The date of an event as a writer needs it: one expression, or two ends that are ranges
 * themselves. */
typedef struct
{
  char *date; /* NULL: the two */
  char *start;
  char *end;
} KhattWrittenDate;

KhattWrittenDate khatt_written_date_new (const KhattDate *date, const char *edtf);
void khatt_written_date_clear (KhattWrittenDate *written);

G_END_DECLS
