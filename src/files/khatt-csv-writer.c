/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The writer of a table of events: RFC 4180, UTF-8, one event a row in document order. What the
 * table has no column for is said, once for each kind of thing. */

#include "khatt-output.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "khatt-csv-columns.h"
#include "khatt-issue.h"

const char *const khatt_csv_columns[KHATT_N_COLUMNS] = {
  [KHATT_COLUMN_ID] = "id",
  [KHATT_COLUMN_TITLE] = "title",
  [KHATT_COLUMN_KIND] = "kind",
  [KHATT_COLUMN_STATUS] = "status",
  [KHATT_COLUMN_DATE] = "date",
  [KHATT_COLUMN_DATE_TEXT] = "date_text",
  [KHATT_COLUMN_ACTORS] = "actors",
  [KHATT_COLUMN_ROLES] = "roles",
  [KHATT_COLUMN_COUNTRIES] = "countries",
  [KHATT_COLUMN_PLACE] = "place",
  [KHATT_COLUMN_TOPICS] = "topics",
  [KHATT_COLUMN_TAGS] = "tags",
  [KHATT_COLUMN_NOTES] = "notes",
  [KHATT_COLUMN_ATTRIBUTION] = "attribution",
  [KHATT_COLUMN_START] = "start",
  [KHATT_COLUMN_END] = "end",
  [KHATT_COLUMN_SOURCE] = "source",
};

/* What was left out, in how many events. */
typedef struct
{
  guint quotes;
  guint offices;
  guint sources;
  guint details;
  guint ranges;
} Losses;

static void
append_field (GString *out, const char *text)
{
  if (text == NULL)
    return;
  if (strpbrk (text, ",\"\r\n") == NULL && !g_ascii_isspace (*text))
    {
      g_string_append (out, text);
      return;
    }
  g_string_append_c (out, '"');
  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *at);
    }
  g_string_append_c (out, '"');
}

static void
append_item (GString *list, guint index, const char *item)
{
  if (index > 0)
    g_string_append_c (list, KHATT_CSV_LIST_SEPARATOR);
  for (const char *at = item != NULL ? item : ""; *at != '\0'; at++)
    {
      if (*at == KHATT_CSV_LIST_SEPARATOR || *at == KHATT_CSV_LIST_ESCAPE)
        g_string_append_c (list, KHATT_CSV_LIST_ESCAPE);
      g_string_append_c (list, *at);
    }
}

static void
append_strings (GString *list, const GPtrArray *strings)
{
  for (guint i = 0; i < strings->len; i++)
    append_item (list, i, g_ptr_array_index (strings, i));
}

static void
append_actors (GString *list, const KhattEventData *event, KhattColumn column)
{
  gboolean says_something = FALSE;

  for (guint i = 0; i < event->actors->len; i++)
    {
      const KhattActorData *actor = g_ptr_array_index (event->actors, i);
      const char *item = column == KHATT_COLUMN_ACTORS           ? actor->name
                         : column == KHATT_COLUMN_COUNTRIES      ? actor->country
                         : actor->role != KHATT_ROLE_PARTICIPANT ? khatt_role_get_name (actor->role)
                                                                 : NULL;

      says_something = says_something || item != NULL;
      append_item (list, i, item);
    }
  if (!says_something)
    g_string_truncate (list, 0);
}

static void
append_attributions (GString *list, const KhattEventData *event)
{
  guint n = 0;

  for (guint i = 0; i < event->sources->len; i++)
    {
      const KhattSourceData *source = g_ptr_array_index (event->sources, i);

      if (source->attribution != NULL)
        append_item (list, n++, source->attribution);
    }
}

static const char *
get_text (const KhattEventData *event, KhattColumn column)
{
  switch (column)
    {
    case KHATT_COLUMN_ID:
      return event->id;
    case KHATT_COLUMN_TITLE:
      return event->title;
    case KHATT_COLUMN_KIND:
      return khatt_kind_get_name (event->kind);
    case KHATT_COLUMN_STATUS:
      return khatt_status_get_name (event->status);
    case KHATT_COLUMN_DATE_TEXT:
      return event->date_text;
    case KHATT_COLUMN_PLACE:
      return event->place;
    case KHATT_COLUMN_NOTES:
      return event->notes;
    default:
      return NULL;
    }
}

static void
append_date (GString *out, const KhattEventData *event, Losses *losses)
{
  KhattWrittenDate written = khatt_written_date_new (&event->date, event->date_edtf);

  if (written.start != NULL)
    {
      losses->ranges++;
      written.date = khatt_date_to_edtf (&event->date);
    }
  append_field (out, written.date);
  khatt_written_date_clear (&written);
}

static void
append_column (GString *out,
               GString *list,
               const KhattEventData *event,
               KhattColumn column,
               Losses *losses)
{
  g_string_truncate (list, 0);
  switch (column)
    {
    case KHATT_COLUMN_DATE:
      append_date (out, event, losses);
      return;
    case KHATT_COLUMN_ACTORS:
    case KHATT_COLUMN_ROLES:
    case KHATT_COLUMN_COUNTRIES:
      append_actors (list, event, column);
      break;
    case KHATT_COLUMN_TOPICS:
      append_strings (list, event->topics);
      break;
    case KHATT_COLUMN_TAGS:
      append_strings (list, event->tags);
      break;
    case KHATT_COLUMN_ATTRIBUTION:
      append_attributions (list, event);
      break;
    default:
      append_field (out, get_text (event, column));
      return;
    }
  append_field (out, list->str);
}

static void
count_losses (const KhattEventData *event, Losses *losses)
{
  gboolean has_office = FALSE;
  gboolean has_more = FALSE;

  for (guint i = 0; i < event->actors->len; i++)
    has_office =
        has_office || ((KhattActorData *) g_ptr_array_index (event->actors, i))->office != NULL;
  for (guint i = 0; i < event->sources->len; i++)
    {
      const KhattSourceData *source = g_ptr_array_index (event->sources, i);

      has_more = has_more || source->article != NULL || source->excerpt != NULL;
    }
  losses->offices += has_office;
  losses->sources += has_more;
  losses->quotes += event->quotes->len > 0;
  losses->details += event->color != NULL || event->importance != 0 || event->review != NULL ||
                     event->read != NULL || event->extra != NULL;
}

static void
say (KhattOutput *output, guint n_events, const char *what)
{
  if (n_events > 0)
    khatt_issues_add (output->issues, NULL, 0, 0,
                      g_dngettext (GETTEXT_PACKAGE,
                                   /* Translators: %s is for instance "quotations". */
                                   "A table cannot carry the %2$s of %1$u event.",
                                   "A table cannot carry the %2$s of %1$u events.", n_events),
                      n_events, what);
}

static void
say_losses (const KhattSnapshot *snapshot, KhattOutput *output, const Losses *losses)
{
  say (output, losses->quotes, _ ("quotations"));
  say (output, losses->offices, _ ("actors’ offices"));
  say (output, losses->sources, _ ("articles and excerpts"));
  say (output, losses->details, _ ("color, importance, review and other details"));
  say (output, losses->ranges, _ ("uncertain ends"));
  if (khatt_snapshot_get_n_dismissed (snapshot) > 0)
    khatt_issues_add (output->issues, NULL, 0, 0,
                      g_dngettext (GETTEXT_PACKAGE, "A table leaves out %u dismissed event.",
                                   "A table leaves out %u dismissed events.",
                                   khatt_snapshot_get_n_dismissed (snapshot)),
                      khatt_snapshot_get_n_dismissed (snapshot));
  if (khatt_snapshot_get_n_articles (snapshot) > 0)
    khatt_issues_add (output->issues, NULL, 0, 0, _ ("A table cannot carry articles."));
  if (khatt_snapshot_get_scenes (snapshot, KHATT_SCENES_PRESENTED)->len > 0)
    khatt_issues_add (output->issues, NULL, 0, 0, _ ("A table cannot carry scenes."));
}

/**
 * khatt_csv_write: (skip)
 * @snapshot: what to write
 * @output: where to
 * @error: return location for a #GError
 *
 * Returns: whether it was written
 */
gboolean
khatt_csv_write (const KhattSnapshot *snapshot, KhattOutput *output, GError **error)
{
  g_autoptr (GString) list = g_string_new (NULL);
  Losses losses = { 0 };

  for (guint i = 0; i < KHATT_N_WRITTEN_COLUMNS; i++)
    g_string_append_printf (output->text, "%s%s", i > 0 ? "," : "", khatt_csv_columns[i]);
  g_string_append (output->text, "\r\n");

  for (guint32 slot = 0; slot < khatt_snapshot_get_n_slots (snapshot); slot++)
    {
      g_autoptr (KhattEventData) event = NULL;

      if (!khatt_snapshot_has_slot (snapshot, slot))
        continue;
      event = khatt_snapshot_dup_event (snapshot, slot);
      for (KhattColumn column = 0; column < KHATT_N_WRITTEN_COLUMNS; column++)
        {
          if (column > 0)
            g_string_append_c (output->text, ',');
          append_column (output->text, list, event, column, &losses);
        }
      g_string_append (output->text, "\r\n");
      count_losses (event, &losses);
      if (!khatt_output_flush_often (output, error))
        return FALSE;
    }
  say_losses (snapshot, output, &losses);
  return khatt_output_flush (output, error);
}
