/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two pictures of one layout, light and dark, differ in colours alone. So they become one drawing
 * whose elements have classes, and two sets of rules: the page chooses, and no element needs a
 * style of its own, which a page with a strict policy would refuse.
 *
 *     <path style="fill:rgb(100%,…)"/>  <path style="fill:rgb(11%,…)"/>      light, dark
 *     <path class="k7"/>     .k7{fill:#fff}  @media (prefers-color-scheme:dark){.k7{fill:#1b1b1e}}
 */

#include "khatt-svg-styles.h"

#include <string.h>

#define TAG_PATTERN "<([a-zA-Z]\\w*)((?:\\s+[\\w:-]+=\"[^\"]*\")*)\\s*(/?)>"
#define ATTRIBUTE_PATTERN "([\\w:-]+)=\"([^\"]*)\""
#define COLOR_PATTERN "rgb\\(([\\d.]+)%,\\s*([\\d.]+)%,\\s*([\\d.]+)%\\)"

struct _KhattSvgStyles
{
  GRegex *tag;
  GRegex *attribute;
  GRegex *color;
  GHashTable *classes; /* light and dark style, with a line between -> its number */
  GString *both;       /* rules */
  GString *dark;
  guint n_pictures;
};

/* What of a tag says how it looks, and the rest. */
typedef struct
{
  GString *style;
  GString *rest;
} Look;

/**
 * khatt_svg_styles_new:
 *
 * Returns: (transfer full): styles of no picture yet
 */
KhattSvgStyles *
khatt_svg_styles_new (void)
{
  KhattSvgStyles *styles = g_new0 (KhattSvgStyles, 1);

  styles->tag = g_regex_new (TAG_PATTERN, G_REGEX_OPTIMIZE, 0, NULL);
  styles->attribute = g_regex_new (ATTRIBUTE_PATTERN, G_REGEX_OPTIMIZE, 0, NULL);
  styles->color = g_regex_new (COLOR_PATTERN, G_REGEX_OPTIMIZE, 0, NULL);
  styles->classes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  styles->both = g_string_new (NULL);
  styles->dark = g_string_new (NULL);
  return styles;
}

/**
 * khatt_svg_styles_free:
 * @styles: (transfer full): styles
 *
 * Frees them.
 */
void
khatt_svg_styles_free (KhattSvgStyles *styles)
{
  g_regex_unref (styles->tag);
  g_regex_unref (styles->attribute);
  g_regex_unref (styles->color);
  g_hash_table_unref (styles->classes);
  g_string_free (styles->both, TRUE);
  g_string_free (styles->dark, TRUE);
  g_free (styles);
}

static gboolean
is_look (const char *name)
{
  static const char *const names[] = { "fill", "stroke", "stop-color", "stop-opacity", "overflow" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (name, names[i]))
      return TRUE;
  return g_str_has_prefix (name, "fill-") || g_str_has_prefix (name, "stroke-");
}

/* Cairo numbers what it refers to anew in each picture: a page has several. */
static void
append_attribute (const KhattSvgStyles *styles, GString *rest, const char *name, const char *value)
{
  if (g_str_has_prefix (name, "xmlns") || g_str_equal (name, "version"))
    return;
  if (g_str_equal (name, "xlink:href"))
    name = "href";
  if (g_str_equal (name, "id"))
    g_string_append_printf (rest, " id=\"p%u-%s\"", styles->n_pictures, value);
  else if (*value == '#')
    g_string_append_printf (rest, " %s=\"#p%u-%s\"", name, styles->n_pictures, value + 1);
  else if (g_str_has_prefix (value, "url(#"))
    g_string_append_printf (rest, " %s=\"url(#p%u-%s\"", name, styles->n_pictures,
                            value + strlen ("url(#"));
  else
    g_string_append_printf (rest, " %s=\"%s\"", name, value);
}

static void
append_style (GString *style, const char *more)
{
  while (*more == ' ')
    more++;
  if (*more == '\0')
    return;
  g_string_append (style, more);
  if (style->str[style->len - 1] != ';')
    g_string_append_c (style, ';');
}

static Look
look_new (const KhattSvgStyles *styles, const char *attributes)
{
  Look look = { g_string_new (NULL), g_string_new (NULL) };
  g_autoptr (GMatchInfo) match = NULL;

  g_regex_match (styles->attribute, attributes, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *name = g_match_info_fetch (match, 1);
      g_autofree char *value = g_match_info_fetch (match, 2);

      if (g_str_equal (name, "style"))
        append_style (look.style, value);
      else if (is_look (name))
        g_string_append_printf (look.style, "%s:%s;", name, value);
      else
        append_attribute (styles, look.rest, name, value);
    }
  return look;
}

static void
look_clear (Look *look)
{
  g_string_free (look->style, TRUE);
  g_string_free (look->rest, TRUE);
}

static gboolean
append_color (const GMatchInfo *match, GString *result, gpointer data)
{
  g_string_append_c (result, '#');
  for (int i = 1; i <= 3; i++)
    {
      g_autofree char *percent = g_match_info_fetch (match, i);

      g_string_append_printf (result, "%02x",
                              (guint) (g_ascii_strtod (percent, NULL) * 255 / 100 + 0.5));
    }
  return FALSE;
}

/* Without what is so anyway, and what a picture of its own is numbered by. */
static char *
dup_rule (const KhattSvgStyles *styles, const char *style)
{
  g_autofree char *colored =
      g_regex_replace_eval (styles->color, style, -1, 0, 0, append_color, NULL, NULL);
  g_autofree char *prefix = g_strdup_printf ("url(#p%u-", styles->n_pictures);
  g_auto (GStrv) parts = g_strsplit (colored, "url(#", -1);

  return g_strjoinv (prefix, parts);
}

/* 0: nothing is said. */
static guint
find_class (KhattSvgStyles *styles, const char *light, const char *dark)
{
  g_autofree char *light_rule = dup_rule (styles, light);
  g_autofree char *dark_rule = dup_rule (styles, dark);
  g_autofree char *key = g_strconcat (light_rule, "\n", dark_rule, NULL);
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (styles->classes, key));

  if (*light == '\0' && *dark == '\0')
    return 0;
  if (number > 0)
    return number;
  number = g_hash_table_size (styles->classes) + 1;
  g_hash_table_insert (styles->classes, g_steal_pointer (&key), GUINT_TO_POINTER (number));
  g_string_append_printf (styles->both, ".k%u{%s}\n", number, light_rule);
  if (!g_str_equal (light_rule, dark_rule))
    g_string_append_printf (styles->dark, ".k%u{%s}\n", number, dark_rule);
  return number;
}

/* FALSE where the two are not the same element. */
static gboolean
append_tag (KhattSvgStyles *styles,
            GString *merged,
            const GMatchInfo *light_tag,
            const GMatchInfo *dark_tag)
{
  g_autofree char *name = g_match_info_fetch (light_tag, 1);
  g_autofree char *other_name = g_match_info_fetch (dark_tag, 1);
  g_autofree char *light_attributes = g_match_info_fetch (light_tag, 2);
  g_autofree char *dark_attributes = g_match_info_fetch (dark_tag, 2);
  g_autofree char *end = g_match_info_fetch (light_tag, 3);
  Look light = look_new (styles, light_attributes);
  Look dark = look_new (styles, dark_attributes);
  const gboolean is_same = g_str_equal (name, other_name) && g_string_equal (light.rest, dark.rest);

  if (is_same)
    {
      const guint number = find_class (styles, light.style->str, dark.style->str);

      g_string_append_printf (merged, "<%s", name);
      if (number > 0)
        g_string_append_printf (merged, " class=\"k%u\"", number);
      g_string_append_printf (merged, "%s%s>", light.rest->str, end);
    }
  look_clear (&light);
  look_clear (&dark);
  return is_same;
}

static char *
merge (KhattSvgStyles *styles, const char *light, const char *dark)
{
  g_autoptr (GString) merged = g_string_new (NULL);
  g_autoptr (GMatchInfo) light_tag = NULL;
  g_autoptr (GMatchInfo) dark_tag = NULL;
  int at = 0, start, end;

  g_regex_match (styles->tag, light, 0, &light_tag);
  g_regex_match (styles->tag, dark, 0, &dark_tag);
  while (g_match_info_matches (light_tag))
    {
      if (!g_match_info_matches (dark_tag))
        return NULL;
      g_match_info_fetch_pos (light_tag, 0, &start, &end);
      g_string_append_len (merged, light + at, start - at);
      at = end;
      if (!append_tag (styles, merged, light_tag, dark_tag))
        return NULL;
      g_match_info_next (light_tag, NULL);
      g_match_info_next (dark_tag, NULL);
    }
  if (g_match_info_matches (dark_tag))
    return NULL;
  g_string_append (merged, light + at);
  return g_string_free (g_steal_pointer (&merged), FALSE);
}

static char *
dup_element (GBytes *file)
{
  gsize length;
  const char *data = g_bytes_get_data (file, &length);
  g_autofree char *text = g_strndup (data, length);
  const char *root = strstr (text, "<svg");

  return g_strdup (root != NULL ? root : text);
}

/**
 * khatt_svg_styles_extract:
 * @styles: takes in how the picture looks
 * @light: a picture that Cairo wrote
 * @dark: the same in other colours
 *
 * Makes one element of both. Where they are not the same drawing, the light one is for both.
 *
 * Returns: (transfer full): an `svg` element whose looks are classes, with names that no other
 * picture of @styles has
 */
char *
khatt_svg_styles_extract (KhattSvgStyles *styles, GBytes *light, GBytes *dark)
{
  g_autofree char *light_text = dup_element (light);
  g_autofree char *dark_text = dup_element (dark);
  char *merged;

  styles->n_pictures++;
  merged = merge (styles, light_text, dark_text);
  return merged != NULL ? merged : merge (styles, light_text, light_text);
}

/**
 * khatt_svg_styles_dup_css:
 * @styles: styles
 *
 * Returns: (transfer full): the rules of all pictures; dark ones hold on screens that ask for them
 */
char *
khatt_svg_styles_dup_css (const KhattSvgStyles *styles)
{
  return g_strdup_printf ("%s@media screen and (prefers-color-scheme:dark){\n%s}\n",
                          styles->both->str, styles->dark->str);
}
