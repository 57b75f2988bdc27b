/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "khatt-read-values.h"

#include "khatt-load.h"

static const char *const document =
    "{\"format\":\"khatt-timeline\",\"version\":1,\"articles\":["
    "{\"id\":\"a1\",\"text\":\"قال الوزير كلاما\"}],\n\"events\":[\n"
    "{\"id\":\"e1\",\"kind\":\"call\",\"title\":\"عنوان \\\"مقروء\\\", "
    "{[\",\"date\":\"2025-08-08\","
    "\"actors\":[{\"name\":\"أ\",\"country\":\"EG\",\"role\":\"initiator\"},{\"name\":\"ب\"}],"
    "\"quotes\":[{\"speaker\":\"أ\",\"text\":\"كلاما\",\"source\":\"a1\",\"span\":[11,16]}],"
    "\"sources\":[{\"article\":\"a1\",\"span\":[0,16],\"rules\":[\"x\"]}]},\n"
    "{\"id\":\"e2\",\"kind\":\"visit\",\"start\":\"[2025-08-01..2025-08-03]\",\"end\":\"2025-08-"
    "09\"},\n"
    "{\"id\":\"e3\",\"kind\":\"visit\",\"origin\":\"person\"}\n]}";

static KhattSnapshot *
load (void)
{
  const KhattLoadOptions options = { .format = "khatt" };
  g_autoptr (GBytes) bytes = g_bytes_new_static (document, strlen (document));
  g_autoptr (GError) error = NULL;
  g_autoptr (KhattLoaded) loaded = khatt_load_bytes (bytes, "test", &options, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (loaded->issues->len, ==, 0);
  return khatt_timeline_ref_snapshot (loaded->timeline);
}

static void
set (char **string, const char *value)
{
  g_free (*string);
  *string = g_strdup (value);
}

static void
test_changes_and_restores (void)
{
  g_autoptr (KhattSnapshot) snapshot = load ();
  g_autoptr (KhattEventData) before = khatt_snapshot_dup_event (snapshot, 0);
  g_autoptr (KhattEventData) after = khatt_event_data_copy (before);
  g_autoptr (KhattEventData) restored = NULL;

  khatt_read_values_keep (snapshot, before, after);
  g_assert_null (after->read);
  after->kind = KHATT_KIND_MEETING;
  after->status = KHATT_STATUS_CANCELLED;
  after->importance = 3;
  after->date = KHATT_DATE_NONE;
  set (&after->title, "آخر");
  set (&after->place, "موسكو");
  g_ptr_array_set_size (after->actors, 1);
  g_ptr_array_set_size (after->quotes, 0);
  khatt_event_data_add_tag (after, "وسم");
  khatt_read_values_keep (snapshot, before, after);
  g_assert_cmpstr (
      after->read, ==,
      "{\"kind\":\"call\",\"title\":\"عنوان \\\"مقروء\\\", {[\",\"date\":\"2025-08-08\","
      "\"status\":null,\"actors\":[{\"name\":\"أ\",\"country\":\"EG\",\"role\":\"initiator\"},"
      "{\"name\":\"ب\"}],\"place\":null,"
      "\"quotes\":[{\"speaker\":\"أ\",\"text\":\"كلاما\",\"source\":\"a1\",\"span\":[11,16]}],"
      "\"tags\":null,\"importance\":null}");
  g_assert_true (khatt_read_values_has (after, "status"));
  g_assert_false (khatt_read_values_has (after, "notes"));
  g_assert_true (khatt_read_values_differ (snapshot, before, after, "place"));
  g_assert_false (khatt_read_values_differ (snapshot, before, after, "color"));

  restored = khatt_read_values_restore (snapshot, after);
  g_assert_true (khatt_event_data_equal (restored, before));
}

/* The first value is what was read, whatever is changed after it; and what is as it was read is not
 * changed. */
static void
test_first_value_stays (void)
{
  g_autoptr (KhattSnapshot) snapshot = load ();
  g_autoptr (KhattEventData) before = khatt_snapshot_dup_event (snapshot, 0);
  g_autoptr (KhattEventData) first = khatt_event_data_copy (before);
  g_autoptr (KhattEventData) second = NULL;
  g_autoptr (KhattEventData) third = NULL;

  set (&first->title, "أول");
  set (&first->read, "{\"mine\":[{\"title\":1}]}");
  set (&before->read, "{\"mine\":[{\"title\":1}]}");
  khatt_read_values_keep (snapshot, before, first);
  second = khatt_event_data_copy (first);
  set (&second->title, "ثان");
  set (&second->place, "موسكو");
  khatt_read_values_keep (snapshot, first, second);
  g_assert_cmpstr (
      second->read, ==,
      "{\"title\":\"عنوان \\\"مقروء\\\", {[\",\"place\":null,\"mine\":[{\"title\":1}]}");
  third = khatt_event_data_copy (second);
  set (&third->title, before->title);
  set (&third->place, NULL);
  khatt_read_values_keep (snapshot, second, third);
  g_assert_cmpstr (third->read, ==, "{\"mine\":[{\"title\":1}]}");
  g_assert_true (khatt_event_data_equal (third, before));
}

static void
test_two_ended_date (void)
{
  g_autoptr (KhattSnapshot) snapshot = load ();
  g_autoptr (KhattEventData) before = khatt_snapshot_dup_event (snapshot, 1);
  g_autoptr (KhattEventData) after = khatt_event_data_copy (before);
  g_autoptr (KhattEventData) restored = NULL;

  after->date = khatt_date_from_day (2025, 8, 8);
  khatt_read_values_keep (snapshot, before, after);
  g_assert_cmpstr (after->read, ==,
                   "{\"start\":\"[2025-08-01..2025-08-03]\",\"end\":\"2025-08-09\"}");
  g_assert_true (khatt_read_values_has (after, "date"));
  restored = khatt_read_values_restore (snapshot, after);
  g_assert_true (khatt_event_data_equal (restored, before));
}

static void
test_what_a_person_entered_was_not_read (void)
{
  g_autoptr (KhattSnapshot) snapshot = load ();
  g_autoptr (KhattEventData) before = khatt_snapshot_dup_event (snapshot, 2);
  g_autoptr (KhattEventData) after = khatt_event_data_copy (before);

  set (&after->title, "عنوان");
  khatt_read_values_keep (snapshot, before, after);
  g_assert_null (after->read);
}

/* Documents come from anywhere. */
static void
test_odd_values_are_survived (void)
{
  static const char *const odd[] = {
    "{}",
    "{\"title\":{}}",
    "{\"kind\":7,\"date\":[\"x\"],\"actors\":\"x;y\"}",
    "{\"title\":null,\"title\":\"\"}",
    "[1,2]",
  };
  g_autoptr (KhattSnapshot) snapshot = load ();

  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      g_autoptr (KhattEventData) event = khatt_snapshot_dup_event (snapshot, 0);
      g_autoptr (KhattEventData) after = khatt_event_data_copy (event);
      g_autoptr (KhattEventData) restored = NULL;

      set (&event->read, odd[i]);
      khatt_read_values_keep (snapshot, event, after);
      restored = khatt_read_values_restore (snapshot, event);
      g_assert_cmpstr (restored->id, ==, "e1");
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/read-values/changes-and-restores", test_changes_and_restores);
  g_test_add_func ("/read-values/first-value-stays", test_first_value_stays);
  g_test_add_func ("/read-values/two-ended-date", test_two_ended_date);
  g_test_add_func ("/read-values/what-a-person-entered-was-not-read",
                   test_what_a_person_entered_was_not_read);
  g_test_add_func ("/read-values/odd-values-are-survived", test_odd_values_are_survived);
  return g_test_run ();
}
