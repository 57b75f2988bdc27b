/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Why a view shows nothing: no event passes its filter, or all of its lanes are hidden. */

#include "khatt-nothing-page.h"

#include <glib/gi18n-lib.h>

struct _KhattNothingPage
{
  AdwBin parent_instance;

  /* children */
  AdwStatusPage *page;
  GtkButton *button;

  /* owned */
  KhattTimelineView *view;
  GSignalGroup *view_signals;
};

G_DEFINE_FINAL_TYPE (KhattNothingPage, khatt_nothing_page, ADW_TYPE_BIN)

static gboolean
has_hidden_lanes (KhattTimelineView *view)
{
  const char *const *hidden =
      khatt_timeline_view_get_lane_settings (view)->lists[KHATT_LANE_HIDDEN];

  return hidden != NULL && hidden[0] != NULL;
}

/* With a filter on, it is the filter that a person thinks of. */
static gboolean
is_filtered (KhattNothingPage *self)
{
  return !khatt_filter_is_empty (khatt_timeline_view_get_filter (self->view));
}

static gboolean
shows_nothing (KhattNothingPage *self)
{
  KhattArrangement *arrangement =
      self->view != NULL ? khatt_timeline_view_get_arrangement (self->view) : NULL;

  return arrangement != NULL && khatt_arrangement_get_n_lanes (arrangement) == 0 &&
         (is_filtered (self) || has_hidden_lanes (self->view));
}

static void
update (KhattNothingPage *self)
{
  gboolean is_shown = shows_nothing (self);

  if (is_shown)
    {
      gboolean filters = is_filtered (self);

      adw_status_page_set_title (self->page,
                                 filters ? _ ("No Events Match") : _ ("All Lanes Are Hidden"));
      gtk_button_set_label (self->button, filters ? _ ("_Clear Filters") : _ ("_Show All Lanes"));
    }
  gtk_widget_set_visible (GTK_WIDGET (self), is_shown);
}

static void
clicked_cb (KhattNothingPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->view),
                              is_filtered (self) ? "view.clear-filter" : "view.show-all-lanes",
                              NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
khatt_nothing_page_dispose (GObject *object)
{
  KhattNothingPage *self = KHATT_NOTHING_PAGE (object);

  g_clear_object (&self->view_signals);
  g_clear_object (&self->view);
  G_OBJECT_CLASS (khatt_nothing_page_parent_class)->dispose (object);
}

static void
khatt_nothing_page_class_init (KhattNothingPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = khatt_nothing_page_dispose;
}

static void
khatt_nothing_page_init (KhattNothingPage *self)
{
  self->page = ADW_STATUS_PAGE (adw_status_page_new ());
  self->button = GTK_BUTTON (gtk_button_new ());
  gtk_button_set_use_underline (self->button, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "pill");
  gtk_widget_set_halign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  adw_status_page_set_icon_name (self->page, "edit-find-symbolic");
  adw_status_page_set_child (self->page, GTK_WIDGET (self->button));
  gtk_widget_add_css_class (GTK_WIDGET (self->page), "compact");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->page));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (clicked_cb), self,
                           G_CONNECT_SWAPPED);

  self->view_signals = g_signal_group_new (KHATT_TYPE_TIMELINE_VIEW);
  g_signal_group_connect_swapped (self->view_signals, "arranged", G_CALLBACK (update), self);
}

/**
 * khatt_nothing_page_set_view:
 * @self: a page
 * @view: (nullable): the view over which it stands
 *
 * Stands over another view.
 */
void
khatt_nothing_page_set_view (KhattNothingPage *self, KhattTimelineView *view)
{
  g_return_if_fail (KHATT_IS_NOTHING_PAGE (self));

  if (!g_set_object (&self->view, view))
    return;

  g_signal_group_set_target (self->view_signals, view);
  update (self);
}
