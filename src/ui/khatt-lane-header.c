/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The header of a lane for the keyboard and for assistive technology. Its picture is the view's; a
 * widget is what can have the focus, which style.css shows. */

#include "khatt-lane-header.h"

#include <string.h>

struct _KhattLaneHeader
{
  GtkWidget parent_instance;

  char *key;
  char *label;
  char *description;
};

G_DEFINE_FINAL_TYPE (KhattLaneHeader, khatt_lane_header, GTK_TYPE_WIDGET)

static void
khatt_lane_header_finalize (GObject *object)
{
  KhattLaneHeader *self = KHATT_LANE_HEADER (object);

  g_free (self->key);
  g_free (self->label);
  g_free (self->description);
  G_OBJECT_CLASS (khatt_lane_header_parent_class)->finalize (object);
}

/* "lane.pin" is "view.lane-pin" with the lane's key. */
static void
act_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *action = g_strconcat ("view.lane-", name + strlen ("lane."), NULL);

  gtk_widget_activate_action (widget, action, "s", KHATT_LANE_HEADER (widget)->key);
}

static void
move_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "view.lane-move", "(si)", KHATT_LANE_HEADER (widget)->key,
                              g_str_equal (name, "lane.move-up") ? -1 : 1);
}

static void
bind_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint keyval;
    GdkModifierType modifiers;
    const char *action;
  } keys[] = {
    { GDK_KEY_Return, 0, "lane.menu" },
    { GDK_KEY_KP_Enter, 0, "lane.menu" },
    { GDK_KEY_ISO_Enter, 0, "lane.menu" },
    { GDK_KEY_Menu, 0, "lane.menu" },
    { GDK_KEY_F10, GDK_SHIFT_MASK, "lane.menu" },
    { GDK_KEY_space, 0, "lane.collapse" },
    { GDK_KEY_KP_Space, 0, "lane.collapse" },
    { GDK_KEY_Delete, 0, "lane.hide" },
    { GDK_KEY_KP_Delete, 0, "lane.hide" },
    { GDK_KEY_Up, GDK_ALT_MASK, "lane.move-up" },
    { GDK_KEY_KP_Up, GDK_ALT_MASK, "lane.move-up" },
    { GDK_KEY_Down, GDK_ALT_MASK, "lane.move-down" },
    { GDK_KEY_KP_Down, GDK_ALT_MASK, "lane.move-down" },
    { GDK_KEY_Left, 0, "lane.enter" },
    { GDK_KEY_KP_Left, 0, "lane.enter" },
    { GDK_KEY_Right, 0, "lane.enter" },
    { GDK_KEY_KP_Right, 0, "lane.enter" },
    { GDK_KEY_Escape, 0, "lane.enter" },
  };
  static const struct
  {
    guint keyval;
    int step;
  } walks[] = {
    { GDK_KEY_Up, -1 },        { GDK_KEY_KP_Up, -1 },        { GDK_KEY_Down, 1 },
    { GDK_KEY_KP_Down, 1 },    { GDK_KEY_Home, G_MININT },   { GDK_KEY_KP_Home, G_MININT },
    { GDK_KEY_End, G_MAXINT }, { GDK_KEY_KP_End, G_MAXINT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].keyval, keys[i].modifiers,
                                         keys[i].action, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (walks); i++)
    gtk_widget_class_add_binding_action (widget_class, walks[i].keyval, 0, "view.lane-walk", "i",
                                         walks[i].step);
}

static void
khatt_lane_header_class_init (KhattLaneHeaderClass *klass)
{
  /* These become the accessible actions of the lane. */
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "lane.menu", act_cb },       { "lane.pin", act_cb },   { "lane.collapse", act_cb },
    { "lane.hide", act_cb },       { "lane.enter", act_cb }, { "lane.move-up", move_cb },
    { "lane.move-down", move_cb },
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = khatt_lane_header_finalize;

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
  bind_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "lane");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
khatt_lane_header_init (KhattLaneHeader *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

/**
 * khatt_lane_header_new:
 * @key: the lane's key
 *
 * Returns: (transfer floating): a header that says nothing yet
 */
GtkWidget *
khatt_lane_header_new (const char *key)
{
  KhattLaneHeader *self = g_object_new (KHATT_TYPE_LANE_HEADER, NULL);

  self->key = g_strdup (key);
  return GTK_WIDGET (self);
}

/**
 * khatt_lane_header_get_key:
 *
 * Returns: (transfer none): the lane's key
 */
const char *
khatt_lane_header_get_key (KhattLaneHeader *self)
{
  g_return_val_if_fail (KHATT_IS_LANE_HEADER (self), NULL);

  return self->key;
}

/* Returns: whether it is another text than before. */
static gboolean
take_text (char **kept, const char *text)
{
  if (g_strcmp0 (*kept, text) == 0)
    return FALSE;

  g_free (*kept);
  *kept = g_strdup (text);
  return TRUE;
}

/**
 * khatt_lane_header_set_words:
 * @label: the lane as a sentence
 * @description: where it is among the others
 * @is_collapsed: whether its row is a low one
 *
 * Tells assistive technology only what has changed.
 */
void
khatt_lane_header_set_words (KhattLaneHeader *self,
                             const char *label,
                             const char *description,
                             gboolean is_collapsed)
{
  g_return_if_fail (KHATT_IS_LANE_HEADER (self));

  if (take_text (&self->label, label))
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                    -1);
  if (take_text (&self->description, description))
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    description, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, !is_collapsed,
                               -1);
}
