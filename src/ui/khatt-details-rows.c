/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The rows of the details pane. Names and chips follow the interface; what is quoted from an
 * article (its sentences, what people said) stands in its own direction, its bar at its own start
 * side. */

#include "khatt-details-rows.h"

#include <glib/gi18n-lib.h>

#include "khatt-actor-menu.h"
#include "khatt-bidi.h"
#include "khatt-plate-image.h"
#include "khatt-sentence.h"

#define LINK_PLATE_SIZE 15
#define CARD_SPACING 6
#define ICON_SPACING 9

/**
 * khatt_details_label_new:
 * @text: (nullable): what it says; control characters in it are dropped
 * @css_class: (nullable): how it looks
 *
 * Returns: a label that wraps
 */
GtkWidget *
khatt_details_label_new (const char *text, const char *css_class)
{
  g_autofree char *plain = khatt_bidi_strip (text ? text : "");
  GtkWidget *label = gtk_label_new (plain);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/**
 * khatt_details_prose_new:
 * @text: what an article or a person says
 * @css_class: (nullable): how it looks
 *
 * Returns: a label of prose in its own direction
 */
GtkWidget *
khatt_details_prose_new (const char *text, const char *css_class)
{
  GtkWidget *label = khatt_details_label_new (text, css_class);

  gtk_widget_set_direction (label, khatt_details_text_direction (text));
  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

/**
 * khatt_details_text_direction:
 * @text: what is shown
 *
 * Returns: the direction of the first strong letter of @text; the interface's where there is none
 */
GtkTextDirection
khatt_details_text_direction (const char *text)
{
  GtkTextDirection own = gtk_widget_get_default_direction ();
  KhattDirection fallback = own == GTK_TEXT_DIR_RTL ? KHATT_DIRECTION_RTL : KHATT_DIRECTION_LTR;

  if (khatt_bidi_direction (text ? text : "", fallback) == KHATT_DIRECTION_RTL)
    return GTK_TEXT_DIR_RTL;
  return GTK_TEXT_DIR_LTR;
}

/**
 * khatt_details_heading_new:
 * @text: translated
 *
 * Returns: the heading of a section
 */
GtkWidget *
khatt_details_heading_new (const char *text)
{
  GtkWidget *label = khatt_details_label_new (text, "khatt-section");

  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL, 2, -1);
  return label;
}

/**
 * khatt_details_chip_new:
 * @text: a topic or a role
 *
 * Returns: a chip
 */
GtkWidget *
khatt_details_chip_new (const char *text)
{
  GtkWidget *chip = khatt_details_label_new (text, "khatt-chip");

  gtk_label_set_wrap (GTK_LABEL (chip), FALSE);
  gtk_label_set_ellipsize (GTK_LABEL (chip), PANGO_ELLIPSIZE_END);
  gtk_widget_set_valign (chip, GTK_ALIGN_START);
  return chip;
}

/* The menu opens where its row is pressed, too. */
static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, GtkWidget *button)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
}

static void
append_menu (GtkWidget *row, const char *actor)
{
  GtkWidget *button = khatt_actor_menu_button_new (actor);
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), button, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  gtk_box_append (GTK_BOX (row), button);
}

/**
 * khatt_details_actor_new:
 * @actor: who took part
 * @kind: in what
 *
 * Returns: a row with the name, the office and the role, and the menu of the actor
 */
GtkWidget *
khatt_details_actor_new (const KhattActorData *actor, KhattKind kind)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, ICON_SPACING);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = khatt_details_label_new (actor->name, "khatt-actor");
  GtkWidget *role = khatt_details_chip_new (khatt_role_get_label (actor->role, kind));

  /* The name makes room, not the role. */
  gtk_label_set_ellipsize (GTK_LABEL (role), PANGO_ELLIPSIZE_NONE);
  gtk_widget_set_halign (name, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (words), name);
  if (actor->office && *actor->office)
    {
      GtkWidget *office = khatt_details_label_new (actor->office, "khatt-small-dim");

      gtk_widget_set_halign (office, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (words), office);
    }
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (row), words);
  gtk_box_append (GTK_BOX (row), role);
  append_menu (row, actor->name);
  return row;
}

/**
 * khatt_details_quote_new:
 * @quote: what somebody said
 * @kind: of the event, whose colour the bar has
 *
 * Returns: the quotation with its speaker below
 */
GtkWidget *
khatt_details_quote_new (const KhattQuoteData *quote, KhattKind kind)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, ICON_SPACING);
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, CARD_SPACING);
  g_autofree char *kind_class = g_strconcat ("kind-", khatt_kind_get_name (kind), NULL);
  GtkTextDirection direction = khatt_details_text_direction (quote->text);

  gtk_widget_add_css_class (bar, "khatt-quote-bar");
  gtk_widget_add_css_class (bar, kind_class);
  gtk_widget_set_direction (row, direction);
  gtk_box_append (GTK_BOX (row), bar);
  /* Translators: a quotation, in the quotation marks of your language. */
  {
    g_autofree char *text = g_strdup_printf (_ ("“%s”"), quote->text ? quote->text : "");

    gtk_box_append (GTK_BOX (row), khatt_details_prose_new (text, "khatt-quote"));
  }
  gtk_box_append (GTK_BOX (column), row);
  if (quote->speaker && *quote->speaker)
    gtk_box_append (GTK_BOX (column), khatt_details_label_new (quote->speaker, "khatt-small-dim"));
  return column;
}

/**
 * khatt_details_link_new:
 * @snapshot: the events
 * @slot: one of them
 *
 * Returns: a button that selects @slot, with its plate and heading, that tells its headline
 */
GtkWidget *
khatt_details_link_new (const KhattSnapshot *snapshot, guint32 slot)
{
  const KhattRecord *record = khatt_snapshot_get_record (snapshot, slot);
  g_autofree char *heading = khatt_heading_new (snapshot, slot);
  g_autofree char *headline = khatt_headline_new (snapshot, slot);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, ICON_SPACING);
  GtkWidget *plate = khatt_plate_image_new (record->kind, record->status, LINK_PLATE_SIZE);
  GtkWidget *label = khatt_details_label_new (heading, "khatt-same-day");

  khatt_plate_image_set_hue (KHATT_PLATE_IMAGE (plate), record->hue);
  khatt_plate_image_set_time_direction (KHATT_PLATE_IMAGE (plate),
                                        khatt_snapshot_get_direction (snapshot));
  gtk_label_set_wrap (GTK_LABEL (label), FALSE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (row), plate);
  gtk_box_append (GTK_BOX (row), label);
  gtk_button_set_child (GTK_BUTTON (button), row);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "khatt-row");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.select-event");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", slot);
  /* There is no room to say who, so it is told on asking. */
  gtk_widget_set_tooltip_text (button, headline);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, headline,
                                  -1);
  return button;
}
