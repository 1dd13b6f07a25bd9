-- names of the policies that marked the entry; null for most
alter table acs_log add column flags text[];
create index acs_log_flagged on acs_log (project_id, id desc) where flags is not null;

-- how often a day a policy counted a request, by the clock of the project
create table policy_count (
    project_id bigint not null references project on delete cascade,
    policy varchar(36) not null,
    day date not null,
    name text not null,
    opened integer not null,
    kept_shut integer not null,
    primary key (project_id, policy, day)
);
