/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "khatt-ui.h"

#define L "\u200e"
#define R "\u200f"

/* A path begins with its slash in either direction; a slash inside a word is left as it is. */
static void
test_paths (void)
{
  static const struct
  {
    const char *sentence;
    const char *marked;
  } cases[] = {
    { "/tmp/a.khatt: هذا الملف ليس نصا", L "/tmp/a.khatt: هذا الملف ليس نصا" },
    { "تعذرت قراءة /tmp/a.khatt", "تعذرت قراءة " L "/tmp/a.khatt" },
    { "2025/2026", "2025/2026" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint is_rtl = 0; is_rtl < 2; is_rtl++)
      {
        g_autofree char *marked = NULL;
        g_autofree char *expected = g_strconcat (is_rtl ? R : L, cases[i].marked, NULL);

        gtk_widget_set_default_direction (is_rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
        marked = khatt_ui_dup_sentence (cases[i].sentence);
        g_assert_cmpstr (marked, ==, expected);
      }
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/marked-sentence/paths", test_paths);
  return g_test_run ();
}
