/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-paper.h"
#include "khatt-picture.h"

G_BEGIN_DECLS

/* A slide: the sheet of scenes that are shown, not printed. In points. */
#define KHATT_SLIDE_WIDTH 960.0
#define KHATT_SLIDE_HEIGHT 540.0
#define KHATT_SLIDE_MARGIN 24.0

/* The scenes of a document on sheets of paper, each on its own. */
typedef struct _KhattSceneBook KhattSceneBook;

KhattSceneBook *khatt_scene_book_new (KhattSnapshot *snapshot,
                                      const KhattArrangementParams *usual,
                                      const KhattLayoutParams *layout_params,
                                      const KhattPaperParams *sheets,
                                      GError **error);
void khatt_scene_book_free (KhattSceneBook *book);
guint khatt_scene_book_get_n_pages (const KhattSceneBook *book);
guint khatt_scene_book_get_n_omitted (const KhattSceneBook *book);
GBytes *khatt_scene_book_write_pdf (KhattSceneBook *book, GError **error);
GBytes *khatt_scene_book_write_page (KhattSceneBook *book,
                                     guint page,
                                     KhattPictureFormat format,
                                     double pixel_scale,
                                     GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattSceneBook, khatt_scene_book_free)

G_END_DECLS
