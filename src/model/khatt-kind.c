/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The short closed lists an event is described with: its kind, its status and the roles of those
 * who took part. Each is one table: the word that files use, the words people read, and the codes
 * of the two coding schemes of the field.
 *
 * CAMEO: Gerner, Schrodt and Yilmaz, "CAMEO: Conflict and Mediation Event Observations",
 * codebook 1.1b3. PLOVER: Halterman et al., "PLOVER and POLECAT", 2023; its types follow its
 * manual, where a signed agreement is SUPPORT and a promise or an offer is AGREE. PLOVER has no
 * type for a mere statement.
 */

#include "khatt-kind.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *name;
  const char *label;
  const char *cameo;
  const char *plover;
} KindRow;

static const KindRow kinds[KHATT_N_KINDS] = {
  [KHATT_KIND_CALL] = { "call", N_ ("Telephone call"), "041", "CONSULT" },
  [KHATT_KIND_MEETING] = { "meeting", N_ ("Meeting"), "040", "CONSULT" },
  [KHATT_KIND_VISIT] = { "visit", N_ ("Visit"), "042", "CONSULT" },
  [KHATT_KIND_STATEMENT] = { "statement", N_ ("Statement"), "010", NULL },
  [KHATT_KIND_ANNOUNCEMENT] = { "announcement", N_ ("Announcement"), NULL, NULL },
  /* Translators: a letter or another message from one side to another. */
  [KHATT_KIND_MESSAGE] = { "message", N_ ("Message"), NULL, NULL },
  [KHATT_KIND_AGREEMENT] = { "agreement", N_ ("Agreement"), "057", "SUPPORT" },
  /* Translators: one side offers or proposes something to another. */
  [KHATT_KIND_OFFER] = { "offer", N_ ("Offer"), "036", "AGREE" },
  /* Translators: an event of none of the other kinds. */
  [KHATT_KIND_OTHER] = { "other", N_ ("Other"), NULL, NULL },
};

typedef struct
{
  const char *name;
  const char *label;
} StatusRow;

static const StatusRow statuses[KHATT_N_STATUSES] = {
  [KHATT_STATUS_HAPPENED] = { "happened", N_ ("Happened") },
  [KHATT_STATUS_PLANNED] = { "planned", N_ ("Planned") },
  [KHATT_STATUS_PROPOSED] = { "proposed", N_ ("Proposed") },
  [KHATT_STATUS_CANCELLED] = { "cancelled", N_ ("Cancelled") },
  [KHATT_STATUS_DENIED] = { "denied", N_ ("Denied") },
};

typedef struct
{
  const char *name;
  const char *label;
  gboolean is_acting;
} RoleRow;

static const RoleRow roles[KHATT_N_ROLES] = {
  [KHATT_ROLE_PARTICIPANT] = { "participant", N_ ("Participant"), FALSE },
  [KHATT_ROLE_INITIATOR] = { "initiator", N_ ("Initiator"), TRUE },
  [KHATT_ROLE_RECIPIENT] = { "recipient", N_ ("Recipient"), FALSE },
  [KHATT_ROLE_SENDER] = { "sender", N_ ("Sender"), TRUE },
  /* Translators: the person who brings a letter on behalf of its sender. */
  [KHATT_ROLE_BEARER] = { "bearer", N_ ("Bearer"), FALSE },
  [KHATT_ROLE_VISITOR] = { "visitor", N_ ("Visitor"), TRUE },
  [KHATT_ROLE_HOST] = { "host", N_ ("Host"), FALSE },
  [KHATT_ROLE_SPEAKER] = { "speaker", N_ ("Speaker"), TRUE },
  /* Translators: the person or state that a statement is directed at. */
  [KHATT_ROLE_ADDRESSEE] = { "addressee", N_ ("Addressee"), FALSE },
};

/* Where a role has a better word in one kind of event than in general. */
static const struct
{
  KhattKind kind;
  KhattRole role;
  const char *label;
} role_words[] = {
  { KHATT_KIND_CALL, KHATT_ROLE_INITIATOR, N_ ("Caller") },
  /* Translators: the person or state that was telephoned. */
  { KHATT_KIND_CALL, KHATT_ROLE_RECIPIENT, N_ ("Called") },
  /* Translators: the person who asked for or convened a meeting. */
  { KHATT_KIND_MEETING, KHATT_ROLE_INITIATOR, N_ ("Convener") },
  { KHATT_KIND_MEETING, KHATT_ROLE_RECIPIENT, N_ ("Invited") },
  { KHATT_KIND_MEETING, KHATT_ROLE_VISITOR, N_ ("Guest") },
  { KHATT_KIND_ANNOUNCEMENT, KHATT_ROLE_SPEAKER, N_ ("Announced by") },
  /* Translators: one of the sides to an agreement. */
  { KHATT_KIND_AGREEMENT, KHATT_ROLE_PARTICIPANT, N_ ("Party") },
  { KHATT_KIND_OFFER, KHATT_ROLE_INITIATOR, N_ ("Offered by") },
  { KHATT_KIND_OFFER, KHATT_ROLE_RECIPIENT, N_ ("Offered to") },
};

/**
 * khatt_kind_get_name:
 * @kind: a kind
 *
 * Gets the word that files use for a kind.
 *
 * Returns: a word that is never translated
 */
const char *
khatt_kind_get_name (KhattKind kind)
{
  g_return_val_if_fail ((guint) kind < KHATT_N_KINDS, "other");
  return kinds[kind].name;
}

/**
 * khatt_status_get_name:
 * @status: a status
 *
 * Gets the word that files use for a status.
 *
 * Returns: a word that is never translated
 */
const char *
khatt_status_get_name (KhattStatus status)
{
  g_return_val_if_fail ((guint) status < KHATT_N_STATUSES, "happened");
  return statuses[status].name;
}

/**
 * khatt_role_get_name:
 * @role: a role
 *
 * Gets the word that files use for a role.
 *
 * Returns: a word that is never translated
 */
const char *
khatt_role_get_name (KhattRole role)
{
  g_return_val_if_fail ((guint) role < KHATT_N_ROLES, "participant");
  return roles[role].name;
}

/**
 * khatt_kind_from_name:
 * @name: (nullable): a word of a file
 * @kind: (out): the kind; unchanged where the word is none
 *
 * Finds the kind that a file's word means.
 *
 * Returns: whether the word is the name of a kind
 */
gboolean
khatt_kind_from_name (const char *name, KhattKind *kind)
{
  for (guint i = 0; i < KHATT_N_KINDS; i++)
    {
      if (g_strcmp0 (name, kinds[i].name) != 0)
        continue;
      *kind = (KhattKind) i;
      return TRUE;
    }
  return FALSE;
}

/**
 * khatt_status_from_name:
 * @name: (nullable): a word of a file
 * @status: (out): the status; unchanged where the word is none
 *
 * Finds the status that a file's word means.
 *
 * Returns: whether the word is the name of a status
 */
gboolean
khatt_status_from_name (const char *name, KhattStatus *status)
{
  for (guint i = 0; i < KHATT_N_STATUSES; i++)
    {
      if (g_strcmp0 (name, statuses[i].name) != 0)
        continue;
      *status = (KhattStatus) i;
      return TRUE;
    }
  return FALSE;
}

/**
 * khatt_role_from_name:
 * @name: (nullable): a word of a file
 * @role: (out): the role; unchanged where the word is none
 *
 * Finds the role that a file's word means.
 *
 * Returns: whether the word is the name of a role
 */
gboolean
khatt_role_from_name (const char *name, KhattRole *role)
{
  for (guint i = 0; i < KHATT_N_ROLES; i++)
    {
      if (g_strcmp0 (name, roles[i].name) != 0)
        continue;
      *role = (KhattRole) i;
      return TRUE;
    }
  return FALSE;
}

/**
 * khatt_kind_get_label:
 * @kind: a kind
 *
 * Gets what people call a kind, in the language of the interface.
 *
 * Returns: a translated word or two
 */
const char *
khatt_kind_get_label (KhattKind kind)
{
  g_return_val_if_fail ((guint) kind < KHATT_N_KINDS, "");
  return _ (kinds[kind].label);
}

/**
 * khatt_status_get_label:
 * @status: a status
 *
 * Gets what people call a status, in the language of the interface.
 *
 * Returns: a translated word
 */
const char *
khatt_status_get_label (KhattStatus status)
{
  g_return_val_if_fail ((guint) status < KHATT_N_STATUSES, "");
  return _ (statuses[status].label);
}

/**
 * khatt_role_get_label:
 * @role: a role
 * @kind: the kind of the event
 *
 * Gets what people call a role in an event of a kind, in the language of the interface: who
 * initiates a call is its caller.
 *
 * Returns: a translated word or two
 */
const char *
khatt_role_get_label (KhattRole role, KhattKind kind)
{
  g_return_val_if_fail ((guint) role < KHATT_N_ROLES, "");

  for (gsize i = 0; i < G_N_ELEMENTS (role_words); i++)
    if (role_words[i].kind == kind && role_words[i].role == role)
      return _ (role_words[i].label);

  return _ (roles[role].label);
}

/**
 * khatt_kind_get_cameo:
 * @kind: a kind
 *
 * Gets the CAMEO code that a kind is exported with.
 *
 * Returns: (nullable): three digits, or %NULL where CAMEO has no code for it
 */
const char *
khatt_kind_get_cameo (KhattKind kind)
{
  g_return_val_if_fail ((guint) kind < KHATT_N_KINDS, NULL);
  return kinds[kind].cameo;
}

/**
 * khatt_kind_get_plover:
 * @kind: a kind
 *
 * Gets the PLOVER event type that a kind is exported with.
 *
 * Returns: (nullable): a word in capitals, or %NULL where PLOVER has no type for it
 */
const char *
khatt_kind_get_plover (KhattKind kind)
{
  g_return_val_if_fail ((guint) kind < KHATT_N_KINDS, NULL);
  return kinds[kind].plover;
}

/**
 * khatt_role_is_acting:
 * @role: a role
 *
 * Tells whether a role is that of the one who acts: calls, sends, visits, speaks. An arrow starts
 * there.
 *
 * Returns: whether it acts
 */
gboolean
khatt_role_is_acting (KhattRole role)
{
  g_return_val_if_fail ((guint) role < KHATT_N_ROLES, FALSE);
  return roles[role].is_acting;
}
