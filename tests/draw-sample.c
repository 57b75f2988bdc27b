/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Timelines for the tests of drawing. */

#include "draw-sample.h"

#include "khatt-words.h"

#include <string.h>

#define MAX_PARTIES 3
#define N_PEOPLE 12

typedef struct
{
  const char *names[2]; /* English, Arabic */
  const char *offices[2];
  const char *country;
} Person;

typedef struct
{
  int person; /* 0: none */
  KhattRole role;
} Party;

typedef struct
{
  KhattKind kind;
  KhattStatus status;
  const char *date;
  const char *titles[2];
  Party parties[MAX_PARTIES];
} Sample;

enum
{
  PUTIN = 1,
  TOKAYEV,
  MIRZIYOYEV,
  WITKOFF,
  XI,
  LAVROV,
  CHINA,
  ORBAN,
  HUNGARIAN,
  USHAKOV,
  TRUMP,
  LUKASHENKO,
};

static const Person people[N_PEOPLE + 1] = {
  [PUTIN] = { { "Vladimir Putin", "فلاديمير بوتين" },
              { "President of Russia", "رئيس روسيا" },
              "RU" },
  [TOKAYEV] = { { "Kassym-Jomart Tokayev", "قاسم جومارت توكاييف" },
                { "President of Kazakhstan", "رئيس كازاخستان" },
                "KZ" },
  [MIRZIYOYEV] = { { "Shavkat Mirziyoyev", "شوكت ميرضيائيف" },
                   { "President of Uzbekistan", "رئيس أوزبكستان" },
                   "UZ" },
  [WITKOFF] = { { "Steve Witkoff", "ستيفن ويتكوف" },
                { "US presidential envoy", "المبعوث الرئاسي الأمريكي" },
                "US" },
  [XI] = { { "Xi Jinping", "شي جين بينغ" }, { "President of China", "رئيس الصين" }, "CN" },
  [LAVROV] = { { "Sergey Lavrov", "سيرغي لافروف" },
               { "Foreign minister of Russia", "وزير خارجية روسيا" },
               "RU" },
  [CHINA] = { { "China", "الصين" }, { NULL, NULL }, "CN" },
  [ORBAN] = { { "Viktor Orbán", "فيكتور أوربان" },
              { "Prime minister of Hungary", "رئيس وزراء المجر" },
              "HU" },
  [HUNGARIAN] = { { "Foreign minister of Hungary", "وزير الخارجية المجري" },
                  { "Unnamed in the text", "المجر" },
                  "HU" },
  [USHAKOV] = { { "Yuri Ushakov", "يوري أوشاكوف" },
                { "Aide to the president, Russia", "مساعد الرئيس الروسي" },
                "RU" },
  [TRUMP] = { { "Donald Trump", "دونالد ترامب" },
              { "President of the United States", "رئيس الولايات المتحدة" },
              "US" },
  [LUKASHENKO] = { { "Alexander Lukashenko", "ألكسندر لوكاشينكو" },
                   { "President of Belarus", "رئيس بيلاروسيا" },
                   "BY" },
};

static const Sample samples[] = {
  { KHATT_KIND_CALL,
    KHATT_STATUS_HAPPENED,
    "2025-08-08",
    { "Settlement in Ukraine", "تسوية الأزمة الأوكرانية" },
    { { PUTIN, KHATT_ROLE_INITIATOR }, { TOKAYEV, KHATT_ROLE_RECIPIENT } } },
  { KHATT_KIND_CALL,
    KHATT_STATUS_HAPPENED,
    "2025-08-08",
    { "Trade and investment", "التجارة والاستثمار" },
    { { PUTIN, KHATT_ROLE_INITIATOR }, { MIRZIYOYEV, KHATT_ROLE_RECIPIENT } } },
  { KHATT_KIND_MEETING,
    KHATT_STATUS_HAPPENED,
    "2025-08-06",
    { "Talks in the Kremlin", "محادثات الكرملين" },
    { { PUTIN, KHATT_ROLE_PARTICIPANT }, { WITKOFF, KHATT_ROLE_PARTICIPANT } } },
  { KHATT_KIND_CALL,
    KHATT_STATUS_HAPPENED,
    "2025-08-08",
    { "Bilateral ties", "العلاقات الثنائية" },
    { { PUTIN, KHATT_ROLE_INITIATOR }, { XI, KHATT_ROLE_RECIPIENT } } },
  { KHATT_KIND_MESSAGE,
    KHATT_STATUS_HAPPENED,
    "[..2025-08-08]",
    { "Oral message", "رسالة شفهية" },
    { { PUTIN, KHATT_ROLE_SENDER }, { LAVROV, KHATT_ROLE_BEARER }, { XI, KHATT_ROLE_RECIPIENT } } },
  { KHATT_KIND_VISIT,
    KHATT_STATUS_HAPPENED,
    "[..2025-08-08]",
    { "Visit to Beijing", "زيارة بكين" },
    { { LAVROV, KHATT_ROLE_VISITOR } } },
  { KHATT_KIND_VISIT,
    KHATT_STATUS_PLANNED,
    "[2025-08-08..]",
    { "SCO summit", "قمة منظمة شنغهاي" },
    { { PUTIN, KHATT_ROLE_VISITOR }, { CHINA, KHATT_ROLE_HOST } } },
  { KHATT_KIND_STATEMENT,
    KHATT_STATUS_HAPPENED,
    "2025-08-08",
    { "A Russia–Europe summit", "قمة روسية أوروبية" },
    { { ORBAN, KHATT_ROLE_SPEAKER } } },
  { KHATT_KIND_STATEMENT,
    KHATT_STATUS_HAPPENED,
    "[..2025-08-08]",
    { "Minsk agreements", "اتفاقيات مينسك" },
    { { ORBAN, KHATT_ROLE_SPEAKER } } },
  { KHATT_KIND_STATEMENT,
    KHATT_STATUS_HAPPENED,
    "[..2025-08-08]",
    { "EU support for Ukraine", "دعم الاتحاد الأوروبي لأوكرانيا" },
    { { HUNGARIAN, KHATT_ROLE_SPEAKER } } },
  { KHATT_KIND_ANNOUNCEMENT,
    KHATT_STATUS_HAPPENED,
    "[..2025-08-08]",
    { "Putin–Trump meeting agreed", "اتفاق على لقاء بوتين وترامب" },
    { { USHAKOV, KHATT_ROLE_SPEAKER } } },
  { KHATT_KIND_MEETING,
    KHATT_STATUS_PROPOSED,
    "[2025-08-08..]",
    { "A third one", "لقاء ثلاثي" },
    { { TRUMP, KHATT_ROLE_PARTICIPANT }, { PUTIN, KHATT_ROLE_PARTICIPANT } } },
  { KHATT_KIND_MEETING,
    KHATT_STATUS_PLANNED,
    "[2025-08-08..]",
    { "Summit, UAE?", "لقاء قمة، الإمارات؟" },
    { { PUTIN, KHATT_ROLE_PARTICIPANT }, { TRUMP, KHATT_ROLE_PARTICIPANT } } },
  { KHATT_KIND_OFFER,
    KHATT_STATUS_HAPPENED,
    "2025-08-08",
    { "To host a meeting in Minsk", "استضافة لقاء في مينسك" },
    { { LUKASHENKO, KHATT_ROLE_INITIATOR },
      { PUTIN, KHATT_ROLE_RECIPIENT },
      { TRUMP, KHATT_ROLE_RECIPIENT } } },
};

static void
set_date (KhattEventData *event, const char *edtf)
{
  g_autoptr (GError) error = NULL;

  khatt_date_parse (edtf, -1, &event->date, &error);
  g_assert_no_error (error);
}

static void
add_sample (KhattTimeline *timeline, const Sample *sample, guint number, gboolean is_arabic)
{
  g_autoptr (KhattEventData) event = khatt_event_data_new ();

  event->id = g_strdup_printf ("e%u", number);
  event->kind = sample->kind;
  event->status = sample->status;
  event->title = g_strdup (sample->titles[is_arabic]);
  set_date (event, sample->date);
  for (guint i = 0; i < MAX_PARTIES && sample->parties[i].person != 0; i++)
    {
      const Person *person = &people[sample->parties[i].person];
      KhattActorData *actor =
          khatt_event_data_add_actor (event, person->names[is_arabic], sample->parties[i].role);

      actor->office = g_strdup (person->offices[is_arabic]);
      actor->country = g_strdup (person->country);
    }

  khatt_timeline_add (timeline, event);
}

KhattTimeline *
draw_sample_new (gboolean is_arabic)
{
  KhattTimeline *timeline = khatt_timeline_new ();

  khatt_timeline_set_language (timeline, is_arabic ? "ar" : "en");
  khatt_timeline_set_direction (timeline, is_arabic ? KHATT_DIRECTION_RTL : KHATT_DIRECTION_LTR);
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    add_sample (timeline, &samples[i], i + 1, is_arabic);

  return timeline;
}

/* Marsaglia's xorshift: the same numbers everywhere. */
static guint32
next_number (guint32 *state)
{
  *state ^= *state << 13;
  *state ^= *state >> 17;
  *state ^= *state << 5;

  return *state;
}

KhattTimeline *
draw_sample_new_many (guint n_events, guint n_actors)
{
  KhattTimeline *timeline = khatt_timeline_new ();
  g_autoptr (GPtrArray) events =
      g_ptr_array_new_with_free_func ((GDestroyNotify) khatt_event_data_free);
  gint64 first = khatt_days_from_civil (1995, 1, 1);
  gint64 n_days = khatt_days_from_civil (2025, 1, 1) - first;
  guint32 state = 2463534242;

  for (guint i = 0; i < n_events; i++)
    {
      KhattEventData *event = khatt_event_data_new ();
      gint64 year;
      int month, day;
      /* The square makes some actors busy and most rare. */
      double a = (double) next_number (&state) / G_MAXUINT32;
      double b = (double) next_number (&state) / G_MAXUINT32;
      g_autofree char *caller = g_strdup_printf ("Actor %u", (guint) (a * a * (n_actors - 1)));
      g_autofree char *called = g_strdup_printf ("Actor %u", (guint) (b * b * (n_actors - 1)));

      event->id = g_strdup_printf ("e%u", i);
      event->kind = next_number (&state) % KHATT_N_KINDS;
      event->title = g_strdup_printf ("Event %u", i);
      khatt_civil_from_days (first + next_number (&state) % n_days, &year, &month, &day);
      event->date = khatt_date_from_day (year, month, day);
      khatt_event_data_add_actor (event, caller, KHATT_ROLE_INITIATOR);
      if (strcmp (caller, called) != 0 && event->kind != KHATT_KIND_STATEMENT)
        khatt_event_data_add_actor (event, called, KHATT_ROLE_RECIPIENT);
      g_ptr_array_add (events, event);
    }

  khatt_timeline_add_many (timeline, events);

  return timeline;
}

static void
add_line (KhattTimeline *timeline, const char *line)
{
  g_autoptr (KhattEventData) event = khatt_event_data_new ();
  g_auto (GStrv) parts = g_strsplit (line, "|", -1);
  g_auto (GStrv) head = g_strsplit (g_strstrip (parts[0]), " ", 4);

  char *color = strchr (head[0], '=');

  g_assert_cmpuint (g_strv_length (head), >=, 3);
  if (color != NULL)
    {
      event->color = g_strdup (color + 1);
      *color = '\0';
    }
  if (g_str_has_suffix (head[0], "!"))
    {
      event->importance = KHATT_IMPORTANCE_MAX;
      head[0][strlen (head[0]) - 1] = '\0';
    }
  g_assert_true (khatt_kind_from_name (head[0], &event->kind));
  g_assert_true (khatt_status_from_name (head[1], &event->status));
  if (strcmp (head[2], "undated") != 0)
    set_date (event, head[2]);
  event->title = g_strdup (head[3]);

  for (guint i = 1; parts[i] != NULL; i++)
    {
      char *name = g_strstrip (parts[i]);
      char *space = strrchr (name, ' ');
      char *colon = *name == '"' ? strchr (name, ':') : NULL;
      KhattRole role;

      if (colon != NULL)
        {
          *colon = '\0';
          khatt_event_data_add_quote (event, name + 1, g_strchug (colon + 1));
          continue;
        }
      g_assert_nonnull (space);
      *space = '\0';
      g_assert_true (khatt_role_from_name (space + 1, &role));
      khatt_event_data_add_actor (event, name, role);
    }

  khatt_timeline_add (timeline, event);
}

KhattTimeline *
draw_sample_new_from_text (const char *text)
{
  KhattTimeline *timeline = khatt_timeline_new ();
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0' && lines[i][0] != '#')
      add_line (timeline, lines[i]);

  return timeline;
}

KhattArrangement *
draw_sample_arrange (KhattTimeline *timeline, KhattLanesBy lanes_by)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (timeline);

  return khatt_arrangement_new (snapshot, lanes_by, NULL, NULL);
}

KhattLit *
draw_sample_light (KhattArrangement *arrangement, const char *text)
{
  KhattSnapshot *snapshot = khatt_arrangement_get_snapshot (arrangement);
  g_autoptr (KhattSearchIndex) index = khatt_search_index_new (snapshot, NULL, NULL);
  g_autoptr (KhattQuery) query = khatt_query_new (text);
  g_autoptr (KhattSearchHits) hits = khatt_search_hits_new (index, query, NULL, NULL);

  return khatt_lit_new (arrangement, hits, NULL);
}

KhattLayoutParams
draw_sample_params (KhattDirection direction, gboolean is_arabic)
{
  return (KhattLayoutParams){
    .width = 1280,
    .height = 660,
    .text_scale = 1,
    .scale.direction = direction,
    .words = khatt_words_for_language (is_arabic ? "ar" : "en"),
    .second_calendar = KHATT_CALENDAR_UMALQURA,
    .region = is_arabic ? "ar_EG" : "en_GB",
    .today = KHATT_TIME_MIN,
    .draw_words = { .lanes_title = is_arabic ? "الأطراف" : "Actors",
                    .today = is_arabic ? "اليوم" : "Today",
                    .ongoing = is_arabic ? "مستمر" : "Ongoing" },
    .selected = KHATT_SLOT_NONE,
  };
}

gint64
draw_sample_day (gint64 year, int month, int day)
{
  return khatt_days_from_civil (year, month, day) * KHATT_SECONDS_PER_DAY +
         KHATT_SECONDS_PER_DAY / 2;
}

void
draw_scene_clear (DrawScene *scene)
{
  g_clear_object (&scene->timeline);
  g_clear_pointer (&scene->arrangement, khatt_arrangement_unref);
  g_clear_pointer (&scene->shaper, khatt_shaper_free);
}

DrawScene
draw_scene_make (KhattTimeline *timeline, KhattDirection direction)
{
  DrawScene scene = { .timeline = timeline, .shaper = khatt_shaper_new () };

  scene.arrangement = draw_sample_arrange (timeline, KHATT_LANES_ACTORS);
  scene.params = draw_sample_params (direction, FALSE);
  scene.params.scale = khatt_layout_fit_all (scene.arrangement, &scene.params, scene.shaper);

  return scene;
}

KhattLayout *
draw_scene_lay_out (const DrawScene *scene)
{
  return khatt_layout_new (scene->arrangement, &scene->params, scene->shaper);
}

void
draw_scene_show_days (DrawScene *scene, const char *first, const char *after)
{
  KhattDate from, to;

  khatt_date_parse (first, -1, &from, NULL);
  khatt_date_parse (after, -1, &to, NULL);
  scene->params.scale =
      khatt_layout_fit_span (scene->arrangement, &scene->params, scene->shaper,
                             khatt_date_first (&from), khatt_date_first (&to) - 1);
}
