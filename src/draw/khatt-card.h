/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-layout-private.h"

G_BEGIN_DECLS

/* At most: kind and date, two lines of a title, the speaker and what was said. */
#define KHATT_CARD_MOST_TEXTS 6

typedef enum
{
  KHATT_CARD_KIND,
  KHATT_CARD_DATE,
  KHATT_CARD_TITLE,
  KHATT_CARD_SPEAKER,
  KHATT_CARD_QUOTE,
} KhattCardPart;

typedef struct
{
  KhattLabel *label; /* owned */
  double x;          /* least x, from the card's corner */
  double baseline;
  KhattCardPart part;
} KhattCardText;

/* Several lines that stand in a label's place. Immutable, reference counted. */
struct _KhattCard
{
  grefcount references;
  double width;
  double height;
  gboolean is_plain; /* nothing but the lines of a title: no ground */
  guint n_texts;
  KhattCardText texts[KHATT_CARD_MOST_TEXTS];
};

/* NULL where it would be no use in that width. */
KhattCard *khatt_card_new (const KhattLayout *layout,
                           const KhattMark *mark,
                           double width,
                           KhattShaper *shaper);
KhattCard *khatt_card_new_plain (const KhattLayout *layout,
                                 const KhattMark *mark,
                                 double width,
                                 KhattShaper *shaper);
KhattCard *khatt_card_ref (KhattCard *card);
void khatt_card_unref (KhattCard *card);
double khatt_card_get_most_height (double text_scale);
/* Of the last line, from the upper edge. */
double khatt_card_get_last_baseline (const KhattCard *card);
/* From the upper edge of two plain lines to the baseline of the second, at least. */
double khatt_card_get_lines_height (double text_scale);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattCard, khatt_card_unref)

G_END_DECLS
