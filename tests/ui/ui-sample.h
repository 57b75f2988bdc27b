/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "khatt-timeline.h"

G_BEGIN_DECLS

/* A small document with an article: seven events of August 2025, their spans in the text. Slots are
 * in this order. */
typedef enum
{
  UI_SAMPLE_CALL,     /* 8 August, with a quotation, topics, offices */
  UI_SAMPLE_CALL_TOO, /* 8 August */
  UI_SAMPLE_MEETING,  /* 6 August, with a place */
  UI_SAMPLE_MESSAGE,  /* before 8 August; its span holds the next one's */
  UI_SAMPLE_VISIT,    /* before 8 August */
  UI_SAMPLE_PLANNED,  /* after 8 August */
  UI_SAMPLE_UNDATED,  /* with the date as it is written */
  UI_SAMPLE_N_EVENTS,
} UiSampleEvent;

#define UI_SAMPLE_ARTICLE "a1"
#define UI_SAMPLE_TEXT ui_sample_get_text ()
#define UI_SAMPLE_DATE_WORDS "اليوم الجمعة" /* of the first call */

const char *ui_sample_get_text (void);
KhattTimeline *ui_sample_new (void);
KhattTimeline *ui_sample_new_unpublished (void);
KhattTimeline *ui_sample_new_with_two_articles (void);
guint32 ui_sample_slot (KhattTimeline *timeline, UiSampleEvent event);

/* Looking into a tree of widgets. */
GtkWidget *ui_sample_find (GtkWidget *root, GType type);
GtkWidget *ui_sample_find_styled (GtkWidget *root, const char *css_class);
gboolean ui_sample_shows (GtkWidget *root, const char *text);
gboolean ui_sample_can_choose_files (void);
guint ui_sample_count (GtkWidget *root, GType type, const char *css_class);
char *ui_sample_dup_lit (GtkWidget *root);
GtkWidget *ui_sample_present (GtkWidget *child, int width, int height);
void ui_sample_wait (gboolean (*is_done) (gpointer data), gpointer data);
void ui_sample_settle (void);
void ui_sample_press (GtkWidget *widget, const char *trigger);
void ui_sample_send_key (GtkWidget *window, guint key, guint code, GdkModifierType modifiers);
void ui_sample_paint (GtkWidget *widget);
AdwMessageDialog *ui_sample_find_dialog (void);
void ui_sample_answer (const char *label);
void ui_sample_catch_published (GtkWidget *window, char **answered);

G_END_DECLS
