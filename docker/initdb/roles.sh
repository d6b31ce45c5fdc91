#!/usr/bin/env bash
# Once, when the database is made: the login of the API and the worker. It owns nothing; what it may do, the
# migrations grant to baton_app.
set -euo pipefail
psql --set ON_ERROR_STOP=1 --set password="$BATON_LOGIN_PASSWORD" \
  --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
create role baton_app nologin;
create role baton_login login password :'password' in role baton_app;
SQL
