-- Two pages of one person are told of each other.
alter table saved_segment add column version bigint not null default 0;
