/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Many files at once. Articles know nothing of each other until they are merged, so they are read
 * on all cores, each thread taking the next file; what came out is collected in the order of the
 * files, whichever thread was first. Documents go into the timeline one after another: the first as
 * it is, each other one merged with what is there. */

#include "khatt-load-private.h"

#include <glib/gi18n-lib.h>

#include "khatt-crew.h"
#include "khatt-format.h"
#include "khatt-issue.h"

/* What a thread made of a file. */
typedef struct
{
  KhattLoaded *loaded; /* NULL: not read here, or not readable */
  GError *error;
} Result;

typedef struct
{
  GArray *items; /* of KhattFolderItem */
  Result *results;
  const KhattLoadOptions *options;
  KhattTicker *ticker;
  GCancellable *cancellable;
  gint next; /* atomic */
} Work;

static gboolean
is_article_format (const KhattFormat *format)
{
  return format != NULL && format->is_article;
}

/* By its name: what turns out to be a document after all is read again with the others. */
static gboolean
is_likely_article (const Work *work, GFile *file)
{
  g_autofree char *name = NULL;

  if (work->options != NULL && work->options->format != NULL)
    return is_article_format (khatt_format_by_name (work->options->format));
  name = g_file_get_basename (file);
  return name != NULL && is_article_format (khatt_format_by_file_name (name));
}

/* What the thread's own loaded things have got of a file; the timeline stays, empty as it is. */
static KhattLoaded *
split_off (KhattLoaded *desk)
{
  KhattLoaded *loaded = g_new0 (KhattLoaded, 1);

  loaded->reports = desk->reports;
  loaded->issues = desk->issues;
  loaded->format = desk->format;
  loaded->etag = g_steal_pointer (&desk->etag);
  loaded->has_losses = desk->has_losses;
  desk->reports = g_ptr_array_new_with_free_func ((GDestroyNotify) khatt_report_free);
  desk->issues = khatt_issues_new ();
  desk->has_losses = FALSE;
  return loaded;
}

static void
read_item (Work *work, guint index, KhattLoaded **desk)
{
  const KhattFolderItem *item = &g_array_index (work->items, KhattFolderItem, index);
  Result *result = &work->results[index];
  GError *error = NULL;

  if (!is_likely_article (work, item->file))
    return;
  if (*desk == NULL)
    *desk = khatt_loaded_new ();
  if (khatt_load_add_file (*desk, item->file, work->options, work->ticker, work->cancellable,
                           &error) &&
      is_article_format (khatt_format_by_name ((*desk)->format)))
    {
      result->loaded = split_off (*desk);
      return;
    }
  result->error = error;
  g_clear_pointer (desk, khatt_loaded_free);
}

/* One thread's share: it takes the next file until there is none. */
static void
read_items (guint task, gpointer data)
{
  Work *work = data;
  g_autoptr (KhattLoaded) desk = NULL;

  while (!g_cancellable_is_cancelled (work->cancellable))
    {
      guint index = (guint) g_atomic_int_add (&work->next, 1);

      if (index >= work->items->len)
        break;
      read_item (work, index, &desk);
    }
}

static void
read_articles (Work *work)
{
  guint n_jobs = khatt_crew_get_size (work->options != NULL ? work->options->n_jobs : 0);

  n_jobs = MIN (n_jobs, work->items->len);
  khatt_crew_run (n_jobs, n_jobs, read_items, work);
}

static void
move_all (GPtrArray *from, GPtrArray *to)
{
  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add (to, g_ptr_array_index (from, i));
  g_ptr_array_set_free_func (from, NULL);
}

static void
take_result (KhattLoaded *loaded, KhattLoaded *result)
{
  move_all (result->reports, loaded->reports);
  move_all (result->issues, loaded->issues);
  loaded->format = result->format;
  loaded->has_losses |= result->has_losses;
  g_free (loaded->etag);
  loaded->etag = g_steal_pointer (&result->etag);
}

/* A file that somebody named must be usable; one that was found in a folder is an issue. */
static gboolean
take_error (KhattLoaded *loaded, const KhattFolderItem *item, GError *cause, GError **error)
{
  g_autofree char *name = NULL;

  if (!item->is_found || g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, cause);
      return FALSE;
    }
  name = g_file_get_parse_name (item->file);
  khatt_issues_add (loaded->issues, name, 0, 0, _ ("The file was left out: %s"), cause->message);
  g_error_free (cause);
  return TRUE;
}

static gboolean
is_empty (KhattTimeline *timeline)
{
  return g_list_model_get_n_items (G_LIST_MODEL (timeline)) == 0 &&
         khatt_timeline_get_n_articles (timeline) == 0;
}

static gboolean
add_document (KhattLoaded *loaded, GFile *file, const Work *work, GError **error)
{
  g_autoptr (KhattLoaded) other = NULL;
  g_autoptr (KhattSnapshot) snapshot = NULL;
  KhattMergeResult merged;

  if (is_empty (loaded->timeline))
    return khatt_load_add_file (loaded, file, work->options, work->ticker, work->cancellable,
                                error);
  other = khatt_loaded_new ();
  if (!khatt_load_add_file (other, file, work->options, work->ticker, work->cancellable, error))
    return FALSE;
  snapshot = khatt_timeline_ref_snapshot (other->timeline);
  khatt_merge_add_document (loaded->timeline, snapshot,
                            work->options != NULL ? work->options->n_jobs : 0, &merged);
  khatt_merge_result_add (&loaded->merged, &merged);
  loaded->is_read_only |= other->is_read_only;
  take_result (loaded, other);
  return TRUE;
}

static gboolean
collect_item (KhattLoaded *loaded, Work *work, guint index, GError **error)
{
  const KhattFolderItem *item = &g_array_index (work->items, KhattFolderItem, index);
  Result *result = &work->results[index];
  GError *cause = g_steal_pointer (&result->error);

  if (result->loaded != NULL)
    {
      take_result (loaded, result->loaded);
      g_clear_pointer (&result->loaded, khatt_loaded_free);
      return TRUE;
    }
  if (cause == NULL && add_document (loaded, item->file, work, &cause))
    return TRUE;
  return take_error (loaded, item, cause, error);
}

static void
free_results (Work *work)
{
  for (guint i = 0; i < work->items->len; i++)
    {
      g_clear_pointer (&work->results[i].loaded, khatt_loaded_free);
      g_clear_error (&work->results[i].error);
    }
  g_free (work->results);
}

/**
 * khatt_load_add_many: (skip)
 * @loaded: what is loaded already
 * @items: (element-type KhattFolderItem): files
 * @options: (nullable): how to read them
 * @ticker: (nullable): is told of progress
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * Adds what the files hold to what is loaded.
 *
 * Returns: %FALSE where one that somebody named cannot be used, or all cannot
 */
gboolean
khatt_load_add_many (KhattLoaded *loaded,
                     GArray *items,
                     const KhattLoadOptions *options,
                     KhattTicker *ticker,
                     GCancellable *cancellable,
                     GError **error)
{
  Work work = { .items = items,
                .results = g_new0 (Result, items->len),
                .options = options,
                .ticker = ticker,
                .cancellable = cancellable };
  gboolean is_loaded = TRUE;

  if (items->len > 1)
    read_articles (&work);
  is_loaded = !g_cancellable_set_error_if_cancelled (cancellable, error);
  for (guint i = 0; i < items->len && is_loaded; i++)
    is_loaded = collect_item (loaded, &work, i, error);
  free_results (&work);
  if (is_loaded && loaded->format == NULL)
    {
      g_set_error (error, KHATT_FILES_ERROR, KHATT_FILES_ERROR_FORMAT,
                   _ ("None of the files could be read."));
      return FALSE;
    }
  return is_loaded;
}
