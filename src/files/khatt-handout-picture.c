/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The picture of a page: ink that only eyes see, and over it a link for each mark, whose name is
 * the sentence of its event. The legend stands below. */

#include "khatt-handout-private.h"

#include <glib/gi18n-lib.h>

#include "khatt-sentence.h"
#include "khatt-words.h"

#define MARK_REACH 2.0

static void
append_length (GString *html, const char *name, double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (html, " %s=\"%s\"", name,
                          g_ascii_formatd (text, sizeof text, "%.1f", value));
}

static void
append_area (GString *html, const KhattWebArea *area)
{
  if (area->width <= 0)
    return;
  g_string_append (html, "<rect");
  append_length (html, "x", area->x - MARK_REACH);
  append_length (html, "y", area->y - MARK_REACH);
  append_length (html, "width", area->width + 2 * MARK_REACH);
  append_length (html, "height", area->height + 2 * MARK_REACH);
  g_string_append (html, " rx=\"4\"/>");
}

static char *
dup_name (const KhattHandoutPage *page, const KhattWebMark *mark)
{
  const KhattWords *words = &page->handout->words;
  g_autofree char *sentence = khatt_sentence_new (page->snapshot, mark->slot, words);
  g_autofree char *number = NULL;

  if (mark->n_events == 1)
    return g_steal_pointer (&sentence);
  number = khatt_words_count (words, mark->n_events);
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   /* Translators: a mark for several events; the sentence is that of the first. */
                   "%s event here; the first: %s", "%s events here; the first: %s", mark->n_events),
      number, sentence);
}

static void
append_mark (KhattHandoutPage *page, const KhattWebMark *mark)
{
  GString *html = page->html;
  const guint number = khatt_handout_page_get_number (page, mark->slot);
  g_autofree char *name = NULL;

  if (number == 0)
    return;
  name = dup_name (page, mark);
  g_string_append (html, "<a");
  if (mark->n_events == 1)
    g_string_append_printf (html, " id=\"m%u\"", number);
  g_string_append_printf (html, " href=\"#e%u\" data-events=\"%u\"", number, mark->n_events);
  khatt_html_append_attribute (html, "aria-label", name);
  g_string_append (html, "><title>");
  khatt_html_append (html, name);
  g_string_append (html, "</title>");
  append_area (html, &mark->mark);
  append_area (html, &mark->label);
  g_string_append (html, "</a>\n");
}

static void
append_links (KhattHandoutPage *page)
{
  const KhattWebPicture *picture = page->handout->picture;
  GString *html = page->html;

  g_string_append (html, "<svg class=\"links\" role=\"group\"");
  g_string_append_printf (html, " viewBox=\"0 0 %.0f %.0f\"", picture->width, picture->height);
  g_string_append_printf (html, " data-time=\"%s\"",
                          page->handout->time_direction == KHATT_DIRECTION_RTL ? "rtl" : "ltr");
  khatt_html_append_attribute (html, "aria-label", _ ("Marks of the events"));
  g_string_append (html, ">\n");
  for (guint i = 0; i < picture->marks->len; i++)
    append_mark (page, &g_array_index (picture->marks, KhattWebMark, i));
  g_string_append (html, "</svg>");
}

static void
append_legend (KhattHandoutPage *page)
{
  const GPtrArray *legend = page->handout->picture->legend;
  GString *html = page->html;

  g_string_append (html, "<section class=\"legend\"");
  khatt_html_append_attribute (html, "aria-label", _ ("Legend"));
  g_string_append (html, ">\n");
  for (guint i = 0; i < legend->len; i++)
    {
      const KhattWebSample *sample = g_ptr_array_index (legend, i);

      if (sample->heading != NULL)
        {
          g_string_append (html, i > 0 ? "</ul></div>\n<div><h3>" : "<div><h3>");
          khatt_html_append (html, sample->heading);
          g_string_append (html, "</h3><ul>");
        }
      g_string_append (html, "<li><span aria-hidden=\"true\">");
      g_string_append (html, sample->svg);
      g_string_append (html, "</span>");
      khatt_html_append (html, sample->label);
      g_string_append (html, " <span class=\"number\">");
      khatt_handout_page_append_number (page, sample->n_events);
      g_string_append (html, "</span></li>\n");
    }
  g_string_append (html, legend->len > 0 ? "</ul></div></section>\n" : "</section>\n");
}

/**
 * khatt_handout_dup_plate_id: (skip)
 * @kind: of an event
 * @status: of it
 * @hue: the colour that a person gave it
 *
 * Returns: (transfer full): what its plate is called in the page
 */
char *
khatt_handout_dup_plate_id (KhattKind kind, KhattStatus status, KhattHue hue)
{
  const char *color = khatt_hue_get_color (hue);

  return g_strjoin ("-", khatt_kind_get_name (kind), khatt_status_get_name (status),
                    color != NULL ? color + 1 : NULL, NULL);
}

static void
append_plate (KhattHandoutPage *page, KhattKind kind, KhattStatus status, KhattHue hue)
{
  const char *plate = page->handout->picture->plates[kind][status][hue];
  g_autofree char *id = khatt_handout_dup_plate_id (kind, status, hue);

  if (plate != NULL)
    g_string_append_printf (page->html, "<g id=\"%s\">%s</g>\n", id, plate);
}

/* Once each; the events of the list refer to them. */
static void
append_plates (KhattHandoutPage *page)
{
  g_string_append (page->html, "<svg class=\"plates\" aria-hidden=\"true\"><defs>\n");
  for (guint kind = 0; kind < KHATT_N_KINDS; kind++)
    for (guint status = 0; status < KHATT_N_STATUSES; status++)
      for (guint hue = 0; hue < KHATT_N_HUES; hue++)
        append_plate (page, kind, status, hue);
  g_string_append (page->html, "</defs></svg>\n");
}

/**
 * khatt_handout_page_append_picture: (skip)
 * @page: a page in the making
 *
 * Adds the picture, which scrolls in a frame of its own, and its legend.
 */
void
khatt_handout_page_append_picture (KhattHandoutPage *page)
{
  GString *html = page->html;

  g_string_append (html, "<h2>");
  khatt_html_append (html, _ ("Timeline"));
  g_string_append_printf (html,
                          "</h2>\n<div class=\"box\" role=\"region\" tabindex=\"0\" dir=\"%s\"",
                          page->handout->time_direction == KHATT_DIRECTION_RTL ? "rtl" : "ltr");
  khatt_html_append_attribute (html, "aria-label", _ ("Timeline"));
  g_string_append (html, "><div class=\"sheet\"><div aria-hidden=\"true\">");
  g_string_append (html, page->handout->picture->svg);
  g_string_append (html, "</div>\n");
  append_links (page);
  g_string_append (html, "</div></div>\n");
  append_legend (page);
  append_plates (page);
}
