/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Something that a person should know and can decide about, now or later: a bar, not a dialog, so
 * that the timeline can be looked at before. */

#include "khatt-notice-bar.h"

#include "khatt-ui.h"
#include "khatt-wrap-layout.h"

#define FLOW_SPACING 12
#define BUTTON_SPACING 6

struct _KhattNoticeBar
{
  GtkWidget parent_instance;

  /* template widgets */
  GtkWidget *content;
  GtkImage *icon;
  GtkWidget *flow;
  GtkLabel *text;
  GtkWidget *buttons;
};

G_DEFINE_FINAL_TYPE (KhattNoticeBar, khatt_notice_bar, GTK_TYPE_WIDGET)

static void
khatt_notice_bar_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), KHATT_TYPE_NOTICE_BAR);
  G_OBJECT_CLASS (khatt_notice_bar_parent_class)->dispose (object);
}

static void
khatt_notice_bar_class_init (KhattNoticeBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = khatt_notice_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               KHATT_RESOURCE_PATH "/khatt-notice-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, KhattNoticeBar, content);
  gtk_widget_class_bind_template_child (widget_class, KhattNoticeBar, icon);
  gtk_widget_class_bind_template_child (widget_class, KhattNoticeBar, flow);
  gtk_widget_class_bind_template_child (widget_class, KhattNoticeBar, text);
  gtk_widget_class_bind_template_child (widget_class, KhattNoticeBar, buttons);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
}

static void
khatt_notice_bar_init (KhattNoticeBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->flow, khatt_wrap_layout_new (FLOW_SPACING));
  gtk_widget_set_layout_manager (self->buttons, khatt_wrap_layout_new (BUTTON_SPACING));
}

/**
 * khatt_notice_bar_new:
 * @icon_name: a symbolic icon
 * @label: what it is about, in a word or two, for who does not see it
 * @text: a sentence
 *
 * Returns: a new bar without buttons
 */
GtkWidget *
khatt_notice_bar_new (const char *icon_name, const char *label, const char *text)
{
  KhattNoticeBar *self = g_object_new (KHATT_TYPE_NOTICE_BAR, NULL);
  g_autofree char *sentence = khatt_ui_dup_sentence (text);

  gtk_image_set_from_icon_name (self->icon, icon_name);
  gtk_label_set_text (self->text, sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  return GTK_WIDGET (self);
}

/**
 * khatt_notice_bar_add_button:
 * @self: a bar
 * @label: with an underscore before its mnemonic
 * @action_name: what it does
 * @is_suggested: whether most people would press this one
 */
void
khatt_notice_bar_add_button (KhattNoticeBar *self,
                             const char *label,
                             const char *action_name,
                             gboolean is_suggested)
{
  GtkWidget *button;

  g_return_if_fail (KHATT_IS_NOTICE_BAR (self));

  button = gtk_button_new_with_mnemonic (label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action_name);
  khatt_ui_wrap_button (GTK_BUTTON (button));
  if (is_suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  gtk_box_append (GTK_BOX (self->buttons), button);
}
