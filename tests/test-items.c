/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "text-sample.h"

/* H headline, D dateline, C cross-heading, b body; a bar before each item. */
static char *
describe (const TextSample *sample)
{
  static const char letters[] = { 'b', 'H', 'D', 'C' };
  GString *parts = g_string_new (NULL);

  for (guint i = 0; i < sample->sentences->sentences->len; i++)
    {
      const KhattPlace *place = &sample->items->places[i];
      if (i > 0 && place->item != sample->items->places[i - 1].item)
        g_string_append_c (parts, '|');
      g_string_append_c (parts, letters[place->part]);
    }
  return g_string_free (parts, FALSE);
}

static void
test_parts (void)
{
  static const struct
  {
    const char *text;
    const char *parts;
  } cases[] = {
    { "", "" },
    { "جملة واحدة.", "b" },
    { "عنوان بلا نقطة\nجملة أولى. جملة ثانية.", "Hbb" },
    { "عنوان\nالقاهرة 25 شوال 1436هـ واس\nجملة.", "HDb" },
    { "عنوان\nجملة أولى.\nكلمتان فقط\nجملة ثانية.", "HbCb" },
    { "عنوان\nجملة أولى.\n\nعنوان ثان أطول من أربع كلمات\nجملة ثانية.", "Hb|Hb" },
    { "عنوان\nجملة.\n\nعنوان\nدمشق – سانا\nجملة.", "Hb|HDb" },
    { "التقى الرئيس المصري نظيره التركي في القاهرة أمس الأحد لبحث العلاقات\nجملة.", "bb" },
    { "بلا نقطة", "b" },
    { "عنوان\nجملة تحت العنوان.\nالوزير النرويجي أمام مبنى البرلمان (صورة أرشيفية)\nجملة.",
      "HbCb" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TextSample) sample = text_sample_new (cases[i].text);
      g_autofree char *parts = describe (sample);
      g_assert_cmpstr (parts, ==, cases[i].parts);
    }
}

static void
test_home (void)
{
  static const struct
  {
    const char *text;
    const char *home;
    const char *body; /* where the first sentence's own words begin */
  } cases[] = {
    { "عنوان\nبرلين 25 شوال 1436 هـ واس\nجملة.", "SA", "عنوان" },
    { "الجزائر – تلقى الوزير رسالة.", "DZ", "تلقى الوزير رسالة." },
    { "الدوحة – 12 – 11 (كونا) – تسلم الأمير رسالة.", "KW", "تسلم الأمير رسالة." },
    { "لندن: وصل الوزير.", "GB", "وصل الوزير." },
    { "صوت البلد - التقى الوزير نظيره.", NULL, "التقى الوزير نظيره." },
    { "هوى المدينة| يصل الوزير غدا.", NULL, "يصل الوزير غدا." },
    { "رام الله – صوت البلد – بحث الوزير الأمر.", "PS", "بحث الوزير الأمر." },
    { "وصل الوزير إلى لندن.", NULL, "وصل الوزير إلى لندن." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TextSample) sample = text_sample_new (cases[i].text);
      const KhattItem *item = &g_array_index (sample->items->items, KhattItem, 0);
      const KhattSpan *span = &g_array_index (sample->sentences->sentences, KhattSpan, 0);
      g_autofree char *body =
          text_sample_dup_tokens (sample, sample->items->places[0].body_token, span->after_token);

      g_assert_cmpstr (item->home, ==, cases[i].home);
      g_assert_cmpstr (body, ==, cases[i].body);
    }
}

static void
test_agency (void)
{
  g_autoptr (TextSample) sample = text_sample_new ("عنوان\nعمّان /بترا/\nجملة.");

  g_assert_cmpstr (g_array_index (sample->items->items, KhattItem, 0).agency, ==,
                   "وكالة الأنباء الأردنية");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/items/headlines-datelines-and-bodies", test_parts);
  g_test_add_func ("/items/know-where-they-are-written", test_home);
  g_test_add_func ("/items/know-who-wrote-them", test_agency);
  return g_test_run ();
}
