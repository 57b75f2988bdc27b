/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any bytes as the file of an article: what is read of them is a document without issues.
 */

#include "fuzz-convert.h"
#include "fuzz.h"
#include "khatt-lexicon-files.h"

static const KhattLexicon *
get_lexicon (void)
{
  static KhattLexicon *lexicon;

  if (lexicon == NULL)
    lexicon = khatt_lexicon_load ("ar", NULL);
  return lexicon;
}

/* Nothing is lost of it. */
static void
check_document (GBytes *written)
{
  const KhattLoadOptions options = { .format = "khatt" };
  g_autoptr (GError) error = NULL;
  g_autoptr (KhattLoaded) loaded = khatt_load_bytes (written, NULL, &options, NULL, &error);
  g_autoptr (GBytes) again = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (loaded->issues->len, ==, 0);
  again = khatt_fuzz_write (loaded, "khatt");
  g_assert_true (g_bytes_equal (written, again));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  const KhattLoadOptions options = { .get_lexicon = get_lexicon };
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (KhattLoaded) loaded = khatt_load_bytes (bytes, "a.txt", &options, NULL, NULL);
  g_autoptr (GBytes) written = NULL;

  if (loaded == NULL)
    return 0;
  written = khatt_fuzz_write (loaded, "khatt");
  check_document (written);
  return 0;
}
