/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "text-sample.h"

#include <string.h>

/* The people in these tests are invented; they are introduced so that the sentence of each case
 * needs their surnames alone. */
#define PEOPLE                                                                                                         \
  "الرئيس الفنلندي أرفو كوسكيلا. الرئيس النمساوي لوكاس فايسنبرغ. " \
  "وزير الخارجية النرويجي هالفارد نوردغارد.\n"

/* "kind role=surname ..." of each frame of the last sentence. */
static char *
describe (const char *sentence)
{
  g_autofree char *text = g_strconcat (PEOPLE, sentence, NULL);
  g_autoptr (TextSample) sample = text_sample_new (text);
  KhattTopicality topicality = { KHATT_NO_ACTOR, KHATT_NO_ACTOR };
  g_autoptr (GArray) frames =
      khatt_frames_find (&sample->view, sample->sentences->sentences->len - 1, &topicality);
  GString *described = g_string_new (NULL);
  static const char *const moods[] = { "", " planned", " hypothetical", " negated", " cancelled" };

  for (guint i = 0; i < frames->len; i++)
    {
      const KhattFrame *frame = &g_array_index (frames, KhattFrame, i);

      g_string_append_printf (described, "%s%s%s", i > 0 ? "; " : "",
                              khatt_kind_get_name (frame->kind), moods[frame->mood]);
      for (guint k = 0; k < frame->n_parties; k++)
        {
          const char *name = khatt_actors_get (sample->actors, frame->parties[k].actor)->name;
          const char *space = strrchr (name, ' ');
          g_string_append_printf (described, " %s=%s", khatt_role_get_name (frame->parties[k].role),
                                  space != NULL ? space + 1 : name);
        }
    }
  return g_string_free (described, FALSE);
}

typedef struct
{
  const char *sentence;
  const char *frames;
} Case;

static void
check (const Case *cases, gsize n_cases)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      g_autofree char *frames = describe (cases[i].sentence);
      if (g_strcmp0 (frames, cases[i].frames) != 0)
        g_test_message ("%s", cases[i].sentence);
      g_assert_cmpstr (frames, ==, cases[i].frames);
    }
}

#define CHECK(cases) check (cases, G_N_ELEMENTS (cases))

static void
test_calls (void)
{
  static const Case cases[] = {
    { "أجرى كوسكيلا اتصالا هاتفيا مع فايسنبرغ.", "call initiator=كوسكيلا recipient=فايسنبرغ" },
    { "تلقى كوسكيلا اتصالا هاتفيا من فايسنبرغ.", "call recipient=كوسكيلا initiator=فايسنبرغ" },
    { "هاتف كوسكيلا فايسنبرغ.", "call initiator=كوسكيلا recipient=فايسنبرغ" },
    { "جرى اتصال هاتفي بين كوسكيلا وفايسنبرغ.", "call participant=كوسكيلا participant=فايسنبرغ" },
    { "عقد كوسكيلا وفايسنبرغ مباحثات هاتفية.", "call participant=كوسكيلا participant=فايسنبرغ" },
    { "بحث كوسكيلا هاتفيا مع فايسنبرغ الأزمة.", "call participant=كوسكيلا participant=فايسنبرغ" },
    { "أجرى كوسكيلا وفايسنبرغ محادثة هاتفية بمبادرة من الجانب النمساوي.",
      "call recipient=كوسكيلا initiator=فايسنبرغ" },
    { "أجرى كوسكيلا اتصالين هاتفيين مع كل من فايسنبرغ ونوردغارد.",
      "call initiator=كوسكيلا recipient=فايسنبرغ recipient=نوردغارد" },
    { "كان كوسكيلا قد أجرى اتصالا هاتفيا بفايسنبرغ.", "call initiator=كوسكيلا recipient=فايسنبرغ" },
    { "اتفق كوسكيلا مع فايسنبرغ، خلال مكالمة هاتفية أمس، على فتح المعبر.",
      "call participant=كوسكيلا participant=فايسنبرغ" },
    { "وفي مكالمة هاتفية مع فايسنبرغ، شدد كوسكيلا على الهدنة.",
      "call participant=فايسنبرغ participant=كوسكيلا; statement speaker=كوسكيلا" },
  };

  CHECK (cases);
}

static void
test_meetings (void)
{
  static const Case cases[] = {
    { "التقى كوسكيلا فايسنبرغ في هلسنكي.", "meeting participant=كوسكيلا participant=فايسنبرغ" },
    { "اجتمع كوسكيلا مع فايسنبرغ.", "meeting participant=كوسكيلا participant=فايسنبرغ" },
    { "استدعى كوسكيلا السفير النمساوي.", "meeting host=كوسكيلا visitor=النمساوي" },
    { "شارك كوسكيلا في اجتماع وزاري لمنظمة التعاون الإسلامي.", "meeting participant=كوسكيلا" },
    { "شارك كوسكيلا في اجتماع للحزب.", "meeting" },
    { "ترأس كوسكيلا وفايسنبرغ اجتماعا للجنة.", "meeting participant=كوسكيلا participant=فايسنبرغ" },
    { "استقبل كوسكيلا في قصره فايسنبرغ.", "meeting host=كوسكيلا visitor=فايسنبرغ" },
    { "عقد كوسكيلا جلسة مباحثات مع فايسنبرغ.", "meeting participant=كوسكيلا participant=فايسنبرغ" },
    { "بحث كوسكيلا مع فايسنبرغ الأزمة.", "meeting participant=كوسكيلا participant=فايسنبرغ" },
    { "عقدت محادثات روسية أمريكية في جنيف.", "meeting participant=روسيا participant=المتحدة" },
    { "استقبل كوسكيلا رئيس المجلس الأعلى للدولة الليبي «سالم بوشناق» أمس.",
      "meeting host=كوسكيلا visitor=بوشناق" },
    { "انعقدت أمس أشغال اللجنة المشتركة بين فنلندا والنمسا.",
      "meeting participant=فنلندا participant=النمسا" },
    { "تم إلغاء لقاء كان مقررا غدا بين كوسكيلا وفايسنبرغ.",
      "meeting cancelled participant=كوسكيلا participant=فايسنبرغ" },
  };

  CHECK (cases);
}

static void
test_visits (void)
{
  static const Case cases[] = {
    { "زار كوسكيلا فيينا أمس.", "visit visitor=كوسكيلا" },
    { "وصل كوسكيلا إلى فيينا.", "visit visitor=كوسكيلا" },
    { "وكان كوسكيلا زار فيينا.", "visit visitor=كوسكيلا" },
    { "قام كوسكيلا بزيارة رسمية إلى النمسا.", "visit visitor=كوسكيلا host=النمسا" },
    { "وصل كوسكيلا متأخرا.", "" },
    { "منذ الزيارة التي قام بها كوسكيلا إلى النمسا بدعوة من فايسنبرغ.",
      "visit; visit visitor=كوسكيلا host=النمسا" },
    { "يزور كوسكيلا الجزائر غدا.", "visit visitor=كوسكيلا host=الجزائر" },
    { "يزور كوسكيلا الجزائر العاصمة غدا.", "visit visitor=كوسكيلا" },
  };

  CHECK (cases);
}

static void
test_messages (void)
{
  static const Case cases[] = {
    { "بعث كوسكيلا برقية تهنئة إلى فايسنبرغ.", "message sender=كوسكيلا recipient=فايسنبرغ" },
    { "بعث كوسكيلا برسالة خطية لفايسنبرغ.", "message sender=كوسكيلا recipient=فايسنبرغ" },
    { "تسلم كوسكيلا رسالة خطية من فايسنبرغ.", "message recipient=كوسكيلا sender=فايسنبرغ" },
    { "سلم نوردغارد رسالة من كوسكيلا إلى فايسنبرغ.",
      "message bearer=نوردغارد sender=كوسكيلا recipient=فايسنبرغ" },
    { "هنأ كوسكيلا فايسنبرغ.", "message sender=كوسكيلا recipient=فايسنبرغ" },
  };

  CHECK (cases);
}

static void
test_agreements_and_offers (void)
{
  static const Case cases[] = {
    { "وقع كوسكيلا وفايسنبرغ اتفاقية تعاون.",
      "agreement participant=كوسكيلا participant=فايسنبرغ" },
    { "توصلت روسيا إلى اتفاق مع أوكرانيا.", "agreement participant=روسيا participant=أوكرانيا" },
    { "وجه كوسكيلا دعوة إلى فايسنبرغ.", "offer initiator=كوسكيلا addressee=فايسنبرغ" },
    { "تلقى كوسكيلا دعوة من فايسنبرغ.", "offer addressee=كوسكيلا initiator=فايسنبرغ" },
    { "دعا كوسكيلا فايسنبرغ إلى العشاء.", "offer initiator=كوسكيلا addressee=فايسنبرغ" },
  };

  CHECK (cases);
}

static void
test_statements (void)
{
  static const Case cases[] = {
    { "قال كوسكيلا إن الأمر تم.", "statement speaker=كوسكيلا" },
    { "أعلن كوسكيلا أن الأمر تم.", "announcement speaker=كوسكيلا" },
    { "نفى كوسكيلا ذلك.", "statement speaker=كوسكيلا" },
    { "نقلت وكالة تاس عن كوسكيلا قوله نعم.", "statement speaker=كوسكيلا" },
    { "دعا كوسكيلا إلى السلام.", "statement speaker=كوسكيلا" },
  };

  CHECK (cases);
}

static void
test_moods (void)
{
  static const Case cases[] = {
    { "من المقرر أن يلتقي كوسكيلا فايسنبرغ.",
      "meeting planned participant=كوسكيلا participant=فايسنبرغ" },
    { "سيلتقي كوسكيلا فايسنبرغ.", "meeting planned participant=كوسكيلا participant=فايسنبرغ" },
    { "لم يلتق كوسكيلا فايسنبرغ.", "" },
    { "لم يزر كوسكيلا فيينا.", "" },
    { "إذا التقى كوسكيلا فايسنبرغ.",
      "meeting hypothetical participant=كوسكيلا participant=فايسنبرغ" },
    { "لم يستقبل كوسكيلا فايسنبرغ.", "meeting negated host=كوسكيلا visitor=فايسنبرغ" },
    { "كان من المتوقع أن يعقد كوسكيلا وفايسنبرغ قمة لكنها ألغيت.",
      "meeting cancelled participant=كوسكيلا participant=فايسنبرغ" },
    { "الزيارة المرتقبة", "visit planned" },
    { "ألغى كوسكيلا زيارته التي كانت مقررة إلى فيينا.", "visit cancelled visitor=كوسكيلا" },
    { "أرجأ كوسكيلا لقاء مع فايسنبرغ.",
      "meeting cancelled participant=كوسكيلا participant=فايسنبرغ" },
    { "تأجيل زيارة كوسكيلا إلى فيينا.", "visit cancelled visitor=كوسكيلا" },
  };

  CHECK (cases);
}

static void
test_nothing (void)
{
  static const Case cases[] = {
    { "اندلعت معارك عنيفة في المدينة.", "" },
    { "بلغت نسبة النمو ثلاثة في المئة.", "" },
    { "مصالح البلدين كثيرة.", "" },
  };

  CHECK (cases);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/frames/calls", test_calls);
  g_test_add_func ("/frames/meetings", test_meetings);
  g_test_add_func ("/frames/visits", test_visits);
  g_test_add_func ("/frames/messages", test_messages);
  g_test_add_func ("/frames/agreements-and-offers", test_agreements_and_offers);
  g_test_add_func ("/frames/statements", test_statements);
  g_test_add_func ("/frames/moods", test_moods);
  g_test_add_func ("/frames/nothing-in-what-is-no-contact", test_nothing);
  return g_test_run ();
}
