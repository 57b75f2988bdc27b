/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sheets that a PDF is drawn on, from the options that name them.
 */

#include "cli-paper.h"

#include "cli.h"

#include <glib/gi18n-lib.h>

static gboolean
read_pages (const char *text, KhattPaperParams *params)
{
  gint64 n;

  if (text == NULL || g_str_equal (text, "tiled"))
    params->spread = KHATT_PAPER_AS_NEEDED;
  else if (g_str_equal (text, "one"))
    params->spread = KHATT_PAPER_ONE_PAGE;
  else if (g_ascii_string_to_signed (text, 10, 1, KHATT_PAPER_MOST_COLUMNS, &n, NULL))
    {
      params->spread = KHATT_PAPER_COUNTED;
      params->n_columns = (guint) n;
    }
  else
    return FALSE;
  return TRUE;
}

static gboolean
read_overlap (const char *text, KhattPaperParams *params)
{
  double overlap = KHATT_PAPER_OVERLAP;
  char *end = NULL;

  if (text != NULL)
    {
      overlap = g_ascii_strtod (text, &end);
      if (end == text || *end != '\0' || !(overlap >= 0 && overlap <= KHATT_PAPER_MOST_OVERLAP))
        return FALSE;
    }
  params->overlap = overlap * KHATT_POINTS_PER_MILLIMETRE;
  return TRUE;
}

static gboolean
refuse (const char *option, const char *text, const char *expected)
{
  khatt_cli_refuse (_ ("%s=%s cannot be used; expected: %s."), option, text, expected);
  return FALSE;
}

/**
 * khatt_cli_paper_read:
 * @paper: options
 * @params: (inout): the sheets; its width is left as it is where no paper is named
 *
 * Reads what the options say. What cannot be used is said on standard error.
 *
 * Returns: %FALSE where something cannot be used
 */
gboolean
khatt_cli_paper_read (const KhattCliPaper *paper, KhattPaperParams *params)
{
  double shorter, longer;

  if (paper->size == NULL)
    {
      if (paper->pages == NULL && paper->overlap == NULL && !paper->is_landscape &&
          !paper->is_portrait)
        return TRUE;
      khatt_cli_refuse (_ ("“--paper=PAPER” is missing."));
      return FALSE;
    }
  if (!khatt_paper_size_from_name (paper->size, &shorter, &longer))
    return refuse ("--paper", paper->size, "A4, A3, letter");
  if (!read_pages (paper->pages, params))
    return refuse ("--pages", paper->pages, _ ("one, tiled or a number from 1 to 100"));
  if (!read_overlap (paper->overlap, params))
    return refuse ("--overlap", paper->overlap, _ ("a number of millimetres from 0 to 50"));
  if (paper->is_landscape && paper->is_portrait)
    {
      khatt_cli_refuse (_ ("Paper cannot be both landscape and portrait."));
      return FALSE;
    }
  params->width = paper->is_portrait ? shorter : longer;
  params->height = paper->is_portrait ? longer : shorter;
  params->margin = KHATT_PAPER_MARGIN * KHATT_POINTS_PER_MILLIMETRE;
  return TRUE;
}

/**
 * khatt_cli_paper_clear:
 * @paper: options
 *
 * Frees what they hold.
 */
void
khatt_cli_paper_clear (KhattCliPaper *paper)
{
  g_free (paper->size);
  g_free (paper->pages);
  g_free (paper->overlap);
}
