/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-clause.h"

G_BEGIN_DECLS

#define KHATT_FRAME_SLOT_MAX 8

typedef enum
{
  KHATT_FRAME_SLOT_SUBJECT,
  KHATT_FRAME_SLOT_OBJECT,
  KHATT_FRAME_SLOT_WITH,
  KHATT_FRAME_SLOT_FROM,
  KHATT_FRAME_SLOT_TO,
  KHATT_FRAME_SLOT_BETWEEN,
  KHATT_FRAME_SLOT_BY,
  KHATT_FRAME_SLOT_FOR,
  KHATT_FRAME_SLOT_OWNER, /* "the visit of X" */
} KhattFrameSlot;
#define KHATT_N_FRAME_SLOTS (KHATT_FRAME_SLOT_OWNER + 1)

/* Who stands where about a verb or a noun: indexes of mentions. */
typedef struct
{
  guint mentions[KHATT_N_FRAME_SLOTS][KHATT_FRAME_SLOT_MAX];
  guint n[KHATT_N_FRAME_SLOTS];
  gssize place;              /* where it happened: a mention, -1 */
  gssize destination;        /* "to X" of a place, -1 */
  gboolean subject_precedes; /* the subject stands before the verb */
  gboolean has_antecedent;   /* the verb follows "who" */
  gboolean has_agent;        /* "من طرف X": the verb is passive, and X did it */
  gboolean has_group;        /* "both sides" is the subject */
  gboolean has_states;       /* "both countries" */
} KhattFrameSlots;

/* What a verb of [anchor, end) has about it; `may_precede`: its subject may stand before it. */
void khatt_frame_slots_of_verb (const KhattClauses *clauses,
                                gsize anchor,
                                gsize end,
                                guint form,
                                gboolean is_motion,
                                KhattFrameSlots *slots);
void khatt_frame_slots_of_noun (const KhattClauses *clauses,
                                gsize anchor,
                                gsize end,
                                KhattFrameSlots *slots);

G_END_DECLS
