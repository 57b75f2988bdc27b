/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Filters as JSON: what is written is read again, and what cannot be read is told of. */

#include "khatt-filter-json.h"

#include "khatt-limits.h"

static const struct
{
  const char *json;
  const char *written; /* NULL: the same; "": it is no filter */
  const char *extra;
  const char *wrong;
} cases[] = {
  { "{}" },
  { "{\"actors\":[\"شي\",\"a\\\"b\"]}" },
  { "{\"actors\":[\"a\",\"b\"],\"all_actors\":true,\"countries\":[\"EG\"],\"kinds\":[\"call\","
    "\"visit\"],\"statuses\":[\"planned\"],\"publishers\":[\"p\"],\"articles\":[\"a1\"],\"tags\":["
    "\"t\"],"
    "\"from\":\"2025-08-01\",\"to\":\"2025-08-31\"}" },
  { "{\"from\":\"2025-08-01\"}" },
  { "{\"to\":\"2025-08-01T10:00:00Z\"}" },
  { "{\"from\":\"2025-08\",\"to\":\"2025\"}", "{\"from\":\"2025-08-01\",\"to\":\"2025-12-31\"}" },
  { "{\"kinds\":[\"visit\",\"call\"]}", "{\"kinds\":[\"call\",\"visit\"]}" },
  { "{\"actors\":null,\"all_actors\":false,\"tags\":[]}", "{}" },
  { "{\"x\":{\"kinds\":[\"no\"]},\"tags\":[\"t\"],\"y\":[1,[true]]}", "{\"tags\":[\"t\"]}",
    "\"x\":{\"kinds\":[\"no\"]},\"y\":[1,[true]]" },
  { "{\"kinds\":[\"treaty\",\"call\"]}", "{\"kinds\":[\"call\"]}", NULL, "kinds" },
  { "{\"statuses\":\"planned\"}", "{}", NULL, "statuses" },
  { "{\"tags\":[\"a\",1,\"b\"]}", "{\"tags\":[\"a\",\"b\"]}", NULL, "tags" },
  { "{\"tags\":[\"a\",[\"b\"],{\"kinds\":[\"call\"]},\"c\"]}", "{\"tags\":[\"a\",\"c\"]}", NULL,
    "tags" },
  { "{\"tags\":{\"kinds\":[\"call\"]},\"kinds\":[\"visit\"]}", "{\"kinds\":[\"visit\"]}", NULL,
    "tags" },
  { "{\"all_actors\":\"yes\"}", "{}", NULL, "all_actors" },
  { "{\"all_actors\":1}", "{}", NULL, "all_actors" },
  { "{\"from\":\"soon\"}", "{}", NULL, "from" },
  { "{\"to\":[\"2025\"]}", "{}", NULL, "to" },
  { "[]", "" },
  { "\"call\"", "" },
  { "7", "" },
  { "{\"kinds\":[", "" },
  { "", "" },
};

static void
test_written_is_read (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *extra = NULL;
      g_autofree char *wrong = NULL;
      g_autofree char *written = NULL;
      g_autoptr (KhattFilter) filter = khatt_filter_from_json (cases[i].json, &extra, &wrong);
      g_autoptr (KhattFilter) again = NULL;
      const char *expected = cases[i].written != NULL ? cases[i].written : cases[i].json;

      g_test_message ("%s", cases[i].json);
      g_assert_cmpint (filter == NULL, ==, *expected == '\0');
      if (filter == NULL)
        continue;
      written = khatt_filter_to_json (filter);
      g_assert_cmpstr (written, ==, expected);
      g_assert_cmpstr (extra, ==, cases[i].extra);
      g_assert_cmpstr (wrong, ==, cases[i].wrong);
      again = khatt_filter_from_json (written, NULL, NULL);
      g_assert_true (khatt_filter_equal (filter, again));
    }
}

static void
test_depth_has_a_limit (void)
{
  for (guint beyond = 0; beyond <= 1; beyond++)
    {
      guint depth = KHATT_LIMIT_DEPTH - 1 + beyond; /* of lists in the object */
      g_autoptr (GString) json = g_string_new ("{\"x\":");
      g_autoptr (KhattFilter) filter = NULL;

      for (guint i = 0; i < depth; i++)
        g_string_append_c (json, '[');
      for (guint i = 0; i < depth; i++)
        g_string_append_c (json, ']');
      g_string_append_c (json, '}');
      filter = khatt_filter_from_json (json->str, NULL, NULL);
      g_assert_cmpint (filter != NULL, ==, beyond == 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/filter-json/what-is-written-is-read", test_written_is_read);
  g_test_add_func ("/filter-json/depth-has-a-limit", test_depth_has_a_limit);
  return g_test_run ();
}
