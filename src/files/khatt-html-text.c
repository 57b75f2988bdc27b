/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Text on its way into HTML. A page is handed to others, so nothing in a document may become an
 * element, a script or a control character there, or turn round what stands beside it. */

#include "khatt-html-text.h"

static const char *
get_direction_word (KhattDirection direction)
{
  return direction == KHATT_DIRECTION_RTL ? "rtl" : "ltr";
}

/**
 * khatt_html_append: (skip)
 * @html: a page in the making
 * @text: (nullable): the program's own words; isolates in them stay
 *
 * Adds text. Control characters, which HTML does not know, are left out.
 */
void
khatt_html_append (GString *html, const char *text)
{
  for (const char *at = text != NULL ? text : ""; *at != '\0'; at = g_utf8_next_char (at))
    {
      switch (*at)
        {
        case '&':
          g_string_append (html, "&amp;");
          break;
        case '<':
          g_string_append (html, "&lt;");
          break;
        case '>':
          g_string_append (html, "&gt;");
          break;
        case '"':
          g_string_append (html, "&quot;");
          break;
        default:
          if (*at == '\n' || *at == '\t' || !g_unichar_iscntrl (g_utf8_get_char (at)))
            g_string_append_len (html, at, g_utf8_next_char (at) - at);
        }
    }
}

/**
 * khatt_html_append_attribute: (skip)
 * @html: a page in the making
 * @name: of an attribute
 * @value: (nullable): %NULL: there is none
 *
 * Adds an attribute.
 */
void
khatt_html_append_attribute (GString *html, const char *name, const char *value)
{
  if (value == NULL)
    return;
  g_string_append_printf (html, " %s=\"", name);
  khatt_html_append (html, value);
  g_string_append_c (html, '"');
}

/**
 * khatt_html_append_data: (skip)
 * @html: a page in the making
 * @data: what a document says
 *
 * Adds an element with its own direction where it is not the page's.
 *
 * Returns: whether there was something to add
 */
gboolean
khatt_html_append_data (GString *html, const KhattHtmlData *data)
{
  g_autofree char *plain = khatt_bidi_strip (data->text != NULL ? data->text : "");
  const KhattDirection direction = khatt_bidi_direction (plain, data->direction);

  g_strstrip (plain);
  if (*plain == '\0')
    return FALSE;
  g_string_append_printf (html, "<%s", data->tag);
  khatt_html_append_attribute (html, "class", data->css_class);
  if (direction != data->direction || g_str_equal (data->tag, "bdi"))
    khatt_html_append_attribute (html, "dir", get_direction_word (direction));
  khatt_html_append_attribute (html, "lang", data->language);
  g_string_append_c (html, '>');
  khatt_html_append (html, plain);
  g_string_append_printf (html, "</%s>", data->tag);
  return TRUE;
}
