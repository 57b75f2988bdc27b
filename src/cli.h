/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-load.h"
#include "khatt-save.h"

G_BEGIN_DECLS

/* What a command returns to the shell. Only `check` gives KHATT_CLI_ISSUES. */
enum
{
  KHATT_CLI_DONE = 0,
  KHATT_CLI_ISSUES = 1,
  KHATT_CLI_UNUSABLE = 2,
};

/* What every command that reads takes: the format its files are in, the publication date of its
 * articles. */
typedef struct
{
  char *from;
  char *published;
  char *today;  /* NULL: by the clock */
  int n_jobs;   /* 0: one for each core */
  char **names; /* as given: paths, or "-" for standard input */
} KhattCliInput;

int khatt_cli_read (int argc, char **argv);
int khatt_cli_render (int argc, char **argv);
int khatt_cli_convert (int argc, char **argv);
int khatt_cli_check (int argc, char **argv);
int khatt_cli_date (int argc, char **argv);

/* cli-options.c */
int khatt_cli_parse (const char *usage,
                     const char *summary,
                     const GOptionEntry *entries,
                     int *argc,
                     char ***argv);
int khatt_cli_refuse (const char *format, ...) G_GNUC_PRINTF (1, 2);
int khatt_cli_fail (const GError *error);

/* cli-input.c */
#define KHATT_CLI_INPUT_OPTIONS(input)                                                             \
  { "from",       0, 0, G_OPTION_ARG_STRING, &(input).from, N_ ("Read FILEs as this format"),      \
    N_ ("FORMAT") },                                                                               \
      { "published",                                                                               \
        0,                                                                                         \
        0,                                                                                         \
        G_OPTION_ARG_STRING,                                                                       \
        &(input).published,                                                                        \
        N_ ("Publication date of articles that give none"),                                        \
        N_ ("DATE") },                                                                             \
      { "today",                                                                                   \
        0,                                                                                         \
        0,                                                                                         \
        G_OPTION_ARG_STRING,                                                                       \
        &(input).today,                                                                            \
        N_ ("Take no article to be published after this day"),                                     \
        N_ ("DATE") },                                                                             \
  {                                                                                                \
    G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &(input).names, NULL, NULL              \
  }
KhattLoaded *khatt_cli_load (const KhattCliInput *input, const char *const *names, GError **error);
KhattLexicon *khatt_cli_load_lexicon (GPtrArray *issues);
gsize khatt_cli_print_issues (GPtrArray *issues);
void khatt_cli_input_clear (KhattCliInput *input);

/* cli-output.c */
gboolean khatt_cli_is_stream (const char *name);
GOutputStream *khatt_cli_open_stream (const char *name, GError **error);
gboolean khatt_cli_write_bytes (const char *name, GBytes *bytes, GError **error);

/* cli-document.c */
gboolean khatt_cli_write_document (const char *name,
                                   KhattSnapshot *snapshot,
                                   const char *format,
                                   GError **error);

/* cli-language.c */
void khatt_cli_start_languages (void);
void khatt_cli_speak (const char *language);
char *khatt_cli_dup_language (void);

/* cli-explanation.c */
char *khatt_cli_explain_events (KhattSnapshot *snapshot);

/* cli-listing.c */
char *khatt_cli_list_events (KhattSnapshot *snapshot);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KhattCliInput, khatt_cli_input_clear)

G_END_DECLS
