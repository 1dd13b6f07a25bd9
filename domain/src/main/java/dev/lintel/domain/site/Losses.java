package dev.lintel.domain.site;

import dev.lintel.domain.permission.NamedInRules;
import dev.lintel.domain.user.LastAdministrator;
import java.util.List;
import org.springframework.stereotype.Component;

/** What an import may not take away. */
@Component
class Losses {
    private final LastAdministrator administrator;
    private final NamedInRules rules;

    Losses(LastAdministrator administrator, NamedInRules rules) {
        this.administrator = administrator;
        this.rules = rules;
    }

    /** @throws dev.lintel.domain.user.LastAdministratorException when nobody would be left who may do everything */
    void refuseLastAdministrator(long project, SiteChange change) {
        administrator.mayLose(project, change.users().changed(), change.users().removed());
    }

    /** That a version of the rules decides first in a group that goes: it would decide nowhere. */
    List<SiteProblem> problems(long project, SiteChange change) {
        return rules.decidingFirst(project, change.groups().removed()).stream()
                .map(deciding -> new SiteProblem(
                        0,
                        "group",
                        "\"" + deciding.group() + "\" cannot go: version " + deciding.version()
                                + " of the rules decides there first; put it in force everywhere or take it back"))
                .toList();
    }
}
