/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* An event of a page: what the details pane of the window says, as an article in a list. */

#include "khatt-handout-private.h"

#include <glib/gi18n-lib.h>

#include "khatt-sentence.h"
#include "khatt-words.h"

/* What HTML takes for a date is what is known to a year, a month, a day or a second. */
#define MACHINE_DATE "^\\d{4}(-(0[1-9]|1[0-2])(-\\d{2}(T\\d{2}:\\d{2}:\\d{2}Z?)?)?)?$"

static void
append_words (KhattHandoutPage *page, const char *tag, const char *css_class, const char *words)
{
  g_string_append_printf (page->html, "<%s class=\"%s\">", tag, css_class);
  khatt_html_append (page->html, words);
  g_string_append_printf (page->html, "</%s>\n", tag);
}

/* Of the document. */
static gboolean
append_said (KhattHandoutPage *page, const char *tag, const char *css_class, const char *text)
{
  const KhattHtmlData data = khatt_handout_page_say (page, tag, css_class, text);

  return khatt_html_append_data (page->html, &data);
}

static void
append_heading (KhattHandoutPage *page, const char *words)
{
  g_string_append (page->html, "<h4>");
  khatt_html_append (page->html, words);
  g_string_append (page->html, "</h4>\n");
}

static void
append_head (KhattHandoutPage *page, guint32 slot, const KhattEventData *event, guint number)
{
  g_autofree char *headline = khatt_headline_new (page->snapshot, slot);
  const KhattDirection direction = khatt_bidi_direction (headline, page->direction);
  const KhattHue hue = khatt_hue_from_color (event->color);
  g_autofree char *plate = khatt_handout_dup_plate_id (event->kind, event->status, hue);

  if (page->handout->picture->plates[event->kind][event->status][hue] != NULL)
    g_string_append_printf (page->html,
                            "<svg class=\"plate\" viewBox=\"0 0 28 28\" aria-hidden=\"true\">"
                            "<use href=\"#%s\"/></svg>\n",
                            plate);
  g_string_append (page->html, "<p class=\"head\">");
  append_words (page, "span", "kind", khatt_kind_get_label (event->kind));
  if (event->status != KHATT_STATUS_HAPPENED)
    append_words (page, "span", "status", khatt_status_get_label (event->status));
  g_string_append_printf (page->html, "</p>\n<h3 id=\"h%u\"%s><a href=\"#e%u\">", number,
                          direction == page->direction       ? ""
                          : direction == KHATT_DIRECTION_RTL ? " dir=\"rtl\""
                                                             : " dir=\"ltr\"",
                          number);
  khatt_html_append (page->html, headline);
  g_string_append (page->html, "</a></h3>\n");
  /* Where the headline says who, the title says about what. */
  if (event->title != NULL && g_strcmp0 (event->title, headline) != 0)
    append_said (page, "p", "title", event->title);
}

static void
append_machine_date (KhattHandoutPage *page, const char *edtf, const char *words)
{
  const gboolean is_plain = g_regex_match_simple (MACHINE_DATE, edtf, 0, 0);

  g_string_append (page->html, is_plain ? "<time" : "<span class=\"date\"");
  khatt_html_append_attribute (page->html, is_plain ? "datetime" : "data-edtf", edtf);
  g_string_append_c (page->html, '>');
  khatt_html_append (page->html, words);
  g_string_append (page->html, is_plain ? "</time>" : "</span>");
}

/* In both calendars; what could not be read, as it is written. */
static void
append_date (KhattHandoutPage *page, const KhattEventData *event)
{
  const KhattHandout *handout = page->handout;
  g_autofree char *edtf = NULL;
  g_autofree char *words = NULL;
  g_autofree char *second = NULL;

  g_string_append (page->html, "<p class=\"when\">");
  if (khatt_date_is_known (&event->date))
    {
      edtf = khatt_date_to_edtf (&event->date);
      words = khatt_words_date (&handout->words, &event->date, KHATT_CALENDAR_GREGORIAN);
      append_machine_date (page, edtf, words != NULL ? words : edtf);
      if (handout->second_calendar != KHATT_CALENDAR_NONE)
        second = khatt_words_date (&handout->words, &event->date, handout->second_calendar);
      if (second != NULL)
        append_words (page, "span", "second", second);
    }
  else if (!append_said (page, "bdi", "date", event->date_text))
    khatt_html_append (page->html, _ ("No date"));
  g_string_append (page->html, "</p>\n");
}

static void
append_actors (KhattHandoutPage *page, const KhattEventData *event)
{
  if (event->actors->len == 0)
    return;
  g_string_append (page->html, "<ul class=\"actors\">\n");
  for (guint i = 0; i < event->actors->len; i++)
    {
      const KhattActorData *actor = g_ptr_array_index (event->actors, i);

      g_string_append (page->html, "<li>");
      append_said (page, "bdi", "name", actor->name);
      g_string_append_c (page->html, ' ');
      append_said (page, "bdi", "office", actor->office);
      append_words (page, "span", "chip", khatt_role_get_label (actor->role, event->kind));
      g_string_append (page->html, "</li>\n");
    }
  g_string_append (page->html, "</ul>\n");
}

static void
append_place (KhattHandoutPage *page, const char *place)
{
  if (place == NULL || *place == '\0')
    return;
  g_string_append (page->html, "<p class=\"place\">");
  append_words (page, "span", "number", _ ("Place"));
  append_said (page, "bdi", NULL, place);
  g_string_append (page->html, "</p>\n");
}

static void
append_chips (KhattHandoutPage *page, const GPtrArray *texts, const char *name)
{
  if (texts->len == 0)
    return;
  g_string_append (page->html, "<ul class=\"chips\"");
  khatt_html_append_attribute (page->html, "aria-label", name);
  g_string_append_c (page->html, '>');
  for (guint i = 0; i < texts->len; i++)
    append_said (page, "li", "chip", g_ptr_array_index (texts, i));
  g_string_append (page->html, "</ul>\n");
}

static void
append_quotes (KhattHandoutPage *page, const KhattEventData *event)
{
  for (guint i = 0; i < event->quotes->len; i++)
    {
      const KhattQuoteData *quote = g_ptr_array_index (event->quotes, i);
      /* Translators: a quotation, in the quotation marks of your language. */
      g_autofree char *text = g_strdup_printf (_ ("“%s”"), quote->text != NULL ? quote->text : "");

      g_string_append (page->html, "<figure>");
      append_said (page, "blockquote", "text", text);
      append_said (page, "figcaption", NULL, quote->speaker);
      g_string_append (page->html, "</figure>\n");
    }
}

static void
append_notes (KhattHandoutPage *page, const char *notes)
{
  if (notes == NULL || *notes == '\0')
    return;
  append_heading (page, _ ("Notes"));
  append_said (page, "p", "text", notes);
}

/* Nothing but the web is linked to. */
static gboolean
is_web_address (const char *address)
{
  g_autofree char *scheme = address != NULL ? g_uri_parse_scheme (address) : NULL;

  return scheme != NULL && (g_str_equal (scheme, "https") || g_str_equal (scheme, "http")) &&
         g_uri_is_valid (address, G_URI_FLAGS_PARSE_RELAXED, NULL);
}

static void
append_article (KhattHandoutPage *page, const KhattArticle *article)
{
  const char *title =
      article->title != NULL && *article->title != '\0' ? article->title : article->address;
  KhattDate published;
  g_autofree char *day = NULL;

  append_said (page, "cite", NULL, article->publisher);
  if (is_web_address (article->address))
    {
      g_string_append (page->html, "<a rel=\"noreferrer noopener external\"");
      khatt_html_append_attribute (page->html, "href", article->address);
      g_string_append_c (page->html, '>');
      append_said (page, "bdi", NULL, title);
      g_string_append (page->html, "</a>\n");
    }
  else
    append_said (page, "bdi", NULL, title);
  if (article->published != NULL && khatt_date_parse (article->published, -1, &published, NULL))
    day = khatt_words_date (&page->handout->words, &published, KHATT_CALENDAR_GREGORIAN);
  if (day != NULL)
    append_machine_date (page, article->published, day);
}

static void
append_difference (KhattHandoutPage *page, const char *value)
{
  g_autofree char *isolated = NULL;
  g_autofree char *words = NULL;

  if (value == NULL || *value == '\0')
    return;
  isolated = khatt_bidi_isolate (value);
  /* Translators: one source of an event says something else than the others: a date, a place. */
  words = g_strdup_printf (_ ("This source says: %s"), isolated);
  append_words (page, "p", "differs", words);
}

static void
append_differences (KhattHandoutPage *page, const KhattSourceData *source)
{
  KhattStatus status;
  KhattDate date;
  g_autofree char *day = NULL;

  if (source->date != NULL && khatt_date_parse (source->date, -1, &date, NULL))
    day = khatt_words_date (&page->handout->words, &date, KHATT_CALENDAR_GREGORIAN);
  append_difference (page, day != NULL ? day : source->date);
  if (source->status != NULL)
    append_difference (page, khatt_status_from_name (source->status, &status)
                                 ? khatt_status_get_label (status)
                                 : source->status);
  append_difference (page, source->place);
  append_difference (page, source->title);
}

/* A sentence of an article may be broken over lines there. */
static void
append_sentence (KhattHandoutPage *page, const char *excerpt)
{
  g_autofree char *sentence = g_strdelimit (g_strdup (excerpt != NULL ? excerpt : ""), "\n", ' ');

  append_said (page, "p", "sentence", sentence);
}

static void
append_sources (KhattHandoutPage *page, const KhattEventData *event)
{
  const guint n_sources = event->sources->len;

  if (n_sources == 0)
    return;
  append_heading (page, g_dngettext (GETTEXT_PACKAGE, "Source", "Sources", n_sources));
  g_string_append (page->html, "<ul class=\"sources\">\n");
  for (guint i = 0; i < n_sources; i++)
    {
      const KhattSourceData *source = g_ptr_array_index (event->sources, i);
      KhattArticle *article =
          source->article != NULL
              ? khatt_snapshot_get_article_by_id (page->snapshot, source->article)
              : NULL;

      g_string_append (page->html, "<li>");
      append_sentence (page, source->excerpt);
      append_differences (page, source);
      g_string_append (page->html, "<p class=\"from\">");
      append_said (page, "bdi", "attribution", source->attribution);
      if (article != NULL)
        append_article (page, article);
      g_string_append (page->html, "</p></li>\n");
    }
  g_string_append (page->html, "</ul>\n");
}

static gboolean
has_proof (const KhattEventData *event)
{
  return event->sources->len > 0 || event->quotes->len > 0;
}

/**
 * khatt_handout_page_append_event: (skip)
 * @page: a page in the making
 * @slot: an event of its list
 *
 * Adds an event to the list.
 */
void
khatt_handout_page_append_event (KhattHandoutPage *page, guint32 slot)
{
  g_autoptr (KhattEventData) event = khatt_snapshot_dup_event (page->snapshot, slot);
  const guint number = khatt_handout_page_get_number (page, slot);
  g_autofree char *id = khatt_bidi_strip (event->id);
  GString *html = page->html;

  g_string_append_printf (html, "<li class=\"event\" id=\"e%u\" data-kind=\"%s\"", number,
                          khatt_kind_get_name (event->kind));
  khatt_html_append_attribute (html, "data-id", id);
  g_string_append_printf (html, "><article aria-labelledby=\"h%u\"%s><div>\n", number,
                          has_proof (event) ? " class=\"both\"" : "");
  append_head (page, slot, event, number);
  append_date (page, event);
  append_actors (page, event);
  append_place (page, event->place);
  append_chips (page, event->topics, _ ("Topics"));
  append_chips (page, event->tags, _ ("Tags"));
  append_notes (page, event->notes);
  if (g_hash_table_contains (page->marked, GUINT_TO_POINTER (slot)))
    {
      g_string_append_printf (html, "<p class=\"back\"><a href=\"#m%u\" aria-describedby=\"h%u\">",
                              number, number);
      khatt_html_append (html, _ ("Show in the timeline"));
      g_string_append (html, "</a></p>\n");
    }
  g_string_append (html, "</div>\n");
  if (has_proof (event))
    {
      g_string_append (html, "<div class=\"proof\">\n");
      append_quotes (page, event);
      append_sources (page, event);
      g_string_append (html, "</div>\n");
    }
  g_string_append (html, "</article></li>\n");
}
