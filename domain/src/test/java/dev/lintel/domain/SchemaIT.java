package dev.lintel.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

class SchemaIT extends DatabaseIT {
    private static final String COLUMNS = """
            array(select a.attname::text from unnest(c.conkey) with ordinality as k(number, position)
                  join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.number order by k.position)""";

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void everyReferenceBetweenTablesOfASiteCarriesTheProject() {
        List<String> references = jdbc.queryForList("""
                select c.conrelid::regclass || ' ' || %s::text from pg_constraint c
                where c.contype = 'f' and c.confrelid not in
                    ('project'::regclass, 'account'::regclass, 'photo'::regclass, 'passkey_owner'::regclass,
                     'notification'::regclass, 'wallet_pass'::regclass)""".formatted(COLUMNS), String.class);

        assertThat(references).hasSizeGreaterThan(12).allMatch(reference -> reference.contains("{project_id,"));
    }

    @Test
    void everyKeyOfATableOfASiteBeginsWithTheProject() {
        List<String> keys = jdbc.queryForList("""
                select c.conrelid::regclass || ' ' || %s::text from pg_constraint c
                join pg_attribute a on a.attrelid = c.conrelid and a.attname = 'project_id' and a.attnotnull
                where c.contype = 'p' and c.conrelid <> 'site_revision'::regclass""".formatted(COLUMNS), String.class);

        assertThat(keys).hasSizeGreaterThan(10).allMatch(key -> key.matches(".* \\{project_id[,}].*"));
    }
}
