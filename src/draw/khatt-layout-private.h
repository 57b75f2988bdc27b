/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "khatt-anchor.h"
#include "khatt-arrangement-private.h"
#include "khatt-axis.h"
#include "khatt-layout.h"
#include "khatt-lit-private.h"

G_BEGIN_DECLS

/* Pixels at text scale 1. */
#define KHATT_MARK_PLATE 24
#define KHATT_MARK_CONNECTOR 3
#define KHATT_MARK_CONNECTOR_HALO 2
#define KHATT_MARK_ARROW_WIDTH 14
#define KHATT_MARK_ARROW_LENGTH 11
#define KHATT_MARK_DOT 11
#define KHATT_MARK_RING 16
#define KHATT_MARK_STUB 12
#define KHATT_MARK_BRIDGE 6
#define KHATT_MARK_BAR 8
#define KHATT_MARK_THIN_BAR 2
#define KHATT_MARK_BAR_LEVELS 3
#define KHATT_MARK_BAR_PITCH 3
#define KHATT_MARK_HALF_BAR 5
#define KHATT_MARK_HALF_SHIFT 3.5
#define KHATT_MARK_FADE 132
#define KHATT_MARK_CURTAIN 79
#define KHATT_MARK_ABOUT 24
#define KHATT_MARK_TICK 10
#define KHATT_MARK_OUTSIDE 18
#define KHATT_MARK_PITCH 30
#define KHATT_MARK_MIN_PITCH 26
#define KHATT_PILL_HEIGHT 24
#define KHATT_PILL_PLATE 0.62
#define KHATT_LABEL_SIZE 12.5
#define KHATT_LABEL_WEIGHT 500
#define KHATT_LABEL_RISE 10
#define KHATT_LABEL_MAX_WIDTH 264
#define KHATT_LABEL_MIN_WIDTH 48
#define KHATT_LABEL_LEAST_SHARE 0.6
/* Widths that labels are cut to are multiples of this. */
#define KHATT_LABEL_WIDTH_STEP 12
/* What keeps clear of what, beyond its own ink. */
#define KHATT_LABEL_CLEARANCE 6
#define KHATT_INK_CLEARANCE 3
#define KHATT_RIBBON_COLUMN 5
#define KHATT_RIBBON_INK 4
#define KHATT_RIBBON_BASE 5
#define KHATT_RIBBON_HEAD 14
/* What is smaller in the low row of a collapsed lane. */
#define KHATT_LOW_PLATE 12
#define KHATT_LOW_DOT 7
#define KHATT_LOW_PILL_HEIGHT 16
#define KHATT_LOW_PILL_PLATE 0.4
#define KHATT_LOW_RIBBON_BASE 3
#define KHATT_LOW_RIBBON_HEAD 6

/* Where the parts of the picture stand. The rows of pinned lanes stay at the top; the others scroll
 * below them, from `pinned_bottom` on. */
typedef struct
{
  const KhattArrangement *arrangement; /* of the layout */
  double text_scale;
  KhattRect corner; /* above the headers, beside the axis */
  KhattRect headers;
  KhattRect axis;
  KhattRect plot;
  gboolean has_cards; /* rows are as high as cards need, their lines lie low in them */
  double row_height;  /* of most rows: khatt_frame_get_height() knows that of each */
  double low_row_height;
  double content_height; /* of all rows */
  double scroll_y;
  double pinned_bottom; /* the upper edge of the plot where no row stays */
  guint n_lanes;
  guint n_pinned;  /* whose rows stay at the top: none where they would leave no room for others */
  guint first_row; /* those in view below: [first_row, after_row) */
  guint after_row;
} KhattFrame;

KhattFrame khatt_frame_measure (KhattArrangement *arrangement,
                                const KhattLayoutParams *params,
                                KhattShaper *shaper);
/* A row's height, and its upper edge from that of the first. All else about rows follows from it.
 */
/* Makes room for cards in all rows; `params` are those it was measured with. */
gboolean khatt_frame_is_compact (const KhattFrame *frame, const KhattLayoutParams *params);
void khatt_frame_grow_rows (KhattFrame *frame, const KhattLayoutParams *params);
gboolean khatt_frame_may_grow (const KhattFrame *frame, const KhattLayoutParams *params);
gboolean khatt_frame_has_room_for_all (const KhattFrame *frame, const KhattLayoutParams *params);
double khatt_frame_get_height (const KhattFrame *frame, guint lane);
double khatt_frame_get_offset (const KhattFrame *frame, guint lane);
double khatt_frame_get_top (const KhattFrame *frame, guint lane);
double khatt_frame_get_bottom (const KhattFrame *frame, guint lane);
double khatt_frame_get_line (const KhattFrame *frame, guint lane);
gboolean khatt_frame_is_low (const KhattFrame *frame, guint lane);
/* The rows in view, those that stay and those that scroll: from the first while it is below
 * after_row. */
guint khatt_frame_get_first_row (const KhattFrame *frame);
guint khatt_frame_get_next_row (const KhattFrame *frame, guint lane);
/* Where the rows are that scroll with the lane, or stay with it. */
KhattRect khatt_frame_get_region (const KhattFrame *frame, guint lane);
gboolean khatt_frame_shows_row (const KhattFrame *frame, guint lane);
KhattRect khatt_frame_get_row (const KhattFrame *frame, guint lane);
guint khatt_frame_get_lane_at (const KhattFrame *frame, double y);

typedef enum
{
  KHATT_TEXT_LANE_NAME,
  KHATT_TEXT_LANE_DETAIL,
  KHATT_TEXT_LANE_COUNT,
  KHATT_TEXT_LANES_TITLE,
  KHATT_TEXT_STICKY_NAME, /* narrow: above the lane line */
  KHATT_TEXT_RIBBON_COUNT,
  KHATT_TEXT_UNCERTAIN,
} KhattTextRole;

/* Text in its place. */
typedef struct
{
  KhattLabel *label; /* owned */
  double x;          /* least x */
  double baseline;
  KhattTextRole role;
  guint lane; /* G_MAXUINT: of none */
  gboolean is_faded;
} KhattText;

void khatt_text_clear (KhattText *text);
/* Its box. */
KhattRect khatt_text_get_rect (const KhattText *text);

/* The texts of the header column, or the names above the lines; appended. */
void khatt_lane_texts_append (const KhattLayout *layout, KhattShaper *shaper, GArray *texts);
/* The width of the header column: the widest name + 60, within 132 and 216. */
double khatt_lane_texts_measure (KhattArrangement *arrangement,
                                 const KhattLayoutParams *params,
                                 KhattShaper *shaper);
/* "Ivan Petrov" -> "I. Petrov"; NULL where the name has no given names to shorten. */
char *khatt_lane_name_dup_initials (const char *name, gboolean is_person);

typedef enum
{
  KHATT_END_PLATE,
  KHATT_END_ARROW,
  KHATT_END_DOT,
  KHATT_END_BEARER,
} KhattEndForm;

/* A lane that a mark joins. */
typedef struct
{
  guint lane;
  KhattEndForm form;
  gboolean is_shown; /* FALSE: there it is part of a cluster or of a ribbon */
  double y;          /* the lane's centre line */
  int heading;       /* +1: reached from above, an arrow points down; -1: from below */
  double stripe_y;   /* the middle of its stripe: off the line where both kinds of ranges share the
                        lane */
  double stripe_height;
} KhattEnd;

/* A strip of ink along time, between two x. alpha_to != alpha_from: it fades. */
typedef struct
{
  double from;
  double to;
  double alpha_from;
  double alpha_to;
} KhattFade;

#define KHATT_MAX_FADES 3
#define KHATT_MAX_TICKS 2

/* What a mark's date adds to its lanes. */
typedef struct
{
  KhattFade fades[KHATT_MAX_FADES];
  guint n_fades;
  double ticks[KHATT_MAX_TICKS];
  guint n_ticks;
  gboolean is_bar; /* it lasted: opaque, rounded ends */
  double bar_from;
  double bar_to;
  gboolean has_end;  /* a thin connector at the bar's end ... */
  gboolean is_short; /* ... or where that had far to go, stubs towards the other lanes */
  gboolean has_chevron;
  gboolean has_curtain;
  KhattFade curtain;
} KhattTrace;

typedef struct _KhattCard KhattCard;

typedef struct
{
  KhattMarkBox box;
  const KhattRecord *record;
  KhattAnchor anchor;
  double track;
  double x;
  guint32 group;   /* of khatt_spread_items() */
  guint first_end; /* into layout->ends, by lane from the top */
  guint n_ends;
  guint plate_end; /* into layout->ends */
  guint first_lane;
  guint last_lane;
  double top; /* the connector's; equal where there is none */
  double bottom;
  double stub_top; /* where a stub upwards ends; equal to top where there is none */
  double stub_bottom;
  gboolean is_faded;    /* it stands back behind others */
  gboolean is_broken;   /* others of its group stand between its ends: only stubs are drawn */
  gboolean has_missing; /* a party is known to be missing: the stub's end is hollow */
  KhattTrace trace;
  KhattLabel *label; /* owned, NULL where it has none */
  guint label_lane;
  double label_x;
  double label_baseline;
  KhattCard *card; /* owned: over the label, or in its place; NULL where it has none */
  double card_x;
  double card_y;
} KhattMark;

typedef struct
{
  KhattClusterBox box;
  guint32 group; /* G_MAXUINT32: only counted */
  KhattKind commonest;
  double plate_inset; /* from the pill's earlier edge to the middle of its plate */
  double plate_size;
  KhattLabel *count; /* owned */
  double count_x;
  double count_baseline;
} KhattCluster;

/* An event that is part of a cluster. */
typedef struct
{
  guint32 slot;
  guint32 group;
  guint lane;
} KhattMember;

/* Where a connector passes over a lane that it does not join. */
typedef struct
{
  guint lane;
  double x;
} KhattBridge;

/* Two clusters that share events. */
typedef struct
{
  double x;
  double top;
  double bottom;
  double width;
  KhattKind kind;
  guint first_lane;
  guint last_lane;
} KhattClusterLink;

/* One column of a ribbon: heights of its kinds, from the base up, and of all of them. */
typedef struct
{
  double x; /* least x */
  double base;
  guint8 heights[KHATT_N_KINDS];
  guint8 lit[KHATT_N_KINDS]; /* the same of what is lit, where the rest fades */
  guint8 height;
  guint32 lane;
} KhattRibbonColumn;

/* A label that waits while another event is selected. */
typedef struct
{
  guint mark;        /* into layout->marks */
  KhattLabel *label; /* owned; NULL: it had none */
  double x;
  double baseline;
  KhattCard *card; /* owned; NULL: it had none */
  double card_x;
  double card_y;
} KhattRestingLabel;

/* A scene is a layout without axis and texts, of more than any viewport shows: the layouts of a
 * view that pans are copies of what they show of it, moved. */
struct _KhattLayout
{
  KhattLayoutParams params;
  double from; /* of a scene: the tracks that it is whole for */
  double to;
  KhattArrangement *arrangement;
  KhattFrame frame;
  KhattAxis *axis;
  double typical_spacing; /* pixels that an event has in most lanes */
  guint8 *details;        /* of each lane: KhattDetail + 1; 0: not asked yet */
  guint8 *before;         /* the same, of the view's layout before; NULL where there was none */

  GArray *marks;    /* of KhattMark, in view, in document order */
  GArray *ends;     /* of KhattEnd */
  GArray *clusters; /* of KhattCluster */
  GArray *members;  /* of KhattMember: who is in a cluster of a group */
  GArray *links;    /* of KhattClusterLink */
  GArray *bridges;  /* of KhattBridge, in rows in view, by lane and x */
  GArray *columns;  /* of KhattRibbonColumn */
  GArray *texts;    /* of KhattText */
  GArray *resting;  /* of KhattRestingLabel */
};

/* What a view's layout told, for the next one. */
typedef struct
{
  const guint8 *details; /* as KhattLayout's */
  guint n_lanes;
  gboolean has_cards;
} KhattTold;

/* An event that may have a mark, before it is placed. */
typedef struct
{
  guint32 slot;
  const KhattRecord *record;
  KhattAnchor anchor;
  const KhattJoin *joins;
  guint n_joins;
  guint first_lane; /* of those that do not draw ribbons */
  guint last_lane;
  double track;
  guint32 group;
} KhattCandidateMark;

/* A span of a lane too crowded to be looked at one by one. */
typedef struct
{
  guint lane;
  gint64 first;
  gint64 last;
  guint32 n_events;
  guint32 counts[KHATT_N_KINDS];
} KhattCrowd;

typedef struct
{
  GArray *candidates; /* of KhattCandidateMark, in document order */
  GArray *crowds;     /* of KhattCrowd, by lane, then time */
  GArray *members;    /* of KhattMember, by group and lane: where groups show anything */
} KhattGathering;

/* Measures and allocates; without any content. */
KhattLayout *khatt_layout_new_empty (KhattArrangement *arrangement,
                                     const KhattLayoutParams *params,
                                     KhattShaper *shaper,
                                     const KhattTold *before);
/* Decides whether rows grow; how much each lane tells is found when it is asked for. */
gboolean
khatt_layout_begin_details (KhattLayout *layout, const KhattTold *before, KhattShaper *shaper);
/* All that does not depend on the viewport, for the tracks from `from` to `to`, but the labels:
 * those are the work of a KhattPlacement. */
void khatt_layout_fill_scene (KhattLayout *layout, KhattShaper *shaper);
/* What of a scene is in view, and what else the viewport needs. */
void khatt_layout_fill_view (KhattLayout *layout, const KhattLayout *scene, KhattShaper *shaper);
/* The tracks that a scene has to be whole for, so many pixels ahead. */
void khatt_layout_get_tracks (const KhattLayout *layout, double ahead, double *from, double *to);
/* Do its lanes show marks, whose labels are chosen in whole tiles? */
gboolean khatt_layout_has_labels (const KhattLayout *layout);

/* Seconds of the fixed buckets of clusters: a power of two, 72 to 144 pixels wide. */
guint khatt_layout_get_bucket_level (const KhattLayout *layout, double pixels);
/* Is the event in a crowd of the lane? */
gboolean khatt_gathering_is_crowded (const KhattGathering *gathering, guint lane, gint64 middle);
KhattGathering *khatt_gathering_new (KhattLayout *layout);
void khatt_gathering_free (KhattGathering *gathering);

/* Tiles of one or two viewports, in tracks: [first, after). Labels are chosen in each by itself. */
double khatt_layout_get_tile_width (const KhattLayout *layout);
double khatt_layout_get_tile_first (const KhattLayout *layout, double track);

void khatt_layout_place_marks (KhattLayout *layout, KhattGathering *gathering);
void
khatt_layout_make_clusters (KhattLayout *layout, KhattGathering *gathering, KhattShaper *shaper);
/* Two clusters by their number, the upper one first. */
void khatt_layout_link_clusters (KhattLayout *layout, guint upper, guint lower, guint n_shared);
void khatt_layout_link_crowds (KhattLayout *layout, const GArray *crowds);
void khatt_layout_make_marks (KhattLayout *layout, const KhattGathering *gathering);
guint khatt_layout_find_plate_lane (const KhattJoin *joins, guint n_joins);
/* What only marks in view need: bridges and signs of doubt. */
void khatt_layout_make_bridges (KhattLayout *layout);
void khatt_layout_make_doubts (KhattLayout *layout, KhattShaper *shaper);
/* What a mark is where some of its ends are not shown: plate, connector, bounds. FALSE where none
 * is. */
gboolean khatt_layout_join_ends (KhattLayout *layout, KhattMark *mark);
void khatt_layout_measure_mark (const KhattLayout *layout, KhattMark *mark);
KhattTrace khatt_trace_make (const KhattLayout *layout, const KhattMark *mark);
void khatt_layout_make_columns (KhattLayout *layout);
void khatt_layout_make_counts (KhattLayout *layout, KhattShaper *shaper);
void khatt_layout_hide_labels (KhattLayout *layout, KhattShaper *shaper);
void khatt_layout_place_sticky_labels (KhattLayout *layout, KhattShaper *shaper);
/* For khatt_layout_select(): the title of a mark as its label, and where a lane's labels stand. */
const KhattLabel *khatt_layout_shape_title (const KhattLayout *layout,
                                            const KhattMark *mark,
                                            int weight,
                                            double width,
                                            KhattShaper *shaper);
gboolean khatt_layout_has_title (const KhattLayout *layout,
                                 const KhattMark *mark,
                                 int weight,
                                 double width,
                                 KhattShaper *shaper);
double khatt_layout_get_baseline (const KhattLayout *layout, guint lane);
void khatt_resting_label_clear (KhattRestingLabel *resting);
void khatt_mark_clear (KhattMark *mark);
void khatt_mark_put_label (KhattMark *mark, const KhattLabel *label, double x, double baseline);
void khatt_mark_put_card (KhattMark *mark, KhattCard *card, double x, double y);
void khatt_mark_drop_card (KhattMark *mark);
void khatt_mark_drop_label (KhattMark *mark);
void khatt_cluster_clear (KhattCluster *cluster);
gboolean khatt_mark_joins_lane (const KhattLayout *layout, const KhattMark *mark, guint lane);
const KhattMark *khatt_layout_find_whole_mark (const KhattLayout *layout, guint32 slot);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattGathering, khatt_gathering_free)

G_END_DECLS
