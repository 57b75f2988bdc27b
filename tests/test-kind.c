/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "khatt-kind.h"

static void
test_kind_names (void)
{
  for (guint i = 0; i < KHATT_N_KINDS; i++)
    {
      KhattKind kind = KHATT_N_KINDS;
      g_assert_true (khatt_kind_from_name (khatt_kind_get_name ((KhattKind) i), &kind));
      g_assert_cmpint (kind, ==, i);
    }
}

static void
test_status_names (void)
{
  for (guint i = 0; i < KHATT_N_STATUSES; i++)
    {
      KhattStatus status = KHATT_N_STATUSES;
      g_assert_true (khatt_status_from_name (khatt_status_get_name ((KhattStatus) i), &status));
      g_assert_cmpint (status, ==, i);
    }
}

static void
test_role_names (void)
{
  for (guint i = 0; i < KHATT_N_ROLES; i++)
    {
      KhattRole role = KHATT_N_ROLES;
      g_assert_true (khatt_role_from_name (khatt_role_get_name ((KhattRole) i), &role));
      g_assert_cmpint (role, ==, i);
    }
}

static void
test_unknown_names (void)
{
  KhattKind kind = KHATT_KIND_OFFER;
  KhattStatus status = KHATT_STATUS_DENIED;
  KhattRole role = KHATT_ROLE_HOST;

  g_assert_false (khatt_kind_from_name ("Call", &kind));
  g_assert_false (khatt_kind_from_name ("", &kind));
  g_assert_false (khatt_kind_from_name (NULL, &kind));
  g_assert_false (khatt_status_from_name ("done", &status));
  g_assert_false (khatt_role_from_name ("caller", &role));
  g_assert_cmpint (kind, ==, KHATT_KIND_OFFER);
  g_assert_cmpint (status, ==, KHATT_STATUS_DENIED);
  g_assert_cmpint (role, ==, KHATT_ROLE_HOST);
}

static void
test_role_labels (void)
{
  g_assert_cmpstr (khatt_role_get_label (KHATT_ROLE_INITIATOR, KHATT_KIND_CALL), ==, "Caller");
  g_assert_cmpstr (khatt_role_get_label (KHATT_ROLE_RECIPIENT, KHATT_KIND_CALL), ==, "Called");
  g_assert_cmpstr (khatt_role_get_label (KHATT_ROLE_RECIPIENT, KHATT_KIND_MESSAGE), ==,
                   "Recipient");
  g_assert_cmpstr (khatt_role_get_label (KHATT_ROLE_PARTICIPANT, KHATT_KIND_AGREEMENT), ==,
                   "Party");
  g_assert_cmpstr (khatt_role_get_label (KHATT_ROLE_PARTICIPANT, KHATT_KIND_MEETING), ==,
                   "Participant");
}

static void
test_labels_are_there (void)
{
  for (guint kind = 0; kind < KHATT_N_KINDS; kind++)
    {
      g_assert_cmpint (khatt_kind_get_label ((KhattKind) kind)[0], !=, '\0');
      for (guint role = 0; role < KHATT_N_ROLES; role++)
        g_assert_cmpint (khatt_role_get_label ((KhattRole) role, (KhattKind) kind)[0], !=, '\0');
    }
  for (guint status = 0; status < KHATT_N_STATUSES; status++)
    g_assert_cmpint (khatt_status_get_label ((KhattStatus) status)[0], !=, '\0');
}

static const struct
{
  KhattKind kind;
  const char *cameo;
  const char *plover;
} codes[] = {
  { KHATT_KIND_CALL, "041", "CONSULT" },      { KHATT_KIND_MEETING, "040", "CONSULT" },
  { KHATT_KIND_VISIT, "042", "CONSULT" },     { KHATT_KIND_STATEMENT, "010", NULL },
  { KHATT_KIND_ANNOUNCEMENT, NULL, NULL },    { KHATT_KIND_MESSAGE, NULL, NULL },
  { KHATT_KIND_AGREEMENT, "057", "SUPPORT" }, { KHATT_KIND_OFFER, "036", "AGREE" },
  { KHATT_KIND_OTHER, NULL, NULL },
};

static void
test_codes (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_assert_cmpstr (khatt_kind_get_cameo (codes[i].kind), ==, codes[i].cameo);
      g_assert_cmpstr (khatt_kind_get_plover (codes[i].kind), ==, codes[i].plover);
    }
}

static void
test_acting (void)
{
  g_assert_true (khatt_role_is_acting (KHATT_ROLE_INITIATOR));
  g_assert_true (khatt_role_is_acting (KHATT_ROLE_SENDER));
  g_assert_true (khatt_role_is_acting (KHATT_ROLE_VISITOR));
  g_assert_true (khatt_role_is_acting (KHATT_ROLE_SPEAKER));
  g_assert_false (khatt_role_is_acting (KHATT_ROLE_PARTICIPANT));
  g_assert_false (khatt_role_is_acting (KHATT_ROLE_RECIPIENT));
  g_assert_false (khatt_role_is_acting (KHATT_ROLE_BEARER));
  g_assert_false (khatt_role_is_acting (KHATT_ROLE_HOST));
  g_assert_false (khatt_role_is_acting (KHATT_ROLE_ADDRESSEE));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kind/kind-names-read-back", test_kind_names);
  g_test_add_func ("/kind/status-names-read-back", test_status_names);
  g_test_add_func ("/kind/role-names-read-back", test_role_names);
  g_test_add_func ("/kind/unknown-names-change-nothing", test_unknown_names);
  g_test_add_func ("/kind/role-labels-depend-on-the-kind", test_role_labels);
  g_test_add_func ("/kind/everything-has-a-label", test_labels_are_there);
  g_test_add_func ("/kind/codes-of-cameo-and-plover", test_codes);
  g_test_add_func ("/kind/who-acts", test_acting);
  return g_test_run ();
}
