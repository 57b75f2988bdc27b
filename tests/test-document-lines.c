/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Large documents are read by several threads, a run of lines each. Whatever stands in the lines,
 * what comes out is what reading them one after another gives: the same document with a blank
 * before each line is no such run, and is read in the plain way. */

#include "khatt-issue.h"
#include "khatt-load.h"
#include "khatt-save.h"

#include <string.h>

#define N_LINES 9000 /* several times what one thread is given at once */

static GString *
begin_document (void)
{
  GString *text = g_string_new ("{\"format\":\"khatt-timeline\",\"version\":1,\"articles\":[\n");

  g_string_append (text, "{\"id\":\"a1\",\"text\":\"نص قصير\"}\n],\n\"events\":[\n");
  return text;
}

static void
add_line (GString *text, guint i)
{
  static const char *const kinds[] = { "call", "visit", "عجيب", "summit", "meeting" };

  g_string_append_printf (
      text,
      "{\"id\":\"e%u\",\"kind\":\"%s\",\"title\":\"عنوان الحدث رقم %u كما ورد في الخبر\","
      "\"date\":\"20%02u-%02u-%02u\",\"actors\":[{\"name\":\"الطرف %u\",\"country\":\"EG\"},"
      "{\"name\":\"Party %u\"}],\"place\":\"مدينة %u\",\"tags\":[\"وسم %u\"],"
      "\"quotes\":[{\"speaker\":\"متحدث %u\",\"text\":\"كلام\",\"source\":\"a1\",\"span\":[0,2]}],"
      "\"sources\":[{\"attribution\":\"صحيفة، ص %u\",\"rules\":[\"rule.%u\",\"other\"],"
      "\"confidence\":0.5}],\"mine\":{\"x\":%u}}",
      i, kinds[i % G_N_ELEMENTS (kinds)], i, i % 30, 1 + i % 12, 1 + i % 28, i % 40, i % 17, i % 23,
      i % 11, i % 31, i % 500, i % 3, i);
}

static void
end_document (GString *text)
{
  g_string_append (text, "\n],\n\"bookmarks\":[]}\n");
}

/* Each line with a blank before it. */
static char *
make_plain (const GString *text)
{
  GString *plain = g_string_new (NULL);

  for (gsize i = 0; i < text->len; i++)
    {
      if (text->str[i] == '{' && (i == 0 || text->str[i - 1] == '\n'))
        g_string_append_c (plain, ' ');
      g_string_append_c (plain, text->str[i]);
    }
  return g_string_free (plain, FALSE);
}

static char *
describe (KhattLoaded *loaded)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (loaded->timeline);
  g_autoptr (GBytes) bytes = khatt_save_bytes (snapshot, "khatt", NULL, NULL);
  GString *text =
      g_string_new_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));

  for (guint i = 0; i < loaded->issues->len; i++)
    {
      const KhattIssue *issue = g_ptr_array_index (loaded->issues, i);

      /* The blank moves columns. */
      g_string_append_printf (text, "%d: %s\n", issue->line, issue->message);
    }
  g_string_append_printf (text, "%d %d\n", loaded->has_losses, loaded->is_read_only);
  return g_string_free (text, FALSE);
}

static char *
load (const char *text, gsize length, guint n_jobs)
{
  const KhattLoadOptions options = { .n_jobs = n_jobs };
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);
  g_autoptr (GError) error = NULL;
  KhattLoaded *loaded = khatt_load_bytes (bytes, "made.khatt", &options, NULL, &error);
  char *description;

  if (loaded == NULL)
    {
      const char *colon = strstr (error->message, "column");

      /* Up to the column. */
      return g_strndup (error->message,
                        colon != NULL ? (gsize) (colon - error->message) : strlen (error->message));
    }
  description = describe (loaded);
  khatt_loaded_free (loaded);
  return description;
}

static void
compare (const GString *text)
{
  g_autofree char *plain = make_plain (text);
  g_autofree char *expected = load (plain, strlen (plain), 1);

  for (guint n_jobs = 1; n_jobs <= 4; n_jobs++)
    {
      g_autofree char *found = load (text->str, text->len, n_jobs);

      g_assert_true (strcmp (found, expected) == 0);
    }
}

/* A document with something in place of some of its lines. */
static void
check_with (const char *odd_line, guint at, guint every)
{
  g_autoptr (GString) text = begin_document ();

  for (guint i = 0; i < N_LINES; i++)
    {
      if (i > 0)
        g_string_append (text, ",\n");
      if (odd_line != NULL && i >= at && (i - at) % every == 0)
        g_string_append (text, odd_line);
      else
        add_line (text, i);
    }
  end_document (text);
  compare (text);
}

static void
test_plain_lines (void)
{
  check_with (NULL, 0, 1);
}

typedef struct
{
  const char *name;
  const char *line;
  guint at;
  guint every;
} OddLine;

static const OddLine odd_lines[] = {
  { "taken-ids", "{\"id\":\"e7\",\"title\":\"again\"}", 100, 1000 },
  { "no-ids", "{\"title\":\"nameless\"}", 10, 7 },
  { "foreign-words", "{\"id\":\"x\",\"kind\":\"odd\",\"status\":\"odder\",\"date\":\"oddest\"}", 5,
    900 },
  { "too-many-issues", "{\"date\":\"oddest\"}", 5, 3 },
  { "spans-beyond", "{\"sources\":[{\"article\":\"a1\",\"span\":[0,900]}]}", 50, 4000 },
  { "articles-unknown", "{\"sources\":[{\"article\":\"a9\",\"span\":[0,1]}]}", 50, 4000 },
  { "half-characters", "{\"id\":\"h\",\"title\":\"\\ud800 \\u0000\"}", 4321, N_LINES },
  { "other-values", "{\"id\":[1],\"title\":{\"a\":2},\"actors\":[{\"office\":\"x\"},3]}", 3000,
    2000 },
  { "no-objects", "17", 4500, N_LINES },
  { "two-on-a-line", "{\"id\":\"t1\"},{\"id\":\"t2\"}", 2500, N_LINES },
  { "over-lines",
    "{\"id\":\"o\",\"actors\":[{\"name\":\"one\"},\n{\"name\":\"two\"}],\n\"title\":\"x\"}", 3500,
    1200 },
  { "an-empty-line", "\n{\"id\":\"after\"}", 4000, N_LINES },
  { "no-json", "{\"id\":\"broken\",\"title\":}", 5000, N_LINES },
  { "never-closed", "{\"id\":\"open\",\"actors\":[{\"name\":\"x\"}", 5000, N_LINES },
  { "closed-too-often", "{\"id\":\"c\"}],\"events\":[{\"id\":\"d\"}", 6000, N_LINES },
  { "closed-within", "{\"id\":\"c\"}],\"events\":[{\"id\":\"d\"},\n{\"id\":\"f\"}", 6000, N_LINES },
  { "two-commas", "{\"id\":\"c\"},", 7000, N_LINES },
};

static void
test_odd_line (gconstpointer data)
{
  const OddLine *odd = data;

  check_with (odd->line, odd->at, odd->every);
}

static void
test_ends (void)
{
  static const char *const ends[] = { "", ",\n", "\n]", ",\n]}", "\n]}\n]", ",\n{\"id\":" };

  for (gsize k = 0; k < G_N_ELEMENTS (ends); k++)
    {
      g_autoptr (GString) text = begin_document ();

      for (guint i = 0; i < N_LINES; i++)
        {
          if (i > 0)
            g_string_append (text, ",\n");
          add_line (text, i);
        }
      g_string_append (text, ends[k]);
      compare (text);
    }
}

static void
test_line_ends (void)
{
  g_autoptr (GString) text = begin_document ();
  g_autofree char *expected = NULL;
  g_autofree char *found = NULL;

  for (guint i = 0; i < N_LINES; i++)
    {
      if (i > 0)
        g_string_append (text, ",\n");
      add_line (text, i);
    }
  end_document (text);
  expected = load (text->str, text->len, 2);
  g_string_replace (text, ",\n{", ", \t\r\n{", 0);
  found = load (text->str, text->len, 2);
  g_assert_cmpint (strcmp (found, expected), ==, 0);
}

static void
test_cancelled (void)
{
  g_autoptr (GString) text = begin_document ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < N_LINES; i++)
    {
      add_line (text, i);
      g_string_append (text, ",\n");
    }
  g_cancellable_cancel (cancellable);
  bytes = g_bytes_new (text->str, text->len);
  g_assert_null (khatt_load_bytes (bytes, "made.khatt", NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document-lines/plain-lines", test_plain_lines);
  for (gsize i = 0; i < G_N_ELEMENTS (odd_lines); i++)
    {
      g_autofree char *path = g_strdup_printf ("/document-lines/odd/%s", odd_lines[i].name);

      g_test_add_data_func (path, &odd_lines[i], test_odd_line);
    }
  g_test_add_func ("/document-lines/ends", test_ends);
  g_test_add_func ("/document-lines/line-ends", test_line_ends);
  g_test_add_func ("/document-lines/cancelled", test_cancelled);

  return g_test_run ();
}
