/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A timeline as one page of HTML that asks for nothing else: no network, no other file. Its policy
 * names the one style and the one script that it has, so that nothing in a document can add
 * another. Without the script it is a picture of links and a list. */

#include "khatt-handout.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "khatt-handout-private.h"
#include "khatt-handout-resources.h"
#include "khatt-limits.h"
#include "khatt-load.h"
#include "khatt-scene.h"
#include "khatt-sentence.h"
#include "khatt-words.h"

#define RESOURCE_FOLDER "/io/github/khatt/Khatt/handout/"
#define SHA256_BYTES 32
#define SCENE_LINKS 5

static GBytes *
load_resource (const char *name)
{
  g_autofree char *path = g_strconcat (RESOURCE_FOLDER, name, NULL);
  GBytes *bytes = g_resource_lookup_data (khatt_handout_get_resource (), path,
                                          G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert (bytes != NULL);
  return bytes;
}

static const char *
get_direction_word (KhattDirection direction)
{
  return direction == KHATT_DIRECTION_RTL ? "rtl" : "ltr";
}

/* A document's language decides; one that is not said, its title, and then its time. */
static KhattDirection
find_direction (const KhattSnapshot *snapshot)
{
  static const char *const right_to_left[] = { "ar",  "fa", "he", "ur", "ps",
                                               "ckb", "sd", "ug", "yi", "dv" };
  const char *language = khatt_snapshot_get_language (snapshot);

  if (language == NULL)
    return khatt_bidi_direction (khatt_snapshot_get_title (snapshot),
                                 khatt_snapshot_get_direction (snapshot));
  for (gsize i = 0; i < G_N_ELEMENTS (right_to_left); i++)
    {
      const gsize length = strlen (right_to_left[i]);

      if (strncmp (language, right_to_left[i], length) == 0 && !g_ascii_isalpha (language[length]))
        return KHATT_DIRECTION_RTL;
    }
  return KHATT_DIRECTION_LTR;
}

/**
 * khatt_handout_page_get_number: (skip)
 * @page: a page in the making
 * @slot: an event
 *
 * Returns: its number in the list, from 1; 0 where it is not in it
 */
guint
khatt_handout_page_get_number (const KhattHandoutPage *page, guint32 slot)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (page->numbers, GUINT_TO_POINTER (slot)));
}

/**
 * khatt_handout_page_append_number: (skip)
 * @page: a page in the making
 * @number: a count
 *
 * Adds a number in the digits of the page.
 */
void
khatt_handout_page_append_number (KhattHandoutPage *page, guint number)
{
  g_autofree char *text = khatt_words_count (&page->handout->words, number);

  khatt_html_append (page->html, text);
}

/**
 * khatt_handout_page_say: (skip)
 * @page: a page in the making
 * @tag: of an element
 * @css_class: (nullable): of the element
 * @text: (nullable): what the document says
 *
 * Returns: the element, for khatt_html_append_data()
 */
KhattHtmlData
khatt_handout_page_say (const KhattHandoutPage *page,
                        const char *tag,
                        const char *css_class,
                        const char *text)
{
  return (KhattHtmlData){ tag, css_class, text, page->language, page->direction };
}

static gboolean
is_listed (const KhattSnapshot *snapshot, const KhattHandout *handout, guint32 slot)
{
  return handout->filter == NULL || khatt_filter_matches (handout->filter, snapshot, slot);
}

static void
list_events (KhattHandoutPage *page)
{
  const guint32 n_events = khatt_snapshot_get_n_events (page->snapshot);

  for (guint32 position = 0; position < n_events; position++)
    {
      guint32 slot = khatt_snapshot_get_slot (page->snapshot, position);

      if (!is_listed (page->snapshot, page->handout, slot))
        continue;
      g_array_append_val (page->slots, slot);
      g_hash_table_insert (page->numbers, GUINT_TO_POINTER (slot),
                           GUINT_TO_POINTER (page->slots->len));
    }
}

static void
list_marks (KhattHandoutPage *page)
{
  const GArray *marks = page->handout->picture->marks;

  for (guint i = 0; i < marks->len; i++)
    {
      const KhattWebMark *mark = &g_array_index (marks, KhattWebMark, i);

      if (mark->n_events == 1)
        g_hash_table_add (page->marked, GUINT_TO_POINTER (mark->slot));
    }
}

static char *
dup_source (const char *text, gsize length)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[SHA256_BYTES];
  gsize size = sizeof digest;
  g_autofree char *base64 = NULL;

  g_checksum_update (checksum, (const guchar *) text, (gssize) length);
  g_checksum_get_digest (checksum, digest, &size);
  base64 = g_base64_encode (digest, size);
  return g_strdup_printf ("'sha256-%s'", base64);
}

static char *
dup_title (const KhattHandoutPage *page)
{
  const char *title = khatt_snapshot_get_title (page->snapshot);
  g_autofree char *plain = khatt_bidi_strip (title != NULL ? title : "");

  g_strstrip (plain);
  return *plain != '\0' ? g_steal_pointer (&plain) : g_strdup (_ ("Timeline"));
}

static void
append_head (KhattHandoutPage *page, const char *script)
{
  GString *html = page->html;
  g_autoptr (GBytes) sheet = load_resource ("handout.css");
  g_autoptr (GString) style = g_string_new (NULL);
  g_autofree char *title = dup_title (page);
  g_autofree char *style_source = NULL;
  g_autofree char *script_source = dup_source (script, strlen (script));

  g_string_append_len (style, g_bytes_get_data (sheet, NULL), (gssize) g_bytes_get_size (sheet));
  g_string_append (style, page->handout->picture->styles);
  g_string_append_printf (style, ":root{--picture:%.0fpx}\n", page->handout->picture->width);
  style_source = dup_source (style->str, style->len);

  g_string_append (html, "<!DOCTYPE html>\n<html");
  khatt_html_append_attribute (html, "lang", page->handout->words.language);
  khatt_html_append_attribute (html, "dir", get_direction_word (page->direction));
  g_string_append_printf (
      html,
      ">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; "
      "style-src %s; script-src %s; base-uri 'none'; form-action 'none'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"color-scheme\" content=\"light dark\">\n"
      "<meta name=\"referrer\" content=\"no-referrer\">\n"
      "<meta name=\"generator\" content=\"Khatt\">\n<title>",
      style_source, script_source);
  khatt_html_append (html, title);
  g_string_append (html, "</title>\n<style>");
  g_string_append_len (html, style->str, (gssize) style->len);
  g_string_append (html, "</style>\n</head>\n");
}

/* "12 events · 5 – 11 August 2025" */
static void
append_summary (KhattHandoutPage *page)
{
  const KhattWords *words = &page->handout->words;
  const KhattCalendar calendars[] = { KHATT_CALENDAR_GREGORIAN, page->handout->second_calendar };
  const guint n_events = page->slots->len;
  g_autofree char *number = khatt_words_count (words, n_events);
  g_autofree char *count =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s event", "%s events", n_events), number);
  gint64 first = KHATT_TIME_MAX, last = KHATT_TIME_MIN;

  for (guint i = 0; i < n_events; i++)
    {
      const KhattDate *date =
          &khatt_snapshot_get_record (page->snapshot, g_array_index (page->slots, guint32, i))
               ->date;
      const gint64 ends[] = { khatt_date_first (date), khatt_date_last (date) };

      for (gsize k = 0; khatt_date_is_known (date) && k < G_N_ELEMENTS (ends); k++)
        if (ends[k] != KHATT_TIME_MIN && ends[k] != KHATT_TIME_MAX)
          {
            first = MIN (first, ends[k]);
            last = MAX (last, ends[k]);
          }
    }
  g_string_append (page->html, "<p class=\"summary\">");
  khatt_html_append (page->html, count);
  for (gsize i = 0; first <= last && i < G_N_ELEMENTS (calendars); i++)
    {
      g_autofree char *span = calendars[i] != KHATT_CALENDAR_NONE
                                  ? khatt_words_span (words, first, last, calendars[i])
                                  : NULL;

      if (span == NULL)
        continue;
      g_string_append (page->html, " · <bdi>");
      khatt_html_append (page->html, span);
      g_string_append (page->html, "</bdi>");
    }
  g_string_append (page->html, "</p>\n");
}

static guint32
find_event (const KhattHandoutPage *page, const char *id)
{
  for (guint i = 0; i < page->slots->len; i++)
    {
      const guint32 slot = g_array_index (page->slots, guint32, i);

      if (g_strcmp0 (khatt_snapshot_get_record (page->snapshot, slot)->id, id) == 0)
        return slot;
    }
  return KHATT_SLOT_NONE;
}

static void
append_event_link (KhattHandoutPage *page, guint32 slot)
{
  g_autofree char *headline = khatt_headline_new (page->snapshot, slot);

  g_string_append_printf (page->html, "<li><a href=\"#e%u\">",
                          khatt_handout_page_get_number (page, slot));
  khatt_html_append (page->html, headline);
  g_string_append (page->html, "</a></li>\n");
}

/* Those that are brought out; without any, the first that the scene shows. */
static void
append_scene_events (KhattHandoutPage *page, const KhattScene *scene)
{
  KhattFilter filter = scene->filter != NULL ? *scene->filter : (KhattFilter){ 0 };
  g_autofree char *more = NULL;
  guint n_events = 0;

  if (khatt_scene_get_span (scene, &filter.first, &filter.last))
    filter.has_period = TRUE;
  g_string_append (page->html, "<ul>\n");
  for (guint i = 0; i < scene->focus->len; i++)
    {
      const guint32 slot = find_event (page, g_ptr_array_index (scene->focus, i));

      if (slot != KHATT_SLOT_NONE)
        append_event_link (page, slot);
    }
  for (guint i = 0; scene->focus->len == 0 && i < page->slots->len; i++)
    {
      const guint32 slot = g_array_index (page->slots, guint32, i);

      if (khatt_filter_matches (&filter, page->snapshot, slot) && n_events++ < SCENE_LINKS)
        append_event_link (page, slot);
    }
  if (n_events > SCENE_LINKS)
    {
      g_autofree char *number = khatt_words_count (&page->handout->words, n_events - SCENE_LINKS);

      more = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%s more event", "%s more events", n_events - SCENE_LINKS),
          number);
      g_string_append (page->html, "<li>");
      khatt_html_append (page->html, more);
      g_string_append (page->html, "</li>");
    }
  g_string_append (page->html, "</ul>");
}

/* What a speaker notes is for the speaker, and not handed out. */
static void
append_scene (KhattHandoutPage *page, const KhattScene *scene, guint number)
{
  gint64 first, last;
  KhattHtmlData title = khatt_handout_page_say (page, "h3", NULL, scene->title);
  g_autofree char *name = NULL;

  g_string_append_printf (page->html, "<li id=\"s%u\">", number);
  if (!khatt_html_append_data (page->html, &title))
    {
      g_autofree char *count = khatt_words_count (&page->handout->words, number);

      /* Translators: %s is a number: a scene without a title. */
      name = g_strdup_printf (_ ("Scene %s"), count);
      title = (KhattHtmlData){ "h3", NULL, name, NULL, page->direction };
      khatt_html_append_data (page->html, &title);
    }
  if (khatt_scene_get_span (scene, &first, &last))
    {
      g_autofree char *span =
          khatt_words_span (&page->handout->words, first, last, KHATT_CALENDAR_GREGORIAN);

      g_string_append (page->html, "<p class=\"span\">");
      khatt_html_append (page->html, span);
      g_string_append (page->html, "</p>");
    }
  append_scene_events (page, scene);
  g_string_append (page->html, "</li>\n");
}

static void
append_scenes (KhattHandoutPage *page)
{
  const GPtrArray *scenes = khatt_snapshot_get_scenes (page->snapshot, KHATT_SCENES_PRESENTED);

  if (scenes->len == 0)
    return;
  g_string_append (page->html, "<h2>");
  khatt_html_append (page->html, _ ("Scenes"));
  g_string_append (page->html, "</h2>\n<ol class=\"scenes\">\n");
  for (guint i = 0; i < scenes->len; i++)
    append_scene (page, g_ptr_array_index (scenes, i), i + 1);
  g_string_append (page->html, "</ol>\n");
}

static void
append_kind_choices (KhattHandoutPage *page)
{
  const GPtrArray *legend = page->handout->picture->legend;

  g_string_append (page->html, "<fieldset><legend>");
  khatt_html_append (page->html, _ ("Kinds"));
  g_string_append (page->html, "</legend>\n");
  for (guint i = 0; i < legend->len; i++)
    {
      const KhattWebSample *sample = g_ptr_array_index (legend, i);

      if (sample->kind < 0)
        continue;
      g_string_append_printf (page->html,
                              "<label><input type=\"checkbox\" name=\"kind\" value=\"%s\" checked>",
                              khatt_kind_get_name ((KhattKind) sample->kind));
      khatt_html_append (page->html, sample->label);
      g_string_append (page->html, "</label>\n");
    }
  g_string_append (page->html, "</fieldset>");
}

/* Shown by the script, which makes it work. */
static void
append_filters (KhattHandoutPage *page)
{
  GString *html = page->html;
  /* Translators: how many events a filter leaves. */
  g_autofree char *pattern = g_strdup_printf (_ ("%1$s of %2$s events"), "{shown}", "{all}");

  g_string_append (html, "<form id=\"filters\" role=\"search\" hidden>\n<label id=\"search\">");
  khatt_html_append (html, _ ("Search"));
  g_string_append (html, " <input type=\"search\" name=\"words\" autocomplete=\"off\"></label>\n");
  append_kind_choices (page);
  g_string_append (html, "<p id=\"count\" class=\"number\" role=\"status\"");
  khatt_html_append_attribute (html, "data-pattern", pattern);
  if (page->handout->words.digits == KHATT_DIGITS_ARABIC)
    khatt_html_append_attribute (html, "data-digits", "٠١٢٣٤٥٦٧٨٩");
  g_string_append (html, "></p>\n</form>\n");
}

static void
append_body (KhattHandoutPage *page, const char *script)
{
  GString *html = page->html;
  g_autofree char *title = dup_title (page);
  const KhattHtmlData heading = khatt_handout_page_say (page, "h1", NULL, title);

  g_string_append (html, "<body>\n<a class=\"skip\" href=\"#list\">");
  khatt_html_append (html, _ ("Skip to the list of events"));
  g_string_append (html, "</a>\n<header>\n");
  khatt_html_append_data (html, &heading);
  append_summary (page);
  g_string_append (html, "</header>\n<main>\n");
  khatt_handout_page_append_picture (page);
  append_scenes (page);
  g_string_append (html, "<h2 id=\"list\" tabindex=\"-1\">");
  khatt_html_append (html, _ ("Events"));
  g_string_append (html, "</h2>\n");
  append_filters (page);
  g_string_append (html, "<ol class=\"events\">\n");
  for (guint i = 0; i < page->slots->len; i++)
    khatt_handout_page_append_event (page, g_array_index (page->slots, guint32, i));
  g_string_append (html, "</ol>\n</main>\n<footer class=\"foot\"><p>");
  khatt_html_append (html, _ ("Made with Khatt"));
  g_string_append (html, "</p></footer>\n<script>");
  g_string_append (html, script);
  g_string_append (html, "</script>\n</body>\n</html>\n");
}

/**
 * khatt_handout_has_room:
 * @snapshot: the document
 * @handout: what of it; it needs no picture yet
 * @error: return location
 *
 * Tells before anything is drawn whether a page can be written.
 *
 * Returns: %FALSE with %KHATT_FILES_ERROR_TOO_LARGE where there are too many events
 */
gboolean
khatt_handout_has_room (const KhattSnapshot *snapshot, const KhattHandout *handout, GError **error)
{
  const guint32 n_in_all = khatt_snapshot_get_n_events (snapshot);
  g_autofree char *number = NULL;
  g_autofree char *limit = NULL;
  guint n_events = 0;

  for (guint32 position = 0; position < n_in_all; position++)
    n_events += is_listed (snapshot, handout, khatt_snapshot_get_slot (snapshot, position));
  if (n_events <= KHATT_LIMIT_HANDOUT)
    return TRUE;
  number = khatt_words_count (&handout->words, n_events);
  limit = khatt_words_count (&handout->words, KHATT_LIMIT_HANDOUT);
  g_set_error (error, KHATT_FILES_ERROR, KHATT_FILES_ERROR_TOO_LARGE,
               _ ("A web page can hold %s events; these are %s. Choose fewer with a filter or a "
                  "shorter time."),
               limit, number);
  return FALSE;
}

/**
 * khatt_handout_write:
 * @snapshot: the document
 * @handout: what of it, and how
 * @error: return location
 *
 * Writes a page: the picture, the scenes of the document and a list of its events, in order.
 *
 * Returns: (transfer full): the file; %NULL with %KHATT_FILES_ERROR_TOO_LARGE where there are too
 * many events
 */
GBytes *
khatt_handout_write (const KhattSnapshot *snapshot, const KhattHandout *handout, GError **error)
{
  g_autoptr (GString) html = g_string_new (NULL);
  g_autoptr (GArray) slots = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) marked = g_hash_table_new (NULL, NULL);
  g_autoptr (GBytes) script = load_resource ("handout.js");
  const char *language = khatt_snapshot_get_language (snapshot);
  KhattHandoutPage page = {
    .html = html,
    .snapshot = snapshot,
    .handout = handout,
    .direction = find_direction (snapshot),
    .language = g_strcmp0 (language, handout->words.language) != 0 ? language : NULL,
    .slots = slots,
    .numbers = numbers,
    .marked = marked,
  };

  if (!khatt_handout_has_room (snapshot, handout, error))
    return NULL;
  list_events (&page);
  list_marks (&page);
  append_head (&page, g_bytes_get_data (script, NULL));
  append_body (&page, g_bytes_get_data (script, NULL));
  return g_string_free_to_bytes (g_steal_pointer (&html));
}
