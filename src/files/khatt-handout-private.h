/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-handout.h"
#include "khatt-html-text.h"

G_BEGIN_DECLS

/* A page in the making. */
typedef struct
{
  GString *html;
  const KhattSnapshot *snapshot;
  const KhattHandout *handout;
  KhattDirection direction; /* of its text */
  const char *language;     /* of what the document says; NULL: that of the page's words */
  GArray *slots;            /* of guint32: the events, in order */
  GHashTable *numbers;      /* slot -> its number in the list, from 1 */
  GHashTable *marked;       /* slots with a mark of their own */
} KhattHandoutPage;

/* 0: it is not in the list. */
guint khatt_handout_page_get_number (const KhattHandoutPage *page, guint32 slot);
/* "١٢" */
void khatt_handout_page_append_number (KhattHandoutPage *page, guint number);
KhattHtmlData khatt_handout_page_say (const KhattHandoutPage *page,
                                      const char *tag,
                                      const char *css_class,
                                      const char *text);
/* By which the events of the list call a plate of the picture. */
char *khatt_handout_dup_plate_id (KhattKind kind, KhattStatus status, KhattHue hue);
void khatt_handout_page_append_picture (KhattHandoutPage *page);
void khatt_handout_page_append_event (KhattHandoutPage *page, guint32 slot);

G_END_DECLS
