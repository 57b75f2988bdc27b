/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-filter.h"

G_BEGIN_DECLS

/* What a thread needs that counts events: plain values, which nothing changes meanwhile. */
typedef struct
{
  KhattSnapshot *snapshot;
  KhattFilter *filter;
} KhattFilterJob;

KhattFilterJob *khatt_filter_job_new (KhattSnapshot *snapshot, const KhattFilter *filter);
void khatt_filter_job_free (KhattFilterJob *job);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattFilterJob, khatt_filter_job_free)

G_END_DECLS
