/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Scenes as files: one PDF, or a picture for each, whose numbers sort as they follow each other.
 */

#include "cli-scenes.h"

#include "cli.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

/* "talks.png" -> "talks-03.png" */
static char *
dup_numbered (const char *name, guint number, guint n_in_all)
{
  const char *base = strrchr (name, G_DIR_SEPARATOR);
  const char *dot = strrchr (base != NULL ? base : name, '.');
  const int n_digits = snprintf (NULL, 0, "%u", n_in_all);
  const gsize length = dot != NULL ? (gsize) (dot - name) : strlen (name);

  return g_strdup_printf ("%.*s-%0*u%s", (int) length, name, n_digits, number,
                          dot != NULL ? dot : "");
}

static gboolean
write_pages (KhattSceneBook *book,
             const char *output,
             KhattPictureFormat format,
             double pixel_scale,
             GError **error)
{
  const guint n_pages = khatt_scene_book_get_n_pages (book);

  for (guint page = 0; page < n_pages; page++)
    {
      g_autofree char *name = dup_numbered (output, page + 1, n_pages);
      g_autoptr (GBytes) picture =
          khatt_scene_book_write_page (book, page, format, pixel_scale, error);

      if (picture == NULL || !khatt_cli_write_bytes (name, picture, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * khatt_cli_write_scenes:
 * @book: scenes
 * @output: a path; of a PDF, or that pictures get theirs from
 * @format: of the pictures
 * @pixel_scale: of a PNG
 * @error: return location
 *
 * Writes scenes. How many had nothing to show is said on standard error.
 *
 * Returns: %FALSE with @error set
 */
gboolean
khatt_cli_write_scenes (KhattSceneBook *book,
                        const char *output,
                        KhattPictureFormat format,
                        double pixel_scale,
                        GError **error)
{
  const guint n_omitted = khatt_scene_book_get_n_omitted (book);
  g_autoptr (GBytes) file = NULL;

  if (n_omitted > 0)
    khatt_cli_refuse (g_dngettext (GETTEXT_PACKAGE,
                                   "%u scene shows no dated event and is left out.",
                                   "%u scenes show no dated event and are left out.", n_omitted),
                      n_omitted);
  if (format != KHATT_PICTURE_PDF)
    return write_pages (book, output, format, pixel_scale, error);
  file = khatt_scene_book_write_pdf (book, error);
  return file != NULL && khatt_cli_write_bytes (output, file, error);
}
