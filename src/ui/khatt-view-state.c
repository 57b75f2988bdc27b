/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How documents were last looked at, one small file for each in the person's state folder. Its name
 * is a checksum of the document's address, so that the folder does not tell where documents are. */

#include "khatt-view-state.h"

#include <errno.h>
#include <glib/gstdio.h>

#include "khatt-filter-json.h"

#define GROUP "view"
#define FOLDER_MODE 0700
#define FILE_MODE 0600

static char *
dup_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "khatt", "views", NULL);
}

static char *
dup_path (GFile *document)
{
  g_autofree char *uri = g_file_get_uri (document);
  g_autofree char *name = g_compute_checksum_for_string (G_CHECKSUM_SHA256, uri, -1);
  g_autofree char *folder = dup_folder ();

  return g_build_filename (folder, name, NULL);
}

/**
 * khatt_view_state_free:
 * @state: (transfer full) (nullable): a state
 */
void
khatt_view_state_free (KhattViewState *state)
{
  if (state == NULL)
    return;
  g_free (state->lanes_by);
  khatt_lane_settings_free (state->lanes);
  khatt_filter_free (state->filter);
  g_free (state->selected);
  g_free (state->mode);
  g_free (state);
}

static gboolean
read_span (GKeyFile *file, KhattViewState *state)
{
  g_autoptr (GError) first_error = NULL;
  g_autoptr (GError) last_error = NULL;

  state->first = g_key_file_get_int64 (file, GROUP, "first", &first_error);
  state->last = g_key_file_get_int64 (file, GROUP, "last", &last_error);
  return first_error == NULL && last_error == NULL && state->first < state->last;
}

/* In what is kept. */
static const char *const lane_keys[KHATT_N_LANE_LISTS] = {
  [KHATT_LANE_PINNED] = "pinned-lanes",
  [KHATT_LANE_COLLAPSED] = "collapsed-lanes",
  [KHATT_LANE_HIDDEN] = "hidden-lanes",
  [KHATT_LANE_PLACED] = "placed-lanes",
};

static KhattLaneSettings *
read_lanes (GKeyFile *file)
{
  g_autoptr (KhattLaneSettings) lanes = g_new0 (KhattLaneSettings, 1);

  for (guint list = 0; list < KHATT_N_LANE_LISTS; list++)
    lanes->lists[list] =
        (const char *const *) g_key_file_get_string_list (file, GROUP, lane_keys[list], NULL, NULL);
  return khatt_lane_settings_is_empty (lanes) ? NULL : g_steal_pointer (&lanes);
}

/**
 * khatt_view_state_load:
 * @document: where a document is kept
 *
 * Returns: (transfer full) (nullable): how it was last looked at; %NULL where that is not known
 */
KhattViewState *
khatt_view_state_load (GFile *document)
{
  g_autofree char *path = dup_path (document);
  g_autofree char *filter = NULL;
  g_autoptr (GKeyFile) file = g_key_file_new ();
  KhattViewState *state;

  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL) ||
      !g_key_file_has_group (file, GROUP))
    return NULL;

  state = g_new0 (KhattViewState, 1);
  state->has_span = read_span (file, state);
  state->scroll_y = MAX (0, g_key_file_get_double (file, GROUP, "scroll", NULL));
  state->lanes_by = g_key_file_get_string (file, GROUP, "lanes", NULL);
  state->lanes = read_lanes (file);
  filter = g_key_file_get_string (file, GROUP, "filter", NULL);
  state->filter = khatt_filter_from_json (filter, NULL, NULL);
  state->selected = g_key_file_get_string (file, GROUP, "selected", NULL);
  state->mode = g_key_file_get_string (file, GROUP, "mode", NULL);
  state->shows_details = g_key_file_get_boolean (file, GROUP, "details", NULL);
  state->scene = (guint) MAX (0, g_key_file_get_integer (file, GROUP, "scene", NULL));
  return state;
}

/* ---- Saving ---- */

static void
set_string (GKeyFile *file, const char *key, const char *value)
{
  if (value != NULL)
    g_key_file_set_string (file, GROUP, key, value);
}

static void
set_lanes (GKeyFile *file, const KhattLaneSettings *lanes)
{
  for (guint list = 0; lanes != NULL && list < KHATT_N_LANE_LISTS; list++)
    if (lanes->lists[list] != NULL)
      g_key_file_set_string_list (file, GROUP, lane_keys[list], lanes->lists[list],
                                  g_strv_length ((char **) lanes->lists[list]));
}

static GKeyFile *
make_file (const KhattViewState *state)
{
  GKeyFile *file = g_key_file_new ();
  g_autofree char *filter = state->filter != NULL ? khatt_filter_to_json (state->filter) : NULL;

  if (state->has_span)
    {
      g_key_file_set_int64 (file, GROUP, "first", state->first);
      g_key_file_set_int64 (file, GROUP, "last", state->last);
    }
  g_key_file_set_double (file, GROUP, "scroll", state->scroll_y);
  set_string (file, "lanes", state->lanes_by);
  set_lanes (file, state->lanes);
  set_string (file, "filter", filter);
  set_string (file, "selected", state->selected);
  set_string (file, "mode", state->mode);
  g_key_file_set_boolean (file, GROUP, "details", state->shows_details);
  g_key_file_set_integer (file, GROUP, "scene", (int) MIN (state->scene, G_MAXINT));
  return file;
}

/* A file of the folder. */
typedef struct
{
  char *path;
  gint64 modified_s;
} Entry;

static void
entry_clear (gpointer data)
{
  g_free (((Entry *) data)->path);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *first = a;
  const Entry *second = b;

  return (first->modified_s > second->modified_s) - (first->modified_s < second->modified_s);
}

static void
prune (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  const char *name;

  g_array_set_clear_func (entries, entry_clear);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      Entry entry = { .path = g_build_filename (folder, name, NULL) };
      GStatBuf status;

      if (g_stat (entry.path, &status) == 0)
        entry.modified_s = status.st_mtime;
      g_array_append_val (entries, entry);
    }
  if (entries->len <= KHATT_VIEW_STATES_MAX)
    return;

  g_array_sort (entries, compare_entries);
  for (guint i = 0; i < entries->len - KHATT_VIEW_STATES_MAX; i++)
    g_unlink (g_array_index (entries, Entry, i).path);
}

/**
 * khatt_view_state_save:
 * @state: how a document is looked at
 * @document: where it is kept
 * @error: return location for a #GError
 *
 * Keeps it for the next time. Where too many are kept, those that are oldest go.
 *
 * Returns: whether it was written
 */
gboolean
khatt_view_state_save (const KhattViewState *state, GFile *document, GError **error)
{
  g_autofree char *folder = dup_folder ();
  g_autofree char *path = dup_path (document);
  g_autofree char *text = NULL;
  g_autoptr (GKeyFile) file = make_file (state);
  gboolean is_new = !g_file_test (path, G_FILE_TEST_EXISTS);
  gsize length;

  if (g_mkdir_with_parents (folder, FOLDER_MODE) != 0)
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "%s: %s", folder, g_strerror (errno));
      return FALSE;
    }
  text = g_key_file_to_data (file, &length, NULL);
  if (!g_file_set_contents_full (path, text, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT,
                                 FILE_MODE, error))
    return FALSE;
  if (is_new)
    prune (folder);
  return TRUE;
}
