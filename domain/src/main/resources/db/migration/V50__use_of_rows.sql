-- When a row of a table about something else than doors last counted, by hours. What is about doors stands in the log.
create table outcome_row_use (
    project_id bigint not null references project (id) on delete cascade,
    row_id     text not null,
    last_used  timestamptz not null,
    primary key (project_id, row_id)
);
