-- Short words by which devices are told from each other: "lift", "bicycles". In lower case, none twice.
alter table device
    add column tags text[] not null default '{}' check (cardinality(tags) <= 20);

-- On which day, by the clock of its project, an identifier last opened a door. Written with the first pass of a day, in the
-- transaction that logs it, so that doors know without looking through the log.
create table identifier_use_day (
    project_id    bigint not null,
    identifier_id text   not null,
    day           date   not null,
    primary key (project_id, identifier_id),
    foreign key (project_id, identifier_id) references identifier on delete cascade
);
insert into identifier_use_day (project_id, identifier_id, day)
select u.project_id, u.identifier_id, (max(u.at) at time zone 'UTC')::date
from (select l.project_id, l.identifier_id, max(l.at) as at from acs_log l
      where l.verdict = 'GRANT' and l.identifier_id is not null group by l.project_id, l.identifier_id
      union all select o.project_id, o.identifier_id, o.at from identifier_last_use o) u
join identifier i on i.project_id = u.project_id and i.id = u.identifier_id
group by u.project_id, u.identifier_id;
