/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-article-pane.h"
#include "khatt-breadcrumb.h"
#include "khatt-details-pane.h"
#include "khatt-event-table.h"
#include "khatt-filter-chips.h"
#include "khatt-filter-pane.h"
#include "khatt-legend-bar.h"
#include "khatt-nothing-page.h"
#include "khatt-overview.h"
#include "khatt-notice-bar.h"
#include "khatt-published-bar.h"
#include "khatt-review-pane.h"
#include "khatt-search-bar.h"
#include "khatt-sheet.h"
#include "khatt-timeline-view.h"
#include "khatt-window.h"

G_BEGIN_DECLS

/* How much room there is: for panes beside, over it, or one alone. */
typedef enum
{
  KHATT_ROOM_NARROW,
  KHATT_ROOM_SMALL,  /* every pane lies over the timeline */
  KHATT_ROOM_MEDIUM, /* one pane beside it */
  KHATT_ROOM_WIDE,
} KhattRoom;

/* What the switch in the tool row chooses. */
typedef enum
{
  KHATT_MODE_TIMELINE,
  KHATT_MODE_LIST,
  KHATT_MODE_ARTICLE, /* beside the timeline where there is room */
  KHATT_MODE_REVIEW,  /* of what was read, beside the article where there is room */
} KhattMode;

/* Articles on their way into the timeline. */
typedef struct _KhattAdding KhattAdding;

/* Shared by the files khatt-window-*.c: each adds one group of actions. */
struct _KhattWindow
{
  AdwApplicationWindow parent_instance;

  /* template widgets */
  AdwToastOverlay *toasts;
  GtkWidget *drop_area;
  AdwHeaderBar *header;
  AdwWindowTitle *title;
  AdwSplitButton *open_button;
  GtkMenuButton *primary_button;
  GMenuModel *primary_menu;
  AdwSplitButton *present_button;
  GtkMenuButton *export_button;
  GMenuModel *export_menu;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkWidget *details_button;
  GtkWidget *search_button;
  GtkStack *pages;
  GtkProgressBar *progress;
  GtkRevealer *adding_bar;
  GtkProgressBar *adding_progress;
  GtkWidget *tools;
  GtkWidget *bottom_bar;
  KhattLegendBar *bottom_legend; /* of the view while the window is narrow */
  AdwFlap *details_flap;
  AdwFlap *article_flap;
  AdwFlap *filter_flap;
  KhattFilterPane *filters;
  GtkWidget *filters_button;
  GtkStack *forms; /* the timeline, the list, the review */
  KhattReviewPane *review;
  GtkWidget *review_toggle; /* in the switch of the tool row */
  GtkWidget *review_button; /* at the foot of a narrow window */
  GtkWidget *accept_button; /* in the header; its label, or its icon where there is little room */
  GtkWidget *accept_label;
  GtkWidget *accept_icon;
  GtkOverlay *view_area;
  KhattEventTable *table;
  GtkWidget *time_tools;
  GtkWidget *zoom_tools;
  KhattTimelineView *view;
  KhattOverview *overview;
  KhattBreadcrumb *breadcrumb;
  KhattLegendBar *legend;
  GtkMenuButton *bookmarks_button;
  GMenu *bookmarks_menu;
  GMenu *undo_menu;
  KhattFilterChips *chips;
  KhattNothingPage *nothing;
  KhattDetailsPane *details;
  KhattArticlePane *article;
  KhattPublishedBar *published;
  GtkBox *notices;
  KhattSearchBar *search_bar;
  KhattSheet *sheet;

  /* owned */
  KhattDocument *document;
  GtkFileChooserNative *chooser; /* the one that is open */

  GFile *view_file;           /* what of is kept how it is looked at */
  GtkWidget *disk_notice;     /* among the notices; NULL: none */
  KhattDiskState told_disk;   /* what it tells of */
  GtkWidget *recovery_notice; /* among the notices; NULL: none */
  GtkWidget *undated_note;    /* the overlay's; NULL where all events have dates */

  GQueue toast_queue;      /* of AdwToast: shown, then waiting */
  AdwToast *undo_toast;    /* offers to undo the last step; a weak pointer */
  AdwToast *read_toast;    /* offers to review what was read; a weak pointer */
  GtkWidget *focus_holder; /* what had the keyboard outside of menus; a weak pointer */

  KhattAdding *adding; /* holds the window; NULL where nothing is added */

  KhattRoom room;
  guint room_source;
  guint busy_source;
  guint view_source;
  KhattMode mode;
  gboolean shows_filters;
  gboolean wants_details;    /* where there is room beside the timeline */
  gboolean overlays_details; /* where there is not */
  gboolean closes_when_saved;
  guint scene; /* that was presented last */
};

void khatt_window_install_add_actions (KhattWindow *self);
void khatt_window_show_add_actions (KhattWindow *self);
void khatt_window_add (KhattWindow *self, GListModel *files);
void khatt_window_cancel_adding (KhattWindow *self);
void khatt_window_install_bookmark_actions (KhattWindow *self);
void khatt_window_follow_bookmarks (KhattWindow *self);
KhattScene *khatt_window_dup_scene (KhattWindow *self);
void khatt_window_show_scene (KhattWindow *self, const KhattScene *scene);
void khatt_window_install_present_actions (KhattWindow *self);
void khatt_window_leave_view (KhattWindow *self);
void khatt_window_note_view (KhattWindow *self);
void khatt_window_restore_view (KhattWindow *self);
void khatt_window_follow_view (KhattWindow *self);
void khatt_window_install_review_actions (KhattWindow *self);
gboolean khatt_window_has_review (KhattWindow *self);
char *khatt_window_dup_review_subtitle (KhattWindow *self);
void khatt_window_enter_review (KhattWindow *self);
void khatt_window_show_review (KhattWindow *self);
void khatt_window_tell_read (KhattWindow *self);
void khatt_window_follow_menus (KhattWindow *self);
void khatt_window_size_view (KhattWindow *self);
void khatt_window_install_undated_actions (KhattWindow *self);
void khatt_window_show_undated (KhattWindow *self);
void khatt_window_install_source_actions (KhattWindow *self);
void khatt_window_show_source_actions (KhattWindow *self);
void khatt_window_install_edit_actions (KhattWindow *self);
void khatt_window_show_edit_actions (KhattWindow *self);
void khatt_window_install_issue_actions (KhattWindow *self);
void khatt_window_tell_issues (KhattWindow *self);
void khatt_window_follow_recovery (KhattWindow *self);
void khatt_window_show_recovery (KhattWindow *self);
gboolean khatt_window_recover_files (KhattWindow *self, GListModel *files);
void khatt_window_open_plain (KhattWindow *self, GListModel *files, const char *published);
void khatt_window_install_open_actions (KhattWindow *self);
void khatt_window_install_save_actions (KhattWindow *self);
void khatt_window_install_export_actions (KhattWindow *self);
void khatt_window_install_print_actions (KhattWindow *self);
const char *khatt_window_get_paper_title (KhattWindow *self);
void khatt_window_install_contact_actions (KhattWindow *self);
void khatt_window_install_search_actions (KhattWindow *self);
void khatt_window_install_view_actions (KhattWindow *self);
void khatt_window_ask (KhattWindow *self,
                       const char *heading,
                       const char *body,
                       const char *const answers[4],
                       GCallback response_cb);
void khatt_window_save_to (KhattWindow *self, GFile *file, gboolean replaces_changes);
void khatt_window_follow_disk (KhattWindow *self);
gboolean khatt_window_ask_before_close (KhattWindow *self);
void khatt_window_save_elsewhere (KhattWindow *self);

void khatt_window_show_title (KhattWindow *self);
void khatt_window_show_actions (KhattWindow *self);
void khatt_window_set_enabled (KhattWindow *self, const char *name, gboolean is_enabled);
void khatt_window_restore_size (KhattWindow *self);
void khatt_window_remember_size (KhattWindow *self);

void khatt_window_set_room (KhattWindow *self, int width);
void khatt_window_arrange (KhattWindow *self);
void khatt_window_show_details (KhattWindow *self, gboolean shows_details);
gboolean khatt_window_get_shows_details (KhattWindow *self);
void khatt_window_show_filters (KhattWindow *self, gboolean shows_filters);
void khatt_window_set_mode (KhattWindow *self, KhattMode mode);
const char *khatt_window_get_mode_name (KhattMode mode);
KhattMode khatt_window_find_mode (const char *name);

void khatt_window_withdraw_toast (KhattWindow *self, AdwToast *toast);
void khatt_window_add_toast (KhattWindow *self, AdwToast *toast);
void khatt_window_drop_toasts (KhattWindow *self);
void khatt_window_toast (KhattWindow *self, const char *text);
AdwToast *khatt_window_toast_action (KhattWindow *self,
                                     const char *text,
                                     const char *label,
                                     const char *action_name);
void khatt_window_toast_undo (KhattWindow *self, const char *text);
void khatt_window_report (KhattWindow *self, const char *heading, const GError *error);
void
khatt_window_choose_file (KhattWindow *self, GtkFileChooserNative *chooser, GCallback response_cb);

G_END_DECLS
