/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A document for the tests of the window, and ways to look into what it shows. */

#include "ui-sample.h"

#include <string.h>

#define LONGEST_WAIT_US (20 * G_USEC_PER_SEC)
#define N_FRAMES 3 /* a window that wants more shows it: two frames, and what they ask for */

/**
 * ui_sample_get_text:
 *
 * Returns: the article of the sample, composed for it
 */
const char *
ui_sample_get_text (void)
{
  return "اتصال بين موسكو وبكين\n"
         "\n"
         "هاتف الرئيس الروسي اليوم الجمعة نظيره الصيني. وقال شي: «لا توجد حلول بسيطة».\n"
         "\n"
         "كما هاتف الرئيس الأوزبكستاني اليوم الجمعة.\n"
         "\n"
         "والتقى يوم 6 أغسطس الجاري المبعوث الأمريكي في الكرملين.\n"
         "\n"
         "وسلم لافروف في زيارة إلى بكين رسالة شفهية. ويزور الرئيس الصين قريبا.\n";
}

static void
set_span (const char *text, const char *part, gssize *first, gssize *after)
{
  const char *found = strstr (text, part);

  g_assert_nonnull (found);
  *first = found - text;
  *after = *first + (gssize) strlen (part);
}

static KhattEventData *
make_event (const char *id, KhattKind kind, const char *title, const char *date, const char *part)
{
  KhattEventData *event = khatt_event_data_new ();
  KhattSourceData *source = khatt_event_data_add_source (event, UI_SAMPLE_ARTICLE);

  event->id = g_strdup (id);
  event->kind = kind;
  event->title = g_strdup (title);
  if (date)
    g_assert_true (khatt_date_parse (date, -1, &event->date, NULL));
  set_span (UI_SAMPLE_TEXT, part, &source->span_first, &source->span_after);
  source->excerpt = g_strdup (part);
  source->attribution = g_strdup ("التلفزيون المركزي");
  return event;
}

static KhattEventData *
make_call (void)
{
  const char *words = "لا توجد حلول بسيطة";
  KhattEventData *event = make_event ("e1", KHATT_KIND_CALL, "بوتين يهاتف شي", "2025-08-08",
                                      "هاتف الرئيس الروسي اليوم الجمعة نظيره الصيني");
  KhattQuoteData *quote = khatt_event_data_add_quote (event, "شي جين بينغ", words);
  KhattActorData *actor =
      khatt_event_data_add_actor (event, "فلاديمير بوتين", KHATT_ROLE_INITIATOR);
  KhattSourceData *source = g_ptr_array_index (event->sources, 0);

  set_span (UI_SAMPLE_TEXT, UI_SAMPLE_DATE_WORDS, &source->date_first, &source->date_after);
  actor->office = g_strdup ("رئيس روسيا");
  khatt_event_data_add_actor (event, "شي جين بينغ", KHATT_ROLE_RECIPIENT);
  khatt_event_data_add_topic (event, "العلاقات الثنائية");
  khatt_event_data_add_topic (event, "التنسيق");
  quote->article = g_strdup (UI_SAMPLE_ARTICLE);
  set_span (UI_SAMPLE_TEXT, words, &quote->span_first, &quote->span_after);
  return event;
}

static void
add_events (KhattTimeline *timeline)
{
  g_autoptr (GPtrArray) events =
      g_ptr_array_new_with_free_func ((GDestroyNotify) khatt_event_data_free);
  KhattEventData *event = make_call ();

  g_ptr_array_add (events, event);
  event = make_event ("e2", KHATT_KIND_CALL, "بوتين يهاتف ميرضيائيف", "2025-08-08",
                      "هاتف الرئيس الأوزبكستاني اليوم الجمعة");
  khatt_event_data_add_actor (event, "فلاديمير بوتين", KHATT_ROLE_INITIATOR);
  g_ptr_array_add (events, event);
  event = make_event ("e3", KHATT_KIND_MEETING, "محادثات الكرملين", "2025-08-06",
                      "والتقى يوم 6 أغسطس الجاري المبعوث الأمريكي في الكرملين");
  khatt_event_data_add_actor (event, "فلاديمير بوتين", KHATT_ROLE_PARTICIPANT);
  event->place = g_strdup ("الكرملين");
  g_ptr_array_add (events, event);
  event = make_event ("e4", KHATT_KIND_MESSAGE, "رسالة شفهية", "[..2025-08-08]",
                      "وسلم لافروف في زيارة إلى بكين رسالة شفهية");
  khatt_event_data_add_actor (event, "سيرغي لافروف", KHATT_ROLE_BEARER);
  g_ptr_array_add (events, event);
  event = make_event ("e5", KHATT_KIND_VISIT, "زيارة بكين", "[..2025-08-08]", "زيارة إلى بكين");
  khatt_event_data_add_actor (event, "سيرغي لافروف", KHATT_ROLE_VISITOR);
  g_ptr_array_add (events, event);
  event = make_event ("e6", KHATT_KIND_VISIT, "زيارة الصين", "[2025-08-08..]",
                      "ويزور الرئيس الصين قريبا");
  event->status = KHATT_STATUS_PLANNED;
  g_ptr_array_add (events, event);
  event = make_event ("e7", KHATT_KIND_STATEMENT, "قول بلا تاريخ", NULL, "وقال شي");
  event->date_text = g_strdup ("في وقت لاحق");
  g_ptr_array_add (events, event);
  khatt_timeline_add_many (timeline, events);
}

static KhattArticle *
make_article (const char *id, const char *title)
{
  KhattArticle *article = khatt_article_new (id, UI_SAMPLE_TEXT, -1);

  article->title = g_strdup (title);
  return article;
}

static KhattTimeline *
make_timeline (KhattArticle *article)
{
  KhattTimeline *timeline = khatt_timeline_new ();

  khatt_timeline_set_title (timeline, "اتصالات أغسطس");
  khatt_timeline_set_language (timeline, "ar");
  khatt_timeline_set_direction (timeline, KHATT_DIRECTION_RTL);
  khatt_timeline_add_article (timeline, article);
  add_events (timeline);
  khatt_timeline_clear_history (timeline);
  khatt_timeline_mark_saved (timeline);
  return timeline;
}

/**
 * ui_sample_new:
 *
 * Returns: (transfer full): the sample, its article published on 8 August 2025
 */
KhattTimeline *
ui_sample_new (void)
{
  g_autoptr (KhattArticle) article = make_article (UI_SAMPLE_ARTICLE, "اتصال بين موسكو وبكين");

  article->published = g_strdup ("2025-08-08");
  return make_timeline (article);
}

/**
 * ui_sample_new_unpublished:
 *
 * Returns: (transfer full): the sample with two candidates for its publication date
 */
KhattTimeline *
ui_sample_new_unpublished (void)
{
  const char *const reasons[] = { "A Friday in August", NULL };
  g_autoptr (KhattArticle) article = make_article (UI_SAMPLE_ARTICLE, "اتصال بين موسكو وبكين");

  article->candidates = g_ptr_array_new_with_free_func ((GDestroyNotify) khatt_candidate_free);
  g_ptr_array_add (article->candidates, khatt_candidate_new ("2025-08-08", reasons));
  g_ptr_array_add (article->candidates, khatt_candidate_new ("2025-08-15", reasons));
  return make_timeline (article);
}

/**
 * ui_sample_new_with_two_articles:
 *
 * Returns: (transfer full): the sample with an article before its own, of which no event was read
 */
KhattTimeline *
ui_sample_new_with_two_articles (void)
{
  g_autoptr (KhattArticle) first = khatt_article_new ("a0", "An article in English.\n", -1);
  g_autoptr (KhattArticle) second = make_article (UI_SAMPLE_ARTICLE, "اتصال بين موسكو وبكين");
  KhattTimeline *timeline = khatt_timeline_new ();

  first->title = g_strdup ("Another article");
  khatt_timeline_add_article (timeline, first);
  khatt_timeline_add_article (timeline, second);
  add_events (timeline);
  return timeline;
}

/**
 * ui_sample_slot:
 * @timeline: a sample
 * @event: one of its events
 *
 * Returns: its slot
 */
guint32
ui_sample_slot (KhattTimeline *timeline, UiSampleEvent event)
{
  g_autofree char *id = g_strdup_printf ("e%d", event + 1);
  guint32 slot = khatt_timeline_find (timeline, id);

  g_assert_cmpuint (slot, !=, KHATT_SLOT_NONE);
  return slot;
}

/* All widgets below `root`, itself first, that are shown. */
static GPtrArray *
list_widgets (GtkWidget *root)
{
  GPtrArray *widgets = g_ptr_array_new ();

  g_ptr_array_add (widgets, root);
  for (guint i = 0; i < widgets->len; i++)
    for (GtkWidget *child = gtk_widget_get_first_child (widgets->pdata[i]); child;
         child = gtk_widget_get_next_sibling (child))
      if (gtk_widget_get_visible (child))
        g_ptr_array_add (widgets, child);
  return widgets;
}

/**
 * ui_sample_find:
 * @root: a widget
 * @type: what to look for
 *
 * Returns: (nullable): the first visible widget of @type in @root
 */
GtkWidget *
ui_sample_find (GtkWidget *root, GType type)
{
  g_autoptr (GPtrArray) widgets = list_widgets (root);

  for (guint i = 0; i < widgets->len; i++)
    if (g_type_is_a (G_OBJECT_TYPE (widgets->pdata[i]), type))
      return widgets->pdata[i];
  return NULL;
}

/**
 * ui_sample_find_styled:
 * @root: a widget
 * @css_class: what to look for
 *
 * Returns: (nullable): the first visible widget in @root that has @css_class
 */
GtkWidget *
ui_sample_find_styled (GtkWidget *root, const char *css_class)
{
  g_autoptr (GPtrArray) widgets = list_widgets (root);

  for (guint i = 0; i < widgets->len; i++)
    if (gtk_widget_has_css_class (widgets->pdata[i], css_class))
      return widgets->pdata[i];
  return NULL;
}

/**
 * ui_sample_shows:
 * @root: a widget
 * @text: what to look for
 *
 * Returns: %TRUE where a visible label in @root has @text in it
 */
gboolean
ui_sample_shows (GtkWidget *root, const char *text)
{
  g_autoptr (GPtrArray) widgets = list_widgets (root);

  for (guint i = 0; i < widgets->len; i++)
    if (GTK_IS_LABEL (widgets->pdata[i]) && strstr (gtk_label_get_text (widgets->pdata[i]), text))
      return TRUE;
  return FALSE;
}

/**
 * ui_sample_count:
 * @root: a widget
 * @type: what to look for
 * @css_class: (nullable): and which style it has to have
 *
 * Returns: how many such widgets are visible in @root
 */
guint
ui_sample_count (GtkWidget *root, GType type, const char *css_class)
{
  g_autoptr (GPtrArray) widgets = list_widgets (root);
  guint n_found = 0;

  for (guint i = 0; i < widgets->len; i++)
    if (g_type_is_a (G_OBJECT_TYPE (widgets->pdata[i]), type) &&
        (!css_class || gtk_widget_has_css_class (widgets->pdata[i], css_class)))
      n_found++;
  return n_found;
}

/**
 * ui_sample_wait:
 * @is_done: asked after each turn of the main loop
 * @data: for @is_done
 *
 * Waits until @is_done says so; a test that waits for ever fails.
 */
void
ui_sample_wait (gboolean (*is_done) (gpointer data), gpointer data)
{
  gint64 end = g_get_monotonic_time () + LONGEST_WAIT_US;

  while (!is_done (data))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
    }
}

static gboolean
is_painted (gpointer data)
{
  return *(guint *) data >= N_FRAMES;
}

static void
painted_cb (GdkFrameClock *clock, gpointer data)
{
  *(guint *) data += 1;
  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
}

/**
 * ui_sample_paint:
 * @widget: what is shown
 *
 * Waits for some frames, in which what was asked for is made, placed and painted.
 */
void
ui_sample_paint (GtkWidget *widget)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  guint n_painted = 0;
  gulong id = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &n_painted);

  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
  ui_sample_wait (is_painted, &n_painted);
  g_signal_handler_disconnect (clock, id);
}

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_get_width (widget) > 0;
}

/**
 * ui_sample_settle:
 *
 * Does what is waiting to be done.
 */
void
ui_sample_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/**
 * ui_sample_press:
 * @widget: a window or a popover
 * @trigger: a key, as in "<Alt>Up"
 *
 * Does what the class of @widget has the key do.
 */
void
ui_sample_press (GtkWidget *widget, const char *trigger)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean is_done = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !is_done; i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)) && !is_done; j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          g_autofree char *text =
              gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));

          if (g_str_equal (text, trigger))
            is_done = gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                                    gtk_shortcut_get_arguments (shortcut));
        }
    }
  g_assert_true (is_done);
  ui_sample_settle ();
}

/**
 * ui_sample_send_key:
 * @window: a window that looks at keys before what is in it
 * @key: what the key means
 * @code: where it is; 0 where that does not matter
 * @modifiers: what is held
 *
 * Sends a key to the window.
 */
void
ui_sample_send_key (GtkWidget *window, guint key, guint code, GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (window);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean is_done = FALSE;

      if (!GTK_IS_EVENT_CONTROLLER_KEY (controller) ||
          gtk_event_controller_get_propagation_phase (controller) != GTK_PHASE_CAPTURE)
        continue;
      g_signal_emit_by_name (controller, "key-pressed", key, code, modifiers, &is_done);
      if (is_done)
        return;
    }
}

static void
add_lit (GString *lit, GtkLabel *label)
{
  const char *text = gtk_label_get_text (label);
  PangoAttrList *attributes = gtk_label_get_attributes (label);
  GSList *list = attributes ? pango_attr_list_get_attributes (attributes) : NULL;

  for (GSList *item = list; item; item = item->next)
    {
      const PangoAttribute *attribute = item->data;

      if (attribute->klass->type == PANGO_ATTR_BACKGROUND)
        g_string_append_printf (lit, "%s%.*s", lit->len > 0 ? "|" : "",
                                (int) (attribute->end_index - attribute->start_index),
                                text + attribute->start_index);
    }
  g_slist_free_full (list, (GDestroyNotify) pango_attribute_destroy);
}

/**
 * ui_sample_dup_lit:
 * @root: a widget
 *
 * Returns: (transfer full): the words that are lit in labels of @root, with "|" between them
 */
char *
ui_sample_dup_lit (GtkWidget *root)
{
  g_autoptr (GPtrArray) widgets = list_widgets (root);
  GString *lit = g_string_new (NULL);

  for (guint i = 0; i < widgets->len; i++)
    if (GTK_IS_LABEL (widgets->pdata[i]))
      add_lit (lit, widgets->pdata[i]);
  return g_string_free (lit, FALSE);
}

/**
 * ui_sample_present:
 * @child: a widget
 * @width: in pixels
 * @height: in pixels
 *
 * Returns: a window that shows @child and has a size
 */
GtkWidget *
ui_sample_present (GtkWidget *child, int width, int height)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  ui_sample_wait (is_mapped, child);
  return window;
}

/**
 * ui_sample_find_dialog:
 *
 * Returns: (nullable): the message dialog that is open
 */
AdwMessageDialog *
ui_sample_find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *item = windows; item; item = item->next)
    if (ADW_IS_MESSAGE_DIALOG (item->data) && gtk_widget_get_visible (item->data))
      return item->data;
  return NULL;
}

/**
 * ui_sample_answer:
 * @label: of a button, with its underscore
 *
 * Presses that button of the message dialog that is open.
 */
void
ui_sample_answer (const char *label)
{
  g_autoptr (GPtrArray) widgets = NULL;

  g_assert_nonnull (ui_sample_find_dialog ());
  widgets = list_widgets (GTK_WIDGET (ui_sample_find_dialog ()));
  for (guint i = 0; i < widgets->len; i++)
    if (GTK_IS_BUTTON (widgets->pdata[i]) &&
        g_strcmp0 (gtk_button_get_label (widgets->pdata[i]), label) == 0)
      {
        g_signal_emit_by_name (widgets->pdata[i], "clicked");
        return;
      }
  g_assert_not_reached ();
}

static void
answer_published_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  char **answered = user_data;
  const char *article, *published;

  g_variant_get (parameter, "(&s&s)", &article, &published);
  g_free (*answered);
  *answered = g_strdup_printf ("%s %s", article, published);
}

/**
 * ui_sample_catch_published:
 * @window: a window without actions
 * @answered: (inout): replaced with "article date" when a day of publication is answered in it
 */
void
ui_sample_catch_published (GtkWidget *window, char **answered)
{
  static const GActionEntry entries[] = {
    { .name = "answer-published", .activate = answer_published_action, .parameter_type = "(ss)" },
  };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries),
                                   answered);
  gtk_widget_insert_action_group (window, "win", G_ACTION_GROUP (actions));
}

/* Whether the dialog of files can be shown, which asks what is mounted, and complains where nobody
 * can say; the test is skipped then. */
gboolean
ui_sample_can_choose_files (void)
{
  gboolean has_mounts = g_file_test ("/proc/mounts", G_FILE_TEST_EXISTS);

  if (!has_mounts)
    g_test_skip ("there is no /proc/mounts");
  return has_mounts;
}
