-- People who are erased are taken out of reviews as out of everything else. The files of a closed review are then made anew; what
-- they were before stays known by their hashes, so that a file that somebody took along can still be told to be genuine.
alter table access_review_evidence add column language text not null default 'en';
update access_review_evidence e set language = a.locale from access_review v join account a on a.id = v.verifier
    where v.project_id = e.project_id and v.id = e.review_id;

create table access_review_erasure (
    project_id bigint      not null,
    review_id  bigint      not null,
    person     text        not null,
    at         timestamptz not null,
    csv_sha256 text        not null check (csv_sha256 ~ '^[0-9a-f]{64}$'),
    pdf_sha256 text        not null check (pdf_sha256 ~ '^[0-9a-f]{64}$'),
    primary key (project_id, review_id, person),
    foreign key (project_id, review_id) references access_review on delete cascade
);

-- Whoever is to act is told once that a review should be closed by now.
alter table access_review add column overdue_told boolean not null default false;
create index access_review_to_close on access_review (due) where state <> 'CLOSED' and not overdue_told;
