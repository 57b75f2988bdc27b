/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-paper.h"
#include "khatt-picture.h"
#include "khatt-scene-book.h"
#include "khatt-timeline-view.h"

G_BEGIN_DECLS

typedef enum
{
  KHATT_EXPORT_SHEET_NONE, /* one page as large as the picture */
  KHATT_EXPORT_SHEET_A4,
  KHATT_EXPORT_SHEET_A3,
  KHATT_EXPORT_SHEET_LETTER,
} KhattExportSheet;

/* What a person wants of a picture or of paper. A value. */
typedef struct
{
  KhattPictureFormat format;
  gboolean is_page;      /* of the web: no picture alone, and light or dark as its reader likes */
  gboolean is_view;      /* what the window shows; else all */
  gboolean wants_scenes; /* PDF: a page for each instead */
  KhattStyle style;
  guint pixel_scale;
  KhattExportSheet sheet;
  gboolean is_portrait;
  KhattPaperSpread spread;
  guint n_columns;
} KhattExportChoices;

/* As they were last time, while the program runs. */
KhattExportChoices *khatt_export_choices_get_for_files (void);
KhattExportChoices *khatt_export_choices_get_for_print (void);

const char *khatt_export_choices_get_suffix (const KhattExportChoices *choices);
gboolean khatt_export_choices_are_scenes (const KhattExportChoices *choices);
gboolean khatt_export_choices_is_on_paper (const KhattExportChoices *choices);
gboolean khatt_export_choices_measure (const KhattExportChoices *choices,
                                       KhattTimelineView *view,
                                       int *width,
                                       int *height);
GBytes *khatt_export_choices_draw (const KhattExportChoices *choices,
                                   KhattTimelineView *view,
                                   const char *title,
                                   GError **error);
/* On the sheets that the choices name; without, on slides. */
KhattSceneBook *khatt_export_choices_make_book (const KhattExportChoices *choices,
                                                KhattTimelineView *view,
                                                GError **error);
/* Whether it can be written, before it is. */
gboolean khatt_export_choices_check_page (const KhattExportChoices *choices,
                                          KhattTimelineView *view,
                                          GError **error);
/* On sheets of `sheet`'s size and margins. */
KhattPaper *khatt_export_choices_divide (const KhattExportChoices *choices,
                                         KhattTimelineView *view,
                                         const KhattPaperParams *sheet,
                                         GError **error);
/* On sheets that the choices name. */
KhattPaper *khatt_export_choices_make_paper (const KhattExportChoices *choices,
                                             KhattTimelineView *view,
                                             const char *title,
                                             GError **error);

G_END_DECLS
