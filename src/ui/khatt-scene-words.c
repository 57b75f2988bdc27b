/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What stands below the title of a scene: its time, and what of the document it shows. */

#include "khatt-scene-words.h"

#include <glib/gi18n-lib.h>

#include "khatt-bidi.h"
#include "khatt-filter-parts.h"
#include "khatt-preferences.h"

static void
append (GString *details, const char *text)
{
  g_autofree char *isolated = khatt_bidi_isolate (text);

  if (details->len > 0)
    /* Translators: between the parts of a line, such as a date and the name of an actor. */
    g_string_append (details, C_ ("between parts", " · "));
  g_string_append (details, isolated);
}

static void
append_part (const KhattFilterPart *part, const char *text, gpointer data)
{
  append (data, text);
}

/* A scene is recorded under the name of its time, which then need not be said twice. */
static void
append_span (const KhattScene *scene, const KhattWords *words, GString *details)
{
  gint64 first, last;
  g_autofree char *span = NULL;

  if (!khatt_scene_get_span (scene, &first, &last))
    return;
  span = khatt_words_span (words, first, last, KHATT_CALENDAR_GREGORIAN);
  if (g_strcmp0 (span, scene->title) != 0)
    append (details, span);
}

/**
 * khatt_scene_words_dup_details:
 * @scene: a scene
 * @snapshot: its document
 *
 * Returns: (transfer full): what the scene shows, as far as its title does not say it; may be empty
 */
char *
khatt_scene_words_dup_details (const KhattScene *scene, KhattSnapshot *snapshot)
{
  KhattWords words = khatt_preferences_get_words ();
  const KhattFilterManner manner = {
    .snapshot = snapshot,
    .words = &words,
    .second_calendar = khatt_preferences_get_second_calendar (),
  };
  GString *details = g_string_new (NULL);

  append_span (scene, &words, details);
  if (scene->filter != NULL)
    khatt_filter_parts_foreach (scene->filter, &manner, append_part, details);
  return g_string_free (details, FALSE);
}
