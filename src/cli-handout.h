/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-layout.h"

G_BEGIN_DECLS

GBytes *khatt_cli_write_page (KhattArrangement *arrangement,
                              const KhattLayoutParams *params,
                              const KhattFilter *filter,
                              const KhattDate *span,
                              GError **error);

G_END_DECLS
