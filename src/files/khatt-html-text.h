/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-bidi.h"

G_BEGIN_DECLS

/* Text that goes into a page. Whatever it holds, it stays text. */
void khatt_html_append (GString *html, const char *text);
void khatt_html_append_attribute (GString *html, const char *name, const char *value);

/* What a document says, as an element of its own that cannot reorder what stands round it. */
typedef struct
{
  const char *tag;
  const char *css_class;    /* NULL: none */
  const char *text;         /* NULL or "": no element */
  const char *language;     /* NULL: the page's */
  KhattDirection direction; /* of the page */
} KhattHtmlData;
gboolean khatt_html_append_data (GString *html, const KhattHtmlData *data);

G_END_DECLS
