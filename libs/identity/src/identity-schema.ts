import { type Migration } from '#platform';

/**
 * Tables of schema `identity`. They are no events: a credential can be changed and forgotten. All moments are given by
 * the Clock. Nothing here can be turned back into a password or a token.
 */
export const IDENTITY_MIGRATIONS: readonly Migration[] = [
  {
    id: 'identity-0001',
    sql: `
create schema if not exists identity;

create table identity.account (
  account_id           uuid primary key,
  login_name           text not null unique check (login_name ~ '^[a-z][a-z0-9._-]{1,31}$'),
  display_name         text not null check (char_length(display_name) between 1 and 64),
  password_hash        text not null,
  must_change_password boolean not null,
  failed_attempts      integer not null check (failed_attempts >= 0),
  locked_until         timestamptz,
  last_failed_at       timestamptz,
  disabled_at          timestamptz,
  created_at           timestamptz not null,
  password_set_at      timestamptz not null
);

create table identity.session (
  session_id     uuid primary key,
  account_id     uuid not null references identity.account,
  token_hash     bytea not null unique check (octet_length(token_hash) = 32),
  created_at     timestamptz not null,
  last_seen_at   timestamptz not null,
  expires_at     timestamptz not null,
  ended_at       timestamptz,
  end_reason     text check (end_reason in
                   ('signed_out', 'ended', 'displaced', 'idle', 'expired', 'password_changed', 'password_reset', 'disabled')),
  client_address text not null,
  user_agent     text not null,
  check ((ended_at is null) = (end_reason is null))
);
-- last_seen_at stays out of it, so that writing it touches no index
create index session_open on identity.session (account_id) where ended_at is null;

create table identity.api_token (
  token_id     uuid primary key,
  account_id   uuid not null references identity.account,
  name         text not null check (char_length(name) between 1 and 64),
  token_hash   bytea not null unique check (octet_length(token_hash) = 32),
  created_at   timestamptz not null,
  expires_at   timestamptz not null check (expires_at > created_at),
  last_used_at timestamptz,
  revoked_at   timestamptz
);
create unique index api_token_open on identity.api_token (account_id, lower(name)) where revoked_at is null;

-- one row, written when someone signs in with a name that nobody has: the same work as for a name that someone has
create table identity.unknown_sign_in (
  only_row       boolean primary key default true check (only_row),
  attempts       bigint not null,
  last_failed_at timestamptz
);
insert into identity.unknown_sign_in (attempts) values (0);

do $grant$
declare
  app_role text := current_setting('taizhang.app_role', true);
begin
  if exists (select from pg_roles where rolname = app_role and rolname <> current_user) then
    execute format('grant usage on schema identity to %I', app_role);
    execute format('grant select, insert, update on all tables in schema identity to %I', app_role);
  end if;
end
$grant$;
`,
  },
  {
    id: 'identity-0002',
    sql: `
create table identity.seen_mark (
  account_id uuid primary key references identity.account,
  position   bigint not null check (position >= 0),
  seen_at    timestamptz not null
);
comment on table identity.seen_mark is 'Up to which position of the log somebody has looked at the news.';

do $grant$
declare
  app_role text := current_setting('taizhang.app_role', true);
begin
  if exists (select from pg_roles where rolname = app_role and rolname <> current_user) then
    execute format('grant select, insert, update on identity.seen_mark to %I', app_role);
  end if;
end
$grant$;
`,
  },
];
