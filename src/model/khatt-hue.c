/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The colours of events. A document may say any colour, as style sheets do; it keeps that, and the
 * event has the hue that is next to it, in the lightness that each ground needs. */

#include "khatt-hue.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LEAST_CHROMA 40 /* of 255: what has less is grey */

typedef struct
{
  int red;
  int green;
  int blue;
} Rgb;

/* As documents have them: dark enough for a white ground. */
static const struct
{
  const char *color;
  Rgb rgb;
  const char *label;
} hues[KHATT_N_HUES] = {
  [KHATT_HUE_NONE] = { NULL, { 0, 0, 0 }, NC_ ("color", "Color of the kind") },
  [KHATT_HUE_BLUE] = { "#0072b2", { 0x00, 0x72, 0xb2 }, NC_ ("color", "Blue") },
  [KHATT_HUE_VERMILION] = { "#b34a00", { 0xb3, 0x4a, 0x00 }, NC_ ("color", "Vermilion") },
  [KHATT_HUE_GREEN] = { "#14906b", { 0x14, 0x90, 0x6b }, NC_ ("color", "Green") },
  [KHATT_HUE_PURPLE] = { "#7a1560", { 0x7a, 0x15, 0x60 }, NC_ ("color", "Purple") },
  [KHATT_HUE_PINK] = { "#cb4f8e", { 0xcb, 0x4f, 0x8e }, NC_ ("color", "Pink") },
  [KHATT_HUE_OCHRE] = { "#a4761a", { 0xa4, 0x76, 0x1a }, NC_ ("color", "Ochre") },
  [KHATT_HUE_INDIGO] = { "#3d27a1", { 0x3d, 0x27, 0xa1 }, NC_ ("color", "Indigo") },
  [KHATT_HUE_PETROL] = { "#006577", { 0x00, 0x65, 0x77 }, NC_ ("color", "Petrol") },
  [KHATT_HUE_GREY] = { "#77767b", { 0x77, 0x76, 0x7b }, NC_ ("color", "Grey") },
};

/* The names of the first style sheets. */
static const struct
{
  const char *name;
  const char *color;
} names[] = {
  { "aqua", "#00ffff" },    { "black", "#000000" }, { "blue", "#0000ff" },
  { "fuchsia", "#ff00ff" }, { "gray", "#808080" },  { "green", "#008000" },
  { "grey", "#808080" },    { "lime", "#00ff00" },  { "maroon", "#800000" },
  { "navy", "#000080" },    { "olive", "#808000" }, { "orange", "#ffa500" },
  { "purple", "#800080" },  { "red", "#ff0000" },   { "silver", "#c0c0c0" },
  { "teal", "#008080" },    { "white", "#ffffff" }, { "yellow", "#ffff00" },
};

/* #rgb, #rgba, #rrggbb or #rrggbbaa */
static gboolean
parse_hex (const char *text, Rgb *rgb)
{
  gsize length = strlen (text);
  int digits[6];

  if (*text != '#' || strspn (text + 1, "0123456789abcdefABCDEF") != length - 1)
    return FALSE;
  if (length == 4 || length == 5)
    for (guint i = 0; i < 6; i++)
      digits[i] = g_ascii_xdigit_value (text[1 + i / 2]);
  else if (length == 7 || length == 9)
    for (guint i = 0; i < 6; i++)
      digits[i] = g_ascii_xdigit_value (text[1 + i]);
  else
    return FALSE;
  *rgb =
      (Rgb){ digits[0] * 16 + digits[1], digits[2] * 16 + digits[3], digits[4] * 16 + digits[5] };
  return TRUE;
}

static gboolean
parse (const char *text, Rgb *rgb)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (g_ascii_strcasecmp (text, names[i].name) == 0)
        return parse_hex (names[i].color, rgb);
    }
  return parse_hex (text, rgb);
}

/* In degrees round the circle of colours. */
static double
get_angle (const Rgb *rgb, int chroma)
{
  int most = MAX (rgb->red, MAX (rgb->green, rgb->blue));

  if (most == rgb->red)
    return 60 * ((double) (rgb->green - rgb->blue) / chroma + (rgb->green < rgb->blue ? 6 : 0));
  if (most == rgb->green)
    return 60 * ((double) (rgb->blue - rgb->red) / chroma + 2);
  return 60 * ((double) (rgb->red - rgb->green) / chroma + 4);
}

static int
get_chroma (const Rgb *rgb)
{
  return MAX (rgb->red, MAX (rgb->green, rgb->blue)) - MIN (rgb->red, MIN (rgb->green, rgb->blue));
}

static double
get_distance (const Rgb *a, const Rgb *b)
{
  double difference = get_angle (a, get_chroma (a)) - get_angle (b, get_chroma (b));

  difference = ABS (difference);
  return MIN (difference, 360 - difference);
}

/**
 * khatt_hue_from_color:
 * @color: (nullable): a colour as CSS writes it: in hexadecimal digits, or one of the basic names
 *
 * Returns: the hue next to it; `KHATT_HUE_NONE` where it is no such colour
 */
KhattHue
khatt_hue_from_color (const char *color)
{
  KhattHue nearest = KHATT_HUE_BLUE;
  Rgb rgb;

  if (color == NULL || !parse (color, &rgb))
    return KHATT_HUE_NONE;
  for (KhattHue hue = KHATT_HUE_BLUE; hue < KHATT_N_HUES; hue++)
    {
      if (memcmp (&rgb, &hues[hue].rgb, sizeof rgb) == 0)
        return hue;
    }
  if (get_chroma (&rgb) < LEAST_CHROMA)
    return KHATT_HUE_GREY;
  for (KhattHue hue = KHATT_HUE_BLUE; hue < KHATT_HUE_GREY; hue++)
    {
      if (get_distance (&rgb, &hues[hue].rgb) < get_distance (&rgb, &hues[nearest].rgb))
        nearest = hue;
    }
  return nearest;
}

/**
 * khatt_hue_get_color:
 * @hue: a hue
 *
 * Returns: (nullable): as documents write it; %NULL for none
 */
const char *
khatt_hue_get_color (KhattHue hue)
{
  g_return_val_if_fail (hue < KHATT_N_HUES, NULL);

  return hues[hue].color;
}

/**
 * khatt_hue_get_label:
 * @hue: a hue
 *
 * Returns: what people call it, translated
 */
const char *
khatt_hue_get_label (KhattHue hue)
{
  g_return_val_if_fail (hue < KHATT_N_HUES, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "color", hues[hue].label);
}
