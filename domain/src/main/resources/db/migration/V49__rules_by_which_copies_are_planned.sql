-- By which rules the copies of a project at devices were planned last, where these always deny something; empty, as no row, is by
-- none of that kind. Null is by these in part and by others.
create table sync_rules (
    project_id bigint not null primary key references project on delete cascade,
    rules      text
);
