/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A card of the list of proposals. Cards are used again for other events while the list scrolls, so
 * what all of them have stays, and only what few have is made anew: chips, the sentence, the entry
 * for a date. */

#include "khatt-review-card.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "khatt-date-field.h"
#include "khatt-details-rows.h"
#include "khatt-document.h"
#include "khatt-plate-image.h"
#include "khatt-preferences.h"
#include "khatt-reading-words.h"
#include "khatt-review-words.h"
#include "khatt-sentence.h"
#include "khatt-ui.h"
#include "khatt-wrap-layout.h"

#define PLATE_SIZE 28
#define SPACING 12
#define ROW_SPACING 6
#define CHIP_SPACING 6
#define BUTTON_SPACING 6
#define SENTENCE_LENGTH 240 /* letters */

struct _KhattReviewCard
{
  GtkWidget parent_instance;

  /* children */
  GtkLabel *heading; /* of a section that begins here */
  GtkWidget *frame;
  GtkWidget *row; /* of the frame: all but the entry for a date */
  GtkWidget *plate;
  GtkLabel *title;
  GtkLabel *date;
  GtkWidget *column;
  GtkWidget *extra;           /* in the column; NULL: nothing more is told */
  KhattDateField *date_field; /* below the row, which leaves it no room; NULL: not asked for */
  GtkWidget *buttons;
  GtkLabel *state;

  /* owned */
  KhattSnapshot *snapshot; /* NULL: of nothing yet */

  guint32 slot;
  gboolean is_selected;
  guint reasons;
};

enum
{
  DATED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KhattReviewCard, khatt_review_card, GTK_TYPE_WIDGET)

/* ---- Parts ---- */

static GtkWidget *
new_wrapping_box (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (box, khatt_wrap_layout_new (CHIP_SPACING));
  return box;
}

static void
add_chip (GtkWidget *chips, const char *text, const char *css_class)
{
  GtkWidget *chip = khatt_details_chip_new (text);

  if (css_class != NULL)
    gtk_widget_add_css_class (chip, css_class);
  khatt_ui_tell_whole (GTK_LABEL (chip));
  gtk_widget_insert_before (chip, chips, NULL);
}

static void
add_roles (GtkWidget *chips, const KhattEventData *event)
{
  for (guint i = 0; i < event->actors->len; i++)
    {
      const KhattActorData *actor = g_ptr_array_index (event->actors, i);
      const char *role = khatt_role_get_label (actor->role, event->kind);
      /* Translators: a role and who has it: "Caller: Ann". */
      g_autofree char *text = g_strdup_printf (_ ("%s: %s"), role, actor->name);

      add_chip (chips, text, NULL);
    }
}

static void
add_reasons (GtkWidget *chips, guint reasons)
{
  for (guint bit = 0; reasons >> bit != 0; bit++)
    {
      g_autofree char *text = NULL;

      if ((reasons & 1u << bit) == 0)
        continue;
      /* Translators: a mark before what needs a look: "no date". */
      text = g_strdup_printf (_ ("? %s"), khatt_review_words_reason (1u << bit));
      add_chip (chips, text, "khatt-needs");
    }
}

static const KhattSourceData *
get_source (const KhattEventData *event)
{
  return event->sources->len > 0 ? g_ptr_array_index (event->sources, 0) : NULL;
}

/* What is longer is read in the article. */
static GtkWidget *
new_sentence (const KhattSourceData *source)
{
  g_autofree char *start = NULL;
  g_autofree char *text = NULL;

  if (g_utf8_strlen (source->excerpt, -1) <= SENTENCE_LENGTH)
    return khatt_details_prose_new (source->excerpt, "khatt-small-dim");
  start = g_utf8_substring (source->excerpt, 0, SENTENCE_LENGTH - 1);
  text = g_strconcat (g_strchomp (start), "…", NULL);
  return khatt_details_prose_new (text, "khatt-small-dim");
}

/* Why it was read; the names of the rules are for whoever mends one. */
static GtkWidget *
new_reason (KhattReviewCard *self, const KhattEventData *event, const KhattSourceData *source)
{
  KhattWords words = khatt_preferences_get_words ();
  g_autofree char *reason =
      khatt_reading_words_new (self->snapshot, event, khatt_document_get_lexicon (), &words);
  g_autofree char *sentence = reason != NULL ? khatt_ui_dup_sentence (reason) : NULL;
  g_autofree char *names = g_strjoinv (", ", source->rules);
  /* Translators: %s is a list of the names of rules, in Latin letters. */
  g_autofree char *text = g_strdup_printf (_ ("Read by the rules %s"), names);
  GtkWidget *label = khatt_details_label_new (text, "khatt-review-reason");

  if (sentence == NULL)
    return label;
  gtk_label_set_text (GTK_LABEL (label), sentence);
  gtk_widget_set_tooltip_text (label, text);
  return label;
}

/* ---- The date ---- */

static void
answer_cb (KhattReviewCard *self)
{
  KhattDate date;

  if (khatt_review_card_get_date (self, &date))
    g_signal_emit (self, signals[DATED], 0);
}

static void
date_changed_cb (KhattDateField *field, GtkWidget *button)
{
  KhattDate date;

  gtk_widget_set_sensitive (button, khatt_date_field_get_date (field, &date) &&
                                        khatt_date_is_known (&date));
}

static GtkWidget *
new_date_field (KhattReviewCard *self, const KhattEventData *event)
{
  GtkWidget *field = khatt_date_field_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (C_ ("date", "_Set"));

  self->date_field = KHATT_DATE_FIELD (field);
  khatt_date_field_set_date (self->date_field, &event->date, event->date_text);
  khatt_date_field_add_suffix (self->date_field, button);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, FALSE);
  g_signal_connect_object (field, "changed", G_CALLBACK (date_changed_cb), button, 0);
  g_signal_connect_object (field, "answered", G_CALLBACK (answer_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (button, "clicked", G_CALLBACK (answer_cb), self, G_CONNECT_SWAPPED);
  return field;
}

/* ---- What is told ---- */

static void
drop_extra (KhattReviewCard *self)
{
  if (self->extra != NULL)
    gtk_box_remove (GTK_BOX (self->column), self->extra);
  if (self->date_field != NULL)
    gtk_box_remove (GTK_BOX (self->frame), GTK_WIDGET (self->date_field));
  self->extra = NULL;
  self->date_field = NULL;
}

static void
add_extra (KhattReviewCard *self, GtkWidget *widget)
{
  if (self->extra == NULL)
    {
      self->extra = gtk_box_new (GTK_ORIENTATION_VERTICAL, ROW_SPACING);
      gtk_widget_add_css_class (self->extra, "khatt-review-extra");
      gtk_box_append (GTK_BOX (self->column), self->extra);
    }
  gtk_box_append (GTK_BOX (self->extra), widget);
}

static void
add_chips (KhattReviewCard *self, const KhattEventData *event, KhattReviewState state)
{
  GtkWidget *chips = g_object_ref_sink (new_wrapping_box ());

  if (self->is_selected)
    add_roles (chips, event);
  if (event->status != KHATT_STATUS_HAPPENED)
    add_chip (chips, khatt_status_get_label (event->status), NULL);
  if (state == KHATT_REVIEW_PROPOSED)
    add_reasons (chips, self->reasons);
  if (gtk_widget_get_first_child (chips) != NULL)
    add_extra (self, chips);
  g_object_unref (chips);
}

static void
show_extra (KhattReviewCard *self, const KhattEventData *event, KhattReviewState state)
{
  const KhattSourceData *source = get_source (event);

  drop_extra (self);
  if (state == KHATT_REVIEW_SETTLED && !self->is_selected)
    return;
  add_chips (self, event, state);
  if (!self->is_selected)
    return;
  if (source != NULL && source->excerpt != NULL)
    add_extra (self, new_sentence (source));
  if (source != NULL && source->rules != NULL)
    add_extra (self, new_reason (self, event, source));
  if (!khatt_date_is_known (&event->date) && state != KHATT_REVIEW_GONE)
    gtk_box_append (GTK_BOX (self->frame), new_date_field (self, event));
}

/* ---- Buttons ---- */

typedef enum
{
  BUTTON_ACCEPT,
  BUTTON_RESTORE,
  BUTTON_EDIT,
  BUTTON_DISMISS,
  BUTTON_BRING_BACK,
  N_BUTTONS
} Button;

static const struct
{
  const char *icon;
  const char *label;
  const char *action;
} buttons[N_BUTTONS] = {
  [BUTTON_ACCEPT] = { "object-select-symbolic", N_ ("Accept"), "review.accept" },
  [BUTTON_RESTORE] = { "edit-undo-symbolic", N_ ("Restore What Was Read"), "review.restore" },
  [BUTTON_EDIT] = { "document-edit-symbolic", N_ ("Edit"), "review.edit" },
  [BUTTON_DISMISS] = { "window-close-symbolic", N_ ("Dismiss"), "review.dismiss" },
  [BUTTON_BRING_BACK] = { "edit-undo-symbolic", N_ ("Bring Back"), "review.bring-back" },
};

static guint
get_shown_buttons (KhattReviewCard *self, KhattReviewState state, gboolean is_changed)
{
  switch (state)
    {
    case KHATT_REVIEW_GONE:
      return 1u << BUTTON_BRING_BACK;
    case KHATT_REVIEW_PROPOSED:
      return 1u << BUTTON_ACCEPT | 1u << BUTTON_EDIT | 1u << BUTTON_DISMISS;
    case KHATT_REVIEW_SETTLED:
      if (!self->is_selected)
        return 0;
      return 1u << BUTTON_EDIT | 1u << BUTTON_DISMISS | (is_changed ? 1u << BUTTON_RESTORE : 0);
    case KHATT_REVIEW_NONE:
    default:
      return 1u << BUTTON_EDIT;
    }
}

static void
show_buttons (KhattReviewCard *self, guint shown)
{
  GtkWidget *button = gtk_widget_get_first_child (self->buttons);

  for (guint i = 0; i < N_BUTTONS; i++, button = gtk_widget_get_next_sibling (button))
    {
      gtk_widget_set_visible (button, (shown & 1u << i) != 0);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", self->slot);
      if (i == BUTTON_ACCEPT && self->is_selected)
        gtk_widget_add_css_class (button, "suggested-action");
      else
        gtk_widget_remove_css_class (button, "suggested-action");
    }
  gtk_widget_set_visible (self->buttons, shown != 0);
}

static void
add_buttons (KhattReviewCard *self)
{
  for (guint i = 0; i < N_BUTTONS; i++)
    {
      GtkWidget *button = gtk_button_new_from_icon_name (buttons[i].icon);

      gtk_widget_add_css_class (button, "khatt-review-button");
      gtk_widget_set_tooltip_text (button, _ (buttons[i].label));
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ (buttons[i].label), -1);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", KHATT_SLOT_NONE);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), buttons[i].action);
      gtk_box_append (GTK_BOX (self->buttons), button);
    }
}

/* ---- The card ---- */

static void
show_state (KhattReviewCard *self, KhattReviewState state)
{
  g_autofree char *text = NULL;

  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->state)),
                          state == KHATT_REVIEW_SETTLED);
  if (state != KHATT_REVIEW_SETTLED)
    return;
  text = khatt_review_words_state (self->snapshot, self->slot);
  gtk_label_set_text (self->state, text);
}

static void
show (KhattReviewCard *self)
{
  const KhattRecord *record = khatt_snapshot_get_kept_record (self->snapshot, self->slot);
  g_autoptr (KhattEventData) event = khatt_snapshot_dup_event (self->snapshot, self->slot);
  KhattWords words = khatt_preferences_get_words ();
  KhattReviewState state = khatt_review_get_state (record);
  g_autofree char *headline = khatt_headline_new (self->snapshot, self->slot);
  g_autofree char *date = khatt_review_words_date (self->snapshot, event, &words);
  g_autofree char *label = khatt_review_words_label (self->snapshot, self->slot, &words);

  khatt_plate_image_set_kind (KHATT_PLATE_IMAGE (self->plate), record->kind, record->status);
  khatt_plate_image_set_hue (KHATT_PLATE_IMAGE (self->plate), record->hue);
  khatt_plate_image_set_time_direction (KHATT_PLATE_IMAGE (self->plate),
                                        khatt_snapshot_get_direction (self->snapshot));
  gtk_label_set_text (self->title, headline);
  gtk_label_set_text (self->date, date);
  show_extra (self, event, state);
  show_buttons (self, get_shown_buttons (self, state, event->read != NULL));
  show_state (self, state);
  if (self->is_selected)
    gtk_widget_add_css_class (self->frame, "selected");
  else
    gtk_widget_remove_css_class (self->frame, "selected");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  /* The row of the list that holds it is the same to a person. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (self))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
khatt_review_card_dispose (GObject *object)
{
  KhattReviewCard *self = KHATT_REVIEW_CARD (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->snapshot, khatt_snapshot_unref);
  G_OBJECT_CLASS (khatt_review_card_parent_class)->dispose (object);
}

static void
khatt_review_card_class_init (KhattReviewCardClass *klass)
{
  static const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = khatt_review_card_dispose;

  signals[DATED] = g_signal_new ("dated", KHATT_TYPE_REVIEW_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);

  /* The row of the list has these keys too, and would be asked before the pane. */
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i], 0, "review.accept", "u",
                                         KHATT_SLOT_NONE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "reviewcard");
}

static GtkLabel *
add_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = khatt_details_label_new ("", css_class);

  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
add_state (KhattReviewCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, CHIP_SPACING);

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("object-select-symbolic"));
  self->state = GTK_LABEL (gtk_label_new (NULL));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->state));
  gtk_widget_add_css_class (box, "khatt-review-state");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->row), box);
}

static GtkSizeRequestMode
get_request_mode (GtkWidget *holder)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* Asked how wide it is at the height of its lines, a box takes the title for one line. */
static void
measure_column (GtkWidget *holder,
                GtkOrientation orientation,
                int for_size,
                int *minimum,
                int *natural,
                int *minimum_baseline,
                int *natural_baseline)
{
  gtk_widget_measure (gtk_widget_get_first_child (holder), orientation,
                      orientation == GTK_ORIENTATION_HORIZONTAL ? -1 : for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static void
allocate_column (GtkWidget *holder, int width, int height, int baseline)
{
  gtk_widget_allocate (gtk_widget_get_first_child (holder), width, height, baseline, NULL);
}

static void
add_column (KhattReviewCard *self)
{
  GtkWidget *holder = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_layout_manager (
      holder, gtk_custom_layout_new (get_request_mode, measure_column, allocate_column));
  gtk_widget_set_hexpand (holder, TRUE);
  gtk_box_append (GTK_BOX (holder), self->column);
  gtk_box_append (GTK_BOX (self->row), holder);
  self->title = add_label (self->column, "khatt-review-title");
  self->date = add_label (self->column, "khatt-small-dim");
}

static void
khatt_review_card_init (KhattReviewCard *self)
{
  GtkWidget *heading = khatt_details_heading_new ("");

  self->slot = KHATT_SLOT_NONE;
  self->heading = GTK_LABEL (heading);
  self->frame = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  self->row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  self->plate = khatt_plate_image_new (KHATT_KIND_OTHER, KHATT_STATUS_HAPPENED, PLATE_SIZE);
  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, BUTTON_SPACING);

  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_visible (heading, FALSE);
  gtk_widget_add_css_class (heading, "khatt-review-heading");
  gtk_widget_set_parent (heading, GTK_WIDGET (self));
  gtk_widget_add_css_class (self->frame, "khatt-review-card");
  gtk_widget_set_parent (self->frame, GTK_WIDGET (self));
  gtk_widget_set_valign (self->plate, GTK_ALIGN_START);
  gtk_widget_set_valign (self->buttons, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self->frame), self->row);
  gtk_box_append (GTK_BOX (self->row), self->plate);
  add_column (self);
  add_state (self);
  gtk_box_append (GTK_BOX (self->row), self->buttons);
  add_buttons (self);
}

/**
 * khatt_review_card_new:
 *
 * Returns: (transfer floating): a card of nothing
 */
GtkWidget *
khatt_review_card_new (void)
{
  return g_object_new (KHATT_TYPE_REVIEW_CARD, NULL);
}

/**
 * khatt_review_card_show:
 * @self: a card
 * @snapshot: (nullable): a document; %NULL: the next one is shown whatever it was
 * @slot: an event of it, one that was dismissed too
 * @is_selected: whether more is told of it
 *
 * Shows an event. One that is shown already, and says the same, costs nothing.
 */
void
khatt_review_card_show (KhattReviewCard *self,
                        KhattSnapshot *snapshot,
                        guint32 slot,
                        gboolean is_selected)
{
  guint reasons = snapshot != NULL ? khatt_review_get_reasons (snapshot, slot) : 0;
  const KhattRecord *before = NULL;
  const KhattRecord *now = NULL;
  gboolean is_same;

  g_return_if_fail (KHATT_IS_REVIEW_CARD (self));

  if (snapshot != NULL && self->snapshot != NULL && slot == self->slot)
    {
      before = khatt_snapshot_get_kept_record (self->snapshot, slot);
      now = khatt_snapshot_get_kept_record (snapshot, slot);
    }
  /* Texts are never written over: the same event has the same pointers. */
  is_same = before != NULL && now != NULL && memcmp (before, now, sizeof *now) == 0 &&
            self->is_selected == is_selected && self->reasons == reasons;
  if (snapshot != NULL)
    khatt_snapshot_ref (snapshot);
  g_clear_pointer (&self->snapshot, khatt_snapshot_unref);
  self->snapshot = snapshot;
  self->slot = slot;
  self->is_selected = is_selected;
  self->reasons = reasons;
  if (!is_same && snapshot != NULL)
    show (self);
}

/**
 * khatt_review_card_set_heading:
 * @self: a card
 * @heading: (nullable): what stands above it; %NULL: nothing
 */
void
khatt_review_card_set_heading (KhattReviewCard *self, const char *heading)
{
  g_return_if_fail (KHATT_IS_REVIEW_CARD (self));

  gtk_label_set_text (self->heading, heading != NULL ? heading : "");
  gtk_widget_set_visible (GTK_WIDGET (self->heading), heading != NULL);
}

/**
 * khatt_review_card_get_slot:
 * @self: a card
 *
 * Returns: the event that is shown, or %KHATT_SLOT_NONE
 */
guint32
khatt_review_card_get_slot (KhattReviewCard *self)
{
  g_return_val_if_fail (KHATT_IS_REVIEW_CARD (self), KHATT_SLOT_NONE);

  return self->slot;
}

/**
 * khatt_review_card_get_date:
 * @self: a card
 * @date: (out): what was typed
 *
 * Returns: whether a date was typed into the card of an undated event, and was understood
 */
gboolean
khatt_review_card_get_date (KhattReviewCard *self, KhattDate *date)
{
  g_return_val_if_fail (KHATT_IS_REVIEW_CARD (self), FALSE);

  return self->date_field != NULL && khatt_date_field_get_date (self->date_field, date) &&
         khatt_date_is_known (date);
}
