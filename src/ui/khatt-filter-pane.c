/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The pane of filters. It counts while it can be seen, in a thread where there are many events; the
 * filter itself is the view's, and changes at once. */

#include "khatt-filter-pane.h"

#include <glib/gi18n-lib.h>

#include "khatt-actor-entry.h"
#include "khatt-countries.h"
#include "khatt-facets.h"
#include "khatt-filter-job.h"
#include "khatt-filter-period.h"
#include "khatt-filter-section.h"

#define MOST_AT_ONCE 20000 /* events that are counted while the window waits */
#define SPACING 18

struct _KhattFilterPane
{
  GtkWidget parent_instance;

  /* children; NULL until the pane is seen for the first time */
  GtkWidget *box;
  KhattFilterSection *sections[KHATT_N_ASPECTS]; /* NULL for the period */
  KhattFilterPeriod *period;
  GtkWidget *together; /* each of several actors is asked for */

  /* owned */
  KhattTimelineView *view;
  GSignalGroup *view_signals;
  GCancellable *cancellable; /* of the counting in the thread; NULL: none */

  gboolean is_stale;    /* the counts are older than what the view shows */
  gboolean wants_focus; /* as soon as it can be seen */
  gboolean is_showing;  /* what changes is not a person's doing */
};

G_DEFINE_FINAL_TYPE (KhattFilterPane, khatt_filter_pane, GTK_TYPE_WIDGET)

/* ---- What a person asks for ---- */

/* Of an aspect that has words. */
static const char *const **
get_list (KhattFilter *filter, KhattAspect aspect)
{
  switch (aspect)
    {
    case KHATT_ASPECT_COUNTRIES:
      return &filter->countries;
    case KHATT_ASPECT_PUBLISHERS:
      return &filter->publishers;
    case KHATT_ASPECT_ARTICLES:
      return &filter->articles;
    case KHATT_ASPECT_TAGS:
      return &filter->tags;
    case KHATT_ASPECT_ACTORS:
    case KHATT_ASPECT_KINDS:
    case KHATT_ASPECT_STATUSES:
    case KHATT_ASPECT_PERIOD:
    default:
      return &filter->actors;
    }
}

static guint *
get_bits (KhattFilter *filter, KhattAspect aspect)
{
  if (aspect == KHATT_ASPECT_KINDS)
    return &filter->kinds;
  return aspect == KHATT_ASPECT_STATUSES ? &filter->statuses : NULL;
}

static guint
find_bit (KhattAspect aspect, const char *key)
{
  KhattKind kind;
  KhattStatus status;

  if (aspect == KHATT_ASPECT_KINDS)
    return khatt_kind_from_name (key, &kind) ? 1u << kind : 0;
  return khatt_status_from_name (key, &status) ? 1u << status : 0;
}

static KhattAspect
find_aspect (KhattFilterPane *self, KhattFilterSection *section)
{
  KhattAspect aspect = 0;

  while (self->sections[aspect] != section)
    aspect++;
  return aspect;
}

/* Words are borrowed: the list is, too. */
static void
change_word (const char *const **list, const char *key, gboolean is_chosen, GPtrArray *words)
{
  for (guint i = 0; *list != NULL && (*list)[i] != NULL; i++)
    if (!g_str_equal ((*list)[i], key))
      g_ptr_array_add (words, (gpointer) (*list)[i]);
  if (is_chosen)
    g_ptr_array_add (words, (gpointer) key);
  g_ptr_array_add (words, NULL);
  *list = (const char *const *) words->pdata;
}

static void
toggled_cb (KhattFilterSection *section, const char *key, gboolean is_chosen, gpointer user_data)
{
  KhattFilterPane *self = user_data;
  KhattAspect aspect = find_aspect (self, section);
  KhattFilter filter = *khatt_timeline_view_get_filter (self->view);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  /* The row goes while it is asked. */
  g_autofree char *kept = g_strdup (key);
  guint *bits = get_bits (&filter, aspect);

  if (bits != NULL)
    *bits = is_chosen ? *bits | find_bit (aspect, kept) : *bits & ~find_bit (aspect, kept);
  else
    change_word (get_list (&filter, aspect), kept, is_chosen, words);
  khatt_timeline_view_set_filter (self->view, &filter);
}

static void
cleared_cb (KhattFilterSection *section, gpointer user_data)
{
  KhattFilterPane *self = user_data;
  KhattAspect aspect = find_aspect (self, section);
  KhattFilter filter = *khatt_timeline_view_get_filter (self->view);

  if (get_bits (&filter, aspect) != NULL)
    *get_bits (&filter, aspect) = 0;
  else
    *get_list (&filter, aspect) = NULL;
  khatt_timeline_view_set_filter (self->view, &filter);
}

static void
together_cb (KhattFilterPane *self)
{
  KhattFilter filter = *khatt_timeline_view_get_filter (self->view);

  if (self->is_showing)
    return;
  filter.needs_all_actors = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->together));
  khatt_timeline_view_set_filter (self->view, &filter);
}

static void
period_cb (KhattFilterPane *self)
{
  KhattFilter filter = *khatt_timeline_view_get_filter (self->view);

  khatt_filter_period_get (self->period, &filter);
  khatt_timeline_view_set_filter (self->view, &filter);
}

/* ---- What there is to ask for ---- */

static GArray *
new_choices (void)
{
  GArray *choices = g_array_new (FALSE, FALSE, sizeof (KhattFilterChoice));

  g_array_set_clear_func (choices, khatt_filter_choice_clear);
  return choices;
}

static void
append_choice (GArray *choices, const char *key, const char *label, guint32 n, gboolean is_chosen)
{
  KhattFilterChoice choice = { g_strdup (key), g_strdup (label), NULL, n, is_chosen, -1 };

  g_array_append_val (choices, choice);
}

static GArray *
list_kinds (const KhattFacets *facets, const KhattFilter *filter)
{
  GArray *choices = new_choices ();

  for (guint kind = 0; kind < KHATT_N_KINDS; kind++)
    {
      append_choice (choices, khatt_kind_get_name (kind), khatt_kind_get_label (kind),
                     khatt_facets_get_kind (facets, kind), (filter->kinds & 1u << kind) != 0);
      g_array_index (choices, KhattFilterChoice, kind).kind = (int) kind;
    }
  return choices;
}

static GArray *
list_statuses (const KhattFacets *facets, const KhattFilter *filter)
{
  GArray *choices = new_choices ();

  for (guint status = 0; status < KHATT_N_STATUSES; status++)
    append_choice (choices, khatt_status_get_name (status), khatt_status_get_label (status),
                   khatt_facets_get_status (facets, status),
                   (filter->statuses & 1u << status) != 0);
  return choices;
}

static char *
dup_label (KhattFilterPane *self, KhattSnapshot *snapshot, KhattAspect aspect, const char *key)
{
  const char *language = khatt_timeline_view_get_words (self->view)->language;
  char *name = NULL;

  if (aspect == KHATT_ASPECT_COUNTRIES)
    name = khatt_country_dup_name (key, language);
  if (aspect == KHATT_ASPECT_ARTICLES)
    {
      const KhattArticle *article = khatt_snapshot_get_article_by_id (snapshot, key);

      name = g_strdup (article != NULL ? article->title : NULL);
    }
  return name != NULL ? name : g_strdup (key);
}

static GArray *
list_words (KhattFilterPane *self,
            KhattSnapshot *snapshot,
            const KhattFacets *facets,
            KhattAspect aspect)
{
  KhattFilter filter = *khatt_timeline_view_get_filter (self->view);
  const char *const *chosen = *get_list (&filter, aspect);
  GArray *choices = new_choices ();
  g_autoptr (GHashTable) spellings = NULL;
  guint n_facets;
  const KhattFacet *found = khatt_facets_get (facets, aspect, &n_facets);

  if (aspect == KHATT_ASPECT_ACTORS)
    spellings = khatt_actor_section_list_spellings (
        khatt_snapshot_get_section (snapshot, KHATT_SECTION_ACTORS));
  for (guint i = 0; i < n_facets; i++)
    {
      g_autofree char *label = dup_label (self, snapshot, aspect, found[i].key);

      append_choice (choices, found[i].key, label, found[i].n_events,
                     chosen != NULL && g_strv_contains (chosen, found[i].key));
      if (spellings != NULL)
        g_array_index (choices, KhattFilterChoice, i).spellings =
            g_strdup (g_hash_table_lookup (spellings, found[i].key));
    }
  return choices;
}

static void
show_section (KhattFilterPane *self, KhattAspect aspect, GArray *choices, KhattSnapshot *snapshot)
{
  khatt_filter_section_set_choices (self->sections[aspect], choices,
                                    khatt_timeline_view_get_words (self->view),
                                    khatt_snapshot_get_direction (snapshot));
  g_array_unref (choices);
}

static void
show_facets (KhattFilterPane *self, KhattSnapshot *snapshot, const KhattFacets *facets)
{
  static const KhattAspect listed[] = { KHATT_ASPECT_ACTORS, KHATT_ASPECT_COUNTRIES,
                                        KHATT_ASPECT_PUBLISHERS, KHATT_ASPECT_ARTICLES,
                                        KHATT_ASPECT_TAGS };
  const KhattFilter *filter = khatt_timeline_view_get_filter (self->view);

  for (gsize i = 0; i < G_N_ELEMENTS (listed); i++)
    show_section (self, listed[i], list_words (self, snapshot, facets, listed[i]), snapshot);
  show_section (self, KHATT_ASPECT_KINDS, list_kinds (facets, filter), snapshot);
  show_section (self, KHATT_ASPECT_STATUSES, list_statuses (facets, filter), snapshot);
  self->is_showing = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->together), filter->needs_all_actors);
  gtk_widget_set_visible (self->together, filter->actors != NULL && filter->actors[0] != NULL &&
                                              filter->actors[1] != NULL);
  self->is_showing = FALSE;
  khatt_filter_period_set (self->period, filter);
}

/* ---- Counting ---- */

static void
count_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  KhattFilterJob *job = data;

  g_task_return_pointer (task, khatt_facets_new (job->snapshot, job->filter, cancellable),
                         (GDestroyNotify) khatt_facets_unref);
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  KhattFilterPane *self = KHATT_FILTER_PANE (source);
  KhattFilterJob *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (KhattFacets) facets = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Another counting was begun, or the pane goes. */
  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable || facets == NULL)
    return;
  g_clear_object (&self->cancellable);
  show_facets (self, job->snapshot, facets);
}

static void
count_later (KhattFilterPane *self, KhattSnapshot *snapshot)
{
  g_autoptr (GTask) task = NULL;
  KhattFilterJob *job =
      khatt_filter_job_new (snapshot, khatt_timeline_view_get_filter (self->view));

  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, counted_cb, NULL);
  g_task_set_task_data (task, job, (GDestroyNotify) khatt_filter_job_free);
  g_task_run_in_thread (task, count_in_thread);
}

static void
update (KhattFilterPane *self)
{
  KhattArrangement *arrangement = khatt_timeline_view_get_arrangement (self->view);
  KhattSnapshot *snapshot;
  g_autoptr (KhattFacets) facets = NULL;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->is_stale = FALSE;
  if (arrangement == NULL)
    return;
  snapshot = khatt_arrangement_get_snapshot (arrangement);
  if (khatt_snapshot_get_n_events (snapshot) > MOST_AT_ONCE)
    {
      count_later (self, snapshot);
      return;
    }
  facets = khatt_facets_new (snapshot, khatt_timeline_view_get_filter (self->view), NULL);
  show_facets (self, snapshot, facets);
}

static void
changed_cb (KhattFilterPane *self)
{
  self->is_stale = TRUE;
  if (self->view != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
}

/* ---- The widget ---- */

static void
append_section (KhattFilterPane *self, KhattAspect aspect, const char *title, const char *hint)
{
  GtkWidget *section = khatt_filter_section_new (title, hint);

  self->sections[aspect] = KHATT_FILTER_SECTION (section);
  gtk_widget_set_visible (section, FALSE);
  g_signal_connect_object (section, "toggled", G_CALLBACK (toggled_cb), self, 0);
  g_signal_connect_object (section, "cleared", G_CALLBACK (cleared_cb), self, 0);
  gtk_box_append (GTK_BOX (self->box), section);
}

static GtkWidget *
new_heading (void)
{
  GtkWidget *heading = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label = gtk_label_new (_ ("Filters"));
  GtkWidget *close = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "khatt-kind-word");
  gtk_widget_add_css_class (close, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (close), "win.show-filters");
  gtk_widget_set_tooltip_text (close, _ ("Close"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (close), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Close"), -1);
  gtk_box_append (GTK_BOX (heading), label);
  gtk_box_append (GTK_BOX (heading), close);
  return heading;
}

static void
build (KhattFilterPane *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  gtk_widget_add_css_class (self->box, "khatt-pane-body");
  gtk_box_append (GTK_BOX (self->box), new_heading ());
  append_section (self, KHATT_ASPECT_KINDS, _ ("Kinds"), NULL);
  append_section (self, KHATT_ASPECT_ACTORS, _ ("Actors"), _ ("Find an Actor"));
  append_section (self, KHATT_ASPECT_COUNTRIES, _ ("Countries"), _ ("Find a Country"));
  self->period = KHATT_FILTER_PERIOD (khatt_filter_period_new ());
  g_signal_connect_object (self->period, "chosen", G_CALLBACK (period_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->period));
  append_section (self, KHATT_ASPECT_STATUSES, _ ("Statuses"), NULL);
  append_section (self, KHATT_ASPECT_PUBLISHERS, _ ("Publishers"), _ ("Find a Publisher"));
  append_section (self, KHATT_ASPECT_ARTICLES, _ ("Articles"), _ ("Find an Article"));
  append_section (self, KHATT_ASPECT_TAGS, _ ("Tags"), _ ("Find a Tag"));
  /* Translators: of the actors that are chosen, not one but all have to take part. */
  self->together = gtk_check_button_new_with_label (_ ("All of them together"));
  g_signal_connect_object (self->together, "toggled", G_CALLBACK (together_cb), self,
                           G_CONNECT_SWAPPED);
  khatt_filter_section_set_foot (self->sections[KHATT_ASPECT_ACTORS], self->together);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->box);
  gtk_widget_set_parent (scrolled, GTK_WIDGET (self));
}

static void
khatt_filter_pane_map (GtkWidget *widget)
{
  KhattFilterPane *self = KHATT_FILTER_PANE (widget);

  if (self->box == NULL)
    build (self);
  GTK_WIDGET_CLASS (khatt_filter_pane_parent_class)->map (widget);
  if (self->view != NULL && self->is_stale)
    update (self);
  if (self->wants_focus)
    gtk_widget_grab_focus (widget);
}

static gboolean
khatt_filter_pane_grab_focus (GtkWidget *widget)
{
  KhattFilterPane *self = KHATT_FILTER_PANE (widget);

  self->wants_focus = !gtk_widget_get_mapped (widget);
  return !self->wants_focus &&
         gtk_widget_child_focus (GTK_WIDGET (self->sections[KHATT_ASPECT_KINDS]),
                                 GTK_DIR_TAB_FORWARD);
}

static void
khatt_filter_pane_dispose (GObject *object)
{
  KhattFilterPane *self = KHATT_FILTER_PANE (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->view_signals);
  if (child != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->view);
  G_OBJECT_CLASS (khatt_filter_pane_parent_class)->dispose (object);
}

static void
khatt_filter_pane_class_init (KhattFilterPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = khatt_filter_pane_dispose;
  widget_class->map = khatt_filter_pane_map;
  widget_class->grab_focus = khatt_filter_pane_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "filterpane");
}

static void
khatt_filter_pane_init (KhattFilterPane *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "khatt-pane");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Filters"), -1);
  self->view_signals = g_signal_group_new (KHATT_TYPE_TIMELINE_VIEW);
  g_signal_group_connect_swapped (self->view_signals, "arranged", G_CALLBACK (changed_cb), self);
  g_signal_group_connect_swapped (self->view_signals, "notify::filter", G_CALLBACK (changed_cb),
                                  self);
}

/**
 * khatt_filter_pane_new:
 *
 * Returns: (transfer floating): a pane of no view
 */
GtkWidget *
khatt_filter_pane_new (void)
{
  return g_object_new (KHATT_TYPE_FILTER_PANE, NULL);
}

/**
 * khatt_filter_pane_set_view:
 * @self: a pane
 * @view: the view whose filter it changes
 */
void
khatt_filter_pane_set_view (KhattFilterPane *self, KhattTimelineView *view)
{
  g_return_if_fail (KHATT_IS_FILTER_PANE (self));

  if (!g_set_object (&self->view, view))
    return;
  g_signal_group_set_target (self->view_signals, view);
  changed_cb (self);
}

/**
 * khatt_filter_pane_is_busy:
 * @self: a pane
 *
 * Returns: whether it counts; what it shows is older then
 */
gboolean
khatt_filter_pane_is_busy (KhattFilterPane *self)
{
  g_return_val_if_fail (KHATT_IS_FILTER_PANE (self), FALSE);

  return self->cancellable != NULL;
}
