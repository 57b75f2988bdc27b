/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The table of formats: dialogs, --from and --to, the help text and the choice by a file's name are
 * all made from it. */

#include "khatt-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const khatt_suffixes[] = { "khatt", "json", NULL };
static const char *const csv_suffixes[] = { "csv", "tsv", NULL };
static const char *const html_suffixes[] = { "html", "htm", "xhtml", NULL };
static const char *const text_suffixes[] = { "txt", "text", NULL };

static const KhattFormat formats[] = {
  {
      .name = "khatt",
      .label = N_ ("Khatt timeline"),
      .media_type = "application/vnd.khatt+json",
      .suffixes = khatt_suffixes,
      .can_read = TRUE,
      .can_write = TRUE,
  },
  {
      .name = "csv",
      .label = N_ ("Table of events (CSV)"),
      .media_type = "text/csv",
      .suffixes = csv_suffixes,
      .can_read = TRUE,
      .can_write = TRUE,
  },
  {
      .name = "text",
      .label = N_ ("News article (plain text)"),
      .media_type = "text/plain",
      .suffixes = text_suffixes,
      .can_read = TRUE,
      .is_article = TRUE,
  },
  {
      .name = "html",
      .label = N_ ("News article (saved web page)"),
      .media_type = "text/html",
      .suffixes = html_suffixes,
      .can_read = TRUE,
      .is_article = TRUE,
  },
};

/**
 * khatt_formats_get:
 * @n_formats: (out): how many
 *
 * Returns: (transfer none) (array length=n_formats): all formats
 */
const KhattFormat *
khatt_formats_get (gsize *n_formats)
{
  *n_formats = G_N_ELEMENTS (formats);
  return formats;
}

/**
 * khatt_format_by_name:
 * @name: a name; "json" is another one of "khatt"
 *
 * Returns: (nullable): the format
 */
const KhattFormat *
khatt_format_by_name (const char *name)
{
  if (g_strcmp0 (name, "json") == 0)
    name = "khatt";
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      if (g_strcmp0 (formats[i].name, name) == 0)
        return &formats[i];
    }
  return NULL;
}

/**
 * khatt_format_by_file_name:
 * @file_name: a name, with or without folders
 *
 * Returns: (nullable): the format that its last suffix stands for, large and small letters alike
 */
const KhattFormat *
khatt_format_by_file_name (const char *file_name)
{
  const char *dot = strrchr (file_name, '.');

  if (dot == NULL || strchr (dot, G_DIR_SEPARATOR) != NULL)
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      for (gsize j = 0; formats[i].suffixes[j] != NULL; j++)
        {
          if (g_ascii_strcasecmp (formats[i].suffixes[j], dot + 1) == 0)
            return &formats[i];
        }
    }
  return NULL;
}
