/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The menu of an actor: what else there is of them, and their name. */

#include "khatt-actor-menu.h"

#include <glib/gi18n-lib.h>

#include "khatt-bidi.h"

static void
append_item (GMenu *menu, const char *label, const char *action, const char *actor)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", actor);
  g_menu_append_item (menu, item);
}

/**
 * khatt_actor_menu_new_naming:
 * @actor: a name
 *
 * Returns: (transfer full): the section that changes what is said of the actor: `win.edit-actor`,
 *   `win.rename-actor`, which makes one of two who are called the same, and `win.split-actor`
 */
GMenuModel *
khatt_actor_menu_new_naming (const char *actor)
{
  GMenu *menu = g_menu_new ();

  append_item (menu, _ ("_Edit Actor…"), "win.edit-actor", actor);
  append_item (menu, _ ("_Rename or Merge Actor…"), "win.rename-actor", actor);
  append_item (menu, _ ("_Split Actor…"), "win.split-actor", actor);
  return G_MENU_MODEL (menu);
}

static GMenuModel *
new_menu (const char *actor)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) events = g_menu_new ();
  g_autoptr (GMenuModel) naming = khatt_actor_menu_new_naming (actor);

  append_item (events, _ ("Show _Only This Actor"), "win.only-actor", actor);
  append_item (events, _ ("W_ho with Whom…"), "win.show-contacts", actor);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (events));
  g_menu_append_section (menu, NULL, naming);
  return G_MENU_MODEL (menu);
}

/**
 * khatt_actor_menu_button_new:
 * @actor: a name
 *
 * Returns: a button that opens the menu of @actor
 */
GtkWidget *
khatt_actor_menu_button_new (const char *actor)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenuModel) menu = new_menu (actor);
  g_autofree char *plain = khatt_bidi_strip (actor);
  g_autofree char *isolated = khatt_bidi_isolate (plain);
  /* Translators: what a button tells: that it opens a menu for an actor, "Ann". */
  g_autofree char *label = g_strdup_printf (_ ("Menu of %s"), isolated);

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "khatt-actor-menu");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  return button;
}
