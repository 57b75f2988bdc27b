/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-kind.h"
#include "khatt-mentions.h"

G_BEGIN_DECLS

/* Somebody in an event, and as what. */
typedef struct
{
  guint actor;
  KhattRole role;
} KhattParty;

#define KHATT_FRAME_MAX_PARTIES 12

/* How sure the words are that it took place. */
typedef enum
{
  KHATT_MOOD_FACT,
  KHATT_MOOD_PLANNED,
  KHATT_MOOD_HYPOTHETICAL, /* if, could, should, to arrange */
  KHATT_MOOD_NEGATED,
  KHATT_MOOD_CANCELLED,
} KhattMood;

/* What one verb or noun of a sentence says happened: a candidate for an event, or a reference to
 * one. */
typedef struct
{
  KhattKind kind;
  KhattMood mood;
  const char *rule;  /* "call.hold": static */
  const char *title; /* the noun's title; NULL: none. Owned by the lexicon. */
  gsize sentence;
  gsize anchor; /* the token of its verb or noun */
  gsize after;  /* where its clause ends */
  guint clause; /* number of its clause in the sentence; 0: the main one */
  KhattParty parties[KHATT_FRAME_MAX_PARTIES];
  guint n_parties;
  gssize place;              /* index of a mention; -1: not said */
  gboolean is_nominal : 1;   /* a noun without a verb of its own */
  gboolean is_made : 1;      /* "a visit that X makes": the noun, and then its verb */
  gboolean is_whereupon : 1; /* "where X received him": behind an arrival */
  gboolean is_joined : 1;    /* "the meeting that joined X and Y" */
  gboolean is_definite : 1;  /* "the call" */
  gboolean is_during : 1;    /* "during", "after": the frame of another event */
  gboolean is_after : 1;
  gboolean is_last : 1; /* "the last meeting" */
  gboolean is_statement : 1;
  gboolean is_told : 1;             /* inside "that ..." of an agency or a press office */
  gboolean is_embedded : 1;         /* inside "that ..." of somebody's words */
  gboolean is_subject_of_group : 1; /* "both sides discussed" */
  gboolean is_group_of_states : 1;  /* "between the two countries" */
  gboolean takes_subject : 1;       /* without one it is about whom the prose is about */
  gboolean is_each : 1;             /* one event for each counterpart */
  gboolean is_apart : 1;            /* so, as the words say */
  gboolean is_past : 1;             /* its verb is in the past */
  gboolean is_earlier : 1;          /* "earlier", "formerly" */
  gboolean to_press : 1;
  gboolean is_called_off : 1; /* a verb says so */
  gboolean is_view : 1;       /* "agreed that it is important": a view that both share */
  gboolean is_attended : 1;   /* a meeting of more than the text names */
  gboolean is_there : 1;      /* "where he met": in the place that the sentence named before */
  gboolean is_at_home : 1;    /* such a one that nothing foreign is named with */
  gboolean is_coordinate : 1; /* its clause stands beside the main one: "كما التقى X" */
  gboolean is_background : 1; /* "وكان X قد ...", "يذكر أن ..." */
} KhattFrame;

/* What quotation marks stand round. */
typedef enum
{
  KHATT_QUOTED_NOT,
  KHATT_QUOTED_NAME, /* a word or two: a name, or what the writer keeps at arm's length */
  KHATT_QUOTED_WORDS,
} KhattQuoted;

/* What the stages of reading share. All borrowed. */
typedef struct
{
  const KhattLexicon *lexicon;
  const KhattTokens *tokens;
  const KhattSentences *sentences;
  const KhattItems *items;
  KhattActors *actors;        /* adjectives can add states while frames are read */
  const GArray *mentions;     /* of KhattMention */
  const gsize *first_mention; /* by sentence, one more at the end */
  const guint8 *is_quoted;    /* KhattQuoted, by token */
} KhattText;

/* Whom verbs without a subject are about. */
typedef struct
{
  guint subject;      /* of what is done */
  guint speaker;      /* of what is said: a spokesman says what his minister did */
  gboolean is_agency; /* an agency or an office spoke last */
} KhattTopicality;

/* The frames of a sentence, in text order; `topicality` is updated. */
GArray *khatt_frames_find (const KhattText *text, gsize sentence, KhattTopicality *topicality);
/* The first actor in a role; KHATT_NO_ACTOR where there is none. */
guint khatt_frame_find_party (const KhattFrame *frame, KhattRole role);

G_END_DECLS
