/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the tests of loading load.
 */

#include "load-sample.h"

#include "khatt-lexicon-files.h"
#include "khatt-save.h"

#include <string.h>
#include <unistd.h>

const char load_sample_article[] =
    "أجرى الرئيس الروسي فلاديمير بوتين، الجمعة، اتصالًا هاتفيًا مع نظيره الصيني شي جين بينغ.\n"
    "وأعلن الكرملين أن الجانبين بحثا العلاقات الثنائية.\n";

/**
 * load_sample_lexicon:
 *
 * Returns: (transfer none): the Arabic lexicon
 */
const KhattLexicon *
load_sample_lexicon (void)
{
  static KhattLexicon *lexicon;

  if (lexicon == NULL)
    lexicon = khatt_lexicon_load ("ar", NULL);
  return lexicon;
}

/**
 * load_sample_text:
 * @text: what stands in the file
 * @length: its bytes; negative: up to its end
 * @name: (nullable): what the file is called
 * @published: (nullable): when it was published
 * @error: as khatt_load_bytes() has it
 *
 * Returns: (transfer full) (nullable): what came of it
 */
KhattLoaded *
load_sample_text (const char *text,
                  gssize length,
                  const char *name,
                  const char *published,
                  GError **error)
{
  const KhattLoadOptions options = { .lexicon = load_sample_lexicon (), .published = published };
  g_autoptr (GBytes) bytes = g_bytes_new (text, length < 0 ? strlen (text) : (gsize) length);

  return khatt_load_bytes (bytes, name, &options, NULL, error);
}

/**
 * load_sample_count:
 * @loaded: what was loaded
 *
 * Returns: how many events there are
 */
guint
load_sample_count (const KhattLoaded *loaded)
{
  return g_list_model_get_n_items (G_LIST_MODEL (loaded->timeline));
}

/**
 * load_sample_write:
 * @timeline: a document
 *
 * Returns: (transfer full): it in our own format
 */
char *
load_sample_write (KhattTimeline *timeline)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);
  g_autoptr (GBytes) bytes = khatt_save_bytes (snapshot, "khatt", NULL, NULL);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/**
 * load_sample_make_file:
 * @suffix: what its name ends with
 * @text: what stands in it
 *
 * Returns: (transfer full): a new file in the folder for such files
 */
GFile *
load_sample_make_file (const char *suffix, const char *text)
{
  g_autofree char *pattern = g_strconcat ("khatt-XXXXXX", suffix, NULL);
  g_autofree char *path = NULL;
  int descriptor = g_file_open_tmp (pattern, &path, NULL);

  g_assert_cmpint (descriptor, >=, 0);
  close (descriptor);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return g_file_new_for_path (path);
}

/**
 * load_sample_remove_file:
 * @file: (inout) (transfer full): what load_sample_make_file() made
 *
 * Deletes it.
 */
void
load_sample_remove_file (GFile **file)
{
  g_file_delete (*file, NULL, NULL);
  g_clear_object (file);
}
