/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * khatt-cli: what Khatt can do without a window. Finds the command in a table and hands over to its
 * file.
 */

#include "cli.h"

#include <glib/gi18n-lib.h>
#include <signal.h>
#include <stdio.h>

/* How much room the help leaves for a command's arguments, in characters. */
#define ARGUMENTS_WIDTH 16

typedef struct
{
  const char *name;
  const char *arguments;
  const char *summary;
  int (*run) (int argc, char **argv);
} Command;

static const Command commands[] = {
  { "read", "FILE…", N_ ("Read articles and documents and write their events"), khatt_cli_read },
  { "render", "-o PICTURE FILE…", N_ ("Draw the timeline of files as PNG, SVG or PDF"),
    khatt_cli_render },
  { "convert", "IN OUT", N_ ("Write a file again in another format"), khatt_cli_convert },
  { "check", "FILE…", N_ ("Say what is wrong in files"), khatt_cli_check },
  { "date", "EXPRESSION…", N_ ("Say which time EDTF expressions cover"), khatt_cli_date },
};

static void
print_help (void)
{
  printf ("%s\n  khatt-cli %s\n\n", _ ("Usage:"), _ ("COMMAND [OPTION…] ARGUMENT…"));
  printf ("%s\n", _ ("Commands:"));
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      /* printf counts bytes. */
      int padding = ARGUMENTS_WIDTH - (int) g_utf8_strlen (commands[i].arguments, -1);

      printf ("  %-8s %s%*s  %s\n", commands[i].name, commands[i].arguments, MAX (padding, 0), "",
              _ (commands[i].summary));
    }
  printf ("\n%s\n", _ ("“khatt-cli COMMAND --help” tells the options of a command. “-” stands for "
                       "standard input or output."));
}

static const Command *
find_command (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, name))
      return &commands[i];
  return NULL;
}

int
main (int argc, char **argv)
{
  const Command *command;
  g_autofree char *program = NULL;

  /* Whoever reads our output may stop reading: that is an error of write(), not our death. */
  signal (SIGPIPE, SIG_IGN);
  khatt_cli_start_languages ();
  g_set_prgname ("khatt-cli");

  if (argc < 2)
    return khatt_cli_refuse (_ ("A command is missing; “khatt-cli --help” lists them."));
  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h") ||
      g_str_equal (argv[1], "help"))
    {
      print_help ();
      return KHATT_CLI_DONE;
    }
  if (g_str_equal (argv[1], "--version"))
    {
      printf ("khatt-cli %s\n", KHATT_VERSION);
      return KHATT_CLI_DONE;
    }

  command = find_command (argv[1]);
  if (command == NULL)
    return khatt_cli_refuse (_ ("There is no command “%s”; “khatt-cli --help” lists them."),
                             argv[1]);

  program = g_strconcat ("khatt-cli ", command->name, NULL);
  g_set_prgname (program);
  return command->run (argc - 1, argv + 1);
}
