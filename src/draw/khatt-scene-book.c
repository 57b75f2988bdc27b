/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The scenes of a document as pages: each has an arrangement of its own, for what it shows and what
 * its lanes are, and its own paper. The pages are counted through.
 */

#include "khatt-scene-book.h"

#include "khatt-lanes-by.h"
#include "khatt-scene-arrangement.h"
#include "khatt-words.h"

#include <glib/gi18n-lib.h>

#define PIXELS_PER_POINT (96.0 / 72.0)

struct _KhattSceneBook
{
  GPtrArray *papers; /* of KhattPaper, in the order of the scenes */
  GArray *pages;     /* of Page, all of them */
  KhattShaper *shaper;
  char *title;
  double width; /* points */
  double height;
  guint n_omitted;
};

typedef struct
{
  KhattPaper *paper;
  guint number; /* of its own pages, from 0 */
} Page;

/* A page that is painted alone. */
typedef struct
{
  KhattSceneBook *book;
  guint page;
} Choice;

/* What all scenes have in common. */
typedef struct
{
  KhattSnapshot *snapshot;
  const KhattArrangementParams *usual;
  const KhattLayoutParams *layout_params;
  const KhattPaperParams *sheets;
} Setting;

static gboolean
add_scene (KhattSceneBook *book,
           const Setting *setting,
           const KhattScene *scene,
           guint number,
           GError **error)
{
  KhattPaperParams sheets = *setting->sheets;
  KhattLayoutParams layout_params = *setting->layout_params;
  KhattLanesBy lanes_by = setting->usual->lanes_by;
  g_autoptr (KhattArrangement) arrangement =
      khatt_arrangement_new_for_scene (setting->snapshot, scene, setting->usual, NULL);
  g_autofree char *title = khatt_scene_dup_title (scene, number, &layout_params.words);
  KhattPaper *paper;
  gint64 first, last;

  if (!khatt_arrangement_get_extent (arrangement, &first, &last))
    {
      book->n_omitted++;
      return TRUE;
    }
  sheets.has_span = khatt_scene_get_span (scene, &sheets.first, &sheets.last);
  khatt_lanes_by_from_name (scene->lanes_by, &lanes_by);
  layout_params.draw_words.lanes_title = khatt_lanes_by_get_title (lanes_by);
  sheets.title = title;
  sheets.work = book->title;
  paper = khatt_paper_new (arrangement, &layout_params, &sheets, error);
  if (paper == NULL)
    return FALSE;
  g_ptr_array_add (book->papers, paper);
  return TRUE;
}

static void
count_pages (KhattSceneBook *book)
{
  for (guint i = 0; i < book->papers->len; i++)
    {
      const Page first = { g_ptr_array_index (book->papers, i), 0 };

      for (Page page = first; page.number < khatt_paper_get_n_pages (page.paper); page.number++)
        g_array_append_val (book->pages, page);
    }
  for (guint i = 0; i < book->pages->len; i++)
    {
      const Page *page = &g_array_index (book->pages, Page, i);

      if (page->number == 0)
        khatt_paper_set_place_in_book (page->paper, i, book->pages->len);
    }
}

/**
 * khatt_scene_book_new:
 * @snapshot: a document with scenes
 * @usual: what the lanes are where a scene does not say; its filter does not count
 * @layout_params: words, calendars and direction; its pointers are borrowed for the life of the
 * book
 * @sheets: the sheets of each scene; its title and span do not count
 * @error: return location
 *
 * Lays out the scenes of a document. Those that show no dated event have no page. Needs no screen.
 *
 * Returns: (transfer full): the book; %NULL with %G_IO_ERROR_NOT_FOUND where no page is left,
 * %G_IO_ERROR_INVALID_ARGUMENT where the sheets are too small
 */
KhattSceneBook *
khatt_scene_book_new (KhattSnapshot *snapshot,
                      const KhattArrangementParams *usual,
                      const KhattLayoutParams *layout_params,
                      const KhattPaperParams *sheets,
                      GError **error)
{
  g_autoptr (KhattSceneBook) book = g_new0 (KhattSceneBook, 1);
  const GPtrArray *scenes = khatt_snapshot_get_scenes (snapshot, KHATT_SCENES_PRESENTED);
  const Setting setting = { snapshot, usual, layout_params, sheets };

  book->papers = g_ptr_array_new_with_free_func ((GDestroyNotify) khatt_paper_free);
  book->pages = g_array_new (FALSE, FALSE, sizeof (Page));
  book->shaper = khatt_shaper_new ();
  book->title = g_strdup (khatt_snapshot_get_title (snapshot));
  book->width = sheets->width;
  book->height = sheets->height;
  for (guint i = 0; i < scenes->len; i++)
    if (!add_scene (book, &setting, g_ptr_array_index (scenes, i), i + 1, error))
      return NULL;
  count_pages (book);
  if (book->pages->len == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                           _ ("There is no scene that shows a dated event."));
      return NULL;
    }
  return g_steal_pointer (&book);
}

/**
 * khatt_scene_book_free:
 * @book: (transfer full): a book
 *
 * Frees it.
 */
void
khatt_scene_book_free (KhattSceneBook *book)
{
  g_ptr_array_unref (book->papers);
  g_array_unref (book->pages);
  khatt_shaper_free (book->shaper);
  g_free (book->title);
  g_free (book);
}

/**
 * khatt_scene_book_get_n_pages:
 * @book: a book
 *
 * Returns: how many pages it has
 */
guint
khatt_scene_book_get_n_pages (const KhattSceneBook *book)
{
  return book->pages->len;
}

/**
 * khatt_scene_book_get_n_omitted:
 * @book: a book
 *
 * Returns: how many scenes show no dated event, and have no page
 */
guint
khatt_scene_book_get_n_omitted (const KhattSceneBook *book)
{
  return book->n_omitted;
}

static void
paint_page (KhattInk *ink, guint page, gpointer data)
{
  const KhattSceneBook *book = data;
  const Page *one = &g_array_index (book->pages, Page, page);

  khatt_paper_paint (one->paper, one->number, ink);
}

static void
paint_choice (KhattInk *ink, gpointer data)
{
  const Choice *choice = data;

  paint_page (ink, choice->page, choice->book);
}

/**
 * khatt_scene_book_write_pdf:
 * @book: a book
 * @error: return location
 *
 * Writes all pages as one document. Its text can be searched and selected.
 *
 * Returns: (transfer full): the file; %NULL with %G_IO_ERROR_FAILED where Cairo fails
 */
GBytes *
khatt_scene_book_write_pdf (KhattSceneBook *book, GError **error)
{
  const KhattPages pages = {
    .width = book->width,
    .height = book->height,
    .n_pages = book->pages->len,
    .title = book->title,
    .shaper = book->shaper,
    .paint = paint_page,
    .data = book,
  };

  return khatt_picture_write_pages (&pages, error);
}

/**
 * khatt_scene_book_write_page:
 * @book: a book
 * @page: below khatt_scene_book_get_n_pages()
 * @format: of the picture
 * @pixel_scale: PNG: pixels of the file for each of 96 to the inch
 * @error: return location
 *
 * Writes one page as a picture.
 *
 * Returns: (transfer full): the file; %NULL with @error set
 */
GBytes *
khatt_scene_book_write_page (KhattSceneBook *book,
                             guint page,
                             KhattPictureFormat format,
                             double pixel_scale,
                             GError **error)
{
  Choice choice = { book, page };
  const KhattPicture picture = {
    .format = format,
    .width = book->width,
    .height = book->height,
    .pixel_scale = pixel_scale * PIXELS_PER_POINT,
    .title = book->title,
    .shaper = book->shaper,
    .paint = paint_choice,
    .data = &choice,
  };

  return khatt_picture_write (&picture, error);
}
