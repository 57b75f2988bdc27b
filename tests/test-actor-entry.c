/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "khatt-actor-entry.h"

#include <string.h>

/* As documents have it: an entry a line. */
static const char section[] =
    "[\n{\"name\":\"Lavrov\",\"aliases\":[\"S. Lavrov\",\"لافروف\"],\"country\":\"RU\","
    "\"color\":\"#a00\"},\n"
    "{\"name\":\"Rutte \\\"M\\\"\",\"kind\":\"person\",\"names\":{\"en\":\"Mark Rutte\","
    "\"ar\":\"مارك روته\",\"nl\":\"Mark\"},\"office\":\"Secretary\",\"x\":{\"y\":[1,\"]\"]}},\n"
    "7,\n{\"kind\":\"state\"},\n{\"name\":\"NATO\",\"aliases\":\"the alliance\",\"kind\":5}\n]";

static void
test_find (void)
{
  g_autoptr (KhattActorEntry) lavrov = khatt_actor_section_find (section, "Lavrov");
  g_autoptr (KhattActorEntry) rutte = khatt_actor_section_find (section, "Rutte \"M\"");
  g_autoptr (KhattActorEntry) nato = khatt_actor_section_find (section, "NATO");

  g_assert_cmpuint (lavrov->aliases->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (lavrov->aliases, 1), ==, "لافروف");
  g_assert_cmpstr (lavrov->country, ==, "RU");
  g_assert_cmpstr (lavrov->extra, ==, "\"color\":\"#a00\"");
  g_assert_null (lavrov->kind);

  g_assert_cmpstr (rutte->kind, ==, "person");
  g_assert_cmpstr (rutte->english, ==, "Mark Rutte");
  g_assert_cmpstr (rutte->arabic, ==, "مارك روته");
  g_assert_cmpstr (rutte->other_names, ==, "\"nl\":\"Mark\"");
  g_assert_cmpstr (rutte->office, ==, "Secretary");
  g_assert_cmpstr (rutte->extra, ==, "\"x\":{\"y\":[1,\"]\"]}");

  /* Members of another form are kept, and mean nothing. */
  g_assert_cmpuint (nato->aliases->len, ==, 0);
  g_assert_null (nato->kind);
  g_assert_cmpstr (nato->extra, ==, "\"aliases\":\"the alliance\",\"kind\":5");

  g_assert_null (khatt_actor_section_find (section, "Nobody"));
  g_assert_null (khatt_actor_section_find (NULL, "Lavrov"));
}

/* A change of one entry leaves every other byte as it was. */
static void
test_put (void)
{
  static const char *const names[] = { "Lavrov", "Rutte \"M\"", "NATO" };
  g_autofree char *same = NULL;
  g_autofree char *without = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (KhattActorEntry) entry = khatt_actor_section_find (section, names[i]);
      g_autofree char *written = khatt_actor_section_put (section, names[i], entry);
      g_autoptr (KhattActorEntry) again = khatt_actor_section_find (written, names[i]);
      g_autofree char *twice = khatt_actor_section_put (written, names[i], again);

      g_assert_cmpstr (twice, ==, written);
      g_assert_cmpstr (again->extra, ==, entry->extra);
      g_assert_cmpstr (again->other_names, ==, entry->other_names);
      g_assert_cmpuint (again->aliases->len, ==, entry->aliases->len);
    }

  without = khatt_actor_section_put (section, "Rutte \"M\"", NULL);
  g_assert_cmpstr (
      without, ==,
      "[\n{\"name\":\"Lavrov\",\"aliases\":[\"S. Lavrov\",\"لافروف\"],\"country\":\"RU\","
      "\"color\":\"#a00\"},\n7,\n{\"kind\":\"state\"},\n"
      "{\"name\":\"NATO\",\"aliases\":\"the alliance\",\"kind\":5}\n]");
  same = khatt_actor_section_put (section, "Nobody", NULL);
  g_assert_cmpstr (same, ==, section);
}

#define EU                                                                                         \
  "{\"name\":\"EU\",\"kind\":\"organisation\",\"names\":{\"ar\":\"الاتحاد\"},"              \
  "\"aliases\":[\"Union, \\\"the\\\"\"]}"

static void
test_put_new (void)
{
  static const struct
  {
    const char *section;
    const char *expected;
  } cases[] = {
    { NULL, "[\n" EU "\n]" },
    { "[]", "[\n" EU "\n]" },
    { "{\"a\":[1]}", "[\n{\"a\":[1]},\n" EU "\n]" },
    { "[{\"name\":\"EU\",\"kind\":5,\"office\":[]}]", "[\n" EU "\n]" },
  };
  g_autoptr (KhattActorEntry) entry = khatt_actor_entry_new ("EU");
  g_autofree char *gone = NULL;

  g_assert_null (khatt_actor_section_put (NULL, "EU", entry));
  entry->kind = g_strdup ("organisation");
  entry->arabic = g_strdup ("الاتحاد");
  g_ptr_array_add (entry->aliases, g_strdup ("Union, \"the\""));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *written = khatt_actor_section_put (cases[i].section, "EU", entry);

      g_assert_cmpstr (written, ==, cases[i].expected);
      gone = khatt_actor_section_put (written, "EU", NULL);
      g_assert_cmpstr (gone, ==, i == 2 ? "[\n{\"a\":[1]}\n]" : NULL);
      g_clear_pointer (&gone, g_free);
    }
}

static void
test_rename (void)
{
  static const struct
  {
    const char *name;
    const char *new_name;
    const char *expected;
  } cases[] = {
    { "A", "C",
      "[\n{\"name\":\"C\",\"kind\":\"person\",\"aliases\":[\"a\",\"x\"]},\n"
      "{\"name\":\"B\",\"aliases\":[\"x\"],\"office\":\"o\"}\n]" },
    { "A", "B",
      "[\n{\"name\":\"B\",\"kind\":\"person\",\"aliases\":[\"x\",\"a\"],\"office\":\"o\"}\n]" },
    { "A", "A", NULL },
    { "Nobody", "B", NULL },
  };
  static const char before[] =
      "[\n{\"name\":\"A\",\"kind\":\"person\",\"aliases\":[\"a\",\"x\"]},\n"
      "{\"name\":\"B\",\"aliases\":[\"x\"],\"office\":\"o\"}\n]";

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *after =
          khatt_actor_section_rename (before, cases[i].name, cases[i].new_name);

      g_assert_cmpstr (after, ==, cases[i].expected != NULL ? cases[i].expected : before);
    }
  g_assert_null (khatt_actor_section_rename (NULL, "A", "B"));
}

static void
test_spellings (void)
{
  g_autoptr (GHashTable) spellings = khatt_actor_section_list_spellings (section);
  g_autoptr (GHashTable) none = khatt_actor_section_list_spellings (NULL);

  g_assert_cmpuint (g_hash_table_size (spellings), ==, 2);
  g_assert_cmpstr (g_hash_table_lookup (spellings, "Lavrov"), ==, "S. Lavrov\nلافروف");
  g_assert_cmpstr (g_hash_table_lookup (spellings, "Rutte \"M\""), ==, "مارك روته\nMark Rutte");
  g_assert_cmpuint (g_hash_table_size (none), ==, 0);
}

/* What is no JSON at all is an end, never more. */
static void
test_broken (void)
{
  for (gsize length = 0; length < strlen (section); length++)
    {
      g_autofree char *cut = g_strndup (section, length);
      g_autoptr (GHashTable) spellings = khatt_actor_section_list_spellings (cut);

      g_assert_cmpuint (g_hash_table_size (spellings), <=, 2);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/actor-entry/find", test_find);
  g_test_add_func ("/actor-entry/put", test_put);
  g_test_add_func ("/actor-entry/put-new", test_put_new);
  g_test_add_func ("/actor-entry/rename", test_rename);
  g_test_add_func ("/actor-entry/spellings", test_spellings);
  g_test_add_func ("/actor-entry/broken", test_broken);
  return g_test_run ();
}
