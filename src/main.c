/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The application. */

#include "khatt-application.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

/* KHATT_LOCALE_DIR in the environment: translations of a program that is not installed. */
static const char *
get_locale_dir (void)
{
  const char *folder = g_getenv ("KHATT_LOCALE_DIR");

  return folder ? folder : KHATT_LOCALE_DIR;
}

int
main (int argc, char *argv[])
{
  g_autoptr (KhattApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, get_locale_dir ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_application_name (_ ("Khatt"));

  application = khatt_application_new (G_APPLICATION_DEFAULT_FLAGS);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
