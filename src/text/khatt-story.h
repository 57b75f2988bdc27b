/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-date-phrase.h"
#include "khatt-frames.h"

G_BEGIN_DECLS

/* A date, and the words that it was read from: bytes of the text, [first, after); no words where
 * the two are equal. */
typedef struct
{
  KhattDate date;
  guint32 first;
  guint32 after;
} KhattDating;

#define KHATT_DATING_NONE ((KhattDating){ KHATT_DATE_NONE, 0, 0 })

/* An event of the article while it is read. */
typedef struct
{
  KhattKind kind;
  KhattStatus status;
  KhattDating dating;
  gboolean has_own_date; /* the text dates it */
  char *date_text;       /* the date as written, where it could not be counted */
  guint item;
  gsize sentence;
  gsize anchor;
  const char *title;
  gssize place;               /* index of a mention; -1 */
  gboolean is_at_dateline;    /* where nothing says better */
  gboolean is_place_inferred; /* another sentence may say better */
  KhattParty parties[KHATT_FRAME_MAX_PARTIES];
  guint n_parties;
  gboolean is_statement;
  double confidence;
  GPtrArray *rules;  /* of static strings */
  GArray *sentences; /* of gsize: all that tell of it */
} KhattStoryEvent;

/* What an article tells so far. Sentences are told in order. */
typedef struct _KhattStory KhattStory;

KhattStory *khatt_story_new (const KhattDateContext *context);
void khatt_story_free (KhattStory *story);
/* Goes on with the next stretch of the text, from its first sentence. */
void khatt_story_turn (KhattStory *story, const KhattText *text);
/* Takes a sentence in. Afterwards khatt_story_get_current() is what its quotations belong to. */
void khatt_story_tell (KhattStory *story, gsize sentence);
GPtrArray *khatt_story_get_events (KhattStory *story); /* of KhattStoryEvent */
/* How many of the first events are done with, for khatt_story_forget(). */
guint khatt_story_count_settled (const KhattStory *story);
void khatt_story_forget (KhattStory *story, guint n_events);
/* The event that the last sentence told or went on about, and who spoke in it. */
KhattStoryEvent *khatt_story_get_current (KhattStory *story);
guint khatt_story_get_speaker (KhattStory *story);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattStory, khatt_story_free)

G_END_DECLS
