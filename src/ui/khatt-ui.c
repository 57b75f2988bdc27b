/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the interface needs before its first widget is made: its resources. A static library's
 * resource constructor would be dropped by the linker, so they are registered by a call. */

#include "khatt-ui.h"

#include "khatt-resources.h"

#define LEFT_TO_RIGHT_MARK "\u200e"
#define RIGHT_TO_LEFT_MARK "\u200f"

#define DPI_UNIT (96.0 * 1024) /* gtk-xft-dpi at text scale 1 */

/**
 * khatt_ui_init:
 *
 * Registers the templates, style sheets and menus of the interface. May be called more than once.
 */
void
khatt_ui_init (void)
{
  static gsize is_ready = 0;

  if (!g_once_init_enter (&is_ready))
    return;
  khatt_register_resource ();
  g_once_init_leave (&is_ready, 1);
}

/**
 * khatt_ui_get_now:
 *
 * Returns: seconds since 1970 as the clock on the wall shows them: dates in documents have no zone
 * and are compared with local time
 */
gint64
khatt_ui_get_now (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_to_unix (now) + g_date_time_get_utc_offset (now) / G_TIME_SPAN_SECOND;
}

/**
 * khatt_ui_get_text_scale:
 * @widget: a widget
 *
 * Returns: how much larger than usual the desktop's text is
 */
double
khatt_ui_get_text_scale (GtkWidget *widget)
{
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? dpi / DPI_UNIT : 1;
}

/**
 * khatt_ui_dup_sentence:
 * @sentence: a sentence in the language of the interface
 *
 * Makes a sentence keep the direction of the interface where it begins with a name or a quotation
 * in the other script: a label takes its direction from the first letter, isolated or not. The
 * slash that a path begins with has no direction of its own (UAX 9), and would stand at the path's
 * end in an Arabic sentence; it gets that of the path.
 *
 * Returns: (transfer full): the same sentence with directional marks
 */
char *
khatt_ui_dup_sentence (const char *sentence)
{
  gboolean is_rtl = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;

  GString *marked = g_string_new (is_rtl ? RIGHT_TO_LEFT_MARK : LEFT_TO_RIGHT_MARK);

  for (const char *p = sentence; *p != '\0'; p++)
    {
      if (*p == '/' && (p == sentence || g_ascii_isspace (p[-1])))
        g_string_append (marked, LEFT_TO_RIGHT_MARK);
      g_string_append_c (marked, *p);
    }
  return g_string_free (marked, FALSE);
}

static gboolean
query_whole_cb (GtkWidget *label,
                int x,
                int y,
                gboolean is_keyboard,
                GtkTooltip *tooltip,
                gpointer user_data)
{
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))))
    return FALSE;
  gtk_tooltip_set_text (tooltip, gtk_label_get_text (GTK_LABEL (label)));
  return TRUE;
}

/**
 * khatt_ui_tell_whole:
 * @label: a label that is cut short where it has too little room
 *
 * Gives @label a tooltip that tells all of it, while it is cut short.
 */
void
khatt_ui_tell_whole (GtkLabel *label)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (label), TRUE);
  g_signal_connect (label, "query-tooltip", G_CALLBACK (query_whole_cb), NULL);
}

/**
 * khatt_ui_wrap_button:
 * @button: a button with a label
 *
 * Lets the label of @button take several lines where there is too little room for one.
 */
void
khatt_ui_wrap_button (GtkButton *button)
{
  GtkLabel *label = GTK_LABEL (gtk_button_get_child (button));

  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_justify (label, GTK_JUSTIFY_CENTER);
}

/**
 * khatt_ui_name_drop_down:
 * @button: a split button with a tooltip for its menu
 *
 * Names the part that opens the menu: to assistive technology it has a description only.
 */
void
khatt_ui_name_drop_down (AdwSplitButton *button)
{
  for (GtkWidget *part = gtk_widget_get_first_child (GTK_WIDGET (button)); part != NULL;
       part = gtk_widget_get_next_sibling (part))
    {
      if (!GTK_IS_MENU_BUTTON (part))
        continue;
      gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (part)),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      adw_split_button_get_dropdown_tooltip (button), -1);
    }
}
