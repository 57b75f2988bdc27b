/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The colours of the drawing, a table a style. Hues of kinds follow Okabe and Ito's palette (call
 * blue, meeting vermilion, visit green, message orange, statement and announcement reddish purple,
 * offer sky blue darkened) and Paul Tol's "muted" indigo for agreement; lightness was moved until
 * every mark reaches 3:1 on its ground. On paper every ground is white, text black, and the kinds
 * are spread over the greys too, for printers without colours. */

#include "khatt-palette.h"

/* A colour written as in a style sheet. */
#define RGBA(hex, opacity)                                                                         \
  {                                                                                                \
    .red = (((hex) >> 16) & 0xff) / 255.0, .green = (((hex) >> 8) & 0xff) / 255.0,                 \
    .blue = ((hex) &0xff) / 255.0, .alpha = (opacity)                                              \
  }
#define RGB(hex) RGBA (hex, 1.0)

/* What is left of the colour of what stands back. */
#define FADED_SHARE 0.3

static const KhattPalette palettes[] = {
  [KHATT_STYLE_LIGHT] = {
    .style = KHATT_STYLE_LIGHT,
    .lane = RGB (0xFFFFFF),
    .band = RGB (0xF1F0F5),
    .window = RGB (0xFAFAFB),
    .header = RGB (0xF0F0F2),
    .text = RGB (0x1F1E24),
    .dim = RGB (0x5C5A63),
    .hair = RGB (0xE9E8EC),
    .line = RGB (0xDCDBE0),
    .lane_line = RGB (0xC9C7CF),
    .accent = RGB (0x1C6FD1),
    .accent_text = RGB (0x1A5FB4),
    .selected_lane = RGBA (0x1C6FD1, 0.10),
    .today = RGB (0xC01C28),
    .kinds = {
      [KHATT_KIND_CALL] = RGB (0x0072B2),
      [KHATT_KIND_MEETING] = RGB (0xB34A00),
      [KHATT_KIND_VISIT] = RGB (0x14906B),
      [KHATT_KIND_STATEMENT] = RGB (0x7A1560),
      [KHATT_KIND_ANNOUNCEMENT] = RGB (0xCB4F8E),
      [KHATT_KIND_MESSAGE] = RGB (0xA4761A),
      [KHATT_KIND_AGREEMENT] = RGB (0x3D27A1),
      [KHATT_KIND_OFFER] = RGB (0x006577),
      [KHATT_KIND_OTHER] = RGB (0x77767B),
    },
  },
  [KHATT_STYLE_DARK] = {
    .style = KHATT_STYLE_DARK,
    .lane = RGB (0x1B1B1E),
    .band = RGB (0x252529),
    .window = RGB (0x222226),
    .header = RGB (0x2B2B30),
    .text = RGB (0xF4F3F6),
    .dim = RGB (0xB3B1BB),
    .hair = RGB (0x2C2C31),
    .line = RGB (0x3B3A41),
    .lane_line = RGB (0x4B4A53),
    .accent = RGB (0x5BA7F7),
    .accent_text = RGB (0x7CBBFF),
    .selected_lane = RGBA (0x5BA7F7, 0.13),
    .today = RGB (0xFF7B7B),
    .kinds = {
      [KHATT_KIND_CALL] = RGB (0x4DA9E8),
      [KHATT_KIND_MEETING] = RGB (0xFF8A3D),
      [KHATT_KIND_VISIT] = RGB (0x55CFA0),
      [KHATT_KIND_STATEMENT] = RGB (0xC674BC),
      [KHATT_KIND_ANNOUNCEMENT] = RGB (0xF5ACCB),
      [KHATT_KIND_MESSAGE] = RGB (0xE6B450),
      [KHATT_KIND_AGREEMENT] = RGB (0x9384F2),
      [KHATT_KIND_OFFER] = RGB (0x54C9DC),
      [KHATT_KIND_OTHER] = RGB (0x94929C),
    },
  },
  [KHATT_STYLE_HIGH_CONTRAST_LIGHT] = {
    .style = KHATT_STYLE_HIGH_CONTRAST_LIGHT,
    .lane = RGB (0xFFFFFF),
    .band = RGBA (0xFFFFFF, 0.0),
    .window = RGB (0xFFFFFF),
    .header = RGB (0xFFFFFF),
    .text = RGB (0x000000),
    .dim = RGB (0x2E2D33),
    .hair = RGB (0x767676),
    .line = RGB (0x767676),
    .lane_line = RGB (0x767676),
    .accent = RGB (0x0B4DA2),
    .accent_text = RGB (0x0B4DA2),
    .selected_lane = RGBA (0x0B4DA2, 0.12),
    .today = RGB (0x8F0F19),
    .kinds = {
      [KHATT_KIND_CALL] = RGB (0x00568A),
      [KHATT_KIND_MEETING] = RGB (0x8A3600),
      [KHATT_KIND_VISIT] = RGB (0x00614A),
      [KHATT_KIND_STATEMENT] = RGB (0x5C0048),
      [KHATT_KIND_ANNOUNCEMENT] = RGB (0x97245F),
      [KHATT_KIND_MESSAGE] = RGB (0x6B4A00),
      [KHATT_KIND_AGREEMENT] = RGB (0x2A1480),
      [KHATT_KIND_OFFER] = RGB (0x004B58),
      [KHATT_KIND_OTHER] = RGB (0x3A393F),
    },
  },
  [KHATT_STYLE_HIGH_CONTRAST_DARK] = {
    .style = KHATT_STYLE_HIGH_CONTRAST_DARK,
    .lane = RGB (0x000000),
    .band = RGBA (0x000000, 0.0),
    .window = RGB (0x000000),
    .header = RGB (0x000000),
    .text = RGB (0xFFFFFF),
    .dim = RGB (0xDAD9DF),
    .hair = RGB (0x8A8A8A),
    .line = RGB (0x8A8A8A),
    .lane_line = RGB (0x8A8A8A),
    .accent = RGB (0x8CC4FF),
    .accent_text = RGB (0x8CC4FF),
    .selected_lane = RGBA (0x8CC4FF, 0.12),
    .today = RGB (0xFFA3A3),
    .kinds = {
      [KHATT_KIND_CALL] = RGB (0x7CC4F5),
      [KHATT_KIND_MEETING] = RGB (0xFFA869),
      [KHATT_KIND_VISIT] = RGB (0x7BE5BC),
      [KHATT_KIND_STATEMENT] = RGB (0xE3A0DB),
      [KHATT_KIND_ANNOUNCEMENT] = RGB (0xFFC6DD),
      [KHATT_KIND_MESSAGE] = RGB (0xF5CB73),
      [KHATT_KIND_AGREEMENT] = RGB (0xBBB0FF),
      [KHATT_KIND_OFFER] = RGB (0x7FE0EE),
      [KHATT_KIND_OTHER] = RGB (0xD3D1D8),
    },
  },
  [KHATT_STYLE_PRINT] = {
    .style = KHATT_STYLE_PRINT,
    .lane = RGB (0xFFFFFF),
    .band = RGB (0xF3F3F3),
    .window = RGB (0xFFFFFF),
    .header = RGB (0xFFFFFF),
    .text = RGB (0x000000),
    .dim = RGB (0x454545),
    .hair = RGB (0xE0E0E0),
    .line = RGB (0xA8A8A8),
    .lane_line = RGB (0xB8B8B8),
    .accent = RGB (0x0B4DA2),
    .accent_text = RGB (0x0B4DA2),
    .selected_lane = RGBA (0x0B4DA2, 0.08),
    .today = RGB (0x8F0F19),
    .kinds = {
      [KHATT_KIND_CALL] = RGB (0x00629B),
      [KHATT_KIND_MEETING] = RGB (0x933A00),
      [KHATT_KIND_VISIT] = RGB (0x14906B),
      [KHATT_KIND_STATEMENT] = RGB (0x520040),
      [KHATT_KIND_ANNOUNCEMENT] = RGB (0xB93E7E),
      [KHATT_KIND_MESSAGE] = RGB (0x99690F),
      [KHATT_KIND_AGREEMENT] = RGB (0x1E0A66),
      [KHATT_KIND_OFFER] = RGB (0x00434F),
      [KHATT_KIND_OTHER] = RGB (0x67666B),
    },
  },
};

static const char *const style_names[] = {
  [KHATT_STYLE_LIGHT] = "light",
  [KHATT_STYLE_DARK] = "dark",
  [KHATT_STYLE_HIGH_CONTRAST_LIGHT] = "high-contrast-light",
  [KHATT_STYLE_HIGH_CONTRAST_DARK] = "high-contrast-dark",
  [KHATT_STYLE_PRINT] = "print",
};

/**
 * khatt_palette_get:
 * @style: a style
 *
 * Looks up the colours of a style.
 *
 * Returns: (transfer none): its palette, constant
 */
const KhattPalette *
khatt_palette_get (KhattStyle style)
{
  g_return_val_if_fail ((guint) style < G_N_ELEMENTS (palettes), &palettes[0]);

  return &palettes[style];
}

/**
 * khatt_palette_is_high_contrast:
 * @palette: a palette
 *
 * Returns: whether stripes and curtains are drawn as outlines and hatching
 */
gboolean
khatt_palette_is_high_contrast (const KhattPalette *palette)
{
  return palette->style == KHATT_STYLE_HIGH_CONTRAST_LIGHT ||
         palette->style == KHATT_STYLE_HIGH_CONTRAST_DARK;
}

static void
fade (KhattColor *color, const KhattColor *ground)
{
  const KhattColor rest = khatt_color_with_alpha (color, FADED_SHARE);

  *color = khatt_color_over (&rest, ground);
}

/**
 * khatt_palette_fade:
 * @palette: a palette
 *
 * Makes the palette of what stands back: kinds and texts have little left of their colours on the
 * ground of the lanes, and are as opaque as before, so that they cover each other as they do.
 *
 * Returns: the palette
 */
KhattPalette
khatt_palette_fade (const KhattPalette *palette)
{
  KhattPalette faded = *palette;

  fade (&faded.text, &palette->lane);
  fade (&faded.dim, &palette->lane);
  fade (&faded.today, &palette->lane);
  for (guint kind = 0; kind < KHATT_N_KINDS; kind++)
    fade (&faded.kinds[kind], &palette->lane);
  return faded;
}

/**
 * khatt_style_from_name:
 * @name: "light", "dark", "high-contrast-light", "high-contrast-dark" or "print"
 * @style: (out): the style
 *
 * Reads the name of a style, as commands and settings write it.
 *
 * Returns: whether there is one of that name
 */
gboolean
khatt_style_from_name (const char *name, KhattStyle *style)
{
  for (guint i = 0; i < G_N_ELEMENTS (style_names); i++)
    if (g_strcmp0 (name, style_names[i]) == 0)
      {
        *style = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * khatt_palette_find_kind:
 * @kind: of an event
 * @hue: what colour a person gave it
 *
 * Returns: the kind in whose colour the event is drawn: its own, or the one that has @hue
 */
KhattKind
khatt_palette_find_kind (KhattKind kind, KhattHue hue)
{
  static const KhattKind kinds[KHATT_N_HUES] = {
    [KHATT_HUE_BLUE] = KHATT_KIND_CALL,         [KHATT_HUE_VERMILION] = KHATT_KIND_MEETING,
    [KHATT_HUE_GREEN] = KHATT_KIND_VISIT,       [KHATT_HUE_PURPLE] = KHATT_KIND_STATEMENT,
    [KHATT_HUE_PINK] = KHATT_KIND_ANNOUNCEMENT, [KHATT_HUE_OCHRE] = KHATT_KIND_MESSAGE,
    [KHATT_HUE_INDIGO] = KHATT_KIND_AGREEMENT,  [KHATT_HUE_PETROL] = KHATT_KIND_OFFER,
    [KHATT_HUE_GREY] = KHATT_KIND_OTHER,
  };

  return MIN (hue != KHATT_HUE_NONE ? kinds[hue] : kind, KHATT_KIND_OTHER);
}

/**
 * khatt_palette_get_color:
 * @palette: a palette
 * @kind: of an event
 * @hue: what colour a person gave it
 *
 * Returns: (transfer none): the colour that it is drawn in: that of its kind, or, where it was
 * given one, the one of all kinds that has @hue, since these are known to stand out from every
 * ground
 */
const KhattColor *
khatt_palette_get_color (const KhattPalette *palette, KhattKind kind, KhattHue hue)
{
  return &palette->kinds[khatt_palette_find_kind (kind, hue)];
}

/**
 * khatt_color_with_alpha:
 * @color: a colour
 * @alpha: 0 to 1; multiplies its own
 *
 * Makes a colour more transparent.
 *
 * Returns: the colour
 */
KhattColor
khatt_color_with_alpha (const KhattColor *color, double alpha)
{
  KhattColor result = *color;

  result.alpha *= alpha;

  return result;
}

/**
 * khatt_color_over:
 * @color: a colour
 * @ground: an opaque colour below it
 *
 * Blends a transparent colour onto its ground.
 *
 * Returns: the opaque colour seen
 */
KhattColor
khatt_color_over (const KhattColor *color, const KhattColor *ground)
{
  double rest = 1 - color->alpha;

  return (KhattColor){
    .red = color->red * color->alpha + ground->red * rest,
    .green = color->green * color->alpha + ground->green * rest,
    .blue = color->blue * color->alpha + ground->blue * rest,
    .alpha = 1,
  };
}
