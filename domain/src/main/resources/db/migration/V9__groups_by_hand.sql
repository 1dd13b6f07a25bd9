-- Groups that people make and edit one by one: what a group is for, and a number by which an editor notices that somebody
-- else was quicker.
alter table object_group
    add column description text   not null default '',
    add column version     bigint not null default 0;

-- The children of a group are read in this order, a page at a time: Flat 2 before Flat 10.
drop index object_group_parent;
create index object_group_parent on object_group (project_id, parent, name collate people, id);

-- That a project is gone is news, too.
alter table site_revision drop constraint site_revision_project_id_fkey;
