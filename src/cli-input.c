/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files and standard input become one timeline.
 */

#include "cli.h"

#include "khatt-civil.h"
#include "khatt-format.h"
#include "khatt-issue.h"
#include "khatt-lexicon-files.h"

#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <unistd.h>

/* The language of the articles that can be read. */
#define ARTICLE_LANGUAGE "ar"

/* The day that is meant, in days since 1970; 0 where it is no day. */
static gint64
find_today (const KhattCliInput *input)
{
  g_autoptr (GDateTime) now = NULL;
  KhattDate date;

  if (input->today == NULL)
    {
      now = g_date_time_new_now_local ();
      return khatt_days_from_civil (g_date_time_get_year (now), g_date_time_get_month (now),
                                    g_date_time_get_day_of_month (now));
    }
  if (!khatt_date_parse (input->today, -1, &date, NULL) || date.precision != KHATT_PRECISION_DAY ||
      date.flags != 0)
    return 0;
  return khatt_days_from_seconds (khatt_date_first (&date));
}

static gboolean
check_options (const KhattCliInput *input, GError **error)
{
  const KhattFormat *format;
  KhattDate date;

  if (input->from != NULL)
    {
      format = khatt_format_by_name (input->from);
      if (format == NULL || !format->can_read)
        {
          g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                       _ ("“%s” is not a format that can be read."), input->from);
          return FALSE;
        }
    }
  if (input->published != NULL && !khatt_date_parse (input->published, -1, &date, error))
    {
      g_prefix_error (error, "--published=%s: ", input->published);
      return FALSE;
    }
  if (find_today (input) == 0)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _ ("--today=%s: a day was expected, such as 2025-08-08."), input->today);
      return FALSE;
    }
  return TRUE;
}

/* On one line of a terminal, written over and over. */
static void
show_progress (goffset done, goffset total, gpointer data)
{
  gboolean *is_shown = data;

  if (total <= 0)
    return;
  fprintf (stderr, "\r%3d %%", (int) (100 * MIN (done, total) / total));
  *is_shown = TRUE;
}

static KhattLoaded *
load_standard_input (const KhattLoadOptions *options, GError **error)
{
  g_autoptr (GInputStream) stream = g_unix_input_stream_new (STDIN_FILENO, FALSE);

  return khatt_load_stream (stream, "-", options, NULL, error);
}

static KhattLoaded *
load_files (const char *const *names, const KhattLoadOptions *options, GError **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  for (gsize i = 0; names[i] != NULL; i++)
    {
      if (g_str_equal (names[i], "-"))
        {
          g_set_error_literal (
              error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
              _ ("Standard input (“-”) can only be read alone, not beside other files."));
          return NULL;
        }
      g_ptr_array_add (files, g_file_new_for_path (names[i]));
    }
  return khatt_load_files ((GFile **) files->pdata, files->len, options, NULL, error);
}

/**
 * khatt_cli_load_lexicon:
 * @issues: (nullable) (element-type KhattIssue): what is wrong in it is added
 *
 * Returns: (transfer full): what articles are read with
 */
KhattLexicon *
khatt_cli_load_lexicon (GPtrArray *issues)
{
  return khatt_lexicon_load (ARTICLE_LANGUAGE, issues);
}

/**
 * khatt_cli_load:
 * @input: the options of the command
 * @names: (array zero-terminated=1): what to load; at least one
 * @error: return location
 *
 * Loads files, or standard input, as one timeline.
 *
 * Returns: (transfer full) (nullable): what was loaded, or %NULL with @error set
 */
KhattLoaded *
khatt_cli_load (const KhattCliInput *input, const char *const *names, GError **error)
{
  g_autoptr (GPtrArray) lexicon_issues = khatt_issues_new ();
  g_autoptr (KhattLexicon) lexicon = NULL;
  KhattLoadOptions options;
  KhattLoaded *loaded;
  gboolean is_shown = FALSE;

  if (!check_options (input, error))
    return NULL;

  lexicon = khatt_cli_load_lexicon (lexicon_issues);
  khatt_cli_print_issues (lexicon_issues);

  options = (KhattLoadOptions){ .lexicon = lexicon,
                                .format = input->from,
                                .published = input->published,
                                .today = find_today (input),
                                .tells_unpublished = TRUE,
                                .n_jobs = (guint) input->n_jobs };
  if (names[1] == NULL && g_str_equal (names[0], "-"))
    return load_standard_input (&options, error);
  if (isatty (STDERR_FILENO))
    {
      options.progress = show_progress;
      options.progress_data = &is_shown;
    }
  loaded = load_files (names, &options, error);
  if (is_shown)
    fputs ("\r\033[K", stderr);
  return loaded;
}

/**
 * khatt_cli_print_issues:
 * @issues: (element-type KhattIssue): what to say
 *
 * Prints issues on standard error, one a line: `FILE:LINE:COLUMN: message`.
 *
 * Returns: how many there were
 */
gsize
khatt_cli_print_issues (GPtrArray *issues)
{
  for (guint i = 0; i < issues->len; i++)
    {
      g_autofree char *line = khatt_issue_to_string (g_ptr_array_index (issues, i));

      fprintf (stderr, "%s\n", line);
    }
  return issues->len;
}

/**
 * khatt_cli_input_clear:
 * @input: what a command's options were parsed into
 *
 * Frees what @input holds.
 */
void
khatt_cli_input_clear (KhattCliInput *input)
{
  g_clear_pointer (&input->from, g_free);
  g_clear_pointer (&input->published, g_free);
  g_clear_pointer (&input->today, g_free);
  g_clear_pointer (&input->names, g_strfreev);
}
