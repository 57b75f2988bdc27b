/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-clause.h"
#include "khatt-frame-slots.h"

G_BEGIN_DECLS

/* A sentence while its frames are found. Inside of text/ only. */
typedef struct
{
  const KhattText *text;
  KhattClauses *clauses;
  GArray *frames;   /* of KhattFrame */
  guint8 *is_taken; /* nouns that a verb has taken, by token from first_token */
  KhattTopicality *topicality;
  gboolean to_press;   /* the sentence names the press as whom it is said to */
  guint told_clause;   /* what an agency says happened; G_MAXUINT: none */
  guint embedded_from; /* clause in which somebody's words begin; G_MAXUINT: none */
  gsize denied_first;  /* [denied_first, denied_after): tokens of what somebody denies */
  gsize denied_after;
} KhattFrameFinder;

typedef enum
{
  KHATT_NOUN_NONE,
  KHATT_NOUN_CALL,
  KHATT_NOUN_CALL_TALKS, /* talks by telephone: nobody is the caller */
  KHATT_NOUN_CONTACT,
  KHATT_NOUN_TALK,
  KHATT_NOUN_MEETING,
  KHATT_NOUN_VISIT,
  KHATT_NOUN_MESSAGE,
  KHATT_NOUN_AGREEMENT,
  KHATT_NOUN_OFFER,
  KHATT_NOUN_STATEMENT,
  KHATT_NOUN_CREDENTIALS, /* an ambassador hands them over */
} KhattNounKind;

KhattNounKind khatt_noun_kind (const KhattEntry *entry);
const KhattMention *khatt_frame_get_mention (const KhattFrameFinder *finder, gsize index);
void khatt_frame_add_party (KhattFrame *frame, guint actor, KhattRole role);
void khatt_frame_add_slot (const KhattFrameFinder *finder,
                           KhattFrame *frame,
                           const KhattFrameSlots *slots,
                           KhattFrameSlot slot,
                           KhattRole role);
void khatt_frame_add_subject (const KhattFrameFinder *finder,
                              KhattFrame *frame,
                              const KhattFrameSlots *slots,
                              KhattRole role);
gboolean khatt_frame_is_phone (const KhattFrameFinder *finder, gsize first, gsize after);
KhattFrame khatt_frame_start_frame (const KhattFrameFinder *finder,
                                    gsize anchor,
                                    gsize after,
                                    KhattKind kind,
                                    const char *rule);
void khatt_frame_finish_frame (KhattFrameFinder *finder,
                               KhattFrame *frame,
                               const KhattFrameSlots *slots);
gssize
khatt_frame_find_noun (const KhattFrameFinder *finder, gsize anchor, gsize end, gboolean is_given);
gboolean khatt_frame_is_definite (const KhattFrameFinder *finder, gsize noun);
void khatt_frame_fill_call (KhattFrameFinder *finder,
                            KhattFrame *frame,
                            const KhattFrameSlots *slots,
                            gboolean is_talk);
void khatt_frame_fill_meeting (KhattFrameFinder *finder,
                               KhattFrame *frame,
                               const KhattFrameSlots *slots);
void khatt_frame_add_destination (const KhattFrameFinder *finder,
                                  KhattFrame *frame,
                                  const KhattFrameSlots *slots);
void
khatt_frame_fill_visit (KhattFrameFinder *finder, KhattFrame *frame, const KhattFrameSlots *slots);
void khatt_frame_fill_sent_message (KhattFrameFinder *finder,
                                    KhattFrame *frame,
                                    const KhattFrameSlots *slots,
                                    gboolean is_handed);
void khatt_frame_fill_received (KhattFrameFinder *finder,
                                KhattFrame *frame,
                                const KhattFrameSlots *slots,
                                KhattRole from,
                                KhattRole to);
void khatt_frame_fill_agreement (KhattFrameFinder *finder,
                                 KhattFrame *frame,
                                 const KhattFrameSlots *slots);
gboolean khatt_frame_is_within (const KhattClauses *clauses, gsize anchor);
gboolean khatt_frame_is_near (const KhattFrameFinder *finder, gsize at, const char *sort);
void
khatt_frame_add_adjectives (KhattFrameFinder *finder, KhattFrame *frame, gsize noun, gsize after);
void khatt_frame_add_signatories (const KhattFrameFinder *finder,
                                  KhattFrame *frame,
                                  gsize noun,
                                  gsize after);
gboolean khatt_frame_agency_speaks (const KhattFrameFinder *finder, gsize anchor);

/* khatt-frame-ministry.c */
void khatt_frame_add_ministry (const KhattFrameFinder *finder, KhattFrame *frame, KhattRole role);
gboolean khatt_frame_office_precedes (const KhattFrameFinder *finder, gsize anchor);

/* khatt-frame-meeting.c */
void
khatt_frame_read_meet (KhattFrameFinder *finder, gsize anchor, guint form, gboolean is_reception);
void khatt_frame_read_discuss (KhattFrameFinder *finder, gsize anchor, guint form);
void khatt_frame_read_summons (KhattFrameFinder *finder, gsize anchor, guint form);
gssize khatt_frame_find_host_town (const KhattFrameFinder *finder, gsize noun);

/* khatt-frame-statement.c */
void khatt_frame_read_statement (KhattFrameFinder *finder, gsize anchor, const KhattMatch *verb);
void khatt_frame_read_reported (KhattFrameFinder *finder, gsize anchor, guint form);

/* khatt-frame-nouns.c, khatt-frame-light.c, khatt-frame-object.c */
void khatt_frame_read_noun (KhattFrameFinder *finder, gsize at, const KhattMatch *match);
gboolean khatt_frame_read_light_verb (KhattFrameFinder *finder,
                                      gsize anchor,
                                      const char *frame_name,
                                      guint form);
void khatt_frame_read_cancelled (KhattFrameFinder *finder, gsize anchor, guint form);
void khatt_frame_read_attended (KhattFrameFinder *finder, gsize anchor, const KhattMatch *verb);
gboolean khatt_frame_add_attendants (KhattFrameFinder *finder, KhattFrame *frame, gsize last);
void khatt_frame_add_leaders (const KhattFrameFinder *finder, KhattFrame *frame);

/* khatt-frame-letter.c */
gboolean khatt_frame_read_bearer (KhattFrameFinder *finder, gsize anchor, guint form);
gboolean khatt_frame_read_borne (KhattFrameFinder *finder, gsize at, const KhattMatch *match);

/* khatt-frame-visit.c */
void khatt_frame_read_visit (KhattFrameFinder *finder, gsize anchor, guint form, const char *lemma);
void khatt_frame_read_return (KhattFrameFinder *finder, gsize anchor, guint form);

G_END_DECLS
