package dev.lintel.ui.identifier;

import dev.lintel.domain.group.Project;
import dev.lintel.domain.identifier.exchange.IdentifierImport;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.user.people.UserList;
import org.springframework.stereotype.Component;

/** Makes the steps of an import for whoever is logged in. */
@Component
class ImportMaker {
    private final IdentifierImport imports;
    private final UserList users;
    private final CurrentActor current;

    ImportMaker(IdentifierImport imports, UserList users, CurrentActor current) {
        this.imports = imports;
        this.users = users;
        this.current = current;
    }

    ImportSteps make(Project project, PastImports past) {
        return new ImportSteps(imports, users, current.get(), project, () -> past.show(project.id()));
    }
}
