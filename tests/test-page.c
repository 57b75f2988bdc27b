/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Saved web pages against files: tests/data/pages/NAME.html.in is decoded and taken apart, and what
 * it says about itself and its main text are compared with NAME.html.expected. With
 * KHATT_TEST_UPDATE set the expectations are written anew. Then pages that no file should hold. */

#include "khatt-decoder.h"
#include "khatt-issue.h"
#include "khatt-limits.h"
#include "khatt-load.h"
#include "khatt-page.h"

#include <string.h>

#define PROSE                                                                                      \
  "<p>بحث الوزيران، في اتصال هاتفي، العلاقات بين البلدين، وسبل دعمها في المجالات كافة.</p>"
#define PROSE_TEXT                                                                                 \
  "بحث الوزيران، في اتصال هاتفي، العلاقات بين البلدين، وسبل دعمها في المجالات كافة."

static gboolean
append_text (const char *text, gsize length, gpointer data)
{
  g_string_append_len (data, text, (gssize) length);
  return TRUE;
}

static char *
decode (const char *bytes, gsize length)
{
  g_autoptr (GPtrArray) issues = khatt_issues_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (KhattDecoder) decoder = khatt_decoder_new (NULL, issues, append_text, text);

  khatt_decoder_feed (decoder, (const guint8 *) bytes, length);
  khatt_decoder_finish (decoder);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
dump (const char *bytes, gsize length)
{
  static const char *const names[KHATT_N_PAGE_FACTS] = { "title", "published", "publisher",
                                                         "address" };
  g_autofree char *html = decode (bytes, length);
  g_autoptr (KhattPage) page = khatt_page_parse (html, strlen (html));
  g_autofree char *text = khatt_page_dup_text (page);
  g_autoptr (GString) result = g_string_new (NULL);

  for (guint i = 0; i < KHATT_N_PAGE_FACTS; i++)
    {
      if (page->facts[i] != NULL)
        g_string_append_printf (result, "%s: %s\n", names[i], page->facts[i]);
    }
  g_string_append_printf (result, "----\n%s", text);
  return g_string_free (g_steal_pointer (&result), FALSE);
}

static void
test_pair (gconstpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "pages", data, NULL);
  g_autofree char *stem = g_strndup (path, strlen (path) - strlen (".in"));
  g_autofree char *expected_path = g_strconcat (stem, ".expected", NULL);
  g_autofree char *bytes = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *found = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  found = dump (bytes, length);
  if (g_getenv ("KHATT_TEST_UPDATE") != NULL)
    g_assert_true (g_file_set_contents (expected_path, found, -1, NULL));
  g_assert_true (g_file_get_contents (expected_path, &expected, NULL, NULL));
  g_assert_cmpstr (found, ==, expected);
}

static void
assert_text (const char *html, gsize length, const char *expected)
{
  g_autoptr (KhattPage) page = khatt_page_parse (html, length);
  g_autofree char *text = khatt_page_dup_text (page);

  g_assert_cmpstr (text, ==, expected);
}

static void
repeat (GString *text, const char *what, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append (text, what);
}

/* Nothing recurses, and nothing climbs from each line to the root. */
static void
test_deep (void)
{
  static const char *const tags[] = { "<div>",     "<blockquote>",   "<b>", "<span>x", "<ul><li>",
                                      "<article>", "<table><tr><td>" };

  for (gsize i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      g_autoptr (GString) html = g_string_new ("<html><body>");

      repeat (html, tags[i], 100000);
      g_string_append (html, PROSE);
      if (i < 3)
        assert_text (html->str, html->len, PROSE_TEXT "\n");
      else
        khatt_page_free (khatt_page_parse (html->str, html->len));
    }
}

static void
test_deep_with_prose (void)
{
  g_autoptr (GString) html = g_string_new ("<html><body>");
  g_autoptr (KhattPage) page = NULL;
  g_autofree char *text = NULL;

  repeat (html, "<blockquote>" PROSE, 20000);
  page = khatt_page_parse (html->str, html->len);
  text = khatt_page_dup_text (page);
  g_assert_cmpuint (page->lines->len, ==, 20000);
  g_assert_cmpuint (strlen (text), ==, 20000 * strlen (PROSE_TEXT "\n\n") - 1);
}

static void
test_huge_attribute (void)
{
  g_autoptr (GString) html = g_string_new ("<html><body><div class=\"");

  repeat (html, "share ", 200000);
  g_string_append (html, "\">" PROSE "</div></body></html>");
  /* All prose is in it: its name deceives. */
  assert_text (html->str, html->len, PROSE_TEXT "\n");
}

static void
test_deep_data (void)
{
  g_autoptr (GString) html = g_string_new ("<script type=\"application/ld+json\">");
  g_autoptr (KhattPage) page = NULL;

  repeat (html, "[", 100000);
  g_string_append (html, "</script><title>t</title>" PROSE);
  page = khatt_page_parse (html->str, html->len);
  g_assert_cmpstr (page->facts[KHATT_PAGE_TITLE], ==, "t");
}

static void
test_data_in_depth (void)
{
  for (guint depth = KHATT_LIMIT_DEPTH - 1; depth <= KHATT_LIMIT_DEPTH; depth++)
    {
      g_autoptr (GString) html = g_string_new ("<script type=\"application/ld+json\">");
      g_autoptr (KhattPage) page = NULL;

      repeat (html, "[", depth);
      g_string_append (html, "{\"@type\":\"Article\",\"headline\":\"t\"}");
      repeat (html, "]", depth);
      g_string_append (html, "</script>");
      page = khatt_page_parse (html->str, html->len);
      g_assert_cmpstr (page->facts[KHATT_PAGE_TITLE], ==, depth < KHATT_LIMIT_DEPTH ? "t" : NULL);
    }
}

static void
test_days (void)
{
  static const struct
  {
    const char *stamp;
    const char *day;
  } cases[] = {
    { "2025-08-08", "2025-08-08" },
    { "2025-08-08T23:59:59-05:00", "2025-08-08" },
    { " 2025-08-08 10:00 ", "2025-08-08" },
    { "2025/8/8", "2025-08-08" },
    { "20250808", "2025-08-08" },
    { "20250808T101500Z", "2025-08-08" },
    { "2025-02-30", NULL },
    { "2025-08", NULL },
    { "202508081", NULL },
    { "Fri, 08 Aug 2025", NULL },
    { "2025--1-08", NULL },
    { "", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *html = g_strdup_printf (
          "<meta property=\"article:published_time\" content=\"%s\">" PROSE, cases[i].stamp);
      g_autoptr (KhattPage) page = khatt_page_parse (html, strlen (html));

      g_test_message ("%s", cases[i].stamp);
      g_assert_cmpstr (page->facts[KHATT_PAGE_PUBLISHED], ==, cases[i].day);
    }
}

static void
test_no_lexicon (void)
{
  const KhattLoadOptions options = { .format = "html" };
  g_autoptr (GBytes) bytes = g_bytes_new_static (PROSE, strlen (PROSE));
  g_autoptr (GError) error = NULL;

  g_assert_null (khatt_load_bytes (bytes, "a.html", &options, NULL, &error));
  g_assert_error (error, KHATT_FILES_ERROR, KHATT_FILES_ERROR_FORMAT);
}

static void
test_recognized (void)
{
  static const struct
  {
    const char *name;
    const char *text;
    const char *format;
  } cases[] = {
    { "a.html", PROSE, "html" },
    { "a.HTM", PROSE, "html" },
    { NULL, "<!DOCTYPE html>" PROSE, "html" },
    { NULL, "\n <html>" PROSE, "html" },
    { NULL, PROSE, "text" },
    { "a.txt", "<html>" PROSE, "text" },
  };
  g_autoptr (KhattLexicon) lexicon = khatt_lexicon_new (NULL, 0, NULL);
  const KhattLoadOptions options = { .lexicon = lexicon };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].text, strlen (cases[i].text));
      g_autoptr (GError) error = NULL;
      g_autoptr (KhattLoaded) loaded =
          khatt_load_bytes (bytes, cases[i].name, &options, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (loaded->format, ==, cases[i].format);
    }
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
list_pairs (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "data", "pages", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      if (g_str_has_suffix (name, ".in"))
        g_ptr_array_add (names, g_strdup (name));
    }
  g_ptr_array_sort (names, compare_names);
  return names;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GPtrArray) names = NULL;

  g_test_init (&argc, &argv, NULL);
  names = list_pairs ();
  g_assert_cmpuint (names->len, >, 10);
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autofree char *path = g_strdup_printf ("/page/%.*s", (int) (strlen (name) - 8), name);

      g_test_add_data_func (path, name, test_pair);
    }
  g_test_add_func ("/page/nested-a-hundred-thousand-times", test_deep);
  g_test_add_func ("/page/nested-deeply-with-prose-at-each-level", test_deep_with_prose);
  g_test_add_func ("/page/huge-attribute", test_huge_attribute);
  g_test_add_func ("/page/json-nested-deeply", test_deep_data);
  g_test_add_func ("/page/json-at-the-limit-and-beyond", test_data_in_depth);
  g_test_add_func ("/page/days-of-time-stamps", test_days);
  g_test_add_func ("/page/without-a-lexicon", test_no_lexicon);
  g_test_add_func ("/page/recognized-by-name-and-beginning", test_recognized);
  return g_test_run ();
}
