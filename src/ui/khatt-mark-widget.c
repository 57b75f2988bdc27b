/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* An event among the children of the timeline view. GtkAccessible cannot be implemented outside GTK
 * before 4.10, so what a screen reader walks through has to be widgets: light ones, without a
 * picture, placed where the painted mark is, and used again for other events as the view moves. */

#include "khatt-mark-widget.h"

struct _KhattMarkWidget
{
  GtkWidget parent_instance;

  guint32 slot;
  char *label;
  char *description;
};

G_DEFINE_FINAL_TYPE (KhattMarkWidget, khatt_mark_widget, GTK_TYPE_WIDGET)

enum
{
  ACTIVATED,
  SHOW_IN_ARTICLE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
activate_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_signal_emit (widget, signals[ACTIVATED], 0);
}

static void
show_in_article_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_signal_emit (widget, signals[SHOW_IN_ARTICLE], 0);
}

static void
khatt_mark_widget_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
}

static void
khatt_mark_widget_finalize (GObject *object)
{
  KhattMarkWidget *self = KHATT_MARK_WIDGET (object);

  g_free (self->label);
  g_free (self->description);
  G_OBJECT_CLASS (khatt_mark_widget_parent_class)->finalize (object);
}

static void
khatt_mark_widget_class_init (KhattMarkWidgetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = khatt_mark_widget_finalize;
  widget_class->snapshot = khatt_mark_widget_snapshot;

  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SHOW_IN_ARTICLE] = g_signal_new ("show-in-article", G_TYPE_FROM_CLASS (klass),
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /* These become the accessible actions of the event, and what Return does on it. */
  gtk_widget_class_install_action (widget_class, "event.activate", NULL, activate_cb);
  gtk_widget_class_install_action (widget_class, "event.show-in-article", NULL, show_in_article_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "event.activate", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, 0, "event.activate", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_ISO_Enter, 0, "event.activate", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_space, 0, "event.activate", NULL);

  gtk_widget_class_set_css_name (widget_class, "mark");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
khatt_mark_widget_init (KhattMarkWidget *self)
{
  self->slot = KHATT_SLOT_NONE;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  /* The pointer meets the picture, which knows connectors and labels too. */
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * khatt_mark_widget_new:
 *
 * Returns: (transfer floating): a mark that stands for no event yet
 */
GtkWidget *
khatt_mark_widget_new (void)
{
  return g_object_new (KHATT_TYPE_MARK_WIDGET, NULL);
}

/**
 * khatt_mark_widget_get_slot:
 *
 * Returns: the event's slot, or `KHATT_SLOT_NONE`
 */
guint32
khatt_mark_widget_get_slot (KhattMarkWidget *self)
{
  g_return_val_if_fail (KHATT_IS_MARK_WIDGET (self), KHATT_SLOT_NONE);

  return self->slot;
}

/**
 * khatt_mark_widget_set_event:
 * @slot: the event it stands for now
 * @label: the event as a sentence
 * @description: (nullable): the lane it is in
 *
 * Tells assistive technology only what has changed.
 */
void
khatt_mark_widget_set_event (KhattMarkWidget *self,
                             guint32 slot,
                             const char *label,
                             const char *description)
{
  g_return_if_fail (KHATT_IS_MARK_WIDGET (self));

  self->slot = slot;
  if (g_strcmp0 (self->label, label) != 0)
    {
      g_free (self->label);
      self->label = g_strdup (label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                      -1);
    }
  if (g_strcmp0 (self->description, description) != 0)
    {
      g_free (self->description);
      self->description = g_strdup (description);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      description != NULL ? description : "", -1);
    }
}

/**
 * khatt_mark_widget_set_selected:
 */
void
khatt_mark_widget_set_selected (KhattMarkWidget *self, gboolean is_selected)
{
  g_return_if_fail (KHATT_IS_MARK_WIDGET (self));

  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, is_selected,
                               -1);
}
