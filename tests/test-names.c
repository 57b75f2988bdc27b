/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "khatt-spelling.h"
#include "text-sample.h"

#include <string.h>

/* The people in these tests are invented. */

/* "name (country; office)" of every person of a text, in the order of introduction. */
static char *
join_people (const TextSample *sample)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < khatt_actors_get_n (sample->actors); i++)
    {
      const KhattActor *actor = khatt_actors_get (sample->actors, i);

      if (actor->type != KHATT_ACTOR_PERSON || actor->same_as != KHATT_NO_ACTOR)
        continue;
      g_string_append_printf (joined, "%s%s (%s; %s)", joined->len > 0 ? ", " : "", actor->name,
                              actor->country != NULL ? actor->country : "",
                              actor->office != NULL ? actor->office : "");
    }
  return g_string_free (joined, FALSE);
}

typedef struct
{
  const char *text;
  const char *people;
} Case;

static void
check (const Case *cases, gsize n_cases)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      g_autoptr (TextSample) sample = text_sample_new (cases[i].text);
      g_autofree char *people = join_people (sample);
      g_assert_cmpstr (people, ==, cases[i].people);
    }
}

static void
test_titles (void)
{
  static const Case cases[] = {
    { "وصل الرئيس الفنلندي أرفو كوسكيلا إلى هلسنكي.", "أرفو كوسكيلا (FI; رئيس فنلندا)" },
    { "وصل وزير خارجية النرويج هالفارد نوردغارد.", "هالفارد نوردغارد (NO; وزير خارجية النرويج)" },
    { "وصلت رئيسة وزراء الدنمارك غريته لوندكفيست.", "غريته لوندكفيست (DK; رئيس وزراء الدنمارك)" },
    { "قال هالفارد نوردغارد، وزير الخارجية النرويجي، إن الأمر تم.",
      "هالفارد نوردغارد (NO; وزير خارجية النرويج)" },
    { "استقبل الرئيس الفنلندي، أرفو كوسكيلا، الوفد.", "أرفو كوسكيلا (FI; رئيس فنلندا)" },
    { "وصل وزير الدفاع الفنلندي أرفو مقبل أمس.", "أرفو مقبل (FI; وزير دفاع فنلندا)" },
    { "وصل الرئيس الفنلندي أرفو شريف في المساء.", "أرفو شريف (FI; رئيس فنلندا)" },
    { "وصل الرئيس الفنلندي أرفو كبيرا في قومه.", "أرفو (FI; رئيس فنلندا)" },
    { "وصل الوزير الإيراني علي أكبر شاهزاد.", "علي أكبر شاهزاد (IR; وزير إيران)" },
    { "بدت زيارة الرئيس الفنلندي كثيراً ما تتأجل.", "الرئيس الفنلندي (FI; رئيس فنلندا)" },
    { "استقبل جلالة الملك بندر بن غالب ملك البحرين الوفد.", "بندر بن غالب (BH; ملك البحرين)" },
    { "وصل وزير الخارجية بجمهورية النمسا لوكاس فايسنبرغ.",
      "لوكاس فايسنبرغ (AT; وزير خارجية النمسا)" },
    { "وصل وزير العلاقات الدولية في جنوب إفريقيا ثابو ندلوفو.",
      "ثابو ندلوفو (ZA; وزير جنوب أفريقيا)" },
    /* offices that "and" joins */
    { "استقبل نائب رئيس الوزراء ووزير الخارجية الكويتي الشيخ بدر المعمري الوفد.",
      "بدر المعمري (KW; وزير خارجية الكويت)" },
    { "قال بندر بن غالب رئيس مجلس الوزراء ووزير الداخلية إن الأمر تم.",
      "بندر بن غالب (; رئيس وزراء)" },
    { "وصل بندر بن غالب رئيس مجلس الوزراء ووزير الداخلية هالفارد نوردغارد.",
      "بندر بن غالب (; رئيس وزراء), هالفارد نوردغارد (; وزير داخلية)" },
    { "وصل معالي سفير النمسا لدى المملكة لوكاس فايسنبرغ.",
      "لوكاس فايسنبرغ (AT; سفير النمسا لدى المملكة)" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_everyday_words_stop_names (void)
{
  static const Case cases[] = {
    { "التقى الرئيس الفنلندي أرفو كوسكيلا اليوم السبت الوفد.", "أرفو كوسكيلا (FI; رئيس فنلندا)" },
    { "أكد الرئيس الفنلندي أرفو كوسكيلا دعم بلاده.", "أرفو كوسكيلا (FI; رئيس فنلندا)" },
    { "أجرى الرئيس الفنلندي أرفو كوسكيلا اتصالا هاتفيا.", "أرفو كوسكيلا (FI; رئيس فنلندا)" },
    { "رحب الرئيس الفنلندي أرفو كوسكيلا بالزيارة.", "أرفو كوسكيلا (FI; رئيس فنلندا)" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

/* First names that are a word with a letter before it, a month, a time of day. */
static void
test_names_that_are_words (void)
{
  static const Case cases[] = {
    { "وصل وزير الخارجية الأردني فيصل المنصوري.", "فيصل المنصوري (JO; وزير خارجية الأردن)" },
    { "وصل وزير الخارجية السوري باسم الحلواني.", "باسم الحلواني (SY; وزير خارجية سوريا)" },
    { "وصل الرئيس التركي رجب طيب كاراغوز.", "رجب طيب كاراغوز (TR; رئيس تركيا)" },
    { "التقى وزير الدفاع اللبناني ماهير مقبل في بيروت الوفد.", "ماهير مقبل (LB; وزير دفاع لبنان)" },
    { "اجتمع وزير الخارجية السوداني علي كرموتي مع الوفد.", "علي كرموتي (SD; وزير خارجية السودان)" },
    { "وصل وزير الخارجية الياباني كينجو آبي، ثم غادر.", "كينجو آبي (JP; وزير خارجية اليابان)" },
    { "بحث وزير الخارجية البحريني الشيخ غالب بن ماجد العلاقات.",
      "غالب بن ماجد (BH; وزير خارجية البحرين)" },
    { "وصل الأمين العام لجامعة الدول العربية إلى تونس.",
      "الأمين العام لجامعة الدول العربية (; الأمين العام لجامعة الدول العربية)" },
    { "التقت رئيسة الوزراء الفنلندية لينورا ماي الوفد.", "لينورا ماي (FI; رئيس وزراء فنلندا)" },
    { "وصل الرئيس الفنلندي لينورا في 12 ماي 2019 إلى تونس.", "لينورا (FI; رئيس فنلندا)" },
    { "التقى وزير الخارجية الفنلندي أرفو لبيد اليوم الوفد.", "أرفو لبيد (FI; وزير خارجية فنلندا)" },
    { "وصل الرئيس الفنلندي أرفو لبحث العلاقات.", "أرفو (FI; رئيس فنلندا)" },
    { "قال وزير الخارجية الماليزي زهيرول أمان في تصريح إن الأمر تم.",
      "زهيرول أمان (MY; وزير خارجية ماليزيا)" },
    { "أكد الرئيس الفنلندي أرفو دعم بلاده.", "أرفو (FI; رئيس فنلندا)" },
    { "استقبل الرئيس السوداني كرموتي حسن المنزول الوفد.", "كرموتي حسن المنزول (SD; رئيس السودان)" },
    { "دعا العاهل الأردني عبد الكريم الثاني للمشاركة.", "عبد الكريم الثاني (JO; ملك الأردن)" },
    { "التقى الأمين العام للأمم المتحدة بان كي سون، في نيويورك، الوفد.",
      "بان كي سون (; الأمين العام للأمم المتحدة)" },
    { "أكد الأمين العام للأمم المتحدة بأن في ذلك خيرا.",
      "الأمين العام للأمم المتحدة (; الأمين العام للأمم المتحدة)" },
    { "وصل الرئيس الإيراني شاهرخ رئيسي إلى بغداد.", "شاهرخ رئيسي (IR; رئيس إيران)" },
    { "استقبل الرئيس الإيراني شاهرخ رئيسي البلدين.", "شاهرخ (IR; رئيس إيران)" },
    { "وصل وزير الخارجية القطري غالب السلطية إلى تونس.", "غالب السلطية (QA; وزير خارجية قطر)" },
    { "وصل وزير الخارجية العماني الشيخ صباح المعمري.",
      "صباح المعمري (OM; وزير خارجية سلطنة عمان)" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

/* "And" written onto a name that nothing announces. */
static void
test_lists (void)
{
  static const Case cases[] = {
    { "التقى أرفو كوسكيلا وزير خارجية فنلندا ولوكاس فايسنبرغ وزير خارجية النمسا وهالفارد نوردغارد "
      "وزير "
      "خارجية النرويج.",
      "أرفو كوسكيلا (FI; وزير خارجية فنلندا), لوكاس فايسنبرغ (AT; وزير خارجية النمسا), "
      "هالفارد نوردغارد (NO; وزير خارجية النرويج)" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_one_person (void)
{
  static const Case cases[] = {
    /* surname, office and counterpart come back to the name */
    { "التقى الرئيس الفنلندي أرفو كوسكيلا الوفد. وقال كوسكيلا إن الرئيس الفنلندي سعيد.",
      "أرفو كوسكيلا (FI; رئيس فنلندا)" },
    /* the headline before the introduction */
    { "كوسكيلا يصل\nوصل الرئيس الفنلندي أرفو كوسكيلا. وأضاف كوسكيلا كلمة.",
      "أرفو كوسكيلا (FI; رئيس فنلندا)" },
    /* spellings of one foreign name */
    { "قال الرئيس الصيني لي دا وانغ كلمة. وأضاف الرئيس الصيني لي دا وانج أخرى.",
      "لي دا وانغ (CN; رئيس الصين)" },
    /* an office first, its holder later */
    { "دعا وزير الخارجية النرويجي إلى لقاء. وقال وزير الخارجية النرويجي هالفارد نوردغارد نعم.",
      "هالفارد نوردغارد (NO; وزير خارجية النرويج)" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_portfolios (void)
{
  static const Case cases[] = {
    { "استقبل وزير الشؤون الخارجية والتعاون الإفريقي والمغاربة المقيمين بالخارج، إدريس العمراوي، "
      "الوفد.",
      "إدريس العمراوي (MA; وزير خارجية المغرب)" },
    { "التقى الوفد سليم الهمامي وزير الخارجية والهجرة وشئون المصريين بالخارج.",
      "سليم الهمامي (EG; وزير خارجية مصر)" },
    { "وصل وزير الشؤون الخارجية والتعاون الدولي بالنيابة بجمهورية زامبيا، كابوي مولينغا.",
      "كابوي مولينغا (ZM; وزير خارجية زامبيا)" },
    { "زار وزير الخارجية النرويجي خوسيه ألباريس. وقال ألباريس كلمة.",
      "خوسيه ألباريس (NO; وزير خارجية النرويج)" },
    { "وصل وزير الطاقة والمناجم النرويجي هالفارد نوردغارد.",
      "هالفارد نوردغارد (NO; وزير طاقة النرويج)" },
    { "دعا رئيس الحكومة الفنلندية للقيام بزيارة.",
      "رئيس الحكومة الفنلندية (FI; رئيس حكومة فنلندا)" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_counterparts (void)
{
  static const Case cases[] = {
    { "التقى الرئيس الفنلندي أرفو كوسكيلا نظيره النمساوي لوكاس فايسنبرغ.",
      "أرفو كوسكيلا (FI; رئيس فنلندا), لوكاس فايسنبرغ (AT; رئيس النمسا)" },
    { "التقى الرئيس الفنلندي أرفو كوسكيلا ونظيره النمساوي لوكاس فايسنبرغ.",
      "أرفو كوسكيلا (FI; رئيس فنلندا), لوكاس فايسنبرغ (AT; رئيس النمسا)" },
    { "هاتف وزير الخارجية النرويجي هالفارد نوردغارد نظيريه التركي والنمساوي.",
      "هالفارد نوردغارد (NO; وزير خارجية النرويج), وزير خارجية تركيا (TR; وزير خارجية تركيا), "
      "وزير خارجية النمسا (AT; وزير خارجية النمسا)" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_home (void)
{
  static const Case cases[] = {
    { "القاهرة 3 أبريل /أ ش أ/\nوصل رشدي البنداري وزير الخارجية.",
      "رشدي البنداري (EG; وزير خارجية مصر)" },
    { "دمشق – سانا\nاستقبل الرئيس مازن الخطابي الوفد.", "مازن الخطابي (SY; رئيس سوريا)" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_two_people (void)
{
  g_autoptr (TextSample) sample =
      text_sample_new ("بحث الرئيس الفنلندي أرفو كوسكيلا مع نوردغارد. وأكد كوسكيلا ونوردغارد ذلك. "
                       "وقال وزير الخارجية النرويجي هالفارد نوردغارد نعم.");
  g_autofree char *people = join_people (sample);

  g_assert_cmpstr (people, ==,
                   "أرفو كوسكيلا (FI; رئيس فنلندا), هالفارد نوردغارد (NO; وزير خارجية النرويج)");
}

static void
test_governors (void)
{
  static const struct
  {
    const char *text;
    KhattGovernor governor; /* of the last mention */
  } cases[] = {
    { "التقى مع الرئيس الفنلندي أرفو كوسكيلا.", KHATT_GOVERNOR_WITH },
    { "تلقى رسالة من الرئيس الفنلندي أرفو كوسكيلا.", KHATT_GOVERNOR_FROM },
    { "التقى بالرئيس الفنلندي أرفو كوسكيلا.", KHATT_GOVERNOR_BY },
    { "قال للرئيس الفنلندي أرفو كوسكيلا.", KHATT_GOVERNOR_FOR },
    { "زيارة الرئيس الفنلندي أرفو كوسكيلا.", KHATT_GOVERNOR_EVENT },
    { "مصالح روسيا.", KHATT_GOVERNOR_OF },
    { "في أنقرة.", KHATT_GOVERNOR_IN },
    { "لقاء مع كل من الرئيس الفنلندي أرفو كوسكيلا.", KHATT_GOVERNOR_WITH },
    { "مواصلة التشاور مع روسيا.", KHATT_GOVERNOR_OTHER },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TextSample) sample = text_sample_new (cases[i].text);
      g_assert_cmpuint (sample->mentions->len, >, 0);
      g_assert_cmpint (
          g_array_index (sample->mentions, KhattMention, sample->mentions->len - 1).governor, ==,
          cases[i].governor);
    }
}

static void
test_agencies_are_nobody (void)
{
  g_autoptr (TextSample) sample =
      text_sample_new ("ذكرت وكالة سانا أن الأمر تم، حسبما أفادت رويترز.");

  g_assert_cmpuint (sample->mentions->len, ==, 0);
}

static void
test_skeletons (void)
{
  static const char *const same[][2] = {
    { "وانغفورت", "وانجفورت" },
    { "غروسمان", "جروسمان" },
    { "المنصوري", "منصوري" },
    { "توكمان", "تكمان" },
  };
  g_autofree char *one = khatt_name_skeleton ("توكمان", strlen ("توكمان"));
  g_autofree char *other = khatt_name_skeleton ("ويتكمان", strlen ("ويتكمان"));

  for (gsize i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_autofree char *first = khatt_name_skeleton (same[i][0], strlen (same[i][0]));
      g_autofree char *second = khatt_name_skeleton (same[i][1], strlen (same[i][1]));
      g_assert_cmpstr (first, ==, second);
    }
  g_assert_cmpstr (one, !=, other);
}

static gboolean
agree (const char *name, const char *with)
{
  g_auto (GStrv) first = g_strsplit (name, " ", -1);
  g_auto (GStrv) second = g_strsplit (with, " ", -1);
  g_autoptr (GPtrArray) first_words = NULL, second_words = NULL;
  KhattSpelling known, other;

  first_words = khatt_spelling_init (&known, (const char *const *) first, g_strv_length (first));
  second_words = khatt_spelling_init (&other, (const char *const *) second, g_strv_length (second));
  g_assert_cmpint (khatt_spelling_agree (&known, &other), ==,
                   khatt_spelling_agree (&other, &known));
  return khatt_spelling_agree (&known, &other);
}

static void
test_fathers (void)
{
  static const struct
  {
    const char *name;
    const char *with;
    gboolean is_one;
  } cases[] = {
    { "راشد بن سالم بن فهد", "راشد بن سالم", TRUE },
    { "راشد بن سالم بن فهد", "راشد", TRUE },
    { "راشد بن سالم بن فهد", "بن سالم", TRUE },
    { "راشد بن سالم بن فهد", "سالم بن فهد", FALSE },
    { "راشد بن سالم بن فهد", "ناصر بن سالم بن فهد", FALSE },
    { "راشد ولد سالم الحسني", "سالم الحسني", TRUE },
    { "تشو هاي لينغ", "هاي لينج", TRUE },
    { "تشو هاي لينغ", "تشو لينغ", TRUE },
    { "تشو هاي لينغ", "بيتر كيماني", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (agree (cases[i].name, cases[i].with), ==, cases[i].is_one);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/names/titles-announce-them", test_titles);
  g_test_add_func ("/names/everyday-words-stop-them", test_everyday_words_stop_names);
  g_test_add_func ("/names/some-are-everyday-words", test_names_that_are_words);
  g_test_add_func ("/names/lists-of-people", test_lists);
  g_test_add_func ("/names/surname-and-office-are-one-person", test_one_person);
  g_test_add_func ("/names/counterparts-have-the-same-office", test_counterparts);
  g_test_add_func ("/names/a-father-is-not-his-son", test_fathers);
  g_test_add_func ("/names/portfolios-belong-to-the-title", test_portfolios);
  g_test_add_func ("/names/home-needs-no-adjective", test_home);
  g_test_add_func ("/names/two-people-stay-two", test_two_people);
  g_test_add_func ("/names/what-governs-them", test_governors);
  g_test_add_func ("/names/agencies-are-nobody", test_agencies_are_nobody);
  g_test_add_func ("/names/spellings-share-a-skeleton", test_skeletons);
  return g_test_run ();
}
