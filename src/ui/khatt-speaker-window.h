/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-presentation.h"

G_BEGIN_DECLS

/* KhattSpeakerWindow: what only who presents sees: notes, the next scene, the time. */
#define KHATT_TYPE_SPEAKER_WINDOW (khatt_speaker_window_get_type ())
G_DECLARE_FINAL_TYPE (KhattSpeakerWindow, khatt_speaker_window, KHATT, SPEAKER_WINDOW, AdwWindow)

GtkWidget *khatt_speaker_window_new (KhattPresentation *presentation);

G_END_DECLS
