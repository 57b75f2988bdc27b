/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* khatt-thumbnailer: the small picture of a document that a file manager shows. It needs no screen,
 * and reads no more of a document than it can show. */

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <locale.h>

#include "khatt-load.h"
#include "khatt-locale.h"
#include "khatt-sample.h"
#include "khatt-thumbnail.h"
#include "khatt-words.h"

#define EXIT_UNUSABLE 1
#define DEFAULT_SIZE 128
/* What is read and arranged within the blink of an eye. */
#define MOST_BYTES ((gsize) 4 * 1024 * 1024)
#define DEFAULT_LANGUAGE "en"

/* Of a damaged document of which nothing is left to draw, the picture of an empty one would be
 * false. */
static gboolean
has_picture (const KhattLoaded *loaded, const KhattArrangement *arrangement, GError **error)
{
  gint64 first, last;

  if (!loaded->has_losses || khatt_arrangement_get_extent (arrangement, &first, &last))
    return TRUE;
  g_set_error_literal (
      error, KHATT_FILES_ERROR, KHATT_FILES_ERROR_FORMAT,
      _ ("The document is damaged, and nothing is left of it that could be drawn."));
  return FALSE;
}

static GBytes *
draw (const char *name, int size, GError **error)
{
  const KhattLoadOptions options = { .format = "khatt" };
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);
  g_autoptr (GBytes) bytes = khatt_sample_document (file, MOST_BYTES, NULL, error);
  g_autoptr (KhattLoaded) loaded = NULL;
  g_autoptr (KhattSnapshot) snapshot = NULL;
  g_autoptr (KhattArrangement) arrangement = NULL;
  const char *language;
  KhattWords words;

  if (bytes == NULL)
    return NULL;
  loaded = khatt_load_bytes (bytes, NULL, &options, NULL, error);
  if (loaded == NULL)
    return NULL;

  snapshot = khatt_timeline_ref_snapshot (loaded->timeline);
  arrangement = khatt_arrangement_new (snapshot, KHATT_LANES_ACTORS, NULL, NULL);
  if (!has_picture (loaded, arrangement, error))
    return NULL;
  language = khatt_snapshot_get_language (snapshot);
  words = khatt_words_for_language (language != NULL ? language : DEFAULT_LANGUAGE);
  return khatt_thumbnail_draw (arrangement, khatt_snapshot_get_direction (snapshot), &words, size,
                               error);
}

static gboolean
check_names (char **names, GError **error)
{
  if (names != NULL && g_strv_length (names) == 2)
    return TRUE;
  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                       _ ("A document and the name of a picture were expected."));
  return FALSE;
}

static gboolean
make_thumbnail (int *argc, char ***argv, GError **error)
{
  int size = DEFAULT_SIZE;
  g_auto (GStrv) names = NULL;
  const GOptionEntry entries[] = {
    { "size", 's', 0, G_OPTION_ARG_INT, &size,
      N_ ("Pixels of the picture's longer side (default: 128)"), N_ ("NUMBER") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &names, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new (_ ("DOCUMENT PICTURE"));
  g_autoptr (GBytes) picture = NULL;
  gsize length;
  const char *data;

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, _ ("Draws the small picture of a timeline, as a PNG."));
  if (!g_option_context_parse (context, argc, argv, error) || !check_names (names, error))
    return FALSE;
  picture = draw (names[0], size, error);
  if (picture == NULL)
    return FALSE;
  data = g_bytes_get_data (picture, &length);
  return g_file_set_contents (names[1], data, (gssize) length, error);
}

int
main (int argc, char *argv[])
{
  g_autofree char *translations = khatt_locale_find_translations ();
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, translations);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  if (make_thumbnail (&argc, &argv, &error))
    return 0;
  g_printerr ("khatt-thumbnailer: %s\n", error->message);
  return EXIT_UNUSABLE;
}
