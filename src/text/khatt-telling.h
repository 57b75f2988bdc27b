/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-story.h"

G_BEGIN_DECLS

/* The insides of a story, for the files that judge its sentences. Inside of text/ only. */
/* Nobody goes on about what was told so many events ago: without an end, each sentence of a long
 * text would be held against all that came before. */
#define KHATT_STORY_REACH 256
/* The item of events that an earlier stretch of the text told. */
#define KHATT_STORY_ITEM_BEFORE (G_MAXUINT - 1)

struct _KhattStory
{
  const KhattText *text;
  KhattDateContext context;      /* of the article */
  KhattDateContext item_context; /* of the item: its dateline may be of the day before */
  GPtrArray *events;
  KhattTopicality topicality;
  guint speaker;
  KhattStoryEvent *current;
  KhattStoryEvent *contact; /* the call, meeting ... that the item is about */
  guint item;
  guint n_told;           /* body sentences of the item so far */
  KhattStoryEvent *press; /* what was said at a press conference; whose turn is next speaks there */
  guint occasion_host;    /* who met several people, whom the item names later, and where */
  gssize occasion_place;
};

/* One sentence while it is judged. */
typedef struct
{
  KhattStory *story;
  gsize sentence;
  GArray *frames;  /* of KhattFrame */
  GArray *phrases; /* of KhattDatePhrase */
  gssize *owners;  /* frame of each phrase; -1 */
  KhattDateContext context;
  gboolean is_lede;
  gboolean is_aside;           /* "meanwhile", "on the other hand": about something else */
  KhattStoryEvent *main;       /* what the sentence told first */
  const KhattFrame *last;      /* "during his last visit" */
  const KhattFrame *voice;     /* its statement, if it has one */
  const KhattDatePhrase *said; /* when that was made, if no day is known for it */
} KhattTelling;

/* khatt-telling-dates.c */
void khatt_telling_read_dates (KhattTelling *telling);
const KhattDatePhrase *khatt_telling_find_phrase (const KhattTelling *telling, guint frame);
KhattDating khatt_telling_resolve (const KhattTelling *telling,
                                   const KhattDatePhrase *phrase,
                                   const KhattFrame *frame);
KhattDate khatt_telling_reference_day (const KhattTelling *telling);
KhattDate khatt_telling_open_date (const KhattTelling *telling, gboolean is_before);
gboolean khatt_date_phrase_is_exact (const KhattDatePhrase *phrase);
gboolean khatt_telling_is_future (const KhattTelling *telling, const KhattDate *date);

/* khatt-telling-events.c */
guint khatt_story_get_first_in_reach (const KhattStory *story);
const KhattActor *khatt_story_get_actor (const KhattStory *story, guint actor);
gboolean khatt_story_event_has_party (const KhattStoryEvent *event, guint actor);
gboolean khatt_story_event_dates_agree (const KhattStoryEvent *event, const KhattDate *date);
KhattStoryEvent *khatt_telling_find_event (const KhattTelling *telling,
                                           const KhattFrame *frame,
                                           const KhattDate *date);
void khatt_story_event_add_sentence (KhattStoryEvent *event, gsize sentence);
void khatt_telling_enrich (KhattTelling *telling, KhattStoryEvent *event, const KhattFrame *frame);
void khatt_telling_adopt_date (const KhattTelling *telling,
                               KhattStoryEvent *event,
                               const KhattFrame *frame,
                               const KhattDating *dating);
KhattStoryEvent *khatt_telling_add_event (KhattTelling *telling,
                                          const KhattFrame *frame,
                                          const KhattDating *dating,
                                          const KhattDatePhrase *phrase);

/* khatt-telling-places.c */
gboolean khatt_telling_is_place_of (const KhattTelling *telling, const KhattFrame *frame);
gboolean khatt_story_is_closer (const KhattStory *story, gssize place, gssize than);
gssize khatt_telling_find_stay (const KhattTelling *telling);
void khatt_telling_check_place (const KhattTelling *telling, KhattFrame *frame);
void khatt_telling_note_occasion (KhattTelling *telling, const KhattFrame *frame);
gssize khatt_telling_find_place (const KhattTelling *telling,
                                 const KhattFrame *frame,
                                 const KhattDate *date,
                                 gboolean has_own_date);

/* khatt-telling-contacts.c */
void khatt_telling_tell_contact (KhattTelling *telling, guint index);

/* khatt-telling-letters.c */
gboolean khatt_telling_tell_letter (KhattTelling *telling, const KhattFrame *frame);
void khatt_telling_add_received (const KhattTelling *telling, KhattStoryEvent *event);

/* khatt-telling-statements.c */
KhattStoryEvent *
khatt_telling_find_statement (const KhattTelling *telling, guint speaker, const KhattDate *date);
void khatt_telling_tell_statement (KhattTelling *telling, guint index);

G_END_DECLS
