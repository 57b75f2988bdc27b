/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Undo: steps and their names, what is saved, and a thousand sequences of edits. */

#include "timeline-sample.h"

#include "khatt-event.h"

static void
test_steps_have_names_and_nest (void)
{
  g_autoptr (KhattTimeline) timeline = khatt_timeline_new ();
  TimelineMirror mirror;

  timeline_mirror_start (&mirror, timeline);
  khatt_timeline_begin_step (timeline, "outer");
  khatt_timeline_begin_step (timeline, "inner");
  timeline_sample_add (timeline, "a", "2025");
  khatt_timeline_end_step (timeline);
  timeline_sample_add (timeline, "b", "2024");
  khatt_timeline_set_title (timeline, "t");
  g_assert_cmpuint (mirror.n_changed, ==, 0);
  khatt_timeline_end_step (timeline);
  g_assert_cmpuint (mirror.n_changed, ==, 1);
  g_assert_cmpstr (khatt_timeline_get_undo_name (timeline), ==, "outer");
  g_assert_null (khatt_timeline_get_redo_name (timeline));
  khatt_timeline_undo (timeline);
  g_assert_cmpuint (mirror.n_changed, ==, 2);
  timeline_sample_assert_ids (timeline, "");
  g_assert_null (khatt_timeline_get_title (timeline));
  g_assert_cmpstr (khatt_timeline_get_redo_name (timeline), ==, "outer");
  khatt_timeline_redo (timeline);
  timeline_sample_assert_ids (timeline, "b a");
  g_assert_cmpstr (khatt_timeline_get_title (timeline), ==, "t");
  timeline_mirror_stop (&mirror, timeline);
}

static void
test_an_empty_step_keeps_what_could_be_redone (void)
{
  g_autoptr (KhattTimeline) timeline = khatt_timeline_new ();

  timeline_sample_add (timeline, "a", "2025");
  khatt_timeline_undo (timeline);
  khatt_timeline_begin_step (timeline, "nothing");
  khatt_timeline_end_step (timeline);
  g_assert_true (khatt_timeline_can_redo (timeline));
  g_assert_false (khatt_timeline_can_undo (timeline));
  khatt_timeline_redo (timeline);
  timeline_sample_assert_ids (timeline, "a");
}

static void
test_a_slot_is_never_given_again (void)
{
  g_autoptr (KhattTimeline) timeline = khatt_timeline_new ();
  guint32 first = timeline_sample_add (timeline, "a", "2025");
  guint32 second;

  khatt_timeline_undo (timeline);
  second = timeline_sample_add (timeline, "b", "2025");
  g_assert_cmpuint (first, !=, second);
  g_assert_false (khatt_timeline_can_redo (timeline));
}

static void
count_cb (GObject *object, GParamSpec *pspec, guint *count)
{
  (*count)++;
}

static void
test_modified_follows_saving_and_undo (void)
{
  g_autoptr (KhattTimeline) timeline = khatt_timeline_new ();
  guint n_modified = 0;
  guint n_can_undo = 0;

  g_signal_connect (timeline, "notify::modified", G_CALLBACK (count_cb), &n_modified);
  g_signal_connect (timeline, "notify::can-undo", G_CALLBACK (count_cb), &n_can_undo);
  g_assert_false (khatt_timeline_is_modified (timeline));
  timeline_sample_add (timeline, "a", "2025");
  timeline_sample_add (timeline, "b", "2025");
  g_assert_cmpuint (n_modified, ==, 1);
  g_assert_cmpuint (n_can_undo, ==, 1);
  khatt_timeline_mark_saved (timeline);
  g_assert_false (khatt_timeline_is_modified (timeline));
  khatt_timeline_undo (timeline);
  g_assert_true (khatt_timeline_is_modified (timeline));
  khatt_timeline_redo (timeline);
  g_assert_false (khatt_timeline_is_modified (timeline));
  khatt_timeline_undo (timeline);
  timeline_sample_add (timeline, "c", "2025"); /* what was saved cannot be reached any more */
  khatt_timeline_undo (timeline);
  g_assert_true (khatt_timeline_is_modified (timeline));
  khatt_timeline_clear_history (timeline);
  g_assert_true (khatt_timeline_is_modified (timeline));
  g_assert_false (khatt_timeline_can_undo (timeline));
  g_assert_cmpuint (n_can_undo, ==, 2);
}

static void
test_articles_are_undone_and_keep_their_place (void)
{
  g_autoptr (KhattTimeline) timeline = khatt_timeline_new ();
  g_autoptr (KhattArticle) first = khatt_article_new ("a1", "واحد", -1);
  g_autoptr (KhattArticle) second = khatt_article_new ("a2", "اثنان", -1);
  g_autoptr (KhattArticle) answered = khatt_article_copy (first);

  khatt_timeline_add_article (timeline, first);
  khatt_timeline_add_article (timeline, second);
  answered->published = g_strdup ("2025-08-08");
  khatt_timeline_change_article (timeline, answered);
  g_assert_true (khatt_timeline_get_article (timeline, 0) == answered);
  g_assert_true (khatt_timeline_get_article_by_id (timeline, "a2") == second);
  khatt_timeline_undo (timeline);
  g_assert_true (khatt_timeline_get_article (timeline, 0) == first);
  khatt_timeline_undo (timeline);
  g_assert_cmpuint (khatt_timeline_get_n_articles (timeline), ==, 1);
}

/* Everything a document says, as text. */
static char *
dump (KhattTimeline *timeline)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%s %d %u %u\n", khatt_snapshot_get_title (snapshot),
                          khatt_snapshot_get_direction (snapshot),
                          khatt_snapshot_get_n_dated (snapshot),
                          khatt_snapshot_get_n_articles (snapshot));
  for (guint32 i = 0; i < khatt_snapshot_get_n_events (snapshot); i++)
    {
      guint32 slot = khatt_snapshot_get_slot (snapshot, i);
      g_autoptr (KhattEventData) event = khatt_snapshot_dup_event (snapshot, slot);

      g_string_append_printf (text, "%u %s %s %" G_GINT64_FORMAT " %s", slot, event->id,
                              event->title, event->date.start_earliest, event->notes);
      for (guint j = 0; j < event->actors->len; j++)
        {
          const KhattActorData *actor = g_ptr_array_index (event->actors, j);

          g_string_append_printf (text, " %s/%s", actor->name, actor->country);
        }
      g_string_append_c (text, '\n');
    }
  for (guint32 i = 0; i < khatt_snapshot_get_n_actors (snapshot); i++)
    {
      const KhattActor *actor = khatt_snapshot_get_actor (snapshot, i);

      if (actor->n_events > 0)
        g_string_append_printf (text, "%s %s %u\n", actor->name, actor->country, actor->n_events);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static KhattEventData *
random_event (GRand *random)
{
  static const char *const countries[] = { NULL, "RU", "US", "EG" };
  g_autofree char *edtf = g_strdup_printf ("20%02d-0%d", g_rand_int_range (random, 10, 30),
                                           g_rand_int_range (random, 1, 9));
  KhattEventData *event =
      timeline_sample_event (NULL, g_rand_int_range (random, 0, 8) == 0 ? NULL : edtf, NULL);

  if (g_rand_boolean (random))
    event->notes = g_strdup_printf ("note %d", g_rand_int_range (random, 0, 100));
  for (int i = g_rand_int_range (random, 0, 3); i > 0; i--)
    {
      g_autofree char *name = g_strdup_printf ("actor %d", g_rand_int_range (random, 0, 6));

      khatt_event_data_add_actor (event, name, KHATT_ROLE_PARTICIPANT)->country =
          g_strdup (countries[g_rand_int_range (random, 0, G_N_ELEMENTS (countries))]);
    }
  return event;
}

static void
random_edit (KhattTimeline *timeline, GRand *random)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (timeline));
  g_autoptr (KhattEvent) item =
      n > 0 ? g_list_model_get_item (G_LIST_MODEL (timeline),
                                     (guint) g_rand_int_range (random, 0, (gint32) n))
            : NULL;
  g_autoptr (KhattEventData) event = random_event (random);

  switch (g_rand_int_range (random, 0, 6))
    {
    case 0:
      if (item != NULL)
        khatt_timeline_remove (timeline, khatt_event_get_slot (item));
      break;
    case 1:
    case 2:
      if (item != NULL)
        khatt_timeline_change (timeline, khatt_event_get_slot (item), event);
      break;
    case 3:
      khatt_timeline_set_direction (timeline, g_rand_boolean (random));
      break;
    default:
      khatt_timeline_add (timeline, event);
    }
}

static void
random_step (KhattTimeline *timeline, GRand *random)
{
  int n_edits = g_rand_int_range (random, 0, 20) == 0 ? 100 : g_rand_int_range (random, 1, 5);

  khatt_timeline_begin_step (timeline, "step");
  for (int i = 0; i < n_edits; i++)
    random_edit (timeline, random);
  khatt_timeline_end_step (timeline);
}

/* Each sequence: some steps, then back and forth; undoing k steps gives what was before them. */
static void
test_a_thousand_sequences_of_edits_and_undos (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20250808);

  for (guint sequence = 0; sequence < 1000; sequence++)
    {
      g_autoptr (KhattTimeline) timeline = khatt_timeline_new ();
      g_autoptr (GPtrArray) dumps = g_ptr_array_new_with_free_func (g_free);
      TimelineMirror mirror;
      guint n_done = 0;

      timeline_mirror_start (&mirror, timeline);
      g_ptr_array_add (dumps, dump (timeline));
      for (guint i = 0; i < 24; i++)
        {
          g_autofree char *now = NULL;
          int choice = g_rand_int_range (random, 0, 4);

          if (choice == 0 && n_done > 0)
            {
              khatt_timeline_undo (timeline);
              n_done--;
            }
          else if (choice == 1 && n_done + 1 < dumps->len)
            {
              khatt_timeline_redo (timeline);
              n_done++;
            }
          else
            {
              guint64 revision = khatt_timeline_get_revision (timeline);
              guint n_changed = mirror.n_changed;

              random_step (timeline, random);
              if (mirror.n_changed == n_changed)
                continue;
              g_assert_cmpuint (khatt_timeline_get_revision (timeline), >, revision);
              n_done++;
              g_ptr_array_set_size (dumps, (int) n_done);
              g_ptr_array_add (dumps, dump (timeline));
            }
          now = dump (timeline);
          g_assert_cmpstr (now, ==, g_ptr_array_index (dumps, n_done));
        }
      while (khatt_timeline_can_undo (timeline))
        khatt_timeline_undo (timeline);
      {
        g_autofree char *now = dump (timeline);

        g_assert_cmpstr (now, ==, g_ptr_array_index (dumps, 0));
      }
      timeline_mirror_stop (&mirror, timeline);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add_func ("/undo/" path, function)
  ADD ("steps-have-names-and-nest", test_steps_have_names_and_nest);
  ADD ("an-empty-step-keeps-what-could-be-redone", test_an_empty_step_keeps_what_could_be_redone);
  ADD ("a-slot-is-never-given-again", test_a_slot_is_never_given_again);
  ADD ("modified-follows-saving-and-undo", test_modified_follows_saving_and_undo);
  ADD ("articles-are-undone-and-keep-their-place", test_articles_are_undone_and_keep_their_place);
  ADD ("a-thousand-sequences-of-edits-and-undos", test_a_thousand_sequences_of_edits_and_undos);
  return g_test_run ();
}
