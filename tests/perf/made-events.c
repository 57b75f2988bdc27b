/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Events for measuring: six in ten on one day, the others over one to thirty days; seven in ten of
 * one actor, two in ten of two, the rest of three; titles of three to eight Arabic words, one word
 * in twenty vocalised; places and sources that repeat. They come in no order of time. */

#include "made-events.h"

#include "khatt-civil.h"

#define USUAL_FIRST_YEAR 1990
#define USUAL_YEARS 30
#define USUAL_ACTORS 50
#define LONGEST_DAYS 30
#define MOST_PAGES 900

static const char *const words[] = {
  "معاهدة", "اتفاقية", "بروتوكول", "مذكرة",   "تفاهم", "قمة",    "مؤتمر", "اجتماع", "لقاء",
  "زيارة",  "رسمية",   "وفد",      "سفير",    "سفارة", "قنصلية", "وزير",  "خارجية", "رئيس",
  "مبعوث",  "وساطة",   "تسوية",    "مفاوضات", "هدنة",  "سلام",   "حدود",  "نزاع",   "أزمة",
  "عقوبات", "حصار",    "بيان",     "مشترك",   "إعلان", "قرار",   "مجلس",  "الأمن",  "حلف",
  "تحالف",  "شراكة",   "تعاون",    "اقتصادي", "ثقافي", "عسكري",  "تبادل", "أسرى",   "لاجئين",
  "انسحاب", "اعتراف",  "علاقات",   "استئناف", "توقيع", "تصديق",  "إلغاء", "تجديد",  "مبادرة",
};
static const char *const vocalised[] = {
  "مُعَاهَدَة", "اتِّفَاقِيَّة", "قِمَّة", "هُدْنَة", "سَلَام", "مُفَاوَضَات", "تَعَاوُن", "قَرَار", "بَيَان",
};
static const char *const actors[] = {
  "مصر",           "السعودية",
  "الأردن",        "العراق",
  "سوريا",         "لبنان",
  "فلسطين",        "الكويت",
  "البحرين",       "قطر",
  "الإمارات",      "عُمان",
  "اليمن",         "السودان",
  "ليبيا",         "تونس",
  "الجزائر",       "المغرب",
  "موريتانيا",     "الصومال",
  "جيبوتي",        "جزر القمر",
  "تركيا",         "إيران",
  "باكستان",       "الهند",
  "الصين",         "اليابان",
  "روسيا",         "أوكرانيا",
  "ألمانيا",       "فرنسا",
  "بريطانيا",      "إيطاليا",
  "إسبانيا",       "اليونان",
  "بولندا",        "كندا",
  "المكسيك",       "البرازيل",
  "الأرجنتين",     "إثيوبيا",
  "كينيا",         "نيجيريا",
  "ماليزيا",       "الولايات المتحدة",
  "جنوب أفريقيا",  "إندونيسيا",
  "الأمم المتحدة", "جامعة الدول العربية",
};
static const char *const places[] = {
  "القاهرة", "الرياض", "عمّان",  "بغداد",   "دمشق",   "بيروت",  "الدوحة",  "أبوظبي", "مسقط",
  "الخرطوم", "طرابلس", "تونس",  "الجزائر", "الرباط", "جنيف",   "نيويورك", "فيينا",  "لندن",
  "باريس",   "موسكو",  "أنقرة", "طهران",   "بكين",   "واشنطن", "مدريد",   "أوسلو",
};
static const char *const sources[] = {
  "أرشيف وزارة الخارجية",
  "وثائق الأمم المتحدة",
  "الأهرام",
  "النهار",
  "Foreign Office 371",
  "FRUS",
  "Le Monde",
  "مجلة الدراسات",
};

static double
draw (GRand *random)
{
  return g_rand_double (random);
}

static guint
pick (GRand *random, guint n)
{
  return (guint) g_rand_int_range (random, 0, (gint32) n);
}

static char *
make_title (GRand *random)
{
  GString *title = g_string_new (NULL);
  guint n = 3 + pick (random, 6);

  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (title, ' ');
      if (draw (random) < 0.05)
        g_string_append (title, vocalised[pick (random, G_N_ELEMENTS (vocalised))]);
      else
        g_string_append (title, words[pick (random, G_N_ELEMENTS (words))]);
    }
  return g_string_free (title, FALSE);
}

static KhattDate
make_date (GRand *random, const MadeEvents *made)
{
  gint64 day = made->first_day + pick (random, made->n_days);
  gint64 year;
  int month, day_of_month;
  KhattDate first, last;

  khatt_civil_from_days (day, &year, &month, &day_of_month);
  first = khatt_date_from_day (year, month, day_of_month);
  if (draw (random) >= 0.4)
    return first;

  khatt_civil_from_days (day + 1 + pick (random, LONGEST_DAYS), &year, &month, &day_of_month);
  last = khatt_date_from_day (year, month, day_of_month);
  return khatt_date_from_bounds (&first, &last, KHATT_DATE_INTERVAL);
}

static void
add_actors (KhattEventData *event, GRand *random, const MadeEvents *made)
{
  double share = draw (random);
  guint n = share < 0.7 ? 1 : share < 0.92 ? 2 : 3;
  guint first = pick (random, made->n_actors);

  for (guint i = 0; i < n; i++)
    {
      /* Steps of a seventh: no actor twice. */
      guint actor =
          (first + i * (made->n_actors / 7 + 1) + (i > 0 ? pick (random, 3) : 0)) % made->n_actors;
      g_autofree char *name = actor < G_N_ELEMENTS (actors) ? g_strdup (actors[actor])
                                                            : g_strdup_printf ("جهة %u", actor + 1);

      khatt_event_data_add_actor (event, name, KHATT_ROLE_PARTICIPANT);
    }
}

static KhattEventData *
make_event (guint i, GRand *random, const MadeEvents *made)
{
  static const KhattKind kinds[] = {
    KHATT_KIND_AGREEMENT, KHATT_KIND_MEETING, KHATT_KIND_VISIT,        KHATT_KIND_STATEMENT,
    KHATT_KIND_CALL,      KHATT_KIND_MESSAGE, KHATT_KIND_ANNOUNCEMENT, KHATT_KIND_OFFER,
    KHATT_KIND_OTHER,     KHATT_KIND_OTHER,
  };
  KhattEventData *event = khatt_event_data_new ();
  KhattSourceData *source;

  event->id = g_strdup_printf ("E%07u", i + 1);
  event->date = make_date (random, made);
  add_actors (event, random, made);
  event->title = make_title (random);
  event->kind = kinds[pick (random, G_N_ELEMENTS (kinds))];
  event->place = g_strdup (places[pick (random, G_N_ELEMENTS (places))]);
  source = khatt_event_data_add_source (event, NULL);
  source->attribution = g_strdup_printf ("%s، ص %u", sources[pick (random, G_N_ELEMENTS (sources))],
                                         1 + pick (random, MOST_PAGES));
  return event;
}

MadeEvents
made_events_usual (guint n_events)
{
  gint64 first = khatt_days_from_civil (USUAL_FIRST_YEAR, 1, 1);

  return (MadeEvents){
    .n_events = n_events,
    .first_day = first,
    .n_days = (guint) (khatt_days_from_civil (USUAL_FIRST_YEAR + USUAL_YEARS, 1, 1) - first),
    .n_actors = USUAL_ACTORS,
  };
}

KhattTimeline *
made_events_new (const MadeEvents *made)
{
  KhattTimeline *timeline = khatt_timeline_new ();
  g_autoptr (GRand) random = g_rand_new_with_seed (20240101);

  khatt_timeline_set_direction (timeline, KHATT_DIRECTION_RTL);
  khatt_timeline_begin_bulk (timeline);
  for (guint i = 0; i < made->n_events; i++)
    {
      g_autoptr (KhattEventData) event = make_event (i, random, made);

      khatt_timeline_add (timeline, event);
    }
  khatt_timeline_end_bulk (timeline);
  khatt_timeline_clear_history (timeline);
  return timeline;
}
