/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Edits that somebody without a plan makes: what undo and the journal have to stand. */

#include "random-edits.h"

#include "khatt-save.h"

#include <string.h>

#define N_FIRST_EVENTS 12
#define MOST_EVENTS_AT_ONCE 4

static const char *const names[] = { "آن", "بو", "Cy", "دي", "Ed" };
static const char *const titles[] = { "مكالمة", "لقاء في جنيف", "Visit", "بيان" };
static const char *const dates[] = { "2025-08-08", "2025-08~", "[..2025-08-08]",
                                     "2025-08-06/2025-08-08", "" };
static const char *const texts[] = { "اتصل الوزير بنظيره أمس.", "أعلنت الوزارة زيارة قريبة." };

static const char *
choose (GRand *random, const char *const *among, gsize n)
{
  return among[g_rand_int_range (random, 0, (gint32) n)];
}
#define CHOOSE(random, among) choose (random, among, G_N_ELEMENTS (among))

static void
add_source (KhattEventData *event, KhattTimeline *timeline, GRand *random)
{
  guint n_articles = khatt_timeline_get_n_articles (timeline);
  KhattArticle *article;
  KhattSourceData *source;

  if (n_articles == 0)
    return;
  article = khatt_timeline_get_article (timeline,
                                        (guint) g_rand_int_range (random, 0, (gint32) n_articles));
  source = khatt_event_data_add_source (event, article->id);
  source->span_first = 0;
  source->span_after = (gssize) strlen ("اتصل");
  if (!g_rand_boolean (random))
    return;
  source->date_first = 0;
  source->date_after = (gssize) strlen ("أع");
}

static KhattEventData *
make_event (KhattTimeline *timeline, GRand *random)
{
  KhattEventData *event = khatt_event_data_new ();
  const char *date = CHOOSE (random, dates);

  event->title = g_strdup (CHOOSE (random, titles));
  event->kind = (KhattKind) g_rand_int_range (random, 0, KHATT_N_KINDS);
  event->status = (KhattStatus) g_rand_int_range (random, 0, KHATT_N_STATUSES);
  if (*date != '\0')
    g_assert_true (khatt_date_parse (date, -1, &event->date, NULL));
  else
    event->date_text = g_strdup ("قريبا");
  for (int n = g_rand_int_range (random, 0, 3); n > 0; n--)
    khatt_event_data_add_actor (event, CHOOSE (random, names), KHATT_ROLE_PARTICIPANT)->country =
        g_strdup ("EG");
  add_source (event, timeline, random);
  return event;
}

/* KHATT_SLOT_NONE where there is no event. */
static guint32
choose_event (KhattTimeline *timeline, GRand *random)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);
  guint32 n = khatt_snapshot_get_n_events (snapshot);

  return n == 0 ? KHATT_SLOT_NONE
                : khatt_snapshot_get_slot (snapshot,
                                           (guint32) g_rand_int_range (random, 0, (gint32) n));
}

static void
add_events (KhattTimeline *timeline, GRand *random)
{
  khatt_timeline_begin_step (timeline, "add");
  for (int n = g_rand_int_range (random, 1, MOST_EVENTS_AT_ONCE); n > 0; n--)
    {
      g_autoptr (KhattEventData) event = make_event (timeline, random);

      khatt_timeline_add (timeline, event);
    }
  khatt_timeline_end_step (timeline);
}

static void
change_event (KhattTimeline *timeline, GRand *random)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);
  guint32 slot = choose_event (timeline, random);
  g_autoptr (KhattEventData) event = NULL;

  if (slot == KHATT_SLOT_NONE)
    return;
  event = khatt_snapshot_dup_event (snapshot, slot);
  switch (g_rand_int_range (random, 0, 5))
    {
    case 0:
      g_free (event->title);
      event->title = g_strdup (CHOOSE (random, titles));
      break;
    case 1:
      event->importance = g_rand_int_range (random, 0, KHATT_IMPORTANCE_MAX + 1);
      break;
    case 2:
      g_assert_true (khatt_date_parse (dates[0], -1, &event->date, NULL));
      break;
    case 3:
      khatt_event_data_add_tag (event, CHOOSE (random, names));
      break;
    default:
      g_free (event->notes);
      event->notes = g_strdup (CHOOSE (random, texts));
      break;
    }
  khatt_timeline_change (timeline, slot, event);
}

/* One that was dismissed before may be brought back. */
static void
review_event (KhattTimeline *timeline, GRand *random)
{
  static const char *const words[] = { KHATT_REVIEW_ACCEPTED, KHATT_REVIEW_DISMISSED, "" };
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);
  guint32 n_slots = khatt_snapshot_get_n_slots (snapshot);
  guint32 slot = n_slots == 0 ? 0 : (guint32) g_rand_int_range (random, 0, (gint32) n_slots);
  g_autoptr (KhattEventData) event = khatt_snapshot_dup_event (snapshot, slot);
  const char *word = CHOOSE (random, words);

  if (event == NULL)
    return;
  g_free (event->review);
  event->review = *word != '\0' ? g_strdup (word) : NULL;
  khatt_timeline_change (timeline, slot, event);
}

static void
remove_event (KhattTimeline *timeline, GRand *random)
{
  guint32 slot = choose_event (timeline, random);

  if (slot != KHATT_SLOT_NONE)
    khatt_timeline_remove (timeline, slot);
}

/* Two events become one: changed and removed in one step. */
static void
merge_events (KhattTimeline *timeline, GRand *random)
{
  khatt_timeline_begin_step (timeline, "merge");
  change_event (timeline, random);
  remove_event (timeline, random);
  khatt_timeline_end_step (timeline);
}

static void
add_article (KhattTimeline *timeline, GRand *random)
{
  g_autofree char *id = g_strdup_printf ("a%u", khatt_timeline_get_n_articles (timeline) + 1);
  g_autoptr (KhattArticle) article = khatt_article_new (id, CHOOSE (random, texts), -1);

  khatt_timeline_begin_step (timeline, "article");
  khatt_timeline_add_article (timeline, article);
  add_events (timeline, random);
  khatt_timeline_end_step (timeline);
}

static void
change_article (KhattTimeline *timeline, GRand *random)
{
  g_autoptr (KhattArticle) article = NULL;

  if (khatt_timeline_get_n_articles (timeline) == 0)
    return;
  article = khatt_article_copy (khatt_timeline_get_article (timeline, 0));
  g_free (article->published);
  article->published = g_strdup (g_rand_boolean (random) ? "2025-08-08" : "2025-08-01");
  khatt_timeline_change_article (timeline, article);
}

static void
change_document (KhattTimeline *timeline, GRand *random)
{
  if (g_rand_boolean (random))
    khatt_timeline_set_title (timeline, CHOOSE (random, titles));
  else
    khatt_timeline_set_direction (timeline, g_rand_boolean (random) ? KHATT_DIRECTION_LTR
                                                                    : KHATT_DIRECTION_RTL);
}

static void
edit_scenes (KhattTimeline *timeline, GRand *random)
{
  KhattSceneList list = (KhattSceneList) g_rand_int_range (random, 0, KHATT_N_SCENE_LISTS);
  gint32 n = (gint32) khatt_timeline_get_scenes (timeline, list)->len;
  g_autoptr (KhattScene) scene = khatt_scene_new ();

  scene->title = g_strdup (CHOOSE (random, titles));
  khatt_scene_set_span (scene, 0, g_rand_int_range (random, 1, 100) * 86400 - 1);
  switch (n > 0 ? g_rand_int_range (random, 0, 4) : 0)
    {
    case 0:
      khatt_timeline_add_scene (timeline, list, scene);
      break;
    case 1:
      khatt_timeline_change_scene (timeline, list, (guint) g_rand_int_range (random, 0, n), scene);
      break;
    case 2:
      khatt_timeline_remove_scene (timeline, list, (guint) g_rand_int_range (random, 0, n));
      break;
    default:
      khatt_timeline_move_scene (timeline, list, (guint) g_rand_int_range (random, 0, n),
                                 (guint) g_rand_int_range (random, 0, n));
      break;
    }
}

static void
undo (KhattTimeline *timeline, GRand *random)
{
  for (int n = g_rand_int_range (random, 1, 4); n > 0; n--)
    khatt_timeline_undo (timeline);
}

static void
redo (KhattTimeline *timeline, GRand *random)
{
  khatt_timeline_redo (timeline);
}

void
random_edits_do (KhattTimeline *timeline, GRand *random)
{
  static void (*const edits[]) (KhattTimeline *, GRand *) = {
    add_events,  change_event,   change_event,    review_event, remove_event, merge_events,
    add_article, change_article, change_document, edit_scenes,  undo,         redo,
  };

  edits[g_rand_int_range (random, 0, G_N_ELEMENTS (edits))](timeline, random);
}

KhattTimeline *
random_edits_new_document (void)
{
  KhattTimeline *timeline = khatt_timeline_new ();
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  khatt_timeline_set_title (timeline, "مكالمات");
  khatt_timeline_set_language (timeline, "ar");
  add_article (timeline, random);
  add_article (timeline, random);
  for (guint i = 0; i < N_FIRST_EVENTS; i++)
    add_events (timeline, random);
  for (guint i = 0; i < 4; i++)
    edit_scenes (timeline, random);
  khatt_timeline_clear_history (timeline);
  khatt_timeline_mark_saved (timeline);
  return timeline;
}

char *
random_edits_write (KhattTimeline *timeline)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);
  g_autoptr (GBytes) bytes = khatt_save_bytes (snapshot, "khatt", NULL, NULL);
  gsize length;
  const char *text;

  g_assert_nonnull (bytes);
  text = g_bytes_get_data (bytes, &length);
  return g_strndup (text, length);
}
