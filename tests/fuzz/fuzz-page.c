/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any text as a web page: its elements are nested, its lines lie in them, and what comes out is
 * valid UTF-8.
 */

#include "fuzz.h"
#include "khatt-page.h"

#include <string.h>

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *html = g_utf8_make_valid ((const char *) data, (gssize) size);
  g_autoptr (KhattPage) page = khatt_page_parse (html, strlen (html));
  g_autofree char *text = khatt_page_dup_text (page);

  for (guint32 i = 0; i < page->elements->len; i++)
    {
      const KhattElement *element = &g_array_index (page->elements, KhattElement, i);

      g_assert_true (element->parent == KHATT_ELEMENT_NONE || element->parent < i);
      g_assert_cmpuint (element->after, >, i);
      g_assert_cmpuint (element->after, <=, page->elements->len);
    }
  for (guint i = 0; i < page->lines->len; i++)
    {
      const KhattLine *line = &g_array_index (page->lines, KhattLine, i);

      g_assert_true (line->element == KHATT_ELEMENT_NONE || line->element < page->elements->len);
      g_assert_cmpuint (line->n_linked, <=, line->n_letters);
    }
  g_assert_true (g_utf8_validate (text, -1, NULL));
  for (guint i = 0; i < KHATT_N_PAGE_FACTS; i++)
    g_assert_true (page->facts[i] == NULL || g_utf8_validate (page->facts[i], -1, NULL));
  return 0;
}
