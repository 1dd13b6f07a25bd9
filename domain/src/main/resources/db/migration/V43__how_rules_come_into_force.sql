-- A draft that is to come into force at a moment. What could not be taken then stays here with the reasons, until somebody does
-- something about it.
create table rulebook_plan (
    project_id bigint      not null primary key references project on delete cascade,
    number     integer     not null,
    edition    bigint      not null,
    due        timestamptz not null,
    -- number of the account; 0 is the server itself
    planned_by bigint      not null,
    -- policies and tables of which it is known that cut-off devices do not enforce them
    confirmed  text[]      not null,
    -- where it decides at first; null is everywhere
    group_id   text,
    failed     timestamptz,
    problems   jsonb,
    foreign key (project_id, number) references rulebook on delete cascade,
    check ((failed is null) = (problems is null))
);
create index rulebook_plan_due on rulebook_plan (due) where failed is null;

-- Whether rules are taken back by themselves when denials rise after they came into force; no row is no.
create table rulebook_watch (
    project_id bigint  not null primary key references project on delete cascade,
    -- in tenths
    factor     integer not null check (factor between 15 and 1000),
    least      integer not null check (least between 1 and 10000)
);

-- A version may decide in one group first: then it is in force in part, beside the one that is in force elsewhere.
alter table rulebook
    add column group_id   text,
    -- what people called the group then
    add column group_name text,
    -- since when it decided everywhere; null where it never did
    add column everywhere timestamptz,
    -- the figures for which the server took it back by itself
    add column taken_back jsonb,
    drop constraint rulebook_state_check,
    drop constraint rulebook_check,
    add check (state in ('DRAFT', 'SUBMITTED', 'IN_FORCE', 'IN_PART', 'RETIRED')),
    add check ((published is not null) = (state in ('IN_FORCE', 'IN_PART', 'RETIRED'))),
    add check ((group_id is null) = (group_name is null)),
    add check (state <> 'IN_PART' or group_id is not null and everywhere is null);
update rulebook set everywhere = published;
alter table rulebook add check (state <> 'IN_FORCE' or everywhere is not null);
create unique index rulebook_in_part on rulebook (project_id) where state = 'IN_PART';
