/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-timeline.h"
#include "khatt-vocabulary.h"

G_BEGIN_DECLS

/* KhattSuggestions: the names of a document as they are when one is first asked for. Those of a big
 * one are gathered in a thread.
 *
 * Signals: ready: they are there now, and were not when somebody asked */
#define KHATT_TYPE_SUGGESTIONS (khatt_suggestions_get_type ())
G_DECLARE_FINAL_TYPE (KhattSuggestions, khatt_suggestions, KHATT, SUGGESTIONS, GObject)

KhattSuggestions *khatt_suggestions_new (KhattTimeline *timeline);
KhattVocabulary *khatt_suggestions_get (KhattSuggestions *self);

G_END_DECLS
