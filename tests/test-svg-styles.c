/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One drawing of a light and a dark picture, whichever way Cairo writes how things look.
 */

#include "khatt-svg-styles.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *light;
  const char *dark;
  const char *element;
  const char *css;
} Case;

#define DARK_RULES "@media screen and (prefers-color-scheme:dark){\n"

static const Case cases[] = {
  { "other-colours",
    "<?xml version=\"1.0\"?><svg version=\"1.1\"><path style=\"fill:rgb(100%,100%,100%);\" d=\"M 0 "
    "0\"/></svg>",
    "<?xml version=\"1.0\"?><svg version=\"1.1\"><path style=\"fill:rgb(0%,50%,100%);\" d=\"M 0 "
    "0\"/></svg>",
    "<svg><path class=\"k1\" d=\"M 0 0\"/></svg>",
    ".k1{fill:#ffffff;}\n" DARK_RULES ".k1{fill:#0080ff;}\n}\n" },
  { "attributes", "<svg><path fill=\"rgb(0%, 0%, 0%)\" fill-opacity=\"0.5\" d=\"M 0 0\"/></svg>",
    "<svg><path fill=\"rgb(0%, 0%, 0%)\" fill-opacity=\"0.25\" d=\"M 0 0\"/></svg>",
    "<svg><path class=\"k1\" d=\"M 0 0\"/></svg>",
    ".k1{fill:#000000;fill-opacity:0.5;}\n" DARK_RULES
    ".k1{fill:#000000;fill-opacity:0.25;}\n}\n" },
  { "the-same-look-is-said-once", "<svg><g style=\"a:b\"><path style=\"a:b\"/></g>&lt;x&gt;</svg>",
    "<svg><g style=\"a:b\"><path style=\"a:b\"/></g>&lt;x&gt;</svg>",
    "<svg><g class=\"k1\"><path class=\"k1\"/></g>&lt;x&gt;</svg>",
    ".k1{a:b;}\n" DARK_RULES "}\n" },
  { "names-are-its-own",
    "<svg><g id=\"a\"/><use xlink:href=\"#a\"/><g clip-path=\"url(#c1)\" "
    "style=\"fill:url(#l0)\"/></svg>",
    "<svg><g id=\"a\"/><use xlink:href=\"#a\"/><g clip-path=\"url(#c1)\" "
    "style=\"fill:url(#l0)\"/></svg>",
    "<svg><g id=\"p1-a\"/><use href=\"#p1-a\"/><g class=\"k1\" clip-path=\"url(#p1-c1)\"/></svg>",
    ".k1{fill:url(#p1-l0);}\n" DARK_RULES "}\n" },
  { "another-element", "<svg><g style=\"a:b\"/></svg>", "<svg><path style=\"a:c\"/></svg>",
    "<svg><g class=\"k1\"/></svg>", ".k1{a:b;}\n" DARK_RULES "}\n" },
  { "another-place", "<svg><g x=\"1\" style=\"a:b\"/></svg>",
    "<svg><g x=\"2\" style=\"a:c\"/></svg>", "<svg><g class=\"k1\" x=\"1\"/></svg>",
    ".k1{a:b;}\n" DARK_RULES "}\n" },
  { "less-of-it", "<svg><g/><g/></svg>", "<svg><g/></svg>", "<svg><g/><g/></svg>",
    DARK_RULES "}\n" },
  { "more-of-it", "<svg><g/></svg>", "<svg><g/><g/></svg>", "<svg><g/></svg>", DARK_RULES "}\n" },
};

static void
test_case (gconstpointer data)
{
  const Case *one = data;
  g_autoptr (KhattSvgStyles) styles = khatt_svg_styles_new ();
  g_autoptr (GBytes) light = g_bytes_new_static (one->light, strlen (one->light));
  g_autoptr (GBytes) dark = g_bytes_new_static (one->dark, strlen (one->dark));
  g_autofree char *element = khatt_svg_styles_extract (styles, light, dark);
  g_autofree char *css = khatt_svg_styles_dup_css (styles);

  g_assert_cmpstr (element, ==, one->element);
  g_assert_cmpstr (css, ==, one->css);
}

static void
test_several (void)
{
  static const char picture[] = "<svg><g id=\"a\" style=\"a:b\"/></svg>";
  g_autoptr (KhattSvgStyles) styles = khatt_svg_styles_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (picture, strlen (picture));
  g_autofree char *first = khatt_svg_styles_extract (styles, bytes, bytes);
  g_autofree char *second = khatt_svg_styles_extract (styles, bytes, bytes);

  g_assert_cmpstr (first, ==, "<svg><g class=\"k1\" id=\"p1-a\"/></svg>");
  g_assert_cmpstr (second, ==, "<svg><g class=\"k1\" id=\"p2-a\"/></svg>");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/svg-styles/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/svg-styles/several-pictures", test_several);
  return g_test_run ();
}
