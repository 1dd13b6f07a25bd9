-- Links for a new password that an administrator sent: they are good whatever the settings say about those whom people ask
-- for themselves.
alter table account_link drop constraint account_link_purpose_check;
alter table account_link add constraint account_link_purpose_check check (purpose in ('PASSWORD', 'HELP', 'EMAIL'));
