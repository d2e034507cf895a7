#!/bin/bash
# Run once by the PostgreSQL image on a new volume: the roles and the database, with the rights the embedded profile gives.
# The owner migrates and owns the log; the program may make schemas of its own and owns nothing of the log.
set -euo pipefail

psql --set=ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" --dbname postgres \
  --set=owner_password="$TAIZHANG_OWNER_PASSWORD" --set=app_password="$TAIZHANG_APP_PASSWORD" <<'SQL'
create role taizhang_owner login password :'owner_password';
create role taizhang_app login password :'app_password';
create database taizhang owner taizhang_owner;
revoke all on database taizhang from public;
grant connect, create, temporary on database taizhang to taizhang_app;
SQL
