/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What stands above the proposals. */

#include "khatt-review-head.h"

#include <glib/gi18n-lib.h>

#include "khatt-details-rows.h"
#include "khatt-preferences.h"
#include "khatt-ui.h"
#include "khatt-words.h"
#include "khatt-wrap-layout.h"

#define SPACING 9

struct _KhattReviewHead
{
  GtkWidget parent_instance;

  /* children */
  GtkToggleButton *toggles[KHATT_N_REVIEW_CHOICES];

  KhattReviewChoice choice;
};

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KhattReviewHead, khatt_review_head, GTK_TYPE_WIDGET)

static void
toggled_cb (KhattReviewHead *self, GtkToggleButton *toggle)
{
  for (guint i = 0; i < KHATT_N_REVIEW_CHOICES; i++)
    {
      if (self->toggles[i] == toggle && gtk_toggle_button_get_active (toggle))
        khatt_review_head_set_choice (self, i);
    }
}

static void
khatt_review_head_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (khatt_review_head_parent_class)->dispose (object);
}

static void
khatt_review_head_class_init (KhattReviewHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = khatt_review_head_dispose;
  signals[CHANGED] = g_signal_new ("changed", KHATT_TYPE_REVIEW_HEAD, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "reviewhead");
}

static void
add_toggles (KhattReviewHead *self)
{
  GtkWidget *toggles = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (toggles, "khatt-switch");
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggles), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Which events are shown"), -1);
  for (guint i = 0; i < KHATT_N_REVIEW_CHOICES; i++)
    {
      GtkWidget *toggle = gtk_toggle_button_new_with_label ("");

      khatt_ui_wrap_button (GTK_BUTTON (toggle));
      self->toggles[i] = GTK_TOGGLE_BUTTON (toggle);
      if (i > 0)
        gtk_toggle_button_set_group (self->toggles[i], self->toggles[0]);
      gtk_box_append (GTK_BOX (toggles), toggle);
    }
  gtk_toggle_button_set_active (self->toggles[KHATT_REVIEW_SHOWS_ALL], TRUE);
  for (guint i = 0; i < KHATT_N_REVIEW_CHOICES; i++)
    g_signal_connect_object (self->toggles[i], "toggled", G_CALLBACK (toggled_cb), self,
                             G_CONNECT_SWAPPED);
  gtk_widget_insert_before (toggles, GTK_WIDGET (self), NULL);
}

static void
khatt_review_head_init (KhattReviewHead *self)
{
  GtkWidget *title = khatt_details_label_new (_ ("Proposed Events"), "khatt-review-head-title");

  gtk_widget_set_layout_manager (GTK_WIDGET (self), khatt_wrap_layout_new (SPACING));
  gtk_widget_add_css_class (GTK_WIDGET (self), "khatt-review-head");
  gtk_label_set_wrap (GTK_LABEL (title), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (title), GTK_ACCESSIBLE_PROPERTY_LEVEL, 1, -1);
  gtk_widget_insert_before (title, GTK_WIDGET (self), NULL);
  add_toggles (self);
  khatt_review_head_show_counts (self, (const guint[KHATT_N_REVIEW_CHOICES]){ 0 });
}

/**
 * khatt_review_head_new:
 *
 * Returns: (transfer floating): a head of nothing
 */
GtkWidget *
khatt_review_head_new (void)
{
  return g_object_new (KHATT_TYPE_REVIEW_HEAD, NULL);
}

/**
 * khatt_review_head_get_choice:
 * @self: a head
 *
 * Returns: which events are to be shown
 */
KhattReviewChoice
khatt_review_head_get_choice (KhattReviewHead *self)
{
  g_return_val_if_fail (KHATT_IS_REVIEW_HEAD (self), KHATT_REVIEW_SHOWS_ALL);

  return self->choice;
}

/**
 * khatt_review_head_set_choice:
 * @self: a head
 * @choice: which events are to be shown
 */
void
khatt_review_head_set_choice (KhattReviewHead *self, KhattReviewChoice choice)
{
  g_return_if_fail (KHATT_IS_REVIEW_HEAD (self));

  if (self->choice == choice)
    return;
  self->choice = choice;
  gtk_toggle_button_set_active (self->toggles[choice], TRUE);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * khatt_review_head_show_counts:
 * @self: a head
 * @counts: (array): how many events there are of each choice
 */
void
khatt_review_head_show_counts (KhattReviewHead *self, const guint *counts)
{
  /* Translators: choices of what is shown, each with a number. */
  const char *const forms[KHATT_N_REVIEW_CHOICES] = {
    [KHATT_REVIEW_SHOWS_ALL] = C_ ("review", "All %s"),
    [KHATT_REVIEW_SHOWS_NEEDING] = C_ ("review", "Need a look %s"),
    [KHATT_REVIEW_SHOWS_DISMISSED] = C_ ("review", "Dismissed %s"),
  };
  KhattWords words = khatt_preferences_get_words ();

  g_return_if_fail (KHATT_IS_REVIEW_HEAD (self));

  for (guint i = 0; i < KHATT_N_REVIEW_CHOICES; i++)
    {
      g_autofree char *number = khatt_words_count (&words, counts[i]);
      g_auto (GStrv) parts = g_strsplit (forms[i], "%s", 2);
      g_autofree char *label = g_strjoinv (number, parts);

      gtk_button_set_label (GTK_BUTTON (self->toggles[i]), label);
    }
}
