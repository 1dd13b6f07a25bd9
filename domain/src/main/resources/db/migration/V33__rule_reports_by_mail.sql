-- Who wants a report on the rules of a project by mail, and when it goes out next.
create table rule_report_mail (
    project_id bigint      not null references project on delete cascade,
    account_id bigint      not null references account on delete cascade,
    every      text        not null check (every in ('WEEK', 'MONTH')),
    next       timestamptz not null,
    primary key (project_id, account_id)
);
create index rule_report_mail_next on rule_report_mail (next);
