/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "khatt-issue.h"

static const struct
{
  const char *file;
  int line;
  int column;
  const char *expected;
} cases[] = {
  { "a.csv", 3, 7, "a.csv:3:7: Bad." }, { "a.csv", 3, 0, "a.csv:3: Bad." },
  { "a.csv", 0, 0, "a.csv: Bad." },     { "a.csv", 0, 5, "a.csv: Bad." },
  { NULL, 3, 7, "3:7: Bad." },          { NULL, 0, 0, "Bad." },
};

static void
test_to_string (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) issues = khatt_issues_new ();
      g_autofree char *string = NULL;

      khatt_issues_add (issues, cases[i].file, cases[i].line, cases[i].column, "%s.", "Bad");
      string = khatt_issue_to_string (issues->pdata[0]);
      g_assert_cmpstr (string, ==, cases[i].expected);
    }
}

static void
test_order (void)
{
  g_autoptr (GPtrArray) issues = khatt_issues_new ();

  khatt_issues_add (issues, "a", 2, 0, "second line");
  khatt_issues_add (issues, "a", 1, 0, "first line");
  g_assert_cmpuint (issues->len, ==, 2);
  g_assert_cmpint (((KhattIssue *) issues->pdata[0])->line, ==, 2);
  g_assert_cmpstr (((KhattIssue *) issues->pdata[1])->message, ==, "first line");
}

static void
test_nobody_listens (void)
{
  GPtrArray *issues = NULL;

  khatt_issues_add (issues, "a", 1, 1, "Nobody keeps this.");
  khatt_issue_free (NULL);
  g_assert_null (issues);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/issue/to-string-leaves-out-what-is-not-known", test_to_string);
  g_test_add_func ("/issue/list-keeps-the-order-of-adding", test_order);
  g_test_add_func ("/issue/adding-to-no-list-is-harmless", test_nobody_listens);
  return g_test_run ();
}
